//! A web server for one test: the bundle in `dist/`, and pages and stories of the test's own beside it.
//!
//! It serves under a strict content security policy, so that whatever the policy forbids shows as an error in the
//! browser's console, unless the plan has other headers; and it records what it was asked for.

use std::{
    collections::BTreeMap,
    env, fs,
    net::SocketAddr,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
    thread::JoinHandle,
};

use tiny_http::{Header, Request, Response, Server};

/// Names the folder of the bundle; without it, `dist/` of the checkout.
const DIST: &str = "ON_RECORD_DIST";

/// What a careful newsroom allows, and no more.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                      img-src 'self' data:; connect-src 'self'";

/// The types of what a web server serves, by the end of the name.
const TYPES: &[(&str, &str)] = &[
    ("html", "text/html; charset=utf-8"),
    ("js", "text/javascript"),
    ("css", "text/css"),
    ("wasm", "application/wasm"),
    ("orb", "application/octet-stream"),
    ("json", "application/json"),
    ("svg", "image/svg+xml"),
    ("txt", "text/plain; charset=utf-8"),
];

/// What a server has, and what it was asked for.
#[derive(Default)]
struct Content {
    files: BTreeMap<String, Vec<u8>>,
    missing: Vec<String>,
    headers: Vec<(&'static str, &'static str)>,
    asked: Mutex<Vec<Asked>>,
}

/// One request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// The path, without the query.
    pub path: String,
    /// The status of the answer.
    pub status: u16,
}

/// A site before it is served.
#[derive(Default)]
pub struct Plan {
    content: Content,
}

/// A running server; it stops when dropped.
pub struct Site {
    server: Arc<Server>,
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

    /// Adds a page that loads the element and holds this in its body.
    #[must_use]
    pub fn page(self, path: &str, body: &str) -> Self {
        let html = format!(
            r#"<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A page</title>
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><link rel="icon" href="data:,">
            <link rel="stylesheet" href="/test.css"><script type="module" src="/on-record.js"></script></head>
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
    pub fn header(mut self, name: &'static str, value: &'static str) -> Self {
        self.content.headers.push((name, value));
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
        let server = Arc::new(Server::http("127.0.0.1:0").expect("a free port"));
        let address = server.server_addr().to_ip().expect("an address of the network");
        let content = Arc::new(self.content);
        let (serving, kept) = (Arc::clone(&server), Arc::clone(&content));
        let thread = std::thread::spawn(move || {
            for request in serving.incoming_requests() {
                answer(request, &kept, dist.as_deref());
            }
        });
        Site { server, address, content, thread: Some(thread) }
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

    /// What it was asked for so far, in the order of the answers.
    ///
    /// # Panics
    /// Where the thread of the server did.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        self.content.asked.lock().expect("the server is well").clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
        if let Some(thread) = self.thread.take() {
            // A server that failed has said so itself.
            let _ = thread.join();
        }
    }
}

fn dist() -> PathBuf {
    env::var_os(DIST).map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../dist"), PathBuf::from)
}

fn answer(request: Request, content: &Content, dist: Option<&Path>) {
    let path = request.url().split(['?', '#']).next().unwrap_or_default().to_owned();
    let path = if path.ends_with('/') { path + "index.html" } else { path };
    let bytes = if content.missing.contains(&path) { None } else { found(&path, content, dist) };
    let status = if bytes.is_some() { 200 } else { 404 };
    let end = path.rsplit('.').next().unwrap_or_default();
    let kind = TYPES.iter().find(|(known, _)| *known == end).map_or("application/octet-stream", |(_, kind)| kind);
    let mut response = Response::from_data(bytes.unwrap_or_default()).with_status_code(status);
    let ours = [("Content-Type", kind), ("Content-Security-Policy", POLICY), ("Cache-Control", "no-store")];
    let is_replaced = |name: &str| content.headers.iter().any(|(other, _)| *other == name);
    let kept = ours.into_iter().filter(|(name, _)| !is_replaced(name));
    for (name, value) in kept.chain(content.headers.iter().copied()) {
        response.add_header(Header::from_bytes(name, value).expect("a header of plain letters"));
    }
    content.asked.lock().expect("a test that failed elsewhere").push(Asked { path, status });
    // A browser that closes before it has its answer wants none.
    let _ = request.respond(response);
}

fn found(path: &str, content: &Content, dist: Option<&Path>) -> Option<Vec<u8>> {
    let in_dist = || fs::read(dist?.join(path.trim_start_matches('/'))).ok();
    content.files.get(path).cloned().or_else(in_dist)
}
