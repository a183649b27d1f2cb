//! The browser tests in one browser: all of them but those that the list of `left_out` names.

use super::browser_run::BrowserRun;
use super::{Count, Run, left_out, told};
use crate::{failure::Failure, process};
use std::process::Command;

/// Tells the tests which browser to drive.
const BROWSER: &str = "ON_RECORD_BROWSER";

/// What cargo calls the browser tests.
const TARGET: &[&str] = &["--test", "browser", "--"];

/// Before the names of all browser tests.
const MODULE: &str = "browser::";

/// The browsers that run the browser tests again, after Chromium has run them with all others. WebKitGTK is at home on
/// Linux alone.
pub(super) fn beside_chromium() -> Vec<BrowserRun> {
    if cfg!(target_os = "linux") { vec![BrowserRun::Firefox, BrowserRun::Webkit] } else { vec![BrowserRun::Firefox] }
}

/// Runs the browser tests in a browser, and tells which it leaves out, and why.
pub(super) fn tests(run: &Run<'_>, browser: BrowserRun) -> Result<Count, Failure> {
    let all = names(run.tests()?.args(TARGET).args(["--list", "--format", "terse"]))?;
    let groups = left_out::read(run.checkout)?;
    let mut count = Count::default();
    for name in left_out::strangers(&groups, &all) {
        println!("failed: {} names {name}, which is no browser test", left_out::FILE);
        count.failed += 1;
    }
    let wanted: Vec<_> = all.iter().filter(|test| run.name.is_none_or(|name| test.contains(name))).collect();
    let (out, tests): (Vec<_>, Vec<_>) =
        wanted.into_iter().partition(|test| left_out::why(&groups, browser, test).is_some());
    if !tests.is_empty() {
        let full = tests.iter().map(|test| [MODULE, test].concat());
        count += told(run.tests()?.env(BROWSER, browser.name()).args(TARGET).arg("--exact").args(full))?;
    }
    for group in &groups {
        let of_group = out.iter().filter(|test| left_out::why(&groups, browser, test) == Some(&group.why)).count();
        if of_group > 0 {
            println!("left out in {}: {of_group}: {}", browser.name(), group.why);
        }
    }
    count.left_out += out.len() as u64;
    Ok(count)
}

/// The names of the browser tests, without what all of them begin with.
fn names(list: &mut Command) -> Result<Vec<String>, Failure> {
    let mut names = Vec::new();
    let is_good = process::run_lines(list, |line| names.extend(name_in(line).map(str::to_owned)))?;
    if is_good { Ok(names) } else { Err(Failure::Found("the browser tests do not compile".into())) }
}

/// The name in a line such as `browser::load::all_is_well: test`.
fn name_in(line: &str) -> Option<&str> {
    line.strip_suffix(": test")?.strip_prefix(MODULE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::ValueEnum as _;

    #[test]
    fn the_list_of_tests_is_read_line_by_line() {
        let cases = [("browser::load::all_is_well: test", Some("load::all_is_well")), ("3 tests, 0 benchmarks", None)];
        for (line, expected) in cases {
            assert_eq!(name_in(line), expected, "{line}");
        }
    }

    #[test]
    fn a_browser_is_called_the_same_everywhere() {
        for browser in BrowserRun::value_variants() {
            let value = browser.to_possible_value().unwrap();
            assert_eq!(value.get_name(), browser.name());
        }
    }
}
