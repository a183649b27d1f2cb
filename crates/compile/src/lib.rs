//! The compiler: authored files to a checked story, and everything there is to say about what is wrong with them.
//!
//! [`compile`] is pure: bytes in, story and diagnostics out, the same on any machine and any day. This crate
//! touches no file, knows no clock and prints nothing; the crate `disk` reads, the command prints.
//!
//! A run goes through these steps; none of them stops at the first mistake:
//! bytes to text to rows (`read`), each row at once to fields (`fields`, which fills the `draft`), names to positions
//! (`record`), the checks of the whole (`checks`), each quote against its source (`ledger`, by `proof`), each file beside the
//! tables (`media`), and, if there is no error, the story (`assemble`). Nothing is named by what it names: rows, drafts and
//! records know no checks.

mod assemble;
mod checks;
mod code;
pub mod date;
mod diagnostic;
mod draft;
mod encoding;
mod fields;
mod files;
mod hidden;
mod indexing;
mod ledger;
mod levels;
mod markdown;
mod media;
mod proof;
mod read;
mod record;
mod render;
mod row;
mod suggest;
#[cfg(test)]
mod testing;
mod texts;
mod zones;

pub use code::{Code, Severity};
pub use diagnostic::{Diagnostic, Related};
pub use files::{FileId, Files, Input, Position, Span};
pub use indexing::UnicodeFold;
pub use ledger::Report;
pub use media::{Beside, Content, Effort, MEDIA_FOLDER, MediaCache, MediaFile, MediaFolder, Unopened};
pub use pictures::{Patch, Source};
pub use proof::Evidence;
pub use render::{Colour, render_json, render_text, render_text_in};
pub use texts::known_languages;

use diagnostic::Sink;
use draft::Draft;
use ledger::{Ledger, Purpose};
use proof::Held;
use record::Record;
use story::Story;

/// What came of a run.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The story; `None` if any diagnostic is an error.
    pub story: Option<Story>,
    /// Everything that is wrong or doubtful, by file, line and column.
    pub diagnostics: Vec<Diagnostic>,
    /// The quotes that were looked up and found shortened, by their ids, each with what its author left out.
    pub left_out: Vec<(String, Vec<String>)>,
    /// Likewise those into which their authors put words, with these.
    pub put_in: Vec<(String, Vec<String>)>,
    /// The files that are published beside the story, by path; none where the story's folder was not read.
    pub media: Vec<MediaFile>,
    /// The files, to show places in.
    pub files: Files,
}

impl Outcome {
    /// How many diagnostics are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity() == severity).count()
    }
}

/// What came of a check of every quote against the archive.
#[derive(Clone, Debug)]
pub struct Verification {
    /// The story and its diagnostics, without any about the lock that was there before.
    pub outcome: Outcome,
    /// The text of `verified.lock` that says so; `None` if any diagnostic is an error.
    pub lock: Option<String>,
    /// How many quotes were found, and how.
    pub report: Report,
}

/// Compiles a story from its files, in the order given, with nothing to prove its quotes by.
#[must_use]
pub fn compile(inputs: Vec<Input>) -> Outcome {
    compile_with(inputs, Evidence::default())
}

/// Compiles a story from its files, in the order given, and proves its quotes by the evidence.
#[must_use]
pub fn compile_with(inputs: Vec<Input>, evidence: Evidence) -> Outcome {
    run(inputs, evidence, None, Purpose::Story, read::PIECE_BYTES).0
}

/// The same with the files beside the tables: pictures, films, sounds and captions are looked at, and, if asked for, made into
/// what is published.
#[must_use]
pub fn compile_beside(inputs: Vec<Input>, evidence: Evidence, beside: &Beside<'_>) -> Outcome {
    run(inputs, evidence, Some(beside), Purpose::Story, read::PIECE_BYTES).0
}

/// Checks every quote against the archive, and says what the lock should say.
#[must_use]
pub fn verify(inputs: Vec<Input>, evidence: Evidence) -> Verification {
    let (outcome, ledger) = run(inputs, evidence, None, Purpose::Lock, read::PIECE_BYTES);
    let lock = outcome.story.is_some().then(|| ledger.lock());
    Verification { outcome, lock, report: ledger.report }
}

/// Reads larger TOML files than so many bytes piece by piece.
fn run(
    inputs: Vec<Input>,
    evidence: Evidence,
    beside: Option<&Beside<'_>>,
    purpose: Purpose,
    piece_bytes: usize,
) -> (Outcome, Ledger) {
    let mut files = Files::default();
    let decoded = read::decode(inputs, &mut files);
    let held = Held::new(evidence, &mut files);
    let (story, diagnostics, mut ledger, media) = checked(&files, &decoded, &held, beside, purpose, piece_bytes);
    let (left_out, put_in) = (std::mem::take(&mut ledger.left_out), std::mem::take(&mut ledger.put_in));
    (Outcome { story, diagnostics, left_out, put_in, media, files }, ledger)
}

fn checked(
    files: &Files,
    decoded: &[read::Decoded],
    held: &Held,
    beside: Option<&Beside<'_>>,
    purpose: Purpose,
    piece_bytes: usize,
) -> (Option<Story>, Vec<Diagnostic>, Ledger, Vec<MediaFile>) {
    let mut sink = Sink::default();
    let mut draft = Draft::default();
    let mut take = |table, row, sink: &mut Sink| draft.add(table, row, sink);
    if read::read(files, decoded, piece_bytes, &mut take, &mut sink).is_err() {
        return checked(files, decoded, held, beside, purpose, usize::MAX);
    }
    let record = Record::new(&draft);
    checks::check_record(&record, &mut sink);
    let texts = texts::texts(&record, &mut sink);
    let mut ledger = ledger::check(&record, files, held, purpose, &mut sink);
    let mut resolved = media::resolve(&record, beside, &mut sink);
    let media = std::mem::take(&mut resolved.files);
    let story = assemble::assemble(&record, std::mem::take(&mut ledger.checks), texts, resolved);
    let diagnostics = sink.into_sorted();
    let sound = !diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
    (story.filter(|_| sound), diagnostics, ledger, media)
}

/// The bytes of a story's bundle.
#[must_use]
pub fn bundle(story: &Story) -> Vec<u8> {
    bundle::write_indexed(story, &levels::levels(story), |bundle| indexing::index(bundle, &story.language))
}

/// A story's bundle, opened.
///
/// # Panics
/// Where the reader refuses what the writer wrote; tests hold that it does not.
#[must_use]
pub fn opened(story: &Story) -> bundle::Bundle {
    bundle::Bundle::open(bundle(story)).unwrap_or_else(|error| unreachable!("a bundle of our own: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// A story with a row in every table, and every type of value.
    const SOUND: &str = include_str!("../fixtures/sound.toml");

    fn input(name: &str, bytes: &[u8]) -> Input {
        Input { name: name.to_owned(), bytes: bytes.to_vec() }
    }

    #[test]
    fn a_sound_story_has_nothing_to_be_said_about_it() {
        let outcome = compile(vec![input("sound.toml", SOUND.as_bytes())]);
        assert_eq!(render_text(&outcome), "");
        assert!(outcome.story.is_some());
    }

    #[test]
    fn a_story_is_the_same_however_its_files_are_encoded() {
        let plain = compile(vec![input("s.toml", SOUND.as_bytes())]).story;
        for text in [SOUND.replace('\n', "\r\n"), SOUND.replace('\n', "\r"), format!("\u{FEFF}{SOUND}")] {
            assert_eq!(compile(vec![input("s.toml", text.as_bytes())]).story, plain);
        }
    }

    #[test]
    fn the_same_story_gives_the_same_bytes() {
        let bytes = || compile(vec![input("s.toml", SOUND.as_bytes())]).story.map(|story| bundle(&story));
        assert!(bytes().is_some());
        assert_eq!(bytes(), bytes());
    }

    #[test]
    fn what_is_known_is_known_from_the_first_report_on() {
        let story = compile(vec![input("s.toml", SOUND.as_bytes())]).story.expect("a story");
        let known = |at: usize| story.events[at].known_from.as_ref().map(|date| date.edtf.as_str());
        assert_eq!((known(0), known(1)), (Some("2024-06-20"), Some("2024-03")));
        assert_eq!(story.quotes[0].known_from.as_ref().map(|date| date.edtf.as_str()), Some("2024-06-20"));
    }

    /// Compiles and renders, and checks that an error is there exactly where a story is not.
    fn survives(inputs: Vec<Input>) -> Result<(), TestCaseError> {
        let outcome = compile(inputs);
        prop_assert_eq!(outcome.story.is_none(), outcome.count(Severity::Error) > 0);
        prop_assert_eq!(render_text(&outcome).is_empty(), outcome.diagnostics.is_empty());
        prop_assert!(render_json(&outcome).starts_with('['));
        let place = |diagnostic: &Diagnostic| (diagnostic.span.file, outcome.files.start(diagnostic.span));
        prop_assert!(outcome.diagnostics.is_sorted_by_key(place));
        prop_assert!(
            outcome.diagnostics.iter().all(|diagnostic| diagnostic.hint.is_some()),
            "each says how to mend it"
        );
        Ok(())
    }

    fn in_pieces(inputs: Vec<Input>, piece_bytes: usize) -> Outcome {
        run(inputs, Evidence::default(), None, Purpose::Story, piece_bytes).0
    }

    /// Everything that a run tells.
    fn told(outcome: &Outcome) -> (Option<&Story>, String) {
        (outcome.story.as_ref(), render_text(outcome))
    }

    proptest! {
        #[test]
        fn a_file_read_in_pieces_is_the_same_story_with_the_same_diagnostics(
            edits in prop::collection::vec((0..SOUND.len(), prop::sample::select(b"\"[]{}=\n,.#x ".as_slice())), 0..3),
            piece_bytes in 0..300_usize,
        ) {
            let mut bytes = SOUND.as_bytes().to_vec();
            for (at, byte) in edits {
                bytes[at] = byte;
            }
            let inputs = || vec![input("s.toml", &bytes)];
            let (whole, cut) = (in_pieces(inputs(), usize::MAX), in_pieces(inputs(), piece_bytes));
            prop_assert_eq!(told(&cut), told(&whole));
        }

        #[test]
        fn any_bytes_give_diagnostics_and_never_a_panic(
            bytes in prop::collection::vec(any::<u8>(), 0..200),
            name in "(events|texts|story|x)\\.(toml|csv)",
        ) {
            survives(vec![input(&name, &bytes)])?;
        }

        #[test]
        fn a_sound_story_with_bytes_changed_is_survived(
            edits in prop::collection::vec((0..SOUND.len(), prop::sample::select(b"\"[]{}=\n\\,;:'\0\xFFax0-/.*<".as_slice())), 1..12),
            cut in 0..SOUND.len(),
        ) {
            let mut bytes = SOUND.as_bytes().to_vec();
            for (at, byte) in edits {
                bytes[at] = byte;
            }
            survives(vec![input("s.toml", &bytes)])?;
            survives(vec![input("s.toml", &bytes[..cut]), input("events.csv", &bytes[cut..])])?;
        }
    }
}
