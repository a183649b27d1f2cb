//! Other languages, other scripts, other clocks.

use compile::UnicodeFold;
use on_record_tests::{
    Key, Page, Site, Widget,
    record::{compiled, counted, said},
    widget::{event, quote},
};
use search::Fold;
use serde_json::json;
use story::Message;

use super::stories::{QUOTES, TIMELINE, arabic, korean, site_of};

#[test]
fn a_korean_story_is_told_in_korean() {
    let story = korean();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_event-chulhang");
    let widget = Widget::first(&page);
    assert_eq!(widget.attributes("section[lang]", "lang")[0], "ko");
    // What is folded up is told as well.
    page.run_script("probe.all(0, 'details').forEach((fold) => { fold.open = true; })", json!([]));
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
    widget.look("timeline");
    let names = widget.names("[part~=timeline] button");
    assert!(names.contains(&said(&story.story, Message::ZoomIn).to_owned()), "{names:?}");
    page.assert_well();
}

#[test]
fn a_korean_search_finds_a_part_of_a_word_and_marks_it() {
    let story = korean();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.search("여객");
    assert_eq!(widget.quotes(), ["sseop"]);
    assert_eq!(widget.texts(&format!("{} blockquote mark", quote("sseop"))), ["여객"]);
}

#[test]
fn a_story_from_right_to_left_opens_by_mark_and_by_search() {
    let story = arabic();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    assert_eq!(widget.style("section", "direction"), "rtl");
    for id in ["asifa", "awwal-rihla"] {
        widget.click(&event(id));
        assert_eq!(widget.open_events(), [id]);
    }
    widget.look("quotes");
    widget.search("نبتل");
    assert_eq!(widget.quotes(), ["akhiran"]);
    assert_eq!(widget.texts(&format!("{} blockquote mark", quote("akhiran"))), ["نبتلّ"]);
    page.assert_well();
}

#[test]
fn a_timeline_from_right_to_left_follows_the_hand_and_the_arrows() {
    let story = arabic();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let zoom_in = format!("button[aria-label='{}']", said(&story.story, Message::ZoomIn));
    widget.click(&zoom_in);
    widget.scroll_to("[part~=timeline]");
    let mark = event("taswit");
    let middle = || widget.sign(&mark).middle();
    let (x, y) = middle();
    page.drag(&[(x, y), (x + 30.0, y), (x + 80.0, y)]);
    assert!((middle().0 - x - 80.0).abs() < 6.0, "dragged from {x} by 80 px, it went to {}", middle().0);
    let (x, y) = middle();
    page.wheel(&[Key::CONTROL], (x, y), (0, -60));
    assert!((middle().0 - x).abs() < 2.0, "zoomed at {x}, it went to {}", middle().0);
    widget.focus_timeline();
    page.press(Key('0'));
    for (key, sign) in [(Key::LEFT, -1.0), (Key::RIGHT, 1.0)] {
        widget.click(&event("taswit"));
        widget.focus(&event("taswit"));
        let from = middle().0;
        page.press(key);
        let to = widget.focused_event().expect("the focus stays in the timeline");
        let at = widget.sign(&event(&to)).middle().0;
        assert!((at - from) * sign > 0.0, "{key:?} went from {from} to {at}");
    }
    page.assert_well();
}

#[test]
fn a_time_is_told_as_on_the_published_page_and_by_the_clock_there() {
    for language in ["en-GB", "en-US", "de", "fr", "ru", "ko"] {
        let story = compiled(&format!(
            "story = {{ id = \"s\", title = \"S\", language = \"{language}\", zones = [\"-04:00 EDT\"] }}\n\
             [[events]]\nid = \"launch\"\ntitle = \"L\"\ndate = \"2024-06-05T21:05-04:00\"\n\
             accounts = [{{ source = \"a\" }}]\n\
             [[sources]]\nid = \"a\"\ntitle = \"A\"\npublished = \"2024-06-06\"\n"
        ));
        let date = story.story.events[0].date.as_ref().expect("it has one");
        let words = plain(&publish::I18n::new(&story.story).date(date));
        assert!(words.contains("9:05") != words.contains("21:05") && words.contains("EDT"), "{language}: {words}");
        let site = site_of(&story);
        let page = Page::open(&site, "/#or_event-launch");
        let text = plain(&Widget::first(&page).text("#event-launch"));
        // The day and the time of day stand apart.
        let is_number = |word: &&str| word.contains(|c: char| c.is_ascii_digit()) || *word == "EDT";
        for word in words.split(' ').filter(is_number) {
            let word = word.trim_end_matches(',');
            assert!(text.contains(word), "{language}: “{word}” of “{words}” is missing: {text}");
        }
    }
}

/// With plain spaces, and the halves of a Korean day in Korean: which spaces do not break, and whether these are written in
/// Latin letters, depends on the age of the browser's data.
fn plain(text: &str) -> String {
    text.replace(['\u{202F}', '\u{A0}'], " ").replace("AM ", "오전 ").replace("PM 9:05 EDT", "오후 9:05 EDT")
}

#[test]
fn dates_are_the_same_whatever_the_readers_clock_says() {
    let site = Site::of_dist();
    let page = Page::blank();
    let read = |zone: &str| {
        page.devtools("Emulation.setTimezoneOverride", &json!({ "timezoneId": zone }));
        page.go(&site, &format!("/?{zone}"));
        let offset: i32 = page.js("return new Date(2024, 0, 1).getTimezoneOffset()", json!([]));
        let widget = Widget::first(&page);
        let views = ["timeline", "quotes", "story"].map(|view| {
            widget.look(view);
            widget.all_text()
        });
        (offset, views)
    };
    let (utc, text) = read("UTC");
    for zone in ["Pacific/Kiritimati", "America/Los_Angeles"] {
        let (offset, other) = read(zone);
        assert_ne!(offset, utc, "{zone} is the clock of the page");
        assert_eq!(other, text, "{zone}");
    }
}

#[test]
fn the_browser_folds_every_letter_as_the_compiler_does() {
    // Latin, Greek, Cyrillic, Armenian, Hebrew, Arabic, Devanagari, Thai and Lao, Hangul, Latin and Greek with accents,
    // forms of letters and numbers, kana, Chinese characters, Hangul syllables, ligatures and forms of width.
    let blocks = [
        (0x0080, 0x052F, 1),
        (0x0531, 0x0556, 1),
        (0x0561, 0x0587, 1),
        (0x0591, 0x06FF, 1),
        (0x0900, 0x097F, 1),
        (0x0E00, 0x0EFF, 1),
        (0x1100, 0x11FF, 1),
        (0x1E00, 0x1FFF, 1),
        (0x2070, 0x218B, 1),
        (0x3040, 0x33FF, 1),
        (0x4E00, 0x9FFF, 37),
        (0xAC00, 0xD7A3, 11),
        (0xF900, 0xFAFF, 1),
        (0xFB00, 0xFDFF, 1),
        (0xFE70, 0xFFEF, 1),
    ];
    let codes = blocks.into_iter().flat_map(|(first, last, step)| (first..=last).step_by(step));
    let letters: Vec<String> = codes.filter_map(char::from_u32).map(String::from).collect();
    let site = Site::of_dist();
    let page = Page::open(&site, "/");
    // A letter that is younger than the browser is none to it.
    let script = "return arguments[0].map((letter) =>
        /\\p{Cn}/u.test(letter) ? null : letter.normalize('NFKD').toLowerCase())";
    let of_browser: Vec<Option<String>> = page.js(script, json!([letters]));
    assert!(of_browser.iter().flatten().count() > 4_000);
    for (letter, of_browser) in letters.iter().zip(of_browser).filter_map(|(letter, of)| Some((letter, of?))) {
        let mut folded = String::new();
        letter.chars().for_each(|c| UnicodeFold.fold(c, &mut folded));
        assert_eq!(folded, of_browser, "{letter} {:04X?}", letter.chars().map(u32::from).collect::<Vec<_>>());
    }
}

#[test]
fn the_date_on_the_strip_stays_on_it_where_the_language_runs_from_right_to_left() {
    let story = arabic();
    let page = Page::open(&site_of(&story), "/");
    for width_px in [390, 680, 1200] {
        page.set_width(width_px);
        let widget = Widget::first(&page);
        let [date, strip] = [".here text", ".strip"].map(|part| widget.place(part));
        let is_within = date.x >= strip.x - 1.0 && date.x + date.width <= strip.x + strip.width + 1.0;
        assert!(is_within, "{width_px} px: {date:?} {strip:?}");
    }
}
