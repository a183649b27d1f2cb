//! An author who is no name, or a name and an address.

use std::borrow::Cow;

use super::relative_address;
use crate::diagnostic::Sink;
use crate::row::Literal;
use crate::{Code, Diagnostic};

/// The name of an author, and where more of them is found.
pub(crate) type NameAndAddress<'a> = (Literal<'a>, Option<Cow<'a, str>>);

const HINT: &str = "write `Ada Lind`, or with an address `Ada Lind <https://example.org/ada>`";

/// Reads an author: a name, which an address in angle brackets may follow.
pub(crate) fn check<'a>(field: &str, author: &Literal<'a>, sink: &mut Sink) -> Option<NameAndAddress<'a>> {
    let (name, address) = parts(author);
    let fault = match (&name, &address) {
        (name, _) if name.value.is_empty() => Some("has no name"),
        (name, _) if name.value.contains(['<', '>']) => Some("has a bracket without its other half"),
        (name, _) if name.value.contains("://") => Some("has an address without brackets around it"),
        _ => None,
    };
    if let Some(fault) = fault {
        let message = format!("the author `{}` {fault}", author.value);
        sink.push(Diagnostic::new(Code::BadAuthor, author.span, message).hint(HINT));
        return None;
    }
    match address {
        Some(address) => Some((name, Some(relative_address::check_contact(field, address, sink)?))),
        None => Some((name, None)),
    }
}

/// What stands before the angle brackets, and in them.
fn parts<'a>(author: &Literal<'a>) -> (Literal<'a>, Option<Literal<'a>>) {
    let brackets = author.value.strip_suffix('>').and_then(|rest| Some((rest.rfind('<')?, rest.len())));
    match brackets {
        Some((open, close)) => (author.slice(0..open).trimmed(), Some(author.slice(open + 1..close).trimmed())),
        None => (author.trimmed(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::HINT;
    use crate::Code::{BadAuthor, NamedTwice, RelativeAddress};
    use crate::testing::{expect, outcome};
    use crate::{Input, compile};
    use proptest::prelude::*;
    use story::Author;

    fn story(authors: &str) -> String {
        format!("[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\nauthors = [{authors}]\n")
    }

    fn author(name: &str, url: Option<&str>) -> Author {
        Author { name: name.to_owned(), url: url.map(str::to_owned) }
    }

    #[test]
    fn an_author_is_a_name_and_may_have_an_address() {
        let toml = story("\"Ada Lind\", \"Bo <https://example.org/bo>\", \"Cy < cy@example.org >\"");
        let expected = [
            author("Ada Lind", None),
            author("Bo", Some("https://example.org/bo")),
            author("Cy", Some("mailto:cy@example.org")),
        ];
        assert_eq!(outcome(&toml).story.expect("a story").imprint.authors, expected);
        let csv = "id,title,language,authors\ns,S,en,Ada Lind; Bo <https://example.org/bo>; Cy <cy@example.org>\n";
        let csv = compile(vec![Input { name: "story.csv".to_owned(), bytes: csv.as_bytes().to_vec() }]);
        assert_eq!(csv.story.expect("a story").imprint.authors, expected);
    }

    #[test]
    fn anything_else_is_told_in_its_place() {
        let cases = [
            ("<https://example.org>", "has no name"),
            ("Ada <https://example.org", "has a bracket without its other half"),
            ("Ada https://example.org>", "has a bracket without its other half"),
            ("Ada https://example.org", "has an address without brackets around it"),
        ];
        for (given, fault) in cases {
            let expected = format!("5:19 the author `{given}` {fault} ({HINT})");
            expect(BadAuthor, &story(&format!("\"Bo\", \"{given}\"")), &[&expected]);
        }
        let relative = "5:18 `authors` takes a whole address of the web, or one of mail, not `example.org/ada` \
                        (write `https://example.org/ada`)";
        expect(RelativeAddress, &story("\"Ada <example.org/ada>\""), &[relative]);
    }

    #[test]
    fn nobody_writes_a_story_twice() {
        let expected = "5:20 `Ada` stands in this list twice (take one of them out)";
        expect(NamedTwice, &story("\"Ada\", \"Ada <ada@example.org>\""), &[expected]);
    }

    proptest! {
        #[test]
        fn any_author_is_read_or_told(given in "[A <>@:/.h-]{1,20}") {
            let outcome = outcome(&story(&format!("\"{given}\"")));
            prop_assert_eq!(outcome.story.is_some(), outcome.count(crate::Severity::Error) == 0);
        }
    }
}
