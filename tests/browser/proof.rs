//! The proof of a quote: its badge, the explanation behind it, and the link to the words.

use compile::{Evidence, Input};
use on_record_tests::{
    Key, Page, Widget,
    record::{Compiled, default_story, said},
    widget::quote,
};
use serde_json::json;
use story::{CheckKind, Message, Story};

use super::stories::{QUOTES, ferry, site_of};

const ARTICLE: &str = "“We keep the lamp, day & night,” Ida Holm said.\n\n\
    “Nobody’s light goes out – not here, not now, not while there is oil in the house and a hand to pour it.” \
    She added: “I was born under this lamp, like my mother and hers, and I will close my eyes under it.”\n";

/// A story with a quote of each kind.
fn lighthouse() -> Compiled {
    let input = |name: &str, text: &str| Input { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let evidence = Evidence { lock: None, archive: Some(vec![input("archive/beacon.txt", ARTICLE)]) };
    let outcome = compile::compile_with(vec![input("story.toml", include_str!("stories/proof.toml"))], evidence);
    let story = outcome.story.as_ref().unwrap_or_else(|| panic!("{}", compile::render_text(&outcome))).clone();
    let bytes = compile::bundle(&story);
    Compiled { story, bytes }
}

fn badge(id: &str) -> String {
    format!("{} .check summary", quote(id))
}

/// The badge as it is written: its first letter is a capital.
fn word(story: &Story, kind: CheckKind) -> String {
    let message = match kind {
        CheckKind::Exact => Message::ProofExact,
        CheckKind::Normalised => Message::ProofNormalised,
        CheckKind::Elided => Message::ProofElided,
        CheckKind::Joined => Message::ProofJoined,
        CheckKind::Unverified => Message::ProofUnverified,
    };
    let mut letters = said(story, message).chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[test]
fn each_quote_says_in_words_how_it_was_checked() {
    let story = lighthouse();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    for of in &story.story.quotes {
        assert_eq!(of.id, of.check.kind.name(), "the story has a quote of each kind");
        assert_eq!(widget.texts(&badge(&of.id)), [word(&story.story, of.check.kind)]);
        assert_eq!(widget.names(&badge(&of.id)), [word(&story.story, of.check.kind)], "no sign is read out");
    }
    page.assert_well();
}

#[test]
fn a_badge_opens_what_is_proved_and_what_is_not() {
    let story = lighthouse();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    let details = format!("{} .check", quote("exact"));
    let limits = said(&story.story, Message::ProofLimits);
    assert!(!widget.shows(&format!("{details} p")));
    widget.click(&badge("exact"));
    let told = widget.text(&details);
    assert!(told.contains(said(&story.story, Message::ProofExactMeans)) && told.contains(limits), "{told}");
    assert!(widget.shows(&format!("{details} p")));
    assert_eq!(widget.chosen_quotes(), Vec::<String>::new(), "the badge opens no event");
    widget.focus(&badge("unverified"));
    page.press(Key::ENTER);
    let told = widget.text(&format!("{} .check", quote("unverified")));
    assert!(told.contains("Heard on the radio, of which there is no text."), "{told}");
    assert!(!told.contains(limits), "where nothing is proved there is nothing to limit: {told}");
    page.assert_well();
}

#[test]
fn an_original_that_nobody_compared_is_told_apart_from_its_translation() {
    let story = lighthouse();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    let doubt = said(&story.story, Message::OriginalUnverified);
    let card = quote("exact");
    assert!(widget.text(&format!("{card} .original p")).ends_with(&format!(", {doubt}")));
    widget.click(&badge("exact"));
    let told = widget.text(&format!("{card} .check"));
    assert!(told.contains("The reason given: From her diary."), "{told}");
    page.assert_well();
}

#[test]
fn a_link_leads_to_the_words_in_the_article() {
    let story = lighthouse();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    let links = |id: &str| widget.attributes(&format!("{} .check a", quote(id)), "href");
    let address = "https://example.org/beacon?page=1#:~:text=";
    assert_eq!(links("exact"), [format!("{address}We%20keep%20the%20lamp%2C%20day%20%26%20night")]);
    assert_eq!(links("normalised"), [format!("{address}light%20goes%20out,and%20a%20hand%20to%20pour%20it")]);
    assert_eq!(
        links("elided"),
        [format!("{address}I%20was%20born%20under%20this%20lamp,will%20close%20my%20eyes%20under%20it")]
    );
    assert_eq!(links("unverified"), Vec::<String>::new());
    page.assert_well();
}

#[test]
fn a_browser_finds_the_words_that_the_link_names() {
    let story = lighthouse();
    let site = super::stories::plan_of(&story).page("/beacon.html", &format!("<p>{ARTICLE}</p>")).serve();
    let page = Page::open(&site, QUOTES);
    let links: Vec<String> = Widget::first(&page).attributes("li.q .check a", "href");
    assert_eq!(links.len(), 3);
    for link in links {
        let (_, words) = link.split_once('#').expect("a fragment");
        let words: Vec<String> =
            page.js("return arguments[0].slice(8).split(',').map(decodeURIComponent)", json!([words]));
        assert!(words.iter().all(|words| ARTICLE.contains(words.as_str())), "{words:?}");
    }
}

#[test]
fn the_quotes_of_the_default_story_are_proved() {
    let story = default_story();
    assert!(story.quotes.iter().all(|quote| quote.check.kind == CheckKind::Exact));
    let site = on_record_tests::Site::of_dist();
    let page = Page::open(&site, "/#or_as-quotes");
    let widget = Widget::first(&page);
    let badges = widget.texts("li.q .check summary");
    assert_eq!(badges.len(), widget.quotes().len());
    assert!(badges.iter().all(|badge| *badge == word(&story, CheckKind::Exact)), "{badges:?}");
}

#[test]
fn on_a_phone_a_badge_is_high_enough_for_a_finger() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::blank();
    page.set_width(360);
    page.go(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.click("li.q .check summary");
    assert!(widget.place("li.q .check summary").height >= 44.0);
    let overflows = "return document.scrollingElement.scrollWidth > innerWidth";
    assert!(!page.js::<bool>(overflows, json!([])), "the explanation is wider than the page");
    page.assert_well();
}
