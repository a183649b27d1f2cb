//! Diagnostics as JSON.

use crate::{Files, Outcome, Span};
use serde_json::{Map, Value, json};

/// An array with one object for each diagnostic: `severity`, `code`, `message`, `hint` (or null), `file`, `line`,
/// `column`, `end_line`, `end_column` and `related`, an array of objects with `message` and a place.
///
/// `severity` is `error`, `warning`, or `note` where nothing is wrong: a server that readers' browsers ask, `other-server`.
/// Lines and columns count from 1, columns in characters; the end is the place after the last character.
#[must_use]
pub fn render_json(outcome: &Outcome) -> String {
    let files = &outcome.files;
    let object = |diagnostic: &crate::Diagnostic| {
        let related = diagnostic
            .related
            .iter()
            .map(|related| with_place(json!({ "message": related.message }), files, related.span));
        let head = json!({
            "severity": diagnostic.severity().name(),
            "code": diagnostic.code.name(),
            "message": diagnostic.message,
            "hint": diagnostic.hint,
            "related": related.collect::<Vec<_>>(),
        });
        with_place(head, files, diagnostic.span)
    };
    let all: Vec<_> = outcome.diagnostics.iter().map(object).collect();
    format!("{:#}\n", Value::Array(all))
}

fn with_place(mut object: Value, files: &Files, span: Span) -> Value {
    let (start, end) = (files.start(span), files.end(span));
    if let Some(map) = object.as_object_mut() {
        let place: Map<String, Value> = [
            ("file", json!(files.name(span.file))),
            ("line", json!(start.line)),
            ("column", json!(start.column)),
            ("end_line", json!(end.line)),
            ("end_column", json!(end.column)),
        ]
        .map(|(key, value)| (key.to_owned(), value))
        .into_iter()
        .collect();
        map.extend(place);
    }
    object
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::outcome;

    #[test]
    fn machines_get_every_part() {
        let json = render_json(&outcome("[[lanes]]\nid = \"a\"\nname = \"A\"\n[[lanes]]\nid = \"a\"\nname = \"B\""));
        let parsed: Value = serde_json::from_str(&json).expect("JSON");
        assert_eq!(
            parsed[0],
            json!({
                "severity": "error",
                "code": "duplicate-id",
                "message": "another lane has the id `a` already",
                "hint": "give one of them another id, for instance `a-2`",
                "file": "story.toml",
                "line": 5, "column": 7, "end_line": 5, "end_column": 8,
                "related": [{
                    "message": "first defined here",
                    "file": "story.toml",
                    "line": 2, "column": 7, "end_line": 2, "end_column": 8,
                }],
            })
        );
        assert_eq!(render_json(&outcome("")), "[]\n");
    }
}
