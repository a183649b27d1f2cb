//! What is shown after what, and what is answered to whom, without a file or a socket.

use super::reply::Reply;
use super::routes::{answer, event};
use super::shown::{Attempt, Desk, Found, Record, Shown, Version};
use compile::{Evidence, Input, MediaCache, MediaFolder, Source, Unopened};
use hyper::header::{ALLOW, CACHE_CONTROL, HOST};
use hyper::{Request, Response, StatusCode};
use proptest::prelude::*;
use publish::Widget;
use serde_json::Value;

const PORT: u16 = 8100;
const SOUND: &str = "story = { id = \"s\", title = \"One\", language = \"en\", unverified = \"Made up.\" }";

fn widget() -> Widget {
    let files: [(&str, &[u8]); 5] = [
        ("on-record.js", b"import(\"./widget/on-record.js\")"),
        ("offline.js", b"0"),
        ("widget/on-record.js", b"0"),
        ("widget/on-record_bg.wasm", b"\0asm\x01\0\0\0"),
        ("widget/lens.css", b".lens{}"),
    ];
    Widget::new(files.map(|(path, bytes)| (path.to_owned(), bytes.to_vec()))).expect("a widget")
}

/// A folder with one picture.
struct Pictures;

const PICTURE: &[u8] = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 3'><!-- Jo --></svg>";

impl MediaFolder for Pictures {
    fn open(&self, path: &str) -> Result<Box<dyn Source + '_>, Unopened> {
        if path == "a.svg" { Ok(Box::new(Drawing)) } else { Err(Unopened::Missing) }
    }
}

struct Drawing;

impl Source for Drawing {
    fn len_bytes(&self) -> u64 {
        PICTURE.len_bytes()
    }
    fn read(&self, at_byte: u64, len: usize) -> std::io::Result<Vec<u8>> {
        PICTURE.read(at_byte, len)
    }
}

fn found(toml: &str) -> Found {
    let input = Input { name: "story.toml".to_owned(), bytes: toml.as_bytes().to_vec() };
    Ok(Record { inputs: vec![input], evidence: Evidence::default(), media: 0 })
}

fn after(shown: &Shown, found: Found) -> Shown {
    let version = Version::of(&found);
    let (widget, cache) = (widget(), MediaCache::default());
    shown.after(&Attempt::new(found, version, &Desk { widget: &widget, folder: &Pictures, cache: &cache }))
}

fn report(shown: &Shown) -> Value {
    serde_json::from_str(&shown.report).expect("JSON")
}

fn ask(shown: &Shown, method: &str, path: &str, host: Option<&str>) -> Response<Reply> {
    let mut request = Request::builder().method(method).uri(path);
    if let Some(host) = host {
        request = request.header(HOST, host);
    }
    answer(&request.body(()).expect("a request"), PORT, shown)
}

fn get(shown: &Shown, path: &str) -> Response<Reply> {
    ask(shown, "GET", path, Some("127.0.0.1:8100"))
}

fn text(response: &Response<Reply>) -> String {
    match response.body() {
        Reply::Whole(bytes) => String::from_utf8_lossy(bytes).into_owned(),
        Reply::Reports => panic!("a stream"),
    }
}

#[test]
fn the_last_good_site_stays_until_there_is_another() {
    let first = after(&Shown::default(), found(SOUND));
    let version = report(&first)["version"].as_str().expect("a version").to_owned();
    assert_eq!(report(&first)["trouble"]["errors"], 0);
    assert!(text(&get(&first, "/")).contains("<title>One</title>"));

    let broken = after(&first, found("[story]\nid = \"s\"\n"));
    assert_eq!(report(&broken)["version"], version);
    let trouble = &report(&broken)["trouble"];
    assert!(trouble["errors"].as_u64() > Some(0), "{trouble}");
    let one = &trouble["diagnostics"][0];
    assert_eq!((&one["file"], &one["line"], &one["column"]), (&"story.toml".into(), &1.into(), &1.into()));
    assert!(text(&get(&broken, "/")).contains("<title>One</title>"));

    let gone = after(&broken, Err("stories/x: not there".to_owned()));
    assert_eq!(report(&gone)["version"], version);
    assert_eq!(report(&gone)["trouble"]["failure"], "stories/x: not there");

    let back = after(&gone, found(SOUND));
    assert_eq!(back.report, first.report, "as it was, so that no page has to load again");
    let other = after(&back, found(&SOUND.replace("One", "Two")));
    assert_ne!(report(&other)["version"], version);
    assert!(text(&get(&other, "/")).contains("<title>Two</title>"));
}

#[test]
fn before_the_first_site_a_page_waits_for_it() {
    let empty = after(&Shown::default(), found("nonsense"));
    assert_eq!(report(&empty)["version"], Value::Null);
    for path in ["/", "/index.html", "/embed.html"] {
        let waiting = get(&empty, path);
        assert_eq!(waiting.status(), StatusCode::SERVICE_UNAVAILABLE, "{path}");
        assert!(text(&waiting).contains("<script defer src=\"/preview.js\">"), "{path}");
        assert!(waiting.headers()["content-security-policy"].to_str().is_ok_and(|it| it.contains("'none'")), "{path}");
    }
    assert_eq!(get(&empty, "/story.json").status(), StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(get(&empty, "/preview.js").status(), StatusCode::OK);
}

#[test]
fn a_page_is_told_the_gravest_of_very_many_mistakes() {
    let lanes: String = (0..80).map(|at| format!("[[lanes]]\nid = \"l{at}\"\n")).collect();
    let people = "[[people]]\nid = \"p\"\nname = \"P\"\n";
    let trouble = report(&after(&Shown::default(), found(&format!("{SOUND}\n{people}{lanes}"))))["trouble"].take();
    assert_eq!(trouble["errors"], 80);
    let told = trouble["diagnostics"].as_array().expect("a list");
    assert!(told.len() < 80 && told.iter().all(|one| one["severity"] == "error"), "{told:?}");
}

#[test]
fn a_version_stands_for_all_that_a_story_is_read_from() {
    let record = |name: &str, bytes: &str, lock: Option<&str>, archive: Option<&[&str]>, media: u64| {
        let input = |bytes: &str| Input { name: name.to_owned(), bytes: bytes.as_bytes().to_vec() };
        let archive = archive.map(|texts| texts.iter().map(|text| input(text)).collect());
        Ok(Record { inputs: vec![input(bytes)], evidence: Evidence { lock: lock.map(input), archive }, media })
    };
    let different = [
        record("a", "1", None, None, 0),
        record("b", "1", None, None, 0),
        record("a", "1", None, None, 1),
        record("a", "2", None, None, 0),
        record("a", "1", Some("1"), None, 0),
        record("a", "1", None, Some(&["1"]), 0),
        record("a", "1", None, Some(&[]), 0),
        Err("gone".to_owned()),
        Err("not to be read".to_owned()),
    ];
    for (at, one) in different.iter().enumerate() {
        for (other_at, other) in different.iter().enumerate() {
            assert_eq!(Version::of(one) == Version::of(other), at == other_at, "{at}, {other_at}");
        }
    }
}

#[test]
fn files_come_as_a_web_server_would_send_them_but_are_never_kept_and_for_nobody_else() {
    let shown = after(&Shown::default(), found(SOUND));
    let site = shown.site.as_ref().expect("a site");
    assert!(site.files.len() > 10 && !site.files.contains_key("sw.js"));
    for path in site.files.keys() {
        let response = get(&shown, &format!("/{path}?from=somewhere"));
        assert_eq!(response.status(), StatusCode::OK, "{path}");
        let headers = response.headers();
        assert_eq!(headers.get_all(CACHE_CONTROL).iter().collect::<Vec<_>>(), ["no-store"], "{path}");
        assert_eq!(headers["cross-origin-resource-policy"], "same-origin", "{path}");
        assert!(!headers.contains_key("access-control-allow-origin"), "{path}");
        let sent: Vec<_> = publish::headers(path, &publish::Links::default(), &publish::Origins::default());
        for (name, value) in
            sent.into_iter().filter(|(name, _)| !["Cache-Control", "Access-Control-Allow-Origin"].contains(name))
        {
            assert_eq!(headers[name], value, "{path}");
        }
    }
    assert!(text(&get(&shown, "/")).contains(&format!("src=\"/preview.js?{}\"", site.version.text())));
}

#[test]
fn what_is_no_file_of_the_site_is_not_there() {
    let shown = after(&Shown::default(), found(SOUND));
    for path in ["/sw.js", "/nowhere.html", "/../Cargo.toml", "/%2e%2e/etc/passwd", "/widget/", "//etc/passwd", "*"] {
        assert_eq!(get(&shown, path).status(), StatusCode::NOT_FOUND, "{path}");
    }
}

#[test]
fn only_whoever_names_this_machine_is_answered() {
    let shown = after(&Shown::default(), found(SOUND));
    for host in ["127.0.0.1:8100", "localhost:8100"] {
        assert_eq!(ask(&shown, "GET", "/", Some(host)).status(), StatusCode::OK, "{host}");
    }
    let others =
        ["127.0.0.1", "localhost:8101", "evil.example:8100", "127.0.0.1.evil.example:8100", "[::1]:8100", "", "a b"];
    for host in others.map(Some).into_iter().chain([None]) {
        for path in ["/", "/preview.js", "/preview-events", "/story.json"] {
            let refusal = ask(&shown, "GET", path, host);
            assert_eq!(refusal.status(), StatusCode::FORBIDDEN, "{host:?}{path}");
            assert!(text(&refusal).contains("http://127.0.0.1:8100/"), "{host:?}");
        }
    }
}

#[test]
fn there_is_nothing_but_to_look_at() {
    let shown = after(&Shown::default(), found(SOUND));
    for method in ["POST", "PUT", "DELETE", "OPTIONS", "PATCH"] {
        let refusal = ask(&shown, method, "/", Some("localhost:8100"));
        assert_eq!(refusal.status(), StatusCode::METHOD_NOT_ALLOWED, "{method}");
        assert_eq!(refusal.headers()[ALLOW], "GET, HEAD");
    }
    assert_eq!(ask(&shown, "HEAD", "/", Some("localhost:8100")).status(), StatusCode::OK);
    let events = get(&shown, "/preview-events");
    assert_eq!(
        (events.body(), &events.headers()["content-type"]),
        (&Reply::Reports, &"text/event-stream".parse().expect("a value"))
    );
}

proptest! {
    #[test]
    fn no_words_of_an_author_end_an_event(words in "(?s).{0,200}") {
        let shown = after(&Shown::default(), Err(words.clone()));
        let event = event(&shown.report);
        let event = std::str::from_utf8(&event).expect("UTF-8");
        let data = event.strip_prefix("retry: 500\ndata: ").and_then(|it| it.strip_suffix("\n\n")).expect("an event");
        prop_assert!(!data.contains(['\n', '\r']));
        let back: Value = serde_json::from_str(data).expect("JSON");
        prop_assert_eq!(&back["trouble"]["failure"], &Value::from(words));
    }

    #[test]
    fn no_path_makes_the_server_panic(path in "/[!-~]{0,60}") {
        let shown = after(&Shown::default(), Err(String::new()));
        if let Ok(request) = Request::builder().uri(&path).header(HOST, "localhost:8100").body(()) {
            prop_assert!(answer(&request, PORT, &shown).headers().contains_key(CACHE_CONTROL));
        }
    }
}

#[test]
fn pictures_are_served_under_their_names_and_other_servers_are_allowed() {
    let media = "media = [{ url = \"a.svg\", alt = \"A\" }, { url = \"https://a.example/b.jpg\", alt = \"B\" }]";
    let events = format!("events = [{{ id = \"e\", title = \"E\", date = \"2024\", {media} }}]");
    let shown = after(&Shown::default(), found(&format!("{SOUND}\n{events}")));
    let page = get(&shown, "/");
    let policy = page.headers()["content-security-policy"].to_str().expect("a policy");
    assert!(policy.contains("img-src 'self' data: https://a.example;"), "{policy}");
    let page = text(&page);
    let path = page.split('"').find(|part| part.starts_with("media/")).expect("a picture");
    let picture = get(&shown, &format!("/{path}"));
    assert_eq!(picture.headers()["content-type"], "image/svg+xml");
    assert!(text(&picture).contains("<svg") && !text(&picture).contains("Jo"));
    let request =
        Request::builder().uri(format!("/{path}")).header(HOST, "127.0.0.1:8100").header("range", "bytes=0-3");
    let part = answer(&request.body(()).expect("a request"), PORT, &shown);
    assert_eq!((part.status(), text(&part).as_str()), (StatusCode::PARTIAL_CONTENT, "<svg"));
    assert!(part.headers()["content-range"].to_str().is_ok_and(|told| told.starts_with("bytes 0-3/")));
    let missing = after(&shown, found(&format!("{SOUND}\n{}", events.replace("a.svg", "b.svg"))));
    assert_eq!(report(&missing)["trouble"]["diagnostics"][0]["code"], "missing-file");
}
