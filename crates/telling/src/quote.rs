//! One quote: the words, in the original too, how they came to the reader, and how far they were checked.

use bundle::QuoteRow;
use story::{CheckKind, Message, QuoteIx, Subject};

use crate::{Telling, Tree, hooks, with_text_fragment};

/// The badge of a check, and what it means.
fn messages(kind: CheckKind) -> (Message, Message) {
    match kind {
        CheckKind::Exact => (Message::ProofExact, Message::ProofExactMeans),
        CheckKind::Normalised => (Message::ProofNormalised, Message::ProofNormalisedMeans),
        CheckKind::Elided => (Message::ProofElided, Message::ProofElidedMeans),
        CheckKind::Joined => (Message::ProofJoined, Message::ProofJoinedMeans),
        CheckKind::Unverified => (Message::ProofUnverified, Message::ProofUnverifiedMeans),
    }
}

impl Telling<'_> {
    /// A quote, with further classes that say how it is set.
    pub(crate) fn quote(&self, t: &mut dyn Tree, ix: QuoteIx, class: &str) {
        let quote = self.bundle().quote(ix);
        let class = if class.is_empty() { "q".to_owned() } else { ["q ", class].concat() };
        t.start("figure", &class);
        t.set("id", &[hooks::QUOTE, quote.id()].concat());
        self.former_quote(t, ix);
        t.open("blockquote");
        t.set_language(quote.language());
        t.text(&self.fill(Message::Quoted, &[("text", quote.text())]));
        t.close();
        self.original(t, quote);
        t.open("figcaption");
        self.portrait(t, quote);
        self.speaker(t, quote);
        self.chain(t, quote);
        self.proof(t, quote);
        t.close();
        self.changes(t, Subject::Quote(ix));
        t.close();
    }

    fn original(&self, t: &mut dyn Tree, quote: QuoteRow<'_>) {
        let Some((text, language)) = quote.original() else { return };
        let name = self.tongue.language_name(language).unwrap_or_else(|| language.to_owned());
        t.start("div", "in-original");
        t.open("p");
        t.text(&self.fill(Message::OriginalIn, &[("language", &name)]));
        if let Some(name) = quote.translated_by() {
            t.text(self.say(Message::Comma));
            t.text(&self.fill(Message::TranslatedBy, &[("name", name)]));
        }
        if is_doubtful(quote) {
            t.text(self.say(Message::Comma));
            t.text(self.say(Message::OriginalUnverified));
        }
        t.close();
        t.open("blockquote");
        t.set_language(Some(language));
        t.text(text);
        t.close();
        t.close();
    }

    /// The face of who said it, where the record has it; their name stands beside it.
    fn portrait(&self, t: &mut dyn Tree, quote: QuoteRow<'_>) {
        let portrait = self.bundle().person(quote.speaker()).portrait();
        let Some((name, address)) = portrait.and_then(|name| Some((name, self.file(name)?))) else { return };
        t.start("img", "portrait");
        for (name, value) in [("loading", "lazy"), ("alt", ""), ("width", "44"), ("height", "44")] {
            t.set(name, value);
        }
        self.picture_from(t, name, &address);
        t.close();
    }

    /// Who said it, what they were, and of what they spoke.
    fn speaker(&self, t: &mut dyn Tree, quote: QuoteRow<'_>) {
        let person = self.bundle().person(quote.speaker());
        t.open("p");
        t.leaf("b", "", person.name());
        for more in [quote.role().or(person.role()), quote.about()].into_iter().flatten() {
            t.text(self.say(Message::Comma));
            t.text(more);
        }
        t.close();
    }

    /// When it was said, who carried it, who printed it.
    fn chain(&self, t: &mut dyn Tree, quote: QuoteRow<'_>) {
        let source = self.bundle().source(quote.source());
        let via = quote.via().map(|ix| self.person(ix));
        let agency = source.agency().filter(|name| Some(*name) != via && source.publisher().is_some());
        t.start("p", "came-by");
        self.dated(t, quote.said(), Message::SaidOn, Message::SaidUndated);
        let carried = via.map(|name| (Message::CarriedBy, name));
        let carried = carried.into_iter().chain(agency.map(|name| (Message::FirstReportedBy, name)));
        for (message, name) in carried {
            t.text(self.say(Message::Comma));
            t.text(&self.fill(message, &[("name", name)]));
        }
        t.text(self.say(Message::Comma));
        self.around(t, Message::PrintedBy, "{name}", &mut |t| self.source_link(t, quote.source()));
        t.close();
    }

    /// How far the words were checked, and what that does not prove.
    fn proof(&self, t: &mut dyn Tree, quote: QuoteRow<'_>) {
        let kind = quote.check();
        let (badge, means) = messages(kind);
        let source = self.bundle().source(quote.source());
        t.start("details", &["check ", kind.name()].concat());
        t.open("summary");
        self.proof_sign(t, kind);
        t.leaf("span", "cap", self.say(badge));
        t.close();
        t.leaf("p", "", self.say(means));
        if let Some(reason) = quote.unverified() {
            t.leaf("p", "", &self.fill(Message::ProofReason, &[("reason", reason)]));
        }
        if let Some(reason) = quote.original_unverified().filter(|_| is_doubtful(quote)) {
            t.leaf("p", "", &self.fill(Message::OriginalUnverifiedMeans, &[("reason", reason)]));
        }
        if kind != CheckKind::Unverified {
            t.leaf("p", "", self.say(Message::ProofLimits));
        }
        if let Some(found) = source.url().and_then(|address| with_text_fragment(address, quote.sought())) {
            t.open("p");
            self.linked(t, Some(&found), "", self.say(Message::ProofFind));
            t.close();
        }
        t.close();
    }
}

/// Whether the words were checked, and the original beside them was not: then it must not pass for proved.
fn is_doubtful(quote: QuoteRow<'_>) -> bool {
    let is_checked = |kind| kind != CheckKind::Unverified;
    quote.original().is_some() && is_checked(quote.check()) && !is_checked(quote.original_check())
}
