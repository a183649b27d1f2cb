//! What a web server has to send beside the files: for one of them, and as two examples, made from the list of the files.

use std::fmt::Write as _;

use url::Url;

use super::media_types::{media_type, types};
use super::{File, Origins, Site, names, packed};
use crate::Links;

/// Under this policy all pages run but the one of one file, which brings its own; `'self'` as [`policy`] has it.
const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self'; \
     require-trusted-types-for 'script'";
const SELF: &str = "'self'";
/// What of it is for styles, to which the one that stands in the pages is added.
const STYLES: &str = "style-src 'self'";
/// What of it is for pictures, for films, sounds and captions, and the directive before which that stands.
const PICTURES: &str = "img-src 'self' data:";
const FILMS: &str = "media-src 'self'";
const FETCHES: &str = "connect-src";

/// Never changes.
const FOR_EVER: (&str, &str) = ("Cache-Control", "public, max-age=31536000, immutable");
/// Is asked for again each time, and sent only where it has changed.
const ASKED: (&str, &str) = ("Cache-Control", "no-cache");
/// Holds for everything: files are what they say they are, and other sites may embed them.
const ALWAYS: [(&str, &str); 2] = [("X-Content-Type-Options", "nosniff"), ("Access-Control-Allow-Origin", "*")];
const SECURITY: &str = "Content-Security-Policy";

/// How the file of headers begins.
const PACKED_BY_HOST: &str = "# Hosts that read this file pack what they send themselves; where one does not, it may send the .br or .gz beside a file.\n";

/// Where the folder stands on a server that nobody has named yet.
const SOMEWHERE: &str = "/story/";

/// Ends the types and begins what sends packed files. nginx refuses words that it does not know, and brotli is a module
/// that not every package has.
const NGINX_PACKED: &str = "    }\n    # Sends the .gz beside a file. With the module ngx_brotli, the smaller .br as well:\n    \
     # brotli_static on;\n    gzip_static on;\n    gzip_vary on;\n    # To other servers on the way as well.\n    \
     gzip_proxied any;\n    gzip_http_version 1.0;\n";

type Header<'a> = (&'a str, &'a str);

/// What a web server should send with a file of a site, by its path: names and values, each name once.
#[must_use]
pub fn headers(path: &str, links: &Links, origins: &Origins) -> Vec<(&'static str, String)> {
    let always = ALWAYS.map(|(name, value)| (name, value.to_owned()));
    always.into_iter().chain(own_headers(path, &policy(links, origins))).collect()
}

/// The same without what is sent with every file.
fn own_headers<'a>(path: &'a str, policy: &'a str) -> impl Iterator<Item = (&'static str, String)> + use<'a> {
    let packing = packed::PACKINGS.iter().find_map(|(end, name)| Some((path.strip_suffix(end)?, *name)));
    let (path, encoding) = packing.map_or((path, None), |(path, name)| (path, Some(("Content-Encoding", name))));
    let caching = if is_lasting(path) { FOR_EVER } else { ASKED };
    let security = is_guarded(path).then_some((SECURITY, policy));
    let kind = media_type(path).map(|kind| ("Content-Type", with_charset(kind)));
    let fixed = [Some(caching), security, encoding].into_iter().flatten();
    fixed.map(|(name, value)| (name, value.to_owned())).chain(kind)
}

/// The policy of a site. Where a frame has no origin of its own, some engines find nothing that `'self'` could be: the
/// origin is named beside it, where it is known. Other servers are named for what lies there.
fn policy(links: &Links, origins: &Origins) -> String {
    let with = |directive: &str, others: &mut dyn Iterator<Item = &String>| {
        others.fold(directive.to_owned(), |all, origin| [&all, " ", origin].concat())
    };
    let styles = [STYLES, " ", names::STYLE_FINGERPRINT.as_str()].concat();
    let mut policy = POLICY.replace(PICTURES, &with(PICTURES, &mut origins.pictures.iter())).replace(STYLES, &styles);
    if origins.plays {
        policy = policy.replace(FETCHES, &[&with(FILMS, &mut origins.films.iter()), "; ", FETCHES].concat());
    }
    let named = links.origin().map(|origin| [SELF, " ", &origin].concat());
    policy.replace(SELF, named.as_deref().unwrap_or(SELF))
}

/// Whether a file never changes.
fn is_lasting(path: &str) -> bool {
    names::LASTING.iter().any(|folder| path.starts_with(folder))
}

impl Site<'_> {
    /// The examples for all other files.
    pub(super) fn server_files(&self, files: &[File]) -> Vec<File> {
        // A base was an address when it was given.
        let folder = self.input.links.base().and_then(|base| Url::parse(base).ok()).map(|url| url.path().to_owned());
        let at_root = folder.as_deref().unwrap_or("/");
        let somewhere = folder.as_deref().unwrap_or(SOMEWHERE);
        vec![File::new("_headers", self.headers(files, at_root)), File::new("nginx.conf", self.nginx(files, somewhere))]
    }

    /// What Netlify, Cloudflare Pages and others read.
    fn headers(&self, files: &[File], folder: &str) -> String {
        let mut text = PACKED_BY_HOST.to_owned();
        let mut rule = |path: &str, headers: &[Header<'_>]| {
            text.push_str(&[folder, path, "\n"].concat());
            for (name, value) in headers {
                text.push_str(&["  ", name, ": ", value, "\n"].concat());
            }
        };
        rule("*", &ALWAYS);
        rule(&[names::FOR_EVER, "*"].concat(), &[FOR_EVER]);
        if !self.input.media.is_empty() {
            rule(&[names::MEDIA, "*"].concat(), &[FOR_EVER]);
        }
        let policy = policy(self.input.links, &Origins::of(self.input.story));
        rule("", &[ASKED, (SECURITY, &policy)]);
        let plain = files.iter().map(|file| file.path.clone()).filter(|path| !is_lasting(path));
        for path in plain.chain(files.iter().flat_map(packed::paths)) {
            let headers: Vec<_> = own_headers(&path, &policy).collect();
            let headers: Vec<_> = headers.iter().map(|(name, value)| (*name, value.as_str())).collect();
            rule(&path, &headers);
        }
        text
    }

    /// A part of a configuration of nginx.
    fn nginx(&self, files: &[File], folder: &str) -> String {
        let mut text = format!(
            "# For a `server` block of nginx. The folder is {folder} below `root`; mend both.\n\
             location {folder} {{\n    root /srv/www;\n    index {};\n    types {{\n",
            names::INDEX
        );
        let paths = files.iter().map(|file| file.path.as_str()).chain(self.input.media.iter().map(|file| file.path));
        for (end, kind) in types(paths) {
            // Writing to a string does not fail.
            let _ = writeln!(text, "        \"{}\" {end};", with_charset(kind));
        }
        text.push_str(NGINX_PACKED);
        let policy = policy(self.input.links, &Origins::of(self.input.story));
        let guarded = [ASKED, (SECURITY, policy.as_str())];
        let blocks = [
            ("    ", String::new(), guarded.as_slice()),
            ("        ", format!("    location {folder}{} {{\n", names::FOR_EVER), &[FOR_EVER]),
            ("        ", format!("    location {folder}{} {{\n", names::MEDIA), &[FOR_EVER]),
            ("        ", format!("    location = {folder}{} {{\n", names::OFFLINE), &[ASKED]),
        ];
        for (indent, open, headers) in blocks {
            if open.contains(names::MEDIA) && self.input.media.is_empty() {
                continue;
            }
            text.push_str(&open);
            for (name, value) in ALWAYS.iter().chain(headers) {
                // A text takes whatever is written.
                let _ = writeln!(text, "{indent}add_header {name} \"{value}\";");
            }
            text.push_str(if open.is_empty() { "" } else { "    }\n" });
        }
        text + "}\n"
    }
}

fn with_charset(kind: &str) -> String {
    let is_text = kind.starts_with("text/") || kind == "application/json";
    if is_text { format!("{kind}; charset=utf-8") } else { kind.to_owned() }
}

/// Whether a page, or the worker, gets the policy by a header.
fn is_guarded(path: &str) -> bool {
    (path.ends_with(".html") && path != names::OFFLINE) || path == names::WORKER
}
