//! Where labels find room below the baseline of a lane.

/// How many rows of labels a lane has.
pub(crate) const LABEL_ROWS: u8 = 3;

/// From one row of labels to the next, in pixels: two lines of 16 and a hairline of air.
pub(crate) const LABEL_ROW_PX: f64 = 33.0;

/// Between a label's stem and its text, and the same at its other end, in pixels.
const PAD_PX: f64 = 6.0;

/// The least air between two labels of a row, and between a label and another label's stem, in pixels.
const GAP_PX: f64 = 2.0;

/// How many labels may move for a new one, and how many for each of these, less one at each turn.
const MOVES: u8 = 2;

/// Where a label stands: in which row, on which side of its stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label {
    /// 0 for the row next to the baseline, at most 2.
    pub row: u8,
    /// On which side of its stem.
    pub side: Side,
}

/// A side of a stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// After the stem.
    Right,
    /// Before the stem.
    Left,
}

/// The room below a baseline, and what stands there already.
pub(crate) struct LabelSpace {
    width_px: f64,
    known_px: f64,
    taken: Vec<Taken>,
}

/// What wants a label.
#[derive(Clone, Copy)]
pub(crate) struct Wish {
    /// The key of its mark.
    pub(crate) key: u32,
    /// Where its stem comes down.
    pub(crate) stem_px: f64,
    /// How wide its text is.
    pub(crate) text_px: f64,
    /// Whether it must stay before the known line.
    pub(crate) settled: bool,
}

/// A label that has found its place.
#[derive(Clone, Copy)]
struct Taken {
    wish: Wish,
    label: Label,
    start_px: f64,
    end_px: f64,
}

impl LabelSpace {
    /// Empty room of a width, with the known line at `known_px` (infinite where there is none).
    pub(crate) fn new(width_px: f64, known_px: f64) -> Self {
        Self { width_px, known_px, taken: Vec::new() }
    }

    /// Finds a place for one more label, if need be by moving others; none loses its place for it. Rather right of
    /// the stem than left, and rather in a row that is in use than in a new one.
    pub(crate) fn place(&mut self, wish: Wish) {
        if let Some(taken) = self.with(&self.taken, wish, MOVES) {
            self.taken = taken;
        }
    }

    /// The place that a label has in the end.
    pub(crate) fn label(&self, key: u32) -> Option<Label> {
        self.taken.iter().find(|taken| taken.wish.key == key).map(|taken| taken.label)
    }

    /// The labels with one more, in as few rows as can be found while moving others at most `moves` deep.
    fn with(&self, taken: &[Taken], wish: Wish, moves: u8) -> Option<Vec<Taken>> {
        let rows_in_use = rows(taken).max(1);
        let mut best: Option<Vec<Taken>> = None;
        for place in self.places(wish) {
            let Some(found) = self.with_at(taken, place, moves) else { continue };
            if rows(&found) <= rows_in_use {
                return Some(found);
            }
            if best.as_ref().is_none_or(|best| rows(&found) < rows(best)) {
                best = Some(found);
            }
        }
        best
    }

    /// The labels with one more at a certain place, those that were in its way moved elsewhere.
    fn with_at(&self, taken: &[Taken], place: Taken, moves: u8) -> Option<Vec<Taken>> {
        let (in_the_way, mut found): (Vec<Taken>, Vec<Taken>) = taken.iter().partition(|other| meet(**other, place));
        if in_the_way.len() > usize::from(moves) {
            return None;
        }
        found.push(place);
        for moved in in_the_way {
            found = self.with(&found, moved.wish, moves - 1)?;
        }
        Some(found)
    }

    /// Every place within the view and before the known line, the best first.
    fn places(&self, wish: Wish) -> impl Iterator<Item = Taken> {
        let limit_px = if wish.settled { self.known_px.min(self.width_px) } else { self.width_px };
        let rows = if wish.text_px > 0.0 { 0..LABEL_ROWS } else { 0..0 };
        rows.flat_map(|row| [Label { row, side: Side::Right }, Label { row, side: Side::Left }])
            .map(move |label| {
                let (start_px, end_px) = span_px(wish.stem_px, wish.text_px, label.side);
                Taken { wish, label, start_px, end_px }
            })
            .filter(move |place| place.start_px >= 0.0 && place.end_px <= limit_px)
    }
}

/// How many rows labels take.
fn rows(taken: &[Taken]) -> u8 {
    taken.iter().map(|taken| taken.label.row + 1).max().unwrap_or(0)
}

/// From where to where a label reaches, its stem and its padding included.
pub(crate) fn span_px(stem_px: f64, text_px: f64, side: Side) -> (f64, f64) {
    let len_px = text_px + 2.0 * PAD_PX;
    match side {
        Side::Right => (stem_px, stem_px + len_px),
        Side::Left => (stem_px - len_px, stem_px),
    }
}

/// Whether two labels would touch, or the stem of one would run through the other.
fn meet(a: Taken, b: Taken) -> bool {
    let same_row = a.label.row == b.label.row;
    let boxes = same_row && a.start_px < b.end_px + GAP_PX && b.start_px < a.end_px + GAP_PX;
    boxes || crosses(a, b) || crosses(b, a)
}

/// Whether the stem of `a` runs through or along the box of `b`: stems come down from the baseline, through every row
/// before their own.
fn crosses(a: Taken, b: Taken) -> bool {
    let stem_px = a.wish.stem_px;
    b.label.row <= a.label.row && b.start_px - GAP_PX < stem_px && stem_px < b.end_px + GAP_PX
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Where labels of 88 px, text and padding, find room in a view of 1,000 px, given their stems.
    fn labels(stems_px: &[f64], known_px: f64, settled: bool) -> Vec<Option<(u8, Side)>> {
        let mut space = LabelSpace::new(1000.0, known_px);
        for (key, &stem_px) in (0..).zip(stems_px) {
            space.place(Wish { key, stem_px, text_px: 76.0, settled });
        }
        let of = |key: usize| space.label(key as u32).map(|label| (label.row, label.side));
        (0..stems_px.len()).map(of).collect()
    }

    #[test]
    fn a_label_goes_right_of_its_stem_then_left() {
        let found = labels(&[300.0, 280.0, 150.0], f64::INFINITY, true);
        assert_eq!(found, [Some((0, Side::Right)), Some((0, Side::Left)), Some((0, Side::Left))]);
    }

    #[test]
    fn a_label_makes_way_for_one_whose_stem_would_run_through_it() {
        let found = labels(&[300.0, 340.0], f64::INFINITY, true);
        assert_eq!(found, [Some((0, Side::Left)), Some((0, Side::Right))]);
        let found = labels(&[10.0, 50.0, 70.0], f64::INFINITY, true);
        assert_eq!(found, [Some((2, Side::Right)), Some((1, Side::Right)), Some((0, Side::Right))]);
    }

    #[test]
    fn a_label_never_loses_its_place_to_a_later_one() {
        let stems_px: Vec<f64> = (0..60).map(|n| f64::from(n * 7_919 % 1_000)).collect();
        for count in 1..stems_px.len() {
            let (fewer, more) = (labels(&stems_px[..count], 800.0, true), labels(&stems_px[..=count], 800.0, true));
            let lost = fewer.iter().zip(&more).position(|(before, after)| before.is_some() && after.is_none());
            assert_eq!(lost, None, "with {count} labels");
        }
    }

    #[test]
    fn a_label_of_the_past_flips_at_the_known_line_and_one_of_the_future_does_not() {
        assert_eq!(labels(&[450.0], 500.0, true), [Some((0, Side::Left))]);
        assert_eq!(labels(&[450.0], 500.0, false), [Some((0, Side::Right))]);
        assert_eq!(labels(&[60.0], 80.0, true), [None]);
    }

    #[test]
    fn labels_stay_inside_the_view() {
        assert_eq!(labels(&[995.0], f64::INFINITY, true), [Some((0, Side::Left))]);
        assert_eq!(labels(&[-5.0], f64::INFINITY, true), [None]);
        let mut space = LabelSpace::new(1000.0, f64::INFINITY);
        for (key, text_px) in [(1, f64::NAN), (2, 0.0)] {
            space.place(Wish { key, stem_px: 5.0, text_px, settled: true });
            assert_eq!(space.label(key), None);
        }
    }
}
