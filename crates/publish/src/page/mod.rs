//! A story as semantic HTML that is complete without any script: what happened in the order of time, what was said,
//! and the sources.

mod event;
mod quote;
mod rich;
mod source;
mod time;

use maud::{Markup, PreEscaped, html};
use story::{Event, EventIx, Message, Quote, QuoteIx, SourceIx, Story};
use wording::direction;

use crate::{Links, Room, Selection, Words};

/// A story, and what of it stands on a page.
pub(crate) struct Page<'a> {
    pub(crate) story: &'a Story,
    pub(crate) words: Words<'a>,
    shown: Selection,
    /// For each event, whether it is shown.
    has_event: Vec<bool>,
    /// For each event, the plans that it was the outcome of, and the quotes that belong to it, as far as they are shown.
    plans: Vec<Vec<EventIx>>,
    quotes: Vec<Vec<QuoteIx>>,
    /// What makes the authors' addresses whole, for a page that stands elsewhere.
    whole_by: Option<&'a Links>,
}

/// What a picture of an event may be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pictures {
    /// Those that lie beside the page are shown.
    Beside,
    /// The page stands alone: none are.
    Nowhere,
}

/// How a page stands to what is around it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting<'a> {
    /// The level of the heading that is the title.
    pub(crate) level: u8,
    /// Which pictures can be shown.
    pub(crate) pictures: Pictures,
    /// Where all of the story is, for a page that has no room for it; `None` where nobody knows.
    pub(crate) rest: Option<&'a str>,
}

impl<'a> Page<'a> {
    /// What of a story there is room for on one page.
    pub(crate) fn new(story: &'a Story) -> Self {
        let shown = Selection::of(story, Room::PAGE);
        let mut has_event = vec![false; story.events.len()];
        for ix in &shown.events {
            has_event.get_mut(ix.at()).into_iter().for_each(|has| *has = true);
        }
        let (mut plans, mut quotes) = (vec![Vec::new(); story.events.len()], vec![Vec::new(); story.events.len()]);
        for &plan in &shown.events {
            let outcome = story.events.get(plan.at()).and_then(|event| event.became);
            outcome.and_then(|ix| plans.get_mut(ix.at())).into_iter().for_each(|list| list.push(plan));
        }
        for &quote in &shown.quotes {
            let event = story.quotes.get(quote.at()).and_then(|quote| quote.event);
            event.and_then(|ix| quotes.get_mut(ix.at())).into_iter().for_each(|list| list.push(quote));
        }
        Self { story, words: Words::new(story), shown, has_event, plans, quotes, whole_by: None }
    }

    /// The same for a page of somebody else's, where a relative address would lead to that page's own server.
    pub(crate) fn elsewhere(story: &'a Story, links: &'a Links) -> Self {
        Self { whole_by: Some(links), ..Self::new(story) }
    }

    /// The whole story.
    pub(crate) fn article(&self, setting: Setting<'_>) -> Markup {
        let story = self.story;
        html! {
            article class="record" lang=(story.language) dir=(direction(&story.language)) {
                (self.header(setting))
                @if !self.shown.events.is_empty() {
                    section class="what" aria-labelledby="events" {
                        (self.section_heading(setting, "events", Message::Events, self.shown.events.len(), story.events.len()))
                        ol class="events" {
                            @for ix in &self.shown.events { (self.event(*ix, setting)) }
                        }
                    }
                } @else if story.quotes.is_empty() {
                    p class="none" { (self.words.say(Message::NothingYet)) }
                }
                @if !self.shown.quotes.is_empty() {
                    section class="said" aria-labelledby="quotes" {
                        (self.section_heading(setting, "quotes", Message::Quotes, self.shown.quotes.len(), story.quotes.len()))
                        ol class="quotes" {
                            @for ix in &self.shown.quotes { (self.quote(*ix)) }
                        }
                    }
                }
                (self.sources(setting))
                @if let Some(updated) = &story.updated {
                    p class="updated" { (self.around_date(Message::RecordUpdated, updated)) }
                }
            }
        }
    }

    fn header(&self, setting: Setting<'_>) -> Markup {
        let (story, words) = (self.story, &self.words);
        let counts = [
            (Message::Events, story.events.len()),
            (Message::Quotes, story.quotes.len()),
            (Message::Sources, story.sources.len()),
        ];
        html! {
            header class="head" {
                div {
                    p class="kicker" { (words.say(Message::OnRecord)) }
                    (heading(setting.level, "title", &html! { (story.title) }))
                    @if !story.summary.runs.is_empty() { p class="stand" { (self.text(&story.summary)) } }
                    p class="counts" {
                        @for (message, n) in counts { span { (self.bold_count(message, n)) } " " }
                    }
                }
            }
        }
    }

    /// A phrase that counts, its number in bold.
    fn bold_count(&self, message: Message, n: usize) -> Markup {
        let (phrase, number) = (self.words.count(message, n), self.words.number(n));
        let (before, after) = phrase.split_once(&number).unwrap_or((&phrase, ""));
        html! { (before) @if before.len() < phrase.len() { b { (number) } } (after) }
    }

    /// The heading of a list, and where it is not whole, how much of it is shown.
    fn section_heading(&self, setting: Setting<'_>, id: &str, message: Message, shown: usize, all: usize) -> Markup {
        let words = &self.words;
        let n_of_total = [("n", words.number(shown)), ("total", words.count(message, all))];
        let params = n_of_total.each_ref().map(|(name, value)| (*name, value.as_str()));
        html! {
            (with_id(setting.level + 1, id, &html! { (words.count(message, all)) }))
            @if shown < all {
                p class="note" {
                    (words.fill(Message::PageShown, &params))
                    @if let Some(rest) = setting.rest { " " a href=(rest) { (words.say(Message::PageRest)) } }
                }
            }
        }
    }

    fn event_at(&self, ix: EventIx) -> Option<&'a Event> {
        self.story.events.get(ix.at())
    }

    fn quote_at(&self, ix: QuoteIx) -> Option<&'a Quote> {
        self.story.quotes.get(ix.at())
    }

    fn source_at(&self, ix: SourceIx) -> Option<&'a story::Source> {
        self.story.sources.get(ix.at())
    }

    /// Words that lead to an event, where it is on this page.
    fn event_link(&self, ix: EventIx, words: &str) -> Markup {
        match self.event_at(ix).filter(|_| self.has_event.get(ix.at()) == Some(&true)) {
            Some(event) => html! { a href={ "#event-" (event.id) } { (words) } },
            None => html! { (words) },
        }
    }
}

/// A heading of a level.
fn heading(level: u8, class: &str, inner: &Markup) -> Markup {
    let level = level.min(6);
    html! { (PreEscaped(format!("<h{level} class=\"{class}\">"))) (inner) (PreEscaped(format!("</h{level}>"))) }
}

/// A heading that can be linked to.
fn with_id(level: u8, id: &str, inner: &Markup) -> Markup {
    let level = level.min(6);
    html! { (PreEscaped(format!("<h{level} id=\"{id}\">"))) (inner) (PreEscaped(format!("</h{level}>"))) }
}
