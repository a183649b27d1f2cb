//! What a slide shows beside its text, as media of an event.

use crate::address::{cleaned, has_picture_ending, is_page, is_picture, of_picture};
use crate::deck::{Media, Slide};
use crate::prose::{Embed, Prose, plain, read};

/// A picture or a link.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Medium {
    pub(crate) url: String,
    pub(crate) alt: String,
    pub(crate) is_picture: bool,
    pub(crate) caption: String,
    pub(crate) credit: String,
}

/// All that a slide shows.
#[derive(Debug, Default)]
pub(crate) struct Gallery {
    /// Pictures and links, each once.
    pub(crate) media: Vec<Medium>,
    /// The words that are shown in the place of a picture, in Markdown, with their caption and credit: a paragraph each.
    pub(crate) words: Vec<String>,
    /// What is no address that can stand in a page.
    pub(crate) left_out: Vec<String>,
    /// Whether caption and credit belong to none of these.
    pub(crate) has_loose_caption: bool,
}

impl Gallery {
    /// What a slide with a title shows: its medium, what a press on it opens, and what stands in its texts.
    pub(crate) fn of(slide: &Slide, title: &str, headline: &Prose, text: &Prose) -> Self {
        let mut gallery = Self::default();
        gallery.main(&slide.media, title);
        if !slide.media.link.is_empty() {
            gallery.link(&slide.media.link, title);
        }
        headline.links().for_each(|url| gallery.link(url, title));
        text.embeds.iter().chain(&headline.embeds).for_each(|embed| gallery.embed(embed, title));
        gallery
    }

    fn main(&mut self, media: &Media, title: &str) {
        let (caption, credit) = (plain(&media.caption), plain(&media.credit));
        let alt = [plain(&media.alt), plain(&media.title), caption.clone(), title.to_owned()];
        let alt = alt.into_iter().find(|alt| !alt.is_empty()).unwrap_or_default();
        if media.url.contains('<') {
            self.html(media, &alt);
        } else if let Some(url) = address(&media.url) {
            self.media.push(Medium { is_picture: is_picture(&url), url, alt: alt.clone(), ..Medium::default() });
        } else if !media.url.is_empty() {
            self.left_out.push(media.url.clone());
        }
        match self.media.first_mut() {
            Some(first) => (first.caption, first.credit) = (caption, credit),
            None if self.words.is_empty() => self.has_loose_caption = !(caption.is_empty() && credit.is_empty()),
            None => {
                let below = [&media.caption, &media.credit].map(|html| read(html).markdown());
                self.words.extend(below.into_iter().filter(|words| !words.is_empty()));
            }
        }
    }

    /// A quotation, a post, or the frame of a film.
    fn html(&mut self, media: &Media, alt: &str) {
        let prose = read(&media.url);
        prose.embeds.iter().for_each(|embed| self.embed(embed, alt));
        self.words.extend(Some(prose.markdown()).filter(|words| !words.is_empty()));
        if self.media.is_empty() && self.words.is_empty() && self.left_out.is_empty() {
            self.left_out.push(media.url.clone());
        }
    }

    fn embed(&mut self, embed: &Embed, title: &str) {
        let alt = if embed.alt.is_empty() { title } else { &embed.alt };
        match address(&embed.url) {
            Some(url) => {
                let is_picture = if embed.is_image { !is_page(&url) } else { is_picture(&url) };
                self.add(Medium { url, alt: alt.to_owned(), is_picture, ..Medium::default() });
            }
            None => self.left_out.push(embed.url.clone()),
        }
    }

    fn link(&mut self, url: &str, title: &str) {
        match address(url) {
            Some(url) => self.add(Medium { url, alt: title.to_owned(), ..Medium::default() }),
            None => self.left_out.push(url.to_owned()),
        }
    }

    fn add(&mut self, medium: Medium) {
        if !self.media.iter().any(|known| known.url == medium.url) {
            self.media.push(medium);
        }
    }
}

/// The address of a medium. Words with white space between them are none, unless they name a picture.
fn address(raw: &str) -> Option<String> {
    let is_sentence = raw.contains(char::is_whitespace) && !raw.contains("//") && !has_picture_ending(raw);
    cleaned(raw).filter(|_| !is_sentence).map(|url| of_picture(&url))
}

/// Where the file of a picture is to be put: a path that leads from the page up or to the root of its server leads out of
/// the story's folder, where pictures have to be. An absolute address stays as it is.
pub(crate) fn within_folder(url: &str) -> &str {
    let mut path = url;
    while let Some(rest) = ["/", "./", "../", "archive/", "Archive/"].iter().find_map(|out| path.strip_prefix(out)) {
        path = rest;
    }
    // Nothing else is left of an address that names a folder.
    if path.is_empty() { "picture" } else { path }
}
