//! When each quote of a story was said, worked out once.

mod bins;

use bundle::Bundle;
use story::When;

pub use bins::Bins;
use bins::Span;

/// Stands for a date that fits into no bin.
const VAGUE: u8 = u8::MAX - 1;
/// Stands for no date.
const UNDATED: u8 = u8::MAX;

/// When each quote of a story was said.
pub struct Calendar {
    /// The stretches of time by which quotes are counted.
    pub bins: Bins,
    /// How many quotes have a date, however vague.
    pub dated: usize,
    /// By position in the order of time.
    places: Vec<u8>,
}

/// When a quote was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateBin {
    /// Within a bin.
    Bin(usize),
    /// At a time that is not known so closely.
    Vague,
    /// Nobody says when.
    Undated,
}

/// What a date tells of when a quote was said.
#[derive(Clone, Copy)]
enum Said {
    Within(Span),
    Vague,
    Undated,
}

impl Calendar {
    /// Looks at the date of every quote.
    #[must_use]
    pub fn new(bundle: &Bundle) -> Self {
        let said: Vec<Said> = bundle.quotes_said(said).collect();
        let spans: Vec<Span> = said.iter().filter_map(|said| said.span()).collect();
        let bins = Bins::holding(&spans);
        let place = |said: &Said| match said {
            Said::Within(span) => {
                bins.place(*span).and_then(|at| u8::try_from(at).ok()).map_or(VAGUE, |at| at.min(VAGUE))
            }
            Said::Vague => VAGUE,
            Said::Undated => UNDATED,
        };
        let by_quote: Vec<u8> = said.iter().map(place).collect();
        let of = |ix: &u32| by_quote.get(*ix as usize).copied().unwrap_or(UNDATED);
        let places: Vec<u8> = bundle.quotes_by_time_numbers().iter().map(of).collect();
        let dated = places.iter().filter(|place| **place != UNDATED).count();
        Self { bins, dated, places }
    }

    /// When the quote at a position in the order of time was said.
    #[must_use]
    pub fn place(&self, at: usize) -> DateBin {
        match self.places.get(at).copied() {
            None | Some(UNDATED) => DateBin::Undated,
            Some(VAGUE) => DateBin::Vague,
            Some(bin) => DateBin::Bin(usize::from(bin)),
        }
    }
}

impl Said {
    fn span(self) -> Option<Span> {
        match self {
            Self::Within(span) => Some(span),
            Self::Vague | Self::Undated => None,
        }
    }
}

/// What has one end alone is dated, but to no stretch.
fn said(when: Option<When>) -> Said {
    let Some(when) = when else { return Said::Undated };
    match (when.earliest_sec(), when.latest_sec()) {
        (Some(first), Some(last)) if first <= last => Said::Within((first, last)),
        (None, None) => Said::Undated,
        _ => Said::Vague,
    }
}
