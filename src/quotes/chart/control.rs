//! The means to compare: a field for words and queries, and a list of speakers.

use markup::html;
use std::rc::Rc;

use story::Message;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

use crate::{
    core::{
        chart::{Compared, MOST_COMPARED, compared_from_text},
        state::Action,
    },
    parts::Shared,
};

/// So many speakers are listed at most, those with most quotes first; anybody else is found by `speaker:`.
const MOST_LISTED: usize = 12;

/// The field, its button, and the list.
pub fn control(shared: &Shared, compared: &[Compared]) -> Html {
    let i18n = &shared.i18n;
    let is_full = compared.len() >= MOST_COMPARED;
    let hint = i18n.say(if is_full { Message::CompareFull } else { Message::CompareWords }).to_owned();
    html! {
        <form class="compare" onsubmit={on_submit(shared)}>
            <input aria-label={hint.clone()} placeholder={hint} readonly={is_full} autocomplete="off"
                autocapitalize="none" spellcheck="false" enterkeyhint="go"
                maxlength={search::MAX_UNITS.to_string()}/>
            <button class="link" aria-disabled={is_full.then_some("true")}>{ i18n.say(Message::Compare) }</button>
            if !is_full { { speakers(shared, compared) } }
        </form>
    }
}

/// Compares with what is in the field, and empties it. A field that takes no more stays as it is.
fn on_submit(shared: &Shared) -> Callback<SubmitEvent> {
    let (record, dispatch) = (Rc::clone(&shared.record), shared.dispatch.clone());
    Callback::from(move |submit: SubmitEvent| {
        submit.prevent_default();
        let form: Element = submit.target_unchecked_into();
        let Some(field) = form.first_element_child() else { return };
        let field: HtmlInputElement = wasm_bindgen::JsCast::unchecked_into(field);
        for one in compared_from_text(&field.value(), &record.bundle) {
            dispatch.emit(Action::Compare(one));
        }
        field.set_value("");
    })
}

/// Those who said any of what the filter shows and are not compared yet.
fn speakers(shared: &Shared, compared: &[Compared]) -> Html {
    let bundle = &shared.record.bundle;
    let speakers = shared.matches.values().speakers.iter().filter(|(_, count)| *count > 0).map(|(ix, _)| *ix);
    let offered: Vec<_> = speakers.filter(|ix| !compared.contains(&Compared::Speaker(*ix))).take(MOST_LISTED).collect();
    if offered.is_empty() {
        return Html::default();
    }
    let options = offered.iter().map(|ix| {
        let person = bundle.person(*ix);
        html! { <option key={person.id()} value={person.id().to_owned()}>{ person.name() }</option> }
    });
    let (record, dispatch) = (Rc::clone(&shared.record), shared.dispatch.clone());
    let on_change = Callback::from(move |event: Event| {
        // A list has a value as a field has.
        let list: HtmlInputElement = event.target_unchecked_into();
        let chosen = record.bundle.person_by_id(&list.value());
        list.set_value("");
        if let Some(ix) = chosen {
            dispatch.emit(Action::Compare(Compared::Speaker(ix)));
        }
    });
    let label = shared.i18n.say(Message::CompareSpeaker).to_owned();
    html! {
        <select aria-label={label.clone()} onchange={on_change}>
            <option key="" value="" selected=true>{ label }</option>
            { for options }
        </select>
    }
}
