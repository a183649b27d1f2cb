//! A picture, film or sound that comes by `http:`.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic};
use story::MediaKind;

/// Warns of what browsers do not load in a page that came by `https:`.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let fetched = record.draft.media.iter().filter(|medium| medium.kind().is_some_and(MediaKind::is_fetched));
    let portraits = record.draft.people.iter().map(|person| &person.portrait);
    let all = fetched.flat_map(|medium| [&medium.url, &medium.poster]).chain(portraits);
    for address in all.filter_map(|slot| slot.good()) {
        let scheme = address.value.split_once(':').map(|(scheme, _)| scheme);
        if scheme.is_some_and(|scheme| scheme.eq_ignore_ascii_case("http")) {
            let message = "this comes by `http:`, and browsers load nothing so in a page that came by `https:`";
            let hint = "write `https:` if that server has it, or put the file into the story's folder";
            sink.push(Diagnostic::new(Code::InsecureMedia, address.span, message).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::InsecureMedia;
    use crate::testing::expect;

    #[test]
    fn what_is_fetched_comes_by_https() {
        let row = |url: &str, kind: &str| {
            format!("[[media]]\nevent = \"e\"\nurl = \"{url}\"\nalt = \"A\"\nkind = \"{kind}\"\nwidth = 3\nheight = 4")
        };
        let expected = "3:8 this comes by `http:`, and browsers load nothing so in a page that came by `https:` (write \
                        `https:` if that server has it, or put the file into the story's folder)";
        for kind in ["image", "video", "audio"] {
            expect(InsecureMedia, &row("HTTP://a.example/b", kind), &[expected]);
            expect(InsecureMedia, &row("https://a.example/b", kind), &[]);
        }
        expect(InsecureMedia, &row("http://a.example/b", "link"), &[]);
        let person = "[[people]]\nid = \"p\"\nname = \"P\"\nportrait = \"http://a.example/b\"";
        expect(InsecureMedia, person, &[&expected.replace("3:8", "4:13")]);
    }
}
