//! Words that lead somewhere, where the address may be followed.

use markup::html;
use yew::prelude::*;

use super::Shared;
use telling::{may_be_followed, resolved};

/// Words, linked to an address of the story's if there is one that a reader may follow; a bundle from outside may hold any.
pub fn linked(shared: &Shared, address: Option<&str>, words: Html) -> Html {
    match address.filter(|address| may_be_followed(address)) {
        Some(address) => html! { <a href={resolved(&shared.base, address)} rel="noopener noreferrer">{ words }</a> },
        None => words,
    }
}
