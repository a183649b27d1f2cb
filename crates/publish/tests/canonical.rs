//! The canonical JSON of whole stories, held against the schema that describes it.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

use compile::{Evidence, Input};
use serde_json::{Value, json};

const SCHEMA: &str = include_str!("../../../schema/on-record-1.schema.json");
const SOUND: &str = include_str!("../../compile/fixtures/sound.toml");

fn exported(toml: &str) -> String {
    let input = Input { name: "story.toml".to_owned(), bytes: toml.as_bytes().to_vec() };
    let outcome = compile::compile(vec![input]);
    let problems = compile::render_text(&outcome);
    publish::json(&outcome.story.expect(&problems))
}

fn parsed(text: &str) -> Value {
    serde_json::from_str(text).expect("JSON")
}

fn faults(document: &Value) -> Vec<String> {
    let validator = jsonschema::validator_for(&parsed(SCHEMA)).expect("a sound schema");
    validator.iter_errors(document).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_schema_is_sound() {
    assert!(jsonschema::meta::is_valid(&parsed(SCHEMA)));
}

#[test]
fn a_whole_story_follows_the_schema() {
    assert_eq!(faults(&parsed(&exported(SOUND))), [] as [String; 0]);
}

#[test]
fn an_empty_story_follows_the_schema() {
    let text = exported("[story]\nid = \"a\"\ntitle = \"A\"\nlanguage = \"en\"\n");
    assert_eq!(faults(&parsed(&text)), [] as [String; 0]);
}

#[test]
fn the_schema_refuses_what_is_not_the_form() {
    let sound = parsed(&exported(SOUND));
    let changes: &[(&str, Value)] = &[
        ("/format", json!("on-record/2")),
        ("/events/0/status", json!("cancelled")),
        ("/events/0/rank", json!(6)),
        ("/events/0/id", json!("Not A Slug")),
        ("/events/0/surplus", json!(1)),
        ("/quotes/0/speaker", Value::Null),
        ("/sources/0/url", json!("javascript:alert(1)")),
        ("/quotes/0/check/kind", json!("perhaps")),
        ("/eras/0/date", Value::Null),
        ("/events/0/formerly", json!([])),
        ("/changes/0/kind", json!("erratum")),
        ("/changes/0/of", json!("lane")),
        ("/changes/0/note", json!("")),
        ("/eras/0/from", json!("2019")),
        ("/events/0/media/0/width", json!(0)),
        ("/events/0/media/0/alt", json!("")),
        ("/events/0/media/0/focus", json!("101% 0%")),
        ("/events/0/media/0/versions", json!([{ "url": "a.jpg" }])),
        ("/events/0/media/2/captions", json!([{ "url": "a.vtt" }])),
        ("/events/0/media/2/duration_ms", json!(0)),
    ];
    for (pointer, value) in changes {
        let mut changed = sound.clone();
        let (parent, key) = pointer.rsplit_once('/').expect("a pointer");
        let parent = changed.pointer_mut(parent).and_then(Value::as_object_mut).expect("an object");
        parent.insert(key.to_owned(), value.clone());
        assert!(!faults(&changed).is_empty(), "{pointer}");
    }
    for key in ["people", "events", "quotes", "story"] {
        let mut changed = sound.clone();
        changed.as_object_mut().expect("an object").remove(key);
        assert!(!faults(&changed).is_empty(), "without {key}");
    }
}

#[test]
fn keys_stand_in_their_order_and_the_text_ends_in_a_line_break() {
    let text = exported(SOUND);
    let keys = ["format", "story", "people", "sources", "lanes", "themes", "eras", "events", "quotes", "changes"];
    let places: Vec<_> = keys.iter().map(|key| text.find(&format!("\n  \"{key}\":")).expect(key)).collect();
    assert!(places.is_sorted());
    assert!(text.ends_with("}\n"));
    assert_eq!(text, exported(SOUND));
}

#[test]
fn an_event_and_a_quote_tell_all_they_know() {
    let document = parsed(&exported(SOUND));
    assert_eq!(
        document["events"][1],
        json!({
            "id": "opening-planned", "title": "The bridge is to open", "summary": "",
            "date": "[2024-05..2024-06]", "place": null, "lane": null, "people": [], "themes": [],
            "status": "planned", "announced": "2024-03-01~", "became": "opening", "rank": 3, "media": [],
            "accounts": [
                { "source": "plans-announced", "date": null, "says": "" },
                { "source": "gazette", "date": null, "says": "" },
            ],
            "known_from": "2024-03",
        })
    );
    assert_eq!(
        document["quotes"][0],
        json!({
            "id": "at-last", "formerly": ["dry-feet"], "text": "At last, we can cross without getting wet.", "speaker": "mayor",
            "about": "of the bridge",
            "original": {
                "text": "Endlich können wir hinüber, ohne nass zu werden.", "language": "de",
                "translated_by": "The Gazette",
                "check": {
                    "kind": "unverified", "sha256": null, "start": null, "end": null,
                    "reason": "A made-up story has no archive.",
                },
            },
            "role": "mayor of the town", "said": "2024-06-18", "event": "opening", "source": "gazette", "via": "wire",
            "language": "en", "themes": ["money"], "known_from": "2024-06-20",
            "check": {
                "kind": "unverified", "sha256": null, "start": null, "end": null,
                "reason": "A made-up story has no archive.",
            },
        })
    );
    assert_eq!(
        document["changes"][0],
        json!({
            "date": "2024-06-25", "kind": "correction", "of": "event", "record": "opening",
            "note": "The mayor opened the bridge at *half past ten*.", "was": "It opened at ten.",
        })
    );
    assert_eq!(document["changes"][2]["of"], "story");
    assert_eq!((&document["changes"][2]["record"], &document["changes"][2]["was"]), (&Value::Null, &Value::Null));
    assert_eq!(document["events"][0]["formerly"], json!(["inauguration", "the-opening"]));
    assert_eq!(
        document["story"],
        json!({
            "id": "harbour-bridge", "title": "The bridge that waited", "language": "en", "updated": "2024-07-01",
            "summary": "A bridge was promised *twice*. See [the plans](https://example.org/plans).",
            "opening": "opening",
            "publisher": {
                "name": "The Harbour Herald", "url": "https://herald.example/", "logo": "logo.png",
            },
            "authors": [
                { "name": "Ada Lind", "url": "https://herald.example/ada" }, { "name": "Bo Berg", "url": null },
            ],
            "image": { "url": "https://herald.example/bridge.jpg", "width": 1200, "height": 630 },
            "first_published": "2024-06-21T08:00+02:00", "contact": "mailto:desk@herald.example",
            "corrections_policy": "https://herald.example/corrections",
        })
    );
    assert_eq!(document["events"][0]["label"], "Opening");
}

#[test]
fn a_proved_quote_tells_where_it_stands_and_by_which_text() {
    let input = |name: &str, text: &str| Input { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let words = "“At last, we can cross without getting wet.” „Endlich können wir hinüber, ohne nass zu werden“";
    let evidence = Evidence { lock: None, archive: Some(vec![input("archive/gazette.txt", words)]) };
    let outcome = compile::compile_with(vec![input("story.toml", SOUND)], evidence);
    let document = parsed(&publish::json(&outcome.story.expect("a story")));
    assert_eq!(
        document["quotes"][0]["check"],
        json!({
            "kind": "exact", "start": 3, "end": 45,
            "sha256": "1d863b4c37d8bc35842fc859837ce83e6616302ef2fa3de5d28d3e126e1d398b",
        })
    );
    let original = &document["quotes"][0]["original"]["check"];
    assert_eq!(
        (&original["kind"], &original["start"]),
        (&json!("normalised"), &json!(52)),
        "its own style ends without a stop"
    );
    assert_eq!(faults(&document), [] as [String; 0]);
}

#[test]
fn what_few_stories_have_is_left_out_where_it_is_not_given() {
    let document = parsed(&exported(SOUND));
    assert_eq!(
        document["eras"],
        json!([
            { "id": "ferry-years", "name": "The ferry years", "date": "2019/2024-06-17" },
            { "id": "bridge-years", "name": "The bridge", "date": "2024-06-18/.." },
        ])
    );
    let media = &document["events"][0]["media"];
    assert_eq!((&media[0]["width"], &media[0]["height"]), (&json!(640), &json!(480)));
    let keys = |medium: &Value| medium.as_object().expect("an object").keys().cloned().collect::<Vec<_>>();
    assert_eq!(keys(&media[3]), ["alt", "caption", "credit", "kind", "url"]);
    let bare = parsed(&exported("[story]\nid = \"a\"\ntitle = \"A\"\nlanguage = \"en\"\n"));
    assert_eq!(bare.get("eras"), None);
}
