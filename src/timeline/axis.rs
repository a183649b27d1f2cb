//! The axis: flags at the edges and at the end of the record, ticks in the reader's calendar words.

use markup::html;
use story::{EventIx, Message};
use timeline::{Tick, Unit};
use yew::prelude::*;

use super::{help::Help, keys::ZOOM_STEP};
use super::{
    renderer::{Key, LayerPosition, Sketch},
    scene::{Frame, Scene},
};
use crate::{
    core::state::Action,
    page::{Focus, i18n::dates::Length},
    parts::{Shared, classes, px, symbols::sign},
};

/// How much of the view one press of a button moves.
const PAN_STEP: f64 = 0.5;
/// The room that the buttons take at the end of the row, px.
const BUTTONS_PX: f64 = 178.0;
/// The room that a flag takes, px.
const FLAG_PX: f64 = 190.0;
/// Half the room that the length of a break takes, px.
const LENGTH_PX: f64 = 50.0;
/// The room that the name of a lane takes, px; longer ones are cut off before them.
const NAME_PX: f64 = 260.0;
/// The room that the way to what is later takes, px.
const LATER_PX: f64 = 84.0;
/// No label of a tick is wider, px.
const WIDEST_TICK_PX: f64 = 160.0;
/// The air around the label of a tick, px.
const TICK_AIR_PX: f64 = 7.0;
/// The room that the word for today takes, px.
const TODAY_PX: f64 = 90.0;

/// What lies beyond the edges, where the record ends, and the buttons.
pub fn flags(shared: &Shared, scene: &Scene, frame: &Frame, tools: Html, edges: &Edges) -> Html {
    let i18n = &shared.i18n;
    let width_px = frame.scale.width_px;
    let as_of_px = scene.as_of_px.map(|x| frame.px_from_scene_px(x));
    let as_of = as_of_px.filter(|x| (0.0..width_px).contains(x)).zip(shared.as_of.last_day());
    let flags = as_of.map(|(x, day)| {
        let by = i18n.fill(Message::OnRecordBy, &[("date", &i18n.day(day, Length::Long))]);
        // Each side has its flag only where there is room for it; the left one makes way for the buttons.
        let later_px = if edges.later.is_some() { LATER_PX } else { 0.0 };
        let left_px = x.min(width_px - BUTTONS_PX - later_px);
        html! {
            <>
                if left_px > FLAG_PX * 2.0 {
                    <span class="l x" ~style={format!("--x:{}", px(left_px))}>{ by }</span>
                }
                <span class={classes(&[("r x", true), ("low", x > width_px - BUTTONS_PX)])} ~style={format!("--x:{}", px(x))}>
                    if width_px - x > FLAG_PX + BUTTONS_PX / 2.0 + later_px { { i18n.say(Message::StillAhead) } }
                </span>
            </>
        }
    });
    html! {
        <div class="flags">
            { edges.earlier.clone() }
            { flags.unwrap_or_default() }
            <span class="zoom">{ edges.later.clone().unwrap_or_default() }{ tools }</span>
        </div>
    }
}

/// What lies beyond the edges of a view.
#[derive(PartialEq)]
pub struct Edges {
    earlier: Html,
    later: Option<Html>,
}

/// What lies beyond the edges of a view at rest.
pub fn edges(shared: &Shared, scene: &Scene, frame: &Frame) -> Edges {
    let (before, after) = frame.beyond(scene, &|ix| shared.matches.event(ix));
    Edges { earlier: earlier(shared, scene, before), later: later(shared, after) }
}

/// How many that match lie before the view, and the date of the first of all.
fn earlier(shared: &Shared, scene: &Scene, before: usize) -> Html {
    if before == 0 {
        return Html::default();
    }
    let bundle = &shared.record.bundle;
    let firsts = (0..=bundle.lane_count()).filter_map(|at| first_match(shared, scene, at));
    let first = firsts.min().map(|(_, ix)| bundle.event(ix));
    let when = first.and_then(|event| event.date().or(event.announced()).or(event.known_from()));
    let date = match when {
        Some(when) => shared.i18n.when(&when, Length::Short),
        None => shared.i18n.say(Message::NoDate).to_owned(),
    };
    let text = shared.i18n.count_with(Message::Earlier, before, &[("date", &date)]);
    html! {
        <button type="button" class="link edge" onclick={shared.on_then(Focus::Mark, Action::FitWhole)}>{ "‹ " }{ text }</button>
    }
}

/// The first event of a lane that matches, and its second.
fn first_match(shared: &Shared, scene: &Scene, lane: usize) -> Option<(i64, EventIx)> {
    let series = scene.sources.as_of.record.bundle.lane_events(lane);
    let mut rows = (0..series.len()).map(|at| (series.sec(at), EventIx(series.row(at))));
    rows.find(|(_, ix)| shared.matches.event(*ix))
}

fn later(shared: &Shared, after: usize) -> Option<Html> {
    if after == 0 {
        return None;
    }
    let text = shared.i18n.count(Message::Later, after);
    Some(html! {
        <button type="button" class="link edge" onclick={shared.on_then(Focus::Mark, Action::FitWhole)}>{ text }{ " ›" }</button>
    })
}

/// The buttons that move and zoom, and the help.
pub fn tools(shared: &Shared, width_px: f64) -> Html {
    html! { <>{ buttons(shared, width_px) }<Help shared={shared.clone()}/></> }
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
            let name = shared.i18n.say(name).to_owned();
            html! {
                <button type="button" key={id} class="step" title={name.clone()} aria-label={name}
                    onclick={shared.on(action)}>{ sign(id) }</button>
            }
        })
        .collect()
}

/// The axis; its ticks stand on `node`, and its lines reach down so far.
pub fn axis(node: NodeRef, lines_px: f64) -> Html {
    html! { <div class="axis" part="axis" aria-hidden="true" ~style={["--all:", &px(lines_px)].concat()}><div class="layer" ref={node}></div></div> }
}

/// The ticks and their labels, the first in view with more words; lines through the lanes where a larger unit begins.
pub fn ticks(shared: &Shared, scene: &Scene, first: usize) -> Vec<(Key, Sketch)> {
    let ticks = scene.ticks.iter().enumerate().map(|(at, (tick, x))| {
        let class = match (tick.major, scene.unit) {
            (_, Unit::Year) => "at ruled",
            (true, _) => "at ruled major",
            (false, _) => "at",
        };
        let place = LayerPosition::At(scene.grid.layer_px_from_scene_px(*x));
        let text = shared.i18n.tick(scene.unit, *tick, at == first);
        (tick_key(*tick), Sketch { text, ..Sketch::new("span", class).at(place) })
    });
    ticks.collect()
}

/// The key of a tick.
fn tick_key(tick: Tick) -> Key {
    (0, tick.key())
}

/// The first tick that is in view.
pub fn first_in_view(scene: &Scene, frame: &Frame) -> usize {
    scene.ticks.partition_point(|(_, x)| frame.px_from_scene_px(*x) < 0.0)
}

/// The ticks whose label, so wide as it was drawn, is not whole in view: part of a number is another number.
pub fn cut(scene: &Scene, frame: &Frame, label_px: impl Fn(Key) -> Option<f64>) -> Vec<Key> {
    let width_px = frame.scale.width_px;
    let is_cut = |(tick, x): &&(Tick, f64)| {
        let x_px = frame.px_from_scene_px(*x);
        let is_near_end = (width_px - WIDEST_TICK_PX..width_px).contains(&x_px);
        let reaches_px = || x_px + label_px(tick_key(*tick)).unwrap_or_default();
        x_px < 0.0 || x_px >= width_px || (is_near_end && reaches_px() > width_px)
    };
    scene.ticks.iter().filter(is_cut).map(|(tick, _)| tick_key(*tick)).collect()
}

/// How wide the label of a tick is at the most, with the air around it, px.
pub fn label_px(text: &str) -> f64 {
    let char_px = |of: char| if of.is_ascii() { 8.0 } else { 13.0 };
    TICK_AIR_PX + text.chars().map(char_px).sum::<f64>()
}

/// The breaks of the axis: hatched, and so many years said in words.
pub fn breaks(shared: &Shared, scene: &Scene, frame: &Frame) -> Html {
    let breaks = scene.breaks.iter().map(|(start_px, end_px, secs)| {
        let (start_px, end_px) = (frame.px_from_scene_px(*start_px), frame.px_from_scene_px(*end_px));
        let length = shared.i18n.duration((*secs / story::DAY_SECS as f64) as u64);
        let name = shared.i18n.fill(Message::NothingFor, &[("duration", &length)]);
        let middle_px = f64::midpoint(start_px, end_px);
        let fits = (LENGTH_PX..=frame.scale.width_px - LENGTH_PX).contains(&middle_px);
        html! {
            <div key={start_px as i64} class={classes(&[("x break", true), ("near", middle_px < NAME_PX)])} title={name.clone()} role="img" aria-label={name}
                ~style={format!("--x:{};--w:{}", px(start_px), px(end_px - start_px))}>
                if fits { <span>{ length }</span> }
            </div>
        }
    });
    breaks.collect()
}

/// Today's line, where the reader's own day lies in the view.
pub fn today(shared: &Shared, x_px: Option<f64>, width_px: f64) -> Html {
    let Some(x_px) = x_px else { return Html::default() };
    let class = classes(&[("x today", true), ("turned", x_px > width_px - TODAY_PX)]);
    html! {
        <div {class} ~style={["--x:", &px(x_px)].concat()}><span>{ shared.i18n.say(Message::Today) }</span></div>
    }
}
