//! An address whose scheme could run a program or leak what the reader does, or that leads elsewhere than it seems to.

use crate::diagnostic::Sink;
use crate::hidden::is_hidden;
use crate::row::Literal;
use crate::{Code, Diagnostic, Span};

/// What is wrong with an address behind the colon of its scheme.
type FaultBehind = fn(&str) -> Option<&'static str>;

/// The schemes that a page may link to.
const SCHEMES: [(&str, FaultBehind); 3] = [("https", fault_of_web), ("http", fault_of_web), ("mailto", fault_of_mail)];

const HINT: &str =
    "write an address such as https://example.org/page or mailto:desk@example.org, or one relative to the story";

/// Whether an address may stand in a page.
pub(crate) fn check(url: &Literal<'_>, sink: &mut Sink) -> bool {
    check_at(&url.value, url.span, sink)
}

/// The same, for an address that stands inside a text.
pub(crate) fn check_at(url: &str, span: Span, sink: &mut Sink) -> bool {
    let fault = fault(url);
    if let Some(message) = &fault {
        // As a path is written on Windows.
        let mended = Some(url.replace('\\', "/")).filter(|mended| mended != url && self::fault(mended).is_none());
        let hint = mended.map_or_else(|| HINT.to_owned(), |mended| format!("write `{mended}`"));
        sink.push(Diagnostic::new(Code::UnsafeUrl, span, message.clone()).hint(hint));
    }
    fault.is_none()
}

/// What is wrong with an address. Browsers skip control characters and white space when they look for the scheme and
/// take `\` for `/`, marks that turn the direction of writing show readers another address, and a page that is assembled
/// carelessly may decode entities, so none of these may be there.
fn fault(url: &str) -> Option<String> {
    if let Some(c) = url.chars().find(|&c| c == '\\' || is_hidden(c) || c.is_whitespace()) {
        return Some(format!("an address must not hold the character U+{:04X}", u32::from(c)));
    }
    match url.split_once(':') {
        Some((scheme, rest)) if !scheme.contains(['/', '?', '#', '&']) => {
            match SCHEMES.iter().find(|(allowed, _)| allowed.eq_ignore_ascii_case(scheme)) {
                None => Some(format!("addresses must not begin with `{scheme}:`")),
                Some((_, fault)) => fault(rest).map(str::to_owned),
            }
        }
        _ if url.starts_with("//") => {
            Some("an address must not begin with `//`, which leads to another site".to_owned())
        }
        _ if hides_sign(url) => Some("an address must not hide its scheme in an entity".to_owned()),
        _ => None,
    }
}

/// What is wrong with an address of the web behind its scheme. A name before the `@` looks like the site, and is not.
fn fault_of_web(rest: &str) -> Option<&'static str> {
    let host = rest.strip_prefix("//").and_then(|rest| rest.split(['/', '?', '#']).next());
    match host {
        Some(host) if host.contains('@') => Some("an address must not hold a user name"),
        Some(host) if host.starts_with(|c: char| c.is_alphanumeric() || c == '[') && !host.contains('&') => None,
        _ => Some("the address does not say which site it leads to"),
    }
}

/// The same for an address of mail.
fn fault_of_mail(rest: &str) -> Option<&'static str> {
    let to = rest.split('?').next().and_then(|to| to.split_once('@'));
    let is_whole = to.is_some_and(|(name, host)| !name.is_empty() && !host.is_empty());
    (!is_whole).then_some("the address does not say whom the mail is for")
}

/// Whether a character reference stands before the path or begins it, where it could hide a colon, a letter of the
/// scheme, or a second slash.
fn hides_sign(url: &str) -> bool {
    let url = url.strip_prefix('/').unwrap_or(url);
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
            "/@desk",
            "a@b.jpg",
            "https://example.org",
            "https://example.org:8080/@desk?to=a@b#c@d",
            "https://[2001:db8::1]/",
            "https://münchen.example/",
            "mailto:desk@example.org?subject=A",
            "pictures//a.jpg",
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
            "//evil.example",
            "///evil.example",
            "\\\\evil.example",
            "/\\evil.example",
            "/&sol;evil.example",
            "https://",
            "https:",
            "http:///path",
            "https:evil.example",
            "https:/evil.example",
            "https:\\\\evil.example",
            "https://?a",
            "https://:80/",
            "https://user@evil.example",
            "https://user:password@evil.example/",
            "https://@evil.example",
            "https://bank.example:443@evil.example",
            "https://bank.example&commat;evil.example",
            "HTTPS://user@evil.example",
            "mailto:",
            "mailto:desk",
            "mailto:@example.org",
            "mailto:?to=desk@example.org",
        ] {
            assert!(fault(bad).is_some(), "{bad}");
        }
    }

    #[test]
    fn addresses_are_checked_in_fields_and_in_links() {
        let hint = format!("({HINT})");
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
            "[[media]]\nevent = \"e\"\nalt = \"A\"\nurl = 'pictures\\a.jpg'",
            &["4:8 an address must not hold the character U+005C (write `pictures/a.jpg`)"],
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
