//! The sources that the shown events and quotes rest on.

use maud::{Markup, html};
use story::{Message, Source, SourceIx};

use super::{Page, Setting, with_id};

impl Page<'_> {
    pub(super) fn sources(&self, setting: Setting<'_>) -> Markup {
        let sources = self.shown_sources();
        html! {
            @if !sources.is_empty() {
                section class="origin" aria-labelledby="sources" {
                    (with_id(setting.level + 1, "sources", &html! { (self.words.say(Message::SourcesHeading)) }))
                    ol class="sources" { @for source in sources { (self.source(source)) } }
                }
            }
        }
    }

    /// All sources, but where a part of the story is left out, only those of the rest.
    fn shown_sources(&self) -> Vec<&Source> {
        if !self.shown.leaves_out(self.story) {
            return self.story.sources.iter().collect();
        }
        let events = self.shown.events.iter().filter_map(|ix| self.event_at(*ix));
        let of_events = events.flat_map(|event| event.accounts.iter().map(|account| account.source));
        let quotes = self.shown.quotes.iter().filter_map(|ix| self.quote_at(*ix));
        let mut wanted: Vec<SourceIx> = of_events.chain(quotes.map(|quote| quote.source)).collect();
        wanted.sort_unstable_by_key(|ix| ix.at());
        wanted.dedup();
        wanted.into_iter().filter_map(|ix| self.source_at(ix)).collect()
    }

    /// What is known of one source; what it does not tell is said, too.
    fn source(&self, source: &Source) -> Markup {
        let words = &self.words;
        let names = [Some(self.outlet(source)), source.agency.as_deref(), source.byline.as_deref()];
        html! {
            li {
                cite lang=[source.language.as_deref()] {
                    (self.linked(source.url.as_deref(), html! { (source.title) }))
                }
                " "
                small {
                    @for name in names.into_iter().flatten() { (name) " · " }
                    (self.published(source))
                    @if source.url.is_none() { " · " (words.say(Message::AddressNotGiven)) }
                }
            }
        }
    }

    /// When a source was published, or that it does not say.
    pub(super) fn published(&self, source: &Source) -> Markup {
        match &source.published {
            Some(date) => self.date(date),
            None => html! { (self.words.say(Message::PublicationDateNotGiven)) },
        }
    }

    /// Who printed a source.
    pub(super) fn outlet<'b>(&'b self, source: &'b Source) -> &'b str {
        source.publisher.as_deref().unwrap_or_else(|| self.words.say(Message::PublisherNotNamed))
    }

    /// Who reports in a source: its outlet, else its agency.
    pub(super) fn reporter<'b>(&'b self, source: &'b Source) -> &'b str {
        let names = source.publisher.as_deref().or(source.agency.as_deref());
        names.unwrap_or_else(|| self.words.say(Message::PublisherNotNamed))
    }
}
