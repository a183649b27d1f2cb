//! How quotes stand at an event, and how large.

use crate::parsed::Element;
use crate::telling_of::{event, quote, story, told};

/// The event of a story with quotes of these lengths.
fn told_with(lens: &[usize], more: &str) -> Element {
    let quotes = lens.iter().enumerate().map(|(at, len)| quote(&format!("q{at}"), &"x".repeat(*len), "event = \"e\""));
    let rows: String = quotes.collect();
    told(&story(&[event("e", "2020", more), rows].concat())).by_id("event-e").clone()
}

fn ids(elements: &[&Element]) -> Vec<String> {
    elements.iter().flat_map(|element| element.ids("quote-")).collect()
}

#[test]
fn a_quote_in_the_text_is_the_smaller_the_longer_it_is() {
    for (len, class) in [(1, "q lead"), (69, "q lead"), (70, "q lead mid"), (149, "q lead mid"), (150, "q lead long")] {
        assert_eq!(told_with(&[len], "").by_id("quote-q0").get("class"), Some(class), "{len}");
    }
}

#[test]
fn one_quote_stands_in_the_text_one_beside_it_and_the_others_behind_a_fold() {
    let view = told_with(&[10, 10, 10, 10], "");
    assert_eq!(ids(&view.of("body")), ["q0"]);
    assert_eq!(ids(&view.named("aside")), ["q1", "q2", "q3"]);
    assert_eq!(ids(&view.of("further")), ["q2", "q3"]);
    assert!(view.of("further")[0].text.starts_with("2 more quotes"));
    // One that is too long to stand beside the text stands in it.
    let view = told_with(&[10, 161, 10], "");
    assert_eq!((ids(&view.of("body")), ids(&view.of("further"))), (vec!["q0".into(), "q1".into()], vec!["q2".into()]));
    let view = told_with(&[10, 160], "");
    assert_eq!(ids(&view.named("aside")), ["q1"]);
}

#[test]
fn beside_a_picture_stand_two_quotes_and_none_in_the_text() {
    let picture = "media = [{ url = \"a.jpg\", alt = \"A\" }]";
    let view = told_with(&[10, 300, 10], picture);
    assert_eq!(ids(&view.of("body")), Vec::<String>::new());
    assert_eq!((ids(&view.named("aside")).len(), ids(&view.of("further"))), (3, vec!["q2".to_owned()]));
}

#[test]
fn every_quote_has_its_speaker_its_way_to_the_reader_and_its_proof() {
    let view = told_with(&[10, 10, 10], "");
    for figure in view.of("q") {
        assert!(figure.text.contains("Ada") && figure.text.contains("P jan"), "who said and who printed it");
        assert_eq!(figure.of("check").len(), 1);
        assert!(figure.of("check")[0].text.contains("Made up."), "why it was not checked");
    }
}
