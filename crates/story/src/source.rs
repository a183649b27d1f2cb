//! A published article that the record rests on.

use crate::Date;

/// One published article. What it does not tell of itself stays `None`.
#[derive(Clone, Debug, PartialEq)]
pub struct Source {
    /// A readable slug.
    pub id: String,
    /// The ids that it had before, so that old links find it.
    pub formerly: Vec<String>,
    /// Its headline.
    pub title: String,
    /// Who printed it.
    pub publisher: Option<String>,
    /// The agency or outlet whose report it carries.
    pub agency: Option<String>,
    /// Who wrote it.
    pub byline: Option<String>,
    /// When it was published.
    pub published: Option<Date>,
    /// Where it can be read.
    pub url: Option<String>,
    /// The language it is written in, a BCP 47 tag.
    pub language: Option<String>,
}
