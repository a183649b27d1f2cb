//! The quote ticks of a window.

use timeline::TimeScale;

use super::{Sources, tally::Count};

/// The width of a column of quote ticks, px.
const QUOTE_COLUMN_PX: f64 = 8.0;

/// The quotes by the day they were said.
pub(super) fn quotes(sources: &Sources, scale: &TimeScale) -> Vec<(f64, Count)> {
    let said = sources.as_of.record.bundle.said();
    if said.is_empty() {
        return Vec::new();
    }
    let before = |from: usize, x_px: f64| {
        said.before_from(from, sources.axis_breaks.sec_from_axis(scale.sec_from_x_px(x_px)).ceil())
    };
    let mut columns = Vec::new();
    let mut at = before(0, 0.0);
    for column in 0..(scale.width_px / QUOTE_COLUMN_PX).ceil() as usize {
        let x_px = column as f64 * QUOTE_COLUMN_PX;
        let end = before(at, x_px + QUOTE_COLUMN_PX);
        let count = sources.tally.said.count(at, end);
        if count.all > 0 {
            columns.push((x_px, count));
        }
        at = end;
    }
    columns
}
