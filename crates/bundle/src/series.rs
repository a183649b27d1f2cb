//! What is sorted by time, read in place: the events of a lane, the quotes by the day they were said, the rows of the
//! level of detail.

use std::ops::Range;

use story::EventIx;

use crate::bundle::Bundle;
use crate::column::Column;
use crate::row::Row;
use crate::section::Section;

/// Rows in the order of their seconds.
#[derive(Clone, Copy)]
pub struct Series<'a> {
    secs: Column<'a>,
    rows: Column<'a>,
    start: usize,
    len: usize,
}

impl Series<'_> {
    /// How many there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The second at a position; 0 beyond the end.
    #[must_use]
    pub fn sec(&self, at: usize) -> i64 {
        self.secs.get_signed(self.start.saturating_add(at))
    }

    /// The row at a position; 0 beyond the end.
    #[must_use]
    pub fn row(&self, at: usize) -> u32 {
        self.rows.get(self.start.saturating_add(at))
    }

    /// How many stand before a second: the position of the first that does not.
    #[must_use]
    pub fn before(&self, sec: f64) -> usize {
        self.before_from(0, sec)
    }

    /// The same, for a second that is known not to lie before the position `from`.
    #[must_use]
    pub fn before_from(&self, from: usize, sec: f64) -> usize {
        let (mut low, mut high) = (from.min(self.len), self.len);
        // What is asked for is mostly near: look at twice the distance each time before halving it.
        let mut step = 1;
        while low + step < high && (self.sec(low + step) as f64) < sec {
            low += step;
            step *= 2;
        }
        high = high.min(low + step + 1);
        while low < high {
            let middle = low + (high - low) / 2;
            if (self.sec(middle) as f64) < sec {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

/// The whole axis and the first view, seconds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The first and the last second of the whole axis.
    pub extent_sec: (i64, i64),
    /// The first and the last second of the first view.
    pub view_sec: (i64, i64),
    /// What is open at first where there is room.
    pub opening: Option<EventIx>,
}

/// A row of a lane as it is first used at a level.
#[derive(Clone, Copy)]
pub struct PlacementRowRef<'a> {
    /// The lane by its number; that of the events without a lane comes after all others.
    pub lane: usize,
    /// The level.
    pub level: u8,
    /// The row by its code.
    pub row: u8,
    /// What stands there; rows of the series are events.
    pub series: Series<'a>,
    until: Column<'a>,
    width: Column<'a>,
}

/// One event in its row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacementRef {
    /// The event.
    pub event: EventIx,
    /// The level from which it no longer stands there; 255 for never.
    pub until: u8,
    /// How wide its label may be, px.
    pub width_px: u16,
    /// Whether its label stands before its stem.
    pub flip: bool,
}

impl PlacementRowRef<'_> {
    /// What stands at a position of the series.
    #[must_use]
    pub fn placement(&self, at: usize) -> PlacementRef {
        let place = self.series.start.saturating_add(at);
        let width = self.width.get(place);
        PlacementRef {
            event: EventIx(self.series.row(at)),
            until: self.until.get(place) as u8,
            width_px: (width / 2) as u16,
            flip: width % 2 == 1,
        }
    }
}

/// The level of detail.
impl Bundle {
    /// The whole axis and the first view; `None` for a bundle without a level of detail.
    #[must_use]
    pub fn axis(&self) -> Option<Axis> {
        let secs = self.column(Section::AxisSecs);
        let pair = |at: usize| (secs.get_signed(at), secs.get_signed(at + 1));
        let opening = Row::new(self, 0).index(Section::AxisEvent).map(EventIx);
        (secs.len() == 4).then(|| Axis { extent_sec: pair(0), view_sec: pair(2), opening })
    }

    /// The most events that a region of the axis draws one by one at a level.
    #[must_use]
    pub fn single(&self, level: u8) -> usize {
        let single = self.column(Section::AxisSingle);
        single.get(usize::from(level).min(single.len().saturating_sub(1))) as usize
    }

    /// Long stretches without events: the first second, the last, and how many they take up where they are folded.
    pub fn axis_breaks(&self) -> impl Iterator<Item = (i64, i64, i64)> + use<'_> {
        let secs = self.column(Section::BreakSecs);
        (0..secs.len() / 3)
            .map(move |n| (secs.get_signed(3 * n), secs.get_signed(3 * n + 1), secs.get_signed(3 * n + 2)))
    }

    /// The events of a lane by the second they stand at. The lanes are numbered as authored; the one after the last
    /// holds the events without a lane.
    #[must_use]
    pub fn lane_events(&self, lane: usize) -> Series<'_> {
        let range = Row::new(self, lane).range(Section::LaneEventsEnds, Section::LaneEvents);
        self.series(Section::LaneSecs, Section::LaneEvents, range)
    }

    /// Which of a lane's events are plans of which nothing settled has come, by their position; ascending.
    pub fn lane_opens(&self, lane: usize) -> impl ExactSizeIterator<Item = u32> + Clone + use<'_> {
        Row::new(self, lane).list(Section::LaneOpensEnds, Section::LaneOpens)
    }

    /// The quotes whose day is known, by the middle of it.
    #[must_use]
    pub fn said(&self) -> Series<'_> {
        let len = self.column(Section::SaidQuotes).len();
        self.series(Section::SaidSecs, Section::SaidQuotes, 0..len)
    }

    /// The rows of all lanes, lane by lane and in each in the order of the level at which they are first used.
    pub fn placement_rows(&self) -> impl Iterator<Item = PlacementRowRef<'_>> + use<'_> {
        (0..self.column(Section::RowLane).len()).map(|at| {
            let row = Row::new(self, at);
            PlacementRowRef {
                lane: row.number(Section::RowLane) as usize,
                level: row.number(Section::RowLevel) as u8,
                row: row.number(Section::RowNumber) as u8,
                series: self.series(
                    Section::PlacementSec,
                    Section::PlacementEvent,
                    row.range(Section::RowPlacementsEnds, Section::PlacementEvent),
                ),
                until: self.column(Section::PlacementUntil),
                width: self.column(Section::PlacementWidth),
            }
        })
    }

    fn series(&self, secs: Section, rows: Section, range: Range<usize>) -> Series<'_> {
        Series { secs: self.column(secs), rows: self.column(rows), start: range.start, len: range.len() }
    }
}
