//! `verified.lock` says something else than is true by now.

use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Warns of a line about a quote that is gone.
pub(crate) fn report_gone(id: &str, line: Span, sink: &mut Sink) {
    let message = format!("the story has no quote `{id}` any more");
    let hint = "run `on-record verify` with the archive, which takes the line out";
    sink.push(Diagnostic::new(Code::StaleLock, line, message).hint(hint));
}

/// Warns, at the first of them, of quotes that the archive proves and the lock does not, or proves otherwise.
pub(crate) fn report_behind(quotes: &[Span], sink: &mut Sink) {
    let Some(span) = quotes.first() else { return };
    let message = match quotes.len() {
        1 => "the archive proves a quote of which verified.lock says something else, or nothing".to_owned(),
        n => format!("the archive proves {n} quotes of which verified.lock says something else, or nothing"),
    };
    let hint = "run `on-record verify`: where the archive is not at hand, the story is built by the lock alone";
    sink.push(Diagnostic::new(Code::StaleLock, *span, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::StaleLock;
    use crate::testing::{Case, expect_in};

    const BEHIND: &str = "7:7 the archive proves a quote of which verified.lock says something else, or nothing (run \
        `on-record verify`: where the archive is not at hand, the story is built by the lock alone)";

    #[test]
    fn a_lock_that_lacks_what_the_archive_proves_is_behind() {
        let case = Case::of_quote("dearest comrade").archived("his dearest comrade");
        expect_in(&case.compiled(), StaleLock, &[BEHIND]);
        expect_in(&case.clone().locked().compiled(), StaleLock, &[]);
    }

    #[test]
    fn a_text_that_changed_is_looked_into_again() {
        let locked = Case::of_quote("dearest comrade").archived("his dearest comrade").locked();
        let again = locked.archived("Corrected: his dearest comrade");
        expect_in(&again.compiled(), StaleLock, &[BEHIND]);
        assert_ne!(again.verified().lock.as_deref(), Some(again.lock().as_str()));
        assert!(locked.archived("his dear comrade").compiled().story.is_none());
    }

    #[test]
    fn lines_of_quotes_that_are_gone_are_taken_out_by_verify() {
        let two = Case::of_quote("dearest comrade").with_second("comrade").archived("his dearest comrade").locked();
        let one = Case::of_quote("dearest comrade").archived("his dearest comrade").with_lock(&two.lock());
        let expected = "5:1 the story has no quote `r` any more \
            (run `on-record verify` with the archive, which takes the line out)";
        expect_in(&one.compiled(), StaleLock, &[expected]);
        let verified = one.verified();
        assert_eq!(verified.report.dropped, 1);
        assert!(!verified.lock.expect("a lock").contains("\nr "));
        expect_in(&verified.outcome, StaleLock, &[]);
    }
}
