//! Structured data for search engines: schema.org as JSON-LD.

mod imprint;
mod things;

use std::collections::BTreeSet;

use story::{
    ChangeKind, Event, EventIx, MediaKind, Person, PersonIx, Quote, QuoteIx, Source, SourceIx, Status, Subject, ThemeIx,
};

use crate::certain::{Certain, Span, certain_iso};
use crate::object::{Object, Value, guarded};
use crate::plain::one_line;
use crate::teller::{Teller, last_changed};
use crate::{Links, Room, Selection, event_fragment, quote_fragment};
use imprint::with_imprint;
use story::Story;
use things::{named, typed};

/// A story as a graph of schema.org, for a `script` of the type `application/ld+json`: an article with who publishes it
/// and what was corrected, the events and quotes that there is room for, the people and sources that these name. What
/// nobody tells is left out, never made up.
///
/// Dates are only as precise as is certain; what they cannot say stands beside them in words. The text holds no
/// character that could end the script.
#[must_use]
pub fn jsonld(story: &Story, links: &Links, room: Room) -> String {
    let teller = Teller::new(story, links);
    let selection = Selection::of(story, room);
    let sketch = Sketch::new(&teller, &selection);
    let graph = Object::new().with_some("@context", Some("https://schema.org")).with_list("@graph", sketch.nodes());
    // Strings and lists of them always have a form in JSON.
    serde_json::to_string(&graph).map(|text| guarded(&text) + "\n").unwrap_or_default()
}

/// What is played, and what schema.org calls it: works about an event, for which it has no more than that.
const PLAYED: [(MediaKind, &str); 2] = [(MediaKind::Video, "VideoObject"), (MediaKind::Audio, "AudioObject")];

/// What goes into a graph.
struct Sketch<'a> {
    teller: &'a Teller<'a>,
    selection: &'a Selection,
    events: BTreeSet<EventIx>,
    quotes: BTreeSet<QuoteIx>,
    people: BTreeSet<PersonIx>,
    sources: BTreeSet<SourceIx>,
}

impl<'a> Sketch<'a> {
    fn new(teller: &'a Teller<'a>, selection: &'a Selection) -> Self {
        let story = teller.story;
        let events = selection.events.iter().map(|ix| &story.events[ix.at()]);
        let quotes = selection.quotes.iter().map(|ix| &story.quotes[ix.at()]);
        let acting = events.clone().flat_map(|event| event.people.iter().copied());
        let speaking = quotes.clone().flat_map(|quote| [Some(quote.speaker), quote.via]).flatten();
        let reporting = events.flat_map(|event| event.accounts.iter().map(|account| account.source));
        Self {
            teller,
            selection,
            events: selection.events.iter().copied().collect(),
            quotes: selection.quotes.iter().copied().collect(),
            people: acting.chain(speaking).collect(),
            sources: reporting.chain(quotes.map(|quote| quote.source)).collect(),
        }
    }

    fn nodes(&self) -> Vec<Object<'a>> {
        let story = self.teller.story;
        let mut nodes = vec![self.article()];
        nodes.extend(self.selection.events.iter().map(|ix| self.event(&story.events[ix.at()])));
        nodes.extend(self.selection.quotes.iter().map(|ix| self.quote(&story.quotes[ix.at()])));
        nodes.extend(self.people.iter().filter_map(|ix| story.people.get(ix.at())).map(|it| self.person(it)));
        nodes.extend(self.sources.iter().filter_map(|ix| story.sources.get(ix.at())).map(|it| self.source(it)));
        nodes
    }

    fn article(&self) -> Object<'a> {
        let story = self.teller.story;
        let events = self.selection.events.iter().map(|ix| self.to(&event_fragment(&story.events[ix.at()].id)));
        let quotes = self.selection.quotes.iter().map(|ix| self.to(&quote_fragment(&story.quotes[ix.at()].id)));
        let home = self.teller.links.base();
        let node = self
            .node("NewsArticle", "#story")
            .with_some("headline", Some(&story.title))
            .with_some("description", Some(one_line(&story.summary.plain())))
            .with_some("inLanguage", Some(&story.language))
            .with_some("datePublished", story.imprint.first_published.as_ref().and_then(certain_iso))
            .with_some("dateModified", last_changed(story).and_then(certain_iso));
        with_imprint(node, story, self.teller.links)
            // Whoever reads this has the page before them, with everything in it.
            .with_some("isAccessibleForFree", Some(true))
            .with_some("mainEntityOfPage", home.map(|home| typed("WebPage").with_some("@id", Some(home.to_owned()))))
            .with_some("url", home.map(str::to_owned))
            .with_list("correction", self.corrections())
            .with_list("mentions", events)
            .with_list("hasPart", quotes)
            .with_list("citation", self.sources.iter().filter_map(|at| self.to_source(*at)))
    }

    /// What was wrong, the latest first, each with what it concerned where the graph tells of that.
    fn corrections(&self) -> Vec<Object<'a>> {
        let mut corrections: Vec<_> =
            self.teller.story.changes.iter().filter(|change| change.kind == ChangeKind::Correction).collect();
        corrections.sort_by_key(|change| std::cmp::Reverse(change.date.when.order_sec()));
        let comment = |change: &story::Change| {
            typed("CorrectionComment")
                .with_some("text", Some(one_line(&change.note.plain())))
                .with_some("datePublished", certain_iso(&change.date))
                .with_some("about", self.to_subject(change.subject))
        };
        corrections.into_iter().map(comment).collect()
    }

    fn event(&self, event: &'a Event) -> Object<'a> {
        let place = event.place.as_ref();
        let reports = self.teller.sources_of(event).into_iter().filter_map(|at| self.to_source(at));
        let node = self
            .node("Event", &event_fragment(&event.id))
            .with_some("name", Some(&event.title))
            .with_some("description", Some(one_line(&event.summary.plain())))
            .with_some("disambiguatingDescription", self.teller.remark(event));
        when(node, self.teller.story, event)
            .with_some("location", place.map(|name| typed("Place").with_some("name", Some(name))))
            .with_list("image", self.media(event, &[(MediaKind::Image, "ImageObject")]))
            .with_list("about", event.people.iter().filter_map(|at| self.to_person(*at)))
            .with_list("keywords", self.themes(&event.themes))
            .with_list("subjectOf", reports.chain(self.media(event, &PLAYED)))
            .with_some("url", self.teller.links.event(&event.id))
    }

    /// What an event shows, as far as its address is known from everywhere.
    fn media(&self, event: &'a Event, kinds: &[(MediaKind, &'static str)]) -> impl Iterator<Item = Object<'a>> {
        let (links, kinds) = (self.teller.links, kinds.to_vec());
        event.media.iter().filter_map(move |medium| {
            let name = kinds.iter().find(|(kind, _)| *kind == medium.kind)?.1;
            // Nobody looks for a pattern.
            let medium = Some(medium).filter(|medium| medium.decorative.is_none())?;
            let [width, height] = [medium.size_px.map(|size| size.0), medium.size_px.map(|size| size.1)];
            // A licence is an address to schema.org; in words it is a notice.
            let licence = medium.licence.as_deref();
            let is_address = licence.is_some_and(|licence| licence.starts_with("https://"));
            let of = |text: &'a str| Some(text).filter(|text| !text.is_empty());
            let described = typed(name)
                .with_some("contentUrl", Some(links.resolve(&medium.url)?))
                .with_some("name", of(&medium.alt))
                .with_some("caption", of(&medium.caption))
                .with_some("creditText", of(&medium.credit))
                .with_some("license", licence.filter(|_| is_address))
                .with_some("copyrightNotice", licence.filter(|_| !is_address))
                .with_some("width", width.map(|px| format!("{px} px")))
                .with_some("height", height.map(|px| format!("{px} px")));
            Some(described.with_some("duration", medium.duration_ms.map(iso_duration)))
        })
    }

    fn quote(&self, quote: &'a Quote) -> Object<'a> {
        let story = self.teller.story;
        let original = quote.original.as_ref();
        let event = quote.event.filter(|ix| self.events.contains(ix)).and_then(|ix| story.events.get(ix.at()));
        let spoken = original.map(|original| {
            typed("Quotation").with_some("text", Some(&original.text)).with_some("inLanguage", Some(&original.language))
        });
        self.node("Quotation", &quote_fragment(&quote.id))
            .with_some("text", Some(&quote.text))
            .with_some("inLanguage", Some(quote.language.as_ref().unwrap_or(&story.language)))
            .with_some("spokenByCharacter", self.to_person(quote.speaker))
            .with_some("creator", self.to_person(quote.speaker))
            .with_some("provider", quote.via.and_then(|via| self.to_person(via)))
            .with_some("dateCreated", quote.said.as_ref().and_then(certain_iso))
            .with_some("isPartOf", self.to_source(quote.source))
            .with_some("about", event.map(|event| self.to(&event_fragment(&event.id))))
            .with_list("keywords", self.themes(&quote.themes))
            .with_some("translationOfWork", spoken)
            .with_some("translator", original.and_then(|it| it.translated_by.as_ref()).map(|name| named(name)))
            .with_some("url", self.teller.links.quote(&quote.id))
    }

    fn person(&self, person: &'a Person) -> Object<'a> {
        Object::new()
            .with_some("@id", Some(self.id(&person_fragment(person))))
            .with_some("name", Some(&person.name))
            .with_list("alternateName", &person.aliases)
            .with_some("disambiguatingDescription", person.role.as_ref())
            .with_some("affiliation", person.affiliation.as_ref().map(|name| named(name)))
    }

    fn source(&self, source: &'a Source) -> Object<'a> {
        let organization = |name: &'a String| typed("Organization").with_some("name", Some(name));
        self.node("NewsArticle", &source_fragment(source))
            .with_some("headline", Some(&source.title))
            .with_some("inLanguage", source.language.as_ref())
            .with_some("datePublished", source.published.as_ref().and_then(certain_iso))
            .with_some("publisher", source.publisher.as_ref().map(organization))
            .with_some("provider", source.agency.as_ref().map(organization))
            .with_some("author", source.byline.as_ref().map(|name| named(name)))
            .with_some("url", source.url.as_deref().and_then(|url| self.teller.links.resolve(url)))
    }

    fn themes(&self, themes: &[ThemeIx]) -> impl Iterator<Item = &'a String> {
        let story = self.teller.story;
        let themes: Vec<_> = themes.iter().filter_map(|at| story.themes.get(at.at())).collect();
        themes.into_iter().map(|theme| &theme.name)
    }

    fn to_person(&self, at: PersonIx) -> Option<Object<'a>> {
        self.teller.story.people.get(at.at()).map(|person| self.to(&person_fragment(person)))
    }

    fn to_source(&self, at: SourceIx) -> Option<Object<'a>> {
        self.teller.source(at).map(|source| self.to(&source_fragment(source)))
    }

    /// A reference to what a change concerns, if that is in the graph.
    fn to_subject(&self, subject: Subject) -> Option<Object<'a>> {
        let story = self.teller.story;
        match subject {
            Subject::Story => None,
            Subject::Event(ix) if self.events.contains(&ix) => {
                Some(self.to(&event_fragment(&story.events[ix.at()].id)))
            }
            Subject::Quote(ix) if self.quotes.contains(&ix) => {
                Some(self.to(&quote_fragment(&story.quotes[ix.at()].id)))
            }
            Subject::Source(ix) if self.sources.contains(&ix) => self.to_source(ix),
            Subject::Person(ix) if self.people.contains(&ix) => self.to_person(ix),
            Subject::Event(_) | Subject::Quote(_) | Subject::Source(_) | Subject::Person(_) => None,
        }
    }

    fn to(&self, fragment: &str) -> Object<'a> {
        Object::new().with_some("@id", Some(self.id(fragment)))
    }

    fn node(&self, kind: &'static str, fragment: &str) -> Object<'a> {
        typed(kind).with_some("@id", Some(self.id(fragment)))
    }

    /// What names a thing: absolute where the story's place on the web is known, else relative to the page.
    fn id(&self, fragment: &str) -> String {
        self.teller.links.to(fragment).unwrap_or_else(|| fragment.to_owned())
    }
}

fn person_fragment(person: &Person) -> String {
    ["#or_person-", &person.id].concat()
}

fn source_fragment(source: &Source) -> String {
    ["#source-", &source.id].concat()
}

/// How long something takes, in seconds rounded up (ISO 8601-1, 5.5.2.3).
fn iso_duration(ms: u32) -> String {
    format!("PT{}S", ms.div_ceil(1000))
}

/// When an event was, and what schema.org calls its status. One that was put off stands on its new date; of what
/// happened nothing is said, because schema.org has no word for it.
fn when<'a>(node: Object<'a>, story: &'a Story, event: &'a Event) -> Object<'a> {
    let span = event.date.as_ref().map(|date| Span::certain(&date.when)).unwrap_or_default();
    let [start, end] = [span.start, span.end].map(|certain| certain.and_then(Certain::iso));
    let outcome = event.became.and_then(|at| story.events.get(at.at()));
    let put_off_to = outcome.filter(|outcome| event.status.is_plan() && outcome.status.is_plan());
    if let Some(new) = put_off_to {
        let new = new.date.as_ref().and_then(certain_iso);
        let status = if new.is_some() { "EventRescheduled" } else { "EventPostponed" };
        return node
            .with("eventStatus", schema(status))
            .with_some("startDate", new)
            .with_some("previousStartDate", start);
    }
    let fell_through = [Some(event), outcome].into_iter().flatten().any(|it| it.status == Status::FellThrough);
    let status = match event.status {
        _ if fell_through => Some("EventCancelled"),
        Status::Happened => None,
        _ => Some("EventScheduled"),
    };
    node.with("eventStatus", status.map(schema)).with_some("startDate", start).with_some("endDate", end)
}

/// The address of one of schema.org's own words.
fn schema(word: &str) -> Value<'static> {
    ["https://schema.org/", word].concat().into()
}
