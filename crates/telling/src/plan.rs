//! Plans and what became of them.

use story::{EventIx, Message, Status};
use wording::Length;

use crate::{Telling, Tree, symbols::Mark};

impl Telling<'_> {
    /// The plans that came to an event, and where it is a plan itself, what came of it.
    pub(crate) fn plans(&self, t: &mut dyn Tree, ix: EventIx) {
        let before: Vec<EventIx> = self.as_of.plans_of(ix).collect();
        let is_plan = self.bundle().event(ix).status().is_plan();
        if before.is_empty() && !is_plan {
            return;
        }
        t.start("ul", "plans");
        before.into_iter().for_each(|plan| self.fulfilled(t, plan, ix));
        if is_plan {
            self.outcome(t, ix);
        }
        t.close();
    }

    /// A plan that came to an event, or did not.
    fn fulfilled(&self, t: &mut dyn Tree, plan: EventIx, ix: EventIx) {
        let fell_through = self.bundle().event(ix).status() == Status::FellThrough;
        self.line(t, plan, Some(ix), &mut |t| {
            self.event_link_around(t, plan, &mut |t| self.due(t, plan));
            t.text(self.say(Message::Comma));
            self.announced(t, plan);
            t.text(": ");
            t.text(self.say(if fell_through { Message::FellThrough } else { Message::CameToThis }));
        });
    }

    /// What a plan turned into; that it is still open, where nothing settled is known.
    fn outcome(&self, t: &mut dyn Tree, plan: EventIx) {
        let next = self.as_of.became(plan);
        self.line(t, plan, next, &mut |t| {
            if self.has_announcement(plan) {
                t.start("span", "cap");
                self.announced(t, plan);
                t.close();
                t.text(". ");
            }
            match (next, self.last_day) {
                (Some(next), _) => self.around(t, Message::Became, "{event}", &mut |t| self.other(t, next)),
                (None, Some(day)) if self.is_ahead(plan) => {
                    let day = wording::day(self.tongue, day, Length::Long);
                    t.text(&self.fill(Message::StillOpenOn, &[("date", &day)]));
                }
                (None, _) => t.text(self.say(Message::NothingLaterKnown)),
            }
        });
    }

    /// A line with the arc from a plan to what came of it.
    fn line(&self, t: &mut dyn Tree, plan: EventIx, next: Option<EventIx>, words: &mut dyn FnMut(&mut dyn Tree)) {
        t.start("li", if self.as_of.is_open(plan) { "open" } else { "" });
        self.arc(t, self.bundle().event(plan).status(), Mark::of(self.as_of, next.unwrap_or(plan)));
        t.open("span");
        words(t);
        t.close();
        t.close();
    }

    /// Another event by its title, with its date.
    fn other(&self, t: &mut dyn Tree, ix: EventIx) {
        self.event_link(t, ix, self.bundle().event(ix).title());
        if let Some(when) = self.as_of.date(ix) {
            t.text(self.say(Message::Comma));
            self.when(t, "", &when);
        }
    }

    fn has_announcement(&self, plan: EventIx) -> bool {
        let event = self.bundle().event(plan);
        event.announced().or(event.known_from()).is_some()
    }

    /// When a plan was announced, else when it was first reported.
    fn announced(&self, t: &mut dyn Tree, plan: EventIx) {
        let event = self.bundle().event(plan);
        match (event.announced(), event.known_from()) {
            (Some(when), _) => self.around_date(t, Message::AnnouncedOn, &when),
            (None, Some(when)) => self.around_date(t, Message::ReportedOn, &when),
            (None, None) => t.text(self.say(Message::NoDate)),
        }
    }
}
