//! `build`: the release bundle, made small, checked, and put into `dist/` all at once.

use super::{names, package};
use crate::{
    cache::{self, Lock},
    checkout::Checkout,
    failure::Failure,
    process,
    tools::{self, Kit, Need},
};
use std::{fs, path::Path};

/// What a build needs.
pub(crate) const NEEDS: &[Need] = &[Need::WasmTarget, Need::Trunk, Need::WasmBindgen, Need::NodeTools];

/// The wasm, relative to `dist/`.
pub(crate) const WASM: &str = "widget/on-record_bg.wasm";
/// The glue between JavaScript and the wasm, relative to `dist/`.
pub(crate) const GLUE: &str = "widget/on-record.js";
/// What the loader loads, relative to `dist/`, each with all that it imports.
pub(crate) const SHOW: &str = "widget/element.js";
/// What shows progress and errors, loaded where there are any, relative to `dist/`.
pub(crate) const NOTE: &str = "widget/note.js";
/// What tells readers what is new, where a page asks for it.
pub(crate) const NEWS: &str = "widget/news.js";
/// The custom element, relative to `dist/`.
pub(crate) const ELEMENT: &str = "on-record.js";
/// The script of a page around a frame, relative to `dist/`.
pub(crate) const HOST: &str = "host.js";
/// What keeps readers where a link has led them, relative to `dist/`.
pub(crate) const LEAD: &str = "lead.js";
/// What fetches a story view that the page does not hold, relative to `dist/`.
pub(crate) const TOLD: &str = "told.js";
/// The script of a page in a frame, relative to `dist/`.
pub(crate) const FRAME: &str = "frame.js";
/// The style of the pages around the widget, relative to `dist/`.
pub(crate) const PAGE_STYLE: &str = "page.css";

/// The style of a story, relative to `dist/`.
pub(crate) const STORY_STYLE: &str = "widget/story.css";
/// The style of what the widget adds to it, relative to `dist/`.
pub(crate) const LENS_STYLE: &str = "widget/lens.css";

/// Where the bundle grows; git ignores `*.part`.
const GROWING: &str = "dist.part";
/// Where the bundle before it waits to be removed.
const OUTDATED: &str = "dist.old.part";

/// Where the input and the output of the last wasm-opt are kept.
const OPTIMISED: &str = "target/wasm-opt";

/// What browsers have understood since 2022, and nothing newer: `--all-features` makes files that they refuse.
///
/// Functions with one caller stay functions: within their caller they would save bytes, and cost more once compressed.
const WASM_OPT: &[&str] = &[
    "-Oz",
    "--one-caller-inline-max-function-size=0",
    "--low-memory-unused",
    "--enable-bulk-memory",
    "--enable-bulk-memory-opt",
    "--enable-reference-types",
    "--enable-sign-ext",
    "--enable-nontrapping-float-to-int",
    "--enable-mutable-globals",
    "--enable-multivalue",
    "--strip-producers",
    "--strip-target-features",
    // Once more: what the first time has left together can be made smaller.
    "-Oz",
];

/// The JavaScript of the same years.
const ESBUILD: &[&str] = &["--minify", "--target=es2022", "--log-level=warning", "--allow-overwrite"];

/// What stands in one file with what imports it, relative to `dist/`.
const BUNDLED: &[&str] = &[
    "widget/download.js",
    "widget/gate.js",
    "widget/pictures.js",
    "widget/texts.js",
    "widget/trouble.js",
    "widget/wasm.js",
];

/// What the scripts around a widget share, each of which has it in itself, relative to `dist/`.
const AROUND: &str = "around";

/// What is loaded only when it is needed, and so stays a file of its own.
const APART: &[&str] = &["--external:./on-record.js", "--external:./note.js", "--external:./news.js"];

/// What makes a script of a module without imports and exports.
const ENCLOSED: &[&str] = &["--banner:js=(()=>{", "--footer:js=})();"];

/// Leaves with an error where the file is no valid wasm.
const VALIDATE: &str = "process.exit(WebAssembly.validate(require('fs').readFileSync(process.argv[1])) ? 0 : 1)";

/// Builds the release bundle.
///
/// # Errors
/// Where a tool cannot be installed or the build fails; `dist/` is then as it was before.
pub(crate) fn run(checkout: &Checkout) -> Result<(), Failure> {
    let kit = tools::ensure(checkout, NEEDS)?;
    bundle(checkout, &kit)?;
    eprintln!("xtask: the bundle is in {}", checkout.dist().display());
    Ok(())
}

/// Builds the release bundle with tools that are there.
///
/// # Errors
/// Where the build fails; `dist/` is then as it was before.
pub(crate) fn bundle(checkout: &Checkout, kit: &Kit) -> Result<(), Failure> {
    let _lock = Lock::take(&checkout.join("target"))?;
    let growing = checkout.join(GROWING);
    cache::remove(&growing)?;
    process::run(kit.trunk().args(["build", "--release", "--dist", GROWING]))?;
    let wasm = growing.join(WASM);
    optimise(kit, &wasm, &wasm, &checkout.join(OPTIMISED))?;
    names::shorten(&wasm, &growing.join(GLUE))?;
    super::alone::join(kit, &growing)?;
    minify(kit, &growing)?;
    cache::replace(&growing, &checkout.dist(), &checkout.join(OUTDATED))?;
    package::run(checkout, WASM)
}

/// Makes a wasm small, or takes the result of the last time where nothing changed since, which saves ten seconds.
///
/// # Errors
/// Where wasm-opt fails, or makes what is no valid wasm.
pub(crate) fn optimise(kit: &Kit, wasm: &Path, into: &Path, kept: &Path) -> Result<(), Failure> {
    let (before, after) = (kept.join("before"), kept.join("after.wasm"));
    let failed = |error| Failure::machine(kept.display(), error);
    let input = [WASM_OPT.join(" ").as_bytes(), &fs::read(wasm).map_err(failed)?].concat();
    // What was not kept is made anew.
    if fs::read(&before).ok().as_ref() != Some(&input) {
        cache::remove(kept)?;
        fs::create_dir_all(kept).map_err(failed)?;
        process::run(kit.command("wasm-opt").args(WASM_OPT).arg(wasm).arg("-o").arg(&after))?;
        validate(kit, &after)?;
        fs::write(&before, input).map_err(failed)?;
    }
    fs::copy(&after, into).map(drop).map_err(failed)
}

fn validate(kit: &Kit, wasm: &Path) -> Result<(), Failure> {
    process::run(kit.command("node").args(["-e", VALIDATE]).arg(wasm)).map_err(|failure| match failure {
        Failure::Found(_) => Failure::Found(format!("{} is no valid WebAssembly", wasm.display())),
        failure => failure,
    })
}

fn minify(kit: &Kit, folder: &Path) -> Result<(), Failure> {
    let esbuild = |arguments: &[&[&str]]| {
        let mut esbuild = kit.command("esbuild");
        process::run(esbuild.args(ESBUILD).args(arguments.concat()).arg("--outdir=.").current_dir(folder))
    };
    esbuild(&[&["--bundle", "--format=esm", "--outbase=.", SHOW, NOTE, NEWS, GLUE, LEAD], APART])?;
    for path in BUNDLED.iter().map(|path| folder.join(path)) {
        fs::remove_file(&path).map_err(|error| Failure::machine(path.display(), error))?;
    }
    // Each of them is one script, whether a page takes it as a module or not, and its names are nobody else's. As
    // `iife` esbuild would add what a dynamic import needs where there is none.
    let later = [SHOW, LEAD, TOLD].map(|path| format!("--external:./{path}"));
    let later = later.each_ref().map(String::as_str);
    esbuild(&[&["--bundle", "--format=esm", "--outbase=.", ELEMENT, HOST, FRAME], ENCLOSED, &later])?;
    cache::remove(&folder.join(AROUND))?;
    esbuild(&[&[TOLD, PAGE_STYLE, STORY_STYLE, LENS_STYLE]])
}
