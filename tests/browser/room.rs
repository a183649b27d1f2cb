//! The room an element takes: what its place offers, whatever kind of place that is.

use on_record_tests::{Page, Site};
use serde_json::json;

use super::stories::{INLINE, ferry, plan_of};

const ELEMENT: &str = "<on-record src=/story.orb loading=eager><p>Own words.</p></on-record>";

/// Places that ask what stands in them how wide it is, and some that do not: a name, and the markup around the element.
const PLACES: &[(&str, &str)] = &[
    ("block", "<div>@</div>"),
    ("flex row", "<div style='display:flex'>@</div>"),
    ("flex row with a neighbour", "<div style='display:flex'><p>Side</p>@</div>"),
    ("flex column", "<div style='display:flex;flex-direction:column'>@</div>"),
    (
        "flex column, centred",
        "<div style='display:flex;flex-direction:column;align-items:center'><p>Article</p>@</div>",
    ),
    ("flex column, at its start", "<div style='display:flex;flex-direction:column;align-items:flex-start'>@</div>"),
    ("flex, wrapping", "<div style='display:flex;flex-wrap:wrap'><p>Side</p>@</div>"),
    ("flex, centred", "<div style='display:flex;justify-content:center'>@</div>"),
    ("inline flex", "<div style='display:inline-flex'>@</div>"),
    ("grid", "<div style='display:grid'>@</div>"),
    ("grid, centred", "<div style='display:grid;justify-items:center'>@</div>"),
    ("grid, placed at the start", "<div style='display:grid;place-items:start'>@</div>"),
    ("grid of automatic columns", "<div style='display:grid;grid-template-columns:auto auto'><p>Side</p>@</div>"),
    ("inline grid", "<div style='display:inline-grid'>@</div>"),
    ("float", "<div style='float:left'>@</div>"),
    ("floating element", "<div><style>on-record{float:right}</style>@</div>"),
    ("inline block", "<div style='display:inline-block'>@</div>"),
    ("table cell", "<table><tr><td>@</td></tr></table>"),
    ("table cell with a neighbour", "<table><tr><td>Side</td><td>@</td></tr></table>"),
    ("fit-content", "<div style='inline-size:fit-content'>@</div>"),
    ("max-content", "<div style='inline-size:max-content;max-inline-size:100%'>@</div>"),
    ("min-content", "<div style='inline-size:min-content'>@</div>"),
    ("absolute", "<div style='position:absolute'>@</div>"),
    ("absolute element", "<div style='position:relative'><style>on-record{position:absolute}</style>@</div>"),
    ("fixed", "<div style='position:fixed'>@</div>"),
    ("dialog", "<dialog open>@</dialog>"),
    ("popover", "<div popover id=pop>@</div><script>pop.showPopover()</script>"),
    ("fieldset", "<fieldset style='inline-size:fit-content'>@</fieldset>"),
    ("figure", "<figure style='display:table'>@</figure>"),
    ("columns", "<div style='columns:1'>@</div>"),
    ("an element that is a flex row", "<div><style>on-record{display:flex}</style>@</div>"),
    (
        "an element that is a flex column, centred",
        "<div><style>on-record{display:flex;flex-flow:column;align-items:center}</style>@</div>",
    ),
    ("an element that is an inline flex row", "<div><style>div>*{display:inline-flex}</style>@</div>"),
    ("an element that is a grid", "<div><style>on-record{display:grid;place-items:center}</style>@</div>"),
    (
        "an element that is a grid of columns",
        "<div><style>on-record{display:grid;grid-template-columns:1fr 1fr}</style>@</div>",
    ),
    ("an element in vertical text of its own", "<div><style>on-record{writing-mode:vertical-rl}</style>@</div>"),
    ("a page that breaks no lines", "<div style='float:left;white-space:nowrap;text-wrap:nowrap'>@</div>"),
];

/// Narrower than a phone nobody can read.
const LEAST_PX: f64 = 120.0;

fn site() -> Site {
    PLACES
        .iter()
        .enumerate()
        .fold(plan_of(&ferry()).header(INLINE.0, INLINE.1), |plan, (at, (_, place))| {
            plan.page(&format!("/{at}.html"), &place.replace('@', ELEMENT))
        })
        .serve()
}

#[test]
fn an_element_takes_the_room_that_its_place_offers() {
    let site = site();
    let page = Page::blank();
    for width_px in [1100, 390] {
        page.set_width(width_px);
        for (at, (place, _)) in PLACES.iter().enumerate() {
            page.go(&site, &format!("/{at}.html"));
            page.settle();
            let (width, sticks_out, is_own_gone): (f64, f64, bool) = page.js(
                "const host = probe.hosts()[0];
                const root = document.documentElement;
                return [Math.min(host.offsetWidth, probe.one(0, 'section').offsetWidth), root.scrollWidth - root.clientWidth, !probe.seen(host.firstElementChild)]",
                json!([]),
            );
            // Where all there is was asked for, all there is was given.
            let least_px = if *place == "min-content" { LEAST_PX } else { f64::from(width_px) * 0.6 };
            assert!(width >= least_px && is_own_gone, "{place} at {width_px}: {width}");
            assert!(sticks_out <= 0.0, "{place} at {width_px} sticks out by {sticks_out}");
        }
    }
    page.assert_well();
}

#[test]
fn an_element_appears_when_its_room_does_and_blows_nothing_up_before() {
    let hidden = [
        ("width", "<div id=room style='inline-size:0'>@</div>", "room.style.inlineSize = 'auto'"),
        (
            "basis",
            "<div style='display:flex'><div id=room style='flex:0 0 0;min-inline-size:0'>@</div></div>",
            "room.style.flexBasis = '100%'",
        ),
        ("display", "<div id=room hidden>@</div>", "room.hidden = false"),
        ("details", "<details id=room><summary>More</summary>@</details>", "room.open = true"),
        ("dialog", "<dialog id=room>@</dialog>", "room.showModal()"),
        ("popover", "<div popover id=room>@</div>", "room.showPopover()"),
    ];
    let plan = hidden.iter().fold(plan_of(&ferry()).header(INLINE.0, INLINE.1), |plan, (name, place, _)| {
        plan.page(&format!("/{name}.html"), &place.replace('@', ELEMENT))
    });
    let site = plan.serve();
    let page = Page::blank();
    for (name, _, appear) in hidden {
        page.visit(&site, &format!("/{name}.html"));
        page.wait_until(
            "the widget has come",
            "return Boolean(probe.hosts()[0].shadowRoot?.querySelector('.lens > div > *'))",
            json!([]),
        );
        page.settle();
        let high: f64 = page.js("return document.documentElement.scrollHeight", json!([]));
        assert!(high <= 2_000.0, "{name}: a page of {high} px");
        page.run_script(appear, json!([]));
        page.wait_until_ready(0);
        page.settle();
        let width: f64 = page.js("return probe.hosts()[0].offsetWidth", json!([]));
        assert!(width > 300.0, "{name}: {width}");
    }
    page.assert_well();
}
