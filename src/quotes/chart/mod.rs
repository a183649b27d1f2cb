//! The picture of when it was said: bars by time, for those who said most or for each of what is compared.

mod control;
mod picture;
mod table;

use markup::html;
use story::{Message, QuoteIx};
use web_sys::Element;
use yew::prelude::*;

use self::{
    control::control,
    picture::{Picture, swatch},
    table::table,
};
use crate::hooks::use_memo;
use crate::parts::{Shared, symbols::sign};
use crate::{
    core::{
        chart::{Compared, LEAST_DATED, Series, SeriesLabel, by_speaker, each_compared, found},
        state::Action,
    },
    page::{Focus, focus_first, i18n::dates::Length, use_later},
};

/// What the picture needs.
#[derive(Clone, PartialEq, Properties)]
pub struct ChartProps {
    /// What most components need.
    pub shared: Shared,
    /// What is compared.
    pub compared: Vec<Compared>,
    /// Whether there is room for the bars alone, not for words beside them.
    pub narrow: bool,
}

/// The picture of what the list below it holds, a frame after that.
#[function_component]
pub fn Chart(props: &ChartProps) -> Html {
    let shared = use_later(&props.shared);
    html! { <Drawn {shared} ..props.clone()/> }
}

/// The picture, its table, and the means to compare. Of a story with few dates there is only the last.
#[function_component]
fn Drawn(ChartProps { shared, compared, narrow }: &ChartProps) -> Html {
    let found = {
        let shared = shared.clone();
        use_memo((shared.as_of.day(), compared.clone()), move |(_, compared)| {
            found(&shared.as_of, shared.i18n.say(Message::SearchFields), &*shared.fold, compared)
        })
    };
    let (tabled, unfolded) = (use_state_eq(|| false), use_state_eq(|| false));
    let calendar = shared.record.calendar();
    let has_bars = calendar.bins.len() > 1 && calendar.dated >= LEAST_DATED;
    let is_compared = !compared.is_empty();
    // The quotes come first.
    let is_folded = !*unfolded && !is_compared;
    let series = use_memo((shared.clone(), compared.clone(), is_folded), |(shared, ..)| {
        let (record, quotes) = (&shared.record, shared.matches.by_time());
        match (is_compared, has_bars && !is_folded) {
            (true, _) => each_compared(record, &quotes, &found),
            (false, true) => by_speaker(record, &quotes),
            (false, false) => Vec::new(),
        }
    });
    // A story compiled before there were words for this has none.
    let is_worded = !shared.i18n.say(Message::SaidWhen).is_empty();
    if !is_worded || (shared.record.bundle.quote_count() < 2 && !is_compared) {
        return Html::default();
    }
    let is_drawn = has_bars && !series.is_empty();
    let picture = is_drawn.then(|| Picture::new(shared, &series, !is_compared, *narrow));
    html! {
        <div class="chart">
            if !is_compared {
                { unfold(shared, &unfolded) }
            } else {
                <h4 aria-level={shared.level(2)}>{ shared.i18n.say(Message::SaidWhen) }</h4>
            }
            if is_compared {
                { compared_rows(shared, &series, picture.as_ref()) }
            } else if let Some(picture) = &picture {
                { stacked(shared, &series, picture) }
            }
            { picture.map(|picture| html! { <>{ picture.axis() }{ table(shared, &series, !is_compared, &tabled) }</> }).unwrap_or_default() }
            if !is_folded { { control(shared, compared) } }
        </div>
    }
}

/// The heading as a button that shows or hides all of it.
fn unfold(shared: &Shared, unfolded: &UseStateHandle<bool>) -> Html {
    let (next, set) = (!**unfolded, unfolded.setter());
    html! {
        <h4 aria-level={shared.level(2)}><button type="button" class="take" aria-expanded={unfolded.to_string()}
            onclick={Callback::from(move |_: MouseEvent| set.set(next))}>{ shared.i18n.say(Message::SaidWhen) }</button></h4>
    }
}

/// One picture of all, and who is who in it.
fn stacked(shared: &Shared, series: &[Series], picture: &Picture<'_>) -> Html {
    let legend = series.iter().enumerate().map(|(at, one)| {
        html! {
            <li key={at}>{ swatch(at) }<span>{ name(shared, &one.label) }</span>
                <span class="n">{ shared.i18n.number(one.total()) }</span></li>
        }
    });
    let sum = |of: fn(&Series) -> usize| series.iter().map(of).sum::<usize>();
    let unplaced = unplaced(shared, sum(|one| one.vague), sum(|one| one.undated));
    html! {
        <div class="rows">
            <div class="counted">
                <div>
                    <ul class="legend">{ for legend }</ul>
                    if !unplaced.is_empty() { <p class="muted">{ unplaced.join(" · ") }</p> }
                </div>
                { picture.stack() }
            </div>
            { picture.buttons() }
        </div>
    }
}

/// A row for each of what is compared, one below the other, on the same scale.
fn compared_rows(shared: &Shared, series: &[Series], picture: Option<&Picture<'_>>) -> Html {
    let rows = series.iter().enumerate().map(|(at, one)| {
        let name = name(shared, &one.label);
        let without = shared.i18n.fill(Message::CompareWithout, &[("name", &name)]);
        html! {
            <li key={at} class="counted">
                <div>
                    <button type="button" class="link b" onclick={on_show(shared, &one.label)}>{ name }</button>
                    <button type="button" class="step" aria-label={without} onclick={on_remove(shared, at)}>
                        { sign("#m-close") }
                    </button>
                    <p class="muted">{ facts(shared, one) }</p>
                </div>
                { picture.map(|picture| picture.row(at)).unwrap_or_default() }
            </li>
        }
    });
    html! {
        <div class="rows">
            <ul>{ for rows }</ul>
            if let Some(picture) = picture { { picture.buttons() } }
        </div>
    }
}

/// Lists the quotes that a row counts.
fn on_show(shared: &Shared, label: &SeriesLabel) -> Option<Callback<MouseEvent>> {
    let action = match label {
        SeriesLabel::Of(Compared::Words(text)) => Action::Search(text.clone()),
        SeriesLabel::Of(Compared::Speaker(ix)) => Action::Speaker(Some(*ix)),
        SeriesLabel::Others => return None,
    };
    Some(shared.on_then(Focus::Quotes, action))
}

/// Compares no longer with one, and gives the focus to the next button, because its own goes.
fn on_remove(shared: &Shared, at: usize) -> Callback<MouseEvent> {
    let dispatch = shared.dispatch.clone();
    Callback::from(move |click: MouseEvent| {
        let button: Element = click.target_unchecked_into();
        focus_first(&button, ".compare button");
        dispatch.emit(Action::CompareWithout(at));
    })
}

/// How many, from when to when, and what no bar counts.
fn facts(shared: &Shared, series: &Series) -> String {
    let i18n = &shared.i18n;
    let date = |ix: Option<QuoteIx>| {
        let when = shared.record.bundle.quote(ix?).said()?;
        Some(i18n.when(&when, Length::Short))
    };
    let dates = if series.first == series.last {
        [date(series.first), None]
    } else {
        let told = |message, ix| Some(i18n.fill(message, &[("date", &date(ix)?)]));
        [told(Message::FirstQuote, series.first), told(Message::LastQuote, series.last)]
    };
    let all = [Some(i18n.count(Message::Quotes, series.total()))].into_iter().chain(dates).flatten();
    all.chain(unplaced(shared, series.vague, series.undated)).collect::<Vec<_>>().join(" · ")
}

/// In words how many quotes no bar counts.
fn unplaced(shared: &Shared, vague: usize, undated: usize) -> Vec<String> {
    let counts = [(Message::VaguelyDated, vague), (Message::UndatedQuotes, undated)];
    counts.into_iter().filter(|(_, n)| *n > 0).map(|(message, n)| shared.i18n.count(message, n)).collect()
}

/// What a series is called.
fn name(shared: &Shared, label: &SeriesLabel) -> String {
    match label {
        SeriesLabel::Of(Compared::Speaker(ix)) => shared.record.bundle.person(*ix).name().to_owned(),
        SeriesLabel::Of(Compared::Words(text)) => text.clone(),
        SeriesLabel::Others => shared.i18n.say(Message::Others).to_owned(),
    }
}
