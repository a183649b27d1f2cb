//! Another server that readers' browsers ask.

use std::collections::BTreeMap;

use super::outside_folder::is_local;
use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic, Span};
use story::MediaKind;

/// Tells of every server but the story's own that is asked for pictures, films, sounds and portraits: once each, at the
/// first that lies there.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let mut servers: BTreeMap<String, (Span, usize)> = BTreeMap::new();
    let fetched = record.draft.media.iter().filter(|medium| medium.kind().is_some_and(MediaKind::is_fetched));
    let portraits = record.draft.people.iter().map(|person| &person.portrait);
    let all = fetched.flat_map(|medium| [&medium.url, &medium.poster]).chain(portraits);
    for address in all.filter_map(|slot| slot.good()) {
        if let Some(host) = host(&address.value) {
            servers.entry(host).or_insert((address.span, 0)).1 += 1;
        }
    }
    for (host, (span, count)) in servers {
        let times = if count == 1 { String::new() } else { format!(", for {count} files") };
        let message = format!("readers' browsers ask `{host}`{times}, which learns who reads this");
        let hint = "put what lies there into the story's folder if that server should not know";
        sink.push(Diagnostic::new(Code::OtherServer, span, message).hint(hint));
    }
}

/// The server of an address; `None` for a file of the story.
fn host(address: &str) -> Option<String> {
    let rest = address.split_once("//").filter(|_| !is_local(address))?.1;
    rest.split(['/', '?', '#']).next().map(str::to_ascii_lowercase).filter(|host| !host.is_empty())
}

#[cfg(test)]
mod tests {
    use crate::Code::OtherServer;
    use crate::Severity;
    use crate::testing::{expect, outcome};

    #[test]
    fn each_server_is_told_once_and_nothing_is_wrong() {
        let row = |url: &str, rest: &str| {
            format!("[[media]]\nevent = \"e\"\nurl = \"{url}\"\nalt = \"A\"\nwidth = 3\nheight = 4\n{rest}\n")
        };
        let toml = row("https://b.example/1", "")
            + &row(
                "https://A.example:8080/2",
                "kind = \"video\"\nposter = \"https://b.example/3\"\ntranscript = \"https://c.example\"",
            )
            + &row("d.jpg", "")
            + &row("https://e.example/", "kind = \"link\"")
            + "[[people]]\nid = \"p\"\nname = \"P\"\nportrait = \"https://f.example/p.jpg\"\n"
            + "[[people]]\nid = \"q\"\nname = \"Q\"\nportrait = \"q.jpg\"\n";
        let mend = "(put what lies there into the story's folder if that server should not know)";
        let expected = [
            format!("3:8 readers' browsers ask `b.example`, for 2 files, which learns who reads this {mend}"),
            format!("10:8 readers' browsers ask `a.example:8080`, which learns who reads this {mend}"),
            format!("34:13 readers' browsers ask `f.example`, which learns who reads this {mend}"),
        ];
        expect(OtherServer, &toml, &expected.each_ref().map(String::as_str));
        assert!(
            outcome(&toml)
                .diagnostics
                .iter()
                .filter(|it| it.code == OtherServer)
                .all(|it| it.severity() == Severity::Note)
        );
    }
}
