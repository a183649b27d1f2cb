//! What a run measures, and where its files are.

use serde::Deserialize;
use std::path::PathBuf;

/// The seed of the stories: the same events in each run.
pub(crate) const SEED: u64 = 2026;

/// What a run measures.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Eq)]
#[serde(rename_all = "kebab-case")]
pub(crate) enum Part {
    /// From authored files to the bundle.
    Compile,
    /// The widget in the browser.
    Ours,
    /// The others in the browser.
    Peers,
    /// The search in the browser, beside others.
    Search,
    /// The published page, as it loads.
    Page,
}

/// What to measure, as `cargo xtask bench` says it.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Plan {
    /// Numbers of events, ascending.
    pub(crate) sizes: Vec<usize>,
    /// What to measure.
    pub(crate) parts: Vec<Part>,
    /// How many quotes are searched.
    pub(crate) quotes: usize,
    /// The search alone, as WebAssembly.
    pub(crate) engine: Option<PathBuf>,
    /// The folder `node_modules` with the peers.
    pub(crate) peers: Option<PathBuf>,
    /// The folder `node_modules` with Lighthouse.
    pub(crate) lighthouse: Option<PathBuf>,
    /// Where stories and bundles go.
    pub(crate) work: PathBuf,
    /// Where the report goes.
    pub(crate) report: PathBuf,
}

impl Plan {
    /// Reads a plan.
    ///
    /// # Panics
    /// Where it is none.
    pub(crate) fn from_json(json: &str) -> Self {
        serde_json::from_str(json).expect("a plan from cargo xtask bench")
    }

    /// Whether a part is to be measured.
    pub(crate) fn has(&self, part: Part) -> bool {
        self.parts.contains(&part)
    }

    /// Whether there is anything to measure at each size.
    pub(crate) fn has_stories(&self) -> bool {
        self.parts.iter().any(|part| !matches!(part, Part::Search | Part::Page))
    }

    /// The folder of the story of a size.
    pub(crate) fn story(&self, len: usize) -> PathBuf {
        self.work.join(format!("story-{len}"))
    }

    /// The bundle of the story of a size.
    pub(crate) fn bundle(&self, len: usize) -> PathBuf {
        self.work.join(format!("story-{len}.orb"))
    }
}
