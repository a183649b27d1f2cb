//! A story in a frame: as high as what is in it, with links that lead in and out, in a sandbox or not.

use on_record_tests::{Page, Site, site::Plan};
use serde_json::json;

use super::stories::{ferry, plan_of};

/// The scripts of a page around a frame.
const HOST: &str = "<script src=/host.js defer></script>";
/// The scripts of a page in a frame.
const FRAMED: &str = "<script src=/frame.js defer></script><script type=module src=/on-record.js></script>";

/// The event that a widget in a frame has open, and whether it has drawn.
const OPEN: &str = "return document.querySelector('on-record')?.shadowRoot
    ?.querySelector('[data-event][aria-current=true],[data-event][aria-expanded=true]')?.dataset.event";

fn framed(plan: Plan) -> Plan {
    plan.page_with("/framed.html", FRAMED, "<on-record src=/story.orb view=timeline><p>Own words.</p></on-record>")
}

/// A page with a frame of these attributes.
fn around(attributes: &str) -> Site {
    let body = format!(
        "<h2 id=comments>Comments</h2><iframe data-on-record width=800 src=/framed.html {attributes}></iframe>"
    );
    framed(plan_of(&ferry())).page_with("/around.html", HOST, &body).serve()
}

const SANDBOXED: &str = "sandbox=allow-scripts";

fn wait_until_open(page: &Page, event: &str) {
    page.in_frame(0, |page| {
        let script = format!("{}; return open === arguments[0]", OPEN.replacen("return", "const open =", 1));
        // What is in the frame may not have come as far yet.
        page.wait_across_loads(&format!("{event} is open in the frame"), &script, json!([event]));
    });
}

/// Waits until the timeline in the frame is drawn; the event that the story opens with stands below it at first.
fn wait_until_drawn(page: &Page) {
    page.in_frame(0, |page| {
        let script = "const root = document.querySelector('on-record')?.shadowRoot;
            return root?.querySelector('[part~=timeline] [data-event][aria-current=true]')?.dataset.event === 'vote'";
        page.wait_across_loads("the timeline is drawn in the frame", script, json!([]));
    });
}

fn press(page: &Page, event: &str) {
    page.in_frame(0, |page| {
        let script = "document.querySelector('on-record').shadowRoot.querySelector(arguments[0]).click()";
        page.js::<()>(script, json!([format!("[data-event='{event}']")]));
    });
    page.settle();
}

/// How high the frame is, and how high what is in it, px.
fn heights(page: &Page) -> (f64, f64) {
    let frame = page.js("return document.querySelector('iframe').clientHeight", json!([]));
    let inside =
        page.in_frame(0, |page| page.js("return document.documentElement.getBoundingClientRect().height", json!([])));
    (frame, inside)
}

fn wait_until_fitting(page: &Page, than: &str, before: f64) {
    let script = "const now = document.querySelector('iframe').clientHeight;
        return arguments[0] === 'higher' ? now > arguments[1] : now < arguments[1]";
    page.wait_until(&format!("the frame is {than}"), script, json!([than, before]));
    page.settle();
}

#[test]
fn a_frame_is_as_high_as_what_is_in_it_and_follows() {
    for attributes in ["", SANDBOXED] {
        let site = around(attributes);
        let page = Page::blank();
        page.visit(&site, "/around.html");
        wait_until_drawn(&page);
        wait_until_fitting(&page, "higher", 400.0);
        // What the frame says of its last height may still be on its way.
        let fits = || {
            let (frame, inside) = heights(&page);
            frame == inside.ceil()
        };
        page.wait_for(|| format!("the frame fits: {attributes}: {:?}", heights(&page)), fits);
        let (frame, _) = heights(&page);
        page.in_frame(0, |page| {
            let grow = "document.querySelector('on-record').style.paddingBlockEnd = '333px'";
            page.run_script(grow, json!([]));
        });
        wait_until_fitting(&page, "higher", frame + 300.0);
        let shrink = "document.querySelector('on-record').style.paddingBlockEnd = ''";
        page.in_frame(0, |page| page.run_script(shrink, json!([])));
        wait_until_fitting(&page, "lower", frame + 300.0);
        // Browsers round the lengths in a frame by where it stands.
        let (again, _) = heights(&page);
        assert!((again - frame).abs() < 2.0, "{attributes}: {again} px, and {frame} px before");
        page.assert_well();
    }
}

#[test]
fn a_frame_asks_for_no_more_than_a_page_can_bear() {
    let site = around("");
    let page = Page::blank();
    page.visit(&site, "/around.html");
    wait_until_drawn(&page);
    let grow = "document.querySelector('on-record').style.paddingBlockEnd = '90000px'";
    page.in_frame(0, |page| page.run_script(grow, json!([])));
    wait_until_fitting(&page, "higher", 10_000.0);
    assert_eq!(heights(&page).0, 60_000.0);
}

#[test]
fn a_link_leads_into_the_frame_and_what_is_opened_there_into_the_address() {
    for attributes in ["", SANDBOXED] {
        let site = around(attributes);
        let page = Page::blank();
        page.visit(&site, "/around.html#or_event-storm");
        wait_until_open(&page, "storm");
        press(&page, "petition");
        wait_until_open(&page, "petition");
        assert_eq!(page.fragment(), "#or_event-petition", "{attributes}");
        page.run_script("location.hash = '#or_event-works'", json!([]));
        wait_until_open(&page, "works");
        page.run_script("location.hash = '#comments'", json!([]));
        assert_eq!(page.fragment(), "#comments", "{attributes}: an anchor of the page is left alone");
        wait_until_open(&page, "works");
        page.assert_well();
    }
}

#[test]
fn a_frame_that_leaves_the_address_alone_writes_and_reads_nothing_of_it() {
    let site = around("data-permalink=none");
    let page = Page::blank();
    page.visit(&site, "/around.html#or_event-storm");
    wait_until_drawn(&page);
    press(&page, "petition");
    wait_until_open(&page, "petition");
    assert_eq!(page.fragment(), "#or_event-storm", "nothing is written");
    let told = "return document.querySelector('on-record').getAttribute('canonical')";
    let canonical = page.in_frame(0, |page| page.js::<Option<String>>(told, json!([])));
    assert_eq!(canonical, None, "a link to a place that this page does not lead to would lead nowhere");
    page.assert_well();
}

#[test]
fn a_frame_without_an_address_of_its_own_is_as_high_as_what_is_in_it() {
    let inside = format!("{FRAMED}<on-record src=/story.orb view=timeline></on-record>").replace('"', "&quot;");
    let body = format!("<iframe data-on-record width=800 srcdoc=\"{inside}\"></iframe>");
    let site = plan_of(&ferry()).page_with("/around.html", HOST, &body).serve();
    let page = Page::blank();
    page.visit(&site, "/around.html");
    wait_until_drawn(&page);
    wait_until_fitting(&page, "higher", 400.0);
    page.assert_well();
}

#[test]
fn back_leads_back_in_the_frame_and_in_the_address() {
    for attributes in ["", SANDBOXED] {
        let site = around(attributes);
        let page = Page::blank();
        page.visit(&site, "/around.html");
        wait_until_drawn(&page);
        press(&page, "storm");
        wait_until_open(&page, "storm");
        assert_eq!(page.fragment(), "#or_event-storm", "{attributes}");
        // A driver may wait for a page to load, and none does; and what it draws meanwhile may be gone.
        page.js::<()>("history.back()", json!([]));
        page.wait_across_loads("the address is back", "return location.hash === ''", json!([]));
        wait_until_drawn(&page);
        assert_eq!(page.fragment(), "", "{attributes}");
    }
}

#[test]
fn a_link_wakes_a_lazy_frame_and_scrolls_to_it() {
    let far = "<div class=filler></div><div class=filler></div><div class=filler></div>";
    let link = "<a href='#or_event-petition'>The petition</a>";
    let body = format!("{link}{far}<iframe data-on-record width=800 src=/framed.html loading=lazy></iframe>{far}");
    let site = framed(plan_of(&ferry())).page_with("/far.html", HOST, &body).serve();
    let page = Page::blank();
    page.visit(&site, "/far.html#or_event-storm");
    wait_until_open(&page, "storm");
    let in_window = |[_, top, _, bottom]: [f64; 4]| top >= 0.0 && bottom < 900.0;
    wait_until_placed(&page, "#event-storm", "is in the window", in_window);
    let scroll = |page: &Page| page.js::<f64>("return scrollY", json!([]));
    page.run_script("dispatchEvent(new WheelEvent('wheel')); scrollTo(0, 300)", json!([]));
    page.in_frame(0, |page| {
        page.js::<()>("window.isBefore = true; location.reload()", json!([]));
        page.wait_across_loads("the frame is there again", "return !window.isBefore", json!([]));
    });
    wait_until_open(&page, "storm");
    page.settle();
    assert_eq!(scroll(&page), 300.0, "who has scrolled since is left there");
    page.js::<()>("window.isBefore = true; location.reload()", json!([]));
    page.wait_across_loads("the page is there again", "return !window.isBefore", json!([]));
    wait_until_open(&page, "storm");
    page.settle();
    assert_eq!(scroll(&page), 300.0, "and who comes back");
    page.run_script("scrollTo(0, 0); document.querySelector('a').click()", json!([]));
    wait_until_open(&page, "petition");
    wait_until_placed(&page, "#event-petition", "is where a link of the page leads", in_window);
}

#[test]
fn links_to_other_pages_lead_out_of_the_frame() {
    let site = around(SANDBOXED);
    let page = Page::blank();
    page.visit(&site, "/around.html");
    wait_until_drawn(&page);
    let press = "const host = document.querySelector('on-record');
        const own = Object.assign(document.createElement('a'), { href: '#below' });
        host.after(own);
        addEventListener('click', (event) => event.preventDefault());
        return [host.shadowRoot.querySelector('a[href^=http]'), own].map((link) => (link.click(), link.target))";
    let targets: [String; 2] = page.in_frame(0, |page| page.js(press, json!([])));
    assert_eq!(targets, ["_blank", ""]);
    page.assert_well();
}

#[test]
fn the_address_is_the_first_storys_in_a_frame_or_not() {
    let body = "<on-record src=/story.orb></on-record><iframe data-on-record width=800 src=/framed.html></iframe>";
    let site = framed(plan_of(&ferry())).page_with("/both.html", &format!("{HOST}{FRAMED}"), body).serve();
    let page = Page::open(&site, "/both.html#or_event-storm");
    wait_until_drawn(&page);
    press(&page, "petition");
    wait_until_open(&page, "petition");
    assert_eq!(page.fragment(), "#or_event-storm");
    page.assert_well();
}

/// A page with a story in a frame, between much else.
fn reading_around(attributes: &str) -> Site {
    told().page_with("/around.html", HOST, &around_of("/told.html", attributes)).serve()
}

/// A story for a frame.
fn told() -> Plan {
    plan_of(&ferry()).page_with("/told.html", FRAMED, "<on-record src=/story.orb loading=eager></on-record>")
}

/// An article with a frame amidst.
fn around_of(address: &str, attributes: &str) -> String {
    let lines = "<p>A line of the article.</p>".repeat(40);
    format!("{lines}<iframe data-on-record width=800 src={address} {attributes}></iframe>{lines}")
}

/// Where the first element of the story in the frame that a selector finds stands in the window of the page: left, top, right and
/// bottom, px; none where there is none.
fn place(page: &Page, selector: &str) -> Option<[f64; 4]> {
    let [x, y]: [f64; 2] =
        page.js("const { x, y } = document.querySelector('iframe').getBoundingClientRect(); return [x, y]", json!([]));
    let within: Option<[f64; 4]> = page.in_frame(0, |page| {
        let script = "const it = document.querySelector('on-record')?.shadowRoot?.querySelector(arguments[0]);
            const { left, top, right, bottom } = it?.getBoundingClientRect() ?? {};
            return it ? [left, top, right, bottom] : null";
        page.js(script, json!([selector]))
    });
    within.map(|[left, top, right, bottom]| [left + x, top + y, right + x, bottom + y])
}

/// Waits until what is asked of a place holds.
fn wait_until_placed(page: &Page, selector: &str, what: &str, holds: impl Fn([f64; 4]) -> bool) {
    page.wait_for(
        || format!("{selector} {what}: {:?}", place(page, selector)),
        || place(page, selector).is_some_and(&holds),
    );
}

/// The event that the reader of the frame is at.
fn at(page: &Page) -> String {
    page.in_frame(0, |page| {
        page.js("return document.querySelector('on-record').shadowRoot.querySelector('.or').dataset.at", json!([]))
    })
}

#[test]
fn the_bar_of_a_frame_stays_in_sight_and_what_it_leads_to_comes_into_it() {
    for attributes in ["", SANDBOXED] {
        let site = reading_around(attributes);
        let page = Page::blank();
        page.visit(&site, "/around.html");
        page.run_script("document.documentElement.style.scrollPaddingTop = '40px'", json!([]));
        wait_until_placed(&page, ".story", "is there", |_| true);
        wait_until_fitting(&page, "higher", 600.0);
        let natural = place(&page, ".stick").expect("a bar")[1];
        assert!(natural > 900.0, "{attributes}: {natural}");
        page.run_script("scrollTo(0, arguments[0])", json!([natural + 900.0]));
        let sticks = |[_, top, ..]: [f64; 4]| (top - 40.0).abs() < 2.0;
        wait_until_placed(&page, ".stick", "stays below the header", sticks);
        page.wait_for(|| format!("{attributes}: the strip follows"), || at(&page) != "event-vote");
        let before = at(&page);
        let [left, top, right, bottom] = place(&page, "[data-tool=next]").expect("Next");
        page.click_at((f64::midpoint(left, right), f64::midpoint(top, bottom)));
        page.settle();
        let next = at(&page);
        assert_ne!(next, before, "{attributes}");
        let below = place(&page, ".stick").expect("a bar")[3];
        let is_led = |[_, top, ..]: [f64; 4]| top > below - 2.0 && top < below + 100.0;
        wait_until_placed(&page, &format!("#{next}"), "is below the bar", is_led);
        wait_until_placed(&page, ".stick", "stays below the header", sticks);
        page.run_script("scrollTo(0, 0)", json!([]));
        wait_until_placed(&page, ".stick", "is where it was", |[_, top, ..]| (top - natural).abs() < 2.0);
        page.assert_well();
    }
}

#[test]
fn whoever_looks_at_a_long_story_in_another_way_is_not_left_below_its_frame() {
    for attributes in ["", SANDBOXED] {
        let site = reading_around(attributes);
        let page = Page::blank();
        page.visit(&site, "/around.html");
        wait_until_placed(&page, ".story", "is there", |_| true);
        wait_until_fitting(&page, "higher", 600.0);
        let [.., end] = place(&page, ".story").expect("a story");
        page.run_script("scrollTo(0, arguments[0])", json!([end - 500.0]));
        wait_until_placed(&page, ".stick", "stays in sight", |[_, top, ..]| top.abs() < 2.0);
        let [left, top, right, bottom] = place(&page, "a[data-view=quotes]").expect("a switch");
        page.click_at((f64::midpoint(left, right), f64::midpoint(top, bottom)));
        let in_window = |[_, top, _, bottom]: [f64; 4]| top > -2.0 && top < 600.0 && bottom > 0.0;
        wait_until_placed(&page, ".quotes", "is in the window", in_window);
        page.assert_well();
    }
}

#[test]
fn a_link_into_a_frame_leads_to_the_part_that_it_names() {
    for attributes in ["", SANDBOXED] {
        let site = reading_around(attributes);
        let page = Page::blank();
        page.visit(&site, "/around.html#or_event-works");
        let in_window = |[_, top, _, bottom]: [f64; 4]| top > 0.0 && bottom < 900.0;
        wait_until_placed(&page, "#event-works", "is in the window", in_window);
        page.assert_well();
    }
}

#[test]
fn a_link_into_a_frame_of_another_server_leads_to_the_part_that_it_names() {
    let theirs = told().serve();
    let body = around_of(&theirs.url("/told.html"), "");
    // The usual policy of the tests lets pages frame their own server alone.
    let plan = Plan::default().header("Content-Security-Policy", "default-src 'self'; frame-src *");
    let site = plan.page_with("/around.html", HOST, &body).serve();
    let page = Page::blank();
    page.visit(&site, "/around.html#or_event-works");
    wait_until_placed(&page, "#event-works", "is in the window", |[_, top, _, bottom]| top > 0.0 && bottom < 900.0);
}

#[test]
fn strangers_are_not_listened_to() {
    let stranger = "<script src=/stranger.js></script>";
    let script = "for (const message of [
            { sentinel: 'amp', type: 'embed-size', height: 4321 },
            { sentinel: 'on-record', type: 'fragment', fragment: '#or_event-rudder' },
        ]) for (const to of [parent, ...Array.from(parent.frames)]) to.postMessage(message, '*');
        parent.postMessage(null, '*'); parent.postMessage({ type: '__proto__' }, '*');
        parent.postMessage({ type: 'toString' }, '*'); parent.strangerSpoke = true;";
    let body = "<iframe data-on-record width=800 src=/framed.html></iframe><iframe src=/stranger.html></iframe>";
    let site = framed(plan_of(&ferry()))
        .file("/stranger.js", script)
        .page_with("/stranger.html", stranger, "")
        .page_with("/around.html", HOST, body)
        .serve();
    let page = Page::blank();
    page.visit(&site, "/around.html");
    wait_until_drawn(&page);
    page.wait_until("the stranger has spoken", "return window.strangerSpoke", json!([]));
    page.run_script("frames[1].location.reload()", json!([]));
    page.settle();
    assert_eq!(page.fragment(), "");
    wait_until_drawn(&page);
    assert_ne!(heights(&page).0, 4321.0);
    page.assert_well();
}

#[test]
fn what_a_frame_may_say_is_checked_for_what_it_is() {
    let script = "for (const height of ['9', -5, NaN, Infinity, {}, 1e9]) \
            parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
        for (const fragment of [7, null, '#comments', 'javascript:1', ['#or:x']]) \
            parent.postMessage({ sentinel: 'on-record', type: 'fragment', fragment }, '*');
        for (const top of ['x', NaN, Infinity, {}, null]) \
            parent.postMessage({ sentinel: 'on-record', type: 'part', top, height: 10 }, '*');
        parent.postMessage({ sentinel: 'amp', type: 'embed-size', height: 321 }, '*');";
    let body = "<iframe data-on-record src=/odd.html></iframe>";
    let site = Site::plan()
        .file("/odd.js", script)
        .page_with("/odd.html", "<script src=/odd.js></script>", "")
        .page_with("/around.html", HOST, body)
        .serve();
    let page = Page::blank();
    page.visit(&site, "/around.html#own");
    let fits = "return document.querySelector('iframe').style.height === '321px'";
    page.wait_until("the frame has its height", fits, json!([]));
    assert_eq!(page.fragment(), "#own");
    page.assert_well();
}
