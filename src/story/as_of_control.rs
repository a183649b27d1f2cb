//! As known on: the day as of which the story is told, by arrows, by hand and by keyboard.

use markup::html;
use story::Message;
use web_sys::{Element, MouseEvent, PointerEvent};
use yew::prelude::*;

use crate::parts::{Shared, classes, symbols::sign};
use crate::{
    core::{record::Record, state::Action},
    page::{
        elements::{around, target},
        enlarged::{Axis, ends},
        focus_first,
        i18n::dates::Length,
    },
};

/// The ticks stand on a scale of so many parts: about half a px each where the line is widest.
const PARTS: f64 = 1_000.0;
/// Page Up and Page Down go so many times further than an arrow key, in a story of as many days.
const PAGE: usize = 10;

/// The control. It stops on the days on which a source was published; a story without two of them has none.
pub fn as_of_control(shared: &Shared) -> Html {
    let (as_of, i18n) = (&shared.as_of, &shared.i18n);
    let days = &as_of.record.publication_days;
    let Some(last) = days.len().checked_sub(1).filter(|last| *last > 0) else { return Html::default() };
    let at = as_of.day_at();
    let date = as_of.last_day().map(|day| i18n.day(day, Length::Long)).unwrap_or_default();
    let name = i18n.say(Message::AsKnownOn).to_owned();
    html! {
        <div class={classes(&[("as-of", true), ("earlier", at < last)])} role="group" aria-label={name.clone()}>
            { arrow(shared, at.checked_sub(1), Message::KnownEarlier, "#m-prev") }
            <p><small>{ name.clone() }</small><b aria-live="polite">{ date.clone() }</b></p>
            { arrow(shared, Some(at + 1).filter(|at| *at <= last), Message::KnownLater, "#m-next") }
            <div class="track" ~style={["--x:", &percent(part_of(days, at))].concat()} role="slider" tabindex="0" aria-label={name} aria-valuemin="0"
                aria-valuemax={last.to_string()} aria-valuenow={at.to_string()} aria-valuetext={date}
                onkeydown={on_key(shared, at)} onpointerdown={on_press(shared)} onpointermove={on_drag(shared, true)}
                onpointerup={on_drag(shared, false)}>
                { ends() }
                <svg viewBox="0 0 1000 24" preserveAspectRatio="none" aria-hidden="true"><path d={ticks(days)}/></svg>
            </div>
            { note(shared, at < last) }
        </div>
    }
}

/// To the day of publication before or after.
fn arrow(shared: &Shared, to: Option<usize>, name: Message, id: &'static str) -> Html {
    let on_click = to.map(|at| shared.on::<MouseEvent>(Action::TellAsOf(shared.record.publication(at))));
    html! {
        <button type="button" class="step link" aria-disabled={to.is_none().then_some("true")} onclick={on_click}
            aria-label={shared.i18n.say(name).to_owned()}>{ sign(id) }</button>
    }
}

/// What the control does, or, on an earlier day, what it leaves out and the way back.
fn note(shared: &Shared, then: bool) -> Html {
    let i18n = &shared.i18n;
    if !then {
        return html! { <small class="note">{ i18n.say(Message::KnownLatest) }</small> };
    }
    let dispatch = shared.dispatch.clone();
    let on_click = Callback::from(move |click: MouseEvent| {
        // The button goes, so the focus moves to the arrow that undoes it.
        focus_first(&click.target_unchecked_into(), ".as-of button");
        dispatch.emit(Action::TellAsOf(None));
    });
    html! {
        <small class="note">
            { i18n.say(Message::KnownThen) }{ " " }
            <button type="button" class="link" onclick={on_click}>{ i18n.say(Message::BackToLatest) }</button>
        </small>
    }
}

/// The keys of a slider; later is where the language goes on.
fn on_key(shared: &Shared, at: usize) -> Callback<KeyboardEvent> {
    let shared = shared.clone();
    Callback::from(move |key: KeyboardEvent| {
        let last = shared.record.publication_days.len() - 1;
        if key.ctrl_key() || key.meta_key() || key.alt_key() {
            return;
        }
        if let Some(to) = stop_from_key(&key.key(), at, last, is_mirrored(&shared)) {
            key.prevent_default();
            shared.dispatch.emit(Action::TellAsOf(shared.record.publication(to)));
        }
    })
}

fn stop_from_key(key: &str, at: usize, last: usize, mirrored: bool) -> Option<usize> {
    let page = (last / PAGE).max(1);
    let (earlier, later) = if mirrored { ("ArrowRight", "ArrowLeft") } else { ("ArrowLeft", "ArrowRight") };
    let to = match key {
        "Home" => 0,
        "End" => last,
        "PageDown" => at.saturating_sub(page),
        "PageUp" => at + page,
        key if key == earlier || key == "ArrowDown" => at.saturating_sub(1),
        key if key == later || key == "ArrowUp" => at + 1,
        _ => return None,
    };
    Some(to.min(last))
}

fn is_mirrored(shared: &Shared) -> bool {
    shared.i18n.direction() == "rtl"
}

/// A press on the line goes to the nearest stop, and begins a drag. A finger may be about to scroll the page: it goes
/// there only when it moves along the line, or is lifted.
fn on_press(shared: &Shared) -> Callback<PointerEvent> {
    let shared = shared.clone();
    Callback::from(move |press: PointerEvent| {
        if let Some(track) = track_of(&press).filter(|_| press.button() == 0) {
            // A browser that refuses the capture lets the drag end at the edge of the line, and nothing else.
            let _ = track.set_pointer_capture(press.pointer_id());
            if press.pointer_type() != "touch" {
                go_to_pointer(&shared, &track, &press);
            }
        }
    })
}

fn on_drag(shared: &Shared, moves: bool) -> Callback<PointerEvent> {
    let shared = shared.clone();
    Callback::from(move |drag: PointerEvent| {
        let scrolls = moves && drag.pointer_type() == "touch" && drag.movement_y().abs() >= drag.movement_x().abs();
        if scrolls {
            return;
        }
        if let Some(track) = track_of(&drag).filter(|track| track.has_pointer_capture(drag.pointer_id())) {
            go_to_pointer(&shared, &track, &drag);
        }
    })
}

/// The line that a pointer is on, or has been captured by.
fn track_of(event: &PointerEvent) -> Option<Element> {
    around(&target::<Element>(event)?, ".track")
}

fn go_to_pointer(shared: &Shared, track: &Element, event: &PointerEvent) {
    if let Some(axis) = Axis::of(track) {
        shared.dispatch.emit(Action::TellAsOf(nearest(&shared.record, axis.part(event))));
    }
}

/// The day of publication nearest to a part of the time between the first and the last; `None` for the last.
fn nearest(record: &Record, part: f64) -> Option<i64> {
    let days = &record.publication_days;
    let sought_day = part * since_first(days, days.last().copied().unwrap_or_default());
    let after = days.partition_point(|day| since_first(days, *day) < sought_day);
    let apart = |at: usize| days.get(at).map_or(f64::MAX, |day| (since_first(days, *day) - sought_day).abs());
    let before = after.saturating_sub(1);
    record.publication(if apart(after) < apart(before) { after } else { before })
}

/// Where a stop stands between the first, at 0, and the last, at 1, to the scale of time.
fn part_of(days: &[i64], at: usize) -> f64 {
    let (Some(last), Some(day)) = (days.last(), days.get(at)) else { return 0.0 };
    since_first(days, *day) / since_first(days, *last).max(1.0)
}

/// How many days a day lies after the first of some.
fn since_first(days: &[i64], day: i64) -> f64 {
    day as f64 - days.first().map_or(0.0, |first| *first as f64)
}

/// All ticks in one path; those that would stand on the same spot are one.
fn ticks(days: &[i64]) -> String {
    let mut path = String::new();
    let mut before = -1;
    for at in 0..days.len() {
        let x = (part_of(days, at) * PARTS).round() as i64;
        if x != before {
            path.push_str(&format!("M{x} 7v10"));
            before = x;
        }
    }
    path
}

/// A part as a percentage, to a hundredth. Kept free of float formatting, which is large in wasm.
fn percent(part: f64) -> String {
    let hundredths = (part * 10_000.0).round() as u32;
    format!("{}.{:02}%", hundredths / 100, hundredths % 100)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::testing;
    use proptest::prelude::*;

    #[test]
    fn ticks_stand_to_the_scale_of_time() {
        assert_eq!(ticks(&[0, 25, 100]), "M0 7v10M250 7v10M1000 7v10");
        assert_eq!(percent(part_of(&[0, 25, 100], 1)), "25.00%");
        assert_eq!(percent(part_of(&[0, 25, 100], 2)), "100.00%");
    }

    #[test]
    fn ticks_that_would_hide_each_other_are_one() {
        let days: Vec<i64> = (0..100_000).collect();
        assert_eq!(ticks(&days).matches('M').count(), 1_001);
    }

    #[test]
    fn the_days_of_any_calendar_stand_on_the_line() {
        let days = [i64::MIN, 0, i64::MAX];
        assert_eq!([0, 1, 2].map(|at| percent(part_of(&days, at))), ["0.00%", "50.00%", "100.00%"]);
    }

    #[test]
    fn a_press_goes_to_the_nearest_stop() {
        let record = testing::record();
        let first = record.publication_days.first().copied();
        for (part, day) in [(-1.0, first), (0.0, first), (0.49, first), (0.51, None), (1.0, None), (9.0, None)] {
            assert_eq!(nearest(&record, part), day, "{part}");
        }
    }

    #[test]
    fn keys_go_from_stop_to_stop_and_not_beyond() {
        let cases = [
            ("ArrowLeft", 2, Some(1)),
            ("ArrowDown", 0, Some(0)),
            ("ArrowRight", 2, Some(3)),
            ("ArrowUp", 40, Some(40)),
            ("PageDown", 3, Some(0)),
            ("PageUp", 3, Some(7)),
            ("Home", 7, Some(0)),
            ("End", 7, Some(40)),
            ("x", 7, None),
        ];
        for (key, at, to) in cases {
            assert_eq!(stop_from_key(key, at, 40, false), to, "{key}");
        }
        assert_eq!(stop_from_key("ArrowLeft", 2, 40, true), Some(3), "from right to left");
        assert_eq!(stop_from_key("PageUp", 0, 1, false), Some(1), "two stops are two pages");
    }

    proptest! {
        #[test]
        fn a_press_on_a_tick_goes_to_its_day(days in prop::collection::btree_set(-1_000_000_i64..1_000_000, 2..40)) {
            let days: Vec<i64> = days.into_iter().collect();
            let mut record = testing::record();
            record.publication_days = days.clone();
            for at in 0..days.len() {
                prop_assert_eq!(nearest(&record, part_of(&days, at)), record.publication(at));
            }
        }
    }
}
