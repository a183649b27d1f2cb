//! What is promised, and how it is measured.

use crate::{
    browsing::{Gestures, OUR_NAME},
    report::Report,
};

/// Something that a limit is set for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Measure {
    /// From authored files to the bundle, s.
    CompileSec,
    /// The most memory that took, bytes.
    CompileBytes,
    /// The first draw, ms: the median.
    DrawMs,
    /// Main-thread time of a frame that moves, ms: the median.
    FrameMedianMs,
    /// The same at the 99th percentile.
    FrameP99Ms,
    /// The median of frames by that of the story of a thousand events.
    FrameGrowth,
    /// Frames that came too late for 60 in a second.
    LateFrames,
    /// The most elements of the page.
    Elements,
    /// Memory beyond the bundle, bytes.
    MemoryBytes,
}

/// A promise.
pub(crate) struct Limit {
    /// What it is about.
    pub(crate) measure: Measure,
    /// At how many events it holds; `None` for any number.
    pub(crate) len: Option<usize>,
    /// The most that is allowed.
    pub(crate) at_most: f64,
}

/// The story that growth is measured from.
const SMALL: usize = 1000;

const MIB: f64 = 1024.0 * 1024.0;

/// All promises.
pub(crate) const LIMITS: &[Limit] = &[
    Limit { measure: Measure::CompileSec, len: Some(100_000), at_most: 2.0 },
    Limit { measure: Measure::CompileSec, len: Some(1_000_000), at_most: 25.0 },
    Limit { measure: Measure::CompileBytes, len: Some(1_000_000), at_most: 4096.0 * MIB },
    Limit { measure: Measure::DrawMs, len: Some(100_000), at_most: 100.0 },
    Limit { measure: Measure::DrawMs, len: Some(1_000_000), at_most: 300.0 },
    Limit { measure: Measure::FrameMedianMs, len: Some(1_000_000), at_most: 4.0 },
    Limit { measure: Measure::FrameP99Ms, len: Some(1_000_000), at_most: 8.0 },
    Limit { measure: Measure::FrameGrowth, len: Some(1_000_000), at_most: 1.3 },
    Limit { measure: Measure::LateFrames, len: Some(1_000_000), at_most: 0.0 },
    Limit { measure: Measure::Elements, len: None, at_most: 600.0 },
    Limit { measure: Measure::MemoryBytes, len: Some(100_000), at_most: 60e6 },
];

impl Limit {
    /// Whether it holds for a story of so many events.
    pub(crate) fn is_for(&self, measure: Measure, len: usize) -> bool {
        self.measure == measure && self.len.is_none_or(|of| of == len)
    }
}

impl Measure {
    /// What it is called, with its unit.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::CompileSec => "compile, s",
            Self::CompileBytes => "memory to compile, MiB",
            Self::DrawMs => "first draw, ms",
            Self::FrameMedianMs => "frame, median, ms",
            Self::FrameP99Ms => "frame, 99th percentile, ms",
            Self::FrameGrowth => "median frame, times that at 1,000",
            Self::LateFrames => "late frames",
            Self::Elements => "elements in the page, at most",
            Self::MemoryBytes => "memory beyond the bundle, MB",
        }
    }

    /// What was measured of the widget at a size.
    pub(crate) fn of(self, report: &Report, len: usize) -> Option<f64> {
        let run = report.run(OUR_NAME, len);
        let frames = || run?.gestures.as_ref().map(Gestures::work_ms);
        match self {
            Self::CompileSec => report.compiled(len).map(|compiled| compiled.wall_sec),
            Self::CompileBytes => report.compiled(len)?.peak_bytes.map(|bytes| bytes as f64),
            Self::DrawMs => run?.draws.median(),
            Self::FrameMedianMs => frames()?.median(),
            Self::FrameP99Ms => frames()?.p99(),
            Self::FrameGrowth => Some(Self::FrameMedianMs.of(report, len)? / Self::FrameMedianMs.of(report, SMALL)?),
            Self::LateFrames => run?.gestures.as_ref().map(|gestures| gestures.dropped() as f64),
            Self::Elements => run.map(|run| run.most_elements() as f64),
            Self::MemoryBytes => run?.memory_bytes.map(|bytes| bytes as f64),
        }
    }

    /// A value in the unit of the name.
    pub(crate) fn shown(self, value: f64) -> String {
        match self {
            Self::CompileSec | Self::FrameMedianMs | Self::FrameP99Ms | Self::FrameGrowth => format!("{value:.2}"),
            Self::CompileBytes => format!("{:.0}", value / MIB),
            Self::DrawMs | Self::LateFrames | Self::Elements => format!("{value:.0}"),
            Self::MemoryBytes => format!("{:.1}", value / 1e6),
        }
    }
}
