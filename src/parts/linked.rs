//! Words that lead somewhere, where the address may be followed.

use markup::html;
use yew::prelude::*;

use telling::may_be_followed;

/// Words, linked to an address if there is one that a reader may follow; a bundle from outside may hold any.
pub fn linked(address: Option<&str>, words: Html) -> Html {
    match address.filter(|address| may_be_followed(address)) {
        Some(address) => html! { <a href={address.to_owned()} rel="noopener">{ words }</a> },
        None => words,
    }
}
