//! Who publishes a story, and who answers for it.

use crate::Date;

/// Who publishes a story, and who answers for it. What nobody tells is not there.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Imprint {
    /// Who publishes it.
    pub publisher: Option<Publisher>,
    /// Who wrote it.
    pub authors: Vec<Author>,
    /// The picture that stands for it in search engines and where it is shared.
    pub image: Option<ShareImage>,
    /// When it was first published.
    pub first_published: Option<Date>,
    /// Where readers report mistakes: an address of the web, or `mailto:`.
    pub contact: Option<String>,
    /// The address of the page that says how mistakes are corrected.
    pub corrections_policy: Option<String>,
}

/// Who publishes a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Publisher {
    /// The name shown to the reader.
    pub name: String,
    /// The address of its site.
    pub url: Option<String>,
    /// Where its logo is: relative to the story, or an absolute address.
    pub logo: Option<String>,
}

/// Who wrote a story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Author {
    /// The name shown to the reader.
    pub name: String,
    /// Where more of them is found: an address of the web, or `mailto:`.
    pub url: Option<String>,
}

/// The picture that stands for a story elsewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ShareImage {
    /// Where it is: relative to the story, or an absolute address.
    pub url: String,
    /// Its width and height in px: those of its file, else what the author gave.
    pub size_px: Option<(u16, u16)>,
}
