//! The browsers that the tests know to drive, and the one that this run drives.
//!
//! Whatever differs between browsers stands behind `Engine`. What a driver cannot do at all ends the test; the tests
//! that need it are named, with the reason, in `tests/browser/engines.toml`.
//!
//! What no engine can change (the arithmetic of drawings, what the widget decides, the checkers' verdicts) is left out
//! there too. `cargo xtask test` counts what is left out, and fails where the list names a test that is not there;
//! Chromium leaves nothing out.
//!
//! A browser has a driver of its own, because those of Firefox and WebKit drive one at a time. Presses are made by
//! pointer, since WebKit's driver takes whatever stands in a shadow tree for covered; its window has a screen (Xvfb)
//! and a desktop's settings of its own.

pub mod chromium;
mod firefox;
mod webkit;

use std::env;

use serde_json::Value;

use crate::browser::Browser;

/// Names the browser of a run; without it, the first of [`ENGINES`].
const BROWSER: &str = "ON_RECORD_BROWSER";

/// The browsers that a run can drive.
const ENGINES: &[&dyn Engine] = &[&chromium::Chromium, &firefox::Firefox, &webkit::WebKit];

/// The window of a reader at a desk, px: its width and height.
pub(crate) const WINDOW_PX: (u32, u32) = (1200, 900);

/// How long a script may take before a driver gives up, ms; longer than any wait of ours.
pub(crate) const SCRIPT_TIMEOUT_MS: u32 = 40_000;

/// What a browser and its driver do each in their own way.
pub(crate) trait Engine: Sync {
    /// What [`BROWSER`] calls it.
    fn name(&self) -> &'static str;

    /// How its driver is started.
    fn driver(&self) -> Program;

    /// What a session asks of the driver.
    fn capabilities(&self) -> Value;

    /// Whether the driver puts the probe in every page; where it does not, our own sites do in theirs.
    fn plants_probe(&self) -> bool {
        false
    }

    /// Makes a browser that has just started ready for its first test.
    fn prepare(&self, browser: &Browser);

    /// Makes a browser that a test has left ready for the next one.
    fn tidy(&self, browser: &Browser);

    /// Gives pages so much room, px.
    fn resize(&self, browser: &Browser, width_px: u32, height_px: u32) {
        browser.fit(width_px, height_px);
    }

    /// Answers a media query for what the reader prefers.
    fn prefer(&self, browser: &Browser, feature: &str, value: &str);

    /// Lets pages read the clipboard and write to it.
    fn allow_clipboard(&self, _: &Browser) {}

    /// How many frames it takes until what a driver did, and what came of it without delay, is drawn.
    fn frames(&self) -> u32 {
        2
    }

    /// What the console said since the last call.
    fn console(&self, browser: &Browser) -> Vec<String> {
        browser.list("return window.probe?.said.splice(0) ?? []")
    }

    /// The addresses that the page asked for since the last call.
    fn requests(&self, browser: &Browser) -> Vec<String> {
        browser.list(
            "const entries = ['navigation', 'resource'].flatMap((kind) => performance.getEntriesByType(kind));
            performance.clearResourceTimings();
            return entries.map((entry) => entry.name)",
        )
    }
}

/// A driver, before it runs.
pub(crate) struct Program {
    /// Names its file; without it, `name` on the path.
    pub(crate) var: &'static str,
    /// What it is called.
    pub(crate) name: &'static str,
    /// Its arguments.
    pub(crate) args: Vec<String>,
    /// What the shell does before it starts it, in a fresh folder `$scratch`. A process that is to end with the driver
    /// is `$helper`.
    pub(crate) setup: &'static str,
    /// How we learn its port.
    pub(crate) port: Port,
}

/// How we learn the port that a driver listens on.
pub(crate) enum Port {
    /// It says so after these words.
    Said(&'static str),
    /// We told it which.
    Chosen(u16),
}

/// The browser of this run.
///
/// # Panics
/// Where it is one that nobody knows to drive.
pub(crate) fn engine() -> &'static dyn Engine {
    let Ok(wanted) = env::var(BROWSER) else { return ENGINES[0] };
    let known = || ENGINES.iter().map(|engine| engine.name()).collect::<Vec<_>>().join(", ");
    *ENGINES.iter().find(|engine| engine.name() == wanted).unwrap_or_else(|| panic!("{BROWSER} is one of {}", known()))
}

/// The file of a program that a variable names; without it, the first of these that is on the path.
fn program(var: &str, names: &[&str]) -> String {
    let folders: Vec<_> = env::var_os("PATH").iter().flat_map(env::split_paths).collect();
    let on_path = |name: &&str| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file());
    let found = || Some(names.iter().find_map(on_path)?.to_string_lossy().into_owned());
    env::var(var).ok().or_else(found).unwrap_or_else(|| names.concat())
}
