//! The browser's `Intl`, asked once for each format and kept.
//!
//! Bound by hand, because typed bindings cost more wasm, and lack the methods for ranges.

use std::cell::OnceCell;

use js_sys::{Array, Date, Object, Reflect};
use wasm_bindgen::{JsValue, prelude::wasm_bindgen};

use super::memory::Memory;
use story::PLURAL_CATEGORIES;

#[wasm_bindgen]
extern "C" {
    /// `Intl.DateTimeFormat`, with the range methods that js-sys does not have.
    #[wasm_bindgen(js_namespace = Intl, extends = Object)]
    pub(super) type DateTimeFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &JsValue, options: &Object) -> Result<DateTimeFormat, JsValue>;

    #[wasm_bindgen(method)]
    fn format(this: &DateTimeFormat, date: &Date) -> String;

    #[wasm_bindgen(method, js_name = formatRange, catch)]
    fn format_range(this: &DateTimeFormat, a: &Date, b: &Date) -> Result<String, JsValue>;

    #[wasm_bindgen(method, js_name = formatRangeToParts, catch)]
    fn format_range_to_parts(this: &DateTimeFormat, a: &Date, b: &Date) -> Result<Array, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type NumberFormat;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &JsValue, options: &Object) -> Result<NumberFormat, JsValue>;

    #[wasm_bindgen(method)]
    fn format(this: &NumberFormat, number: f64) -> String;

    #[wasm_bindgen(js_namespace = Intl)]
    type DisplayNames;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &JsValue, options: &Object) -> Result<DisplayNames, JsValue>;

    #[wasm_bindgen(method, catch)]
    fn of(this: &DisplayNames, code: &str) -> Result<JsValue, JsValue>;

    #[wasm_bindgen(js_namespace = Intl)]
    type PluralRules;

    #[wasm_bindgen(constructor, js_namespace = Intl, catch)]
    fn new(locales: &JsValue, options: &Object) -> Result<PluralRules, JsValue>;

    #[wasm_bindgen(method)]
    fn select(this: &PluralRules, number: f64) -> String;
}

/// The parts of a date that a format names. The order is that of [`Intl`]'s formats.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
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
    /// 8 Jun
    DayAndMonthShort,
    /// Sun 8
    WeekdayAndDay,
    /// 14:05, on an axis
    Time,
    /// 14:05:09, on an axis
    TimeToSecond,
    /// 14:05:09.250
    TimeToMilli,
    /// 9.250
    SecondToMilli,
    /// 12 June 2025 at 14:05
    DayAndTime,
    /// 12 June 2025 at 14:05:09
    DayAndSecond,
    /// 12 Jun 2025, 14:05
    DayShortAndTime,
    /// 12 Jun 2025, 14:05:09
    DayShortAndSecond,
    /// 14:05, or 2:05 PM where the language counts to twelve twice a day
    TimeOfDay,
    /// 14:05:09, or 2:05:09 PM
    TimeOfDayToSecond,
}

impl Format {
    /// Every format, each at its own position.
    const ALL: [Self; 19] = [
        Self::Day,
        Self::DayShort,
        Self::Month,
        Self::MonthShort,
        Self::Year,
        Self::MonthAlone,
        Self::DayAndMonth,
        Self::DayAndMonthShort,
        Self::WeekdayAndDay,
        Self::Time,
        Self::TimeToSecond,
        Self::TimeToMilli,
        Self::SecondToMilli,
        Self::DayAndTime,
        Self::DayAndSecond,
        Self::DayShortAndTime,
        Self::DayShortAndSecond,
        Self::TimeOfDay,
        Self::TimeOfDayToSecond,
    ];

    /// What the format asks of `Intl.DateTimeFormat`. Times are those of the clock there, of which `Intl` knows nothing: what it
    /// is called is put beside them by the wording. On an axis they have the form that is narrowest and alike in all.
    fn fields(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Day => &[YEAR, MONTH, DAY],
            Self::DayShort => &[YEAR, MONTH_SHORT, DAY],
            Self::Month => &[YEAR, MONTH],
            Self::MonthShort => &[YEAR, MONTH_SHORT],
            Self::Year => &[YEAR],
            Self::MonthAlone => &[MONTH_SHORT],
            Self::DayAndMonth => &[MONTH, DAY],
            Self::DayAndMonthShort => &[MONTH_SHORT, DAY],
            Self::WeekdayAndDay => &[("weekday", "short"), DAY],
            Self::Time => &[HOUR, MINUTE, CYCLE],
            Self::TimeToSecond => &[HOUR, MINUTE, SECOND, CYCLE],
            Self::TimeToMilli => &[HOUR, MINUTE, SECOND, MILLIS, CYCLE],
            Self::SecondToMilli => &[("second", "numeric"), MILLIS],
            Self::DayAndTime => &[YEAR, MONTH, DAY, HOUR_OF_DAY, MINUTE],
            Self::DayAndSecond => &[YEAR, MONTH, DAY, HOUR_OF_DAY, MINUTE, SECOND],
            Self::DayShortAndTime => &[YEAR, MONTH_SHORT, DAY, HOUR_OF_DAY, MINUTE],
            Self::DayShortAndSecond => &[YEAR, MONTH_SHORT, DAY, HOUR_OF_DAY, MINUTE, SECOND],
            Self::TimeOfDay => &[HOUR_OF_DAY, MINUTE],
            Self::TimeOfDayToSecond => &[HOUR_OF_DAY, MINUTE, SECOND],
        }
    }
}

const YEAR: (&str, &str) = ("year", "numeric");
const MONTH: (&str, &str) = ("month", "long");
const MONTH_SHORT: (&str, &str) = ("month", "short");
const DAY: (&str, &str) = ("day", "numeric");
const HOUR: (&str, &str) = ("hour", "2-digit");
/// As the language writes hours, with a zero before them or not, to twelve or to twenty-four.
const HOUR_OF_DAY: (&str, &str) = ("hour", "numeric");
const MINUTE: (&str, &str) = ("minute", "2-digit");
const SECOND: (&str, &str) = ("second", "2-digit");
const MILLIS: (&str, &str) = ("fractionalSecondDigits", "3");
const CYCLE: (&str, &str) = ("hourCycle", "h23");
/// How compact numbers are written; it says nothing to others.
const COMPACT: (&str, &str) = ("compactDisplay", "long");

/// A unit of time that is counted in words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Unit {
    /// 19 days
    Day,
    /// 19 months
    Month,
    /// 19 years
    Year,
    /// 19 million years
    Age,
}

impl Unit {
    /// What `Intl.NumberFormat` calls each, at its own position.
    const NAMES: [&str; 4] = ["day", "month", "year", "year"];
}

/// What the words ask of a calendar and a language; the browser's `Intl` outside of tests.
pub(super) trait Formats {
    /// A date in a format; `sec` must lie within JavaScript's `Date`.
    fn date(&self, format: Format, sec: i64) -> String {
        self.instant(format, sec, 0)
    }
    /// The same so many thousandths of a second later.
    fn instant(&self, format: Format, sec: i64, ms: u16) -> String;
    /// From one date to another, as the language writes ranges; what they share is said once.
    fn range(&self, format: Format, from_sec: i64, to_sec: i64) -> Option<String>;
    /// The two halves of a range on either side of its dash, for instance "13" and "14 June 2025".
    fn range_halves(&self, format: Format, from_sec: i64, to_sec: i64) -> Option<(String, String)>;
    /// A number with the language's digits and grouping.
    fn number(&self, number: f64) -> String;
    /// A number of days, months or years in words.
    fn units(&self, unit: Unit, number: f64) -> String;
    /// A large number with its millions or billions in words, to three places.
    fn compact(&self, number: f64) -> String;
    /// A number with the language's digits, not grouped.
    fn digits(&self, number: f64) -> String;
    /// The position in [`PLURAL_CATEGORIES`] of the form that a number takes.
    fn plural(&self, n: usize) -> usize;
    /// The same for a number that tells a place in an order.
    fn ordinal(&self, n: usize) -> usize;
}

/// Marks a format of a range apart from that of an instant.
const RANGE: u8 = 128;

/// What a browser has of `Intl`. In a format that it does not know nothing is said, and the rest goes on.
fn offered<T>(made: Result<T, JsValue>) -> Option<T> {
    made.ok()
}

/// The formats of one language.
pub(super) struct Intl {
    memory: Memory,
    tag: JsValue,
    /// Made when they are first asked for: a story needs a few of them.
    dates: [OnceCell<Option<DateTimeFormat>>; Format::ALL.len()],
    numbers: Option<NumberFormat>,
    compact: Option<NumberFormat>,
    digits: Option<NumberFormat>,
    units: [Option<NumberFormat>; 4],
    plurals: Option<PluralRules>,
    ordinals: Option<PluralRules>,
}

impl Intl {
    /// The formats of a language tag; the browser's default language where it does not know the tag.
    pub(super) fn new(language: &str) -> Self {
        let tag = known_locale(language);
        let numbers = offered(NumberFormat::new(&tag, &Object::new()));
        let compact = with_fields(&[("notation", "compact"), COMPACT, ("maximumFractionDigits", "3")]);
        let compact = offered(NumberFormat::new(&tag, &compact));
        let digits = offered(NumberFormat::new(&tag, &ungrouped()));
        let unit = |name, notation| {
            let fields = [("style", "unit"), ("unitDisplay", "long"), ("unit", name), ("notation", notation), COMPACT];
            offered(NumberFormat::new(&tag, &with_fields(&fields)))
        };
        let mut units = Unit::NAMES.map(|name| unit(name, "standard"));
        units[Unit::Age as usize] = unit("year", "compact");
        let plurals = offered(PluralRules::new(&tag, &Object::new()));
        let ordinals = offered(PluralRules::new(&tag, &with_fields(&[("type", "ordinal")])));
        let (memory, dates) = (Memory::default(), Default::default());
        Self { memory, tag, dates, numbers, compact, digits, units, plurals, ordinals }
    }

    /// The browser's format; `None` where it refuses one, and then nothing is said.
    fn dates(&self, format: Format) -> Option<&DateTimeFormat> {
        let made = || offered(DateTimeFormat::new(&self.tag, &date_options(format.fields())));
        self.dates[format as usize].get_or_init(made).as_ref()
    }
}

impl Formats for Intl {
    fn instant(&self, format: Format, sec: i64, ms: u16) -> String {
        let worded = self.memory.get((format as u8, sec, i64::from(ms)), || {
            let date = Date::new(&JsValue::from_f64(sec as f64 * 1000.0 + f64::from(ms)));
            Some(self.dates(format)?.format(&date))
        });
        worded.unwrap_or_default()
    }

    fn range(&self, format: Format, from_sec: i64, to_sec: i64) -> Option<String> {
        self.memory.get((RANGE | format as u8, from_sec, to_sec), || {
            offered(self.dates(format)?.format_range(&js_date(from_sec), &js_date(to_sec)))
        })
    }

    fn range_halves(&self, format: Format, from_sec: i64, to_sec: i64) -> Option<(String, String)> {
        let format = self.dates(format)?;
        let parts = offered(format.format_range_to_parts(&js_date(from_sec), &js_date(to_sec)))?;
        let parts: Vec<(String, String)> =
            parts.iter().map(|part| (field(&part, "source"), field(&part, "value"))).collect();
        let last_start = parts.iter().rposition(|(source, _)| source == "startRange")?;
        let first_end = parts.iter().position(|(source, _)| source == "endRange")?;
        // The dash is what stands alone between the two ends; languages that write none cannot be cut.
        if first_end != last_start + 2 {
            return None;
        }
        let joined = |parts: &[(String, String)]| parts.iter().map(|(_, value)| value.as_str()).collect::<String>();
        Some((joined(&parts[..=last_start]), joined(&parts[first_end..])))
    }

    fn number(&self, number: f64) -> String {
        self.numbers.as_ref().map(|format| format.format(number)).unwrap_or_default()
    }

    fn units(&self, unit: Unit, number: f64) -> String {
        self.units[unit as usize].as_ref().map(|format| format.format(number)).unwrap_or_default()
    }

    fn compact(&self, number: f64) -> String {
        self.compact.as_ref().map(|format| format.format(number)).unwrap_or_default()
    }

    fn digits(&self, number: f64) -> String {
        self.digits.as_ref().map(|format| format.format(number)).unwrap_or_default()
    }

    fn plural(&self, n: usize) -> usize {
        form(self.plurals.as_ref(), n)
    }

    fn ordinal(&self, n: usize) -> usize {
        form(self.ordinals.as_ref(), n)
    }
}

fn form(rules: Option<&PluralRules>, n: usize) -> usize {
    let category = rules.map(|rules| rules.select(n as f64)).unwrap_or_default();
    PLURAL_CATEGORIES.iter().position(|name| *name == category).unwrap_or(0)
}

/// What one language calls another, both by tag.
pub(super) fn language_name(tag: &str, in_language: &str) -> Option<String> {
    let names = offered(DisplayNames::new(&known_locale(in_language), &with_fields(&[("type", "language")])))?;
    offered(names.of(tag))?.as_string()
}

/// The language tag as `Intl` takes it, or `undefined` where it would throw.
fn known_locale(language: &str) -> JsValue {
    let tag = JsValue::from_str(language);
    match PluralRules::new(&tag, &Object::new()) {
        Ok(_) => tag,
        Err(_) => JsValue::UNDEFINED,
    }
}

/// Format options as a JavaScript object: the Gregorian calendar and a clock that never changes, because a story's seconds are
/// those of its own calendars and clocks; its UTC is only that of JavaScript's `Date`.
fn date_options(fields: &[(&str, &str)]) -> Object {
    let all: Vec<(&str, &str)> = fields.iter().copied().chain([("timeZone", "UTC"), ("calendar", "gregory")]).collect();
    with_fields(&all)
}

/// Options for numbers that are not counted but named, such as years.
fn ungrouped() -> Object {
    let options = Object::new();
    // Setting a property of a fresh object does not fail.
    let _ = Reflect::set(&options, &JsValue::from_str("useGrouping"), &JsValue::FALSE);
    options
}

/// A JavaScript object with these fields.
fn with_fields(fields: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // Setting a property of a fresh object does not fail.
        let _ = Reflect::set(&object, &JsValue::from_str(name), &JsValue::from_str(value));
    }
    object
}

fn js_date(sec: i64) -> Date {
    Date::new(&JsValue::from_f64(sec as f64 * 1000.0))
}

fn field(part: &JsValue, name: &str) -> String {
    offered(Reflect::get(part, &JsValue::from_str(name))).and_then(|value| value.as_string()).unwrap_or_default()
}

/// One character normalised (NFKD) and in lower case, by the browser, for [`search::Fold`].
pub(crate) fn normalised(c: char) -> String {
    let text = js_sys::JsString::from(c.to_string());
    String::from(text.normalize("NFKD").to_lower_case())
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn every_format_stands_at_its_own_position() {
        for (at, format) in Format::ALL.into_iter().enumerate() {
            assert_eq!(format as usize, at);
        }
    }
}
