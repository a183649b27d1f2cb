//! What Lighthouse says about a page.
//!
//! Its score is a median, and it has a network of its own, so that its seconds are not those in the lines above it.

use std::{
    path::Path,
    process::{Command, Stdio},
};

use on_record_tests::engine::chromium;
use serde::Serialize;
use serde_json::Value;

use crate::distribution::Distribution;

/// The program, below `node_modules`.
const PROGRAM: &str = "lighthouse/cli/index.js";

/// How often it runs: no two runs give the same performance.
const RUNS: usize = 3;

/// Scores out of a hundred.
#[derive(Clone, Copy, Debug, Serialize)]
pub(crate) struct Scores {
    /// How quickly it loads.
    pub(crate) performance: f64,
    /// Whether everybody can use it.
    pub(crate) accessibility: f64,
    /// Whether it is built as browsers recommend.
    pub(crate) best_practices: f64,
    /// Whether search engines find what they need.
    pub(crate) seo: f64,
}

/// The medians of some runs; `None` where one of them did not end well, of which it then says why.
pub(crate) fn scores(modules: &Path, url: &str) -> Option<Scores> {
    eprintln!("bench: Lighthouse ...");
    let runs: Vec<_> = (0..RUNS).map(|_| run(modules, url)).collect::<Option<_>>()?;
    let median = |of: fn(&Scores) -> f64| Distribution::new(runs.iter().map(of)).median();
    Some(Scores {
        performance: median(|it| it.performance)?,
        accessibility: median(|it| it.accessibility)?,
        best_practices: median(|it| it.best_practices)?,
        seo: median(|it| it.seo)?,
    })
}

fn run(modules: &Path, url: &str) -> Option<Scores> {
    let mut lighthouse = Command::new("node");
    lighthouse.arg(modules.join(PROGRAM)).arg(url).args(["--quiet", "--output=json", "--output-path=stdout"]);
    lighthouse.arg(format!("--chrome-flags={}", chromium::QUIET.join(" ")));
    lighthouse.env("CHROME_PATH", chromium::browser()).stdin(Stdio::null()).stderr(Stdio::inherit());
    let output = lighthouse.output().expect("node, which installed it");
    let report: Value = serde_json::from_slice(&output.stdout).ok()?;
    if let Some(error) = report["runtimeError"]["message"].as_str() {
        eprintln!("bench: Lighthouse: {error}");
    }
    let score = |category: &str| Some(report["categories"][category]["score"].as_f64()? * 100.0);
    Some(Scores {
        performance: score("performance")?,
        accessibility: score("accessibility")?,
        best_practices: score("best-practices")?,
        seo: score("seo")?,
    })
}
