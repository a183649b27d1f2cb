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
        Some(url) => format!("<a href=\"{}\">{html}</a>", escaped(url)),
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

    proptest! {
        #[test]
        fn nothing_in_a_text_is_markup(text in "(\\PC|[\0-\u{20}<>&\"']){0,40}") {
            let html = escaped(&text);
            prop_assert!(!html.contains(['<', '>', '"', '\'']));
            let back = html.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'");
            prop_assert_eq!(back.replace("&amp;", "&"), plain(&text));
        }
    }
}
