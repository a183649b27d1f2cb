//! The choice of an order of the quotes, and of their groups.

use markup::html;
use search::{Group, Sort};
use story::Message;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use crate::core::state::Action;
use crate::parts::Shared;

/// The orders of what was searched; without a search the first is called otherwise.
const SORTS: [(Sort, Message); 3] = [
    (Sort::Relevance, Message::BestMatchFirst),
    (Sort::Newest, Message::NewestFirst),
    (Sort::Oldest, Message::OldestFirst),
];
const GROUPS: [(Option<Group>, Message); 5] = [
    (None, Message::NotGrouped),
    (Some(Group::Speaker), Message::BySpeaker),
    (Some(Group::Event), Message::ByEvent),
    (Some(Group::Source), Message::BySource),
    (Some(Group::Month), Message::ByMonth),
];

/// The two choices.
pub fn sorting(shared: &Shared, sort: Sort, group: Option<Group>) -> Html {
    let is_search = !shared.matches.marks().is_empty();
    let mut sorts = SORTS;
    if !is_search {
        sorts[0].1 = Message::KeyQuotesFirst;
    }
    html! {
        <div class="sorting">
            { choice(shared, Message::Sort, &sorts, sort, Action::Sort) }
            { choice(shared, Message::Group, &GROUPS, group, Action::Group) }
        </div>
    }
}

/// One of several.
fn choice<T: Copy + PartialEq + 'static>(
    shared: &Shared,
    name: Message,
    options: &[(T, Message)],
    chosen: T,
    action: fn(T) -> Action,
) -> Html {
    let (i18n, dispatch) = (&shared.i18n, shared.dispatch.clone());
    let values: Vec<T> = options.iter().map(|(value, _)| *value).collect();
    let at = values.iter().position(|value| *value == chosen).unwrap_or_default();
    let on_change = Callback::from(move |event: Event| {
        let select: HtmlSelectElement = event.target_unchecked_into();
        let value = usize::try_from(select.selected_index()).ok().and_then(|at| values.get(at).copied());
        value.into_iter().for_each(|value| dispatch.emit(action(value)));
    });
    let options = options.iter().enumerate().map(|(place, (_, message))| {
        html! { <option value={message.key()} selected={place == at}>{ i18n.say(*message) }</option> }
    });
    // Once the reader has chosen, the attribute `selected` says nothing any more; only the property does.
    html! {
        <label class="choice">
            <span>{ i18n.say(name) }</span>
            <select onchange={on_change} ~selectedIndex={at}>{ for options }</select>
        </label>
    }
}
