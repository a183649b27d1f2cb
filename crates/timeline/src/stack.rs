//! Marks that would touch stand on each other.

use crate::Item;
use crate::sort::sorted;

/// Marks whose centres are nearer than this would touch, in pixels.
pub(crate) const TOUCH_PX: f64 = 15.0;

/// From one mark of a stack to the next, in pixels.
pub(crate) const LEVEL_PX: f64 = 14.0;

/// How many marks a stack is high at most.
pub(crate) const LEVELS: u8 = 3;

/// A mark that wants a place.
#[derive(Clone, Copy)]
pub(crate) struct Standing<'a> {
    /// What it stands for.
    pub(crate) item: &'a Item,
    /// Where, in pixels from the left edge.
    pub(crate) x_px: f64,
    /// How high: 0 on the baseline. Meaningless where it is hidden.
    pub(crate) level: u8,
    /// Whether there was no room: it is counted, not drawn.
    pub(crate) hidden: bool,
    /// The stack it belongs to, by the place in the list of the mark that began it.
    pub(crate) stack: usize,
}

/// Gives each of `marks` its place, and returns them in the order in which they were placed: those on which an arc
/// lands last, each half best rank first. So the best stands lowest, and what an arc lands on stands on top of all it
/// touches: nothing of the stack is in the arc's way.
pub(crate) fn stack<'a>(marks: &[Standing<'a>]) -> Vec<Standing<'a>> {
    let turn = |mark: &Standing<'_>| (mark.item.landing, mark.item.order());
    let mut marks = sorted(marks, |a, b| turn(a).cmp(&turn(b)));
    let first_landing = marks.partition_point(|mark| !mark.item.landing);
    // What is hidden touches nothing: to look only at what is drawn keeps the cost at one screen's worth a mark.
    let mut drawn: Vec<Standing<'a>> = Vec::new();
    for at in 0..marks.len() {
        let (now, later) = marks[at..].split_at_mut(1);
        let Some(mark) = now.first_mut() else { continue };
        mark.level = if at < first_landing {
            lowest_free(&drawn, &later[first_landing - at - 1..], mark.x_px)
        } else {
            above_all(&drawn, mark.x_px)
        };
        mark.stack = stack_below(&drawn, mark.x_px, mark.level).unwrap_or(at);
        mark.hidden = mark.level == LEVELS;
        if !mark.hidden {
            drawn.push(*mark);
        }
    }
    marks
}

/// The lowest level on which nothing touches; [`LEVELS`] if there is none. Leaves one level to the arcs that land
/// near, two if they land twice.
fn lowest_free(drawn: &[Standing<'_>], landings: &[Standing<'_>], x_px: f64) -> u8 {
    let reserved = landings.iter().filter(|mark| touch(mark.x_px, x_px)).count().min(2) as u8;
    let taken = |level| drawn.iter().any(|mark| mark.level == level && touch(mark.x_px, x_px));
    (0..LEVELS - reserved).find(|&level| !taken(level)).unwrap_or(LEVELS)
}

/// The level above all that touches, at most the highest.
fn above_all(drawn: &[Standing<'_>], x_px: f64) -> u8 {
    let touching = drawn.iter().filter(|mark| touch(mark.x_px, x_px));
    touching.map(|mark| mark.level + 1).max().unwrap_or(0).min(LEVELS - 1)
}

/// The stack of the nearest of the marks below that touch.
fn stack_below(drawn: &[Standing<'_>], x_px: f64, level: u8) -> Option<usize> {
    let distance_px = |mark: &&Standing<'_>| (mark.x_px - x_px).abs();
    let below = drawn.iter().filter(|mark| mark.level < level && touch(mark.x_px, x_px));
    below.min_by(|a, b| distance_px(a).total_cmp(&distance_px(b))).map(|mark| mark.stack)
}

fn touch(a_px: f64, b_px: f64) -> bool {
    (a_px - b_px).abs() < TOUCH_PX
}
