//! What is new, in pages that ask for it: since the last visit, and while the page is seen.

use on_record_tests::{
    Page, Site, Widget,
    flow::{Flow, Rest},
    record::{Compiled, compiled, said},
};
use serde_json::{Value, json};
use story::{Message, PLURAL_CATEGORIES};

/// What a later edition of the ferry has more.
const MORE: &str = "\n[[events]]\nid = \"sold\"\ntitle = \"The ferry is sold\"\ndate = \"2024-09-29\"\nlane = \"sea\"\n\
    accounts = [{ source = \"gazette-september\", says = \"Does not say to whom.\" }]\n";

fn earlier() -> Compiled {
    super::stories::ferry()
}

fn later() -> Compiled {
    compiled(&[include_str!("stories/ferry.toml"), MORE].concat())
}

/// A page without a story; both editions by names that never change, and the later one, once the test lets it go, by the name of the
/// newest.
fn site() -> Site {
    Site::plan()
        .file("/one.orb", earlier().bytes)
        .file("/two.orb", later().bytes)
        .flow("/newest.orb", Flow { declared_bytes: None, start: Vec::new(), rest: Rest::Held(later().bytes) })
        .page("/empty.html", "<main></main>")
        .serve()
}

/// Puts a story into the page, in which long pauses take no time, but for those by which WebKit's driver waits for the tests.
fn put(page: &Page, attributes: &str) {
    let script = "const wait = window.setTimeout;
        window.setTimeout = (act, ms) => wait(act, ms > 9_000 && ms < 40_000 ? 50 : ms);
        const host = document.createElement('on-record');
        for (const [name, value] of Object.entries(arguments[0])) host.setAttribute(name, value);
        document.querySelector('main').replaceChildren(host)";
    let attributes: Value = attributes.split(' ').map(|it| it.split_once('=').unwrap_or((it, ""))).map(owned).collect();
    let _: Value = page.js(script, json!([attributes]));
    page.wait_until_ready(0);
}

fn owned((name, value): (&str, &str)) -> (String, Value) {
    (name.to_owned(), json!(value))
}

fn opened(site: &Site, attributes: &str) -> Page {
    let page = Page::blank();
    page.visit(site, "/empty.html");
    put(&page, attributes);
    page
}

/// What is said of one new event, in the language of the story.
fn one(message: Message) -> String {
    let category = PLURAL_CATEGORIES.iter().position(|category| *category == "one").expect("a category");
    later().opened().phrase(message, category).replace("{n}", "1")
}

/// Presses the offer, and sees that it leads to the new event, which says so.
fn take(page: &Page) {
    let widget = Widget::first(page);
    widget.click(".news > button");
    let script = "const event = probe.one(0, '#event-sold');
        const { top, bottom } = event?.getBoundingClientRect() ?? {};
        return event !== null && event.querySelector('.new') !== null && bottom > 0 && top < innerHeight";
    page.wait_until("the new event is in the window", script, json!([]));
    assert_eq!(widget.texts(".new"), [said(&later().story, Message::IsNew)], "nothing else is new");
    assert_eq!(widget.count(".news > button"), 0, "the offer is gone");
}

#[test]
fn a_newer_story_is_offered_while_the_page_is_seen_and_nothing_moves_before_it_is_taken() {
    let site = site();
    let page = opened(&site, "live=15 loading=eager src=/one.orb fallback=/newest.orb");
    let widget = Widget::first(&page);
    let standing = || {
        page.js::<Value>("return [scrollY, probe.all(0, '.e').map((e) => e.getBoundingClientRect().top)]", json!([]))
    };
    let before = standing();
    site.go_on();
    let offer = one(Message::NewEvents);
    widget.wait_for_text(".news > button", &offer);
    assert_eq!(standing(), before, "nothing moves");
    take(&page);
    assert_eq!(page.js::<usize>("return localStorage.length", json!([])), 0, "nothing is kept");
    page.assert_well();
}

#[test]
fn a_story_that_is_still_the_newest_is_not_sent_again() {
    let site = Site::plan()
        .file("/one.orb", earlier().bytes)
        .file("/newest.orb", earlier().bytes)
        .header_for("/newest.orb", "ETag", "\"one\"")
        .header_for("/newest.orb", "Cache-Control", "no-cache")
        .page("/empty.html", "<main></main>")
        .serve();
    let page = opened(&site, "live=15 loading=eager src=/one.orb fallback=/newest.orb");
    let answers = || -> Vec<u16> {
        site.asked().iter().filter(|asked| asked.path == "/newest.orb").map(|asked| asked.status).collect()
    };
    page.wait_for(|| format!("it is asked for again: {:?}", answers()), || answers().len() > 1);
    assert_eq!(answers()[..2], [200, 304]);
    assert_eq!(Widget::first(&page).count(".news > *"), 0);
    page.assert_well();
}

#[test]
fn an_offer_can_be_put_away() {
    let site = site();
    site.go_on();
    let page = opened(&site, "live=15 loading=eager src=/one.orb fallback=/newest.orb");
    let widget = Widget::first(&page);
    widget.wait_for_text(".news > button", &one(Message::NewEvents));
    widget.click(".news > button:last-child");
    assert_eq!(widget.count(".news > *"), 0);
    assert_eq!(widget.count("#event-sold"), 0, "the story is as it was");
    page.assert_well();
}

#[test]
fn whoever_comes_back_is_told_what_is_new_since() {
    let site = site();
    let page = opened(&site, "remember loading=eager src=/one.orb");
    assert_eq!(Widget::first(&page).count(".news > *, .new"), 0, "at the first visit nothing is new");
    page.visit(&site, "/empty.html");
    put(&page, "remember loading=eager src=/two.orb");
    let widget = Widget::first(&page);
    widget.wait_for_text(".news > button", &one(Message::NewSinceVisit));
    take(&page);
    page.visit(&site, "/empty.html");
    put(&page, "remember loading=eager src=/two.orb");
    assert_eq!(Widget::first(&page).count(".news > *, .new"), 0, "now it is known");
    page.assert_well();
}

#[test]
fn a_page_that_does_not_ask_is_told_nothing_and_asks_nobody() {
    let site = site();
    site.go_on();
    let page = opened(&site, "loading=eager src=/one.orb fallback=/newest.orb");
    page.settle();
    assert!(site.asked().iter().all(|asked| !asked.path.ends_with("news.js") && asked.path != "/newest.orb"));
    assert_eq!(page.js::<usize>("return localStorage.length", json!([])), 0, "and keeps nothing");
    assert_eq!(Widget::first(&page).count(".news"), 0);
}
