//! The bars: one path for each series, told apart by texture; the axis below, and a button for each bar.

use markup::html;
use story::Message;
use timeline::{Domain, TimeScale, ticks};
use yew::prelude::*;

use crate::{
    core::{
        calendar::Bins,
        chart::Series,
        state::{Action, Look},
        stretch::tick_gap_px,
    },
    page::{Focus, i18n::dates::Length},
    parts::{
        Shared, bar_path,
        roving::{on_keys, tab_index},
        tenths,
    },
};

/// How wide the picture is drawn, px; the page scales it a little. In a narrow place, and elsewhere.
const WIDTH_PX: [f64; 2] = [300.0, 520.0];
/// The height of the bars where all stand on each other, px.
const STACK_PX: f64 = 64.0;
/// The height of the bars in a row of their own, px.
const ROW_PX: f64 = 34.0;
/// The least height of a bar that counts anything, px.
const LEAST_PX: f64 = 2.0;
/// Between two bars, px.
const GAP_PX: f64 = 1.0;
/// A button reaches so far beyond its bar, px, or half-way to the next.
const REACH_PX: f64 = 10.0;
/// The least distance between two labels of the axis, px.
const LABEL_GAP_PX: f64 = 76.0;

/// What the bars of each series are filled with, so that they can be told apart without colour.
const TEXTURES: [&str; 4] = ["currentColor", "url(#t-hatched)", "url(#t-dotted)", "none"];

/// What is drawn, in what size.
pub struct Picture<'a> {
    shared: &'a Shared,
    series: &'a [Series],
    bins: &'a Bins,
    scale: TimeScale,
    /// The most that a bar counts, all series on each other or each for itself.
    most: f64,
    is_stack: bool,
}

impl<'a> Picture<'a> {
    /// A picture of some series: on each other, or each in a row of its own.
    pub fn new(shared: &'a Shared, series: &'a [Series], is_stack: bool, narrow: bool) -> Self {
        let bins = &shared.record.calendar().bins;
        let scale = TimeScale { domain: bins.whole(), width_px: WIDTH_PX[usize::from(!narrow)] };
        let highest = |at| {
            let counts = series.iter().map(move |one| one.counts.get(at).copied().unwrap_or_default());
            if is_stack { counts.sum::<u32>() } else { counts.max().unwrap_or_default() }
        };
        let most = f64::from((0..bins.len()).map(highest).max().unwrap_or_default().max(1));
        Self { shared, series, bins, scale, most, is_stack }
    }

    /// All series on each other.
    pub fn stack(&self) -> Html {
        let mut feet = vec![0.0; self.bins.len()];
        let paths: Vec<String> = self.series.iter().map(|one| self.bars(one, STACK_PX, &mut feet)).collect();
        self.drawn(STACK_PX, paths.into_iter().enumerate(), true)
    }

    /// One series on a baseline of its own.
    pub fn row(&self, at: usize) -> Html {
        let mut feet = vec![0.0; self.bins.len()];
        let path = self.series.get(at).map(|one| self.bars(one, ROW_PX, &mut feet));
        self.drawn(ROW_PX, path.into_iter().map(|path| (0, path)), at == 0)
    }

    /// The outline of the bars of a series, which stand on those before; `feet` are where, px.
    fn bars(&self, series: &Series, height_px: f64, feet: &mut [f64]) -> String {
        let bars = series.counts.iter().zip(feet).enumerate().filter(|(_, (count, _))| **count > 0);
        let bar = |(at, (count, foot_px)): (usize, (&u32, &mut f64))| {
            let (x_px, width_px) = self.place_px(at);
            let tall_px = (f64::from(*count) / self.most * height_px).max(LEAST_PX);
            let path = bar_path(x_px, height_px - *foot_px, (width_px - GAP_PX).max(GAP_PX), tall_px);
            *foot_px += tall_px;
            path
        };
        bars.map(bar).collect()
    }

    /// Paths above a baseline; the first picture tells how much the highest bar counts.
    fn drawn(&self, height_px: f64, paths: impl Iterator<Item = (usize, String)>, is_first: bool) -> Html {
        let size = ["0 0 ", &tenths(self.scale.width_px), " ", &tenths(height_px)].concat();
        let base = ["M0 ", &tenths(height_px), "h", &tenths(self.scale.width_px)].concat();
        html! {
            <div class="picture" aria-hidden="true">
                <svg viewBox={size}>
                    { for paths.map(|(at, path)| html! { <path key={at} d={path} fill={texture(at)}/> }) }
                    <path class="base" d={base}/>
                </svg>
                if is_first { <span class="n">{ self.shared.i18n.number(self.most as usize) }</span> }
            </div>
        }
    }

    /// Where a bin begins and how wide it is, px.
    fn place_px(&self, at: usize) -> (f64, f64) {
        let Domain { start_sec, end_sec } = self.bins.domain(at);
        (self.scale.x_px_from_sec(start_sec), self.scale.px_from_secs(end_sec - start_sec))
    }

    /// A length as a part of the width, for a custom property.
    fn part(&self, px: f64) -> String {
        [&tenths(px / self.scale.width_px * 100.0), "%"].concat()
    }

    /// The dates below the bars.
    pub fn axis(&self) -> Html {
        let axis = ticks(self.scale.domain, self.scale.width_px, tick_gap_px(self.scale.domain, LABEL_GAP_PX));
        let labels = axis.ticks.iter().enumerate().map(|(at, tick)| {
            let x_px = self.scale.x_px_from_sec(tick.at_sec());
            // A label at the end would stand outside of the picture.
            let fits = x_px + LABEL_GAP_PX / 2.0 < self.scale.width_px;
            let style = ["--x:", &self.part(x_px)].concat();
            let label = fits.then(|| self.shared.i18n.tick(axis.unit, *tick, at == 0));
            html! { <span key={tick.key()} class="x" ~style={style}>{ label.unwrap_or_default() }</span> }
        });
        html! { <div class="dates" aria-hidden="true">{ for labels }</div> }
    }

    /// A button for each bar, which brings its time into view on the timeline; the arrow keys go from one to the next.
    pub fn buttons(&self) -> Html {
        let count =
            |at: usize| self.series.iter().map(move |one| one.counts.get(at).copied().unwrap_or_default() as usize);
        let filled: Vec<usize> = (0..self.bins.len()).filter(|at| count(*at).any(|n| n > 0)).collect();
        let buttons = filled.iter().enumerate().map(|(nth, at)| {
            let before = nth.checked_sub(1).and_then(|nth| filled.get(nth));
            let (start_px, end_px) = self.reach_px(*at, before.copied(), filled.get(nth + 1).copied());
            let style = ["--x:", &self.part(start_px), ";--w:", &self.part(end_px - start_px)].concat();
            let name = self.button_name(*at, count(*at));
            html! {
                <button key={*at} type="button" class="x" ~style={style} title={name.clone()} aria-label={name}
                    tabindex={tab_index(nth)} onclick={self.on_press(*at)}></button>
            }
        });
        html! { <div class="bins" role="group" aria-label={self.shared.i18n.say(Message::SaidWhen).to_owned()}
        onkeydown={on_keys(self.shared)}>{ for buttons }</div> }
    }

    /// From where to where a button reaches, px.
    fn reach_px(&self, at: usize, before: Option<usize>, after: Option<usize>) -> (f64, f64) {
        let (x_px, width_px) = self.place_px(at);
        let end_px = x_px + width_px;
        let before_px = before.map_or(f64::MIN, |at| {
            let (x, width) = self.place_px(at);
            f64::midpoint(x + width, x_px)
        });
        let after_px = after.map_or(f64::MAX, |at| f64::midpoint(self.place_px(at).0, end_px));
        ((x_px - REACH_PX).max(before_px), (end_px + REACH_PX).min(after_px))
    }

    fn button_name(&self, at: usize, counts: impl Iterator<Item = usize>) -> String {
        let i18n = &self.shared.i18n;
        let date = i18n.when(&self.bins.date(at), Length::Long);
        let count = if self.is_stack {
            i18n.count(Message::Quotes, counts.sum())
        } else {
            let each = self.series.iter().zip(counts);
            let told = each.map(|(one, n)| [&super::name(self.shared, &one.label), " ", &i18n.number(n)].concat());
            told.collect::<Vec<_>>().join(", ")
        };
        i18n.fill(Message::ShowOnTimeline, &[("date", &date), ("count", &count)])
    }

    /// Shows a bin on the timeline, with as much time around it.
    fn on_press(&self, at: usize) -> Callback<MouseEvent> {
        let Domain { start_sec, end_sec } = self.bins.domain(at);
        let around_secs = (end_sec - start_sec) / 2.0;
        let wanted = Domain { start_sec: start_sec - around_secs, end_sec: end_sec + around_secs };
        let shared = self.shared.clone();
        Callback::from(move |_: MouseEvent| {
            // The bar goes with the view that it stands in.
            shared.focus.set(Focus::Mark);
            shared.dispatch.emit(Action::Fit(shared.axis_breaks.axis_from_domain(wanted)));
            shared.dispatch.emit(Action::Look(Look::Timeline));
        })
    }
}

fn texture(at: usize) -> &'static str {
    TEXTURES[at % TEXTURES.len()]
}

/// A sample of the texture of a series.
pub fn swatch(at: usize) -> Html {
    html! {
        <svg class="swatch" viewBox="0 0 16 12" aria-hidden="true">
            <path d="M.5 .5h15v11h-15z" fill={texture(at)}/>
        </svg>
    }
}
