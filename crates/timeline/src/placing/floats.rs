//! A row of plans without a date: each hangs in mid-air beside the day it was announced.

use std::collections::BTreeMap;

use crate::Level;
use crate::placement::Subject;

use super::Walls;

/// How far a mark in mid-air stands from the day of its announcement, px.
const ASIDE_PX: f64 = 26.0;

/// Between a mark in mid-air and its label, and the least air around both, px.
const PAD_PX: f64 = 14.0;

/// The plans of a row.
#[derive(Default)]
pub(super) struct FloatRow {
    /// By the second of the announcement: that, and from where to where room is taken around it, px.
    taken: BTreeMap<i64, (f64, f64, f64)>,
}

impl FloatRow {
    /// Takes a place at a level: whether its label stands before its mark.
    pub(super) fn take(&mut self, subject: &Subject, level: Level, walls: &Walls) -> Option<bool> {
        let px_per_sec = level.px_per_sec();
        let label_px = subject.label_px + 2.0 * PAD_PX;
        let sec = subject.place_sec.floor() as i64;
        let before = self.taken.range(..=sec).next_back().map(|(_, other)| *other);
        let after = self.taken.range(sec..).next().map(|(_, other)| *other);
        let (taken, flip) = [false, true].into_iter().find_map(|flip| {
            let (from_px, to_px) = if flip { (-label_px, ASIDE_PX + PAD_PX) } else { (0.0, ASIDE_PX + label_px) };
            let own = (subject.place_sec, from_px, to_px);
            let apart = |a: (f64, f64, f64), b: (f64, f64, f64)| (b.0 - a.0) * px_per_sec >= a.2 - b.1;
            let free = before.is_none_or(|other| apart(other, own)) && after.is_none_or(|other| apart(own, other));
            let place_px = subject.place_sec * px_per_sec;
            (free && walls.are_clear_of(place_px + from_px, place_px + to_px, px_per_sec)).then_some((own, flip))
        })?;
        self.taken.insert(sec, taken);
        Some(flip)
    }
}
