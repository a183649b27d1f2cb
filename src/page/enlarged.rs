//! What the page does to our px: under CSS `zoom`, or a transform, those of the window are others than those that we lay
//! out in. Here alone the one is made of the other.
//!
//! Two empty elements at the ends of what is measured ([`ends`]) tell how it is zoomed, scaled, mirrored or turned,
//! where a box alone would not.

use std::cell::OnceCell;

use gloo::utils::document;
use markup::html;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, PointerEvent, ShadowRoot, WheelEvent};
use yew::Html;

use super::computed::computed;

/// What is measured to learn in which px a browser tells places: eight of its own, of which `zoom` makes twice as many.
const MEASURED: &str = "all:initial;position:absolute;visibility:hidden;width:8px;height:1px;zoom:";

thread_local! {
    /// Whether the browser tells of places in px of the window; WebKit tells of them in those of the element.
    static TELLS_WINDOW_PX: OnceCell<bool> = const { OnceCell::new() };
}

/// Where the window shows an element, px of the window.
#[derive(Clone, Copy, Debug)]
pub struct Extent {
    /// From the left of the window to the box of the element.
    pub left_px: f64,
    /// From the top of the window to the box of the element.
    pub top_px: f64,
    /// How wide its box is.
    pub width_px: f64,
    /// How high its box is.
    pub height_px: f64,
}

impl Extent {
    /// That of an element, transforms and `zoom` and all.
    pub fn of(element: &Element) -> Self {
        let (told, times) = (element.get_bounding_client_rect(), times(element));
        Self {
            left_px: told.left() * times,
            top_px: told.top() * times,
            width_px: told.width() * times,
            height_px: told.height() * times,
        }
    }

    /// From the top of the window to the bottom of the element.
    pub fn bottom_px(&self) -> f64 {
        self.top_px + self.height_px
    }
}

/// How many px of the window are one of those in which the browser tells where an element is.
fn times(element: &Element) -> f64 {
    let tells_window_px = TELLS_WINDOW_PX.with(|tells| *tells.get_or_init(|| tells_window_px(element).unwrap_or(true)));
    if tells_window_px { 1.0 } else { zoom(element) }
}

fn tells_window_px(beside: &Element) -> Option<bool> {
    let place = beside.parent_element()?;
    let width_px = |zoom: &str| {
        // A page that takes no element is taken for one whose px are the window's.
        let measured = document().create_element("i").ok()?.dyn_into::<HtmlElement>().ok()?;
        measured.style().set_css_text(&[MEASURED, zoom].concat());
        place.append_child(&measured).ok()?;
        let width_px = measured.get_bounding_client_rect().width();
        measured.remove();
        Some(width_px)
    };
    Some(width_px("2")? > width_px("1")? * 1.5)
}

/// How many times `zoom` enlarges an element, in all that it stands in.
fn zoom(element: &Element) -> f64 {
    let own = js_sys::parse_float(&computed(element, "zoom"));
    let around =
        element.parent_element().or_else(|| Some(element.get_root_node().dyn_into::<ShadowRoot>().ok()?.host()));
    (if own > 0.0 { own } else { 1.0 }) * around.map_or(1.0, |around| zoom(&around))
}

/// What a positioned element begins with whose [`Axis`] is asked for.
pub fn ends() -> Html {
    html! { <><i class="end"></i><i class="end far"></i></> }
}

/// Where an element begins and ends along its lines of text, as the window shows it: enlarged, mirrored, turned.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Axis {
    /// Where it begins, window px.
    from_px: (f64, f64),
    /// From there to its end, window px.
    to_px: (f64, f64),
}

impl Axis {
    /// That of an element which begins with [`ends`].
    pub fn of(element: &Element) -> Option<Self> {
        let near = element.first_element_child()?;
        let (near, far) = (Extent::of(&near), Extent::of(&near.next_element_sibling()?));
        let from_px = (near.left_px, near.top_px);
        let axis = Self { from_px, to_px: (far.left_px - from_px.0, far.top_px - from_px.1) };
        (axis.to_px != (0.0, 0.0)).then_some(axis)
    }

    /// Where a place in the window is along it: 0 at its beginning, 1 at its end.
    pub fn part(&self, at: impl Into<ClientPoint>) -> f64 {
        let ClientPoint(x, y) = at.into();
        self.part_of_way((x - self.from_px.0, y - self.from_px.1))
    }

    /// Which part of it a way in the window, px, goes along it.
    pub fn part_of_way(&self, (x, y): (f64, f64)) -> f64 {
        let (to_x, to_y) = self.to_px;
        let squared = to_x * to_x + to_y * to_y;
        if squared > 0.0 { (x * to_x + y * to_y) / squared } else { 0.0 }
    }
}

/// A place in the window, px.
pub struct ClientPoint(pub f64, pub f64);

impl From<&PointerEvent> for ClientPoint {
    fn from(event: &PointerEvent) -> Self {
        Self(f64::from(event.client_x()), f64::from(event.client_y()))
    }
}

impl From<&WheelEvent> for ClientPoint {
    fn from(event: &WheelEvent) -> Self {
        Self(f64::from(event.client_x()), f64::from(event.client_y()))
    }
}

/// How many px of the window's height are one of an element's own.
pub fn enlarged(element: &HtmlElement) -> f64 {
    let (shown_px, own_px) = (Extent::of(element).height_px, f64::from(element.offset_height()));
    // The browser rounds an element's own height.
    if own_px < 1.0 || (shown_px - own_px).abs() < 1.0 { 1.0 } else { shown_px / own_px }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_is_told_along_an_axis_however_it_is_shown() {
        // As it is, twice as large, mirrored, turned by a quarter.
        let cases = [
            ((10.0, 20.0), (100.0, 0.0), (35.0, 90.0)),
            ((10.0, 20.0), (200.0, 0.0), (60.0, 90.0)),
            ((110.0, 20.0), (-100.0, 0.0), (85.0, 90.0)),
            ((10.0, 20.0), (0.0, 100.0), (90.0, 45.0)),
        ];
        for (from_px, to_px, (x, y)) in cases {
            let axis = Axis { from_px, to_px };
            assert!((axis.part(ClientPoint(x, y)) - 0.25).abs() < 1e-9, "{axis:?}");
        }
        assert_eq!(Axis::default().part(ClientPoint(1.0, 1.0)), 0.0);
    }
}
