//! A source from which nothing comes.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic};

/// Warns of sources that give no account and no quote.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    let draft = record.draft;
    let mut used = vec![false; draft.sources.len()];
    let of_accounts = draft.accounts.iter().map(|account| &account.source);
    let of_quotes = draft.quotes.iter().map(|quote| &quote.source);
    for at in of_accounts.chain(of_quotes).filter_map(|slot| record.sources.of(slot)) {
        used[at] = true;
    }
    for (at, id) in draft.sources.iter().enumerate().filter_map(|(at, source)| Some((at, source.id.good()?))) {
        // A second one of the same id has its error already.
        if used[at] || record.sources.at(&id.value) != Some(at) {
            continue;
        }
        let message = format!("nothing comes from the source `{}`", id.value);
        let hint = "name it in an account of an event or as the `source` of a quote, or take it out";
        sink.push(Diagnostic::new(Code::UnusedSource, id.span, message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::UnusedSource;
    use crate::testing::expect;

    #[test]
    fn something_should_come_from_a_source() {
        let toml = |mention| format!("[[sources]]\nid = \"s\"\ntitle = \"S\"\n{mention}");
        let expected = ["2:7 nothing comes from the source `s` \
                         (name it in an account of an event or as the `source` of a quote, or take it out)"];
        expect(UnusedSource, &toml(""), &expected);
        for mention in ["[[quotes]]\nsource = \"s\"", "[[events]]\naccounts = [{ source = \"s\" }]"] {
            expect(UnusedSource, &toml(mention), &[]);
        }
    }
}
