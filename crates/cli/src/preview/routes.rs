//! What the preview answers to a request; everything comes from memory.
//!
//! A preview is for nobody else's pages: it answers only to this machine's own names, so that no foreign name can be
//! led here, and sends `Cross-Origin-Resource-Policy` in the place of the permission to embed that published sites
//! give.

use hyper::body::Bytes;
use hyper::header::{ALLOW, CACHE_CONTROL, CONTENT_TYPE, HOST, HeaderName, HeaderValue, RETRY_AFTER};
use hyper::http::uri::Authority;
use hyper::{Method, Request, Response, StatusCode};
use publish::{Links, Origins};

use super::range::ranged;
use super::reply::Reply;
use super::shown::{SCRIPT, Shown};

const SCRIPT_BYTES: &[u8] = include_bytes!("preview.js");
/// Where it hears of changes.
const EVENTS: &str = "/preview-events";
/// The page that stands where the story has never been without errors yet.
const WAITING: &[u8] = include_bytes!("waiting.html");
/// The page of a folder.
const INDEX: &str = "index.html";

/// The names by which a browser on this machine may call us. A page of somebody else's that lets its own name lead to
/// this machine could read a story that is not published yet ("DNS rebinding").
const HOSTS: [&str; 2] = ["127.0.0.1", "localhost"];

/// What a published site sends and a preview does not: it changes, and is for nobody else's pages.
const NOT_HERE: [&str; 2] = ["Cache-Control", "Access-Control-Allow-Origin"];
/// What it sends instead.
const HERE: [(HeaderName, &str); 2] =
    [(CACHE_CONTROL, "no-store"), (HeaderName::from_static("cross-origin-resource-policy"), "same-origin")];

/// A report as an event of a stream (HTML, "Server-sent events").
pub(super) fn event(report: &str) -> Bytes {
    // A server that was started again is soon found.
    format!("retry: 500\ndata: {report}\n\n").into()
}

/// The answer to a request at a port, by what is shown now.
pub(super) fn answer<B>(request: &Request<B>, port: u16, shown: &Shown) -> Response<Reply> {
    let mut response = content(request, port, shown);
    for (name, value) in HERE {
        response.headers_mut().insert(name, HeaderValue::from_static(value));
    }
    response
}

fn content<B>(request: &Request<B>, port: u16, shown: &Shown) -> Response<Reply> {
    if !is_for_us(request, port) {
        return text(
            StatusCode::FORBIDDEN,
            format!("This is the preview of a story; ask for http://127.0.0.1:{port}/\n"),
        );
    }
    if ![Method::GET, Method::HEAD].contains(request.method()) {
        let mut refusal = text(StatusCode::METHOD_NOT_ALLOWED, "There is nothing here but to look at.\n");
        refusal.headers_mut().insert(ALLOW, HeaderValue::from_static("GET, HEAD"));
        return refusal;
    }
    match request.uri().path() {
        SCRIPT => file(SCRIPT, Bytes::from_static(SCRIPT_BYTES), &Origins::default()),
        EVENTS => with_type(Response::new(Reply::Reports), "text/event-stream"),
        path if path.trim_start_matches('/').starts_with(publish::MEDIA) => {
            ranged(request.headers(), of_site(path, shown))
        }
        path => of_site(path, shown),
    }
}

fn of_site(path: &str, shown: &Shown) -> Response<Reply> {
    let name = path.trim_start_matches('/');
    let name = if name.is_empty() { INDEX } else { name };
    match &shown.site {
        Some(site) => match site.files.get(name) {
            Some(bytes) => file(name, bytes.clone(), &site.origins),
            None => text(StatusCode::NOT_FOUND, "There is no such file in the published story.\n"),
        },
        None if name.ends_with(".html") => {
            let mut waiting = file(INDEX, Bytes::from_static(WAITING), &Origins::default());
            *waiting.status_mut() = StatusCode::SERVICE_UNAVAILABLE;
            waiting.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
            waiting
        }
        None => text(StatusCode::SERVICE_UNAVAILABLE, "The story has errors.\n"),
    }
}

fn is_for_us<B>(request: &Request<B>, port: u16) -> bool {
    let host = request.headers().get(HOST).and_then(|host| host.to_str().ok()?.parse::<Authority>().ok());
    // Browsers leave out the port of the web.
    host.is_some_and(|host| HOSTS.contains(&host.host()) && host.port_u16().unwrap_or(80) == port)
}

/// A file with what a web server of the published site would send.
fn file(path: &str, bytes: Bytes, origins: &Origins) -> Response<Reply> {
    let mut response = Response::new(Reply::Whole(bytes));
    for (name, value) in
        publish::headers(path, &Links::default(), origins).into_iter().filter(|(name, _)| !NOT_HERE.contains(name))
    {
        if let (Ok(name), Ok(value)) = (name.parse::<HeaderName>(), value.parse()) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

fn text(status: StatusCode, text: impl Into<Bytes>) -> Response<Reply> {
    let mut response = with_type(Response::new(Reply::Whole(text.into())), "text/plain; charset=utf-8");
    *response.status_mut() = status;
    response
}

fn with_type(mut response: Response<Reply>, kind: &'static str) -> Response<Reply> {
    response.headers_mut().insert(CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}
