//! A lane, laid out: bars above the baseline, marks on it, labels below it.

use crate::bar::{self, BAR_ROW_PX, Bar, Candidate};
use crate::label::{LABEL_ROW_PX, Label, LabelSpace, Wish};
use crate::sort::sorted;
use crate::stack::{LEVEL_PX, LEVELS, Standing, stack};
use crate::{Anchor, Item, Kind, TimeScale};

/// The height of a lane above its baseline: the lane's name and a mark, in pixels.
const HEAD_PX: f64 = 48.0;

/// The same where arcs rise from the baseline.
const HEAD_WITH_ARCS_PX: f64 = 56.0;

/// The height of the lane's name, in pixels.
const NAME_PX: f64 = 24.0;

/// From the top of a lane to the middle of its first bar, in pixels: the lane's name, then the bar's label.
const FIRST_BAR_PX: f64 = 52.0;

/// From the middle of the last bar to the baseline, in pixels.
const BAR_TO_BASELINE_PX: f64 = 20.0;

/// The same where arcs rise from the baseline.
const BAR_TO_BASELINE_WITH_ARCS_PX: f64 = 46.0;

/// From the middle of the last bar to the end of a lane without marks, in pixels.
const BAR_TO_END_PX: f64 = 12.0;

/// The height of a lane below its baseline without any label, in pixels.
const FOOT_PX: f64 = 18.0;

/// How wide a mark is; shorter bars of possible dates hide behind it, in pixels.
const MARK_PX: f64 = 14.0;

/// What "+1" adds to a label, in pixels.
const MORE_PX: f64 = 22.0;

/// What a lane has besides its items.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct LaneOptions {
    /// The last second on record. What is settled keeps its label before it.
    pub known_sec: Option<f64>,
    /// Whether arcs rise from the baseline.
    pub arcs: bool,
    /// How much room the caller needs between the lane's name, or its last bar, and the baseline, in pixels.
    pub head_px: f64,
}

/// A lane, laid out. Everything is in pixels from the left edge of the view and from the lane's top.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LaneLayout {
    /// How high the lane is.
    pub height_px: f64,
    /// Where its baseline is; equal to the height where the lane has bars and no marks.
    pub baseline_px: f64,
    /// The marks, from left to right, at the same place from bottom to top.
    pub marks: Vec<Mark>,
    /// The bars, from top to bottom and from left to right.
    pub bars: Vec<Bar>,
    /// How many items lie before the view.
    pub before: usize,
    /// How many items lie after the view.
    pub after: usize,
}

/// A mark on the baseline, or stacked above it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The item's key.
    pub key: u32,
    /// Where its middle stands; outside the view where only its bar of possible dates reaches into it.
    pub x_px: f64,
    /// How far it is above the baseline.
    pub up_px: f64,
    /// Whether its stack is full: it is counted in it and not drawn.
    pub hidden: bool,
    /// The bar of possible dates, where it is wider than the mark.
    pub band: Option<Band>,
    /// Its label, where there is room.
    pub label: Option<Label>,
    /// How many others its stack holds; 0 unless it is the stack's first.
    pub more: u32,
    /// The key of its stack's first, the best in rank; `None` for that one itself, and for a mark that stands alone.
    pub in_stack_of: Option<u32>,
}

/// A bar of possible dates under a mark.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// Where it begins; at most one width of the view outside the view.
    pub x_px: f64,
    /// How wide it is.
    pub width_px: f64,
}

/// Lays out the items of a lane: the same items at the same scale always get the same places.
///
/// - What lies outside the view is only counted.
/// - A bar is what lasted, unless it is shorter than a mark; and a point whose possible dates fill more than half the
///   view, unless it stands at one end of them and that end is in view. What finds no room among the bars is a mark.
/// - Marks that would touch stack, at most three high, the best rank lowest, those an arc lands on highest; a full
///   stack counts what it does not show.
/// - Labels go to the best ranks first, in three rows. No two meet, no stem runs through one, none leaves the view,
///   and those of settled items stay before the known line.
///
/// A scale that cannot be drawn gives an empty lane.
#[must_use]
pub fn lay_out(items: &[Item], scale: &TimeScale, options: &LaneOptions) -> LaneLayout {
    if !scale.is_drawable() {
        return LaneLayout::default();
    }
    let known_px = options.known_sec.map_or(f64::INFINITY, |sec| scale.x_px_from_sec(sec));
    let mut layout = LaneLayout::default();
    let mut bars = Vec::new();
    let mut marks = Vec::new();
    for item in items {
        let span_px = span_px(item, scale, known_px);
        if span_px.1 < 0.0 {
            layout.before += 1;
        } else if span_px.0 > scale.width_px {
            layout.after += 1;
        } else if is_bar(item, span_px, scale.width_px) {
            bars.push(Candidate { item, span_px });
        } else if span_px.0 <= span_px.1 {
            marks.push(standing(item, x_px(item, span_px)));
        }
    }
    let rows = bar::rows(&bars, scale.width_px, known_px);
    marks.extend(rows.left_over.iter().map(|candidate| {
        let x_px = x_px(candidate.item, candidate.span_px).max(0.0).min(scale.width_px);
        standing(candidate.item, x_px)
    }));
    layout.marks = labelled(&stack(&marks), scale, known_px);
    measure(&mut layout, rows.count, options);
    layout.bars = rows.bars.into_iter().map(|(row, bar)| at_row(row, bar, layout.baseline_px)).collect();
    layout
}

/// From where to where an item reaches, in pixels; infinitely far where it is open.
fn span_px(item: &Item, scale: &TimeScale, known_px: f64) -> (f64, f64) {
    let (start_px, end_px) = (scale.x_px_from_sec(item.start_sec), scale.x_px_from_sec(item.end_sec));
    let Kind::Lasting { open_start, open_end } = item.kind else { return (start_px, end_px) };
    let start_px = if open_start { f64::NEG_INFINITY } else { start_px };
    let end_px = match (open_end, item.settled) {
        (false, _) => end_px,
        (true, true) => known_px.max(start_px),
        (true, false) => f64::INFINITY,
    };
    (start_px, end_px)
}

/// Where an item's mark stands.
fn x_px(item: &Item, (start_px, end_px): (f64, f64)) -> f64 {
    match item.anchor {
        Anchor::Start => start_px,
        Anchor::Middle => start_px / 2.0 + end_px / 2.0,
        Anchor::End => end_px,
    }
}

fn is_bar(item: &Item, span_px: (f64, f64), width_px: f64) -> bool {
    let len_px = span_px.1 - span_px.0;
    if len_px <= MARK_PX {
        return false;
    }
    let x_px = x_px(item, span_px);
    let points_at_a_bound = item.anchor != Anchor::Middle && (0.0..=width_px).contains(&x_px);
    item.kind != Kind::Point || (len_px > width_px / 2.0 && !points_at_a_bound)
}

fn standing(item: &Item, x_px: f64) -> Standing<'_> {
    Standing { item, x_px, level: 0, hidden: false, stack: 0 }
}

/// Marks with their bands and labels, from left to right.
fn labelled(standing: &[Standing<'_>], scale: &TimeScale, known_px: f64) -> Vec<Mark> {
    let firsts = firsts(standing);
    let mut marks: Vec<Mark> = standing
        .iter()
        .zip(&firsts)
        .map(|(own, &(first, count))| Mark {
            key: own.item.key,
            x_px: own.x_px,
            up_px: f64::from(own.level.min(LEVELS - 1)) * LEVEL_PX,
            hidden: own.hidden,
            band: band(span_px(own.item, scale, known_px), scale.width_px),
            label: None,
            more: if first == own.item.key { count - 1 } else { 0 },
            in_stack_of: (first != own.item.key).then_some(first),
        })
        .collect();
    let firsts: Vec<usize> = (0..marks.len()).filter(|&at| marks[at].in_stack_of.is_none()).collect();
    let mut space = LabelSpace::new(scale.width_px, known_px);
    for at in sorted(&firsts, |&a, &b| standing[a].item.order().cmp(&standing[b].item.order())) {
        let (mark, item) = (&marks[at], standing[at].item);
        let text_px = text_px(item, mark.more);
        space.place(Wish { key: mark.key, stem_px: mark.x_px, text_px, settled: item.settled });
    }
    marks.iter_mut().for_each(|mark| mark.label = space.label(mark.key));
    sorted(&marks, |a, b| a.x_px.total_cmp(&b.x_px).then(a.up_px.total_cmp(&b.up_px)).then(a.key.cmp(&b.key)))
}

/// How wide the text of a label is with the count of its stack; nothing where the item has no label.
fn text_px(item: &Item, more: u32) -> f64 {
    if item.label_px > 0.0 && more > 0 { item.label_px + MORE_PX } else { item.label_px }
}

/// Of each mark, the key of its stack's first and how many marks the stack holds.
fn firsts(standing: &[Standing<'_>]) -> Vec<(u32, u32)> {
    let mut stacks = vec![(None::<&Item>, 0); standing.len()];
    for mark in standing {
        let (first, count) = &mut stacks[mark.stack];
        *count += 1;
        // Of the marks that are drawn only: a label cannot hang on one that is not.
        if !mark.hidden && first.is_none_or(|first| mark.item.order() < first.order()) {
            *first = Some(mark.item);
        }
    }
    standing
        .iter()
        .map(|mark| {
            let (first, count) = stacks[mark.stack];
            (first.map_or(mark.item.key, |first| first.key), count)
        })
        .collect()
}

/// The bar of possible dates, cut off far outside the view.
fn band((start_px, end_px): (f64, f64), width_px: f64) -> Option<Band> {
    let x_px = start_px.max(-width_px);
    let band = Band { x_px, width_px: end_px.min(2.0 * width_px) - x_px };
    (end_px - start_px > MARK_PX).then_some(band)
}

/// Sets the baseline and the height from what the lane holds.
fn measure(layout: &mut LaneLayout, bar_rows: usize, options: &LaneOptions) {
    let stack_px = layout.marks.iter().map(|mark| mark.up_px).fold(0.0, f64::max);
    let last_bar_px = FIRST_BAR_PX + BAR_ROW_PX * (bar_rows as f64 - 1.0);
    if bar_rows > 0 && layout.marks.is_empty() && !options.arcs && options.head_px == 0.0 {
        layout.baseline_px = last_bar_px + BAR_TO_END_PX;
        layout.height_px = layout.baseline_px;
        return;
    }
    let above_px = match (bar_rows > 0, options.arcs) {
        (true, true) => BAR_TO_BASELINE_WITH_ARCS_PX.max(BAR_TO_BASELINE_PX + stack_px),
        (true, false) => BAR_TO_BASELINE_PX + stack_px,
        (false, true) => HEAD_WITH_ARCS_PX + (stack_px - LEVEL_PX).max(0.0),
        (false, false) => HEAD_PX + (stack_px - LEVEL_PX).max(0.0),
    };
    let (bars_px, name_px) = if bar_rows > 0 { (last_bar_px, 0.0) } else { (0.0, NAME_PX) };
    layout.baseline_px = bars_px + above_px.max(name_px + options.head_px);
    let label_rows = layout.marks.iter().filter_map(|mark| mark.label).map(|label| label.row + 1).max().unwrap_or(0);
    layout.height_px = layout.baseline_px + FOOT_PX + LABEL_ROW_PX * f64::from(label_rows);
}

fn at_row(row: usize, bar: Bar, baseline_px: f64) -> Bar {
    Bar { up_px: baseline_px - FIRST_BAR_PX - BAR_ROW_PX * row as f64, ..bar }
}

#[cfg(test)]
mod tests;
