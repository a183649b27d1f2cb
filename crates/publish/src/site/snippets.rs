//! The page with code to copy, one for each way to embed the story.

use maud::{Markup, html};
use story::Message;

use super::{Site, documents::DATA, names};
use telling::{Setting, resolved};

use crate::view::base_of;

/// The script that others' pages load beside a frame, if the widget has one.
const HOST_SCRIPT: &str = "host.js";
/// So many characters stand in a line of a field, where the window is wide.
const COLUMNS: usize = 120;

/// A way to embed: its heading, what it means, its code.
type Way = (Message, Message, String);

impl Site<'_> {
    pub(super) fn snippets(&self) -> Vec<u8> {
        let i18n = &self.view.i18n;
        let title = i18n.fill(Message::EmbedTitle, &[("title", &self.input.story.title)]);
        let head = html! {
            title { (title) }
            meta name="robots" content="noindex";
            link rel="icon" href=(names::ICON) type="image/svg+xml";
            link rel="stylesheet" href=(self.names.style);
            (self.companion())
        };
        let body = html! {
            main class="snippets" {
                h1 { (title) }
                p { (i18n.say(Message::EmbedHow)) }
                @if self.input.links.base().is_none() { p { (i18n.say(Message::EmbedWhere)) } }
                @for (at, way) in self.ways().into_iter().enumerate() { (self.way(at, way)) }
                section {
                    h2 { (i18n.say(Message::EmbedServer)) }
                    p { (i18n.say(Message::EmbedServerMeans)) }
                }
                p { a href="./" { (self.input.story.title) } }
            }
        };
        self.document("site", &head, &body)
    }

    fn way(&self, at: usize, (heading, means, code): Way) -> Markup {
        let i18n = &self.view.i18n;
        let id = format!("way-{at}");
        // A field shows the code whole if it is short; more would push everything else away.
        let rows: usize = code.lines().map(|line| line.chars().count().div_ceil(COLUMNS).max(1)).sum();
        let rows = rows.clamp(2, 8);
        html! {
            section {
                h2 id=(id) { (i18n.say(heading)) }
                p { (i18n.say(means)) }
                textarea readonly aria-labelledby=(id) rows=(rows) spellcheck="false" dir="ltr" { "\n" (code) }
            }
        }
    }

    fn ways(&self) -> Vec<Way> {
        vec![
            (Message::EmbedElement, Message::EmbedElementMeans, self.element_code(&self.short())),
            (Message::EmbedWhole, Message::EmbedWholeMeans, self.element_code(&self.whole())),
            (Message::EmbedFrame, Message::EmbedFrameMeans, self.frame_code()),
            (Message::EmbedLink, Message::EmbedLinkMeans, self.short()),
        ]
    }

    /// The address of a file as others' pages name it: whole where it is known.
    fn address(&self, path: &str) -> String {
        self.input.links.to(path).unwrap_or_else(|| path.to_owned())
    }

    /// The address of the full page.
    fn full_page(&self) -> &str {
        self.input.links.base().unwrap_or(names::INDEX)
    }

    /// The story in a shadow tree, where the page's styles do not reach it; beside it, for whoever takes tags away, a link.
    fn whole(&self) -> String {
        let rest = [self.full_page(), DATA].concat();
        let base = base_of(self.input.links);
        let style = self.address(&self.names.style);
        html! {
            template shadowrootmode="open" {
                link rel="stylesheet" href=(style);
                (self.inside(base, &rest))
            }
        }
        .into_string()
            + "\n  "
            + &self.short()
    }

    /// The story as it stands in others' pages: its title is below that of the page around it.
    fn inside(&self, base: &str, rest: &str) -> Markup {
        let file = |address: &str| Some(resolved(base, address));
        self.view.told(Setting { level: 2, base, file: &file, rest })
    }

    /// The same as a file, for elements that name the bundle alone; with its style, by an address beside it.
    pub(super) fn told(&self) -> Vec<u8> {
        let rest = [self.full_page(), DATA].concat();
        html! { link rel="stylesheet" href=(self.names.style); (self.inside("", &rest)) }.into_string().into_bytes()
    }

    /// A link to the full page.
    fn short(&self) -> String {
        let story = self.input.story;
        html! { p { a href=(self.full_page()) lang=(story.language) { (story.title) } } }.into_string()
    }

    fn element_code(&self, inside: &str) -> String {
        let script = html! { script type="module" src=(self.address(names::LOADER)) {} }.into_string();
        let open = html! { on-record src=(self.address(names::STORY)) {} }.into_string();
        let open = open.strip_suffix("</on-record>").unwrap_or(&open);
        format!("{script}\n{open}\n  {inside}\n</on-record>\n")
    }

    fn frame_code(&self) -> String {
        let story = self.input.story;
        let frame = html! {
            iframe data-on-record src=(self.address(names::EMBED)) title=(story.title) width="100%" height="720" loading="lazy" style="border:0" allow="clipboard-write; web-share" {}
        };
        let has_script = self.input.widget.extra(HOST_SCRIPT).is_some();
        let script = has_script.then(|| html! { script async src=(self.address(HOST_SCRIPT)) {} }.into_string());
        [script, Some(frame.into_string())].into_iter().flatten().map(|line| line + "\n").collect()
    }
}
