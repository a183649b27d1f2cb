//! An event that a page has no room for: told once it is asked for, where its chapter says how many it leaves out.

use story::{EventIx, Message, day_from_sec};
use telling::{Order, Telling, hooks, is_full};
use web_sys::Element;

use super::{StoryView, dom::Dom};
use crate::{
    core::as_of::RecordAsOf,
    page::{
        elements::{below, set},
        i18n::I18n,
    },
};

/// The class of what holds such an event.
const FETCHED: &str = "fetched";

impl StoryView {
    /// Tells an event where the view has not got it.
    pub fn fetch(&self, as_of: &RecordAsOf, i18n: &I18n, ix: EventIx) {
        let (bundle, as_of) = (&as_of.record.bundle, as_of.rows());
        if self.element(hooks::EVENT, bundle.event(ix).id()).is_some() {
            return;
        }
        let Some(document) = self.section.owner_document() else { return };
        // What it shows may not come, where nothing else had anything to show.
        if let Some(story) = self.find(".story") {
            set(&story, "data-missing", Some(i18n.say(Message::PictureMissing)));
            set(&story, "data-again", Some(i18n.say(Message::TryAgain)));
        }
        let fragment = document.create_document_fragment();
        let file = |address: &str| self.files.address(address);
        let telling = Telling::new(bundle, as_of.day, i18n, self.files.setting(self.level, &file));
        telling.single(&mut Dom::below(&document, &fragment), ix);
        let is_full = is_full(as_of, ix);
        let Ok(room) = document.create_element("div") else { return };
        room.set_class_name(&[if is_full { "" } else { "run " }, FETCHED].concat());
        let day = as_of.date(ix).and_then(|when| when.order_sec()).map(day_from_sec);
        let left = self.all(".left > button").into_iter().find(|button| leads_to(button, day));
        let left = left.and_then(|button| button.parent_element());
        // A page that takes no elements shows the story as it is.
        let _ = match (&left, self.find(".story > .col")) {
            (Some(left), _) => left.before_with_node_1(&room),
            (None, Some(column)) => column.append_with_node_1(&room),
            (None, None) => return,
        };
        // A page that took the room takes what is in it.
        let _ = room.append_child(&fragment);
        if let (Some(left), Some(day)) = (left, day) {
            self.recount(&left, left_of(&telling.order, day), i18n);
        }
        self.refreshed();
    }

    /// Says of how many a chapter leaves out how many are still left out, and nothing where that is none.
    fn recount(&self, left: &Element, total: usize, i18n: &I18n) {
        let (mut count, mut before) = (total, left.previous_element_sibling());
        while let Some(fetched) = before.filter(|it| it.class_list().contains(FETCHED)) {
            count = count.saturating_sub(1);
            before = fetched.previous_element_sibling();
        }
        let Some(text) = left.first_element_child() else { return };
        // The months were those of all.
        if let Some(months) = below::<Element>(left, "small") {
            set(&months, "hidden", Some(""));
        }
        let mut recounted = self.recounted.borrow_mut();
        if recounted.iter().all(|(other, _)| *other != text) {
            recounted.push((text.clone(), text.text_content().unwrap_or_default()));
        }
        text.set_text_content(Some(&i18n.count(Message::MoreEvents, count)));
        if count == 0 {
            set(left, "hidden", Some(""));
        }
    }

    /// Takes out all that was fetched.
    pub(super) fn give_back(&self) {
        self.all(&[".", FETCHED].concat()).iter().for_each(Element::remove);
        for (text, words) in self.recounted.take() {
            text.set_text_content(Some(&words));
        }
        for left in self.all(".left[hidden], .left > small[hidden]") {
            set(&left, "hidden", None);
        }
    }
}

/// How many events there is no room for in the chapter of a day.
fn left_of(order: &Order, day: i64) -> usize {
    let chapter =
        order.chapters.iter().find(|chapter| chapter.left > 0 && (chapter.days.0..=chapter.days.1).contains(&day));
    chapter.map_or(order.ahead_left, |chapter| chapter.left)
}

/// Whether a way to what is left out leads to a day.
fn leads_to(button: &Element, day: Option<i64>) -> bool {
    let days = button.get_attribute("data-text").unwrap_or_default();
    let ends = days.split_once('/').and_then(|(first, last)| Some(first.parse().ok()?..=last.parse().ok()?));
    ends.zip(day).is_some_and(|(ends, day)| ends.contains(&day))
}
