//! Accounts of an event that differ.

use crate::parsed::Element;
use crate::telling_of::{event, story, told};

/// The table in which the accounts of these dates differ.
fn table(dates: [&str; 2]) -> Option<Element> {
    let [a, b] = dates;
    let accounts =
        format!("accounts = [{{ source = \"jan\", date = \"{a}\" }}, {{ source = \"feb\", date = \"{b}\" }}]");
    let view = told(&story(&event("e", &format!("[{a},{b}]"), &accounts)));
    view.of("days").first().map(|table| (*table).clone())
}

/// What stands in the cells of a table, row by row; a mark is its day.
fn rows(table: &Element) -> Vec<Vec<String>> {
    let cells = |row: &Element| row.children.iter().map(|cell| cell.text.clone()).collect();
    table.named("tr").into_iter().map(cells).collect()
}

#[test]
fn days_that_are_close_stand_on_an_axis_with_a_day_on_either_side() {
    let table = table(["2024-01-10", "2024-01-11"]).expect("a table");
    let rows = rows(&table);
    assert_eq!(rows[0], ["Jan 2024", "9", "10", "11", "12"]);
    assert_eq!(rows[1], ["P jan", "", "10 Jan 2024", "", ""]);
    assert_eq!(rows[2], ["P feb", "", "", "11 Jan 2024", ""]);
}

#[test]
fn an_axis_names_the_month_in_which_it_begins_and_the_next_where_that_begins() {
    let head = |a, b| rows(&table([a, b]).expect("a table"))[0].clone();
    assert_eq!(head("2024-01-31", "2024-02-01"), ["Jan 2024", "30", "31", "1 Feb", "2"]);
    assert_eq!(head("2024-02-01", "2024-02-02"), ["Jan 2024", "31", "1 Feb", "2", "3"]);
    assert_eq!(head("2024-02-02", "2024-02-03"), ["Feb 2024", "1", "2", "3", "4"]);
}

#[test]
fn days_far_apart_and_dates_without_a_day_are_told_in_words() {
    for (dates, expected) in [
        (["2024-01-10", "2024-01-14"], 3),
        (["2024-01-10", "2024-01-15"], 2),
        (["2023", "2024-01-15"], 2),
        (["2022", "2023"], 2),
    ] {
        let table = table(dates).expect("a table");
        assert_eq!(rows(&table).len(), expected, "{dates:?}: with or without an axis");
        let has_words = table.named("td").iter().any(|cell| cell.text.contains("2023") || cell.text.contains("15"));
        assert_eq!(has_words, expected == 2, "{dates:?}");
    }
}

#[test]
fn a_date_beside_the_axis_is_on_none() {
    let accounts = "accounts = [{ source = \"jan\", date = \"2024-01-10\" }, { source = \"feb\", date = \"2024-01-11\" }, { source = \"mar\", date = \"2023\" }]";
    let view = told(&story(&event("e", "[2023,2024-01-10,2024-01-11]", accounts)));
    assert!(view.of("days")[0].named("thead").is_empty());
}

#[test]
fn a_vague_date_is_a_band_over_its_days_and_is_said_as_well() {
    let accounts = "accounts = [{ source = \"jan\", date = \"2024-01-10\" }, { source = \"feb\", date = \"2024-01-12\" }, { source = \"mar\", date = \"2024-01\" }]";
    let view = told(&story(&event("e", "2024-01", accounts)));
    let table = view.of("days")[0];
    assert_eq!(rows(table)[3][0], "P mar Jan 2024");
    let spans = table.of("spans");
    assert_eq!(spans.len(), 1);
    assert_eq!(spans[0].get("colspan"), Some("5"), "from the 9th to the 13th");
}

#[test]
fn accounts_that_may_both_be_right_have_no_table() {
    assert!(table(["2024-01", "2024-01-15"]).is_none());
}
