//! Dates in words, exactly as precise as the record.

use story::{
    Civil, End, Message, Moment, Precision, Qualifier, Shape, When, civil_from_day, day_from_civil, day_from_sec,
    sec_from_day,
};

use super::{Words, intl::Format};

/// How long a date may be.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Length {
    /// As in running text: "13 September 2023".
    Long,
    /// As in a label: "13 Sept 2023".
    Short,
}

/// The years that JavaScript's `Date` and `Intl` handle without surprises.
const PLAIN_YEARS: std::ops::RangeInclusive<i64> = 1..=9999;

impl Words {
    /// A date in words.
    #[must_use]
    pub fn when(&self, when: &When, length: Length) -> String {
        match (when.shape, when.first, when.last) {
            (Shape::Single, End::At(moment), _) => self.moment(&moment, length),
            (Shape::Single, _, _) => self.say(Message::NoDate).to_owned(),
            (Shape::Interval, End::At(a), End::At(b)) => self.pair(Message::FromTo, &a, &b, length),
            (Shape::Interval, End::At(a), _) => self.around(Message::Since, &a, length),
            (Shape::Interval, _, End::At(b)) => self.around(Message::Until, &b, length),
            (Shape::OneOf { members }, End::At(a), End::At(b)) => {
                self.pair(if members == 2 { Message::Either } else { Message::Between }, &a, &b, length)
            }
            (Shape::OneOf { .. }, End::At(a), _) => self.around(Message::OnOrAfter, &a, length),
            (Shape::OneOf { .. }, _, End::At(b)) => self.around(Message::OnOrBefore, &b, length),
            (Shape::AllOf { .. }, End::At(a), End::At(b)) => self.pair(Message::Both, &a, &b, length),
            (Shape::AllOf { .. }, End::At(a), _) => self.around(Message::Since, &a, length),
            (Shape::AllOf { .. }, _, End::At(b)) => self.around(Message::Until, &b, length),
            _ => self.say(Message::NoDate).to_owned(),
        }
    }

    /// A day in words.
    #[must_use]
    pub fn day(&self, day: i64, length: Length) -> String {
        let moment = Moment {
            earliest_sec: sec_from_day(day),
            latest_sec: sec_from_day(day) + story::DAY_SECS - 1,
            precision: Precision::Day,
            qualifier: Qualifier::default(),
        };
        self.moment(&moment, length)
    }

    /// The number of a day within its month, for an axis of days.
    #[must_use]
    pub fn day_of_month(&self, day: i64) -> String {
        self.number(usize::from(civil_from_day(day).day))
    }

    /// The month that a day lies in, with its year.
    #[must_use]
    pub fn month_of(&self, day: i64) -> String {
        let moment = Moment {
            earliest_sec: sec_from_day(day),
            latest_sec: sec_from_day(day),
            precision: Precision::Month,
            qualifier: Qualifier::default(),
        };
        self.moment(&moment, Length::Long)
    }

    /// From one second to another, in whole days or coarser.
    #[must_use]
    pub fn span(&self, start_sec: i64, end_sec: i64) -> String {
        let (a, b) = (day_from_sec(start_sec), day_from_sec(end_sec));
        let years = civil_from_day(a).year..=civil_from_day(b).year;
        let plain = PLAIN_YEARS.contains(years.start()) && PLAIN_YEARS.contains(years.end());
        let format = if b - a > 1_000 { Format::Year } else { Format::Month };
        let precise = if b - a < 62 { Format::Day } else { format };
        plain.then(|| self.intl.range(precise, sec_from_day(a), sec_from_day(b))).flatten().unwrap_or_else(|| {
            self.fill(Message::FromTo, &[("a", &self.year(*years.start())), ("b", &self.year(*years.end()))])
        })
    }

    fn around(&self, message: Message, moment: &Moment, length: Length) -> String {
        self.fill(message, &[("date", &self.moment(moment, length))])
    }

    fn pair(&self, message: Message, a: &Moment, b: &Moment, length: Length) -> String {
        if a.earliest_sec == b.earliest_sec && a.latest_sec == b.latest_sec {
            return self.moment(a, length);
        }
        let doubt = |moment: &Moment| moment.qualifier != Qualifier::default();
        let format = format_of(a.precision, length)
            .filter(|_| a.precision == b.precision && !doubt(a) && !doubt(b) && is_plain(a) && is_plain(b));
        if let Some(format) = format {
            if message == Message::FromTo
                && let Some(range) = self.intl.range(format, a.earliest_sec, b.earliest_sec)
            {
                return range;
            }
            if let Some((a, b)) = self.intl.range_halves(format, a.earliest_sec, b.earliest_sec) {
                return self.fill(message, &[("a", &a), ("b", &b)]);
            }
        }
        self.fill(message, &[("a", &self.moment(a, length)), ("b", &self.moment(b, length))])
    }

    fn moment(&self, moment: &Moment, length: Length) -> String {
        let mut text = self.bare(moment, length);
        if moment.qualifier.approximate {
            text = self.fill(Message::Circa, &[("date", &text)]);
        }
        if moment.qualifier.uncertain {
            text = self.fill(Message::Perhaps, &[("date", &text)]);
        }
        text
    }

    /// A moment without its doubts.
    fn bare(&self, moment: &Moment, length: Length) -> String {
        let civil = civil_from_day(day_from_sec(moment.earliest_sec));
        let year = self.year(civil.year);
        match moment.precision {
            Precision::Part(code) => self.part_of_year(code, &year),
            Precision::Decade => self.fill(Message::DecadeOf, &[("year", &self.year(civil.year.div_euclid(10) * 10))]),
            Precision::Century if civil.year >= 0 => {
                self.ordinal(Message::CenturyOf, civil.year.div_euclid(100).unsigned_abs() as usize + 1, &[])
            }
            Precision::Century | Precision::Millennium | Precision::Older => {
                let last = civil_from_day(day_from_sec(moment.latest_sec)).year;
                self.fill(Message::FromTo, &[("a", &year), ("b", &self.year(last))])
            }
            precision => match format_of(precision, length) {
                Some(format) if is_plain(moment) => self.intl.date(format, moment.earliest_sec),
                Some(Format::Day | Format::DayShort | Format::DayAndTime) => {
                    [self.intl.date(Format::DayAndMonth, in_plain_year(civil)), year].join(" ")
                }
                Some(Format::Month | Format::MonthShort) => {
                    [self.intl.date(Format::MonthAlone, in_plain_year(civil)), year].join(" ")
                }
                _ => year,
            },
        }
    }

    /// A year in words; years before 1 are counted backwards.
    pub(super) fn year(&self, year: i64) -> String {
        if PLAIN_YEARS.contains(&year) {
            let sec = sec_from_day(day_from_civil(Civil { year, month: 1, day: 1 }));
            self.intl.date(Format::Year, sec)
        } else if year > 0 {
            self.intl.number(year as f64)
        } else {
            let n = self.intl.number(1.0 - year as f64);
            self.fill(Message::YearBefore, &[("n", &n)])
        }
    }

    fn part_of_year(&self, code: u8, year: &str) -> String {
        let (message, n) = match code {
            21 | 25 | 29 => (Message::Spring, 0),
            22 | 26 | 30 => (Message::Summer, 0),
            23 | 27 | 31 => (Message::Autumn, 0),
            24 | 28 | 32 => (Message::Winter, 0),
            33..=36 => (Message::QuarterOf, code - 32),
            37..=39 => (Message::ThirdOf, code - 36),
            _ => (Message::HalfOf, code.saturating_sub(39)),
        };
        self.ordinal(message, usize::from(n), &[("year", year)])
    }
}

/// The format for a precision that `Intl` knows.
fn format_of(precision: Precision, length: Length) -> Option<Format> {
    Some(match (precision, length) {
        (Precision::Second | Precision::Minute, _) => Format::DayAndTime,
        (Precision::Day, Length::Long) => Format::Day,
        (Precision::Day, Length::Short) => Format::DayShort,
        (Precision::Month, Length::Long) => Format::Month,
        (Precision::Month, Length::Short) => Format::MonthShort,
        (Precision::Year, _) => Format::Year,
        _ => return None,
    })
}

fn is_plain(moment: &Moment) -> bool {
    PLAIN_YEARS.contains(&civil_from_day(day_from_sec(moment.earliest_sec)).year)
}

/// The same month and day in a leap year that `Intl` can format, in seconds.
fn in_plain_year(civil: Civil) -> i64 {
    sec_from_day(day_from_civil(Civil { year: 2000, ..civil }))
}
