//! What the page does to our px: under CSS `zoom`, or a transform, those of the window are others than those that we lay
//! out in. Here alone the one is made of the other.

use markup::html;
use web_sys::{Element, HtmlElement, PointerEvent, WheelEvent};
use yew::Html;

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
        let (near, far) = (near.get_bounding_client_rect(), near.next_element_sibling()?.get_bounding_client_rect());
        let from_px = (near.left(), near.top());
        let axis = Self { from_px, to_px: (far.left() - from_px.0, far.top() - from_px.1) };
        (axis.to_px != (0.0, 0.0)).then_some(axis)
    }

    /// Where a place in the window is along it: 0 at its beginning, 1 at its end.
    pub fn part(&self, at: impl Into<Place>) -> f64 {
        let Place(x, y) = at.into();
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
pub struct Place(pub f64, pub f64);

impl From<&PointerEvent> for Place {
    fn from(event: &PointerEvent) -> Self {
        Self(f64::from(event.client_x()), f64::from(event.client_y()))
    }
}

impl From<&WheelEvent> for Place {
    fn from(event: &WheelEvent) -> Self {
        Self(f64::from(event.client_x()), f64::from(event.client_y()))
    }
}

/// How many px of the window's height are one of an element's own.
pub fn enlarged(element: &HtmlElement) -> f64 {
    let (shown_px, own_px) = (element.get_bounding_client_rect().height(), f64::from(element.offset_height()));
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
            assert!((axis.part(Place(x, y)) - 0.25).abs() < 1e-9, "{axis:?}");
        }
        assert_eq!(Axis::default().part(Place(1.0, 1.0)), 0.0);
    }
}
