//! The slides, held against what TimelineJS documents.

use publish::Links;
use serde_json::{Value, json};
use story::{EraIx, EventIx, QuoteIx};

use crate::sample;

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

#[test]
fn a_slide_tells_what_its_event_tells() {
    let made = publish::timelinejs(&sample::sound(), &Links::default());
    let document = parsed(&made.text);
    assert_eq!(document["scale"], "human");
    assert_eq!(document["title"]["text"]["headline"], "The bridge that waited");
    let slide = &document["events"][1];
    assert_eq!(slide["unique_id"], "opening");
    assert_eq!(slide["start_date"], json!({ "year": 2024, "month": 6, "day": 18, "hour": 8, "minute": 30 }));
    assert_eq!(slide["group"], "Works");
    assert_eq!(
        slide["media"],
        json!({ "url": "bridge.jpg", "alt": "The bridge", "caption": "In the rain", "credit": "Jo Lind" })
    );
    let html = slide["text"]["text"].as_str().expect("a text");
    for part in [
        "The mayor cut a <strong>ribbon</strong>.<br>It rained.",
        "<a href=\"https://example.org/bridge\">Bridge opens (The Gazette)</a><br>June 18, 2024<br>Hundreds came.",
        "<blockquote><p><span lang=\"en\" dir=\"auto\">“At last, we can cross without getting wet.”</span></p>",
        "<a href=\"https://example.org/film\">A film of the opening</a>",
    ] {
        assert!(html.contains(part), "{part} in {html}");
    }
    let plan = &document["events"][0];
    assert_eq!(plan["start_date"], json!({ "year": 2024 }));
    assert_eq!(plan["display_date"], "planned, May or June 2024");
    assert_eq!(
        document["eras"],
        json!([{
            "start_date": { "year": 2019 },
            "end_date": { "year": 2024, "month": 6, "day": 17 },
            "text": { "headline": "The ferry years" },
        }])
    );
    assert_eq!(made.open_eras, [EraIx(1)]);
}

#[test]
fn what_has_no_date_is_left_out_and_told() {
    let story = sample::told(
        r#"
sources = [{ id = "s", title = "S" }]
people = [{ id = "k", name = "K" }]
events = [
  { id = "some-day", title = "P", status = "planned", accounts = [{ source = "s" }] },
  { id = "one-day", title = "O", date = "2024-05" },
]
quotes = [
  { id = "with-its-event", text = "a", speaker = "k", source = "s", event = "one-day" },
  { id = "on-its-own", text = "b", speaker = "k", source = "s", said = "2024-05-09" },
  { id = "of-the-plan", text = "c", speaker = "k", source = "s", event = "some-day", said = "2024-05-10" },
  { id = "undated", text = "d", speaker = "k", source = "s" },
]
"#,
    );
    let made = publish::timelinejs(&story, &Links::default());
    let document = parsed(&made.text);
    let slides = document["events"].as_array().expect("slides");
    let ids: Vec<_> = slides.iter().filter_map(|slide| slide["unique_id"].as_str()).collect();
    assert_eq!(ids, ["one-day", "quote-on-its-own", "quote-of-the-plan"]);
    assert_eq!((made.undated_events, made.undated_quotes), (vec![EventIx(0)], vec![QuoteIx(3)]));
}

#[test]
fn an_axis_of_millions_of_years_is_cosmological() {
    let story = sample::told("events = [{ id = \"bang\", title = \"B\", date = \"Y-13800000000\" }]");
    let document = parsed(&publish::timelinejs(&story, &Links::default()).text);
    assert_eq!(document["scale"], "cosmological");
    assert_eq!(document["events"][0]["start_date"], json!({ "year": -13_800_000_001_i64 }));
    assert_eq!(document["events"][0]["display_date"], "13.8 billion BCE");
}

#[test]
fn hostile_texts_are_no_markup_where_timelinejs_takes_html() {
    let story = sample::hostile();
    let made = publish::timelinejs(&story, &Links::default());
    assert!(!made.text.contains('<'));
    let document = parsed(&made.text);
    assert_eq!(document["events"].as_array().map(Vec::len), Some(story.events.len()));
    for slide in document["events"].as_array().expect("slides") {
        for html in ["/text/headline", "/text/text", "/display_date", "/group", "/media/caption", "/media/credit"] {
            let html = slide.pointer(html).and_then(Value::as_str).expect(html);
            assert!(!html.contains("<script") && !html.contains("<x/>") && !html.contains("<!--"), "{html}");
        }
    }
}
