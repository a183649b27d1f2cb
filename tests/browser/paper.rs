//! The story on paper: all of it, from whatever view and window, on the sheets of the world.

use on_record_tests::{
    Page, Widget,
    paper::{Sheet, Size},
    record::{Compiled, compiled, default_compiled},
};
use serde_json::json;

use super::reading::{held, readable, wait_for_widget};

/// The sheets that printers have.
const SIZES: [(&str, Size); 2] = [("A4", Size::A4), ("Letter", Size::US_LETTER)];

/// Letters as they are compared: where a line breaks there is no space, and may be a hyphen.
fn letters(text: &str) -> String {
    text.chars().filter(|letter| letter.is_alphanumeric()).collect()
}

/// Whether a text is printed; where one sheet ends, something else may stand between its words.
fn has(printed: &str, text: &str) -> bool {
    let spaces = text.match_indices(' ').map(|(at, _)| at);
    let has_both = |at: usize| printed.contains(&letters(&text[..at])) && printed.contains(&letters(&text[at..]));
    printed.contains(&letters(text)) || spaces.into_iter().any(has_both)
}

/// Asserts that the whole story is printed, and that no word is cut at the edge of a sheet.
fn assert_whole(story: &Compiled, sheets: &[Sheet], what: &str) {
    let words = || sheets.iter().flat_map(|sheet| sheet.words.iter().map(move |word| (sheet, word)));
    let is_cut = |(sheet, word): &(&Sheet, &on_record_tests::paper::Word)| {
        word.across_pt.0 < 0.0 || word.across_pt.1 > sheet.width_pt
    };
    let cut: Vec<_> = words().filter(is_cut).map(|(_, word)| word.text.as_str()).collect();
    assert_eq!(cut, [""; 0], "{what}: cut at the edge");
    let printed: String = words().map(|(_, word)| letters(&word.text)).collect();
    let story = &story.story;
    let events = story.events.iter().flat_map(|event| [event.title.clone(), event.summary.plain()]);
    let quotes = story.quotes.iter().map(|quote| quote.text.clone());
    let sources = story.sources.iter().map(|source| source.title.clone());
    let lost: Vec<_> = events.chain(quotes).chain(sources).filter(|text| !has(&printed, text)).collect();
    assert_eq!(lost, [""; 0], "{what}: of {} sheets", sheets.len());
}

#[test]
fn paper_has_the_whole_story_from_every_view_and_window() {
    let story = default_compiled();
    let site = held(&story).serve_alone();
    let page = readable(&site, "/");
    for width_px in [390, 680, 1200] {
        page.set_width(width_px);
        for (name, size) in SIZES {
            assert_whole(&story, &page.print(size), &format!("{name} from {width_px} px, before the widget"));
        }
    }
    site.go_on();
    wait_for_widget(&page);
    for (view, (name, size)) in ["timeline", "quotes", "story"].into_iter().zip(SIZES.into_iter().cycle()) {
        for width_px in [390, 1200] {
            page.set_width(width_px);
            Widget::first(&page).look(view);
            assert_whole(&story, &page.print(size.clone()), &format!("{name} from {view} at {width_px} px"));
        }
    }
}

/// How many dots of the printer each px of a printed page takes, as its drawings begin: 3.125 where nothing is shrunk.
fn printed_scales(page: &Page) -> Vec<f64> {
    let printed = page.devtools("Page.printToPDF", &json!({}))["data"].take();
    page.run_script(
        r"const paper = atob(arguments[0]);
        const inflated = (text) => {
          const bytes = Uint8Array.from(text, (letter) => letter.charCodeAt());
          const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('deflate'));
          return new Response(stream).text().catch(() => '');
        };
        const streams = [...paper.matchAll(/\/Length (\d+)[^>]*>>\s*stream\r?\n/g)];
        const read = streams.map((it) => inflated(paper.substr(it.index + it[0].length, it[1])));
        Promise.all(read).then((all) => {
          window.scales = all.flatMap((text) => text.match(/W\* n\s+q\s+([\d.]+) 0 0/)?.[1] ?? []).map(Number);
        })",
        json!([printed]),
    );
    page.wait("the paper is read", "return window.scales", json!([]))
}

#[test]
fn paper_is_as_large_as_the_page() {
    let page = readable(&held(&default_compiled()).serve_alone(), "/");
    let scales = printed_scales(&page);
    assert!(scales.len() > 5 && scales.iter().all(|scale| *scale > 3.1), "{scales:?}");
}

/// A story with a curtain in an event that is folded up.
const CURTAINED: &str = r#"
story = { id = "curtained", title = "Curtained", language = "en" }
sources = [{ id = "gazette", title = "The ferry sails" }]
[[events]]
id = "vote"
title = "The vote"
date = "2024-05-01"
rank = 1
accounts = [{ source = "gazette" }]
[[events]]
id = "crossing"
title = "First crossing"
date = "2024-05-02"
rank = 5
summary = "Late at night."
accounts = [{ source = "gazette" }]
media = [{ url = "gone.jpg", alt = "Who fell", caption = "Seen at noon.", credit = "Lind", sensitive = "Shows blood." }]
"#;

#[test]
fn paper_keeps_a_curtain_closed_and_says_why() {
    let site = held(&compiled(CURTAINED)).serve_alone();
    let page = readable(&site, "/");
    let sheets = page.print(Size::A4);
    let words = sheets.iter().flat_map(|sheet| &sheet.words);
    let printed: String = words.map(|word| letters(&word.text)).collect();
    for (text, is_printed) in [
        ("Late at night.", true),
        ("Shows blood.", true),
        ("Lind", true),
        ("Show it", false),
        ("Seen at noon.", false),
        ("Who fell", false),
    ] {
        assert_eq!(printed.contains(&letters(text)), is_printed, "{text} in {printed}");
    }
    assert_eq!(Widget::first(&page).count(".curtain[open]"), 0, "nor does it open for that");
}
