//! The feed, read by the crate `atom_syndication`.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use atom_syndication::Feed;
use publish::Links;
use story::Story;

use crate::sample;

fn parsed(story: &Story, links: &Links) -> Feed {
    publish::atom(story, links).parse().expect("a feed")
}

#[test]
fn a_feed_tells_what_became_known_or_was_changed_last_first() {
    let feed = parsed(&sample::sound(), &sample::at_home());
    let told: Vec<_> = feed.entries().iter().map(|it| (it.title().as_str(), it.updated().to_rfc3339())).collect();
    let expected = [
        (
            "Ada Berg, of the bridge: “At last, we can cross without getting wet.”",
            "2024-06-28T00:00:00+00:00".to_owned(),
        ),
        ("The bridge opens", "2024-06-25T00:00:00+00:00".to_owned()),
        ("The bridge is to open (planned, May or June 2024)", "2024-03-31T00:00:00+00:00".to_owned()),
    ];
    assert_eq!(told, expected);
    assert_eq!(feed.updated().to_rfc3339(), "2024-07-01T00:00:00+00:00");
    assert_eq!((feed.title().as_str(), feed.lang()), ("The bridge that waited", Some("en")));
    assert_eq!(
        feed.subtitle().map(atom_syndication::Text::as_str),
        Some("A bridge was promised twice. See the plans.")
    );
}

#[test]
fn an_entry_links_to_the_page_and_to_its_sources_and_says_who_spoke() {
    let feed = parsed(&sample::sound(), &sample::at_home());
    let quote = &feed.entries()[0];
    let links: Vec<_> = quote.links().iter().map(|it| (it.rel(), it.href())).collect();
    let page = "https://news.example/story/#or_quote-at-last";
    assert_eq!(links, [("alternate", page), ("via", "https://example.org/bridge")]);
    assert_eq!((quote.id(), quote.authors()[0].name()), (page, "Ada Berg"));
    assert_eq!(quote.categories()[0].label(), Some("Money"));
    let content = quote.content().and_then(|content| content.value()).expect("content");
    for part in ["<blockquote><p>", "<span lang=\"de\" dir=\"auto\">“Endlich", "via Coast Wire", "not checked"] {
        assert!(content.contains(part), "{part} in {content}");
    }
    let rels: Vec<_> = feed.links().iter().map(|it| (it.rel(), it.href())).collect();
    assert_eq!(rels, [("self", "https://news.example/story/feed.xml"), ("alternate", "https://news.example/story/")]);
}

#[test]
fn a_feed_names_who_wrote_it_else_who_publishes_it_else_itself() {
    let authors = |story: &Story| -> Vec<_> {
        let feed = parsed(story, &Links::default());
        let told = feed.authors().iter();
        told.map(|it| (it.name().to_owned(), it.uri().or(it.email()).map(str::to_owned))).collect()
    };
    let of = |name: &str, address: Option<&str>| (name.to_owned(), address.map(str::to_owned));
    assert_eq!(authors(&sample::sound()), [of("Ada Lind", Some("https://herald.example/ada")), of("Bo Berg", None)]);
    let told = |rest: &str| {
        authors(&sample::told(&format!("[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\n{rest}\n")))
    };
    let desk = "publisher = \"The Desk\"\npublisher_url = \"https://desk.example/\"";
    assert_eq!(told(desk), [of("The Desk", Some("https://desk.example/"))]);
    assert_eq!(told("authors = [\"Ada <ada@desk.example>\"]"), [of("Ada", Some("ada@desk.example"))]);
    assert_eq!(told(""), [of("S", None)]);
}

#[test]
fn an_entry_is_as_new_as_the_last_of_its_changes_and_tells_them() {
    let feed = parsed(&sample::sound(), &sample::at_home());
    let event = &feed.entries()[1];
    assert_eq!(event.published().expect("a day").to_rfc3339(), "2024-06-20T00:00:00+00:00");
    let content = event.content().and_then(|content| content.value()).expect("content");
    let told = "<p><strong>Corrected June 25, 2024</strong><br>The mayor opened the bridge at <em>half past ten</em>.\
                <br>It said: It opened at ten.</p>";
    assert!(content.contains(told), "{content}");
    let story = sample::told(
        "events = [{ id = \"e\", title = \"E\", date = \"2024\" }]\n[[changes]]\ndate = \"2025-01-02\"\nkind = \"update\"\n\
         note = \"N\"\n",
    );
    let feed = parsed(&story, &Links::default());
    assert_eq!(feed.updated().to_rfc3339(), "2025-01-02T00:00:00+00:00", "a change of the whole story");
    assert_eq!(feed.entries()[0].updated().to_rfc3339(), "2024-12-31T00:00:00+00:00");
}

#[test]
fn without_a_place_on_the_web_ids_are_names_that_never_change() {
    let feed = parsed(&sample::sound(), &Links::default());
    assert_eq!(feed.id(), "urn:uuid:b5851d5b-a67d-55e6-9b11-5d4699d60e32");
    assert!(feed.links().is_empty());
    let ids: BTreeSet<_> = feed.entries().iter().map(atom_syndication::Entry::id).chain([feed.id()]).collect();
    assert_eq!(ids.len(), 4);
    for entry in feed.entries() {
        assert!(entry.id().starts_with("urn:uuid:"), "{}", entry.id());
        assert!(entry.links().iter().all(|link| link.rel() == "via"));
        assert!(entry.content().is_some(), "what links nowhere has to have content");
    }
}

#[test]
fn a_feed_is_no_longer_than_readers_bear() {
    let mut toml = String::new();
    for at in 0..250 {
        let _ = write!(toml, "[[events]]\nid = \"e{at}\"\ntitle = \"E\"\ndate = \"{}\"\n", 1000 + at);
    }
    let feed = parsed(&sample::told(&toml), &Links::default());
    assert_eq!(feed.entries().len(), 200);
    assert_eq!(feed.entries()[0].updated().to_rfc3339(), "1249-12-31T00:00:00+00:00");
    assert!(feed.entries().is_sorted_by_key(|entry| std::cmp::Reverse(entry.updated())));
}

#[test]
fn hostile_texts_stay_text() {
    let story = sample::hostile();
    let feed = parsed(&story, &sample::at_home());
    assert_eq!(feed.entries().len(), story.events.len() + story.quotes.len());
    assert_eq!(feed.title().as_str(), "</script><script>alert(1)</script>");
    for entry in feed.entries() {
        let content = entry.content().and_then(|content| content.value()).expect("content");
        assert!(!content.contains("<script") && !content.contains("<x/>"), "{content}");
        assert!(!content.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t')), "{content:?}");
    }
}

#[test]
fn an_empty_story_has_an_empty_feed() {
    let feed = parsed(&sample::empty(), &Links::default());
    assert_eq!((feed.entries().len(), feed.updated().to_rfc3339().as_str()), (0, "1970-01-01T00:00:00+00:00"));
}
