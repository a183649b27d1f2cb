//! One quote: the words, in the original too, and how they came to the reader.

use maud::{Markup, html};
use story::{CheckKind, Message, Original, PersonIx, Quote, QuoteIx};
use wording::direction;

use super::Page;

impl Page<'_> {
    pub(super) fn quote(&self, ix: QuoteIx) -> Markup {
        let Some(quote) = self.quote_at(ix) else { return Markup::default() };
        let language = quote.language.as_deref();
        let address = self.source_at(quote.source).and_then(|source| source.url.as_deref());
        let address = address.map(|address| self.address(address));
        html! {
            li id={ "quote-" (quote.id) } {
                figure class="q" {
                    div {
                        blockquote cite=[address] lang=[language] dir=[language.map(direction)] { p { (quote.text) } }
                        @if let Some(original) = &quote.original { (self.original(original, quote.has_doubtful_original())) }
                        (self.about(quote))
                    }
                    figcaption { (self.chain(quote)) (self.proof(quote)) }
                }
            }
        }
    }

    /// To whom or of what the words were said, and the event that they belong to.
    fn about(&self, quote: &Quote) -> Markup {
        let event = quote.event.and_then(|ix| Some((ix, self.event_at(ix)?)));
        html! {
            @if quote.about.is_some() || event.is_some() {
                p class="about-quote" {
                    @if let Some(about) = &quote.about { span class="cap" { (about) } ". " }
                    @if let Some((ix, event)) = event {
                        (self.event_link(ix, event.label.as_deref().unwrap_or(&event.title)))
                    }
                }
            }
        }
    }

    fn original(&self, original: &Original, is_doubtful: bool) -> Markup {
        let words = &self.words;
        let language = words.language_name(&original.language);
        let translator = original.translated_by.as_deref();
        html! {
            div class="original" {
                p {
                    (words.fill(Message::OriginalIn, &[("language", &language)]))
                    @if let Some(name) = translator { ", " (words.fill(Message::TranslatedBy, &[("name", name)])) }
                    @if is_doubtful { ", " (words.say(Message::OriginalUnverified)) }
                }
                blockquote lang=(original.language) dir=(direction(&original.language)) { p { (original.text) } }
            }
        }
    }

    /// Who said it, who carried it, who printed it.
    fn chain(&self, quote: &Quote) -> Markup {
        let words = &self.words;
        let speaker = self.story.people.get(quote.speaker.at());
        let role = quote.role.as_deref().or_else(|| speaker?.role.as_deref());
        let via = quote.via.map(|ix| self.person(ix));
        let source = self.source_at(quote.source);
        let agency = source.and_then(|source| source.agency.as_deref()).filter(|name| Some(*name) != via);
        html! {
            ol class="chain" aria-label=(words.say(Message::ChainOfAttribution)) {
                li {
                    b { (self.person(quote.speaker)) } " "
                    small {
                        @if let Some(role) = role { (role) ", " }
                        (self.dated(quote.said.as_ref(), Message::SaidOn, Message::SaidUndated))
                    }
                }
                @if let Some(via) = via { li { (via) " " small { (words.say(Message::CarriedIt)) } } }
                @if let Some(agency) = agency { li { (agency) " " small { (words.say(Message::ReportedItFirst)) } } }
                @if let Some(source) = source {
                    li {
                        cite { (self.linked(source.url.as_deref(), html! { (self.outlet(source)) })) } " "
                        small { (self.dated(source.published.as_ref(), Message::PrintedOn, Message::PrintedUndated)) }
                    }
                }
            }
        }
    }

    /// How far the words were checked.
    fn proof(&self, quote: &Quote) -> Markup {
        let words = &self.words;
        let kind = quote.check.kind;
        let (badge, means) = match kind {
            CheckKind::Exact => (Message::ProofExact, Message::ProofExactMeans),
            CheckKind::Normalised => (Message::ProofNormalised, Message::ProofNormalisedMeans),
            CheckKind::Elided => (Message::ProofElided, Message::ProofElidedMeans),
            CheckKind::Joined => (Message::ProofJoined, Message::ProofJoinedMeans),
            CheckKind::Unverified => (Message::ProofUnverified, Message::ProofUnverifiedMeans),
        };
        let original = quote.original.as_ref().filter(|_| quote.has_doubtful_original());
        let doubt = original.and_then(|original| original.check.reason.as_deref());
        html! {
            details class={ "proof " (kind.name()) } {
                summary { (words.say(badge)) }
                p { (words.say(means)) }
                @if let Some(reason) = &quote.check.reason { p { (words.fill(Message::ProofReason, &[("reason", reason)])) } }
                @if let Some(reason) = doubt {
                    p { (words.fill(Message::OriginalUnverifiedMeans, &[("reason", reason)])) }
                }
                @if kind != CheckKind::Unverified { p { (words.say(Message::ProofLimits)) } }
            }
        }
    }

    /// The name of a person.
    pub(super) fn person(&self, ix: PersonIx) -> &str {
        self.story.people.get(ix.at()).map_or("", |person| &person.name)
    }
}
