//! Story fixtures with the diagnostics they must give written beside the offending lines; `suite/README.md` says how.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use compile::{Beside, Code, Diagnostic, Effort, Input, Outcome, Severity, compile_beside, compile_with};

/// What begins a line that is an annotation.
const MARK: &str = "#!";

#[test]
fn every_fixture_gives_the_diagnostics_written_in_it_and_no_others() {
    let mut report = String::new();
    for case in cases() {
        let Case { outcome, expected } = run(&case);
        let found = lines(&outcome);
        if found != expected {
            let _ = writeln!(report, "{}\n{}", case.display(), difference(&expected, &found));
        }
    }
    assert!(report.is_empty(), "\n{report}");
}

#[test]
fn every_kind_of_diagnostic_has_a_fixture() {
    let outcomes: Vec<_> = cases().iter().map(|case| run(case).outcome).collect();
    let seen = |code: &Code| outcomes.iter().flat_map(|outcome| &outcome.diagnostics).any(|it| it.code == *code);
    let unseen: Vec<_> = Code::ALL.iter().filter(|code| !seen(code)).map(|code| code.name()).collect();
    assert_eq!(unseen, [] as [&str; 0]);
}

#[test]
fn a_fixture_has_a_story_if_it_has_no_error() {
    for case in cases() {
        let outcome = run(&case).outcome;
        assert_eq!(outcome.story.is_some(), outcome.count(Severity::Error) == 0, "{}", case.display());
    }
}

#[test]
fn the_same_story_in_toml_and_csv_gives_the_same_bytes() {
    let bytes = |name: &str| compile::bundle(&run(&folder().join(name)).outcome.story.expect("a story"));
    assert!(bytes("sound.toml") == bytes("csv-sound"));
}

/// A fixture's outcome and the diagnostics written in it.
struct Case {
    outcome: Outcome,
    expected: Vec<String>,
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("suite")
}

/// Every fixture: a file, or a folder of files.
fn cases() -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder()).expect("the folder of fixtures");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    let mut cases: Vec<_> = paths.filter(|path| path.extension().is_none_or(|ending| ending != "md")).collect();
    cases.sort();
    assert!(cases.len() > 10, "the fixtures are gone");
    cases
}

fn run(case: &Path) -> Case {
    let mut expected = Vec::new();
    let inputs = disk::read_story(case).expect("a fixture");
    let strip = |input: Input| {
        let name = input.name.rsplit('/').next().unwrap_or_default().to_owned();
        let (bytes, found) = without_annotations(&name, &input.bytes);
        expected.extend(found);
        Input { name, bytes }
    };
    let mut evidence = disk::read_evidence(case, &disk::archive(case)).expect("what is there can be read");
    let inputs = inputs.into_iter().chain(evidence.lock.take()).map(strip).collect::<Vec<_>>();
    let (locks, inputs) = inputs.into_iter().partition::<Vec<_>, _>(|input| input.name.ends_with(".lock"));
    evidence.lock = locks.into_iter().next();
    let own = |text: &mut Input| text.name = format!("archive/{}", text.name.rsplit('/').next().unwrap_or_default());
    evidence.archive.iter_mut().flatten().for_each(own);
    // Only this fixture has files beside its tables; the others name some that nobody looks for.
    let outcome = if case.ends_with("media") {
        let folder = disk::StoryFolder::of(case);
        compile_beside(inputs, evidence, &Beside { folder: &folder, effort: Effort::Look })
    } else {
        compile_with(inputs, evidence)
    };
    expected.sort();
    Case { outcome, expected }
}

/// A file without its annotations, and each of them with the place it speaks of: the next line that is none.
fn without_annotations(file: &str, bytes: &[u8]) -> (Vec<u8>, Vec<String>) {
    let mut kept: Vec<&[u8]> = Vec::new();
    let mut found: Vec<String> = Vec::new();
    for line in bytes.split(|&byte| byte == b'\n') {
        let Some(text) = line.strip_prefix(MARK.as_bytes()) else {
            kept.push(line);
            continue;
        };
        let text = String::from_utf8_lossy(text);
        match text.trim_start().split_once("] ") {
            Some((head, rest)) if !text.starts_with("  ") => {
                found.push(format!("{file}:{}:{rest} {head}]", kept.len() + 1));
            }
            _ => {
                let last = found.last_mut().expect("a hint or note follows a diagnostic");
                let _ = write!(last, "\n    {}", text.trim());
            }
        }
    }
    (kept.join(&b'\n'), found)
}

/// The diagnostics of an outcome in the form of the annotations.
fn lines(outcome: &Outcome) -> Vec<String> {
    let mut lines: Vec<_> = outcome.diagnostics.iter().map(|diagnostic| line(outcome, diagnostic)).collect();
    lines.sort();
    lines
}

fn line(outcome: &Outcome, diagnostic: &Diagnostic) -> String {
    let files = &outcome.files;
    let place = |span: compile::Span| {
        let start = files.start(span);
        format!("{}:{}:{}", files.name(span.file), start.line, start.column)
    };
    let (severity, code) = (diagnostic.severity().name(), diagnostic.code.name());
    let mut line = format!("{}: {} {severity}[{code}]", place(diagnostic.span), diagnostic.message);
    if let Some(hint) = &diagnostic.hint {
        let _ = write!(line, "\n    hint: {hint}");
    }
    for related in &diagnostic.related {
        let _ = write!(line, "\n    note: {}: {}", place(related.span), related.message);
    }
    line
}

fn difference(expected: &[String], found: &[String]) -> String {
    let missing = expected.iter().filter(|line| !found.contains(line)).map(|line| format!("  - {line}\n"));
    let surplus = found.iter().filter(|line| !expected.contains(line)).map(|line| format!("  + {line}\n"));
    missing.chain(surplus).collect()
}
