//! One browser with one page, driven from the outside.

use std::{
    cell::Cell,
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

use fantoccini::{Client, error::CmdError};
use serde::de::DeserializeOwned;
use serde_json::{Value, json};

use crate::{
    browser::Browser,
    engine::{WINDOW_PX, chromium, engine},
    site::Site,
};

/// How long anything may take that a test waits for. Only a failure waits as long; a busy machine needs some of it.
const PATIENCE: Duration = Duration::from_secs(20);

/// Browsers that a test has left as it found them, for the next one. They take a second to start, and a test has a
/// server of its own anyhow, from which nothing is shared with another.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// An address that has not changed for so long stands still.
const REST: Duration = Duration::from_millis(450);

/// A browser that no other test uses at the same time.
pub struct Page {
    browser: Option<Browser>,
    /// Whether it was set up otherwise than it started, so that it is of no use to another test.
    changed: Cell<bool>,
}

impl Page {
    /// A browser without a page yet.
    ///
    /// # Panics
    /// Where none starts.
    #[must_use]
    pub fn blank() -> Self {
        let idle = IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop();
        Self { browser: Some(idle.unwrap_or_else(Browser::start)), changed: Cell::new(false) }
    }

    /// A browser that shows a page of a site, the first widget in it ready.
    #[must_use]
    pub fn open(site: &Site, path: &str) -> Self {
        let page = Self::blank();
        page.go(site, path);
        page
    }

    /// Goes to another page, and waits until the first widget in it is ready.
    pub fn go(&self, site: &Site, path: &str) {
        self.visit(site, path);
        self.wait_until_ready(0);
    }

    /// Goes to another page, and waits for no widget.
    pub fn visit(&self, site: &Site, path: &str) {
        self.visit_address(&site.url(path));
    }

    /// Goes to a page wherever it is, and waits for no widget.
    pub fn visit_address(&self, address: &str) {
        self.run("go to the page", |client| async move { client.goto(address).await });
        // The driver of a busy browser may come back before the page's own scripts have run.
        self.wait_across_loads("the page has loaded", "return document.readyState === 'complete'", json!([]));
    }

    /// Loads the page again, and waits until the first widget in it is ready.
    pub fn reload(&self) {
        self.run("load again", |client| async move { client.refresh().await });
        self.wait_until_ready(0);
    }

    /// Goes one step back in the history.
    pub fn back(&self) {
        self.run("go back", |client| async move { client.back().await });
    }

    /// Goes one step on in the history.
    pub fn forward(&self) {
        self.run("go forward", |client| async move { client.forward().await });
    }

    /// Waits until a story, counted from 0, can be read, and the widget, which is reached for, lies over it.
    pub fn wait_until_ready(&self, host: usize) {
        self.wait_until_readable(host);
        self.wait_until("the widget has come", "return probe.isLaid(arguments[0])", json!([host]));
        self.settle();
    }

    /// Waits until a story, counted from 0, has said that it can be read.
    pub fn wait_until_readable(&self, host: usize) {
        let script = "return probe.heard.some(({ name, host }) => name === 'ready' && host === arguments[0])";
        self.wait_until("the story can be read", script, json!([host]));
    }

    /// Runs a script, and lets the page draw what came of it.
    pub fn run_script(&self, script: &str, arguments: Value) {
        let _: Value = self.js(script, arguments);
        self.settle();
    }

    /// The value of a script.
    ///
    /// # Panics
    /// Where it throws, or its value is not of the type wanted.
    pub fn js<T: DeserializeOwned>(&self, script: &str, arguments: Value) -> T {
        serde_json::from_value(self.browser().js(script, arguments)).unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Waits until a script, run once a frame, gives a value that is true, and hands it over.
    ///
    /// # Panics
    /// Where it does not within a time that only a failure needs.
    pub fn wait<T: DeserializeOwned>(&self, what: &str, script: &str, arguments: Value) -> T {
        let waiting = format!(
            "const [given, patience, done] = arguments;
            const until = performance.now() + patience;
            (function look() {{
                const value = (function () {{ {script} }}).apply(null, given);
                if (value || performance.now() > until) done(value || null);
                else requestAnimationFrame(look);
            }})();"
        );
        let given = vec![arguments, json!(PATIENCE.as_millis() as u64)];
        let value = self.run(script, |client| async move { client.execute_async(&waiting, given).await });
        assert!(!value.is_null(), "waited in vain until {what}");
        serde_json::from_value(value).unwrap_or_else(|error| panic!("{what}: {error}"))
    }

    /// Waits until a script, run once a frame, gives a value that is true.
    pub fn wait_until(&self, what: &str, script: &str, arguments: Value) {
        let _: Value = self.wait(what, script, arguments);
    }

    /// Waits until a script gives true, in this page or in one that takes its place meanwhile.
    ///
    /// # Panics
    /// Where it does not within a time that only a failure needs.
    pub fn wait_across_loads(&self, what: &str, script: &str, arguments: Value) {
        let Value::Array(arguments) = arguments else { panic!("arguments are a list") };
        let until = Instant::now() + PATIENCE;
        let ask = || {
            let arguments = arguments.clone();
            self.browser().attempt(|client| async move { client.execute(script, arguments).await })
        };
        // Between two pages there is nobody to ask.
        while !matches!(ask(), Ok(Value::Bool(true))) {
            assert!(Instant::now() < until, "waited in vain until {what}");
        }
    }

    /// Waits until something holds that more than one script tells.
    ///
    /// # Panics
    /// Where it does not within a time that only a failure needs.
    pub fn wait_for(&self, what: impl Fn() -> String, holds: impl Fn() -> bool) {
        let until = Instant::now() + PATIENCE;
        while !holds() {
            assert!(Instant::now() < until, "waited in vain until {}", what());
            self.settle();
        }
    }

    /// Waits until the browser has drawn what an event was to cause without delay, also where that waited for a frame to be painted.
    pub fn settle(&self) {
        let script = "let [left, done] = arguments; (function draw() {
            if (left-- > 0) requestAnimationFrame(() => setTimeout(draw));
            else done(true);
        })()";
        let frames = vec![json!(engine().frames())];
        self.run("draw", |client| async move { client.execute_async(script, frames).await });
    }

    /// The value that a script hands to its last argument, a function, within a time that the caller knows to be
    /// enough; `None` where it takes longer or the browser gives up. The browser is then of no more use.
    pub fn within(&self, limit: Duration, script: &str, arguments: Value) -> Option<Value> {
        let Value::Array(arguments) = arguments else { panic!("arguments are a list") };
        self.allow("script", limit);
        self.browser().attempt(|client| async move { client.execute_async(script, arguments).await }).ok()
    }

    /// Goes to another page, and says whether it has loaded within a time. If not, the browser is of no more use.
    #[must_use]
    pub fn visit_within(&self, limit: Duration, site: &Site, path: &str) -> bool {
        self.allow("pageLoad", limit);
        let address = site.url(path);
        self.browser().attempt(|client| async move { client.goto(&address).await }).is_ok()
    }

    /// Gives a kind of waiting another time than the tests have.
    fn allow(&self, kind: &str, limit: Duration) {
        self.changed.set(true);
        self.browser().command("timeouts", json!({ kind: limit.as_millis() as u64 }));
    }

    /// The fragment of the address, once it stands still.
    #[must_use]
    pub fn fragment(&self) -> String {
        self.address().split_once('#').map(|(_, fragment)| format!("#{fragment}")).unwrap_or_default()
    }

    /// The path, query and fragment of the address, once it stands still: the widget writes it when the reader rests.
    #[must_use]
    pub fn address(&self) -> String {
        let script = "const now = location.pathname + location.search + location.hash;
            if (probe.address !== now) [probe.address, probe.since] = [now, performance.now()];
            return performance.now() - probe.since > arguments[0] && now";
        self.run_script("probe.address = null", json!([]));
        self.wait("the address stands still", script, json!([REST.as_millis() as u64]))
    }

    /// What the widgets of the page said, in order: the name of the event, the widget and the details.
    #[must_use]
    pub fn heard(&self, name: &str) -> Vec<(usize, Value)> {
        self.js(
            "return probe.heard.filter((e) => e.name === arguments[0]).map((e) => [e.host, e.detail])",
            json!([name]),
        )
    }

    /// What the console said since the last call.
    #[must_use]
    pub fn console(&self) -> Vec<String> {
        engine().console(self.browser())
    }

    /// The addresses that the page asked for since the last call.
    #[must_use]
    pub fn requests(&self) -> Vec<String> {
        engine().requests(self.browser())
    }

    /// The test fails where anything went wrong that no test means to happen.
    ///
    /// # Panics
    /// Where the console or the page has a complaint.
    pub fn assert_well(&self) {
        let complaints: Vec<String> = self.js("return probe.complaints", json!([]));
        assert_eq!(complaints, Vec::<String>::new(), "the page complains");
        assert_eq!(self.console(), Vec::<String>::new(), "the console complains");
    }

    /// Makes the window so wide, px; narrower than any real window can be.
    pub fn set_width(&self, width_px: u32) {
        self.set_window(width_px, WINDOW_PX.1);
    }

    /// Makes the window so wide and high, px.
    pub fn set_window(&self, width_px: u32, height_px: u32) {
        engine().resize(self.browser(), width_px, height_px);
        self.wait_until("the window has its width", "return innerWidth === arguments[0]", json!([width_px]));
        self.settle();
    }

    /// Prefers a light or a dark scheme.
    pub fn prefer(&self, scheme: &str) {
        engine().prefer(self.browser(), "prefers-color-scheme", scheme);
        self.settle();
    }

    /// Is a reader who does not mind motion.
    pub fn allow_motion(&self) {
        engine().prefer(self.browser(), "prefers-reduced-motion", "no-preference");
    }

    /// Lets the page read the clipboard and write to it.
    pub fn allow_clipboard(&self) {
        self.changed.set(true);
        engine().allow_clipboard(self.browser());
    }

    /// Does something inside a frame of the page, counted from 0; no probe stands in a frame.
    pub fn in_frame<T>(&self, frame: u16, act: impl FnOnce(&Self) -> T) -> T {
        // A page that is loaded again may not have come as far yet, and in a frame that is loaded when it comes near stands
        // an empty page first.
        self.wait_across_loads("there is a frame", "return window.length > arguments[0]", json!([frame]));
        self.run("enter the frame", |client| async move { client.enter_frame(frame).await });
        self.wait_across_loads("the frame has its page", "return location.href !== 'about:blank'", json!([]));
        let done = act(self);
        self.run("leave the frame", |client| async move { client.enter_parent_frame().await });
        done
    }

    /// A command to the browser's own tools.
    ///
    /// # Panics
    /// In a browser whose driver does not hand them out.
    pub fn devtools(&self, command: &str, parameters: &Value) -> Value {
        let name = engine().name();
        assert_eq!(name, "chromium", "{name}'s driver has no such tools: name the test in tests/browser/engines.toml");
        self.changed.set(true);
        chromium::devtools(self.browser(), command, parameters)
    }

    fn browser(&self) -> &Browser {
        self.browser.as_ref().expect("a browser until the page is dropped")
    }

    /// Does something with the browser, and ends the test where the browser refuses.
    pub(crate) fn run<T, F: Future<Output = Result<T, CmdError>>>(
        &self,
        what: &str,
        act: impl FnOnce(Client) -> F,
    ) -> T {
        self.browser().run(what, act)
    }
}

impl Drop for Page {
    fn drop(&mut self) {
        let reusable = !self.changed.get() && !std::thread::panicking();
        if reusable {
            engine().tidy(self.browser());
        }
        let Some(browser) = self.browser.take() else { return };
        if reusable {
            IDLE.lock().unwrap_or_else(PoisonError::into_inner).push(browser);
        } else {
            browser.close();
        }
    }
}
