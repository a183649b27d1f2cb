//! The story view: elements that stand in the page, from the first byte or made here, and what the lens does to them. It
//! marks, hides and adds; on an earlier day, what was known then stands in their place until the reader comes back.

mod as_of_control;
mod dom;
mod fetched;
mod files;
mod found;
mod peek;
mod step;

use std::cell::{Cell, RefCell};

use bundle::Bundle;
use gloo::utils::window;
use js_sys::Function;
use story::EventIx;
use telling::{Telling, hooks};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, DocumentFragment, Element, HtmlDetailsElement, HtmlElement, Node};

pub use self::{as_of_control::as_of_control, peek::use_peek, step::step};
use self::{
    dom::Dom,
    files::Files,
    found::{Highlights, found_words},
};
use crate::{
    core::{
        as_of::RecordAsOf,
        matches::Matches,
        state::{Filter, Look, Selection},
    },
    page::{
        elements::{all_below, below, focus, is, set, toggle},
        i18n::I18n,
        size::factor,
    },
};

/// The attribute of the whole view with the way in which it is looked at.
const LOOK: &str = "data-view";
/// The attribute of the whole view with the id of the event that the reader is at.
const AT: &str = "data-at";
/// The level of a title in a page that has one of its own.
const LEVEL: u8 = 2;
/// The class of what a filter does not let through.
const MISS: &str = "miss";
/// The class of the event that is shown alone, beside the timeline.
const SOLO: &str = "solo";
/// What of a story another day tells otherwise. The bar first, in which the focus may be: a browser that loses it lays out the page,
/// which is cheap as long as the story has not changed.
const TOLD: [&str; 6] = [".tools .asof", ".kick .asof", ".counts", ".v small", ".plot > svg", ".story"];

/// A story in the page. Two are equal only if they are the same one.
pub struct StoryView {
    /// The whole view.
    pub section: HtmlElement,
    /// The level of the heading that is its title.
    pub level: u8,
    /// Where its files are.
    files: Files,
    /// What stood there before another day was told.
    latest: RefCell<Vec<(Element, Element)>>,
    /// What is shown as found.
    found: Highlights,
    /// How many events a chapter left out, in words, before one of them was fetched.
    recounted: RefCell<Vec<(Element, String)>>,
    /// What was last typed into the search, until something else stands there.
    typed: RefCell<Option<String>>,
    /// How far down in the window the event stood that the reader was at, when they went on to another view, px.
    left_px: Cell<Option<f64>>,
    /// Tells the script of the page to follow what has changed.
    refresh: Function,
}

impl PartialEq for StoryView {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

impl StoryView {
    /// The view that the page holds, if it is of this very story, else one that is made now below `root`. `base` stands
    /// before its relative addresses; without one, the page has what it holds, and nothing lies beside it.
    ///
    /// # Errors
    /// Where the page takes no elements.
    pub fn new(
        bundle: &Bundle,
        i18n: &I18n,
        root: &Node,
        held: Option<HtmlElement>,
        base: Option<String>,
        refresh: Function,
    ) -> Result<Self, JsValue> {
        let files = Files::new(base, held.as_deref());
        let section = match held {
            Some(section) if is_of(&section, bundle) => section,
            held => told_anew(bundle, i18n, root, held.as_ref(), &files)?,
        };
        Ok(Self {
            level: level_of(&section),
            section,
            files,
            latest: RefCell::default(),
            found: Highlights::default(),
            recounted: RefCell::default(),
            typed: RefCell::default(),
            left_px: Cell::default(),
            refresh,
        })
    }

    /// What stands before the story's relative addresses.
    #[must_use]
    pub fn base(&self) -> &str {
        self.files.base()
    }

    /// Where the lens stands.
    #[must_use]
    pub fn lens(&self) -> Option<Element> {
        self.find(".lens")
    }

    /// How wide that is, in px of the design.
    #[must_use]
    pub fn room_px(&self) -> Option<f64> {
        Some(f64::from(self.lens()?.client_width()) / factor())
    }

    /// Where the key to the marks stands while the timeline is shown.
    #[must_use]
    pub fn key(&self) -> Option<Element> {
        self.find(".key")
    }

    fn find(&self, selector: &str) -> Option<Element> {
        below(&self.section, selector)
    }

    /// The elements that a selector finds.
    fn all(&self, selector: &str) -> Vec<Element> {
        all_below(&self.section, selector)
    }

    /// The element of something by the beginning of its id and its slug.
    fn element(&self, hook: &str, id: &str) -> Option<HtmlElement> {
        let is_it = |element: &Element| element.id().strip_prefix(hook) == Some(id);
        let selector = ["[id^=\"", hook, "\"]"].concat();
        self.all(&selector).into_iter().find(is_it)?.dyn_into().ok()
    }

    /// The event that the reader is at: at first, the one that the story opens with.
    #[must_use]
    pub fn at(&self, bundle: &Bundle) -> Option<EventIx> {
        let id = self.section.get_attribute(AT).or_else(|| Some(self.find(".e")?.id()))?;
        bundle.event_by_id(id.strip_prefix(hooks::EVENT)?)
    }

    /// Tells the story as of a day in the place of what is told now.
    pub fn tell(&self, as_of: &RecordAsOf, i18n: &I18n) {
        let focused = self.find(".asof [data-tool]:focus").and_then(|it| it.get_attribute("data-tool"));
        for (told, latest) in self.latest.take() {
            // Its parent took it before.
            let _ = told.replace_with_with_node_1(&latest);
        }
        if as_of.day().is_some() {
            let Some(document) = self.section.owner_document() else { return };
            let fragment = document.create_document_fragment();
            told_into(&document, &fragment, &as_of.record.bundle, as_of.day(), i18n, &self.files, self.level);
            let mut latest = Vec::new();
            for selector in TOLD {
                let (Some(before), Ok(Some(then))) = (self.find(selector), fragment.query_selector(selector)) else {
                    continue;
                };
                if before.replace_with_with_node_1(&then).is_ok() {
                    latest.push((then, before));
                }
            }
            self.latest.replace(latest);
        }
        // It stands in two places, of which one is shown, and the other takes no focus.
        let again = focused.map(|tool| self.all(&[".asof [data-tool=", &tool, "]"].concat())).into_iter().flatten();
        again.filter_map(|it| it.dyn_into().ok()).for_each(|it: HtmlElement| focus(&it));
        self.refreshed();
    }

    /// Shows what a filter lets through, and the words that were searched for.
    pub fn mark(&self, as_of: &RecordAsOf, matches: &Matches, filter: &Filter, i18n: &I18n) {
        let bundle = &as_of.record.bundle;
        let is_hit = |id: &str| bundle.event_by_id(id).is_none_or(|ix| matches.event(ix));
        let is_filtered = !filter.is_empty();
        for element in self.all(".e") {
            let id = element.id();
            let is_miss = is_filtered && !id.strip_prefix(hooks::EVENT).is_none_or(is_hit);
            toggle(&element, MISS, is_miss);
        }
        for mark in self.all(".m") {
            let href = mark.get_attribute("href").unwrap_or_default();
            let id = href.strip_prefix('#').and_then(|href| href.strip_prefix(hooks::EVENT));
            toggle(&mark, MISS, is_filtered && !id.is_none_or(is_hit));
        }
        let hits = if filter.query.trim().is_empty() { Vec::new() } else { self.all(".e:not(.miss),.loose .q") };
        self.found.show(&self.section, &hits, matches);
        let told = if is_filtered { found_words(as_of, matches, i18n) } else { String::new() };
        if let Some(output) = self.find(".seek output") {
            output.set_text_content(Some(&told));
        }
    }

    /// Shows the story in a way, and what belongs to it.
    pub fn look(&self, look: Look) {
        let before = self.section.get_attribute(LOOK);
        if before.as_deref() == Some(look.name()) {
            return;
        }
        if before.as_deref() == Some(Look::Story.name()) {
            self.left_px.set(self.at_element().map(|it| it.get_bounding_client_rect().top()));
        }
        set(&self.section, LOOK, Some(look.name()));
        for view in self.all(".v") {
            let is_current = view.get_attribute(LOOK).as_deref() == Some(look.name());
            set(&view, "aria-current", is_current.then_some("true"));
        }
        self.refreshed();
    }

    /// Brings what another view shows into the window, where the reader had scrolled past its beginning.
    pub fn show_lens(&self) {
        let (Some(lens), Some(bar)) = (self.lens(), self.find(".stick")) else { return };
        let [top, bottom] = [lens.get_bounding_client_rect().top(), bar.get_bounding_client_rect().bottom()];
        if top < bottom - 1.0 {
            lens.scroll_into_view();
        }
    }

    /// Brings the reader back to where they were in the story before they looked at it in another way.
    pub fn come_back(&self) {
        if let (Some(left_px), Some(at)) = (self.left_px.take(), self.at_element()) {
            window().scroll_by_with_x_and_y(0.0, at.get_bounding_client_rect().top() - left_px);
        }
    }

    /// The element of the event that the reader is at.
    fn at_element(&self) -> Option<Element> {
        let id = self.section.get_attribute(AT)?;
        self.all(".e").into_iter().find(|it| it.id() == id)
    }

    /// The reader has typed into the search.
    pub fn typed(&self, text: &str) {
        self.typed.replace(Some(text.to_owned()));
    }

    /// Opens the search in the place of the views, or closes it. What the reader types is left alone: by the time that it
    /// comes back from the state, there may be more of it.
    pub fn seek(&self, opens: bool, query: &str) {
        toggle(&self.section, "seeking", opens);
        if self.typed.borrow().as_deref() == Some(query) {
            return;
        }
        self.typed.replace(None);
        let input = self.find(".seek input").and_then(|input| input.dyn_into::<web_sys::HtmlInputElement>().ok());
        // Whoever types is ahead of the state.
        if let Some(input) = input.filter(|input| input.value() != query && !is(input, ":focus")) {
            input.set_value(query);
        }
    }

    /// Says that an address led to what the record has no more, or takes it back.
    pub fn lost(&self, is_lost: bool) {
        if let Some(words) = self.find(".lost") {
            set(&words, "hidden", (!is_lost).then_some(""));
        }
    }

    /// Whether the steps from day to day lead anywhere.
    pub fn bound(&self, is_first: bool, is_last: bool) {
        for (tool, is_bound) in [("earlier", is_first), ("later", is_last)] {
            for button in self.all(&["[data-tool=", tool, "]"].concat()) {
                set(&button, "aria-disabled", is_bound.then_some("true"));
            }
        }
    }

    /// Shows the event alone that is open beside the timeline.
    pub fn solo(&self, bundle: &Bundle, event: Option<EventIx>) {
        self.together();
        let Some(element) = event.and_then(|ix| self.element(hooks::EVENT, bundle.event(ix).id())) else { return };
        toggle(&element, SOLO, true);
        set(&element, "part", Some("detail"));
        open(&element);
    }

    /// Shows no event alone.
    fn together(&self) {
        for element in self.all(&[".", SOLO].concat()) {
            toggle(&element, SOLO, false);
            set(&element, "part", None);
        }
    }

    /// Brings what is open into the window, and what folds it up opens.
    pub fn reveal(&self, bundle: &Bundle, selection: Selection) {
        let (hook, id) = match selection {
            Selection::Event(ix) => (hooks::EVENT, bundle.event(ix).id()),
            Selection::Quote(ix) => (hooks::QUOTE, bundle.quote(ix).id()),
        };
        self.reveal_part(&[hook, id].concat());
    }

    /// Brings a part of the story into the window, by the id of its element, out of whatever it is folded into.
    pub fn reveal_part(&self, id: &str) {
        let Some(element) = self.all("[id]").into_iter().find(|element| element.id() == id) else { return };
        open(&element);
        let mut around = element.parent_element();
        while let Some(element) = around {
            open(&element);
            around = element.parent_element().filter(|it| !it.is_same_node(Some(&self.section)));
        }
        element.scroll_into_view();
    }

    fn refreshed(&self) {
        // What the script of the page throws is its own matter.
        let _ = self.refresh.call0(&JsValue::NULL);
    }

    /// Leaves the story as it was found.
    pub fn leave(&self) {
        for (told, latest) in self.latest.take() {
            // Its parent took it before.
            let _ = told.replace_with_with_node_1(&latest);
        }
        self.found.clear();
        self.give_back();
        self.all(&[".", MISS].concat()).iter().for_each(|element| toggle(element, MISS, false));
        self.together();
        self.look(Look::Story);
        self.seek(false, "");
    }
}

/// Whether a view in the page tells this version of this story.
fn is_of(section: &HtmlElement, bundle: &Bundle) -> bool {
    let is = |name: &str, value: &str| section.get_attribute(name).as_deref() == Some(value);
    is(hooks::STORY, bundle.story().id()) && is(hooks::VERSION, &bundle.version())
}

/// The level of the heading that is the title of a view.
fn level_of(section: &HtmlElement) -> u8 {
    let title = below::<Element>(section, ".head > :is(h1,h2,h3,h4,h5,h6)");
    title.and_then(|title| title.local_name().strip_prefix('h')?.parse().ok()).unwrap_or(LEVEL)
}

/// Makes a view, in the place of the one that the page holds of another version.
fn told_anew(
    bundle: &Bundle,
    i18n: &I18n,
    root: &Node,
    held: Option<&HtmlElement>,
    files: &Files,
) -> Result<HtmlElement, JsValue> {
    let document = root.owner_document().ok_or(JsValue::NULL)?;
    let fragment = document.create_document_fragment();
    told_into(&document, &fragment, bundle, None, i18n, files, held.map_or(LEVEL, level_of));
    let section: HtmlElement = fragment.query_selector(".or")?.ok_or(JsValue::NULL)?.dyn_into()?;
    match held.and_then(|held| held.parent_element()) {
        Some(room) => room.replace_with_with_node_1(&fragment)?,
        None => root.append_child(&fragment).map(|_| ())?,
    }
    Ok(section)
}

/// Tells a story below a node.
fn told_into(
    document: &Document,
    to: &DocumentFragment,
    bundle: &Bundle,
    day: Option<i64>,
    i18n: &I18n,
    files: &Files,
    level: u8,
) {
    let file = |address: &str| files.address(address);
    Telling::new(bundle, day, i18n, files.setting(level, &file)).story(&mut Dom::below(document, to));
}

/// Opens a fold.
fn open(element: &Element) {
    if let Some(details) = element.dyn_ref::<HtmlDetailsElement>() {
        details.set_open(true);
    }
}
