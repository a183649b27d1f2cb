//! The JSON of TimelineJS 3 (<https://timeline.knightlab.com/docs/json-format.html>).

use std::borrow::Cow;

use serde_json::Value;

use crate::clock::{from_milliseconds, whole_date};
use crate::deck::{Deck, Media, Slide, Stamp, named};

/// The fields of a timeline that TimelineJS reads.
const ROOT_FIELDS: &[&str] = &["title", "events", "eras", "scale"];
/// The fields of a slide.
const FIELDS: &[&str] = &[
    "unique_id",
    "start_date",
    "end_date",
    "display_date",
    "text",
    "group",
    "media",
    "background",
    // Whether it makes links of bare addresses.
    "autolink",
];

/// The parts of a slide that have fields of their own, and those that TimelineJS reads.
const PARTS: [(&str, &[&str]); 5] = [
    ("text", &["headline", "text"]),
    ("media", &["url", "caption", "credit", "alt", "title", "thumbnail", "link", "link_target"]),
    ("background", &["url", "color"]),
    ("start_date", DATE_FIELDS),
    ("end_date", DATE_FIELDS),
];
const DATE_FIELDS: &[&str] =
    &["year", "month", "day", "hour", "minute", "second", "millisecond", "display_date", "format"];

/// Reads a timeline.
pub(crate) fn deck(text: &str) -> Result<Deck, Vec<String>> {
    let root: Value = serde_json::from_str(&paired(text)).map_err(|error| {
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
        others: unread("", &root, ROOT_FIELDS),
    })
}

fn missing_events(root: &Value) -> &'static str {
    if root.get("timeline").is_some() {
        "this is the JSON of TimelineJS 2, which has `timeline`; open it in TimelineJS 3, or save its sheet as CSV"
    } else {
        "this JSON has no list `events`, as that of TimelineJS 3 has"
    }
}

/// The text with a replacement character for each half of a surrogate pair without its other half: browsers read it, for
/// some tools cut emoji in two.
fn paired(json: &str) -> Cow<'_, str> {
    let half = |at: usize| {
        let code = json.get(at..at + 6).and_then(|escape| escape.strip_prefix("\\u"))?;
        u16::from_str_radix(code, 16).ok().filter(|unit| (0xD800..0xE000).contains(unit))
    };
    let mut mended = String::new();
    let (mut kept, mut at) = (0, 0);
    while let Some(found) = json[at..].find('\\').map(|found| at + found) {
        // Of `\\` and `\"` the second character is no beginning of an escape.
        at = found + 1 + json[found + 1..].chars().next().map_or(0, char::len_utf8);
        let Some(unit) = half(found) else { continue };
        let has_other = unit < 0xDC00 && half(found + 6).is_some_and(|other| other >= 0xDC00);
        at = found + if has_other { 12 } else { 6 };
        if !has_other {
            mended.push_str(&json[kept..found]);
            mended.push('\u{FFFD}');
            kept = at;
        }
    }
    if kept == 0 { Cow::Borrowed(json) } else { Cow::Owned(mended + &json[kept..]) }
}

fn slide(value: &Value, place: String) -> Slide {
    let mut remarks = Vec::new();
    let (start, end) = (&value["start_date"], &value["end_date"]);
    let background = &value["background"];
    Slide {
        place,
        id: text(&value["unique_id"]),
        start: stamp(start, &mut remarks),
        end: stamp(end, &mut remarks),
        display_date: display_date(value, start, end),
        headline: text(&value["text"]["headline"]),
        text: first_text([&value["text"]["text"], &value["text"]]),
        group: text(&value["group"]),
        media: media(&value["media"]),
        background: [background, &background["url"], &background["color"]].map(text).join(" ").trim().to_owned(),
        others: others(value),
        remarks,
    }
}

/// What TimelineJS does not read of a slide, each value behind its name.
fn others(slide: &Value) -> Vec<String> {
    let within = PARTS.iter().flat_map(|(part, known)| unread(&format!("{part}."), &slide[*part], known));
    unread("", slide, FIELDS).into_iter().chain(within).collect()
}

/// The fields of an object beside those that are known.
fn unread(prefix: &str, object: &Value, known: &[&str]) -> Vec<String> {
    let told = |(name, value): (&String, &Value)| {
        let told = value.as_str().map_or_else(|| value.to_string(), |text| text.trim().to_owned());
        let is_blank = ["", "null", "[]", "{}"].contains(&told.as_str());
        (!is_blank).then(|| named(&[prefix, name].concat(), &told))
    };
    let fields = object.as_object().into_iter().flatten().filter(|(name, _)| !known.contains(&name.as_str()));
    fields.filter_map(told).collect()
}

/// What is shown as the date: in one piece, or each end by itself.
fn display_date(slide: &Value, start: &Value, end: &Value) -> String {
    let whole = text(&slide["display_date"]);
    let ends = [start, end].map(|date| text(&date["display_date"]));
    let ends: Vec<String> = ends.into_iter().filter(|date| !date.is_empty()).collect();
    if whole.is_empty() { ends.join(" — ") } else { whole }
}

fn media(value: &Value) -> Media {
    Media {
        url: first_text([&value["url"], value]),
        caption: text(&value["caption"]),
        credit: text(&value["credit"]),
        alt: text(&value["alt"]),
        title: text(&value["title"]),
        thumbnail: text(&value["thumbnail"]),
        link: text(&value["link"]),
    }
}

/// The number from which on one is no year, but what TimelineJS takes every number for: milliseconds since 1970.
const FIRST_MILLISECONDS: f64 = 10_000.0;

/// A date by its parts, as a number, or in one text, which TimelineJS does not understand.
fn stamp(value: &Value, remarks: &mut Vec<String>) -> Option<Stamp> {
    let part = |name: &str| text(&value[name]);
    // A zero that is a number is to TimelineJS as good as none.
    let or_none = |name: &str| Some(part(name)).filter(|_| value[name].as_f64() != Some(0.0)).unwrap_or_default();
    if value.is_object() {
        return Some(Stamp {
            year: part("year"),
            month: part("month"),
            day: part("day"),
            hour: or_none("hour"),
            minute: or_none("minute"),
            second: or_none("second"),
            millisecond: or_none("millisecond"),
        });
    }
    let whole = text(value);
    if let Some(number) = value.as_f64() {
        return numbered(number, &whole, remarks);
    }
    let stamp = whole_date(&whole);
    if stamp.is_none() && !whole.is_empty() {
        remarks.push(format!("`{whole}` is no date; write its year, month and day"));
    }
    stamp
}

/// A date that is one number.
fn numbered(number: f64, whole: &str, remarks: &mut Vec<String>) -> Option<Stamp> {
    if (1.0..FIRST_MILLISECONDS).contains(&number.abs()) {
        remarks.push(format!("`{whole}` is taken as a year; TimelineJS takes it for milliseconds since 1970"));
        return whole_date(whole);
    }
    let stamp = from_milliseconds(number);
    let told = if stamp.is_some() { "taken as milliseconds since 1970, as in TimelineJS" } else { "no date" };
    remarks.push(format!("`{whole}` is {told}"));
    stamp
}

fn first_text(values: [&Value; 2]) -> String {
    values.into_iter().map(text).find(|text| !text.is_empty()).unwrap_or_default()
}

/// A text, or a number as a text, without its fraction; TimelineJS takes either for the parts of a date.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Number(number) if number.is_i64() || number.is_u64() => number.to_string(),
        Value::Number(number) => number.as_f64().map(|number| format!("{:.0}", number.trunc())).unwrap_or_default(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_a_surrogate_pair_is_one_lost_character() {
        let cases = [
            (r#""a""#, "a"),
            (r#""\ud83d\ude00""#, "😀"),
            (r#""a\ud83d""#, "a\u{FFFD}"),
            (r#""\ude00b\ud83d\n""#, "\u{FFFD}b\u{FFFD}\n"),
            (r#""\\ud83d\ud83d\ud83d\ude00""#, "\\ud83d\u{FFFD}😀"),
        ];
        for (json, expected) in cases {
            let value: Value = serde_json::from_str(&paired(json)).expect(json);
            assert_eq!(value, expected, "{json}");
        }
    }
}
