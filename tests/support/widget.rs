//! One widget in a page, by the hooks that a host page may rely on: parts, attributes, names of controls.

use serde::Deserialize;
use serde_json::{Value, json};

use story::{Message, Story};

use crate::{Page, input::Point, record::counted};

/// One widget of a page.
#[derive(Clone, Copy)]
pub struct Widget<'p> {
    page: &'p Page,
    host: usize,
}

/// Where an element stands in the window, px.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq)]
pub struct Box {
    /// From the left edge.
    pub x: f64,
    /// From the top edge.
    pub y: f64,
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// The selector of an event's mark.
#[must_use]
pub fn event(id: &str) -> String {
    format!("[data-event='{id}']")
}

/// The selector of a quote's card.
#[must_use]
pub fn quote(id: &str) -> String {
    format!("[data-quote='{id}']")
}

impl Box {
    /// Its middle.
    #[must_use]
    pub fn middle(&self) -> Point {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }
}

impl<'p> Widget<'p> {
    /// The first widget of a page.
    #[must_use]
    pub fn first(page: &'p Page) -> Self {
        Self::nth(page, 0)
    }

    /// A widget of a page, counted from 0.
    #[must_use]
    pub fn nth(page: &'p Page, host: usize) -> Self {
        Self { page, host }
    }

    /// Looks at the story in another way: `story`, `timeline` or `quotes`.
    pub fn look(&self, view: &str) {
        self.click(&format!("a[data-view={view}]"));
        let script = "return probe.one(arguments[0], '.or').dataset.view === arguments[1]";
        self.page.wait_until(view, script, json!([self.host, view]));
        self.page.settle();
    }

    /// Unfolds what the quotes come before: the filters, and the bars of when it was said.
    pub fn unfold(&self) {
        let script = "return probe.all(arguments[0], '.filters > button').length > 0";
        self.page.wait_until("the quotes are there", script, json!([self.host]));
        self.page.settle();
        let script = "probe.all(arguments[0], '.filters > button, .chart h4 button').forEach((fold) =>
            fold.ariaExpanded === 'false' && fold.click())";
        self.page.run_script(script, json!([self.host]));
    }

    /// Looks at the story in another way while the search has the bar, as a script of the page does.
    pub fn turn_to(&self, view: &str) {
        let script = "probe.one(arguments[0], `a[data-view=${arguments[1]}]`).click()";
        self.page.run_script(script, json!([self.host, view]));
        let script = "return probe.one(arguments[0], '.or').dataset.view === arguments[1]";
        self.page.wait_until(view, script, json!([self.host, view]));
        self.page.settle();
    }

    /// The event that the reader of the story is at; nothing where there is no story.
    #[must_use]
    pub fn at(&self) -> String {
        self.attributes(".or", "data-at").concat().trim_start_matches("event-").to_owned()
    }

    /// Opens the search, if it is not.
    pub fn seek(&self) {
        if !self.shows("input[type=search]") {
            self.click("[data-tool=search]");
        }
    }

    /// The events that the timeline has a control for, in its own order.
    #[must_use]
    pub fn events(&self) -> Vec<String> {
        self.attributes("[part~=timeline] [data-event]", "data-event")
    }

    /// The quotes in the list, in its order.
    #[must_use]
    pub fn quotes(&self) -> Vec<String> {
        self.attributes("[part~=quote]", "data-quote")
    }

    /// The event whose mark says that it is open.
    #[must_use]
    pub fn open_events(&self) -> Vec<String> {
        self.attributes(
            "[part~=timeline] [data-event][aria-current=true], [data-event][aria-expanded=true]",
            "data-event",
        )
    }

    /// The quote that says that it is chosen.
    #[must_use]
    pub fn chosen_quotes(&self) -> Vec<String> {
        self.attributes("[part~=quote][aria-current=true]", "data-quote")
    }

    /// An attribute of every element that a selector finds.
    #[must_use]
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        self.ask(
            "return probe.all(arguments[0], arguments[1]).map((e) => e.getAttribute(arguments[2]))",
            selector,
            name,
        )
    }

    /// How many elements a selector finds.
    #[must_use]
    pub fn count(&self, selector: &str) -> usize {
        self.ask("return probe.all(arguments[0], arguments[1]).length", selector, "")
    }

    /// What a reader reads in each element that a selector finds.
    #[must_use]
    pub fn texts(&self, selector: &str) -> Vec<String> {
        self.ask("return probe.all(arguments[0], arguments[1]).map(probe.read)", selector, "")
    }

    /// All that a reader reads in the first element that a selector finds; nothing where there is none.
    #[must_use]
    pub fn text(&self, selector: &str) -> String {
        self.texts(selector).into_iter().next().unwrap_or_default()
    }

    /// All that a reader reads in the widget.
    #[must_use]
    pub fn all_text(&self) -> String {
        self.text(".room")
    }

    /// The computed value of a CSS property of the first element that a selector finds.
    #[must_use]
    pub fn style(&self, selector: &str, property: &str) -> String {
        self.ask(
            "return getComputedStyle(probe.one(arguments[0], arguments[1])).getPropertyValue(arguments[2])",
            selector,
            property,
        )
    }

    /// Where the first element that a selector finds stands in the window.
    #[must_use]
    pub fn place(&self, selector: &str) -> Box {
        self.ask("return probe.box(probe.one(arguments[0], arguments[1]))", selector, "")
    }

    /// Waits until the timeline moves no more, nor makes room for itself.
    pub fn rest(&self) {
        // Where there is none, nothing moves.
        let script = "return !probe.one(arguments[0], '[part~=timeline]')?.ariaBusy";
        for _ in 0..2 {
            self.page.wait_until("the timeline rests", script, json!([self.host]));
            // A page that grows or shrinks may gain or lose its scroll bar, and the timeline with it some of its width.
            self.page.settle();
        }
    }

    /// Where the sign of the first mark that a selector finds stands in the window, once the timeline rests: until then
    /// its label may be stretched.
    #[must_use]
    pub fn sign(&self, selector: &str) -> Box {
        self.rest();
        self.ask("return probe.sign(probe.one(arguments[0], arguments[1]))", selector, "")
    }

    /// Brings the first element that a selector finds into the window.
    pub fn scroll_to(&self, selector: &str) {
        let script = "probe.shown(probe.one(arguments[0], arguments[1])); return null";
        self.ask::<Value>(script, selector, "");
        self.page.settle();
    }

    /// Presses the first element that a selector finds, as a reader does: what covers it takes the press.
    pub fn click(&self, selector: &str) {
        let script = "return probe.reach(probe.one(arguments[0], arguments[1]))";
        self.press(script, selector, "");
    }

    /// Presses the control of a name, the first of those that a selector finds.
    pub fn click_named(&self, selector: &str, name: &str) {
        let script = "const named = (e) => probe.nameOf(e).includes(arguments[2]);
            return probe.reach(probe.all(arguments[0], arguments[1]).find(named))";
        self.press(script, selector, name);
    }

    /// The names of the controls that a selector finds, as a screen reader tells them.
    #[must_use]
    pub fn names(&self, selector: &str) -> Vec<String> {
        self.ask("return probe.all(arguments[0], arguments[1]).map(probe.nameOf)", selector, "")
    }

    /// The events of a list whose marks a press in their middle reaches, in the same order.
    #[must_use]
    pub fn within_reach(&self, events: &[&str]) -> Vec<String> {
        self.page.js(
            "const [host, ids] = arguments;
            return ids.filter((id) => probe.all(host, `[part~=timeline] [data-event='${id}']`).some((e) => probe.hit(probe.shown(e))))",
            json!([self.host, events]),
        )
    }

    /// Puts the focus on the one mark of the timeline that Tab reaches.
    pub fn focus_timeline(&self) {
        self.focus("[part~=timeline] [data-event][tabindex='0']");
    }

    /// Puts the focus on the first element that a selector finds.
    pub fn focus(&self, selector: &str) {
        let script = "probe.one(arguments[0], arguments[1]).focus()";
        self.ask::<Value>(script, selector, "");
        self.page.settle();
    }

    /// Shows the list of quotes to its end, where it is not yet.
    pub fn show_all_quotes(&self, story: &Story) {
        let rest = story.quotes.len().saturating_sub(self.quotes().len());
        if rest > 0 {
            self.click_named("[part~=quotes] button", &counted(story, Message::ShowMore, rest));
        }
    }

    /// Types into the search.
    pub fn search(&self, text: &str) {
        self.seek();
        self.click("input[type=search]");
        self.page.type_text(text);
    }

    /// Whether a mark, or the card of a quote, is set apart: it looks different from another one of its kind.
    #[must_use]
    pub fn differs(&self, selector: &str, other: &str, property: &str) -> bool {
        self.style(selector, property) != self.style(other, property)
    }

    /// Waits until the first element that a selector finds holds a text.
    pub fn wait_for_text(&self, selector: &str, text: &str) {
        let script = "const [host, selector, text] = arguments;
            return probe.all(host, selector).some((e) => probe.read(e).includes(text))";
        self.page.wait_until(&format!("{selector} says “{text}”"), script, json!([self.host, selector, text]));
    }

    /// Whether a selector finds anything that a reader sees.
    #[must_use]
    pub fn shows(&self, selector: &str) -> bool {
        self.ask("return probe.all(arguments[0], arguments[1]).some(probe.seen)", selector, "")
    }

    /// The event on whose mark the focus stands; `None` where it stands anywhere else.
    #[must_use]
    pub fn focused_event(&self) -> Option<String> {
        let script = "const element = probe.focused();
            return probe.rootOf(arguments[0]).contains(element) ? element.getAttribute('data-event') : null";
        self.ask(script, "", "")
    }

    /// Presses at the point that a script gives, once it gives one.
    fn press(&self, script: &str, selector: &str, name: &str) {
        let what = format!("{selector} {name} is within reach");
        self.page.click_at(self.page.wait(&what, script, json!([self.host, selector, name])));
    }

    /// The value of a script that gets the number of the widget, a selector and a name.
    pub fn ask<T: serde::de::DeserializeOwned>(&self, script: &str, selector: &str, name: &str) -> T {
        self.page.js(script, json!([self.host, selector, name]))
    }
}
