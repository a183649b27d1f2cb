//! The little Markdown that texts may hold, rendered to runs of plain characters.

use std::ops::Range;

use crate::checks::{unsafe_url, unsupported_markdown};
use crate::diagnostic::Sink;
use crate::row::Literal;
use pulldown_cmark::{Event, Parser, Tag, TagEnd};
use story::{RichText, Run};

/// Renders a text. Markup other than emphasis, links and line breaks becomes plain text, with a warning; links
/// to unsafe addresses are errors.
pub(crate) fn render(text: &Literal<'_>, sink: &mut Sink) -> RichText {
    if is_plain(&text.value) {
        let run = Run { text: text.value.to_string(), ..Run::default() };
        return RichText { markdown: text.value.to_string(), runs: vec![run] };
    }
    parsed(text, sink)
}

/// Whether a text holds nothing that Markdown could take for markup: letters and what stands between them, beginning
/// with a letter. So are most, and they need no parser.
fn is_plain(text: &str) -> bool {
    let is_letter = |byte: &u8| byte.is_ascii_alphabetic() || !byte.is_ascii();
    let is_plain = |byte: &u8| is_letter(byte) || byte.is_ascii_digit() || b" ,.;:?()'\"/%-".contains(byte);
    text.as_bytes().first().is_some_and(is_letter) && text.as_bytes().iter().all(is_plain)
}

fn parsed(text: &Literal<'_>, sink: &mut Sink) -> RichText {
    let mut renderer =
        Renderer { text, sink, runs: Vec::new(), style: Run::default(), block_due: false, warned: Vec::new() };
    for (event, range) in Parser::new(&text.value).into_offset_iter() {
        renderer.event(event, range);
    }
    RichText { markdown: text.value.to_string(), runs: renderer.runs }
}

struct Renderer<'a> {
    text: &'a Literal<'a>,
    sink: &'a mut Sink,
    runs: Vec<Run>,
    /// The style of what comes next; its text stays empty.
    style: Run,
    /// Whether a block ended, so that a line break is due before the next text.
    block_due: bool,
    /// What was warned of already: each kind of markup once a text.
    warned: Vec<&'static str>,
}

impl Renderer<'_> {
    fn event(&mut self, event: Event<'_>, range: Range<usize>) {
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.push(&text),
            Event::SoftBreak => self.push(" "),
            Event::HardBreak => self.push("\n"),
            Event::Code(code) => {
                self.warn("code", range);
                self.push(&code);
            }
            Event::Html(html) | Event::InlineHtml(html) => {
                self.warn("HTML", range);
                self.push(html.trim_end_matches('\n'));
            }
            Event::Rule => {
                self.warn("a rule", range);
                self.block_due = true;
            }
            // Only extensions that are switched off give these.
            Event::FootnoteReference(_) | Event::TaskListMarker(_) | Event::InlineMath(_) | Event::DisplayMath(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Emphasis => self.style.emphasis = true,
            Tag::Strong => self.style.strong = true,
            Tag::Link { dest_url, .. } => {
                let safe = unsafe_url::check_at(&dest_url, self.text.part(range), self.sink);
                self.style.link = safe.then(|| dest_url.into_string());
            }
            Tag::Heading { .. } => self.warn("a heading", range),
            Tag::BlockQuote(_) => self.warn("a block quotation", range),
            Tag::CodeBlock(_) => self.warn("code", range),
            Tag::List(_) => self.warn("a list", range),
            Tag::Image { .. } => self.warn("an image", range),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.style.emphasis = false,
            TagEnd::Strong => self.style.strong = false,
            TagEnd::Link => self.style.link = None,
            TagEnd::Image => {}
            _ => self.block_due = true,
        }
    }

    fn push(&mut self, text: &str) {
        let lead = if std::mem::take(&mut self.block_due) && !self.runs.is_empty() { "\n" } else { "" };
        let text = format!("{lead}{text}");
        match self.runs.last_mut() {
            Some(last) if same_style(last, &self.style) => last.text.push_str(&text),
            _ => self.runs.push(Run { text, ..self.style.clone() }),
        }
    }

    fn warn(&mut self, what: &'static str, range: Range<usize>) {
        if self.warned.contains(&what) {
            return;
        }
        self.warned.push(what);
        // A block reaches over its line break; the marker should not.
        let block = &self.text.value[range.clone()];
        let end = range.start + block.trim_end().len();
        unsupported_markdown::report(what, self.text.part(range.start..end), self.sink);
    }
}

fn same_style(a: &Run, b: &Run) -> bool {
    (a.emphasis, a.strong, &a.link) == (b.emphasis, b.strong, &b.link)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Span;
    use proptest::prelude::*;

    fn rendered(markdown: &str) -> String {
        let text = Literal::new(markdown, Span::default(), markdown);
        let runs = render(&text, &mut Sink::default()).runs;
        let shown = |run: &Run| {
            let style = [("e", run.emphasis), ("s", run.strong), ("l", run.link.is_some())];
            let style: String = style.iter().filter(|(_, on)| *on).map(|(letter, _)| *letter).collect();
            let link = run.link.as_deref().unwrap_or_default();
            format!("{style}[{}]{link}", run.text)
        };
        runs.iter().map(shown).collect()
    }

    #[test]
    fn emphasis_links_and_breaks_are_rendered() {
        for (markdown, runs) in [
            ("plain", "[plain]"),
            ("a *b* **c *d***", "[a ]e[b][ ]s[c ]es[d]"),
            ("[a *b*](https://x.org)", "l[a ]https://x.orgel[b]https://x.org"),
            ("<https://x.org>", "l[https://x.org]https://x.org"),
            ("one\ntwo\n\nthree\\\nfour", "[one two\nthree\nfour]"),
            ("5 &lt; 6 &amp; \\*", "[5 < 6 & *]"),
        ] {
            assert_eq!(rendered(markdown), runs, "{markdown}");
        }
    }

    #[test]
    fn everything_else_is_plain_text() {
        for (markdown, runs) in [
            ("<script>alert(1)</script>", "[<script>alert(1)</script>]"),
            ("a <b>c</b>", "[a <b>c</b>]"),
            ("# A\n\nb", "[A\nb]"),
            ("- a\n- b", "[a\nb]"),
            ("![alt](x.png)", "[alt]"),
            ("[a](javascript:x)", "[a]"),
        ] {
            assert_eq!(rendered(markdown), runs, "{markdown}");
        }
    }

    proptest! {
        #[test]
        fn what_needs_no_parser_is_what_the_parser_makes_of_it(words in "\\PC[a-z1 .,:;?()'\"/%\\PC-]{0,40}") {
            let words = words.trim();
            let text = Literal::new(words, Span::default(), words);
            prop_assert_eq!(render(&text, &mut Sink::default()), parsed(&text, &mut Sink::default()));
        }

        #[test]
        fn no_run_links_to_an_unsafe_address(markdown in r#"[\[\]()<>*!#a&;:\\\n javscript-]{0,60}"#) {
            let text = Literal::new(&markdown, Span::default(), &markdown);
            for run in render(&text, &mut Sink::default()).runs {
                let link = run.link.unwrap_or_default();
                prop_assert!(!link.to_ascii_lowercase().contains("javascript:"));
            }
        }
    }
}
