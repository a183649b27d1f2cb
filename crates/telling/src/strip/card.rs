//! The strip as a drawing of one size, for the share card.

use super::axis::Axis;
use super::decimal;
use super::stacking::{Band, Disc, stacked};
use crate::{Telling, Tree, symbols::Mark};
use story::EventIx;

/// How wide the drawing is, px.
const WIDTH_PX: f64 = 1200.0;
/// What is left free at its ends, px.
const INSET_PX: f64 = (WIDTH_PX - Band::CARD.width_px) / 2.0;
/// Where the line stands, px from the top.
const LINE_PX: f64 = 470.0;
/// Where what is known ends, a line begins so far from the top, px.
const TOP_PX: f64 = 262.0;
/// So far apart are ticks at least, px.
const TICK_GAP_PX: f64 = 74.0;
/// So far from their tick its words stand, px, and how far below the line.
const WORDS_PX: (f64, f64) = (7.0, 22.0);

impl Telling<'_> {
    /// All events over one line from edge to edge of a drawing that is 1200 px wide, between 262 and 500 px from its top:
    /// elements of SVG, with what they refer to. `later` and `kl` are the field and the line where what is known ends, `line`
    /// is the time, `cut` where it is cut, `open` a plan of which nobody knows what came. `may` is asked whether words can be drawn.
    pub fn card_line(&self, t: &mut dyn Tree, may: &dyn Fn(&str) -> bool) {
        let marks: Vec<(EventIx, f64)> = self.order.events().map(|ix| (ix, self.place_sec(ix))).collect();
        let axis = self.axis(&marks);
        self.symbols(t);
        self.as_of_field(t, &axis);
        path(t, "line", &format!("M0 {LINE_PX}H{WIDTH_PX}"));
        self.card_ticks(t, &axis, may);
        self.card_marks(t, &axis, &marks);
        if let Some(sec) = self.end_sec() {
            path(t, "kl", &["M", &decimal(x_px(&axis, sec as f64)), " ", &format!("{TOP_PX}V{LINE_PX}")].concat());
        }
    }

    /// What was still ahead when knowledge ended.
    fn as_of_field(&self, t: &mut dyn Tree, axis: &Axis) {
        let Some(at_px) = self.end_sec().map(|sec| x_px(axis, sec as f64)) else { return };
        let (from_px, until_px) = if axis.is_mirrored() { (0.0, at_px) } else { (at_px, WIDTH_PX) };
        t.start("rect", "later");
        for (name, px) in [("x", from_px), ("y", TOP_PX), ("width", until_px - from_px), ("height", LINE_PX - TOP_PX)] {
            t.set(name, &decimal(px));
        }
        t.close();
    }

    fn card_ticks(&self, t: &mut dyn Tree, axis: &Axis, may: &dyn Fn(&str) -> bool) {
        let ticks = axis.ticks(Band::CARD.width_px, TICK_GAP_PX);
        for (at, tick) in ticks.ticks.iter().enumerate() {
            let at_px = x_px(axis, tick.at_sec());
            path(t, "tick", &["M", &decimal(at_px), &format!(" {LINE_PX}v10")].concat());
            let words = self.tick_words(ticks.unit, *tick, at == 0);
            if !may(&words) {
                continue;
            }
            // At the end of the line the words stand before their tick.
            let to_left = axis.is_at_end(tick.at_sec()) != axis.is_mirrored();
            let (aside_px, below_px) = WORDS_PX;
            t.start("text", "date");
            t.set("x", &decimal(if to_left { at_px - aside_px } else { at_px + aside_px }));
            t.set("y", &decimal(LINE_PX + below_px));
            t.set("text-anchor", if to_left { "end" } else { "start" });
            // Whoever draws takes every line for one that runs to the right.
            t.text(&if axis.is_mirrored() { ["\u{202B}", &words, "\u{202C}"].concat() } else { words });
            t.close();
        }
        for stretch in axis.axis_breaks.all().iter().map(|it| axis.axis_breaks.axis_from_domain(it.stretch)) {
            let at_px = x_px(axis, axis.axis_breaks.sec_from_axis(stretch.middle_sec()));
            for aside_px in [-5.0, 1.0] {
                path(t, "cut", &["M", &decimal(at_px + aside_px), &format!(" {}l4-12", LINE_PX + 6.0)].concat());
            }
        }
    }

    fn card_marks(&self, t: &mut dyn Tree, axis: &Axis, marks: &[(EventIx, f64)]) {
        let discs: Vec<Disc> = marks.iter().map(|(ix, sec)| self.disc(axis, *ix, *sec)).collect();
        let places = stacked(&discs, Band::CARD);
        for ((ix, sec), ((dx_px, up_px), disc)) in marks.iter().zip(places.into_iter().zip(&discs)) {
            let (size_px, side_px) = (Band::CARD.size_px(disc.rank), Band::CARD.size_px(disc.rank) * super::AROUND);
            let middle_px = LINE_PX - Band::CARD.foot_px - up_px - size_px / 2.0;
            t.start("use", if self.as_of.is_open(*ix) { "open" } else { "m" });
            t.set("href", Mark::of(self.as_of, *ix).href());
            let corner_px = [x_px(axis, *sec) + dx_px - side_px / 2.0, middle_px - side_px / 2.0];
            for (name, px) in [("x", corner_px[0]), ("y", corner_px[1]), ("width", side_px), ("height", side_px)] {
                t.set(name, &decimal(px));
            }
            t.close();
        }
    }
}

/// Where a second stands in the drawing, px.
fn x_px(axis: &Axis, sec: f64) -> f64 {
    INSET_PX + axis.left_from_part(axis.part(sec)) * Band::CARD.width_px
}

fn path(t: &mut dyn Tree, class: &str, d: &str) {
    t.start("path", class);
    t.set("d", d);
    t.close();
}
