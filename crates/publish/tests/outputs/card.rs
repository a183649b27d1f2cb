//! The share card as a picture.

use publish::Card;

use crate::sample;

fn card(toml: &str) -> Card {
    let story = sample::told(toml);
    publish::card(&story, &compile::opened(&story)).expect("a card")
}

fn titled(title: &str) -> Card {
    card(&format!("[story]\nid = \"s\"\ntitle = \"{title}\"\nlanguage = \"en\"\n"))
}

#[test]
fn the_same_story_gives_the_same_picture_of_the_size_that_is_asked_for() {
    let story = sample::sound();
    let [a, b] = [(); 2].map(|()| publish::card(&story, &compile::opened(&story)).expect("a card"));
    assert_eq!(a, b);
    assert_eq!(a.png.get(16..24), Some([0, 0, 4, 176, 0, 0, 2, 118].as_slice()), "1200 and 630 stand in its head");
    assert_eq!(a.without, [] as [&str; 0]);
    assert_ne!(a.png, titled("The bridge that waited").png, "the events are drawn");
}

#[test]
fn words_that_no_font_has_are_left_out_and_told() {
    let [with, lacking] = [titled("The bridge"), titled("The bridge \u{10FFFD}")];
    assert_eq!(with.without, [] as [&str; 0]);
    assert_eq!(lacking.without, ["The bridge \u{10FFFD}"]);
    assert_ne!(with.png, lacking.png);
}
