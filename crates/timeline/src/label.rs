//! Where labels find room below the baseline of a lane.

/// How many rows of labels a lane has.
pub(crate) const LABEL_ROWS: u8 = 3;

/// From one row of labels to the next, in pixels: two lines of 16 and a hairline of air.
pub(crate) const LABEL_ROW_PX: f64 = 33.0;

/// Between a label's stem and its text, and the same at its other end, in pixels.
const PAD_PX: f64 = 6.0;

/// The least air between two labels of a row, and between a label and another label's stem, in pixels.
const GAP_PX: f64 = 2.0;

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

/// A label that has found its place.
#[derive(Clone, Copy)]
struct Taken {
    stem_px: f64,
    start_px: f64,
    end_px: f64,
    row: u8,
}

impl LabelSpace {
    /// Empty room of a width, with the known line at `known_px` (infinite where there is none).
    pub(crate) fn new(width_px: f64, known_px: f64) -> Self {
        Self { width_px, known_px, taken: Vec::new() }
    }

    /// The first free place for a label whose text is `text_px` wide on a stem at `stem_px`: the row nearest the
    /// baseline, and in it rather right than left. A settled label stays before the known line.
    pub(crate) fn place(&mut self, stem_px: f64, text_px: f64, settled: bool) -> Option<Label> {
        if text_px.is_nan() || text_px <= 0.0 {
            return None;
        }
        let limit_px = if settled { self.known_px.min(self.width_px) } else { self.width_px };
        for row in 0..LABEL_ROWS {
            for side in [Side::Right, Side::Left] {
                let (start_px, end_px) = span_px(stem_px, text_px, side);
                let wanted = Taken { stem_px, start_px, end_px, row };
                if start_px >= 0.0 && end_px <= limit_px && self.taken.iter().all(|taken| !meet(*taken, wanted)) {
                    self.taken.push(wanted);
                    return Some(Label { row, side });
                }
            }
        }
        None
    }
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
    let boxes = a.row == b.row && a.start_px < b.end_px + GAP_PX && b.start_px < a.end_px + GAP_PX;
    boxes || crosses(a, b) || crosses(b, a)
}

/// Whether the stem of `a` runs through or along the box of `b`: stems come down from the baseline, through every row
/// before their own.
fn crosses(a: Taken, b: Taken) -> bool {
    b.row <= a.row && b.start_px - GAP_PX < a.stem_px && a.stem_px < b.end_px + GAP_PX
}

#[cfg(test)]
mod tests {
    use super::*;

    fn label(row: u8, side: Side) -> Option<Label> {
        Some(Label { row, side })
    }

    #[test]
    fn a_label_goes_right_then_left_then_down() {
        let mut space = LabelSpace::new(1000.0, f64::INFINITY);
        assert_eq!(space.place(300.0, 100.0, true), label(0, Side::Right));
        assert_eq!(space.place(350.0, 100.0, true), None, "its stem would run through the first");
        assert_eq!(space.place(280.0, 100.0, true), label(0, Side::Left));
        assert_eq!(space.place(160.0, 60.0, true), label(0, Side::Left));
        assert_eq!(space.place(60.0, 200.0, true), label(1, Side::Right));
    }

    #[test]
    fn a_label_of_the_past_flips_at_the_known_line_and_one_of_the_future_does_not() {
        let mut space = LabelSpace::new(1000.0, 500.0);
        assert_eq!(space.place(450.0, 100.0, true), label(0, Side::Left));
        let mut space = LabelSpace::new(1000.0, 500.0);
        assert_eq!(space.place(450.0, 100.0, false), label(0, Side::Right));
        let mut space = LabelSpace::new(1000.0, 80.0);
        assert_eq!(space.place(60.0, 100.0, true), None);
    }

    #[test]
    fn labels_stay_inside_the_view() {
        let mut space = LabelSpace::new(100.0, f64::INFINITY);
        assert_eq!(space.place(95.0, 60.0, true), label(0, Side::Left));
        assert_eq!(space.place(-5.0, 20.0, true), None);
        assert_eq!(space.place(5.0, f64::NAN, true), None);
        assert_eq!(space.place(5.0, 0.0, true), None);
    }
}
