//! The fields of a query, and the ticks of facets, as sets of quotes and events.

use bundle::Bundle;
use story::{EventIx, ThemeIx, When, civil_from_day, day_from_sec};

use crate::Fold;
use crate::bits::Bits;
use crate::columns::Columns;
use crate::facet::Facet;
use crate::folded::fold_text;
use crate::haystack::Haystack;
use crate::named::{FAR, Named};
use crate::query::{Field, FieldTerm};
use crate::span::Span;
use crate::term::Mode;
use crate::texts::{Name, of_name};

/// Adds the quotes, by position in time, and the events that may lie within a span: by when they were said, else printed;
/// by when they were, else announced. Each date is looked at once.
pub(crate) fn within(span: Span, haystack: Haystack<'_>, quotes: &mut Bits, events: &mut Bits) {
    let holds = |when: Option<When>| when.map(|it| span.may_hold(it.earliest_sec(), it.latest_sec()));
    let bundle = haystack.bundle;
    let said = bundle.quotes_said(holds).zip(bundle.quotes_known_from(holds));
    let is_within: Vec<bool> = said.map(|(said, printed)| said.or(printed).unwrap_or_default()).collect();
    quotes.reset(haystack.columns.len());
    for (at, ix) in haystack.columns.quotes.iter().enumerate() {
        if is_within.get(*ix as usize).copied().unwrap_or_default() {
            quotes.add(at);
        }
    }
    events.reset(bundle.event_count());
    for (at, (was, announced)) in bundle.events_dates(holds).zip(bundle.events_announced(holds)).enumerate() {
        if was.or(announced).unwrap_or_default() {
            events.add(at);
        }
    }
}

/// Takes out what fields do not let through. Of several values of the same field one is enough.
pub(crate) fn narrow(fields: &[FieldTerm], haystack: Haystack<'_>, quotes: &mut Bits, events: &mut Bits) {
    for field in [Field::Speaker, Field::Via, Field::Source, Field::Theme] {
        for is_excluded in [false, true] {
            let mut asked = fields.iter().filter(|it| it.field == field && it.is_excluded == is_excluded).peekable();
            if asked.peek().is_none() {
                continue;
            }
            let mut named = Bits::none(quotes.len());
            let mut named_events = Bits::none(events.len());
            asked.for_each(|term| add(term, haystack, &mut named, &mut named_events));
            if is_excluded {
                quotes.and_not(&named);
                events.and_not(&named_events);
            } else {
                quotes.and(&named);
                events.and(&named_events);
            }
        }
    }
}

/// Adds the quotes, and for a theme the events, that a field lets through.
fn add(field: &FieldTerm, haystack: Haystack<'_>, quotes: &mut Bits, events: &mut Bits) {
    let bundle = haystack.bundle;
    let mut lookup = Lookup { haystack, field, folded: String::new() };
    let (people, sources) = (bundle.person_count(), bundle.source_count());
    let mut named = Named::default();
    let (first, second): (Vec<u8>, Vec<u8>);
    match field.field {
        Field::Speaker => {
            first = lookup.qualities(people, |at| Name::Called(at.into()));
            named.speakers = &first;
        }
        Field::Via => {
            first = lookup.qualities(people, |at| Name::Called(at.into()));
            second = lookup.qualities(sources, |at| Name::Agency(at.into()));
            (named.vias, named.bare) = (&first, &second);
        }
        Field::Source => {
            first = lookup.qualities(sources, |at| Name::Source(at.into()));
            second = lookup.qualities(sources, |at| Name::Headline(at.into()));
            named.sources = &second;
            named.each(haystack.columns, &mut |at, _| quotes.add(at));
            named.sources = &first;
        }
        Field::Theme => {
            first = lookup.qualities(bundle.theme_count(), |at| Name::Theme(at.into()));
            let counts = |theme: ThemeIx| first.get(theme.at()).is_some_and(|quality| *quality != FAR);
            let of_event = |ix: &EventIx| bundle.event(*ix).themes().any(counts);
            bundle.events().filter(of_event).for_each(|ix| events.add(ix.at()));
            named.themes = &first;
        }
        Field::Before | Field::After => {}
    }
    named.each(haystack.columns, &mut |at, _| quotes.add(at));
}

/// Which rows a field means, by their names.
struct Lookup<'a> {
    haystack: Haystack<'a>,
    field: &'a FieldTerm,
    folded: String,
}

impl Lookup<'_> {
    fn holds(&mut self, text: &str) -> bool {
        let fold: &dyn Fold = self.haystack.fold;
        self.folded.clear();
        fold_text(text, fold, &mut self.folded, None);
        let term = &self.field.term;
        term.is_in(text, &self.folded, term.mode == Mode::Beginning, fold)
    }

    /// Which of so many rows are called what the field says, as [`Named`] has it.
    fn qualities(&mut self, rows: usize, name: fn(usize) -> Name) -> Vec<u8> {
        (0..rows).map(|at| if self.name(name(at)) { 0 } else { FAR }).collect()
    }

    fn name(&mut self, name: Name) -> bool {
        let mut is_named = false;
        of_name(self.haystack.bundle, name, &mut |text| is_named = is_named || self.holds(text));
        is_named
    }
}

/// Adds the events that have one of the ticked values themselves: a theme, or a year.
pub(crate) fn ticked_events(bundle: &Bundle, columns: &Columns, facet: Facet, ticks: &[u32], events: &mut Bits) {
    match facet {
        Facet::Theme => {
            let is_ticked = |ix: &EventIx| bundle.event(*ix).themes().any(|theme| ticks.contains(&theme.0));
            bundle.events().filter(is_ticked).for_each(|ix| events.add(ix.at()));
        }
        Facet::Year => {
            let years: Vec<i64> =
                ticks.iter().filter_map(|tick| Some(columns.tables.years.get(*tick as usize)?.0)).collect();
            let is_ticked = |ix: &EventIx| {
                let event = bundle.event(*ix);
                let sec = event.date().or(event.announced()).and_then(|when| when.order_sec());
                sec.is_some_and(|sec| years.contains(&civil_from_day(day_from_sec(sec)).year))
            };
            bundle.events().filter(is_ticked).for_each(|ix| events.add(ix.at()));
        }
        Facet::Speaker | Facet::Affiliation | Facet::Agency | Facet::Outlet => {}
    }
}
