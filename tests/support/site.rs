//! A web server for one test: the bundle in `dist/`, and pages and stories of the test's own beside it.
//!
//! It serves under a strict content security policy, so that whatever the policy forbids shows as an error in the
//! browser's console, unless the plan has other headers; and it records what it was asked for.

use std::{
    collections::BTreeMap,
    env, fs,
    io::{self, BufRead, BufReader, Write},
    net::{SocketAddr, TcpListener, TcpStream},
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread::{self, JoinHandle},
};

use crate::{
    flow::{Flow, Valve},
    probe,
};

/// Names the folder of the bundle; without it, `dist/` of the checkout.
const DIST: &str = "ON_RECORD_DIST";

/// What a careful newsroom allows, and no more but frames of its own.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
                      frame-src 'self'; require-trusted-types-for 'script'";

/// The types of what a web server serves, by the end of the name.
const TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript"),
    ("css", "text/css"),
    ("wasm", "application/wasm"),
    ("orb", "application/octet-stream"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("jpg", "image/jpeg"),
    ("png", "image/png"),
    ("mp4", "video/mp4"),
    ("vtt", "text/vtt"),
    ("txt", "text/plain; charset=utf-8"),
];

/// What a server has, and what it was asked for.
#[derive(Default)]
struct Content {
    files: BTreeMap<String, Vec<u8>>,
    late: BTreeMap<String, Vec<u8>>,
    flows: BTreeMap<String, Flow>,
    valve: Valve,
    missing: Vec<String>,
    headers: Vec<Header>,
    asked: Mutex<Vec<Asked>>,
}

/// A header, and the path that it is sent with; below that path, where it ends with `*`.
struct Header {
    pattern: String,
    name: String,
    value: String,
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The path, without the query.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
    /// Whether the browser sent a cookie with it.
    pub with_cookie: bool,
}

/// A site before it is served.
#[derive(Default)]
pub struct Plan {
    content: Content,
}

/// A running server; it stops when dropped.
pub struct Site {
    stops: Arc<AtomicBool>,
    address: SocketAddr,
    content: Arc<Content>,
    thread: Option<JoinHandle<()>>,
}

impl Plan {
    /// Adds a file.
    #[must_use]
    pub fn file(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.content.files.insert(path.to_owned(), bytes.into());
        self
    }

    /// Adds a file that is not there until the test lets it go.
    #[must_use]
    pub fn late(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.content.late.insert(path.to_owned(), bytes.into());
        self
    }

    /// Adds a file that comes in its own way.
    #[must_use]
    pub fn flow(mut self, path: &str, flow: Flow) -> Self {
        self.content.flows.insert(path.to_owned(), flow);
        self
    }

    /// Adds a page that loads the element and holds this in its body.
    #[must_use]
    pub fn page(self, path: &str, body: &str) -> Self {
        self.page_with(path, r#"<script type="module" src="/on-record.js"></script>"#, body)
    }

    /// Adds a page with these scripts, that holds this in its body.
    #[must_use]
    pub fn page_with(self, path: &str, scripts: &str, body: &str) -> Self {
        let html = format!(
            r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">
            <link rel="stylesheet" href="/test.css">{scripts}</head>
            <body>{body}</body></html>"#
        );
        self.file(path, html)
    }

    /// Answers 404 for a file that `dist/` has.
    #[must_use]
    pub fn without(mut self, path: &str) -> Self {
        self.content.missing.push(path.to_owned());
        self
    }

    /// Sends a header with every answer, in the place of ours where we have one of this name.
    #[must_use]
    pub fn header(self, name: &str, value: &str) -> Self {
        self.header_for("/*", name, value)
    }

    /// Sends a header for one path, or for all below it where it ends with `*`. Of one name the last counts.
    #[must_use]
    pub fn header_for(mut self, pattern: &str, name: &str, value: &str) -> Self {
        let [pattern, name, value] = [pattern, name, value].map(str::to_owned);
        self.content.headers.push(Header { pattern, name, value });
        self
    }

    /// Serves it on a free port.
    ///
    /// # Panics
    /// Where there is no bundle, or the machine has no port left.
    #[must_use]
    pub fn serve(self) -> Site {
        let dist = dist();
        assert!(dist.join("index.html").is_file(), "no bundle in {}: cargo xtask build makes it", dist.display());
        self.serve_beside(Some(dist))
    }

    /// Serves it on a free port, without the bundle.
    ///
    /// # Panics
    /// Where the machine has no port left.
    #[must_use]
    pub fn serve_alone(self) -> Site {
        self.serve_beside(None)
    }

    fn serve_beside(self, dist: Option<PathBuf>) -> Site {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
        let address = listener.local_addr().expect("an address of the network");
        let (content, stops) = (Arc::new(self.content), Arc::new(AtomicBool::new(false)));
        let (kept, stopping) = (Arc::clone(&content), Arc::clone(&stops));
        let thread = thread::spawn(move || {
            // A thread for each connection, which serves one request: whoever opens one and asks for nothing, as
            // browsers do, keeps nobody waiting.
            for stream in listener.incoming().filter_map(Result::ok) {
                if stopping.load(Ordering::SeqCst) {
                    break;
                }
                let (content, dist) = (Arc::clone(&kept), dist.clone());
                thread::spawn(move || {
                    // A browser that closes before it has its answer wants none.
                    let _ = answer(&stream, &content, dist.as_deref());
                });
            }
        });
        Site { stops, address, content, thread: Some(thread) }
    }
}

impl Site {
    /// The bundle alone.
    #[must_use]
    pub fn of_dist() -> Self {
        Plan::default().serve()
    }

    /// A site to add pages and files to.
    #[must_use]
    pub fn plan() -> Plan {
        Plan::default().file("/test.css", include_bytes!("page.css").as_slice())
    }

    /// The address of a path.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Lets go what is late or held back, now and from now on.
    pub fn go_on(&self) {
        self.content.valve.open();
    }

    /// How many bytes a flow sent, once it is over.
    #[must_use]
    pub fn sent(&self, path: &str) -> u64 {
        self.content.valve.sent(path)
    }

    /// What it was asked for so far, in the order of the answers.
    ///
    /// # Panics
    /// Where the thread of the server did.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.content.asked.lock().expect("the server is well").clone()
    }
}

impl Header {
    fn is_for(&self, path: &str) -> bool {
        self.pattern.strip_suffix('*').map_or(self.pattern == path, |folder| path.starts_with(folder))
    }
}

/// The files of the bundle, each by its path in it.
///
/// # Panics
/// Where there is no bundle.
#[must_use]
pub fn built_files() -> Vec<(String, Vec<u8>)> {
    files_below(&dist())
}

/// The files of a folder, each by its path in it.
///
/// # Panics
/// Where there is none, or it cannot be read.
#[must_use]
pub fn files_below(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files = Vec::new();
    collect(folder, "", &mut files);
    files
}

fn collect(folder: &Path, within: &str, files: &mut Vec<(String, Vec<u8>)>) {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    for path in entries.map(|entry| entry.expect("an entry").path()) {
        let below = format!("{within}{}", path.file_name().unwrap_or_default().to_string_lossy());
        if path.is_dir() {
            collect(&path, &format!("{below}/"), files);
        } else {
            files.push((below, fs::read(&path).expect("a file of the bundle")));
        }
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.stops.store(true, Ordering::SeqCst);
        // Wakes it up to see that.
        let _ = TcpStream::connect(self.address);
        if let Some(thread) = self.thread.take() {
            // A server that failed has said so itself.
            let _ = thread.join();
        }
    }
}

impl Content {
    /// The headers of a path, each in a line.
    fn headers(&self, address: SocketAddr, path: &str, kind: &str) -> String {
        // To WebKit, what stands in a sandbox has no self.
        let policy = POLICY.replace("'self'", &format!("'self' http://{address}"));
        let mut headers = BTreeMap::from([
            ("Content-Type", kind),
            ("Content-Security-Policy", policy.as_str()),
            ("Cache-Control", "no-store"),
            // A frame in a sandbox has no origin of its own.
            ("Access-Control-Allow-Origin", "*"),
        ]);
        let wanted = self.headers.iter().filter(|header| header.is_for(path));
        headers.extend(wanted.map(|header| (header.name.as_str(), header.value.as_str())));
        headers.into_iter().map(|(name, value)| format!("{name}: {value}\r\n")).collect()
    }

    /// By what a browser knows whether it has the newest version of a file, where the plan says so.
    fn tag(&self, path: &str) -> Option<&str> {
        let tag = self.headers.iter().find(|header| header.is_for(path) && header.name == "ETag");
        tag.map(|tag| tag.value.as_str())
    }

    fn note(&self, asked: Asked) {
        self.asked.lock().expect("a test that failed elsewhere").push(asked);
    }
}

/// A file of the bundle.
///
/// # Panics
/// Where the bundle does not have it.
#[must_use]
pub fn built(path: &str) -> Vec<u8> {
    let file = dist().join(path.trim_start_matches('/'));
    fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// The folder of the bundle.
pub(crate) fn dist() -> PathBuf {
    env::var_os(DIST).map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"), PathBuf::from)
}

fn answer(mut stream: &TcpStream, content: &Content, dist: Option<&Path>) -> io::Result<()> {
    let mut lines = BufReader::new(stream).lines();
    let Some(request) = lines.next().transpose()? else { return Ok(()) };
    // What else it says ends with an empty line; it has no body.
    let (mut with_cookie, mut kept) = (false, None);
    while let Some(line) = lines.next().transpose()?.filter(|line| !line.is_empty()) {
        let (name, value) = line.split_once(':').unwrap_or_default();
        with_cookie |= name.eq_ignore_ascii_case("cookie");
        kept = kept.or_else(|| name.eq_ignore_ascii_case("if-none-match").then(|| value.trim().to_owned()));
    }
    let target = request.split(' ').nth(1).unwrap_or_default();
    let path = target.split(['?', '#']).next().unwrap_or_default().to_owned();
    let path = if path.ends_with('/') { path + "index.html" } else { path };
    if let Some(flow) = content.flows.get(&path) {
        content.note(Asked { path: path.clone(), status: 200, with_cookie });
        return content.valve.pour(stream, &path, flow);
    }
    let bytes = if content.missing.contains(&path) { None } else { found(&path, content, dist) };
    let is_kept = || kept.is_some() && kept.as_deref() == content.tag(&path);
    let (status, line) = match &bytes {
        Some(_) if is_kept() => (304, "304 Not Modified"),
        Some(_) => (200, "200 OK"),
        None => (404, "404 Not Found"),
    };
    let bytes = bytes.filter(|_| status == 200);
    let end = path.rsplit('.').next().unwrap_or_default();
    let kind = TYPES.iter().find(|(known, _)| *known == end).map_or(&"application/octet-stream", |(_, kind)| kind);
    let bytes = bytes.unwrap_or_default();
    let bytes = if end == "html" && status == 200 { probe::planted(bytes) } else { bytes };
    let head = format!(
        "HTTP/1.1 {line}\r\n{}Content-Length: {}\r\nConnection: close\r\n\r\n",
        content.headers(stream.local_addr()?, &path, kind),
        bytes.len(),
    );
    if path != probe::PATH {
        content.note(Asked { path, status, with_cookie });
    }
    stream.write_all(head.as_bytes())?;
    stream.write_all(&bytes)?;
    stream.flush()
}

fn found(path: &str, content: &Content, dist: Option<&Path>) -> Option<Vec<u8>> {
    if path == probe::PATH {
        return Some(probe::SOURCE.into());
    }
    let in_dist = || fs::read(dist?.join(path.trim_start_matches('/'))).ok();
    let late = || content.late.get(path).filter(|_| content.valve.is_open()).cloned();
    content.files.get(path).cloned().or_else(late).or_else(in_dist)
}
