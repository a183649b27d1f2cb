//! The proof of a quote: a badge in words, which opens what was checked and what that does not prove.

use bundle::QuoteRow;
use markup::html;
use story::{CheckKind, Message};
use yew::prelude::*;

use crate::parts::{Shared, linked::linked};
use telling::with_text_fragment;

/// The badge of a quote. A bundle that is older than the badge has no words for it, and shows none.
pub fn proof(quote: QuoteRow<'_>, shared: &Shared) -> Html {
    let i18n = &shared.i18n;
    let kind = quote.check();
    let (badge, meaning) = messages(kind);
    if i18n.say(badge).is_empty() {
        return Html::default();
    }
    let reason =
        quote.unverified().map(|reason| html! { <p>{ i18n.fill(Message::ProofReason, &[("reason", reason)]) }</p> });
    // The reason for a whole quote is one for its original too.
    let original = quote.original_unverified().filter(|_| kind != CheckKind::Unverified);
    let original =
        original.map(|reason| html! { <p>{ i18n.fill(Message::OriginalUnverifiedMeans, &[("reason", reason)]) }</p> });
    let limits =
        (kind != CheckKind::Unverified).then(|| html! { <p>{ i18n.say(Message::ProofLimits).to_owned() }</p> });
    let source = shared.record.bundle.source(quote.source());
    let found = source.url().and_then(|address| with_text_fragment(address, quote.sought()));
    let title = html! { <cite>{ source.title().to_owned() }</cite> };
    let no_address = source.url().is_none().then(|| [" · ", i18n.say(Message::AddressNotGiven)].concat());
    let link = found.map(|address| {
        html! { <p>{ linked(Some(&address), html! { { i18n.say(Message::ProofFind).to_owned() } }) }</p> }
    });
    html! {
        <details class={["proof ", kind.name()].concat()}>
            <summary>{ i18n.say(badge).to_owned() }</summary>
            <p>{ i18n.say(meaning).to_owned() }</p>
            <p>{ linked(source.url().filter(|_| link.is_none()), title) }{ no_address.unwrap_or_default() }</p>
            { reason.unwrap_or_default() }
            { original.unwrap_or_default() }
            { limits.unwrap_or_default() }
            { link.unwrap_or_default() }
        </details>
    }
}

/// The badge, and what it means.
fn messages(kind: CheckKind) -> (Message, Message) {
    match kind {
        CheckKind::Exact => (Message::ProofExact, Message::ProofExactMeans),
        CheckKind::Normalised => (Message::ProofNormalised, Message::ProofNormalisedMeans),
        CheckKind::Elided => (Message::ProofElided, Message::ProofElidedMeans),
        CheckKind::Joined => (Message::ProofJoined, Message::ProofJoinedMeans),
        CheckKind::Unverified => (Message::ProofUnverified, Message::ProofUnverifiedMeans),
    }
}
