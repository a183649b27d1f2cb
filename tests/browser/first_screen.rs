//! What stands on the first screen, before anybody scrolls.

use on_record_tests::record::{Compiled, compiled, default_compiled};

use super::reading::{held, readable};
use on_record_tests::Widget;

/// Windows of a desk, a tablet and a telephone, px.
const WINDOWS: [(u32, u32); 3] = [(1200, 900), (680, 900), (390, 800)];

/// A picture as high as it is wide.
const PICTURE: &[u8] =
    b"<svg xmlns='http://www.w3.org/2000/svg' width='900' height='600'><rect width='900' height='600'/></svg>";

/// A story that opens with a picture.
fn pictured() -> Compiled {
    compiled(
        "story = { id = \"pictured\", title = \"The ferry and the harbour that it has yet to reach\", language = \"en\", \
            opening = \"crossing\", summary = \"Two crossings since 2019, a vote, a strike, and a pier that was announced for \
            2025 and is still only a plan.\" }\n\
        events = [{ id = \"crossing\", title = \"The ferry crosses for the first time\", date = \"2024-05-02\", \
            summary = \"It is late, after a long night.\", media = [{ url = \"harbour.svg\", alt = \"A ferry leaves\", \
            caption = \"An hour late.\", credit = \"Jo Lind\", width = 900, height = 600 }] }]\n",
    )
}

#[test]
fn title_standfirst_strip_and_opening_stand_on_the_first_screen() {
    for (story, lead) in [(default_compiled(), ".opening blockquote"), (pictured(), ".opening img")] {
        let site = held(&story).file("/harbour.svg", PICTURE).serve_alone();
        let page = readable(&site, "/");
        let widget = Widget::first(&page);
        for (width_px, height_px) in WINDOWS {
            page.set_window(width_px, height_px);
            let places = [".head h1", ".head .stand", ".plot", ".opening h2", lead].map(|part| widget.place(part));
            for pair in places.windows(2) {
                assert!(pair[0].y < pair[1].y, "{width_px} px: one below the other: {places:?}");
            }
            let last = places.last().expect("the picture or the quote");
            // Of a picture so much that it shows what it is.
            let needed_px = last.y + last.height.min(f64::from(width_px) * 0.4);
            assert!(needed_px < f64::from(height_px), "{lead} at {width_px} px: {places:?}");
        }
        page.assert_well();
    }
}
