//! Nothing keeps anybody from using a page, in light and in dark, on a phone and on a desk: before the widget, with it, and
//! with whatever it can open.

use on_record_tests::{
    Page, Site, Widget,
    record::{Compiled, default_compiled, said},
};
use serde_json::json;
use story::{Event, Message};

use super::{
    published::{NO_SCRIPT, STRICT, plan},
    stories::{arabic, marked_up},
};

/// Under this policy no script of the one file runs, which is styled by the policy at its own head.
const NOTHING_RUNS: &str = "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
/// The one file brings a policy of its own, and its scripts.
const ONE_FILE: &str = "default-src 'none'; script-src 'unsafe-inline' 'wasm-unsafe-eval'; style-src 'unsafe-inline'; \
                        img-src data:";

/// The pages that hold a story, each with its policy.
fn story_pages() -> [(&'static str, &'static str); 3] {
    [("/", &STRICT), ("/embed.html", &STRICT), ("/offline.html", ONE_FILE)]
}

const WIDTHS_PX: &[u32] = &[1200, 360];
const SCHEMES: &[&str] = &["light", "dark"];

/// What is wrong with a page as it is now, in every scheme and width; `prepare` is done at each width.
fn barriers(page: &Page, what: &str, prepare: impl Fn(&Page)) -> Vec<String> {
    let mut found = Vec::new();
    for width_px in WIDTHS_PX {
        page.set_width(*width_px);
        prepare(page);
        for scheme in SCHEMES {
            page.prefer(scheme);
            found.extend(page.barriers().into_iter().map(|told| format!("{what}, {scheme}, {width_px} px: {told}")));
        }
    }
    found
}

/// A view that a reader may have before them.
struct View {
    name: &'static str,
    /// The fragment that leads there.
    fragment: String,
    /// What is seen there and not elsewhere.
    shows: &'static str,
}

fn assert_none(found: &[String]) {
    assert!(found.is_empty(), "{}", found.join("\n"));
}

fn views(story: &Compiled) -> Vec<View> {
    let story = &story.story;
    let speaker = &story.people[story.quotes[0].speaker.at()].id;
    let letters = |text: &str| text.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned();
    let words = story.quotes[0].text.split_whitespace().map(letters);
    let word = words.max_by_key(|word| word.chars().count()).unwrap_or_default();
    let view = |name, parts: &str, shows| View { name, fragment: ["#or:", parts].concat(), shows };
    let open = |name, event: Option<&Event>| {
        event.map(|event| view(name, &format!("as=timeline&event={}", event.id), ".solo"))
    };
    let events = || story.events.iter();
    let first = [
        Some(View { name: "as it opens", fragment: String::new(), shows: ".head > :is(h1, h2)" }),
        open("an event open beside the timeline", events().max_by_key(|event| event.accounts.len())),
        Some(view("quotes filtered", &format!("as=quotes&q={word}&speaker={speaker}"), "[part~=quote] mark")),
        Some(view(
            "compared",
            &format!("as=quotes&compare={word}|speaker:{speaker}"),
            ".chart li.counted ~ li.counted",
        )),
    ];
    let rest = [
        open("a plan open", events().find(|event| event.became.is_some())),
        Some(view("searched", &format!("q={word}"), ".seek input")),
        Some(view("nothing matches", "q=nothing-matches-this", ".empty")),
        Some(view("a speaker", &format!("as=quotes&person={speaker}"), ".whose")),
    ];
    first.into_iter().chain(rest).flatten().collect()
}

/// What is wrong with one page of a story in some views.
fn barriers_of_page(path: &str, views: &[View], site: &Site) -> Vec<String> {
    let page = Page::blank();
    let mut found = Vec::new();
    for View { name, fragment, shows } in views {
        // An address that differs by its fragment alone would not be loaded again.
        page.visit_address("about:blank");
        page.set_width(WIDTHS_PX[0]);
        page.go(site, &[path, fragment].concat());
        let widget = Widget::first(&page);
        page.wait_until(name, "return probe.all(0, arguments[0]).some(probe.seen)", json!([shows]));
        widget.rest();
        found.extend(barriers(&page, &format!("{path}, {name}"), |_| {}));
    }
    found
}

/// What is wrong with the pages of a story: the full one in all views, the others, with the same widget, in so many.
fn barriers_of(story: &Compiled, others: usize) -> Vec<String> {
    let views = views(story);
    let mut found = Vec::new();
    for (path, policy) in story_pages() {
        let len = if path == "/" { views.len() } else { others.min(views.len()) };
        found.extend(barriers_of_page(path, &views[..len], &plan(story, policy).serve_alone()));
    }
    found
}

#[test]
fn the_default_story_is_open_to_everybody_in_every_view() {
    assert_none(&barriers_of(&default_compiled(), 4));
}

#[test]
fn a_story_from_right_to_left_is_open_to_everybody_in_every_view() {
    assert_none(&barriers_of(&arabic(), 1));
}

#[test]
fn a_story_of_markup_is_open_to_everybody_in_every_view() {
    assert_none(&barriers_of(&marked_up(), 1));
}

#[test]
fn pages_are_open_to_everybody_where_no_script_may_run() {
    let mut found = Vec::new();
    for story in [default_compiled(), arabic(), marked_up()] {
        let plan = plan(&story, &NO_SCRIPT).header_for("/offline.html", "Content-Security-Policy", NOTHING_RUNS);
        let site = plan.serve_alone();
        let page = Page::blank();
        for path in ["/", "/embed.html", "/offline.html", "/snippets.html"] {
            page.visit(&site, path);
            found.extend(barriers(&page, &format!("{path} of {}, no script", story.story.id), |_| {}));
        }
    }
    assert_none(&found);
}

#[test]
fn the_help_and_all_that_unfolds_are_open_to_everybody() {
    let story = default_compiled();
    let mut found = Vec::new();
    for (path, policy) in story_pages() {
        let site = plan(&story, policy).serve_alone();
        let page = Page::open(&site, path);
        let widget = Widget::first(&page);
        let unfold = |page: &Page| {
            page.run_script("probe.all(0, 'details').forEach((details) => (details.open = true))", json!([]));
        };
        widget.click(".tools [data-tool=day]");
        widget.seek();
        found.extend(barriers(&page, &format!("{path}, all unfolded"), unfold));
        page.set_width(WIDTHS_PX[0]);
        widget.turn_to("timeline");
        widget.click(&format!("button[aria-label='{}']", said(&story.story, Message::Help)));
        assert!(widget.shows("[popover]"), "the help is open");
        found.extend(barriers(&page, &format!("{path}, the help"), |_| {}));
    }
    assert_none(&found);
}

#[test]
fn the_pages_of_the_build_are_open_to_everybody() {
    let site = Site::of_dist();
    let page = Page::blank();
    let mut found = Vec::new();
    for path in ["/", "/article.html", "/embed.html"] {
        page.go(&site, path);
        found.extend(barriers(&page, path, |_| {}));
    }
    assert_none(&found);
}

#[test]
fn a_barrier_within_the_widget_is_seen() {
    let page = Page::open(&Site::of_dist(), "/");
    let plant = "probe.one(0, 'div').append(document.createElement('button'))";
    page.run_script(plant, json!([]));
    let found = page.barriers();
    assert!(found.iter().any(|told| told.starts_with("button-name")), "{found:?}");
}
