//! What stays as it is while the reader looks around.

use yew::prelude::*;

use super::Shared;

/// What is drawn, and with what.
#[derive(Clone, Properties)]
pub struct DrawnProps {
    /// What most components need.
    pub shared: Shared,
    /// Draws it; always the same at one place of the page.
    pub draw: fn(&Shared) -> Html,
}

impl PartialEq for DrawnProps {
    fn eq(&self, other: &Self) -> bool {
        self.shared == other.shared
    }
}

/// A part of the page that is drawn anew only when what most components need changes.
#[function_component]
pub fn Drawn(DrawnProps { shared, draw }: &DrawnProps) -> Html {
    draw(shared)
}
