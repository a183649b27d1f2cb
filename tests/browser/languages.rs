//! Other languages, other scripts, other clocks.

use on_record_tests::{
    Page, Site, Widget,
    record::{counted, said},
    widget::quote,
};
use serde_json::json;
use story::Message;

use super::stories::{korean, site_of};

#[test]
fn a_korean_story_is_told_in_korean() {
    let story = korean();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or:event=chulhang");
    let widget = Widget::first(&page);
    assert_eq!(widget.attributes("section[lang]", "lang")[0], "ko");
    let text = widget.all_text();
    let words = [
        counted(&story.story, Message::Events, story.story.events.len()),
        counted(&story.story, Message::Quotes, story.story.quotes.len()),
        said(&story.story, Message::WhoTookPart).to_owned(),
        "2024년 6월 18일".to_owned(),
        story.story.title.clone(),
    ];
    for word in words {
        assert!(text.contains(&word), "“{word}” is missing: {text}");
    }
    let names = widget.names("[part~=timeline] button");
    assert!(names.contains(&said(&story.story, Message::ZoomIn).to_owned()), "{names:?}");
    page.assert_well();
}

#[test]
fn a_korean_search_finds_a_part_of_a_word_and_marks_it() {
    let story = korean();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    widget.search("여객");
    assert_eq!(widget.quotes(), ["sseop"]);
    assert_eq!(widget.texts(&format!("{} blockquote mark", quote("sseop"))), ["여객"]);
}

#[test]
fn dates_are_the_same_whatever_the_readers_clock_says() {
    let site = Site::of_dist();
    let page = Page::blank();
    let read = |zone: &str| {
        page.devtools("Emulation.setTimezoneOverride", &json!({ "timezoneId": zone }));
        page.go(&site, &format!("/?{zone}"));
        let offset: i32 = page.js("return new Date(2024, 0, 1).getTimezoneOffset()", json!([]));
        (offset, Widget::first(&page).all_text())
    };
    let (utc, text) = read("UTC");
    for zone in ["Pacific/Kiritimati", "America/Los_Angeles"] {
        let (offset, other) = read(zone);
        assert_ne!(offset, utc, "{zone} is the clock of the page");
        assert_eq!(other, text, "{zone}");
    }
}
