//! The few signs, defined once and used by reference, and the marks, which the style sheet draws.
//!
//! SVG for the marks would be two elements more for each.

use markup::html;
use yew::prelude::*;

use story::{EventIx, Status};

use super::{Shared, classes};
use crate::core::{as_of::RecordAsOf, stretch::stretch_of};

/// The definitions; stands once in each widget.
pub fn symbols(_: &Shared) -> Html {
    html! {
        <svg class="defs" aria-hidden="true"><defs>
            <symbol id="m-find" viewBox="0 0 16 16">
                <circle cx="6.8" cy="6.8" r="4.6"/><path d="m10.2 10.2 4.2 4.2"/>
            </symbol>
            <symbol id="m-minus" viewBox="0 0 16 16"><path d="M3 8h10" stroke-width="1.6"/></symbol>
            <symbol id="m-plus" viewBox="0 0 16 16"><path d="M3 8h10M8 3v10" stroke-width="1.6"/></symbol>
            <symbol id="m-prev" viewBox="0 0 16 16"><path d="M10.5 2.5 5 8l5.5 5.5" stroke-width="1.8"/></symbol>
            <symbol id="m-next" viewBox="0 0 16 16"><path d="M5.5 2.5 11 8l-5.5 5.5" stroke-width="1.8"/></symbol>
            <symbol id="m-whole" viewBox="0 0 16 16">
                <path d="M2 4v8M14 4v8M4.5 8h7M6.5 5.7 4.2 8l2.3 2.3M9.5 5.7 11.8 8l-2.3 2.3" stroke-width="1.5"/>
            </symbol>
            <symbol id="m-filter" viewBox="0 0 16 16">
                <path d="M2 4h12M4.5 8h7M6.5 12h3" stroke-width="1.6"/>
            </symbol>
            <symbol id="m-help" viewBox="0 0 16 16">
                <path d="M5 5.6a3 3 0 1 1 4.6 2.5C8.5 8.9 8 9.4 8 10.6M8 12.7v1" stroke-width="1.6"/>
            </symbol>
            <symbol id="m-close" viewBox="0 0 16 16">
                <path d="m3.5 3.5 9 9M12.5 3.5l-9 9" stroke-width="1.6"/>
            </symbol>
            <pattern id="t-hatched" width="4" height="4" patternUnits="userSpaceOnUse">
                <path d="M-1 1l2-2M0 4l4-4M3 5l2-2" stroke-width="1.1"/>
            </pattern>
            <pattern id="t-dotted" width="4" height="4" patternUnits="userSpaceOnUse">
                <path d="M1 1h1.4v1.4h-1.4zM3 3h1.4v1.4h-1.4z" fill="currentColor" stroke="none"/>
            </pattern>
        </defs></svg>
    }
}

/// A sign by the id of its symbol; decoration, because a word or a name always stands with it.
pub fn sign(id: &'static str) -> Html {
    html! {
        <svg class="sign" viewBox="0 0 16 16" aria-hidden="true"><use href={id}/></svg>
    }
}

/// The mark of a status; the style sheet draws it.
pub fn status_sign(status: Status) -> Html {
    mark(status_class(status))
}

/// The mark of an event: two discs where its accounts differ on the date, a bar where it lasted, else that of its status.
pub fn event_sign(as_of: &RecordAsOf, ix: EventIx) -> Html {
    if as_of.accounts_differ(ix) {
        return mark("differ");
    }
    let class = status_class(as_of.record.bundle.event(ix).status());
    let lasts = stretch_of(as_of, ix).is_some_and(|time| time.is_lasting_bar());
    html! { <i class={classes(&[("sign mark", true), (class, true), ("lasts", lasts)])} aria-hidden="true"></i> }
}

/// A mark by the name of its class: a status, `differ` or `doubt`.
pub fn mark(class: &'static str) -> Html {
    html! { <i class={["sign mark ", class].concat()} aria-hidden="true"></i> }
}

/// The class by which the style sheet draws the mark of a status.
pub fn status_class(status: Status) -> &'static str {
    status.name()
}
