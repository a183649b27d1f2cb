//! Slides as the TOML of a story.

use std::collections::BTreeMap;

use story::{is_slug, slug_from_text};

use crate::Imported;
use crate::deck::{Deck, Media, Slide};
use crate::prose::{framed, is_address, markdown, plain};
use crate::stamp::Point;

/// How long an id may get that is made from a headline, bytes.
const ID_BYTES: usize = 48;

/// How long a title may get that is made from a text, characters.
const TITLE_CHARS: usize = 90;

/// The endings of addresses that are pictures.
const PICTURES: [&str; 8] = ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp"];

const OPENING: &str = "\
# Imported from TimelineJS. What it does not know is yours to add: who reports each event (`accounts`), and which events
# are plans (`status`). `on-record check` says what is missing.
";

/// Writes a story, or says everything that is wrong with its dates.
pub(crate) fn story(deck: &Deck, language: &str, name: &str) -> Result<Imported, Vec<String>> {
    let mut writer = Writer::default();
    writer.head(deck, language, name);
    let lanes = writer.lanes(deck);
    let mut ids = Ids::default();
    deck.eras.iter().for_each(|era| writer.era(era, &mut ids));
    let mut ids = Ids::default();
    deck.slides.iter().for_each(|slide| writer.event(slide, &lanes, &mut ids));
    writer.remarks(deck);
    let Writer { toml, notes, problems, .. } = writer;
    if problems.is_empty() { Ok(Imported { toml, events: ids.taken.len(), notes }) } else { Err(problems) }
}

/// Ids of one table, each once.
#[derive(Default)]
struct Ids {
    /// Each with the number that its next namesake gets, or a later one.
    taken: BTreeMap<String, usize>,
}

impl Ids {
    /// An id after a text, or, where that has no letter of an id, after what it is of and its number.
    fn of(&mut self, text: &str, what: &str) -> String {
        let slug = slug_from_text(text);
        let cut =
            slug.get(..ID_BYTES).map_or(slug.as_str(), |cut| cut.rsplit_once('-').map_or(cut, |(words, _)| words));
        let cut = cut.trim_end_matches('-');
        let base = if cut.is_empty() { format!("{what}-{}", self.taken.len() + 1) } else { cut.to_owned() };
        let mut id = base.clone();
        let mut next = self.taken.get(&base).copied().unwrap_or(2);
        while self.taken.contains_key(&id) {
            id = format!("{base}-{next}");
            next += 1;
        }
        self.taken.insert(id.clone(), 2);
        self.taken.insert(base, next);
        id
    }
}

#[derive(Default)]
struct Writer {
    toml: String,
    notes: Vec<String>,
    problems: Vec<String>,
    has_times: bool,
}

impl Writer {
    fn head(&mut self, deck: &Deck, language: &str, name: &str) {
        let empty = Slide::default();
        let slide = deck.title.as_ref().unwrap_or(&empty);
        let title = Some(plain(&slide.headline)).filter(|title| !title.is_empty()).unwrap_or_else(|| name.to_owned());
        self.toml.push_str(OPENING);
        self.table("[story]");
        self.field("id", &Ids::default().of(&title, "story"));
        self.field("title", &title);
        self.field("language", language);
        self.field("summary", &markdown(&slide.text));
        if !slide.media.url.is_empty() {
            self.notes.push("the picture of the title slide is left out: a story has none".to_owned());
        }
    }

    /// The groups, in the order in which they are named, and the id of each.
    fn lanes(&mut self, deck: &Deck) -> Vec<(String, String)> {
        let mut ids = Ids::default();
        let mut lanes: Vec<(String, String)> = Vec::new();
        for name in deck.slides.iter().map(|slide| plain(&slide.group)).filter(|name| !name.is_empty()) {
            if !lanes.iter().any(|(known, _)| *known == name) {
                let id = ids.of(&name, "lane");
                self.table("[[lanes]]");
                self.field("id", &id);
                self.field("name", &name);
                lanes.push((name, id));
            }
        }
        lanes
    }

    fn era(&mut self, era: &Slide, ids: &mut Ids) {
        let name = plain(&era.headline);
        match self.date(era).filter(|_| era.end.is_some()) {
            Some(date) if !name.is_empty() => {
                self.table("[[eras]]");
                self.field("id", &ids.of(&name, "era"));
                self.field("name", &name);
                self.field("date", &date);
            }
            Some(_) => self.notes.push(format!("{} has no headline and is left out", era.place)),
            None => self.notes.push(format!("{} has not both dates and is left out", era.place)),
        }
    }

    fn event(&mut self, slide: &Slide, lanes: &[(String, String)], ids: &mut Ids) {
        let title = title(slide);
        let Some(date) = self.date(slide) else {
            self.notes.push(format!("{}, “{title}”, has no date and is left out", slide.place));
            return;
        };
        let id = if is_slug(&slide.id) { &slide.id } else { &title };
        let group = plain(&slide.group);
        self.table("[[events]]");
        self.field("id", &ids.of(id, "event"));
        self.field("title", &title);
        self.field("summary", &markdown(&slide.text));
        let shown = plain(&slide.display_date);
        if !shown.is_empty() {
            self.toml.push_str(&format!("# TimelineJS showed the date as {}\n", text(&shown)));
        }
        self.field("date", &date);
        self.field("lane", lanes.iter().find(|(name, _)| *name == group).map_or("", |(_, id)| id));
        self.media(slide, &title);
    }

    fn media(&mut self, slide: &Slide, title: &str) {
        let Media { url, caption, credit, alt } = &slide.media;
        let address = if url.starts_with('<') { framed(url).unwrap_or_default() } else { url.clone() };
        if url.is_empty() {
            return;
        }
        if !(is_address(&address) || is_relative(&address)) {
            self.notes
                .push(format!("{}: its media is no address that can stand in a page, and is left out", slide.place));
            return;
        }
        let kind = if is_picture(&address) { "image" } else { "link" };
        let (caption, credit) = (plain(caption), plain(credit));
        let alt = [plain(alt), caption.clone(), title.to_owned()].into_iter().find(|alt| !alt.is_empty());
        let fields = [("url", address), ("alt", alt.unwrap_or_default()), ("kind", kind.to_owned())];
        let fields = fields.into_iter().chain([("caption", caption), ("credit", credit)]);
        self.table("[[events.media]]");
        fields.for_each(|(name, value)| self.field(name, &value));
    }

    /// When a slide is, in EDTF; `None` where it does not say, or where that is wrong, which is told.
    fn date(&mut self, slide: &Slide) -> Option<String> {
        let mut point = |stamp: &Option<_>| match stamp.as_ref().map(Point::new) {
            Some(Ok(point)) => Some(point),
            Some(Err(error)) => {
                self.problems.push(format!("{}: {error}", slide.place));
                None
            }
            None => None,
        };
        let (start, end) = (point(&slide.start)?, point(&slide.end));
        self.has_times |= [Some(start), end].into_iter().flatten().any(Point::has_time);
        if end.is_some_and(|end| end < start) {
            self.notes.push(format!("{} ends before it begins; only its beginning is taken", slide.place));
        }
        let end = end.filter(|end| *end > start).map(|end| ["/", &end.edtf()].concat());
        Some([start.edtf(), end.unwrap_or_default()].concat())
    }

    /// What is to be known of the whole.
    fn remarks(&mut self, deck: &Deck) {
        let slides = deck.slides.iter().chain(&deck.title);
        let backgrounds = slides.filter(|slide| slide.has_background).count();
        if backgrounds > 0 {
            let slides = if backgrounds == 1 { "one slide" } else { &format!("{backgrounds} slides") };
            self.notes.push(format!("the background of {slides} is left out: a story has none"));
        }
        if self.has_times {
            self.notes.push("times have no zone in TimelineJS, and are taken as UTC".to_owned());
        }
    }

    fn table(&mut self, name: &str) {
        self.toml.push_str(&format!("\n{name}\n"));
    }

    /// A field, unless it is empty.
    fn field(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.toml.push_str(&format!("{name} = {}\n", text(value)));
        }
    }
}

/// The headline of a slide, else how its text begins, else what stands beside it.
fn title(slide: &Slide) -> String {
    let candidates = [&slide.headline, &slide.text, &slide.media.caption, &slide.display_date].map(|html| plain(html));
    let title = candidates.into_iter().find(|title| !title.is_empty()).unwrap_or_else(|| slide.place.clone());
    match title.char_indices().nth(TITLE_CHARS) {
        Some((at, _)) if slide.headline.is_empty() => [title[..at].trim_end(), "…"].concat(),
        _ => title,
    }
}

fn is_picture(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    path.rsplit_once('.').is_some_and(|(_, ending)| PICTURES.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

/// Whether an address is one of a file beside the page, or on its server.
fn is_relative(url: &str) -> bool {
    !url.is_empty()
        && url.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '%' | '?' | '='))
}

/// A text as TOML has it: with as little escaping as its characters allow.
fn text(value: &str) -> String {
    let is_literal = |c: char| c == '\n' || !c.is_control();
    let fits = value.chars().all(is_literal) && !value.contains('\'') && value.contains(['"', '\\']);
    match value.contains('\n') {
        true if fits => format!("\'\'\'\n{value}\'\'\'"),
        false if fits => format!("\'{value}\'"),
        true => format!("\"\"\"\n{}\"\"\"", escaped(value, true)),
        false => format!("\"{}\"", escaped(value, false)),
    }
}

fn escaped(value: &str, keeps_lines: bool) -> String {
    let mut text = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\n' if keeps_lines => text.push(c),
            c if c.is_control() => text.push_str(&format!("\\u{:04X}", c as u32)),
            c => text.push(c),
        }
    }
    text
}
