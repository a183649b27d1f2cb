//! What a lane asks to be shown, and the placements it gets: rows of labels, bars and plans in mid-air.

use crate::{Domain, Level};

/// One thing that wants a place in a lane.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Subject {
    /// The caller's name for it.
    pub key: u32,
    /// Where its mark stands, axis seconds.
    pub place_sec: f64,
    /// How it is drawn where there is room.
    pub form: Form,
    /// Its turn: the lowest number chooses first. No two are alike.
    pub turn: u32,
    /// How wide its label of two lines is, px.
    pub label_px: f64,
    /// How wide its label is in one line, as it stands over a bar, px.
    pub bar_label_px: f64,
    /// Whether the editor put it first: then it has a label, cut short where need be, before any other near it.
    pub leads: bool,
    /// Whether it is over, happened or not: then its label does not cross the known line.
    pub settled: bool,
    /// The first level at which it is more than counted.
    pub from: Level,
}

/// How a subject is drawn where there is room. Stretches are in axis seconds.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Form {
    /// A mark, however near one looks.
    Mark,
    /// A bar from the level on at which it is longer than a mark: all of this.
    Lasting(Domain),
    /// A bar from the level on at which it fills half a view: some time in here.
    Window(Domain),
    /// In mid-air beside its place: a plan without a date.
    Float,
}

/// Where a subject stands from one level on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Placement {
    /// The subject.
    pub key: u32,
    /// The first level at which it has the place.
    pub from: Level,
    /// The first level at which it no longer has it.
    pub until: Level,
    /// Which row.
    pub row: Row,
    /// Whether the label stands before its stem.
    pub flip: bool,
    /// How wide the label may be, px.
    pub width_px: u16,
}

/// A row of a lane.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Row {
    /// Labels below the baseline; 0 is next to it.
    Label(u8),
    /// Bars above the baseline; 0 is the highest.
    Bar(u8),
    /// Plans without a date; 0 hangs lowest.
    Float(u8),
    /// Thin bars between the bars and the baseline, for what lasted and has no room among the bars; 0 is the highest.
    Thin(u8),
}

/// A settled plan this near to its outcome has no mark of its own: it is counted there, and its arc lands there, px.
pub const MERGE_PX: f64 = 40.0;
/// How many rows of labels a lane has.
pub const LABEL_ROWS: u8 = 3;
/// How many rows of bars a lane has; what finds no room in them is a thin bar.
pub const BAR_ROWS: u8 = 4;
/// How many rows of thin bars a lane has.
pub const THIN_ROWS: u8 = 12;
/// How many rows of plans without a date a lane has.
pub const FLOAT_ROWS: u8 = 3;

impl Row {
    /// The byte that stands for this row in a bundle.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            Self::Label(row) => row,
            Self::Bar(row) => 16 + row,
            Self::Float(row) => 32 + row,
            Self::Thin(row) => 48 + row,
        }
    }

    /// The row that a byte stands for; `None` for a byte that means nothing.
    #[must_use]
    pub fn from_code(code: u8) -> Option<Self> {
        let row = code % 16;
        match code / 16 {
            0 if row < LABEL_ROWS => Some(Self::Label(row)),
            1 if row < BAR_ROWS => Some(Self::Bar(row)),
            2 if row < FLOAT_ROWS => Some(Self::Float(row)),
            3 if row < THIN_ROWS => Some(Self::Thin(row)),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_survives_its_code() {
        let rows: Vec<Row> = (0..=u8::MAX).filter_map(Row::from_code).collect();
        assert_eq!(rows.len(), usize::from(LABEL_ROWS + BAR_ROWS + FLOAT_ROWS + THIN_ROWS));
        assert!(rows.iter().all(|row| Row::from_code(row.code()) == Some(*row)));
    }
}
