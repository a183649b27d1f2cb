//! The table, read by the crate `csv`.

use csv::{ReaderBuilder, StringRecord};
use publish::Links;
use story::Story;

use crate::sample;

/// The rows of a story's table, each by the names of its columns.
fn rows(story: &Story, links: &Links) -> Vec<Vec<(String, String)>> {
    let text = publish::csv(story, links);
    let text = text.strip_prefix('\u{FEFF}').expect("a byte order mark");
    let mut reader = ReaderBuilder::new().from_reader(text.as_bytes());
    let names = reader.headers().expect("a first row").clone();
    let named = |row: StringRecord| names.iter().zip(&row).map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    reader.records().map(|row| named(row.expect("a row"))).collect()
}

fn cell<'a>(row: &'a [(String, String)], name: &str) -> &'a str {
    row.iter().find(|(column, _)| column == name).map(|(_, cell)| cell.as_str()).expect("a column")
}

#[test]
fn events_and_then_quotes_stand_in_the_order_of_time() {
    let rows = rows(&sample::sound(), &sample::at_home());
    let told: Vec<_> = rows.iter().map(|row| [cell(row, "kind"), cell(row, "id"), cell(row, "earliest")]).collect();
    let expected = [
        ["event", "opening-planned", "2024-05-01"],
        ["event", "opening", "2024-06-18"],
        ["quote", "at-last", "2024-06-18"],
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_row_tells_all_that_an_editor_asks_for() {
    let rows = rows(&sample::sound(), &sample::at_home());
    let filled: Vec<_> = rows[2].iter().filter(|(_, cell)| !cell.is_empty()).cloned().collect();
    let expected = [
        ("kind", "quote"),
        ("id", "at-last"),
        ("when", "June 18, 2024"),
        ("date", "2024-06-18"),
        ("earliest", "2024-06-18"),
        ("latest", "2024-06-18"),
        ("text", "At last, we can cross without getting wet."),
        ("speaker", "Ada Berg"),
        ("role", "mayor of the town"),
        ("about", "of the bridge"),
        ("via", "Coast Wire"),
        ("themes", "Money"),
        ("event", "opening"),
        ("sources", "Bridge opens (The Gazette)"),
        ("urls", "https://example.org/bridge"),
        ("known_from", "2024-06-20"),
        ("changes", "Corrected June 28, 2024: The mayor said it on the bridge."),
        ("check", "unverified: A made-up story has no archive."),
        ("original", "Endlich können wir hinüber, ohne nass zu werden."),
        ("translated_by", "The Gazette"),
        ("language", "en"),
        ("link", "https://news.example/story/#or_quote-at-last"),
    ];
    assert_eq!(filled, expected.map(|(name, cell)| (name.to_owned(), cell.to_owned())));
    assert_eq!(cell(&rows[0], "when"), "May or June 2024");
    assert_eq!(cell(&rows[0], "became"), "opening");
    assert_eq!(cell(&rows[1], "accounts"), "Bridge opens (The Gazette): Hundreds came.");
}

#[test]
fn hostile_texts_stay_in_their_cells_and_are_no_formulas() {
    let rows = rows(&sample::hostile(), &Links::default());
    assert_eq!(rows.len(), 20);
    for (_, text) in rows.iter().flatten() {
        assert!(!text.trim_start().starts_with(['=', '+', '-', '@']), "{text}");
        assert!(!text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')), "{text:?}");
    }
    assert_eq!(cell(&rows[2], "title"), "'=HYPERLINK(\"https://evil.example\",\"x\")");
    assert_eq!(cell(&rows[13], "text"), "one\ntwo\nthree\nfour\nBEGIN:VEVENT");
}

#[test]
fn rows_end_as_the_standard_has_it_and_an_empty_story_has_its_columns() {
    let text = publish::csv(&sample::empty(), &Links::default());
    assert_eq!(text.matches("\r\n").count(), 1);
    assert!(text.starts_with("\u{FEFF}kind,id,when,date,") && text.ends_with(",link\r\n"), "{text}");
}
