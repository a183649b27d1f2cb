//! How far a quote was checked: a badge in words, which opens what was checked and what that does not prove.

use bundle::{Bundle, QuoteRow};
use story::{CheckKind, Message};
use wording::{Tongue, fill, say};

use crate::Tree;
use crate::story_view::link;
use crate::text_fragment::with_text_fragment;

/// How far the words of a quote were checked, and what that does not prove. A bundle that is older than the badge has no
/// words for it, and gets none. `base` is the story's folder, as in [`crate::Setting`].
pub fn proof(t: &mut dyn Tree, bundle: &Bundle, quote: QuoteRow<'_>, tongue: &dyn Tongue, base: &str) {
    let kind = quote.check();
    let (badge, means) = badge(kind);
    if say(tongue, badge).is_empty() {
        return;
    }
    let source = bundle.source(quote.source());
    t.start("details", &["check ", kind.name()].concat());
    t.open("summary");
    t.symbol("", sign(kind));
    t.leaf("span", "cap", say(tongue, badge));
    t.close();
    t.leaf("p", "", say(tongue, means));
    if let Some(reason) = quote.unverified() {
        t.leaf("p", "", &fill(tongue, Message::ProofReason, &[("reason", reason)]));
    }
    if let Some(reason) = quote.original_unverified().filter(|_| is_doubtful(quote)) {
        t.leaf("p", "", &fill(tongue, Message::OriginalUnverifiedMeans, &[("reason", reason)]));
    }
    if kind != CheckKind::Unverified {
        t.leaf("p", "", say(tongue, Message::ProofLimits));
    }
    if let Some(found) = source.url().and_then(|address| with_text_fragment(address, quote.sought())) {
        t.open("p");
        link(t, base, Some(&found), "", say(tongue, Message::ProofFind));
        t.close();
    }
    t.close();
}

/// Whether the words were checked, and the original beside them was not: then it must not pass for proved.
#[must_use]
pub fn is_doubtful(quote: QuoteRow<'_>) -> bool {
    let is_checked = |kind| kind != CheckKind::Unverified;
    quote.original().is_some() && is_checked(quote.check()) && !is_checked(quote.original_check())
}

/// The badge of a check, and what it means.
#[must_use]
pub fn badge(kind: CheckKind) -> (Message, Message) {
    match kind {
        CheckKind::Exact => (Message::ProofExact, Message::ProofExactMeans),
        CheckKind::Normalised => (Message::ProofNormalised, Message::ProofNormalisedMeans),
        CheckKind::Elided => (Message::ProofElided, Message::ProofElidedMeans),
        CheckKind::Joined => (Message::ProofJoined, Message::ProofJoinedMeans),
        CheckKind::Unverified => (Message::ProofUnverified, Message::ProofUnverifiedMeans),
    }
}

/// Where the sign of a check is drawn.
fn sign(kind: CheckKind) -> &'static str {
    match kind {
        CheckKind::Exact => "#or-checked",
        CheckKind::Normalised => "#or-tidied",
        CheckKind::Elided | CheckKind::Joined => "#or-cut",
        CheckKind::Unverified => "#or-unchecked",
    }
}
