//! What `on-record build` writes, as readers meet it: without scripts, under a strict policy, from a disk, without a
//! network.

use std::{
    env, fs,
    path::{Path, PathBuf},
    process,
    sync::LazyLock,
};

use on_record_tests::{
    Page, Site, Widget,
    record::Compiled,
    site::{self, Plan},
};
use publish::{Audience, File, Input, Links, News, Origins, Widget as Prebuilt};
use serde_json::json;

use super::stories::{arabic, ferry, korean};

/// A policy that knows nothing of what stands in a page itself.
const FOREIGN: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; \
                       connect-src 'self'; manifest-src 'self'; worker-src 'self'; require-trusted-types-for 'script'";

/// The policy that comes with a site, under which everything but the one file runs.
pub(super) static STRICT: LazyLock<String> = LazyLock::new(|| {
    let headers = publish::headers("index.html", &Links::default(), &Origins::default());
    headers.into_iter().find(|(name, _)| *name == "Content-Security-Policy").expect("a policy").1
});

/// The same where no script runs.
pub(super) static NO_SCRIPT: LazyLock<String> = LazyLock::new(|| {
    let styles =
        STRICT.split("; ").find(|directive| directive.starts_with("style-src ")).expect("what styles may stand");
    format!("default-src 'none'; {styles}; img-src 'self'")
});

/// The files of a published story, with the widget that the other tests look at.
pub(super) fn published(story: &Compiled, links: &Links) -> Vec<File> {
    published_with(site::built_files(), story, links)
}

/// The same with the files of another widget.
pub(super) fn published_with(widget: Vec<(String, Vec<u8>)>, story: &Compiled, links: &Links) -> Vec<File> {
    publish::site(&Input {
        story: &story.story,
        bundle: &story.opened(),
        media: &[],
        card: None,
        widget: &Prebuilt::new(widget).expect("a built widget: cargo xtask build makes it"),
        links,
        audience: Audience::Readers(News::default()),
    })
}

/// A site of them under a policy.
pub(super) fn plan(story: &Compiled, policy: &str) -> Plan {
    let plan = Plan::default().header("Content-Security-Policy", policy);
    published(story, &Links::default())
        .into_iter()
        .fold(plan, |plan, file| plan.file(&format!("/{}", file.path), file.bytes))
}

fn strict(story: &Compiled) -> Site {
    plan(story, &STRICT).serve_alone()
}

/// All that a reader of the page's own text can read, once they have unfolded it.
fn told(page: &Page) -> String {
    let script = "const section = document.querySelector('.or');
        section.querySelectorAll('details').forEach((fold) => (fold.open = true));
        return probe.read(section)";
    page.js(script, json!([]))
}

#[test]
fn a_server_that_refuses_the_style_in_the_page_is_asked_for_the_same_beside_it() {
    let site = plan(&ferry(), FOREIGN).serve_alone();
    for path in ["/", "/embed.html"] {
        let page = Page::blank();
        page.visit(&site, path);
        page.wait_until("the story has its style", "return probe.one(0, '.stick')?.offsetHeight < 200", json!([]));
        assert_eq!(Widget::first(&page).style(".stick", "position"), "sticky");
        page.wait_until_readable(0);
    }
}

#[test]
fn the_whole_story_is_there_where_no_script_may_run() {
    for story in [ferry(), korean(), arabic()] {
        let site = plan(&story, &NO_SCRIPT).serve_alone();
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
fn the_widget_lies_over_the_story_under_a_strict_policy_and_asks_nobody_else() {
    let site = strict(&ferry());
    for path in ["/", "/embed.html"] {
        let page = Page::open(&site, path);
        for view in ["timeline", "quotes", "story"] {
            Widget::first(&page).look(view);
        }
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
fn the_text_stays_where_wasm_may_not_run() {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";
    let site = plan(&ferry(), policy).serve_alone();
    let page = Page::blank();
    page.visit(&site, "/");
    page.wait_until("the widget has given up", "return probe.heard.some(({ name }) => name === 'error')", json!([]));
    assert!(told(&page).contains(&ferry().story.quotes[0].text));
    let titles: Vec<String> = page.js("return [...document.querySelectorAll('h1')].map(probe.read)", json!([]));
    assert_eq!(titles, [ferry().story.title]);
    let widget = Widget::first(&page);
    let first = widget.at();
    widget.click("[data-tool=next]");
    assert_ne!(widget.at(), first, "the story is read on");
}

#[test]
fn whoever_reaches_for_a_widget_that_cannot_come_is_told_and_goes_on_reading() {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'";
    let site = plan(&ferry(), policy).serve_alone();
    let page = Page::blank();
    page.visit(&site, "/");
    page.wait_until_readable(0);
    let widget = Widget::first(&page);
    for time in ["before it has failed", "and after"] {
        widget.click("a[data-view=timeline]");
        widget.wait_for_text(".stick [part=note]", "WebAssembly");
        assert_eq!(widget.count("[data-coming]"), 0, "{time}: nothing comes any more");
        assert!(widget.shows("article.e"), "{time}");
    }
}

#[test]
fn one_file_shows_the_story_from_a_disk() {
    let folder = Scratch::new("one-file");
    let file = folder.path().join("offline.html");
    let files = published(&ferry(), &Links::default());
    let page_file = files.iter().find(|file| file.path == "offline.html").expect("the one file");
    fs::write(&file, &page_file.bytes).expect("written");
    let page = Page::blank();
    page.visit_address(&format!("file://{}", file.display()));
    page.wait_until_ready(0);
    assert!(Widget::first(&page).texts("h1").contains(&ferry().story.title));
    Widget::first(&page).look("timeline");
    assert!(Widget::first(&page).count("[part~=axis]") > 0);
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
    assert!(Widget::first(&page).texts("h1").contains(&ferry().story.title));
    page.assert_well();
    page.visit_address(&[&address, "index.html?from=somewhere"].concat());
    page.wait_until_ready(0);
    page.run_script("navigator.serviceWorker.getRegistration().then((it) => it.unregister())", json!([]));
}

/// A folder of its own for one test, removed at the end.
pub(super) struct Scratch(PathBuf);

impl Scratch {
    /// An empty one; no other test has one of this name.
    pub(super) fn new(name: &str) -> Self {
        let folder = env::temp_dir().join(format!("on-record-published-{}-{name}", process::id()));
        fs::create_dir_all(&folder).expect("a scratch folder");
        Self(folder)
    }

    pub(super) fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
