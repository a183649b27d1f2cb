//! The marks, bands, bars and clusters of a lane.

use story::{EventIx, Message, Status};
use timeline::Edge;

use super::Reader;
use super::{
    renderer::{LayerPosition, Sketch},
    scene::{Bar, Cluster, Float, Label, LaneScene, Mark, MergedPlan, PlanArc, Scene},
};
use crate::{
    core::stretch::{place_sec, stretch_of},
    page::i18n::dates::Length,
    parts::{Shared, classes, marked::matches_of, px, symbols::status_class},
};

/// What the marks of a lane are drawn with.
pub struct Pen<'a> {
    pub shared: &'a Shared,
    pub scene: &'a Scene,
    pub reader: &'a Reader,
}

/// The space around a label's text, px.
const LABEL_PAD_PX: f64 = 12.0;

/// How wide the label of the open event may be where it has no place of its own, px.
const OPEN_LABEL_PX: u16 = 190;

/// From this part of the window on, that label stands before its stem.
const FLIP_FROM: f64 = 0.5;

/// From a plan in mid-air to the end of the label beside it, without the label, px.
const ASIDE_PX: f64 = 28.0;

impl Pen<'_> {
    /// The mark of an event with its label.
    pub fn mark(&self, mark: &Mark) -> Sketch {
        let given = self.given(mark.event, mark.label, mark.x_px);
        let mark = &Mark { label: given, ..*mark };
        let flip = mark.label.is_some_and(|label| label.flip);
        let mut style = ["--up:", &px(mark.up_px)].concat();
        if let Some(label) = mark.label {
            let width_px = f64::from(label.width_px);
            style.push_str(&format!(";--r:{};--l:{}", label.row, px(width_px)));
            let reach_px = width_px + LABEL_PAD_PX;
            let from_px = if flip { mark.x_px - reach_px } else { mark.x_px };
            style.push_str(self.ground(from_px, from_px + reach_px));
        }
        let label = mark.label.filter(|_| self.is_named(mark.event)).map(|_| self.label(mark.event, mark.more));
        let names = [
            ("flip", flip),
            ("under", mark.hidden),
            ("low", mark.low),
            ("lab", label.is_some()),
            ("lasted", mark.thin.is_some()),
        ];
        let x_px = self.x_px(mark.x_px);
        self.button(mark.event, &names, style, label).at(if flip {
            LayerPosition::Before(x_px)
        } else {
            LayerPosition::At(x_px)
        })
    }

    /// Where accounts differ and stand apart, a small disc for each, on the day that it gives.
    pub fn accounts(&self, mark: &Mark) -> Vec<Sketch> {
        let class = classes(&[("at account", true), ("dim", !self.is_named(mark.event))]);
        let disc = |x_px: f64| {
            let style = ["--up:", &px(mark.up_px)].concat();
            Sketch::new("i", class.clone()).style(style).at(LayerPosition::At(self.x_px(x_px)))
        };
        self.scene.account_places(mark).into_iter().map(disc).collect()
    }

    /// The bar of possible dates under a mark. Of an open plan's, the part that has passed without news is a hairline.
    pub fn band(&self, mark: &Mark) -> [Option<Sketch>; 2] {
        let Some((start_px, end_px)) = mark.band else { return [None, None] };
        let as_of_px = self.as_of_px();
        let passed_px =
            if self.shared.as_of.is_open(mark.event) { as_of_px.max(start_px).min(end_px) } else { start_px };
        let piece = |from_px: f64, to_px: f64, thin: bool| {
            let class = self.names(mark.event, &[("at band", true), ("thin", thin)]);
            let style = ["--up:", &px(mark.up_px)].concat();
            Sketch::new("span", class).style(style).at(self.over(from_px, to_px))
        };
        let passed = (passed_px > start_px).then(|| piece(start_px, passed_px, true));
        let ahead = (end_px > passed_px).then(|| piece(passed_px, end_px, false));
        [passed, ahead]
    }

    /// A bar: what lasted, or possible dates that take half a view.
    pub fn bar(&self, bar: &Bar) -> Sketch {
        let plan = self.shared.record.bundle.event(bar.event).status() != Status::Happened;
        let class = self.names(
            bar.event,
            &[
                ("at", true),
                (if bar.window { "band" } else { "range" }, true),
                ("go", bar.goes_on && !plan),
                ("plan", plan && !bar.window),
            ],
        );
        let style = ["--up:", &px(bar.up_px)].concat();
        Sketch::new("span", class).style(style).at(self.over(bar.x_px, bar.x_px + bar.width_px))
    }

    /// The thin bar of what lasted and has no room for more.
    pub fn thin(&self, mark: &Mark) -> Option<Sketch> {
        let bar = mark.thin.filter(|_| !mark.hidden && !mark.low)?;
        let sketch = self.bar(&bar);
        let id = self.shared.record.bundle.event(bar.event).id();
        Some(Sketch { class: ["slim ", &sketch.class].concat(), ..sketch }.with("data-event", id))
    }

    /// The label over a bar, which keeps to the part of it that is in view.
    pub fn bar_label(&self, bar: &Bar) -> Sketch {
        let ix = bar.event;
        let reach_px = f64::from(bar.label_px) + LABEL_PAD_PX;
        let mut style = format!("--up:{};--l:{}", px(bar.up_px), px(f64::from(bar.label_px)));
        style.push_str(self.ground(bar.x_px, bar.x_px + reach_px));
        let label = self.is_named(ix).then(|| {
            let date = self.shared.status_and_date(ix, Length::Short);
            vec![Sketch::new("b", "").holding(self.title(ix)), Sketch { text: date, ..Sketch::new("small", "") }]
        });
        self.button(ix, &[("over-lab", true), ("signed", bar.window)], style, label)
            .at(LayerPosition::At(self.x_px(bar.x_px)))
    }

    /// The days on which a plan may have been announced, as a hairline under the start of its arc.
    pub fn announced(&self, arc: &PlanArc) -> Option<Sketch> {
        let (start_px, end_px) = arc.announced_px?;
        let faded = !self.is_named(arc.plan);
        let class =
            classes(&[("at band thin", true), ("open", arc.open), ("from", arc.announced_before), ("dim", faded)]);
        Some(Sketch::new("span", class).at(self.over(start_px, end_px)))
    }

    /// The label of an event: its own, and of the one that is open, if it has none, one over what stands there.
    fn given(&self, ix: EventIx, own: Option<Label>, x_px: f64) -> Option<Label> {
        let flip = x_px > self.scene.scale.width_px * FLIP_FROM;
        own.or_else(|| (self.reader.open == Some(ix)).then_some(Label { row: 0, flip, width_px: OPEN_LABEL_PX }))
    }

    /// The name of the event that is open, where bars count it in this lane: only for the eye, because what counts it is
    /// what can be reached.
    pub fn open_name(&self, lane: &LaneScene) -> Option<(EventIx, Sketch)> {
        let ix = self.reader.open.filter(|ix| self.shared.record.lane_of(*ix) == lane.lane)?;
        let is_drawn = lane.marks.iter().any(|mark| mark.event == ix)
            || lane.bars.iter().any(|bar| bar.event == ix)
            || lane.floats.iter().any(|float| float.event == ix);
        if is_drawn || lane.closed || !self.scene.reaches(ix) {
            return None;
        }
        let x_px = self.scene.x_px_from_sec(place_sec(&self.shared.as_of, ix)?);
        let label = self.given(ix, None, x_px)?;
        let (low, hidden) = (true, false);
        let mark =
            Mark { event: ix, x_px, up_px: 0.0, hidden, low, band: None, thin: None, label: Some(label), more: 0 };
        let mut name = self.mark(&mark);
        name.tag = "span";
        name.attributes = vec![("aria-hidden", "true".to_owned()), ("aria-current", "true".to_owned())];
        Some((ix, name))
    }

    /// A plan that is counted at its outcome: nothing to see, but the keyboard and the screen reader reach it.
    pub fn merged(&self, merged: &MergedPlan) -> Sketch {
        self.button(merged.plan, &[("under", true)], String::new(), None).at(LayerPosition::At(self.x_px(merged.x_px)))
    }

    /// The start of an arc, where a plan was announced that has no mark of its own.
    pub fn arc_start(&self, arc: &PlanArc) -> Sketch {
        self.button(arc.plan, &[("start", true)], String::new(), None).at(LayerPosition::At(self.x_px(arc.arc.x0_px)))
    }

    /// A plan without a date, in mid-air.
    pub fn float(&self, float: &Float) -> Sketch {
        let label_px = f64::from(float.label_px.unwrap_or_default());
        let reach_px = label_px + ASIDE_PX;
        let from_px = if float.flip { float.x_px - reach_px } else { float.x_px };
        let ground = self.ground(from_px, from_px + reach_px);
        let style = [&*format!("--up:{};--l:{}", px(float.up_px), px(label_px)), ground].concat();
        let label = float.label_px.filter(|_| self.is_named(float.event)).map(|_| self.label(float.event, 0));
        let names = [("side", true), ("flip", float.flip), ("lab", label.is_some())];
        let x_px = self.x_px(float.x_px);
        let place = if float.flip { LayerPosition::Before(x_px) } else { LayerPosition::At(x_px) };
        self.button(float.event, &names, style, label).at(place)
    }

    /// How many events a stretch holds, in its bracket; it opens by zooming to them.
    pub fn cluster(&self, lane: &LaneScene, cluster: &Cluster) -> Option<Sketch> {
        let key = cluster.key?;
        let count = cluster.count.matching as usize;
        let number = self.shared.i18n.number(count);
        let name = self.shared.i18n.count_with(Message::EventsOf, count, &[("date", &self.span(lane, cluster))]);
        let digits = number.chars().count();
        let style = ["--c:", &digits.to_string()].concat();
        let place = LayerPosition::At(self.x_px(cluster.x_px + cluster.width_px / 2.0));
        let class = classes(&[("at cluster", true), ("dim", count == 0)]);
        let button = Sketch::new("button", class).style(style).at(place).with("part", "cluster");
        Some(Sketch {
            text: number,
            ..self.reached(button, key, count > 0).with("aria-label", &*name).with("title", name)
        })
    }

    fn span(&self, lane: &LaneScene, cluster: &Cluster) -> String {
        let (first_sec, last_sec) = self.scene.cluster_secs(lane, cluster);
        self.shared.i18n.span(first_sec, last_sec)
    }

    /// A place of the scene as its layer counts it.
    fn x_px(&self, x_px: f64) -> f64 {
        self.scene.grid.layer_px_from_scene_px(x_px)
    }

    fn over(&self, start_px: f64, end_px: f64) -> LayerPosition {
        LayerPosition::Over(self.x_px(start_px), self.scene.grid.layer_px_from_len_px(end_px - start_px))
    }

    fn as_of_px(&self) -> f64 {
        self.scene.as_of_px.unwrap_or(f64::MAX)
    }

    /// What stands behind a label: the tint of what lies ahead, the paper, or, across the line between them, nothing.
    fn ground(&self, from_px: f64, to_px: f64) -> &'static str {
        if from_px > self.as_of_px() {
            ";--bg:var(--tint)"
        } else if to_px > self.as_of_px() {
            ";--bg:none"
        } else {
            ""
        }
    }

    /// A label is dropped where the event does not match the filter.
    fn is_named(&self, ix: EventIx) -> bool {
        !self.reader.filtered || self.shared.matches.event(ix)
    }

    /// The class names that tell the status, the doubt and the filter.
    fn names(&self, ix: EventIx, own: &[(&'static str, bool)]) -> String {
        let when = self.shared.record.bundle.event(ix).date();
        let doubt = when.map(|when| when.qualifier()).unwrap_or_default();
        let stretch = stretch_of(&self.shared.as_of, ix);
        let common = [
            ("open", self.shared.as_of.is_open(ix)),
            ("soft", doubt.approximate),
            ("hatch", doubt.uncertain),
            ("from", stretch.is_some_and(|it| it.start == Edge::Fading)),
            ("to", stretch.is_some_and(|it| it.end == Edge::Fading)),
            ("dim", !self.is_named(ix)),
        ];
        let all: Vec<(&'static str, bool)> = own.iter().copied().chain(common).collect();
        classes(&all)
    }

    /// An event that can be opened.
    fn button(&self, ix: EventIx, own: &[(&'static str, bool)], style: String, label: Option<Vec<Sketch>>) -> Sketch {
        let shared = self.shared;
        let event = shared.record.bundle.event(ix);
        // What is seen is what is heard: only a mark without a label has a name of its own.
        let name = label.is_none().then(|| {
            let params = [("status", event.title()), ("date", &*shared.status_and_date(ix, Length::Long))];
            shared.i18n.fill(Message::StatusAndDate, &params)
        });
        let differ = shared.as_of.accounts_differ(ix);
        let told = differ.then(|| {
            let text = [" ", shared.i18n.say(Message::AccountsDiffer)].concat();
            Sketch { text, ..Sketch::new("span", "unseen") }
        });
        let uncertain = event.date().is_some_and(|when| when.qualifier().uncertain);
        let sign = match event.status() {
            Status::Happened if differ => "differ",
            Status::Happened if uncertain => "doubt",
            status => status_class(status),
        };
        let class = ["at ev ", sign, " ", &self.names(ix, own)].concat();
        let button = Sketch::new("button", class).style(style).with("part", "event");
        let current = (self.reader.open == Some(ix)).then(|| "true".to_owned());
        self.reached(button, ix, self.is_named(ix))
            .maybe("aria-label", name)
            .maybe("aria-current", current)
            .holding(label.into_iter().flatten().chain(told))
    }

    /// A button that stands for an event, and whether Tab reaches it. What fades is there for nobody but the mouse.
    fn reached(&self, button: Sketch, ix: EventIx, matches: bool) -> Sketch {
        let tab_index = if matches && self.reader.tab_stop == Some(ix) { "0" } else { "-1" };
        let hidden = (!matches).then(|| "true".to_owned());
        let button = button.with("data-event", self.shared.record.bundle.event(ix).id()).with("tabindex", tab_index);
        button.maybe("aria-hidden", hidden)
    }

    /// The date over the title, and how many others the mark counts: two lines of one element, because what browsers
    /// clip by itself costs them every frame.
    fn label(&self, ix: EventIx, more: u32) -> Vec<Sketch> {
        let date = self.shared.status_and_date(ix, Length::Short);
        let small = if more == 0 {
            Sketch { text: date, ..Sketch::new("small", "") }
        } else {
            let more = [" ", &self.shared.i18n.count(Message::MoreHere, more as usize)].concat();
            Sketch::new("small", "").holding([Sketch::text(&date), Sketch { text: more, ..Sketch::new("i", "") }])
        };
        vec![Sketch::new("b", "").holding([small, Sketch::text("\n")]).holding(self.title(ix))]
    }

    /// The title of an event with the matches of the search marked.
    fn title(&self, ix: EventIx) -> Vec<Sketch> {
        let pieces = matches_of(self.text(ix), self.shared);
        let drawn = pieces.into_iter().map(|(text, is_match)| {
            if is_match { Sketch::new("mark", "").holding([Sketch::text(text)]) } else { Sketch::text(text) }
        });
        drawn.collect()
    }

    fn text(&self, ix: EventIx) -> &str {
        let event = self.shared.record.bundle.event(ix);
        event.label().unwrap_or(event.title())
    }
}
