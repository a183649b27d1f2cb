//! What a lane is asked to show.

/// One thing to show in a lane: when it was, and what its label needs.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Item {
    /// The caller's name for it; unique within a lane.
    pub key: u32,
    /// The first second it may lie at, or, of something that lasted, its first second. Not read where the start is
    /// open.
    pub start_sec: f64,
    /// The last second it may lie at, or, of something that lasted, its last second. Not read where the end is open.
    pub end_sec: f64,
    /// Whether it lies somewhere between the two or fills the time between them.
    pub kind: Kind,
    /// Where between the two its mark stands.
    pub anchor: Anchor,
    /// 1 for what matters most; decides who gets a label, and who stands lowest in a stack.
    pub rank: u8,
    /// How wide its label's wider line is, in pixels, without padding. None is given a label at 0.
    pub label_px: f64,
    /// How wide its label is in one line, as it stands over a bar, in pixels, without the mark.
    pub wide_label_px: f64,
    /// Whether it is over, happened or not: then its label does not cross the known line.
    pub settled: bool,
    /// Whether an arc lands on it: then nothing stands on it, and it is never hidden in a stack.
    pub landing: bool,
}

/// Whether an item lies somewhere in its time or fills it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// It lies somewhere in its time.
    Point,
    /// It fills its time.
    Lasting {
        /// It has no known beginning.
        open_start: bool,
        /// It goes on: to the known line if it is settled, else without end.
        open_end: bool,
    },
}

/// Where in an item's time its mark stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// At its first second ("on that day or after").
    Start,
    /// Halfway.
    Middle,
    /// At its last second ("on that day or before").
    End,
}

impl Item {
    /// What comes first where there is no room for all: the best rank, then the lowest key.
    pub(crate) fn order(&self) -> (u8, u32) {
        (self.rank, self.key)
    }
}
