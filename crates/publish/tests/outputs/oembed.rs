//! The oEmbed answer, held against what <https://oembed.com> asks of the type `rich`.

use publish::Links;
use serde_json::Value;

use crate::sample;

#[test]
fn an_answer_has_all_that_its_type_asks_for() {
    let text = publish::oembed(&sample::sound(), &sample::at_home()).expect("an answer");
    let answer: Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((&answer["version"], &answer["type"]), (&"1.0".into(), &"rich".into()));
    assert_eq!(answer["title"], "The bridge that waited");
    assert!(answer["width"].is_u64() && answer["height"].is_u64());
    let html = answer["html"].as_str().expect("a frame");
    let start = "<iframe src=\"https://news.example/story/embed.html\" title=\"The bridge that waited\" ";
    assert!(html.starts_with(start) && html.ends_with("></iframe>"), "{html}");
}

#[test]
fn a_hostile_title_stays_in_its_attribute() {
    let text = publish::oembed(&sample::hostile(), &sample::at_home()).expect("an answer");
    let answer: Value = serde_json::from_str(&text).expect("JSON");
    let html = answer["html"].as_str().expect("a frame");
    assert_eq!(html.matches('<').count(), 2, "{html}");
    assert_eq!(answer["title"], "</script><script>alert(1)</script>");
}

#[test]
fn without_a_place_on_the_web_there_is_no_answer() {
    assert_eq!(publish::oembed(&sample::sound(), &Links::default()), None);
}
