//! What stands behind the events of all lanes: eras, and the breaks of the axis.

use story::EraIx;
use timeline::{AxisBreak, AxisBreaks, TimeScale};

use super::Sources;

/// The eras that reach into a window; an open end reaches through it.
pub(super) fn eras(sources: &Sources, scale: &TimeScale) -> Vec<(EraIx, f64, f64)> {
    let bundle = &sources.as_of.record.bundle;
    let drawn = |ix: EraIx| {
        let when = bundle.era(ix).date()?;
        let x_px = |sec: i64| scale.x_px_from_sec(sources.axis_breaks.axis_from_sec(sec as f64));
        let start_px = when.earliest_sec().map_or(0.0, x_px).max(0.0);
        let end_px = when.latest_sec().map_or(scale.width_px, |sec| x_px(sec.saturating_add(1))).min(scale.width_px);
        (start_px < end_px).then_some((ix, start_px, end_px))
    };
    bundle.eras().filter_map(drawn).collect()
}

/// The breaks of the axis that reach into a window: from and to, px, and how many seconds each hides.
pub(super) fn breaks(axis_breaks: &AxisBreaks, scale: &TimeScale) -> Vec<(f64, f64, f64)> {
    let drawn = |it: &AxisBreak| {
        let axis = axis_breaks.axis_from_domain(it.stretch);
        let (start_px, end_px) = (scale.x_px_from_sec(axis.start_sec), scale.x_px_from_sec(axis.end_sec));
        scale.domain.intersects(axis).then(|| (start_px, end_px, it.stretch.len_secs()))
    };
    axis_breaks.all().iter().filter_map(drawn).collect()
}
