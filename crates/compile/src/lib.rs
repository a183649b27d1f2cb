//! The compiler: authored files to a checked story, and everything there is to say about what is wrong with them.
//!
//! [`compile`] is pure: bytes in, story and diagnostics out, the same on any machine and any day. This crate
//! touches no file, knows no clock and prints nothing; the crate `disk` reads, the command prints.
//!
//! A run goes through these steps; none of them stops at the first mistake:
//! bytes to text to rows (`read`), rows to fields (`draft`), names to positions (`record`), the checks of the
//! whole (`checks`), and, if there is no error, the story (`assemble`).

mod assemble;
mod checks;
mod code;
pub mod date;
mod diagnostic;
mod draft;
mod files;
mod markdown;
mod read;
mod record;
mod render;
mod suggest;
#[cfg(test)]
mod testing;
mod texts;

pub use code::Code;
pub use diagnostic::{Diagnostic, Related, Severity};
pub use files::{FileId, Files, Input, Position, Span};
pub use render::{Colour, render_json, render_text, render_text_in};
pub use texts::known_languages;

use diagnostic::Sink;
use record::Record;
use story::Story;

/// What came of a run.
#[derive(Clone, Debug)]
pub struct Outcome {
    /// The story; `None` if any diagnostic is an error.
    pub story: Option<Story>,
    /// Everything that is wrong or doubtful, by file, line and column.
    pub diagnostics: Vec<Diagnostic>,
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

/// Compiles a story from its files, in the order given.
#[must_use]
pub fn compile(inputs: Vec<Input>) -> Outcome {
    let mut files = Files::default();
    let mut sink = Sink::default();
    let rows = read::read(inputs, &mut files, &mut sink);
    let draft = draft::read(rows, &mut sink);
    let record = Record::new(&draft);
    checks::check_record(&record, &mut sink);
    let texts = texts::texts(&record, &mut sink);
    let story = assemble::assemble(&record, texts);
    let diagnostics = sink.into_sorted(&files);
    let sound = !diagnostics.iter().any(|diagnostic| diagnostic.severity() == Severity::Error);
    Outcome { story: story.filter(|_| sound), diagnostics, files }
}

/// The bytes of a story's bundle.
#[must_use]
pub fn bundle(story: &Story) -> Vec<u8> {
    bundle::write(story)
}
