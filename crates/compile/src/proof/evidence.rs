//! What stands behind a story's quotes, as it was handed to the compiler.

use std::collections::HashMap;

use crate::encoding::{Complaint, archived};
use crate::{FileId, Files, Input};

/// What stands behind a story's quotes: what was found before, and the private texts of the sources.
#[derive(Clone, Debug, Default)]
pub struct Evidence {
    /// `verified.lock`; `None` where there is none.
    pub lock: Option<Input>,
    /// The archive: a file for each source, named after it; `None` where there is no archive.
    pub archive: Option<Vec<Input>>,
}

/// The same among the files of a run.
#[derive(Default)]
pub(crate) struct Held {
    /// The lock, and why it is no text.
    pub(crate) lock: Option<(FileId, Option<Complaint>)>,
    /// Whether there is an archive.
    pub(crate) has_archive: bool,
    /// Its texts by the ids of their sources.
    texts: HashMap<String, (FileId, Option<Complaint>)>,
}

impl Held {
    /// Puts the evidence among the files of a run.
    pub(crate) fn new(evidence: Evidence, files: &mut Files) -> Self {
        let mut add = |input: Input| {
            // Places in an archived text are bytes as they are on disk, so nothing of it is changed.
            let (text, complaint) = archived(input.bytes);
            (files.add(input.name, text), complaint)
        };
        let lock = evidence.lock.map(&mut add);
        let has_archive = evidence.archive.is_some();
        let texts = evidence.archive.into_iter().flatten();
        let texts = texts.map(|input| (source_of(&input.name).to_owned(), add(input))).collect();
        Self { lock, has_archive, texts }
    }

    /// The archived text of a source.
    pub(crate) fn text(&self, source: &str) -> Option<(FileId, Option<&Complaint>)> {
        self.texts.get(source).map(|(file, complaint)| (*file, complaint.as_ref()))
    }

    /// The sources of which there are texts, in the order of their ids.
    pub(crate) fn sources(&self) -> Vec<&str> {
        let mut sources: Vec<_> = self.texts.keys().map(String::as_str).collect();
        sources.sort_unstable();
        sources
    }
}

/// The id of the source whose text a file holds: its name without folder and ending.
fn source_of(name: &str) -> &str {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}
