//! An Atom feed (RFC 4287) of events and quotes, the latest to become known first.

use std::cmp::Reverse;
use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event as Xml};
use story::{Date, Event, EventIx, Quote, QuoteIx, Status, Story, Subject, ThemeIx};

use crate::certain::{instant, written};
use crate::links::mail_from_address;
use crate::markup::{element, escaped};
use crate::plain::{one_line, plain};
use crate::teller::{Teller, published_sec};
use crate::{Links, Selection};

/// How many entries a feed has at most: those that became known or were changed last.
const ENTRIES: usize = 200;

/// How many characters the title of an entry has at most.
const TITLE_CHARS: usize = 140;

/// The file name under which a feed says it is found.
pub const FEED_FILE: &str = "feed.xml";

/// What an entry is about, by the seconds at which it became known and at which it was changed last.
#[derive(Clone, Copy)]
struct Entry {
    known_sec: i64,
    updated_sec: i64,
    what: What,
}

#[derive(Clone, Copy)]
enum What {
    Event(EventIx),
    Quote(QuoteIx),
}

impl What {
    fn subject(self) -> Subject {
        match self {
            Self::Event(ix) => Subject::Event(ix),
            Self::Quote(ix) => Subject::Quote(ix),
        }
    }
}

/// The last two hundred events and quotes of a story that became known or were changed, as an Atom feed. All dates in it
/// are the record's own: an entry is as old as the report it rests on, and was updated with the last of its changes.
#[must_use]
pub fn atom(story: &Story, links: &Links) -> String {
    let teller = Teller::new(story, links);
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    // A vector takes all that is written.
    let written = feed(&mut writer, &teller, &entries(&teller));
    let bytes = written.map(|()| writer.into_inner()).unwrap_or_default();
    String::from_utf8(bytes).map(|text| text + "\n").unwrap_or_default()
}

type Out = Writer<Vec<u8>>;

fn entries(teller: &Teller<'_>) -> Vec<Entry> {
    let story = teller.story;
    let record_sec = teller.record_sec();
    let selection = Selection::all(story);
    let entry = |known_sec: Option<i64>, what: What| {
        let known_sec = known_sec.unwrap_or(record_sec);
        let changed_sec = teller.changed_sec(what.subject());
        Entry { known_sec, updated_sec: changed_sec.map_or(known_sec, |sec| sec.max(known_sec)), what }
    };
    let events = selection.events.into_iter().map(|ix| entry(event_sec(&story.events[ix.at()]), What::Event(ix)));
    let quotes = selection.quotes.into_iter().map(|ix| entry(quote_sec(&story.quotes[ix.at()]), What::Quote(ix)));
    // Of what became known at once, events come before quotes, and what is later in time first.
    let mut entries: Vec<Entry> = quotes.chain(events).collect();
    entries.reverse();
    entries.sort_by_key(|entry| Reverse(entry.updated_sec));
    entries.truncate(ENTRIES);
    entries
}

/// When an event became known: when it was first reported, else when it was announced, else when it was.
fn event_sec(event: &Event) -> Option<i64> {
    let happened = event.date.as_ref().filter(|_| matches!(event.status, Status::Happened | Status::FellThrough));
    first_sec([event.known_from.as_ref(), event.announced.as_ref(), happened])
}

fn quote_sec(quote: &Quote) -> Option<i64> {
    first_sec([quote.known_from.as_ref(), quote.said.as_ref(), None])
}

fn first_sec(dates: [Option<&Date>; 3]) -> Option<i64> {
    dates.into_iter().flatten().find_map(published_sec)
}

fn feed(out: &mut Out, teller: &Teller<'_>, entries: &[Entry]) -> io::Result<()> {
    let (story, links) = (teller.story, teller.links);
    let newest_sec = entries.first().map(|entry| entry.updated_sec);
    let changed_sec = story.changes.iter().filter_map(|change| published_sec(&change.date)).max();
    let record_sec = story.updated.as_ref().and_then(published_sec).or(newest_sec);
    let updated_sec = record_sec.max(changed_sec).unwrap_or_default();
    out.write_event(Xml::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let root = out
        .create_element("feed")
        .with_attributes([("xmlns", "http://www.w3.org/2005/Atom"), ("xml:lang", story.language.as_str())]);
    root.write_inner_content(|out| {
        leaf(out, "id", &links.story_id(story))?;
        leaf(out, "title", &one_line(&story.title))?;
        leaf(out, "updated", &time(updated_sec))?;
        if !story.summary.runs.is_empty() {
            leaf(out, "subtitle", &one_line(&story.summary.plain()))?;
        }
        authors(out, story)?;
        link(out, "self", links.to(FEED_FILE).as_deref())?;
        link(out, "alternate", links.base())?;
        entries.iter().try_for_each(|entry| write_entry(out, teller, *entry))
    })?;
    Ok(())
}

fn write_entry(out: &mut Out, teller: &Teller<'_>, entry: Entry) -> io::Result<()> {
    out.create_element("entry").write_inner_content(|out| {
        match entry.what {
            What::Event(ix) => write_event(out, teller, ix)?,
            What::Quote(ix) => write_quote(out, teller, ix)?,
        }
        leaf(out, "published", &time(entry.known_sec))?;
        leaf(out, "updated", &time(entry.updated_sec))
    })?;
    Ok(())
}

fn write_event(out: &mut Out, teller: &Teller<'_>, ix: EventIx) -> io::Result<()> {
    let event = &teller.story.events[ix.at()];
    leaf(out, "id", &teller.links.event_id(teller.story, &event.id))?;
    leaf(out, "title", &shortened(&teller.headline(event)))?;
    link(out, "alternate", teller.links.event(&event.id).as_deref())?;
    for source in teller.sources_of(event) {
        link(out, "via", teller.source_url(source).as_deref())?;
    }
    categories(out, teller.story, &event.themes)?;
    let when = element("p", &escaped(&teller.i18n.status_and_date(event)));
    content(out, None, &[when, teller.event_html(ix), teller.changes_html(Subject::Event(ix))].concat())
}

fn write_quote(out: &mut Out, teller: &Teller<'_>, ix: QuoteIx) -> io::Result<()> {
    let (story, quote) = (teller.story, &teller.story.quotes[ix.at()]);
    leaf(out, "id", &teller.links.quote_id(story, &quote.id))?;
    leaf(out, "title", &shortened(&one_line(&[&teller.speaker(quote), ": ", &teller.quoted(quote)].concat())))?;
    person(out, teller.person(quote.speaker), None)?;
    link(out, "alternate", teller.links.quote(&quote.id).as_deref())?;
    link(out, "via", teller.source_url(quote.source).as_deref())?;
    categories(out, story, &quote.themes)?;
    let changes = teller.changes_html(Subject::Quote(ix));
    content(out, quote.language.as_deref(), &[teller.quote_html(quote), changes].concat())
}

fn categories(out: &mut Out, story: &Story, themes: &[ThemeIx]) -> io::Result<()> {
    for theme in themes.iter().filter_map(|at| story.themes.get(at.at())) {
        let label = one_line(&theme.name);
        let attributes = [("term", theme.id.as_str()), ("label", label.as_str())];
        out.create_element("category").with_attributes(attributes).write_empty()?;
    }
    Ok(())
}

fn content(out: &mut Out, language: Option<&str>, html: &str) -> io::Result<()> {
    let language = language.map(|language| ("xml:lang", language));
    let attributes = [("type", "html")].into_iter().chain(language);
    out.create_element("content").with_attributes(attributes).write_text_content(BytesText::new(html))?;
    Ok(())
}

/// Who wrote the story, else who publishes it; a feed has to have somebody, so else the story itself.
fn authors(out: &mut Out, story: &Story) -> io::Result<()> {
    let imprint = &story.imprint;
    if imprint.authors.is_empty() {
        let publisher = imprint.publisher.as_ref();
        let url = publisher.and_then(|publisher| publisher.url.as_deref());
        return person(out, publisher.map_or(&story.title, |publisher| &publisher.name), url);
    }
    imprint.authors.iter().try_for_each(|author| person(out, &author.name, author.url.as_deref()))
}

fn person(out: &mut Out, name: &str, address: Option<&str>) -> io::Result<()> {
    let mail = address.and_then(mail_from_address);
    out.create_element("author").write_inner_content(|out| {
        leaf(out, "name", &one_line(name))?;
        match (mail, address) {
            (Some(mail), _) => leaf(out, "email", mail),
            (None, Some(url)) => leaf(out, "uri", url),
            (None, None) => Ok(()),
        }
    })?;
    Ok(())
}

fn link(out: &mut Out, rel: &str, href: Option<&str>) -> io::Result<()> {
    if let Some(href) = href {
        out.create_element("link").with_attributes([("rel", rel), ("href", href)]).write_empty()?;
    }
    Ok(())
}

fn leaf(out: &mut Out, name: &str, text: &str) -> io::Result<()> {
    out.create_element(name).write_text_content(BytesText::new(&plain(text)))?;
    Ok(())
}

/// A title that is not longer than feed readers show, cut between words where it has to be.
fn shortened(title: &str) -> String {
    let Some((limit, _)) = title.char_indices().nth(TITLE_CHARS) else { return title.to_owned() };
    let cut = &title[..limit];
    let cut = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    [cut.trim_end(), "…"].concat()
}

fn time(sec: i64) -> String {
    written(instant(sec))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_long_title_is_cut_between_words() {
        let long = "word ".repeat(40);
        let short = shortened(&long);
        assert!(short.ends_with("word…") && short.chars().count() <= TITLE_CHARS + 1, "{short}");
        assert_eq!(shortened("short"), "short");
        assert_eq!(shortened(&"한".repeat(200)).chars().count(), TITLE_CHARS + 1);
    }

    proptest! {
        #[test]
        fn any_text_comes_back_from_xml(text in "(\\PC|[\0-\u{20}<>&\"'\u{FFFE}]|\\]\\]>){0,60}") {
            let mut out = Writer::new(Vec::new());
            leaf(&mut out, "t", &text).expect("written");
            let xml = String::from_utf8(out.into_inner()).expect("UTF-8");
            let mut reader = quick_xml::Reader::from_str(&xml);
            let mut read = String::new();
            loop {
                match reader.read_event().expect("sound XML") {
                    Xml::Eof => break,
                    Xml::Text(text) => read.push_str(&text),
                    Xml::GeneralRef(name) => {
                        let name = name.to_string();
                        read.push_str(quick_xml::escape::resolve_xml_entity(&name).expect("one of XML's own"));
                    }
                    _ => {}
                }
            }
            prop_assert_eq!(read, plain(&text).into_owned());
        }
    }
}
