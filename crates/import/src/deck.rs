//! What TimelineJS knows, before anybody understood it: the same for JSON and for sheets.

/// All slides of a timeline.
#[derive(Debug, Default)]
pub(crate) struct Deck {
    /// The first slide, which has no date.
    pub(crate) title: Option<Slide>,
    /// The slides of events.
    pub(crate) slides: Vec<Slide>,
    /// The eras.
    pub(crate) eras: Vec<Slide>,
    /// What TimelineJS passes over beside them, each with its name.
    pub(crate) others: Vec<String>,
}

/// One slide or era. Texts that TimelineJS shows as HTML are HTML.
#[derive(Debug, Default)]
pub(crate) struct Slide {
    /// Where it stands, for messages: "slide 3", "row 4".
    pub(crate) place: String,
    pub(crate) id: String,
    pub(crate) start: Option<Stamp>,
    pub(crate) end: Option<Stamp>,
    pub(crate) display_date: String,
    pub(crate) headline: String,
    pub(crate) text: String,
    pub(crate) group: String,
    pub(crate) media: Media,
    /// The picture or colour behind it, as it is written.
    pub(crate) background: String,
    /// What TimelineJS passes over: other columns and fields, each with its name.
    pub(crate) others: Vec<String>,
    /// What could not be read of it, a sentence each.
    pub(crate) remarks: Vec<String>,
}

/// What a slide shows beside its text; without an address it shows nothing.
#[derive(Debug, Default)]
pub(crate) struct Media {
    pub(crate) url: String,
    pub(crate) caption: String,
    pub(crate) credit: String,
    pub(crate) alt: String,
    /// What is shown under the pointer.
    pub(crate) title: String,
    /// The small picture beside its name on the axis.
    pub(crate) thumbnail: String,
    /// Where a press on it leads.
    pub(crate) link: String,
}

/// A date by its parts, as they are written; what is empty is not given.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Stamp {
    pub(crate) year: String,
    pub(crate) month: String,
    pub(crate) day: String,
    pub(crate) hour: String,
    pub(crate) minute: String,
    pub(crate) second: String,
    pub(crate) millisecond: String,
}

/// A value behind its name, if it has one.
pub(crate) fn named(name: &str, value: &str) -> String {
    if name.is_empty() { value.to_owned() } else { [name, ": ", value].concat() }
}
