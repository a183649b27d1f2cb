//! The marks, bands and bars of a lane.

use story::{EventIx, Message, Status};
use timeline::{Bar, BarKind, Mark, Side};
use yew::prelude::*;

use super::Reader;
use crate::{
    components::{
        Shared, classes,
        marked::marked,
        px,
        symbols::{sign, status_sign},
    },
    scene::{Edge, Float, Folded, PlanArc, Stretch},
    state::{Action, Selection},
    words::dates::Length,
};

/// What stands behind a label: the tint of what lies ahead, the paper, or, across the line between them, nothing.
fn ground(from_px: f64, to_px: f64, known_px: f64) -> &'static str {
    if from_px > known_px {
        ";--bg:var(--tint)"
    } else if to_px > known_px {
        ";--bg:none"
    } else {
        ""
    }
}

/// The space around a label's text, px.
const LABEL_PAD_PX: f64 = 12.0;

/// The mark of an event with its label.
pub fn mark(shared: &Shared, mark: &Mark, reader: &Reader, known_px: f64) -> Html {
    let ix = EventIx(mark.key);
    let row = mark.label.as_ref().map_or(0, |label| label.row);
    let flip = mark.label.as_ref().is_some_and(|label| matches!(label.side, Side::Left));
    let mut style = format!("--x:{};--up:{};--r:{row}", px(mark.x_px), px(mark.up_px));
    let width_px = shared.labels.width(&shared.record, &shared.words, ix).wider_px + LABEL_PAD_PX;
    let (from_px, to_px) = if flip { (mark.x_px - width_px, mark.x_px) } else { (mark.x_px, mark.x_px + width_px) };
    style.push_str(ground(from_px, to_px, known_px));
    let class = names(shared, ix, reader, &[("ev", true), ("flip", flip), ("under", mark.hidden)]);
    let label = mark.label.as_ref().filter(|_| shown(shared, ix, reader));
    html! {
        <div key={mark.key} {class} ~style={style}>
            { button(shared, ix, reader, event_sign(shared, ix), label.map(|_| label_html(shared, ix, mark.more))) }
        </div>
    }
}

/// The bar of possible dates under a mark. Of an open plan's, the part that has passed without news is a hairline.
pub fn band(shared: &Shared, mark: &Mark, reader: &Reader, known_px: f64, width_px: f64) -> Html {
    let Some(band) = &mark.band else { return Html::default() };
    let ix = EventIx(mark.key);
    let open = shared.known.is_open(ix);
    let (start_px, end_px) = (band.x_px.max(0.0), (band.x_px + band.width_px).min(width_px));
    let passed_px = if open { known_px.max(start_px).min(end_px) } else { start_px };
    let piece = |from_px: f64, to_px: f64, thin: bool| {
        let class = names(shared, ix, reader, &[("band", true), ("thin", thin)]);
        let style = format!("--x:{};--w:{};--up:{}", px(from_px), px(to_px - from_px), px(mark.up_px));
        html! { <span class={class} ~style={style}></span> }
    };
    html! {
        <key={format!("band{}", mark.key)}>
            if passed_px > start_px { { piece(start_px, passed_px, true) } }
            if end_px > passed_px { { piece(passed_px, end_px, false) } }
        </>
    }
}

/// A bar with its label above it: what lasted, or possible dates wider than half the view.
pub fn bar(shared: &Shared, bar: &Bar, reader: &Reader, known_px: f64) -> Html {
    let ix = EventIx(bar.key);
    let record = &shared.record;
    let event = record.bundle.event(ix);
    let plan = event.status() != Status::Happened;
    let goes_on = matches!(bar.kind, BarKind::Lasting { open_end: true, .. }) && !bar.clipped_end;
    let kind = match bar.kind {
        BarKind::Lasting { .. } => "range",
        BarKind::Window => "band",
    };
    let class = names(shared, ix, reader, &[(kind, true), ("go", goes_on && !plan), ("plan", plan && kind == "range")]);
    let style = format!("--x:{};--w:{};--up:{}", px(bar.x_px), px(bar.width_px), px(bar.up_px));
    let label_x_px = bar.label_x_px.unwrap_or(bar.x_px);
    let mut place = format!("--x:{};--up:{}", px(label_x_px), px(bar.up_px));
    let label_end_px = label_x_px + shared.labels.width(record, &shared.words, ix).one_line_px + LABEL_PAD_PX;
    place.push_str(ground(label_x_px, label_end_px, known_px));
    let label = bar.label_x_px.filter(|_| shown(shared, ix, reader)).map(|_| {
        html! {
            <span class="lab">
                <b>{ marked(label_text(shared, ix), shared) }</b>{ " " }
                <small>{ status_and_date(shared, ix, Length::Short) }</small>
            </span>
        }
    });
    let sign = matches!(bar.kind, BarKind::Window).then(|| event_sign(shared, ix)).unwrap_or_default();
    html! {
        <key={format!("row{}", bar.key)}>
            <span key={format!("bar{}", bar.key)} {class} ~style={style}></span>
            <div key={bar.key} class={names(shared, ix, reader, &[("ev", true), ("over-lab", true)])} ~style={place}>
                { button(shared, ix, reader, sign, label) }
            </div>
        </>
    }
}

/// The days on which a plan may have been announced, as a hairline under the start of its arc.
pub fn announced(shared: &Shared, arc: &PlanArc, reader: &Reader) -> Html {
    let Some((start_px, end_px)) = arc.announced_px else { return Html::default() };
    let faded = reader.filtered && !shared.matches.event(arc.plan);
    let class = classes(&[("x band thin", true), ("open", arc.open), ("from", arc.announced_before), ("dim", faded)]);
    html! { <span {class} ~style={format!("--x:{};--w:{}", px(start_px), px(end_px - start_px))}></span> }
}

/// A plan that is counted at its outcome: nothing to see, but the keyboard and the screen reader reach it.
pub fn folded(shared: &Shared, folded: &Folded, reader: &Reader) -> Html {
    let class = names(shared, folded.plan, reader, &[("ev", true), ("under", true)]);
    html! {
        <div key={folded.plan.0} {class} ~style={format!("--x:{}", px(folded.x_px))}>
            { button(shared, folded.plan, reader, event_sign(shared, folded.plan), None) }
        </div>
    }
}

/// The start of an arc, where a plan was announced that has no mark of its own.
pub fn arc_start(shared: &Shared, arc: &PlanArc, reader: &Reader) -> Html {
    let class = names(shared, arc.plan, reader, &[("ev", true), ("start", true)]);
    html! {
        <div key={arc.plan.0} {class} ~style={format!("--x:{}", px(arc.arc.x0_px))}>
            { button(shared, arc.plan, reader, Html::default(), None) }
        </div>
    }
}

/// A plan without a date, in mid-air.
pub fn float(shared: &Shared, float: &Float, reader: &Reader) -> Html {
    let ix = float.event;
    let style = format!("--x:{};--up:{}", px(float.x_px), px(float.up_px));
    let class = names(shared, ix, reader, &[("ev", true), ("side", true), ("flip", float.flip)]);
    let label = shown(shared, ix, reader).then(|| label_html(shared, ix, 0));
    html! {
        <div key={ix.0} {class} ~style={style}>
            { button(shared, ix, reader, event_sign(shared, ix), label) }
        </div>
    }
}

/// A label is dropped where the event does not match the filter.
fn shown(shared: &Shared, ix: EventIx, reader: &Reader) -> bool {
    !reader.filtered || shared.matches.event(ix)
}

/// The class names that tell the status, the doubt and the filter.
fn names(shared: &Shared, ix: EventIx, reader: &Reader, own: &[(&'static str, bool)]) -> String {
    let when = shared.record.bundle.event(ix).date();
    let doubt = when.map(|when| when.qualifier()).unwrap_or_default();
    let stretch = Stretch::of_event(&shared.known, ix);
    let fades = |edge: fn(&Stretch) -> Edge| stretch.as_ref().is_some_and(|it| edge(it) == Edge::Fading);
    let common = [
        ("x", true),
        ("open", shared.known.is_open(ix)),
        ("soft", doubt.approximate),
        ("hatch", doubt.uncertain),
        ("from", fades(|it| it.start)),
        ("to", fades(|it| it.end)),
        ("dim", !shown(shared, ix, reader)),
    ];
    let all: Vec<(&'static str, bool)> = own.iter().copied().chain(common).collect();
    classes(&all)
}

fn event_sign(shared: &Shared, ix: EventIx) -> Html {
    let event = shared.record.bundle.event(ix);
    let uncertain = event.date().is_some_and(|when| when.qualifier().uncertain);
    match event.status() {
        Status::Happened if shared.known.accounts_differ(ix) => sign("#m-differ"),
        Status::Happened if uncertain => sign("#m-doubt"),
        status => status_sign(status),
    }
}

fn button(shared: &Shared, ix: EventIx, reader: &Reader, sign: Html, label: Option<Html>) -> Html {
    let event = shared.record.bundle.event(ix);
    // What is seen is what is heard: only a mark without a label has a name of its own.
    let name = label.is_none().then(|| {
        let params = [("status", event.title()), ("date", &*status_and_date(shared, ix, Length::Long))];
        shared.words.fill(Message::StatusAndDate, &params)
    });
    let differ = shared.known.accounts_differ(ix).then(|| {
        html! { <span class="unseen">{ " " }{ shared.words.say(Message::AccountsDiffer) }</span> }
    });
    html! {
        <button type="button" part="event" data-event={event.id().to_owned()} aria-label={name}
            aria-current={(reader.open == Some(ix)).then_some("true")}
            tabindex={if reader.tab_stop == Some(ix) { "0" } else { "-1" }}
            onclick={shared.opener(Action::Select(Some(Selection::Event(ix))))}>
            { sign }{ label.unwrap_or_default() }{ differ.unwrap_or_default() }
        </button>
    }
}

fn label_html(shared: &Shared, ix: EventIx, more: u32) -> Html {
    let more = (more > 0).then(|| html! { <i>{ " " }{ shared.words.count(Message::MoreHere, more as usize) }</i> });
    html! {
        <span class="lab">
            <small>{ status_and_date(shared, ix, Length::Short) }{ more.unwrap_or_default() }</small>
            <b>{ marked(label_text(shared, ix), shared) }</b>
        </span>
    }
}

fn label_text(shared: &Shared, ix: EventIx) -> &str {
    let event = shared.record.bundle.event(ix);
    event.label().unwrap_or(event.title())
}

fn status_and_date(shared: &Shared, ix: EventIx, length: Length) -> String {
    shared.status_and_date(ix, length)
}
