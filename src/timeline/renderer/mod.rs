//! Pictures that are drawn past Yew, because they change while the reader's hand moves.
//!
//! What is to be seen is described by [`Sketch`]es, each under a key; a [`Layer`] keeps the elements, compares the
//! descriptions, and changes what differs. Each element is put in its place by a property of its own: one that
//! elements inherit, such as a custom property of the layer, would have the browser look at all they hold. A description is made of text only: nothing in it is ever read as markup.

mod layer;
mod sketch;

pub use layer::{Key, Layer};
pub use sketch::{LayerPosition, Sketch};
