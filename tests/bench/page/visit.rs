//! A visit of thirty gestures, through all views of a story.

use on_record_tests::{Key, Page, Widget};

/// Something that a reader does.
enum Gesture {
    /// Presses the first element that a selector finds.
    Press(&'static str),
    /// Presses a key.
    Key(Key),
    /// Types a letter.
    Type(&'static str),
}

use Gesture::{Press, Type};

const NEXT: &str = "[data-tool=next]";

/// What readers do on a visit: they read on, look something up in each view, and go back.
const VISIT: [Gesture; 30] = [
    Press(NEXT),
    Press(NEXT),
    Press("[data-tool=previous]"),
    Press(".story details summary"),
    Press("a[data-view=timeline]"),
    Press(NEXT),
    Press(NEXT),
    Gesture::Key(Key::TAB),
    Press("[part~=timeline] [data-event][tabindex='0']"),
    Gesture::Key(Key::RIGHT),
    Gesture::Key(Key::RIGHT),
    Press(".keys .opt"),
    Press(".keys .opt"),
    Press("a[data-view=quotes]"),
    Press("[part~=quotes] [part~=quote] button, [part~=quotes] [part~=quote] a"),
    Press("a[data-view=quotes]"),
    Press("[data-tool=search]"),
    Type("r"),
    Type("u"),
    Type("s"),
    Type("s"),
    Press("[data-tool=close]"),
    Press("a[data-view=story]"),
    Press(NEXT),
    Press("[data-tool=earlier]"),
    Press("[data-tool=earlier]"),
    Press("[data-tool=later]"),
    Press("[data-tool=later]"),
    Press(NEXT),
    Press(".m"),
];

/// Makes the visit.
pub(super) fn go_through(page: &Page) {
    let widget = Widget::first(page);
    for gesture in &VISIT {
        match gesture {
            Press(selector) if widget.shows(selector) => widget.click(selector),
            Press(selector) => eprintln!("bench: {selector} is nowhere to be pressed"),
            Gesture::Key(key) => page.press(*key),
            Type(letter) => page.type_text(letter),
        }
    }
}
