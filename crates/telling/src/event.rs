//! One event: at length, or in a line that opens.

use story::{EventIx, Message, QuoteIx, Status, Subject};
use wording::Length;

use crate::{Telling, Tree, hooks, published_day, story_view::around, symbols::Mark};

/// A quote of at most so many characters stands beside the text.
const BESIDE_CHARS: usize = 160;

/// The parts of an event that is told at length.
struct Parts {
    /// The quotes that stand in the text, those beside it, and those behind a fold.
    quotes: [Vec<QuoteIx>; 3],
    has_pictures: bool,
    is_opening: bool,
}

impl Telling<'_> {
    /// An event at length.
    pub(crate) fn event(&self, t: &mut dyn Tree, ix: EventIx) {
        let event = self.bundle().event(ix);
        let parts = self.parts(ix);
        t.start("article", &self.classes(ix, &parts));
        t.set("id", &[hooks::EVENT, event.id()].concat());
        t.start("header", "rail");
        self.time(t, ix);
        if let Some(place) = event.place() {
            t.text(" ");
            t.leaf("span", "place", place);
        }
        t.close();
        self.mark(t, "mk", Mark::of(self.as_of, ix));
        self.body(t, ix, &parts);
        self.beside(t, ix, &parts);
        t.open("footer");
        self.plans(t, ix);
        self.changes(t, Subject::Event(ix));
        self.sources_of(t, ix);
        self.onward(t, ix);
        t.close();
        t.close();
    }

    /// The ways to what is told at length before and after, where no script gives the bar its own.
    fn onward(&self, t: &mut dyn Tree, ix: EventIx) {
        let Some(at) = self.stops.iter().position(|stop| *stop == ix) else { return };
        t.open("noscript");
        let ways = [(at.checked_sub(1), Message::Previous), (Some(at + 1), Message::Next)];
        for (stop, words) in ways {
            if let Some(stop) = stop.and_then(|at| self.stops.get(at)) {
                self.jump(t, hooks::EVENT, self.bundle().event(*stop).id(), self.say(words));
                t.text(" ");
            }
        }
        t.close();
    }

    fn parts(&self, ix: EventIx) -> Parts {
        let mut quotes = self.as_of.quotes_of(ix);
        let has_pictures = self.pictures(ix).next().is_some();
        let is_opening = self.order.opening == Some(ix);
        let mut text: Vec<QuoteIx> = quotes.by_ref().take(usize::from(!has_pictures)).collect();
        let mut beside: Vec<QuoteIx> = quotes.by_ref().take(1 + usize::from(has_pictures)).collect();
        let is_short = |quote: &QuoteIx| self.bundle().quote(*quote).text().chars().count() <= BESIDE_CHARS;
        if !has_pictures && !beside.iter().all(is_short) {
            text.append(&mut beside);
        }
        Parts { quotes: [text, beside, quotes.collect()], has_pictures, is_opening }
    }

    fn classes(&self, ix: EventIx, parts: &Parts) -> String {
        let rank = ["r1", "r2", "r3"][usize::from(self.bundle().event(ix).rank().clamp(1, 3)) - 1];
        let has = [
            ("e", true),
            (rank, true),
            ("opening", parts.is_opening),
            ("pictured", parts.has_pictures),
            ("upright", parts.has_pictures && self.is_upright(ix)),
            ("open", self.as_of.is_open(ix)),
        ];
        has.iter().filter(|(_, has)| *has).map(|(class, _)| *class).collect::<Vec<_>>().join(" ")
    }

    /// When it was, with its status where that is more than that it happened. A plan that is not
    /// ahead any more stands at its announcement, and says for when it was.
    fn time(&self, t: &mut dyn Tree, ix: EventIx) {
        let event = self.bundle().event(ix);
        if self.is_announced_before(ix) {
            self.announcement(t, ix);
            t.text(" ");
            t.start("span", "due");
            self.due(t, ix);
            t.close();
            return;
        }
        t.start("span", "when");
        if event.status() != Status::Happened {
            t.leaf("b", "st", self.say(wording::status_message(event.status())));
            t.text(" ");
        }
        match self.as_of.date(ix) {
            Some(when) => self.day_and_time(t, &when),
            None => t.text(self.say(Message::NoDate)),
        }
        t.close();
    }

    /// The day a plan was announced, else the last by which it was reported.
    fn announcement(&self, t: &mut dyn Tree, ix: EventIx) {
        let event = self.bundle().event(ix);
        match (event.announced(), event.known_from().as_ref().and_then(published_day)) {
            (Some(when), _) => self.when(t, "when", &when),
            (None, Some(day)) => {
                let date = wording::day(self.tongue, day, Length::Long);
                t.leaf("span", "when", &self.fill(Message::OnOrBefore, &[("date", &date)]));
            }
            (None, None) => t.leaf("span", "when", self.say(Message::NoDate)),
        }
    }

    /// What a plan is, and for when.
    pub(crate) fn due(&self, t: &mut dyn Tree, ix: EventIx) {
        let status = self.say(wording::status_message(self.bundle().event(ix).status()));
        let date = self.as_of.date(ix).map(|when| wording::when(self.tongue, &when, Length::Long));
        let date = date.unwrap_or_else(|| self.say(Message::NoDate).to_owned());
        let phrase = self.fill(Message::StatusAndDate, &[("date", &date)]);
        around(t, &phrase, "{status}", &mut |t| t.leaf("b", "st", status));
    }

    /// Whether it is a plan that is not ahead any more: such a one stands at its announcement.
    pub(crate) fn is_announced_before(&self, ix: EventIx) -> bool {
        self.bundle().event(ix).status().is_plan() && !self.is_ahead(ix)
    }

    fn body(&self, t: &mut dyn Tree, ix: EventIx, parts: &Parts) {
        let event = self.bundle().event(ix);
        t.start("div", "body");
        self.former_event(t, ix);
        self.open_heading(t, if parts.is_opening { 1 } else { 2 }, "");
        t.text(event.title());
        t.close();
        self.media(t, ix, parts.is_opening);
        // Without a picture, a quote is what the story opens with.
        let leads =
            |t: &mut dyn Tree| parts.quotes[0].iter().for_each(|quote| self.quote(t, *quote, self.size(*quote)));
        if parts.is_opening {
            leads(t);
        }
        if !event.summary().is_empty() {
            self.rich(t, "sum", event.summary());
        }
        if !parts.is_opening {
            leads(t);
        }
        t.close();
    }

    /// How large the words of a quote that stands in the text are: the longer, the smaller.
    fn size(&self, quote: QuoteIx) -> &'static str {
        match self.bundle().quote(quote).text().chars().count() {
            ..70 => "lead",
            70..150 => "lead mid",
            _ => "lead long",
        }
    }

    /// What stands beside the text where there is room, else below it.
    fn beside(&self, t: &mut dyn Tree, ix: EventIx, parts: &Parts) {
        let [_, beside, more] = &parts.quotes;
        let differs = self.as_of.accounts_differ(ix);
        if !differs && beside.is_empty() && more.is_empty() {
            return;
        }
        t.open("aside");
        if differs {
            self.differing(t, ix);
        }
        beside.iter().for_each(|quote| self.quote(t, *quote, ""));
        if !more.is_empty() {
            t.start("details", "further");
            t.leaf("summary", "", &self.count(Message::MoreQuotes, more.len()));
            more.iter().for_each(|quote| self.quote(t, *quote, ""));
            t.close();
        }
        t.close();
    }

    /// An event in a line that opens.
    pub(crate) fn brief(&self, t: &mut dyn Tree, ix: EventIx) {
        let event = self.bundle().event(ix);
        t.start("details", if self.as_of.is_open(ix) { "e li open" } else { "e li" });
        t.set("id", &[hooks::EVENT, event.id()].concat());
        t.open("summary");
        t.start("span", "rail");
        if self.is_announced_before(ix) {
            self.announcement(t, ix);
        } else {
            self.time(t, ix);
        }
        t.close();
        self.mark(t, "mk", Mark::of(self.as_of, ix));
        self.open_heading(t, 2, "hl");
        t.text(event.title());
        t.close();
        if self.is_announced_before(ix) {
            t.text(" ");
            t.start("small", "due");
            self.due(t, ix);
            t.close();
        }
        t.close();
        t.start("div", "unfolded");
        self.former_event(t, ix);
        if !event.summary().is_empty() {
            self.rich(t, "sum", event.summary());
        }
        if let Some(place) = event.place() {
            t.leaf("p", "place", place);
        }
        self.media(t, ix, false);
        if self.as_of.accounts_differ(ix) {
            self.differing(t, ix);
        }
        self.plans(t, ix);
        self.changes(t, Subject::Event(ix));
        self.sources_of(t, ix);
        t.close();
        t.close();
    }
}
