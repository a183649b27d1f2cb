//! Draws a quote onto a canvas: black on white whatever the page looks like, because a picture goes elsewhere.

use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CanvasRenderingContext2d, Document, HtmlCanvasElement};

use super::wrapping::{Block, Room, fitted};

const PAPER: &str = "#fff";
const INK: &str = "#14161a";
const INK_2: &str = "#565b62";

/// The space around everything, px.
const MARGIN_PX: f64 = 72.0;
/// The rule that opens a part, as in the widget, px.
const RULE_PX: f64 = 4.0;
/// The space between the parts, px.
const GAP_PX: f64 = 40.0;
/// The sizes of the words, px.
const WORDS: [f64; 9] = [92.0, 80.0, 70.0, 62.0, 54.0, 48.0, 42.0, 37.0, 33.0];

/// The form of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// As links are shown: 1200 × 675 px.
    Wide,
    /// 1080 × 1080 px.
    Square,
}

/// What stands in a picture, part by part.
pub struct Caption {
    /// The words.
    pub words: String,
    /// The quotation marks around them.
    pub marks: (String, String),
    /// The direction in which the words are written: `ltr` or `rtl`.
    pub words_direction: &'static str,
    /// The direction of everything else.
    pub direction: &'static str,
    /// Above the words: the story's title.
    pub title: String,
    /// Who said it.
    pub speaker: String,
    /// What they were, when they said it, who carried it.
    pub circumstances: String,
    /// The source.
    pub source: String,
}

/// The families of type that the widget uses.
pub struct Fonts {
    /// For what is read.
    pub serif: String,
    /// For what is looked up.
    pub sans: String,
}

/// How a part is set.
struct Face<'a> {
    weight: &'static str,
    family: &'a str,
    sizes: &'a [f64],
    colour: &'static str,
    direction: &'static str,
    leading: f64,
}

impl Size {
    /// Its width and height, px.
    #[must_use]
    pub fn px(self) -> (u32, u32) {
        match self {
            Self::Wide => (1_200, 675),
            Self::Square => (1_080, 1_080),
        }
    }
}

/// A canvas with the picture on it; `None` where the browser gives none.
#[must_use]
pub fn canvas(document: &Document, caption: &Caption, fonts: &Fonts, size: Size) -> Option<HtmlCanvasElement> {
    // A browser that has no canvas, or forbids it, draws nothing, and the reader is told.
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    let (width, height) = size.px();
    canvas.set_width(width);
    canvas.set_height(height);
    // The same.
    let context: CanvasRenderingContext2d = canvas.get_context("2d").ok()??.dyn_into().ok()?;
    context.set_fill_style_str(PAPER);
    context.fill_rect(0.0, 0.0, width.into(), height.into());
    context.set_text_baseline("alphabetic");
    Sheet { context, width_px: width.into(), height_px: height.into() }.draw(caption, fonts);
    Some(canvas)
}

/// What is drawn on.
struct Sheet {
    context: CanvasRenderingContext2d,
    width_px: f64,
    height_px: f64,
}

impl Sheet {
    fn draw(&self, caption: &Caption, fonts: &Fonts) {
        let (sans, direction) = (fonts.sans.as_str(), caption.direction);
        let small = |sizes, colour, weight| Face { weight, family: sans, sizes, colour, direction, leading: 1.35 };
        let title = small(&[24.0], INK_2, "400");
        let speaker = small(&[32.0], INK, "700");
        let circumstances = small(&[24.0], INK, "400");
        let source = small(&[22.0], INK_2, "400");
        let words = Face {
            weight: "400",
            family: &fonts.serif,
            sizes: &WORDS,
            colour: INK,
            direction: caption.words_direction,
            leading: 1.28,
        };

        self.context.set_fill_style_str(INK);
        self.context.fill_rect(MARGIN_PX, MARGIN_PX - GAP_PX / 2.0, self.width_px - 2.0 * MARGIN_PX, RULE_PX);
        let heading = self.set(&caption.title, &plain, 1, &title);
        let top_px = self.put(&heading, &title, MARGIN_PX);

        let foot = [
            (self.set(&caption.speaker, &plain, 1, &speaker), speaker),
            (self.set(&caption.circumstances, &plain, 2, &circumstances), circumstances),
            (self.set(&caption.source, &plain, 2, &source), source),
        ];
        let foot_px: f64 = foot.iter().map(|(block, face)| height_px(block, face)).sum();
        let foot_top_px = self.height_px - MARGIN_PX + GAP_PX / 2.0 - foot_px;
        let height = (foot_top_px - GAP_PX) - (top_px + GAP_PX / 2.0);
        let dressed = |words: &str| [caption.marks.0.as_str(), words, caption.marks.1.as_str()].concat();
        let block = self.fit(&caption.words, &dressed, height, &words);
        let spare_px = (height - height_px(&block, &words)).max(0.0);
        self.put(&block, &words, top_px + GAP_PX / 2.0 + spare_px / 2.0);
        foot.iter().fold(foot_top_px, |y_px, (block, face)| self.put(block, face, y_px));
    }

    /// A part of at most so many lines.
    fn set(&self, text: &str, dressed: &dyn Fn(&str) -> String, lines: u32, face: &Face<'_>) -> Block {
        let size_px = face.sizes.last().copied().unwrap_or_default();
        // Half a line more, so that no rounding takes the last one.
        self.fit(text, dressed, (f64::from(lines) + 0.5) * size_px * face.leading, face)
    }

    fn fit(&self, text: &str, dressed: &dyn Fn(&str) -> String, height_px: f64, face: &Face<'_>) -> Block {
        let room = Room { width_px: self.width_px - 2.0 * MARGIN_PX, height_px, leading: face.leading };
        fitted(text, dressed, room, face.sizes, &|text, size_px| {
            self.choose(face, size_px);
            self.context.measure_text(text).map_or(0.0, |metrics| metrics.width())
        })
    }

    fn choose(&self, face: &Face<'_>, size_px: f64) {
        let size = (size_px as u32).to_string();
        self.context.set_font(&[face.weight, " ", &size, "px ", face.family].concat());
    }

    /// Draws a block below a height, px from the top, and tells where it ends.
    fn put(&self, block: &Block, face: &Face<'_>, y_px: f64) -> f64 {
        let is_mirrored = face.direction == "rtl";
        self.choose(face, block.size_px);
        self.context.set_fill_style_str(face.colour);
        self.context.set_text_align(if is_mirrored { "right" } else { "left" });
        // A browser that does not know the property finds the direction in the letters themselves.
        let _ = Reflect::set(&self.context, &JsValue::from_str("direction"), &JsValue::from_str(face.direction));
        let x_px = if is_mirrored { self.width_px - MARGIN_PX } else { MARGIN_PX };
        let line_px = block.size_px * face.leading;
        for (at, line) in block.lines.iter().enumerate() {
            // The foot of the letters stands three quarters down a line.
            let foot_px = y_px + line_px * (at as f64 + 0.75);
            // It fails for no text.
            let _ = self.context.fill_text(line, x_px, foot_px);
        }
        y_px + height_px(block, face)
    }
}

/// The height of a block; nothing for one without words.
fn height_px(block: &Block, face: &Face<'_>) -> f64 {
    let lines = block.lines.iter().filter(|line| !line.is_empty()).count();
    lines as f64 * block.size_px * face.leading
}

fn plain(text: &str) -> String {
    text.to_owned()
}
