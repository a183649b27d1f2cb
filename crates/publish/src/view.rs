//! The story view as text, for the pages of a site.

use bundle::Bundle;
use maud::PreEscaped;
use story::Story;
use telling::{Html, Setting, Telling};

use crate::{I18n, Links};

/// A story that can be told.
pub(crate) struct View<'a> {
    bundle: &'a Bundle,
    pub(crate) i18n: I18n<'a>,
}

impl<'a> View<'a> {
    pub(crate) fn new(story: &'a Story, bundle: &'a Bundle) -> Self {
        Self { bundle, i18n: I18n::new(story) }
    }

    /// The whole view.
    pub(crate) fn told(&self, setting: Setting<'_>) -> PreEscaped<String> {
        let mut html = Html::default();
        Telling::new(self.bundle, None, self.i18n.tongue(), setting).story(&mut html);
        PreEscaped(html.into_text())
    }
}

/// What stands before the author's relative addresses in a page that stands elsewhere.
pub(crate) fn base_of(links: &Links) -> &str {
    links.base().unwrap_or_default()
}
