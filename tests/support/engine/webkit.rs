//! WebKitGTK in its own small browser, by WebKitWebDriver.

use std::{
    net::TcpListener,
    process,
    sync::atomic::{AtomicU16, Ordering},
};

use serde_json::{Value, json};

use super::{Engine, Port, Program, SCRIPT_TIMEOUT_MS, WINDOW_PX};
use crate::browser::Browser;

/// A screen of the driver's own, so that no two windows fight for the focus; a desktop that moves nothing; and bars
/// that leave a window as narrow as any.
const SETUP: &str = r#"
for version in 3.0 4.0; do
    mkdir "$scratch/gtk-$version"
    printf '[Settings]\ngtk-enable-animations=0\n' >"$scratch/gtk-$version/settings.ini"
    printf '* { min-width: 0; min-height: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; -gtk-icon-source: none; }\n' \
        >"$scratch/gtk-$version/gtk.css"
done
mkfifo "$scratch/display"
"${ON_RECORD_XVFB:-Xvfb}" -displayfd 3 -screen 0 1600x1200x24 -nolisten tcp 3>"$scratch/display" &
helper=$!
read -r display <"$scratch/display"
export DISPLAY=":$display" XDG_CONFIG_HOME="$scratch"
"#;

/// The first of the ports that drivers get, and how many there are: below those that a system gives out by itself.
const PORTS: (u16, u16) = (20_000, 10_000);

/// The browser with an engine called WebKit.
pub(crate) struct WebKit;

impl Engine for WebKit {
    fn name(&self) -> &'static str {
        "webkit"
    }

    fn driver(&self) -> Program {
        // It never says which port it took.
        let port = free_port();
        Program {
            var: "ON_RECORD_WEBKITDRIVER",
            name: "WebKitWebDriver",
            args: vec![format!("--port={port}")],
            setup: SETUP,
            port: Port::Chosen(port),
        }
    }

    fn capabilities(&self) -> Value {
        json!({
            "webkitgtk:browserOptions": { "args": ["--automation"] },
            "timeouts": { "script": SCRIPT_TIMEOUT_MS },
        })
    }

    fn prepare(&self, browser: &Browser) {
        browser.fit(WINDOW_PX.0, WINDOW_PX.1);
    }

    fn tidy(&self, browser: &Browser) {
        browser.renew();
        self.prepare(browser);
    }

    fn frames(&self) -> u32 {
        // Its driver does not wait for the frame that follows what it did.
        4
    }

    fn prefer(&self, _: &Browser, feature: &str, value: &str) {
        // Its desktop is asked once, at the start.
        let is_so =
            [("prefers-color-scheme", "light"), ("prefers-reduced-motion", "reduce")].contains(&(feature, value));
        assert!(is_so, "WebKit's driver changes no preference: name the test in tests/browser/engines.toml");
    }
}

/// A port that nobody listens on. Other runs of the tests begin elsewhere.
fn free_port() -> u16 {
    static TRIED: AtomicU16 = AtomicU16::new(0);
    let begin = process::id().wrapping_mul(97);
    let next = || begin.wrapping_add(TRIED.fetch_add(1, Ordering::Relaxed).into()) % u32::from(PORTS.1);
    let ports = (0..PORTS.1).map(|_| PORTS.0 + u16::try_from(next()).unwrap_or_default());
    let is_free = |port: &u16| TcpListener::bind(("127.0.0.1", *port)).is_ok();
    ports.into_iter().find(is_free).expect("a free port")
}
