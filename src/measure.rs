//! How wide a label will be, asked of the browser once for each event.

use std::{cell::RefCell, collections::BTreeMap};

use story::EventIx;
use wasm_bindgen::JsCast;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

use crate::{
    record::Record,
    scene::LabelWidth,
    words::{Words, dates::Length},
};

/// The fonts of a label's two lines; the same as in `styles/lane.css`.
const TITLE_FONT: &str = "700 13px 'Helvetica Neue', Arial, sans-serif";
const DATE_FONT: &str = "12px 'Helvetica Neue', Arial, sans-serif";
/// Between the title and the date in one line, px.
const SPACE_PX: f64 = 8.0;
/// The width of a character where the browser has no canvas, px.
const FALLBACK_CHAR_PX: f64 = 7.5;

thread_local! {
    static CANVAS: Option<CanvasRenderingContext2d> = canvas();
    static WIDTHS: RefCell<BTreeMap<(&'static str, String), f64>> = const { RefCell::new(BTreeMap::new()) };
}

/// How wide an event's label is, px: the wider of its two lines, and both in one line.
pub fn label_px(record: &Record, words: &Words, ix: EventIx) -> LabelWidth {
    let event = record.bundle.event(ix);
    let title_px = text_px(TITLE_FONT, event.label().unwrap_or(event.title()));
    let date_px = text_px(DATE_FONT, &words.status_and_date(event, Length::Short));
    LabelWidth { wider_px: title_px.max(date_px), one_line_px: title_px + SPACE_PX + date_px }
}

fn text_px(font: &'static str, text: &str) -> f64 {
    WIDTHS.with_borrow_mut(|widths| *widths.entry((font, text.to_owned())).or_insert_with(|| measured(font, text)))
}

fn measured(font: &str, text: &str) -> f64 {
    CANVAS.with(|canvas| {
        let width = canvas.as_ref().and_then(|canvas| {
            canvas.set_font(font);
            canvas.measure_text(text).ok()
        });
        width.map_or_else(|| text.chars().count() as f64 * FALLBACK_CHAR_PX, |metrics| metrics.width())
    })
}

fn canvas() -> Option<CanvasRenderingContext2d> {
    let document = gloo::utils::document();
    let canvas: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    canvas.get_context("2d").ok()??.dyn_into().ok()
}
