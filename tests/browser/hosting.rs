//! What a host page does with the element: two of them, moved, removed, hidden, fed another story.

use on_record_tests::{Key, Page, Widget, record::default_story, widget::event};
use serde_json::{Value, json};

use super::stories::{TIMELINE, ferry, korean, plan_of, site_of};

fn run(page: &Page, script: &str) {
    page.run_script(script, json!([]));
}

#[test]
fn two_elements_each_have_a_selection_of_their_own() {
    let story = ferry();
    let site = plan_of(&story)
        .file("/other.orb", korean().bytes)
        .page(
            "/two.html",
            "<on-record src=story.orb view=timeline></on-record><on-record src=other.orb view=timeline></on-record>",
        )
        .serve();
    let page = Page::open(&site, "/two.html");
    page.wait_until_ready(1);
    let (one, two) = (Widget::nth(&page, 0), Widget::nth(&page, 1));
    one.click(&event("vote"));
    assert_eq!(one.open_events(), ["vote"]);
    two.click(&event("chulhang"));
    assert_eq!((one.open_events(), two.open_events()), (vec!["vote".to_owned()], vec!["chulhang".to_owned()]));
    one.search("boat");
    one.turn_to("quotes");
    two.look("quotes");
    assert_eq!(one.quotes().len(), 2);
    assert_eq!(two.quotes().len(), korean().story.quotes.len());
    one.turn_to("timeline");
    two.look("timeline");
    assert_eq!((one.open_events(), two.open_events()), (vec!["vote".to_owned()], vec!["chulhang".to_owned()]));
    let glue = site.asked().iter().filter(|asked| asked.path.ends_with(".wasm")).count();
    assert_eq!(glue, 1, "one module for all elements");
    page.assert_well();
}

#[test]
fn two_elements_with_the_same_story_have_a_selection_of_their_own() {
    let story = ferry();
    let site = plan_of(&story)
        .page(
            "/two.html",
            "<on-record src=story.orb view=timeline></on-record><on-record src=story.orb view=timeline></on-record>",
        )
        .serve();
    let page = Page::open(&site, "/two.html");
    page.wait_until_ready(1);
    let (one, two) = (Widget::nth(&page, 0), Widget::nth(&page, 1));
    let open = || [one.open_events().concat(), two.open_events().concat()];
    two.click(&event("petition"));
    assert_eq!(page.fragment(), "", "the address is the first element's");
    one.click(&event("storm"));
    assert_eq!(page.fragment(), "#or_event-storm");
    assert_eq!(open(), ["storm", "petition"]);
    page.back();
    page.wait_until("the first is back", "return location.hash === ''", json!([]));
    page.settle();
    assert_eq!(open(), ["vote", "petition"]);
    page.assert_well();
}

#[test]
fn the_address_is_that_of_the_first_element_in_the_page_whichever_loads_first() {
    let story = ferry();
    let site = plan_of(&story)
        .page(
            "/late.html",
            "<on-record src=none.orb view=timeline></on-record><on-record src=story.orb view=timeline></on-record>",
        )
        .serve();
    let page = Page::blank();
    page.visit(&site, "/late.html#or_event-storm");
    page.wait_until_ready(1);
    run(&page, "probe.hosts()[0].setAttribute('src', 'story.orb')");
    page.wait_until_ready(0);
    let (one, two) = (Widget::nth(&page, 0), Widget::nth(&page, 1));
    assert_eq!((one.open_events().concat().as_str(), two.open_events().concat().as_str()), ("storm", "vote"));
    two.click(&event("petition"));
    assert_eq!(page.fragment(), "#or_event-storm");
}

#[test]
fn a_move_within_the_page_keeps_all_that_the_reader_has_chosen() {
    let story = ferry();
    let site =
        plan_of(&story).page("/move.html", "<on-record src=story.orb view=timeline></on-record><main></main>").serve();
    let page = Page::open(&site, "/move.html");
    let widget = Widget::first(&page);
    widget.search("the");
    widget.click(&event("storm"));
    let chosen = || (widget.open_events(), widget.attributes(".e.miss", "id"), widget.text(".solo"));
    let before = chosen();
    assert!(!before.1.is_empty() && before.2.contains("A storm"), "{before:?}");
    run(&page, "document.querySelector('main').append(document.querySelector('on-record'))");
    assert_eq!(chosen(), before);
    widget.click(&event("vote"));
    assert_eq!(widget.open_events(), ["vote"]);
    assert_eq!(page.heard("ready").len(), 1, "it was drawn once");
    page.assert_well();
}

#[test]
fn a_removed_element_is_unmounted_and_one_put_back_draws_anew() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    run(&page, "window.kept = document.querySelector('on-record'); kept.remove()");
    page.wait_until("the widget is gone", "return !kept.shadowRoot.querySelector('.lens > *')", json!([]));
    run(&page, "location.hash = '#or_event-storm'; dispatchEvent(new Event('resize'))");
    assert_eq!(page.heard("select"), [], "a removed widget still listens");
    run(&page, "document.body.append(kept)");
    page.wait_until(
        "it is drawn again",
        "return probe.heard.filter((e) => e.name === 'ready').length === 2",
        json!([]),
    );
    assert_eq!(Widget::first(&page).at(), "storm");
    page.wait_until_ready(0);
    assert_eq!(Widget::first(&page).count(".or"), 1);
    page.assert_well();
}

#[test]
fn an_element_removed_while_it_loads_leaves_nothing_behind() {
    let story = ferry();
    let site = plan_of(&story).page("/empty.html", "<main></main>").serve();
    let page = Page::blank();
    page.visit(&site, "/empty.html");
    run(
        &page,
        "const e = document.createElement('on-record'); e.setAttribute('src', 'story.orb'); \
        window.kept = e; document.querySelector('main').append(e); requestAnimationFrame(() => e.remove())",
    );
    run(&page, "const e = document.createElement('on-record'); document.body.append(e)");
    page.wait_until_ready(0);
    assert!(page.js::<bool>("return !kept.shadowRoot.querySelector('section')", json!([])));
    page.assert_well();
}

/// Shows an element that was hidden when it loaded, and hides and shows it again.
fn assert_draws_when_shown(page: &Page, part: &str) {
    run(page, "document.querySelector('.away').classList.remove('away')");
    page.wait_until_ready(0);
    assert!(Widget::first(page).shows(part));
    run(page, "document.querySelector('div').classList.add('away')");
    run(page, "document.querySelector('div').classList.remove('away')");
    assert!(Widget::first(page).shows(part));
    assert_eq!(page.heard("ready").len(), 1, "ready is said once");
    page.assert_well();
}

#[test]
fn an_element_that_is_hidden_at_first_draws_when_it_is_shown() {
    let body = |attribute: &str| {
        format!("<div class=away><on-record src=story.orb {attribute}><p>Own words.</p></on-record></div>")
    };
    let site = plan_of(&ferry())
        .page("/lazy.html", &body(""))
        .page("/eager.html", &body("loading=eager view=timeline"))
        .serve();
    let page = Page::blank();
    page.visit(&site, "/lazy.html");
    page.settle();
    assert!(!site.asked().iter().any(|asked| asked.path == "/story.orb"), "what nobody sees is not loaded");
    assert_draws_when_shown(&page, "#event-vote");
    page.visit(&site, "/eager.html");
    page.wait_until("the widget waits", "return probe.hosts()[0].shadowRoot.querySelector('.lens > *')", json!([]));
    page.settle();
    assert_draws_when_shown(&page, &event("vote"));
}

#[test]
fn another_src_shows_another_story() {
    let story = ferry();
    let site = plan_of(&story).file("/other.orb", korean().bytes).serve();
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    run(&page, "document.querySelector('on-record').setAttribute('src', 'other.orb')");
    widget.wait_for_text("h2", &korean().story.title);
    assert_eq!(widget.count(".or"), 1, "the first story is gone");
    let embedded = default_story();
    run(&page, "document.querySelector('on-record').removeAttribute('src')");
    widget.wait_for_text("h2", &embedded.title);
    let said: Vec<Value> = page.heard("ready").into_iter().map(|(_, detail)| detail["story"].clone()).collect();
    assert_eq!(said, [story.story.id.as_str(), korean().story.id.as_str(), embedded.id.as_str()]);
    page.assert_well();
}

#[test]
fn the_wasm_is_valid_for_the_browser() {
    let site = on_record_tests::Site::of_dist();
    let page = Page::open(&site, "/");
    let valid: bool = page.wait(
        "the wasm is checked",
        "window.checked ??= fetch('widget/on-record_bg.wasm').then((r) => r.arrayBuffer())
            .then((bytes) => { window.valid = WebAssembly.validate(bytes); window.done = true; });
        return window.done && window.valid",
        json!([]),
    );
    assert!(valid);
}

#[test]
fn a_listener_of_the_page_that_throws_breaks_nothing() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    run(&page, "addEventListener('on-record:select', () => { throw new Error('of the page') })");
    widget.click(&event("storm"));
    assert_eq!(widget.open_events(), ["storm"]);
    widget.focus_timeline();
    page.press(Key::ESCAPE);
    assert_eq!(widget.open_events(), ["vote"]);
    widget.click(&event("petition"));
    assert_eq!(widget.open_events(), ["petition"]);
    assert_eq!(page.heard("error"), []);
}
