//! Under CSS `zoom` and transforms the pointer and what it drags agree.

use on_record_tests::{Key, Page, Site, Widget, record::said};
use serde_json::json;
use story::Message;

use super::stories::{ferry, plan_of};

/// What pages do to what stands in them.
const ENLARGED: [&str; 9] = [
    "",
    "zoom:1.5",
    "zoom:.5",
    "zoom:1.25;transform:scale(.8)",
    "transform:scale(1.5)",
    "scale:.5",
    "transform:scaleX(-1)",
    "transform:rotate(180deg)",
    "transform:rotate(8deg)",
];

/// A page with a story in a box that stays in the window.
fn site() -> Site {
    plan_of(&ferry()).page("/box.html", "<div><on-record view=timeline src=/story.orb></on-record></div>").serve()
}

/// A page whose timeline shows some of its story, its box in a style. Pages of the tests allow no styles in their markup.
fn opened(site: &Site, style: &str) -> Page {
    let page = Page::blank();
    page.set_width(1600);
    page.go(site, "/box.html");
    let style = ["width:640px;margin:40px;transform-origin:320px 200px;", style].concat();
    let script = "document.querySelector('div').style.cssText = arguments[0]";
    page.run_script(script, json!([style]));
    let widget = Widget::first(&page);
    widget.focus_timeline();
    page.press(Key('+'));
    page.press(Key('+'));
    widget.scroll_to("[part~=timeline]");
    widget.rest();
    page
}

/// Sends a pointer or a wheel to what it presses, at a place in the window.
const SEND: &str = "window.send = (kind, x, y, more = {}) => {
        const init = { bubbles: true, composed: true, cancelable: true, clientX: x, clientY: y, ...more };
        const pointer = { pointerId: 1, isPrimary: true, button: 0, buttons: kind === 'pointerup' ? 0 : 1, ...init };
        target.dispatchEvent(kind === 'wheel' ? new WheelEvent(kind, init) : new PointerEvent(kind, pointer));
    };
    // WebKit tells of places in px of the element.
    const zoom = (element) => {
        const around = element.parentElement ?? element.getRootNode().host;
        return (parseFloat(getComputedStyle(element).zoom) || 1) * (around ? zoom(around) : 1);
    };
    window.place = (element) => {
        const { left, right, top, bottom } = element.getBoundingClientRect();
        const times = 'currentCSSZoom' in element ? 1 : zoom(element);
        return { left: left * times, right: right * times, top: top * times, bottom: bottom * times };
    };
    window.middle = (element) => {
        const { left, right, top, bottom } = place(element);
        return [(left + right) / 2, (top + bottom) / 2];
    };
    window.tick = (text) => {
        // One whose label the edge would cut is hidden.
        const ticks = probe.all(0, '[part~=axis] span').filter((tick) => getComputedStyle(tick).visibility === 'visible');
        const [x] = middle(probe.one(0, '[part~=timeline]'));
        const near = (tick) => Math.abs(middle(tick)[0] - x);
        const said = (text) => ticks.filter((tick) => tick.textContent === text);
        // Months come again in each year.
        const found = text ? said(text) : ticks.filter((tick) => said(tick.textContent).length === 1);
        return found.sort((a, b) => near(a) - near(b))[0];
    }";

/// How far a tick of the axis has moved, px of the window, when a script has acted on it; `[x, y]` is its place.
fn moved(page: &Page, act: &str) -> (f64, f64) {
    page.run_script(SEND, json!([]));
    let before = format!(
        "window.target = probe.one(0, '[part~=lane]'); const tick = window.tick(); window.text = tick.textContent; const [x, y] = window.was = middle(tick); {act}"
    );
    page.run_script(&before, json!([]));
    Widget::first(page).rest();
    page.wait(
        "the tick is drawn",
        "const tick = window.tick(text); if (!tick) return null;
        const [x, y] = middle(tick); return [x - was[0], y - was[1]]",
        json!([]),
    )
}

fn assert_near((is, _): (f64, f64), wanted: f64, style: &str, what: &str) {
    assert!((is - wanted).abs() < 2.5, "{what} under “{style}”: moved by {is} px, not {wanted}");
}

#[test]
fn what_is_dragged_or_zoomed_at_stays_under_the_pointer() {
    let site = site();
    for style in ENLARGED {
        let page = opened(&site, style);
        let drag = "send('pointerdown', x, y);
            for (let by = 10; by <= 60; by += 10) send('pointermove', x + by, y);
            send('pointerup', x + 60, y)";
        // Along a timeline that is turned, it goes as far as the pointer goes along it.
        let wanted = if style.contains("rotate(8deg)") { 60.0 * 8_f64.to_radians().cos().powi(2) } else { 60.0 };
        assert_near(moved(&page, drag), wanted, style, "a drag");
        assert_near(moved(&page, "send('wheel', x, y, { ctrlKey: true, deltaY: -60 })"), 0.0, style, "the wheel");
        let pinch = "const two = { pointerId: 2, isPrimary: false };
            send('pointerdown', x - 40, y); send('pointerdown', x + 40, y, two);
            send('pointermove', x - 44, y); send('pointermove', x + 44, y, two);
            send('pointerup', x - 44, y); send('pointerup', x + 44, y, two)";
        assert_near(moved(&page, pinch), 0.0, style, "two fingers");
    }
}

#[test]
fn the_strip_and_the_line_of_days_follow_the_pointer() {
    let story = ferry();
    let site = site();
    for style in ENLARGED {
        let page = opened(&site, style);
        page.run_script(SEND, json!([]));
        let script = "const [x, y] = window.was = middle(window.target = probe.one(0, '.win'));
            const by = window.by = arguments[0];
            send('pointerdown', x, y); send('pointermove', x + by, y); send('pointerup', x + by, y)";
        page.run_script(script, json!([12]));
        Widget::first(&page).rest();
        let by: f64 = page.js("return middle(probe.one(0, '.win'))[0] - was[0]", json!([]));
        assert!((by - 12.0).abs() < 2.0, "the window on the strip under “{style}”: {by}");
        page.run_script("probe.one(0, '.tools [data-tool=day]').click()", json!([]));
        page.wait_until("the days are shown", "return probe.one(0, '.track') !== undefined", json!([]));
        let line = format!("[role=slider][aria-label='{}']", said(&story.story, Message::AsKnownOn));
        let script = "const line = window.target = probe.one(0, arguments[0]);
            const [end] = [...line.querySelectorAll('.end')].slice(arguments[1]);
            const { left, top } = place(end);
            const [x, y] = middle(line);
            const to = [left + (x - left) * 0.02, top + (y - top) * 0.02];
            send('pointerdown', ...to); send('pointerup', ...to);
            return null";
        for (end, day) in [(0, 0), (1, 2)] {
            page.run_script(script, json!([line, end]));
            let now = "return probe.one(0, arguments[0]).ariaValueNow === String(arguments[1])";
            page.wait_until(&format!("the line is at {day} under “{style}”"), now, json!([line, day]));
        }
    }
}
