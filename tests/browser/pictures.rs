//! The files of a story, in each of the ways in which it is shown: every picture comes, nobody else is asked, and both stay so
//! when the story is told as of an earlier day.

use std::fs;

use on_record_tests::{
    Page, Site,
    preview::Preview,
    record::{Compiled, compiled_folder},
    site::{self, Plan},
};
use publish::{Audience, Input, Links, MediaBytes, News, Origins, Widget};
use serde_json::json;

use super::published::Scratch;

const STORY: &str = include_str!("stories/with_files.toml");

/// The files that lie beside that story, which the tests of the compiler have.
const FILES: [(&str, &[u8]); 5] = [
    ("bridge.jpg", include_bytes!("../../crates/compile/fixtures/bridge.jpg")),
    ("pattern.svg", include_bytes!("../../crates/compile/fixtures/pattern.svg")),
    ("ada.jpg", include_bytes!("../../crates/compile/fixtures/ada.jpg")),
    ("opening.mp4", include_bytes!("../../crates/compile/fixtures/opening.mp4")),
    ("opening.vtt", include_bytes!("../../crates/compile/fixtures/opening.vtt")),
];

/// How many pictures it shows by each of its days.
const SHOWN: [usize; 2] = [4, 6];

/// What finds elements in shadow trees, too, and in frames, where no probe stands.
const DEEP: &str = "const deep = (root, selector) => [...root.querySelectorAll(selector),
    ...[...root.querySelectorAll('*')].flatMap((e) => (e.shadowRoot ? deep(e.shadowRoot, selector) : []))];";

/// A story with files beside it.
struct WithFiles {
    story: Compiled,
    files: Vec<(String, Vec<u8>)>,
}

impl WithFiles {
    /// Compiled from a folder.
    fn new(folder: &Scratch) -> Self {
        fs::write(folder.path().join("story.toml"), STORY).expect("written");
        FILES.iter().for_each(|(name, bytes)| fs::write(folder.path().join(name), bytes).expect("written"));
        let (story, files) = compiled_folder(folder.path());
        Self { story, files }
    }

    /// All that is published of it at an address, each with its path from the server.
    fn published(&self, links: &Links) -> Vec<(String, Vec<u8>)> {
        let media: Vec<_> = self.files.iter().map(|(path, bytes)| MediaBytes { path, bytes: Some(bytes) }).collect();
        let input = Input {
            story: &self.story.story,
            bundle: &self.story.opened(),
            media: &media,
            card: None,
            widget: &Widget::new(site::built_files()).expect("a built widget: cargo xtask build makes it"),
            links,
            audience: Audience::Readers(News::default()),
        };
        let files = publish::site(&input).into_iter().map(|file| (file.path, file.bytes));
        files.chain(self.files.clone()).map(|(path, bytes)| (format!("/{path}"), bytes)).collect()
    }

    /// A server of what is published, with the headers that it is to send; and a page of the newsroom's own beside it.
    fn served(&self) -> Site {
        let origins = Origins::of(&self.story.story);
        let own = "<on-record src=story.orb><p>Own words.</p></on-record>";
        let plan = self.published(&Links::default()).into_iter().fold(Site::plan(), |plan, (path, bytes)| {
            publish::headers(&path[1..], &Links::default(), &origins)
                .into_iter()
                .fold(plan.file(&path, bytes), |plan, (name, value)| plan.header_for(&path, name, &value))
        });
        // The page of one file brings its own policy; it is looked at from a disk.
        let policy = publish::headers("index.html", &Links::default(), &origins);
        let policy = policy.into_iter().find(|(name, _)| *name == "Content-Security-Policy").expect("a policy").1;
        plan.page("/own.html", own).header_for("/own.html", "Content-Security-Policy", &policy).serve_alone()
    }
}

/// The pieces of code on the page of them, for a story that stands at an address.
fn pieces(of: &WithFiles, address: &str) -> Vec<String> {
    let files = of.published(&Links::new(address).expect("an address"));
    let (_, page) = files.into_iter().find(|(path, _)| path == "/snippets.html").expect("the page");
    let page = String::from_utf8(page).expect("UTF-8");
    let piece = |rest: &str| rest.split_once('>')?.1.split_once("</textarea>").map(|(code, _)| unescaped(code));
    page.split("<textarea").skip(1).filter_map(piece).collect()
}

fn unescaped(code: &str) -> String {
    code.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

/// Waits until as many pictures as a day has are there, each with its pixels.
fn wait_until_pictured(page: &Page, at: usize, way: &str) {
    // Those that wait for the reader to come near are asked for as well.
    let script = "const all = deep(document, '.or img');
        all.forEach((picture) => (picture.loading = 'eager'));
        return all.map((it) => [it.currentSrc || it.src, it.complete && it.naturalWidth > 0])";
    let pictures = || page.js::<Vec<(String, bool)>>(&[DEEP, script].concat(), json!([]));
    let are_there = || {
        let pictures = pictures();
        pictures.len() == SHOWN[at] && pictures.iter().all(|(_, is_there)| *is_there)
    };
    page.wait_for(|| format!("{way}: all pictures of day {at} are there, not {:#?}", pictures()), are_there);
    let posters: Vec<String> =
        page.js(&[DEEP, "return deep(document, '.or video').map((it) => it.poster)"].concat(), json!([]));
    let is_one_file = way == "one file";
    assert_eq!(posters.iter().filter(|poster| !poster.is_empty()).count(), usize::from(!is_one_file), "{way}");
}

/// Steps to another day of publication.
fn step(page: &Page, way: &str, tool: &str, at: usize) {
    let script = [
        DEEP,
        "const told = deep(document, '.or .story .e').length;
        // It is said once, and kept until there is a widget to do it.
        window.pressed === arguments[0] || deep(document, `.bar [data-tool=${arguments[0]}]`)[0].click();
        window.pressed = arguments[0];
        return told === arguments[1]",
    ];
    page.wait_until(&format!("{way}: day {at} is told"), &script.concat(), json!([tool, at + 2]));
}

/// Asserts that a way to show the story has all of its pictures, on its last day, on the first, and back on the last.
fn assert_pictured(page: &Page, way: &str) {
    wait_until_pictured(page, 1, way);
    step(page, way, "earlier", 0);
    wait_until_pictured(page, 0, way);
    step(page, way, "later", 1);
    wait_until_pictured(page, 1, way);
}

/// Asserts that a page asked nobody but some servers, and they had all that it asked for.
fn assert_asked_alone(page: &Page, sites: &[&Site], way: &str) {
    let is_known = |url: &str| url.starts_with("data:") || sites.iter().any(|site| url.starts_with(&site.url("/")));
    let strangers: Vec<_> = page.requests().into_iter().filter(|url| !is_known(url)).collect();
    assert_eq!(strangers, [""; 0], "{way}");
    let missing: Vec<_> = sites.iter().flat_map(|site| site.asked()).filter(|asked| asked.status != 200).collect();
    assert_eq!(missing, [], "{way}");
}

#[test]
fn a_served_story_has_its_pictures_on_every_day() {
    let (folder, page) = (Scratch::new("served"), Page::blank());
    let story = WithFiles::new(&folder);
    let home = story.served();
    for (way, path) in [("published page", "/"), ("page for frames", "/embed.html"), ("own page", "/own.html")] {
        page.visit(&home, path);
        assert_pictured(&page, way);
        page.assert_well();
        assert_asked_alone(&page, &[&home], way);
    }
}

#[test]
fn a_story_in_pages_elsewhere_has_its_pictures_on_every_day() {
    let (folder, page) = (Scratch::new("elsewhere"), Page::blank());
    let story = WithFiles::new(&folder);
    let home = story.served();
    let from = home.url("").trim_end_matches('/').to_owned();
    let pieces = pieces(&story, &home.url("/"));
    let policy = format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' {from}; style-src 'self' 'unsafe-inline' {from}; \
         img-src 'self' data: {from}; media-src {from}; connect-src {from}; frame-src {from}; \
         require-trusted-types-for 'script'"
    );
    let ways = ["remote", "article snippet", "frame"];
    let paths = ways.map(|way| format!("/{}.html", way.replace(' ', "-")));
    let plan = Site::plan().header("Content-Security-Policy", &policy);
    let plan = paths.iter().zip(&pieces).fold(plan, |plan: Plan, (path, code)| plan.page_with(path, "", code));
    let guest = plan.serve_alone();
    for (way, path) in ways.iter().zip(&paths) {
        page.visit(&guest, path);
        if *way == "frame" {
            page.in_frame(0, |page| assert_pictured(page, way));
            // Of what the frame is allowed, Chromium on Linux knows one thing not, and says so to the console.
            assert_eq!(page.js::<Vec<String>>("return probe.complaints", json!([])), [""; 0], "{way}");
        } else {
            assert_pictured(&page, way);
            page.assert_well();
        }
        assert_asked_alone(&page, &[&home, &guest], way);
    }
}

#[test]
fn a_story_in_one_file_or_previewed_has_its_pictures_on_every_day() {
    let (folder, page) = (Scratch::new("alone"), Page::blank());
    let story = WithFiles::new(&folder);
    let one_file = folder.path().join("offline.html");
    let files = story.published(&Links::default());
    let (_, bytes) = files.iter().find(|(path, _)| path == "/offline.html").expect("the one file");
    fs::write(&one_file, bytes).expect("written");
    assert_pictured_at(&page, &format!("file://{}", one_file.display()), "one file");
    let preview = Preview::with_files("files", STORY, &FILES);
    assert_pictured_at(&page, preview.address(), "preview");
}

fn assert_pictured_at(page: &Page, address: &str, way: &str) {
    page.visit_address(address);
    assert_pictured(page, way);
    page.assert_well();
    let is_known = |url: &str| url.starts_with("data:") || url.starts_with(address);
    let strangers: Vec<_> = page.requests().into_iter().filter(|url| !is_known(url)).collect();
    assert_eq!(strangers, [""; 0], "{way}");
}
