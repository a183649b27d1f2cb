//! A row of plans without a date: each hangs in mid-air beside the day it was announced.

use std::collections::BTreeMap;

use crate::Level;
use crate::spot::Subject;

/// How far a mark in mid-air stands from the day of its announcement, and the same air after its label, px.
pub(super) const ASIDE_PX: f64 = 26.0;

/// The plans of a row.
#[derive(Default)]
pub(super) struct FloatRow {
    /// By the second of the announcement: how much room is taken from there on, px.
    taken: BTreeMap<i64, (f64, f64)>,
}

impl FloatRow {
    /// Takes a place at a level; says whether there was one.
    pub(super) fn take(&mut self, subject: &Subject, level: Level) -> bool {
        let px_per_sec = level.px_per_sec();
        let len_px = 2.0 * ASIDE_PX + subject.label_px;
        let sec = subject.place_sec.floor() as i64;
        let ends_before = |(place_sec, len_px): (f64, f64), sec: f64| (sec - place_sec) * px_per_sec >= len_px;
        let before = self.taken.range(..=sec).next_back();
        let after = self.taken.range(sec..).next();
        let free = before.is_none_or(|(_, other)| ends_before(*other, subject.place_sec))
            && after.is_none_or(|(_, other)| ends_before((subject.place_sec, len_px), other.0));
        if free {
            self.taken.insert(sec, (subject.place_sec, len_px));
        }
        free
    }
}
