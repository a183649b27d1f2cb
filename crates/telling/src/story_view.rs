//! The whole view: head, bar, strip, what happened in order, what was still ahead, and what it all rests on.

use bundle::{Bundle, Runs};
use story::{EventIx, Message, PersonIx, SourceIx};
use wording::{Format, Tongue, direction};

use crate::{AsOf, Chapter, Heading, Order, Tree, hooks, listed::listed, may_be_followed, published_day, resolved};

/// How a story view stands to the page around it.
#[derive(Clone, Copy)]
pub struct Setting<'a> {
    /// The level of the heading that is the title: 1 in a page of its own, 2 in an article.
    pub level: u8,
    /// What stands before addresses that are relative to the story, up to and with a `/`; empty where the page lies beside it.
    pub base: &'a str,
    /// Where the page finds a file, by its path in the story's folder or its address elsewhere; `None` where it has not got it.
    pub file: &'a dyn Fn(&str) -> Option<String>,
    /// Where the whole story is, for a view that has no room for it, as the page writes it; empty where nobody knows. Only
    /// a page's own language has the words for it, so the widget leaves it empty.
    pub rest: &'a str,
}

/// A story on its way into markup.
pub struct Telling<'a> {
    /// The story, as of the day that it is told.
    pub as_of: AsOf<'a>,
    /// In what language.
    pub tongue: &'a dyn Tongue,
    /// Where it will stand.
    pub setting: Setting<'a>,
    /// In what order.
    pub order: Order,
    /// The events that are told at length, in that order.
    pub(crate) stops: Vec<EventIx>,
    /// The sources that are listed at the end, in the author's order.
    pub(crate) sources: Vec<SourceIx>,
    /// The day on which knowledge ends.
    pub(crate) last_day: Option<i64>,
}

impl<'a> Telling<'a> {
    /// A story as of a day, counted from 1970-01-01; with all that is known without one.
    #[must_use]
    pub fn new(bundle: &'a Bundle, day: Option<i64>, tongue: &'a dyn Tongue, setting: Setting<'a>) -> Self {
        let as_of = AsOf { bundle, day };
        let order = Order::new(as_of);
        let stops = order.stops(as_of).collect();
        Self { as_of, tongue, setting, stops, sources: listed(as_of, &order), last_day: as_of.last_day(), order }
    }

    /// One event, as it stands among others: at length or in a line.
    pub fn single(&self, t: &mut dyn Tree, ix: EventIx) {
        if self.is_full(ix) { self.event(t, ix) } else { self.brief(t, ix) }
    }

    /// The whole view.
    pub fn story(&self, t: &mut dyn Tree) {
        let story = self.bundle().story();
        t.start("div", "room");
        t.start("section", "or");
        t.set("lang", story.language());
        t.set("dir", direction(story.language()));
        t.set("aria-label", story.title());
        t.set(hooks::STORY, story.id());
        t.set(hooks::VERSION, &self.bundle().version());
        self.symbols(t);
        self.head(t);
        self.lost(t);
        self.sticky(t);
        t.start("div", "lens");
        t.close();
        t.start("div", "story");
        if self.order.events().any(|ix| self.pictures(ix).next().is_some()) {
            t.set("data-missing", self.say(Message::PictureMissing));
            t.set("data-again", self.say(Message::TryAgain));
        }
        self.column(t);
        self.end(t);
        t.close();
        t.close();
        t.close();
    }

    /// What happened, in order.
    fn column(&self, t: &mut dyn Tree) {
        t.start("div", "col");
        if let Some(opening) = self.order.opening {
            self.event(t, opening);
        }
        self.order.chapters.iter().for_each(|chapter| self.chapter(t, chapter));
        t.close();
        if self.order.opening.is_none() && self.order.loose.is_empty() {
            t.leaf("p", "nothing", self.say(Message::NothingYet));
        }
        self.ahead(t);
        self.loose(t);
        self.rest(t);
    }

    fn chapter(&self, t: &mut dyn Tree, chapter: &Chapter) {
        self.open_heading(t, 1, if chapter.is_part { "ch part" } else { "ch" });
        t.leaf("span", "", &self.heading(chapter));
        t.text(" ");
        t.leaf("small", "", &self.chapter_counts(chapter));
        t.close();
        self.run_of(t, &chapter.events);
        self.left_out(t, chapter.left, &chapter.left_by_month, chapter.days);
    }

    fn heading(&self, chapter: &Chapter) -> String {
        match chapter.heading {
            Heading::Before => self.say(Message::WhatCameBefore).to_owned(),
            Heading::Followed => self.say(Message::WhatFollowed).to_owned(),
            Heading::Era(ix) => self.bundle().era(ix).name().to_owned(),
            Heading::Time(when) => wording::when(self.tongue, &when, wording::Length::Long),
        }
    }

    /// How many events and quotes a chapter has, and from when to when, where its heading does not say it.
    fn chapter_counts(&self, chapter: &Chapter) -> String {
        let mut counts = vec![self.count(Message::Events, chapter.event_count)];
        if chapter.quote_count > 0 {
            counts.push(self.count(Message::Quotes, chapter.quote_count));
        }
        if !matches!(chapter.heading, Heading::Time(_)) {
            counts.push(self.years(chapter.days));
        }
        counts.join(self.say(Message::Comma))
    }

    fn years(&self, (first, last): (i64, i64)) -> String {
        let [first, last] = [first, last].map(|day| story::civil_from_day(day).year);
        let (a, b) = (wording::year(self.tongue, first), wording::year(self.tongue, last));
        if first == last { a } else { wording::fill(self.tongue, Message::FromTo, &[("a", &a), ("b", &b)]) }
    }

    /// Events one after the other; those that are told in a line stand close together.
    fn run_of(&self, t: &mut dyn Tree, events: &[EventIx]) {
        for alike in events.chunk_by(|a, b| self.is_full(*a) == self.is_full(*b)) {
            let is_full = alike.iter().all(|ix| self.is_full(*ix));
            if is_full {
                alike.iter().for_each(|ix| self.event(t, *ix));
            } else {
                t.start("div", "run");
                alike.iter().for_each(|ix| self.brief(t, *ix));
                t.close();
            }
        }
    }

    /// How many more events of some days there are than there is room for, and the way to them, which is the widget's.
    fn left_out(&self, t: &mut dyn Tree, count: usize, by_month: &[(i64, usize)], (first, last): (i64, i64)) {
        if count == 0 {
            return;
        }
        t.start("p", "left");
        t.leaf("span", "", &self.count(Message::MoreEvents, count));
        if by_month.len() > 1 {
            let of_month = |(sec, n): &(i64, usize)| {
                let name = self.tongue.date(Format::MonthAlone, *sec);
                [&name, " (", &wording::number(self.tongue, *n), ")"].concat()
            };
            let months: Vec<String> = by_month.iter().map(of_month).collect();
            t.text(" ");
            t.leaf("small", "", &months.join(self.say(Message::Comma)));
        }
        t.text(" ");
        t.start("button", "link");
        t.set("type", "button");
        t.set("data-tool", "days");
        t.set("data-text", &[first.to_string(), last.to_string()].join("/"));
        t.text(self.say(Message::Timeline));
        t.close();
        t.close();
    }

    /// How much of the story is told, and where all of it is.
    fn rest(&self, t: &mut dyn Tree) {
        let order = &self.order;
        let (shown, left) = match order.left() {
            0 => ((Message::Quotes, order.loose.len()), order.loose_left),
            left => ((Message::Events, order.events().count()), left),
        };
        if left == 0 || self.setting.rest.is_empty() {
            return;
        }
        let (message, n) = shown;
        let params = [("n", wording::number(self.tongue, n)), ("total", self.count(message, n + left))];
        t.start("p", "left");
        t.text(&self.fill(Message::PageShown, &params.each_ref().map(|(name, value)| (*name, value.as_str()))));
        t.text(" ");
        t.open("a");
        t.set("href", self.setting.rest);
        t.text(self.say(Message::PageRest));
        t.close();
        t.close();
    }

    fn ahead(&self, t: &mut dyn Tree) {
        let order = &self.order;
        if order.ahead.is_empty() && order.ahead_left == 0 {
            return;
        }
        t.start("div", "col upcoming");
        self.open_heading(t, 1, "as-of-line");
        if let Some(day) = self.last_day {
            let day = wording::day(self.tongue, day, wording::Length::Long);
            t.leaf("span", "", &self.fill(Message::OnRecordBy, &[("date", &day)]));
            t.text(". ");
        }
        t.leaf("small", "", self.say(Message::StillAhead));
        t.close();
        if self.has_days() {
            t.start("button", "link sooner");
            t.set("type", "button");
            t.set("data-tool", "earlier");
            t.text(self.say(Message::KnownEarlier));
            t.close();
        }
        self.run_of(t, &order.ahead);
        let last = self.last_day.unwrap_or_default();
        self.left_out(t, order.ahead_left, &[], (last, last));
        t.close();
    }

    /// The quotes that belong to no event.
    fn loose(&self, t: &mut dyn Tree) {
        let order = &self.order;
        if order.loose.is_empty() {
            return;
        }
        t.start("div", "col loose");
        // Where all quotes are such, they need no name for it.
        if order.opening.is_some() {
            self.open_heading(t, 1, "ch");
            t.leaf("span", "", self.say(Message::NoEvent));
            t.text(" ");
            t.leaf("small", "", &self.count(Message::Quotes, order.loose.len() + order.loose_left));
            t.close();
        }
        order.loose.iter().for_each(|ix| self.quote(t, *ix, ""));
        if order.loose_left > 0 {
            t.leaf("p", "left", &self.count(Message::MoreQuotes, order.loose_left));
        }
        t.close();
    }

    pub(crate) fn bundle(&self) -> &'a Bundle {
        self.as_of.bundle
    }

    fn is_full(&self, ix: EventIx) -> bool {
        crate::is_full(self.as_of, ix)
    }

    /// Whether an event was still ahead when knowledge ended.
    pub(crate) fn is_ahead(&self, ix: EventIx) -> bool {
        self.as_of.is_open(ix) && !self.as_of.is_overdue(ix, self.last_day)
    }

    /// Whether the story can be told as of more than one day: its sources were published on several.
    pub(crate) fn has_days(&self) -> bool {
        let published = |ix| self.bundle().source(ix).published().as_ref().and_then(published_day);
        let mut days = self.bundle().sources().filter_map(published);
        let first = days.next();
        days.any(|day| Some(day) != first)
    }

    pub(crate) fn say(&self, message: Message) -> &str {
        wording::say(self.tongue, message)
    }

    pub(crate) fn count(&self, message: Message, n: usize) -> String {
        wording::count(self.tongue, message, n)
    }

    pub(crate) fn fill(&self, message: Message, params: &[(&str, &str)]) -> String {
        wording::fill(self.tongue, message, params)
    }

    /// A phrase around something that is more than characters.
    pub(crate) fn around(&self, t: &mut dyn Tree, message: Message, hole: &str, inside: &mut dyn FnMut(&mut dyn Tree)) {
        around(t, self.say(message), hole, inside);
    }

    /// The heading so many levels below the title.
    pub(crate) fn open_heading(&self, t: &mut dyn Tree, below: u8, class: &str) {
        const NAMES: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
        let level = usize::from(self.setting.level.max(1) + below).min(NAMES.len());
        t.start(NAMES[level - 1], class);
    }

    /// Words that lead to an event of the story, where it is told.
    pub(crate) fn event_link(&self, t: &mut dyn Tree, ix: EventIx, words: &str) {
        self.event_link_around(t, ix, &mut |t| t.text(words));
    }

    /// What leads to an event of the story, where it is told.
    pub(crate) fn event_link_around(&self, t: &mut dyn Tree, ix: EventIx, inner: &mut dyn FnMut(&mut dyn Tree)) {
        let id = self.bundle().event(ix).id();
        if self.order.tells(ix) { jump_around(t, hooks::EVENT, id, inner) } else { inner(t) }
    }

    /// Who reports in a source, in words that lead to it, where it is listed.
    pub(crate) fn source_link(&self, t: &mut dyn Tree, ix: SourceIx) {
        let (id, words) = (self.bundle().source(ix).id(), self.reporter(ix));
        let is_listed = self.sources.binary_search(&ix).is_ok();
        if is_listed { self.jump(t, hooks::SOURCE, id, &words) } else { t.text(&words) }
    }

    /// Words that lead to something within the view.
    pub(crate) fn jump(&self, t: &mut dyn Tree, hook: &str, id: &str, words: &str) {
        jump_around(t, hook, id, &mut |t| t.text(words));
    }

    /// Words that lead elsewhere, where they may.
    pub(crate) fn linked(&self, t: &mut dyn Tree, address: Option<&str>, class: &str, words: &str) {
        link(t, self.setting.base, address, class, words);
    }

    /// The author's words with their emphasis and links; each paragraph an element of its own.
    pub(crate) fn rich(&self, t: &mut dyn Tree, class: &str, runs: Runs<'_>) {
        t.start("p", class);
        self.runs(t, runs);
        t.close();
    }

    /// The same without an element of its own.
    pub(crate) fn runs(&self, t: &mut dyn Tree, runs: Runs<'_>) {
        for run in runs {
            let styles = [("strong", run.strong), ("em", run.emphasis)].into_iter().filter(|(_, is_set)| *is_set);
            styles.clone().for_each(|(name, _)| t.open(name));
            for (at, line) in run.text.split('\n').enumerate() {
                if at > 0 {
                    t.open("br");
                    t.close();
                }
                self.linked(t, run.link, "", line);
            }
            styles.for_each(|_| t.close());
        }
    }

    pub(crate) fn person(&self, ix: PersonIx) -> &'a str {
        self.bundle().person(ix).name()
    }

    /// Who reports in a source: its outlet, else its agency.
    pub(crate) fn reporter(&self, ix: SourceIx) -> String {
        let source = self.bundle().source(ix);
        let name = source.publisher().or(source.agency());
        name.unwrap_or_else(|| self.say(Message::PublisherNotNamed)).to_owned()
    }
}

/// A phrase with something in the place of its parameter.
pub(crate) fn around(t: &mut dyn Tree, phrase: &str, hole: &str, inside: &mut dyn FnMut(&mut dyn Tree)) {
    let (before, after) = phrase.split_once(hole).unwrap_or((phrase, ""));
    t.text(before);
    inside(t);
    t.text(after);
}

/// Words that lead elsewhere, where they may. `base` is the story's folder.
pub(crate) fn link(t: &mut dyn Tree, base: &str, address: Option<&str>, class: &str, words: &str) {
    match address.filter(|address| may_be_followed(address)) {
        Some(address) => {
            t.start("a", class);
            t.set("href", &resolved(base, address));
            t.set("rel", "noopener noreferrer");
            t.text(words);
            t.close();
        }
        None if class.is_empty() => t.text(words),
        None => t.leaf("span", class, words),
    }
}

/// What leads to something within the view.
fn jump_around(t: &mut dyn Tree, hook: &str, id: &str, inner: &mut dyn FnMut(&mut dyn Tree)) {
    t.open("a");
    t.set("href", &["#", hook, id].concat());
    inner(t);
    t.close();
}
