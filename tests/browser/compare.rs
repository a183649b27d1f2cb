//! When it was said: bars by time and speaker, words and people side by side, the table below, the way into the timeline.

use on_record_tests::{
    Key, Page, Widget,
    record::{Compiled, compiled, counted, said},
};
use serde_json::json;
use story::{Civil, Message, day_from_civil};

use super::{
    address::view,
    stories::{NARROW, QUOTES, ferry, site_of},
};

/// The rows of what is compared.
const ROWS: &str = ".chart li.counted";
/// The buttons of the bars.
const BARS: &str = ".chart .bins button";

/// Compares with one more word, by the field.
fn compare(page: &Page, story: &Compiled, text: &str) {
    let widget = Widget::first(page);
    widget.click(&format!("input[aria-label='{}']", said(&story.story, Message::CompareWords)));
    page.type_text(text);
    page.press(Key::ENTER);
}

/// The quotes that hold a word, by a plain scan.
fn holding(story: &Compiled, word: &str) -> usize {
    let holds = |text: &str| text.split(|c: char| !c.is_alphanumeric()).any(|other| other.eq_ignore_ascii_case(word));
    story.story.quotes.iter().filter(|quote| holds(&quote.text)).count()
}

/// The table: its head, then the sums of its columns.
fn table(page: &Page) -> (Vec<String>, Vec<usize>) {
    page.run_script("probe.one(0, '.chart details').open = true", json!([]));
    page.settle();
    page.js(
        "const cells = (row, of) => [...row.querySelectorAll(of)].map((cell) => cell.textContent.trim());
        const rows = probe.all(0, '.chart tbody tr').map((row) => cells(row, 'td').map(Number));
        const head = probe.all(0, '.chart thead tr').flatMap((row) => cells(row, 'th'));
        return [head, head.slice(1).map((_, at) => rows.reduce((sum, row) => sum + row[at], 0))]",
        json!([]),
    )
}

#[test]
fn two_words_are_compared_in_two_rows_with_their_counts() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.unfold();
    compare(&page, &story, "boat");
    compare(&page, &story, "a");
    let rows = widget.texts(ROWS);
    assert_eq!(rows.len(), 2, "{rows:?}");
    for (row, word) in rows.iter().zip(["boat", "a"]) {
        assert!(row.starts_with(word), "{row}");
        assert!(row.contains(&counted(&story.story, Message::Quotes, holding(&story, word))), "{row}");
    }
    assert!(rows[0].contains("2024"), "the first and the last are told: {}", rows[0]);
    let (head, sums) = table(&page);
    assert_eq!(head[1..], ["boat", "a"]);
    assert_eq!(sums, ["boat", "a"].map(|word| holding(&story, word)), "every quote of the ferry fits into a month");
    page.assert_well();
}

#[test]
fn a_speaker_is_compared_and_removed_and_the_focus_is_not_lost() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.unfold();
    let list = format!("select[aria-label='{}']", said(&story.story, Message::CompareSpeaker));
    widget.focus(&list);
    let choose = "const list = probe.one(0, arguments[0]);
        list.value = 'tom-rask';
        list.dispatchEvent(new Event('change', { bubbles: true }))";
    page.run_script(choose, json!([list]));
    assert!(widget.text(ROWS).starts_with("Tom Rask"), "{:?}", widget.texts(ROWS));
    assert!(widget.text(ROWS).contains(&counted(&story.story, Message::Quotes, 3)));
    assert_eq!(page.fragment(), "#or_compare-speaker_3Atom-rask");
    let offered = widget.attributes(&format!("{list} option"), "value");
    assert!(!offered.contains(&"tom-rask".to_owned()), "{offered:?}");
    let without = said(&story.story, Message::CompareWithout).replace("{name}", "Tom Rask");
    widget.click(&format!("{ROWS} button[aria-label='{without}']"));
    assert_eq!(widget.count(ROWS), 0);
    assert_eq!(page.js::<String>("return probe.focused().closest('.compare')?.localName ?? ''", json!([])), "form");
    page.assert_well();
}

#[test]
fn four_are_compared_at_most_and_the_address_brings_them_back() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.unfold();
    compare(&page, &story, "boat|speaker:ada-berg");
    assert_eq!(page.fragment(), "#or_compare-boat_7Cspeaker_3Aada-berg");
    compare(&page, &story, "the pier");
    compare(&page, &story, "island");
    let four = "#or_compare-boat_7Cspeaker_3Aada-berg_7Cthe__pier_7Cisland";
    assert_eq!(page.fragment(), four);
    assert_eq!(widget.count(&format!("input[aria-label='{}']", said(&story.story, Message::CompareFull))), 1);
    assert_eq!(page.js::<String>("return probe.focused().localName", json!([])), "input", "typing keeps the focus");
    page.type_text("night");
    page.press(Key::ENTER);
    assert_eq!((widget.count(ROWS), page.fragment().as_str()), (4, four));
    let rows = widget.texts(ROWS);
    page.reload();
    assert_eq!(widget.texts(ROWS), rows);
    page.assert_well();
}

#[test]
fn a_bar_is_reached_by_keyboard_and_leads_to_its_time_on_the_timeline() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.unfold();
    let names = widget.names(BARS);
    assert_eq!(widget.count(&format!("{BARS}[tabindex='0']")), 1, "Tab stops once");
    let last = said(&story.story, Message::ShowOnTimeline)
        .replace("{date}", "September 2024")
        .replace("{count}", &counted(&story.story, Message::Quotes, 2));
    assert_eq!(names.last(), Some(&last), "{names:?}");
    widget.focus(BARS);
    page.press(Key::RIGHT);
    let focused = || page.js::<String>("return probe.nameOf(probe.focused())", json!([]));
    assert_eq!(focused(), names[1]);
    page.press(Key::END);
    assert_eq!(focused(), last);
    page.press(Key::ENTER);
    assert_eq!(widget.attributes(".v[aria-current]", "data-view"), ["timeline"]);
    widget.rest();
    let (start, end) = view(&page).expect("the view is another one");
    let day = |month, day| day_from_civil(Civil { year: 2024, month, day }) as f64;
    assert!(start <= day(9, 1) && end >= day(10, 1), "{start}..{end}");
    assert!(end - start < 70.0, "{} days", end - start);
    let inside: bool = page.js("return probe.one(0, '.tl').contains(probe.focused())", json!([]));
    assert!(inside, "the bar is gone and the focus is not");
    page.assert_well();
}

#[test]
fn the_bars_count_what_the_filter_shows_and_every_quote_once() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.unfold();
    let (head, sums) = table(&page);
    assert_eq!(head.len(), 4, "three speakers: {head:?}");
    assert_eq!(sums.iter().sum::<usize>(), story.story.quotes.len());
    widget.search("boat");
    assert_eq!(table(&page).1.iter().sum::<usize>(), holding(&story, "boat"));
    compare(&page, &story, "island");
    assert_eq!(table(&page).1, [1], "both words");
    page.assert_well();
}

#[test]
fn a_table_tells_all_that_the_bars_tell() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.unfold();
    widget.click_named(".chart summary", said(&story.story, Message::AsTable));
    assert!(widget.text(".chart table").contains("September 2024"), "{}", widget.text(".chart table"));
    page.assert_well();
}

#[test]
fn a_story_of_few_quotes_has_no_bars_and_is_compared_all_the_same() {
    let story = compiled(
        r#"
        story = { id = "few", title = "Few", language = "en", unverified = "Made up." }
        people = [{ id = "she", name = "She" }]
        sources = [{ id = "a", title = "A", published = "2024-01-01" }]
        events = [{ id = "e", title = "It happens", date = "2023-01-01", accounts = [{ source = "a", says = "So." }] }]
        quotes = [
          { id = "q", text = "Red and blue", speaker = "she", source = "a", said = "2023-01-01" },
          { id = "r", text = "Red alone", speaker = "she", source = "a" },
        ]
        "#,
    );
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.unfold();
    assert_eq!(widget.count(".chart svg path"), 0);
    compare(&page, &story, "red");
    let row = widget.text(ROWS);
    assert!(row.contains(&counted(&story.story, Message::Quotes, 2)), "{row}");
    let undated =
        story.story.texts[Message::UndatedQuotes.at()].forms.iter().any(|form| row.contains(&form.replace("{n}", "1")));
    assert!(undated, "{row}");
    page.assert_well();
}

#[test]
fn a_row_leads_to_the_quotes_that_it_counts() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.unfold();
    compare(&page, &story, "boat");
    widget.click_named(&format!("{ROWS} button"), "boat");
    assert_eq!(widget.quotes().len(), holding(&story, "boat"));
    page.assert_well();
}

#[test]
fn the_quotes_come_before_the_bars() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, NARROW);
    let widget = Widget::first(&page);
    widget.look("quotes");
    assert!(!widget.shows(".chart .picture"));
    widget.click_named(".chart button", said(&story.story, Message::SaidWhen));
    assert!(widget.shows(".chart .picture"));
    compare(&page, &story, "boat");
    assert_eq!(widget.count(ROWS), 1);
    page.assert_well();
}
