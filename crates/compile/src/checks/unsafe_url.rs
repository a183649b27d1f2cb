//! An address whose scheme could run a program or leak what the reader does.

use super::hidden_character::is_hidden;
use crate::diagnostic::Sink;
use crate::read::Text;
use crate::{Code, Diagnostic, Span};

/// The schemes that a page may link to.
const SCHEMES: [&str; 3] = ["https", "http", "mailto"];

/// Whether an address may stand in a page.
pub(crate) fn check(url: &Text<'_>, sink: &mut Sink) -> bool {
    check_at(&url.value, url.span, sink)
}

/// The same, for an address that stands inside a text.
pub(crate) fn check_at(url: &str, span: Span, sink: &mut Sink) -> bool {
    let fault = fault(url);
    if let Some(message) = &fault {
        let hint = "write an address that begins with https:, http: or mailto:, or one relative to the page";
        sink.push(Diagnostic::new(Code::UnsafeUrl, span, message.clone()).hint(hint));
    }
    fault.is_none()
}

/// What is wrong with an address. Browsers skip control characters and white space when they look for the scheme,
/// marks that turn the direction of writing show readers another address, and a page that is assembled carelessly
/// may decode entities, so none of these may be there.
fn fault(url: &str) -> Option<String> {
    if let Some(c) = url.chars().find(|&c| is_hidden(c) || c.is_whitespace()) {
        return Some(format!("an address must not hold the character U+{:04X}", u32::from(c)));
    }
    match url.split_once(':') {
        Some((scheme, _)) if !scheme.contains(['/', '?', '#', '&']) => {
            let allowed = SCHEMES.iter().any(|allowed| allowed.eq_ignore_ascii_case(scheme));
            (!allowed).then(|| format!("addresses must not begin with `{scheme}:`"))
        }
        _ if hides_colon(url) => Some("an address must not hide its scheme in an entity".to_owned()),
        _ => None,
    }
}

/// Whether a character reference stands before the path, where it could hide a colon or a letter of the scheme.
fn hides_colon(url: &str) -> bool {
    let head = url.split(['/', '?']).next().unwrap_or_default();
    head.contains("&#") || (head.contains('&') && head.contains(';'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code::UnsafeUrl;
    use crate::testing::expect;
    use proptest::prelude::*;

    #[test]
    fn only_web_and_mail_addresses_and_relative_ones_are_safe() {
        for good in [
            "https://example.org/a?b=c:d#e",
            "HTTP://example.org",
            "mailto:desk@example.org",
            "pictures/a.jpg",
            "/a:b",
            "#a:b",
            "?a=1&b=2;c",
            "//example.org",
        ] {
            assert_eq!(fault(good), None, "{good}");
        }
        for bad in [
            "javascript:alert(1)",
            "JaVaScRiPt:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            " javascript:alert(1)",
            "java\nscript:alert(1)",
            "https://example.org/\u{202E}gpj.exe",
            "javascript&colon;alert(1)",
            "javascript&#58;alert(1)",
            "&#x6A;avascript:alert(1)",
            "data:text/html,x",
            "vbscript:x",
            "file:///etc/passwd",
            ":x",
        ] {
            assert!(fault(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn addresses_are_checked_in_fields_and_in_links() {
        let hint = "(write an address that begins with https:, http: or mailto:, or one relative to the page)";
        expect(
            UnsafeUrl,
            "[[sources]]\nid = \"s\"\ntitle = \"S\"\nurl = \"javascript:alert(1)\"",
            &[&format!("4:8 addresses must not begin with `javascript:` {hint}")],
        );
        expect(
            UnsafeUrl,
            "[[media]]\nevent = \"e\"\nalt = \"A\"\nurl = \"java\\tscript:x\"",
            &[&format!("4:7 an address must not hold the character U+0009 {hint}")],
        );
        expect(
            UnsafeUrl,
            "[[accounts]]\nevent = \"e\"\nsource = \"s\"\nsays = \"See [this](JAVASCRIPT&colon;x) and <data:x,y>.\"",
            &[
                &format!("4:13 addresses must not begin with `JAVASCRIPT:` {hint}"),
                &format!("4:44 addresses must not begin with `data:` {hint}"),
            ],
        );
    }

    proptest! {
        #[test]
        fn no_spelling_of_a_bad_scheme_is_safe(
            scheme in "[jJ][aA][vV][aA][sS][cC][rR][iI][pP][tT]",
            junk in "[\\x00-\\x20]{1,3}",
            at in 0_usize..=10,
        ) {
            let whole = format!("{scheme}:x");
            prop_assert!(fault(&whole).is_some());
            let (head, tail) = scheme.split_at(at.min(scheme.len()));
            let url = format!("{head}{junk}{tail}:x");
            prop_assert!(fault(&url).is_some());
        }
    }
}
