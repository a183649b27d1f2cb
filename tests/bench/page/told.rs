//! The page as a table that people read, and which promises it keeps.

use serde_json::{Value, json};

use super::Loaded;
use crate::table::{NOTHING, aligned};

/// Something measured, and what is promised of it.
struct Measure {
    name: &'static str,
    promise: Promise,
    /// Digits after the point.
    digits: usize,
    of: fn(&Loaded) -> Option<f64>,
}

/// What a value must be.
#[derive(Clone, Copy)]
enum Promise {
    AtMost(f64),
    AtLeast(f64),
}

const MEASURES: &[Measure] = &[
    Measure {
        name: "first content, s",
        promise: Promise::AtMost(0.6),
        digits: 2,
        of: |it| Some(Loaded::median(it.openings.iter().map(|opening| opening.content_ms))? / 1000.0),
    },
    Measure {
        name: "readable: next, jump and fold work, s",
        promise: Promise::AtMost(0.9),
        digits: 2,
        of: |it| Some(Loaded::median(it.openings.iter().map(|opening| opening.usable_ms))? / 1000.0),
    },
    Measure {
        name: "loaded until then, by brotli, kB",
        promise: Promise::AtMost(30.0),
        digits: 1,
        of: |it| Some(Loaded::median(it.openings.iter().map(|opening| opening.bytes))? / 1000.0),
    },
    Measure {
        name: "layout shift, the widget and each view",
        promise: Promise::AtMost(0.0),
        digits: 3,
        of: |it| it.uses.iter().map(|one| one.shift).reduce(f64::max),
    },
    Measure {
        name: "press on “Timeline” to drawn, cold, s",
        promise: Promise::AtMost(2.0),
        digits: 2,
        of: |it| Some(Loaded::median(it.cold_ms.iter().copied())? / 1000.0),
    },
    Measure {
        name: "the same, the widget being there, s",
        promise: Promise::AtMost(0.15),
        digits: 2,
        of: |it| Some(Loaded::median(it.uses.iter().map(|one| one.timeline_ms))? / 1000.0),
    },
    Measure {
        name: "longest interaction of thirty, ms",
        promise: Promise::AtMost(100.0),
        digits: 0,
        of: Loaded::longest_ms,
    },
    Measure {
        name: "one line until readable, by brotli, kB",
        promise: Promise::AtMost(45.0),
        digits: 1,
        of: |it| Some(Loaded::median(it.lines.iter().map(|line| line.bytes))? / 1000.0),
    },
    Measure {
        name: "offline.html, raw, kB",
        promise: Promise::AtMost(520.0),
        digits: 0,
        of: |it| Some(it.offline_bytes / 1000.0),
    },
    Measure { name: "Lighthouse: performance", promise: SCORE, digits: 0, of: |it| Some(it.scores?.performance) },
    Measure { name: "Lighthouse: accessibility", promise: SCORE, digits: 0, of: |it| Some(it.scores?.accessibility) },
    Measure { name: "Lighthouse: best practices", promise: SCORE, digits: 0, of: |it| Some(it.scores?.best_practices) },
    Measure { name: "Lighthouse: search engines", promise: SCORE, digits: 0, of: |it| Some(it.scores?.seo) },
];

/// What is promised of every score.
const SCORE: Promise = Promise::AtLeast(95.0);

impl Promise {
    fn is_kept(self, value: f64) -> bool {
        match self {
            Self::AtMost(most) => value <= most,
            Self::AtLeast(least) => value >= least,
        }
    }

    fn told(self) -> String {
        match self {
            Self::AtMost(most) => format!("at most {most}"),
            Self::AtLeast(least) => format!("at least {least}"),
        }
    }
}

impl Measure {
    fn shown(&self, value: f64) -> String {
        format!("{value:.*}", self.digits)
    }
}

/// The promises, kept or not.
pub(super) fn verdicts(it: &Loaded) -> Vec<Value> {
    let verdict = |measure: &Measure| {
        let value = (measure.of)(it)?;
        Some(json!({
            "measure": measure.name, "limit": measure.promise.told(), "measured": measure.shown(value),
            "met": measure.promise.is_kept(value),
        }))
    };
    MEASURES.iter().filter_map(verdict).collect()
}

/// The table.
pub(crate) fn table(it: &Loaded) -> String {
    let head = ["the page of the default story", "limit", "On Record"].map(str::to_owned).to_vec();
    let line = |measure: &Measure| {
        let mark = |value| if measure.promise.is_kept(value) { " ✓" } else { " ✗" };
        let value = (measure.of)(it).map_or(NOTHING.to_owned(), |value| measure.shown(value) + mark(value));
        vec![measure.name.to_owned(), measure.promise.told(), value]
    };
    aligned(&std::iter::once(head).chain(MEASURES.iter().map(line)).collect::<Vec<_>>())
}
