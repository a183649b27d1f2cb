//! One CSV of events and quotes, for spreadsheets.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};
use serde::{Serialize, Serializer};
use story::{Civil, Date, Event, EventIx, Message, Quote, QuoteIx, SourceIx, Story, Subject, ThemeIx, civil_from_day};

use crate::certain::WRITABLE_YEARS;
use crate::plain::plain;
use crate::teller::Teller;
use crate::{Links, Selection};

/// With this at its beginning, Excel reads a file as UTF-8.
const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// What a spreadsheet takes a cell for a formula by, at its beginning.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

macro_rules! columns {
    ($($name:ident),* $(,)?) => {
        /// The columns, named as in authored files where these have them.
        const COLUMNS: &[&str] = &[$(stringify!($name)),*];

        #[derive(Default, Serialize)]
        struct CsvRow<'a> {
            $($name: Cell<'a>,)*
        }
    };
}

columns!(
    kind,
    id,
    when,
    date,
    earliest,
    latest,
    status,
    title,
    text,
    speaker,
    role,
    about,
    via,
    people,
    place,
    lane,
    themes,
    rank,
    event,
    became,
    announced,
    sources,
    urls,
    accounts,
    known_from,
    changes,
    check,
    original,
    translated_by,
    language,
    link
);

/// What stands in a cell.
#[derive(Default)]
struct Cell<'a>(Cow<'a, str>);

impl<'a, T: Into<Cow<'a, str>>> From<T> for Cell<'a> {
    fn from(text: T) -> Self {
        Self(text.into())
    }
}

impl Serialize for Cell<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&defused(plain(&self.0)))
    }
}

/// The events of a story and then its quotes as one table, each in the order of time: CSV (RFC 4180), UTF-8 with a byte
/// order mark.
///
/// Cells that a spreadsheet would take for a formula begin with an apostrophe. Control characters are left out.
#[must_use]
pub fn csv(story: &Story, links: &Links) -> String {
    let teller = Teller::new(story, links);
    let selection = Selection::all(story);
    let mut writer =
        WriterBuilder::new().terminator(Terminator::CRLF).has_headers(false).from_writer(BYTE_ORDER_MARK.into());
    let events = selection.events.iter().map(|ix| event_row(&teller, *ix));
    let quotes = selection.quotes.iter().map(|ix| quote_row(&teller, *ix));
    // A vector takes all that is written, and all rows are of one length.
    let written =
        writer.write_record(COLUMNS).and_then(|()| events.chain(quotes).try_for_each(|row| writer.serialize(row)));
    let bytes: Vec<u8> = written.ok().and_then(|()| writer.into_inner().ok()).unwrap_or_default();
    // And it is written to as text alone.
    String::from_utf8(bytes).unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula.
fn defused(text: Cow<'_, str>) -> Cow<'_, str> {
    let is_formula = text.trim_start().starts_with(FORMULA) || text.starts_with(['\t', '\n']);
    if is_formula { ["'", &text].concat().into() } else { text }
}

fn event_row<'a>(teller: &Teller<'a>, ix: EventIx) -> CsvRow<'a> {
    let (story, event) = (teller.story, &teller.story.events[ix.at()]);
    let when = When::of(teller, event.date.as_ref());
    let (sources, urls) = reports(teller, &teller.sources_of(event));
    CsvRow {
        kind: "event".into(),
        id: event.id.as_str().into(),
        status: teller.i18n.status(event.status).into(),
        title: event.title.as_str().into(),
        text: event.summary.plain().into(),
        people: joined(event.people.iter().map(|at| teller.person(*at))),
        place: event.place.as_deref().unwrap_or_default().into(),
        lane: event.lane.and_then(|lane| story.lanes.get(lane.at())).map_or("", |lane| &lane.name).into(),
        themes: themes(story, &event.themes),
        rank: event.rank.to_string().into(),
        became: event_id(story, event.became),
        announced: edtf(event.announced.as_ref()),
        accounts: accounts(teller, event),
        known_from: edtf(event.known_from.as_ref()),
        changes: changes(teller, Subject::Event(ix)),
        language: story.language.as_str().into(),
        link: teller.links.event(&event.id).unwrap_or_default().into(),
        when: when.words,
        date: edtf(event.date.as_ref()),
        earliest: when.earliest,
        latest: when.latest,
        sources,
        urls,
        ..CsvRow::default()
    }
}

fn quote_row<'a>(teller: &Teller<'a>, ix: QuoteIx) -> CsvRow<'a> {
    let (story, quote) = (teller.story, &teller.story.quotes[ix.at()]);
    let when = When::of(teller, quote.said.as_ref());
    let (sources, urls) = reports(teller, &[quote.source]);
    let original = quote.original.as_ref();
    CsvRow {
        kind: "quote".into(),
        id: quote.id.as_str().into(),
        text: quote.text.as_str().into(),
        speaker: teller.person(quote.speaker).into(),
        role: teller.role(quote).unwrap_or_default().into(),
        about: quote.about.as_deref().unwrap_or_default().into(),
        via: quote.via.map_or("", |via| teller.person(via)).into(),
        themes: themes(story, &quote.themes),
        event: event_id(story, quote.event),
        known_from: edtf(quote.known_from.as_ref()),
        changes: changes(teller, Subject::Quote(ix)),
        check: checked(quote),
        original: original.map_or("", |original| &original.text).into(),
        translated_by: original.and_then(|original| original.translated_by.as_deref()).unwrap_or_default().into(),
        language: quote.language.as_deref().unwrap_or(&story.language).into(),
        link: teller.links.quote(&quote.id).unwrap_or_default().into(),
        when: when.words,
        date: edtf(quote.said.as_ref()),
        earliest: when.earliest,
        latest: when.latest,
        sources,
        urls,
        ..CsvRow::default()
    }
}

/// The columns that tell when.
#[derive(Default)]
struct When<'a> {
    words: Cell<'a>,
    earliest: Cell<'a>,
    latest: Cell<'a>,
}

impl<'a> When<'a> {
    fn of(teller: &Teller<'a>, date: Option<&Date>) -> Self {
        let Some(date) = date else {
            return Self { words: teller.i18n.say(Message::NoDate).into(), ..Self::default() };
        };
        Self {
            words: teller.i18n.date(date).into(),
            earliest: day(date.when.earliest_day()),
            latest: day(date.when.latest_day()),
        }
    }
}

/// A day as every spreadsheet reads it; nothing where there is none, or where spreadsheets know no such year.
fn day(day: Option<i64>) -> Cell<'static> {
    let civil = day.map(civil_from_day).filter(|civil| WRITABLE_YEARS.contains(&civil.year));
    civil.map(|Civil { year, month, day }| format!("{year:04}-{month:02}-{day:02}").into()).unwrap_or_default()
}

/// The sources that report it, and where they can be read.
fn reports(teller: &Teller<'_>, sources: &[SourceIx]) -> (Cell<'static>, Cell<'static>) {
    let urls: Vec<_> = sources.iter().filter_map(|at| teller.source(*at)?.url.as_deref()).collect();
    (joined(sources.iter().map(|at| teller.source_name(*at))), urls.join(" ").into())
}

/// What each source says, a line each.
fn accounts(teller: &Teller<'_>, event: &Event) -> Cell<'static> {
    let said = event.accounts.iter().filter(|account| !account.says.runs.is_empty());
    let lines = said.map(|account| format!("{}: {}", teller.source_name(account.source), account.says.plain()));
    lines.collect::<Vec<_>>().join("\n").into()
}

/// What was changed after it was published, a line each.
fn changes(teller: &Teller<'_>, subject: Subject) -> Cell<'static> {
    let told = teller.changes_of(subject);
    let lines = told.iter().map(|change| [&teller.change_lead(change), ": ", &change.note.plain()].concat());
    lines.collect::<Vec<_>>().join("\n").into()
}

/// How far a quote was checked, and why not, if it was not.
fn checked(quote: &Quote) -> Cell<'_> {
    let kind = quote.check.kind.name();
    quote.check.reason.as_ref().map_or_else(|| kind.into(), |reason| format!("{kind}: {reason}").into())
}

fn themes(story: &Story, themes: &[ThemeIx]) -> Cell<'static> {
    joined(themes.iter().filter_map(|theme| story.themes.get(theme.at())).map(|theme| theme.name.as_str()))
}

/// A list in one cell.
fn joined<T: AsRef<str>>(parts: impl Iterator<Item = T>) -> Cell<'static> {
    let mut list = String::new();
    for part in parts {
        if !list.is_empty() {
            list.push_str("; ");
        }
        list.push_str(part.as_ref());
    }
    list.into()
}

fn event_id(story: &Story, at: Option<EventIx>) -> Cell<'_> {
    at.and_then(|at| story.events.get(at.at())).map_or("", |event| &event.id).into()
}

fn edtf(date: Option<&Date>) -> Cell<'_> {
    date.map_or("", |date| &date.edtf).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_looks_like_a_formula_begins_with_an_apostrophe() {
        let cases = [
            ("=1+1", "'=1+1"),
            ("-0043-03-15", "'-0043-03-15"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("  +49", "'  +49"),
            ("\t=1", "'\t=1"),
            ("＝cmd", "'＝cmd"),
            ("a=1", "a=1"),
            ("'=1", "'=1"),
            ("", ""),
        ];
        for (text, expected) in cases {
            assert_eq!(defused(text.into()), expected, "{text}");
        }
    }

    #[test]
    fn the_names_of_the_columns_are_those_of_the_fields() {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.serialize(CsvRow::default()).expect("a row");
        let text = String::from_utf8(writer.into_inner().expect("written")).expect("UTF-8");
        assert_eq!(text.lines().next(), Some(COLUMNS.join(",").as_str()));
    }

    proptest! {
        #[test]
        fn a_cell_comes_back_as_it_was_and_is_no_formula(texts in prop::collection::vec("(\\PC|[\"',;\n\r\t=+@-]){0,12}", 2)) {
            let mut writer = WriterBuilder::new().terminator(Terminator::CRLF).from_writer(Vec::new());
            writer.serialize((Cell::from(texts[0].as_str()), Cell::from(texts[1].as_str()))).expect("a row");
            let bytes = writer.into_inner().expect("written");
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
            let rows: Vec<csv::StringRecord> = reader.records().map(|row| row.expect("a row")).collect();
            prop_assert_eq!(rows.len(), 1);
            for (cell, text) in rows[0].iter().zip(&texts) {
                prop_assert!(!cell.trim_start().starts_with(FORMULA));
                prop_assert_eq!(cell.strip_prefix('\'').filter(|_| !text.starts_with('\'')).unwrap_or(cell), plain(text));
            }
        }
    }
}
