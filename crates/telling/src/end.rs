//! What stands at the end: corrections, sources, how far all was checked.

use bundle::AccountRow;
use story::{CheckKind, EventIx, Message, SourceIx};

use timeline::sorted;

use crate::{AsOf, Order, Telling, Tree, hooks};

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

impl Telling<'_> {
    /// Corrections, sources, and how far the record was checked.
    pub(crate) fn end(&self, t: &mut dyn Tree) {
        self.all_changes(t);
        if !self.sources.is_empty() {
            t.start("section", "closing");
            self.open_heading(t, 1, "");
            t.text(self.say(Message::SourcesHeading));
            t.close();
            t.start("ol", "srcs");
            self.sources.iter().for_each(|ix| self.source(t, *ix));
            t.close();
            t.close();
        }
        self.foot(t);
    }

    /// What is known of one source; what it does not tell is said, too.
    fn source(&self, t: &mut dyn Tree, ix: SourceIx) {
        let source = self.bundle().source(ix);
        let comma = self.say(Message::Comma);
        t.open("li");
        t.set("id", &[hooks::SOURCE, source.id()].concat());
        self.linked(t, source.url(), "", &self.reporter(ix));
        t.text(comma);
        t.open("cite");
        t.set_language(source.language());
        t.text(&self.fill(Message::Quoted, &[("text", source.title())]));
        t.close();
        let has_publisher = source.publisher().is_some();
        let agency = source.agency().filter(|_| has_publisher);
        let unnamed = source.agency().filter(|_| !has_publisher).map(|_| self.say(Message::PublisherNotNamed));
        for more in [agency, unnamed, source.byline()].into_iter().flatten() {
            t.text(comma);
            t.text(more);
        }
        t.text(comma);
        match source.published() {
            Some(when) => self.when(t, "", &when),
            None => t.text(self.say(Message::PublicationDateNotGiven)),
        }
        if source.url().is_none() {
            t.text(comma);
            t.text(self.say(Message::AddressNotGiven));
        }
        t.close();
    }

    /// How far the quotes were checked, and when the record was last changed.
    fn foot(&self, t: &mut dyn Tree) {
        let bundle = self.bundle();
        let is_known = bundle.quotes().filter(|ix| self.as_of.knows_quote(*ix));
        let (mut all, mut checked) = (0, 0);
        for ix in is_known {
            all += 1;
            checked += usize::from(bundle.quote(ix).check() != CheckKind::Unverified);
        }
        t.start("p", "foot");
        if all > 0 && checked == all {
            t.text(&self.count(Message::AllQuotesChecked, all));
        } else if all > 0 {
            let total = wording::number(self.tongue, all);
            t.text(&wording::count_with(self.tongue, Message::QuotesChecked, checked, &[("total", &total)]));
        }
        if let Some(updated) = bundle.story().updated() {
            t.text(" ");
            self.around_date(t, Message::RecordUpdated, &updated);
            t.text(".");
        }
        t.close();
    }
}
