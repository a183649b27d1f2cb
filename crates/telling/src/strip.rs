//! The strip: all events on one line, in the order of time, as links.

mod axis;
mod card;
mod stacking;

use bundle::EventRow;
use story::{EventIx, Message, Shape, Status, When, civil_from_day, day_from_sec};
use timeline::{Domain, Stretch, Tick, Ticks, Unit};
use wording::{Format, Length, direction};

use self::axis::Axis;
use self::stacking::{Band, Disc, stacked};
use crate::{Telling, Tree, hooks, symbols::Mark};

/// So far apart are ticks at least, px.
const TICK_GAP_PX: f64 = 40.0;
/// Of so many events it is looked up how long each may have taken.
const MOST_WHOLE: usize = 2_000;
/// A mark is so much larger than the disc in it.
const AROUND: f64 = 1.4;
/// So far from its mark a ring runs, px.
const RING_PX: f64 = 3.0;

/// A mark in one band of widths: how far it stands aside and how high over the line, and how large it is, px.
type Drawn = (Band, (f64, f64), f64);

impl Telling<'_> {
    /// The strip, with the way to the event before and to the next.
    pub(crate) fn strip(&self, t: &mut dyn Tree) {
        let Some(opening) = self.order.opening else { return };
        t.start("div", "strip");
        t.start("div", "key");
        t.close();
        self.way(t, "pv", "previous", Message::Previous, Message::PreviousEvent);
        t.start("div", "plot");
        self.marks(t, opening);
        t.close();
        // The script makes it a slider, which may hold no links.
        t.start("div", "thumb");
        t.set("data-name", self.say(Message::WhereYouAre));
        t.close();
        self.way(t, "nx", "next", Message::Next, Message::NextEvent);
        t.close();
    }

    fn way(&self, t: &mut dyn Tree, class: &str, tool: &str, word: Message, name: Message) {
        t.start("button", class);
        t.set("type", "button");
        t.set("data-tool", tool);
        t.set("aria-label", self.say(name));
        let sign = if tool == "next" { "#or-on" } else { "#or-back" };
        t.leaf("span", "", self.say(word));
        t.symbol("", sign);
        t.close();
    }

    /// The marks over the axis. It is for the eye: whoever reads otherwise has the headings, and with a script a slider.
    fn marks(&self, t: &mut dyn Tree, opening: EventIx) {
        let marks: Vec<(EventIx, f64)> = self.order.events().map(|ix| (ix, self.place_sec(ix))).collect();
        let axis = self.axis(&marks);
        t.open("svg");
        t.set("aria-hidden", "true");
        self.as_of_line(t, &axis);
        self.ticks(t, &axis);
        let discs: Vec<Disc> = marks.iter().map(|(ix, sec)| self.disc(&axis, *ix, *sec)).collect();
        let places = [Band::WIDE, Band::MIDDLE, Band::NARROW].map(|band| (band, stacked(&discs, band)));
        for (at, (ix, _)) in marks.iter().enumerate() {
            let Disc { part: from_left, rank, .. } = discs[at];
            let drawn = places.each_ref().map(|(band, places)| (*band, places[at], band.size_px(rank)));
            self.event_mark(t, *ix, opening, from_left, &drawn);
        }
        // The story opens with the first of them.
        let first = discs[0];
        let rings = places.each_ref().map(|(band, places)| (*band, places[0], band.size_px(first.rank)));
        self.here(t, opening, first.part, &rings);
        t.close();
    }

    /// The line. It stays as it is, whatever was known of what stands on it.
    fn axis(&self, marks: &[(EventIx, f64)]) -> Axis {
        let bundle = self.bundle();
        let all = bundle.events().take(MOST_WHOLE).chain(marks.iter().map(|(ix, _)| *ix));
        let stretches: Vec<Domain> = all.filter_map(|ix| whole(&bundle.event(ix).date()?)).collect();
        Axis::new(bundle, &stretches, direction(bundle.story().language()) == "rtl")
    }

    fn event_mark(&self, t: &mut dyn Tree, ix: EventIx, opening: EventIx, from_left: f64, drawn: &[Drawn]) {
        t.start("a", &self.mark_class(ix, opening));
        t.set("href", &["#", hooks::EVENT, self.bundle().event(ix).id()].concat());
        t.set("tabindex", "-1");
        t.open("svg");
        t.set("x", &percent(from_left));
        t.set("y", "100%");
        let href = Mark::of(self.as_of, ix).href();
        drawn.iter().for_each(|drawn| self.drawing(t, href, drawn));
        t.close();
        t.close();
    }

    /// Where the reader is: at first, at the event that the story opens with.
    fn here(&self, t: &mut dyn Tree, ix: EventIx, from_left: f64, rings: &[Drawn]) {
        t.start("svg", "here");
        t.set("x", &percent(from_left));
        t.open("rect");
        t.close();
        t.open("text");
        t.set("text-anchor", anchor(from_left));
        t.text(&wording::with_status(self.tongue, self.bundle().event(ix).status(), self.date_words(ix)));
        t.close();
        t.open("svg");
        t.set("y", "100%");
        for (band, (dx_px, up_px), size_px) in rings {
            t.start("circle", band.class);
            let radius_px = size_px / 2.0 + RING_PX;
            let middle_px = -(band.foot_px + up_px + size_px / 2.0);
            for (name, px) in [("cx", *dx_px), ("cy", middle_px), ("r", radius_px)] {
                t.set(name, &em(px));
            }
            t.close();
        }
        t.close();
        t.close();
    }

    fn date_words(&self, ix: EventIx) -> String {
        let date = self.as_of.date(ix).map(|when| wording::when(self.tongue, &when, Length::Long));
        date.unwrap_or_else(|| self.say(Message::NoDate).to_owned())
    }

    /// One mark as a band of widths shows it.
    fn drawing(&self, t: &mut dyn Tree, href: &str, (band, (dx_px, up_px), size_px): &Drawn) {
        let side_px = size_px * AROUND;
        let middle_px = -(band.foot_px + up_px + size_px / 2.0);
        let (x, y, side) = (em(dx_px - side_px / 2.0), em(middle_px - side_px / 2.0), em(side_px));
        t.start("use", band.class);
        t.set("href", href);
        [("x", &x), ("y", &y), ("width", &side), ("height", &side)].iter().for_each(|(name, value)| t.set(name, value));
        t.close();
    }

    fn mark_class(&self, ix: EventIx, opening: EventIx) -> String {
        let is_open = self.as_of.is_open(ix);
        let is_past = self.bundle().event(ix).status().is_plan() && !is_open;
        let classes = [("m", true), ("open", is_open), ("was", is_past), ("on", ix == opening)];
        classes.iter().filter(|(_, has)| *has).map(|(class, _)| *class).collect::<Vec<_>>().join(" ")
    }

    /// What stands for an event; it stays on its side of the line behind which all was still ahead.
    fn disc(&self, axis: &Axis, ix: EventIx, sec: f64) -> Disc {
        let from_left = |sec: f64| axis.left_from_part(axis.part(sec));
        let is_ahead = self.end_sec().is_some_and(|end| sec > end as f64);
        let line = self.end_sec().map(|sec| from_left(sec as f64));
        let within =
            line.map_or((0.0, 1.0), |line| if is_ahead == axis.is_mirrored() { (0.0, line) } else { (line, 1.0) });
        Disc { part: from_left(sec), rank: usize::from(self.bundle().event(ix).rank().clamp(1, 3)) - 1, within }
    }

    /// Where the mark of an event stands; a plan without a date at its announcement, and one of which nobody says when it
    /// was announced at the end of the record.
    fn place_sec(&self, ix: EventIx) -> f64 {
        let end_sec = self.end_sec();
        let event = self.bundle().event(ix);
        let dated = |when: &_| Stretch::of(when, end_sec);
        let own = self.as_of.date(ix).as_ref().and_then(dated).map(|stretch| stretch.anchor_sec());
        let announced = || reported(event).as_ref().and_then(dated).map(|stretch| stretch.domain.middle_sec());
        own.or_else(announced).or(end_sec.map(|sec| sec as f64)).unwrap_or_default()
    }

    fn end_sec(&self) -> Option<i64> {
        self.last_day.map(|day| story::sec_from_day(day.saturating_add(1)))
    }

    /// What is known ends here, and what lies behind was still ahead.
    fn as_of_line(&self, t: &mut dyn Tree, axis: &Axis) {
        let Some(part) = self.end_sec().map(|sec| axis.part(sec as f64)) else { return };
        let edges = [("later", if axis.is_mirrored() { 1.0 } else { part }, 1.0 - part), ("kl", part, 0.0)];
        for (class, from, width) in edges {
            t.start("rect", class);
            t.set("x", &percent(axis.left_from_part(from)));
            if width > 0.0 {
                t.set("width", &percent(width));
            }
            t.close();
        }
    }

    fn ticks(&self, t: &mut dyn Tree, axis: &Axis) {
        for stretch in axis.axis_breaks.all().iter().map(|it| axis.axis_breaks.axis_from_domain(it.stretch)) {
            let sec = axis.axis_breaks.sec_from_axis(stretch.middle_sec());
            t.start("svg", "axis-break");
            t.set("x", &percent(axis.left_from_part(axis.part(sec))));
            t.set("y", "100%");
            t.leaf("text", "", "//");
            t.close();
        }
        let bands = [Band::WIDE, Band::MIDDLE, Band::NARROW].map(|band| (band, axis.ticks(band.width_px, TICK_GAP_PX)));
        let mut drawn: Vec<i64> = Vec::new();
        for (_, ticks) in &bands {
            for (at, tick) in ticks.ticks.iter().enumerate() {
                // One that several bands have is drawn once.
                if drawn.contains(&tick.key()) {
                    continue;
                }
                drawn.push(tick.key());
                let has = |ticks: &Ticks| ticks.ticks.iter().any(|other| other.key() == tick.key());
                let of = bands.iter().filter(|(_, ticks)| has(ticks)).map(|(band, _)| band.class);
                let classes: Vec<&str> = ["date"].into_iter().chain(of).collect();
                self.tick(t, axis, &classes.join(" "), tick, &self.tick_words(ticks.unit, *tick, at == 0));
            }
        }
    }

    fn tick(&self, t: &mut dyn Tree, axis: &Axis, class: &str, tick: &Tick, words: &str) {
        t.start("svg", class);
        let part = axis.part(tick.at_sec());
        t.set("x", &percent(axis.left_from_part(part)));
        t.set("y", "100%");
        t.open("rect");
        t.close();
        // At the end of the line the words stand before their tick.
        t.start("text", if axis.is_at_end(tick.at_sec()) { "ends" } else { "" });
        t.text(words);
        t.close();
        t.close();
    }

    /// A tick in words; the first of a line says its year, too.
    fn tick_words(&self, unit: Unit, tick: Tick, is_first: bool) -> String {
        let civil = civil_from_day(day_from_sec(tick.sec));
        let format = match (unit, tick.major) {
            (Unit::Year, _) | (Unit::Month, true) => return wording::year(self.tongue, civil.year),
            (Unit::Month, false) if is_first => Format::MonthShort,
            (Unit::Month, false) => Format::MonthAlone,
            _ if is_first => return wording::day(self.tongue, day_from_sec(tick.sec), Length::Short),
            _ => Format::DayAndMonth,
        };
        // Languages are asked for the years 1 to 9999 alone.
        match civil.year {
            1..=9999 => self.tongue.date(format, tick.sec),
            _ => wording::far(self.tongue, format, civil),
        }
    }
}

/// Where the words at a mark have their anchor, so that they stay within the line.
fn anchor(from_left: f64) -> &'static str {
    match from_left {
        ..0.12 => "start",
        0.88.. => "end",
        _ => "middle",
    }
}

/// When something was, where that is a time and not a state.
fn whole(when: &When) -> Option<Domain> {
    Stretch::of(when, None).filter(|_| when.shape == Shape::Single).map(|stretch| stretch.domain)
}

/// When a plan was announced, else when it was first reported.
fn reported(event: EventRow<'_>) -> Option<When> {
    event.announced().filter(|_| event.status() != Status::Happened).or_else(|| event.known_from())
}

/// A part of a width as the drawing has it.
fn percent(part: f64) -> String {
    [&decimal(part * 100.0), "%"].concat()
}

/// A length of the design as the drawing has it, which grows with the reader's text.
fn em(px: f64) -> String {
    [&decimal(px / 16.0), "em"].concat()
}

/// A number to a hundredth, without float formatting, which is large in wasm.
fn decimal(number: f64) -> String {
    let hundredths = (number * 100.0).round() as i64;
    let sign = if hundredths < 0 { "-" } else { "" };
    let (whole, rest) = (hundredths.unsigned_abs() / 100, hundredths.unsigned_abs() % 100);
    match rest {
        0 => format!("{sign}{whole}"),
        rest if rest % 10 == 0 => format!("{sign}{whole}.{}", rest / 10),
        rest => format!("{sign}{whole}.{rest:02}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_to_a_hundredth() {
        for (number, expected) in
            [(0.0, "0"), (12.345, "12.35"), (-0.2, "-0.2"), (7.0, "7"), (99.999, "100"), (0.05, "0.05")]
        {
            assert_eq!(decimal(number), expected);
        }
    }
}
