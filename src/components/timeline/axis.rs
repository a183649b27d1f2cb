//! The axis: flags at the edges and at the end of the record, ticks in the reader's calendar words.

use story::Message;
use timeline::Unit;
use yew::prelude::*;

use super::{help::help, keys::ZOOM_STEP};
use crate::{
    components::{Shared, px, symbols::sign},
    page::Focus,
    scene::Scene,
    state::Action,
    words::dates::Length,
};

/// How much of the view one press of a button moves.
const PAN_STEP: f64 = 0.5;
/// The room that the buttons take at the end of the row, px.
const BUTTONS_PX: f64 = 178.0;
/// The room that a flag takes, px.
const FLAG_PX: f64 = 190.0;
/// A tick this near to the end has no room for its label, px.
const TICK_LABEL_PX: f64 = 44.0;

/// What lies beyond the edges, where the record ends, and the buttons.
pub fn flags(shared: &Shared, scene: &Scene) -> Html {
    let words = &shared.words;
    let width_px = scene.scale.width_px;
    let known = scene.known_px.filter(|x| (0.0..width_px).contains(x)).zip(shared.known.last_day());
    let flags = known.map(|(x, day)| {
        let by = words.fill(Message::OnRecordBy, &[("date", &words.day(day, Length::Long))]);
        // Each side has its flag only where there is room for it; the left one makes way for the buttons.
        let left_px = x.min(width_px - BUTTONS_PX);
        html! {
            <>
                if left_px > FLAG_PX * 2.0 {
                    <span class="l x" ~style={format!("--x:{}", px(left_px))}>{ by }</span>
                }
                <span class="r x" ~style={format!("--x:{}", px(x))}>
                    if width_px - x > FLAG_PX + BUTTONS_PX / 2.0 { { words.say(Message::StillAhead) } }
                </span>
            </>
        }
    });
    html! {
        <div class="flags">
            { earlier(shared, scene) }
            { flags.unwrap_or_default() }
            <span class="zoom">{ later(shared, scene) }{ buttons(shared, width_px) }{ help(shared) }</span>
        </div>
    }
}

fn earlier(shared: &Shared, scene: &Scene) -> Html {
    let record = &shared.record;
    if scene.before == 0 {
        return Html::default();
    }
    let shown = scene.shown();
    let first = shared.known.events_by_time().find(|ix| !shown.contains(ix));
    let event = first.map(|ix| record.bundle.event(ix));
    let when = event.and_then(|event| event.date().or(event.announced()).or(event.known_from()));
    let date = match when {
        Some(when) => shared.words.when(&when, Length::Short),
        None => shared.words.say(Message::NoDate).to_owned(),
    };
    let text = shared.words.count_with(Message::Earlier, scene.before, &[("date", &date)]);
    html! {
        <button type="button" class="link edge" onclick={shared.on_then(Focus::Mark, Action::FitWhole)}>{ "‹ " }{ text }</button>
    }
}

fn later(shared: &Shared, scene: &Scene) -> Html {
    if scene.after == 0 {
        return Html::default();
    }
    let text = shared.words.count(Message::Later, scene.after);
    html! {
        <button type="button" class="link edge" onclick={shared.on_then(Focus::Mark, Action::FitWhole)}>{ text }{ " ›" }</button>
    }
}

fn buttons(shared: &Shared, width_px: f64) -> Html {
    let at_px = width_px / 2.0;
    let buttons = [
        (Message::PanEarlier, "#m-prev", Action::Pan { by_px: -width_px * PAN_STEP }),
        (Message::PanLater, "#m-next", Action::Pan { by_px: width_px * PAN_STEP }),
        (Message::ZoomOut, "#m-minus", Action::Zoom { at_px, factor: 1.0 / ZOOM_STEP }),
        (Message::ZoomIn, "#m-plus", Action::Zoom { at_px, factor: ZOOM_STEP }),
        (Message::ShowAll, "#m-whole", Action::FitWhole),
    ];
    buttons
        .into_iter()
        .map(|(name, id, action)| {
            let name = shared.words.say(name).to_owned();
            html! {
                <button type="button" key={id} class="step" title={name.clone()} aria-label={name}
                    onclick={shared.on(action)}>{ sign(id) }</button>
            }
        })
        .collect()
}

/// The ticks and their labels; lines through the lanes where a larger unit begins.
pub fn axis(shared: &Shared, scene: &Scene) -> Html {
    let words = &shared.words;
    let width_px = scene.scale.width_px;
    let ticks = scene.ticks.iter().enumerate().map(|(at, (tick, x))| {
        let label = words.tick(scene.unit, *tick, at == 0);
        let label = (width_px - x > TICK_LABEL_PX).then(|| {
            if tick.major && scene.unit != Unit::Year {
                html! { <b>{ label }</b> }
            } else {
                html! { <em>{ label }</em> }
            }
        });
        html! { <span key={tick.key()} class="x" ~style={format!("--x:{}", px(*x))}>{ label.unwrap_or_default() }</span> }
    });
    let lines = scene.ticks.iter().filter(|(tick, _)| tick.major || scene.unit == Unit::Year).map(|(tick, x)| {
        html! { <i key={tick.key()} class="x" ~style={format!("--x:{}", px(*x))}></i> }
    });
    html! {
        <>
            <div class="grid" aria-hidden="true">{ for lines }</div>
            <div class="axis" part="axis" aria-hidden="true">{ for ticks }</div>
        </>
    }
}
