//! How many quotes there are of each kind, counted when the story was compiled.

use story::{PersonIx, SourceIx, ThemeIx};

use crate::bundle::Bundle;
use crate::section::Section;

/// How many of some quotes are of each kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuoteTally {
    people: usize,
    sources: usize,
    /// As `quote.tally` has them.
    counts: Vec<u32>,
}

impl QuoteTally {
    /// Nothing counted yet, with room for so many people, sources and themes.
    #[must_use]
    pub fn none(people: usize, sources: usize, themes: usize) -> Self {
        Self { people, sources, counts: vec![0; 2 * people + 2 * sources + themes] }
    }

    /// Counts a quote, but for its themes. What is not there is passed over.
    #[inline]
    pub fn add(&mut self, speaker: PersonIx, via: Option<PersonIx>, source: SourceIx) {
        let (people, sources) = (self.people, self.sources);
        self.add_at(0, people, speaker.at());
        self.add_at(2 * people, sources, source.at());
        match via {
            Some(via) => self.add_at(people, people, via.at()),
            None => self.add_at(2 * people + sources, sources, source.at()),
        }
    }

    /// Counts a theme of a quote.
    #[inline]
    pub fn add_theme(&mut self, theme: ThemeIx) {
        self.add_at(2 * (self.people + self.sources), usize::MAX, theme.at());
    }

    #[inline]
    fn add_at(&mut self, start: usize, len: usize, at: usize) {
        if at < len
            && let Some(count) = self.counts.get_mut(start.saturating_add(at))
        {
            *count = count.saturating_add(1);
        }
    }

    /// By person those they said, by person those they carried, by source those it prints, by source those of them that
    /// name nobody who carried them, by theme those about it.
    #[must_use]
    pub fn split(&self) -> [&[u32]; 5] {
        let mut rest = self.counts.as_slice();
        [self.people, self.people, self.sources, self.sources, rest.len()].map(|len| {
            let (own, after) = rest.split_at(len.min(rest.len()));
            rest = after;
            own
        })
    }

    /// The counts end to end, as `quote.tally` has them.
    pub(crate) fn into_counts(self) -> Vec<u32> {
        self.counts
    }
}

impl Bundle {
    /// How many of all quotes are of each kind; `None` for a bundle that does not tell.
    #[must_use]
    pub fn quote_tally(&self) -> Option<QuoteTally> {
        let column = self.column(Section::QuoteTally);
        let mut tally = self.empty_tally();
        let is_told = column.len() > 0 || self.quote_count() == 0;
        tally.counts = column.to_numbers(tally.counts.len());
        is_told.then_some(tally)
    }

    /// A tally of no quotes.
    #[must_use]
    pub fn empty_tally(&self) -> QuoteTally {
        QuoteTally::none(self.person_count(), self.source_count(), self.theme_count())
    }
}
