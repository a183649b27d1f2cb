//! Anybody who acts or speaks.

/// Anybody who acts or speaks, an organisation or an unnamed official included.
#[derive(Clone, Debug, PartialEq)]
pub struct Person {
    /// A readable slug.
    pub id: String,
    /// The ids that they had before, so that old links find them.
    pub formerly: Vec<String>,
    /// The name shown to the reader.
    pub name: String,
    /// What they are, for instance "president of Russia".
    pub role: Option<String>,
    /// For whom they act or speak, for instance "North Korea".
    pub affiliation: Option<String>,
    /// Every other spelling or short form.
    pub aliases: Vec<String>,
    /// A small square picture of them; an address as in [`crate::Media`].
    pub portrait: Option<String>,
}
