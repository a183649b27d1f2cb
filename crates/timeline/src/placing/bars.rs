//! A row of bars above the baseline of a lane, each with its label, if any, over its beginning.
//!
//! What lasted is never drawn as a moment. Beside the rows of bars there are thin ones (`THIN_ROWS`), one of which it
//! gets beside its label; where those are full, its mark has a thin bar at its side, and where it is counted, its line
//! is part of the picture that counts.

use std::collections::BTreeMap;

use crate::Level;
use crate::placement::{Form, Subject};

/// The least air between two bars of a row, px; an arrowhead fits in it.
const GAP_PX: f64 = 12.0;

/// The bars of a row.
#[derive(Default)]
pub(super) struct BarRow {
    /// By the second at which a bar begins: where it begins and ends, and how long its label is.
    taken: BTreeMap<i64, (f64, f64, f64)>,
}

impl BarRow {
    /// Takes a place at a level, with a label of so many px; says whether there was one.
    pub(super) fn take(&mut self, subject: &Subject, label_px: f64, level: Level) -> bool {
        let (Form::Lasting(domain) | Form::Window(domain)) = subject.form else { return false };
        let px_per_sec = level.px_per_sec();
        let own = (domain.start_sec, domain.end_sec, label_px);
        let start = domain.start_sec.floor() as i64;
        let before = self.taken.range(..=start).next_back();
        let after = self.taken.range(start..).next();
        let free = before.is_none_or(|(_, other)| apart(*other, own, px_per_sec))
            && after.is_none_or(|(_, other)| apart(own, *other, px_per_sec));
        if free {
            self.taken.insert(start, own);
        }
        free
    }
}

/// Whether one bar with its label ends before another begins.
fn apart(one: (f64, f64, f64), other: (f64, f64, f64), px_per_sec: f64) -> bool {
    let end_px = (one.1 * px_per_sec).max(one.0 * px_per_sec + one.2);
    end_px + GAP_PX <= other.0 * px_per_sec
}
