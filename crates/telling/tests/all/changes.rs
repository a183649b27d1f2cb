//! Corrections and updates: at what they concern, at the end, and on no day before they were made.

use story::Story;

use crate::telling_of::{day, event, quote, story, told, told_on};

fn change(date: &str, kind: &str, record: &str, more: &str) -> String {
    format!("[[changes]]\ndate = \"{date}\"\nkind = \"{kind}\"\nrecord = \"{record}\"\n{more}\n")
}

/// An event told at length, one told in a line, and a quote, each changed once.
fn changed() -> Story {
    let brief: String =
        (0..6).map(|at| event(&format!("e{at}"), &format!("2023-0{}-01", at + 2), "rank = 3")).collect();
    let rows = [
        event("a", "2023-01-01", "rank = 1"),
        brief,
        quote("q", "Words", "event = \"a\""),
        change("2024-02-10", "correction", "event:a", "note = \"The *first* date was wrong.\"\nwas = \"2022\""),
        change("2024-01-20", "update", "quote:q", "note = \"The speaker is named.\""),
        change("2024-02-20", "update", "event:e5", "note = \"The place is known.\""),
    ];
    story(&rows.concat())
}

#[test]
fn a_change_is_told_at_what_it_concerns() {
    let view = told(&changed());
    let texts = |id: &str, class: &str| -> Vec<String> {
        view.by_id(id).of(class).iter().map(|element| element.text.clone()).collect()
    };
    let corrected = "Corrected 10 Feb 2024: The first date was wrong. It said: 2022";
    assert_eq!(texts("event-a", "corr"), [corrected]);
    assert_eq!(texts("quote-q", "added"), ["Updated 20 Jan 2024: The speaker is named."]);
    assert_eq!(texts("event-e5", "added"), ["Updated 20 Feb 2024: The place is known."]);
}

#[test]
fn all_changes_stand_at_the_end_the_newest_first_with_the_way_to_each() {
    let view = told(&changed());
    let closing = view.of("closing");
    let list = closing.iter().find(|element| element.text.contains("The first date was wrong.")).expect("a list");
    let items = list.named("li");
    let notes = ["The place is known.", "The first date was wrong.", "The speaker is named."];
    for (item, note) in items.iter().zip(notes) {
        assert!(item.text.contains(note), "{}", item.text);
    }
    let ways: Vec<_> = list.named("a").iter().filter_map(|link| link.get("href")).collect();
    assert_eq!((items.len(), ways), (3, vec!["#event-e5", "#event-a", "#quote-q"]));
}

#[test]
fn a_change_to_a_source_or_a_person_says_which_and_keeps_its_emphasis() {
    let rows = [
        event("a", "2023-01-01", "rank = 1"),
        quote("q", "Words", "event = \"a\""),
        change("2024-02-10", "correction", "source:jan", "note = \"The *title* was wrong.\""),
        change("2024-02-11", "update", "person:p", "note = \"Her role is known.\""),
    ];
    let view = told(&story(&rows.concat()));
    let at_source = view.by_id("source-jan").of("corr");
    assert_eq!(at_source[0].text, "Corrected 10 Feb 2024: The title was wrong.");
    assert_eq!(at_source[0].named("em")[0].text, "title");
    let closing = view.of("closing");
    let list = closing.iter().find(|element| element.text.contains("Her role is known.")).expect("a list");
    let items: Vec<&str> = list.named("li").iter().map(|item| item.text.as_str()).collect();
    assert!(items[0].trim_end() == "Updated 11 Feb 2024: Ada: Her role is known.", "{items:?}");
    let ways: Vec<_> = list.named("a").iter().filter_map(|link| link.get("href")).collect();
    assert_eq!(ways, ["#source-jan"]);
}

#[test]
fn before_the_day_on_which_it_was_made_nobody_is_told_of_a_change() {
    let story = changed();
    for (day, known) in [(day(1, 5), 0), (day(1, 20), 1), (day(2, 10), 2), (day(2, 20), 3)] {
        let view = told_on(&story, day);
        let told = view.of("corr").len() + view.of("added").len();
        assert_eq!(told, known, "{day}");
        assert_eq!(view.text.matches("It said: 2022").count(), if known > 1 { 2 } else { 0 }, "there and at the end");
    }
}
