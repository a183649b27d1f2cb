//! What `on-record build` writes, as readers meet it: without scripts, under a strict policy, from a disk, without a
//! network.

use std::{env, fs, path::PathBuf, process};

use on_record_tests::{
    Page, Site, Widget,
    record::Compiled,
    site::{self, Plan},
};
use publish::{Audience, File, Input, Links, Widget as Prebuilt};
use serde_json::json;

use super::stories::{arabic, ferry, korean};

/// The policy of the brief, under which everything but the one file runs.
pub(super) const STRICT: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                      connect-src 'self'; manifest-src 'self'; worker-src 'self'; require-trusted-types-for 'script'";

/// The files of a published story, with the widget that the other tests look at.
pub(super) fn published(story: &Compiled, links: &Links) -> Vec<File> {
    let widget = Prebuilt::new(site::built_files()).expect("a built widget: cargo xtask build makes it");
    let audience = Audience::Readers;
    publish::site(&Input { story: &story.story, bundle: &story.opened(), media: &[], widget: &widget, links, audience })
}

/// A site of them under a policy.
pub(super) fn plan(story: &Compiled, policy: &'static str) -> Plan {
    let plan = Plan::default().header("Content-Security-Policy", policy);
    published(story, &Links::default())
        .into_iter()
        .fold(plan, |plan, file| plan.file(&format!("/{}", file.path), file.bytes))
}

fn strict(story: &Compiled) -> Site {
    plan(story, STRICT).serve_alone()
}

/// All that a reader of the page's own text can read.
fn told(page: &Page) -> String {
    // What is far below the window is laid out when a reader comes near, and has no `innerText` until then.
    let script = "const article = document.querySelector('article.record');
        article.querySelectorAll('li').forEach((item) => (item.style.contentVisibility = 'visible'));
        return probe.read(article)";
    page.js(script, json!([]))
}

#[test]
fn the_whole_story_is_there_where_no_script_may_run() {
    for story in [ferry(), korean(), arabic()] {
        let site = plan(&story, "default-src 'none'; style-src 'self'; img-src 'self'").serve_alone();
        for path in ["/", "/embed.html"] {
            let page = Page::blank();
            page.visit(&site, path);
            page.settle();
            let text = told(&page);
            let story = &story.story;
            let titles = story.events.iter().map(|event| &event.title);
            let words = titles.chain(story.quotes.iter().map(|quote| &quote.text));
            for words in words.chain(story.sources.iter().map(|source| &source.title)).chain([&story.title]) {
                let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(text.contains(&words), "{}{path}: {words}", story.id);
            }
            page.set_width(320);
            let is_wider: bool = page.js("return document.documentElement.scrollWidth > innerWidth", json!([]));
            assert!(!is_wider, "{}{path}: the page scrolls sideways", story.id);
        }
    }
}

#[test]
fn the_widget_takes_the_place_of_the_text_under_a_strict_policy_and_asks_nobody_else() {
    let site = strict(&ferry());
    for path in ["/", "/embed.html"] {
        let page = Page::open(&site, path);
        assert!(Widget::first(&page).texts("h2").contains(&ferry().story.title), "{path}");
        page.assert_well();
        let strangers: Vec<_> = page.requests().into_iter().filter(|url| !url.starts_with(&site.url("/"))).collect();
        assert_eq!(strangers, Vec::<String>::new(), "{path}");
        let titles: Vec<String> = page.js(
            "return [...document.querySelectorAll('h1')].filter((h) => h.checkVisibility()).map(probe.read)",
            json!([]),
        );
        assert_eq!(titles, [ferry().story.title], "{path}: one title for screen readers");
    }
    let page = Page::blank();
    page.visit(&site, "/snippets.html");
    page.settle();
    page.assert_well();
    let missing: Vec<_> = site.asked().into_iter().filter(|asked| asked.status != 200).collect();
    assert_eq!(missing, []);
}

#[test]
fn nothing_jumps_when_the_widget_takes_its_place() {
    let site = strict(&ferry());
    for width_px in [360, 720, 1200] {
        let page = Page::blank();
        page.set_width(width_px);
        page.go(&site, "/");
        page.settle();
        let shift = "const [done] = arguments; let sum = 0;
            const add = (list) => list.forEach((entry) => (sum += entry.value));
            const observer = new PerformanceObserver((list) => add(list.getEntries()));
            observer.observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => (add(observer.takeRecords()), done(sum))));";
        let shift = page.within(std::time::Duration::from_secs(20), shift, json!([])).expect("a number");
        assert_eq!(shift, json!(0), "at {width_px} px");
        let places = "const box = (element) => [element.x, element.y, element.height].map(Math.round);
            const host = document.querySelector('on-record');
            const now = box(probe.one(0, 'h2').getBoundingClientRect());
            const copy = host.querySelector('article').cloneNode(true);
            host.replaceWith(Object.assign(document.createElement('div'), { className: 'stand-in' }));
            const stand = document.querySelector('.stand-in');
            stand.style.containerType = 'inline-size';
            stand.append(copy);
            return [now, box(copy.querySelector('h1').getBoundingClientRect())]";
        let [widget, text]: [Vec<i64>; 2] = page.js(places, json!([]));
        assert_eq!(widget, text, "the title at {width_px} px");
    }
}

#[test]
fn the_text_stays_where_wasm_may_not_run() {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";
    let site = plan(&ferry(), policy).serve_alone();
    let page = Page::blank();
    page.visit(&site, "/");
    page.wait_until("the widget has given up", "return probe.heard.some(({ name }) => name === 'error')", json!([]));
    assert!(told(&page).contains(&ferry().story.quotes[0].text));
    let titles: Vec<String> = page.js("return [...document.querySelectorAll('h1')].map(probe.read)", json!([]));
    assert_eq!(titles, [ferry().story.title]);
}

#[test]
fn one_file_shows_the_story_from_a_disk() {
    let folder = Scratch::new();
    let file = folder.0.join("offline.html");
    let files = published(&ferry(), &Links::default());
    let page_file = files.iter().find(|file| file.path == "offline.html").expect("the one file");
    fs::write(&file, &page_file.bytes).expect("written");
    let page = Page::blank();
    page.visit_address(&format!("file://{}", file.display()));
    page.wait_until_ready(0);
    assert!(Widget::first(&page).texts("h2").contains(&ferry().story.title));
    page.assert_well();
    let strangers: Vec<_> =
        page.requests().into_iter().filter(|url| !url.starts_with("file:") && !url.starts_with("data:")).collect();
    assert_eq!(strangers, Vec::<String>::new());
}

#[test]
fn the_page_reopens_when_the_server_is_gone() {
    let site = strict(&ferry());
    let page = Page::open(&site, "/");
    page.wait_until("the worker has all", "return navigator.serviceWorker.controller", json!([]));
    let address = site.url("/");
    drop(site);
    page.visit_address(&address);
    page.wait_until_ready(0);
    assert!(Widget::first(&page).texts("h2").contains(&ferry().story.title));
    page.assert_well();
    page.visit_address(&[&address, "index.html?from=somewhere"].concat());
    page.wait_until_ready(0);
    page.run_script("navigator.serviceWorker.getRegistration().then((it) => it.unregister())", json!([]));
}

/// A folder of its own for one test, removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        let folder = env::temp_dir().join(format!("on-record-published-{}", process::id()));
        fs::create_dir_all(&folder).expect("a scratch folder");
        Self(folder)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
