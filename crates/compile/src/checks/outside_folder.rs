//! A path that leads out of the story's folder, or to what is private.

use crate::diagnostic::Sink;
use crate::row::Literal;
use crate::{Code, Diagnostic, Span};

/// The folder of the sources' texts, which is never published.
const PRIVATE: &str = "archive";

const HINT: &str = "put the file into the story's folder, and write its path from there: `pictures/bridge.jpg`";

/// Whether an address names a file of the story's folder, and none of the web.
pub(crate) fn is_local(address: &str) -> bool {
    let has_scheme = address.split_once(':').is_some_and(|(scheme, _)| !scheme.contains(['/', '?', '#', '&']));
    !has_scheme && !address.starts_with("//")
}

/// The parts of a path joined anew, without `.` and `..`; `None` where it leads out.
pub(crate) fn inner_path(path: &str) -> Option<String> {
    if path.starts_with('/') {
        return None;
    }
    let mut parts = Vec::new();
    for part in path.split('/') {
        match part {
            "" | "." => {}
            ".." => drop(parts.pop()?),
            part => parts.push(part),
        }
    }
    let is_private = parts.first().is_some_and(|first| first.eq_ignore_ascii_case(PRIVATE));
    (!is_private && !parts.is_empty()).then(|| parts.join("/"))
}

/// Whether a path stays where it may; as written, and as a browser would decode it.
pub(crate) fn check(path: &Literal<'_>, sink: &mut Sink) -> bool {
    let decoded = path.value.replace("%2e", ".").replace("%2E", ".").replace("%2f", "/").replace("%2F", "/");
    let stays = inner_path(&path.value).is_some() && inner_path(&decoded).is_some();
    if !stays {
        report(&path.value, path.span, sink);
    }
    stays
}

/// Reports a path that leads out, if only by a link on the way.
pub(crate) fn report(path: &str, span: Span, sink: &mut Sink) {
    let message = format!("`{path}` leads out of the story's folder, or to what is private there");
    sink.push(Diagnostic::new(Code::OutsideFolder, span, message).hint(HINT));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code::OutsideFolder;
    use crate::testing::{FilesBeside, expect, expect_in};
    use proptest::prelude::*;

    fn row(url: &str) -> String {
        format!("[[media]]\nevent = \"e\"\nurl = \"{url}\"\nalt = \"A\"")
    }

    #[test]
    fn a_path_stays_in_the_folder_and_out_of_the_archive() {
        for good in
            ["a.jpg", "./a.jpg", "b/../a.jpg", "b//a.jpg", "..a.jpg", "archives/a.jpg", "b/archive/a.jpg", "a b.jpg"]
        {
            expect(OutsideFolder, &row(good), &[]);
        }
        for bad in [
            "../a.jpg",
            "b/../../a.jpg",
            "/etc/passwd",
            "/a.jpg",
            "%2e%2E/a.jpg",
            "b%2f..%2F../a.jpg",
            "archive/a.jpg",
            "Archive/a.jpg",
            "x/../archive/a.jpg",
            ".",
        ] {
            let expected = format!("3:8 `{bad}` leads out of the story's folder, or to what is private there ({HINT})");
            expect(OutsideFolder, &row(bad), &[&expected]);
        }
    }

    #[test]
    fn a_link_that_leads_out_is_found_where_it_is_followed() {
        let outcome = FilesBeside::default().link_out("a.jpg").outcome(&row("a.jpg"));
        let expected = format!("3:8 `a.jpg` leads out of the story's folder, or to what is private there ({HINT})");
        expect_in(&outcome, OutsideFolder, &[&expected]);
    }

    proptest! {
        #[test]
        fn an_inner_path_never_climbs(path in "(\\.{0,3}|a|archive|/){0,12}") {
            if let Some(inner) = inner_path(&path) {
                prop_assert!(inner.split('/').all(|part| !["", ".", ".."].contains(&part)));
                prop_assert!(!inner.starts_with("archive/"));
            }
        }
    }
}
