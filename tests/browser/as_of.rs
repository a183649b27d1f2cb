//! As known on: the story as it could be known on a day, by mouse, by keyboard and in the address.

use on_record_tests::{
    Key, Page, Widget,
    record::{Compiled, compiled, counted, said},
    widget::event,
};
use serde_json::json;
use story::{Message, Status};

use super::stories::{ferry, site_of};

/// The button that tells the day, and shows the others.
const DAY: &str = ".bar [data-tool=day]";
/// The step to the day of publication before.
const EARLIER: &str = ".bar [data-tool=earlier]";
/// The step to the next one.
const LATER: &str = ".bar [data-tool=later]";
/// The event that stands alone beside the timeline.
const SOLO: &str = ".solo";
/// The days on which the sources of the ferry story were published.
const DAYS: [&str; 3] = ["2023-05-04", "2024-06-19", "2024-09-30"];
/// What its sources report by each of these days: events, quotes and sources.
const COUNTS: [(usize, usize, usize); 3] = [(3, 2, 1), (6, 6, 2), (11, 9, 3)];

fn line(story: &Compiled) -> String {
    format!("[role=slider][aria-label='{}']", said(&story.story, Message::AsKnownOn))
}

/// A day in English words, as the browser has them.
fn worded(widget: &Widget<'_>, day: &str) -> String {
    let script = "const words = { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' };
        return new Intl.DateTimeFormat('en', words).format(new Date(arguments[1]))";
    widget.ask(script, day, "")
}

/// Shows the days as of which the story can be told.
fn open_days(widget: &Widget<'_>, story: &Compiled) {
    widget.click(DAY);
    assert!(widget.shows(&line(story)), "the days are shown");
}

/// Asserts that the bar, and the line of days where it is open, stand on a day.
fn assert_stands_on(widget: &Widget<'_>, story: &Compiled, at: usize, why: &str) {
    let day = worded(widget, DAYS[at]);
    assert!(widget.text(DAY).ends_with(&day), "{why}: {}", widget.text(DAY));
    for heard in widget.attributes(&line(story), "aria-valuetext") {
        assert_eq!(heard, day, "{why}");
    }
}

/// Asserts that the story is told as of a day, throughout: what it counts and what stands there.
fn assert_told_as_of(widget: &Widget<'_>, story: &Compiled, at: usize) {
    assert_stands_on(widget, story, at, "as told");
    let (events, quotes, sources) = COUNTS[at];
    let text = widget.text(".counts");
    for (message, n) in [(Message::Events, events), (Message::Quotes, quotes), (Message::Sources, sources)] {
        // A count is of one or of many; either way its number stands before its word.
        let counts = if n == 1 { "1 ".to_owned() } else { counted(&story.story, message, n) };
        assert!(text.contains(&counts), "{}: no “{counts}” in {text}", DAYS[at]);
    }
    let told = [".story .e", ".plot .m", ".story figure.q", ".srcs > li"].map(|told| widget.count(told));
    assert_eq!(told, [events, events, quotes, sources], "{}", DAYS[at]);
}

#[test]
fn the_arrows_step_through_the_days_on_which_something_was_published() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    assert_told_as_of(&widget, &story, 2);
    assert_eq!(widget.attributes(LATER, "aria-disabled"), ["true"]);
    for at in [1, 0] {
        widget.click(EARLIER);
        assert_told_as_of(&widget, &story, at);
    }
    assert_eq!(widget.attributes(EARLIER, "aria-disabled"), ["true"]);
    widget.click(EARLIER);
    assert_told_as_of(&widget, &story, 0);
    for at in [1, 2] {
        widget.click(LATER);
        assert_told_as_of(&widget, &story, at);
    }
    assert_eq!(page.fragment(), "", "the latest day is no choice");
    page.assert_well();
}

#[test]
fn the_steps_keep_the_focus() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    widget.focus(EARLIER);
    for at in [1, 0] {
        page.press(Key::ENTER);
        page.wait_for(|| DAYS[at].to_owned(), || widget.text(DAY).ends_with(&worded(&widget, DAYS[at])));
        let focused: String = page.js("return probe.focused().dataset?.tool ?? ''", json!([]));
        assert_eq!(focused, "earlier", "{at}");
    }
    page.assert_well();
}

#[test]
fn nothing_that_was_published_later_is_anywhere_in_the_widget() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_known-2023-05-04");
    let widget = Widget::first(&page);
    // What is folded up counts as well.
    let all = || widget.ask::<String>("return probe.one(arguments[0], arguments[1]).textContent", ".or", "");
    let later = ["First crossing", "The council votes", "Nobody promised you", "The Herald", "What now for the pier?"];
    for view in ["quotes", "timeline", "story"] {
        widget.look(view);
        if view == "timeline" {
            widget.focus_timeline();
            page.press(Key('0'));
            assert_eq!(widget.events().len(), 3);
        }
        let text = all();
        for known in ["A storm takes the old pier", "By spring you will stand on deck."] {
            assert!(text.contains(known), "{view}: “{known}” is missing");
        }
        for unknown in later {
            assert!(!text.contains(unknown), "{view}: “{unknown}” was not known");
        }
    }
    page.assert_well();
}

#[test]
fn a_plan_is_a_plan_again_before_its_outcome_was_reported() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_known-2023-05-04");
    let widget = Widget::first(&page);
    let plan = "#event-ferry-planned";
    let outcome = "The ferry crosses for the first time";
    assert_eq!(widget.count(&format!(".upcoming {plan}.open")), 1, "it was still ahead");
    assert!(!widget.text(plan).contains(outcome), "{}", widget.text(plan));
    let colour = widget.style(&format!("{plan} .mk"), "color");
    widget.click(LATER);
    assert_eq!(widget.count(&format!(".upcoming {plan}")), 0);
    assert!(widget.text(plan).contains(outcome), "{}", widget.text(plan));
    assert_ne!(widget.style(&format!("{plan} .mk"), "color"), colour, "what is open has a colour of its own");
}

#[test]
fn accounts_differ_only_once_both_are_out() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    let (vote, differ) = ("#event-vote", said(&story.story, Message::AccountsDifferOnDate));
    widget.click(&format!("{vote} .src summary"));
    let told = widget.text(vote);
    assert!(told.contains(differ) && told.contains("Puts it a day later."), "{told}");
    widget.click(EARLIER);
    widget.click(&format!("{vote} .src summary"));
    let told = widget.text(vote);
    assert!(told.contains("Has it on a Tuesday.") && !told.contains("Puts it a day later."), "{told}");
    assert!(!told.contains(differ) && !told.contains("21"), "{told}");
}

#[test]
fn what_is_open_closes_where_nobody_knew_of_it() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/timeline.html#or_event-vote");
    let widget = Widget::first(&page);
    widget.click(EARLIER);
    assert_eq!((widget.open_events(), widget.count(SOLO)), (vec!["vote".to_owned()], 1), "it was known by then");
    widget.click(EARLIER);
    assert_eq!(widget.count("#event-vote"), 0);
    assert!(!widget.open_events().contains(&"vote".to_owned()));
    assert_eq!(page.heard("select").last(), Some(&(0, json!({ "kind": "none", "id": "" }))));
    assert_eq!(page.fragment(), "#or_known-2023-05-04");
    page.assert_well();
}

#[test]
fn previous_and_next_pass_over_what_was_not_known() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/timeline.html#or_event-petition_known-2023-05-04");
    let widget = Widget::first(&page);
    for _ in 0..2 {
        widget.click("[data-tool=next]");
        assert_eq!(widget.open_events(), ["ferry-planned"], "the vote and the works lie between, and nothing follows");
    }
    widget.focus_timeline();
    page.press(Key::END);
    assert_eq!(widget.focused_event().as_deref(), Some("ferry-planned"));
}

#[test]
fn search_and_statuses_find_and_count_what_was_known() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/timeline.html#or_known-2024-06-19");
    let widget = Widget::first(&page);
    let statuses = widget.names("[role=group] button[aria-pressed]");
    let word = |status: Status, n: usize| format!("{} {n}", on_record_tests::record::status_word(&story.story, status));
    let counted_as = |wanted: String| statuses.iter().any(|name| name.eq_ignore_ascii_case(&wanted));
    assert!(counted_as(word(Status::Happened, 5)) && counted_as(word(Status::FellThrough, 0)), "{statuses:?}");
    open_days(&widget, &story);
    widget.search("seven days");
    assert!(widget.shows(".empty h3"), "nobody had written of the daily service");
    let searched = widget.text(".empty");
    assert!(searched.contains(&counted(&story.story, Message::Events, 6)), "{searched}");
    widget.click(&format!(".as-of button[aria-label='{}']", said(&story.story, Message::KnownLater)));
    assert!(!widget.shows(".empty h3"));
    assert_eq!(widget.count(&format!("{}:not(.dim)", event("daily-service"))), 1);
}

#[test]
fn the_address_holds_the_day() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    let told = |at: usize| {
        let script = "return probe.read(probe.one(0, arguments[0])).endsWith(arguments[1])";
        page.wait_until(&format!("it is {}", DAYS[at]), script, json!([DAY, worded(&widget, DAYS[at])]));
        assert_told_as_of(&widget, &story, at);
    };
    widget.click(EARLIER);
    assert_eq!(page.fragment(), "#or_known-2024-06-19");
    widget.click(EARLIER);
    assert_eq!(page.fragment(), "#or_known-2023-05-04");
    page.reload();
    told(0);
    page.run_script("location.hash = '#or_known-2024-06-19'", json!([]));
    told(1);
    page.back();
    told(0);
    page.assert_well();
}

#[test]
fn the_way_back_to_the_latest_day_is_one_press() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_known-2023-05-04");
    let widget = Widget::first(&page);
    open_days(&widget, &story);
    widget.click_named(".as-of button", said(&story.story, Message::BackToLatest));
    let focused: bool = page.js("return probe.all(0, '.as-of *').includes(probe.focused())", json!([]));
    assert!(focused, "the button is gone and the focus is not");
    assert!(!widget.text(".as-of").contains(said(&story.story, Message::BackToLatest)));
    assert_told_as_of(&widget, &story, 2);
}

#[test]
fn the_button_of_the_day_shows_the_days_and_hides_them_again() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    assert!(!widget.shows(&line(&story)), "nobody has asked for them");
    open_days(&widget, &story);
    widget.click(EARLIER);
    assert_stands_on(&widget, &story, 1, "the bar and the line go together");
    widget.click(DAY);
    assert!(!widget.shows(&line(&story)));
    assert_stands_on(&widget, &story, 1, "hidden, the day stays");
    page.assert_well();
}

#[test]
fn the_line_is_a_slider_by_keyboard() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    open_days(&widget, &story);
    widget.focus(&line(&story));
    let presses = [
        (Key::HOME, 0),
        (Key::LEFT, 0),
        (Key::RIGHT, 1),
        (Key::UP, 2),
        (Key::RIGHT, 2),
        (Key::DOWN, 1),
        (Key::END, 2),
        (Key::LEFT, 1),
    ];
    for (key, at) in presses {
        page.press(key);
        assert_stands_on(&widget, &story, at, &format!("{key:?}"));
        let now = widget.attributes(&line(&story), "aria-valuenow");
        assert_eq!(now, [at.to_string()], "{key:?}");
    }
    let focused: bool = page.js("return probe.focused() === probe.one(0, arguments[0])", json!([line(&story)]));
    assert!(focused, "the focus stays on the line");
    page.assert_well();
}

#[test]
fn the_line_goes_by_mouse_to_the_nearest_day() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    open_days(&widget, &story);
    let place = widget.place(&line(&story));
    let (y, at) = (place.middle().1, |part: f64| place.x + part * place.width);
    // Its second day stands at four fifths of the time between the first and the last.
    for (part, stop) in [(0.1, 0), (0.7, 1), (0.95, 2), (0.02, 0)] {
        page.click_at((at(part), y));
        assert_stands_on(&widget, &story, stop, &format!("a press at {part}"));
    }
    page.drag(&[(at(0.02), y), (at(0.3), y), (at(0.75), y)]);
    assert_stands_on(&widget, &story, 1, "a drag");
    page.drag(&[(at(0.8), y), (at(0.9), y), (at(1.0) + 5.0, y + 300.0)]);
    assert_stands_on(&widget, &story, 2, "a drag that leaves the line");
    page.assert_well();
}

#[test]
fn its_targets_are_large_enough_for_a_pointer_and_on_a_telephone_for_a_thumb() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_known-2024-06-19");
    let widget = Widget::first(&page);
    open_days(&widget, &story);
    let steps = [Message::KnownEarlier, Message::KnownLater]
        .map(|message| format!(".as-of button[aria-label='{}']", said(&story.story, message)));
    for (width_px, least_px) in [(1_200, 24.0), (720, 24.0), (360, 44.0)] {
        page.set_width(width_px);
        let in_bar = [EARLIER.to_owned(), LATER.to_owned()];
        for target in steps.iter().chain(in_bar.iter().filter(|_| width_px >= 560)) {
            let place = widget.place(target);
            assert!(place.width >= least_px && place.height >= least_px, "{target}, {width_px} px: {place:?}");
        }
        let line = widget.place(&line(&story));
        assert_eq!(line.height >= 24.0, width_px >= 560, "{width_px} px: {line:?}");
    }
    widget.click(&steps[0]);
    assert!(widget.text(".kick [data-tool=day]").ends_with(&worded(&widget, DAYS[0])));
    let by = said(&story.story, Message::OnRecordBy).replace("{date}", &worded(&widget, DAYS[0]));
    assert!(widget.text(".as-of-line").starts_with(&by), "no “{by}” where the plan begins that was still ahead");
}

#[test]
fn on_a_telephone_the_day_stands_at_the_top_and_shows_the_days() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::blank();
    page.set_width(390);
    page.go(&site, "/");
    let widget = Widget::first(&page);
    assert!(!widget.shows(DAY) && widget.shows(".kick [data-tool=day]"));
    widget.click(".kick [data-tool=day]");
    widget.click(&format!(".as-of button[aria-label='{}']", said(&story.story, Message::KnownEarlier)));
    assert!(widget.text(".kick [data-tool=day]").ends_with(&worded(&widget, DAYS[1])));
    assert_eq!(widget.count(".story .e"), COUNTS[1].0);
    page.assert_well();
}

#[test]
fn a_story_whose_sources_are_all_of_one_day_can_be_told_as_of_no_other() {
    let toml =
        include_str!("stories/ferry.toml").replace("2024-09-30", "2024-06-19").replace("2023-05-04", "2024-06-19");
    let story = compiled(&toml);
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_known-2023-05-04");
    let widget = Widget::first(&page);
    assert_eq!(widget.count(&line(&story)), 0);
    assert_eq!(widget.count("[data-tool=day], [data-tool=earlier], [data-tool=later]"), 0);
    assert!(widget.text(".tools .day").ends_with("June 19, 2024"), "{}", widget.text(".tools .day"));
    assert_eq!(widget.count(".story .e"), story.story.events.len(), "nothing is hidden");
}

#[test]
fn hundreds_of_sources_are_hundreds_of_stops_and_no_more_elements() {
    let source = |at: usize| {
        let (month, day) = (at / 28 % 12 + 1, at % 28 + 1);
        format!("[[sources]]\nid = \"s{at}\"\ntitle = \"S\"\npublished = \"{}-{month:02}-{day:02}\"\n", 2020 + at / 336)
    };
    let event = "[[events]]\nid = \"e\"\ntitle = \"E\"\ndate = \"2020\"\naccounts = [";
    let accounts: String = (0..400).map(|at| format!("{{ source = \"s{at}\", says = \"A\" }}, ")).collect();
    let head = "[story]\nid = \"many\"\ntitle = \"Many\"\nlanguage = \"en\"\n";
    let sources: String = (0..400).map(source).collect();
    let story = compiled(&[head, &sources, event, &accounts, "]\n"].concat());
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    open_days(&widget, &story);
    assert_eq!(widget.attributes(&line(&story), "aria-valuemax"), ["399"]);
    assert!(widget.count(".as-of, .as-of *") <= 18, "{}", widget.count(".as-of, .as-of *"));
    widget.focus(&line(&story));
    page.press(Key::LEFT);
    assert_eq!(widget.attributes(&line(&story), "aria-valuenow"), ["398"]);
    page.press(Key::HOME);
    assert!(widget.text(DAY).ends_with(&worded(&widget, "2020-01-01")), "{}", widget.text(DAY));
}

#[test]
fn the_control_is_mirrored_where_the_language_is() {
    let toml = include_str!("stories/ferry.toml").replace("language = \"en\"", "language = \"he\"");
    let story = compiled(&toml);
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    open_days(&widget, &story);
    let place = widget.place(&line(&story));
    page.click_at((place.x + place.width - 4.0, place.middle().1));
    assert_eq!(page.fragment(), "#or_known-2023-05-04", "the first day is on the right");
    widget.focus(&line(&story));
    page.press(Key::LEFT);
    assert_eq!(page.fragment(), "#or_known-2024-06-19", "and time goes to the left");
}

#[test]
fn a_finger_that_scrolls_past_changes_no_day_and_one_that_taps_does() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    page.run_script("document.body.style.paddingBottom = '2000px'", json!([]));
    open_days(&widget, &story);
    let place = widget.place(&line(&story));
    let (x, y) = (place.x + place.width * 0.1, place.y + place.height / 2.0);
    page.touch(&[(x, y)]);
    page.settle();
    assert_stands_on(&widget, &story, 0, "a tap");
    let x = place.x + place.width * 0.9;
    page.touch(&[(x, y), (x, y - 30.0), (x, y - 60.0), (x, y - 90.0)]);
    page.wait_until("the page has scrolled", "return scrollY > 0", json!([]));
    assert_stands_on(&widget, &story, 0, "a swipe that scrolls the page");
    page.assert_well();
}
