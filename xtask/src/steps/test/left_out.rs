//! The list of the browser tests that a browser leaves out, each with the reason.

use super::browser_run::BrowserRun;
use crate::{checkout::Checkout, failure::Failure};
use serde::Deserialize;
use std::fs;

/// Where the list is, in the checkout.
pub(super) const FILE: &str = "tests/browser/engines.toml";

/// Tests that some browsers leave out for one reason.
#[derive(Debug, Deserialize)]
pub(super) struct Group {
    /// The browsers.
    browsers: Vec<BrowserRun>,
    /// The reason, as a sentence without its full stop.
    pub(super) why: String,
    /// The tests, as `file::test`; or all of a `file`.
    tests: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct List {
    left_out: Vec<Group>,
}

/// Reads the list.
pub(super) fn read(checkout: &Checkout) -> Result<Vec<Group>, Failure> {
    let text = fs::read_to_string(checkout.join(FILE)).map_err(|error| Failure::machine(FILE, error))?;
    let list: List = toml::from_str(&text).map_err(|error| Failure::Found(format!("{FILE}: {error}")))?;
    Ok(list.left_out)
}

/// The reason why a browser leaves out a test; `None` where it does not.
pub(super) fn why<'a>(groups: &'a [Group], browser: BrowserRun, test: &str) -> Option<&'a String> {
    let names =
        |group: &&Group| group.browsers.contains(&browser) && group.tests.iter().any(|name| is_named(name, test));
    groups.iter().find(names).map(|group| &group.why)
}

/// The names in the list that no test has.
pub(super) fn strangers<'a>(groups: &'a [Group], tests: &[String]) -> Vec<&'a str> {
    let names = groups.iter().flat_map(|group| &group.tests).map(String::as_str);
    names.filter(|name| !tests.iter().any(|test| is_named(name, test))).collect()
}

fn is_named(name: &str, test: &str) -> bool {
    test.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with("::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn groups() -> Vec<Group> {
        let group = |browsers: &[BrowserRun], why: &str, tests: &[&str]| Group {
            browsers: browsers.to_vec(),
            why: why.into(),
            tests: tests.iter().map(|test| (*test).to_owned()).collect(),
        };
        vec![
            group(&[BrowserRun::Firefox, BrowserRun::Webkit], "no tools", &["load", "media::a_video"]),
            group(&[BrowserRun::Webkit], "no touch", &["pointer::a_finger"]),
        ]
    }

    #[test]
    fn a_test_is_left_out_by_its_name_or_by_its_file_where_the_browser_is_named() {
        let cases = [
            (BrowserRun::Firefox, "load::all_is_well", Some("no tools")),
            (BrowserRun::Firefox, "media::a_video", Some("no tools")),
            (BrowserRun::Firefox, "media::a_video_with_captions", None),
            (BrowserRun::Firefox, "loading::all_is_well", None),
            (BrowserRun::Firefox, "pointer::a_finger", None),
            (BrowserRun::Webkit, "pointer::a_finger", Some("no touch")),
            (BrowserRun::Chromium, "load::all_is_well", None),
        ];
        for (browser, test, expected) in cases {
            assert_eq!(why(&groups(), browser, test).map(String::as_str), expected, "{browser:?} {test}");
        }
    }

    #[test]
    fn a_name_that_no_test_has_is_found() {
        let tests = ["load::all_is_well", "media::a_video"].map(str::to_owned);
        assert_eq!(strangers(&groups(), &tests), ["pointer::a_finger"]);
    }

    #[test]
    fn every_name_in_the_list_of_this_checkout_stands_in_the_sources() {
        let checkout = Checkout::here();
        for name in read(&checkout).unwrap().iter().flat_map(|group| &group.tests) {
            let (file, test) = name.split_once("::").map_or((name.as_str(), None), |(file, test)| (file, Some(test)));
            let path = checkout.join(&format!("tests/browser/{file}.rs"));
            let source = fs::read_to_string(path).unwrap_or_else(|error| panic!("{FILE} names {name}: {error}"));
            let is_there = test.is_none_or(|test| source.contains(&format!("fn {test}()")));
            assert!(is_there, "{FILE} names {name}, which is no browser test");
        }
    }
}
