//! The fields of a query, and the ticks of facets, as sets of quotes and events.

use bundle::Bundle;
use story::{EventIx, PersonIx, SourceIx, ThemeIx, civil_from_day, day_from_sec};

use crate::Fold;
use crate::bits::Bits;
use crate::columns::Columns;
use crate::facets::Facet;
use crate::folded::fold_text;
use crate::hits::Place;
use crate::named::{FAR, Named};
use crate::query::{Field, FieldTerm};
use crate::texts::{Name, of_name};

/// Takes out what fields do not let through. Of several values of the same field one is enough.
pub(crate) fn narrow(fields: &[FieldTerm], place: Place<'_>, quotes: &mut Bits, events: &mut Bits) {
    for field in [Field::Speaker, Field::Via, Field::Source, Field::Theme] {
        for is_excluded in [false, true] {
            let mut asked = fields.iter().filter(|it| it.field == field && it.is_excluded == is_excluded).peekable();
            if asked.peek().is_none() {
                continue;
            }
            let mut named = Bits::none(quotes.len());
            let mut named_events = Bits::none(events.len());
            asked.for_each(|term| add(term, place, &mut named, &mut named_events));
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
fn add(field: &FieldTerm, place: Place<'_>, quotes: &mut Bits, events: &mut Bits) {
    let bundle = place.bundle;
    let mut lookup = Lookup { place, field, folded: String::new() };
    let (mut people, mut agencies, mut sources, mut themes) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    match field.field {
        Field::Speaker => people = lookup.people(),
        Field::Via => (people, agencies) = (lookup.people(), lookup.agencies()),
        Field::Source => sources = lookup.sources(),
        Field::Theme => {
            themes = lookup.themes();
            let counts = |theme: ThemeIx| themes.get(theme.at()).is_some_and(|quality| *quality != FAR);
            let of_event = |ix: &EventIx| bundle.event(*ix).themes().any(counts);
            bundle.events().filter(of_event).for_each(|ix| events.add(ix.at()));
        }
        Field::Before | Field::After => {}
    }
    let (speakers, vias): (&[u8], &[u8]) = if field.field == Field::Via { (&[], &people) } else { (&people, &[]) };
    let named = Named { speakers, vias, bare: &agencies, sources: &sources, themes: &themes };
    named.each(place.columns, &mut |at, _| quotes.add(at));
}

/// Which rows a field means, by their names.
struct Lookup<'a> {
    place: Place<'a>,
    field: &'a FieldTerm,
    folded: String,
}

impl Lookup<'_> {
    fn holds(&mut self, text: &str) -> bool {
        let fold: &dyn Fold = self.place.fold;
        self.folded.clear();
        fold_text(text, fold, &mut self.folded, |_, _| {});
        self.field.term.needle().is_in(&self.folded)
    }

    /// By their names and aliases; what they are and for whom they speak is not what they are called.
    fn people(&mut self) -> Vec<u8> {
        let bundle = self.place.bundle;
        let of = |ix: PersonIx| {
            let person = bundle.person(ix);
            quality(std::iter::once(person.name()).chain(person.aliases()).any(|name| self.holds(name)))
        };
        bundle.people().map(of).collect()
    }

    fn agencies(&mut self) -> Vec<u8> {
        let bundle = self.place.bundle;
        let of = |ix: SourceIx| quality(bundle.source(ix).agency().is_some_and(|name| self.holds(name)));
        bundle.sources().map(of).collect()
    }

    fn sources(&mut self) -> Vec<u8> {
        let bundle = self.place.bundle;
        let of = |ix: SourceIx| quality(self.name(Name::Source(ix)) || self.name(Name::Headline(ix)));
        bundle.sources().map(of).collect()
    }

    fn themes(&mut self) -> Vec<u8> {
        let bundle = self.place.bundle;
        bundle.themes().map(|ix| quality(self.name(Name::Theme(ix)))).collect()
    }

    fn name(&mut self, name: Name) -> bool {
        let mut is_named = false;
        of_name(self.place.bundle, name, &mut |text| is_named = is_named || self.holds(text));
        is_named
    }
}

fn quality(counts: bool) -> u8 {
    if counts { 0 } else { FAR }
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
