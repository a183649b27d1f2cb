//! What was corrected and what was added after a story was published: at the record that it concerns, and all of it at the end.

use bundle::ChangeRow;
use story::{ChangeIx, ChangeKind, Message, Subject};

use crate::{ByThen, Telling, Tree, hooks};

impl Telling<'_> {
    /// The changes of a record, at the record.
    pub(crate) fn changes(&self, t: &mut dyn Tree, subject: Subject) {
        for change in self.known_changes(self.bundle().changes_of(subject)) {
            t.start("p", if change.kind() == ChangeKind::Correction { "corr" } else { "added" });
            self.change(t, change);
            t.close();
        }
    }

    /// All changes, each with the way to what it concerns.
    pub(crate) fn all_changes(&self, t: &mut dyn Tree) {
        let changes: Vec<ChangeRow<'_>> = self.known_changes(self.bundle().changes_by_time()).collect();
        if changes.is_empty() {
            return;
        }
        t.start("section", "closing");
        self.open_heading(t, 1, "");
        t.text(self.say(Message::ChangesHeading));
        t.close();
        t.open("ol");
        for change in changes.into_iter().rev() {
            t.open("li");
            self.change(t, change);
            t.text(" ");
            let (hook, id, is_told) = match change.subject() {
                Subject::Event(ix) => (hooks::EVENT, self.bundle().event(ix).id(), self.order.tells(ix)),
                Subject::Quote(ix) => {
                    let quote = self.bundle().quote(ix);
                    let is_told = quote.event().map_or(self.order.loose.contains(&ix), |event| self.order.tells(event));
                    (hooks::QUOTE, quote.id(), is_told && self.as_of.knows_quote(ix))
                }
                Subject::Source(ix) => (hooks::SOURCE, self.bundle().source(ix).id(), self.sources.contains(&ix)),
                Subject::Story | Subject::Person(_) => ("", "", false),
            };
            if is_told {
                self.jump(t, hook, id, self.say(Message::SeeIt));
            }
            t.close();
        }
        t.close();
        t.close();
    }

    fn known_changes(&self, changes: impl Iterator<Item = ChangeIx>) -> impl Iterator<Item = ChangeRow<'_>> {
        let rows = changes.map(|ix| self.bundle().change(ix));
        rows.filter(|change| self.as_of.by_then(change.date()) == ByThen::Yes)
    }

    fn change(&self, t: &mut dyn Tree, change: ChangeRow<'_>) {
        let is_correction = change.kind() == ChangeKind::Correction;
        let message = if is_correction { Message::CorrectedOn } else { Message::UpdatedOn };
        t.open("b");
        match change.date() {
            Some(when) => self.around_date(t, message, &when),
            None => t.text(self.say(Message::NoDate)),
        }
        t.text(":");
        t.close();
        t.text(" ");
        if let Subject::Person(ix) = change.subject() {
            t.text(&[self.person(ix), ": "].concat());
        }
        self.runs(t, change.note());
        if let Some(was) = change.was() {
            t.text(" ");
            t.text(&self.fill(Message::ItSaidBefore, &[("was", was)]));
        }
    }
}
