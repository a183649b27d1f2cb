//! The title, the standfirst and the counts.

use story::Message;
use yew::prelude::*;

use super::{Shared, rich_text::rich_text};

/// The title, the standfirst and the counts.
pub fn header(shared: &Shared) -> Html {
    let bundle = &shared.record.bundle;
    let story = bundle.story();
    let counts = [
        (Message::Events, bundle.event_count()),
        (Message::Quotes, bundle.quote_count()),
        (Message::Sources, bundle.source_count()),
    ];
    let counts = counts.into_iter().map(|(message, n)| {
        let (before, number, after) = shared.words.count_parts(message, n);
        html! { <span>{ before }<b>{ number }</b>{ after }</span> }
    });
    html! {
        <header class="head">
            <p class="kicker">{ shared.words.say(Message::OnRecord) }</p>
            <h2>{ story.title() }</h2>
            <p class="stand">{ rich_text(story.summary(), shared) }</p>
            <p class="counts">{ for counts }</p>
        </header>
    }
}
