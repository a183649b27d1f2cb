//! What becomes of timelines, and that an author can go on with it.

mod dates;
mod taken;

use super::*;
use compile::{Input, Outcome, Severity};
use proptest::prelude::*;
use story::Story;

fn compiled(toml: &str) -> Outcome {
    compile::compile(vec![Input { name: "story.toml".to_owned(), bytes: toml.as_bytes().to_vec() }])
}

/// The story that is imported, and what is said of it.
fn taken(text: &str) -> (Story, Vec<String>) {
    let imported = timelinejs(text.as_bytes(), "en", "Untitled").expect("imported");
    let outcome = compiled(&imported.toml);
    let told = compile::render_text(&outcome);
    let story = outcome.story.unwrap_or_else(|| panic!("{told}\n{}", imported.toml));
    assert_eq!(story.events.len(), imported.events);
    (story, imported.notes)
}

const TIMELINE: &str = r#"{
  "scale": "human",
  "title": { "text": { "headline": "The <b>bridge</b>", "text": "<p>Promised <i>twice</i>.</p><p>See <a href='https://example.org/?a=1&amp;b=2'>the plans</a>.</p>" } },
  "events": [
    {
      "start_date": { "year": "2024", "month": "6", "day": 18, "hour": "10", "minute": "30" },
      "end_date": { "year": 2024, "month": 6, "day": 19 },
      "display_date": "18 June, morning",
      "text": { "headline": "It opens &amp; it rains", "text": "Rain.<br>*Much* rain" },
      "media": { "url": "https://example.org/a.JPG?w=1", "caption": "In the <em>rain</em>", "credit": "Jo Lind", "alt": "Umbrellas" },
      "group": "Works",
      "background": { "color": "red" },
      "unique_id": "opening"
    },
    { "start_date": { "year": -44 }, "text": { "headline": "개통" }, "media": { "url": "https://youtu.be/x", "title": "A film" } },
    { "start_date": { "year": 2023, "month": "" }, "text": { "headline": "", "text": "No headline here" }, "group": "Works" },
    { "text": { "headline": "Some day" } }
  ],
  "eras": [
    { "start_date": { "year": 2019 }, "end_date": { "year": 2024, "month": 6 }, "text": { "headline": "The ferry" } },
    { "text": { "headline": "Never" } }
  ]
}"#;

#[test]
fn a_timeline_becomes_a_story_that_the_compiler_takes() {
    let (story, notes) = taken(TIMELINE);
    assert_eq!((story.id.as_str(), story.title.as_str()), ("the-bridge", "The bridge"));
    assert_eq!(story.summary.plain(), "Promised twice.\nSee the plans.");
    assert_eq!(story.summary.runs[1].text, "twice");
    assert!(story.summary.runs[1].emphasis);
    assert_eq!(story.summary.runs[3].link.as_deref(), Some("https://example.org/?a=1&b=2"));
    let dates: Vec<_> = story.events.iter().filter_map(|event| Some(event.date.as_ref()?.edtf.as_str())).collect();
    assert_eq!(dates, ["2024-06-18T10:30/2024-06-19", "-0043", "2023"]);
    let ids: Vec<_> = story.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids, ["opening", "event-2", "no-headline-here"]);
    let opening = &story.events[0];
    assert_eq!(
        (opening.title.as_str(), opening.summary.plain().as_str()),
        ("It opens & it rains", "Rain.\n*Much* rain")
    );
    assert_eq!(opening.media[0].alt, "Umbrellas");
    assert_eq!(opening.media[0].caption, "In the rain");
    assert_eq!(story.events[1].media[0].kind, story::MediaKind::Link);
    assert_eq!((story.lanes[0].name.as_str(), story.lanes.len()), ("Works", 1));
    assert_eq!((story.eras[0].date.edtf.as_str(), story.eras.len()), ("2019/2024-06", 1));
    assert_eq!(
        notes,
        [
            "era 2, “Never”, has no date and is left out",
            "slide 4, “Some day”, has no date and is left out",
            "times have no zone in TimelineJS, and none here: write the offset from UTC behind them, as in `T10:52-04:00`",
            "backgrounds stand in comments, for a story has none: slide 1",
        ]
    );
}

#[test]
fn a_sheet_tells_the_same_as_json() {
    let sheet = "\u{FEFF}Year,Month,Day,Time,End Year,End Month,End Day,End Time,Display Date,Headline,Text,Media,\
        Media Credit,Media Caption,Media Thumbnail,Type,Group,Background,Alt Text\r\n\
        ,,,,,,,,,The bridge,\"Promised, twice\",,,,,title,,,\r\n\
        2024,6,18,10:30 AM,2024,6,19,,,Opening,\"One\nTwo\",a.jpg,Jo Lind,Rain,,,Works,,Umbrellas\r\n\
        \"-13,800,000,000\",,,,,,,,,The beginning,,<iframe src=\"https://example.org/film\"></iframe>,,,,,,,\r\n\
        2019,,,,2024,6,,,,The ferry,,,,,,era,,,\r\n\
        ,,,,,,,,,,,,,,,,,,\r\n";
    let (story, _) = taken(sheet);
    assert_eq!((story.title.as_str(), story.summary.plain().as_str()), ("The bridge", "Promised, twice"));
    let dates: Vec<_> = story.events.iter().filter_map(|event| Some(event.date.as_ref()?.edtf.as_str())).collect();
    assert_eq!(dates, ["2024-06-18T10:30/2024-06-19", "Y-13799999999"]);
    assert_eq!(story.events[0].media[0].url, "a.jpg");
    assert_eq!(story.events[1].media[0].url, "https://example.org/film");
    assert_eq!(story.eras[0].name, "The ferry");
}

#[test]
fn namesakes_get_numbers_and_a_great_many_of_them_take_no_longer() {
    let sheet = |headlines: &str| ["Year,Headline\n", headlines].concat();
    let ids = |toml: &str| -> Vec<String> {
        let ids = toml.lines().filter_map(|line| line.strip_prefix("id = \"")?.strip_suffix('"'));
        ids.skip(1).map(str::to_owned).collect()
    };
    let few = timelinejs(sheet("1,A\n1,A 2\n1,A\n1,A 2\n1,A\n").as_bytes(), "en", "Story").expect("imported");
    assert_eq!(ids(&few.toml), ["a", "a-2", "a-3", "a-2-2", "a-4"]);
    let many = timelinejs(sheet(&"1,A\n".repeat(20_000)).as_bytes(), "en", "Story").expect("imported");
    assert_eq!(ids(&many.toml).last().map(String::as_str), Some("a-20000"));
}

#[test]
fn what_is_wrong_is_told_at_once_with_its_place() {
    let cases: &[(&str, &[&str])] = &[
        ("{", &["line 1, column 1: this is no JSON (EOF while parsing an object at line 1 column 1)"]),
        ("{}", &["this JSON has no list `events`, as that of TimelineJS 3 has"]),
        ("", &["this is neither the JSON of TimelineJS 3 nor its sheet as CSV: the first row names no column `Year`"]),
        (
            r#"{"events":[{"start_date":{"year":"soon"}},{"start_date":{"year":2024,"month":13}}]}"#,
            &["slide 1: `soon` is no year", "slide 2: `13` is no month; write a number from 1 to 12, or leave it out"],
        ),
        ("Year,Time\n2024,noon\n", &["row 2: `noon` is no time; write it as 14:05"]),
    ];
    for (text, expected) in cases {
        assert_eq!(
            timelinejs(text.as_bytes(), "en", "Untitled"),
            Err(expected.iter().map(|it| (*it).to_owned()).collect())
        );
    }
    let encoded = timelinejs(b"Year\n\xFF", "en", "Untitled").expect_err("not UTF-8");
    assert!(encoded[0].starts_with("byte 6 is not UTF-8"), "{encoded:?}");
}

#[test]
fn what_we_export_can_be_taken_back() {
    let sound = compiled(include_str!("../../../compile/fixtures/sound.toml")).story.expect("a story");
    let (story, _) = taken(&publish::timelinejs(&sound, &publish::Links::default()).text);
    assert_eq!((&story.title, story.summary.plain()), (&sound.title, sound.summary.plain()));
    let ids: Vec<_> = story.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids, ["opening-planned", "opening"]);
    assert!(story.events[1].summary.plain().contains("At last, we can cross without getting wet."));
}

/// That a timeline gives a story without errors.
fn assert_sound(timeline: &serde_json::Value) {
    let imported = timelinejs(timeline.to_string().as_bytes(), "en", "Untitled").expect("imported");
    let outcome = compiled(&imported.toml);
    assert_eq!(outcome.count(Severity::Error), 0, "{}\n{}", compile::render_text(&outcome), imported.toml);
}

proptest! {
    #[test]
    fn any_text_is_taken_as_it_is_shown(text in "(\\PC|[\\\\`*_\\[\\]<>&!#+=\"'().0-9\n -]){0,60}") {
        let text = text.replace('\u{FFFD}', "?");
        let html = text.replace('&', "&amp;").replace('<', "&lt;");
        let slide = serde_json::json!({ "events": [
            { "start_date": { "year": 2024 }, "text": { "headline": html, "text": format!("<p>x {html}</p><p>{html} <b>{html}</b></p>") } },
        ] });
        let imported = timelinejs(slide.to_string().as_bytes(), "en", "Untitled").expect("imported");
        let outcome = compiled(&imported.toml);
        prop_assert_eq!(outcome.count(Severity::Error), 0, "{}\n{}", compile::render_text(&outcome), imported.toml);
        let story = outcome.story.expect("a story");
        let shown = text.split_whitespace().collect::<Vec<_>>().join(" ");
        let read = story.events[0].summary.plain();
        let expected = format!("x {shown}\n{shown} {shown}");
        prop_assert_eq!(read.trim(), expected.trim(), "{}", imported.toml);
    }

    #[test]
    fn any_bytes_are_taken_or_refused_and_never_a_panic(bytes in prop::collection::vec(any::<u8>(), 0..80), head in "(|\\{\"events\":|Year,Time,Headline\n)") {
        let bytes = [head.as_bytes(), &bytes].concat();
        if let Err(problems) = timelinejs(&bytes, "en", "Untitled") {
            prop_assert!(!problems.is_empty());
        }
    }

    #[test]
    fn any_html_gives_a_story_without_errors(html in "(<[a-z/ ]{0,6}>|<a href=['\"]?[a-z:/.() ]{0,12}['\"]?>|</a>|[a-z *&;\\\\]){0,30}") {
        let slide = serde_json::json!({ "events": [
            { "start_date": { "year": 2024 }, "text": { "headline": html, "text": html }, "media": { "url": html } },
        ] });
        assert_sound(&slide);
    }

    #[test]
    fn any_address_is_one_that_a_story_may_hold(
        url in "((https?:|mailto:|ftp:|[a-c]:)?[/\\\\]{0,3})?(a|:|@|\\.|&#58;|&sol;|&amp|%3A|[?#/\\\\ é\u{202E}\u{200B}\u{7}\\[])*",
    ) {
        let html = format!("<a href=\"{}\">x</a>", url.replace('&', "&amp;"));
        let slide = serde_json::json!({ "events": [
            { "start_date": { "year": 2024 }, "text": { "headline": "A", "text": html }, "media": { "url": url } },
        ] });
        assert_sound(&slide);
    }
}
