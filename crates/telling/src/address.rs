//! Addresses from a bundle: which may stand in the page, and whom they lead to.
//!
//! The compiler checks addresses, but a bundle may come from anywhere.

/// Where an address leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Destination<'a> {
    /// Somewhere on the page's own site: it is relative.
    Here,
    /// To another host, or the same one by its name.
    Host(&'a str),
}

/// Where an address leads that a browser fetches or opens by `http:` or `https:`; `None` for any other, and for one
/// that a browser may take otherwise than it reads.
///
/// Browsers skip white space and control characters, and read `\` as `/` (the URL standard, "basic URL parser").
#[must_use]
pub fn destination(address: &str) -> Option<Destination<'_>> {
    if address.is_empty() || address.contains(is_deceptive) {
        return None;
    }
    let behind_scheme = match address.split_once(':') {
        Some((scheme, rest)) if !scheme.contains(['/', '?', '#']) => {
            if !["http", "https"].iter().any(|known| known.eq_ignore_ascii_case(scheme)) {
                return None;
            }
            // Without slashes it would be relative to some pages and not to others.
            rest.strip_prefix("//")?
        }
        _ => match address.strip_prefix("//") {
            Some(rest) => rest,
            None => return Some(Destination::Here),
        },
    };
    host(behind_scheme).map(Destination::Host)
}

/// Whether a reader may follow an address: by `http:`, `https:` or `mailto:`, or on the page's own site.
#[must_use]
pub fn may_be_followed(address: &str) -> bool {
    let is_mail = address.split_once(':').is_some_and(|(scheme, _)| scheme.eq_ignore_ascii_case("mailto"));
    destination(address).is_some() || (is_mail && !address.contains(is_deceptive))
}

/// An author's address as a page writes it that does not lie beside the story: whole where it is relative, as it is
/// elsewhere. `base` is the story's folder, up to and with a `/`; empty where the page lies in it.
#[must_use]
pub fn resolved(base: &str, address: &str) -> String {
    match destination(address) {
        // What an author links to within the view is there wherever it stands.
        Some(Destination::Here) if address.starts_with('#') => address.to_owned(),
        Some(Destination::Here) if address.starts_with('/') => [server(base), address].concat(),
        Some(Destination::Here) => [base, address].concat(),
        _ => address.to_owned(),
    }
}

/// What of an address names its server: all before the path; empty where it names none.
fn server(address: &str) -> &str {
    let Some((scheme, rest)) = address.split_once("//") else { return "" };
    &address[..scheme.len() + "//".len() + authority(rest).len()]
}

/// Whether a name, and perhaps a password, stands before the host of an address: it is its owner's alone.
#[must_use]
pub fn names_user(address: &str) -> bool {
    address.split_once("//").is_some_and(|(_, rest)| authority(rest).contains('@'))
}

/// Whether a browser passes over a character or takes it for another, or a reader does not see it.
fn is_deceptive(c: char) -> bool {
    let is_unseen =
        matches!(c, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    c == '\\' || c.is_control() || c.is_whitespace() || is_unseen
}

/// What an address without its scheme has before its path: a user perhaps, the host, a port perhaps.
fn authority(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// The host that an address without its scheme begins with: no name before an `@`, no port.
fn host(rest: &str) -> Option<&str> {
    let place = authority(rest).rsplit('@').next()?;
    let host = match place.rsplit_once(':') {
        Some((host, port)) if !port.contains(']') => host,
        _ => place,
    };
    Some(host).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_of_the_web_leads_to_its_host_and_a_relative_one_stays_here() {
        let cases = [
            ("https://example.org/film?at=1:20#a", Destination::Host("example.org")),
            ("HTTP://Example.org", Destination::Host("Example.org")),
            ("//films.example.org:8080/a", Destination::Host("films.example.org")),
            ("https://good.example@bad.example/x", Destination::Host("bad.example")),
            ("https://a:b@bad.example:1", Destination::Host("bad.example")),
            ("https://[::1]:80/x", Destination::Host("[::1]")),
            ("https://[::1]", Destination::Host("[::1]")),
            ("bridge.jpg", Destination::Here),
            ("/a:b", Destination::Here),
            ("../a/b.jpg?x=1:2", Destination::Here),
            ("?a=b:c", Destination::Here),
            ("#top", Destination::Here),
        ];
        for (address, expected) in cases {
            assert_eq!(destination(address), Some(expected), "{address}");
        }
    }

    #[test]
    fn anything_else_leads_nowhere() {
        for bad in [
            "",
            "javascript:alert(1)",
            "JavaScript://example.org/%0aalert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "\u{1}javascript:alert(1)",
            "data:image/svg+xml,<svg onload=alert(1)>",
            "vbscript:x",
            "file:///etc/passwd",
            "blob:https://example.org/x",
            "mailto:desk@example.org",
            "https:example.org",
            "https:/example.org",
            "https://",
            "https://@",
            "//",
            "\\\\example.org\\a.jpg",
            "/\\example.org/a.jpg",
            "https://example.org/\u{202E}gpj.exe",
            ":x",
        ] {
            assert_eq!(destination(bad), None, "{bad}");
        }
    }

    #[test]
    fn mail_may_be_followed_and_is_no_place() {
        assert!(may_be_followed("MailTo:desk@example.org") && may_be_followed("a.html"));
        assert!(!may_be_followed("javascript:alert(1)") && !may_be_followed("mail\tto:desk@example.org"));
    }

    #[test]
    fn a_relative_address_leads_from_elsewhere_to_where_it_leads_from_the_story() {
        let cases = [
            ("https://news.example/s/", "a.html", "https://news.example/s/a.html"),
            ("https://news.example/s/", "../a.html#x", "https://news.example/s/../a.html#x"),
            ("https://news.example/s/", "/a.html", "https://news.example/a.html"),
            ("//news.example:8080/s/", "/a.html", "//news.example:8080/a.html"),
            ("https://news.example/s/", "https://b.example/", "https://b.example/"),
            ("https://news.example/s/", "//b.example/", "//b.example/"),
            ("https://news.example/s/", "mailto:desk@news.example", "mailto:desk@news.example"),
            ("https://news.example/s/", "#event-a", "#event-a"),
            ("stories/s/", "a.html", "stories/s/a.html"),
            ("stories/s/", "/a.html", "/a.html"),
            ("", "a.html", "a.html"),
        ];
        for (base, address, expected) in cases {
            assert_eq!(resolved(base, address), expected, "{address} from {base}");
        }
    }

    proptest! {
        #[test]
        fn no_spelling_of_another_scheme_leads_anywhere(
            scheme in "[jJ][aA][vV][aA][sS][cC][rR][iI][pP][tT]|[dD][aA][tT][aA]|[bB][lL][oO][bB]",
            junk in "[\\x00-\\x20]{0,3}",
            at in 0_usize..=10,
            rest in "\\PC{0,10}",
        ) {
            let (head, tail) = scheme.split_at(at.min(scheme.len()));
            let address = [head, &junk, tail, ":", &rest].concat();
            prop_assert_eq!(destination(&address), None);
        }

        #[test]
        fn any_text_is_survived_and_a_host_is_part_of_it(address in any::<String>()) {
            if let Some(Destination::Host(host)) = destination(&address) {
                prop_assert!(!host.is_empty() && address.contains(host));
            }
        }
    }
}
