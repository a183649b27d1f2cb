//! Anybody who acts or speaks.

use crate::row::Row;
use crate::section::Section;

/// Anybody who acts or speaks, an organisation or an unnamed official included.
#[derive(Clone, Copy)]
pub struct PersonRow<'a>(pub(crate) Row<'a>);

impl<'a> PersonRow<'a> {
    /// A readable slug.
    #[must_use]
    pub fn id(self) -> &'a str {
        self.0.text(Section::PersonId)
    }

    /// The name shown to the reader.
    #[must_use]
    pub fn name(self) -> &'a str {
        self.0.text(Section::PersonName)
    }

    /// What they are, for instance "president of Russia".
    #[must_use]
    pub fn role(self) -> Option<&'a str> {
        self.0.text_if_any(Section::PersonRole)
    }

    /// For whom they act or speak, for instance "North Korea".
    #[must_use]
    pub fn affiliation(self) -> Option<&'a str> {
        self.0.text_if_any(Section::PersonGroup)
    }

    /// Every other spelling or short form.
    pub fn aliases(self) -> impl ExactSizeIterator<Item = &'a str> + DoubleEndedIterator + Clone + use<'a> {
        self.0.texts(Section::PersonAliasesEnds, Section::PersonAliases)
    }

    /// The address of a small square picture of them.
    #[must_use]
    pub fn portrait(self) -> Option<&'a str> {
        self.0.text_if_any(Section::PersonPortrait)
    }
}
