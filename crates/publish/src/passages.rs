//! An event or a quote told in HTML, for feed readers and TimelineJS.

use story::{Account, Change, EventIx, Message, Quote, Subject};

use crate::markup::{element, escaped, lines, link, rich};
use crate::teller::Teller;

impl<'a> Teller<'a> {
    /// An event, for a program that shows its date itself: where it was, what happened, what each source says, what was
    /// said, and what became of it.
    pub(crate) fn event_html(&self, ix: EventIx) -> String {
        let event = &self.story.events[ix.at()];
        let accounts: String = event.accounts.iter().map(|account| self.account_html(account)).collect();
        let quotes: String = self.quotes_of(ix).map(|quote| self.quote_html(quote)).collect();
        let outcome = self.outcome(event).map(|outcome| {
            let title = link(self.links.event(&outcome.id).as_deref(), &lines(&outcome.title));
            let when = escaped(&self.i18n.status_and_date(outcome));
            element("p", &[self.i18n.say(Message::WhatBecameOfIt), "<br>", &title, "<br>", &when].concat())
        });
        [
            element("p", &event.place.as_deref().map(lines).unwrap_or_default()),
            element("p", &rich(&event.summary, self.links)),
            element("ul", &accounts),
            quotes,
            outcome.unwrap_or_default(),
        ]
        .concat()
    }

    /// A quote with who said it, who carried it and who printed it.
    pub(crate) fn quote_html(&self, quote: &'a Quote) -> String {
        let paragraph = |html: &str| element(self.quotation_paragraph, html);
        let words = language(quote.language.as_deref(), &lines(&self.quoted(quote)));
        let original = quote.original.as_ref().map(|original| {
            let text = self.i18n.fill(Message::Quoted, &[("text", &original.text)]);
            let by = original.translated_by.as_ref();
            let by = by.map(|name| self.i18n.fill(Message::TranslatedBy, &[("name", name)]));
            let doubt = quote.has_doubtful_original().then(|| self.i18n.say(Message::OriginalUnverified).to_owned());
            let told: Vec<String> = by.into_iter().chain(doubt).collect();
            paragraph(&language(Some(&original.language), &lines(&text))) + &paragraph(&escaped(&told.join(", ")))
        });
        let url = self.source_url(quote.source);
        let attribution = link(url.as_deref(), &escaped(&self.attribution(quote)));
        let proof = escaped(&self.proof(quote));
        [
            element("blockquote", &[paragraph(&words), original.unwrap_or_default()].concat()),
            element("p", &[attribution, "<br>".to_owned(), proof].concat()),
        ]
        .concat()
    }

    /// What was changed in a record after it was published, a paragraph each.
    pub(crate) fn changes_html(&self, subject: Subject) -> String {
        self.changes_of(subject).iter().map(|change| self.change_html(change)).collect()
    }

    fn change_html(&self, change: &Change) -> String {
        let lead = element("strong", &escaped(&self.change_lead(change)));
        let was = change.was.as_deref().map(|was| self.i18n.fill(Message::ItSaidBefore, &[("was", was)]));
        let was = was.map(|was| ["<br>", &lines(&was)].concat());
        element("p", &[&lead, "<br>", &rich(&change.note, self.links), &was.unwrap_or_default()].concat())
    }

    fn account_html(&self, account: &Account) -> String {
        let name = link(self.source_url(account.source).as_deref(), &escaped(&self.source_name(account.source)));
        let date = account.date.as_ref().map(|date| escaped(&self.i18n.date(date)));
        let says = Some(rich(&account.says, self.links));
        let parts = [Some(name), date, says].into_iter().flatten().filter(|part| !part.is_empty());
        element("li", &parts.collect::<Vec<_>>().join("<br>"))
    }
}

/// Words in a language of their own; the program that shows them finds their direction.
fn language(tag: Option<&str>, html: &str) -> String {
    match tag {
        Some(tag) => format!("<span lang=\"{}\" dir=\"auto\">{html}</span>", escaped(tag)),
        None => html.to_owned(),
    }
}
