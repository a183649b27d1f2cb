//! Marks that would touch stand on each other.

use crate::sort::sorted;

/// Marks whose centres are nearer than this would touch, px.
const TOUCH_PX: f64 = 15.0;

/// From one mark of a stack to the next, px.
pub const LEVEL_PX: f64 = 14.0;

/// How many marks a stack is high at most.
const LEVELS: u8 = 3;

/// A mark, and its place in a stack.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// The caller's name for it.
    pub key: u32,
    /// Where its middle stands, px.
    pub x_px: f64,
    /// Its turn: the lowest stands lowest, and names its stack. No two are alike.
    pub turn: u32,
    /// Whether an arc lands on it: then nothing stands on it, and it is never hidden.
    pub landing: bool,
    /// How high it stands: 0 on the baseline.
    pub level: u8,
    /// Whether there was no room: it is counted in its stack, not drawn.
    pub hidden: bool,
    /// The key of the first in turn of its stack that is drawn, its own where it stands alone.
    pub first: u32,
}

impl Standing {
    /// A mark that has no place yet.
    #[must_use]
    pub fn new(key: u32, x_px: f64, turn: u32, landing: bool) -> Self {
        Self { key, x_px, turn, landing, level: 0, hidden: false, first: key }
    }
}

/// Gives each of `marks` its place, in the order in which they were placed: those on which an arc lands last, each
/// half in turn. So the first in turn stands lowest, and what an arc lands on stands on top of all it touches:
/// nothing of the stack is in the arc's way. Stacks are three high; a full one counts what it does not show.
#[must_use]
pub fn stack(marks: &[Standing]) -> Vec<Standing> {
    let mut marks = sorted(marks, |a, b| (a.landing, a.turn).cmp(&(b.landing, b.turn)));
    let first_landing = marks.partition_point(|mark| !mark.landing);
    // The stack each belongs to, by the place in the list of the mark that began it.
    let mut stacks: Vec<usize> = Vec::with_capacity(marks.len());
    for at in 0..marks.len() {
        let x_px = marks[at].x_px;
        let (placed, waiting) = marks.split_at(at);
        let drawn = || placed.iter().enumerate().filter(|(_, mark)| !mark.hidden && touch(mark.x_px, x_px));
        let level = if at < first_landing {
            let reserved = waiting.iter().filter(|mark| mark.landing && touch(mark.x_px, x_px)).count().min(2) as u8;
            let taken = |level| drawn().any(|(_, mark)| mark.level == level);
            (0..LEVELS - reserved).find(|&level| !taken(level)).unwrap_or(LEVELS)
        } else {
            drawn().map(|(_, mark)| mark.level + 1).max().unwrap_or(0).min(LEVELS - 1)
        };
        let distance_px = |(_, mark): &(usize, &Standing)| (mark.x_px - x_px).abs();
        let below = drawn().filter(|(_, mark)| mark.level < level);
        let below = below.min_by(|a, b| distance_px(a).total_cmp(&distance_px(b))).map(|(of, _)| stacks[of]);
        stacks.push(below.unwrap_or(at));
        marks[at].hidden = level == LEVELS;
        marks[at].level = level.min(LEVELS - 1);
    }
    name_stacks(&mut marks, &stacks);
    marks
}

/// Tells each mark the first of its stack: of those that are drawn, because a label cannot hang on one that is not.
fn name_stacks(marks: &mut [Standing], stacks: &[usize]) {
    let mut firsts: Vec<Option<Standing>> = vec![None; marks.len()];
    for (mark, of) in marks.iter().zip(stacks) {
        if !mark.hidden && firsts[*of].is_none_or(|first| mark.turn < first.turn) {
            firsts[*of] = Some(*mark);
        }
    }
    for (mark, of) in marks.iter_mut().zip(stacks) {
        mark.first = firsts[*of].map_or(mark.key, |first| first.key);
    }
}

fn touch(a_px: f64, b_px: f64) -> bool {
    (a_px - b_px).abs() < TOUCH_PX
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn at(key: u32, x_px: f64) -> Standing {
        Standing::new(key, x_px, key, false)
    }

    fn of(marks: &[Standing], key: u32) -> Standing {
        *stack(marks).iter().find(|mark| mark.key == key).expect("it is there")
    }

    #[test]
    fn marks_that_touch_stand_on_the_first_in_turn() {
        let marks = [at(4, 300.0), at(1, 308.0), at(3, 500.0)];
        assert_eq!((of(&marks, 1).level, of(&marks, 1).first), (0, 1));
        assert_eq!((of(&marks, 4).level, of(&marks, 4).first), (1, 1));
        assert_eq!((of(&marks, 3).level, of(&marks, 3).first), (0, 3));
    }

    #[test]
    fn a_full_stack_hides_what_it_counts() {
        let marks: Vec<_> = (0..6).map(|key| at(key, 400.0)).collect();
        assert_eq!(stack(&marks).iter().filter(|mark| mark.hidden).count(), 3);
        assert!(stack(&marks).iter().all(|mark| mark.first == 0));
    }

    #[test]
    fn nothing_stands_where_an_arc_lands() {
        let mut marks: Vec<_> = (1..7).map(|key| at(key, 400.0)).collect();
        marks.push(Standing::new(0, 405.0, 0, true));
        let landing = of(&marks, 0);
        assert_eq!((landing.level, landing.hidden), (2, false));
        assert_eq!(of(&marks, 1).first, 0, "the first in turn names the stack, wherever it stands in it");
    }

    fn any_marks() -> impl Strategy<Value = Vec<Standing>> {
        proptest::collection::vec((0.0..400.0_f64, any::<bool>()), 0..50).prop_map(|all| {
            let mark = |(key, (x_px, landing))| Standing::new(key, x_px, key * 31 % 101, landing);
            (0..).zip(all).map(mark).collect()
        })
    }

    proptest! {
        #[test]
        fn drawn_marks_never_touch_and_nothing_stands_on_a_landing(marks in any_marks()) {
            let marks = stack(&marks);
            prop_assert!(marks.iter().all(|mark| !(mark.hidden && mark.landing)));
            let drawn: Vec<_> = marks.iter().filter(|mark| !mark.hidden).collect();
            for a in &drawn {
                for b in drawn.iter().filter(|b| b.key != a.key && touch(a.x_px, b.x_px)) {
                    let both_landing = a.landing && b.landing;
                    prop_assert!(a.level != b.level || both_landing, "{} and {} touch", a.key, b.key);
                    prop_assert!(!a.landing || a.level > b.level || both_landing, "{} stands on {}", b.key, a.key);
                }
            }
        }

        #[test]
        fn every_stack_has_one_first_that_is_drawn(marks in any_marks()) {
            let marks = stack(&marks);
            for mark in &marks {
                let first = marks.iter().find(|first| first.key == mark.first);
                prop_assert!(first.is_some_and(|first| !first.hidden && first.first == first.key));
            }
        }
    }
}
