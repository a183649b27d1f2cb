//! What may be at `src`: stories that come slowly, from elsewhere, or not at all, and files that are none.

use on_record_tests::{
    Page, Site, Widget,
    flow::{ENDLESS_BYTES, Flow, Rest},
    site::Plan,
};
use serde_json::json;

use super::stories::{ferry, plan_of};

/// The start of a bundle that is said to be so long.
fn header(bytes: &[u8], whole_bytes: u64) -> Vec<u8> {
    [&bytes[..16], &whole_bytes.to_le_bytes(), &[0; 8]].concat()
}

fn flow(declared_bytes: Option<u64>, start: &[u8], rest: Rest) -> Flow {
    Flow { declared_bytes, start: start.to_vec(), rest }
}

/// A page whose element shows what is at an address, with words of its own.
fn shows(plan: Plan, src: &str) -> Site {
    plan.page("/shows.html", &format!("<on-record src='{src}'><p>Own words.</p></on-record>")).serve()
}

/// Waits until the element has given up, and checks that it says so above the page's own words; what it says.
fn told(page: &Page, code: &str) -> String {
    page.wait_until("the widget gives up", "return probe.heard.some((e) => e.name === 'error')", json!([]));
    let errors = page.heard("error");
    assert_eq!((errors.len(), errors[0].1["code"].as_str()), (1, Some(code)), "{errors:?}");
    page.settle();
    let widget = Widget::first(page);
    let message = errors[0].1["message"].as_str().unwrap_or_default();
    let note = widget.text("[part=note]");
    assert!(message.len() > 20 && note.starts_with(message), "{code}: “{note}” is not “{message}”");
    assert_eq!(widget.count("[part=note] button"), 1, "{code}");
    let above: bool = page.js(
        "const own = document.querySelector('on-record p');
        return probe.seen(own) && probe.one(0, '[part=note]').getBoundingClientRect().bottom <= own.getBoundingClientRect().top",
        json!([]),
    );
    assert!(above, "{code}");
    note
}

#[test]
fn each_file_that_is_no_story_is_told_for_what_it_is() {
    let bytes = ferry().bytes;
    let changed = |at: usize| {
        let mut bytes = bytes.clone();
        bytes[at] ^= 0xff;
        bytes
    };
    let html = b"\n<!doctype html><title>Not found</title>".to_vec();
    let format = |format: u8| [&bytes[..8], &[format, 0, 0, 0], &bytes[12..]].concat();
    let cases = [
        ("/half.orb", bytes[..bytes.len() / 2].to_vec(), "truncated", "cut off"),
        ("/short.orb", bytes[..11].to_vec(), "truncated", "cut off"),
        ("/empty.orb", Vec::new(), "truncated", "cut off"),
        ("/long.orb", [&bytes[..], b"more"].concat(), "damaged", "damaged"),
        ("/changed.orb", changed(bytes.len() / 2), "damaged", "damaged"),
        ("/old.orb", format(0), "older", "older version"),
        ("/new.orb", format(200), "newer", "newer version"),
        ("/new-and-short.orb", format(200)[..30].to_vec(), "newer", "newer version"),
        ("/huge.orb", header(&bytes, 2 << 30), "large", "256 MB"),
        ("/zeros.orb", vec![0; 4096], "foreign", "not an On Record story"),
        ("/picture.orb", b"\x89PNG\r\n\x1a\n".to_vec(), "foreign", "not an On Record story"),
        ("/soft.orb", html.clone(), "page", "web page"),
        ("/page.html", html, "page", "web page"),
        ("/empty.html", Vec::new(), "page", "web page"),
    ];
    let page = Page::blank();
    for (path, bytes, code, part) in cases {
        let site = shows(Site::plan().file(path, bytes), path);
        page.visit(&site, "/shows.html");
        let note = told(&page, code);
        assert!(note.contains(part), "{path}: {note}");
    }
}

#[test]
fn an_address_that_leads_nowhere_is_told_as_such() {
    let page = Page::blank();
    for (src, code, part) in [
        ("/none.orb", "missing", "404"),
        ("http://[::1", "address", "http://[::1"),
        ("", "page", "web page"),
        ("http://127.0.0.1:9/story.orb", "network", "connection"),
        ("javascript:alert(1)", "network", "connection"),
    ] {
        let plan = Site::plan().header("Content-Security-Policy", "default-src * 'wasm-unsafe-eval' data:");
        let site = shows(plan, src);
        page.visit(&site, "/shows.html");
        let note = told(&page, code);
        assert!(note.contains(part), "{src}: {note}");
    }
}

#[test]
fn two_gigabytes_are_refused_before_they_come() {
    let bytes = ferry().bytes;
    let cases = [
        ("its length is too large", flow(Some(2 << 30), &bytes[..24], Rest::Zeros), "large"),
        ("its header says so", flow(None, &header(&bytes, 2 << 30), Rest::Zeros), "large"),
        ("it goes on after its end", flow(None, &bytes, Rest::Zeros), "damaged"),
        ("it does not begin as a story", flow(None, &[], Rest::Zeros), "foreign"),
    ];
    let page = Page::blank();
    for (what, flow, code) in cases {
        let site = shows(Site::plan().flow("/big.orb", flow), "/big.orb");
        page.visit(&site, "/shows.html");
        told(&page, code);
        let sent = site.sent("/big.orb");
        assert!(sent < ENDLESS_BYTES, "{what}: the browser took {sent} bytes");
    }
}

#[test]
fn a_story_that_is_cut_off_by_the_network_can_be_tried_again() {
    let bytes = ferry().bytes;
    let cut = flow(Some(bytes.len() as u64), &bytes[..100], Rest::Nothing);
    let page = Page::blank();
    let site = shows(Site::plan().flow("/cut.orb", cut), "/cut.orb");
    page.visit(&site, "/shows.html");
    told(&page, "network");
}

#[test]
fn trying_again_shows_a_story_that_has_come_since_and_keeps_the_focus() {
    let site = shows(Site::plan().late("/late.orb", ferry().bytes), "/late.orb");
    let page = Page::blank();
    page.visit(&site, "/shows.html");
    told(&page, "missing");
    let widget = Widget::first(&page);
    widget.click("[part=note] button");
    page.wait_until(
        "it gives up again",
        "return probe.heard.filter((e) => e.name === 'error').length === 2",
        json!([]),
    );
    site.go_on();
    widget.click("[part=note] button");
    page.wait_until_ready(0);
    assert!(widget.shows("#event-vote") && !widget.shows("[part=note] p"));
    assert!(page.js::<bool>("return probe.focused() === probe.one(0, 'section')", json!([])));
}

#[test]
fn a_story_that_takes_long_says_how_far_it_is_and_moves_nothing() {
    let bytes = ferry().bytes;
    let half = bytes.len() / 2;
    let slow = flow(None, &bytes[..half], Rest::Held(bytes[half..].to_vec()));
    let site = shows(Site::plan().file("/slow.html", "").flow("/slow.orb", slow), "/slow.orb");
    let page = Page::blank();
    page.visit(&site, "/shows.html");
    let widget = Widget::first(&page);
    let height = || page.js::<f64>("return probe.hosts()[0].offsetHeight", json!([]));
    let (before, notes) = (height(), widget.count("[part=note]"));
    assert_eq!(notes, 0, "nobody is told at once");
    widget.wait_for_text("output[part=note]", "Loading the story");
    let come: f64 =
        page.wait("half of it has come", "return Math.max(probe.one(0, 'progress').position, 0)", json!([]));
    assert!((0.3..0.7).contains(&come), "{come}");
    assert_eq!(height(), before);
    site.go_on();
    page.wait_until_ready(0);
    assert!(!widget.shows("[part=note] p"));
    page.assert_well();
}

#[test]
fn a_story_from_another_server_needs_its_permission_and_gets_no_cookies() {
    let bytes = ferry().bytes;
    let policy = "default-src 'self' http://127.0.0.1:* 'wasm-unsafe-eval' data:";
    let plan = || Site::plan().header("Content-Security-Policy", policy);
    let open = Site::plan().file("/story.orb", bytes.clone()).serve_alone();
    let closed = Site::plan().file("/story.orb", bytes).header("Access-Control-Allow-Origin", "https://example.org");
    let closed = closed.serve_alone();
    let page = Page::blank();
    let site = shows(plan(), "/none.orb");
    page.visit(&site, "/shows.html");
    // Cookies of a host hold for all of its ports.
    page.run_script("document.cookie = 'reader=one'", json!([]));
    let site = shows(plan(), &open.url("/story.orb"));
    page.go(&site, "/shows.html");
    assert!(site.asked().iter().any(|asked| asked.with_cookie), "the page itself gets them");
    assert_eq!(open.asked().iter().map(|asked| asked.with_cookie).collect::<Vec<_>>(), [false]);
    let site = shows(plan(), &closed.url("/story.orb"));
    page.visit(&site, "/shows.html");
    told(&page, "network");
    page.run_script("document.cookie = 'reader=; max-age=0'", json!([]));
}

#[test]
fn the_reader_is_told_in_the_language_of_the_element_else_of_the_page_also_when_it_changes() {
    let body = "<div lang=ru-RU><on-record src=/none.orb lang=de-AT><p>Eigene Worte.</p></on-record></div>";
    let site = Site::plan().page("/lang.html", body).serve();
    let page = Page::blank();
    page.visit(&site, "/lang.html");
    let widget = Widget::first(&page);
    widget.wait_for_text("[part=note]", "Noch einmal versuchen");
    let message = page.heard("error")[0].1["message"].as_str().unwrap_or_default().to_owned();
    assert!(message.contains("An ihrer Adresse ist nichts"), "{message}");
    for (lang, language, part) in [
        (Some("fr"), "fr", "Réessayer"),
        (Some("KO-kr"), "ko", "다시 시도"),
        (Some("cy"), "en", "Try again"),
        (Some("constructor"), "en", "Try again"),
        (None, "ru", "Попробовать ещё раз"),
    ] {
        page.run_script(
            "const [host, lang] = [probe.hosts()[0], arguments[0]];
            if (lang) host.setAttribute('lang', lang); else host.removeAttribute('lang')",
            json!([lang]),
        );
        assert!(widget.text("[part=note]").contains(part), "{lang:?}: {}", widget.text("[part=note]"));
        assert_eq!(widget.attributes("[part=note]", "lang"), [language]);
    }
}

#[test]
fn another_src_while_one_is_loading_gives_up_the_first() {
    let bytes = ferry().bytes;
    let endless = flow(None, &header(&bytes, 200 << 20), Rest::Zeros);
    let site = shows(plan_of(&ferry()).file("/first.html", "").flow("/first.orb", endless), "/first.orb");
    let page = Page::blank();
    page.visit(&site, "/shows.html");
    while !site.asked().iter().any(|asked| asked.path == "/first.orb") {
        page.settle();
    }
    page.run_script("probe.hosts()[0].setAttribute('src', '/story.orb')", json!([]));
    page.wait_until_ready(0);
    assert!(site.sent("/first.orb") < ENDLESS_BYTES);
    assert_eq!(page.heard("error"), []);
    page.assert_well();
}
