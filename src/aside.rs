//! What stands below a picture that moves, out of sight: set aside until it rests.

use std::rc::Rc;

use web_sys::HtmlElement;
use yew::prelude::*;

use crate::sight::{Sight, has_focus, set_aside};

/// So many steps one upon the other are a movement; fewer are a page that is resized, or a button that was pressed.
const STEPS: u32 = 3;

/// Leaves an element out of the browser's work while something else moves, as long as it is out of sight and the focus
/// is elsewhere, so that a frame costs what is seen. The browser's own `content-visibility: auto` begins three windows
/// further off.
#[hook]
pub fn use_set_aside(node: &NodeRef, moves: bool) {
    let sight = use_mut_ref(|| None::<Sight>);
    {
        let (node, sight) = (node.clone(), Rc::clone(&sight));
        use_effect_with((), move |()| {
            if let Some(element) = node.cast::<HtmlElement>() {
                let seen = element.clone();
                let watching = Sight::new(move || set_aside(&seen, false));
                watching.iter().for_each(|sight| sight.watch(&element));
                *sight.borrow_mut() = watching;
            }
            move || drop(sight.take())
        });
    }
    let steps = use_mut_ref(|| 0);
    let steps_before = steps.replace_with(|steps| if moves { *steps + 1 } else { 0 });
    let node = node.clone();
    use_effect_with(moves && steps_before >= STEPS, move |moves| {
        let is_out = |element: &HtmlElement| sight.borrow().as_ref().is_some_and(|sight| sight.is_unseen(element));
        let element = node.cast::<HtmlElement>().filter(|element| *moves && is_out(element) && !has_focus(element));
        element.iter().for_each(|element| set_aside(element, true));
        move || element.iter().for_each(|element| set_aside(element, false))
    });
}
