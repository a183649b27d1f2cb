//! How a language writes dates and numbers.

use std::fmt::{self, Write};

use icu_calendar::Gregorian;
use icu_datetime::fieldsets::{M, MD, T, Y, YM, YMD, YMDT};
use icu_datetime::input::{Date, DateTime, Time};
use icu_datetime::parts;
use icu_datetime::{DateTimeFormatterPreferences, FixedCalendarDateTimeFormatter, NoCalendarFormatter};
use icu_decimal::options::{DecimalFormatterOptions, GroupingStrategy};
use icu_decimal::{CompactDecimalFormatter, DecimalFormatter, input::Decimal};
use icu_locale::names::LanguageIdentifierDisplayName;
use icu_locale_core::{LanguageIdentifier, Locale};
use icu_plurals::PluralRules;
use story::{Civil, DAY_SECS, civil_from_day, day_from_sec};
use wording::Format;
use writeable::{Part, PartsWrite, Writeable};

use super::ranges::Piece;

type Formatter<Fields> = FixedCalendarDateTimeFormatter<Gregorian, Fields>;

/// The formats of one language. Where there is none for something, digits in the order of ISO 8601 stand in.
pub(super) struct Formats {
    locale: Locale,
    day: Option<Formatter<YMD>>,
    day_short: Option<Formatter<YMD>>,
    month: Option<Formatter<YM>>,
    month_short: Option<Formatter<YM>>,
    year: Option<Formatter<Y>>,
    month_alone: Option<Formatter<M>>,
    day_and_month: Option<Formatter<MD>>,
    minute: Option<Formatter<YMDT>>,
    second: Option<Formatter<YMDT>>,
    minute_short: Option<Formatter<YMDT>>,
    second_short: Option<Formatter<YMDT>>,
    time: Option<NoCalendarFormatter<T>>,
    time_to_second: Option<NoCalendarFormatter<T>>,
    number: Option<DecimalFormatter>,
    digits: Option<DecimalFormatter>,
    compact: Option<CompactDecimalFormatter>,
    pub(super) plural: Option<PluralRules>,
    pub(super) ordinal: Option<PluralRules>,
}

/// What the Unicode data holds. What it does not (a language, a year beyond its calendar), is said in a form that all
/// languages share.
fn loaded<T, E>(made: Result<T, E>) -> Option<T> {
    made.ok()
}

impl Formats {
    /// The formats for a BCP 47 tag; those that all languages share where nobody knows it.
    pub(super) fn new(language: &str) -> Self {
        let locale = Locale::try_from_str(language).unwrap_or(Locale::UNKNOWN);
        let dates = DateTimeFormatterPreferences::from(&locale);
        let mut ungrouped = DecimalFormatterOptions::default();
        ungrouped.grouping_strategy = Some(GroupingStrategy::Never);
        Self {
            day: loaded(Formatter::try_new(dates, YMD::long())),
            day_short: loaded(Formatter::try_new(dates, YMD::medium())),
            month: loaded(Formatter::try_new(dates, YM::long())),
            month_short: loaded(Formatter::try_new(dates, YM::medium())),
            year: loaded(Formatter::try_new(dates, Y::long())),
            month_alone: loaded(Formatter::try_new(dates, M::medium())),
            day_and_month: loaded(Formatter::try_new(dates, MD::long())),
            minute: loaded(Formatter::try_new(dates, YMD::long().with_time_hm())),
            second: loaded(Formatter::try_new(dates, YMD::long().with_time_hms())),
            minute_short: loaded(Formatter::try_new(dates, YMD::medium().with_time_hm())),
            second_short: loaded(Formatter::try_new(dates, YMD::medium().with_time_hms())),
            time: loaded(NoCalendarFormatter::try_new(dates, T::hm())),
            time_to_second: loaded(NoCalendarFormatter::try_new(dates, T::hms())),
            number: loaded(DecimalFormatter::try_new((&locale).into(), Default::default())),
            digits: loaded(DecimalFormatter::try_new((&locale).into(), ungrouped)),
            compact: loaded(CompactDecimalFormatter::try_new_long((&locale).into(), Default::default())),
            plural: loaded(PluralRules::try_new_cardinal((&locale).into())),
            ordinal: loaded(PluralRules::try_new_ordinal((&locale).into())),
            locale,
        }
    }

    /// A date in words, piece by piece.
    pub(super) fn date(&self, format: Format, sec: i64) -> Vec<Piece> {
        let civil = civil_from_day(day_from_sec(sec));
        self.known(format, civil, sec).map_or_else(|| vec![literal(&iso(format, civil, sec))], without_era)
    }

    fn known(&self, format: Format, civil: Civil, sec: i64) -> Option<Vec<Piece>> {
        let date = loaded(Date::try_new_gregorian(i32::try_from(civil.year).ok()?, civil.month, civil.day))?;
        let [hour, minute, second] = clock(sec).map(|part| part as u8);
        let time = loaded(Time::try_new(hour, minute, second, 0))?;
        let timed = |format: &Formatter<YMDT>| pieces(&format.format(&DateTime { date, time }));
        Some(match format {
            Format::Day => pieces(&self.day.as_ref()?.format(&date)),
            Format::DayShort => pieces(&self.day_short.as_ref()?.format(&date)),
            Format::Month => pieces(&self.month.as_ref()?.format(&date)),
            Format::MonthShort => pieces(&self.month_short.as_ref()?.format(&date)),
            Format::Year => pieces(&self.year.as_ref()?.format(&date)),
            Format::MonthAlone => pieces(&self.month_alone.as_ref()?.format(&date)),
            Format::DayAndMonth => pieces(&self.day_and_month.as_ref()?.format(&date)),
            Format::DayAndTime => timed(self.minute.as_ref()?),
            Format::DayAndSecond => timed(self.second.as_ref()?),
            Format::DayShortAndTime => timed(self.minute_short.as_ref()?),
            Format::DayShortAndSecond => timed(self.second_short.as_ref()?),
            Format::Time => pieces(&self.time.as_ref()?.format(&time)),
            Format::TimeToSecond => pieces(&self.time_to_second.as_ref()?.format(&time)),
        })
    }

    pub(super) fn number(&self, n: i64) -> String {
        self.number.as_ref().map_or_else(|| n.to_string(), |format| format.format(&Decimal::from(n)).to_string())
    }

    /// A number that is not grouped, because it names and does not count.
    pub(super) fn digits(&self, n: i64) -> String {
        self.digits.as_ref().map_or_else(|| n.to_string(), |format| format.format(&Decimal::from(n)).to_string())
    }

    /// A large number with its millions or billions in words, to the last place.
    pub(super) fn compact(&self, n: &Decimal) -> Option<String> {
        let format = self.compact.as_ref()?;
        let exponent = format.compact_exponent_for_magnitude(n.absolute.nonzero_magnitude_start());
        let mut significand = n.clone();
        significand.multiply_pow10(-i16::from(exponent));
        significand.absolute.trim_end();
        Some(loaded(format.format_with_exponent(&significand, exponent))?.to_string())
    }

    /// What the language calls another one.
    pub(super) fn language_name(&self, tag: &str) -> Option<String> {
        let named = loaded(LanguageIdentifier::try_from_str(tag))?;
        let preferences = (&self.locale).into();
        let name = loaded(LanguageIdentifierDisplayName::try_new_light(preferences, named, Default::default()))?;
        Some(name.as_borrowed().write_to_string().into_owned())
    }
}

/// A date without the era, which ICU4X adds to the first centuries and the browser's `Intl` does not.
fn without_era(mut pieces: Vec<Piece>) -> Vec<Piece> {
    if let Some(at) = pieces.iter().position(|piece| piece.field == Some(parts::ERA)) {
        let is_space = |piece: &Piece| piece.field.is_none() && piece.text.trim().is_empty();
        let before = at.checked_sub(1).filter(|before| is_space(&pieces[*before]));
        let after = Some(at + 1).filter(|after| pieces.get(*after).is_some_and(is_space));
        pieces.drain(before.unwrap_or(at)..=before.map_or(after.unwrap_or(at), |_| at));
    }
    pieces
}

fn literal(text: &str) -> Piece {
    Piece { field: None, text: text.to_owned() }
}

/// Hours, minutes and seconds of a second's day.
fn clock(sec: i64) -> [i64; 3] {
    let of_day = sec.rem_euclid(DAY_SECS);
    [of_day / 3_600, of_day / 60 % 60, of_day % 60]
}

/// A date in the order of ISO 8601.
fn iso(format: Format, Civil { year, month, day }: Civil, sec: i64) -> String {
    let [hour, minute, second] = clock(sec);
    match format {
        Format::Year => format!("{year:04}"),
        Format::Month | Format::MonthShort => format!("{year:04}-{month:02}"),
        Format::MonthAlone => format!("{month:02}"),
        Format::DayAndMonth => format!("{month:02}-{day:02}"),
        Format::Day | Format::DayShort => format!("{year:04}-{month:02}-{day:02}"),
        Format::Time => format!("{hour:02}:{minute:02}"),
        Format::TimeToSecond => format!("{hour:02}:{minute:02}:{second:02}"),
        Format::DayAndTime | Format::DayShortAndTime => {
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
        }
        Format::DayAndSecond | Format::DayShortAndSecond => {
            format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{second:02}")
        }
    }
}

/// What is written, cut where a field of a date begins and ends.
fn pieces(date: &impl Writeable) -> Vec<Piece> {
    let mut cut = Cut { pieces: Vec::new(), field: None };
    // Writing to memory does not fail.
    let _ = date.write_to_parts(&mut cut);
    cut.pieces
}

struct Cut {
    pieces: Vec<Piece>,
    field: Option<Part>,
}

impl Write for Cut {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        match self.pieces.last_mut().filter(|last| last.field == self.field) {
            Some(last) => last.text.push_str(text),
            None => self.pieces.push(Piece { field: self.field, text: text.to_owned() }),
        }
        Ok(())
    }
}

impl PartsWrite for Cut {
    type SubPartsWrite = Self;

    /// Of parts within parts, such as the digits of a day, the outermost counts.
    fn with_part(&mut self, part: Part, mut write: impl FnMut(&mut Self) -> fmt::Result) -> fmt::Result {
        if self.field.is_some() {
            return write(self);
        }
        self.field = Some(part);
        let written = write(self);
        self.field = None;
        written
    }
}
