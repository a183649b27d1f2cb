//! oEmbed 1.0 (<https://oembed.com>): what a content management system asks for when an author pastes the address.

use story::Story;

use crate::Links;
use crate::markup::escaped;
use crate::object::Object;
use crate::plain::one_line;

/// The page that is made for frames.
pub const FRAME_FILE: &str = "embed.html";

/// The size of the frame before it knows its content, px.
const SIZE_PX: (i64, i64) = (720, 640);

/// The answer of the type `rich`: a frame with the story in it. `None` where nobody knows the story's place on the web.
#[must_use]
pub fn oembed(story: &Story, links: &Links) -> Option<String> {
    let frame = links.to(FRAME_FILE)?;
    let title = one_line(&story.title);
    let (width, height) = SIZE_PX;
    // A width in per cent has no place in an attribute, and authors' pages are narrower than ours.
    let html = format!(
        "<iframe src=\"{}\" title=\"{}\" width=\"{width}\" height=\"{height}\" loading=\"lazy\" \
         style=\"border:0;max-width:100%\" allow=\"clipboard-write; web-share\"></iframe>",
        escaped(&frame),
        escaped(&title)
    );
    let answer = Object::new()
        .with_some("version", Some("1.0"))
        .with_some("type", Some("rich"))
        .with_some("title", Some(title))
        .with_some("provider_url", links.base())
        .with_some("html", Some(html))
        .with_some("width", Some(width))
        .with_some("height", Some(height));
    serde_json::to_string_pretty(&answer).map(|text| text + "\n").ok()
}
