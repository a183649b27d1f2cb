//! A running browser and what talks to it.

use std::{
    io,
    time::{Duration, Instant},
};

use fantoccini::{Client, ClientBuilder, error::CmdError, wd::WebDriverCompatibleCommand};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::runtime::Runtime;
use url::{ParseError, Url};

use crate::{driver::Driver, engine::engine};

/// How long a driver may take for one command. Only one that is stuck takes longer, for ever, and the run with it.
const PATIENCE: Duration = Duration::from_secs(90);

/// How long a browser may take to end by itself before it is made to.
const FAREWELL: Duration = Duration::from_secs(5);

/// How large the window is, around the page and inside, once pages have the room wanted or nothing has changed for some
/// frames, px.
const AT_REST: &str = "const [width, height, done] = arguments;
    const now = () => [outerWidth - innerWidth, outerHeight - innerHeight, innerWidth, innerHeight];
    let [before, still] = [now(), 0];
    requestAnimationFrame(function look() {
        const size = now();
        still = size.join() === before.join() ? still + 1 : 0;
        before = size;
        if (still > 4 || (size[2] === width && size[3] === height)) done(size);
        else requestAnimationFrame(look);
    })";

/// A running browser, with a fresh profile, a driver of its own, and what talks to both.
pub(crate) struct Browser {
    /// Waits for the answers of the driver.
    runtime: Runtime,
    /// Asks the driver.
    client: Client,
    _driver: Driver,
}

/// A command of a driver that WebDriver itself does not have.
#[derive(Debug)]
struct Extension {
    path: &'static str,
    body: Value,
}

impl WebDriverCompatibleCommand for Extension {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(self.body.to_string()))
    }
}

impl Browser {
    /// Starts one.
    ///
    /// # Panics
    /// Where it does not start.
    pub(crate) fn start() -> Self {
        let driver = Driver::start(&engine().driver());
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().expect("a runtime");
        let Value::Object(wanted) = engine().capabilities() else { panic!("capabilities are an object") };
        let mut builder = ClientBuilder::new(HttpConnector::new());
        let connecting = builder.capabilities(wanted);
        let address = driver.address();
        let connecting = async { tokio::time::timeout(PATIENCE, connecting.connect(&address)).await };
        let client = runtime.block_on(connecting).expect("a driver that answers").expect("a browser");
        let browser = Self { runtime, client, _driver: driver };
        engine().prepare(&browser);
        browser
    }

    /// Ends it.
    pub(crate) fn close(self) {
        // Where it is gone already there is nothing to end; where it does not answer it ends with its driver.
        let _ = self.runtime.block_on(async { tokio::time::timeout(FAREWELL, self.client.close()).await });
    }

    /// Does something with it, and ends the test where it refuses.
    pub(crate) fn run<T, F: Future<Output = Result<T, CmdError>>>(
        &self,
        what: &str,
        act: impl FnOnce(Client) -> F,
    ) -> T {
        self.attempt(act).unwrap_or_else(|error| panic!("{what}: {error:?}"))
    }

    /// Does something with it that it may refuse.
    ///
    /// # Errors
    /// Where it does, or its driver is stuck.
    pub(crate) fn attempt<T, F: Future<Output = Result<T, CmdError>>>(
        &self,
        act: impl FnOnce(Client) -> F,
    ) -> Result<T, CmdError> {
        let act = act(self.client.clone());
        let done = self.runtime.block_on(async { tokio::time::timeout(PATIENCE, act).await });
        done.unwrap_or_else(|late| Err(CmdError::Lost(io::Error::new(io::ErrorKind::TimedOut, late))))
    }

    /// A command of this driver alone.
    pub(crate) fn command(&self, path: &'static str, body: Value) -> Value {
        self.run(path, |client| async move { client.issue_cmd(Extension { path, body }).await })
    }

    /// The value of a script.
    pub(crate) fn js(&self, script: &str, arguments: Value) -> Value {
        let Value::Array(arguments) = arguments else { panic!("arguments are a list") };
        self.run(script, |client| async move { client.execute(script, arguments).await })
    }

    /// The value of a script that gives a list of texts.
    pub(crate) fn list(&self, script: &str) -> Vec<String> {
        serde_json::from_value(self.js(script, json!([]))).unwrap_or_else(|error| panic!("{script}: {error}"))
    }

    /// Makes the window as large as it has to be to give pages so much room, px. What stands around a page, and what it
    /// has to be then, is not known before the window has come to rest at the size that it had to take.
    ///
    /// # Panics
    /// Where it never gets there.
    pub(crate) fn fit(&self, width_px: u32, height_px: u32) {
        let until = Instant::now() + PATIENCE;
        loop {
            let wanted = vec![json!(width_px), json!(height_px)];
            let rested = self.attempt(|client| async move { client.execute_async(AT_REST, wanted).await });
            assert!(Instant::now() < until, "the window does not give pages {width_px} × {height_px} px: {rested:?}");
            // On a busy machine, WebKit's driver may have no answer while a window changes.
            let Ok(rested) = rested else { continue };
            // A window that is not there yet is smaller than what is in it.
            let [across, down, inner @ ..] = serde_json::from_value::<[i32; 4]>(rested).expect("four lengths");
            if inner.map(i64::from) == [width_px, height_px].map(i64::from) {
                return;
            }
            let size = (width_px.saturating_add_signed(across), height_px.saturating_add_signed(down));
            self.run("set the size", |client| async move { client.set_window_size(size.0, size.1).await });
        }
    }

    /// Leaves the page for a window of its own, which knows nothing of what came before.
    pub(crate) fn renew(&self) {
        self.run("begin anew", |client| async move {
            let fresh = client.new_window(false).await?;
            client.close_window().await?;
            client.switch_to_window(fresh.handle).await
        });
    }
}
