//! Translated pages: whatever a browser's translator does to the words of a widget, it goes on, and words that change
//! change; and what becomes of the widgets of a page when the wasm dies, whatever it dies of.

use on_record_tests::{Page, Site, Widget};
use serde_json::{Value, json};

use super::stories::harbour;

/// What translators do.
const TRANSLATORS: &str = include_str!("translators.js");

/// What keeps the words, by its name there; and what takes them away.
const TRANSLATE: [&str; 7] = [
    "two font elements in the place of each text",
    "an element around each text",
    "other words in each text",
    "texts beside each other made one",
    "all taken out, and put back with new texts",
    "copies in the place of elements",
    "the markup in each element written anew",
];
/// The first so many of them leave no word out.
const ALL: usize = 5;
const TAKE_AWAY: [&str; 2] = ["texts taken away", "elements taken away"];

/// Two widgets of one story: the first is translated, the second tells what the first one should say.
fn two(story: &[u8]) -> Site {
    let element = "<on-record loading=eager src=/story.orb><p>The page’s own words.</p></on-record>";
    // Beside each other, so that whoever reads is at the same event in both.
    let beside = "body { display: grid; grid-template-columns: 1fr 1fr; align-items: start }";
    Site::plan()
        .file("/test.css", beside)
        .file("/story.orb", story.to_vec())
        .page("/two.html", &[element; 2].concat())
        .serve()
}

fn run(page: &Page, script: &str) {
    let _: Value = page.js(script, json!([]));
}

/// What a reader does, one thing after the other, in the widget `host`.
fn steps() -> Vec<(&'static str, String)> {
    let type_in = |text: &str| {
        format!(
            "press('[data-tool=search]');
            const field = probe.one(host, '.seek input') ?? document.createElement('input');
            field.value = {}; field.dispatchEvent(new InputEvent('input', {{ bubbles: true, composed: true }}))",
            json!(text)
        )
    };
    vec![
        ("a search", type_in("t")),
        ("a longer search", type_in("ship")),
        ("a search for nothing", type_in("zzzz")),
        ("no search", type_in("")),
        ("the timeline", "press('a[data-view=timeline]')".to_owned()),
        ("an event", "press('[part~=timeline] [data-event]:not([aria-current=true])')".to_owned()),
        ("the next event", "press('[data-tool=next]')".to_owned()),
        ("a search in what is open", type_in("s")),
        ("no search any more", type_in("")),
        ("the quotes", "press('a[data-view=quotes]')".to_owned()),
        ("the filters", "press('.filters button')".to_owned()),
        ("a facet", "press('[part~=facet] button')".to_owned()),
        ("another facet", "press('[part~=facet]:last-child button')".to_owned()),
        ("the facet again", "press('[part~=facet] button')".to_owned()),
        ("a quote's actions", "press('.take')".to_owned()),
        ("an earlier day", "press('.tools [data-tool=earlier]')".to_owned()),
        ("an earlier day still", "press('.tools [data-tool=earlier]')".to_owned()),
        ("a later day", "press('.tools [data-tool=later]')".to_owned()),
        ("the search closed", "press('[data-tool=close]')".to_owned()),
        ("the timeline again", "probe.hosts()[host].setAttribute('view', 'timeline')".to_owned()),
        ("the help", "press('.ask'); press('.ask')".to_owned()),
        ("the story", "probe.hosts()[host].setAttribute('view', 'story')".to_owned()),
        ("a search for nothing in the story", type_in("zzzz")),
    ]
}

/// The steps that change no words: all events are in the page, whichever stands beside the timeline.
const IDLE: [&str; 3] = ["an event", "the search closed", "the help"];

/// Does a step in both widgets, and at once more.
fn both(act: &str, more: &str) -> String {
    format!(
        "const press = (selector) => probe.one(host, selector)?.click();
        for (var host of [1, 0]) {{ {act} }}
        {more}"
    )
}

/// Does a step in both widgets, and at once more in the first; then both say the same.
fn step(page: &Page, translator: &str, (what, act): &(&str, String), more: &str) {
    run(page, &both(act, more));
    page.settle();
    page.wait_until(
        &format!("the words are right after {what}, by {translator}"),
        "const [one, other] = [translated.words(0), translated.words(1)];
        return one.length && String(one) === String(other) && probe.all(0, '[aria-busy=true]').length === 0",
        json!([]),
    );
}

fn opened(site: &Site) -> Page {
    let page = Page::blank();
    page.visit(site, "/two.html");
    run(&page, TRANSLATORS);
    for host in 0..2 {
        page.wait_until_ready(host);
    }
    page
}

#[test]
fn a_translated_widget_says_what_another_one_says_whatever_the_reader_does() {
    let site = two(&harbour().bytes);
    for name in TRANSLATE {
        let page = opened(&site);
        // Translated once more after each step, in the same breath, before the widget draws.
        let again = format!("translated.once(0, {})", json!(name));
        run(&page, &again);
        let mut told = Vec::new();
        for each in &steps() {
            step(&page, name, each, &again);
            told.push(page.js::<String>("return String(translated.words(1))", json!([])));
        }
        let steps = steps();
        let changes = told.windows(2).zip(&steps[1..]);
        let idle: Vec<&str> = changes.filter(|(pair, _)| pair[0] == pair[1]).map(|(_, (what, _))| *what).collect();
        assert_eq!(idle, IDLE, "these steps change no words");
        page.assert_well();
    }
}

#[test]
fn what_is_translated_again_as_it_changes_stays_translated_and_comes_to_rest() {
    let site = two(&harbour().bytes);
    for name in &TRANSLATE[..ALL] {
        let page = opened(&site);
        run(&page, &format!("window.rounds = translated.always(0, {})", json!(name)));
        for each in &steps() {
            let before: u64 = page.js("return rounds.count", json!([]));
            step(&page, name, each, "");
            let left: Vec<String> = page.js("return translated.untranslated(0)", json!([]));
            assert_eq!(left, [""; 0], "{name}: {}", each.0);
            let rounds = page.js::<u64>("return rounds.count", json!([])) - before;
            assert!(rounds < 40, "{name}: {} rounds after {}", rounds, each.0);
        }
        page.assert_well();
    }
}

#[test]
fn a_page_that_is_translated_while_a_widget_loads_or_tells_of_itself_is_drawn() {
    let site = two(&harbour().bytes);
    let name = TRANSLATE[0];
    for when in ["DOMContentLoaded", "on-record:ready", "on-record:select", "on-record:search"] {
        let page = Page::blank();
        let hears =
            format!("addEventListener({}, () => {{ {TRANSLATORS} translated.once(0, {}) }})", json!(when), json!(name));
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": hears }));
        page.visit(&site, "/two.html");
        run(&page, TRANSLATORS);
        (0..2).for_each(|host| page.wait_until_ready(host));
        for each in steps().iter().take(6) {
            step(&page, name, each, "");
        }
        page.assert_well();
    }
}

#[test]
fn words_and_elements_that_others_take_away_come_back_as_they_change_and_harm_nothing() {
    let site = two(&harbour().bytes);
    for name in TAKE_AWAY {
        let page = opened(&site);
        let again = format!("translated.once(0, {})", json!(name));
        for (what, act) in &steps() {
            run(&page, &both(act, &again));
            page.settle();
            assert_eq!(page.heard("error"), [], "{name}: {what}");
        }
        page.assert_well();
    }
}

/// Five widgets, each with words of the page's own.
fn five() -> Site {
    let element = "<on-record loading=eager src=/story.orb><p>The page’s own words.</p></on-record>";
    let story = harbour();
    let plan = Site::plan().file("/story.orb", story.bytes);
    plan.page("/5.html", &[element; 5].concat()).page("/1.html", element).serve()
}

/// What it may die of, and the script that makes it so. An exception that the browser throws into the wasm, in a call
/// that it expects none of, tears it as a trap does.
const DEATHS: [(&str, &str); 4] = [
    ("a panic", "Node.prototype.insertBefore = () => { throw new DOMException('No.', 'NotFoundError') }"),
    (
        "a trap",
        "Object.defineProperty(Node.prototype, 'nodeValue', { set() { throw new WebAssembly.RuntimeError('unreachable') } })",
    ),
    (
        "a full stack",
        "const deeper = () => deeper() + 1; Object.defineProperty(Node.prototype, 'nodeValue', { set: deeper })",
    ),
    (
        "a full memory",
        "Node.prototype.appendChild = () => { throw new DOMException('No.', 'NotFoundError') };
        Object.defineProperty(HTMLInputElement.prototype, 'value', { get() { throw new RangeError('memory') } })",
    ),
];

/// Waits until each of the widgets has given up, and a moment longer: each of them told so once, and left its story to be
/// read.
fn assert_given_back(page: &Page, widgets: usize, why: &str) {
    let script = "return probe.heard.filter((e) => e.name === 'error').length >= arguments[0]";
    page.wait_until(&format!("all give up after {why}"), script, json!([widgets]));
    run(page, "probe.hosts().forEach((host) => host.click()); dispatchEvent(new Event('popstate'))");
    page.settle();
    let mut told: Vec<(usize, String)> = page
        .heard("error")
        .into_iter()
        .map(|(host, it)| (host, it["code"].as_str().unwrap_or_default().to_owned()))
        .collect();
    told.sort();
    assert_eq!(told, (0..widgets).map(|host| (host, "stopped".to_owned())).collect::<Vec<_>>(), "{why}");
    let left: usize = page.js(
        "const isTold = (at) => !probe.one(at, '.lens > *, .solo') && probe.seen(probe.one(at, '.story'));
        const hasWords = (host) => probe.seen(host.querySelector('p'));
        return probe.hosts().filter((host, at) => probe.one(at, '.story .e') ? isTold(at) : hasWords(host)).length",
        json!([]),
    );
    assert_eq!(left, widgets, "{why}: the stories can be read, or what the page says in their place");
}

#[test]
fn whatever_the_wasm_dies_of_every_widget_tells_so_once_and_leaves_its_story_to_be_read() {
    let site = five();
    for (why, arm) in DEATHS {
        for widgets in [1, 5] {
            let page = Page::blank();
            page.visit(&site, &format!("/{widgets}.html"));
            (0..widgets).for_each(|host| page.wait_until_ready(host));
            run(
                &page,
                &format!("{arm}; const host = 0; const press = (it) => probe.one(host, it)?.click(); {}", steps()[0].1),
            );
            assert_given_back(&page, widgets, why);
            let first = Widget::first(&page).at();
            Widget::first(&page).click("[data-tool=next]");
            assert_ne!(Widget::first(&page).at(), first, "{why}");
        }
    }
}

#[test]
fn a_wasm_that_dies_while_the_first_widget_is_drawn_leaves_every_page_its_story() {
    let site = five();
    let (why, arm) = DEATHS[0];
    for widgets in [1, 5] {
        let page = Page::blank();
        page.devtools("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": arm }));
        page.visit(&site, &format!("/{widgets}.html"));
        assert_given_back(&page, widgets, why);
    }
}
