//! Chromium, or the Chrome of the same build, by chromedriver.

use serde_json::{Value, json};

use super::{Engine, Port, Program, SCRIPT_TIMEOUT_MS, program};
use crate::{browser::Browser, probe};

/// Names the browser.
const CHROMIUM: &str = "ON_RECORD_CHROMIUM";

/// How Chromium runs whoever drives it: by itself, without a window, asking nobody for anything.
pub const QUIET: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
];

/// How the driver runs it besides: for a reader who wants no motion, so that a view is where it goes as soon as it is
/// drawn.
const DRIVEN: &[&str] = &[
    "--remote-debugging-pipe",
    "--force-device-scale-factor=1",
    "--force-prefers-reduced-motion",
    "--window-size=1200,900",
];

/// What it remarks where a script looks at what is set aside while the view moves, as the probe does.
const MEASURED_ASIDE: &str = "Rendering was performed in a subtree hidden by content-visibility.";

/// The browser whose own tools a driver hands out.
pub(crate) struct Chromium;

impl Engine for Chromium {
    fn name(&self) -> &'static str {
        "chromium"
    }

    fn driver(&self) -> Program {
        Program {
            var: "ON_RECORD_CHROMEDRIVER",
            name: "chromedriver",
            args: vec!["--port=0".into()],
            setup: "",
            port: Port::Said("started successfully on port "),
        }
    }

    fn capabilities(&self) -> Value {
        let arguments = [QUIET, DRIVEN].concat();
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": { "binary": browser(), "args": arguments },
            "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
            "timeouts": { "script": SCRIPT_TIMEOUT_MS },
        })
    }

    fn plants_probe(&self) -> bool {
        true
    }

    fn prepare(&self, browser: &Browser) {
        devtools(browser, "Page.addScriptToEvaluateOnNewDocument", &json!({ "source": probe::SOURCE }));
    }

    fn tidy(&self, browser: &Browser) {
        browser.run("leave the page", |client| async move { client.goto("about:blank").await });
        devtools(browser, "Emulation.clearDeviceMetricsOverride", &json!({}));
        devtools(browser, "Emulation.setEmulatedMedia", &json!({ "features": [] }));
        // A history is full after fifty entries, and tests count them.
        devtools(browser, "Page.resetNavigationHistory", &json!({}));
        log(browser, "browser");
        log(browser, "performance");
    }

    fn resize(&self, browser: &Browser, width_px: u32, height_px: u32) {
        let size = json!({ "width": width_px, "height": height_px, "deviceScaleFactor": 1, "mobile": false });
        devtools(browser, "Emulation.setDeviceMetricsOverride", &size);
    }

    fn prefer(&self, browser: &Browser, feature: &str, value: &str) {
        let features = json!({ "features": [{ "name": feature, "value": value }] });
        devtools(browser, "Emulation.setEmulatedMedia", &features);
    }

    fn allow_clipboard(&self, browser: &Browser) {
        let rights = json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
        devtools(browser, "Browser.grantPermissions", &rights);
    }

    fn console(&self, browser: &Browser) -> Vec<String> {
        let entries = log(browser, "browser");
        let messages = entries.iter().filter_map(|entry| entry["message"].as_str());
        messages.filter(|message| !message.ends_with(MEASURED_ASIDE)).map(str::to_owned).collect()
    }

    fn requests(&self, browser: &Browser) -> Vec<String> {
        let address = |entry: &Value| {
            let message: Value = serde_json::from_str(entry["message"].as_str()?).ok()?;
            let is_request = message["message"]["method"] == "Network.requestWillBeSent";
            let url = message["message"]["params"]["request"]["url"].as_str()?;
            is_request.then(|| url.to_owned())
        };
        log(browser, "performance").iter().filter_map(address).collect()
    }
}

/// The file of the browser.
#[must_use]
pub fn browser() -> String {
    program(CHROMIUM, &["chromium"])
}

/// A command to the browser's own tools.
pub(crate) fn devtools(browser: &Browser, command: &str, parameters: &Value) -> Value {
    browser.command("goog/cdp/execute", json!({ "cmd": command, "params": parameters }))
}

fn log(browser: &Browser, kind: &str) -> Vec<Value> {
    match browser.command("se/log", json!({ "type": kind })) {
        Value::Array(entries) => entries,
        other => panic!("a log is a list, not {other}"),
    }
}
