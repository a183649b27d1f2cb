//! What others take from a site: code to copy, and what servers are told.

use super::*;

#[test]
fn code_to_copy_is_seen_whole_where_it_is_short() {
    let rows = |files: &BTreeMap<String, String>| -> Vec<usize> {
        values(&files[names::SNIPPETS], "rows").iter().map(|rows| rows.parse().expect("a number")).collect()
    };
    assert_eq!(rows(&site_of(&bridge(), None))[0], 4, "a line each");
    assert_eq!(rows(&site_of(&hostile(&"T".repeat(150)), None)), [5, 8, 4, 2], "and more for long ones");
}

#[test]
fn a_frame_to_copy_is_no_wider_than_its_place() {
    let code = &site_of(&bridge(), None)[names::SNIPPETS];
    let frame = code.split("&lt;iframe ").nth(1).and_then(|rest| rest.split("&gt;").next()).expect("a frame");
    assert!(frame.contains("style=&quot;border:0&quot;") && frame.contains("width=&quot;100%&quot;"), "{frame}");
}

#[test]
fn what_others_copy_leads_from_their_pages_to_where_it_leads_from_ours() {
    let relative = story(
        "story = { id = \"s\", title = \"S\", summary = \"[about](about.html)\", language = \"en\", unverified = \"No.\" }
         people = [{ id = \"p\", name = \"P\" }]
         sources = [{ id = \"a\", title = \"A\", url = \"archive/a.html\" }]
         events = [{ id = \"e\", title = \"E\", date = \"2024\", accounts = [{ source = \"a\", says = \"[b](/b)\" }],
           media = [{ url = \"c.jpg\", alt = \"C\" }, { url = \"d.mp4\", kind = \"link\", alt = \"D\" }] }]
         quotes = [{ id = \"q\", text = \"Q\", speaker = \"p\", source = \"a\" }]",
    );
    let files = site_of(&relative, Some("https://news.example/s"));
    let copied = files[names::SNIPPETS].replace("&quot;", "\"").replace("&lt;", "<");
    let inside = copied.split("<template").nth(1).expect("the whole story");
    for (attribute, path) in
        [("href", "s/about.html"), ("href", "s/archive/a.html"), ("href", "b"), ("src", "s/c.jpg"), ("href", "s/d.mp4")]
    {
        assert!(inside.contains(&format!(" {attribute}=\"https://news.example/{path}\"")), "{attribute}: {path}");
    }
    for page in [names::INDEX, names::EMBED].map(|path| &files[path]) {
        assert!(
            page.contains("href=\"about.html\"") && page.contains("src=\"c.jpg\""),
            "our own pages move with the folder"
        );
    }
    assert!(site_of(&relative, None)[names::SNIPPETS].contains("src=&quot;c.jpg&quot;"), "nobody knows where it is");
}

#[test]
fn servers_are_told_of_types_caching_and_security() {
    let files = site_of(&bridge(), None);
    let (headers, nginx) = (&files["_headers"], &files["nginx.conf"]);
    let rule =
        |path: &str| headers.split(&format!("\n{path}\n")).nth(1).expect(path).split("\n/").next().unwrap_or_default();
    for path in
        files.keys().filter(|path| !path.starts_with('_') && *path != "nginx.conf" && !path.starts_with("widget/"))
    {
        assert!(rule(&format!("/{path}")).contains("no-cache"), "{path}");
    }
    assert!(rule("/widget/*").contains("immutable"));
    assert!(rule("/index.html").contains("require-trusted-types-for 'script'"));
    assert!(!rule("/offline.html").contains("Content-Security-Policy"), "it brings its own");
    for kind in [
        "\"application/wasm\" wasm;",
        "\"text/javascript; charset=utf-8\" js;",
        "\"application/manifest+json\" webmanifest;",
        "\"text/calendar; charset=utf-8\" ics;",
        "\"text/csv; charset=utf-8\" csv;",
        "gzip_static on;",
    ] {
        assert!(nginx.contains(kind), "{kind} in {nginx}");
    }
    assert_eq!(nginx.matches('{').count(), nginx.matches('}').count());
}

#[test]
fn a_server_of_one_file_sends_what_the_examples_say() {
    let origins = Origins::of(&bridge());
    let files = site_of(&bridge(), None);
    for path in files.keys().filter(|path| !path.starts_with("widget/")) {
        let rule = format!("\n/{path}\n");
        let Some((_, rest)) = files["_headers"].split_once(&rule) else { continue };
        let told: BTreeSet<_> = rest.lines().map_while(|line| line.strip_prefix("  ")).map(str::to_owned).collect();
        let sent: BTreeSet<_> = headers(path, &Links::default(), &origins)
            .into_iter()
            .map(|(name, value)| format!("{name}: {value}"))
            .collect();
        assert!(!told.is_empty() && told.is_subset(&sent), "{path}: {told:?}, {sent:?}");
    }
    let of = |path: &str, name: &str| {
        headers(path, &Links::default(), &origins).into_iter().find(|header| header.0 == name).map(|header| header.1)
    };
    assert_eq!(of("widget/a/x.wasm", "Content-Type").as_deref(), Some("application/wasm"));
    assert!(of("widget/a/x.wasm", "Cache-Control").is_some_and(|value| value.contains("immutable")));
    assert_eq!(of("index.html", "X-Content-Type-Options").as_deref(), Some("nosniff"));
}

#[test]
fn where_a_frame_has_no_origin_the_server_is_named_beside_self() {
    let files = site_of(&bridge(), Some("https://news.example:8443/a/bridge/"));
    for path in ["_headers", "nginx.conf"] {
        let policies: Vec<_> = files[path].lines().filter(|line| line.contains("Content-Security-Policy")).collect();
        assert!(!policies.is_empty(), "{path}");
        for directive in policies.iter().flat_map(|line| line.split(';')).filter(|part| part.contains("'self'")) {
            assert!(directive.contains("'self' https://news.example:8443"), "{path}: {directive}");
        }
        assert!(!site_of(&bridge(), None)[path].contains("'self' http"), "{path}: nobody knows the server");
    }
    let own = Links::new("https://news.example/a").expect("an address");
    let policy = headers("index.html", &own, &Origins::default())
        .into_iter()
        .find(|(name, _)| *name == "Content-Security-Policy");
    assert!(
        policy.is_some_and(|(_, policy)| policy.contains("script-src 'self' https://news.example 'wasm-unsafe-eval'"))
    );
}

#[test]
fn packed_files_are_told_by_what_they_hold() {
    let links = Links::default();
    let of = |path: &str, name: &str| {
        headers(path, &links, &Origins::default()).into_iter().find(|it| it.0 == name).map(|it| it.1)
    };
    let check = |path: &str, kind: &str, encoding: Option<&str>| {
        assert_eq!(of(path, "Content-Type").as_deref(), Some(kind), "{path}");
        assert_eq!(of(path, "Content-Encoding").as_deref(), encoding, "{path}");
    };
    check("widget/a/x.wasm.br", "application/wasm", Some("br"));
    check("story.csv.gz", "text/csv; charset=utf-8", Some("gzip"));
    check("story.csv", "text/csv; charset=utf-8", None);
    assert_eq!(of("index.html.br", "Content-Security-Policy"), of("index.html", "Content-Security-Policy"));
    let headers = &site_of(&bridge(), None)["_headers"];
    assert!(headers.contains("\n/index.html.br\n") && headers.contains("\n  Content-Encoding: gzip\n"), "{headers}");
}
