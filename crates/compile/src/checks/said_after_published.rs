//! Words said after their source was published.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic};

/// Warns where even the first second in which words may have been said lies after the publication.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for quote in &record.draft.quotes {
        let source = record.sources.of(&quote.source).map(|at| &record.draft.sources[at]);
        let published = source.and_then(|source| source.published.good());
        let (Some(said), Some(published)) = (quote.said.good(), published) else { continue };
        if published.value.when.is_before(&said.value.when) {
            let message = format!("said on {}, after the source was published", said.value.edtf);
            let diagnostic = Diagnostic::new(Code::SaidAfterPublished, said.span, message)
                .hint("check both dates")
                .related(published.span, "the source was published then");
            sink.push(diagnostic);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::SaidAfterPublished;
    use crate::testing::expect;

    #[test]
    fn instants_decide_where_both_have_offsets() {
        let toml = |said| {
            format!(
                "[[quotes]]\nid = \"q\"\nsaid = \"{said}\"\ntext = \"T\"\nsource = \"s\"\nspeaker = \"k\"\n\
                 [[sources]]\nid = \"s\"\ntitle = \"S\"\npublished = \"2024-06-17T21:00-04:00\""
            )
        };
        expect(SaidAfterPublished, &toml("2024-06-18T09:30+09:00"), &[]);
        let expected = "3:9 said on 2024-06-17T21:30-04:00, after the source was published (check both dates)";
        expect(SaidAfterPublished, &toml("2024-06-17T21:30-04:00"), &[expected]);
    }

    #[test]
    fn nobody_prints_words_before_they_are_said() {
        let toml = |said| {
            format!(
                "[[quotes]]\nid = \"q\"\nsaid = \"{said}\"\ntext = \"T\"\nsource = \"s\"\nspeaker = \"k\"\n\
                 [[sources]]\nid = \"s\"\ntitle = \"S\"\npublished = \"2024-06-17\""
            )
        };
        let expected = ["3:9 said on 2024-06-18, after the source was published (check both dates)"];
        expect(SaidAfterPublished, &toml("2024-06-18"), &expected);
        for fine in ["2024-06-17", "2024-06", "[..2024-06-20]", "2024-06-17T23:59-04:00"] {
            expect(SaidAfterPublished, &toml(fine), &[]);
        }
    }
}
