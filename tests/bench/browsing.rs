//! A target in the browser: its page, its draws and its gestures.

use std::{
    fs,
    time::{Duration, Instant},
};

use on_record_tests::{Page, Site, site};
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::json;

use crate::{distribution::Distribution, plan::Plan};

/// What times the frames, in every page.
const FRAMES: &str = include_str!("frames.js");
/// The style of every page.
const STYLE: &str = include_str!("bench.css");
/// The widget's own page.
const OURS: &str = include_str!("ours.js");
/// What the widget is called in the report.
pub(crate) const OUR_NAME: &str = "On Record";

/// How often a first draw is measured, in fresh pages, at most.
const DRAWS: usize = 7;
/// No further draw is begun after so long.
const DRAWING: Duration = Duration::from_secs(20);
/// A frame is dropped where it comes later than this after the one before, ms.
const DROPPED_MS: f64 = 1.5 * 1000.0 / 60.0;
/// A page that does not load is given to another browser, at most so often.
pub(crate) const BROWSERS: usize = 3;
/// How much longer than its time a target is waited for, before the browser is given up.
pub(crate) const PATIENCE: Duration = Duration::from_secs(60);

/// The time that the widget has for its gestures, which only a failure needs.
const OUR_LIMIT: Duration = Duration::from_secs(180);

/// Something to measure in the browser.
pub(crate) struct Target<'a> {
    /// What it is called in the report.
    pub(crate) name: &'static str,
    /// How many events it shows.
    pub(crate) len: usize,
    /// Where its page is, on its site.
    pub(crate) path: &'a str,
    /// How long it may take for its first draw, and for its gestures.
    pub(crate) limit: Duration,
}

/// The frames of one gesture, as the page hands them over.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Gesture {
    /// Main-thread time of each frame, ms.
    work: Vec<f64>,
    /// From each frame to the next, ms.
    gaps: Vec<f64>,
    /// The most elements after any frame.
    pub(crate) elements: usize,
    /// Whether it brought another stretch of time into view.
    #[serde(default)]
    pub(crate) moved: bool,
}

/// All gestures of a target, as the page hands them over.
#[derive(Clone, Debug, Deserialize)]
pub(crate) struct Gestures {
    /// Frames in which nothing happens.
    pub(crate) empty: Gesture,
    /// Zooming in and out.
    pub(crate) zoom: Gesture,
    /// Dragging.
    pub(crate) pan: Gesture,
    /// Dragging fast.
    pub(crate) fast: Gesture,
    /// Whether its time was over before it was done.
    pub(crate) over: bool,
}

/// One first draw, as the page hands it over.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Draw {
    call_ms: f64,
    draw_ms: f64,
    elements: usize,
}

/// What was measured of a target.
#[derive(Clone, Debug)]
pub(crate) struct Run {
    /// What it is called.
    pub(crate) name: &'static str,
    /// How many events it showed.
    pub(crate) len: usize,
    /// First draws, ms; none where its time was over before the first.
    pub(crate) draws: Distribution,
    /// The part of each that the call itself took, ms.
    pub(crate) calls: Distribution,
    /// The elements after the first draw.
    pub(crate) elements: usize,
    /// Its gestures; `None` where it did not get that far.
    pub(crate) gestures: Option<Gestures>,
    /// What it takes beyond the bundle, bytes.
    pub(crate) memory_bytes: Option<u64>,
}

impl Gesture {
    /// Main-thread time of the frames, ms.
    pub(crate) fn work_ms(&self) -> Distribution {
        Distribution::new(self.work.iter().copied())
    }

    /// How many frames came too late.
    pub(crate) fn dropped(&self) -> usize {
        self.gaps.iter().filter(|gap| **gap > DROPPED_MS).count()
    }
}

impl Gestures {
    /// Those that move something.
    pub(crate) fn moving(&self) -> [&Gesture; 3] {
        [&self.zoom, &self.pan, &self.fast]
    }

    /// How many frames that move something came too late.
    pub(crate) fn dropped(&self) -> usize {
        self.moving().into_iter().map(Gesture::dropped).sum()
    }

    /// Main-thread time of all frames that move something, ms.
    pub(crate) fn work_ms(&self) -> Distribution {
        Distribution::new(self.moving().into_iter().flat_map(|gesture| gesture.work.iter().copied()))
    }
}

impl Run {
    /// The most elements there were.
    pub(crate) fn most_elements(&self) -> usize {
        let gestures = self.gestures.iter().flat_map(Gestures::moving).map(|gesture| gesture.elements);
        gestures.max().unwrap_or_default().max(self.elements)
    }
}

/// Measures the widget with the bundle of a size.
pub(crate) fn ours(plan: &Plan, len: usize) -> Run {
    let bundle = fs::read(plan.bundle(len)).expect("the bundle that was compiled");
    let bundle_bytes = bundle.len() as u64;
    let site = site("<on-record></on-record>", "", "").file("/target.js", OURS).file("/story.orb", bundle).serve();
    let target = Target { name: OUR_NAME, len, path: "/bench.html", limit: OUR_LIMIT };
    measure(&site, &target, |page| memory_bytes(page).saturating_sub(bundle_bytes).into())
}

/// A site with one page that has this in its body, and before it the style and the script of a library.
///
/// The page loads three files and no more: the server of the tests now and then leaves the fifth connection of a
/// browser waiting until another ends.
pub(crate) fn site(body: &str, style: &str, script: &str) -> site::Plan {
    let html = format!(
        r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Benchmark</title>
        <link rel="icon" href="data:,"><link rel="stylesheet" href="/bench.css"></head><body>{body}
        <script src="/bench.js"></script><script type="module" src="/target.js"></script></body></html>"#
    );
    Site::plan()
        .file("/bench.html", html)
        .file("/bench.css", [style, STYLE].join("\n"))
        .file("/bench.js", [script, FRAMES].join(";\n"))
        // A page that nobody else can look into gets a finer clock: 5 µs instead of 100.
        .header("Cross-Origin-Opener-Policy", "same-origin")
        .header("Cross-Origin-Embedder-Policy", "require-corp")
}

/// Measures a target: its first draws in fresh pages, then, in the last of them, its gestures.
pub(crate) fn measure(site: &Site, target: &Target<'_>, memory: impl FnOnce(&Page) -> Option<u64>) -> Run {
    eprintln!("bench: {} with {} events ...", target.name, target.len);
    let (page, draws) = draws(site, target);
    let gestures = page.as_ref().and_then(|page| gestures(page, target));
    let memory_bytes = page.as_ref().filter(|_| gestures.is_some()).and_then(memory);
    Run {
        name: target.name,
        len: target.len,
        draws: Distribution::new(draws.iter().map(|draw| draw.draw_ms)),
        calls: Distribution::new(draws.iter().map(|draw| draw.call_ms)),
        elements: draws.iter().map(|draw| draw.elements).max().unwrap_or_default(),
        gestures,
        memory_bytes,
    }
}

/// As many first draws as there is time for, at least one if it ends in time, and the page with the last.
fn draws(site: &Site, target: &Target<'_>) -> (Option<Page>, Vec<Draw>) {
    let begun = Instant::now();
    let (mut page, mut draws, mut lost) = (None, Vec::new(), 0);
    while draws.len() < DRAWS && lost < BROWSERS && (page.is_none() || begun.elapsed() < DRAWING) {
        let current = page.take().unwrap_or_else(browser);
        if !current.visit_within(PATIENCE, site, target.path) {
            eprintln!("bench: the browser does not answer after {} draws; on with another", draws.len());
            lost += 1;
            continue;
        }
        let Some(draw) = asked(&current, "draw", target.limit) else {
            if current.js("return 'target' in window", json!([])) {
                break;
            }
            eprintln!("bench: a script of the page did not come after {} draws; on with another browser", draws.len());
            lost += 1;
            continue;
        };
        draws.push(draw);
        page = Some(current);
    }
    (page, draws)
}

/// A browser with a window of the size that everything is measured at.
pub(crate) fn browser() -> Page {
    let page = Page::blank();
    let size = json!({ "width": 1200, "height": 700, "deviceScaleFactor": 1, "mobile": false });
    page.devtools("Emulation.setDeviceMetricsOverride", &size);
    page
}

fn gestures(page: &Page, target: &Target<'_>) -> Option<Gestures> {
    let script = "target.surface().scrollIntoView({ block: 'start', behavior: 'instant' })";
    page.run_script(script, json!([]));
    asked(page, "gestures", target.limit)
}

/// What a function of the page's `bench` comes to; `None` where it does not in its time.
pub(crate) fn asked<T: DeserializeOwned>(page: &Page, name: &str, limit: Duration) -> Option<T> {
    let script = "const [name, limit, done] = arguments;
        bench[name](limit).then((value) => done({ value }), (error) => done({ error: String(error) }))";
    let answer = page.within(limit + PATIENCE, script, json!([name, limit.as_millis() as u64]))?;
    match serde_json::from_value(answer["value"].clone()) {
        Ok(value) => Some(value),
        Err(error) => {
            eprintln!("bench: {name}: {} ({error})", answer["error"]);
            None
        }
    }
}

/// The wasm's memory and JavaScript's heap, after a garbage collection.
fn memory_bytes(page: &Page) -> u64 {
    let wasm: u64 = page.js("return target.wasm_bytes()", json!([]));
    wasm + heap_bytes(page)
}

/// JavaScript's heap, after a garbage collection.
pub(crate) fn heap_bytes(page: &Page) -> u64 {
    page.devtools("HeapProfiler.collectGarbage", &json!({}));
    let heap = page.devtools("Runtime.getHeapUsage", &json!({}));
    let of = |field: &str| heap[field].as_f64().unwrap_or_default() as u64;
    of("usedSize") + of("embedderHeapUsedSize")
}
