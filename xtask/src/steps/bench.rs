//! `bench`: how quickly stories of up to a million events compile, draw and move, how quickly a hundred thousand quotes
//! are searched, beside the peers, and how the published page loads.
//!
//! It prepares what the benchmark needs and starts it. The benchmark itself is a program of the package of the tests,
//! whose browser driver it shares, and which this command must not depend on: `serve` has to start quickly, and while
//! the crates do not compile.

use super::build;
use crate::{
    checkout::Checkout,
    failure::Failure,
    process,
    tools::{self, Kit, LIGHTHOUSE_MODULES, Need, PEERS},
};
use clap::ValueEnum;
use serde_json::json;
use std::{
    env, fs,
    path::{Path, PathBuf},
};

/// What `bench` measures.
#[derive(clap::Args)]
pub(crate) struct BenchOptions {
    /// Numbers of events.
    #[arg(long, value_delimiter = ',', default_values_t = [1_000, 10_000, 100_000, 1_000_000])]
    sizes: Vec<usize>,
    /// The number of quotes that are searched.
    #[arg(long, default_value_t = 100_000)]
    quotes: usize,
    /// Measure one part alone.
    #[arg(long, value_name = "PART", value_delimiter = ',')]
    only: Vec<Part>,
    /// The folder of a release bundle to measure, instead of building one.
    #[arg(long, value_name = "DIR")]
    widget: Option<PathBuf>,
}

/// A part of the benchmark.
#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Part {
    /// From authored files to the bundle.
    Compile,
    /// The widget in the browser.
    Ours,
    /// vis-timeline and TimelineJS in the browser.
    Peers,
    /// The search, beside MiniSearch, FlexSearch and Fuse.js in the browser.
    Search,
    /// The published page of the default story: how it loads, and what Lighthouse says.
    Page,
}

/// The parts that drive the widget.
const WITH_WIDGET: &[Part] = &[Part::Ours, Part::Search, Part::Page];
/// The parts that measure others.
const WITH_PEERS: &[Part] = &[Part::Peers, Part::Search];

/// Where the search alone is built, beside what trunk and cargo build.
const ENGINE_BUILD: &str = "target/engine";
const ENGINE_BUILT: &str = "target/engine/wasm32-unknown-unknown/widget/engine.wasm";
/// Where the input and the output of the last wasm-opt of it are kept.
const ENGINE_OPTIMISED: &str = "target/engine/wasm-opt";
/// The search alone, as it is measured.
const ENGINE: &str = "target/bench/engine.wasm";

/// Tells the benchmark where the release bundle is.
const DIST: &str = "ON_RECORD_DIST";
/// Where made-up stories and their bundles go.
const WORK: &str = "target/bench";
/// Where the report goes.
const REPORT: &str = "target/bench.json";

/// Measures, prints a table and writes `target/bench.json`. Nothing fails for being slow.
///
/// # Errors
/// Where a tool cannot be installed, the build fails or the benchmark cannot go on.
pub(crate) fn run(checkout: &Checkout, options: &BenchOptions) -> Result<(), Failure> {
    let parts = if options.only.is_empty() { Part::value_variants().to_vec() } else { options.only.clone() };
    let needs_widget = parts.iter().any(|part| WITH_WIDGET.contains(part));
    let kit = tools::ensure(checkout, &needs(&parts, options.widget.is_none()))?;
    if needs_widget && options.widget.is_none() {
        build::bundle(checkout, &kit)?;
    }
    let engine = if parts.contains(&Part::Search) { Some(engine(checkout, &kit)?) } else { None };
    let mut command = kit.command("cargo");
    command.args(["run", "--quiet", "--release", "--package", "on-record-tests", "--bin", "on-record-bench", "--"]);
    let given = Given { engine: engine.as_deref(), peers: kit.var(PEERS), lighthouse: kit.var(LIGHTHOUSE_MODULES) };
    command.arg(plan(checkout, options, &parts, given));
    command.env(DIST, dist(checkout, options.widget.as_deref())?);
    process::run(&mut command)?;
    eprintln!("xtask: the report is in {}", checkout.join(REPORT).display());
    Ok(())
}

/// Builds the search alone as the widget is built, and says where it is.
fn engine(checkout: &Checkout, kit: &Kit) -> Result<PathBuf, Failure> {
    let mut cargo = kit.command("cargo");
    cargo.args(["build", "--quiet", "--profile", "widget", "--target", "wasm32-unknown-unknown"]);
    cargo.args(["--package", "on-record-engine", "--target-dir", ENGINE_BUILD]);
    process::run(&mut cargo)?;
    let (built, engine) = (checkout.join(ENGINE_BUILT), checkout.join(ENGINE));
    let work = checkout.join(WORK);
    fs::create_dir_all(&work).map_err(|error| Failure::machine(work.display(), error))?;
    build::optimise(kit, &built, &engine, &checkout.join(ENGINE_OPTIMISED))?;
    Ok(engine)
}

fn needs(parts: &[Part], builds: bool) -> Vec<Need> {
    let mut needs = Vec::new();
    if parts.iter().any(|part| *part == Part::Search || builds && WITH_WIDGET.contains(part)) {
        needs.extend(build::NEEDS);
    }
    if parts.contains(&Part::Page) {
        needs.push(Need::Lighthouse);
    }
    if parts.iter().any(|part| WITH_PEERS.contains(part)) {
        needs.push(Need::Peers);
    }
    if parts != [Part::Compile] {
        needs.push(Need::Chromium);
    }
    needs
}

/// Where things are that some parts need.
#[derive(Clone, Copy, Default)]
struct Given<'a> {
    engine: Option<&'a Path>,
    peers: Option<&'a Path>,
    lighthouse: Option<&'a Path>,
}

/// What the benchmark is told to do.
fn plan(checkout: &Checkout, options: &BenchOptions, parts: &[Part], given: Given<'_>) -> String {
    let mut sizes = options.sizes.clone();
    sizes.sort_unstable();
    sizes.dedup();
    let name = |part: &Part| part.to_possible_value().map(|value| value.get_name().to_owned());
    let parts: Vec<_> = parts.iter().filter_map(name).collect();
    json!({
        "sizes": sizes, "parts": parts, "quotes": options.quotes, "engine": given.engine, "peers": given.peers,
        "lighthouse": given.lighthouse, "work": checkout.join(WORK), "report": checkout.join(REPORT),
    })
    .to_string()
}

/// The release bundle's folder; a path of the person's own is relative to where that person stands.
fn dist(checkout: &Checkout, widget: Option<&Path>) -> Result<PathBuf, Failure> {
    let Some(widget) = widget else { return Ok(checkout.dist()) };
    let here = env::current_dir().map_err(|error| Failure::machine("this folder", error))?;
    let folder = here.join(widget);
    let is_bundle = folder.join(build::WASM).is_file();
    if is_bundle { Ok(folder) } else { Err(Failure::Found(format!("{}: no release bundle", widget.display()))) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn options(sizes: &[usize]) -> BenchOptions {
        BenchOptions { sizes: sizes.to_vec(), quotes: 1000, only: Vec::new(), widget: None }
    }

    #[test]
    fn sizes_are_measured_once_each_and_the_smallest_first() {
        let plan = plan(&Checkout::here(), &options(&[1000, 10, 1000]), &[Part::Ours], Given::default());
        assert!(plan.contains("\"sizes\":[10,1000]") && plan.contains("\"parts\":[\"ours\"]"), "{plan}");
    }

    #[test]
    fn compiling_alone_needs_nothing_installed() {
        assert!(needs(&[Part::Compile], true).is_empty());
        assert!(!needs(&[Part::Ours], false).contains(&Need::Trunk));
    }

    #[test]
    fn the_page_is_measured_by_lighthouse_with_a_widget_that_may_be_built_already() {
        assert!(needs(&[Part::Page], true).contains(&Need::Trunk));
        let given = needs(&[Part::Page], false);
        assert!(given.contains(&Need::Lighthouse) && given.contains(&Need::Chromium) && !given.contains(&Need::Trunk));
    }

    #[test]
    fn searching_needs_the_tools_that_make_the_engine_and_the_libraries_beside_it() {
        for need in [Need::WasmTarget, Need::NodeTools, Need::Peers, Need::Chromium] {
            assert!(needs(&[Part::Search], false).contains(&need));
        }
    }

    #[test]
    fn a_folder_without_a_bundle_is_told() {
        let failure = dist(&Checkout::here(), Some(Path::new("nowhere"))).unwrap_err();
        assert_eq!(failure.exit_code(), 1);
    }
}
