//! The published page of the default story, as a reader far from the server opens it for the first time.
//!
//! The files come packed by brotli, with the headers that stand in the site's own `_headers`, from a server of its own for each
//! sample, so that nothing is in any cache:
//!
//! - **Network and processor** are the browser's own brakes: 1.6 Mbit/s, 150 ms for each request, the main thread four
//!   times as slow. They brake neither the threads that compile wasm nor a service worker.
//! - **First content** is the browser's first contentful paint; there is none before the style sheet is there.
//! - **Readable** is the first painted frame after `on-record:ready`, since the navigation began: the story is read, and Next,
//!   jumps and folds work, which is tried. **Bytes** are what came over the network until then, headers included.
//! - **Layout shift** is the browser's own sum of all shifts: when the widget comes, and at each change of view.
//! - **A press on “Timeline”** lasts from the press to the first painted frame with its events: cold is a page on which nothing was
//!   fetched, because the reader saves data; else the widget has come.
//! - **Interactions** are those of a [`visit`]; what counts is the longest, as for the web's own INP with so few of them.
//! - **One line** is an element that names the bundle alone.
//! - **Lighthouse** runs as it comes: a phone, its own simulated network and processor. Each score is the median.

mod lighthouse;
mod told;
mod visit;

pub(crate) use self::told::table;

use on_record_tests::{
    Page, Site, Widget as Element,
    record::{Compiled, default_compiled},
    site,
};
use publish::{Audience, File, Input, Links, News, Widget};
use serde::Deserialize;
use serde_json::{Value, json};

use self::lighthouse::Scores;
use crate::{browsing::PATIENCE, distribution::Distribution, plan::Plan, searching::packed};

/// Notes in the page when it can be used, and what jumps.
const LOADING: &str = include_str!("page/loading.js");

/// How often the page is opened.
const SAMPLES: usize = 7;

/// How many times as slow as it is the processor runs.
const SLOWDOWN: u32 = 4;
/// What comes from the network, bytes a second: 1.6 Mbit/s.
const BYTES_PER_SEC: u32 = 200_000;
/// How long each request takes beyond that, ms.
const LATENCY_MS: u32 = 150;

/// A page that embeds the story by one line.
const ONE_LINE: &str = "<!doctype html><title>One line</title><script type=module src=on-record.js></script>
    <on-record src=story.orb><p>A story</p></on-record>";
/// A reader who saves data.
const SAVES: &str =
    "Object.defineProperty(navigator, 'connection', { value: { saveData: true, effectiveType: '3g' } })";

/// One opening, as the page hands it over.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Opening {
    content_ms: f64,
    usable_ms: f64,
    bytes: f64,
}

/// What is done in a page after it was opened.
#[derive(Clone, Debug)]
struct Use {
    /// From a press on “Timeline” to its events, the widget being there.
    timeline_ms: f64,
    /// The sum of all shifts.
    shift: f64,
    /// The interactions of a visit, ms.
    interactions_ms: Vec<f64>,
}

/// What was measured.
#[derive(Clone, Debug, Default)]
pub(crate) struct Loaded {
    openings: Vec<Opening>,
    uses: Vec<Use>,
    /// From a press on “Timeline” to its events, nothing being there, ms.
    cold_ms: Vec<f64>,
    /// Openings of a page with one line.
    lines: Vec<Opening>,
    /// The story as one file, bytes as they are.
    offline_bytes: f64,
    /// The scores, out of a hundred; none where Lighthouse did not run.
    scores: Option<Scores>,
}

/// Measures all of it.
pub(crate) fn measure(plan: &Plan) -> Loaded {
    eprintln!("bench: opening the page of the default story ...");
    let (files, offline_bytes) = published(&default_compiled());
    let mut loaded = Loaded { offline_bytes, ..Loaded::default() };
    for _ in 0..SAMPLES {
        let samples = [(&mut loaded.openings, "/"), (&mut loaded.lines, "/line.html")];
        let site = served(&files);
        for (openings, path) in samples {
            openings.extend(open(&served(&files), path, "").map(|(_, opening)| opening));
        }
        loaded.uses.extend(open(&site, "/", "").and_then(|(page, _)| used(&page)));
        loaded.cold_ms.extend(open(&served(&files), "/", SAVES).and_then(|(page, _)| pressed(&page, "timeline")));
    }
    let modules = plan.lighthouse.as_deref().expect("the plan says where Lighthouse is");
    Loaded { scores: lighthouse::scores(modules, &served(&files).url("/")), ..loaded }
}

/// The files of the site, packed, and the rules in `_headers`.
struct Packed {
    files: Vec<File>,
    rules: String,
}

/// The packed files, and how large the story is as one file.
fn published(story: &Compiled) -> (Packed, f64) {
    let widget = Widget::new(site::built_files()).expect("a built widget");
    let input = Input {
        story: &story.story,
        bundle: &story.opened(),
        widget: &widget,
        links: &Links::default(),
        media: &[],
        card: None,
        audience: Audience::Readers(News::default()),
    };
    let mut files = publish::site(&input);
    let offline = files.iter().find(|file| file.path == "offline.html").expect("the story as one file").bytes.len();
    files.push(File { path: "line.html".to_owned(), bytes: ONE_LINE.into() });
    let rules = files.iter().find(|file| file.path == "_headers").expect("what a server shall send");
    let rules = String::from_utf8_lossy(&rules.bytes).into_owned();
    let files = files.into_iter().map(|file| File { bytes: packed(&file.bytes), ..file }).collect();
    (Packed { files, rules }, offline as f64)
}

/// The site as a web server sends it that does what `_headers` says.
fn served(packed: &Packed) -> Site {
    let (mut plan, mut pattern) = (site::Plan::default().header("Content-Encoding", "br"), "");
    for line in packed.rules.lines() {
        match line.strip_prefix("  ").and_then(|header| header.split_once(": ")) {
            Some((name, value)) => plan = plan.header_for(pattern, name, value),
            None => pattern = line,
        }
    }
    let files = packed.files.iter().map(|file| (["/", &file.path].concat(), file.bytes.clone()));
    files.fold(plan, |plan, (path, bytes)| plan.file(&path, bytes)).serve_alone()
}

/// Opens a page, with a script before its own, until it can be read.
fn open(site: &Site, path: &str, script: &str) -> Option<(Page, Opening)> {
    let page = Page::blank();
    page.set_width(1200);
    let source = [LOADING, script].join("\n");
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": source }));
    page.devtools("Network.enable", &json!({}));
    let network = json!({
        "offline": false, "latency": LATENCY_MS, "downloadThroughput": BYTES_PER_SEC, "uploadThroughput": BYTES_PER_SEC,
    });
    page.devtools("Network.emulateNetworkConditions", &network);
    page.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWDOWN }));
    if !page.visit_within(PATIENCE, site, path) {
        eprintln!("bench: {path} does not load");
        return None;
    }
    let opening = told(&page, "told", json!([]))?;
    Some((page, opening))
}

/// What a function of the page's script comes to.
fn told<T: serde::de::DeserializeOwned>(page: &Page, function: &str, arguments: Value) -> Option<T> {
    let script = format!("loading.{function}(...[...arguments].slice(0, -1)).then([...arguments].at(-1))");
    serde_json::from_value(page.within(PATIENCE, &script, arguments)?).ok()
}

/// Presses on a view; how long it takes until that is drawn, ms.
fn pressed(page: &Page, view: &str) -> Option<f64> {
    Element::first(page).click(&format!("a[data-view={view}]"));
    told(page, "drawn", json!([view]))
}

/// Reads on, waits for the widget, looks at each view and makes a visit.
fn used(page: &Page) -> Option<Use> {
    let at = || page.js::<String>("return loading.at()", json!([]));
    let before = at();
    Element::first(page).click("[data-tool=next]");
    assert_ne!(at(), before, "Next works as soon as the page is ready");
    told::<Value>(page, "come", json!([]));
    let timeline_ms = pressed(page, "timeline")?;
    for view in ["quotes", "story", "timeline", "story"] {
        pressed(page, view)?;
    }
    let shift = told(page, "shifted", json!([]))?;
    visit::go_through(page);
    Some(Use { timeline_ms, shift, interactions_ms: told(page, "interacted", json!([]))? })
}

impl Loaded {
    fn median(values: impl Iterator<Item = f64>) -> Option<f64> {
        Distribution::new(values).median()
    }

    /// The longest interaction of a visit, ms: the median of the visits.
    fn longest_ms(&self) -> Option<f64> {
        Self::median(self.uses.iter().filter_map(|it| it.interactions_ms.iter().copied().reduce(f64::max)))
    }

    /// Everything, the medians worked out.
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "content_ms": self.openings.iter().map(|it| it.content_ms).collect::<Vec<_>>(),
            "usable_ms": self.openings.iter().map(|it| it.usable_ms).collect::<Vec<_>>(),
            "bytes": Self::median(self.openings.iter().map(|it| it.bytes)),
            "line_bytes": Self::median(self.lines.iter().map(|it| it.bytes)),
            "offline_bytes": self.offline_bytes,
            "shift": self.uses.iter().map(|it| it.shift).collect::<Vec<_>>(),
            "timeline_ms": self.uses.iter().map(|it| it.timeline_ms).collect::<Vec<_>>(),
            "timeline_cold_ms": self.cold_ms,
            "interactions_ms": self.uses.iter().map(|it| it.interactions_ms.clone()).collect::<Vec<_>>(),
            "lighthouse": self.scores,
            "limits": told::verdicts(self),
        })
    }
}
