//! The style sheet: built once a page, adopted by every widget's shadow root.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, ShadowRoot};

use crate::size::{factor, scaled};

/// Every file of `src/styles`, joined and stripped by build.rs.
static CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));

thread_local! {
    static SHEET: Result<CssStyleSheet, JsValue> = constructed();
}

fn constructed() -> Result<CssStyleSheet, JsValue> {
    let sheet = CssStyleSheet::new()?;
    fill(&sheet)?;
    Ok(sheet)
}

/// Writes the style sheet for the size of text that the reader has now.
fn fill(sheet: &CssStyleSheet) -> Result<(), JsValue> {
    let factor = factor();
    if (factor - 1.0).abs() < f64::EPSILON { sheet.replace_sync(CSS) } else { sheet.replace_sync(&scaled(CSS, factor)) }
}

/// Follows the reader to another size of text, in every widget of the page.
pub fn refill() {
    SHEET.with(|sheet| {
        // What could be written once can be written again.
        let _ = sheet.as_ref().map(fill);
    });
}

/// Adds the widget's style sheet to a shadow root. A constructed sheet passes under `style-src 'self'`.
///
/// # Errors
/// What the browser threw where it cannot construct or adopt style sheets.
pub fn adopt(root: &ShadowRoot) -> Result<(), JsValue> {
    let key = JsValue::from_str("adoptedStyleSheets");
    let sheets: Array = Reflect::get(root, &key)?.dyn_into()?;
    SHEET.with(|sheet| {
        let sheet = sheet.as_ref().map_err(Clone::clone)?;
        if sheets.includes(sheet, 0) {
            return Ok(());
        }
        Reflect::set(root, &key, &sheets.concat(&Array::of1(sheet))).map(|_| ())
    })
}
