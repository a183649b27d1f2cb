//! How to read the marks.

use markup::html;
use story::Message;
use timeline::CLUSTER;
use yew::prelude::*;

use crate::parts::{Shared, symbols::mark};

/// How to read the marks.
pub fn legend(shared: &Shared) -> Html {
    let say = |message| shared.i18n.say(message).to_owned();
    let bar = |class: &'static str, message| {
        html! { <span><i class="sample"><span class={class}></span></i>{ say(message) }</span> }
    };
    html! {
        <div class="how">
            <span class="b">{ say(Message::HowToRead) }</span>
            { bar("band", Message::SomeTimeInHere) }
            { bar("range go", Message::LastedAndGoesOn) }
            { bar("band soft", Message::SoftApproximate) }
            { bar("band hatch", Message::HatchedUncertain) }
            // Only a story of many events has bars that count.
            if shared.record.bundle.event_count() > CLUSTER {
                <span>
                    <svg viewBox="0 0 34 16" aria-hidden="true">
                        <path d="M2 13v-5h4v5zM8 13v-11h4v11zM14 13v-8h4v8zM20 13v-3h4v3z" fill="currentColor" stroke="none"/>
                    </svg>
                    { say(Message::BarsCount) }
                </span>
            }
            <span>{ mark("differ") }{ say(Message::AccountsDiffer) }</span>
            <span>
                <svg viewBox="0 0 34 16" aria-hidden="true">
                    <path class="line" d="M2 13A13 10 0 0 1 28 13"/>
                    <circle class="dot" cx="2" cy="13" r="2.2"/>
                    <circle cx="28" cy="12" r="4" fill="currentColor" stroke="none"/>
                </svg>
                { say(Message::FromPlanToOutcome) }
            </span>
        </div>
    }
}
