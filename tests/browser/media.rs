//! Pictures and links of an event, and the way from one event to the next.

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{Compiled, compiled, said},
    site::Asked,
};
use serde_json::json;
use story::Message;

use super::stories::plan_of;

const DETAIL: &str = "#event-crossing";

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

/// A story with a curtain before a picture, and three pictures in a row.
const CURTAINED: &str = r#"
story = { id = "curtained", title = "Curtained", language = "en" }
sources = [{ id = "gazette", title = "The ferry sails", publisher = "The Gazette", published = "2024-06-20" }]
[[events]]
id = "crossing"
title = "First crossing"
date = "2024-05-02"
rank = 2
accounts = [{ source = "gazette" }]
media = [
  { url = "harbour.svg", alt = "Who fell", caption = "At noon.", credit = "Jo Lind", sensitive = "It shows injured people." },
  { url = "harbour.svg", alt = "One", width = 1200, height = 800 },
  { url = "harbour.svg", alt = "Two", width = 1200, height = 800 },
  { url = "mast.svg", alt = "Three", width = 1200, height = 800 },
]
"#;

fn asked_for(site: &Site, path: &str) -> Vec<Asked> {
    site.asked().into_iter().filter(|asked| asked.path == path).collect()
}

#[test]
fn a_picture_has_its_words_its_caption_and_its_credit() {
    let story = pictures();
    let site = site_with_pictures(&story);
    let page = Page::open(&site, "/#or_event-crossing");
    let widget = Widget::first(&page);
    let image = |name: &str| widget.attributes(".pic img", name);
    assert_eq!(image("alt"), ["A ferry leaves", "A mast", "The crowd on the pier", "The mayor on deck"]);
    assert_eq!(image("decoding"), ["async"; 4]);
    let detail = widget.text(DETAIL);
    assert!(detail.contains("An hour late.") && detail.contains("Jo Lind"), "{detail}");
}

#[test]
fn a_picture_has_its_room_and_is_not_fetched_before_the_reader_comes_near() {
    let story = pictures();
    let site = site_with_pictures(&story);
    let page = Page::open(&site, FAR);
    page.wait_until("it is told", "return Boolean(probe.one(0, \"img[alt='A mast']\"))", json!([]));
    let widget = Widget::first(&page);
    let (wide, high) = (widget.place("img[alt='A ferry leaves']"), widget.place("img[alt='A mast']"));
    let fit: Vec<String> =
        page.js("return probe.all(0, '.gallery img').map((it) => getComputedStyle(it).objectFit)", json!([]));
    assert_eq!(fit, ["contain"; 4], "none is cut");
    for picture in [&wide, &high] {
        let is_three_to_two = (picture.width / picture.height - 1.5).abs() < 0.05;
        assert!(picture.width <= widget.place(DETAIL).width && is_three_to_two, "all in a row are alike: {picture:?}");
    }
    assert_eq!(asked_for(&site, "/mast.svg"), []);
    widget.scroll_to("img[alt='A mast']");
    let script = "return probe.one(0, \"img[alt='A mast']\").naturalWidth > 0";
    page.wait_until("the picture is there", script, json!([]));
    assert_eq!(asked_for(&site, "/mast.svg").len(), 1);
    assert_eq!(widget.place("img[alt='A mast']").height, high.height, "nothing jumps");
}

#[test]
fn a_picture_that_does_not_come_leaves_its_words_and_its_caption() {
    let story = pictures();
    let site = site_with_pictures(&story);
    let page = Page::open(&site, "/#or_event-crossing");
    let widget = Widget::first(&page);
    for (alt, told) in
        [("The crowd on the pier", "Two hundred came. Town archive"), ("The mayor on deck", "Coast Wire")]
    {
        let image = format!("img[alt='{alt}']");
        widget.scroll_to(&image);
        let figure = format!("figure:has({image})");
        assert!(widget.text(&format!("{figure} figcaption")).contains(told), "{alt}");
        let tells = format!("{figure} .gone");
        page.wait_until(&tells, "return Boolean(probe.one(0, arguments[0]))", json!([tells]));
        assert!(widget.shows(&tells), "its words stand in its place: {alt}");
        let missing = said(&story.story, Message::PictureMissing);
        assert_eq!(widget.text(&tells), format!("{alt} {missing} {}", said(&story.story, Message::TryAgain)));
        let (place, words) = (widget.place(&image), widget.place(&tells));
        let apart_px = (place.y + place.height) - (words.y + words.height);
        assert!(apart_px.abs() < 1.0, "it takes no room of its own: {place:?} {words:?}");
        widget.click(&format!("{tells} button"));
    }
    page.wait_for(|| "it is asked for again".to_owned(), || asked_for(&site, "/gone.jpg").len() > 1);
}

#[test]
fn a_curtain_says_why_and_opens_and_closes_by_mouse_and_by_keys() {
    let story = compiled(CURTAINED);
    let site = site_with_pictures(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    let show = said(&story.story, Message::ShowPicture);
    let (summary, picture) = (".curtain > summary", ".curtain img");
    let assert_is = |is_open: bool, how: &str| {
        assert_eq!(widget.shows(picture), is_open, "{how}");
        let told = widget.text(summary);
        let expected = if is_open {
            "It shows injured people.".to_owned()
        } else {
            format!("It shows injured people. Jo Lind {show}")
        };
        assert_eq!(told.split_whitespace().collect::<Vec<_>>().join(" "), expected, "{how}");
    };
    widget.scroll_to(summary);
    assert_is(false, "at first");
    for is_open in [true, false] {
        widget.click(summary);
        assert_is(is_open, "by mouse");
    }
    widget.focus(summary);
    for is_open in [true, false, true] {
        page.press(Key::ENTER);
        page.settle();
        assert_is(is_open, "by keys");
    }
    let has_focus: bool = page.js("return probe.focused() === probe.one(0, arguments[0])", json!([summary]));
    assert!(has_focus, "whoever opened it stands where they were");
    page.wait_until("it is fetched", "return probe.one(0, arguments[0]).naturalWidth > 0", json!([picture]));
    assert!(widget.text(".curtain figcaption").contains("Jo Lind"));
    page.assert_well();
}

#[test]
fn pictures_in_a_row_are_stepped_through_by_mouse_and_by_keys() {
    let story = compiled(CURTAINED);
    let site = site_with_pictures(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    assert_eq!(widget.texts(".which span"), ["1 of 3", "2 of 3", "3 of 3"]);
    let next = said(&story.story, Message::NextPicture);
    assert_eq!(widget.names(".which a"), [next, next]);
    let in_row = "const row = probe.one(0, '.gallery').getBoundingClientRect();
        const { left } = probe.one(0, `#picture-crossing-${arguments[0]}`).getBoundingClientRect();";
    let wait_for = |at: usize| {
        // The last one stands at the end of the row.
        let is_there = format!("{in_row} return left >= row.left - 2 && left < row.left + row.width / 2");
        page.wait_until(&format!("picture {at} is in the row"), &is_there, json!([at]));
    };
    wait_for(1);
    for at in [2, 3] {
        widget.click(&format!("#picture-crossing-{} .which a", at - 1));
        wait_for(at);
    }
    widget.focus(".gallery");
    let place = || page.js::<f64>("return probe.one(0, '.gallery').scrollLeft", json!([]));
    let (end, goes) =
        (place(), "return Math.sign(probe.one(0, '.gallery').scrollLeft - arguments[0]) === arguments[1]");
    page.press(Key::LEFT);
    page.wait_until("a key leads back", goes, json!([end, -1]));
    page.assert_well();
}

#[test]
fn a_film_elsewhere_is_a_link_that_asks_nobody() {
    let story = pictures();
    let site = site_with_pictures(&story);
    let page = Page::open(&site, "/#or_event-crossing");
    let widget = Widget::first(&page);
    let link = "a[href='https://films.example.org/watch?v=1']";
    let name = said(&story.story, Message::OpenAt).replace("{host}", "films.example.org");
    assert_eq!(widget.names(link), [name]);
    assert_eq!(widget.attributes(link, "rel"), ["noopener noreferrer"]);
    let card = widget.texts(".post").into_iter().find(|card| card.contains("films.example.org"));
    let card = card.unwrap_or_default();
    assert!(["A film of the crossing", "Four minutes.", "Coast Film"].iter().all(|text| card.contains(text)), "{card}");
    assert_eq!(widget.attributes("a[href$='gallery.html']", "rel"), ["noopener noreferrer"]);
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
    assert_eq!(widget.count(".post"), hostile.len());
    assert_eq!(widget.count(".post :is(a, img)"), 0);
    let detail = widget.text(DETAIL);
    for medium in &story.story.events[2].media {
        assert!(detail.contains(&medium.alt), "{} is not told: {detail}", medium.alt);
    }
    assert!(!page.js::<bool>("return 'broken' in window", json!([])));
    page.assert_well();
}
