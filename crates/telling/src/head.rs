//! The head of the view, and the bar that stays in sight.

use story::Message;
use wording::Length;

use crate::{Telling, Tree};

/// As much as is read of a search, UTF-16 units (`search::MAX_UNITS`).
const MOST_UNITS: &str = "1000";

impl Telling<'_> {
    /// Title, standfirst and counts.
    pub(crate) fn head(&self, t: &mut dyn Tree) {
        let story = self.bundle().story();
        t.start("header", "head");
        t.start("p", "kick");
        t.leaf("b", "", self.say(Message::OnRecord));
        self.day(t, &[]);
        self.counts(t);
        t.close();
        self.open_heading(t, 0, "");
        t.text(story.title());
        t.close();
        if !story.summary().is_empty() {
            self.rich(t, "stand", story.summary());
        }
        t.close();
    }

    /// How much is on record.
    fn counts(&self, t: &mut dyn Tree) {
        let (bundle, as_of) = (self.bundle(), self.as_of);
        let counts = [
            (Message::Events, bundle.events().filter(|ix| as_of.knows_event(*ix)).count()),
            (Message::Quotes, self.known_quotes()),
            (Message::Sources, bundle.sources().filter(|ix| as_of.knows_source(*ix)).count()),
        ];
        t.start("span", "counts");
        for (message, n) in counts {
            t.open("span");
            self.bold_count(t, message, n);
            t.close();
            t.text(" ");
        }
        t.close();
    }

    fn known_quotes(&self) -> usize {
        self.bundle().quotes().filter(|ix| self.as_of.knows_quote(*ix)).count()
    }

    /// A phrase that counts, its number in bold.
    fn bold_count(&self, t: &mut dyn Tree, message: Message, n: usize) {
        let number = wording::number(self.tongue, n);
        let phrase = self.tongue.phrase(message, self.tongue.plural(n));
        crate::story_view::around(t, phrase, "{n}", &mut |t| t.leaf("b", "", &number));
    }

    /// What stays in sight: the views, the day as of which the story is told, the search, and the strip.
    pub(crate) fn sticky(&self, t: &mut dyn Tree) {
        if self.order.opening.is_none() && self.order.loose.is_empty() {
            return;
        }
        t.start("div", "stick");
        t.set("data-wait", self.say(Message::Coming));
        t.start("div", "bar");
        self.views(t);
        t.start("div", "tools");
        self.day(t, &[("earlier", Message::KnownEarlier, "#or-back"), ("later", Message::KnownLater, "#or-on")]);
        t.start("button", "find");
        t.set("type", "button");
        t.set("data-tool", "search");
        t.symbol("", "#or-find");
        t.text(self.say(Message::Search));
        t.close();
        t.close();
        self.seek(t);
        t.close();
        self.strip(t);
        t.close();
    }

    /// The ways to look at the story that there are.
    fn views(&self, t: &mut dyn Tree) {
        let quotes = self.known_quotes();
        t.start("nav", "views");
        // A page may hold several stories.
        let names = [self.say(Message::WaysToLook), self.bundle().story().title()];
        t.set("aria-label", &names.join(self.say(Message::Comma)));
        let views = [
            ("story", Message::ViewStory, true),
            ("timeline", Message::Timeline, self.order.opening.is_some()),
            // On an earlier day there may be none yet.
            ("quotes", Message::ViewQuotes, self.bundle().quotes().next().is_some()),
        ];
        for (view, name, _) in views.into_iter().filter(|(.., is_there)| *is_there) {
            t.start("a", "v");
            t.set("href", &["#or_as-", view].concat());
            t.set("data-view", view);
            if view == "story" {
                t.set("aria-current", "true");
            }
            t.text(self.say(name));
            if view == "quotes" {
                t.text(" ");
                t.leaf("small", "", &wording::number(self.tongue, quotes));
            }
            t.close();
        }
        t.close();
    }

    /// The day as of which the story is told; the widget shows the others, and steps from one to the next.
    fn day(&self, t: &mut dyn Tree, steps: &[(&str, Message, &str)]) {
        let Some(day) = self.last_day else { return };
        let has_others = self.has_days();
        t.start("span", "asof");
        t.start(if has_others { "button" } else { "span" }, "day");
        if has_others {
            t.set("type", "button");
            t.set("data-tool", "day");
        }
        t.text(self.say(Message::AsKnownOn));
        t.text(" ");
        t.leaf("b", "", &wording::day(self.tongue, day, Length::Long));
        t.close();
        for (tool, name, sign) in steps.iter().filter(|_| has_others) {
            t.start("button", "step");
            t.set("type", "button");
            t.set("data-tool", tool);
            t.set("aria-label", self.say(*name));
            t.symbol("", sign);
            t.close();
        }
        t.close();
    }

    /// The search, in the place of the views and tools while it is open.
    fn seek(&self, t: &mut dyn Tree) {
        t.start("form", "seek");
        t.set("part", "search");
        t.set("role", "search");
        t.set("aria-label", self.bundle().story().title());
        t.symbol("", "#or-find");
        t.open("input");
        for (name, value) in [
            ("type", "search"),
            ("name", "q"),
            ("aria-label", self.say(Message::SearchLabel)),
            ("placeholder", self.say(Message::SearchLabel)),
            ("autocomplete", "off"),
            ("spellcheck", "false"),
            ("enterkeyhint", "search"),
            ("maxlength", MOST_UNITS),
        ] {
            t.set(name, value);
        }
        t.close();
        t.open("output");
        // The widget tells it aloud once, when typing rests.
        t.set("aria-live", "off");
        t.close();
        t.start("button", "link");
        t.set("type", "button");
        t.set("data-tool", "close");
        t.text(self.say(Message::Close));
        t.close();
        t.close();
    }
}
