//! The timeline by hand: buttons, wheel, drag, pinch. The page's own scroll is never taken.

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{Compiled, said},
    widget::event,
};
use serde_json::json;
use story::Message;

use super::{
    address::view,
    stories::{TIMELINE, ferry, plan_of, site_of},
};

const PICTURE: &str = "[part~=timeline]";
const STRIP: &str = "[part~=overview]";

/// A page that is longer than the window.
fn long_site(story: &Compiled) -> Site {
    let body = "<div class=filler></div><on-record src=story.orb loading=eager view=timeline></on-record><div class=filler></div>";
    plan_of(story).page("/long.html", body).serve()
}

fn scrolled(page: &Page) -> f64 {
    page.js("return scrollY", json!([]))
}

/// A page with the timeline in the middle of the window, showing some of the story and not all.
fn zoomed(site: &Site, path: &str) -> Page {
    let page = Page::open(site, path);
    let widget = Widget::first(&page);
    widget.focus_timeline();
    page.press(Key('0'));
    page.press(Key('+'));
    widget.scroll_to(PICTURE);
    page
}

/// A point of the timeline with nothing on it, not far from its middle.
fn ground(page: &Page) -> (f64, f64) {
    page.js(
        "const box = probe.box(probe.one(0, '[part~=timeline]'));
        const free = (x, y) => {
            const found = probe.one(0, '.or').getRootNode().elementFromPoint(x, y);
            return found?.closest('[part~=timeline]') && !found.closest('button, [part~=overview]');
        };
        for (let step = 0; step < 400; step += 1) {
            const x = box.x + box.width * (0.35 + 0.03 * (step % 10));
            const y = Math.max(box.y, 0) + 60 + 7 * Math.floor(step / 10);
            if (y < innerHeight - 20 && free(x, y)) return [x, y];
        }
        throw new Error('no ground')",
        json!([]),
    )
}

#[test]
fn the_buttons_zoom_and_pan() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    let press = |message| {
        widget.click(&format!("{PICTURE} button[aria-label='{}']", said(&story.story, message)));
        page.fragment()
    };
    let seen = || view(&page).expect("a view of its own");
    let whole = press(Message::ShowAll);
    press(Message::ZoomIn);
    let once = seen();
    press(Message::ZoomIn);
    let twice = seen();
    assert!(twice.0 > once.0 && twice.1 < once.1, "{once:?} {twice:?}");
    press(Message::PanEarlier);
    let earlier = seen();
    assert!(earlier.0 < twice.0 && earlier.1 < twice.1, "{twice:?} {earlier:?}");
    press(Message::PanLater);
    assert!(seen().0 > earlier.0);
    press(Message::ZoomOut);
    assert!(seen().1 - seen().0 > twice.1 - twice.0);
    assert_eq!(press(Message::ShowAll), whole);
    page.assert_well();
}

#[test]
fn the_wheel_scrolls_the_page_and_zooms_with_control() {
    let story = ferry();
    let site = long_site(&story);
    let page = zoomed(&site, "/long.html");
    let widget = Widget::first(&page);
    let (before, top) = (page.fragment(), scrolled(&page));
    let point = widget.place(PICTURE).middle();
    page.wheel(&[Key::CONTROL], point, (0, -120));
    let zoomed = view(&page).expect("a view");
    assert_ne!(page.fragment(), before);
    assert!((scrolled(&page) - top).abs() < 1.0, "the page scrolled while zooming");
    let ratio: f64 = page.js("return visualViewport.scale", json!([]));
    assert!((ratio - 1.0).abs() < 1e-9, "the page was zoomed, not the timeline");
    page.wheel(&[], point, (0, 120));
    page.wait_until("the page has scrolled", "return scrollY > arguments[0] + 50", json!([top]));
    assert_eq!(view(&page), Some(zoomed));
    page.assert_well();
}

#[test]
fn zooming_with_the_wheel_keeps_what_is_under_the_pointer() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, TIMELINE);
    let widget = Widget::first(&page);
    let mark = event("first-crossing");
    let before = widget.sign(&mark).middle();
    page.wheel(&[Key::CONTROL], before, (0, -120));
    let after = widget.sign(&mark).middle();
    assert!((before.0 - after.0).abs() < 2.0, "{before:?} {after:?}");
}

#[test]
fn a_sideways_wheel_pans() {
    let story = ferry();
    let site = long_site(&story);
    let page = zoomed(&site, "/long.html");
    let widget = Widget::first(&page);
    let before = view(&page).expect("a view");
    let address = page.fragment();
    page.wheel(&[], widget.place(PICTURE).middle(), (-60, 0));
    page.wait_until("the address follows", "return location.hash !== arguments[0]", json!([address]));
    let after = view(&page).expect("a view");
    assert!(after.0 < before.0 && after.1 < before.1, "{before:?} {after:?}");
}

#[test]
fn a_drag_pans_and_is_no_press_and_the_next_press_is_one() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, TIMELINE);
    let widget = Widget::first(&page);
    let mark = event("first-crossing");
    let (x, y) = widget.sign(&mark).middle();
    let (open, before) = (widget.open_events(), view(&page).expect("a view"));
    assert_ne!(open, ["first-crossing"]);
    page.drag(&[(x, y), (x + 20.0, y), (x + 60.0, y), (x + 90.0, y)]);
    let after = view(&page).expect("a view");
    assert!(after.0 < before.0, "the time goes with the hand: {before:?} {after:?}");
    let moved = widget.sign(&mark).middle();
    assert!((moved.0 - x - 90.0).abs() < 6.0, "the mark went from {x} to {}", moved.0);
    assert_eq!(widget.open_events(), open, "the drag pressed the mark");
    assert_eq!(page.heard("select"), []);
    page.click_at(moved);
    assert_eq!(widget.open_events(), ["first-crossing"]);
    page.assert_well();
}

#[test]
fn a_hand_that_trembles_still_presses() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, TIMELINE);
    let widget = Widget::first(&page);
    let (x, y) = widget.place(&event("first-crossing")).middle();
    page.drag(&[(x, y), (x + 1.0, y + 1.0), (x, y)]);
    assert_eq!(widget.open_events(), ["first-crossing"]);
}

#[test]
fn a_drag_that_ends_outside_of_the_timeline_does_not_stick() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, TIMELINE);
    let widget = Widget::first(&page);
    let (x, y) = widget.place(PICTURE).middle();
    // Between the views and the tools, the bar has nothing to press.
    let above = widget.place(".bar").middle().1;
    page.drag(&[(x, y), (x - 30.0, y), (x - 60.0, above)]);
    let let_go = page.fragment();
    page.drag(&[(x, above)]);
    page.drag(&[(x + 50.0, above)]);
    assert_eq!(page.fragment(), let_go, "the view follows a hand that has let go");
}

#[test]
fn two_fingers_zoom() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, TIMELINE);
    let (x, y) = Widget::first(&page).place(PICTURE).middle();
    let before = view(&page).expect("a view");
    page.pinch(((x - 40.0, y), (x + 40.0, y)), ((x - 120.0, y), (x + 120.0, y)));
    let after = view(&page).expect("a view");
    let (was, is) = (before.1 - before.0, after.1 - after.0);
    assert!(is < was * 0.6, "{is} days after {was}");
    assert_eq!(page.heard("select"), [], "the fingers pressed a mark");
    page.assert_well();
}

#[test]
fn a_press_on_the_overview_brings_that_time_into_view() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.scroll_to("[part~=overview]");
    let bounds = widget.place("[part~=overview]");
    let y = bounds.y + bounds.height / 2.0;
    page.click_at((bounds.x + bounds.width * 0.9, y));
    let late = view(&page).expect("a view");
    // The lanes above it are as high as what they show.
    let bounds = widget.place("[part~=overview]");
    let y = bounds.y + bounds.height / 2.0;
    page.click_at((bounds.x + bounds.width * 0.1, y));
    let early = view(&page).expect("a view");
    assert!(early.0 < late.0 && early.1 < late.1, "{early:?} {late:?}");
    assert_eq!(page.heard("select"), []);
}

#[test]
fn a_window_on_the_overview_is_moved_by_its_middle_and_widened_by_its_ends() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.scroll_to(STRIP);
    let before = view(&page).expect("a view");
    let middle = widget.place(&format!("{STRIP} .win")).middle();
    page.drag(&[middle, (middle.0 - 20.0, middle.1), (middle.0 - 40.0, middle.1)]);
    let moved = view(&page).expect("a view");
    assert!(moved.0 < before.0 && moved.1 < before.1, "{before:?} {moved:?}");
    assert!(((moved.1 - moved.0) - (before.1 - before.0)).abs() < 2.0, "it keeps its length: {before:?} {moved:?}");
    widget.scroll_to(STRIP);
    for (end, by) in [(1, -60.0), (0, 30.0)] {
        let before = view(&page).expect("a view");
        let (x, y) = widget.place(&format!("{STRIP} [role=slider]:nth-of-type({})", end + 2)).middle();
        page.drag(&[(x, y), (x + by / 2.0, y), (x + by, y)]);
        let after = view(&page).expect("a view");
        let (start, stop) = ((after.0 - before.0).abs(), (after.1 - before.1).abs());
        let (dragged, other) = if end == 0 { (start, stop) } else { (stop, start) };
        assert!(dragged > 5.0 && other < 2.0, "only its end {end} moves: {before:?} {after:?}");
        widget.scroll_to(STRIP);
    }
    let before = page.fragment();
    page.click_at(widget.place(&format!("{STRIP} [role=slider]")).middle());
    assert_eq!(page.fragment(), before, "a press on a handle moves nothing");
    page.assert_well();
}

#[test]
fn a_drag_on_the_overview_beside_the_window_draws_a_new_one() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.focus_timeline();
    page.press(Key('0'));
    widget.scroll_to(STRIP);
    let strip = widget.place(STRIP);
    let at = |share: f64| (strip.x + share * strip.width, strip.y + strip.height - 8.0);
    page.drag(&[at(0.2), at(0.3), at(0.4)]);
    let drawn = view(&page).expect("a view");
    widget.scroll_to(STRIP);
    let strip = widget.place(STRIP);
    let at = |share: f64| (strip.x + share * strip.width, strip.y + 8.0);
    page.drag(&[at(0.9), at(0.8), at(0.6)]);
    let later = view(&page).expect("a view");
    assert!(later.0 > drawn.1, "{drawn:?} {later:?}");
    let ratio = (later.1 - later.0) / (drawn.1 - drawn.0);
    assert!((ratio - 1.5).abs() < 0.2, "it is as long as what was drawn: {drawn:?} {later:?}");
    assert_eq!(page.heard("select"), []);
}

#[test]
fn two_presses_zoom_in_around_them_and_out_with_shift() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, TIMELINE);
    let widget = Widget::first(&page);
    let point = ground(&page);
    let under = |(start, end): (f64, f64)| {
        let bounds = widget.place(PICTURE);
        start + (end - start) * (point.0 - bounds.x) / bounds.width
    };
    let before = view(&page).expect("a view");
    page.double_click(&[], point);
    let after = view(&page).expect("a view");
    let ratio = (before.1 - before.0) / (after.1 - after.0);
    assert!((ratio - 2.0).abs() < 0.05, "{before:?} {after:?}");
    assert!((under(before) - under(after)).abs() < 2.0, "the day under the hand stays");
    page.double_click(&[Key::SHIFT], ground(&page));
    let out = view(&page).expect("a view");
    assert!(((out.1 - out.0) - (before.1 - before.0)).abs() < 2.0, "{before:?} {out:?}");
    assert_eq!(page.heard("select"), []);
    page.assert_well();
}

#[test]
fn two_presses_on_a_mark_open_it_and_zoom_nothing() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, TIMELINE);
    let widget = Widget::first(&page);
    let before = view(&page);
    page.double_click(&[], widget.place(&event("first-crossing")).middle());
    assert_eq!(view(&page), before);
    assert!(!page.heard("select").is_empty());
}

#[test]
fn a_finger_pans_sideways_taps_twice_to_zoom_and_scrolls_the_page_up_and_down() {
    let story = ferry();
    let site = long_site(&story);
    let page = zoomed(&site, "/long.html");
    let (x, y) = ground(&page);
    let before = view(&page).expect("a view");
    page.touch(&[(x, y), (x - 30.0, y), (x - 60.0, y), (x - 90.0, y), (x - 120.0, y)]);
    let after = view(&page).expect("a view");
    let moved_px = (after.0 - before.0) / (before.1 - before.0) * Widget::first(&page).place(PICTURE).width;
    assert!((100.0..=121.0).contains(&moved_px), "{moved_px} px of 120");
    let point = ground(&page);
    page.touch(&[point]);
    page.touch(&[point]);
    let zoomed = view(&page).expect("a view");
    assert!(zoomed.1 - zoomed.0 < 0.6 * (after.1 - after.0), "{after:?} {zoomed:?}");
    let top = scrolled(&page);
    let y = y.max(200.0);
    page.touch(&[(x, y), (x, y - 40.0), (x, y - 80.0), (x, y - 160.0)]);
    page.wait_until("the page has scrolled", "return scrollY > arguments[0] + 50", json!([top]));
    assert_eq!(view(&page), Some(zoomed));
    page.assert_well();
}

#[test]
fn two_fingers_that_move_together_pan() {
    let story = ferry();
    let site = site_of(&story);
    let page = zoomed(&site, TIMELINE);
    // The fingers move one after the other: so near, none of them comes to an end of the story meanwhile.
    page.press(Key('+'));
    page.press(Key('+'));
    let (x, y) = Widget::first(&page).place(PICTURE).middle();
    let before = view(&page).expect("a view");
    page.pinch(((x - 40.0, y), (x + 40.0, y)), ((x - 100.0, y), (x - 20.0, y)));
    let after = view(&page).expect("a view");
    assert!(after.0 > before.0 && after.1 > before.1, "{before:?} {after:?}");
    let ratio = (after.1 - after.0) / (before.1 - before.0);
    assert!((ratio - 1.0).abs() < 0.05, "{before:?} {after:?}");
}

#[test]
fn a_wheel_that_moves_nothing_is_left_to_the_page() {
    let story = ferry();
    let site = long_site(&story);
    let page = zoomed(&site, "/long.html");
    let widget = Widget::first(&page);
    page.run_script(
        "addEventListener('wheel', (event) => { probe.taken = event.defaultPrevented; }, { passive: true })",
        json!([]),
    );
    let taken = |held: &[Key], by: (i64, i64)| -> bool {
        page.run_script("probe.taken = null", json!([]));
        page.wheel(held, widget.place(PICTURE).middle(), by);
        page.wait_until("the wheel was heard", "return probe.taken !== null", json!([]));
        page.js("return probe.taken", json!([]))
    };
    assert!(taken(&[], (-60, 0)));
    assert!(taken(&[Key::SHIFT], (60, 0)), "Shift turns the wheel sideways");
    assert!(!taken(&[], (0, 10)), "up and down is the page's");
    while taken(&[], (-20_000, 0)) {}
    assert!(!taken(&[], (-60, 0)), "the story is at its start");
    assert!(taken(&[], (60, 0)));
    assert!(taken(&[Key::CONTROL], (0, -60)), "or the browser would zoom the page");
}

/// A page where things move, in the middle of the story.
fn moving(site: &Site) -> Page {
    let page = zoomed(site, TIMELINE);
    page.allow_motion();
    page
}

/// Where the view stands on the overview, px, frame by frame from a script on until it rests. What the script gives to
/// `when_moving` happens as soon as the view is on its way.
fn way(page: &Page, script: &str) -> Vec<f64> {
    let begin = format!(
        "const timeline = probe.one(0, '[part~=timeline]');
        const window = probe.one(0, '[part~=overview] .win');
        const place = () => {{ const box = probe.box(window); return box.x + box.width / 2; }};
        const first = place();
        const when_moving = (act) => (function look() {{
            if (place() === first) requestAnimationFrame(look); else act();
        }})();
        const send = (name, x, timeStamp) => {{
            const of = {{ bubbles: true, composed: true, isPrimary: true, buttons: name === 'pointerup' ? 0 : 1 }};
            const event = new PointerEvent(name, {{ ...of, clientX: x, clientY: probe.box(timeline).y + 5 }});
            // A test machine has its own idea of how long a movement takes.
            Object.defineProperty(event, 'timeStamp', {{ value: timeStamp }});
            timeline.dispatchEvent(event);
        }};
        const way = [first];
        let rests = 0;
        probe.way = null;
        {script};
        (function look() {{
            const now = place();
            rests = now === way.at(-1) ? rests + 1 : 0;
            way.push(now);
            if (rests > 10) probe.way = way; else requestAnimationFrame(look);
        }})();"
    );
    page.run_script(&begin, json!([]));
    page.wait("the view rests", "return probe.way", json!([]))
}

/// How often the view stood somewhere else than in the frame before.
fn steps(way: &[f64]) -> usize {
    way.windows(2).filter(|pair| (pair[0] - pair[1]).abs() > 1e-6).count()
}

/// How far it went in all, px.
fn distance(way: &[f64]) -> f64 {
    way.last().zip(way.first()).map(|(last, first)| last - first).expect("some frames")
}

#[test]
fn a_view_that_is_asked_for_is_flown_to_and_a_press_stops_it() {
    let story = ferry();
    let site = site_of(&story);
    let name = said(&story.story, Message::ShowAll);
    let press = format!("probe.one(0, 'button[aria-label=\"{name}\"]').click()");
    let still = zoomed(&site, TIMELINE);
    assert_eq!(steps(&way(&still, &press)), 1, "a reader who wants no motion");
    let whole = still.fragment();
    let page = moving(&site);
    assert!(steps(&way(&page, &press)) > 1);
    assert_eq!(page.fragment(), whole, "both come to the same view");
    let stopped = moving(&site);
    let begun = view(&stopped).expect("a view");
    way(&stopped, &format!("{press}; when_moving(() => send('pointerdown', 0, 0))"));
    let caught = view(&stopped).expect("a view that is neither the first nor the whole");
    assert_ne!(stopped.fragment(), whole);
    assert!(caught.1 - caught.0 > begun.1 - begun.0, "{begun:?} {caught:?}");
    page.assert_well();
}

#[test]
fn a_throw_glides_on_and_a_press_catches_it() {
    let story = ferry();
    let site = site_of(&story);
    let throw = "send('pointerdown', 600, 0); send('pointermove', 580, 16); send('pointermove', 560, 32);
        send('pointermove', 540, 48); send('pointerup', 540, 56)";
    let rest = throw.replace("540, 56", "540, 456");
    let still = zoomed(&site, TIMELINE);
    let by_hand = distance(&way(&still, throw));
    assert!(by_hand > 0.0, "the time goes with the hand");
    let free = distance(&way(&moving(&site), throw));
    assert!(free > by_hand * 2.0, "{free} px after {by_hand} by hand");
    let rested = distance(&way(&moving(&site), &rest));
    assert!((rested - by_hand).abs() < 1.0, "{rested} px where the hand rested, {by_hand} by hand");
    let caught = distance(&way(&moving(&site), &format!("{throw}; when_moving(() => send('pointerdown', 540, 99))")));
    assert!(caught < free - 1.0, "{caught} px when caught, {free} when free");
    let keyed = moving(&site);
    let key = "const event = new KeyboardEvent('keydown', { key: '0', bubbles: true, composed: true });
        when_moving(() => timeline.dispatchEvent(event))";
    way(&keyed, &format!("{throw}; {key}"));
    let whole = keyed.fragment();
    keyed.press(Key('0'));
    assert_eq!(keyed.fragment(), whole, "a key takes over");
}

#[test]
fn the_ring_of_the_strip_glides_from_mark_to_mark_unless_the_reader_minds_motion() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let glides = |page: &Page| {
        let script = "probe.one(0, '[data-tool=next]').click();
            const moves = probe.one(0, '.here').getAnimations({ subtree: true });
            return moves.map(({ transitionProperty }) => transitionProperty)";
        page.js::<Vec<String>>(script, json!([]))
    };
    assert_eq!(glides(&page), [""; 0]);
    page.allow_motion();
    page.settle();
    assert!(glides(&page).contains(&"x".to_owned()));
    let ends = "return probe.one(0, '.here').getAnimations().length === 0";
    page.wait_until("it has arrived", ends, json!([]));
    page.assert_well();
}
