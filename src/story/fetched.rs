//! An event that a page has no room for: told once it is asked for, where its chapter says how many it leaves out.

use story::{EventIx, day_from_sec};
use telling::{Setting, Telling, hooks, is_full, resolved};
use web_sys::Element;

use super::{StoryView, dom::Dom};
use crate::{core::as_of::RecordAsOf, page::i18n::I18n};

/// The class of what holds such an event.
pub(super) const FETCHED: &str = "fetched";

impl StoryView {
    /// Tells an event where the view has not got it.
    pub fn fetch(&self, as_of: &RecordAsOf, i18n: &I18n, ix: EventIx) {
        let (bundle, as_of) = (&as_of.record.bundle, as_of.rows());
        if self.element(hooks::EVENT, bundle.event(ix).id()).is_some() {
            return;
        }
        let Some(document) = self.section.owner_document() else { return };
        let fragment = document.create_document_fragment();
        let file = |address: &str| Some(resolved(&self.base, address));
        let setting = Setting { level: self.level(), base: &self.base, file: &file, rest: "" };
        Telling::of_single(as_of, i18n, setting).single(&mut Dom::below(&document, &fragment), ix);
        let is_full = is_full(as_of, ix);
        let Ok(room) = document.create_element("div") else { return };
        room.set_class_name(&[if is_full { "" } else { "run " }, FETCHED].concat());
        let day = as_of.date(ix).and_then(|when| when.order_sec()).map(day_from_sec);
        let left = self.all(".left > button").into_iter().find(|button| leads_to(button, day));
        let left = left.and_then(|button| button.parent_element());
        // A page that takes no elements shows the story as it is.
        let _ = match (left, self.find(".story > .col")) {
            (Some(left), _) => left.before_with_node_1(&room),
            (None, Some(column)) => column.append_with_node_1(&room),
            (None, None) => return,
        };
        // A page that took the room takes what is in it.
        let _ = room.append_child(&fragment);
        self.refreshed();
    }
}

/// Whether a way to what is left out leads to a day.
fn leads_to(button: &Element, day: Option<i64>) -> bool {
    let days = button.get_attribute("data-text").unwrap_or_default();
    let ends = days.split_once('/').and_then(|(first, last)| Some(first.parse().ok()?..=last.parse().ok()?));
    ends.zip(day).is_some_and(|(ends, day)| ends.contains(&day))
}
