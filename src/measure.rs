//! How wide a label will be, asked of the browser once for each event.

use std::{cell::RefCell, collections::BTreeMap};

use bundle::EventRow;
use gloo::utils::{document, window};
use story::EventIx;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, Element, HtmlCanvasElement};

use crate::{
    record::Record,
    scene::LabelWidth,
    words::{Words, dates::Length},
};

/// The fonts of a label's two lines, without their family; the same as in `styles/21-lane.css`.
const TITLE_FONT: &str = "700 13px ";
const DATE_FONT: &str = "12px ";
/// The family where the page names no other; the same as in `styles/00-base.css`.
const FAMILY: &str = "'Helvetica Neue', Arial, sans-serif";
/// Between the title and the date in one line, px.
const SPACE_PX: f64 = 8.0;
/// The width of a character where the browser has no canvas, px.
const FALLBACK_CHAR_PX: f64 = 7.5;

/// How wide the labels of one widget are.
pub struct Labels {
    canvas: Option<CanvasRenderingContext2d>,
    family: String,
    widths: RefCell<BTreeMap<EventIx, LabelWidth>>,
}

impl Labels {
    /// Measures with the font that the page has given the widget.
    #[must_use]
    pub fn new(host: &Element) -> Self {
        let style = window().get_computed_style(host).ok().flatten();
        let family = style.and_then(|style| style.get_property_value("--on-record-sans").ok());
        let family = family.filter(|family| !family.trim().is_empty()).unwrap_or_else(|| FAMILY.to_owned());
        Self { canvas: canvas(), family, widths: RefCell::default() }
    }

    /// How wide an event's label is, px: the wider of its two lines, and both in one line.
    pub fn width(&self, record: &Record, words: &Words, ix: EventIx) -> LabelWidth {
        let measure = || self.measured(record.bundle.event(ix), words);
        *self.widths.borrow_mut().entry(ix).or_insert_with(measure)
    }

    fn measured(&self, event: EventRow<'_>, words: &Words) -> LabelWidth {
        let title_px = self.text_px(TITLE_FONT, event.label().unwrap_or(event.title()));
        let date_px = self.text_px(DATE_FONT, &words.status_and_date(event, Length::Short));
        LabelWidth { wider_px: title_px.max(date_px), one_line_px: title_px + SPACE_PX + date_px }
    }

    fn text_px(&self, font: &str, text: &str) -> f64 {
        let measured = self.canvas.as_ref().and_then(|canvas| {
            canvas.set_font(&[font, &self.family].concat());
            canvas.measure_text(text).ok()
        });
        measured.map_or_else(|| text.chars().count() as f64 * FALLBACK_CHAR_PX, |metrics| metrics.width())
    }
}

fn canvas() -> Option<CanvasRenderingContext2d> {
    let canvas: HtmlCanvasElement = document().create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
