//! An address that has to be whole, and is not.

use std::borrow::Cow;

use super::unsafe_url;
use crate::diagnostic::Sink;
use crate::row::Literal;
use crate::{Code, Diagnostic};

/// Checks an address that leads away from the page: one of the web, whole.
pub(crate) fn check<'a>(field: &str, url: Literal<'a>, sink: &mut Sink) -> Option<Cow<'a, str>> {
    whole(field, url, &["https", "http"], sink)
}

/// Checks where somebody is reached: an address of the web, or one of mail, which may stand without its `mailto:`.
pub(crate) fn check_contact<'a>(field: &str, address: Literal<'a>, sink: &mut Sink) -> Option<Cow<'a, str>> {
    let is_bare_mail = address.value.contains('@') && !address.value.contains([':', '/', '?', '#']);
    if !is_bare_mail {
        return whole(field, address, &["https", "http", "mailto"], sink);
    }
    let mail = ["mailto:", &address.value].concat();
    unsafe_url::check_at(&mail, address.span, sink).then_some(Cow::Owned(mail))
}

fn whole<'a>(field: &str, url: Literal<'a>, schemes: &[&str], sink: &mut Sink) -> Option<Cow<'a, str>> {
    if !unsafe_url::check(&url, sink) {
        return None;
    }
    let scheme = url.value.split_once(':').map_or("", |(scheme, _)| scheme);
    if schemes.iter().any(|known| known.eq_ignore_ascii_case(scheme)) {
        return Some(url.value);
    }
    let mails = schemes.contains(&"mailto");
    let wanted = if mails { "a whole address of the web, or one of mail" } else { "a whole address of the web" };
    let message = format!("`{field}` takes {wanted}, not `{}`", url.value);
    sink.push(Diagnostic::new(Code::RelativeAddress, url.span, message).hint(hint(&url.value, mails)));
    None
}

/// What is missing in front, where it looks like a site; else an example.
fn hint(given: &str, mails: bool) -> String {
    let host = given.split('/').next().unwrap_or_default();
    let is_host = host.contains('.') && !host.starts_with('.') && !host.contains([':', '@', '?', '#']);
    match (is_host, mails) {
        (true, _) => format!("write `https://{given}`"),
        (false, true) => "write an address such as https://example.org/page or desk@example.org".to_owned(),
        (false, false) => "write an address such as https://example.org/page".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::{RelativeAddress, UnsafeUrl};
    use crate::testing::{expect, outcome};

    fn story(line: &str) -> String {
        format!("[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\npublisher = \"P\"\n{line}\n")
    }

    #[test]
    fn what_leads_away_from_the_page_is_whole() {
        expect(RelativeAddress, &story("publisher_url = \"https://example.org/\""), &[]);
        let cases = [
            ("publisher_url = \"example.org\"", "18 `publisher_url`", "`example.org`", "write `https://example.org`"),
            (
                "corrections_policy = \"/corrections\"",
                "23 `corrections_policy`",
                "`/corrections`",
                "write an address such as https://example.org/page",
            ),
            (
                "corrections_policy = \"mailto:desk@example.org\"",
                "23 `corrections_policy`",
                "`mailto:desk@example.org`",
                "write an address such as https://example.org/page",
            ),
        ];
        for (line, field, given, hint) in cases {
            let expected = format!("6:{field} takes a whole address of the web, not {given} ({hint})");
            expect(RelativeAddress, &story(line), &[&expected]);
        }
    }

    #[test]
    fn somebody_is_reached_by_mail_or_on_the_web() {
        let told = |given: &str| {
            let story = outcome(&story(&format!("contact = \"{given}\""))).story.expect("a story");
            story.imprint.contact
        };
        for (given, kept) in [
            ("desk@example.org", "mailto:desk@example.org"),
            ("mailto:desk@example.org", "mailto:desk@example.org"),
            ("https://example.org/desk", "https://example.org/desk"),
        ] {
            assert_eq!(told(given).as_deref(), Some(kept));
        }
        let expected = "6:12 `contact` takes a whole address of the web, or one of mail, not `the-desk` \
                        (write an address such as https://example.org/page or desk@example.org)";
        expect(RelativeAddress, &story("contact = \"the-desk\""), &[expected]);
    }

    #[test]
    fn a_mail_without_its_scheme_is_a_mail_to_somebody() {
        let found = outcome(&story("contact = \"@example.org\""));
        let codes: Vec<_> = found.diagnostics.iter().map(|it| (it.code, it.message.as_str())).collect();
        assert_eq!(codes, [(UnsafeUrl, "the address does not say whom the mail is for")]);
    }
}
