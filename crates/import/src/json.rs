//! The JSON of TimelineJS 3 (<https://timeline.knightlab.com/docs/json-format.html>).

use serde_json::Value;

use crate::deck::{Deck, Media, Slide, Stamp};

/// Reads a timeline.
pub(crate) fn deck(text: &str) -> Result<Deck, Vec<String>> {
    let root: Value = serde_json::from_str(text).map_err(|error| {
        vec![format!("line {}, column {}: this is no JSON ({error})", error.line(), error.column())]
    })?;
    let Some(events) = root.get("events").and_then(Value::as_array) else {
        return Err(vec![missing_events(&root).to_owned()]);
    };
    let slides = events.iter().enumerate().map(|(at, event)| slide(event, format!("slide {}", at + 1)));
    let eras = root.get("eras").and_then(Value::as_array).into_iter().flatten();
    Ok(Deck {
        title: root.get("title").filter(|title| title.is_object()).map(|it| slide(it, "the title slide".to_owned())),
        slides: slides.collect(),
        eras: eras.enumerate().map(|(at, era)| slide(era, format!("era {}", at + 1))).collect(),
    })
}

fn missing_events(root: &Value) -> &'static str {
    if root.get("timeline").is_some() {
        "this is the JSON of TimelineJS 2, which has `timeline`; open it in TimelineJS 3, or save its sheet as CSV"
    } else {
        "this JSON has no list `events`, as that of TimelineJS 3 has"
    }
}

fn slide(value: &Value, place: String) -> Slide {
    let media = &value["media"];
    Slide {
        place,
        id: text(&value["unique_id"]),
        start: stamp(&value["start_date"]),
        end: stamp(&value["end_date"]),
        display_date: [&value["display_date"], &value["start_date"]["display_date"]]
            .into_iter()
            .map(text)
            .find(|date| !date.is_empty())
            .unwrap_or_default(),
        headline: text(&value["text"]["headline"]),
        text: text(&value["text"]["text"]),
        group: text(&value["group"]),
        media: Media {
            url: text(&media["url"]),
            caption: text(&media["caption"]),
            credit: text(&media["credit"]),
            alt: [&media["alt"], &media["title"]].into_iter().map(text).find(|alt| !alt.is_empty()).unwrap_or_default(),
        },
        has_background: value["background"].as_object().is_some_and(|it| !it.is_empty()),
    }
}

fn stamp(value: &Value) -> Option<Stamp> {
    let part = |name: &str| text(&value[name]);
    value.is_object().then(|| Stamp {
        year: part("year"),
        month: part("month"),
        day: part("day"),
        hour: part("hour"),
        minute: part("minute"),
        second: part("second"),
    })
}

/// A text, or a number as a text; TimelineJS takes either for the parts of a date.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) => number.to_string(),
        _ => String::new(),
    }
}
