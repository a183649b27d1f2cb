//! The size of text to which the reader's browser is set. Whatever the widget draws is as many times as large as that is
//! larger than usual; what a page makes of its own text changes nothing.
//!
//! `src/styles`, the state and the scene count in px of the design, of which sixteen are the reader's size. They become
//! the page's px where the style sheet is made ([`scaled`]), where a length is written (`components::px`), and where a
//! width or a pointer is read.

use std::cell::Cell;

use web_sys::Element;

use crate::computed::computed;

/// The size of text for which the widget was designed, px, and to which most browsers are set.
const DESIGNED_PX: f64 = 16.0;

thread_local! {
    /// The reader's size is the same for all widgets of a page.
    static FACTOR: Cell<f64> = const { Cell::new(1.0) };
}

/// How many px of the page a px of the design takes.
pub fn factor() -> f64 {
    FACTOR.get()
}

/// Reads the reader's size off an element whose text has it; says whether it is another than before.
pub fn read(element: &Element) -> bool {
    let factor = js_sys::parse_float(&computed(element, "font-size")) / DESIGNED_PX;
    // A browser that does not say is taken for one as usual.
    let factor = if factor > 0.0 { factor } else { 1.0 };
    (FACTOR.replace(factor) - factor).abs() > f64::EPSILON
}

/// A style sheet with each length in px so many times as long.
pub fn scaled(css: &str, factor: f64) -> String {
    let mut pieces = css.split("px");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let number = out.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.').len();
        let length = out.split_off(number);
        out.push_str(&if length.is_empty() { length } else { thousandths(&length, factor) });
        out.push_str("px");
        out.push_str(piece);
    }
    out
}

/// A decimal number so many times as large, to a thousandth. Kept free of reading and writing floats, which is large in
/// wasm.
fn thousandths(number: &str, factor: f64) -> String {
    let (whole, part) = number.split_once('.').unwrap_or((number, ""));
    let digits = whole.chars().chain(part.chars().chain("000".chars()).take(3)).filter_map(|c| c.to_digit(10));
    let value = digits.fold(0.0, |value, digit| value * 10.0 + f64::from(digit));
    let value = (value * factor).round() as u64;
    format!("{}.{:03}", value / 1_000, value % 1_000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_in_px_grow_and_nothing_else_does() {
        let cases = [
            ("a{font:14px/20px var(--sans)}", "a{font:28.000px/40.000px var(--sans)}"),
            ("@container (inline-size < 560px){}", "@container (inline-size < 1120.000px){}"),
            ("inset:-4px .5px 1.25px 0", "inset:-8.000px 1.000px 2.500px 0"),
            ("scale:0.62;flex:1;rotate:45deg;top:50%;gap:2em", "scale:0.62;flex:1;rotate:45deg;top:50%;gap:2em"),
            ("--px:var(--x-px)", "--px:var(--x-px)"),
            ("", ""),
        ];
        for (css, expected) in cases {
            assert_eq!(scaled(css, 2.0), expected, "{css}");
        }
    }

    #[test]
    fn a_length_is_kept_to_a_thousandth() {
        assert_eq!(scaled("1.5px", 1.125), "1.688px");
        assert_eq!(scaled("100px", 0.5625), "56.250px");
    }
}
