//! What tells of a publisher, without the publisher.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic};

/// Checks that a publisher with a site or a logo has a name.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let Some(imprint) = record.story().map(|story| &story.imprint) else { return };
    if !imprint.publisher.is_absent() {
        return;
    }
    for (field, slot) in [("publisher_url", &imprint.publisher_url), ("publisher_logo", &imprint.publisher_logo)] {
        if let Some(given) = slot.good() {
            let message = format!("there is a `{field}` and no `publisher`");
            let hint = "name the publisher: `publisher = \"…\"`";
            sink.push(Diagnostic::new(Code::IncompletePublisher, given.span, message).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::IncompletePublisher;
    use crate::testing::expect;

    #[test]
    fn a_site_and_a_logo_are_somebodys() {
        let story = |rest: &str| {
            format!(
                "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\npublisher_url = \"https://example.org\"\n\
                 publisher_logo = \"logo.png\"\n{rest}"
            )
        };
        let expected = ["publisher_url", "publisher_logo"].map(|field| {
            let line = if field == "publisher_url" { "5:18" } else { "6:19" };
            format!("{line} there is a `{field}` and no `publisher` (name the publisher: `publisher = \"…\"`)")
        });
        expect(IncompletePublisher, &story(""), &expected.each_ref().map(String::as_str));
        expect(IncompletePublisher, &story("publisher = \"The Gazette\""), &[]);
    }
}
