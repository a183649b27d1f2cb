//! The style sheet: built once a page, adopted by every widget's shadow root.

use js_sys::{Array, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CssStyleSheet, ShadowRoot};

/// Every file of `src/styles`, joined and stripped by build.rs.
static CSS: &str = include_str!(concat!(env!("OUT_DIR"), "/widget.css"));

thread_local! {
    static SHEET: Result<CssStyleSheet, JsValue> = constructed();
}

fn constructed() -> Result<CssStyleSheet, JsValue> {
    let sheet = CssStyleSheet::new()?;
    sheet.replace_sync(CSS)?;
    Ok(sheet)
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
