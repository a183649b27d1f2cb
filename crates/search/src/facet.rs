//! By what quotes can be narrowed.

/// By what quotes can be narrowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// Who said it; a value is the position of a person.
    Speaker,
    /// For whom the speaker acts or speaks; a value is a position among [`crate::Facets::affiliations`].
    Affiliation,
    /// The agency that carried the words, else that of the source; a position among [`crate::Facets::agencies`].
    Agency,
    /// Who printed them; a position among [`crate::Facets::outlets`].
    Outlet,
    /// What they are about; the position of a theme.
    Theme,
    /// When they were said, else printed; a position among [`crate::Facets::years`].
    Year,
}

impl Facet {
    /// Every facet, in the order of the declaration.
    pub const ALL: [Self; 6] = [Self::Speaker, Self::Affiliation, Self::Agency, Self::Outlet, Self::Theme, Self::Year];
}

/// For each facet, in the order of [`Facet::ALL`], the values that are ticked. A facet without any lets all through.
pub type Ticks = [Vec<u32>; Facet::ALL.len()];

/// For each facet, in the order of [`Facet::ALL`], how many quotes have each of its values.
pub(crate) type Counts = Vec<Vec<u32>>;
