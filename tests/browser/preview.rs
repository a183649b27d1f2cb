//! `on-record preview` in a browser: the page follows the story file, and says what is wrong with it.

use on_record_tests::{Page, Widget, preview::Preview, site::Plan};
use publish::Links;
use serde_json::{Value, json};

use super::{published::published, stories::ferry};

const FERRY: &str = include_str!("stories/ferry.toml");
const TITLE: &str = "The ferry that was promised";

/// What a reader reads in the overlay; nothing where there is none.
const OVERLAY: &str = "const panel = document.querySelector('#on-record-preview')?.shadowRoot;
    const told = probe.read(panel?.querySelector('[role]'));
    const rows = [...(panel?.querySelectorAll('li') ?? [])].filter((row) => row.checkVisibility()).map(probe.read);";

fn opened(preview: &Preview, fragment: &str) -> Page {
    let page = Page::blank();
    page.visit_address(&[preview.address(), fragment].concat());
    page.wait_until_ready(0);
    page
}

/// Presses a button of the overlay.
fn press(page: &Page, name: &str) {
    page.run_script(
        "const panel = document.querySelector('#on-record-preview').shadowRoot;
        [...panel.querySelectorAll('button')].find((button) => button.textContent === arguments[0]).click()",
        json!([name]),
    );
}

fn wait_for_overlay(page: &Page, told: &str) -> Vec<String> {
    page.wait(told, &format!("{OVERLAY} return told === arguments[0] && rows"), json!([told]))
}

fn wait_for_no_overlay(page: &Page) {
    page.wait_until("the overlay is gone", "return !document.querySelector('#on-record-preview')", json!([]));
}

/// Waits for a page that shows a title, the one that is there or another one in its place, with the widget in it.
fn wait_for_title(page: &Page, title: &str) {
    let script = "return probe.heard.some(({ name }) => name === 'ready') &&
        probe.all(0, '.head > h1').some((heading) => probe.read(heading) === arguments[0])";
    page.wait_across_loads(title, script, json!([title]));
}

/// What the reader has done: where they are, what they search, what is open.
fn state(page: &Page) -> Value {
    let fragment = page.fragment();
    let seen: Value = page
        .js("return [scrollX, scrollY, probe.one(0, '.seek input').value, probe.one(0, '.or').dataset.at]", json!([]));
    json!([fragment, seen])
}

#[test]
fn a_saved_story_is_loaded_again_where_the_reader_was() {
    let preview = Preview::of("again", FERRY, 0);
    let page = opened(&preview, "#or_event-rudder");
    let widget = Widget::first(&page);
    widget.search("the");
    page.run_script("document.activeElement.blur(); scrollTo({ top: 260, behavior: 'instant' })", json!([]));
    let before = state(&page);
    assert_eq!((&before[1][1], &before[1][2]), (&json!(260), &json!("the")));
    page.run_script("window.isFirst = true", json!([]));

    preview.save(&FERRY.replace(TITLE, "The ferry that came"));
    wait_for_title(&page, "The ferry that came");
    page.wait_until("the place is found again", "return scrollY >= 260", json!([]));
    let after = state(&page);
    assert_eq!((&after[0], &after[1][2]), (&before[0], &before[1][2]));
    // The rows of the search come back above what is read, which the browser leaves where it stands.
    assert!(after[1][1].as_f64().is_some_and(|y| (260.0..320.0).contains(&y)), "{after}");
    assert!(page.js::<bool>("return !window.isFirst", json!([])), "it was loaded again");
    page.assert_well();
}

#[test]
fn a_broken_story_leaves_the_page_and_says_what_is_wrong() {
    let preview = Preview::of("broken", FERRY, 0);
    let page = opened(&preview, "");
    page.run_script("window.isFirst = true", json!([]));
    let told = "1 error. The page shows the story as it was before.";

    preview.save(&FERRY.replacen("speaker = \"", "speaker = \"x", 1));
    let rows = wait_for_overlay(&page, told);
    let at = FERRY.lines().position(|line| line.starts_with("speaker = ")).expect("a speaker") + 1;
    assert!(rows[0].contains(&format!("/story.toml:{at}:12: error[unknown-id]")), "{rows:?}");
    assert!(rows[0].contains("hint: "), "{rows:?}");
    let role: String = page.js(
        "return document.querySelector('#on-record-preview').shadowRoot.querySelector('p').getAttribute('role')",
        json!([]),
    );
    assert_eq!(role, "alert");
    assert!(Widget::first(&page).texts("h1").contains(&TITLE.to_owned()), "the last good page");

    press(&page, "Dismiss");
    wait_for_no_overlay(&page);
    preview.save(&FERRY.replacen("speaker = \"", "speaker = \"<b>x", 1));
    let rows = wait_for_overlay(&page, told);
    assert!(rows[0].contains("<b>x"), "what is new is told again, as text: {rows:?}");

    preview.save(FERRY);
    wait_for_no_overlay(&page);
    assert!(page.js::<bool>("return window.isFirst", json!([])), "there was nothing to load again");
    page.assert_well();
}

#[test]
fn what_is_doubtful_takes_a_line_and_once_put_away_stays_so() {
    let doubtful = format!("{FERRY}\n[[people]]\nid = \"nobody\"\nname = \"Nobody\"\n");
    let preview = Preview::of("doubtful", &doubtful, 0);
    let page = opened(&preview, "");
    assert_eq!(wait_for_overlay(&page, "1 warning."), Vec::<String>::new(), "its reason is hidden");
    press(&page, "Show");
    let rows = wait_for_overlay(&page, "1 warning.");
    assert!(rows[0].contains("warning[unused-person]"), "{rows:?}");
    press(&page, "Dismiss");
    wait_for_no_overlay(&page);
    preview.save(&doubtful.replace(TITLE, "The ferry that came"));
    wait_for_title(&page, "The ferry that came");
    preview.save(&format!("{doubtful}\n["));
    wait_for_overlay(&page, "1 error. The page shows the story as it was before.");
    preview.save(&doubtful.replace(TITLE, "The ferry that came"));
    wait_for_no_overlay(&page);
    page.assert_well();
}

#[test]
fn a_story_that_was_never_whole_appears_once_it_is() {
    let preview = Preview::of("never", "[story", 0);
    let page = Page::blank();
    page.visit_address(preview.address());
    wait_for_overlay(&page, "1 error.");
    preview.save(FERRY);
    wait_for_title(&page, TITLE);
    wait_for_no_overlay(&page);
}

#[test]
fn a_page_that_kept_itself_under_the_same_address_is_forgotten() {
    let files = published(&ferry(), &Links::default());
    let plan = files.into_iter().fold(Plan::default(), |plan, file| plan.file(&format!("/{}", file.path), file.bytes));
    let site = plan.serve_alone();
    let page = Page::open(&site, "/");
    page.wait_until("the worker has all", "return navigator.serviceWorker.controller", json!([]));
    let port = site.url("/").split(':').nth(2).and_then(|rest| rest.trim_end_matches('/').parse().ok());
    drop(site);

    let preview = Preview::of("kept", &FERRY.replace(TITLE, "The ferry that came"), port.expect("a port"));
    page.visit_address(preview.address());
    wait_for_title(&page, "The ferry that came");
    // Chromium notes what it made of a script where it found it, and makes an empty place for that where it is gone.
    let left = "const [done] = arguments;
        const held = async (name) => (await (await caches.open(name)).keys()).map(({ url }) => url);
        Promise.all([navigator.serviceWorker.getRegistrations(), caches.keys().then((names) => Promise.all(names.map(held)))])
          .then(([workers, kept]) => done([...workers.map(({ scope }) => scope), ...kept.flat()]))";
    let mut last = None;
    let is_forgotten = (0..1000).any(|_| {
        page.settle();
        last = page.within(std::time::Duration::from_secs(20), left, json!([]));
        last == Some(json!([]))
    });
    assert!(is_forgotten, "a worker or what it kept is still there: {last:?}");
}
