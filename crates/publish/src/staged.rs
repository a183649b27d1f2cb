//! The story in a page that is not published: the one that trunk serves.

use bundle::Bundle;
use story::Story;
use telling::Setting;

use crate::view::View;

/// What such a page is made of.
pub struct Staged<'a> {
    /// The story, checked.
    pub story: &'a Story,
    /// The same, compiled.
    pub bundle: &'a Bundle,
    /// The page, with an empty place for the story.
    pub page: &'a str,
}

/// What stands in the place of the story.
const PLACE: &str = "<!-- the story -->";

/// The page with the story in it, and called as the story is; `None` where it has no place for it.
#[must_use]
pub fn staged(staged: &Staged<'_>) -> Option<String> {
    let (before, after) = staged.page.split_once(PLACE)?;
    let file = |path: &str| Some(path.to_owned());
    let setting = Setting { level: 1, base: "", file: &file, rest: "" };
    let told = View::new(staged.story, staged.bundle).told(setting).into_string();
    Some([before, &told, after].concat())
}

/// The story view alone, for elements that name the bundle beside it, with the address of its style.
#[must_use]
pub fn beside(story: &Story, bundle: &Bundle, style: &str) -> String {
    let file = |path: &str| Some(path.to_owned());
    let told = View::new(story, bundle).told(Setting { level: 2, base: "", file: &file, rest: "" });
    maud::html! { link rel="stylesheet" href=(style); (told) }.into_string()
}
