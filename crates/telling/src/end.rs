//! What stands at the end: corrections, sources, how far all was checked.

use story::{CheckKind, Message, SourceIx, Subject};

use crate::{Telling, Tree, hooks};

impl Telling<'_> {
    /// Corrections, sources, and how far the record was checked.
    pub(crate) fn end(&self, t: &mut dyn Tree) {
        self.all_changes(t);
        if !self.sources.is_empty() {
            t.start("section", "closing");
            self.open_heading(t, 1, "");
            t.text(self.say(Message::SourcesHeading));
            t.close();
            t.start("ol", "srcs");
            self.sources.iter().for_each(|ix| self.source(t, *ix));
            t.close();
            t.close();
        }
        self.foot(t);
    }

    /// What is known of one source; what it does not tell is said, too.
    fn source(&self, t: &mut dyn Tree, ix: SourceIx) {
        let source = self.bundle().source(ix);
        let comma = self.say(Message::Comma);
        t.open("li");
        t.set("id", &[hooks::SOURCE, source.id()].concat());
        self.former_source(t, ix);
        self.linked(t, source.url(), "", &self.reporter(ix));
        t.text(comma);
        t.open("cite");
        t.set_language(source.language());
        t.text(&self.fill(Message::Quoted, &[("text", source.title())]));
        t.close();
        let has_publisher = source.publisher().is_some();
        let agency = source.agency().filter(|_| has_publisher);
        let unnamed = source.agency().filter(|_| !has_publisher).map(|_| self.say(Message::PublisherNotNamed));
        for more in [agency, unnamed, source.byline()].into_iter().flatten() {
            t.text(comma);
            t.text(more);
        }
        t.text(comma);
        match source.published() {
            Some(when) => self.when(t, "", &when),
            None => t.text(self.say(Message::PublicationDateNotGiven)),
        }
        if source.url().is_none() {
            t.text(comma);
            t.text(self.say(Message::AddressNotGiven));
        }
        self.changes(t, Subject::Source(ix));
        t.close();
    }

    /// How far the quotes were checked, since when the record is there, and who answers for it.
    fn foot(&self, t: &mut dyn Tree) {
        t.start("div", "foot");
        t.open("p");
        self.checked(t);
        self.dates(t);
        t.close();
        self.imprint(t);
        t.close();
    }

    fn checked(&self, t: &mut dyn Tree) {
        let bundle = self.bundle();
        let is_known = bundle.quotes().filter(|ix| self.as_of.knows_quote(*ix));
        let (mut all, mut checked) = (0, 0);
        for ix in is_known {
            all += 1;
            checked += usize::from(bundle.quote(ix).check() != CheckKind::Unverified);
        }
        if all > 0 && checked == all {
            t.text(&self.count(Message::AllQuotesChecked, all));
        } else if all > 0 {
            let total = wording::number(self.tongue, all);
            t.text(&wording::count_with(self.tongue, Message::QuotesChecked, checked, &[("total", &total)]));
        }
    }

    fn dates(&self, t: &mut dyn Tree) {
        let story = self.bundle().story();
        let dates = [(Message::FirstPublished, story.first_published()), (Message::RecordUpdated, story.updated())];
        for (message, when) in dates {
            let Some(when) = when else { continue };
            t.text(" ");
            self.around_date(t, message, &when);
            t.text(".");
        }
    }

    /// Who publishes the record and who wrote it, and where mistakes are reported; nothing where nobody says so.
    fn imprint(&self, t: &mut dyn Tree) {
        let story = self.bundle().story();
        let ways =
            [(Message::ReportMistake, story.contact()), (Message::CorrectionsPolicy, story.corrections_policy())];
        let has_any =
            story.publisher().is_some() || story.authors().len() > 0 || ways.iter().any(|way| way.1.is_some());
        if !has_any {
            return;
        }
        t.open("p");
        if let Some(name) = story.publisher() {
            self.around(t, Message::PublishedBy, "{name}", &mut |t| self.linked(t, story.publisher_url(), "", name));
            t.text(if name.ends_with('.') { " " } else { ". " });
        }
        if story.authors().len() > 0 {
            self.around(t, Message::WrittenBy, "{names}", &mut |t| self.authors(t));
            t.text(". ");
        }
        for (at, (message, address)) in ways.into_iter().filter(|way| way.1.is_some()).enumerate() {
            if at > 0 {
                t.text(" · ");
            }
            self.linked(t, address, "", self.say(message));
        }
        t.close();
    }

    fn authors(&self, t: &mut dyn Tree) {
        for (at, author) in self.bundle().story().authors().enumerate() {
            if at > 0 {
                t.text(self.say(Message::Comma));
            }
            self.linked(t, author.url(), "", author.name());
        }
    }
}
