//! What judges pages: vnu, whether they are valid HTML, and axe-core, whether everybody can use them.
//!
//! Both are somebody else's, so that nobody here decides what is right. A machine without them fails the test, and is told
//! what to do.

use std::{
    env, fs,
    path::PathBuf,
    process::{self, Command},
    sync::atomic::{AtomicUsize, Ordering},
};

use serde::Deserialize;
use serde_json::json;

use crate::Page;

/// Names the folder `node_modules` that has the checkers.
const CHECKERS: &str = "ON_RECORD_CHECKERS";
/// Names the Java that runs vnu; without it, whatever `java` is on the path.
const JAVA: &str = "ON_RECORD_JAVA";

/// vnu, below `node_modules`.
const VNU: &str = "vnu-jar/build/dist/vnu.jar";
/// axe-core, below `node_modules`.
const AXE: &str = "axe-core/axe.min.js";

/// Gives for each rule that a page breaks what the rule says, and each element that breaks it. Frames are pages of their
/// own. Nothing is fetched again, because a page may forbid it, or stand on a disk.
const LOOK: &str = "const done = arguments[0];
    const where = (node) => node.target.flat().join(' ') + ': ' + node.failureSummary.replace(/\\s+/g, ' ');
    const told = (rule) => `${rule.id} (${rule.impact}): ${rule.help}: ` + rule.nodes.slice(0, 5).map(where).join('; ');
    axe.run(document, { resultTypes: ['violations'], iframes: false, preload: false })
        .then(({ violations }) => done(violations.map(told)), (error) => done([String(error)]));";

/// What vnu says about a document.
#[derive(Clone, Debug, Deserialize)]
pub struct Remark {
    #[serde(default)]
    url: String,
    /// What is wrong.
    pub message: String,
    /// The markup around it.
    #[serde(default)]
    pub extract: String,
}

#[derive(Deserialize)]
struct Remarks {
    messages: Vec<Remark>,
}

/// What vnu says about documents, errors and warnings alike: the name of each with the remark.
///
/// # Panics
/// Where vnu or Java is missing or fails; the message says what to do.
#[must_use]
pub fn remarks(documents: &[(String, Vec<u8>)]) -> Vec<(String, Remark)> {
    let scratch = Scratch::new();
    let files: Vec<_> = (0..documents.len()).map(|at| scratch.0.join(format!("{at}.html"))).collect();
    for (file, (_, bytes)) in files.iter().zip(documents) {
        fs::write(file, bytes).expect("a scratch file is written");
    }
    let name = |remark: &Remark| {
        let file = remark.url.rsplit('/').next()?.strip_suffix(".html")?.parse::<usize>().ok()?;
        documents.get(file).map(|(name, _)| name.clone())
    };
    vnu(&files).into_iter().map(|remark| (name(&remark).unwrap_or_default(), remark)).collect()
}

fn vnu(files: &[PathBuf]) -> Vec<Remark> {
    let java = env::var_os(JAVA).unwrap_or_else(|| "java".into());
    let mut command = Command::new(java);
    command.arg("-jar").arg(module(VNU)).args(["--format", "json", "--stdout", "--exit-zero-always"]).args(files);
    let output = command.output().unwrap_or_else(|error| {
        panic!("no Java to run vnu ({error}): cargo xtask test installs it, {JAVA} names one");
    });
    let said = String::from_utf8_lossy(&output.stdout);
    let errors = String::from_utf8_lossy(&output.stderr);
    let remarks: Remarks =
        serde_json::from_str(&said).unwrap_or_else(|error| panic!("vnu failed ({error}): {said}{errors}"));
    remarks.messages
}

impl Page {
    /// What axe-core finds that keeps readers from using the page as it is now, its open shadow trees included.
    ///
    /// # Panics
    /// Where axe-core is missing; the message says what to do.
    #[must_use]
    pub fn barriers(&self) -> Vec<String> {
        if !self.js::<bool>("return 'axe' in window", json!([])) {
            let axe = fs::read_to_string(module(AXE)).expect("axe-core is text");
            // The driver evaluates it as the browser's own tools do, which no policy of the page forbids.
            self.js::<bool>(&[&axe, ";\nreturn 'axe' in window"].concat(), json!([]));
        }
        let found = self.run("look with axe", |client| async move { client.execute_async(LOOK, Vec::new()).await });
        serde_json::from_value(found).expect("a list of what is wrong")
    }
}

/// A file of a checker.
fn module(path: &str) -> PathBuf {
    let modules = env::var_os(CHECKERS).map(PathBuf::from).unwrap_or_default();
    let file = modules.join(path);
    let is_there = file.is_file();
    assert!(is_there, "no {path}: cargo xtask test installs it; {CHECKERS} names the folder node_modules that has it");
    file
}

/// A folder for the documents of one look, removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        static MADE: AtomicUsize = AtomicUsize::new(0);
        let name = format!("on-record-documents-{}-{}", process::id(), MADE.fetch_add(1, Ordering::Relaxed));
        let folder = env::temp_dir().join(name);
        fs::create_dir_all(&folder).expect("a scratch folder");
        Self(folder)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What stays behind is in the folder of temporary files.
        let _ = fs::remove_dir_all(&self.0);
    }
}
