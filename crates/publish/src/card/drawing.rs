//! The card as a drawing.

use std::cell::RefCell;

use bundle::Bundle;
use maud::{Markup, PreEscaped, html};
use raster::{Face, Letters};
use story::{CheckKind, Message, Story};
use telling::{AsOf, Html, Setting, Telling};
use wording::{Length, direction};

use super::title::{self, Title};
use super::{CARD_PX, I18n};
use crate::plain::one_line;

/// What stands on the paper begins and ends so far from its edges, px.
const EDGE_PX: f64 = 80.0;
/// Between two things beside each other, px.
const GAP_PX: f64 = 40.0;
/// How large the words are, px: those of the head, and those of the foot.
const HEAD_PX: f64 = 24.0;
const FOOT_PX: f64 = 26.0;
/// The foot of the first line of a title, px from the top, for each px of the size of its letters.
const TITLE_PX: (f64, f64) = (116.0, 0.94);
/// The colours of the style sheet on paper, and what is drawn in which.
const STYLE: &str = "text{fill:#14161a}.ink-2,.date{fill:#565b62}.date{font-size:20px}\
    use{color:#14161a;stroke:#14161a;fill:none}use.open{color:#a8440c;stroke:#a8440c}\
    .i{fill:currentColor;stroke:none}.p{fill:#fff}.gap{stroke:#fff}symbol{overflow:visible}\
    .later{fill:#f4f2ec}.kl{stroke:#0a58a8;stroke-width:3}.line,.cut{stroke:#14161a;stroke-width:2}\
    .tick{stroke:#14161a}.rule{stroke:#14161a;stroke-width:3}path{fill:none}";

/// A phrase in bold and in plain words, in their order.
type Parts = Vec<(Face, String)>;

/// What is written on a card.
pub(super) struct Drawing {
    title: String,
    kicker: String,
    /// Until when is known.
    known: Option<String>,
    /// How many events, quotes and sources there are.
    counts: Vec<Parts>,
    /// How far the quotes were checked.
    checked: Option<String>,
    /// Every text of the counts, for the fonts.
    counted: String,
    /// What stands below the line.
    ticks: Vec<String>,
    is_rtl: bool,
}

impl Drawing {
    pub(super) fn new(story: &Story, bundle: &Bundle, i18n: &I18n<'_>) -> Self {
        let last_day = AsOf { bundle, day: None }.last_day();
        let day = last_day.map(|day| wording::day(i18n.tongue(), day, Length::Long));
        let counts = counts(story, i18n);
        let counted = counts.iter().flatten().map(|(_, text)| text.as_str()).collect::<Vec<_>>().join(" ");
        Self {
            title: one_line(&story.title),
            kicker: i18n.say(Message::OnRecord).to_owned(),
            known: day.map(|day| i18n.fill(Message::CardKnown, &[("date", &day)])),
            counts,
            counted,
            ticks: ticks(bundle, i18n),
            checked: checked(story, i18n),
            is_rtl: direction(&story.language) == "rtl",
        }
    }

    /// Every text.
    pub(super) fn texts(&self) -> impl Iterator<Item = &str> {
        let more = [self.known.as_deref(), self.checked.as_deref()].into_iter().flatten();
        let ticks = self.ticks.iter().map(String::as_str);
        [self.title.as_str(), &self.kicker, &self.counted].into_iter().chain(more).chain(ticks)
    }

    /// The drawing. What has no letters is not in it.
    pub(super) fn svg(&self, bundle: &Bundle, i18n: &I18n<'_>, letters: &Letters) -> String {
        let (width, height) = CARD_PX;
        let line = line(bundle, i18n, &|words| letters.have(words));
        let pen = Pen { letters, is_rtl: self.is_rtl };
        let svg = html! {
            svg xmlns="http://www.w3.org/2000/svg" width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) } {
                style { (PreEscaped(STYLE)) }
                rect width=(width) height=(height) fill="#fff" {}
                g font-family=(Face::Text.family()) { (PreEscaped(line)) }
                path class="rule" d={ "M" (EDGE_PX) " 56H" (f64::from(width) - EDGE_PX) } {}
                (pen.at_start(96.0, HEAD_PX, &[(Face::Strong, self.kicker.clone())]))
                (self.known(&pen))
                (self.title(&pen))
                (self.foot(&pen))
            }
        };
        svg.into_string()
    }

    fn known(&self, pen: &Pen<'_>) -> Markup {
        let Some(known) = &self.known else { return Markup::default() };
        let beside_px = pen.letters.width_px(Face::Strong, &self.kicker, HEAD_PX);
        pen.at_end(96.0, HEAD_PX, known, beside_px)
    }

    fn title(&self, pen: &Pen<'_>) -> Markup {
        let room_px = f64::from(CARD_PX.0) - 2.0 * EDGE_PX;
        let width_px = |line: &str| pen.letters.width_px(Face::Headline, line, 1.0);
        let Title { size_px, leading_px, lines } = title::set(&self.title, room_px, &width_px);
        let (top_px, foot) = TITLE_PX;
        html! {
            @for (at, line) in lines.into_iter().enumerate() {
                @let y_px = top_px + foot * size_px + at as f64 * leading_px;
                (pen.at_start(y_px, size_px, &[(Face::Headline, line)]))
            }
        }
    }

    fn foot(&self, pen: &Pen<'_>) -> Markup {
        let spaced = |(at, parts): (usize, &Parts)| {
            let gap = (Face::Text, "\u{2003}".to_owned());
            std::iter::once(gap).filter(move |_| at > 0).chain(parts.clone()).collect::<Parts>()
        };
        let counts: Parts = self.counts.iter().enumerate().flat_map(spaced).collect();
        let width_px = |(face, text): &(Face, String)| pen.letters.width_px(*face, text, FOOT_PX);
        let beside_px = counts.iter().map(width_px).sum();
        html! {
            (pen.at_start(566.0, FOOT_PX, &counts))
            @if let Some(checked) = &self.checked { (pen.at_end(566.0, FOOT_PX, checked, beside_px)) }
        }
    }
}

/// Writes lines of text on the card.
struct Pen<'a> {
    letters: &'a Letters,
    is_rtl: bool,
}

impl Pen<'_> {
    /// A line from where the language begins its lines.
    fn at_start(&self, y_px: f64, size_px: f64, parts: &[(Face, String)]) -> Markup {
        self.line(y_px, size_px, parts, self.is_rtl, "")
    }

    /// A line that ends at the other edge, if there is room for it beside another one of some px.
    fn at_end(&self, y_px: f64, size_px: f64, text: &str, beside_px: f64) -> Markup {
        let room_px = f64::from(CARD_PX.0) - 2.0 * EDGE_PX - beside_px - GAP_PX;
        // A little smaller is still read.
        let sizes = [1.0, 0.9, 0.8].map(|part| part * size_px);
        let size_px = sizes.into_iter().find(|size_px| self.letters.width_px(Face::Text, text, *size_px) <= room_px);
        let Some(size_px) = size_px else { return Markup::default() };
        self.line(y_px, size_px, &[(Face::Text, text.to_owned())], !self.is_rtl, "ink-2")
    }

    fn line(&self, y_px: f64, size_px: f64, parts: &[(Face, String)], at_right: bool, class: &str) -> Markup {
        if parts.iter().any(|(_, text)| !self.letters.have(text)) {
            return Markup::default();
        }
        let (x_px, anchor) = if at_right { (f64::from(CARD_PX.0) - EDGE_PX, "end") } else { (EDGE_PX, "start") };
        // Whoever draws takes every line for one that runs to the right.
        let around = if self.is_rtl { ["\u{202B}", "\u{202C}"] } else { ["", ""] };
        let last = parts.len().saturating_sub(1);
        html! {
            text x=(x_px) y=(y_px) font-size=(size_px) text-anchor=(anchor) class=[Some(class).filter(|it| !it.is_empty())] xml:space="preserve" {
                @for (at, (face, text)) in parts.iter().enumerate() {
                    (PreEscaped(["<tspan ", &face.attributes(), ">"].concat()))
                    @if at == 0 { (around[0]) }
                    (text)
                    @if at == last { (around[1]) }
                    (PreEscaped("</tspan>"))
                }
            }
        }
    }
}

/// The line with all events.
fn line(bundle: &Bundle, i18n: &I18n<'_>, may: &dyn Fn(&str) -> bool) -> String {
    let mut line = Html::default();
    let setting = Setting { level: 1, base: "", file: &|_| None, rest: "" };
    Telling::new(bundle, None, i18n.tongue(), setting).card_line(&mut line, may);
    line.into_text()
}

/// The words below it.
fn ticks(bundle: &Bundle, i18n: &I18n<'_>) -> Vec<String> {
    let ticks = RefCell::new(Vec::new());
    line(bundle, i18n, &|words| {
        ticks.borrow_mut().push(words.to_owned());
        true
    });
    ticks.into_inner()
}

/// How much there is, each number bold.
fn counts(story: &Story, i18n: &I18n<'_>) -> Vec<Parts> {
    let counts = [
        (Message::Events, story.events.len()),
        (Message::Quotes, story.quotes.len()),
        (Message::Sources, story.sources.len()),
    ];
    let tongue = i18n.tongue();
    let parts = |(message, n): (Message, usize)| {
        let phrase = tongue.phrase(message, tongue.plural(n));
        let (before, after) = phrase.split_once("{n}").unwrap_or((phrase, ""));
        let parts = [(Face::Text, before.to_owned()), (Face::Strong, i18n.number(n)), (Face::Text, after.to_owned())];
        parts.into_iter().filter(|(_, text)| !text.is_empty()).collect()
    };
    counts.into_iter().filter(|(_, n)| *n > 0).map(parts).collect()
}

/// How far the quotes were checked; nothing where none was.
fn checked(story: &Story, i18n: &I18n<'_>) -> Option<String> {
    let total = story.quotes.len();
    let checked = story.quotes.iter().filter(|quote| quote.check.kind != CheckKind::Unverified).count();
    match checked {
        0 => None,
        n if n == total => Some(i18n.say(Message::CardChecked).to_owned()),
        n => {
            let total = i18n.number(total);
            Some(wording::count_with(i18n.tongue(), Message::QuotesChecked, n, &[("total", &total)]))
        }
    }
}
