//! A page that outlives what it names: browsers, tabs and servers on the way keep HTML for minutes or months, and the
//! folder that it comes from has been published again meanwhile.

use std::{env, fs, path::PathBuf, process};

use disk::{Foreign, Lasting};
use on_record_tests::{
    Page, Site, Widget,
    record::{Compiled, compiled},
    site::{self, Plan},
};
use publish::{FOR_EVER, File, Links};
use serde_json::json;

use super::published::{STRICT, published_with};

/// The pages of a folder that show the story.
const PAGES: [&str; 2] = ["index.html", "embed.html"];

/// A story with its number in the title.
pub(super) fn edition(number: u32) -> Compiled {
    let ferry = include_str!("stories/ferry.toml");
    compiled(&ferry.replacen("The ferry that was promised", &title(number), 1))
}

fn title(number: u32) -> String {
    format!("Edition {number}")
}

/// What a build of a number writes: each has a story and a widget of its own.
fn built(number: u32) -> Vec<File> {
    let files = site::built_files().into_iter().map(|(path, mut bytes)| {
        if path == "widget/element.js" {
            bytes.extend(format!("\n// {number}\n").bytes());
        }
        (path, bytes)
    });
    published_with(files.collect(), &edition(number), &Links::default())
}

fn bytes_of<'a>(files: &'a [File], path: &str) -> &'a [u8] {
    &files.iter().find(|file| file.path == path).expect(path).bytes
}

fn plan(files: impl IntoIterator<Item = File>) -> Plan {
    let plan = Plan::default().header("Content-Security-Policy", &STRICT);
    files.into_iter().fold(plan, |plan, file| plan.file(&format!("/{}", file.path), file.bytes))
}

/// A site of these files, but for the pages, which are those of another build.
fn with_pages_of(old: &[File], files: impl IntoIterator<Item = File>) -> Plan {
    PAGES.into_iter().fold(plan(files), |plan, path| plan.file(&format!("/{path}"), bytes_of(old, path)))
}

/// The titles of stories in a page.
fn titles(page: &Page) -> Vec<String> {
    Widget::first(page).texts(".head > h1")
}

/// A page that shows the story of a number, drawn and without a word of trouble.
fn assert_shown(site: &Site, path: &str, number: u32) -> Page {
    let page = Page::open(site, path);
    assert_eq!(titles(&page), [title(number)], "{path}");
    assert_eq!(page.heard("error"), [], "{path}");
    page
}

#[test]
fn an_old_page_shows_its_own_story_after_ten_builds_by_an_old_script_or_the_new_one() {
    let folder = Scratch::new();
    let first = built(1);
    for number in 1..=11 {
        // Far apart, so that the number of builds counts and not the days.
        let lasting = Lasting { within: &[FOR_EVER], today: 100 * i64::from(number) };
        let files = if number == 1 { first.clone() } else { built(number) };
        let files = files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice()));
        disk::replace_folder(&folder.0, files, Foreign::Refused, lasting).expect("written");
    }
    let files = || site::files_below(&folder.0).into_iter().map(|(path, bytes)| File { path, bytes });
    let kept_script = with_pages_of(&first, files()).file("/on-record.js", bytes_of(&first, "on-record.js"));
    for plan in [with_pages_of(&first, files()), kept_script] {
        let site = plan.serve_alone();
        for path in ["/", "/embed.html"] {
            assert_shown(&site, path, 1).assert_well();
        }
        let missing: Vec<_> = site.asked().into_iter().filter(|asked| asked.status != 200).collect();
        assert_eq!(missing, []);
    }
}

#[test]
fn an_old_page_shows_the_new_story_where_nothing_of_its_own_is_left() {
    let site = with_pages_of(&built(1), built(2)).serve_alone();
    for path in ["/", "/embed.html"] {
        assert_shown(&site, path, 2);
    }
}

#[test]
fn an_old_page_shows_the_new_story_where_a_server_answers_with_a_page_for_what_is_gone() {
    let old = built(1);
    let story = old.iter().find(|file| file.path.starts_with("widget/story-")).expect("a story");
    let gone = format!("/{}", story.path);
    let page = bytes_of(&old, "index.html");
    let site =
        with_pages_of(&old, built(2)).file(&gone, page).header_for(&gone, "Content-Type", "text/html").serve_alone();
    assert_shown(&site, "/", 2);
}

#[test]
fn an_old_page_that_is_kept_with_a_new_version_opens_without_a_network() {
    let site = with_pages_of(&built(1), built(2)).serve_alone();
    let page = assert_shown(&site, "/", 2);
    page.wait_until("the worker has all", "return navigator.serviceWorker.controller", json!([]));
    let address = site.url("/");
    drop(site);
    page.visit_address(&address);
    page.wait_until_ready(0);
    assert_eq!(titles(&page), [title(2)]);
    assert_eq!(page.heard("error"), []);
    page.run_script("navigator.serviceWorker.getRegistration().then((it) => it.unregister())", json!([]));
}

#[test]
fn where_neither_address_has_a_story_the_first_is_told_of() {
    let site = Site::plan()
        .page("/index.html", "<on-record src=gone.orb fallback=/test.css loading=eager><p>Words.</p></on-record>");
    let site = site.serve();
    let page = Page::blank();
    page.visit(&site, "/");
    page.wait_until("the element has given up", "return probe.heard.some(({ name }) => name === 'error')", json!([]));
    let codes: Vec<_> = page.heard("error").into_iter().map(|(_, detail)| detail["code"].clone()).collect();
    assert_eq!(codes, ["missing"]);
}

/// A folder of its own for one test, removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new() -> Self {
        Self(env::temp_dir().join(format!("on-record-updated-{}", process::id())))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
