//! The spreadsheet of TimelineJS 3, saved as CSV.

use csv::{ReaderBuilder, StringRecord};

use crate::deck::{Deck, Media, Slide, Stamp};
use crate::stamp::clock;

/// A column that every sheet of TimelineJS 3 has.
const YEAR: &str = "Year";
/// A column that only those of its first version have.
const OLD_START: &str = "Start Date";

/// Reads a sheet.
pub(crate) fn deck(text: &str) -> Result<Deck, Vec<String>> {
    let mut reader = ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let names = reader.headers().map_err(|error| vec![format!("this is no CSV ({error})")])?.clone();
    let has = |name: &str| names.iter().any(|column| column.trim() == name);
    if !has(YEAR) {
        return Err(vec![missing_year(has(OLD_START)).to_owned()]);
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

fn missing_year(is_old: bool) -> &'static str {
    if is_old {
        "this sheet has a column `Start Date`, as those of the first TimelineJS; copy it into the template of TimelineJS 3, \
         which has `Year`, `Month` and `Day`"
    } else {
        "this is neither the JSON of TimelineJS 3 nor its sheet as CSV: the first row names no column `Year`"
    }
}

/// A row, by the names of its columns.
struct Row<'a> {
    names: &'a StringRecord,
    record: &'a StringRecord,
}

impl Row<'_> {
    fn cell(&self, name: &str) -> String {
        let at = self.names.iter().position(|column| column.trim() == name);
        at.and_then(|at| self.record.get(at)).unwrap_or_default().trim().to_owned()
    }

    /// A number, in which sheets may group the digits.
    fn number(&self, name: &str) -> String {
        self.cell(name).replace([',', ' '], "")
    }

    fn stamp(&self, prefix: &str) -> Result<Option<Stamp>, String> {
        let named = |name: &str| [prefix, name].concat();
        let year = self.number(&named(YEAR));
        if year.is_empty() {
            return Ok(None);
        }
        let [hour, minute, second] = clock(&self.cell(&named("Time")))?;
        let (month, day) = (self.number(&named("Month")), self.number(&named("Day")));
        Ok(Some(Stamp { year, month, day, hour, minute, second }))
    }
}

/// Takes a row where it belongs, or says what is wrong with it.
fn take(deck: &mut Deck, row: &Row<'_>, place: String) -> Option<String> {
    if row.record.iter().all(|cell| cell.trim().is_empty()) {
        return None;
    }
    let (start, end) = match (row.stamp(""), row.stamp("End ")) {
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
        group: row.cell("Group"),
        media: Media {
            url: row.cell("Media"),
            caption: row.cell("Media Caption"),
            credit: row.cell("Media Credit"),
            alt: row.cell("Alt Text"),
        },
        has_background: !row.cell("Background").is_empty(),
    };
    match row.cell("Type").as_str() {
        "title" if deck.title.is_none() => deck.title = Some(slide),
        "era" => deck.eras.push(slide),
        _ => deck.slides.push(slide),
    }
    None
}
