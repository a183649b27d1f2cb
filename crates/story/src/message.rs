//! The widget's own words, and those of published pages: which there are. The translations of the widget's travel in the
//! bundle, in the story's language only.
//!
//! The messages of published pages stand behind those of the widget, and bundles end before them
//! ([`Message::IN_BUNDLE`]): translators and authors have one list, and readers of the widget do not load what it never
//! says.

/// The plural categories of Unicode CLDR, in the order in which a [`Phrase`] holds its forms.
pub const PLURAL_CATEGORIES: [&str; FORMS] = ["other", "zero", "one", "two", "few", "many"];

/// How many plural forms a [`Phrase`] has room for.
pub const FORMS: usize = 6;

/// One message in one language: a form for each of [`PLURAL_CATEGORIES`]; an empty form means "as `other`".
///
/// Parameters stand in braces, for instance `{n}`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Phrase {
    /// The forms, in the order of [`PLURAL_CATEGORIES`].
    pub forms: [String; FORMS],
}

macro_rules! messages {
    ($($(#[$doc:meta])* $name:ident = $key:literal $(($($param:ident),*))? ;)*) => {
        /// A sentence or word that the widget itself says.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Message {
            $($(#[$doc])* $name,)*
        }

        impl Message {
            /// Every message: those of the widget in the order in which a bundle holds them, then those of published pages.
            /// Once bundles are out in the world, nothing goes from the first part, and what is new stands at its end.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The key under which translators find it.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$name => $key,)* }
            }

            /// The parameters that a translation must mention.
            #[must_use]
            pub fn params(self) -> &'static [&'static str] {
                match self { $(Self::$name => &[$($(stringify!($param)),*)?],)* }
            }
        }
    };
}

messages! {
    /// The kicker above the title.
    OnRecord = "on-record";
    /// How many events there are.
    Events = "events" (n);
    /// How many quotes there are.
    Quotes = "quotes" (n);
    /// How many sources there are.
    Sources = "sources" (n);
    /// The status "happened".
    Happened = "happened";
    /// The status "planned".
    Planned = "planned";
    /// The status "expected".
    Expected = "expected";
    /// The status "fell through".
    FellThrough = "fell-through";
    /// The flag at the last day that any source was published.
    OnRecordBy = "on-record-by" (date);
    /// The flag beside it, over what lies ahead.
    StillAhead = "still-ahead";
    /// The edge of the view: what lies before it.
    Earlier = "earlier" (n, date);
    /// The edge of the view: what lies after it.
    Later = "later" (n);
    /// The button that zooms in.
    ZoomIn = "zoom-in";
    /// The button that zooms out.
    ZoomOut = "zoom-out";
    /// The button that moves the view back in time.
    PanEarlier = "pan-earlier";
    /// The button that moves the view on in time.
    PanLater = "pan-later";
    /// The button that shows the whole story.
    ShowAll = "show-all";
    /// The name of the timeline for screen readers.
    Timeline = "timeline";
    /// How the timeline is used by keyboard, for screen readers.
    TimelineKeys = "timeline-keys";
    /// The heading of the explanation of the marks.
    HowToRead = "how-to-read";
    /// The explanation of a bar of possible dates.
    SomeTimeInHere = "some-time-in-here";
    /// The explanation of a solid bar with an arrowhead.
    LastedAndGoesOn = "lasted-and-goes-on";
    /// The explanation of a soft edge.
    SoftApproximate = "soft-approximate";
    /// The explanation of hatching.
    HatchedUncertain = "hatched-uncertain";
    /// The explanation of a doubled disc.
    AccountsDiffer = "accounts-differ";
    /// The explanation of an arc.
    FromPlanToOutcome = "from-plan-to-outcome";
    /// The placeholder and name of the search field.
    SearchLabel = "search-label";
    /// The button that empties the search and every filter.
    ClearFilters = "clear-filters";
    /// Said where no quote or event matches; names what was searched.
    NothingFound = "nothing-found" (query);
    /// The facet of speakers.
    Speaker = "speaker";
    /// The facet of agencies.
    CarriedByFacet = "carried-by-facet";
    /// The facet of outlets.
    PrintedIn = "printed-in";
    /// Where no agency is named.
    NoAgency = "no-agency";
    /// Where a source does not name its publisher.
    PublisherNotNamed = "publisher-not-named";
    /// The first link of the chain of attribution.
    SaidOn = "said-on" (date);
    /// The same, where the day is not known.
    SaidUndated = "said-undated";
    /// The middle link: the agency that carried the words.
    CarriedIt = "carried-it";
    /// The middle link: the outlet whose report the source carries.
    ReportedItFirst = "reported-it-first";
    /// The last link: the source.
    PrintedOn = "printed-on" (date);
    /// The same, where the source gives no date.
    PrintedUndated = "printed-undated";
    /// The name of the chain for screen readers.
    ChainOfAttribution = "chain-of-attribution";
    /// The heading over what a plan became.
    WhatBecameOfIt = "what-became-of-it";
    /// Where the record does not tell what became of a plan.
    NothingLaterKnown = "nothing-later-known";
    /// A plan's day of announcement.
    AnnouncedOn = "announced-on" (date);
    /// The heading over one or more accounts.
    Accounts = "accounts" (n);
    /// The heading over accounts that give different dates.
    AccountsDifferOnDate = "accounts-differ-on-date";
    /// The heading over those who took part.
    WhoTookPart = "who-took-part";
    /// The button that closes the detail.
    Close = "close";
    /// The button to the event before.
    PreviousEvent = "previous-event";
    /// The button to the event after.
    NextEvent = "next-event";
    /// A plan for which nobody named a date.
    NoDate = "no-date";
    /// A status and its date together, for instance "planned, 9 May 2025".
    StatusAndDate = "status-and-date" (status, date);
    /// An approximate date.
    Circa = "circa" (date);
    /// An uncertain date.
    Perhaps = "perhaps" (date);
    /// A date known only by its latest day.
    OnOrBefore = "on-or-before" (date);
    /// A date known only by its earliest day.
    OnOrAfter = "on-or-after" (date);
    /// Something that began and goes on.
    Since = "since" (date);
    /// Something that ended, with no known beginning.
    Until = "until" (date);
    /// One of two dates.
    Either = "either" (a, b);
    /// One of many dates.
    Between = "between" (a, b);
    /// From one date to another.
    FromTo = "from-to" (a, b);
    /// Both of two dates, or each of several from the first to the last.
    Both = "both" (a, b);
    /// A decade, for instance "2010s".
    DecadeOf = "decade-of" (year);
    /// A century by its number.
    CenturyOf = "century-of" (n);
    /// A year before year 1, for instance "5411 BCE".
    YearBefore = "year-before" (n);
    /// Spring of a year.
    Spring = "spring" (year);
    /// Summer of a year.
    Summer = "summer" (year);
    /// Autumn of a year.
    Autumn = "autumn" (year);
    /// Winter of a year.
    Winter = "winter" (year);
    /// A quarter of a year.
    QuarterOf = "quarter-of" (n, year);
    /// A third of a year.
    ThirdOf = "third-of" (n, year);
    /// A half of a year.
    HalfOf = "half-of" (n, year);
    /// The link that shows the rest of a long list.
    ShowMore = "show-more" (n);
    /// The footer: when the record was last changed.
    RecordUpdated = "record-updated" (date);
    /// Announced when the view changes: how many events it shows, and from when to when.
    ViewAnnounced = "view-announced" (n, date);
    /// The row of quote ticks under the lanes.
    QuotesByDaySaid = "quotes-by-day-said";
    /// The name of the key, which is also the filter by status.
    FilterByStatus = "filter-by-status";
    /// The name of the list of matching events.
    MatchingEvents = "matching-events";
    /// A stack of marks: how many more stand there.
    MoreHere = "more-here" (n);
    /// The name of lanes for events without one.
    OtherEvents = "other-events";
    /// Where a source gives no date of publication.
    PublicationDateNotGiven = "publication-date-not-given";
    /// Where a source gives no address.
    AddressNotGiven = "address-not-given";
    /// The heading over the list of sources.
    SourcesHeading = "sources-heading";
    /// The button that opens the filters where there is no room for them.
    Filter = "filter";
    /// Said where nothing matches: what was searched, each with its count.
    Searched = "searched" (events, quotes);
    /// Something that began, and of which nobody says when it ended.
    FromEndUnknown = "from-end-unknown" (date);
    /// Something that ended, and of which nobody says when it began.
    UntilStartUnknown = "until-start-unknown" (date);
    /// Several times, from the first to the last.
    SeveralBetween = "several-between" (a, b);
    /// The control that sets the day as of which the story is told.
    AsKnownOn = "as-known-on";
    /// Under that control, where the latest day is set.
    KnownLatest = "known-latest";
    /// Under that control, where an earlier day is set.
    KnownThen = "known-then";
    /// The button that goes back to all that is known.
    BackToLatest = "back-to-latest";
    /// The button to the publication before.
    KnownEarlier = "known-earlier";
    /// The button to the publication after.
    KnownLater = "known-later";
    /// The explanation of the bars of thousands.
    BarsCount = "bars-count";
    /// The flag at the reader's own day.
    Today = "today";
    /// A folded stretch without any event.
    NothingFor = "nothing-for" (duration);
    /// The switch that folds long empty stretches.
    BreakAxis = "break-axis";
    /// The button that shows the lanes that are not drawn yet.
    MoreLanes = "more-lanes" (n);
    /// The button that explains hand and keyboard.
    Help = "help";
    /// What the arrow keys do.
    HelpArrows = "help-arrows";
    /// What Shift with an arrow key does, and a drag.
    HelpPan = "help-pan";
    /// What Home and End do.
    HelpEnds = "help-ends";
    /// What plus and minus do, a pinch, and the wheel with Ctrl.
    HelpZoom = "help-zoom";
    /// What Enter does.
    HelpOpen = "help-open";
    /// What Escape does.
    HelpClose = "help-close";
    /// The name of a drag by mouse or finger.
    HelpDrag = "help-drag";
    /// The name of a pinch with two fingers.
    HelpPinch = "help-pinch";
    /// The name of the wheel with Ctrl or Cmd.
    HelpWheel = "help-wheel";
    /// The name of a double click or tap.
    HelpDouble = "help-double";
    /// The name of the strip of the whole story.
    Overview = "overview";
    /// The handle at the start of the view.
    ViewStart = "view-start";
    /// The handle at the end of the view.
    ViewEnd = "view-end";
    /// The button that puts the newest events first.
    NewestFirst = "newest-first";
    /// The button that puts the oldest events first.
    OldestFirst = "oldest-first";
    /// The link to a video or post elsewhere.
    OpenAt = "open-at" (host);
    /// A cluster of events: how many, and from when to when.
    EventsOf = "events-of" (n, date);
    /// In the place of the timeline, where there is no event to show.
    NothingYet = "nothing-yet";
    /// The badge of a quote that its source prints exactly so.
    ProofExact = "proof-exact";
    /// What that badge means.
    ProofExactMeans = "proof-exact-means";
    /// The badge of a quote that differs from its source by typography alone.
    ProofNormalised = "proof-normalised";
    /// What that badge means.
    ProofNormalisedMeans = "proof-normalised-means";
    /// The badge of a quote that its author shortened by marks.
    ProofElided = "proof-elided";
    /// What that badge means.
    ProofElidedMeans = "proof-elided-means";
    /// The badge of a quote that nobody checked.
    ProofUnverified = "proof-unverified";
    /// What that badge means.
    ProofUnverifiedMeans = "proof-unverified-means";
    /// Why nobody checked a quote, in the author's words.
    ProofReason = "proof-reason" (reason);
    /// What a proof does not prove.
    ProofLimits = "proof-limits";
    /// The link to the words of a quote in the article.
    ProofFind = "proof-find";
    /// A quote with its quotation marks, in plain text and in pictures.
    Quoted = "quoted" (text);
    /// The button that opens what can be done with a quote.
    ShareQuote = "share-quote";
    /// The button that copies a quote with its citation.
    CopyQuote = "copy-quote";
    /// The button that copies the address of a quote.
    CopyLink = "copy-link";
    /// The button that hands a quote to the browser's own sharing.
    Share = "share";
    /// The button that saves a quote as a wide picture.
    SavePicture = "save-picture";
    /// The button that saves a quote as a square picture.
    SaveSquare = "save-square";
    /// Announced when a quote or its address was copied.
    Copied = "copied";
    /// Where the browser refuses to copy: the label of the words to copy by hand.
    CopyByHand = "copy-by-hand";
    /// Announced above a picture that the browser was asked to save: no browser tells whether it did.
    PictureReady = "picture-ready";
    /// Announced when the browser drew no picture.
    PictureFailed = "picture-failed";
    /// Before the words in the language in which they were said.
    OriginalIn = "original-in" (language);
    /// Who translated a quote.
    TranslatedBy = "translated-by" (name);
    /// In a citation: the agency that carried the words.
    Via = "via" (name);
    /// The button on the name of a speaker, which shows all that they said.
    QuotesBy = "quotes-by" (name);
    /// The other names of a speaker.
    AlsoKnownAs = "also-known-as" (names);
    /// The day of the first quote of a speaker.
    FirstQuote = "first-quote" (date);
    /// The day of the last one.
    LastQuote = "last-quote" (date);
    /// The button that closes the quotes of one speaker.
    BackToQuotes = "back-to-quotes";
    /// On paper: how many quotes of a long list are left out.
    NotPrinted = "not-printed" (n);
    /// How the fields of a search are called: six words, for who said it, what agency carried it, what source prints
    /// it, what it is about, before a date, from a date on.
    SearchFields = "search-fields";
    /// The heading of the picture that counts quotes by time.
    SaidWhen = "said-when";
    /// A bar of that picture: when, how many quotes, and what pressing it does.
    ShowOnTimeline = "show-on-timeline" (date, count);
    /// All speakers that are not told apart.
    Others = "others";
    /// The button that compares one more word or speaker.
    Compare = "compare";
    /// The label of the field for what is to be compared.
    CompareWords = "compare-words";
    /// In that field, where no more can be compared.
    CompareFull = "compare-full";
    /// The list of speakers to compare.
    CompareSpeaker = "compare-speaker";
    /// The button that compares no longer with one.
    CompareWithout = "compare-without" (name);
    /// How many quotes are dated, but not closely enough to be counted in a bar.
    VaguelyDated = "vaguely-dated" (n);
    /// How many quotes have no date.
    UndatedQuotes = "undated-quotes" (n);
    /// Opens the table of what the picture shows.
    AsTable = "as-table";
    /// The heading of a column of dates.
    DateColumn = "date-column";
    /// The facet of those for whom the speakers act or speak.
    SpeaksFor = "speaks-for";
    /// Where a speaker speaks for nobody.
    NoAffiliation = "no-affiliation";
    /// The facet of themes.
    Theme = "theme";
    /// The facet of years.
    Year = "year";
    /// The name of the choice of an order.
    Sort = "sort";
    /// The order by how well a quote matches the search.
    BestMatchFirst = "best-match-first";
    /// The order by the weight of the events that quotes belong to.
    KeyQuotesFirst = "key-quotes-first";
    /// The name of the choice of groups.
    Group = "group";
    /// No groups.
    NotGrouped = "not-grouped";
    /// Groups by who said it.
    BySpeaker = "by-speaker";
    /// Groups by event.
    ByEvent = "by-event";
    /// Groups by source.
    BySource = "by-source";
    /// Groups by the month in which it was said.
    ByMonth = "by-month";
    /// The heading over quotes that belong to no event.
    NoEvent = "no-event";
    /// The switch that leaves only the quotes that stand in the timeline's view.
    OnlyInView = "only-in-view";
    /// Said where no quote stands in the view.
    NoneInView = "none-in-view";
    /// How many quotes stand in no view, because they have no date.
    UndatedNotInView = "undated-not-in-view" (n);
    /// The button that shows all of a long quote.
    WholeQuote = "whole-quote";
    /// Where nothing matches: before the choices that can be taken back.
    TakeBack = "take-back";
    /// Behind the language of an original, and who translated it: that nobody checked it, though the translation was.
    OriginalUnverified = "original-unverified";
    /// The same in a sentence, with the author's reason.
    OriginalUnverifiedMeans = "original-unverified-means" (reason);
    /// The badge of a quote that its reporter interrupts.
    ProofJoined = "proof-joined";
    /// What that badge means.
    ProofJoinedMeans = "proof-joined-means";
    /// Where the browser refuses to share: the label of the words to copy instead.
    ShareRefused = "share-refused";
    /// The view that tells the story in order.
    ViewStory = "view-story";
    /// The view of the quotes.
    ViewQuotes = "view-quotes";
    /// The name of the switch between the views, for screen readers.
    WaysToLook = "ways-to-look";
    /// The button that opens the search.
    Search = "search";
    /// The button that goes on to the next event.
    Next = "next";
    /// The button that goes back to the event before.
    Previous = "previous";
    /// The name of the strip for screen readers.
    WhereYouAre = "where-you-are";
    /// The heading over what happened before the event that the story opens with.
    WhatCameBefore = "what-came-before";
    /// The heading over what happened after it.
    WhatFollowed = "what-followed";
    /// How many events of a chapter are left out.
    MoreEvents = "more-events" (n);
    /// The fold that holds further quotes of an event.
    MoreQuotes = "more-quotes" (n);
    /// The agency that carried a quote, in the line under it.
    CarriedBy = "carried-by" (name);
    /// The outlet whose report the source of a quote carries.
    FirstReportedBy = "first-reported-by" (name);
    /// The source that prints a quote, in the line under it.
    PrintedBy = "printed-by" (name);
    /// When a plan was first reported, where nobody says when it was announced.
    ReportedOn = "reported-on" (date);
    /// The sources that tell of an event.
    ToldBy = "told-by" (names);
    /// What became of a plan, at the event that it turned into.
    CameToThis = "came-to-this";
    /// What a plan turned into.
    Became = "became" (event);
    /// A plan of which nothing is known by the last day of the record.
    StillOpenOn = "still-open-on" (date);
    /// Before what was corrected.
    CorrectedOn = "corrected-on" (date);
    /// Before what was added later.
    UpdatedOn = "updated-on" (date);
    /// What stood there before a correction.
    ItSaidBefore = "it-said-before" (was);
    /// The heading over the corrections and updates.
    ChangesHeading = "changes-heading";
    /// The link from a correction to what it concerns.
    SeeIt = "see-it";
    /// That every quote was checked against its source.
    AllQuotesChecked = "all-quotes-checked" (n);
    /// How many of the quotes were checked against their sources.
    QuotesChecked = "quotes-checked" (n, total);
    /// While the widget is on its way.
    Coming = "coming";
    /// Opens the curtain over a picture or a film that not everybody wants to see.
    ShowPicture = "show-picture";
    /// Where a picture did not come.
    PictureMissing = "picture-missing";
    /// Asks for a picture again.
    TryAgain = "try-again";
    /// Which of several pictures it is.
    PictureOf = "picture-of" (n, total);
    /// Goes on to the next picture of a row.
    NextPicture = "next-picture";
    /// The link to what is said in a film or a recording.
    Transcript = "transcript";
    /// On what terms a picture may be used.
    Licence = "licence" (name);
    /// What stands between the members of a list.
    Comma = "comma";
    /// Where a link leads to what the record no longer has.
    NotOnRecord = "not-on-record";
    /// Where a link named a former id.
    MovedHere = "moved-here";
    /// Who publishes the record.
    PublishedBy = "published-by" (name);
    /// Who wrote it.
    WrittenBy = "written-by" (names);
    /// When it was first published.
    FirstPublished = "first-published" (date);
    /// The link to whoever mends mistakes.
    ReportMistake = "report-mistake";
    /// The link to the page that says how mistakes are corrected.
    CorrectionsPolicy = "corrections-policy";
    /// The offer of a story that is newer than the one in the page: how many events it has more.
    NewEvents = "new-events" (n);
    /// The same, where it has no more of them.
    StoryUpdated = "story-updated";
    /// How many events have come since the reader was here last.
    NewSinceVisit = "new-since-visit" (n);
    /// The mark of such an event.
    IsNew = "is-new";

    // From here on: only on published pages, and in no bundle. New ones of the widget go above.

    /// On a page that has no room for everything: how many are shown, of how many.
    PageShown = "page-shown" (n, total);
    /// The heading over the links to the formats of a record.
    PageData = "page-data";
    /// The link to the record as one file.
    PageOffline = "page-offline";
    /// The link to the page with code for other pages.
    PageEmbed = "page-embed";
    /// The title of that page.
    EmbedTitle = "embed-title" (title);
    /// On that page: what to do with the code.
    EmbedHow = "embed-how";
    /// On that page, where nobody knows where the record stands on the web: that its address is missing.
    EmbedWhere = "embed-where";
    /// The heading over the code of the element.
    EmbedElement = "embed-element";
    /// What the element does and needs.
    EmbedElementMeans = "embed-element-means";
    /// The heading over the code of the element with the whole record in it.
    EmbedWhole = "embed-whole";
    /// What that is for.
    EmbedWholeMeans = "embed-whole-means";
    /// The heading over the code of the frame.
    EmbedFrame = "embed-frame";
    /// What the frame does and needs.
    EmbedFrameMeans = "embed-frame-means";
    /// The heading over the code of the link.
    EmbedLink = "embed-link";
    /// What the link is for.
    EmbedLinkMeans = "embed-link-means";
    /// The heading over what the web server has to send.
    EmbedServer = "embed-server";
    /// Where that is written.
    EmbedServerMeans = "embed-server-means";
    /// After how many are shown: the link to all of them.
    PageRest = "page-rest";
    /// On the share card: the day on which knowledge ends.
    CardKnown = "card-known" (date);
    /// On the share card: that every quote is checked.
    CardChecked = "card-checked";
}

impl Message {
    /// So many messages, the first of [`Message::ALL`], travel in bundles; the others are for published pages alone.
    pub const IN_BUNDLE: usize = Self::PageShown as usize;

    /// Whether its `n` is a rank ("2nd half") and picks the form by the language's ordinal rules, not by those
    /// for counting.
    #[must_use]
    pub fn is_ordinal(self) -> bool {
        matches!(self, Self::CenturyOf | Self::QuarterOf | Self::ThirdOf | Self::HalfOf)
    }

    /// The position in [`Message::ALL`] and in a bundle.
    #[must_use]
    pub fn at(self) -> usize {
        self as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_stands_at_its_own_position() {
        for (at, message) in Message::ALL.iter().enumerate() {
            assert_eq!(message.at(), at);
        }
    }

    #[test]
    fn keys_are_unique_slugs() {
        let mut keys: Vec<_> = Message::ALL.iter().map(|message| message.key()).collect();
        assert!(keys.iter().all(|key| crate::is_slug(key)));
        keys.sort_unstable();
        keys.dedup();
        assert_eq!(keys.len(), Message::ALL.len());
    }
}
