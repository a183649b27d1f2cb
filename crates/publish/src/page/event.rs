//! One event: when, what, where, what became of it, what each source says, what was said then.

use maud::{Markup, html};
use story::{Account, Date, Event, EventIx, Media, MediaKind, Message, Status};

use super::{Page, Pictures, Setting, heading};

impl Page<'_> {
    pub(super) fn event(&self, ix: EventIx, setting: Setting<'_>) -> Markup {
        let Some(event) = self.event_at(ix) else { return Markup::default() };
        html! {
            li class=(event.status.name()) id={ "event-" (event.id) } {
                p class="when" { (self.mark(event)) (self.status_and_date(event)) }
                div {
                    (heading(setting.level + 2, "event", &html! { (event.title) }))
                    @if !event.summary.runs.is_empty() { p class="sum" { (self.text(&event.summary)) } }
                    @if let Some(place) = &event.place { p class="place" { (place) } }
                    @for medium in &event.media { (self.medium(medium, setting.pictures)) }
                    (self.plan(ix, event))
                    (self.accounts(event))
                    (self.said_then(ix))
                    (self.took_part(event))
                }
            }
        }
    }

    fn mark(&self, event: &Event) -> Markup {
        let kind = if accounts_differ(event) { "differ" } else { event.status.name() };
        html! { span class={ "mark " (kind) } aria-hidden="true" {} }
    }

    /// The status, where it is more than that it happened, and the date.
    fn status_and_date(&self, event: &Event) -> Markup {
        let words = &self.words;
        let date = match &event.date {
            Some(date) => self.date(date),
            None => html! { (words.say(Message::NoDate)) },
        };
        html! {
            @if event.status != Status::Happened { b class="status" { (words.status(event.status)) } " " }
            span class="date" { (date) }
        }
    }

    /// When a plan was announced, what became of it, and the plans that came to this.
    fn plan(&self, ix: EventIx, event: &Event) -> Markup {
        let words = &self.words;
        let before = self.plans.get(ix.at()).filter(|plans| !plans.is_empty());
        html! {
            @if let Some(announced) = &event.announced {
                p class="announced" { (self.around_date(Message::AnnouncedOn, announced)) }
            }
            @if event.status.is_plan() {
                p class="label" { (words.say(Message::WhatBecameOfIt)) }
                @match event.became {
                    Some(outcome) => ul class="then" { (self.other_event(outcome)) },
                    None => p class="muted" { (words.say(Message::NothingLaterKnown)) },
                }
            }
            @if let Some(plans) = before {
                p class="label" { (words.say(Message::AnnouncedBefore)) }
                ul class="then" { @for plan in plans { (self.other_event(*plan)) } }
            }
        }
    }

    fn other_event(&self, ix: EventIx) -> Markup {
        let Some(event) = self.event_at(ix) else { return Markup::default() };
        html! {
            li { (self.mark(event)) (self.event_link(ix, &event.title)) " " small { (self.status_and_date(event)) } }
        }
    }

    fn accounts(&self, event: &Event) -> Markup {
        let label = match accounts_differ(event) {
            true => self.words.say(Message::AccountsDifferOnDate).to_owned(),
            false => self.words.count(Message::Accounts, event.accounts.len()),
        };
        html! {
            @if !event.accounts.is_empty() {
                p class="label" { (label) }
                ul class="accounts" { @for account in &event.accounts { (self.account(account)) } }
            }
        }
    }

    fn account(&self, account: &Account) -> Markup {
        let Some(source) = self.source_at(account.source) else { return Markup::default() };
        html! {
            li {
                p class="who" {
                    cite { (self.linked(source.url.as_deref(), html! { (self.reporter(source)) })) }
                    " " small { (self.published(source)) }
                }
                p {
                    @if let Some(date) = &account.date { b { (self.date(date)) } " " }
                    span class="says" { (self.text(&account.says)) }
                }
            }
        }
    }

    fn said_then(&self, ix: EventIx) -> Markup {
        let quotes = self.quotes.get(ix.at()).map(Vec::as_slice).unwrap_or_default();
        let quotes = quotes.iter().filter_map(|ix| self.quote_at(*ix));
        let mut quotes = quotes.peekable();
        html! {
            @if quotes.peek().is_some() {
                p class="label" { (self.words.say(Message::SaidThen)) }
                ul class="saidthen" {
                    @for quote in quotes {
                        li {
                            a href={ "#quote-" (quote.id) } {
                                q lang=[quote.language.as_deref()] dir=[quote.language.as_deref().map(wording::direction)] { (quote.text) }
                            }
                            " " small { (self.person(quote.speaker)) }
                        }
                    }
                }
            }
        }
    }

    fn took_part(&self, event: &Event) -> Markup {
        let people = event.people.iter().filter_map(|ix| self.story.people.get(ix.at()));
        html! {
            @if !event.people.is_empty() {
                p class="label" { (self.words.say(Message::WhoTookPart)) }
                ul class="people" {
                    @for person in people {
                        li { (person.name) @if let Some(role) = &person.role { " " small { (role) } } }
                    }
                }
            }
        }
    }

    /// A picture that lies beside the page; anything else is told in words, with a link, and asked of nobody.
    fn medium(&self, medium: &Media, pictures: Pictures) -> Markup {
        let (host, address) = (host_of(&medium.url), self.address(&medium.url));
        let is_shown = medium.kind == MediaKind::Image && host.is_none() && pictures == Pictures::Beside;
        let (width, height) = medium.size_px.unzip();
        let open = host.map(|host| self.words.fill(Message::OpenAt, &[("host", &host)]));
        html! {
            figure class="medium" {
                @if is_shown {
                    img loading="lazy" decoding="async" alt=(medium.alt) width=[width] height=[height] src=(address);
                } @else if let Some(open) = open {
                    p { (medium.alt) }
                    p { a href=(address) rel="noopener noreferrer" { (open) } }
                } @else {
                    p { a href=(address) { (medium.alt) } }
                }
                @if !medium.caption.is_empty() || !medium.credit.is_empty() {
                    figcaption { (medium.caption) " " small { (medium.credit) } }
                }
            }
        }
    }
}

/// The host of an absolute address; none for one that is relative to the page.
fn host_of(address: &str) -> Option<String> {
    let page = url::Url::parse("https://page.invalid/").ok()?;
    let url = page.join(address).ok()?;
    url.host_str().filter(|host| *host != "page.invalid").map(str::to_owned)
}

/// Whether two accounts of an event give dates that cannot both be right.
fn accounts_differ(event: &Event) -> bool {
    let date_of = |account: &'_ Account| account.date.clone().or_else(|| event.date.clone());
    let dates: Vec<Date> = event.accounts.iter().filter_map(date_of).collect();
    let apart =
        |a: &Date, b: &Date| matches!((a.when.latest_sec(), b.when.earliest_sec()), (Some(a), Some(b)) if a < b);
    dates.iter().any(|a| dates.iter().any(|b| apart(a, b)))
}
