//! Pictures and links of an event, and the way from one event to the next.

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{Compiled, compiled, said},
    site::Asked,
};
use serde_json::json;
use story::Message;

use super::stories::{plan_of, site_of};

const DETAIL: &str = "[part~=detail]";

/// The picture that is there.
const PICTURE: &[u8] =
    b"<svg xmlns='http://www.w3.org/2000/svg' width='1200' height='800'><rect width='1200' height='800'/></svg>";

/// Where a page stands whose widget is far below the window.
const FAR: &str = "/far.html";

fn pictures() -> Compiled {
    compiled(include_str!("stories/pictures.toml"))
}

fn site_with_pictures(story: &Compiled) -> Site {
    let element = "<on-record src=story.orb loading=eager><p>Own words.</p></on-record>";
    let high = "<p>A line of the article.</p>".repeat(400) + element;
    plan_of(story).file("/harbour.svg", PICTURE).file("/mast.svg", PICTURE).page(FAR, &high).serve()
}

fn asked_for(site: &Site, path: &str) -> Vec<Asked> {
    site.asked().into_iter().filter(|asked| asked.path == path).collect()
}

fn wait_for_cards(page: &Page, n: usize) {
    let script = "return probe.all(0, '.medium .card').length === arguments[0]";
    page.wait_until("the pictures that do not come are told in words", script, json!([n]));
}

#[test]
fn a_picture_has_its_words_its_caption_and_its_credit() {
    let story = pictures();
    let site = site_with_pictures(&story);
    let page = Page::open(&site, "/#or_event-crossing");
    let widget = Widget::first(&page);
    wait_for_cards(&page, 4);
    let image = |name: &str| widget.attributes(".medium img", name);
    assert_eq!(image("alt"), ["A ferry leaves", "A mast"]);
    assert_eq!(image("loading"), ["lazy", "lazy"]);
    assert_eq!(image("decoding"), ["async", "async"]);
    let detail = widget.text(DETAIL);
    assert!(detail.contains("An hour late.") && detail.contains("Jo Lind"), "{detail}");
}

#[test]
fn a_picture_has_its_room_and_is_not_fetched_before_the_reader_comes_near() {
    let story = pictures();
    let site = site_with_pictures(&story);
    let page = Page::open(&site, FAR);
    // A link that leads into the page from elsewhere would scroll to the widget.
    page.run_script("location.hash = '#or_event-crossing'", json!([]));
    page.wait_until("it is open", "return Boolean(probe.one(0, \"img[alt='A mast']\"))", json!([]));
    let widget = Widget::first(&page);
    let (wide, high) = (widget.place("img[alt='A ferry leaves']"), widget.place("img[alt='A mast']"));
    assert!(wide.width <= widget.place(DETAIL).width && (wide.width / wide.height - 1.5).abs() < 0.05, "{wide:?}");
    assert!(high.height <= 480.5 && (high.height / high.width - 4.0).abs() < 0.05, "{high:?}");
    assert_eq!(asked_for(&site, "/harbour.svg"), []);
    widget.scroll_to("img[alt='A ferry leaves']");
    let script = "return probe.one(0, \"img[alt='A ferry leaves']\").naturalWidth > 0";
    page.wait_until("the picture is there", script, json!([]));
    assert_eq!(asked_for(&site, "/harbour.svg").len(), 1);
    assert_eq!(widget.place("img[alt='A ferry leaves']").height, wide.height, "nothing jumps");
}

#[test]
fn a_picture_that_does_not_come_leaves_its_words_and_a_link() {
    let story = pictures();
    let site = site_with_pictures(&story);
    let page = Page::open(&site, "/#or_event-crossing");
    let widget = Widget::first(&page);
    wait_for_cards(&page, 4);
    let cards = widget.texts(".medium .card");
    assert!(cards[0].contains("The crowd on the pier"), "{cards:?}");
    assert!(cards[0].contains("Two hundred came.") && cards[0].contains("Town archive"), "{cards:?}");
    let elsewhere = said(&story.story, Message::OpenAt).replace("{host}", "127.0.0.1");
    assert!(cards[1].contains("The mayor on deck") && cards[1].contains(&elsewhere), "{cards:?}");
    assert_eq!(widget.count(".medium img"), 2, "no broken picture is left");
}

#[test]
fn a_film_elsewhere_is_a_link_that_asks_nobody() {
    let story = pictures();
    let site = site_with_pictures(&story);
    let page = Page::open(&site, "/#or_event-crossing");
    let widget = Widget::first(&page);
    wait_for_cards(&page, 4);
    let link = "a[href='https://films.example.org/watch?v=1']";
    let name = said(&story.story, Message::OpenAt).replace("{host}", "films.example.org");
    assert_eq!(widget.names(link), [name]);
    assert_eq!(widget.attributes(link, "rel"), ["noopener noreferrer"]);
    let card = widget.texts(".medium .card").into_iter().find(|card| card.contains("films.example.org"));
    let card = card.unwrap_or_default();
    assert!(["A film of the crossing", "Four minutes.", "Coast Film"].iter().all(|text| card.contains(text)), "{card}");
    assert_eq!(widget.attributes("a[href='gallery.html']", "rel"), ["noopener noreferrer"]);
    assert_eq!(widget.count("iframe, video, embed, object"), 0);
    let script = "return performance.getEntriesByType('resource').map((e) => e.name)";
    let fetched: Vec<String> = page.js(script, json!([]));
    assert!(fetched.iter().all(|url| !url.contains("example.org")), "{fetched:?}");
    assert_eq!(asked_for(&site, "/gallery.html"), []);
}

#[test]
fn a_hostile_address_of_a_forged_bundle_is_text_alone() {
    let mut story = pictures();
    let hostile = [
        "javascript:window.broken=1",
        "java\tscript:window.broken=1",
        "data:image/svg+xml,<svg onload='window.broken=1'/>",
        "\\\\127.0.0.1:9\\x.jpg",
        " javascript:window.broken=1",
        "file:///etc/passwd",
    ];
    let media = &mut story.story.events[2].media;
    assert_eq!(media.len(), hostile.len());
    for (medium, url) in media.iter_mut().zip(hostile) {
        url.clone_into(&mut medium.url);
    }
    story.bytes = compile::bundle(&story.story);
    let site = site_with_pictures(&story);
    let page = Page::open(&site, "/#or_event-crossing");
    let widget = Widget::first(&page);
    assert_eq!(widget.count(".medium"), hostile.len());
    assert_eq!(widget.count(".medium :is(a, img)"), 0);
    let detail = widget.text(DETAIL);
    for medium in &story.story.events[2].media {
        assert!(detail.contains(&medium.alt), "{} is not told: {detail}", medium.alt);
    }
    assert!(!page.js::<bool>("return 'broken' in window", json!([])));
    page.assert_well();
}

/// Whether the focus stands on the heading of the detail.
fn focus_is_on_heading(page: &Page) -> bool {
    page.js("const element = probe.focused(); return element !== null && element.matches('.detail h3')", json!([]))
}

#[test]
fn the_way_through_the_story_names_what_comes_next_and_goes_there() {
    let story = pictures();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_event-vote");
    let widget = Widget::first(&page);
    let place = |n: &str| said(&story.story, Message::EventOf).replace("{n}", n).replace("{total}", "4");
    assert!(widget.text(DETAIL).contains(&place("1")));
    assert_eq!(widget.count(".walk .before"), 0, "nothing is before the first event");
    let next = widget.text(".walk .after");
    assert!(next.contains("A gale") && next.contains("2023"), "{next}");
    widget.click(".walk .after");
    assert_eq!(widget.open_events(), ["gale"]);
    assert!(focus_is_on_heading(&page), "the reader goes on from the heading");
    assert!(widget.text(DETAIL).contains(&place("2")));
    widget.click(".walk .before");
    assert_eq!(widget.open_events(), ["vote"]);
    assert_eq!(page.heard("select").len(), 2);
    page.assert_well();
}

#[test]
fn the_way_goes_on_by_keyboard() {
    let story = pictures();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_event-gale");
    let widget = Widget::first(&page);
    widget.focus(".walk .before");
    page.press(Key::ENTER);
    assert_eq!(widget.open_events(), ["vote"]);
    assert!(focus_is_on_heading(&page));
    widget.focus(".walk .after");
    page.press(Key::ENTER);
    assert_eq!(widget.open_events(), ["gale"]);
    assert!(focus_is_on_heading(&page));
    page.assert_well();
}

#[test]
fn the_way_passes_over_what_a_search_leaves_out() {
    let story = pictures();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_event-vote");
    let widget = Widget::first(&page);
    widget.search("long night");
    widget.wait_for_text(".walk .after", "First crossing");
    widget.click(".walk .after");
    assert_eq!(widget.open_events(), ["crossing"]);
    assert!(widget.text(".walk .before").contains("The council votes"));
}

#[test]
fn on_a_phone_the_way_is_wide_enough_for_a_finger_and_leads_to_the_line_of_the_next() {
    let story = pictures();
    let site = site_of(&story);
    let page = Page::blank();
    page.set_width(360);
    page.go(&site, "/#or_event-vote");
    let widget = Widget::first(&page);
    for control in [".walk .after", ".steps button"] {
        let place = widget.place(control);
        assert!(place.height >= 44.0 && place.width >= 44.0, "{control}: {place:?}");
    }
    widget.click(".walk .after");
    assert_eq!(widget.open_events(), ["gale"]);
    assert_eq!(widget.focused_event().as_deref(), Some("gale"));
    let (line, height) = (widget.place("[data-event=gale]"), page.js::<f64>("return innerHeight", json!([])));
    assert!(line.y >= 0.0 && line.y + line.height < height, "{line:?} of {height}");
}
