//! The element itself: when it loads, what its attributes do while it is shown, how it is put in, and how it gives up.

use on_record_tests::{
    Page, Site, Widget,
    flow::{Flow, Rest},
    record::default_story,
    site::{Plan, built},
    widget::event,
};
use serde_json::{Value, json};

use super::stories::{INLINE, TIMELINE, ferry, korean, plan_of, site_of};

const WASM: &str = "/widget/on-record_bg.wasm";

const FAR: &str = "<div class=filler></div><div class=filler></div><div class=filler></div>";

fn run(page: &Page, script: &str) {
    page.run_script(script, json!([]));
}

/// Whether a file of the widget, or a story, was asked for.
fn was_asked(site: &Site, path: &str) -> bool {
    site.asked().iter().any(|asked| asked.path == path)
}

/// Whether an event stands in the window.
fn is_in_view(page: &Page, id: &str) -> bool {
    let script = "const { top, bottom } = probe.one(0, `#event-${arguments[0]}`).getBoundingClientRect();
        return top >= 0 && top < innerHeight && bottom > top";
    page.js(script, json!([id]))
}

/// A page whose element stands three windows below.
fn far(attributes: &str) -> Site {
    let body = format!("{FAR}<on-record src=/story.orb {attributes}><p>Own words.</p></on-record>");
    plan_of(&ferry()).page("/far.html", &body).serve()
}

#[test]
fn an_element_far_below_loads_nothing_until_the_reader_comes_near() {
    let site = far("");
    let page = Page::blank();
    page.visit(&site, "/far.html");
    page.settle();
    assert!(was_asked(&site, "/on-record.js"));
    assert!(!was_asked(&site, "/widget/element.js") && !was_asked(&site, "/story.orb"));
    run(&page, "scrollTo(0, 5000)");
    page.wait_until_ready(0);
    assert!(page.js::<bool>("return probe.hosts()[0].getBoundingClientRect().top > innerHeight", json!([])));
    page.assert_well();
}

#[test]
fn an_eager_element_loads_however_far_it_is_also_when_it_becomes_so() {
    let site = far("loading=eager");
    let page = Page::open(&site, "/far.html");
    page.assert_well();
    let site = far("");
    page.visit(&site, "/far.html");
    page.settle();
    assert!(!was_asked(&site, "/widget/element.js"));
    run(&page, "probe.hosts()[0].setAttribute('loading', 'eager')");
    page.wait_until_ready(0);
}

#[test]
fn a_link_into_the_story_loads_it_wherever_it_stands() {
    let site = far("");
    let page = Page::open(&site, "/far.html#or_event-storm");
    assert_eq!(Widget::first(&page).at(), "storm");
    assert!(is_in_view(&page, "storm"), "the link leads there");
    let top = || page.js::<f64>("return Math.abs(probe.hosts()[0].getBoundingClientRect().top)", json!([]));
    run(&page, "scrollTo(0, 300)");
    page.reload();
    assert!(top() > 2000.0, "who reads elsewhere is left there: {}", top());
    page.visit(&site, "/far.html?again");
    page.settle();
    assert_eq!(page.heard("ready"), []);
    run(&page, "location.hash = '#or_event-petition'");
    page.wait_until_ready(0);
    assert_eq!(Widget::first(&page).at(), "petition");
    assert!(is_in_view(&page, "petition"));
}

#[test]
fn a_link_of_the_page_into_the_story_leads_there_before_and_after_it_has_loaded() {
    let body = format!(
        "<a id=one href='#or_event-storm'>One</a> <a id=two href='/linked.html#or_event-petition'>Two</a>
        <a id=own href='#top'>Own</a> <a id=tab href='#or_event-vote' target=tab>Tab</a>
        {FAR}<on-record src=/story.orb><p>Own words.</p></on-record>"
    );
    let site = plan_of(&ferry()).page("/linked.html", &body).serve();
    let page = Page::blank();
    page.visit(&site, "/linked.html");
    page.settle();
    let top = || page.js::<f64>("return Math.abs(probe.hosts()[0].getBoundingClientRect().top)", json!([]));
    let follow = |id: &str| {
        run(&page, "scrollTo(0, 0)");
        assert!(top() > 2000.0);
        run(&page, &format!("document.getElementById('{id}').click()"));
    };
    run(&page, "addEventListener('click', (e) => (e.target.target || e.ctrlKey) && e.preventDefault())");
    for other in ["own", "tab"] {
        follow(other);
        assert!(top() > 2000.0, "{other}: other links lead where they led");
    }
    run(
        &page,
        "document.getElementById('one').dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true }))",
    );
    assert!(top() > 2000.0, "a link that is opened elsewhere moves nothing here");
    for (id, event) in [("one", "storm"), ("two", "petition")] {
        follow(id);
        page.wait_until_ready(0);
        page.settle();
        assert_eq!(Widget::first(&page).at(), event);
        assert!(is_in_view(&page, event), "{id} leads there");
    }
}

#[test]
fn an_element_that_comes_back_from_another_document_is_drawn_with_its_style() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    let before = Widget::first(&page).style("section", "font-family");
    run(
        &page,
        "const host = probe.hosts()[0], place = host.parentElement; probe.heard.length = 0;
        document.implementation.createHTMLDocument('').body.append(host); place.append(host)",
    );
    page.wait_until_ready(0);
    page.settle();
    assert_eq!(Widget::first(&page).style("section", "font-family"), before);
    assert_eq!(page.js::<String>("return getComputedStyle(probe.hosts()[0]).display", json!([])), "flow-root");
    page.assert_well();
}

#[test]
fn a_fetch_of_the_pages_own_is_taken_for_what_it_gives() {
    let kinds = [
        "new Proxy(it, { get: (it, name) => (typeof it[name] === 'function' ? it[name].bind(it) : it[name]) })",
        "({ ok: true, status: 200, url: it.url, headers: it.headers, arrayBuffer: () => it.arrayBuffer() })",
    ];
    let body = "<on-record base='' src=/story.orb><p>Own words.</p></on-record>";
    let plan = kinds.iter().enumerate().fold(plan_of(&ferry()).header(INLINE.0, INLINE.1), |plan, (at, kind)| {
        let scripts = format!(
            "<script>const own = fetch; window.fetch = async (...what) => {{ const it = await own(...what); return {kind} }}</script>
            <script type=module src=/on-record.js></script>"
        );
        plan.page_with(&format!("/{at}.html"), &scripts, body)
    });
    let site = plan.serve();
    for (at, kind) in kinds.iter().enumerate() {
        let page = Page::blank();
        page.visit(&site, &format!("/{at}.html"));
        page.wait_until("it draws, or tells why not", "return probe.heard.length > 0", json!([]));
        assert_eq!(page.heard("error"), [], "{kind}");
        page.assert_well();
    }
}

#[test]
fn what_the_note_needs_and_a_page_has_broken_keeps_no_error_back() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    page.wait_until_ready(0);
    run(
        &page,
        "Element.prototype.setAttribute = document.createElement = Node.prototype.insertBefore = () => { throw new Error('x') };
        probe.one(0, '[data-tool=search]').click();
        const field = probe.one(0, '.seek input');
        field.value = 't'; field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))",
    );
    page.wait_until("it is told", "return probe.heard.some(({ name }) => name === 'error')", json!([]));
    assert_eq!(page.heard("error").len(), 1);
    assert!(Widget::first(&page).shows("#event-vote"), "the story stays");
}

#[test]
fn a_removed_element_that_has_not_loaded_waits_for_nothing_any_more() {
    let site = far("");
    let page = Page::blank();
    page.visit(&site, "/far.html");
    run(&page, "window.kept = probe.hosts()[0]; kept.remove(); scrollTo(0, 1e6)");
    run(&page, "location.hash = '#or_event-storm'");
    run(&page, "kept.setAttribute('src', '/other.orb'); kept.setAttribute('loading', 'eager')");
    page.settle();
    assert!(!was_asked(&site, "/widget/element.js"));
    page.assert_well();
}

#[test]
fn a_classic_script_does_as_well_from_wherever_it_comes() {
    let story = ferry();
    let element = "<on-record src=/story.orb></on-record>";
    let other = Site::plan().serve();
    let scripts = |from: &str| format!("<script src='{from}/on-record.js' async></script>");
    let site = plan_of(&story)
        .header("Content-Security-Policy", "default-src 'self' http://127.0.0.1:* data: 'wasm-unsafe-eval'")
        .page_with("/own.html", &scripts(""), element)
        .page_with("/other.html", &scripts(&other.url("")), element)
        .serve();
    let page = Page::open(&site, "/own.html");
    page.go(&site, "/other.html");
    assert!(Widget::first(&page).shows("#event-vote"));
    assert!(was_asked(&other, "/widget/on-record_bg.wasm"), "{:?}", other.asked());
    page.assert_well();
}

#[test]
fn a_script_that_was_moved_finds_the_widget_where_the_page_says() {
    let own_names = "const here = 1, load = 2, first = 3, stories = 4, lead = 5, owner = 6;";
    let loader = String::from_utf8(built("/on-record.js")).expect("a script");
    let combined = format!("{own_names}\n{loader}\nwindow.combined = true;");
    let page_of = |scripts: &str, attributes: &str| {
        (
            scripts.to_owned(),
            format!("<on-record src=/story.orb loading=eager {attributes}><p>Own words.</p></on-record>"),
        )
    };
    let evaluated = "<script>fetch('/cache/all.js').then((all) => all.text()).then((all) => (0, eval)(all))</script>";
    let moved = "<script defer src=/cache/all.js></script>";
    let inlined = format!("<script>{}</script>", loader.replace("</script", "<\\/script"));
    let cases = [
        page_of(moved, "base=/"),
        page_of(moved, "base=.."),
        page_of(&inlined, "base=/"),
        page_of(evaluated, "base=/"),
        page_of(moved, ""),
    ];
    let plan = plan_of(&ferry())
        .header("Content-Security-Policy", "default-src 'self' data: 'unsafe-inline' 'unsafe-eval'")
        .file("/cache/all.js", combined);
    let site = cases
        .iter()
        .enumerate()
        .fold(plan, |plan, (at, (scripts, body))| plan.page_with(&format!("/pages/{at}.html"), scripts, body));
    let site = site.serve();
    let page = Page::blank();
    for at in 0..4 {
        page.go(&site, &format!("/pages/{at}.html"));
        assert!(Widget::first(&page).shows("#event-vote"), "{at}");
        page.assert_well();
    }
    page.visit(&site, "/pages/4.html");
    assert_eq!(trouble(&page).0, "widget");
    assert!(page.js::<bool>("return probe.seen(document.querySelector('on-record p'))", json!([])));
    let said = page.console().concat();
    assert!(said.contains("on-record base="), "the console says what helps: {said}");
}

#[test]
fn a_second_copy_of_the_script_harms_nobody() {
    let story = ferry();
    let scripts = "<script type=module src=/on-record.js></script><script type=module src=/on-record.js?2></script>\
        <script src=/on-record.js?3></script>";
    let site = plan_of(&story).page_with("/twice.html", scripts, "<on-record src=/story.orb></on-record>").serve();
    let page = Page::open(&site, "/twice.html");
    page.settle();
    assert_eq!(page.heard("ready").len(), 1);
    page.assert_well();
}

#[test]
fn room_is_kept_for_the_widget_where_a_height_is_asked_for() {
    let site = far("height=700");
    let page = Page::blank();
    page.visit(&site, "/far.html");
    let height = || page.js::<f64>("return probe.hosts()[0].offsetHeight", json!([]));
    assert_eq!(height(), 700.0);
    for (asked, given) in [("25em", 400.0), ("320px", 320.0), ("1e9 };", 0.0), ("-3", 0.0), ("450", 450.0)] {
        run(&page, &format!("probe.hosts()[0].setAttribute('height', {})", json!(asked)));
        assert!(if given > 0.0 { height() == given } else { height() < 100.0 }, "{asked}: {}", height());
    }
    run(&page, "probe.hosts()[0].removeAttribute('height')");
    assert!(height() < 100.0);
    page.assert_well();
}

#[test]
fn view_and_theme_may_change_while_a_story_is_shown() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    page.prefer("light");
    let widget = Widget::first(&page);
    let paper = |widget: &Widget<'_>| widget.style("section", "background-color");
    let light = paper(&widget);
    run(&page, "probe.hosts()[0].setAttribute('theme', 'dark')");
    assert_ne!(paper(&widget), light);
    run(&page, "probe.hosts()[0].removeAttribute('theme')");
    assert_eq!(paper(&widget), light);
    for (view, part) in
        [("timeline", "[part~=axis]"), ("quotes", "[part~=quotes]"), ("list", ".story"), ("story", ".story")]
    {
        run(&page, &format!("probe.hosts()[0].setAttribute('view', '{view}')"));
        assert!(widget.shows(part), "{view}");
        let current = if view == "list" { "story" } else { view };
        assert_eq!(widget.attributes(".or, .v[aria-current]", "data-view"), [current, current]);
    }
    assert_eq!(page.heard("ready").len(), 1);
    page.assert_well();
}

#[test]
fn the_widget_takes_the_place_of_the_pages_own_words_in_one_frame() {
    let story = ferry();
    let held = Flow { declared_bytes: None, start: Vec::new(), rest: Rest::Held(story.bytes.clone()) };
    let body = "<on-record src=/held.orb><p>Own words.</p></on-record><p>What follows.</p>";
    let site = Site::plan().flow("/held.orb", held).page("/held.html", body).serve();
    let page = Page::blank();
    page.visit(&site, "/held.html");
    run(
        &page,
        "const host = probe.hosts()[0];
        window.frames_seen = [];
        (function look() {
            const own = probe.seen(host.firstElementChild);
            const widget = probe.all(0, 'section').some(probe.seen);
            frames_seen.push([own, widget, host.offsetHeight]);
            requestAnimationFrame(look);
        })()",
    );
    site.go_on();
    page.wait_until_ready(0);
    page.settle();
    let seen: Vec<(bool, bool, f64)> = page.js("return frames_seen", json!([]));
    let before = seen[0].2;
    let after = seen[seen.len() - 1].2;
    assert!(seen.iter().all(|(own, widget, _)| own != widget), "either the one or the other: {seen:?}");
    assert!(seen.iter().all(|(own, _, height)| *height == if *own { before } else { after }), "{seen:?}");
    page.assert_well();
}

#[test]
fn another_story_takes_the_place_of_the_first_when_it_has_drawn() {
    let story = ferry();
    let held = Flow { declared_bytes: None, start: Vec::new(), rest: Rest::Held(korean().bytes) };
    let site = plan_of(&story).flow("/held.orb", held).serve();
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    run(&page, "probe.hosts()[0].setAttribute('src', 'held.orb')");
    assert!(widget.shows("#event-vote"), "the first story stays until then");
    site.go_on();
    widget.wait_for_text("h2", &korean().story.title);
    assert_eq!(widget.count(".or"), 1);
    assert_eq!(page.heard("ready").len(), 2);
    run(&page, "probe.hosts()[0].setAttribute('src', 'none.orb')");
    page.wait_until("it gives up", "return probe.heard.some((e) => e.name === 'error')", json!([]));
    assert_eq!(widget.count(".or"), 0, "a story that is not asked for any more goes");
    assert!(page.js::<bool>("return probe.seen(document.querySelector('on-record p'))", json!([])));
}

#[test]
fn where_browsers_can_move_elements_as_they_are_the_widget_goes_along() {
    let site = plan_of(&ferry())
        .page("/move.html", "<on-record src=story.orb view=timeline></on-record><main></main>")
        .serve();
    let page = Page::open(&site, "/move.html");
    let widget = Widget::first(&page);
    widget.click(&event("storm"));
    run(&page, "const main = document.querySelector('main'); main.moveBefore?.(probe.hosts()[0], null)");
    widget.click(&event("vote"));
    assert_eq!((widget.open_events(), page.heard("ready").len()), (vec!["vote".to_owned()], 1));
}

#[test]
fn an_element_removed_before_it_can_say_what_is_wrong_is_left_empty() {
    let site = Site::plan().page("/none.html", "<on-record src=/none.orb><p>Own words.</p></on-record>").serve();
    let page = Page::blank();
    page.devtools("Network.enable", &json!({}));
    let slow = json!({ "offline": false, "latency": 1_000, "downloadThroughput": -1, "uploadThroughput": -1 });
    page.devtools("Network.emulateNetworkConditions", &slow);
    page.visit(&site, "/none.html");
    run(&page, "window.kept = probe.hosts()[0]");
    let has_come = "return performance.getEntriesByType('resource').some(({ name }) => name.endsWith(arguments[0]))";
    page.wait_until("the story is missing", has_come, json!(["/none.orb"]));
    run(&page, "kept.remove()");
    page.wait_until("what says so has come", has_come, json!(["/note.js"]));
    page.settle();
    let left: Vec<String> = page.js("return [...kept.shadowRoot.children].map((child) => child.localName)", json!([]));
    assert_eq!(left, ["slot"]);
    assert_eq!(page.heard("error"), []);
}

/// Waits until the element has given up, and says why it did, and what it tells the reader.
fn trouble(page: &Page) -> (String, Vec<String>) {
    page.wait_until("the widget gives up", "return probe.heard.some((e) => e.name === 'error')", json!([]));
    let errors = page.heard("error");
    assert_eq!(errors.len(), 1, "{errors:?}");
    let code = errors[0].1["code"].as_str().unwrap_or_default().to_owned();
    page.settle();
    (code, Widget::first(page).texts("[part=note]"))
}

/// The page of a story whose element holds words of its own, and one whose element holds nothing; there is a bundle alone.
fn with_and_without_words() -> Plan {
    plan_of(&ferry()).page("/bare.html", "<on-record src=story.orb></on-record>").without("/story.html")
}

#[test]
fn where_wasm_is_forbidden_the_pages_own_words_stand_alone_and_an_empty_element_says_why() {
    let policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:; connect-src 'self'";
    let site = with_and_without_words().header("Content-Security-Policy", policy).serve();
    let page = Page::blank();
    page.visit(&site, "/");
    assert_eq!(trouble(&page), ("blocked".to_owned(), vec![String::new()]));
    assert!(page.js::<bool>("return probe.seen(document.querySelector('on-record p'))", json!([])));
    page.visit(&site, "/bare.html");
    let (code, notes) = trouble(&page);
    assert_eq!(code, "blocked");
    assert!(notes.concat().contains("WebAssembly"), "{notes:?}");
    assert_eq!(Widget::first(&page).count("[part=note] button"), 0, "there is no use in trying again");
}

#[test]
fn a_browser_without_wasm_shows_the_pages_own_words() {
    let site = with_and_without_words().serve();
    let page = Page::blank();
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": "delete window.WebAssembly" }));
    page.visit(&site, "/");
    assert_eq!(trouble(&page).0, "blocked");
    assert!(page.js::<bool>("return probe.seen(document.querySelector('on-record p'))", json!([])));
    let complaints: Vec<Value> = page.js("return probe.complaints", json!([]));
    assert_eq!(complaints, Vec::<Value>::new());
}

#[test]
fn a_wasm_that_is_damaged_or_missing_did_not_come() {
    let page = Page::blank();
    for bytes in [b"\0asm\x01\0\0\0\x63".to_vec(), Vec::new()] {
        let site = with_and_without_words().file(WASM, bytes).serve();
        page.visit(&site, "/");
        assert_eq!(trouble(&page).0, "widget", "what is damaged is not forbidden");
    }
    let site = with_and_without_words().without(WASM).serve();
    page.visit(&site, "/");
    let (code, notes) = trouble(&page);
    assert_eq!((code.as_str(), notes.concat().is_empty()), ("widget", false));
}

#[test]
fn a_server_that_does_not_know_wasm_serves_it_all_the_same() {
    let untyped = Flow { declared_bytes: None, start: built(WASM), rest: Rest::Nothing };
    let site = plan_of(&ferry()).flow(WASM, untyped).serve();
    let page = Page::open(&site, "/");
    page.assert_well();
}

#[test]
fn without_what_the_loader_loads_the_pages_own_words_stay() {
    for path in ["/widget/element.js", "/widget/note.js"] {
        let site = plan_of(&ferry()).without(path).page("/bad.html", "<on-record src=none.orb><p>Own.</p></on-record>");
        let site = site.serve();
        let page = Page::blank();
        page.visit(&site, "/bad.html");
        let (_, notes) = trouble(&page);
        assert_eq!(notes.concat(), "", "{path}");
        assert!(page.js::<bool>("return probe.seen(document.querySelector('on-record p'))", json!([])), "{path}");
        let complaints: Vec<Value> = page.js("return probe.complaints", json!([]));
        assert_eq!(complaints, Vec::<Value>::new(), "{path}");
    }
}

#[test]
fn a_widget_that_dies_leaves_the_story_to_be_read() {
    let site = plan_of(&ferry()).page("/bare.html", "<on-record src=story.orb loading=eager></on-record>").serve();
    let page = Page::blank();
    // A node that the browser refuses is a panic.
    let die = "Node.prototype.insertBefore = () => { throw new Error('refused') };
        const field = probe.one(0, 'input[type=search]');
        field.value = 'e'; field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))";
    for path in ["/", "/bare.html", TIMELINE, "/"] {
        page.go(&site, path);
        run(&page, die);
        let (code, notes) = trouble(&page);
        assert_eq!((code.as_str(), notes.concat().as_str()), ("stopped", ""), "{path}");
        let widget = Widget::first(&page);
        assert_eq!(widget.count(".lens > *, .key > *, .miss, .solo, .seeking"), 0, "{path}: nothing of it is left");
        assert_eq!(widget.attributes(".or, .v[aria-current]", "data-view"), ["story", "story"], "{path}");
        let first = widget.at();
        widget.click("[data-tool=next]");
        assert_ne!(widget.at(), first, "{path}: the story is read on");
        widget.click("a[data-view=timeline]");
        widget.wait_for_text("[part=note]", "Reload the page");
        assert_eq!(page.heard("error").len(), 1, "{path}: it is told once");
        assert_eq!(widget.attributes(".or", "data-view"), ["story"]);
    }
}

#[test]
fn a_view_that_could_not_come_is_fetched_again_by_the_next_press() {
    let site = plan_of(&ferry()).serve();
    let page = Page::blank();
    page.devtools("Network.enable", &json!({}));
    page.devtools("Network.setBlockedURLs", &json!({ "urls": [format!("*{WASM}")] }));
    page.visit(&site, "/");
    page.wait_until_readable(0);
    let widget = Widget::first(&page);
    widget.click("a[data-view=timeline]");
    widget.wait_for_text("[part=note]", "Try again");
    assert_eq!(widget.count("[data-coming]"), 0);
    page.devtools("Network.setBlockedURLs", &json!({ "urls": [] }));
    widget.look("timeline");
    assert!(widget.count("[part~=axis]") > 0);
    assert_eq!(widget.text("[part=note]"), "");
}

#[test]
fn the_story_that_was_compiled_in_stands_in_the_wasm_once_and_in_a_section_of_its_own() {
    let site = Site::of_dist();
    let page = Page::open(&site, "/");
    let story = compile::bundle(&default_story());
    page.wait_until(
        "the section has the story",
        "window.lengths ??= WebAssembly.compileStreaming(fetch('/widget/on-record_bg.wasm')).then((module) => {
            window.lengths = WebAssembly.Module.customSections(module, 'on-record-story').map((s) => s.byteLength);
        });
        return String(lengths) === String(arguments[0])",
        json!([story.len()]),
    );
    let wasm = built(WASM);
    assert_eq!(wasm.windows(story.len()).filter(|part| *part == story).count(), 1);
}

#[test]
fn trying_again_may_mend_a_widget_that_did_not_come() {
    let site = with_and_without_words().serve();
    let page = Page::blank();
    page.devtools("Network.enable", &json!({}));
    for path in [WASM, "/widget/on-record.js"] {
        page.devtools("Network.setBlockedURLs", &json!({ "urls": [format!("*{path}")] }));
        page.visit(&site, "/");
        assert_eq!(trouble(&page).0, "widget", "{path}");
        page.devtools("Network.setBlockedURLs", &json!({ "urls": [] }));
        Widget::first(&page).click("[part=note] button");
        page.wait_until_ready(0);
    }
}
