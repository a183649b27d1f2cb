//! Every page that is published, and every page of the widget's own build, is valid HTML.
//!
//! vnu judges, not assertions of ours. What it does not know yet is a list with reasons, which must not hold more than
//! vnu says. It runs on Debian's Java: no npm package carries one.

use std::collections::BTreeSet;

use on_record_tests::{
    checkers::{Remark, remarks},
    record::default_compiled,
    site::built,
};
use publish::Links;

use super::{
    published::published,
    stories::{arabic, marked_up},
};

/// The pages of the widget's own build.
const BUILT: &[&str] = &["index.html", "article.html", "embed.html"];

/// What vnu says that is no fault of the page: how it begins, what the markup around it holds, and why it is let pass.
const LET_PASS: &[(&str, &str, &str)] = &[
    ("CSS: Unrecognized at-rule “@container”", "", CONTAINERS),
    ("CSS: “container-type”", "", CONTAINERS),
    ("CSS: “font”: Parse Error.", "var(--serif)", "the size follows the container's width (`cqi`)"),
    ("CSS: “font-size”: Parse Error.", "var(--u)", "the size follows the container's width (`cqi`)"),
    ("CSS: “--on-record-sheet-width”: Unknown dimension.", "cqi", CONTAINERS),
    (
        "CSS: Parse Error.",
        "(on-record-hit)",
        "vnu does not know `::highlight()`; a browser that does not either marks no words",
    ),
    ("CSS: “position-", "", "vnu does not know anchors yet; a browser that does not either shows the help elsewhere"),
    ("CSS: “paint-order”", "", DRAWN),
    ("CSS: “vector-effect”", "", DRAWN),
    ("CSS: “x”", "", DRAWN),
    ("CSS: “y”", "", DRAWN),
    ("Attribute “part” not allowed on element “form”", "", "`part` is every element's; vnu knows it of all others"),
    ("Inline style violates Content Security Policy", "<style>", HASHES),
    ("Inline script violates Content Security Policy", "<script>", HASHES),
    ("Inline script violates Content Security Policy", "application/octet-stream", "a block of data is no script"),
];
const CONTAINERS: &str = "vnu does not know container queries yet, which browsers have had since 2023";
const DRAWN: &str = "vnu does not know the properties of SVG in style sheets, which all browsers do";
const HASHES: &str = "vnu does not compare hashes; that browsers run the file is tested beside this";

/// Why a remark is let pass, by its place in the list.
fn let_pass(remark: &Remark) -> Option<usize> {
    let is_meant = |message: &str, around: &str| remark.message.starts_with(message) && remark.extract.contains(around);
    LET_PASS.iter().position(|(message, around, _)| is_meant(message, around))
}

#[test]
fn every_page_is_valid_whatever_the_story_holds() {
    let mut pages: Vec<_> = BUILT.iter().map(|path| ((*path).to_owned(), built(path))).collect();
    let links = [Links::default(), Links::new("https://news.example/story/").expect("an address")];
    for (name, story) in [("default", default_compiled()), ("arabic", arabic()), ("markup", marked_up())] {
        for (links, place) in links.iter().zip(["", " with an address"]) {
            let files = published(&story, links).into_iter().filter(|file| {
                // The story view beside the bundle is a part of pages, and valid where it stands in one.
                file.path.ends_with(".html") && file.path != "story.html"
            });
            pages.extend(files.map(|file| (format!("{}, {name}{place}", file.path), file.bytes)));
        }
    }
    assert_eq!(pages.len(), BUILT.len() + 3 * 2 * 4, "the pages of the build, and four of each story");
    let remarks = remarks(&pages);
    let faults = remarks.iter().filter(|(_, remark)| let_pass(remark).is_none());
    let faults: Vec<_> =
        faults.map(|(page, remark)| format!("{page}: {}: {}", remark.message, remark.extract)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    let passed: BTreeSet<_> = remarks.iter().filter_map(|(_, remark)| let_pass(remark)).collect();
    let idle = LET_PASS.iter().enumerate().filter(|(at, _)| !passed.contains(at)).map(|(_, rule)| rule);
    assert_eq!(idle.collect::<Vec<_>>(), Vec::<&(&str, &str, &str)>::new(), "vnu no longer says so");
}

#[test]
fn the_checker_sees_what_is_wrong() {
    let page = "<!doctype html><html lang=\"en\"><title>A page</title><p><div>Not in a paragraph</div></p></html>";
    let found = remarks(&[("a page".to_owned(), page.as_bytes().to_vec())]);
    assert!(found.iter().any(|(name, remark)| name == "a page" && remark.message.contains("“p”")), "{found:?}");
}
