//! One quote: the words, in the original too, how they came to the reader, and how far they were checked.

use bundle::QuoteRow;
use story::{Message, QuoteIx, Subject};

use crate::proof::{is_doubtful, proof};
use crate::{Telling, Tree, hooks};

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
        proof(t, self.bundle(), quote, self.tongue, self.setting.base);
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
}
