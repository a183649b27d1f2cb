//! What a web server has to send beside the files: for one of them, and as two examples, made from the list of the files.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use url::Url;

use super::{File, Site, names};

/// Under this policy all pages run but the one of one file, which brings its own.
pub(super) const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
     require-trusted-types-for 'script'";

/// Never changes.
const FOR_EVER: (&str, &str) = ("Cache-Control", "public, max-age=31536000, immutable");
/// Is asked for again each time, and sent only where it has changed.
const ASKED: (&str, &str) = ("Cache-Control", "no-cache");
/// Holds for everything: files are what they say they are, and other sites may embed them.
const ALWAYS: [(&str, &str); 2] = [("X-Content-Type-Options", "nosniff"), ("Access-Control-Allow-Origin", "*")];
const SECURITY: (&str, &str) = ("Content-Security-Policy", POLICY);

/// The media types, by how names end.
const TYPES: &[(&str, &str)] = &[
    ("html", "text/html"),
    ("js", "text/javascript"),
    ("css", "text/css"),
    ("wasm", "application/wasm"),
    ("orb", "application/octet-stream"),
    ("svg", "image/svg+xml"),
    ("webmanifest", "application/manifest+json"),
    ("json", "application/json"),
    ("csv", "text/csv"),
    ("ics", "text/calendar"),
    ("xml", "application/atom+xml"),
];

/// Where the folder stands on a server that nobody has named yet.
const SOMEWHERE: &str = "/story/";

type Header<'a> = (&'a str, &'a str);

/// What a web server should send with a file of a site, by its path: names and values, each name once.
#[must_use]
pub fn headers(path: &str) -> Vec<(&'static str, String)> {
    let always = ALWAYS.map(|(name, value)| (name, value.to_owned()));
    always.into_iter().chain(own_headers(path)).collect()
}

/// The same without what is sent with every file.
fn own_headers(path: &str) -> impl Iterator<Item = (&'static str, String)> + use<> {
    let caching = if path.starts_with(names::FOR_EVER) { FOR_EVER } else { ASKED };
    let security = is_guarded(path).then_some(SECURITY);
    let kind = TYPES.iter().find(|(end, _)| ending(path) == *end).map(|(_, kind)| ("Content-Type", with_charset(kind)));
    let fixed = [Some(caching), security].into_iter().flatten();
    fixed.map(|(name, value)| (name, value.to_owned())).chain(kind)
}

impl Site<'_> {
    /// The examples for all other files.
    pub(super) fn server_files(&self, files: &[File]) -> Vec<File> {
        let folder = self.input.links.base().and_then(|base| Url::parse(base).ok()).map(|url| url.path().to_owned());
        let at_root = folder.as_deref().unwrap_or("/");
        let somewhere = folder.as_deref().unwrap_or(SOMEWHERE);
        vec![File::new("_headers", self.headers(files, at_root)), File::new("nginx.conf", self.nginx(files, somewhere))]
    }

    /// What Netlify, Cloudflare Pages and others read.
    fn headers(&self, files: &[File], folder: &str) -> String {
        let mut text = String::new();
        let mut rule = |path: &str, headers: &[Header<'_>]| {
            text.push_str(&[folder, path, "\n"].concat());
            for (name, value) in headers {
                text.push_str(&["  ", name, ": ", value, "\n"].concat());
            }
        };
        rule("*", &ALWAYS);
        rule(&[names::FOR_EVER, "*"].concat(), &[FOR_EVER]);
        rule("", &[ASKED, SECURITY]);
        for file in files.iter().filter(|file| !file.path.starts_with(names::FOR_EVER)) {
            let headers: Vec<_> = own_headers(&file.path).collect();
            let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
            rule(&file.path, &headers);
        }
        text
    }

    /// A part of a configuration of nginx.
    fn nginx(&self, files: &[File], folder: &str) -> String {
        let mut text = format!(
            "# For a `server` block of nginx. The folder is {folder} below `root`; mend both.\n\
             location {folder} {{\n    root /srv/www;\n    index {};\n    charset utf-8;\n    types {{\n",
            names::INDEX
        );
        for (end, kind) in types(files) {
            // Writing to a string does not fail.
            let _ = writeln!(text, "        {kind} {end};");
        }
        let blocks = [
            ("    ", String::new(), [ASKED, SECURITY].as_slice()),
            ("        ", format!("    location {folder}{} {{\n", names::FOR_EVER), &[FOR_EVER]),
            ("        ", format!("    location = {folder}{} {{\n", names::OFFLINE), &[ASKED]),
        ];
        text.push_str("    }\n    charset_types text/css text/javascript application/json;\n");
        for (indent, open, headers) in blocks {
            text.push_str(&open);
            for (name, value) in ALWAYS.iter().chain(headers) {
                let _ = writeln!(text, "{indent}add_header {name} \"{value}\";");
            }
            text.push_str(if open.is_empty() { "" } else { "    }\n" });
        }
        text + "}\n"
    }
}

/// The media type for each ending that a file of the site has.
fn types(files: &[File]) -> impl Iterator<Item = (&'static str, &'static str)> {
    let ends: BTreeSet<String> = files.iter().map(|file| ending(&file.path).to_owned()).collect();
    TYPES.iter().copied().filter(move |(end, _)| ends.contains(*end))
}

fn ending(path: &str) -> &str {
    path.rsplit_once('.').map_or("", |(_, ending)| ending)
}

fn with_charset(kind: &str) -> String {
    let is_text = kind.starts_with("text/") || kind == "application/json";
    if is_text { format!("{kind}; charset=utf-8") } else { kind.to_owned() }
}

/// Whether a page, or the worker, gets the policy by a header.
fn is_guarded(path: &str) -> bool {
    (path.ends_with(".html") && path != names::OFFLINE) || path == names::WORKER
}
