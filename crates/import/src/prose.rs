//! HTML as the little Markdown that our texts may hold, or as plain text.

use html5gum::{StartTag, State, Token, Tokenizer, naive_next_state};

use crate::address::cleaned;
use crate::bare::addresses;

/// A stretch of text in one style.
#[derive(Clone, Debug, Default, PartialEq)]
struct Run {
    text: String,
    emphasis: bool,
    strong: bool,
    link: Option<String>,
}

/// Elements that begin a paragraph of their own.
const BLOCKS: &[&str] = &[
    "address",
    "article",
    "blockquote",
    "dd",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "footer",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "td",
    "th",
    "tr",
    "ul",
];

/// Elements whose content nobody is to read.
const SILENT: &[&str] = &["script", "style", "template", "title", "noscript", "iframe", "noembed", "noframes"];

/// Elements whose content is written for machines.
const CODE: &[&str] = &["script", "style"];

/// A piece of HTML, read.
#[derive(Debug, Default)]
pub(crate) struct Prose {
    /// The lines of its text, white space as a page shows it; none is empty.
    lines: Vec<Vec<Run>>,
    /// The pictures, films and pages that it shows.
    pub(crate) embeds: Vec<Embed>,
    /// The addresses of links that a story cannot hold.
    pub(crate) lost_links: Vec<String>,
    /// Whether a part of it stands there as a quotation.
    pub(crate) quotes: bool,
    /// Words that no page shows, because they stand behind an element that is never closed.
    pub(crate) unclosed: Option<String>,
}

/// Something that a page shows by its address.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Embed {
    /// The address as it is written.
    pub(crate) url: String,
    /// What it shows, where that is said.
    pub(crate) alt: String,
    /// Whether it is a picture.
    pub(crate) is_image: bool,
}

/// Elements that show something by their address, and the name of the address.
const EMBEDS: [(&[u8], &[u8]); 7] = [
    (b"img", b"src"),
    (b"iframe", b"src"),
    (b"embed", b"src"),
    (b"video", b"src"),
    (b"audio", b"src"),
    (b"source", b"src"),
    (b"object", b"data"),
];

/// Reads a piece of HTML.
pub(crate) fn read(html: &str) -> Prose {
    let mut reader = Reader::default();
    let mut tokens = Tokenizer::new(html);
    // Reading from memory cannot fail.
    while let Some(token) = tokens.next().and_then(Result::ok) {
        match token {
            Token::StartTag(tag) => {
                reader.start(&tag);
                if let Some(state) = state_behind(&tag) {
                    tokens.set_state(state);
                }
            }
            Token::EndTag(tag) => reader.end(&String::from_utf8_lossy(&tag.name)),
            Token::String(text) => reader.text(&String::from_utf8_lossy(&text)),
            Token::Comment(_) | Token::Doctype(_) | Token::Error(_) => {}
        }
    }
    reader.finished()
}

/// How the content of an element is read, in which tags are no tags. What closes itself has no content, as authors mean
/// it; browsers think otherwise, and of a script they are right.
fn state_behind(tag: &StartTag<()>) -> Option<State> {
    let is_code = CODE.iter().any(|code| *tag.name == *code.as_bytes());
    let state = if *tag.name == *b"noframes" { Some(State::RawText) } else { naive_next_state(&tag.name) };
    state.filter(|_| is_code || !tag.self_closing)
}

/// A text without any markup, in one line.
pub(crate) fn plain(html: &str) -> String {
    read(html).plain()
}

impl Prose {
    /// The text without any markup, in one line.
    pub(crate) fn plain(&self) -> String {
        let lines: Vec<String> =
            self.lines.iter().map(|line| line.iter().map(|run| run.text.as_str()).collect()).collect();
        lines.join(" ")
    }

    /// The text in Markdown: emphasis, links, those that stand there as bare addresses too, and a paragraph for each line.
    pub(crate) fn markdown(&self) -> String {
        let line = |line: &Vec<Run>| markdown_line(&line.iter().flat_map(with_links).collect::<Vec<_>>());
        self.lines.iter().map(line).collect::<Vec<_>>().join("\n\n")
    }

    /// Where its text leads.
    pub(crate) fn links(&self) -> impl Iterator<Item = &String> {
        self.lines.iter().flatten().filter_map(|run| run.link.as_ref())
    }
}

/// A stretch of text in pieces, those that are addresses as links.
fn with_links(run: &Run) -> Vec<Run> {
    let mut pieces = Vec::new();
    let mut at = 0;
    let mut push = |text: &str, link: Option<String>| {
        if !text.is_empty() {
            pieces.push(Run { text: text.to_owned(), link: link.or_else(|| run.link.clone()), ..*run });
        }
    };
    for range in addresses(&run.text).into_iter().filter(|_| run.link.is_none()) {
        push(&run.text[at..range.start], None);
        push(&run.text[range.clone()], cleaned(&run.text[range.clone()]));
        at = range.end;
    }
    push(&run.text[at..], None);
    pieces
}

fn attribute(tag: &StartTag<()>, name: &[u8]) -> Option<String> {
    tag.attributes.get(name).map(|value| String::from_utf8_lossy(value).trim().to_owned())
}

#[derive(Default)]
struct Reader {
    prose: Prose,
    line: Vec<Run>,
    /// How many elements of each kind are open.
    emphasis: usize,
    strong: usize,
    silent: usize,
    link: Option<String>,
    /// The text of the silent elements that are open.
    unseen: String,
}

impl Reader {
    fn start(&mut self, tag: &StartTag<()>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        self.embed(tag);
        self.prose.quotes |= ["blockquote", "q"].contains(&name.as_str());
        match name.as_str() {
            "em" | "i" => self.emphasis += 1,
            "strong" | "b" => self.strong += 1,
            "a" => self.link = attribute(tag, b"href").and_then(|url| self.address(url)),
            "br" => self.end_line(),
            name if CODE.contains(&name) => self.silent += 1,
            name if SILENT.contains(&name) => self.silent += usize::from(!tag.self_closing),
            name if BLOCKS.contains(&name) => self.end_line(),
            _ => {}
        }
    }

    fn embed(&mut self, tag: &StartTag<()>) {
        let address = EMBEDS.iter().find(|(name, _)| *tag.name == **name).and_then(|(_, of)| attribute(tag, of));
        let alt =
            || [b"alt".as_slice(), b"title"].into_iter().find_map(|name| attribute(tag, name)).unwrap_or_default();
        if let Some(url) = address.filter(|url| !url.is_empty()) {
            self.prose.embeds.push(Embed { url, alt: alt(), is_image: *tag.name == b"img" });
        }
    }

    /// Where a link leads. What leads nowhere from a story is noted, unless it leads nowhere from any page.
    fn address(&mut self, href: String) -> Option<String> {
        let url = cleaned(&href);
        if url.is_none() && !href.is_empty() {
            self.prose.lost_links.push(href);
        }
        url
    }

    fn end(&mut self, name: &str) {
        match name {
            "em" | "i" => self.emphasis = self.emphasis.saturating_sub(1),
            "strong" | "b" => self.strong = self.strong.saturating_sub(1),
            "a" => self.link = None,
            name if SILENT.contains(&name) => {
                self.silent = self.silent.saturating_sub(1);
                self.unseen.clear();
            }
            name if BLOCKS.contains(&name) => self.end_line(),
            _ => {}
        }
    }

    fn finished(mut self) -> Prose {
        self.end_line();
        let unseen = Some(self.unseen.trim().to_owned()).filter(|words| !words.is_empty());
        Prose { unclosed: unseen.filter(|_| self.silent > 0), ..self.prose }
    }

    fn text(&mut self, text: &str) {
        if self.silent > 0 {
            self.unseen.push_str(text);
            return;
        }
        let link = self.link.clone();
        let run = Run { text: String::new(), emphasis: self.emphasis > 0, strong: self.strong > 0, link };
        let mut text_run = run.clone();
        let mut is_space = self.line.last().is_none_or(|last| last.text.ends_with(' '));
        for c in text.chars().filter(|c| c.is_whitespace() || !c.is_control()) {
            if !c.is_whitespace() || !is_space {
                text_run.text.push(if c.is_whitespace() { ' ' } else { c });
            }
            is_space = c.is_whitespace();
        }
        match self.line.last_mut() {
            Some(last) if Run { text: String::new(), ..last.clone() } == run => last.text.push_str(&text_run.text),
            _ if text_run.text.is_empty() => {}
            _ => self.line.push(text_run),
        }
    }

    fn end_line(&mut self) {
        if let Some(last) = self.line.last_mut() {
            last.text.truncate(last.text.trim_end().len());
        }
        let mut line = std::mem::take(&mut self.line);
        line.retain(|run| !run.text.is_empty());
        if line.iter().any(|run| run.text.chars().any(is_seen)) {
            self.prose.lines.push(line);
        }
    }
}

/// Whether readers see a character. A text of others alone is none for the compiler.
fn is_seen(c: char) -> bool {
    let turns_direction = matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let has_no_width = matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}');
    !(c.is_whitespace() || c.is_control() || turns_direction || has_no_width || c == '\u{FFFD}')
}

/// A line of Markdown. A stretch is emphasised only where the marks cannot be taken for anything else: between letters
/// or digits on the inside, and where no other marks stand beside it.
fn markdown_line(line: &[Run]) -> String {
    let mut text = String::new();
    let mut marked = false;
    for run in line {
        let is_markable = !marked && starts_and_ends_in_words(&run.text);
        let marks = ["*", "**", "***"];
        let mark = match (run.emphasis, run.strong) {
            _ if !is_markable => None,
            (false, false) => None,
            (emphasis, strong) => Some(marks[usize::from(emphasis) + 2 * usize::from(strong) - 1]),
        };
        let (before, words, after) = trimmed(&run.text);
        let words = escaped(words, text.is_empty());
        let words = match &run.link {
            Some(url) => format!("[{words}]({})", target(url)),
            None => words,
        };
        let mark = mark.unwrap_or_default();
        text.extend([before, mark, &words, mark, after]);
        marked = !mark.is_empty() && after.is_empty();
    }
    text
}

/// An address as the target of a link: what Markdown could take for its end, or for a reference, stands for itself.
fn target(url: &str) -> String {
    let is_special = |c| matches!(c, '&' | '\\') || matches!(c, '(' | ')') && !is_balanced(url);
    let escaped = |c| if is_special(c) { ['\\', c].to_vec() } else { [c].to_vec() };
    url.chars().flat_map(escaped).collect()
}

/// Whether every bracket in an address that opens also closes.
fn is_balanced(url: &str) -> bool {
    let open = url.chars().try_fold(0_usize, |open, c| match c {
        '(' => Some(open + 1),
        ')' => open.checked_sub(1),
        _ => Some(open),
    });
    open == Some(0)
}

fn starts_and_ends_in_words(text: &str) -> bool {
    let (_, words, _) = trimmed(text);
    words.starts_with(char::is_alphanumeric) && words.ends_with(char::is_alphanumeric)
}

/// The white space before a text, the text, and the white space after it.
fn trimmed(text: &str) -> (&str, &str, &str) {
    let start = text.len() - text.trim_start().len();
    let words = text.trim();
    (&text[..start], words, &text[start + words.len()..])
}

/// Characters that stand for themselves. At the beginning of a line more of them could be taken for something else.
fn escaped(text: &str, begins_line: bool) -> String {
    let mut markdown = String::with_capacity(text.len() + 8);
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    for (at, c) in text.char_indices() {
        let begins = begins_line && (at == 0 && matches!(c, '#' | '+' | '-' | '=' | '~' | '|' | ':'));
        let is_number = begins_line && at == digits && digits > 0 && matches!(c, '.' | ')');
        if begins || is_number || matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '&' | '!') {
            markdown.push('\\');
        }
        markdown.push(c);
    }
    markdown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_tag_inside_an_element_takes_no_words_behind_it() {
        let cases = [
            ("<p>One</p><script>if(a<b){x()}</script><p>Two</p>", "One Two"),
            ("One <SCRIPT>document.write('<script>a<\\/script>')</SCRIPT>Two", "One Two"),
            ("One <script><!-- a<b --></script>Two", "One Two"),
            ("One <script src='a'/></script>Two", "One Two"),
            ("One <style>a<b{}</style>Two", "One Two"),
            ("One <title>a<b</title>Two", "One Two"),
            ("One <noscript>a<b</noscript>Two", "One Two"),
            ("One <iframe>a<b</iframe>Two", "One Two"),
            ("One <iframe src='a'/>Two <b>three</b>", "One Two three"),
            ("One <noembed>a<b</noembed>Two", "One Two"),
            ("One <noframes>a<b</noframes>Two", "One Two"),
            ("One <template>a <b>b</b></template>Two", "One Two"),
            ("One <textarea>a<b &amp; c</textarea> Two", "One a<b & c Two"),
            ("One <xmp>a<b> &amp; c</xmp> Two", "One a<b> &amp; c Two"),
            ("One <plaintext>a<b </p>", "One a<b </p>"),
        ];
        for (html, expected) in cases {
            let prose = read(html);
            assert_eq!(prose.plain(), expected, "{html}");
            assert_eq!(prose.unclosed, None, "{html}");
        }
    }

    #[test]
    fn words_behind_an_element_that_is_never_closed_are_told() {
        for (html, unclosed) in [
            ("One<iframe src='a'><p>Two", Some("<p>Two")),
            ("One<template><p>Two", Some("Two")),
            ("One<iframe src='a'> ", None),
            ("One<iframe src='a'>x</iframe>Two", None),
        ] {
            assert_eq!(read(html).unclosed.as_deref(), unclosed, "{html}");
        }
    }

    #[test]
    fn a_picture_that_no_page_shows_is_none() {
        let urls = |html: &str| read(html).embeds.into_iter().map(|embed| embed.url).collect::<Vec<_>>();
        assert_eq!(urls("<script>'<img src=a>'</script><img src=b>"), ["b"]);
        assert_eq!(urls("<noscript><img src='https://example.org/pixel'></noscript>"), [] as [&str; 0]);
        assert_eq!(urls("<iframe src=a></iframe><iframe src=b>"), ["a", "b"]);
    }
}
