//! The size of text to which the reader's browser is set. Whatever the widget draws is as many times as large as that is
//! larger than usual; what a page makes of its own text changes nothing.
//!
//! The style sheets, the state and the scene count in px of the design, of which sixteen are the reader's size. They become
//! the page's px by a property of the view (`crates/sheet`), where a length is written ([`px`]), and where a width or
//! a pointer is read.
//!
//! So a widget at twice the size is the same as one in half the room, its breakpoints and zoom levels too. `rem` would
//! be the page's, `em` another one in each element, and `zoom` is unknown to older browsers and hides the true sizes.

use std::cell::Cell;

use web_sys::{Element, HtmlElement};

use super::{
    computed::computed,
    elements::{around, style},
};

/// The size of text for which the widget was designed, px, and to which most browsers are set.
const DESIGNED_PX: f64 = 16.0;

/// The property by which the style sheets know a px of the design.
const UNIT: &str = "--u";

thread_local! {
    /// The reader's size is the same for all widgets of a page.
    static FACTOR: Cell<f64> = const { Cell::new(1.0) };
}

/// How many px of the page a px of the design takes.
pub fn factor() -> f64 {
    FACTOR.get()
}

/// Reads the reader's size off an element whose text has it, and tells the view around it.
pub fn read(element: &Element) {
    let factor = js_sys::parse_float(&computed(element, "font-size")) / DESIGNED_PX;
    // A browser that does not say is taken for one as usual.
    let factor = if factor > 0.0 { factor } else { 1.0 };
    FACTOR.set(factor);
    let Some(room) = around::<HtmlElement>(element, ".room") else { return };
    // What is not told yet is no number.
    let told = js_sys::parse_float(&room.style().get_property_value(UNIT).unwrap_or_default());
    // Whatever is set is inherited, and all that stands there is styled anew.
    if (if told > 0.0 { told } else { 1.0 }) != factor {
        style(&room, UNIT, &[&ratio(factor), "px"].concat());
    }
}

/// A length of the design for a property, to a tenth of a px. Kept free of float formatting, which is large in wasm.
pub fn px(length: f64) -> String {
    page_px(length * factor())
}

/// A length that was measured in the page, for a property.
pub fn page_px(length: f64) -> String {
    [&tenths(length), "px"].concat()
}

/// The same without its unit, as the paths of a picture want it.
pub fn tenths(length: f64) -> String {
    let tenths = (length * 10.0).round() as i64;
    let sign = if tenths < 0 { "-" } else { "" };
    format!("{sign}{}.{}", tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10)
}

/// A number around one, to a millionth, without float formatting, which is large in wasm.
pub fn ratio(value: f64) -> String {
    let millionths = (value.clamp(0.0, 1_000.0) * 1e6).round() as u64;
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_written_to_a_tenth() {
        assert_eq!(px(12.34), "12.3px");
        assert_eq!(px(-0.25), "-0.3px");
        assert_eq!(px(0.0), "0.0px");
        assert_eq!(px(f64::NAN), "0.0px");
    }

    #[test]
    fn a_ratio_is_written_to_a_millionth() {
        assert_eq!(ratio(1.0), "1.000000");
        assert_eq!(ratio(1.234_567_89), "1.234568");
        assert_eq!(ratio(f64::NAN), "0.000000");
    }
}
