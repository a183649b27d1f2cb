//! `test`: every check and every test there is, and one line that sums them up.

mod browser_run;
mod browsers;
mod left_out;

use super::build;
use crate::{
    checkout::Checkout,
    failure::Failure,
    process,
    tools::{self, Kit, Need},
};
use browser_run::BrowserRun;
use clap::ValueEnum;
use std::{
    cell::OnceCell,
    ops::AddAssign,
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// What `test` runs.
#[derive(clap::Args)]
pub(crate) struct TestOptions {
    /// Run only the tests with this in their names.
    name: Option<String>,
    /// Run only the browser tests, in this browser.
    #[arg(long, value_name = "NAME")]
    browser: Option<BrowserRun>,
    /// Run one step alone.
    #[arg(long, value_name = "STEP", conflicts_with = "browser")]
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
    /// The unit, property, suite and browser tests, those in Chromium.
    Tests,
    /// The browser tests in a browser alone.
    #[value(skip)]
    Browser(BrowserRun),
}

/// What a step found.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Count {
    passed: u64,
    failed: u64,
    left_out: u64,
}

/// What the steps of one run share.
struct Run<'a> {
    checkout: &'a Checkout,
    kit: Kit,
    name: Option<&'a str>,
    /// The bundle under test, and whether this run could build it.
    dist: OnceCell<(PathBuf, Count)>,
}

/// Tells the tests where the release bundle is.
const DIST: &str = "ON_RECORD_DIST";

/// Where no bundle ever is, for browser tests to fail where the build did.
const NOT_BUILT: &str = "target/no-bundle-was-built";

/// Runs the steps, all of them even where one fails, and prints what failed and the sum.
///
/// # Errors
/// Where anything failed, a tool cannot be installed, or somebody stopped it.
pub(crate) fn run(checkout: &Checkout, options: &TestOptions) -> Result<(), Failure> {
    let steps = steps(options);
    let kit = tools::ensure(checkout, &needs(&steps))?;
    let run = Run { checkout, kit, name: options.name.as_deref(), dist: OnceCell::new() };
    let mut counts = Vec::new();
    for step in steps {
        eprintln!("xtask: {} ...", step.title());
        let begun = Instant::now();
        counts.push((step, step.run(&run)?));
        eprintln!("xtask: {} took {} s", step.title(), begun.elapsed().as_secs());
    }
    summary(&counts)
}

/// The steps that somebody asks for: a name is one of tests alone.
fn steps(options: &TestOptions) -> Vec<Step> {
    let elsewhere = browsers::beside_chromium().into_iter().map(Step::Browser);
    match (options.only, options.browser, &options.name) {
        (Some(step), ..) => vec![step],
        (_, Some(browser), _) => vec![Step::Browser(browser)],
        (.., Some(_)) => [Step::Tests].into_iter().chain(elsewhere).collect(),
        _ => Step::value_variants().iter().copied().chain(elsewhere).collect(),
    }
}

/// What all the steps need, each thing once.
fn needs(steps: &[Step]) -> Vec<Need> {
    let mut needs = Vec::new();
    for need in steps.iter().flat_map(|step| step.needs()) {
        if !needs.contains(&need) {
            needs.push(need);
        }
    }
    needs
}

fn summary(counts: &[(Step, Count)]) -> Result<(), Failure> {
    let mut sum = Count::default();
    for (step, count) in counts {
        sum += *count;
        if count.failed > 0 {
            println!("failed: {} (again: cargo xtask test {})", step.title(), step.option());
        }
    }
    println!("{} passed, {} failed, {} left out", sum.passed, sum.failed, sum.left_out);
    if sum.failed == 0 { Ok(()) } else { Err(Failure::Counted) }
}

impl Step {
    /// What runs it alone.
    fn option(self) -> String {
        match (self, self.to_possible_value()) {
            (Self::Browser(browser), _) => format!("--browser {}", browser.name()),
            (_, value) => format!("--only {}", value.as_ref().map_or("", |value| value.get_name())),
        }
    }

    fn title(self) -> &'static str {
        match self {
            Self::Fmt => "cargo fmt --check",
            Self::Clippy => "cargo clippy, native",
            Self::ClippyWasm => "cargo clippy, what runs in the browser",
            Self::Doc => "cargo doc",
            Self::Dist => "the release bundle",
            Self::Tests => "cargo test, the browser tests in Chromium",
            Self::Browser(browser) => browser.title(),
        }
    }

    fn needs(self) -> Vec<Need> {
        match self {
            Self::Fmt | Self::Clippy => vec![Need::RustComponents],
            Self::ClippyWasm => vec![Need::RustComponents, Need::WasmTarget],
            Self::Doc => Vec::new(),
            Self::Dist => build::NEEDS.to_vec(),
            Self::Tests => BrowserRun::Chromium.needs(),
            Self::Browser(browser) => browser.needs(),
        }
    }

    fn run(self, run: &Run<'_>) -> Result<Count, Failure> {
        let kit = &run.kit;
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
            Self::Dist => run.dist().map(|(_, built)| built),
            Self::Tests => told(run.tests()?.args(["--no-fail-fast"]).args(run.name)),
            Self::Browser(browser) => browsers::tests(run, browser),
        }
    }
}

impl Run<'_> {
    /// The release bundle, built once, and whether that worked.
    fn dist(&self) -> Result<(&Path, Count), Failure> {
        if self.dist.get().is_none() {
            let built = one(build::bundle(self.checkout, &self.kit))?;
            // The bundle of an earlier build would prove nothing.
            let folder = if built.failed == 0 { self.checkout.dist() } else { self.checkout.join(NOT_BUILT) };
            self.dist.get_or_init(|| (folder, built));
        }
        let (folder, built) = self.dist.get_or_init(|| unreachable!("it has just been built"));
        Ok((folder, *built))
    }

    /// The command that runs tests on the bundle.
    fn tests(&self) -> Result<Command, Failure> {
        let (dist, _) = self.dist()?;
        let mut command = self.kit.command("cargo");
        command.args(["test", "--workspace"]).env(DIST, dist);
        Ok(command)
    }
}

fn cargo(kit: &Kit, args: &[&str]) -> Result<Count, Failure> {
    one(process::run(kit.command("cargo").args(args)))
}

/// A step that is one check: what it found wrong counts, what stopped it from looking does not.
fn one(result: Result<(), Failure>) -> Result<Count, Failure> {
    match result {
        Ok(()) => Ok(Count { passed: 1, ..Count::default() }),
        Err(Failure::Found(line)) => {
            eprintln!("xtask: {line}");
            Ok(Count { failed: 1, ..Count::default() })
        }
        Err(failure) => Err(failure),
    }
}

/// Runs tests, shows what they say, and counts them.
fn told(command: &mut Command) -> Result<Count, Failure> {
    let (mut count, mut failed) = (Count::default(), Vec::new());
    let is_good = process::run_lines(command, |line| {
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
    Some(Count { passed: of("passed")?, failed: of("failed")?, left_out: 0 })
}

/// The name in a line such as `test dates::a_day ... FAILED`.
fn failed_test(line: &str) -> Option<&str> {
    line.strip_prefix("test ")?.strip_suffix(" ... FAILED")
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.left_out += other.left_out;
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
            assert_eq!(counted(line), expected.map(|(passed, failed)| Count { passed, failed, left_out: 0 }), "{line}");
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
        assert_eq!(one(Err(Failure::Found("wrong".into()))), Ok(Count { failed: 1, ..Count::default() }));
        assert_eq!(one(Err(Failure::Stopped)), Err(Failure::Stopped));
    }

    #[test]
    fn a_browser_or_a_name_runs_tests_alone() {
        let asked = |name: Option<&str>, browser, only| {
            let steps = steps(&TestOptions { name: name.map(str::to_owned), browser, only });
            steps.into_iter().map(Step::option).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(asked(None, Some(BrowserRun::Firefox), None), "--browser firefox");
        assert_eq!(asked(Some("x"), Some(BrowserRun::Chromium), None), "--browser chromium");
        assert_eq!(asked(None, None, Some(Step::Doc)), "--only doc");
        assert!(asked(Some("x"), None, None).starts_with("--only tests --browser firefox"));
        assert!(asked(None, None, None).starts_with("--only fmt --only clippy "));
    }

    #[test]
    fn shared_needs_are_asked_for_once() {
        let needs = needs(&[Step::Dist, Step::Tests]);
        assert_eq!(needs.iter().filter(|need| **need == Need::Trunk).count(), 1);
    }
}
