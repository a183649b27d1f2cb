//! What the preview shows: the last site that could be built, and what is wrong with the story as it stands now.
//!
//! It knows no files and no network: what was read goes in, what is shown comes out.
//!
//! A version is a hash of all that the story was read from. A page has its own in the address of its script, and loads
//! again where it hears of another: a mended slip loads nothing, and a tab outlives a restart of the server.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io;
use std::mem;
use std::sync::Arc;

use compile::{Beside, Diagnostic, Effort, Evidence, Input, MediaCache, MediaFolder, Outcome, Severity};
use hyper::body::Bytes;
use publish::{Audience, Links, Origins, Widget};
use serde_json::{Value, json};

use crate::build;

/// The script by which pages follow the story.
pub(super) const SCRIPT: &str = "/preview.js";
/// So many diagnostics are shown in the page, errors first; the terminal has them all.
const IN_PAGE: usize = 50;

/// All that a story is made from.
pub(super) struct Record {
    pub(super) inputs: Vec<Input>,
    pub(super) evidence: Evidence,
    /// Stands for the files beside the tables.
    pub(super) media: u64,
}

/// What an attempt needs beside the story.
pub(super) struct Desk<'a> {
    pub(super) widget: &'a Widget,
    /// The files beside the story's tables.
    pub(super) folder: &'a dyn MediaFolder,
    /// What was made of them before.
    pub(super) cache: &'a MediaCache,
}

/// What came of reading the story: its files, or why they cannot be read.
pub(super) type Found = Result<Record, String>;

/// An attempt to build it.
pub(super) struct Attempt {
    /// All there is to say about the story, or why it cannot be read.
    pub(super) outcome: Result<Outcome, String>,
    /// The same for a page.
    trouble: Value,
    /// The site, if the story has no errors.
    site: Option<Arc<Site>>,
}

/// A built story.
pub(super) struct Site {
    /// What it was built from.
    pub(super) version: Version,
    /// Its files, by their paths.
    pub(super) files: BTreeMap<String, Bytes>,
    /// The other servers that its pages may ask.
    pub(super) origins: Origins,
}

/// Stands for what was read: the same for the same bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Version(u64);

/// What the server has to show.
#[derive(Clone, Default)]
pub(super) struct Shown {
    /// The last story without errors.
    pub(super) site: Option<Arc<Site>>,
    /// What a page has to know, as JSON.
    pub(super) report: String,
}

impl Version {
    pub(super) fn of(found: &Found) -> Self {
        let mut hasher = DefaultHasher::new();
        match found {
            Ok(Record { inputs, evidence, media }) => {
                media.hash(&mut hasher);
                let mut add = |input: &Input| (&input.name, &input.bytes).hash(&mut hasher);
                inputs.iter().for_each(&mut add);
                evidence.lock.iter().chain(evidence.archive.iter().flatten()).for_each(add);
                (inputs.len(), evidence.lock.is_some(), evidence.archive.is_some()).hash(&mut hasher);
            }
            Err(reason) => reason.hash(&mut hasher),
        }
        Self(hasher.finish())
    }

    /// As pages and addresses have it.
    pub(super) fn text(self) -> String {
        format!("{:016x}", self.0)
    }

    /// The address of the script in pages of this version, which tells the script what it stands in.
    fn script(self) -> String {
        format!("{SCRIPT}?{}", self.text())
    }
}

impl Attempt {
    /// Builds what was read.
    pub(super) fn new(found: Found, version: Version, desk: &Desk<'_>) -> Self {
        match found {
            Err(reason) => Self { trouble: json!({ "failure": reason }), outcome: Err(reason), site: None },
            Ok(Record { inputs, evidence, .. }) => {
                let beside = Beside { folder: desk.folder, effort: Effort::Make(desk.cache) };
                let mut outcome = compile::compile_beside(inputs, evidence, &beside);
                match Site::new(&outcome, version, desk) {
                    Ok(site) => Self { trouble: trouble(&mut outcome), outcome: Ok(outcome), site: site.map(Arc::new) },
                    Err(error) => {
                        let reason = error.to_string();
                        Self { trouble: json!({ "failure": reason }), outcome: Err(reason), site: None }
                    }
                }
            }
        }
    }

    /// Whether the story could be built.
    pub(super) fn is_built(&self) -> bool {
        self.site.is_some()
    }
}

impl Site {
    /// The site of a story without errors.
    ///
    /// # Errors
    ///
    /// Where a film is gone since it was looked at.
    fn new(outcome: &Outcome, version: Version, desk: &Desk<'_>) -> io::Result<Option<Self>> {
        let Some(story) = &outcome.story else { return Ok(None) };
        let (bundle, links, script) = (compile::opened(story), Links::default(), version.script());
        let (audience, media) = (Audience::Author(&script), build::media(&outcome.media));
        let input = publish::Input {
            story,
            bundle: &bundle,
            media: &media,
            card: None,
            widget: desk.widget,
            links: &links,
            audience,
        };
        let files = publish::site(&input).into_iter().map(|file| (file.path, Bytes::from(file.bytes)));
        let mut files: BTreeMap<_, _> = files.collect();
        for file in &outcome.media {
            files.insert(file.path.clone(), Bytes::from_owner(file.read(desk.folder)?));
        }
        Ok(Some(Self { version, files, origins: Origins::of(story) }))
    }
}

impl Shown {
    /// What is shown after an attempt: the last site stays until there is another.
    pub(super) fn after(&self, attempt: &Attempt) -> Self {
        let site = attempt.site.clone().or_else(|| self.site.clone());
        let version = site.as_ref().map(|site| site.version.text());
        Self { report: json!({ "version": version, "trouble": attempt.trouble }).to_string(), site }
    }
}

/// What is wrong, for a page.
fn trouble(outcome: &mut Outcome) -> Value {
    let (errors, warnings) = (outcome.count(Severity::Error), outcome.count(Severity::Warning));
    let all = mem::take(&mut outcome.diagnostics);
    outcome.diagnostics = gravest(&all);
    let rendered = compile::render_json(outcome);
    outcome.diagnostics = all;
    // What was written as JSON can be read as JSON.
    let diagnostics: Value = serde_json::from_str(&rendered).unwrap_or_default();
    json!({ "errors": errors, "warnings": warnings, "diagnostics": diagnostics })
}

/// As many as a page shows, errors first: a story can be wrong in a hundred thousand places.
fn gravest(all: &[Diagnostic]) -> Vec<Diagnostic> {
    let of = |severity| all.iter().filter(move |diagnostic| diagnostic.severity() == severity);
    of(Severity::Error).chain(of(Severity::Warning)).take(IN_PAGE).cloned().collect()
}
