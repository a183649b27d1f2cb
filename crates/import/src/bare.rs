//! Addresses that stand in a text as they are, which TimelineJS makes links of.

use std::ops::Range;

/// How such an address begins.
const STARTS: [&str; 3] = ["https://", "http://", "www."];

/// Where addresses stand in a text. Marks behind one belong to the sentence, and so does a bracket that opens before it.
pub(crate) fn addresses(text: &str) -> Vec<Range<usize>> {
    // Letters of ASCII keep their length.
    let lower = text.to_ascii_lowercase();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = next_start(&lower, at) {
        let end = start + length(&text[start..]);
        let is_own =
            !lower[..start].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '@' | '.' | '-' | '_'));
        let names_host =
            text[start..end].split("//").last().is_some_and(|rest| rest.trim_end_matches('.').contains('.'));
        if is_own && names_host {
            found.push(start..end);
        }
        at = end.max(start + 1);
    }
    found
}

fn next_start(lower: &str, at: usize) -> Option<usize> {
    STARTS.iter().filter_map(|start| lower.get(at..)?.find(start)).min().map(|found| at + found)
}

fn length(text: &str) -> usize {
    let is_part = |c: char| {
        c.is_alphanumeric() || c.is_ascii_punctuation() && !matches!(c, '<' | '>' | '"' | '`' | '\\' | '^' | '{' | '}')
    };
    let mut address = &text[..text.find(|c| !is_part(c)).unwrap_or(text.len())];
    loop {
        let is_open = |address: &str, open, close| address.matches(close).count() > address.matches(open).count();
        let shorter = match address.chars().last() {
            Some('.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '(' | '[') => true,
            Some(')') => is_open(address, '(', ')'),
            Some(']') => is_open(address, '[', ']'),
            _ => false,
        };
        if !shorter {
            return address.len();
        }
        address = &address[..address.len() - 1];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_ends_where_its_sentence_goes_on() {
        let cases: &[(&str, &[&str])] = &[
            ("see https://example.org/wiki/Rill_(moon).", &["https://example.org/wiki/Rill_(moon)"]),
            ("(see www.example.org/a)", &["www.example.org/a"]),
            (
                "HTTP://example.org/a?b=1&c=2, https://example.org!",
                &["HTTP://example.org/a?b=1&c=2", "https://example.org"],
            ),
            ("“https://example.org/Köln”", &["https://example.org/Köln"]),
            ("https:// and www. and ahttps://example.org and ann@www.example.org", &[]),
            ("www.…", &[]),
        ];
        for (text, expected) in cases {
            let found: Vec<_> = addresses(text).into_iter().map(|range| &text[range]).collect();
            assert_eq!(&found, expected, "{text}");
        }
    }
}
