//! The one chromedriver of a test run.

use std::{
    env,
    io::{BufRead, BufReader, Read},
    process::{Child, Command, Stdio},
    sync::OnceLock,
};

use serde_json::{Value, json};

/// Names the browser; without it, whatever `chromium` is on the path.
const CHROMIUM: &str = "ON_RECORD_CHROMIUM";
/// Names the driver; without it, whatever `chromedriver` is on the path.
const CHROMEDRIVER: &str = "ON_RECORD_CHROMEDRIVER";

/// Runs a driver until the end of standard input, which comes when this process ends, however it ends. Browsers end
/// with their driver, a moment later, and leave their profiles behind; the folder for such things goes after them.
const GUARDED: &str = r#"
scratch=$(mktemp -d) || exit 1
TMPDIR=$scratch "$@" &
driver=$!
cat >/dev/null
kill "$driver"
wait "$driver"
while pgrep -f "$scratch" >/dev/null 2>&1; do sleep 1; done
rm -rf "$scratch"
"#;

/// What the driver says when it listens.
const LISTENS: &str = "started successfully on port ";

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

/// How long a script may take before the driver gives up, ms; longer than any wait of ours.
const SCRIPT_TIMEOUT_MS: u32 = 40_000;

/// The address of the driver, which the first call starts.
///
/// # Panics
/// Where there is no driver or it does not start.
pub fn address() -> &'static str {
    static ADDRESS: OnceLock<String> = OnceLock::new();
    ADDRESS.get_or_init(|| {
        let mut guard = spawn();
        let port = port(&mut guard);
        // Neither waited for nor killed: it ends when the other end of its standard input closes.
        std::mem::forget(guard);
        format!("http://127.0.0.1:{port}")
    })
}

fn spawn() -> Child {
    let driver = env::var(CHROMEDRIVER).unwrap_or_else(|_| "chromedriver".to_owned());
    Command::new("sh")
        .args(["-c", GUARDED, "sh", &driver, "--port=0"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("a shell to run chromedriver in")
}

/// The port the driver says it listens on. What it says later is read and thrown away, so that it never blocks.
fn port(guard: &mut Child) -> u16 {
    let mut said = BufReader::new(guard.stdout.take().expect("its standard output is a pipe"));
    let mut lines = String::new();
    loop {
        let before = lines.len();
        let read = said.read_line(&mut lines).expect("chromedriver's words are readable");
        assert!(read > 0, "no chromedriver: cargo xtask test installs it, {CHROMEDRIVER} names one. It said: {lines}");
        let port =
            lines[before..].split_once(LISTENS).and_then(|(_, port)| port.trim().trim_end_matches('.').parse().ok());
        if let Some(port) = port {
            std::thread::spawn(move || said.read_to_end(&mut Vec::new()));
            return port;
        }
    }
}

/// What a session asks of the driver: a browser with a profile of its own, and all that it logs.
#[must_use]
pub fn capabilities() -> Value {
    let arguments = [QUIET, DRIVEN].concat();
    json!({
        "browserName": "chrome",
        "goog:chromeOptions": { "binary": browser(), "args": arguments },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "timeouts": { "script": SCRIPT_TIMEOUT_MS },
    })
}

/// The file of the browser.
#[must_use]
pub fn browser() -> String {
    let browser = env::var(CHROMIUM).unwrap_or_else(|_| "chromium".to_owned());
    on_path(&browser).unwrap_or(browser)
}

/// The driver looks for no browser on the path.
fn on_path(name: &str) -> Option<String> {
    let folders = env::var_os("PATH")?;
    let file = env::split_paths(&folders).map(|folder| folder.join(name)).find(|file| file.is_file())?;
    Some(file.to_string_lossy().into_owned())
}
