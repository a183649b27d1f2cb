//! The address at which a browser finds words in an article: a text fragment (<https://wicg.github.io/scroll-to-text-fragment/>).

use crate::address::destination;

/// What begins a text fragment.
const DIRECTIVE: &str = ":~:";

/// An address that leads to words of its page: to all of them, or from the first to the last. `None` where there are no
/// words, or where the address is no page's.
pub(crate) fn with_text_fragment<'a>(address: &str, words: impl Iterator<Item = &'a str>) -> Option<String> {
    destination(address)?;
    let words: Vec<String> = words.map(encoded).collect();
    if words.is_empty() {
        return None;
    }
    let joint = match (address.contains('#'), address.contains(DIRECTIVE)) {
        (_, true) => "&",
        (true, false) => DIRECTIVE,
        (false, false) => "#:~:",
    };
    Some([address, joint, "text=", &words.join(",")].concat())
}

/// Percent-encoded but for letters and digits of ASCII: in a text fragment, `-`, `,` and `&` have a meaning of their own.
fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len() * 3 / 2);
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_looked_for_in_their_article() {
        for (address, words, expected) in [
            ("https://a.org/b", &["dearest comrade"] as &[_], "https://a.org/b#:~:text=dearest%20comrade"),
            (
                "https://a.org/b?c=d",
                &["so, in-arms & all"],
                "https://a.org/b?c=d#:~:text=so%2C%20in%2Darms%20%26%20all",
            ),
            ("https://a.org/#top", &["one", "two"], "https://a.org/#top:~:text=one,two"),
            ("https://a.org/#:~:text=x", &["one"], "https://a.org/#:~:text=x&text=one"),
            ("b.html", &["혈맹"], "b.html#:~:text=%ED%98%88%EB%A7%B9"),
        ] {
            assert_eq!(with_text_fragment(address, words.iter().copied()).as_deref(), Some(expected));
        }
    }

    #[test]
    fn without_words_or_a_page_there_is_nothing_to_look_for() {
        assert_eq!(with_text_fragment("https://a.org", std::iter::empty()), None);
        for address in ["mailto:desk@a.org", "javascript:alert(1)", ""] {
            assert_eq!(with_text_fragment(address, ["x"].into_iter()), None, "{address}");
        }
    }
}
