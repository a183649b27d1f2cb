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
    assert_eq!(slide["start_date"], json!({ "year": 2024, "month": 6, "day": 18, "hour": 10, "minute": 30 }));
    assert_eq!(slide["group"], "Works");
    assert_eq!(
        slide["media"],
        json!({ "url": "bridge.jpg", "alt": "The bridge", "caption": "In the rain", "credit": "Jo Lind" })
    );
    let html = slide["text"]["text"].as_str().expect("a text");
    for part in [
        "The mayor cut a <strong>ribbon</strong>.<br>It rained.",
        "<a href=\"https://example.org/bridge\">Bridge opens (The Gazette)</a><br>June 18, 2024<br>Hundreds came.",
        "<blockquote><div><span lang=\"en\" dir=\"auto\">“At last, we can cross without getting wet.”</span></div>",
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

/// Markup without elements, decoded.
fn decoded(html: &str) -> String {
    let html = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
    html.replace("&amp;", "&")
}

#[test]
fn groups_and_dates_are_texts_even_after_timelinejs_has_decoded_them() {
    for name in ["<img src=x onerror=alert(1)>", "&lt;svg onload=alert(1)&gt;", "R&D & more", "&amp;amp;"] {
        let story = sample::told(&format!(
            "lanes = [{{ id = \"l\", name = '{name}' }}]\nevents = [{{ id = \"e\", title = \"E\", date = \"2024\", lane = \"l\" }}]"
        ));
        let document = parsed(&publish::timelinejs(&story, &Links::default()).text);
        let group = document["events"][0]["group"].as_str().expect("a group");
        let set_as_markup = decoded(group);
        assert!(!set_as_markup.contains('<'), "{set_as_markup}");
        assert_eq!(decoded(&set_as_markup), name);
    }
}

#[test]
fn nothing_makes_timelinejs_write_a_text_or_an_address_into_an_attribute_or_ask_a_stranger_for_a_script() {
    let story = sample::told(
        r#"
events = [
  { id = "a", title = "www.x'onfocus='alert(1)", date = "2024", media = [
    { url = "https://evil.example/a.wikipedia.org/wiki/b.jpg", alt = "A" },
    { url = "https://example.org/page", kind = "link", alt = "A page" },
    { url = "https://en.wikipedia.org/wiki/A'onfocus='alert(1)", kind = "link", alt = "An article" },
  ] },
  { id = "b", title = "B", date = "2024", media = [{ url = "https://evil.example/documentcloud.org/x.js", kind = "link", alt = "A script" }] },
]
"#,
    );
    let document = parsed(&publish::timelinejs(&story, &Links::default()).text);
    let slides = document["events"].as_array().expect("slides");
    assert!(slides.iter().chain([&document["title"]]).all(|slide| slide["autolink"] == false));
    assert_eq!(slides[0]["media"]["url"], "https://en.wikipedia.org/wiki/A%27onfocus=%27alert(1)");
    let html = slides[0]["text"]["text"].as_str().expect("a text");
    assert!(html.contains("<a href=\"https://evil.example/a.wikipedia.org/wiki/b.jpg\">A</a>"), "{html}");
    assert!(html.contains("<a href=\"https://example.org/page\">A page</a>"), "{html}");
    assert_eq!(slides[1].get("media"), None);
}

#[test]
fn quotations_have_the_marks_of_the_story_and_none_of_timelinejs() {
    let made = publish::timelinejs(&sample::sound(), &Links::default());
    let document = parsed(&made.text);
    let html = document["events"][1]["text"]["text"].as_str().expect("a text");
    for quotation in html.split("<blockquote>").skip(1) {
        let quotation = quotation.split("</blockquote>").next().expect("its words");
        assert!(quotation.contains('“') && !quotation.contains("<p>"), "{quotation}");
    }
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
