//! The share card: what stands for a story where somebody shares it.

mod drawing;
mod title;

use bundle::Bundle;
use raster::Letters;
use story::Story;

use crate::I18n;
use crate::plain::plain;
use drawing::Drawing;

/// Where the card of a published story is, in its folder.
pub const CARD_FILE: &str = "card.png";

/// Its width and height, px, as those who show it ask for it (<https://ogp.me>, Facebook's and X's own rules).
pub(crate) const CARD_PX: (u16, u16) = (1200, 630);

/// A drawn card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Card {
    /// The picture, a PNG.
    pub png: Vec<u8>,
    /// What is left out, because no font here has its letters.
    pub without: Vec<String>,
}

/// Draws the card of a story: its title, all its events on a line, the day on which knowledge ends, and how much there is. The
/// same story gives the same bytes; where its script is not European, as long as the machine has the same fonts.
///
/// # Errors
///
/// Where it cannot be drawn, which would be a fault of ours.
pub fn card(story: &Story, bundle: &Bundle) -> Result<Card, String> {
    let i18n = I18n::new(story);
    let drawing = Drawing::new(story, bundle, &i18n);
    let letters = Letters::of(drawing.texts());
    let without = drawing.texts().filter(|text| !letters.have(text)).map(str::to_owned).collect();
    let svg = drawing.svg(bundle, &i18n, &letters);
    Ok(Card { png: letters.png(&plain(&svg))?, without })
}
