//! Three views of one state: what the reader has chosen holds in each of them, and the address with it.

use std::time::Duration;

use on_record_tests::{
    Key, Page, Site, Widget,
    widget::{Box, event},
};
use serde_json::json;

use super::{
    extreme_stories::nothing,
    layout::overflowing,
    reading::on_strip,
    stories::{FERRY_BY_TIME, NARROW, QUOTES, TIMELINE, ferry, plan_of, site_of},
};

/// The view that the bar names as the one that is shown.
fn shown(widget: &Widget<'_>) -> Vec<String> {
    widget.attributes("a[data-view][aria-current=true]", "data-view")
}

/// The event that stands alone beside the timeline.
fn beside(widget: &Widget<'_>) -> Vec<String> {
    widget.attributes(".solo", "id")
}

/// Whether the first element that a selector finds lies in the window, below what sticks to its top.
fn is_in_window(page: &Page, selector: &str) -> bool {
    page.js(
        "const { top, bottom } = probe.one(0, arguments[0]).getBoundingClientRect();
        return top >= probe.one(0, '.stick').getBoundingClientRect().bottom - 1 && Math.min(bottom, top + 20) <= innerHeight",
        json!([selector]),
    )
}

/// The words of the story that are marked as found, in small letters.
fn marked(page: &Page) -> Vec<String> {
    page.js("return [...(CSS.highlights.get('on-record-hit') ?? [])].map((it) => `${it}`.toLowerCase())", json!([]))
}

#[test]
fn the_story_comes_first_and_each_view_has_the_place_to_itself() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    assert_eq!((shown(&widget), page.fragment().as_str()), (vec!["story".to_owned()], ""));
    let parts = ["#event-storm", ".plot", ".tl", ".quotes"];
    let seen = || parts.map(|part| widget.shows(part));
    assert_eq!(seen(), [true, true, false, false]);
    widget.look("timeline");
    assert_eq!(seen(), [false, false, true, false]);
    widget.look("quotes");
    assert_eq!(seen(), [false, true, false, true]);
    widget.look("story");
    assert_eq!((seen(), page.fragment().as_str()), ([true, true, false, false], ""));
    page.assert_well();
}

#[test]
fn a_press_is_answered_before_the_page_is_turned() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    let look = "probe.one(0, '.or').dataset.view";
    for view in ["timeline", "quotes", "story"] {
        let before = json!(page.js::<String>(&format!("return {look}"), json!([])));
        let script = format!(
            "const done = arguments[arguments.length - 1];
            probe.one(0, 'a[data-view={view}]').click();
            requestAnimationFrame(() => done({look}));"
        );
        assert_eq!(page.within(Duration::from_secs(10), &script, json!([])), Some(before), "in the frame of the press");
        page.wait_until("the view is there", &format!("return {look} === arguments[0]"), json!([view]));
    }
    page.assert_well();
}

#[test]
fn what_is_pressed_before_the_page_is_turned_is_done_after_it() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    let press = |presses: [&str; 2]| {
        let script = "arguments[0].forEach((name) => probe.one(0, name).click())";
        page.run_script(script, json!([presses]));
    };
    let look = "return probe.one(0, '.or').dataset.view === arguments[0]";
    press(["a[data-view=quotes]", "a[data-view=timeline]"]);
    page.wait_until("the last is shown", look, json!(["timeline"]));
    press(["a[data-view=quotes]", "a[data-view=story]"]);
    page.wait_until("the last is shown", look, json!(["story"]));
    press([".tools [data-tool=earlier]", ".tools [data-tool=earlier]"]);
    page.wait_until("two days are gone", "return location.hash.includes('known-2023-05-04')", json!([]));
    page.assert_well();
}

#[test]
fn whoever_comes_back_to_the_story_is_where_they_were_and_other_views_begin_at_their_beginning() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    page.set_window(1200, 500);
    let widget = Widget::first(&page);
    page.run_script("probe.one(0, '#event-works').scrollIntoView()", json!([]));
    let place = || widget.place("#event-works").y;
    let before = place();
    for view in ["timeline", "quotes"] {
        widget.look(view);
        let script = "const top = probe.one(0, '.lens').getBoundingClientRect().top;
            return top >= probe.one(0, '.stick').getBoundingClientRect().bottom - 1 && top < innerHeight";
        page.wait_until("it begins in the window", script, json!([]));
        widget.look("story");
        page.wait_for(|| format!("{before}: {}", place()), || (place() - before).abs() < 4.0);
    }
    page.assert_well();
}

#[test]
fn a_source_beside_the_timeline_leads_to_it_in_the_story() {
    let site = site_of(&ferry());
    let page = Page::open(&site, TIMELINE);
    page.set_window(1200, 500);
    let widget = Widget::first(&page);
    widget.click(&event("vote"));
    let link = ".solo a[href^='#source-']";
    let source = widget.attributes(link, "href")[0].clone();
    widget.click(link);
    page.wait_for(|| format!("{source} is in the window"), || is_in_window(&page, &source));
    assert_eq!(shown(&widget), ["story"]);
    page.assert_well();
}

#[test]
fn from_the_quotes_next_and_the_marks_of_the_strip_lead_to_events_of_the_story() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.click("[data-tool=next]");
    page.wait_until("the story is there", "return probe.one(0, '.or').dataset.view === 'story'", json!([]));
    let led = page.wait::<String>("an event is open", "return location.hash.match(/event-([a-z-]+)/)?.[1]", json!([]));
    assert_eq!(led, FERRY_BY_TIME[0], "what came first follows the opening");
    widget.look("quotes");
    page.click_at(on_strip(&page, FERRY_BY_TIME[3]));
    page.wait_until("the story is there", "return probe.one(0, '.or').dataset.view === 'story'", json!([]));
    page.wait_until(
        "the event is open",
        "return location.hash.includes(`event-${arguments[0]}`)",
        json!([FERRY_BY_TIME[3]]),
    );
    page.assert_well();
}

#[test]
fn search_filter_and_what_is_open_hold_in_all_three_views() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_event-second-boat_q-boat_status-fell-through");
    let widget = Widget::first(&page);
    let misses = story.story.events.len() - 1;
    for view in ["story", "timeline", "quotes", "timeline", "story", "quotes"] {
        if shown(&widget) != [view] {
            widget.look(view);
        }
        let form = if view == "story" { String::new() } else { format!("_as-{view}") };
        assert_eq!(page.fragment(), format!("#or_event-second-boat_q-boat_status-fell-through{form}"));
        let query: String = widget.ask("return probe.one(arguments[0], arguments[1]).value", ".seek input", "");
        assert_eq!(query, "boat", "{view}");
        match view {
            "story" => {
                assert_eq!((widget.count(".e.miss"), widget.count(".m.miss")), (misses, misses));
                assert!(beside(&widget).is_empty());
                assert!(is_in_window(&page, "#event-second-boat"), "{:?}", widget.place("#event-second-boat"));
            }
            "timeline" => {
                let left = widget.attributes("[part~=timeline] [data-event]:not(.dim)", "data-event");
                assert_eq!(
                    (widget.open_events(), left),
                    (vec!["second-boat".to_owned()], vec!["second-boat".to_owned()])
                );
                assert_eq!(beside(&widget), ["event-second-boat"]);
            }
            _ => assert_eq!(widget.quotes(), ["second-one"]),
        }
    }
    page.reload();
    assert_eq!((shown(&widget), widget.quotes()), (vec!["quotes".to_owned()], vec!["second-one".to_owned()]));
    page.assert_well();
}

#[test]
fn an_earlier_day_holds_in_all_three_views() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    for _ in 0..2 {
        widget.click(".bar [data-tool=earlier]");
    }
    for view in ["timeline", "quotes", "story"] {
        widget.look(view);
        assert!(widget.text(".bar [data-tool=day]").ends_with("May 4, 2023"), "{view}");
        assert!(widget.text(".counts").starts_with("3 events 2 quotes 1 "), "{view}: {}", widget.text(".counts"));
        match view {
            "story" => assert_eq!(widget.count(".story .e"), 3),
            "timeline" => assert_eq!(widget.events().len(), 3),
            _ => assert_eq!(widget.quotes().len(), 2),
        }
    }
    assert_eq!(page.fragment(), "#or_known-2023-05-04");
    page.assert_well();
}

#[test]
fn back_and_forward_go_through_what_was_open_in_whatever_view_it_was() {
    let site = site_of(&ferry());
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.click(&event("storm"));
    widget.click(&event("petition"));
    widget.look("quotes");
    assert_eq!(page.fragment(), "#or_event-petition_as-quotes", "another view is no step of the way");
    let arrive = |fragment: &str, view: &str| {
        page.wait_until(fragment, "return location.hash === arguments[0]", json!([fragment]));
        page.wait_until(view, "return probe.one(0, '.or').dataset.view === arguments[0]", json!([view]));
    };
    page.back();
    arrive("#or_event-storm", "timeline");
    assert_eq!((widget.open_events(), beside(&widget)), (vec!["storm".to_owned()], vec!["event-storm".to_owned()]));
    page.forward();
    arrive("#or_event-petition_as-quotes", "quotes");
    widget.look("timeline");
    assert_eq!(widget.open_events(), ["petition"]);
    page.assert_well();
}

#[test]
fn a_page_asks_for_a_view_and_changes_its_mind() {
    let site = plan_of(&ferry()).page("/list.html", "<on-record src=story.orb view=list></on-record>").serve();
    for (path, first) in [(TIMELINE, "timeline"), (QUOTES, "quotes"), ("/list.html", "story")] {
        let page = Page::open(&site, path);
        let widget = Widget::first(&page);
        assert_eq!(shown(&widget), [first], "{path}");
        for (view, now) in
            [("quotes", "quotes"), ("timeline", "timeline"), ("list", "story"), ("quotes", "quotes"), ("", "story")]
        {
            page.run_script("probe.hosts()[0].setAttribute('view', arguments[0])", json!([view]));
            assert_eq!(shown(&widget), [now], "view={view}");
        }
        assert_eq!(page.heard("ready").len(), 1, "it is the same story");
        page.assert_well();
    }
}

#[test]
fn the_address_chooses_a_view_whatever_the_page_asks_for() {
    let site = site_of(&ferry());
    let page = Page::blank();
    let cases = [
        ("/#or_as-quotes", "quotes"),
        ("/?old#or:as=list", "story"),
        ("/timeline.html#or_as-story", "story"),
        ("/quotes.html#or_as-list", "story"),
    ];
    for (path, view) in cases {
        page.go(&site, path);
        assert_eq!(shown(&Widget::first(&page)), [view], "{path}");
    }
}

#[test]
fn the_switch_is_reached_by_keyboard_and_keeps_the_focus() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    widget.focus("a[data-view=story]");
    for view in ["timeline", "quotes"] {
        page.press(Key::TAB);
        page.press(Key::ENTER);
        assert_eq!(shown(&widget), [view]);
        assert_eq!(page.js::<String>("return probe.focused().dataset.view", json!([])), view);
    }
    page.assert_well();
}

#[test]
fn a_story_told_as_of_an_earlier_day_comes_back_as_it_was() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    page.run_script("probe.one(0, '#event-petition').open = true; probe.one(0, '#event-vote').kept = true", json!([]));
    let story = || widget.ask::<String>("return probe.one(arguments[0], arguments[1]).innerHTML", ".story", "");
    let before = story();
    let earlier = ".bar [data-tool=earlier]";
    widget.click(earlier);
    assert_eq!((widget.count("#event-vote"), widget.count("#event-first-crossing .e")), (1, 0));
    assert!(!story().contains("Puts it a day later."), "nobody had written so");
    widget.click(earlier);
    assert_eq!([widget.count("#event-vote"), widget.count("#quote-nine-to-four"), widget.count(".plot .m")], [0, 0, 3]);
    for _ in 0..2 {
        widget.click(".bar [data-tool=later]");
    }
    assert_eq!(story(), before);
    assert!(page.js::<bool>("return probe.one(0, '#event-vote').kept", json!([])), "they are the same elements");
    page.assert_well();
}

#[test]
fn words_that_were_searched_for_are_marked_in_the_story_without_a_change_to_it() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    let nodes = || page.js::<usize>("return probe.all(0, '.story *').length", json!([]));
    let before = nodes();
    widget.search("boat");
    let found = marked(&page);
    assert!(found.len() > 3 && found.iter().all(|word| word == "boat"), "{found:?}");
    assert_eq!(nodes(), before);
    widget.focus("[data-tool=close]");
    page.press(Key::ENTER);
    assert_eq!(marked(&page), Vec::<String>::new());
    page.assert_well();
}

#[test]
fn what_is_found_in_one_story_stays_marked_while_another_on_the_page_is_searched() {
    let two = "<on-record src=story.orb loading=eager></on-record><on-record src=story.orb loading=eager></on-record>";
    let site = plan_of(&ferry()).page("/two.html", two).serve();
    let page = Page::open(&site, "/two.html");
    page.wait_until_ready(1);
    let [first, second] = [0, 1].map(|host| Widget::nth(&page, host));
    first.search("boat");
    second.search("quay");
    let has = |word: &str| marked(&page).iter().any(|it| it == word);
    assert_eq!(["boat", "quay"].map(has), [true, true], "{:?}", marked(&page));
    second.focus("[data-tool=close]");
    page.press(Key::ENTER);
    assert_eq!(["boat", "quay"].map(has), [true, false], "{:?}", marked(&page));
    page.assert_well();
}

#[test]
fn in_every_width_whoever_searches_can_look_at_what_was_found_in_another_way() {
    let site = site_of(&ferry());
    for width_px in [390, 680, 1200] {
        let page = Page::open(&site, "/");
        page.set_width(width_px);
        let widget = Widget::first(&page);
        widget.search("second");
        for view in ["timeline", "quotes", "story"] {
            widget.look(view);
            let query: String = widget.ask("return probe.one(arguments[0], arguments[1]).value", ".seek input", "");
            assert_eq!((query.as_str(), overflowing(&page)), ("second", Vec::new()), "{view} at {width_px} px");
        }
        page.assert_well();
    }
}

#[test]
fn a_timeline_of_a_story_without_events_is_the_story() {
    let site = site_of(&nothing());
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    assert_eq!(widget.attributes(".or", "data-view"), ["story"]);
    assert!(widget.shows(".nothing"), "{}", widget.all_text());
    page.assert_well();
}

#[test]
fn the_timeline_is_as_wide_as_the_paper_with_all_that_was_drawn() {
    let site = site_of(&ferry());
    for width_px in [390, 1200] {
        let page = Page::open(&site, TIMELINE);
        page.set_width(width_px);
        Widget::first(&page).rest();
        let before: usize = page.js("return probe.all(0, '.tl [data-event]').length", json!([]));
        page.devtools("Emulation.setEmulatedMedia", &json!({ "media": "print" }));
        // As where a browser copies the page: nothing is drawn anew between the change of the width and the look.
        let (drawn, beyond): (usize, Vec<String>) = page.js(
            "const room = probe.one(0, '.room');
            room.style.inlineSize = '700px';
            const [paper, tl] = ['.room', '.tl'].map((it) => probe.one(0, it).getBoundingClientRect());
            const marks = probe.all(0, '.tl [data-event]').filter(probe.seen);
            const isBeyond = (mark) => {
              const { left, width } = mark.getBoundingClientRect();
              return left + width / 2 < paper.left || left + width / 2 > paper.right;
            };
            const beyond = marks.filter(isBeyond).map((mark) => mark.dataset.event);
            if (tl.right > paper.right + 1 || tl.width < 440) beyond.push(`the timeline: ${tl.width}`);
            room.style.inlineSize = '';
            return [probe.all(0, '.tl [data-event]').length, beyond]",
            json!([]),
        );
        assert_eq!((drawn, beyond), (before, Vec::new()), "drawn at {width_px} px");
    }
}

#[test]
fn the_timeline_opens_where_the_reader_is_and_the_story_goes_on_where_the_timeline_was() {
    let site = site_of(&ferry());
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    page.run_script("probe.one(0, '#event-works').scrollIntoView({ behavior: 'instant' })", json!([]));
    page.wait_until("the strip follows", "return probe.one(0, '.or').dataset.at === 'event-works'", json!([]));
    widget.look("timeline");
    assert_eq!((widget.open_events(), beside(&widget)), (vec!["works".to_owned()], vec!["event-works".to_owned()]));
    let (mark, timeline) = (widget.sign(&event("works")), widget.place(".tl"));
    assert!(mark.x >= timeline.x && mark.x < timeline.x + timeline.width, "{mark:?} is not in {timeline:?}");
    assert_eq!(page.fragment(), "#or_as-timeline", "the reader has opened nothing");
    widget.click(&event("storm"));
    assert_eq!(beside(&widget), ["event-storm"]);
    widget.look("story");
    assert!(is_in_window(&page, "#event-storm"), "{:?}", widget.place("#event-storm"));
    assert_eq!(beside(&widget), Vec::<String>::new());
    page.assert_well();
}

#[test]
fn a_timeline_that_a_page_begins_with_has_the_opening_event_beside_it() {
    let site = site_of(&ferry());
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    assert_eq!((widget.open_events(), beside(&widget)), (vec!["vote".to_owned()], vec!["event-vote".to_owned()]));
    assert_eq!(page.heard("select"), [], "the reader has opened nothing");
    page.assert_well();
}

#[test]
fn timeline_and_opened_event_are_both_on_the_first_screen() {
    let site = Site::of_dist();
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    widget.look("timeline");
    widget.rest();
    let [timeline, solo] = [".tl", ".solo"].map(|part| widget.place(part));
    let [title, said] = [".solo :is(h2, h3)", ".solo blockquote"].map(|part| widget.place(part));
    let mark = widget.sign("[data-event][aria-current=true]");
    assert!(timeline.y < 400.0 && timeline.y + timeline.height > 700.0, "{timeline:?}");
    assert!(mark.y > timeline.y && mark.y + mark.height < 900.0, "{mark:?}");
    assert!(solo.y < 400.0 && title.y + title.height < said.y && said.y + said.height < 900.0, "{title:?} {said:?}");
    let gap_px = solo.x - timeline.x - timeline.width;
    assert!((0.0..60.0).contains(&gap_px), "they stand side by side: {timeline:?} {solo:?}");
    page.assert_well();
}

/// The labels of marks that run into one another.
fn crossing(page: &Page) -> Vec<(String, String)> {
    let labels: Vec<(String, Box)> = page.js(
        "return probe.all(0, '[part~=timeline] [data-event] b').filter(probe.seen).map((label) => {
          const words = document.createRange();
          words.selectNodeContents(label);
          // What is cut off runs into nothing.
          const [{ x, y, width, height }, cut] = [probe.box(words), probe.box(label)];
          return [label.closest('[data-event]').dataset.event, { x, y, width: Math.min(width, cut.width), height: Math.min(height, cut.height) }];
        })",
        json!([]),
    );
    assert!(labels.len() > 2, "{labels:?}");
    let cross = |a: &Box, b: &Box| {
        let apart = |a: f64, a_size: f64, b: f64, b_size: f64| a + a_size <= b + 1.0 || b + b_size <= a + 1.0;
        !apart(a.x, a.width, b.x, b.width) && !apart(a.y, a.height, b.y, b.height)
    };
    let pairs = labels.iter().enumerate().flat_map(|(at, a)| labels[at + 1..].iter().map(move |b| (a, b)));
    pairs.filter(|(a, b)| cross(&a.1, &b.1)).map(|(a, b)| (a.0.clone(), b.0.clone())).collect()
}

#[test]
fn on_a_telephone_the_timeline_has_no_overlaps_and_the_opened_event_stands_below_it() {
    let site = site_of(&ferry());
    for (site, path) in [(&Site::of_dist(), "/"), (&site, "/")] {
        let page = Page::blank();
        page.set_width(390);
        page.go(site, path);
        let widget = Widget::first(&page);
        widget.look("timeline");
        widget.rest();
        assert_eq!(crossing(&page), Vec::new());
        assert_eq!(overflowing(&page), Vec::<String>::new());
        let [bar, timeline] = [".stick", ".tl"].map(|part| widget.place(part));
        // Its top stays in sight until then.
        page.run_script("scrollTo(0, document.scrollingElement.scrollHeight)", json!([]));
        page.settle();
        let [lens, solo] = [".lens", ".solo"].map(|part| widget.place(part));
        let gap_px = solo.y - lens.y - lens.height;
        assert!((0.0..60.0).contains(&gap_px), "{lens:?} {solo:?}");
        let below_px = timeline.y - bar.y - bar.height;
        assert!(timeline.width <= 390.0 && below_px < 90.0, "{timeline:?} below {bar:?}");
        page.assert_well();
    }
}

#[test]
fn the_event_of_a_quote_leads_to_the_quote_in_the_story_and_back_to_the_quotes() {
    let site = site_of(&ferry());
    for path in [QUOTES, "/narrow.html#or_as-quotes"] {
        let page = Page::open(&site, path);
        let widget = Widget::first(&page);
        widget.click_named("[data-quote=at-last] button", "First crossing");
        assert_eq!(shown(&widget), ["story"]);
        page.settle();
        assert!(is_in_window(&page, "#quote-at-last"), "{:?}", widget.place("#quote-at-last"));
        assert!(page.fragment().starts_with("#or_quote-at-last"), "{}", page.fragment());
        page.back();
        page.wait_until("the quotes are back", "return probe.one(0, '.or').dataset.view === 'quotes'", json!([]));
        page.assert_well();
    }
}

#[test]
fn next_and_previous_walk_through_the_events_in_the_story_and_in_the_timeline() {
    let site = site_of(&ferry());
    let page = Page::open(&site, NARROW);
    let widget = Widget::first(&page);
    let full = |id: &str| widget.count(&format!("article#event-{id}")) == 1;
    let told: Vec<String> = widget.attributes("article.e", "id");
    assert!(FERRY_BY_TIME.iter().any(|id| !full(id)), "some events are told in a line");
    for id in &told[1..] {
        widget.click("[data-tool=next]");
        assert_eq!(format!("event-{}", widget.at()), *id);
    }
    widget.click("[data-tool=next]");
    assert_eq!(format!("event-{}", widget.at()), told[told.len() - 1], "there is no next one");
    widget.look("timeline");
    for id in told.iter().rev().skip(1) {
        widget.click("[data-tool=previous]");
        assert_eq!(beside(&widget), [id.as_str()]);
    }
    page.assert_well();
}
