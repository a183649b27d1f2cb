//! A line of `verified.lock` that `on-record verify` did not write.

use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Reports the lines that say nothing.
pub(crate) fn report(faults: &[(Span, &'static str)], sink: &mut Sink) {
    for (span, message) in faults {
        let hint =
            "nobody needs to mend it by hand: run `on-record verify` with the archive, which writes the lock anew";
        sink.push(Diagnostic::new(Code::BadLock, *span, *message).hint(hint));
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::{BadLock, NeverVerified};
    use crate::testing::{Case, expect_in};

    #[test]
    fn a_lock_that_was_edited_or_merged_is_refused_line_by_line() {
        let case = Case::of_quote("dearest comrade").archived("his dearest comrade").locked();
        let broken = case.lock().replace("exact", "perfect") + "=======\n";
        let outcome = case.without_archive().with_lock(&broken).compiled();
        let hint =
            "(nobody needs to mend it by hand: run `on-record verify` with the archive, which writes the lock anew)";
        let expected =
            ["4:1", "5:1"].map(|at| format!("{at} this line is not one that `on-record verify` wrote {hint}"));
        expect_in(&outcome, BadLock, &expected.each_ref().map(String::as_str));
        expect_in(&outcome, NeverVerified, &[]);
    }

    #[test]
    fn verify_writes_a_broken_lock_anew() {
        let case = Case::of_quote("dearest comrade").archived("his dearest comrade");
        let sound = case.verified().lock;
        assert_eq!(case.with_lock("<<<<<<< main\n").verified().lock, sound);
        assert!(sound.is_some());
    }
}
