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
    assert_eq!((&answer["author_name"], answer.get("author_url")), (&"Ada Lind, Bo Berg".into(), None));
    assert_eq!(answer["provider_name"], "The Harbour Herald");
    assert_eq!(answer["thumbnail_url"], "https://herald.example/bridge.jpg");
    assert_eq!((&answer["thumbnail_width"], &answer["thumbnail_height"]), (&1200.into(), &630.into()));
    let html = answer["html"].as_str().expect("a frame");
    let start = "<iframe src=\"https://news.example/story/embed.html\" title=\"The bridge that waited\" ";
    assert!(html.starts_with(start) && html.ends_with("></iframe>"), "{html}");
}

#[test]
fn a_picture_of_unknown_size_is_no_thumbnail_and_the_card_goes_before_a_small_one() {
    let head = "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\nauthors = [\"Ada <https://e.example/>\"]\n";
    let answer = |image: &str| -> Value {
        let story = sample::told(&[head, image].concat());
        serde_json::from_str(&publish::oembed(&story, &sample::at_home()).expect("an answer")).expect("JSON")
    };
    let unsized_image = answer("image = \"a.jpg\"");
    assert_eq!(unsized_image["thumbnail_url"], "https://news.example/story/card.png");
    assert_eq!((&unsized_image["thumbnail_width"], &unsized_image["thumbnail_height"]), (&1200.into(), &630.into()));
    assert_eq!(unsized_image["author_url"], "https://e.example/");
    let sized = |width: u16| answer(&format!("image = \"a.jpg\"\nimage_width = {width}\nimage_height = 900"));
    assert_eq!(sized(1600)["thumbnail_url"], "https://news.example/story/a.jpg");
    assert_eq!(sized(1199)["thumbnail_url"], "https://news.example/story/card.png");
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
