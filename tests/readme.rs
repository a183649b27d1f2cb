//! What the README shows an author must work as it stands there.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

use std::{fs, path::Path};

use compile::{Input, Severity, compile, render_text};

fn readme() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../README.md");
    fs::read_to_string(path).expect("the checkout has a README")
}

#[test]
fn the_example_story_is_complete_and_checks_without_a_complaint() {
    let text = readme();
    let (_, rest) = text.split_once("```toml\n").expect("the README shows a story");
    let (story, _) = rest.split_once("```").expect("the example ends");
    assert!(story.trim().lines().count() <= 20, "short enough for two minutes");
    let outcome = compile(vec![Input { name: "bridge.toml".to_owned(), bytes: story.as_bytes().to_vec() }]);
    assert_eq!(outcome.count(Severity::Error) + outcome.count(Severity::Warning), 0, "{}", render_text(&outcome));
}

#[test]
fn the_files_that_it_leads_to_exist() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = readme();
    let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
    let local: Vec<&str> = links.filter(|link| !link.starts_with("http")).collect();
    assert!(local.len() > 3, "the README leads somewhere");
    let is_heading = |slug: &str| {
        let headings = text.lines().filter_map(|line| line.strip_prefix("## "));
        headings.into_iter().any(|heading| heading.to_lowercase().replace(' ', "-") == slug)
    };
    for link in local {
        let leads = link.strip_prefix('#').map_or_else(|| root.join(link).exists(), is_heading);
        assert!(leads, "{link}");
    }
}
