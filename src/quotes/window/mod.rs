//! Long lists: which of their cards are drawn, and how much room the others are left.
//!
//! A list of 100,000 cards cannot stand in a page whole, not even with `content-visibility: auto`: that spares the
//! browser their layout and paint, but neither two million elements nor the seconds that it takes to make them. So
//! only the cards near the window are drawn, and the others are gaps. `heights` and `stretch` are pure; `scrolling`
//! is their hook to the page.
//!
//! Heights are estimated, measured once drawn, and summed in a Fenwick tree. Whatever changes, the card that the reader
//! looks at is put back where it stood, and the card with the focus stays drawn with its neighbours, so that Tab goes
//! on from it. Browsers bear no page of more than 17 to 33 million px: beyond 15 million, the room for what is not
//! drawn is squeezed.

mod heights;
mod scrolling;
mod stretch;

pub use heights::Heights;
pub use scrolling::{Reveal, use_scrolling};
pub use stretch::{Card, PRINTED, SHORT, cards, is_covered, stretch_around, whole_from_drawn_px};
