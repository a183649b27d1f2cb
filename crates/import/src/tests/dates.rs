//! That dates are read as TimelineJS reads them, and that a slip costs no more than its own slide.

use serde_json::json;

use super::taken::with;
use super::{taken, timelinejs};

#[test]
fn a_date_is_read_as_timelinejs_reads_it() {
    let cases = [
        (json!({ "year": "1901" }), json!({ "year": "" }), "1901"),
        (json!({ "year": "1901" }), json!({}), "1901"),
        (json!({ "year": "1901" }), json!(""), "1901"),
        (json!({ "year": "1901" }), json!(null), "1901"),
        (json!({ "year": "1901" }), json!({ "year": null, "month": null }), "1901"),
        (json!({ "year": "1901" }), json!({ "year": " ", "month": "5" }), "1901"),
        (json!({ "year": "1901" }), json!({ "year": 1901 }), "1901"),
        (json!({ "year": 2001.0, "month": 0, "day": 0 }), json!(null), "2001"),
        (json!({ "year": "2001.0", "month": "05", "day": "" }), json!(null), "2001-05"),
        (
            json!({ "year": 2001, "month": 5, "day": 3, "hour": 0, "minute": 0, "second": 0, "millisecond": 0 }),
            json!(null),
            "2001-05-03",
        ),
        (
            json!({ "year": "2001", "month": "5", "day": "3", "hour": "0", "minute": "0" }),
            json!(null),
            "2001-05-03T00:00",
        ),
        (
            json!({ "year": 2001, "month": 5, "day": 3, "hour": 9, "minute": 0, "second": null }),
            json!(null),
            "2001-05-03T09:00",
        ),
        (json!({ "year": " -5410 ", "format": "yyyy" }), json!(null), "-5409"),
        (json!({ "year": -13.8e9 }), json!(null), "Y-13799999999"),
        (json!("2001-05-03"), json!("2001-06"), "2001-05-03/2001-06"),
        (json!({ "year": 2024, "month": 6, "day": 18 }), json!({ "year": 2024, "month": 6 }), "2024-06-18/2024-06"),
        (json!({ "year": 2024 }), json!({ "year": 2024, "month": 6 }), "2024/2024-06"),
        (
            json!({ "year": 2024, "month": 6, "day": 18, "hour": 9 }),
            json!({ "year": 2024, "month": 6, "day": 18 }),
            "2024-06-18T09:00/2024-06-18",
        ),
    ];
    for (start, end, expected) in cases {
        let (story, notes) =
            taken(&with(&json!({ "start_date": start, "end_date": end, "text": { "headline": "A" } })));
        let date = story.events[0].date.as_ref().expect("a date");
        assert_eq!((date.edtf.as_str(), story.events.len()), (expected, 2), "{start} {end}");
        assert!(notes.iter().all(|note| note.starts_with("times have no zone")), "{start} {end}: {notes:?}");
    }
}

#[test]
fn of_a_date_that_is_none_what_can_be_is_taken_and_the_rest_told() {
    let only = "write a number from";
    let cases = [
        (
            json!({ "year": 2024, "month": 13 }),
            None,
            "2024",
            format!("slide 1: `13` is no month; {only} 1 to 12, or leave it out; taken as `2024`"),
        ),
        (
            json!({ "year": 2023, "month": 2, "day": 29 }),
            None,
            "2023-02",
            format!("slide 1: `29` is no day; {only} 1 to 28, or leave it out; taken as `2023-02`"),
        ),
        (
            json!({ "year": 2023, "month": 2, "day": 1, "hour": 24 }),
            None,
            "2023-02-01",
            format!("slide 1: `24` is no hour; {only} 0 to 23, or leave it out; taken as `2023-02-01`"),
        ),
        (json!({ "year": 2023, "day": 4 }), None, "2023", "slide 1: it has no month; taken as `2023`".to_owned()),
        (
            json!({ "year": -20000, "month": 4 }),
            None,
            "Y-19999",
            "slide 1: a year of more than four digits stands alone in a story; taken as `Y-19999`".to_owned(),
        ),
        (
            json!({ "year": 2024 }),
            Some(json!({ "year": 2023, "month": 2 })),
            "2024",
            "slide 1 ends before it begins, `2023-02`; only its beginning is taken".to_owned(),
        ),
        (
            json!(1_234_567_890_000_i64),
            None,
            "2009-02-13T23:31:30",
            "slide 1: `1234567890000` is taken as milliseconds since 1970, as in TimelineJS".to_owned(),
        ),
        (
            json!({ "year": 2024 }),
            Some(json!(1_718_668_800_000_i64)),
            "2024/2024-06-18",
            "slide 1: `1718668800000` is taken as milliseconds since 1970, as in TimelineJS".to_owned(),
        ),
        (
            json!(1901),
            None,
            "1901",
            "slide 1: `1901` is taken as a year; TimelineJS takes it for milliseconds since 1970".to_owned(),
        ),
        (json!({ "year": 2024 }), Some(json!({ "year": "-" })), "2024", "slide 1: `-` is no year".to_owned()),
        (
            json!({ "year": 2024 }),
            Some(json!("later")),
            "2024",
            "slide 1: `later` is no date; write its year, month and day".to_owned(),
        ),
    ];
    for (start, end, expected, note) in cases {
        let slide = json!({ "start_date": start, "end_date": end, "text": { "headline": "A" } });
        let (story, notes) = taken(&with(&slide));
        assert_eq!(story.events[0].date.as_ref().map(|date| date.edtf.as_str()), Some(expected), "{start}");
        assert_eq!(notes.first(), Some(&note), "{start}");
        assert!(notes.iter().skip(1).all(|note| note.starts_with("times have no zone")), "{notes:?}");
    }
}

#[test]
fn a_slide_without_a_date_costs_no_other_slide_and_is_named() {
    let blanks =
        [json!(null), json!({}), json!(""), json!({ "year": "" }), json!({ "year": null, "month": 5 }), json!([])];
    for start in blanks {
        let (story, notes) = taken(&with(&json!({ "start_date": start, "text": { "headline": "A" } })));
        let titles: Vec<_> = story.events.iter().map(|event| event.title.as_str()).collect();
        assert_eq!(titles, ["Other"], "{start}");
        assert_eq!(notes, ["slide 1, “A”, has no date and is left out"], "{start}");
    }
    let (_, notes) = taken(&with(&json!({ "start_date": { "year": "-" }, "text": { "headline": "A" } })));
    assert_eq!(notes, ["slide 1: `-` is no year", "slide 1, “A”, has no date and is left out"]);
    let (_, notes) = taken(&with(&json!({ "start_date": 9e15, "text": { "headline": "A" } })));
    assert_eq!(notes, ["slide 1: `9000000000000000` is no date", "slide 1, “A”, has no date and is left out"]);
    let far = json!({ "start_date": { "year": "-999999999999" }, "text": { "headline": "A" } });
    let (story, notes) = taken(&with(&far));
    assert_eq!((story.events.len(), notes.len()), (1, 2));
    assert!(notes[0].contains("further off than a story can tell"), "{notes:?}");
    let (story, _) = taken(r#"{ "events": [null, 3, "x", [], { "start_date": { "year": 1 } }] }"#);
    assert_eq!(story.events.len(), 1);
}

#[test]
fn milliseconds_stand_beside_the_date() {
    let start = json!({ "year": 2015, "month": 1, "day": 2, "hour": 3, "minute": 4, "second": 5, "millisecond": "60" });
    let slide = with(&json!({ "start_date": start, "text": { "headline": "A" } }));
    let imported = timelinejs(slide.as_bytes(), "en", "Untitled").expect("imported");
    assert!(
        imported.toml.contains("date = \"2015-01-02T03:04:05\"\n# To the millisecond: \"2015-01-02T03:04:05.060\"\n"),
        "{}",
        imported.toml
    );
    assert!(imported.notes.iter().any(|note| note.starts_with("milliseconds") && note.ends_with(": slide 1")));
}
