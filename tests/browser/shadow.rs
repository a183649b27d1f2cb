//! Stories inside shadow trees of the page: links lead into them as anywhere, and the address is one story's.

use on_record_tests::{Page, Site, Widget};
use serde_json::json;

use super::stories::{INLINE, ferry, plan_of};

/// Finds the stories of the page in shadow trees as well, as the probe does not.
const DEEP: &str = "const deep = (root) => [...root.querySelectorAll('*')].flatMap((e) =>
    [...(e.localName === 'on-record' ? [e] : []), ...(e.shadowRoot && e.localName !== 'on-record' ? deep(e.shadowRoot) : [])]);
    probe.hosts = () => deep(document);
    probe.all = (host, selector) => [...(probe.hosts()[host]?.shadowRoot?.querySelectorAll(selector) ?? [])];
    probe.one = (host, selector) => probe.all(host, selector)[0];";

/// A page whose custom element puts its template into a shadow root, as many times as it stands there.
fn site(mode: &str, body: &str) -> Site {
    // Behind the markup, whose templates are whole by then.
    let body = format!(
        "{body}<script>customElements.define('x-article', class extends HTMLElement {{ connectedCallback() {{
            const root = this.attachShadow({{ mode: '{mode}' }});
            root.innerHTML = this.querySelector('template').innerHTML;
            (window.roots ??= []).push(root);
        }} }})</script>"
    );
    plan_of(&ferry()).header(INLINE.0, INLINE.1).page("/shadow.html", &body).serve()
}

const STORY: &str = "<x-article><template><div style='height:3000px'><a id=in href='#or_event-petition'>In</a></div>\
    <on-record src=/story.orb><p>Own words.</p></on-record></template></x-article>";

fn open(site: &Site, fragment: &str) -> Page {
    let page = Page::blank();
    page.visit(site, &format!("/shadow.html{fragment}"));
    page.run_script(DEEP, json!([]));
    page
}

/// Waits until an element has something in its story, as what finds it says.
fn wait_until_there(page: &Page, host: usize, selector: &str) {
    let script = "return Boolean(probe.one(arguments[0], arguments[1]))";
    page.wait_until(selector, script, json!([host, selector]));
    page.settle();
}

/// Waits until the reader has been led to an event of the first story.
fn assert_led_to(page: &Page, event: &str) {
    wait_until_there(page, 0, ".e");
    page.wait_until(
        event,
        "const { top } = probe.one(0, `#event-${arguments[0]}`).getBoundingClientRect();
        return top >= 0 && top < innerHeight",
        json!([event]),
    );
    assert_eq!(Widget::first(page).at(), event);
}

#[test]
fn a_shared_link_leads_into_a_shadow_tree() {
    let site = site("open", STORY);
    let page = open(&site, "#or_event-storm");
    assert_led_to(&page, "storm");
    page.assert_well();
}

#[test]
fn links_inside_and_outside_of_the_tree_lead_to_the_story() {
    let body = format!("<a id=out href='#or_event-storm'>Out</a>{STORY}");
    let site = site("open", &body);
    let page = open(&site, "");
    for (link, event) in [("document.getElementById('out')", "storm"), ("roots[0].getElementById('in')", "petition")] {
        page.run_script(&format!("scrollTo(0, 0); {link}.click()"), json!([]));
        assert_led_to(&page, event);
    }
}

#[test]
fn of_two_stories_in_shadow_trees_the_first_has_the_address() {
    let near = STORY.replace("height:3000px", "").replace("<on-record", "<on-record view=timeline");
    let site = site("open", &[near.as_str(), &near].concat());
    let page = open(&site, "#or_event-storm");
    (0..2).for_each(|host| wait_until_there(&page, host, "[part~=timeline] [data-event]"));
    let [first, second] = [Widget::nth(&page, 0), Widget::nth(&page, 1)];
    assert_eq!((first.open_events(), second.open_events()), (vec!["storm".to_owned()], vec!["vote".to_owned()]));
    page.run_script("probe.one(1, '[data-event=petition]').click()", json!([]));
    assert_eq!(second.open_events(), ["petition"]);
    assert_eq!(page.fragment(), "#or_event-storm");
    page.run_script("document.querySelector('x-article').remove()", json!([]));
    page.run_script("probe.one(0, '[data-event=works]').click()", json!([]));
    assert_eq!(page.fragment(), "#or_event-works", "the second is the first now");
}

#[test]
fn a_closed_tree_is_no_obstacle() {
    let site = site("closed", STORY);
    let page = open(&site, "#or_event-storm");
    page.wait_until(
        "the reader is led to the event",
        "const { top } = roots[0].querySelector('on-record').shadowRoot.querySelector('#event-storm')?.getBoundingClientRect() ?? {};
        return top >= 0 && top < innerHeight",
        json!([]),
    );
}
