//! Where in the order of time the quotes of a day, a year or a stretch stand.

use std::ops::Range;

use bundle::Bundle;
use story::{Civil, QuoteIx, civil_from_day, day_from_civil, day_from_sec, sec_from_day};

use crate::span::Span;

/// The second, by the clock there, by which a quote stands in the order of time; `None` for one without any date.
#[must_use]
pub(crate) fn order_sec(bundle: &Bundle, ix: QuoteIx) -> Option<i64> {
    let quote = bundle.quote(ix);
    let of = |when: Option<story::When>| when?.order_sec();
    of(quote.said()).or_else(|| of(quote.known_from()))
}

/// The first position, in the order of time, of a quote that was said at a second or after; those without any date
/// are after all others. Exact from day to day; between two times of one day only where all its clocks have one offset.
pub(crate) fn position_from_sec(bundle: &Bundle, sec: i64) -> usize {
    let (mut low, mut high) = (0, bundle.quote_count());
    while low < high {
        let middle = low + (high - low) / 2;
        let is_before = order_sec(bundle, bundle.quote_at_time(middle)).is_some_and(|at| at < sec);
        if is_before { low = middle + 1 } else { high = middle }
    }
    low
}

/// The positions in the order of time of what stands within a stretch of it.
pub(crate) fn positions(bundle: &Bundle, span: Span) -> Range<usize> {
    let end = span.to_sec.unwrap_or(i64::MAX);
    let start = span.from_sec.map_or(0, |sec| position_from_sec(bundle, sec));
    start..position_from_sec(bundle, end).max(start)
}

/// The years in which something was said, ascending, each with its first position and the one after its last. A binary
/// search for each, not a look at each quote.
pub(crate) fn years(bundle: &Bundle) -> Vec<(i64, usize, usize)> {
    let mut years = Vec::new();
    let mut start = 0;
    while let Some(sec) =
        (start < bundle.quote_count()).then(|| order_sec(bundle, bundle.quote_at_time(start))).flatten()
    {
        let year = civil_from_day(day_from_sec(sec)).year;
        let next = day_from_civil(Civil { year: year.saturating_add(1), month: 1, day: 1 });
        // A foreign bundle may be in no order; it must not keep us here.
        let end = position_from_sec(bundle, sec_from_day(next)).max(start + 1);
        years.push((year, start, end));
        start = end;
    }
    years
}
