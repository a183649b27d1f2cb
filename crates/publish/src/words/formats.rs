//! How a language writes dates and numbers.

use icu_calendar::Gregorian;
use icu_datetime::fieldsets::{M, MD, Y, YM, YMD, YMDT};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter};
use icu_decimal::{DecimalFormatter, input::Decimal};
use icu_locale::names::LanguageIdentifierDisplayName;
use icu_locale_core::{LanguageIdentifier, Locale};
use icu_plurals::{PluralCategory, PluralRules};
use story::{Civil, PLURAL_CATEGORIES};
use writeable::Writeable as _;

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The formats of one language. Where there is none for something, digits in the order of ISO 8601 stand in.
pub(super) struct Formats {
    day: Option<Formatter<YMD>>,
    minute: Option<Formatter<YMDT>>,
    second: Option<Formatter<YMDT>>,
    month: Option<Formatter<YM>>,
    year: Option<Formatter<Y>>,
    month_alone: Option<Formatter<M>>,
    day_and_month: Option<Formatter<MD>>,
    number: Option<DecimalFormatter>,
    locale: Locale,
    plural: Option<PluralRules>,
    ordinal: Option<PluralRules>,
}

impl Formats {
    /// The formats for a BCP 47 tag; those that all languages share where nobody knows it.
    pub(super) fn new(language: &str) -> Self {
        let locale = Locale::try_from_str(language).unwrap_or(Locale::UNKNOWN);
        let dates = DateTimeFormatterPreferences::from(&locale);
        Self {
            day: Formatter::try_new(dates, YMD::long()).ok(),
            minute: Formatter::try_new(dates, YMD::long().with_time_hm()).ok(),
            second: Formatter::try_new(dates, YMD::long().with_time_hms()).ok(),
            month: Formatter::try_new(dates, YM::long()).ok(),
            year: Formatter::try_new(dates, Y::long()).ok(),
            month_alone: Formatter::try_new(dates, M::long()).ok(),
            day_and_month: Formatter::try_new(dates, MD::long()).ok(),
            number: DecimalFormatter::try_new((&locale).into(), Default::default()).ok(),
            plural: PluralRules::try_new_cardinal((&locale).into()).ok(),
            ordinal: PluralRules::try_new_ordinal((&locale).into()).ok(),
            locale,
        }
    }

    pub(super) fn day(&self, civil: Civil) -> String {
        let known = self.day.as_ref().zip(date(civil));
        known.map_or_else(|| iso_day(civil), |(format, date)| format.format(&date).to_string())
    }

    /// A day with the time, in UTC, to the minute or to the second.
    pub(super) fn time(&self, civil: Civil, sec_of_day: i64, with_seconds: bool) -> String {
        let format = if with_seconds { &self.second } else { &self.minute };
        let [hour, minute, second] = [sec_of_day / 3_600, sec_of_day / 60 % 60, sec_of_day % 60].map(|part| part as u8);
        let known = format.as_ref().zip(date(civil)).zip(Time::try_new(hour, minute, second, 0).ok());
        let text = known.map_or_else(
            || format!("{} {hour:02}:{minute:02}:{second:02}", iso_day(civil)),
            |((format, date), time)| format.format(&DateTime { date, time }).to_string(),
        );
        text + " UTC"
    }

    pub(super) fn month(&self, civil: Civil) -> String {
        let known = self.month.as_ref().zip(date(civil));
        known.map_or_else(|| iso_month(civil), |(format, date)| format.format(&date).to_string())
    }

    pub(super) fn year(&self, year: i64) -> String {
        let known = self.year.as_ref().zip(date(Civil { year, month: 1, day: 1 }));
        known.map_or_else(|| year.to_string(), |(format, date)| format.format(&date).to_string())
    }

    /// A month without its year.
    pub(super) fn month_alone(&self, civil: Civil) -> String {
        let known = self.month_alone.as_ref().zip(date(in_leap_year(civil)));
        known.map_or_else(|| format!("{:02}", civil.month), |(format, date)| format.format(&date).to_string())
    }

    /// A day without its year.
    pub(super) fn day_and_month(&self, civil: Civil) -> String {
        let known = self.day_and_month.as_ref().zip(date(in_leap_year(civil)));
        known.map_or_else(
            || format!("{:02}-{:02}", civil.month, civil.day),
            |(format, date)| format.format(&date).to_string(),
        )
    }

    /// What the language calls another one.
    pub(super) fn language_name(&self, tag: &str) -> Option<String> {
        let named = LanguageIdentifier::try_from_str(tag).ok()?;
        let preferences = (&self.locale).into();
        let name = LanguageIdentifierDisplayName::try_new_light(preferences, named, Default::default()).ok()?;
        Some(name.as_borrowed().write_to_string().into_owned())
    }

    pub(super) fn number(&self, n: i64) -> String {
        self.number.as_ref().map_or_else(|| n.to_string(), |format| format.format(&Decimal::from(n)).to_string())
    }

    /// The position of the plural form for a number.
    pub(super) fn plural(&self, n: usize) -> usize {
        form(self.plural.as_ref(), n as u64)
    }

    /// The same for a number that tells a place in an order.
    pub(super) fn ordinal(&self, n: u64) -> usize {
        form(self.ordinal.as_ref(), n)
    }
}

fn form(rules: Option<&PluralRules>, n: u64) -> usize {
    let name = match rules.map(|rules| rules.category_for(n)) {
        Some(PluralCategory::Zero) => "zero",
        Some(PluralCategory::One) => "one",
        Some(PluralCategory::Two) => "two",
        Some(PluralCategory::Few) => "few",
        Some(PluralCategory::Many) => "many",
        Some(PluralCategory::Other) | None => "other",
    };
    PLURAL_CATEGORIES.iter().position(|known| *known == name).unwrap_or_default()
}

fn date(civil: Civil) -> Option<Date<Gregorian>> {
    Date::try_new_gregorian(i32::try_from(civil.year).ok()?, civil.month, civil.day).ok()
}

/// The same month and day in a year that has them all.
fn in_leap_year(civil: Civil) -> Civil {
    Civil { year: 2000, ..civil }
}

fn iso_day(civil: Civil) -> String {
    format!("{}-{:02}", iso_month(civil), civil.day)
}

fn iso_month(civil: Civil) -> String {
    format!("{:04}-{:02}", civil.year, civil.month)
}
