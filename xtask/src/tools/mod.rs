//! What the commands need from the machine: how each thing is recognised and how it is installed.

mod apt;
mod browser;
mod cargo;
mod java;
mod node;
mod poppler;
mod rust;

use crate::{cache::Cache, checkout::Checkout, failure::Failure};
use std::{
    env,
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    process::Command,
    time::Instant,
};

/// A thing that a command may need.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// The compiler's standard library for wasm.
    WasmTarget,
    /// The formatter and the linter.
    RustComponents,
    /// What builds and serves the page.
    Trunk,
    /// What writes the glue between JavaScript and the wasm.
    WasmBindgen,
    /// What makes the wasm and the scripts small.
    NodeTools,
    /// What most tests in a browser drive, and its driver.
    Chromium,
    /// Firefox alone.
    Firefox,
    /// What drives Firefox.
    GeckoDriver,
    /// WebKitGTK, its driver, and a screen for it.
    WebKit,
    /// What judges pages: axe-core whether everybody can use them, vnu whether they are valid HTML.
    Checkers,
    /// What runs vnu.
    Java,
    /// What reads printed pages.
    Poppler,
    /// The libraries that the benchmark measures beside ours.
    Peers,
    /// What measures how a page loads.
    Lighthouse,
}

/// The version of trunk that `Trunk.toml` asks for.
const TRUNK: &str = "0.21.14";
/// The version of the driver of Firefox.
const GECKODRIVER: &str = "0.37.1";
/// The version of the npm package `binaryen`, which holds wasm-opt.
const BINARYEN: &str = "132.0.0";
/// The version of the npm package `esbuild`.
const ESBUILD: &str = "0.28.2";
/// The version of the npm package `axe-core`.
const AXE: &str = "4.14.1";
/// The version of the npm package `vnu-jar`, the checker of HTML that validator.w3.org/nu runs.
const VNU: &str = "26.9.27";
/// The version of the npm package `lighthouse`: the last that runs on Node.js 20.
const LIGHTHOUSE: &str = "12.8.2";
/// The version of the npm package `vis-timeline`.
const VIS_TIMELINE: &str = "8.5.4";
/// The version of the npm package of TimelineJS.
const TIMELINEJS: &str = "3.9.11";

/// The versions of the npm packages that search.
const MINISEARCH: &str = "7.2.0";
const FLEXSEARCH: &str = "0.8.212";
const FUSE: &str = "7.5.0";

/// Tells where the npm packages of the peers are.
pub(crate) const PEERS: &str = "ON_RECORD_PEERS";

/// Tells where the npm package of Lighthouse is.
pub(crate) const LIGHTHOUSE_MODULES: &str = "ON_RECORD_LIGHTHOUSE";

/// Tells where the npm packages of the checkers are.
const CHECKERS: &str = "ON_RECORD_CHECKERS";

/// One way to recognise and install a thing.
trait Tool {
    /// Its name and version, for the progress line.
    fn name(&self) -> String;

    /// How long its installation tends to take on two cores.
    fn takes(&self) -> &'static str;

    /// How to use it; `None` where it is missing. Quick, because each start asks.
    fn find(&self, site: &Site<'_>) -> Option<Found>;

    /// Installs it.
    fn install(&self, site: &Site<'_>) -> Result<(), Failure>;

    /// What a person runs where we cannot install it.
    fn by_hand(&self, site: &Site<'_>) -> String;
}

/// Where tools are looked for and installed.
struct Site<'a> {
    checkout: &'a Checkout,
    cache: &'a Cache,
}

/// What a child must be told to use a tool.
#[derive(Default)]
struct Found {
    /// To put in front of `PATH`.
    folders: Vec<PathBuf>,
    /// Further variables.
    vars: Vec<(&'static str, PathBuf)>,
}

/// All that a command needs, installed.
pub(crate) struct Kit {
    root: PathBuf,
    path: OsString,
    vars: Vec<(&'static str, PathBuf)>,
}

impl Kit {
    /// A command in the checkout that finds the tools.
    pub(crate) fn command(&self, program: &str) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(&self.root)
            .env("PATH", &self.path)
            .envs(self.vars.iter().map(|(name, value)| (name, value)));
        command
    }

    /// A path that commands of this kit are told.
    pub(crate) fn var(&self, name: &str) -> Option<&Path> {
        self.vars.iter().find(|(of, _)| *of == name).map(|(_, value)| value.as_path())
    }

    /// Trunk, without the backtrace that it shows of itself beside the compiler's errors.
    pub(crate) fn trunk(&self) -> Command {
        let mut trunk = self.command("trunk");
        trunk.env("RUST_LIB_BACKTRACE", "0");
        trunk
    }
}

/// Finds what is needed, and installs what is missing.
///
/// # Errors
/// Where something is missing and cannot be installed; the message says what a person must run.
pub(crate) fn ensure(checkout: &Checkout, needs: &[Need]) -> Result<Kit, Failure> {
    let cache = Cache::from_env()?;
    let site = Site { checkout, cache: &cache };
    let tools = needs.iter().map(|need| tool(*need, checkout)).collect::<Result<Vec<_>, _>>()?;
    let mut found: Vec<_> = tools.iter().map(|tool| tool.find(&site)).collect();
    if found.iter().any(Option::is_none) {
        let _lock = cache.lock()?;
        install_missing(&tools, &mut found, &site)?;
        crate::cache::remove(&cache.build())?;
    }
    kit(checkout, found.into_iter().flatten().collect())
}

/// The one table of what there is.
fn tool(need: Need, checkout: &Checkout) -> Result<Box<dyn Tool>, Failure> {
    Ok(match need {
        Need::WasmTarget => Box::new(rust::WasmTarget),
        Need::RustComponents => Box::new(rust::Components),
        Need::Trunk => Box::new(cargo::CargoTool {
            krate: "trunk",
            binary: "trunk",
            version: TRUNK.into(),
            options: &["--no-default-features"],
            takes: "about 3 minutes",
        }),
        Need::WasmBindgen => Box::new(cargo::CargoTool {
            krate: "wasm-bindgen-cli",
            binary: "wasm-bindgen",
            version: checkout.locked_version("wasm-bindgen")?,
            options: &[],
            takes: "about 1 minute",
        }),
        Need::NodeTools => {
            Box::new(node::Packages { packages: &[("binaryen", BINARYEN), ("esbuild", ESBUILD)], var: None })
        }
        Need::Chromium => Box::new(browser::CHROMIUM),
        Need::Firefox => Box::new(browser::FIREFOX),
        Need::GeckoDriver => Box::new(cargo::CargoTool {
            krate: "geckodriver",
            binary: "geckodriver",
            version: GECKODRIVER.into(),
            options: &[],
            takes: "about 2 minutes",
        }),
        Need::WebKit => Box::new(browser::WEBKIT),
        Need::Checkers => {
            Box::new(node::Packages { packages: &[("axe-core", AXE), ("vnu-jar", VNU)], var: Some(CHECKERS) })
        }
        Need::Java => Box::new(java::Java),
        Need::Poppler => Box::new(poppler::Poppler),
        Need::Lighthouse => {
            Box::new(node::Packages { packages: &[("lighthouse", LIGHTHOUSE)], var: Some(LIGHTHOUSE_MODULES) })
        }
        Need::Peers => Box::new(node::Packages {
            packages: &[
                ("vis-timeline", VIS_TIMELINE),
                ("@knight-lab/timelinejs", TIMELINEJS),
                ("minisearch", MINISEARCH),
                ("flexsearch", FLEXSEARCH),
                ("fuse.js", FUSE),
            ],
            var: Some(PEERS),
        }),
    })
}

fn install_missing(tools: &[Box<dyn Tool>], found: &mut [Option<Found>], site: &Site<'_>) -> Result<(), Failure> {
    let missing = found.iter().filter(|found| found.is_none()).count();
    eprintln!("xtask: {missing} of {} tools are missing; they are installed once", tools.len());
    for (tool, found) in tools.iter().zip(found).filter(|(_, found)| found.is_none()) {
        // Another xtask may have installed it while we waited for the lock.
        *found = tool.find(site);
        if found.is_none() {
            *found = Some(install(tool.as_ref(), site)?);
        }
    }
    Ok(())
}

fn install(tool: &dyn Tool, site: &Site<'_>) -> Result<Found, Failure> {
    let name = tool.name();
    eprintln!("xtask: installing {name}: {} on two cores ...", tool.takes());
    let begun = Instant::now();
    let result = tool.install(site);
    if result == Err(Failure::Stopped) {
        return Err(Failure::Stopped);
    }
    if let Some(found) = tool.find(site) {
        eprintln!("xtask: installed {name} in {} s", begun.elapsed().as_secs());
        return Ok(found);
    }
    let why = result.err().and_then(|failure| failure.message().map(|line| format!(" ({line})"))).unwrap_or_default();
    Err(Failure::Machine(format!("cannot install {name}{why}; run: {}", tool.by_hand(site))))
}

fn kit(checkout: &Checkout, found: Vec<Found>) -> Result<Kit, Failure> {
    let inherited = env::var_os("PATH").unwrap_or_default();
    let folders = found.iter().flat_map(|found| found.folders.iter().cloned());
    let path = env::join_paths(folders.chain(env::split_paths(&inherited)))
        .map_err(|error| Failure::machine("the path of the tools", error))?;
    let vars = found.into_iter().flat_map(|found| found.vars).collect();
    Ok(Kit { root: checkout.root().to_path_buf(), path, vars })
}

/// Where a program stands on the person's own `PATH`.
fn on_path(program: &str) -> Option<PathBuf> {
    let file = executable(program);
    env::split_paths(&env::var_os("PATH")?).map(|folder| folder.join(&file)).find(|path| path.is_file())
}

/// The file name of a program on this system.
fn executable(program: &str) -> OsString {
    let mut name = OsString::from(program);
    name.push(env::consts::EXE_SUFFIX);
    name
}

/// A file below a folder, if it is there.
fn file_in(folder: &Path, names: &[&OsStr]) -> Option<PathBuf> {
    let path = names.iter().fold(folder.to_path_buf(), |path, name| path.join(name));
    path.is_file().then_some(path)
}
