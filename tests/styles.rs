//! The style sheets of the widget, read as text: what a browser would drop without a word, and names that two parts
//! share without meaning to.
//!
//! Class names belong to one part, unless `SHARED` lists them.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

use std::{
    collections::{BTreeMap, BTreeSet},
    path::{Path, PathBuf},
};

/// The style sheets that are no part's own: colours and signs for all, what depends on the width, the reader's colours.
const COMMON: &[&str] = &["00-base", "05-marks", "90-layout", "95-forced"];

/// The story view, whose style sheets and code are a crate of their own.
const STORY_VIEW: &str = "telling";

/// The rooms of the widget to which its style sheets belong.
const ROOMS: &[(&str, &str)] = &[
    ("11-bar", "parts"),
    ("12-as-of", "story"),
    ("20-timeline", "timeline"),
    ("21-lane", "timeline"),
    ("22-overview", "timeline"),
    ("23-help", "timeline"),
    ("31-quotes", "quotes"),
    ("34-chart", "quotes"),
];

/// Names that one part styles wherever they stand, and that others use because they are to look so.
const SHARED: &[(&str, &str)] = &[
    ("col", "a column of the story, and the bars of a cluster, which are drawings"),
    ("facet", "a row of choices"),
    ("facet-name", "what a row of choices is of"),
    ("hits", "events listed as search hits are, those of a cluster too"),
    ("later", "what lies behind the known day on the strip, and the name of the step to the next day"),
    ("long", "a list of which only a part is drawn, and a long quote, which no such rule changes"),
    ("more", "the button below a list that goes on"),
    ("opt", "a choice that can be ticked"),
    ("or", "the view itself, the widget within it, and what is asked of addresses"),
    ("step", "a button that goes one on or back"),
];

/// The widget itself, before a selector, narrows nothing.
const ROOT: &str = ".or ";

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace").to_owned()
}

/// The files of an ending below a folder, with their place in it.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut waiting = vec![root().join(folder)];
    let mut found = Vec::new();
    while let Some(path) = waiting.pop() {
        if path.is_dir() {
            let entries = std::fs::read_dir(&path).expect("a folder");
            waiting.extend(entries.map(|entry| entry.expect("an entry").path()));
        } else if path.extension().is_some_and(|other| other == ending) {
            let place = path.strip_prefix(root().join(folder)).expect("below").to_string_lossy().replace('\\', "/");
            found.push((place, std::fs::read_to_string(&path).expect("a text")));
        }
    }
    found.sort();
    found
}

/// Every style sheet that readers get.
fn sheets() -> Vec<(String, String)> {
    let mut all = files("src/styles", "css");
    all.extend(files("crates/telling/styles", "css"));
    all.extend(files("crates/publish/src/site/assets", "css"));
    all.extend(files("embed", "css"));
    assert!(all.len() > 15, "the style sheets are gone");
    all
}

/// What stands before each brace, without comments: the selectors of rules, and conditions.
fn heads(css: &str) -> Vec<String> {
    let mut text = String::new();
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        text.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    text.push_str(rest);
    let heads = text.split('{').filter_map(|piece| piece.rsplit(['}', ';']).next());
    heads.map(|head| head.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|head| !head.is_empty()).collect()
}

/// The selectors of a list, parted at its own commas alone.
fn selectors(list: &str) -> Vec<String> {
    let mut parts = vec![String::new()];
    let mut depth = 0;
    for letter in list.chars() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            ',' if depth == 0 => {
                parts.push(String::new());
                continue;
            }
            _ => {}
        }
        parts.last_mut().expect("there is one").push(letter);
    }
    parts.iter().map(|part| part.trim().to_owned()).collect()
}

/// What stands in the brackets of the functions of a name.
fn insides<'a>(head: &'a str, function: &str) -> Vec<&'a str> {
    let starts = head.match_indices(function).map(|(at, _)| at + function.len());
    let inside = |from: usize| {
        let mut depth = 1;
        let end = head[from..].find(|letter| {
            depth += match letter {
                '(' => 1,
                ')' => -1,
                _ => 0,
            };
            depth == 0
        });
        &head[from..end.map_or(head.len(), |end| from + end)]
    };
    starts.map(inside).collect()
}

/// A rule of a pseudo-element in a list of selectors that browsers forgive: they drop that one without a word.
fn dropped(css: &str) -> Vec<String> {
    let is_dropped = |inside: &&str| {
        ["::", ":before", ":after", ":first-letter", ":first-line"].iter().any(|it| inside.contains(it))
    };
    let functions = [":is(", ":where(", ":not(", ":has("];
    let dropped = |head: &String| functions.iter().any(|function| insides(head, function).iter().any(is_dropped));
    heads(css).into_iter().filter(dropped).collect()
}

/// The class names of a selector.
fn names(selector: &str) -> Vec<&str> {
    let ends = |letter: char| !(letter.is_ascii_alphanumeric() || letter == '-' || letter == '_');
    let pieces = selector.split('.').skip(1);
    pieces
        .filter_map(|piece| piece.split(ends).next())
        .filter(|name| name.starts_with(|it: char| it.is_ascii_alphabetic()))
        .collect()
}

/// The class names that a selector styles wherever they stand: nothing around them narrows it.
fn bare(selector: &str) -> Vec<&str> {
    let selector = selector.strip_prefix(ROOT).unwrap_or(selector);
    let of_list = selector.strip_prefix(":is(").and_then(|rest| rest.split_once(')'));
    let (list, rest) = of_list.unwrap_or_else(|| {
        let end = selector.find(':').unwrap_or(selector.len());
        selector.split_at(end)
    });
    let is_alone =
        |one: &&str| one.starts_with('.') && !one.contains([' ', '>', '+', '~']) && one.matches('.').count() == 1;
    if rest.contains([' ', '>', '+', '~', '.']) {
        return Vec::new();
    }
    list.split(", ").filter(is_alone).flat_map(names).collect()
}

/// The class names that the code of a component gives to elements.
fn given(code: &str) -> BTreeSet<&str> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let after = |mark: &'static str| code.split(mark).skip(1).filter_map(|rest| rest.split('"').next());
    // Of an element of the story view, behind its name.
    let behind = |mark: &'static str| code.split(mark).skip(1).filter_map(|rest| rest.split('"').nth(2));
    let told = behind(".start(\"").chain(behind(".leaf(\""));
    let plain = after("class=\"").chain(told);
    // Of a list of names with conditions, and of an element that is drawn past Yew.
    let begins = |at: usize| [".open", ".start", ".leaf"].iter().any(|begins| code[..at].ends_with(begins));
    let behind_bracket = code.match_indices("(\"").filter(|(at, _)| !begins(*at));
    let listed = behind_bracket.filter_map(|(at, bracket)| code[at + bracket.len()..].split('"').next());
    let listed = listed.filter(|text| !text.contains(['/', '#', '.']));
    let drawn = code.split("Sketch::new(\"").skip(1).filter_map(|rest| rest.split('"').nth(2));
    plain.chain(listed).chain(drawn).flat_map(str::split_whitespace).collect()
}

/// The part to which a file belongs: its folder, else itself.
fn part_of_code(place: &str) -> &str {
    let end = place.find(['/', '.']).unwrap_or(place.len());
    &place[..end]
}

fn part_of_sheet(place: &str) -> &str {
    let name = place.trim_end_matches(".css");
    let of_room = || ROOMS.iter().find(|(sheet, _)| *sheet == name).map_or(name, |(_, part)| *part);
    if place.starts_with(STORY_VIEW) { STORY_VIEW } else { of_room() }
}

/// Files of the story view by their place in its crate.
fn of_story_view(folder: &str, ending: &str) -> Vec<(String, String)> {
    let files = files(&format!("crates/telling/{folder}"), ending);
    files.into_iter().map(|(place, text)| ([STORY_VIEW, "/", &place].concat(), text)).collect()
}

/// The names that one part styles wherever they stand and another one uses, or styles as well.
fn shared(sheets: &[(String, String)], code: &[(String, String)]) -> BTreeMap<String, BTreeSet<String>> {
    let name = |place: &str| place.rsplit('/').next().unwrap_or_default().trim_end_matches(".css").to_owned();
    let own = || sheets.iter().filter(|(place, _)| !COMMON.contains(&name(place).as_str()));
    let mut bare_names = BTreeSet::new();
    let mut styled: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (place, css) in own() {
        for selector in heads(css).iter().filter(|head| !head.starts_with('@')).flat_map(|head| selectors(head)) {
            bare_names.extend(bare(&selector).into_iter().map(str::to_owned));
            for name in names(&selector) {
                styled.entry(name.to_owned()).or_default().insert(part_of_sheet(place).to_owned());
            }
        }
    }
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (place, text) in code {
        for name in given(text) {
            used.entry(name.to_owned()).or_default().insert(part_of_code(place).to_owned());
        }
    }
    let mut found = BTreeMap::new();
    for name in bare_names {
        let many = [styled.get(&name), used.get(&name)].into_iter().flatten().find(|parts| parts.len() > 1);
        found.extend(many.map(|parts| (name, parts.clone())));
    }
    found
}

#[test]
fn no_two_parts_share_a_class_name_without_meaning_to() {
    let sheets = [files("src/styles", "css"), of_story_view("styles", "css")].concat();
    let mut code = files("src", "rs");
    // The others draw nothing, nor do tests.
    code.retain(|(place, _)| {
        ROOMS.iter().any(|(_, room)| *room == part_of_code(place)) && !place.ends_with("tests.rs")
    });
    let found = shared(&sheets, &[code, of_story_view("src", "rs")].concat());
    let meant: BTreeSet<&str> = SHARED.iter().map(|(name, _)| *name).collect();
    let unmeant: Vec<_> = found.iter().filter(|(name, _)| !meant.contains(name.as_str())).collect();
    assert!(unmeant.is_empty(), "styled by one part wherever they stand, and others': {unmeant:#?}");
    let idle: Vec<_> = meant.iter().filter(|name| !found.contains_key(**name)).collect();
    assert!(idle.is_empty(), "no longer shared: {idle:?}");
}

/// A file's place and its text.
type Text = (String, String);

/// Style sheets, code, and the names that they share.
type Case<'a> = (&'a [Text], &'a [Text], &'a [&'a str]);

#[test]
fn a_name_that_two_parts_share_is_found() {
    let sheet = |place: &str, css: &str| (place.to_owned(), css.to_owned());
    let cases: [Case<'_>; 4] = [
        (&[sheet("1-a.css", ".head { gap: 1px }"), sheet("2-b.css", ".or .list .head { gap: 2px }")], &[], &["head"]),
        (&[sheet("1-a.css", ".a .head { gap: 1px }"), sheet("2-b.css", ".list .head { gap: 2px }")], &[], &[]),
        (
            &[sheet("1-a.css", ".or :is(.under, .b):hover { gap: 1px }")],
            &[sheet("a.rs", "<p class=\"row under\">"), sheet("b/c.rs", "classes(&[(\"under\", true)])")],
            &["under"],
        ),
        (
            &[sheet("1-a.css", ".under { gap: 1px }")],
            &[sheet("b/a.rs", "Sketch::new(\"i\", \"under\")"), sheet("b/c.rs", "class=\"under\"")],
            &[],
        ),
    ];
    for (sheets, code, expected) in cases {
        let found: Vec<String> = shared(sheets, code).into_keys().collect();
        assert_eq!(found, expected, "{sheets:?} {code:?}");
    }
}

/// The words in the texts of code that may be names of classes.
fn named(code: &str) -> BTreeSet<&str> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let is_list = |text: &&str| text.chars().all(|c| c.is_ascii_alphanumeric() || "-_ ".contains(c));
    code.lines().flat_map(|line| line.split('"')).filter(is_list).flat_map(str::split_whitespace).collect()
}

/// The names in the selectors of style sheets that no code has, each with its sheet.
fn dead(sheets: &[(String, String)], code: &[(String, String)]) -> BTreeSet<(String, String)> {
    let known: BTreeSet<&str> = code.iter().flat_map(|(_, text)| named(text)).collect();
    // Of names with a number behind them, code has the beginning.
    let is_counted = |name: &str| {
        let stem = name.trim_end_matches(|c: char| c.is_ascii_digit());
        stem.len() < name.len() && code.iter().any(|(_, text)| text.contains(&[stem, "{}"].concat()))
    };
    let mut dead = BTreeSet::new();
    for (place, css) in sheets {
        for head in heads(css).iter().filter(|head| !head.starts_with('@')) {
            let unknown = names(head).into_iter().filter(|name| !known.contains(name) && !is_counted(name));
            dead.extend(unknown.map(|name| (place.clone(), name.to_owned())));
        }
    }
    dead
}

#[test]
fn every_rule_is_for_something_that_is_drawn() {
    // What statuses and checks are called is said where they are defined, and some elements are a script's.
    let scripts = files("embed", "js");
    let code = [files("src", "rs"), of_story_view("src", "rs"), files("crates/story/src", "rs"), scripts].concat();
    let sheets = [files("src/styles", "css"), of_story_view("styles", "css")].concat();
    let dead = dead(&sheets, &code);
    assert!(dead.is_empty(), "no code gives an element these names: {dead:#?}");
}

#[test]
fn a_name_that_nothing_has_is_found() {
    let text = |place: &str, text: &str| (place.to_owned(), text.to_owned());
    let code =
        [text("a.rs", "t.start(\"p\", \"sum of\"); format!(\"fx{}\", 3); // \"gone/there\"\n#[cfg(test)] \"tested\"")];
    for (css, expected) in [
        (".sum > .of:not(.gone) {}", Some("gone")),
        ("@media print { .tested {} }", Some("tested")),
        (".sum, .of { gap: 1.5px }", None),
        (".fx3, .of.fx10 {}", None),
        (".fy3 {}", Some("fy3")),
        ("/* .gone */ p {}", None),
    ] {
        let found: Vec<String> = dead(&[text("a.css", css)], &code).into_iter().map(|(_, name)| name).collect();
        assert_eq!(found, expected.into_iter().collect::<Vec<_>>(), "{css}");
    }
}

#[test]
fn no_rule_is_dropped_without_a_word() {
    for (place, css) in sheets() {
        assert_eq!(dropped(&css), Vec::<String>::new(), "{place}: no pseudo-element may stand in these brackets");
    }
}

#[test]
fn a_rule_that_is_dropped_is_found() {
    let cases = [
        (".or :is(.mark, .ev::before) { color: red }", true),
        ("a:where(:hover, .b:after) { color: red }", true),
        ("@media print { :not(:is(.a, b::marker)) { color: red } }", true),
        (".or :is(.mark, .ev)::before { color: red }", false),
        ("a:not(.b)::after { content: \"::\" }", false),
        ("/* :is(a::before) { */ .a::before { color: red }", false),
    ];
    for (css, is_dropped) in cases {
        assert_eq!(!dropped(css).is_empty(), is_dropped, "{css}");
    }
}
