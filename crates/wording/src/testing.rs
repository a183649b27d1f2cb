//! British English for tests, without a browser and without the Unicode data.

use story::{Civil, Message, Phrase, ZoneIx, civil_from_day, day_from_sec};

use crate::{Format, Tongue};

const MONTHS: [&str; 12] = ["Jan", "Feb", "March", "April", "May", "June", "July", "Aug", "Sept", "Oct", "Nov", "Dec"];

/// British English, or other phrases with its calendar and numbers.
pub struct British {
    texts: Vec<Phrase>,
    zones: Vec<String>,
}

impl British {
    /// With the phrases of a story.
    #[must_use]
    pub fn speaking(texts: Vec<Phrase>) -> Self {
        Self { texts, zones: Vec::new() }
    }

    /// With its own.
    #[cfg(test)]
    pub(crate) fn new() -> Self {
        let story = "story = { id = \"s\", title = \"S\", language = \"en\" }";
        let input = compile::Input { name: "story.toml".to_owned(), bytes: story.as_bytes().to_vec() };
        Self::speaking(compile::compile(vec![input]).story.expect("a story").texts)
    }

    /// With what the author calls clocks.
    #[cfg(test)]
    pub(crate) fn with_zones(zones: &[&str]) -> Self {
        Self { zones: zones.iter().map(|&name| name.to_owned()).collect(), ..Self::new() }
    }
}

impl Tongue for British {
    fn phrase(&self, message: Message, form: usize) -> &str {
        let forms = &self.texts[message.at()].forms;
        if forms[form].is_empty() { &forms[0] } else { &forms[form] }
    }

    fn zone(&self, zone: ZoneIx) -> &str {
        self.zones.get(zone.at()).map_or("", String::as_str)
    }

    fn date(&self, format: Format, sec: i64) -> String {
        let Civil { year, month, day } = civil_from_day(day_from_sec(sec));
        let month = MONTHS[usize::from(month) - 1];
        let of_day = sec.rem_euclid(story::DAY_SECS);
        let time = format!("{:02}:{:02}", of_day / 3_600, of_day / 60 % 60);
        match format {
            Format::Day | Format::DayShort => format!("{day} {month} {year}"),
            Format::Month | Format::MonthShort => format!("{month} {year}"),
            Format::MonthAlone => month.to_owned(),
            Format::DayAndMonth => format!("{day} {month}"),
            Format::Year => year.to_string(),
            Format::DayAndTime => format!("{day} {month} {year} at {time}"),
            Format::DayAndSecond => format!("{day} {month} {year} at {time}:{:02}", of_day % 60),
            Format::DayShortAndTime => format!("{day} {month} {year}, {time}"),
            Format::DayShortAndSecond => format!("{day} {month} {year}, {time}:{:02}", of_day % 60),
            Format::Time => time,
            Format::TimeToSecond => format!("{time}:{:02}", of_day % 60),
        }
    }

    fn range(&self, format: Format, from_sec: i64, to_sec: i64) -> Option<String> {
        let (a, b) = self.range_halves(format, from_sec, to_sec)?;
        Some([a, b].join("–"))
    }

    fn range_halves(&self, format: Format, from_sec: i64, to_sec: i64) -> Option<(String, String)> {
        let (a, b) = (self.date(format, from_sec), self.date(format, to_sec));
        let (from, to) = (civil_from_day(day_from_sec(from_sec)), civil_from_day(day_from_sec(to_sec)));
        let same_month = (from.year, from.month) == (to.year, to.month);
        Some(if same_month && format == Format::Day { (from.day.to_string(), b) } else { (a, b) })
    }

    fn number(&self, number: f64) -> String {
        format!("{number}")
    }

    fn compact(&self, number: f64) -> String {
        format!("{} million", number / 1e6)
    }

    fn digits(&self, number: f64) -> String {
        format!("{number}")
    }

    fn plural(&self, n: usize) -> usize {
        if n == 1 { 2 } else { 0 }
    }

    fn ordinal(&self, n: usize) -> usize {
        [0, 2, 3, 4][if n % 10 < 4 && n / 10 != 1 { n % 10 } else { 0 }]
    }

    fn language_name(&self, _: &str) -> Option<String> {
        None
    }
}
