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
        let (Some(earliest), Some(latest)) = (said.value.when.earliest_sec(), published.value.when.latest_sec()) else {
            continue;
        };
        if earliest > latest {
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
    fn nobody_prints_words_before_they_are_said() {
        let toml = |said| {
            format!(
                "[[quotes]]\nid = \"q\"\nsaid = \"{said}\"\ntext = \"T\"\nsource = \"s\"\nspeaker = \"k\"\n\
                 [[sources]]\nid = \"s\"\ntitle = \"S\"\npublished = \"2024-06-17\""
            )
        };
        let expected = ["3:9 said on 2024-06-18, after the source was published (check both dates)"];
        expect(SaidAfterPublished, &toml("2024-06-18"), &expected);
        for fine in ["2024-06-17", "2024-06", "[..2024-06-20]"] {
            expect(SaidAfterPublished, &toml(fine), &[]);
        }
    }
}
