//! A source of which the archive has no text.

use crate::diagnostic::Sink;
use crate::suggest::nearest;
use crate::{Code, Diagnostic, Span};

/// Reports a source at the first of its quotes that nothing proves; `texts` are the sources of which there are texts.
pub(crate) fn report(source: &str, quotes: &[Span], texts: &[&str], sink: &mut Sink) {
    let Some(first) = quotes.first() else { return };
    let cannot = match quotes.len() {
        1 => "this quote cannot be checked".to_owned(),
        n => format!("its {n} quotes cannot be checked"),
    };
    let near = nearest(source, texts.iter().copied(), &mut sink.comparisons_left);
    let hint = match near {
        Some(near) => format!("did you mean to name archive/{near}.txt so: archive/{source}.txt?"),
        None => format!("add its text as archive/{source}.txt, or tell readers why not: `unverified = \"…\"`"),
    };
    let message = format!("the archive has no text of the source `{source}`: {cannot}");
    sink.push(Diagnostic::new(Code::NoArchivedText, *first, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::{NeverVerified, NoArchivedText};
    use crate::testing::{Case, expect_in};

    #[test]
    fn a_source_without_text_is_an_error_where_there_is_an_archive() {
        let case = Case::of_quote("dearest comrade").with_second("always").archived_as("other-one", "other words");
        let expected = "10:11 the archive has no text of the source `s`: its 2 quotes cannot be checked \
            (add its text as archive/s.txt, or tell readers why not: `unverified = \"…\"`)";
        expect_in(&case.compiled(), NoArchivedText, &[expected]);
        expect_in(&case.compiled(), NeverVerified, &[]);
    }

    #[test]
    fn a_text_under_a_mistyped_name_is_found() {
        let case = Case::of_quote("dearest comrade")
            .edited("source = \"s\"", "source = \"seoul-news\"")
            .archived_as("seoul-new", "x");
        let expected = "10:11 the archive has no text of the source `seoul-news`: this quote cannot be checked \
            (did you mean to name archive/seoul-new.txt so: archive/seoul-news.txt?)";
        expect_in(&case.compiled(), NoArchivedText, &[expected]);
    }

    #[test]
    fn what_the_lock_knows_needs_no_text() {
        let locked = Case::of_quote("dearest comrade").archived("his dearest comrade").locked();
        let case = locked.without_archive().archived_as("other-one", "other words");
        expect_in(&case.compiled(), NoArchivedText, &[]);
        assert!(case.compiled().story.is_some());
        assert_eq!(case.verified().lock.as_deref(), Some(case.lock().as_str()), "its line is kept");
    }
}
