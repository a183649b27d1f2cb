//! A search in a page of its own: its first answer, its keystrokes, what it takes.

use std::{fs, path::Path, time::Duration};

use on_record_tests::{Page, Site, site};
use serde::Deserialize;
use serde_json::{Value, json};

use super::Typed;
use crate::{
    browsing::{BROWSERS, PATIENCE, asked, browser, heap_bytes, site},
    searching::Corpus,
};

const PAGE: &str = include_str!("page.js");
const ENGINE: &str = include_str!("engine.js");
const WIDGET: &str = include_str!("widget.js");

/// How long anything may take to arrive, and an index to be made.
const MAKING: Duration = Duration::from_secs(180);
/// How long a search may type; one that is not done by then is cut short.
const TYPING: Duration = Duration::from_secs(90);
/// How often our first answer is measured, in fresh pages.
const STARTS: usize = 7;
/// So many queries are typed into the widget, where each keystroke takes some frames of rest.
const QUERIES: usize = 40;

/// A library that searches.
struct Peer {
    name: &'static str,
    /// Its module, below `node_modules`.
    library: &'static str,
    /// The page's script.
    script: &'static str,
}

const PEERS: &[Peer] = &[
    Peer { name: "MiniSearch", library: "minisearch/dist/es/index.js", script: include_str!("minisearch.js") },
    Peer {
        name: "FlexSearch",
        library: "flexsearch/dist/flexsearch.bundle.module.min.mjs",
        script: include_str!("flexsearch.js"),
    },
    Peer { name: "Fuse.js", library: "fuse.js/dist/fuse.min.mjs", script: include_str!("fuse.js") },
];

/// From what is in memory to the first answer, as the page hands it over.
#[derive(Clone, Copy, Debug, Default, Deserialize)]
pub(crate) struct Start {
    /// Until the index is ready, ms.
    pub(crate) build_ms: f64,
    /// Until the first answer, ms.
    pub(crate) first_ms: f64,
    /// How many quotes that finds.
    pub(crate) found: usize,
}

/// Keystrokes, as the page hands them over.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Keys {
    /// How long each took, ms.
    pub(crate) ms: Vec<f64>,
    /// How many quotes each found, where that is asked.
    #[serde(default)]
    pub(crate) found: Vec<usize>,
    /// In the widget, how long its own code took before style, layout and paint, ms.
    #[serde(default)]
    pub(crate) code_ms: Vec<f64>,
    /// In the widget, how long the frame with the keystroke took, ms: the list may come later.
    #[serde(default)]
    pub(crate) frame_ms: Vec<f64>,
}

/// What was measured of a search.
#[derive(Clone, Debug)]
pub(crate) struct Answers {
    /// What it is called.
    pub(crate) name: &'static str,
    /// Its starts, each in a fresh page.
    pub(crate) starts: Vec<Start>,
    /// What was typed, in order.
    pub(crate) keys: Keys,
    /// How many keystrokes there were to type.
    pub(crate) wanted: usize,
    /// The index as it can be written out, bytes.
    pub(crate) index_bytes: Option<u64>,
    /// What it takes beyond the quotes, bytes.
    pub(crate) memory_bytes: Option<u64>,
}

/// The widget's own search, without the widget.
pub(crate) fn engine(wasm: &Path, corpus: &Corpus, typed: &Typed) -> Answers {
    let wasm = fs::read(wasm).expect("the engine that was built");
    let plan = page(ENGINE, typed, &typed.all()).file("/engine.wasm", wasm).file("/story.orb", corpus.bundle.clone());
    let (site, bundle_bytes) = (plan.serve_alone(), corpus.bundle.len() as u64);
    let mut answers = Answers::none("On Record", typed.all().len());
    let mut page = None;
    for _ in 0..STARTS {
        page = opened(&site);
        answers.starts.extend(page.as_ref().and_then(|page| asked::<Start>(page, "start", MAKING)));
    }
    let Some(page) = page else { return answers };
    answers.keys = asked(&page, "type", TYPING).unwrap_or_default();
    let wasm_bytes: u64 = page.js("return bench.wasm_bytes()", json!([]));
    answers.memory_bytes = Some(wasm_bytes.saturating_sub(bundle_bytes));
    answers
}

/// The widget: keystrokes to the painted list, and frames in which nothing happens.
pub(crate) fn widget(corpus: &Corpus, typed: &Typed) -> Option<(Keys, Keys)> {
    eprintln!("bench: typing into the widget ...");
    let plan = site("<on-record src=\"/story.orb\"></on-record>", "", "").file("/story.orb", corpus.bundle.clone());
    let site = with_scripts(plan, WIDGET, typed, &[]).serve();
    let page = opened(&site)?;
    let empty = asked(&page, "empty", MAKING)?;
    Some((asked(&page, "type", TYPING)?, empty))
}

/// Each of the others.
pub(crate) fn peers(modules: &Path, corpus: &Corpus, typed: &Typed) -> Vec<Answers> {
    let quotes = quotes(corpus).to_string();
    PEERS.iter().map(|of| peer(of, modules, &quotes, typed)).collect()
}

fn peer(peer: &Peer, modules: &Path, quotes: &str, typed: &Typed) -> Answers {
    eprintln!("bench: searching with {} ...", peer.name);
    let library = fs::read(modules.join(peer.library)).expect("the library's files");
    let plan = page(peer.script, typed, &typed.plain()).file("/library.js", library).file("/quotes.json", quotes);
    let site = plan.serve_alone();
    let mut answers = Answers::none(peer.name, typed.plain().len());
    let Some(page) = opened(&site) else { return answers };
    let before = heap_bytes(&page);
    let Some(start) = asked(&page, "start", MAKING) else { return answers };
    answers.starts.push(start);
    answers.memory_bytes = Some(heap_bytes(&page).saturating_sub(before));
    answers.keys = asked(&page, "type", TYPING).unwrap_or_default();
    answers.index_bytes = asked::<Size>(&page, "size", MAKING).and_then(|size| size.bytes);
    answers
}

/// How long an index is, as the page hands it over.
#[derive(Deserialize)]
struct Size {
    bytes: Option<u64>,
}

impl Answers {
    fn none(name: &'static str, wanted: usize) -> Self {
        Self { name, starts: Vec::new(), keys: Keys::default(), wanted, index_bytes: None, memory_bytes: None }
    }
}

/// A page without a widget.
fn page(script: &str, typed: &Typed, all: &[String]) -> site::Plan {
    with_scripts(site("", "", ""), script, typed, all)
}

/// The scripts of a page, and what is typed in it.
fn with_scripts(plan: site::Plan, script: &str, typed: &Typed, all: &[String]) -> site::Plan {
    let queries = typed.first(QUERIES);
    // What a reader may ask for first of all: a frequent word, whole.
    let first = queries.first().and_then(|letters| letters.last());
    let inputs = json!({ "first": first, "all": all, "queries": queries });
    plan.file("/bench.js", PAGE).file("/target.js", script).file("/keystrokes.json", inputs.to_string())
}

/// A page with everything that it needs, in a fresh browser.
fn opened(site: &Site) -> Option<Page> {
    for _ in 0..BROWSERS {
        let page = browser();
        if page.visit_within(PATIENCE, site, "/bench.html") && is_prepared(&page) {
            return Some(page);
        }
        eprintln!("bench: the browser does not answer; on with another");
    }
    None
}

fn is_prepared(page: &Page) -> bool {
    asked::<Done>(page, "prepare", MAKING).is_some()
}

/// What a function of the page comes to that gives nothing back.
#[derive(Deserialize)]
struct Done {}

/// The quotes as documents, each with the name of its speaker.
fn quotes(corpus: &Corpus) -> Value {
    let bundle = corpus.open();
    let quote = |ix| {
        let quote = bundle.quote(ix);
        json!({ "id": story::QuoteIx::at(ix), "text": quote.text(), "speaker": bundle.person(quote.speaker()).name() })
    };
    bundle.quotes().map(quote).collect()
}
