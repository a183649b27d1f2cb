//! Slides as the TOML of a story.

use story::slug_from_text;

use crate::Imported;
use crate::deck::{Deck, Slide, Stamp};
use crate::ids::Ids;
use crate::media::{Gallery, Medium, within_folder};
use crate::notes::{Notes, shown};
use crate::prose::{Prose, plain, read};
use crate::stamp::{self, Point, Reading};
use crate::toml::Toml;

/// How long a title may get that is made from a text, characters.
const TITLE_CHARS: usize = 90;

const OPENING: &str = "\
# Imported from TimelineJS. What it does not know is yours to add: who reports each event (`accounts`), and which events
# are plans (`status`). `on-record check` says what is missing.
";

const BACKGROUNDS: &str = "backgrounds stand in comments, for a story has none";
const THUMBNAILS: &str = "thumbnails stand in comments, for a story has none";
const IDS: &str = "ids that a story cannot hold as they are stand in comments, beside those it has";
const QUOTATIONS: &str =
    "a quotation in the text is part of the summary, without its marks; give it a speaker and a source";
const UNCLOSED: &str = "words behind an element that is never closed, which no page shows, stand in comments";
const MILLISECONDS: &str = "milliseconds stand in comments, for dates go to the second";
const UNREAD: &str = "TimelineJS did not read";
const OTHERS: &str = "what stands in columns and fields that TimelineJS does not read stands in comments";
const TITLES: &str = "titles of media stand in comments, for what they show is told already";
const CAPTIONS: &str = "captions and credits without a medium stand in comments";
const CAPTION_LINKS: &str = "links of captions and credits stand in comments, for these are plain text";
const ERA_TEXTS: &str = "texts and media of eras stand in comments, for eras have names alone";
const LEFT_OUT: &str = "media without an address that can stand in a page stand in comments";

/// Writes a story, or says everything that is wrong with its dates.
pub(crate) fn story(deck: &Deck, language: &str, name: &str) -> Result<Imported, Vec<String>> {
    let mut writer = Writer { toml: Toml::new(OPENING), notes: Notes::default(), has_times: false };
    writer.head(deck, language, name);
    let lanes = writer.lanes(deck);
    let mut ids = Ids::default();
    deck.eras.iter().for_each(|era| writer.era(era, &mut ids));
    let mut ids = Ids::default();
    deck.slides.iter().for_each(|slide| writer.event(slide, &lanes, &mut ids));
    if writer.has_times {
        writer.notes.say("times have no zone in TimelineJS, and none here: write the offset from UTC behind them, as in `T10:52-04:00`".to_owned());
    }
    let Writer { toml, notes, .. } = writer;
    Ok(Imported { toml: toml.finished(), events: ids.len(), notes: notes.finished()? })
}

struct Writer {
    toml: Toml,
    notes: Notes,
    has_times: bool,
}

impl Writer {
    fn head(&mut self, deck: &Deck, language: &str, name: &str) {
        let empty = Slide::default();
        let slide = deck.title.as_ref().unwrap_or(&empty);
        let (headline, text) = (read(&slide.headline), read(&slide.text));
        let title = Some(headline.plain()).filter(|title| !title.is_empty()).unwrap_or_else(|| name.to_owned());
        let gallery = Gallery::of(slide, &title, &headline, &text);
        self.toml.table("[story]");
        let id = Ids::default().of(&title, "story");
        self.toml.field("id", &id);
        self.known_as(slide, &id);
        self.toml.field("title", &title);
        self.toml.field("language", language);
        self.toml.field("summary", &summary(&text, &gallery));
        for (about, html) in [("the date", &slide.display_date), ("the group", &slide.group)] {
            let value = plain(html);
            if !value.is_empty() {
                self.toml.comment(&format!("TimelineJS showed beside it {about}"), &value);
            }
        }
        if let Some((start, end)) = self.span(slide) {
            self.toml.comment("Its date in TimelineJS", &edtf(start, end));
            self.notes
                .say(format!("{} has a date, which stands in a comment: a story has none of its own", slide.place));
        }
        self.lost(slide, &[&headline, &text], &gallery);
        for other in &deck.others {
            self.toml.comment(UNREAD, other);
            self.notes.say(format!(
                "the timeline has `{}`, which TimelineJS does not read; it stands in a comment",
                shown(other)
            ));
        }
        self.words(slide, &title, &gallery);
        for Medium { url, alt, caption, credit, .. } in &gallery.media {
            let about = [url, alt, caption, credit].into_iter().filter(|part| !part.is_empty());
            self.toml
                .comment("TimelineJS showed beside it", &about.map(String::as_str).collect::<Vec<_>>().join(" | "));
            self.notes.say(format!(
                "{} shows `{}`, which stands in a comment: a story has no media of its own",
                slide.place,
                shown(url)
            ));
        }
    }

    /// The groups, in the order in which they are named, and the id of each.
    fn lanes(&mut self, deck: &Deck) -> Vec<(String, String)> {
        let mut ids = Ids::default();
        let mut lanes: Vec<(String, String)> = Vec::new();
        for name in deck.slides.iter().map(|slide| plain(&slide.group)).filter(|name| !name.is_empty()) {
            if !lanes.iter().any(|(known, _)| *known == name) {
                let id = ids.of(&name, "lane");
                self.toml.table("[[lanes]]");
                self.toml.field("id", &id);
                self.toml.field("name", &name);
                lanes.push((name, id));
            }
        }
        lanes
    }

    fn era(&mut self, era: &Slide, ids: &mut Ids) {
        let (headline, text) = (read(&era.headline), read(&era.text));
        let name = title(era);
        let Some((start, end)) = self.span(era) else {
            self.notes.say(format!("{}, “{name}”, has no date and is left out", era.place));
            return;
        };
        let is_open = era.end.as_ref().is_none_or(|end| end.year.is_empty());
        if is_open {
            self.notes.say(format!("{}, “{name}”, has no end, and is taken as one that goes on", era.place));
        }
        self.toml.table("[[eras]]");
        self.id(era, &name, "era", ids);
        self.toml.field("name", &name);
        self.shown_date(era);
        self.toml.field("date", &if is_open { [&start.edtf(), "/.."].concat() } else { edtf(start, end) });
        let words = text.plain();
        if !words.is_empty() && words != name {
            self.toml.comment("Its text", &words);
            self.notes.common(ERA_TEXTS, era);
        }
        let gallery = Gallery::of(era, &name, &headline, &text);
        self.lost(era, &[&headline, &text], &gallery);
        for shown in gallery.words.iter().chain(gallery.media.iter().map(|medium| &medium.url)) {
            self.toml.comment("TimelineJS knew beside it", shown);
            self.notes.common(ERA_TEXTS, era);
        }
    }

    fn event(&mut self, slide: &Slide, lanes: &[(String, String)], ids: &mut Ids) {
        let (headline, text) = (read(&slide.headline), read(&slide.text));
        let title = title(slide);
        let Some((start, end)) = self.span(slide) else {
            self.notes.say(format!("{}, “{title}”, has no date and is left out", slide.place));
            return;
        };
        let gallery = Gallery::of(slide, &title, &headline, &text);
        let group = plain(&slide.group);
        self.toml.table("[[events]]");
        self.id(slide, &title, "event", ids);
        self.toml.field("title", &title);
        self.toml.field("summary", &summary(&text, &gallery));
        self.shown_date(slide);
        self.toml.field("date", &edtf(start, end));
        self.toml.field("lane", lanes.iter().find(|(name, _)| *name == group).map_or("", |(_, id)| id));
        self.exact(slide, start, end);
        self.lost(slide, &[&headline, &text], &gallery);
        self.words(slide, &title, &gallery);
        gallery.media.iter().for_each(|medium| self.medium(medium));
    }

    /// An id after that in TimelineJS, or after a title.
    fn id(&mut self, slide: &Slide, title: &str, what: &str, ids: &mut Ids) {
        let given = Some(&slide.id).filter(|id| !slug_from_text(id).is_empty());
        let id = ids.of(given.map_or(title, String::as_str), what);
        self.toml.field("id", &id);
        self.known_as(slide, &id);
    }

    /// What TimelineJS called a slide, where that is not its id.
    fn known_as(&mut self, slide: &Slide, id: &str) {
        if !slide.id.is_empty() && slide.id != id {
            self.toml.comment("Its id in TimelineJS", &slide.id);
            self.notes.common(IDS, slide);
        }
    }

    fn words(&mut self, slide: &Slide, title: &str, gallery: &Gallery) {
        if !gallery.words.is_empty() {
            let told = "the words that it shows as its medium are part of the summary; if they are a quote, give it a speaker \
                        and a source";
            self.notes.say(format!("{}, “{title}”: {told}", slide.place));
        }
    }

    fn medium(&mut self, Medium { url, alt, is_picture, caption, credit }: &Medium) {
        self.toml.table("[[events.media]]");
        self.toml.field("url", if *is_picture { within_folder(url) } else { url });
        self.toml.field("alt", alt);
        self.toml.field("kind", if *is_picture { "image" } else { "link" });
        self.toml.field("caption", caption);
        self.toml.field("credit", credit);
    }

    fn shown_date(&mut self, slide: &Slide) {
        let shown = plain(&slide.display_date);
        if !shown.is_empty() {
            self.toml.comment("TimelineJS showed the date as", &shown);
        }
    }

    /// What EDTF does not tell of a date.
    fn exact(&mut self, slide: &Slide, start: Point, end: Option<Point>) {
        for exact in [Some(start), end].into_iter().flatten().filter_map(Point::to_the_millisecond) {
            self.toml.comment("To the millisecond", &exact);
            self.notes.common(MILLISECONDS, slide);
        }
    }

    /// What a slide has and a story has no place for, as comments.
    fn lost(&mut self, slide: &Slide, texts: &[&Prose], gallery: &Gallery) {
        let media = &slide.media;
        if texts.iter().any(|text| text.quotes) {
            self.notes.common(QUOTATIONS, slide);
        }
        let mut keep = |about: &str, value: &str, note| {
            if !value.is_empty() {
                self.toml.comment(about, value);
                self.notes.common(note, slide);
            }
        };
        keep("Its background in TimelineJS", &slide.background, BACKGROUNDS);
        keep("Its thumbnail in TimelineJS", &media.thumbnail, THUMBNAILS);
        slide.others.iter().for_each(|other| keep(UNREAD, other, OTHERS));
        gallery.left_out.iter().for_each(|url| keep("Its medium in TimelineJS", url, LEFT_OUT));
        if gallery.has_loose_caption {
            keep("Its caption in TimelineJS", &plain(&media.caption), CAPTIONS);
            keep("Its credit in TimelineJS", &plain(&media.credit), CAPTIONS);
        }
        let told = plain(&media.title);
        if gallery.media.iter().all(|medium| medium.alt != told && medium.caption != told) {
            keep("The title of its medium in TimelineJS", &told, TITLES);
        }
        let (caption, credit) = (read(&media.caption), read(&media.credit));
        if gallery.words.is_empty() {
            caption.links().chain(credit.links()).for_each(|url| keep("Caption or credit led to", url, CAPTION_LINKS));
        }
        for words in texts.iter().copied().chain([&caption, &credit]).filter_map(|text| text.unclosed.as_deref()) {
            keep("Behind an element that is never closed", words, UNCLOSED);
        }
        for url in texts.iter().copied().chain([&caption, &credit]).flat_map(|text| &text.lost_links) {
            self.notes.say(format!(
                "{}: `{}` leads nowhere from a story; the words of the link stay",
                slide.place,
                shown(url)
            ));
        }
    }

    /// From when to when a slide is; `None` where it does not say, or where that is wrong, which is told.
    fn span(&mut self, slide: &Slide) -> Option<(Point, Option<Point>)> {
        slide.remarks.iter().for_each(|remark| self.notes.say(format!("{}: {remark}", slide.place)));
        let (start, end) = (self.point(slide, slide.start.as_ref()), self.point(slide, slide.end.as_ref()));
        let start = start?;
        self.has_times |= [Some(start), end].into_iter().flatten().any(Point::has_time);
        let end = end.filter(|end| *end != start);
        if let Some(end) = end.filter(|end| end.is_before(start)) {
            let end = end.edtf();
            self.notes.say(format!("{} ends before it begins, `{end}`; only its beginning is taken", slide.place));
            return Some((start, None));
        }
        Some((start, end))
    }

    fn point(&mut self, slide: &Slide, stamp: Option<&Stamp>) -> Option<Point> {
        match stamp::read(stamp?) {
            Reading::Blank => None,
            Reading::Date(point, lost) => {
                lost.iter().for_each(|message| self.notes.doubt(slide, message, point.edtf()));
                Some(point)
            }
            Reading::Beyond(message) => {
                self.notes.say(format!("{}: {message}", slide.place));
                None
            }
            Reading::Wrong(message) => {
                self.notes.refuse(slide, &message);
                None
            }
        }
    }
}

fn edtf(start: Point, end: Option<Point>) -> String {
    [start.edtf(), end.map(|end| ["/", &end.edtf()].concat()).unwrap_or_default()].concat()
}

/// The text of a slide, and the words that it shows as its medium.
fn summary(text: &Prose, gallery: &Gallery) -> String {
    let parts = [text.markdown()].into_iter().chain(gallery.words.iter().cloned());
    parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n\n")
}

/// The headline of a slide, else how its text begins, else what stands beside it.
fn title(slide: &Slide) -> String {
    let media = &slide.media;
    let words = if media.url.contains('<') { media.url.as_str() } else { "" };
    let candidates = [&slide.headline, &slide.text, &media.caption, words, &slide.display_date].map(plain);
    let title = candidates.into_iter().find(|title| !title.is_empty()).unwrap_or_else(|| slide.place.clone());
    match title.char_indices().nth(TITLE_CHARS) {
        Some((at, _)) if slide.headline.is_empty() => [title[..at].trim_end(), "…"].concat(),
        _ => title,
    }
}
