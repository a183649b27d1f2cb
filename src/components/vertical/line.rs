//! A line of the list: an event, and under it its detail while it is open.

use markup::html;
use story::{Civil, EventIx, Message, Precision, Qualifier, Shape, Status, When, civil_from_day};
use yew::prelude::*;

use crate::{
    components::{Shared, classes, detail::Detail, marked::marked, symbols::event_sign},
    state::{Action, Selection},
    words::{dates::Length, status_message},
};

/// So many plans are named beside the event that they became; the detail names them all.
const MAX_PLANS: usize = 3;

/// The line of an event.
pub fn event_line(shared: &Shared, ix: EventIx, open: bool) -> Html {
    let (event, known) = (shared.record.bundle.event(ix), &shared.known);
    let soft = event.date().is_some_and(|when| when.qualifier().approximate);
    let class = classes(&[("row", true), ("soft", soft), ("open", known.is_open(ix)), ("chosen", open)]);
    let next = if open { None } else { Some(Selection::Event(ix)) };
    html! {
        <li key={ix.0} {class}>
            { event_sign(known, ix) }
            <button type="button" class="entry" data-event={event.id().to_owned()} aria-expanded={open.to_string()}
                onclick={shared.on(Action::Select(next))}>
                { date(shared, ix) }
                <span class="what">{ marked(event.title(), shared) }</span>
                { notes(shared, ix) }
            </button>
            if open { <Detail shared={shared.clone()} selected={Selection::Event(ix)}/> }
        </li>
    }
}

/// The date, and before it the status where it is not simply "happened".
fn date(shared: &Shared, ix: EventIx) -> Html {
    let event = shared.record.bundle.event(ix);
    let text = shared.words.date_of(event, Length::Long);
    let status = (event.status() != Status::Happened)
        .then(|| html! { <b class="cap">{ shared.words.say(status_message(event.status())) }</b> });
    let date = match event.date().and_then(|when| datetime(&when)) {
        Some(datetime) => html! { <time class="date" {datetime}>{ text }</time> },
        None => html! { <span class="date">{ text }</span> },
    };
    html! { <span class="when">{ status.unwrap_or_default() }{ date }</span> }
}

/// The plans that led to an event, whether its sources differ, how many quotes there are.
fn notes(shared: &Shared, ix: EventIx) -> Html {
    let (words, known) = (&shared.words, &shared.known);
    let plans = known.plans_of(ix).take(MAX_PLANS).map(|plan| shared.status_and_date(plan, Length::Long));
    let differ = known.accounts_differ(ix).then(|| words.say(Message::AccountsDifferOnDate).to_owned());
    let quotes = known.quotes_of(ix).count();
    let quotes = (quotes > 0).then(|| words.count(Message::Quotes, quotes));
    plans.chain(differ).chain(quotes).map(|note| html! { <span class="muted cap">{ note }</span> }).collect()
}

/// A date as the attribute `datetime` takes it; `None` where it is not one day, month or year for certain.
fn datetime(when: &When) -> Option<String> {
    let moment = when.first.moment().filter(|_| when.shape == Shape::Single)?;
    let Civil { year, month, day } = civil_from_day(when.earliest_day()?);
    if moment.qualifier != Qualifier::default() || !(1..=9999).contains(&year) {
        return None;
    }
    match moment.precision {
        Precision::Second | Precision::Minute | Precision::Day => Some(format!("{year:04}-{month:02}-{day:02}")),
        Precision::Month => Some(format!("{year:04}-{month:02}")),
        Precision::Year => Some(format!("{year:04}")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_certain_is_told_to_machines() {
        let cases = [
            ("2024-06-18", Some("2024-06-18")),
            ("2024-06-18T10:15:05Z", Some("2024-06-18")),
            ("2024-06", Some("2024-06")),
            ("0800", Some("0800")),
            ("2024-06~", None),
            ("2024?", None),
            ("201X", None),
            ("2024-21", None),
            ("-0043", None),
            ("2024-06/2024-07", None),
            ("[2023-09-13,2023-09-14]", None),
        ];
        for (edtf, expected) in cases {
            let when = compile::date::parse(edtf).unwrap_or_else(|error| panic!("{edtf}: {}", error.message));
            assert_eq!(datetime(&when).as_deref(), expected, "{edtf}");
        }
    }
}
