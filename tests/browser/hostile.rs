//! Stories and files that mean harm: markup stays text, and what is no story leaves the page as it was.

use on_record_tests::{Page, Site, Widget, record::default_story, site::Plan};
use serde_json::json;

use super::stories::{ferry, marked_up, plan_of, site_of};

/// The page's own words in the test pages.
const OWN: &str = "The page’s own words.";

#[test]
fn markup_in_a_story_is_text_wherever_it_stands() {
    let story = marked_up();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_event-vote");
    let widget = Widget::first(&page);
    widget.look("quotes");
    widget.show_all_quotes(&story.story);
    widget.search("bold");
    assert_eq!(widget.count("img, script, iframe, b b"), 0);
    assert!(!page.js::<bool>("return 'broken' in window", json!([])));
    let text = widget.all_text();
    assert!(text.matches("<img src=x onerror='window.broken = true'>").count() >= 6, "{text}");
    for view in ["timeline", "story", "quotes"] {
        widget.turn_to(view);
        page.set_width(360);
        assert_eq!(widget.count("img, script, iframe"), 0, "{view}");
    }
    let strangers: Vec<_> = site.asked().into_iter().filter(|asked| asked.status != 200).collect();
    assert_eq!(strangers, [], "markup was loaded");
    page.assert_well();
}

/// Files that are no story for this widget, and why.
fn foreign(bytes: &[u8]) -> Vec<(&'static str, Vec<u8>)> {
    let mut changed = bytes.to_vec();
    let middle = changed.len() / 2;
    changed[middle] ^= 0x40;
    let mut newer = bytes.to_vec();
    newer[8] = 200;
    vec![
        ("truncated.orb", bytes[..bytes.len() / 2].to_vec()),
        ("changed.orb", changed),
        ("newer.orb", newer),
        ("empty.orb", Vec::new()),
        ("page.html", b"<!doctype html><title>Not found</title>".to_vec()),
        ("zeros.orb", vec![0; 4_096]),
    ]
}

/// Asserts that a widget gave up with a message, and that the page's own words stand in its place.
fn assert_gave_up(page: &Page, what: &str) -> String {
    page.wait_until("the widget gives up", "return probe.heard.some((e) => e.name === 'error')", json!([]));
    let errors = page.heard("error");
    assert_eq!(errors.len(), 1, "{what}: {errors:?}");
    let message = errors[0].1["message"].as_str().unwrap_or_default().to_owned();
    assert!(message.len() > 10, "{what}: “{message}” explains nothing");
    let seen: bool = page.js("return probe.seen(document.querySelector('on-record p'))", json!([]));
    assert!(seen, "{what}: the page’s own words are gone");
    let complaints: Vec<String> = page.js("return probe.complaints", json!([]));
    assert_eq!(complaints, Vec::<String>::new(), "{what}");
    message
}

#[test]
fn what_is_no_story_leaves_the_pages_own_words_and_says_why() {
    let story = ferry();
    let files = foreign(&story.bytes);
    let element = |name: &str| format!("<on-record src='/{name}'><p>{OWN}</p></on-record>");
    let mut plan = Site::plan().page("/of/missing.orb.html", &element("missing.orb"));
    for (name, bytes) in &files {
        plan = plan.file(&format!("/{name}"), bytes.clone()).page(&format!("/of/{name}.html"), &element(name));
    }
    let site = plan.serve();
    let page = Page::blank();
    for name in files.iter().map(|(name, _)| *name).chain(["missing.orb"]) {
        page.visit(&site, &format!("/of/{name}.html"));
        let message = assert_gave_up(&page, name);
        assert!(name != "missing.orb" || message.contains("404"), "{message}");
    }
}

#[test]
fn a_story_of_another_server_is_refused_by_the_policy_and_leaves_the_pages_own_words() {
    let site = Site::plan()
        .page("/index.html", &format!("<on-record src='http://127.0.0.1:9/story.orb'><p>{OWN}</p></on-record>"))
        .serve();
    let page = Page::blank();
    page.visit(&site, "/");
    page.wait_until("the widget gives up", "return probe.heard.some((e) => e.name === 'error')", json!([]));
    assert!(page.js::<bool>("return probe.seen(document.querySelector('on-record p'))", json!([])));
    assert_eq!(page.heard("error").len(), 1);
    let complaints: Vec<String> = page.js("return probe.complaints", json!([]));
    assert!(complaints.iter().any(|line| line.starts_with("policy: connect-src")), "{complaints:?}");
}

#[test]
fn a_right_story_after_a_wrong_one_is_drawn() {
    let story = ferry();
    let site = plan_of(&story).page("/bad.html", &format!("<on-record src=no.orb><p>{OWN}</p></on-record>")).serve();
    let page = Page::blank();
    page.visit(&site, "/bad.html");
    assert_gave_up(&page, "no.orb");
    page.run_script("document.querySelector('on-record').setAttribute('src', 'story.orb')", json!([]));
    page.wait_until_ready(0);
    let widget = Widget::first(&page);
    assert!(widget.shows("#event-vote"));
    assert!(!page.js::<bool>("return probe.seen(document.querySelector('on-record p'))", json!([])));
}

/// A page of the built bundle from which a file is missing.
fn without(path: &str) -> Site {
    let plan: Plan = Site::plan().page("/index.html", &format!("<on-record><p>{OWN}</p></on-record>"));
    plan.without(path).serve()
}

#[test]
fn without_its_wasm_or_its_glue_the_pages_own_words_stay() {
    for path in ["/widget/on-record_bg.wasm", "/widget/on-record.js"] {
        let site = without(path);
        let page = Page::blank();
        page.visit(&site, "/");
        assert_gave_up(&page, path);
        assert!(site.asked().iter().any(|asked| asked.path == path && asked.status == 404));
    }
}

#[test]
fn without_the_element_or_javascript_the_pages_own_words_stay() {
    let site = without("/on-record.js");
    let page = Page::blank();
    page.visit(&site, "/");
    assert!(page.js::<bool>("return probe.seen(document.querySelector('on-record p'))", json!([])));
    let site = Site::of_dist();
    page.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    page.visit(&site, "/");
    let text: String = page.js("return document.querySelector('on-record').innerText", json!([]));
    assert!(text.contains(&default_story().title), "the story itself: {text}");
}
