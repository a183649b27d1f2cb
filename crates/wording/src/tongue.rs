//! What the words ask of a language.

use story::{Message, ZoneIx};

/// How long a date may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Length {
    /// As in running text: "13 September 2023".
    Long,
    /// As in a label: "13 Sept 2023".
    Short,
}

/// The parts of a date that a format names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// 12 June 2025
    Day,
    /// 12 Jun 2025
    DayShort,
    /// June 2025
    Month,
    /// Jun 2025
    MonthShort,
    /// 2025
    Year,
    /// Jun
    MonthAlone,
    /// 8 June
    DayAndMonth,
    /// 12 June 2025 at 14:05
    DayAndTime,
    /// 12 June 2025 at 14:05:09
    DayAndSecond,
    /// 12 Jun 2025, 14:05
    DayShortAndTime,
    /// 12 Jun 2025, 14:05:09
    DayShortAndSecond,
    /// 14:05, or 2:05 PM where the language counts to twelve twice a day
    Time,
    /// 14:05:09, or 2:05:09 PM
    TimeToSecond,
}

/// A language with its phrases. Dates are those of the Gregorian calendar and times those of a clock, in seconds since 1970 on
/// that clock, and lie in the years 1 to 9999. Which clock it is, no format says.
pub trait Tongue {
    /// One form of a phrase, by its position in [`story::PLURAL_CATEGORIES`]; `other` where it has no such form.
    fn phrase(&self, message: Message, form: usize) -> &str;
    /// What the story's author calls a clock; empty where there is no such name.
    fn zone(&self, zone: ZoneIx) -> &str;
    /// A date in a format.
    fn date(&self, format: Format, sec: i64) -> String;
    /// From one date to another, as the language writes ranges; what they share is said once.
    fn range(&self, format: Format, from_sec: i64, to_sec: i64) -> Option<String>;
    /// The two halves of a range on either side of its dash, for instance "13" and "14 June 2025".
    fn range_halves(&self, format: Format, from_sec: i64, to_sec: i64) -> Option<(String, String)>;
    /// A number with the language's digits and grouping.
    fn number(&self, number: f64) -> String;
    /// A large number with its millions or billions in words, to three places.
    fn compact(&self, number: f64) -> String;
    /// A number with the language's digits, not grouped.
    fn digits(&self, number: f64) -> String;
    /// The position in [`story::PLURAL_CATEGORIES`] of the form that a number takes.
    fn plural(&self, n: usize) -> usize;
    /// The same for a number that tells a place in an order.
    fn ordinal(&self, n: usize) -> usize;
    /// What the language calls another one, by its BCP 47 tag; `None` where nobody knows it.
    fn language_name(&self, tag: &str) -> Option<String>;
}
