//! The rows of a lane: which are in use, how high they make it, and where they stand.

use timeline::{BAR_ROWS, FLOAT_ROWS, LABEL_ROWS, Row, THIN_ROWS};

use super::LaneScene;

/// How much higher each further row of plans without a date stands, px.
pub(super) const FLOAT_STEP_PX: f64 = 34.0;
/// From the top of a lane to the foot of its name, px, with a hairline of air.
const NAME_PX: f64 = 26.0;
/// From the middle of a plan without a date to the top of its label, px.
const FLOAT_LABEL_PX: f64 = 16.0;
/// How high a mark is, px.
const MARK_PX: f64 = 14.0;
/// The height of a lane above its baseline: the lane's name and a mark, px.
const HEAD_PX: f64 = 50.0;
/// The same where arcs rise from the baseline.
const HEAD_WITH_ARCS_PX: f64 = 56.0;
/// From the top of a lane to the middle of its first bar: the lane's name, then the bar's label, px.
const FIRST_BAR_PX: f64 = 52.0;
/// From one row of bars to the next, px.
const BAR_ROW_PX: f64 = 30.0;
/// From the middle of the last bar to that of the first thin one, px, and where that is in a lane without bars.
const FIRST_THIN_PX: (f64, f64) = (10.0, 34.0);
/// From one row of thin bars to the next, px.
const THIN_ROW_PX: f64 = 8.0;
/// From the middle of the last bar to the baseline, px.
const BAR_TO_BASELINE_PX: f64 = 34.0;
/// The same where arcs rise from the baseline.
const BAR_TO_BASELINE_WITH_ARCS_PX: f64 = 46.0;
/// From one row of labels to the next, px: two lines of 16 and a hairline of air.
const LABEL_ROW_PX: f64 = 33.0;
/// The height of a lane below its baseline without any label, px.
const FOOT_PX: f64 = 18.0;
/// How much lower labels stand in a lane whose events may be counted: the room of a bracket, px.
const BRACKET_PX: f64 = 14.0;

/// How many rows of each kind are in use.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Rows {
    labels: u8,
    bars: u8,
    thin: u8,
    floats: u8,
}

impl Rows {
    /// Those of what stands in a window.
    pub(super) fn of(rows: impl Iterator<Item = Row>) -> Self {
        let mut used = Self::default();
        for row in rows {
            let (used, row, most) = match row {
                Row::Label(row) => (&mut used.labels, row, LABEL_ROWS),
                Row::Bar(row) => (&mut used.bars, row, BAR_ROWS),
                Row::Thin(row) => (&mut used.thin, row, THIN_ROWS),
                Row::Float(row) => (&mut used.floats, row, FLOAT_ROWS),
            };
            *used = most.min(row + 1).max(*used);
        }
        used
    }

    /// With a row for a label where there are marks, for any of them may be opened, and is named then.
    pub(super) fn with_name(self, has_marks: bool) -> Self {
        Self { labels: self.labels.max(u8::from(has_marks)), ..self }
    }

    /// The most of each kind of two.
    pub(super) fn most(self, other: Self) -> Self {
        Self {
            labels: self.labels.max(other.labels),
            bars: self.bars.max(other.bars),
            thin: self.thin.max(other.thin),
            floats: self.floats.max(other.floats),
        }
    }

    /// From the top of the lane to the middle of its first thin bar, px.
    fn first_thin_px(&self) -> f64 {
        match self.bars {
            0 => FIRST_THIN_PX.1,
            bars => FIRST_BAR_PX + BAR_ROW_PX * f64::from(bars - 1) + FIRST_THIN_PX.0,
        }
    }

    /// Gives a lane its height, and its baseline the room that the rows above it take; `plans` says whether arcs may rise.
    pub(super) fn measure(&self, lane: &mut LaneScene, plans: bool) {
        let head_px = if plans { HEAD_WITH_ARCS_PX } else { HEAD_PX };
        let over_bars_px = if plans { BAR_TO_BASELINE_WITH_ARCS_PX } else { BAR_TO_BASELINE_PX };
        let last_bar_px = match (self.bars, self.thin) {
            (0, 0) => head_px - over_bars_px,
            (bars, 0) => FIRST_BAR_PX + BAR_ROW_PX * f64::from(bars - 1),
            (_, thin) => self.first_thin_px() + THIN_ROW_PX * f64::from(thin - 1),
        };
        let floats_px = f64::from(self.floats.max(1) - 1) * FLOAT_STEP_PX;
        lane.baseline_px = last_bar_px + over_bars_px + floats_px;
        let drop_px = if lane.is_full { BRACKET_PX } else { 0.0 };
        lane.height_px = lane.baseline_px + drop_px + FOOT_PX + LABEL_ROW_PX * f64::from(self.labels);
    }

    /// Gives a lane as much more height as its stacks and its plans without a date need to stand below its name. What else
    /// stands in it keeps its distance from the baseline.
    pub(super) fn make_room_below_name(lane: &mut LaneScene) {
        let floats = lane.floats.iter().map(|float| float.up_px + FLOAT_LABEL_PX);
        let stacks = lane.marks.iter().filter(|mark| !mark.hidden).map(|mark| mark.up_px + MARK_PX / 2.0);
        let highest_px = floats.chain(stacks).fold(0.0, f64::max);
        let more_px = (highest_px + NAME_PX - lane.baseline_px).max(0.0);
        lane.baseline_px += more_px;
        lane.height_px += more_px;
    }

    /// How far a row of bars is above the baseline, px.
    pub(super) fn bar_up_px(lane: &LaneScene, row: u8) -> f64 {
        lane.baseline_px - FIRST_BAR_PX - BAR_ROW_PX * f64::from(row)
    }

    /// How far a row of thin bars is above the baseline, px.
    pub(super) fn thin_up_px(&self, lane: &LaneScene, row: u8) -> f64 {
        lane.baseline_px - self.first_thin_px() - THIN_ROW_PX * f64::from(row)
    }
}
