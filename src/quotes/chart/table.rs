//! What the picture shows, as a table: for screen readers, and for whoever wants numbers.

use markup::html;
use story::Message;
use yew::prelude::*;

use super::{name, unplaced};
use crate::{
    core::chart::Series,
    page::{computed::opens, i18n::dates::Length},
    parts::Shared,
};

/// The table behind its name; its cells are there only while it is `open`, and may be hundreds.
pub fn table(shared: &Shared, series: &[Series], is_each_once: bool, open: &UseStateHandle<bool>) -> Html {
    let set_open = open.setter();
    html! {
        <details ontoggle={Callback::from(move |event: Event| set_open.set(opens(&event)))}>
            <summary>{ shared.i18n.say(Message::AsTable) }</summary>
            if **open { { cells(shared, series, is_each_once) } }
        </details>
    }
}

/// A row for each stretch of time in which anything was said; where no quote is counted twice, also what no bar counts.
fn cells(shared: &Shared, series: &[Series], is_each_once: bool) -> Html {
    let i18n = &shared.i18n;
    let bins = &shared.record.calendar().bins;
    let cells = |counts: &dyn Fn(&Series) -> usize| -> Html {
        series.iter().map(|one| html! { <td>{ i18n.number(counts(one)) }</td> }).collect()
    };
    let count = |one: &Series, at: usize| one.counts.get(at).copied().unwrap_or_default() as usize;
    let filled = (0..bins.len()).filter(|at| series.iter().any(|one| count(one, *at) > 0));
    let rows = filled.map(|at| {
        let date = i18n.when(&bins.date(at), Length::Long);
        html! { <tr key={at}><th scope="row">{ date }</th>{ cells(&|one| count(one, at)) }</tr> }
    });
    let sum = |of: fn(&Series) -> usize| series.iter().map(of).sum::<usize>();
    let rest = |vague: usize, undated: usize, of: fn(&Series) -> usize| {
        let told = unplaced(shared, vague, undated).into_iter().filter(|_| is_each_once);
        told.map(move |told| html! { <tr><th scope="row">{ told }</th>{ cells(&of) }</tr> }).collect::<Html>()
    };
    html! {
        <table>
            <caption class="unseen">{ i18n.say(Message::SaidWhen) }</caption>
            <thead><tr>
                <th scope="col">{ i18n.say(Message::DateColumn) }</th>
                { for series.iter().map(|one| html! { <th scope="col">{ name(shared, &one.label) }</th> }) }
            </tr></thead>
            <tbody>
                { for rows }
                { rest(sum(|one| one.vague), 0, |one| one.vague) }
                { rest(0, sum(|one| one.undated), |one| one.undated) }
            </tbody>
        </table>
    }
}
