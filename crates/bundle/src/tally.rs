//! How many quotes there are of each kind, counted when the story was compiled.

use crate::bundle::Bundle;
use crate::column::Column;
use crate::section::Section;

/// How many of some quotes are of each kind.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct QuoteTally {
    /// By person, those they said.
    pub speakers: Vec<u32>,
    /// By person, those they carried.
    pub carried: Vec<u32>,
    /// By source, those it prints.
    pub sources: Vec<u32>,
    /// By source, those of them that name nobody who carried them.
    pub bare: Vec<u32>,
    /// By theme, those about it.
    pub themes: Vec<u32>,
}

impl QuoteTally {
    /// Nothing counted yet, with room for everything in a bundle.
    #[must_use]
    pub fn none(bundle: &Bundle) -> Self {
        let (people, sources) = (bundle.person_count(), bundle.source_count());
        Self {
            speakers: vec![0; people],
            carried: vec![0; people],
            sources: vec![0; sources],
            bare: vec![0; sources],
            themes: vec![0; bundle.theme_count()],
        }
    }
}

impl Bundle {
    /// How many of all quotes are of each kind; `None` for a bundle that does not tell.
    #[must_use]
    pub fn quote_tally(&self) -> Option<QuoteTally> {
        let counts = |section, len: usize| {
            let column: Column<'_> = self.column(section);
            (0..len).map(|at| column.get(at)).collect()
        };
        let (people, sources) = (self.person_count(), self.source_count());
        (self.quote_count() == 0 || self.column(Section::SourceQuotes).len() > 0).then(|| QuoteTally {
            speakers: counts(Section::PersonQuotes, people),
            carried: counts(Section::PersonCarries, people),
            sources: counts(Section::SourceQuotes, sources),
            bare: counts(Section::SourceBare, sources),
            themes: counts(Section::ThemeQuotes, self.theme_count()),
        })
    }
}
