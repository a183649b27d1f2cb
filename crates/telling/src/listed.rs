//! Which sources are listed at the end.

use bundle::AccountRow;
use story::{EventIx, SourceIx};

use timeline::sorted;

use crate::{AsOf, Order};

/// More sources than these are listed only as far as what is shown rests on them.
const MANY: usize = 200;

/// The known sources; of very many, those on which rests what is shown.
pub(crate) fn listed(as_of: AsOf<'_>, order: &Order) -> Vec<SourceIx> {
    let bundle = as_of.bundle;
    let mut sources: Vec<SourceIx> = if bundle.source_count() <= MANY {
        bundle.sources().collect()
    } else {
        let of_event = |ix: EventIx| {
            let accounts = bundle.event(ix).accounts().map(AccountRow::source);
            accounts.chain(as_of.quotes_of(ix).map(|quote| bundle.quote(quote).source()))
        };
        let loose = order.loose.iter().map(|ix| bundle.quote(*ix).source());
        order.events().flat_map(of_event).chain(loose).collect()
    };
    sources = sorted(&sources, Ord::cmp);
    sources.dedup();
    sources.retain(|ix| ix.at() < bundle.source_count() && as_of.knows_source(*ix));
    sources
}
