//! The record itself.

use story::{EventIx, When};

use super::author::AuthorRow;
use crate::row::Row;
use crate::runs::Runs;
use crate::section::Section;

/// The record itself.
#[derive(Clone, Copy)]
pub struct StoryRow<'a>(pub(crate) Row<'a>);

impl<'a> StoryRow<'a> {
    /// A readable slug, unique among a newsroom's stories.
    #[must_use]
    pub fn id(self) -> &'a str {
        self.0.text(Section::StoryId)
    }

    /// The headline.
    #[must_use]
    pub fn title(self) -> &'a str {
        self.0.text(Section::StoryTitle)
    }

    /// The language of the story's own words, a BCP 47 tag.
    #[must_use]
    pub fn language(self) -> &'a str {
        self.0.text(Section::StoryLanguage)
    }

    /// The standfirst.
    #[must_use]
    pub fn summary(self) -> Runs<'a> {
        self.0.runs(Section::StorySummary)
    }

    /// When the record was last changed.
    #[must_use]
    pub fn updated(self) -> Option<When> {
        self.0.date(Section::StoryUpdated)
    }

    /// The event that the story view begins with, where the editor chose one.
    #[must_use]
    pub fn opening(self) -> Option<EventIx> {
        self.0.index(Section::StoryOpening).map(EventIx)
    }

    /// Who publishes it.
    #[must_use]
    pub fn publisher(self) -> Option<&'a str> {
        self.0.text_if_any(Section::PublisherName)
    }

    /// The address of the publisher's site.
    #[must_use]
    pub fn publisher_url(self) -> Option<&'a str> {
        self.0.text_if_any(Section::PublisherUrl)
    }

    /// Who wrote it.
    pub fn authors(self) -> impl ExactSizeIterator<Item = AuthorRow<'a>> + DoubleEndedIterator + Clone + use<'a> {
        self.0.all(Section::AuthorName).map(AuthorRow)
    }

    /// When it was first published.
    #[must_use]
    pub fn first_published(self) -> Option<When> {
        self.0.date(Section::StoryPublished)
    }

    /// Where readers report mistakes: an address of the web, or `mailto:`.
    #[must_use]
    pub fn contact(self) -> Option<&'a str> {
        self.0.text_if_any(Section::StoryContact)
    }

    /// The address of the page that says how mistakes are corrected.
    #[must_use]
    pub fn corrections_policy(self) -> Option<&'a str> {
        self.0.text_if_any(Section::StoryPolicy)
    }
}
