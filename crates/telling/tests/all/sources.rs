//! What is told of sources.

use crate::telling_of::{compiled, event, head, told};

#[test]
fn a_source_says_who_printed_it_and_what_it_does_not_tell() {
    let sources = "[[sources]]\nid = \"a\"\ntitle = \"A\"\n\
        [[sources]]\nid = \"b\"\ntitle = \"B\"\nagency = \"Wire\"\npublished = \"2024-05\"\nurl = \"https://b.example/\"\n\
        [[sources]]\nid = \"c\"\ntitle = \"C\"\npublisher = \"Post\"\nagency = \"Wire\"\nbyline = \"By Bo\"\nlanguage = \"ar\"\n";
    let view =
        told(&compiled(&[&head("en"), sources, &event("e", "2024", "accounts = [{ source = \"c\" }]")].concat()));
    let text = |id: &str| view.by_id(&format!("source-{id}")).text.clone();
    assert_eq!(text("a"), "Outlet not named, “A”, Publication date not given, Address not given");
    assert_eq!(text("b"), "Wire, “B”, Outlet not named, May 2024");
    assert_eq!(text("c"), "Post, “C”, Wire, By Bo, Publication date not given, Address not given");
    assert_eq!(view.by_id("source-b").named("a")[0].get("href"), Some("https://b.example/"));
    assert_eq!(view.by_id("source-c").named("cite")[0].get("dir"), Some("rtl"));
}

#[test]
fn of_very_many_sources_those_are_listed_on_which_rests_what_is_told() {
    let sources =
        |n: usize| -> String { (0..n).map(|at| format!("[[sources]]\nid = \"s{at}\"\ntitle = \"S\"\n")).collect() };
    let listed = |n: usize| {
        let rows = [&head("en"), &sources(n), &event("e", "2024", "accounts = [{ source = \"s7\" }]")]
            .map(String::as_str)
            .concat();
        told(&compiled(&rows)).ids("source-")
    };
    assert_eq!(listed(200).len(), 200);
    assert_eq!(listed(201), ["s7"]);
}

#[test]
fn how_many_quotes_were_checked_is_said_of_those_that_are_known() {
    let rows = crate::telling_of::quote("q", "Q", "");
    let view = told(&crate::telling_of::story(&rows));
    assert!(view.of("foot")[0].text.starts_with("0 of 1 quotes"));
    assert!(told(&crate::telling_of::story("")).of("foot")[0].text.is_empty());
}

#[test]
fn who_answers_for_a_record_is_said_at_its_end() {
    let imprint = "first_published = \"2024-01-05\"\nupdated = \"2024-02\"\ncontact = \"mailto:desk@example.org\"\n\
        corrections_policy = \"https://example.org/corrections\"\npublisher = \"The Desk Inc.\"\n\
        publisher_url = \"https://desk.example/\"\nauthors = [\"Ada <https://ada.example/>\", \"Bo\"]\n";
    let view = told(&compiled(&[&head("en"), imprint].concat()));
    let foot = view.of("foot")[0];
    assert_eq!(
        foot.text,
        " First published 5 Jan 2024. Record updated Feb 2024.Published by The Desk Inc. By Ada, Bo. \
         Report a mistake · How mistakes are corrected"
    );
    let links: Vec<_> = foot.named("a").iter().filter_map(|link| link.get("href")).collect();
    let expected =
        ["https://desk.example/", "https://ada.example/", "mailto:desk@example.org", "https://example.org/corrections"];
    assert_eq!(links, expected);
}
