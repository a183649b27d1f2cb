//! The spreadsheet of TimelineJS 3, saved as CSV.

use csv::{ReaderBuilder, StringRecord};

use crate::clock::{set_clock, whole_date};
use crate::deck::{Deck, Media, Slide, Stamp, named};

/// A column that every sheet of TimelineJS 3 has.
const YEAR: &str = "Year";
/// A column that those of its first version have, which TimelineJS 3 reads as well.
const OLD_START: &str = "Start Date";

/// The columns that TimelineJS reads.
const COLUMNS: [&str; 22] = [
    YEAR,
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    OLD_START,
    "End Date",
    "Display Date",
    "Headline",
    "Text",
    "Group",
    "Tag",
    "Media",
    "Media Caption",
    "Media Credit",
    "Media Thumbnail",
    "Alt Text",
    "Background",
    "Type",
];

/// Reads a sheet.
pub(crate) fn deck(text: &str) -> Result<Deck, Vec<String>> {
    let mut reader = ReaderBuilder::new().flexible(true).delimiter(delimiter(text)).from_reader(text.as_bytes());
    let names = reader.headers().map_err(|error| vec![format!("this is no CSV ({error})")])?.clone();
    if column(&names, YEAR).or(column(&names, OLD_START)).is_none() {
        let problem =
            "this is neither the JSON of TimelineJS 3 nor its sheet as CSV: the first row names no column `Year`";
        return Err(vec![problem.to_owned()]);
    }
    let mut deck = Deck::default();
    let mut problems = Vec::new();
    for (at, record) in reader.records().enumerate() {
        // The first row names the columns, and people count from one.
        let place = format!("row {}", at + 2);
        match record.map_err(|error| error.to_string()) {
            Ok(record) => problems.extend(take(&mut deck, &Row { names: &names, record: &record }, place)),
            Err(error) => problems.push(format!("{place}: {error}")),
        }
    }
    if problems.is_empty() { Ok(deck) } else { Err(problems) }
}

/// What stands between the cells: where a comma is part of numbers, spreadsheets write another.
fn delimiter(text: &str) -> u8 {
    let names = text.lines().next().unwrap_or_default();
    let count = |delimiter: &u8| names.bytes().filter(|byte| byte == delimiter).count();
    // Of several that are as many, the last.
    b"\t;,".iter().copied().max_by_key(count).unwrap_or(b',')
}

/// Where a column stands; the last of several with the same name, as in TimelineJS.
fn column(names: &StringRecord, name: &str) -> Option<usize> {
    let is_named = |at: &usize| names.get(*at).is_some_and(|column| column.trim().eq_ignore_ascii_case(name));
    (0..names.len()).rev().find(is_named)
}

/// A row, by the names of its columns.
struct Row<'a> {
    names: &'a StringRecord,
    record: &'a StringRecord,
}

impl Row<'_> {
    fn cell(&self, name: &str) -> String {
        let at = column(self.names, name);
        at.and_then(|at| self.record.get(at)).unwrap_or_default().trim().to_owned()
    }

    /// The cells that TimelineJS does not read, each behind the name of its column, if it has one.
    fn others(&self) -> Vec<String> {
        let is_read = |name: &&str| match *name {
            "Tag" => self.cell("Group").is_empty(),
            OLD_START => self.cell(YEAR).is_empty(),
            "End Date" => self.cell("End Year").is_empty(),
            "Type" => ["title", "era"].contains(&self.cell("Type").to_lowercase().as_str()),
            _ => true,
        };
        let columns = COLUMNS.into_iter().filter(is_read);
        let known: Vec<usize> = columns.filter_map(|name| column(self.names, name)).collect();
        let cells = self.record.iter().map(str::trim).enumerate();
        let others = cells.filter(|(at, cell)| !cell.is_empty() && !known.contains(at));
        others.map(|(at, cell)| named(self.names.get(at).unwrap_or_default().trim(), cell)).collect()
    }

    /// A number, in which sheets may group the digits.
    fn number(&self, name: &str) -> String {
        self.cell(name).replace(|c: char| c == ',' || c.is_whitespace(), "")
    }

    /// A date, by its parts or, in the sheets of the first TimelineJS, in one cell.
    fn stamp(&self, prefix: &str, remarks: &mut Vec<String>) -> Result<Option<Stamp>, String> {
        let named = |name: &str| [prefix, name].concat();
        let year = self.number(&named(YEAR));
        if !year.is_empty() {
            let (month, day) = (self.number(&named("Month")), self.number(&named("Day")));
            let mut stamp = Stamp { year, month, day, ..Stamp::default() };
            set_clock(&mut stamp, &self.cell(&named("Time")))?;
            return Ok(Some(stamp));
        }
        let whole = self.cell(if prefix.is_empty() { OLD_START } else { "End Date" });
        let stamp = whole_date(&whole);
        if stamp.is_none() && !whole.is_empty() {
            remarks.push(format!("`{whole}` is no date; write it as 2024-06-18"));
        }
        Ok(stamp)
    }
}

/// Takes a row where it belongs, or says what is wrong with it.
fn take(deck: &mut Deck, row: &Row<'_>, place: String) -> Option<String> {
    if row.record.iter().all(|cell| cell.trim().is_empty()) {
        return None;
    }
    let mut remarks = Vec::new();
    let (start, end) = match (row.stamp("", &mut remarks), row.stamp("End ", &mut remarks)) {
        (Ok(start), Ok(end)) => (start, end),
        (Err(error), _) | (_, Err(error)) => return Some(format!("{place}: {error}")),
    };
    let slide = Slide {
        place,
        id: String::new(),
        start,
        end,
        display_date: row.cell("Display Date"),
        headline: row.cell("Headline"),
        text: row.cell("Text"),
        group: [row.cell("Group"), row.cell("Tag")].into_iter().find(|group| !group.is_empty()).unwrap_or_default(),
        media: Media {
            url: row.cell("Media"),
            caption: row.cell("Media Caption"),
            credit: row.cell("Media Credit"),
            alt: row.cell("Alt Text"),
            thumbnail: row.cell("Media Thumbnail"),
            ..Media::default()
        },
        background: row.cell("Background"),
        others: row.others(),
        remarks,
    };
    let kind = row.cell("Type");
    // TimelineJS knows "title" alone; a row without a date that says "Title" can be meant for nothing else.
    let is_title = kind == "title" || kind.eq_ignore_ascii_case("title") && slide.start.is_none();
    match kind.as_str() {
        _ if is_title && deck.title.is_none() => deck.title = Some(slide),
        "era" => deck.eras.push(slide),
        _ => deck.slides.push(slide),
    }
    None
}
