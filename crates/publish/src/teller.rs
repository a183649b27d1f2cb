//! How an event, a quote or a source is told in a line: what the formats for calendars, feeds and slides share.

use std::collections::BTreeMap;

use story::{
    Change, ChangeKind, Date, Event, EventIx, Message, PersonIx, Quote, QuoteIx, Shape, Source, SourceIx, Status,
    Story, Subject, When,
};

use crate::certain::{Certain, Span, WRITABLE_YEARS};
use crate::plain::one_line;
use crate::{I18n, Links};

/// A story with what is needed to tell it.
pub(crate) struct Teller<'a> {
    pub(crate) story: &'a Story,
    pub(crate) links: &'a Links,
    pub(crate) i18n: I18n<'a>,
    /// The element of a paragraph in a quotation.
    pub(crate) quotation_paragraph: &'static str,
    /// For each event its quotes.
    quotes_of: Vec<Vec<QuoteIx>>,
    /// The changes of each record that has any, in the order of time.
    changes_of: BTreeMap<Subject, Vec<&'a Change>>,
}

impl<'a> Teller<'a> {
    pub(crate) fn new(story: &'a Story, links: &'a Links) -> Self {
        let mut quotes_of = vec![Vec::new(); story.events.len()];
        for (at, quote) in story.quotes.iter().enumerate() {
            if let Some(quotes) = quote.event.and_then(|event| quotes_of.get_mut(event.at())) {
                quotes.push(QuoteIx::from(at));
            }
        }
        let mut changes_of: BTreeMap<Subject, Vec<&Change>> = BTreeMap::new();
        for change in &story.changes {
            changes_of.entry(change.subject).or_default().push(change);
        }
        changes_of.values_mut().for_each(|changes| changes.sort_by_key(|change| change.date.when.order_sec()));
        Self { story, links, i18n: I18n::new(story), quotation_paragraph: "p", quotes_of, changes_of }
    }

    /// The same for a program with a style of its own for a paragraph in a quotation.
    pub(crate) fn with_quotation_paragraph(self, element: &'static str) -> Self {
        Self { quotation_paragraph: element, ..self }
    }

    /// The quotes that belong to an event, in the author's order.
    pub(crate) fn quotes_of(&self, event: EventIx) -> impl Iterator<Item = &'a Quote> {
        let quotes = self.quotes_of.get(event.at()).map(Vec::as_slice).unwrap_or_default();
        quotes.iter().filter_map(|ix| self.story.quotes.get(ix.at()))
    }

    pub(crate) fn person(&self, at: PersonIx) -> &'a str {
        self.story.people.get(at.at()).map_or("", |person| &person.name)
    }

    pub(crate) fn source(&self, at: SourceIx) -> Option<&'a Source> {
        self.story.sources.get(at.at())
    }

    /// The sources that tell of an event, each once.
    pub(crate) fn sources_of(&self, event: &Event) -> Vec<SourceIx> {
        let mut sources = Vec::new();
        for account in &event.accounts {
            if !sources.contains(&account.source) {
                sources.push(account.source);
            }
        }
        sources
    }

    /// A source by its headline and who printed it.
    pub(crate) fn source_name(&self, at: SourceIx) -> String {
        let Some(source) = self.source(at) else { return String::new() };
        match source.publisher.as_ref().or(source.agency.as_ref()) {
            Some(publisher) => format!("{} ({publisher})", source.title),
            None => source.title.clone(),
        }
    }

    /// Where a source can be read.
    pub(crate) fn source_url(&self, at: SourceIx) -> Option<String> {
        self.source(at)?.url.as_deref().and_then(|url| self.links.resolve(url))
    }

    /// What a bare date would hide of an event: that it is a plan, or how vague its date is.
    pub(crate) fn remark(&self, event: &Event) -> Option<String> {
        match (is_exact(event.date.as_ref()), event.status) {
            (true, Status::Happened) => None,
            (true, status) => Some(self.i18n.status(status).to_owned()),
            (false, _) => Some(self.i18n.status_and_date(event)),
        }
    }

    /// The title of an event, with what a bare date would hide.
    pub(crate) fn headline(&self, event: &Event) -> String {
        let title = one_line(&event.title);
        self.remark(event).map(|remark| format!("{title} ({remark})")).unwrap_or(title)
    }

    /// A quote with its quotation marks.
    pub(crate) fn quoted(&self, quote: &Quote) -> String {
        self.i18n.fill(Message::Quoted, &[("text", &quote.text)])
    }

    /// What the speaker was at the time.
    pub(crate) fn role(&self, quote: &'a Quote) -> Option<&'a str> {
        let own = || self.story.people.get(quote.speaker.at())?.role.as_deref();
        quote.role.as_deref().or_else(own)
    }

    /// Who said it and of what, for a line that ends with the words themselves.
    pub(crate) fn speaker(&self, quote: &'a Quote) -> String {
        let parts = [Some(self.person(quote.speaker)), quote.about.as_deref()];
        parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
    }

    /// Who said it and what they were, of what, who carried it, who printed it, and when it was said.
    pub(crate) fn attribution(&self, quote: &'a Quote) -> String {
        let speaker = [Some(self.person(quote.speaker)), self.role(quote)];
        let parts = [
            Some(speaker.into_iter().flatten().collect::<Vec<_>>().join(", ")),
            quote.about.clone(),
            quote.via.map(|via| self.i18n.fill(Message::Via, &[("name", self.person(via))])),
            Some(self.source_name(quote.source)),
            quote.said.as_ref().map(|said| self.i18n.date(said)),
        ];
        parts.into_iter().flatten().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }

    /// How far a quote was checked, in a word or two, and why not, if it was not.
    pub(crate) fn proof(&self, quote: &Quote) -> String {
        let (badge, _) = telling::badge(quote.check.kind);
        let badge = self.i18n.say(badge);
        let reason =
            quote.check.reason.as_ref().map(|reason| self.i18n.fill(Message::ProofReason, &[("reason", reason)]));
        [Some(badge.to_owned()), reason].into_iter().flatten().collect::<Vec<_>>().join(". ")
    }

    /// The changes that concern a record, in the order of time.
    pub(crate) fn changes_of(&self, subject: Subject) -> &[&'a Change] {
        self.changes_of.get(&subject).map(Vec::as_slice).unwrap_or_default()
    }

    /// The second at which a record was changed last; `None` where it never was.
    pub(crate) fn changed_sec(&self, subject: Subject) -> Option<i64> {
        self.changes_of(subject).iter().filter_map(|change| published_sec(&change.date)).max()
    }

    /// What a change is and when it was made.
    pub(crate) fn change_lead(&self, change: &Change) -> String {
        let message = match change.kind {
            ChangeKind::Correction => Message::CorrectedOn,
            ChangeKind::Update => Message::UpdatedOn,
        };
        self.i18n.fill(message, &[("date", &self.i18n.date(&change.date))])
    }

    /// What a plan turned into.
    pub(crate) fn outcome(&self, event: &Event) -> Option<&'a Event> {
        event.became.and_then(|at| self.story.events.get(at.at()))
    }

    /// The second at which the record as a whole was as it is: when its author last changed it, else when its last
    /// source was published, else 1970. No clock is asked.
    pub(crate) fn record_sec(&self) -> i64 {
        let published = self.story.sources.iter().filter_map(|source| published_sec(source.published.as_ref()?)).max();
        self.story.updated.as_ref().and_then(published_sec).or(published).unwrap_or_default()
    }
}

/// When a story was last changed: as its author says, else with the last of its changes.
pub(crate) fn last_changed(story: &Story) -> Option<&Date> {
    let newest = || story.changes.iter().map(|change| &change.date).max_by_key(|date| date.when.order_sec());
    story.updated.as_ref().or_else(newest)
}

/// The second from which on something with this date was surely out: the beginning of the last day that it may have
/// been. Of one that has no last, "on or after" some day, the first.
pub(crate) fn published_sec(date: &Date) -> Option<i64> {
    let moment = date.when.last.moment().or(date.when.first.moment())?;
    let sec = match Span::undoubted(&When::single(moment)).start {
        Some(Certain::Second(sec, zone) | Certain::Minute(sec, zone)) => zone.instant_from_sec(sec),
        _ => story::sec_from_day(story::day_from_sec(moment.latest_sec)),
    };
    WRITABLE_YEARS.contains(&story::civil_from_day(story::day_from_sec(sec)).year).then_some(sec)
}

/// Whether days or times alone say all that is known of a date.
fn is_exact(date: Option<&Date>) -> bool {
    let Some(when) = date.map(|date| date.when) else { return false };
    let is_fine = |certain: Option<Certain>| {
        matches!(certain, Some(Certain::Day(..) | Certain::Minute(..) | Certain::Second(..)))
    };
    let span = Span::certain(&when);
    match when.shape {
        Shape::Single => is_fine(span.start),
        Shape::Interval => is_fine(span.start) && is_fine(span.end),
        Shape::OneOf { .. } | Shape::AllOf { .. } => false,
    }
}
