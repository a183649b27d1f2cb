//! What lasted beside what happened in a moment, and the words of the axis at the edges of the view.

use on_record_tests::{
    Key, Page, Widget,
    record::{Compiled, compiled},
    widget::event,
};
use serde_json::json;

use super::stories::{TIMELINE, site_of};

const BAR: &str = "[part~=lane] span.range";

/// Lives of fifty years, three years after each other.
fn lives() -> Compiled {
    let head = "story = { id = \"lives\", title = \"Lives\", language = \"en\" }\n";
    let life = |n: u32| {
        let from = 1800 + 3 * n;
        format!("[[events]]\nid = \"e{n}\"\ntitle = \"Life {n}\"\ndate = \"{from}/{}\"\n", from + 50)
    };
    compiled(&std::iter::once(head.to_owned()).chain((0..16).map(life)).collect::<String>())
}

#[test]
fn sixteen_lives_in_one_lane_are_sixteen_bars_as_long_as_each_other() {
    let site = site_of(&lives());
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    assert_eq!(widget.count(BAR), 16, "in the first view, which begins and ends within them");
    widget.click("div[part~=timeline] button[title='Show the whole story']");
    assert_eq!(widget.count(BAR), 16);
    // Those that reach out of the view are drawn as far as the window of the scene.
    widget.focus_timeline();
    page.press(Key('0'));
    widget.rest();
    let widths: Vec<f64> =
        page.js("return probe.all(0, arguments[0]).map((e) => e.getBoundingClientRect().width)", json!([BAR]));
    assert!(widths.iter().all(|width| (width - widths[0]).abs() < 12.0 && *width > 100.0), "{widths:?}");
    widget.click(&event("e15"));
    page.assert_well();
}

#[test]
fn no_edge_of_the_view_cuts_a_number_of_the_axis() {
    let story = "story = { id = \"far\", title = \"Far\", language = \"en\" }\nevents = [\
        { id = \"a\", title = \"A\", date = \"Y-12000\" }, { id = \"b\", title = \"B\", date = \"-4000\" }, \
        { id = \"c\", title = \"C\", date = \"2024\" }]\n";
    let site = site_of(&compiled(story));
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    for step in
        ["Zoom in", "Back in time", "Zoom in", "On in time", "Zoom in", "Back in time", "Zoom out", "On in time"]
    {
        let cut: Vec<String> = page.js(
            "const { left, right } = probe.all(0, 'div[part~=timeline]')[0].getBoundingClientRect();
             return probe.all(0, '[part~=axis] span, [part~=overview] span').filter((e) => {
               const words = document.createRange();
               words.selectNodeContents(e);
               const place = words.getBoundingClientRect();
               return getComputedStyle(e).visibility === 'visible'
                 && place.width > 0 && place.right > left && place.left < right
                 && (place.left < left || place.right > right);
             }).map((e) => e.textContent)",
            json!([]),
        );
        assert_eq!(cut, Vec::<String>::new());
        let shown: usize = page.js(
            "return probe.all(0, '[part~=axis] span').filter((e) => getComputedStyle(e).visibility === 'visible').length",
            json!([]),
        );
        assert!(shown > 1, "{shown} ticks have their labels");
        widget.click(&format!("div[part~=timeline] button[title='{step}']"));
        widget.rest();
    }
    page.assert_well();
}
