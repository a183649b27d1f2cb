//! What an old link leads to: the record that has another id now, or the words for one that is gone.

use story::{EventIx, Message, QuoteIx, SourceIx};

use crate::{Telling, Tree, hooks};

impl Telling<'_> {
    /// Anchors for the ids that an event had before.
    pub(crate) fn former_event(&self, t: &mut dyn Tree, ix: EventIx) {
        let ids = self.bundle().former_event_ids().filter(|(_, of)| *of == ix);
        ids.for_each(|(id, _)| self.anchor(t, hooks::EVENT, id));
    }

    /// The same of a quote.
    pub(crate) fn former_quote(&self, t: &mut dyn Tree, ix: QuoteIx) {
        let ids = self.bundle().former_quote_ids().filter(|(_, of)| *of == ix);
        ids.for_each(|(id, _)| self.anchor(t, hooks::QUOTE, id));
    }

    /// The same of a source.
    pub(crate) fn former_source(&self, t: &mut dyn Tree, ix: SourceIx) {
        let ids = self.bundle().former_source_ids().filter(|(_, of)| *of == ix);
        ids.for_each(|(id, _)| self.anchor(t, hooks::SOURCE, id));
    }

    /// Without height, until somebody is led to it.
    fn anchor(&self, t: &mut dyn Tree, hook: &str, id: &str) {
        t.start("div", "moved");
        t.set("id", &[hook, id].concat());
        t.leaf("p", "", self.say(Message::MovedHere));
        t.close();
    }

    /// What is said where an address leads to nothing of the record; whether the view has all of it tells whom to ask.
    pub(crate) fn lost(&self, t: &mut dyn Tree) {
        t.start("p", if self.order.left() == 0 && self.order.loose_left == 0 { "lost whole" } else { "lost" });
        t.set("hidden", "");
        t.text(self.say(Message::NotOnRecord));
        t.close();
    }
}
