//! Every kind of diagnostic there is.

/// How grave a diagnostic is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// The story cannot be compiled.
    Error,
    /// The story can be compiled, but somebody should look.
    Warning,
    /// Nothing is wrong; somebody may want to know.
    Note,
}

impl Severity {
    /// The word that reports use.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Note => "note",
        }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $key:literal $severity:ident;)*) => {
        /// The kind of a diagnostic: a stable name that people can look up and scripts can match.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// Every code, errors first, notes last.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name that reports use.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// How grave it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self { $(Self::$name => Severity::$severity,)* }
            }
        }
    };
}

codes! {
    /// A file is not UTF-8.
    BadEncoding = "bad-encoding" Error;
    /// A file is not TOML or not CSV.
    Syntax = "syntax" Error;
    /// A table that no story has.
    UnknownTable = "unknown-table" Error;
    /// There is no table `story`.
    MissingStory = "missing-story" Error;
    /// The table `story` is given more than once.
    DuplicateStory = "duplicate-story" Error;
    /// A field that its table does not have.
    UnknownField = "unknown-field" Error;
    /// A field that must be given is not.
    MissingField = "missing-field" Error;
    /// A value of a type that its field does not take.
    WrongType = "wrong-type" Error;
    /// A text with nothing in it.
    EmptyText = "empty-text" Error;
    /// An id that is not a slug.
    BadSlug = "bad-slug" Error;
    /// Two of a kind with the same id.
    DuplicateId = "duplicate-id" Error;
    /// A former id that something has, or that two things had.
    FormerId = "former-id" Error;
    /// A name that nothing has as its id.
    UnknownId = "unknown-id" Error;
    /// A change of what could be one of several things.
    AmbiguousRecord = "ambiguous-record" Error;
    /// Not a date, or no day of the calendar.
    InvalidDate = "invalid-date" Error;
    /// A stretch of time that ends before it begins.
    EndBeforeStart = "end-before-start" Error;
    /// A story that was changed after its `updated`.
    UpdatedTooEarly = "updated-too-early" Error;
    /// An era that is no stretch of time.
    EraWithoutSpan = "era-without-span" Error;
    /// A clock without an offset from UTC, or a name for it that readers cannot be told.
    BadZone = "bad-zone" Error;
    /// A name for the clock of an event whose date names no clock, or two.
    ZoneWithoutTime = "zone-without-time" Error;
    /// An event that happened without a date.
    EventWithoutDate = "event-without-date" Error;
    /// A status that does not exist.
    UnknownStatus = "unknown-status" Error;
    /// A kind of media or of changes that does not exist.
    UnknownKind = "unknown-kind" Error;
    /// A rank that is not 1 to 5.
    BadRank = "bad-rank" Error;
    /// A width or a height that is no number of pixels, or one without the other.
    BadSize = "bad-size" Error;
    /// Not a language tag.
    BadLanguage = "bad-language" Error;
    /// A picture without words for those who do not see it.
    MissingAlt = "missing-alt" Error;
    /// A point of a picture that is none.
    BadFocus = "bad-focus" Error;
    /// A time that a film or sound cannot take.
    BadDuration = "bad-duration" Error;
    /// A file that the story's folder does not hold.
    MissingFile = "missing-file" Error;
    /// A path that leads out of the story's folder, or to what is private.
    OutsideFolder = "outside-folder" Error;
    /// A file whose contents cannot be published.
    BadFile = "bad-file" Error;
    /// A file of more pixels or bytes than are taken.
    TooLarge = "too-large" Error;
    /// A file that runs or loads something, or tells what it must not.
    UnsafeFile = "unsafe-file" Error;
    /// A file of another kind than the one that is needed.
    WrongKind = "wrong-kind" Error;
    /// Captions that are no WebVTT.
    BadCaptions = "bad-captions" Error;
    /// The original of a quote without its language, or what tells of an original without one.
    IncompleteOriginal = "incomplete-original" Error;
    /// An address whose scheme could run a program or leak what the reader does.
    UnsafeUrl = "unsafe-url" Error;
    /// An address that has to be whole, and is not.
    RelativeAddress = "relative-address" Error;
    /// An author who is no name, or a name and an address.
    BadAuthor = "bad-author" Error;
    /// What tells of a publisher, without the publisher.
    IncompletePublisher = "incomplete-publisher" Error;
    /// A plan that became an event that does not exist.
    BecameNowhere = "became-nowhere" Error;
    /// A plan that became itself.
    BecameItself = "became-itself" Error;
    /// Plans that became each other.
    BecameRing = "became-ring" Error;
    /// A plan that no source announced.
    PlanWithoutSource = "plan-without-source" Error;
    /// Words that do not stand in the text of their source.
    NotInSource = "not-in-source" Error;
    /// A piece of a shortened quote that is too short to prove anything.
    ShortPiece = "short-piece" Error;
    /// Marks that claim more than they may.
    BadMarks = "bad-marks" Error;
    /// A negation that is lost in what a quote leaves out.
    LostNegation = "lost-negation" Error;
    /// Two quotations of a source joined by what is left out between them.
    SplicedQuotations = "spliced-quotations" Error;
    /// A quote that was changed after it was checked against its source.
    ChangedSinceVerified = "changed-since-verified" Error;
    /// A quote that nobody ever checked against its source.
    NeverVerified = "never-verified" Error;
    /// A source of which the archive has no text.
    NoArchivedText = "no-archived-text" Error;
    /// A line of `verified.lock` that `on-record verify` did not write.
    BadLock = "bad-lock" Error;
    /// A text of the widget that does not exist, or a plural form that does not.
    UnknownText = "unknown-text" Error;
    /// A text of the widget that lacks a parameter or has one too many.
    TextParameter = "text-parameter" Error;

    /// A person whom nothing mentions.
    UnusedPerson = "unused-person" Warning;
    /// A source from which nothing comes.
    UnusedSource = "unused-source" Warning;
    /// A name for a clock by which nothing is told.
    UnusedZone = "unused-zone" Warning;
    /// A time of nobody knows where, among others that tell how far their clocks are from UTC.
    TimeWithoutOffset = "time-without-offset" Warning;
    /// An event that no source reports.
    EventWithoutAccount = "event-without-account" Warning;
    /// Words said after their source was published.
    SaidAfterPublished = "said-after-published" Warning;
    /// Something that happened after all that reports it was published.
    HappenedAfterPublished = "happened-after-published" Warning;
    /// A plan whose date is past and of which nothing more is known.
    PlanWithoutOutcome = "plan-without-outcome" Warning;
    /// Something that happened, and yet became something.
    BecameAfterFact = "became-after-fact" Warning;
    /// A name spelt like a name of somebody else.
    AmbiguousName = "ambiguous-name" Warning;
    /// A quote that begins or ends, without a mark, in a sentence that negates there.
    CutNegation = "cut-negation" Warning;
    /// `verified.lock` says something else than is true by now.
    StaleLock = "stale-lock" Warning;
    /// A reason not to check words that their source prints.
    NeedlessExcuse = "needless-excuse" Warning;
    /// A reason not to check words that their source does not print.
    RefutedExcuse = "refuted-excuse" Warning;
    /// Somebody or something that a list names twice.
    NamedTwice = "named-twice" Warning;
    /// The widget's words are not known in the story's language.
    MissingTranslation = "missing-translation" Warning;
    /// Markdown that is not emphasis or a link.
    UnsupportedMarkdown = "unsupported-markdown" Warning;
    /// An original that is no more original than the words it stands beside.
    SameOriginal = "same-original" Warning;
    /// Characters nobody sees, which can make a text read other than it is.
    HiddenCharacter = "hidden-character" Warning;
    /// A film or sound without words for those who do not hear it.
    NoCaptions = "no-captions" Warning;
    /// A field that says nothing of such a medium.
    IdleField = "idle-field" Warning;
    /// A picture from elsewhere whose size nobody knows.
    UnsizedPicture = "unsized-picture" Warning;
    /// A picture, film or sound that comes by `http:`.
    InsecureMedia = "insecure-media" Warning;
    /// A season whose number is that of the next year as well.
    SeasonOrYears = "season-or-years" Warning;

    /// Another server that readers' browsers ask.
    OtherServer = "other-server" Note;
}

impl Code {
    /// Whether it means that part of a file was not understood.
    pub(crate) fn is_unread(self) -> bool {
        matches!(self, Self::BadEncoding | Self::Syntax | Self::UnknownTable)
    }

    /// Whether it means that a name is mistyped.
    pub(crate) fn is_misnamed(self) -> bool {
        matches!(self, Self::UnknownId | Self::BadSlug | Self::UnknownField)
    }

    /// Whether it is only to be expected where some names are mistyped.
    pub(crate) fn follows_from_misnaming(self) -> bool {
        matches!(self, Self::UnusedPerson | Self::UnusedSource | Self::EventWithoutAccount)
    }

    /// Whether it says that something is not there.
    pub(crate) fn is_about_absence(self) -> bool {
        matches!(
            self,
            Self::MissingStory
                | Self::MissingField
                | Self::UnknownId
                | Self::BecameNowhere
                | Self::EventWithoutDate
                | Self::PlanWithoutSource
                | Self::UnusedPerson
                | Self::UnusedSource
                | Self::UnusedZone
                | Self::EventWithoutAccount
                | Self::PlanWithoutOutcome
                | Self::MissingTranslation
                | Self::MissingAlt
                | Self::NoCaptions
                | Self::StaleLock
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_slugs() {
        let mut names: Vec<_> = Code::ALL.iter().map(|code| code.name()).collect();
        assert!(names.iter().all(|name| story::is_slug(name)));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Code::ALL.len());
    }
}
