//! The story as HTML, before the widget has come: it is read, unfolded, walked through, searched by the browser and printed,
//! with a script of its own and without any; and what a reader reaches for meanwhile is not lost.

use on_record_tests::{
    Key, Page, Site, Widget,
    flow::{Flow, Rest},
    input::Point,
    record::{Compiled, default_compiled, said},
    site::Plan,
};
use publish::Links;
use serde_json::json;
use story::Message;

use super::{
    published::{NO_SCRIPT, STRICT, plan, published},
    stories::ferry,
};

/// A published story whose wasm does not come before it is let go.
pub(super) fn held(story: &Compiled) -> Plan {
    published(story, &Links::default()).into_iter().fold(
        Plan::default().header("Content-Security-Policy", &STRICT).file("/test.css", ""),
        |plan, file| {
            let path = format!("/{}", file.path);
            if path.ends_with(".wasm") {
                return plan
                    .flow(&path, Flow { declared_bytes: None, start: Vec::new(), rest: Rest::Held(file.bytes) });
            }
            plan.file(&path, file.bytes)
        },
    )
}

/// A page of a site whose story can be read.
pub(super) fn readable(site: &Site, path: &str) -> Page {
    let page = Page::blank();
    page.visit(site, path);
    page.wait_until_readable(0);
    page.settle();
    page
}

/// Asserts that nothing of the widget is there.
pub(super) fn assert_no_widget(page: &Page) {
    assert_eq!(Widget::first(page).count(".lens > *"), 0, "the widget has come");
}

/// Waits until the widget lies over the story, without reaching for it.
pub(super) fn wait_for_widget(page: &Page) {
    page.wait_until("the widget has come", "return probe.one(0, '.lens > div > *') !== undefined", json!([]));
    page.settle();
}

/// Waits until an element, by its id, stands in the window, below what sticks there.
fn wait_until_led_to(page: &Page, id: &str) {
    let script = "const it = probe.one(0, `[id='${arguments[0]}']`);
        const { top, bottom } = it.getBoundingClientRect();
        const stuck = probe.one(0, '.stick').getBoundingClientRect().bottom;
        return it.checkVisibility() && top >= stuck - 1 && top < innerHeight && bottom > top";
    page.wait_until(&format!("{id} is in the window"), script, json!([id]));
}

/// The ids of the events that a selector finds, in the order of the page.
fn ids(page: &Page, selector: &str) -> Vec<String> {
    let ids = Widget::first(page).attributes(selector, "id");
    ids.iter().map(|id| id.trim_start_matches("event-").to_owned()).collect()
}

/// Where an event stands on the strip, px of the window.
pub(super) fn on_strip(page: &Page, id: &str) -> Point {
    page.js(
        "const { left, top, width, height } = probe.one(0, '.plot').getBoundingClientRect();
        const x = parseFloat(probe.one(0, `.m[href='#event-${arguments[0]}'] svg`).getAttribute('x'));
        return [left + (width * x) / 100, top + height / 2]",
        json!([id]),
    )
}

#[test]
fn without_any_script_folds_open_and_links_lead_through_the_story() {
    let site = plan(&ferry(), &NO_SCRIPT).serve_alone();
    for path in ["/", "/embed.html"] {
        let page = Page::blank();
        page.visit(&site, path);
        let widget = Widget::first(&page);
        assert!(!widget.shows("#event-rudder .unfolded"));
        widget.click("#event-rudder summary");
        assert!(widget.shows("#event-rudder .unfolded"), "{path}");
        widget.click("#quote-kept-word .came-by a");
        wait_until_led_to(&page, "source-herald-june");
        widget.click(".m[href='#event-first-crossing']");
        wait_until_led_to(&page, "event-first-crossing");
        // The day is told all the same.
        let idle = "[data-tool]:not(.day), .v:not([aria-current])";
        assert!(!widget.shows(idle), "{path}: what would do nothing is not offered");
    }
}

#[test]
fn next_and_previous_lead_through_what_is_told_at_length() {
    let site = held(&ferry()).serve_alone();
    let page = readable(&site, "/");
    let widget = Widget::first(&page);
    let stops = ids(&page, "article.e");
    assert!(stops.len() > 4, "{stops:?}");
    assert_eq!(widget.at(), stops[0]);
    for (tool, stops) in [("next", stops.clone()), ("previous", stops.into_iter().rev().collect())] {
        for stop in &stops[1..] {
            widget.click(&format!("[data-tool={tool}]"));
            assert_eq!(&widget.at(), stop, "{tool}");
            wait_until_led_to(&page, &format!("event-{stop}"));
        }
        widget.click(&format!("[data-tool={tool}]"));
        assert_eq!(Some(&widget.at()), stops.last(), "there it ends");
    }
    assert_no_widget(&page);
    page.assert_well();
}

#[test]
fn a_press_a_finger_and_a_drag_on_the_strip_lead_to_what_is_there() {
    let site = held(&ferry()).serve_alone();
    let page = readable(&site, "/");
    let widget = Widget::first(&page);
    for id in ["first-crossing", "storm"] {
        page.click_at(on_strip(&page, id));
        assert_eq!(widget.at(), id);
        wait_until_led_to(&page, &format!("event-{id}"));
    }
    page.touch(&[on_strip(&page, "vote")]);
    assert_eq!(widget.at(), "vote");
    page.run_script(
        "window.visited = [];
        const section = probe.one(0, '.or');
        const note = () => visited.push(section.dataset.at);
        new MutationObserver(note).observe(section, { attributeFilter: ['data-at'] })",
        json!([]),
    );
    page.drag(&["storm", "vote", "first-crossing"].map(|id| on_strip(&page, id)));
    let visited: Vec<String> = page.js("return visited", json!([]));
    assert!(visited.contains(&"event-vote".to_owned()), "on its way it leads to what it passes: {visited:?}");
    assert_eq!(widget.at(), "first-crossing");
    wait_until_led_to(&page, "event-first-crossing");
    assert_no_widget(&page);
    page.assert_well();
}

#[test]
fn the_strip_is_one_slider_for_the_keyboard_and_is_spoken_as_date_and_title() {
    let story = ferry();
    let site = held(&story).serve_alone();
    let page = readable(&site, "/");
    let widget = Widget::first(&page);
    let all = ids(&page, ".e");
    assert_eq!(all.len(), story.story.events.len());
    widget.focus(".thumb");
    let at = |index: usize| {
        assert_eq!(widget.at(), all[index]);
        let told: [String; 4] = page.js(
            "const { role, ariaValueNow, ariaValueMax, ariaValueText } = probe.one(0, '.thumb');
            return [role, ariaValueNow, ariaValueMax, ariaValueText]",
            json!([]),
        );
        let numbers = [index + 1, all.len()].map(|n| n.to_string());
        assert_eq!((told[0].as_str(), &told[1..3]), ("slider", numbers.as_slice()));
        let event = story.story.events.iter().find(|event| event.id == all[index]).expect("of this story");
        assert!(told[3].ends_with(&event.title) && told[3].len() > event.title.len() + 4, "{}", told[3]);
        wait_until_led_to(&page, &format!("event-{}", all[index]));
    };
    for (key, index) in [
        (Key::RIGHT, 1),
        (Key::DOWN, 2),
        (Key::LEFT, 1),
        (Key::UP, 0),
        (Key::LEFT, 0),
        (Key::END, all.len() - 1),
        (Key::RIGHT, all.len() - 1),
        (Key::HOME, 0),
    ] {
        page.press(key);
        at(index);
    }
    let stops = widget.count(".strip :is([tabindex='0'], a:not([tabindex='-1']))");
    assert_eq!(stops, 1, "Tab stops once");
    page.assert_well();
}

#[test]
fn the_strip_follows_whoever_scrolls() {
    let story = ferry();
    let site = held(&story).serve_alone();
    let page = readable(&site, "/");
    let widget = Widget::first(&page);
    for id in ["first-crossing", "vote", "second-boat"] {
        page.run_script("probe.one(0, `#event-${arguments[0]}`).scrollIntoView({ behavior: 'instant' })", json!([id]));
        page.wait_until(id, "return probe.one(0, '.or').dataset.at === `event-${arguments[0]}`", json!([id]));
        assert_eq!(widget.attributes(".m.on", "href"), [format!("#event-{id}")]);
        let (ring, mark) = (widget.place(".here circle"), on_strip(&page, id));
        assert!((ring.middle().0 - mark.0).abs() < 60.0, "the ring stands there: {ring:?}, {mark:?}");
    }
    assert_no_widget(&page);
}

#[test]
fn a_link_into_the_story_leads_there_and_opens_what_folds_it_up() {
    let site = held(&ferry()).serve_alone();
    let page = Page::blank();
    let links = [
        ("#event-rudder", "event-rudder"),
        ("#or_event-rudder", "event-rudder"),
        ("#or:event=rudder", "event-rudder"),
        ("#quote-second-one", "quote-second-one"),
        ("#or_quote-second-one", "quote-second-one"),
        ("#source-herald-june", "source-herald-june"),
    ];
    let is_open = |id: &str| {
        let script = "return probe.one(0, `[id='${arguments[0]}']`).closest('details')?.open ?? true";
        page.js::<bool>(script, json!([id]))
    };
    for (fragment, id) in links {
        page.visit_address("about:blank");
        page.visit(&site, &format!("/{fragment}"));
        page.wait_until_readable(0);
        wait_until_led_to(&page, id);
        assert!(is_open(id), "{fragment}");
    }
    for (fragment, id) in [("#event-petition", "event-petition"), ("#or_event-daily-service", "event-daily-service")] {
        page.run_script("location.hash = arguments[0]", json!([fragment]));
        wait_until_led_to(&page, id);
        assert!(is_open(id), "{fragment}, while the page is open");
    }
    assert_no_widget(&page);
    page.assert_well();
}

#[test]
fn a_press_on_a_view_says_at_once_that_it_is_coming_and_is_not_lost() {
    let story = ferry();
    for (view, part, by_finger) in
        [("timeline", "[part~=axis]", false), ("timeline", "[part~=axis]", true), ("quotes", "[part~=quote]", true)]
    {
        let site = held(&story).serve_alone();
        let page = readable(&site, "/");
        let widget = Widget::first(&page);
        let way = format!("a[data-view={view}]");
        if by_finger {
            page.touch(&[widget.place(&way).middle()]);
        } else {
            widget.click(&way);
        }
        let told: String = page.js(
            "const stick = probe.one(0, '.stick');
            // Firefox tells it as the style sheet has it.
            return getComputedStyle(stick, '::after').content.replace('attr(data-wait)', stick.dataset.wait)",
            json!([]),
        );
        assert!(told.contains(said(&story.story, Message::Coming)), "{told}");
        assert!(widget.shows("article.e"), "the story can be read meanwhile");
        site.go_on();
        let has_come = "return probe.one(0, '.or').dataset.view === arguments[0] && probe.one(0, arguments[1])";
        page.wait_until(view, has_come, json!([view, part]));
        page.settle();
        assert_eq!(widget.count("[data-coming]"), 0);
        assert_eq!(widget.attributes(".v[aria-current]", "data-view"), [view]);
        page.assert_well();
    }
}

#[test]
fn what_is_typed_before_the_widget_has_come_is_searched_for_when_it_has() {
    let site = held(&ferry()).serve_alone();
    let page = readable(&site, "/");
    let widget = Widget::first(&page);
    widget.click("[data-tool=search]");
    page.type_text("pier");
    assert_no_widget(&page);
    site.go_on();
    page.wait_until("what matches is told", "return probe.read(probe.one(0, '.seek output')) !== ''", json!([]));
    page.type_text("s");
    let field: (String, bool) = page
        .js("const field = probe.one(0, '.seek input'); return [field.value, field === probe.focused()]", json!([]));
    assert_eq!(field, ("piers".to_owned(), true), "whoever types goes on");
    page.press(Key('\u{E003}'));
    page.wait_until(
        "what does not match is set apart",
        "return probe.one(0, '#event-petition').matches('.miss') && !probe.one(0, '#event-storm').matches('.miss')",
        json!([]),
    );
    page.assert_well();
}

#[test]
fn the_widget_comes_by_itself_when_there_is_nothing_else_to_do() {
    let site = held(&ferry()).serve_alone();
    let page = readable(&site, "/");
    site.go_on();
    wait_for_widget(&page);
    assert_eq!(Widget::first(&page).attributes(".or", "data-view"), ["story"]);
    page.assert_well();
}

#[test]
fn whoever_saves_data_or_waits_for_it_is_sent_no_widget_before_reaching_for_it() {
    for connection in ["saveData: true, effectiveType: '4g'", "saveData: false, effectiveType: '3g'"] {
        assert_reached_for(connection);
    }
}

fn assert_reached_for(connection: &str) {
    let site = held(&ferry()).serve_alone();
    site.go_on();
    let page = Page::blank();
    let script = format!("Object.defineProperty(navigator, 'connection', {{ value: {{ {connection} }} }})");
    page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
    page.visit(&site, "/embed.html");
    page.wait_until_readable(0);
    page.wait_until(
        "the page has been idle",
        "window.idled ??= requestIdleCallback(() => requestIdleCallback(() => (idled = 'yes'))); return idled === 'yes'",
        json!([]),
    );
    let is_asked = || site.asked().iter().any(|asked| asked.path.ends_with(".wasm"));
    assert!(!is_asked(), "{:?}", site.asked());
    Widget::first(&page).focus("[data-tool=search]");
    wait_for_widget(&page);
    assert!(is_asked());
    page.assert_well();
}

#[test]
fn the_browser_finds_every_title_before_and_after_the_widget_has_come() {
    let story = default_compiled();
    let site = held(&story).serve_alone();
    let page = readable(&site, "/");
    let titles: Vec<&str> = story.story.events.iter().map(|event| event.title.as_str()).collect();
    let lost = |page: &Page| {
        let script =
            "const find = (title) => (getSelection().removeAllRanges(), window.find(title, false, false, true));
            return arguments[0].filter((title) => !find(title))";
        page.js::<Vec<String>>(script, json!([titles]))
    };
    assert_no_widget(&page);
    assert_eq!(lost(&page), [""; 0]);
    site.go_on();
    wait_for_widget(&page);
    assert_eq!(lost(&page), [""; 0]);
    page.assert_well();
}

#[test]
fn paper_has_what_is_folded_up_and_the_folds_close_again() {
    let site = held(&ferry()).serve_alone();
    let page = readable(&site, "/");
    let widget = Widget::first(&page);
    widget.click("#event-petition summary");
    page.run_script(
        "addEventListener('beforeprint', () => (window.folded = probe.all(0, 'details:not([open])').length))",
        json!([]),
    );
    page.devtools("Page.printToPDF", &json!({}));
    assert_eq!(page.js::<usize>("return folded", json!([])), 0);
    assert_eq!(ids(&page, ".e[open]"), ["petition"], "the reader’s own fold stays open, the others close");
    // A browser that prints a copy of the page, or runs no script, opens them by their style.
    page.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
    let hidden: Vec<String> = page.js(
        "const lost = (e) => !e.checkVisibility() || e.getBoundingClientRect().height === 0;
        return probe.all(0, '.unfolded > :not(.moved), blockquote, .srcs li').filter(lost).map((e) => e.outerHTML.slice(0, 80))",
        json!([]),
    );
    assert_eq!(hidden, [""; 0]);
}
