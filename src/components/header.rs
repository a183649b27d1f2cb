//! The title, the standfirst, the counts and the day as of which they are told.

use markup::html;
use story::Message;
use yew::prelude::*;

use super::{Shared, known_control::known_control, rich_text::rich_text};

/// The title, the standfirst, the counts and the day as of which they are told.
pub fn header(shared: &Shared) -> Html {
    let story = shared.record.bundle.story();
    let known = shared.known.counts();
    let counts = [
        (Message::Events, shared.known.event_count()),
        (Message::Quotes, known.quotes),
        (Message::Sources, known.sources),
    ];
    let counts = counts.into_iter().map(|(message, n)| {
        let (before, number, after) = shared.words.count_parts(message, n);
        html! { <span>{ before }<b>{ number }</b>{ after }</span> }
    });
    html! {
        <header class="masthead">
            <div>
                <p class="kicker">{ shared.words.say(Message::OnRecord) }</p>
                <h2>{ story.title() }</h2>
                <p class="stand">{ rich_text(story.summary(), shared) }</p>
                <p class="counts">{ for counts }</p>
            </div>
            { known_control(shared) }
        </header>
    }
}
