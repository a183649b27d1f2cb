//! The sections of format 1 by name; the crate docs describe each.

/// Bytes of a section's name in the section table, padded with zeros.
pub(crate) const NAME_BYTES: usize = 16;

macro_rules! sections {
    ($($section:ident = $name:literal,)*) => {
        /// A section of the bundle. The writer lays them out in this order.
        #[derive(Clone, Copy)]
        pub(crate) enum Section { $($section,)* }

        impl Section {
            /// Every section's name, in the order of the variants.
            pub(crate) const NAMES: &'static [&'static str] = &[$($name,)*];
        }
    };
}

sections! {
    StoryId = "story.id",
    StoryTitle = "story.title",
    StoryLanguage = "story.language",
    StorySummary = "story.summary",
    StoryUpdated = "story.updated",
    StoryOpening = "story.opening",
    PublisherName = "publisher.name",
    PublisherUrl = "publisher.url",
    AuthorName = "author.name",
    AuthorUrl = "author.url",
    StoryPublished = "story.published",
    StoryContact = "story.contact",
    StoryPolicy = "story.policy",

    PersonId = "person.id",
    PersonName = "person.name",
    PersonRole = "person.role",
    PersonGroup = "person.group",
    PersonAliasesEnds = "person.aliases#",
    PersonAliases = "person.aliases",
    PersonPortrait = "person.portrait",
    PersonById = "person.by-id",
    PersonFormer = "person.former",
    PersonFormerOf = "person.former-of",

    SourceId = "source.id",
    SourceTitle = "source.title",
    SourcePublisher = "source.publisher",
    SourceAgency = "source.agency",
    SourceByline = "source.byline",
    SourcePublished = "source.published",
    SourceUrl = "source.url",
    SourceLanguage = "source.language",
    SourceById = "source.by-id",
    SourceFormer = "source.former",
    SourceFormerOf = "source.former-of",

    LaneId = "lane.id",
    LaneName = "lane.name",
    ThemeId = "theme.id",
    ThemeName = "theme.name",
    EraId = "era.id",
    EraName = "era.name",
    EraDate = "era.date",
    ZoneName = "zone.name",

    EventId = "event.id",
    EventTitle = "event.title",
    EventLabel = "event.label",
    EventSummary = "event.summary",
    EventDate = "event.date",
    EventPlace = "event.place",
    EventLane = "event.lane",
    EventStatus = "event.status",
    EventAnnounced = "event.announced",
    EventBecame = "event.became",
    EventRank = "event.rank",
    EventKnown = "event.known",
    EventPeopleEnds = "event.people#",
    EventPeople = "event.people",
    EventThemesEnds = "event.themes#",
    EventThemes = "event.themes",
    EventMediaEnds = "event.media#",
    MediaKind = "media.kind",
    MediaUrl = "media.url",
    MediaAlt = "media.alt",
    MediaCaption = "media.caption",
    MediaCredit = "media.credit",
    MediaWidth = "media.width",
    MediaHeight = "media.height",
    MediaDecorative = "media.decorative",
    MediaLicence = "media.licence",
    MediaSensitive = "media.sensitive",
    MediaFocus = "media.focus",
    MediaVersionsEnds = "media.versions#",
    VersionUrl = "version.url",
    VersionWidth = "version.width",
    MediaPoster = "media.poster",
    MediaCaptionsEnds = "media.captions#",
    CaptionsUrl = "captions.url",
    CaptionsLanguage = "captions.lang",
    CaptionsLabel = "captions.label",
    MediaTranscript = "media.transcript",
    MediaDuration = "media.duration",
    EventAccountsEnds = "event.accounts#",
    AccountSource = "account.source",
    AccountDate = "account.date",
    AccountSays = "account.says",
    EventQuotesEnds = "event.quotes#",
    EventQuotes = "event.quotes",
    EventPlansEnds = "event.plans#",
    EventPlans = "event.plans",
    EventById = "event.by-id",
    EventFormer = "event.former",
    EventFormerOf = "event.former-of",
    EventByTime = "event.by-time",

    QuoteId = "quote.id",
    QuoteText = "quote.text",
    QuoteSpeaker = "quote.speaker",
    QuoteAbout = "quote.about",
    QuoteOriginal = "quote.original",
    QuoteSpoken = "quote.spoken",
    QuoteTranslator = "quote.translator",
    OriginalCheck = "original.check",
    OriginalReason = "original.reason",
    QuoteRole = "quote.role",
    QuoteSaid = "quote.said",
    QuoteEvent = "quote.event",
    QuoteSource = "quote.source",
    QuoteVia = "quote.via",
    QuoteLanguage = "quote.language",
    QuoteThemesEnds = "quote.themes#",
    QuoteThemes = "quote.themes",
    QuoteKnown = "quote.known",
    QuoteCheck = "quote.check",
    QuoteReason = "quote.reason",
    QuoteSoughtEnds = "quote.sought#",
    QuoteSought = "quote.sought",
    QuoteById = "quote.by-id",
    QuoteFormer = "quote.former",
    QuoteFormerOf = "quote.former-of",
    QuoteByTime = "quote.by-time",
    QuoteTally = "quote.tally",

    ChangeKind = "change.kind",
    ChangeDate = "change.date",
    ChangeOf = "change.of",
    ChangeRecord = "change.record",
    ChangeNote = "change.note",
    ChangeWas = "change.was",
    ChangeByTime = "change.by-time",
    ChangeByRecord = "change.by-record",

    AxisSecs = "axis.secs",
    AxisEvent = "axis.event",
    AxisSingle = "axis.single",
    BreakSecs = "break.secs",
    LaneEventsEnds = "lane.events#",
    LaneEvents = "lane.events",
    LaneSecs = "lane.secs",
    LaneOpensEnds = "lane.opens#",
    LaneOpens = "lane.opens",
    SaidQuotes = "said.quotes",
    SaidSecs = "said.secs",
    RowLane = "row.lane",
    RowLevel = "row.level",
    RowNumber = "row.number",
    RowPlacementsEnds = "row.placements#",
    PlacementEvent = "placement.event",
    PlacementSec = "placement.sec",
    PlacementUntil = "placement.until",
    PlacementWidth = "placement.width",

    TermBytes = "term.bytes",
    TermBlocks = "term.blocks",
    TermLists = "term.lists",
    TermStarts = "term.starts",

    PhraseForms = "phrase.forms",

    DateShape = "date.shape",
    DateMembers = "date.members",
    DateFirst = "date.first",
    DateLast = "date.last",
    MomentEarliest = "moment.earliest",
    MomentLatest = "moment.latest",
    MomentPrecision = "moment.precision",
    MomentDoubt = "moment.doubt",
    MomentOffset = "moment.offset",
    MomentZone = "moment.zone",

    RichRunsEnds = "rich.runs#",
    RunText = "run.text",
    RunStyle = "run.style",
    RunLink = "run.link",

    StringEnds = "string.bytes#",
    StringBytes = "string.bytes",
}

impl Section {
    /// How many sections format 1 knows.
    pub(crate) const COUNT: usize = Self::NAMES.len();

    /// The position of the section that a padded name in the section table names; `None` for one of a later writer.
    pub(crate) fn position(padded_name: &[u8]) -> Option<usize> {
        let name = padded_name.split(|&byte| byte == 0).next()?;
        Self::NAMES.iter().position(|known| known.as_bytes() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_fit_their_field() {
        let mut names = Section::NAMES.to_vec();
        assert!(names.iter().all(|name| name.is_ascii() && name.len() <= NAME_BYTES));
        names.sort_unstable();
        names.dedup();
        assert_eq!(names.len(), Section::COUNT);
    }

    #[test]
    fn every_section_is_described_in_the_crate_docs() {
        let docs = include_str!("lib.rs");
        for name in Section::NAMES {
            assert!(docs.contains(&format!("`{name}`")), "{name}");
        }
    }

    #[test]
    fn a_padded_name_finds_its_section() {
        assert_eq!(Section::position(b"story.id\0\0\0\0\0\0\0\0"), Some(Section::StoryId as usize));
        assert_eq!(Section::position(b"moment.precision"), Some(Section::MomentPrecision as usize));
        assert_eq!(Section::position(b"story.idx\0\0\0\0\0\0\0"), None);
    }
}
