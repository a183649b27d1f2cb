//! What the preview shows: the last site that could be built, and what is wrong with the story as it stands now.
//!
//! It knows no files and no network: what was read goes in, what is shown comes out.

use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::mem;
use std::sync::Arc;

use compile::{Diagnostic, Evidence, Input, Outcome, Severity};
use hyper::body::Bytes;
use publish::{Audience, Links, Widget};
use serde_json::{Value, json};

use super::routes;

/// So many diagnostics are shown in the page, errors first; the terminal has them all.
const IN_PAGE: usize = 50;

/// All that a story is made from.
pub(super) struct Record {
    pub(super) inputs: Vec<Input>,
    pub(super) evidence: Evidence,
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
            Ok(Record { inputs, evidence }) => {
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
}

impl Attempt {
    /// Builds what was read.
    pub(super) fn new(found: Found, version: Version, widget: &Widget) -> Self {
        match found {
            Err(reason) => Self { trouble: json!({ "failure": reason }), outcome: Err(reason), site: None },
            Ok(Record { inputs, evidence }) => {
                let mut outcome = compile::compile_with(inputs, evidence);
                let site = outcome.story.as_ref().map(|story| Arc::new(Site::new(story, version, widget)));
                Self { trouble: trouble(&mut outcome), outcome: Ok(outcome), site }
            }
        }
    }

    /// Whether the story could be built.
    pub(super) fn is_built(&self) -> bool {
        self.site.is_some()
    }
}

impl Site {
    fn new(story: &story::Story, version: Version, widget: &Widget) -> Self {
        let (bundle, links, script) = (compile::opened(story), Links::default(), routes::script(version));
        let audience = Audience::Author(&script);
        let files = publish::site(&publish::Input { story, bundle: &bundle, widget, links: &links, audience });
        Self { version, files: files.into_iter().map(|file| (file.path, file.bytes.into())).collect() }
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
