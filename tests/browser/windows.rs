//! Long lists: only the cards near the window are drawn, and nobody notices.

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{Compiled, counted},
    widget::quote,
};
use serde_json::json;
use story::Message;

use super::stories::{LOGBOOK_EVENTS, QUOTES, ferry, logbook, many_quotes, site_of};

/// How many quotes the story of these tests has.
const MANY: usize = 1_000;
/// No more cards are drawn at a time.
const MOST: usize = 40;

fn opened() -> (Compiled, Site, Page) {
    let story = many_quotes(MANY);
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    Widget::first(&page).show_all_quotes(&story.story);
    (story, site, page)
}

fn scroll_by(page: &Page, by_px: i32) {
    page.run_script("scrollBy({ top: arguments[0], behavior: 'instant' })", json!([by_px]));
}

/// Scrolls so that a part of the list, 0 to 1, stands at the top of the window.
fn scroll_to_part(page: &Page, part: f64) {
    let script = "const list = probe.one(0, '.cards').getBoundingClientRect();
        scrollBy({ top: list.top + list.height * arguments[0], behavior: 'instant' })";
    page.run_script(script, json!([part]));
}

/// The card in the middle of the window, and where its top stands, px.
fn in_the_middle(page: &Page) -> (String, f64) {
    let script = "const middle = innerHeight / 2;
        const card = probe.all(0, '[part~=quote]').find((e) => {
          const { top, bottom } = e.getBoundingClientRect();
          return top <= middle && bottom > middle;
        });
        return card && [card.dataset.quote, card.getBoundingClientRect().top]";
    page.wait("a card stands in the middle of the window", script, json!([]))
}

fn top_px(page: &Page, id: &str) -> f64 {
    Widget::first(page).place(&quote(id)).y
}

#[test]
fn few_cards_are_drawn_wherever_the_reader_is_and_each_tells_its_place() {
    let (_, _site, page) = opened();
    let widget = Widget::first(&page);
    for part in [0.0, 0.1, 0.5, 0.9, 0.3, 0.99] {
        scroll_to_part(&page, part);
        let (id, _) = in_the_middle(&page);
        assert!(widget.quotes().len() <= MOST, "{} cards at {part}", widget.quotes().len());
        let number: usize = id[1..].parse().expect("a number");
        let place = widget.attributes(&quote(&id), "aria-posinset");
        assert_eq!(place, [(number + 1).to_string()], "the quotes are in the order of time");
        assert_eq!(widget.attributes(&quote(&id), "aria-setsize"), [MANY.to_string()]);
    }
    page.assert_well();
}

#[test]
fn scrolling_back_moves_what_is_read_as_far_as_was_scrolled() {
    let (_, _site, page) = opened();
    scroll_to_part(&page, 0.6);
    for _ in 0..40 {
        let (id, before_px) = in_the_middle(&page);
        scroll_by(&page, -250);
        let moved_px = top_px(&page, &id) - before_px;
        assert!((moved_px - 250.0).abs() < 2.0, "{id} moved by {moved_px} px");
    }
}

#[test]
fn the_last_card_ends_the_list() {
    let (_, _site, page) = opened();
    let widget = Widget::first(&page);
    for _ in 0..4 {
        page.run_script("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })", json!([]));
    }
    let (list, last) = (widget.place(".cards"), widget.place(&quote(&format!("q{}", MANY - 1))));
    assert!((list.y + list.height - last.y - last.height).abs() < 2.0, "{list:?} {last:?}");
}

#[test]
fn the_focus_is_never_lost_and_tab_goes_on_from_it() {
    let (_, _site, page) = opened();
    let widget = Widget::first(&page);
    let focused = "return probe.focused().closest('[part~=quote]')?.dataset.quote ?? ''";
    widget.focus(&format!("{} .take", quote("q2")));
    scroll_to_part(&page, 0.7);
    assert_ne!(in_the_middle(&page).0, "q2");
    assert_eq!(page.js::<String>(focused, json!([])), "q2");
    let mut seen = vec!["q2".to_owned()];
    while seen.len() < 30 {
        page.press(Key::TAB);
        let id: String = page.js(focused, json!([]));
        if seen.last() != Some(&id) {
            seen.push(id);
        }
    }
    assert_eq!(seen, (2..32).map(|at| format!("q{at}")).collect::<Vec<_>>(), "Tab goes from card to card");
    assert!(widget.quotes().len() <= MOST);
}

#[test]
fn a_link_to_a_quote_far_down_leads_there() {
    let (_, site, page) = opened();
    page.go(&site, "/quotes.html?deep#or_quote-q777");
    page.settle();
    let widget = Widget::first(&page);
    assert_eq!(widget.chosen_quotes(), ["q777"]);
    let top_px = top_px(&page, "q777");
    assert!((0.0..900.0).contains(&top_px), "{top_px} is not in the window");
    assert!(widget.quotes().len() <= MOST);
    page.assert_well();
}

#[test]
fn what_is_typed_narrows_a_long_list_too() {
    let (_, _site, page) = opened();
    let widget = Widget::first(&page);
    widget.search("pier");
    let found = widget.quotes();
    assert!(found.len() > 5 && found.len() <= MOST, "{found:?}");
    assert!(found.iter().all(|id| id.ends_with('3')), "{found:?}");
    assert_eq!(widget.attributes(&quote(&found[0]), "aria-setsize"), [(MANY / 10).to_string()]);
    widget.click("[data-tool=close]");
    assert_eq!(widget.attributes(&quote("q0"), "aria-setsize"), [MANY.to_string()]);
    page.assert_well();
}

#[test]
fn on_paper_stand_the_first_few_hundred_and_afterwards_the_reader_is_where_they_were() {
    let (_, _site, page) = opened();
    let widget = Widget::first(&page);
    scroll_to_part(&page, 0.5);
    let (id, before_px) = in_the_middle(&page);
    page.run_script("dispatchEvent(new Event('beforeprint'))", json!([]));
    assert_eq!(widget.quotes().len(), 300);
    assert_eq!(widget.quotes()[299], "q299");
    assert!(
        widget
            .ask::<String>("return probe.one(arguments[0], arguments[1]).textContent", ".unprinted", "")
            .contains("700")
    );
    page.run_script("dispatchEvent(new Event('afterprint'))", json!([]));
    assert!((top_px(&page, &id) - before_px).abs() < 2.0);
    assert!(widget.quotes().len() <= MOST);
}

#[test]
fn the_quotes_of_a_speaker_close_where_the_reader_was_in_a_long_list() {
    let (_, _site, page) = opened();
    scroll_to_part(&page, 0.5);
    let (id, _) = in_the_middle(&page);
    Widget::first(&page).click(&format!("{} .speaker", quote(&id)));
    let before_px: f64 = page.js("return innerHeight / 2", json!([]));
    assert_eq!(Widget::first(&page).count(".whose"), 1);
    page.back();
    let origin = format!("return probe.focused()?.matches(\"{} .speaker\") ?? false", quote(&id));
    page.wait_until("the focus is back on the name", &origin, json!([]));
    let back_px = || top_px(&page, &id);
    page.wait_for(
        || format!("the card is in the window: {} of {before_px}", back_px()),
        || (back_px() - before_px).abs() < 450.0,
    );
    page.assert_well();
}

#[test]
fn the_events_that_match_are_a_long_list_too_once_the_reader_asks_for_all() {
    let story = logbook();
    let site = site_of(&story);
    let page = Page::open(&site, "/quotes.html#or_q-entry");
    let widget = Widget::first(&page);
    assert_eq!(widget.count(".hits > li"), 8);
    widget.click_named(".found button", &counted(&story.story, Message::ShowMore, LOGBOOK_EVENTS - 8));
    assert!((8..=MOST).contains(&widget.count(".hits > li")));
    let list = widget.place(".hits");
    assert!(list.height > 20.0 * LOGBOOK_EVENTS as f64, "{list:?} has no room for all");
    page.run_script("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })", json!([]));
    page.run_script("scrollTo({ top: document.documentElement.scrollHeight, behavior: 'instant' })", json!([]));
    let places = widget.attributes(".hits > li", "aria-posinset");
    assert_eq!(places.last(), Some(&LOGBOOK_EVENTS.to_string()));
    page.assert_well();
}

#[test]
fn on_a_phone_a_link_leads_to_the_card_as_well() {
    let (_, site, page) = opened();
    page.set_width(360);
    page.go(&site, "/quotes.html?phone#or_quote-q555");
    page.settle();
    let top_px = top_px(&page, "q555");
    assert!((0.0..900.0).contains(&top_px), "{top_px} is not in the window");
    page.assert_well();
}

#[test]
fn a_short_list_is_drawn_whole() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.show_all_quotes(&story.story);
    assert_eq!(widget.quotes().len(), story.story.quotes.len());
    assert_eq!(widget.count("[aria-setsize]"), 0);
}
