//! Pictures, films and sounds, with their versions and captions.

use story::MediaKind;

use crate::codes::{focus_from_code, media_kind_from_code};
use crate::row::Row;
use crate::section::Section;

/// A picture, a film, a sound, or a link to something that is shown elsewhere. Addresses are absolute, or relative to the
/// folder of the bundle.
#[derive(Clone, Copy)]
pub struct MediaRow<'a>(pub(crate) Row<'a>);

impl<'a> MediaRow<'a> {
    /// How it is shown.
    #[must_use]
    pub fn kind(self) -> MediaKind {
        media_kind_from_code(self.0.number(Section::MediaKind))
    }

    /// Where it is.
    #[must_use]
    pub fn url(self) -> &'a str {
        self.0.text(Section::MediaUrl)
    }

    /// What it shows, for those who do not see it; empty where [`Self::decorative`] says why.
    #[must_use]
    pub fn alt(self) -> &'a str {
        self.0.text(Section::MediaAlt)
    }

    /// Why a picture shows nothing that has to be told.
    #[must_use]
    pub fn decorative(self) -> Option<&'a str> {
        self.0.text_if_any(Section::MediaDecorative)
    }

    /// A line under it.
    #[must_use]
    pub fn caption(self) -> &'a str {
        self.0.text(Section::MediaCaption)
    }

    /// Whose it is.
    #[must_use]
    pub fn credit(self) -> &'a str {
        self.0.text(Section::MediaCredit)
    }

    /// On what terms it may be shown.
    #[must_use]
    pub fn licence(self) -> Option<&'a str> {
        self.0.text_if_any(Section::MediaLicence)
    }

    /// Why readers open it themselves.
    #[must_use]
    pub fn sensitive(self) -> Option<&'a str> {
        self.0.text_if_any(Section::MediaSensitive)
    }

    /// Width and height in px, where both are known.
    #[must_use]
    pub fn size_px(self) -> Option<(u16, u16)> {
        let count = |section| u16::try_from(self.0.number(section)).ok().filter(|&px| px > 0);
        count(Section::MediaWidth).zip(count(Section::MediaHeight))
    }

    /// The point round which a picture may be cropped, percent from its left and from its top.
    #[must_use]
    pub fn focus_percent(self) -> Option<(u8, u8)> {
        focus_from_code(self.0.number(Section::MediaFocus))
    }

    /// Every width in which there is a picture, the least first, the picture itself last; none where there is no other.
    pub fn versions(self) -> impl ExactSizeIterator<Item = VersionRow<'a>> + DoubleEndedIterator + Clone + use<'a> {
        self.0.parts(Section::MediaVersionsEnds, Section::VersionUrl).map(VersionRow)
    }

    /// The picture that stands for a film until it plays.
    #[must_use]
    pub fn poster(self) -> Option<&'a str> {
        self.0.text_if_any(Section::MediaPoster)
    }

    /// What is said in a film or sound, as WebVTT; the first is the one that is on.
    pub fn captions(self) -> impl ExactSizeIterator<Item = CaptionsRow<'a>> + DoubleEndedIterator + Clone + use<'a> {
        self.0.parts(Section::MediaCaptionsEnds, Section::CaptionsUrl).map(CaptionsRow)
    }

    /// Where all that is said stands as a text.
    #[must_use]
    pub fn transcript(self) -> Option<&'a str> {
        self.0.text_if_any(Section::MediaTranscript)
    }

    /// How long a film or sound takes.
    #[must_use]
    pub fn duration_ms(self) -> Option<u32> {
        Some(self.0.number(Section::MediaDuration)).filter(|&ms| ms > 0)
    }
}

/// One width of a picture.
#[derive(Clone, Copy)]
pub struct VersionRow<'a>(Row<'a>);

impl<'a> VersionRow<'a> {
    /// Where it is.
    #[must_use]
    pub fn url(self) -> &'a str {
        self.0.text(Section::VersionUrl)
    }

    /// How wide it is, px.
    #[must_use]
    pub fn width_px(self) -> u16 {
        u16::try_from(self.0.number(Section::VersionWidth)).unwrap_or(u16::MAX)
    }
}

/// What is said in a film or sound, in one language.
#[derive(Clone, Copy)]
pub struct CaptionsRow<'a>(Row<'a>);

impl<'a> CaptionsRow<'a> {
    /// Where they are.
    #[must_use]
    pub fn url(self) -> &'a str {
        self.0.text(Section::CaptionsUrl)
    }

    /// Their language, a BCP 47 tag.
    #[must_use]
    pub fn language(self) -> &'a str {
        self.0.text(Section::CaptionsLanguage)
    }

    /// How a menu names them, where that is more than the language.
    #[must_use]
    pub fn label(self) -> Option<&'a str> {
        self.0.text_if_any(Section::CaptionsLabel)
    }
}
