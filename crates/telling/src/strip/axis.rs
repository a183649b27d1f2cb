//! The line of a strip: from seconds to parts of its width, with the long empty stretches cut out.

use bundle::Bundle;
use story::DAY_SECS;
use timeline::{AxisBreak, AxisBreaks, Domain, Tick, Ticks, Unit, sorted, ticks_between_breaks};

/// The room at either end of the line, in parts of it.
const MARGIN: f64 = 0.012;
/// A stretch without events is cut out where it is longer than this part of what is not cut.
const LONG: f64 = 1.0 / 10.0;
/// And than so many times the median of all such stretches.
const UNUSUAL: f64 = 4.0;
/// What a cut takes up, in parts of what is not cut.
const CUT: f64 = 1.0 / 45.0;
/// So much of a cut stays as it is before what follows.
const BEFORE: f64 = 0.4;
/// So many times longer than that of a year is the name of a month or a day.
const LONGER: f64 = 1.8;
/// A year, near enough, s.
const YEAR_SECS: f64 = 365.25 * DAY_SECS as f64;
/// No more cuts than these.
const MOST: usize = 8;

/// The line of a strip.
pub(super) struct Axis {
    pub(super) axis_breaks: AxisBreaks,
    /// What it shows, in seconds of the axis.
    pub(super) domain: Domain,
    /// Whether time runs from right to left.
    is_mirrored: bool,
}

impl Axis {
    /// The line on which all events of a story stand. `stretches` are when those were that are drawn one by one; they stay
    /// whole.
    pub(super) fn new(bundle: &Bundle, stretches: &[Domain], is_mirrored: bool) -> Self {
        let mut times = stretches.to_vec();
        for lane in (0..=bundle.lane_count()).map(|lane| bundle.lane_events(lane)) {
            times.extend(
                (0..lane.len()).map(|at| lane.sec(at) as f64).map(|sec| Domain { start_sec: sec, end_sec: sec }),
            );
        }
        let times = sorted(&times, |a, b| a.start_sec.total_cmp(&b.start_sec));
        let axis_breaks = AxisBreaks::new(&cuts(&times));
        let first = times.first().map_or(0.0, |time| time.start_sec);
        let last = times.iter().map(|time| time.end_sec).fold(first, f64::max);
        let domain = axis_breaks.axis_from_domain(Domain { start_sec: first, end_sec: last });
        Self { axis_breaks, domain, is_mirrored }
    }

    /// The marks of the calendar that a width has room for. Where it is cut, each piece has the year that it begins with, if
    /// there are not too many.
    pub(super) fn ticks(&self, width_px: f64, gap_px: f64) -> Ticks {
        let mut even = ticks_between_breaks(&self.axis_breaks, self.domain, width_px, gap_px);
        if even.unit != Unit::Year {
            // Months and days have longer names than years. Hours have none: few stories know them, and no strip has room for them.
            let day_px = DAY_SECS as f64 * width_px / self.domain.len_secs();
            even = ticks_between_breaks(&self.axis_breaks, self.domain, width_px, day_px.max(LONGER * gap_px));
            let end_sec = even.ticks.last().map(|tick| tick.at_sec()).filter(|sec| self.is_at_end(*sec));
            even.ticks.retain(|tick| {
                end_sec.is_none_or(|end| {
                    let apart_px = (self.part(end) - self.part(tick.at_sec())) * width_px;
                    tick.at_sec() >= end || apart_px >= 2.0 * LONGER * gap_px
                })
            });
        }
        let is_years = even.unit == Unit::Year && self.axis_breaks.all().is_empty();
        let px_per_sec = width_px / self.domain.len_secs();
        let mut years = ticks_between_breaks(&self.axis_breaks, self.domain, width_px, 0.9 * YEAR_SECS * px_per_sec);
        if is_years || years.unit != Unit::Year || years.step > 1 || years.ticks.len() < 2 {
            return even;
        }
        let x_px = |tick: &Tick| self.part(tick.at_sec()) * width_px;
        let mut last_px = f64::NEG_INFINITY;
        years.ticks.retain(|tick| {
            // At the end of the line the words stand before their tick.
            let needed_px = if self.is_at_end(tick.at_sec()) { 2.0 * gap_px } else { gap_px };
            let is_free = x_px(tick) - last_px >= needed_px;
            if is_free {
                last_px = x_px(tick);
            }
            is_free
        });
        years
    }

    /// Where a second stands, in parts of the width as time runs.
    pub(super) fn part(&self, sec: f64) -> f64 {
        let part = (self.axis_breaks.axis_from_sec(sec) - self.domain.start_sec) / self.domain.len_secs();
        // Of an axis without length, and of what a foreign bundle may hold.
        let part = if part.is_finite() { part.clamp(0.0, 1.0) } else { 0.5 };
        MARGIN + part * (1.0 - 2.0 * MARGIN)
    }

    /// Whether words behind a second would go beyond the end of the line.
    pub(super) fn is_at_end(&self, sec: f64) -> bool {
        self.part(sec) > 0.95
    }

    /// A part of the width from where the drawing has its zero.
    pub(super) fn left_from_part(&self, part: f64) -> f64 {
        if self.is_mirrored { 1.0 - part } else { part }
    }

    /// Whether time runs from right to left.
    pub(super) fn is_mirrored(&self) -> bool {
        self.is_mirrored
    }
}

/// What is cut out: the longest empty stretches, as long as they are long beside all that is not cut.
fn cuts(times: &[Domain]) -> Vec<AxisBreak> {
    let mut gaps: Vec<Domain> = Vec::new();
    let mut until_sec = times.first().map_or(0.0, |time| time.start_sec);
    for time in times {
        if time.start_sec > until_sec {
            gaps.push(Domain { start_sec: until_sec, end_sec: time.start_sec });
        }
        until_sec = until_sec.max(time.end_sec);
    }
    let mut left_secs = until_sec - times.first().map_or(until_sec, |time| time.start_sec);
    let gaps = sorted(&gaps, |a, b| b.len_secs().total_cmp(&a.len_secs()));
    // The only one there is has nothing to be compared with.
    let usual = gaps.get(gaps.len() / 2).filter(|_| gaps.len() > 1);
    let usual_secs = usual.map_or(0.0, |gap| gap.len_secs());
    let mut cut = Vec::new();
    // Between two events the empty stretch is all there is to see.
    for gap in gaps.iter().take(if times.len() > 2 { MOST } else { 0 }) {
        let is_long = gap.len_secs() > left_secs * LONG && gap.len_secs() > usual_secs * UNUSUAL;
        if !is_long || gap.len_secs() >= left_secs {
            break;
        }
        left_secs -= gap.len_secs();
        cut.push(*gap);
    }
    let axis_secs = left_secs * CUT;
    // It begins a second early, so that the year after an event is within it and has no tick.
    let within = |gap: Domain| {
        let stretch = Domain { start_sec: gap.start_sec - 1.0, end_sec: gap.end_sec - axis_secs * BEFORE };
        AxisBreak { stretch, axis_secs }
    };
    cut.into_iter().map(within).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn moments(secs: &[f64]) -> Vec<Domain> {
        secs.iter().map(|sec| Domain { start_sec: *sec, end_sec: *sec }).collect()
    }

    #[test]
    fn long_empty_stretches_are_cut_out_and_what_is_dense_is_not() {
        let cuts = cuts(&moments(&[0.0, 1_000.0, 1_010.0, 1_020.0, 1_030.0, 1_040.0]));
        assert_eq!(cuts.len(), 1);
        assert!(cuts[0].stretch.start_sec >= -1.0 && cuts[0].stretch.end_sec < 1_000.0);
        assert!(super::cuts(&moments(&[0.0, 1_000.0])).is_empty());
        assert!(super::cuts(&[]).is_empty());
    }

    #[test]
    fn what_something_may_have_taken_stays_whole() {
        let year = Domain { start_sec: 0.0, end_sec: 900.0 };
        let cuts = cuts(&[[year].as_slice(), &moments(&[1_000.0, 3_000.0])].concat());
        assert!(cuts.iter().all(|cut| cut.stretch.start_sec >= 999.0), "{cuts:?}");
    }

    proptest! {
        #[test]
        fn events_keep_their_order_on_the_line(mut secs in proptest::collection::vec(-1e11..1e11_f64, 1..40)) {
            secs.sort_unstable_by(f64::total_cmp);
            let axis_breaks = AxisBreaks::new(&cuts(&moments(&secs)));
            let places: Vec<f64> = secs.iter().map(|sec| axis_breaks.axis_from_sec(*sec)).collect();
            prop_assert!(places.windows(2).all(|two| two[0] <= two[1]));
            prop_assert!(axis_breaks.all().len() <= MOST);
        }
    }
}
