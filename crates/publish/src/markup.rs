//! HTML for programs that show it inside something of their own: feed readers and TimelineJS.

use story::RichText;

use crate::Links;
use crate::plain::{plain, replaced};

/// A text as the content of an element or of an attribute.
pub(crate) fn escaped(text: &str) -> String {
    replaced(&plain(text), |c| match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&#39;"),
        _ => None,
    })
}

/// A text for a program that decodes it once and then sets it as markup, as TimelineJS does with groups and dates. What
/// needs no escape has none, so that others read it as well.
pub(crate) fn escaped_twice(text: &str) -> String {
    let text = plain(text);
    let begins_reference = |at: usize| text[at + 1..].starts_with(|c: char| c.is_ascii_alphanumeric() || c == '#');
    let mut escaped = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '&' if begins_reference(at) => escaped.push_str("&amp;amp;"),
            '<' => escaped.push_str("&amp;lt;"),
            '>' => escaped.push_str("&amp;gt;"),
            c => escaped.push(c),
        }
    }
    escaped
}

/// An address without the characters that end an attribute or an element, written as browsers write them. Programs that
/// put pages together do not escape all.
pub(crate) fn quoteless(url: &str) -> String {
    replaced(url, |c| match c {
        '"' => Some("%22"),
        '\'' => Some("%27"),
        '<' => Some("%3C"),
        '>' => Some("%3E"),
        '`' => Some("%60"),
        _ => None,
    })
}

/// A text whose lines stay lines.
pub(crate) fn lines(text: &str) -> String {
    escaped(text).replace('\n', "<br>")
}

/// An element with content that is HTML already; nothing where that is empty.
pub(crate) fn element(name: &str, html: &str) -> String {
    if html.is_empty() { String::new() } else { format!("<{name}>{html}</{name}>") }
}

/// A link, where its address is known.
pub(crate) fn link(url: Option<&str>, html: &str) -> String {
    match url {
        Some(url) => format!("<a href=\"{}\">{html}</a>", escaped(&quoteless(url))),
        None => html.to_owned(),
    }
}

/// The author's words with their emphasis and links. A link that leads nowhere from elsewhere is text.
pub(crate) fn rich(text: &RichText, links: &Links) -> String {
    let run = |run: &story::Run| {
        let emphasis = if run.emphasis { "em" } else { "" };
        let strong = if run.strong { "strong" } else { "" };
        let html = wrapped(strong, &wrapped(emphasis, &lines(&run.text)));
        let url = run.link.as_deref().and_then(|url| links.resolve(url));
        link(url.as_deref(), &html)
    };
    text.runs.iter().map(run).collect()
}

fn wrapped(name: &str, html: &str) -> String {
    if name.is_empty() { html.to_owned() } else { element(name, html) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn emphasis_and_links_become_elements_and_markup_text() {
        let story = crate::testing::story(
            "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\nsummary = '*a* **b** [c](https://e.org/?a=1&b=2) \
             [d](page.html) 1 < 2 & \"e\"'",
        );
        let html = rich(&story.summary, &Links::default());
        assert_eq!(
            html,
            "<em>a</em> <strong>b</strong> <a href=\"https://e.org/?a=1&amp;b=2\">c</a> d 1 &lt; 2 &amp; &quot;e&quot;"
        );
    }

    #[test]
    fn a_text_that_is_decoded_and_then_set_as_markup_is_a_text() {
        let cases = [
            ("Arts & Crafts", "Arts & Crafts"),
            ("AT&T", "AT&amp;amp;T"),
            ("<img src=x onerror=alert(1)>", "&amp;lt;img src=x onerror=alert(1)&amp;gt;"),
            ("&lt;b&#62;", "&amp;amp;lt;b&amp;amp;#62;"),
            ("\"it's\" &", "\"it's\" &"),
        ];
        for (text, expected) in cases {
            assert_eq!(escaped_twice(text), expected, "{text}");
        }
        let link = link(Some("https://e.org/a'b\"<c>?d&e"), "x");
        assert_eq!(link, "<a href=\"https://e.org/a%27b%22%3Cc%3E?d&amp;e\">x</a>");
    }

    /// Markup without elements, decoded.
    fn decoded(html: &str) -> String {
        html.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
    }

    proptest! {
        #[test]
        fn what_is_escaped_twice_is_decoded_twice(text in "(\\PC|[<>&\"'#;]|&lt;|&amp;|&#60;|<b>){0,40}") {
            let once = decoded(&escaped_twice(&text));
            prop_assert!(!once.contains(['<', '>']), "{}", once);
            prop_assert_eq!(decoded(&once), plain(&text));
        }

        #[test]
        fn nothing_in_a_text_is_markup(text in "(\\PC|[\0-\u{20}<>&\"']){0,40}") {
            let html = escaped(&text);
            prop_assert!(!html.contains(['<', '>', '"', '\'']));
            let back = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
            prop_assert_eq!(back.replace("&amp;", "&"), plain(&text));
        }
    }
}
