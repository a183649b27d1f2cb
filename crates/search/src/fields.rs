//! The fields of a query, and the ticks of facets, as sets of quotes and events.

use bundle::Bundle;
use story::{EventIx, PersonIx, SourceIx, ThemeIx, civil_from_day, day_from_sec};

use crate::Fold;
use crate::bits::Bits;
use crate::columns::{Columns, NONE};
use crate::facets::Facet;
use crate::folded::fold_text;
use crate::hits::Place;
use crate::query::{Field, FieldTerm};
use crate::texts::{Name, of_name};

/// Takes out what fields do not let through.
pub(crate) fn narrow(fields: &[FieldTerm], place: Place<'_>, quotes: &mut Bits, events: &mut Bits) {
    let of = |field: Field, is_excluded: bool| {
        fields.iter().filter(move |it| it.field == field && it.is_excluded == is_excluded)
    };
    for field in [Field::Speaker, Field::Via, Field::Source, Field::Theme] {
        for is_excluded in [false, true] {
            if of(field, is_excluded).next().is_none() {
                continue;
            }
            let mut named = Bits::none(quotes.len());
            let mut named_events = Bits::none(events.len());
            // Of several values of the same field one is enough.
            of(field, is_excluded).for_each(|term| add(term, place, &mut named, &mut named_events));
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
    let (bundle, columns) = (place.bundle, place.columns);
    let mut lookup = Lookup { place, field, folded: String::new() };
    let has = |rows: &[bool], row: u32| rows.get(row as usize).copied().unwrap_or_default();
    match field.field {
        Field::Speaker => {
            let people = lookup.people();
            (0..columns.len()).filter(|at| has(&people, columns.speakers[*at])).for_each(|at| quotes.add(at));
        }
        Field::Via => {
            let (people, agencies) = (lookup.people(), lookup.agencies());
            for at in 0..columns.len() {
                let via = columns.vias[at];
                if if via == NONE { has(&agencies, columns.sources[at]) } else { has(&people, via) } {
                    quotes.add(at);
                }
            }
        }
        Field::Source => {
            let sources = lookup.sources();
            (0..columns.len()).filter(|at| has(&sources, columns.sources[*at])).for_each(|at| quotes.add(at));
        }
        Field::Theme => {
            let themes = lookup.themes();
            let of_quote = |at: &usize| columns.themes_at(*at).iter().any(|theme| has(&themes, *theme));
            (0..columns.len()).filter(of_quote).for_each(|at| quotes.add(at));
            let of_event = |ix: &EventIx| bundle.event(*ix).themes().any(|theme| has(&themes, theme.0));
            bundle.events().filter(of_event).for_each(|ix| events.add(ix.at()));
        }
        Field::Before | Field::After => {}
    }
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
    fn people(&mut self) -> Vec<bool> {
        let bundle = self.place.bundle;
        let of = |ix: PersonIx| {
            let person = bundle.person(ix);
            std::iter::once(person.name()).chain(person.aliases()).any(|name| self.holds(name))
        };
        bundle.people().map(of).collect()
    }

    fn agencies(&mut self) -> Vec<bool> {
        let bundle = self.place.bundle;
        bundle.sources().map(|ix| bundle.source(ix).agency().is_some_and(|name| self.holds(name))).collect()
    }

    fn sources(&mut self) -> Vec<bool> {
        let bundle = self.place.bundle;
        let of = |ix: SourceIx| self.name(Name::Source(ix)) || self.name(Name::Headline(ix));
        bundle.sources().map(of).collect()
    }

    fn themes(&mut self) -> Vec<bool> {
        let bundle = self.place.bundle;
        bundle.themes().map(|ix: ThemeIx| self.name(Name::Theme(ix))).collect()
    }

    fn name(&mut self, name: Name) -> bool {
        let mut is_named = false;
        of_name(self.place.bundle, name, |text| is_named = is_named || self.holds(text));
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
