//! Loading: no complaint, no stranger asked, and what is drawn is what the story holds.

use std::collections::BTreeSet;

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{counted, default_story},
    site::built,
};
use serde_json::json;
use story::Message;

#[test]
fn the_built_pages_load_without_a_complaint_and_ask_nobody_else() {
    let story = default_story();
    for path in ["/", "/article.html"] {
        let site = Site::of_dist();
        let page = Page::open(&site, path);
        let ready = page.heard("ready").into_iter().find(|(host, _)| *host == 0);
        assert_eq!(ready, Some((0, json!({ "story": story.id }))), "{path}");
        page.assert_well();
        let requests = page.requests();
        assert!(requests.contains(&site.url("/on-record.js")), "{path}: {requests:?}");
        let strangers: Vec<String> =
            requests.into_iter().filter(|url| !url.starts_with(&site.url("/")) && !url.starts_with("data:")).collect();
        assert_eq!(strangers, Vec::<String>::new(), "{path}");
        let missing: Vec<_> = site.asked().into_iter().filter(|asked| asked.status != 200).collect();
        assert_eq!(missing, [], "{path}");
        assert!(site.asked().iter().any(|asked| asked.path.ends_with(".wasm")), "{path}: {:?}", site.asked());
    }
}

#[test]
fn the_title_the_counts_and_what_each_view_holds_agree_with_the_story() {
    let story = default_story();
    let site = Site::of_dist();
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    let text = widget.all_text();
    let counts = [
        (Message::Events, story.events.len()),
        (Message::Quotes, story.quotes.len()),
        (Message::Sources, story.sources.len()),
    ];
    for (message, n) in counts {
        let words = counted(&story, message, n);
        assert!(text.contains(&words), "“{words}” is missing: {text}");
    }
    assert!(widget.texts("h1").contains(&story.title));
    let told: BTreeSet<String> = widget.attributes(".e", "id").into_iter().collect();
    let held: BTreeSet<String> = story.events.iter().map(|event| format!("event-{}", event.id)).collect();
    assert_eq!(told, held);
    let linked: BTreeSet<String> = widget.attributes(".m", "href").into_iter().collect();
    assert_eq!(linked, held.iter().map(|id| format!("#{id}")).collect());
    let told: BTreeSet<String> = widget.attributes(".q", "id").into_iter().collect();
    assert_eq!(told, story.quotes.iter().map(|quote| format!("quote-{}", quote.id)).collect());
    widget.look("timeline");
    widget.focus_timeline();
    page.press(Key('0'));
    let drawn: BTreeSet<String> = widget.events().into_iter().collect();
    let held: BTreeSet<String> = story.events.iter().map(|event| event.id.clone()).collect();
    assert_eq!(drawn, held);
    widget.look("quotes");
    widget.show_all_quotes(&story);
    let drawn: BTreeSet<String> = widget.quotes().into_iter().collect();
    let held: BTreeSet<String> = story.quotes.iter().map(|quote| quote.id.clone()).collect();
    assert_eq!(drawn, held);
}

#[test]
fn what_a_page_loads_at_once_and_around_a_frame_is_tiny() {
    for (path, limit_bytes) in [("/on-record.js", 4_096), ("/host.js", 1_600)] {
        let built = built(path);
        let mut packed = Vec::new();
        let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
        brotli::BrotliCompress(&mut built.as_slice(), &mut packed, &params).expect("bytes in memory");
        assert!(packed.len() <= limit_bytes, "{path}: {} bytes", packed.len());
    }
}
