//! Pictures, films and sounds of an event, and links to what is shown elsewhere.

/// A picture, a film, a sound, or a link to something that is shown elsewhere.
///
/// Addresses are absolute, or relative to the story: to the folder of the bundle, whatever page embeds it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Media {
    /// How it is shown.
    pub kind: MediaKind,
    /// Where it is.
    pub url: String,
    /// What it shows, for those who do not see it; empty only where `decorative` says why.
    pub alt: String,
    /// Why a picture shows nothing that has to be told.
    pub decorative: Option<String>,
    /// A line under it.
    pub caption: String,
    /// Whose it is.
    pub credit: String,
    /// On what terms it may be shown: "CC BY 4.0".
    pub licence: Option<String>,
    /// Why readers open it themselves, behind a curtain that says so.
    pub sensitive: Option<String>,
    /// Width and height of the picture or film in px: those of its file, else what the author gave.
    pub size_px: Option<(u16, u16)>,
    /// The point round which a picture may be cropped, percent from its left and from its top, 0 to 100.
    pub focus_percent: Option<(u8, u8)>,
    /// Every width in which there is a picture, the least first, the picture itself last; none where there is no other.
    pub versions: Vec<MediaVersion>,
    /// The picture that stands for a film until it plays.
    pub poster: Option<String>,
    /// What is said in a film or sound, as WebVTT; the first is the one that is on.
    pub captions: Vec<Captions>,
    /// Where all that is said stands as a text.
    pub transcript: Option<String>,
    /// How long a film or sound takes.
    pub duration_ms: Option<u32>,
}

/// One width of a picture.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MediaVersion {
    /// Where it is.
    pub url: String,
    /// How wide it is, px.
    pub width_px: u16,
}

/// What is said in a film or sound, in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Captions {
    /// Where they are.
    pub url: String,
    /// Their language, a BCP 47 tag.
    pub language: String,
    /// How a menu names them, where that is more than the language.
    pub label: Option<String>,
}

/// How a [`Media`] is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MediaKind {
    /// A picture, drawn in place.
    #[default]
    Image,
    /// A film or post elsewhere, shown as a link without a request to anybody.
    Link,
    /// A film, played in place when the reader asks for it.
    Video,
    /// A sound, likewise.
    Audio,
}

impl MediaKind {
    /// Every kind, in the order of their codes in a bundle.
    pub const ALL: [Self; 4] = [Self::Image, Self::Link, Self::Video, Self::Audio];

    /// The word that authors and the canonical JSON use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Image => "image",
            Self::Link => "link",
            Self::Video => "video",
            Self::Audio => "audio",
        }
    }

    /// The kind that a word names.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// Whether readers' browsers fetch it of themselves, or when it is played; a link is fetched only when it is followed.
    #[must_use]
    pub fn is_fetched(self) -> bool {
        self != Self::Link
    }
}
