//! One story as the widget holds it: the bundle, and what is worked out from it once.

use std::{
    cell::{OnceCell, RefCell},
    rc::Rc,
};

use bundle::{Bundle, QuoteRow};
use search::Searcher;
use story::{EventIx, LaneIx, QuoteIx, SourceIx};
use telling::published_day;
use timeline::{AxisBreak, AxisBreaks, Domain};

use super::calendar::Calendar;

/// One story, shared by every component. Two are equal only if they are the same one.
pub struct Record {
    /// The compiled story.
    pub bundle: Rc<Bundle>,
    /// The days on which its sources were published, counted from 1970-01-01: in order, each once.
    pub publication_days: Vec<i64>,
    /// The long stretches without events, which may be breaks of the axis.
    pub axis_breaks: Rc<AxisBreaks>,
    /// Searches it, and keeps what the next keystroke needs again.
    pub searcher: RefCell<Searcher>,
    by_weight: OnceCell<Vec<QuoteIx>>,
    calendar: OnceCell<Calendar>,
}

impl PartialEq for Record {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl Record {
    /// A record over a bundle.
    #[must_use]
    pub fn new(bundle: Bundle) -> Self {
        let bundle = Rc::new(bundle);
        let publication_days = publication_days(&bundle);
        let axis_breaks = Rc::new(axis_breaks(&bundle));
        Self {
            bundle,
            publication_days,
            axis_breaks,
            searcher: RefCell::default(),
            by_weight: OnceCell::new(),
            calendar: OnceCell::new(),
        }
    }

    /// The last day of publication on or before a day, else the first; `None` where that is the last of all, or the
    /// only one: the story is told whole then.
    #[must_use]
    pub fn publication_by(&self, day: i64) -> Option<i64> {
        let after = self.publication_days.partition_point(|published| *published <= day);
        self.publication(after.saturating_sub(1))
    }

    /// A day of publication by its position; `None` for the last of all, on which the story is told whole.
    #[must_use]
    pub fn publication(&self, at: usize) -> Option<i64> {
        let (_, earlier) = self.publication_days.split_last()?;
        earlier.get(at).copied()
    }

    /// The lane that an event stands in; `None` for one that names none, or one that a foreign bundle does not have.
    #[must_use]
    pub fn lane_of(&self, event: EventIx) -> Option<LaneIx> {
        self.bundle.event(event).lane().filter(|lane| lane.at() < self.bundle.lane_count())
    }

    /// The name of the outlet that printed a source; empty where it is not named.
    #[must_use]
    pub fn outlet(&self, source: SourceIx) -> &str {
        self.bundle.source(source).publisher().unwrap_or_default()
    }

    /// The name of the agency that carried a quote's words, else of the outlet whose report the source carries;
    /// empty where neither is named.
    #[must_use]
    pub fn carrier(&self, quote: QuoteRow<'_>) -> &str {
        match quote.via() {
            Some(person) => self.bundle.person(person).name(),
            None => self.bundle.source(quote.source()).agency().unwrap_or_default(),
        }
    }

    /// When each quote was said, in stretches of the calendar; worked out once.
    #[must_use]
    pub fn calendar(&self) -> &Calendar {
        self.calendar.get_or_init(|| Calendar::new(&self.bundle))
    }

    /// Every quote, those of the weightiest events first, in the order of time within a rank; sorted once.
    #[must_use]
    pub fn quotes_by_weight(&self) -> &[QuoteIx] {
        self.by_weight.get_or_init(|| {
            // Ranks are 1 to 5; quotes that belong to no event come last.
            let mut of_rank: [Vec<QuoteIx>; 6] = std::array::from_fn(|_| Vec::new());
            for ix in self.bundle.quotes_by_time() {
                let event = self.bundle.quote(ix).event();
                let rank = event.map_or(6, |event| self.bundle.event(event).rank().clamp(1, 5));
                of_rank[usize::from(rank) - 1].push(ix);
            }
            of_rank.concat()
        })
    }
}

/// The days on which the sources of a bundle were published, in order, each once. Most are authored in the order of
/// time, and a story has fewer days than sources.
fn publication_days(bundle: &Bundle) -> Vec<i64> {
    let mut days: Vec<i64> = Vec::new();
    for day in bundle.sources().filter_map(|ix| published_day(&bundle.source(ix).published()?)) {
        if let Err(at) = days.binary_search(&day) {
            days.insert(at, day);
        }
    }
    days
}

/// The long stretches without events; what a foreign bundle says of impossible ones is passed over.
fn axis_breaks(bundle: &Bundle) -> AxisBreaks {
    let of = |(first, last, axis): (i64, i64, i64)| AxisBreak {
        stretch: Domain { start_sec: first as f64, end_sec: last as f64 },
        axis_secs: axis as f64,
    };
    AxisBreaks::new(&bundle.axis_breaks().map(of).collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use crate::core::testing;
    use story::{Civil, day_from_civil};

    #[test]
    fn the_days_of_publication_are_in_order_and_each_is_there_once() {
        let day = |month, day| day_from_civil(Civil { year: 2024, month, day });
        assert_eq!(testing::record().publication_days, [day(2, 1), day(6, 30)]);
    }
}
