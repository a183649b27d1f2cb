//! Rows of bars above the baseline: what lasted, and what may have been at any time of a long while.

use crate::sort::sorted;
use crate::{Item, Kind};

/// How many rows of bars a lane has; what finds no room in them is shown as a mark.
pub(crate) const BAR_ROWS: usize = 4;

/// From one row of bars to the next, in pixels.
pub(crate) const BAR_ROW_PX: f64 = 30.0;

/// The mark and the air after it, where a label over a bar begins with a mark, in pixels.
const MARK_IN_LABEL_PX: f64 = 22.0;

/// The least air between two bars of a row, in pixels; an arrowhead fits in it.
const GAP_PX: f64 = 12.0;

/// A bar with its label over it, cut off at the edges of the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The item's key.
    pub key: u32,
    /// Where it begins, in pixels from the left edge.
    pub x_px: f64,
    /// How long it is drawn.
    pub width_px: f64,
    /// How far its middle is above the baseline, in pixels.
    pub up_px: f64,
    /// Where its label begins; `None` where it would leave the view or cross the known line.
    pub label_x_px: Option<f64>,
    /// What it says.
    pub kind: BarKind,
    /// Whether it really begins before the view.
    pub clipped_start: bool,
    /// Whether it really ends after the view.
    pub clipped_end: bool,
}

/// What a bar says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BarKind {
    /// All of this.
    Lasting {
        /// It has no known beginning.
        open_start: bool,
        /// It goes on.
        open_end: bool,
    },
    /// Some time in here, and the view is too near to say where: the mark stands in the label.
    Window,
}

/// A bar that wants a row.
#[derive(Clone, Copy)]
pub(crate) struct Candidate<'a> {
    /// What it stands for.
    pub(crate) item: &'a Item,
    /// From where to where it reaches; may lie beyond the view, infinitely so where it is open.
    pub(crate) span_px: (f64, f64),
}

/// Bars in their rows, and what found no room.
pub(crate) struct Rows<'a> {
    /// Each bar with its row, 0 the highest; `up_px` is not set yet.
    pub(crate) bars: Vec<(usize, Bar)>,
    /// How many rows there are.
    pub(crate) count: usize,
    /// What found no room.
    pub(crate) left_over: Vec<Candidate<'a>>,
}

/// Puts bars into as few rows as they need, at most [`BAR_ROWS`]. The best ranks get in first; then the earliest
/// stands highest. `known_px` is where the known line stands, infinite where there is none.
pub(crate) fn rows<'a>(candidates: &[Candidate<'a>], width_px: f64, known_px: f64) -> Rows<'a> {
    let mut chosen: Vec<(Candidate<'a>, Bar)> = Vec::new();
    let mut left_over = Vec::new();
    for candidate in sorted(candidates, |a, b| a.item.order().cmp(&b.item.order())) {
        let bar = draw(&candidate, width_px, known_px);
        chosen.push((candidate, bar));
        if depth(&chosen, reach_px(candidate.item, &bar)) > BAR_ROWS {
            chosen.pop();
            left_over.push(candidate);
        }
    }
    let from_left = sorted(&chosen, |(a, drawn_a), (b, drawn_b)| {
        let by_place = reach_px(a.item, drawn_a).0.total_cmp(&reach_px(b.item, drawn_b).0);
        by_place.then(a.span_px.0.total_cmp(&b.span_px.0)).then(a.item.order().cmp(&b.item.order()))
    });
    let mut ends_px: Vec<f64> = Vec::new();
    let in_rows: Vec<_> =
        from_left.into_iter().map(|(candidate, bar)| (take_row(&mut ends_px, candidate.item, &bar), bar)).collect();
    Rows {
        bars: sorted(&in_rows, |a, b| a.0.cmp(&b.0).then(a.1.x_px.total_cmp(&b.1.x_px))),
        count: ends_px.len(),
        left_over,
    }
}

/// How a bar and its label lie in the view.
fn draw(candidate: &Candidate<'_>, width_px: f64, known_px: f64) -> Bar {
    let (start_px, end_px) = candidate.span_px;
    let x_px = start_px.max(0.0).min(width_px);
    let item = candidate.item;
    let limit_px = if item.settled { known_px.min(width_px) } else { width_px };
    let label_x_px = x_px.min(limit_px - label_px(item));
    Bar {
        key: item.key,
        x_px,
        width_px: end_px.max(0.0).min(width_px) - x_px,
        up_px: 0.0,
        label_x_px: (label_x_px >= 0.0).then_some(label_x_px),
        kind: kind(item),
        clipped_start: start_px < 0.0,
        clipped_end: end_px > width_px,
    }
}

fn kind(item: &Item) -> BarKind {
    match item.kind {
        Kind::Lasting { open_start, open_end } => BarKind::Lasting { open_start, open_end },
        Kind::Point => BarKind::Window,
    }
}

fn label_px(item: &Item) -> f64 {
    item.wide_label_px + if item.kind == Kind::Point { MARK_IN_LABEL_PX } else { 0.0 }
}

/// From where to where a bar and its label reach together.
fn reach_px(item: &Item, bar: &Bar) -> (f64, f64) {
    let end_px = bar.x_px + bar.width_px;
    match bar.label_x_px {
        Some(label_x_px) => (bar.x_px.min(label_x_px), end_px.max(label_x_px + label_px(item))),
        None => (bar.x_px, end_px),
    }
}

/// How many rows bars need within a stretch: the most that lie over one place of it.
fn depth(chosen: &[(Candidate<'_>, Bar)], (from_px, to_px): (f64, f64)) -> usize {
    let reaches_px = || chosen.iter().map(|(candidate, bar)| reach_px(candidate.item, bar));
    let over =
        |x_px: f64| reaches_px().filter(|&(start_px, end_px)| start_px <= x_px && x_px < end_px + GAP_PX).count();
    let within = |x_px: &f64| from_px <= *x_px && *x_px < to_px + GAP_PX;
    reaches_px().map(|(start_px, _)| start_px).filter(within).map(over).max().unwrap_or(0)
}

/// The first row with room for a bar, and takes it.
fn take_row(ends_px: &mut Vec<f64>, item: &Item, bar: &Bar) -> usize {
    let (start_px, end_px) = reach_px(item, bar);
    let row = ends_px.iter().position(|&taken_px| taken_px <= start_px).unwrap_or(ends_px.len());
    if row == ends_px.len() {
        ends_px.push(0.0);
    }
    ends_px[row] = end_px + GAP_PX;
    row
}
