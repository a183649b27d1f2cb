//! `test`: every check and every test there is, and one line that sums them up.

use super::build;
use crate::{
    checkout::Checkout,
    failure::Failure,
    process,
    tools::{self, Kit, Need},
};
use clap::ValueEnum;
use std::{ops::AddAssign, time::Instant};

/// What `test` runs.
#[derive(clap::Args)]
pub(crate) struct Options {
    /// Run one step alone.
    #[arg(long, value_name = "STEP")]
    only: Option<Step>,
}

/// A part of the whole test.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Step {
    /// The code is formatted.
    Fmt,
    /// The linter is content with what runs natively.
    Clippy,
    /// The linter is content with what runs in the browser.
    ClippyWasm,
    /// The documentation builds without warnings.
    Doc,
    /// The release bundle builds, and its wasm is valid.
    Dist,
    /// The unit, property, suite and browser tests.
    Tests,
}

/// What a step found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u64,
    failed: u64,
}

/// Tells the tests where the release bundle is.
const DIST: &str = "ON_RECORD_DIST";

/// Where no bundle ever is, for browser tests to fail where the build did.
const NOT_BUILT: &str = "target/no-bundle-was-built";

/// Runs the steps, all of them even where one fails, and prints what failed and the sum.
///
/// # Errors
/// Where anything failed, a tool cannot be installed, or somebody stopped it.
pub(crate) fn run(checkout: &Checkout, options: &Options) -> Result<(), Failure> {
    let steps = options.only.map_or_else(|| Step::value_variants().to_vec(), |step| vec![step]);
    let kit = tools::ensure(checkout, &needs(&steps))?;
    let mut counts = Vec::new();
    for step in steps {
        eprintln!("xtask: {} ...", step.title());
        let begun = Instant::now();
        counts.push((step, step.run(checkout, &kit)?));
        eprintln!("xtask: {} took {} s", step.title(), begun.elapsed().as_secs());
    }
    summary(&counts)
}

/// What all the steps need, each thing once.
fn needs(steps: &[Step]) -> Vec<Need> {
    let mut needs = Vec::new();
    for need in steps.iter().flat_map(|step| step.needs()) {
        if !needs.contains(need) {
            needs.push(*need);
        }
    }
    needs
}

fn summary(counts: &[(Step, Count)]) -> Result<(), Failure> {
    let mut sum = Count::default();
    for (step, count) in counts {
        sum += *count;
        if count.failed > 0 {
            println!("failed: {} (again: cargo xtask test --only {})", step.title(), step.id());
        }
    }
    println!("{} passed, {} failed", sum.passed, sum.failed);
    if sum.failed == 0 { Ok(()) } else { Err(Failure::Counted) }
}

impl Step {
    fn id(self) -> String {
        self.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
    }

    fn title(self) -> &'static str {
        match self {
            Self::Fmt => "cargo fmt --check",
            Self::Clippy => "cargo clippy, native",
            Self::ClippyWasm => "cargo clippy, what runs in the browser",
            Self::Doc => "cargo doc",
            Self::Dist => "the release bundle",
            Self::Tests => "cargo test, browser tests included",
        }
    }

    fn needs(self) -> &'static [Need] {
        match self {
            Self::Fmt | Self::Clippy => &[Need::RustComponents],
            Self::ClippyWasm => &[Need::RustComponents, Need::WasmTarget],
            Self::Doc => &[],
            Self::Dist => build::NEEDS,
            Self::Tests => &[
                Need::WasmTarget,
                Need::Trunk,
                Need::WasmBindgen,
                Need::NodeTools,
                Need::Browser,
                Need::Checkers,
                Need::Java,
            ],
        }
    }

    fn run(self, checkout: &Checkout, kit: &Kit) -> Result<Count, Failure> {
        match self {
            Self::Fmt => cargo(kit, &["fmt", "--all", "--check"]),
            Self::Clippy => cargo(kit, &["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]),
            Self::ClippyWasm => {
                let of_browser = ["--package", "on-record", "--package", "on-record-engine", "--lib"];
                let linted = ["--target", "wasm32-unknown-unknown", "--", "-D", "warnings"];
                cargo(kit, &[["clippy"].as_slice(), &of_browser, &linted].concat())
            }
            Self::Doc => one(process::run(
                kit.command("cargo").args(["doc", "--workspace", "--no-deps"]).env("RUSTDOCFLAGS", "-D warnings"),
            )),
            Self::Dist => one(build::bundle(checkout, kit)),
            Self::Tests => tests(checkout, kit),
        }
    }
}

fn cargo(kit: &Kit, args: &[&str]) -> Result<Count, Failure> {
    one(process::run(kit.command("cargo").args(args)))
}

/// A step that is one check: what it found wrong counts, what stopped it from looking does not.
fn one(result: Result<(), Failure>) -> Result<Count, Failure> {
    match result {
        Ok(()) => Ok(Count { passed: 1, failed: 0 }),
        Err(Failure::Found(line)) => {
            eprintln!("xtask: {line}");
            Ok(Count { passed: 0, failed: 1 })
        }
        Err(failure) => Err(failure),
    }
}

fn tests(checkout: &Checkout, kit: &Kit) -> Result<Count, Failure> {
    let mut count = Count::default();
    let is_built = one(build::bundle(checkout, kit))?.failed == 0;
    // The bundle of an earlier build would prove nothing.
    let dist = if is_built { checkout.dist() } else { checkout.join(NOT_BUILT) };
    let mut command = kit.command("cargo");
    command.args(["test", "--workspace", "--no-fail-fast"]).env(DIST, dist);
    let mut failed = Vec::new();
    let is_good = process::run_lines(&mut command, |line| {
        println!("{line}");
        count += counted(line).unwrap_or_default();
        failed.extend(failed_test(line).map(str::to_owned));
    })?;
    println!();
    for test in failed {
        println!("failed: {test}");
    }
    // Tests that do not compile or that take their process down are in no result line.
    if !is_good && count.failed == 0 {
        count.failed = 1;
    }
    Ok(count)
}

/// The numbers of a line such as `test result: ok. 12 passed; 0 failed; 0 ignored; ...`.
fn counted(line: &str) -> Option<Count> {
    let (_, numbers) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let of = |name: &str| numbers.split("; ").find_map(|part| part.strip_suffix(name)?.trim().parse().ok());
    Some(Count { passed: of("passed")?, failed: of("failed")? })
}

/// The name in a line such as `test dates::a_day ... FAILED`.
fn failed_test(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_result_line_is_counted_whatever_the_outcome() {
        let cases = [
            ("test result: ok. 12 passed; 0 failed; 3 ignored; 0 measured", Some((12, 0))),
            ("test result: FAILED. 7 passed; 2 failed; 0 ignored", Some((7, 2))),
            ("test dates::result ... ok", None),
            ("", None),
        ];
        for (line, expected) in cases {
            assert_eq!(counted(line), expected.map(|(passed, failed)| Count { passed, failed }), "{line}");
        }
    }

    #[test]
    fn only_a_test_that_failed_is_named() {
        assert_eq!(failed_test("test dates::a_day ... FAILED"), Some("dates::a_day"));
        assert_eq!(failed_test("test dates::a_day ... ok"), None);
        assert_eq!(failed_test("test result: FAILED. 7 passed; 2 failed"), None);
    }

    #[test]
    fn a_step_that_could_not_look_is_no_failed_check() {
        assert_eq!(one(Err(Failure::Found("wrong".into()))), Ok(Count { passed: 0, failed: 1 }));
        assert_eq!(one(Err(Failure::Stopped)), Err(Failure::Stopped));
    }

    #[test]
    fn shared_needs_are_asked_for_once() {
        let needs = needs(&[Step::Dist, Step::Tests]);
        assert_eq!(needs.iter().filter(|need| **need == Need::Trunk).count(), 1);
    }
}
