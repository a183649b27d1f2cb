//! Firefox, by geckodriver, which lets scripts into the browser's own window.

use serde_json::{Value, json};

use super::{Engine, Port, Program, SCRIPT_TIMEOUT_MS, WINDOW_PX, program};
use crate::browser::Browser;

/// Names the browser.
const FIREFOX: &str = "ON_RECORD_FIREFOX";

/// A window as narrow as any, without bars.
const BARE: &str = "document.documentElement.style.minWidth = '0';
    document.documentElement.setAttribute('chromehidden', 'menubar toolbar location directories status extrachrome');";

/// A media query, the setting behind it, and what that is for each answer.
type Preference = (&'static str, &'static str, &'static [(&'static str, u8)]);

const PREFERENCES: &[Preference] = &[
    ("prefers-color-scheme", "layout.css.prefers-color-scheme.content-override", &[("dark", 0), ("light", 1)]),
    ("prefers-reduced-motion", "ui.prefersReducedMotion", &[("no-preference", 0), ("reduce", 1)]),
];

/// How a reader's browser starts.
const AT_FIRST: &[(&str, &str)] = &[("prefers-color-scheme", "light"), ("prefers-reduced-motion", "reduce")];

/// The browser with an engine called Gecko.
pub(crate) struct Firefox;

impl Engine for Firefox {
    fn name(&self) -> &'static str {
        "firefox"
    }

    fn driver(&self) -> Program {
        Program {
            var: "ON_RECORD_GECKODRIVER",
            name: "geckodriver",
            args: ["--port=0", "--websocket-port=0", "--allow-system-access"].map(str::to_owned).to_vec(),
            // Without a screen, it takes one of this size for granted.
            setup: "export MOZ_HEADLESS_WIDTH=1600 MOZ_HEADLESS_HEIGHT=1200",
            port: Port::Said("Listening on 127.0.0.1:"),
        }
    }

    fn capabilities(&self) -> Value {
        json!({
            "browserName": "firefox",
            "moz:firefoxOptions": {
                "binary": program(FIREFOX, &["firefox-esr", "firefox"]),
                "args": ["-headless"],
                // A mouse, which no machine without a screen has, and a clipboard that asks nobody.
                "prefs": {
                    "ui.primaryPointerCapabilities": 6,
                    "ui.allPointerCapabilities": 6,
                    "dom.events.testing.asyncClipboard": true,
                },
            },
            "timeouts": { "script": SCRIPT_TIMEOUT_MS },
        })
    }

    fn prepare(&self, browser: &Browser) {
        self.as_at_first(browser);
    }

    fn tidy(&self, browser: &Browser) {
        browser.renew();
        self.as_at_first(browser);
    }

    fn resize(&self, browser: &Browser, width_px: u32, height_px: u32) {
        // The browser is not done with its own window when the driver takes it for started.
        inside(browser, BARE, json!([]));
        browser.fit(width_px, height_px);
    }

    fn prefer(&self, browser: &Browser, feature: &str, value: &str) {
        let setting = PREFERENCES.iter().find(|(name, ..)| *name == feature);
        let (_, setting, answers) = setting.unwrap_or_else(|| panic!("no setting is known for {feature}"));
        let answer = answers.iter().find(|(name, _)| *name == value);
        let (_, answer) = answer.unwrap_or_else(|| panic!("{feature} is never {value}"));
        inside(browser, "Services.prefs.setIntPref(...arguments)", json!([setting, answer]));
    }
}

impl Firefox {
    fn as_at_first(&self, browser: &Browser) {
        AT_FIRST.iter().for_each(|(feature, value)| self.prefer(browser, feature, value));
        self.resize(browser, WINDOW_PX.0, WINDOW_PX.1);
    }
}

/// Runs a script in the window of the browser itself, around its pages.
fn inside(browser: &Browser, script: &str, arguments: Value) {
    let context = |name: &str| browser.command("moz/context", json!({ "context": name }));
    context("chrome");
    browser.js(script, arguments);
    context("content");
}
