//! The six marks and the few signs, defined once and used by reference.

use yew::prelude::*;

use story::Status;

/// The definitions; stands once in each widget.
pub fn symbols() -> Html {
    html! {
        <svg class="defs" aria-hidden="true"><defs>
            <symbol id="m-happened" viewBox="0 0 16 16">
                <circle cx="8" cy="8" r="6" fill="currentColor" stroke="none"/>
            </symbol>
            <symbol id="m-planned" viewBox="0 0 16 16">
                <circle class="hollow" cx="8" cy="8" r="5.2" stroke-width="2"/>
            </symbol>
            <symbol id="m-expected" viewBox="0 0 16 16">
                <path class="hollow" d="M8 1.6 14.4 8 8 14.4 1.6 8Z" stroke-width="2" stroke-linejoin="round"/>
            </symbol>
            <symbol id="m-fell-through" viewBox="0 0 16 16">
                <path d="M3.2 3.2 12.8 12.8M12.8 3.2 3.2 12.8" stroke-width="2.8"/>
            </symbol>
            <symbol id="m-doubt" viewBox="0 0 16 16">
                <circle class="hollow" cx="8" cy="8" r="5.4" stroke-width="1.4"/>
                <path d="M4 9.6 9.6 4M4.8 12 12 4.8M7.6 13 13 7.6" stroke-width="1.4"/>
            </symbol>
            <symbol id="m-differ" viewBox="0 0 16 16">
                <circle cx="11.6" cy="8" r="5.4" fill="currentColor" stroke="none"/>
                <circle class="gap" cx="4.4" cy="8" r="6.8"/>
                <circle cx="4.4" cy="8" r="5.4" fill="currentColor" stroke="none"/>
            </symbol>
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
        </defs></svg>
    }
}

/// A sign by the id of its symbol; decoration, because a word or a name always stands with it.
pub fn sign(id: &'static str) -> Html {
    html! {
        <svg class="sign" width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><use href={id}/></svg>
    }
}

/// The mark of a status.
pub fn status_sign(status: Status) -> Html {
    sign(match status {
        Status::Happened => "#m-happened",
        Status::Planned => "#m-planned",
        Status::Expected => "#m-expected",
        Status::FellThrough => "#m-fell-through",
    })
}
