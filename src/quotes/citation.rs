//! A quote with its citation, as text and as HTML.

use crate::page::sharing::Clipping;
use telling::may_be_followed;

/// A quote and where it comes from, put into words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Citation {
    /// The words in their quotation marks.
    pub words: String,
    /// Their language, a BCP 47 tag.
    pub language: String,
    /// The words as they were said, in quotation marks, and their language, where `words` translates them.
    pub original: Option<(String, String)>,
    /// Which language that is, and who translated.
    pub translation: Vec<String>,
    /// Who said it, as what, when, of what.
    pub said: Vec<String>,
    /// Who carried the words.
    pub carried: Vec<String>,
    /// The title of the source.
    pub source: String,
    /// The same in quotation marks.
    pub quoted_source: String,
    /// Its address.
    pub source_url: Option<String>,
    /// Who printed it, and when; and if nobody has compared the words with what was printed, that.
    pub printed: Vec<String>,
    /// The title of the story.
    pub story: String,
    /// Where the story shows the quote, if it has an address on the web.
    pub link: Option<String>,
}

impl Citation {
    /// For the clipboard.
    #[must_use]
    pub fn clipping(&self) -> Clipping {
        Clipping { plain: self.plain(), html: self.html() }
    }

    /// As plain text, one matter a line.
    #[must_use]
    pub fn plain(&self) -> String {
        let original =
            self.original.as_ref().map(|(words, _)| [words, " (", &self.translation.join(", "), ")"].concat());
        let source = self.listed(&self.quoted_source, str::to_owned);
        let lines = [
            Some(self.words.clone()),
            original,
            Some(["— ", &self.said.join(", ")].concat()),
            Some(source),
            self.source_url.clone(),
            Some([Some(&*self.story), self.link.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(": ")),
        ];
        lines.into_iter().flatten().collect::<Vec<_>>().join("\n")
    }

    /// As plain text to go beside a link to the story.
    #[must_use]
    pub fn shared(&self) -> String {
        [self.words.clone(), ["— ", &self.said.join(", ")].concat(), self.listed(&self.quoted_source, str::to_owned)]
            .join("\n")
    }

    /// As HTML without any style, so that it takes on that of where it is pasted.
    #[must_use]
    pub fn html(&self) -> String {
        let quote = |words: &str, language: &str| {
            let (words, language) = (escaped(words), escaped(language));
            ["<blockquote lang=\"", &language, "\" dir=\"auto\"><p>", &words, "</p></blockquote>"].concat()
        };
        let mut html = quote(&self.words, &self.language);
        if let Some((words, language)) = &self.original {
            html.push_str(&quote(words, language));
            html.push_str(&["<p>", &escaped(&self.translation.join(", ")), "</p>"].concat());
        }
        let title = ["<cite>", &escaped(&self.source), "</cite>"].concat();
        let url = self.source_url.as_deref().filter(|url| may_be_followed(url));
        let source = url.map_or(title.clone(), |url| linked(url, &title));
        let said = escaped(&self.said.join(", "));
        let story = self.link.as_ref().map_or_else(|| escaped(&self.story), |link| link_html(link, &self.story));
        html.push_str(&["<p>— ", &said, "<br>", &self.listed(&source, escaped), "<br>", &story, "</p>"].concat());
        html
    }

    /// Carrier, source and printer on one line.
    fn listed(&self, source: &str, written: fn(&str) -> String) -> String {
        let before = self.carried.iter().map(|text| written(text));
        let after = self.printed.iter().map(|text| written(text));
        before.chain([source.to_owned()]).chain(after).collect::<Vec<_>>().join(", ")
    }
}

/// A link to the story, as HTML.
#[must_use]
pub fn link_html(url: &str, title: &str) -> String {
    linked(url, &escaped(title))
}

fn linked(url: &str, html: &str) -> String {
    ["<a href=\"", &escaped(url), "\">", html, "</a>"].concat()
}

fn escaped(text: &str) -> String {
    let mut html = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
    html
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list(texts: &[&str]) -> Vec<String> {
        texts.iter().map(|text| (*text).to_owned()).collect()
    }

    fn citation() -> Citation {
        Citation {
            words: "“Yes & <no>”".to_owned(),
            language: "en".to_owned(),
            said: list(&["Ada Lind", "mayor", "said 1 May 2024"]),
            carried: list(&["via The Wire"]),
            source: "Bridge \"to open\"".to_owned(),
            quoted_source: "“Bridge \"to open\"”".to_owned(),
            source_url: Some("https://example.org/?a=1&b=2".to_owned()),
            printed: list(&["The Herald", "printed 2 May 2024"]),
            story: "The bridge".to_owned(),
            link: Some("https://example.org/story#or_quote-yes".to_owned()),
            ..Citation::default()
        }
    }

    #[test]
    fn text_has_one_matter_a_line() {
        let expected = "“Yes & <no>”\n— Ada Lind, mayor, said 1 May 2024\n\
            via The Wire, “Bridge \"to open\"”, The Herald, printed 2 May 2024\nhttps://example.org/?a=1&b=2\n\
            The bridge: https://example.org/story#or_quote-yes";
        assert_eq!(citation().plain(), expected);
    }

    #[test]
    fn an_original_stands_beside_its_translation() {
        let original = Some(("«Да»".to_owned(), "ru".to_owned()));
        let citation =
            Citation { original, translation: list(&["Original, Russian", "translated by TASS"]), ..citation() };
        assert_eq!(citation.plain().lines().nth(1), Some("«Да» (Original, Russian, translated by TASS)"));
        let html = citation.html();
        assert!(html.contains("<blockquote lang=\"ru\" dir=\"auto\"><p>«Да»</p></blockquote>"), "{html}");
    }

    #[test]
    fn markup_in_a_quote_is_text_in_html() {
        let html = citation().html();
        assert!(
            html.starts_with("<blockquote lang=\"en\" dir=\"auto\"><p>“Yes &amp; &lt;no&gt;”</p></blockquote>"),
            "{html}"
        );
        assert!(
            html.contains("<a href=\"https://example.org/?a=1&amp;b=2\"><cite>Bridge &quot;to open&quot;</cite></a>")
        );
    }

    #[test]
    fn an_address_that_could_run_a_program_is_no_link() {
        let html = Citation { source_url: Some("javascript:alert(1)".to_owned()), ..citation() }.html();
        assert!(!html.contains("javascript"), "{html}");
    }
}
