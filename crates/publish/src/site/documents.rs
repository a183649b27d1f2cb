//! The pages of a site: the full one, and the one for frames.

use maud::{DOCTYPE, Markup, PreEscaped, html};
use story::Message;
use wording::direction;

use super::{Audience, News, Site, names};
use crate::certain::certain_iso;
use crate::links::mail_from_address;
use crate::plain::plain;
use crate::shared::{Shared, shared};
use crate::teller::last_changed;
use crate::{Room, jsonld};
use telling::Setting;

/// The script of the page inside a frame, if the widget has one.
pub(super) const FRAME_SCRIPT: &str = "frame.js";

/// The settings of a page that is a document of its own.
pub(super) const DOCUMENT: Setting<'_> = Setting { level: 1, base: "", file: &beside, rest: "" };

/// A file of the story lies beside the page.
pub(super) fn beside(path: &str) -> Option<String> {
    Some(path.to_owned())
}

/// Where the full page links to the data.
pub(super) const DATA: &str = "#data";

/// The colours of the paper, light and dark, as the style sheet has them.
pub(super) const PAPERS: [(&str, &str); 2] = [("light", "#fff"), ("dark", "#16181c")];

impl Site<'_> {
    /// The full page.
    pub(super) fn index(&self) -> Vec<u8> {
        let worker = matches!(self.input.audience, Audience::Readers(_)).then_some(names::WORKER);
        let head = html! {
            (self.about())
            @if let Some(base) = self.input.links.base() { link rel="canonical" href=(base); }
            link rel="manifest" href=(names::MANIFEST);
            (self.alternates())
            (self.loading())
            (self.script(worker))
            script type="application/ld+json" { (PreEscaped(jsonld(self.input.story, self.input.links, Room::PAGE))) }
        };
        let body = html! {
            main { (self.element(DATA)) }
            (self.footer())
        };
        self.document("site", &head, &body)
    }

    /// The page for frames, which holds nothing but the story.
    pub(super) fn embed(&self) -> Vec<u8> {
        let head = html! {
            (self.about())
            @if let Some(base) = self.input.links.base() { link rel="canonical" href=(base); }
            (self.loading())
            (self.script(None))
            @if let Some(script) = self.input.widget.extra(FRAME_SCRIPT) { script defer src=(fresh(FRAME_SCRIPT, script)) {} }
        };
        self.document("frame", &head, &html! { main { (self.element(&["./", DATA].concat())) } })
    }

    /// The script of whoever serves the pages to their author.
    pub(super) fn companion(&self) -> Markup {
        html! { @if let Audience::Author(address) = self.input.audience { script defer src=(address) {} } }
    }

    /// A document around a head and a body.
    pub(super) fn document(&self, class: &str, head: &Markup, body: &Markup) -> Vec<u8> {
        let story = self.input.story;
        let page = html! {
            (DOCTYPE)
            html lang=(story.language) dir=(direction(&story.language)) class=(class) {
                head {
                    meta charset="utf-8";
                    meta name="viewport" content="width=device-width, initial-scale=1";
                    meta name="color-scheme" content="light dark";
                    (head)
                }
                body { (body) }
            }
        };
        plain(&page.into_string()).into_owned().into_bytes()
    }

    /// What the page is called and what it is about, for browsers, search engines and those who share it.
    pub(super) fn about(&self) -> Markup {
        let story = self.input.story;
        let summary = story.summary.plain();
        let imprint = &story.imprint;
        let image = shared(story, self.input.links).into_iter().next();
        html! {
            title { (story.title) }
            @if !summary.is_empty() { meta name="description" content=(summary); }
            @for author in &imprint.authors { meta name="author" content=(author.name); }
            @for (property, content) in self.facts(&summary, image.as_ref()) { meta property=(property) content=(content); }
            meta name="twitter:card" content=(if image.is_some() { "summary_large_image" } else { "summary" });
            @for (scheme, paper) in PAPERS {
                meta name="theme-color" content=(paper) media={ "(prefers-color-scheme: " (scheme) ")" };
            }
        }
    }

    /// What those who share it ask for (<https://ogp.me>), as far as it is told.
    fn facts(&self, summary: &str, image: Option<&Shared>) -> Vec<(&'static str, String)> {
        let story = self.input.story;
        let imprint = &story.imprint;
        let size_px = image.and_then(|image| image.size_px);
        let on_web = imprint.authors.iter().filter_map(|author| author.url.as_deref());
        let on_web = on_web.filter(|url| mail_from_address(url).is_none());
        let facts = [
            ("og:type", Some("article".to_owned())),
            ("og:title", Some(story.title.clone())),
            ("og:description", Some(summary.to_owned()).filter(|summary| !summary.is_empty())),
            ("og:url", self.input.links.base().map(str::to_owned)),
            ("og:locale", Some(story.language.replace('-', "_"))),
            ("og:site_name", imprint.publisher.as_ref().map(|publisher| publisher.name.clone())),
            ("og:image", image.map(|image| image.url.clone())),
            ("og:image:width", size_px.map(|(width, _)| width.to_string())),
            ("og:image:height", size_px.map(|(_, height)| height.to_string())),
            ("og:image:alt", image.and_then(|image| image.alt.clone())),
            ("article:published_time", imprint.first_published.as_ref().and_then(certain_iso)),
            ("article:modified_time", last_changed(story).and_then(certain_iso)),
        ];
        let told = facts.into_iter().filter_map(|(property, content)| Some((property, content?)));
        told.chain(on_web.map(|url| ("article:author", url.to_owned()))).collect()
    }

    fn alternates(&self) -> Markup {
        let title = &self.input.story.title;
        html! {
            @for format in self.formats {
                // oEmbed asks for a whole address; where there is that format, there is one.
                @let address = if format.path == names::OEMBED { self.input.links.to(format.path) } else { None };
                @let title = format.name.map(|name| [title, " (", name, ")"].concat());
                link rel="alternate" type=(format.media_type) href=(address.as_deref().unwrap_or(format.path)) title=[title];
            }
        }
    }

    /// The script of the page, which is told where its style lies too.
    fn script(&self, worker: Option<&str>) -> Markup {
        html! { script defer src=(self.names.script) data-style=(self.names.style) data-worker=[worker] {} }
    }

    /// What the page needs to be read; the widget is fetched when a reader reaches for it. The style stands in the page: whoever
    /// waits for one more answer sees nothing meanwhile.
    fn loading(&self) -> Markup {
        let widget = self.input.widget;
        html! {
            link rel="icon" href=(names::ICON) type="image/svg+xml";
            style { (PreEscaped(names::STYLE.as_str())) }
            (self.companion())
            script type="module" src=(fresh(names::LOADER, self.names.loader(widget).as_bytes())) {}
        }
    }

    /// The element, with all that there is room for in it, and a link to all else. A page may outlive the story that it
    /// names, by weeks in a tab that nobody closes; then there is still the one that keeps its name.
    fn element(&self, rest: &str) -> Markup {
        let setting = Setting { rest, ..DOCUMENT };
        let address = self.input.links.base();
        let news = match self.input.audience {
            Audience::Readers(news) => news,
            Audience::Author(_) => News::default(),
        };
        html! {
            on-record src=(self.names.story) fallback=(names::STORY) canonical=[address] live=[news.live_s] remember[news.remember] {
                (self.told_in_page(setting))
            }
        }
    }

    /// The story as the element holds it. Its shadow tree comes along: one that a script attaches later lays all of it out again.
    pub(super) fn told_in_page(&self, setting: Setting<'_>) -> Markup {
        html! {
            template shadowrootmode="open" { slot {} }
            (self.view.told(setting))
        }
    }

    fn footer(&self) -> Markup {
        let i18n = &self.view.i18n;
        html! {
            footer class="about" {
                nav id=(DATA.trim_start_matches('#')) aria-label=(i18n.say(Message::PageData)) {
                    p { (i18n.say(Message::PageData)) }
                    ul {
                        @for format in self.formats {
                            @if let Some(name) = format.name { li { a href=(format.path) type=(format.media_type) { (name) } } }
                        }
                    }
                }
                p { a href=(names::OFFLINE) { (i18n.say(Message::PageOffline)) } }
                p { a href=(names::SNIPPETS) { (i18n.say(Message::PageEmbed)) } }
            }
        }
    }
}

/// The address of a file that keeps its name. Whoever has kept an earlier one, a browser or a server on the way, takes this for
/// another, so that a new page never runs an old script.
fn fresh(path: &str, bytes: &[u8]) -> String {
    [path, "?", &names::hash([bytes])].concat()
}
