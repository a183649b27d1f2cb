//! The published page of the default story, as a reader far from the server opens it for the first time.
//!
//! The files come packed by brotli, with the headers that stand in the site's own `_headers`, from a server of its own for each
//! sample, so that nothing is in any cache:
//!
//! - **Network and processor** are the browser's own brakes: 1.6 Mbit/s, 150 ms for each request, the main thread four
//!   times as slow. They brake neither the threads that compile wasm nor a service worker.
//! - **First content** is the browser's first contentful paint; there is none before the style sheet is there.
//! - **Usable widget** is the first painted frame after `on-record:ready`, since the navigation began.
//! - **Layout shift** is the browser's own sum of all shifts until a second after that.
//! - **Bytes** are what came over the network until the widget was usable, headers included.
//! - **Lighthouse** runs as it comes: a phone, its own simulated network and processor. Each score is the median.

mod lighthouse;
mod told;

pub(crate) use self::told::table;

use on_record_tests::{
    Page, Site,
    record::{Compiled, default_compiled},
    site,
};
use publish::{Audience, File, Input, Links, Widget};
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

/// One opening, as the page hands it over.
#[derive(Clone, Copy, Debug, Deserialize)]
struct Opening {
    content_ms: f64,
    usable_ms: f64,
    shift: f64,
    bytes: f64,
}

/// What was measured.
#[derive(Clone, Debug)]
pub(crate) struct Loaded {
    openings: Vec<Opening>,
    /// The scores, out of a hundred; none where Lighthouse did not run.
    scores: Option<Scores>,
}

/// Measures all of it.
pub(crate) fn measure(plan: &Plan) -> Loaded {
    eprintln!("bench: opening the page of the default story ...");
    let files = published(&default_compiled());
    let openings = (0..SAMPLES).filter_map(|_| open(&files)).collect();
    let modules = plan.lighthouse.as_deref().expect("the plan says where Lighthouse is");
    Loaded { openings, scores: lighthouse::scores(modules, &served(&files).url("/")) }
}

/// The files of the site, packed, and the rules in `_headers`.
struct Packed {
    files: Vec<File>,
    rules: String,
}

fn published(story: &Compiled) -> Packed {
    let widget = Widget::new(site::built_files()).expect("a built widget");
    let input = Input {
        story: &story.story,
        bundle: &story.opened(),
        widget: &widget,
        links: &Links::default(),
        media: &[],
        audience: Audience::Readers,
    };
    let files = publish::site(&input);
    let rules = files.iter().find(|file| file.path == "_headers").expect("what a server shall send");
    let rules = String::from_utf8_lossy(&rules.bytes).into_owned();
    Packed { files: files.into_iter().map(|file| File { bytes: packed(&file.bytes), ..file }).collect(), rules }
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

fn open(files: &Packed) -> Option<Opening> {
    let site = served(files);
    let page = Page::blank();
    page.set_width(1200);
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": LOADING }));
    page.devtools("Network.enable", &json!({}));
    let network = json!({
        "offline": false, "latency": LATENCY_MS, "downloadThroughput": BYTES_PER_SEC, "uploadThroughput": BYTES_PER_SEC,
    });
    page.devtools("Network.emulateNetworkConditions", &network);
    page.devtools("Emulation.setCPUThrottlingRate", &json!({ "rate": SLOWDOWN }));
    if !page.visit_within(PATIENCE, &site, "/") {
        eprintln!("bench: the page does not load");
        return None;
    }
    let opening = page.within(PATIENCE, "loading.told().then(arguments[0])", json!([]))?;
    serde_json::from_value(opening).ok()
}

impl Loaded {
    fn median(&self, of: impl Fn(&Opening) -> f64) -> Option<f64> {
        Distribution::new(self.openings.iter().map(of)).median()
    }

    fn most(&self, of: impl Fn(&Opening) -> f64) -> Option<f64> {
        Distribution::new(self.openings.iter().map(of)).most()
    }

    /// Everything, the medians worked out.
    pub(crate) fn to_json(&self) -> Value {
        json!({
            "content_ms": self.openings.iter().map(|it| it.content_ms).collect::<Vec<_>>(),
            "usable_ms": self.openings.iter().map(|it| it.usable_ms).collect::<Vec<_>>(),
            "shift": self.most(|it| it.shift),
            "bytes": self.median(|it| it.bytes),
            "lighthouse": self.scores,
            "limits": told::verdicts(self),
        })
    }
}
