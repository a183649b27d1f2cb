//! What is searched of each row: the one place that says so, for whoever writes the index and for whoever looks a
//! candidate up in the texts.

use bundle::{AccountRow, Bundle};
use story::{EventIx, LaneIx, PersonIx, QuoteIx, SourceIx, ThemeIx};

/// Calls `visit` with each searched text of a quote: the words, and whom they are about.
pub(crate) fn of_quote(bundle: &Bundle, ix: QuoteIx, visit: &mut dyn FnMut(&str)) {
    let quote = bundle.quote(ix);
    visit(quote.text());
    quote.about().into_iter().for_each(visit);
}

/// The same for an event, but for its accounts, which are not all known on every day.
pub(crate) fn of_event(bundle: &Bundle, ix: EventIx, visit: &mut dyn FnMut(&str)) {
    let event = bundle.event(ix);
    visit(event.title());
    visit(&event.summary().plain());
    event.label().into_iter().chain(event.place()).for_each(&mut *visit);
    event.people().for_each(|person| of_name(bundle, Name::Called(person), visit));
    event.themes().for_each(|theme| visit(bundle.theme(theme).name()));
}

/// The same for an account.
pub(crate) fn of_account(account: AccountRow<'_>, visit: &mut dyn FnMut(&str)) {
    visit(&account.says().plain());
}

/// What has a name that quotes or events refer to. The numbers of all names are counted on from one kind to the next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Name {
    /// Who spoke, or carried the words.
    Person(PersonIx),
    /// Who printed them.
    Source(SourceIx),
    /// What they are about.
    Theme(ThemeIx),
    /// The headline of the source. It leads to quotes only where a word is found nowhere else: else what an article
    /// is called would drown what was said in it.
    Headline(SourceIx),
    /// The row group of an event, likewise.
    Lane(LaneIx),
    /// A person by what they are called, not by what they are. It has no number: a field asks for it.
    Called(PersonIx),
    /// A source by its agency, likewise.
    Agency(SourceIx),
}

/// How the names of a bundle are numbered.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Names {
    people: usize,
    sources: usize,
    themes: usize,
    lanes: usize,
}

impl Names {
    /// The names of a bundle.
    pub(crate) fn of(bundle: &Bundle) -> Self {
        Self {
            people: bundle.person_count(),
            sources: bundle.source_count(),
            themes: bundle.theme_count(),
            lanes: bundle.lane_count(),
        }
    }

    /// How many there are.
    pub(crate) fn len(self) -> usize {
        self.people + 2 * self.sources + self.themes + self.lanes
    }

    /// The number of the first headline; after the headlines come the lanes.
    pub(crate) fn headlines_at(self) -> usize {
        self.people + self.sources + self.themes
    }

    /// What is said of each name, by kind: people, sources, themes, headlines, lanes.
    pub(crate) fn split<T>(self, by_number: &[T]) -> [&[T]; 5] {
        let mut rest = by_number;
        [self.people, self.sources, self.themes, self.sources, self.lanes].map(|len| {
            let (own, after) = rest.split_at(len.min(rest.len()));
            rest = after;
            own
        })
    }

    /// The name of a number; `None` beyond the last.
    pub(crate) fn name(self, number: usize) -> Option<Name> {
        let mut at = number;
        let mut within = |len: usize| {
            let is_within = at < len;
            let own = at;
            at = at.saturating_sub(len);
            is_within.then_some(own)
        };
        within(self.people)
            .map(|at| Name::Person(at.into()))
            .or_else(|| within(self.sources).map(|at| Name::Source(at.into())))
            .or_else(|| within(self.themes).map(|at| Name::Theme(at.into())))
            .or_else(|| within(self.sources).map(|at| Name::Headline(at.into())))
            .or_else(|| within(self.lanes).map(|at| Name::Lane(at.into())))
    }
}

/// Calls `visit` with each searched text of a name.
pub(crate) fn of_name(bundle: &Bundle, name: Name, visit: &mut dyn FnMut(&str)) {
    match name {
        Name::Person(ix) => {
            of_name(bundle, Name::Called(ix), visit);
            let person = bundle.person(ix);
            person.role().into_iter().chain(person.affiliation()).for_each(visit);
        }
        Name::Called(ix) => {
            let person = bundle.person(ix);
            visit(person.name());
            person.aliases().for_each(visit);
        }
        Name::Agency(ix) => bundle.source(ix).agency().into_iter().for_each(visit),
        Name::Source(ix) => {
            let source = bundle.source(ix);
            source.publisher().into_iter().chain(source.agency()).for_each(visit);
        }
        Name::Theme(ix) => visit(bundle.theme(ix).name()),
        Name::Headline(ix) => visit(bundle.source(ix).title()),
        Name::Lane(ix) => visit(bundle.lane(ix).name()),
    }
}
