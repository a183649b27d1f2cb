//! Stories that a page has no room for.

use crate::parsed::parsed;
use crate::telling_of::{PAGE, compiled, event, head, html_of, order_of, quote, story, told};
use telling::{AsOf, Order, Setting, is_full};

/// A story of so many events, one in five of each rank, one each year.
fn large(count: usize) -> story::Story {
    let row = |at: usize| event(&format!("e{at}"), &(1500 + at % 500).to_string(), &format!("rank = {}", 1 + at % 5));
    story(&(0..count).map(row).collect::<String>())
}

#[test]
fn a_story_is_told_whole_up_to_200_events_and_beyond_by_what_matters_most() {
    for (count, shown) in [(1, 1), (5, 5), (200, 200), (250, 200)] {
        let view = told(&large(count));
        assert_eq!(view.ids("event-").len(), shown, "{count}");
        assert_eq!(view.of("m").len(), shown, "{count}");
        let left: usize =
            view.of("left").iter().filter_map(|left| left.text.split(' ').next()?.parse::<usize>().ok()).sum();
        assert_eq!(left, count - shown, "what is left out is counted");
        let has_rank = |rank: usize| {
            view.ids("event-").iter().any(|id| id[1..].parse::<usize>().expect("a number") % 5 == rank - 1)
        };
        assert_eq!(has_rank(5), (5..=200).contains(&count), "{count}: the lowest rank");
    }
}

#[test]
fn what_a_year_has_no_room_for_is_counted_by_month() {
    let month = |at: usize| ["2021", "2021-03", "2021-07-09"][at % 3];
    let rows: String =
        (0..500).map(|at| event(&format!("e{at}"), month(at), &format!("rank = {}", 2 + at % 2))).collect();
    let view = told(&story(&rows));
    let left = view.of("left").into_iter().map(|left| left.text.clone()).max_by_key(String::len).expect("a rest");
    let counts: Vec<usize> = left.split(|c: char| !c.is_ascii_digit()).filter_map(|word| word.parse().ok()).collect();
    assert!(counts[0] > 250 && counts.len() == 3, "two months are named: {left}");
    let of_months = counts[1] + counts[2];
    assert!(of_months > 0 && of_months < counts[0], "what is only known to the year is of no month: {left}");
}

#[test]
fn a_chapter_counts_all_its_events_and_quotes_told_or_not() {
    let rows: String = (0..250)
        .map(|at| {
            let id = format!("e{at}");
            let rank = if at < 10 { 5 } else { 2 };
            [
                event(&id, if at < 10 { "2021" } else { "2020" }, &format!("rank = {rank}")),
                quote(&format!("q{at}"), "Q", &format!("event = \"{id}\"")),
            ]
            .concat()
        })
        .collect();
    let view = told(&story(&rows));
    let chapter =
        view.of("ch").into_iter().find(|heading| heading.text.starts_with("2021")).expect("a chapter").text.clone();
    assert_eq!(chapter, "2021 10 events, 10 quotes");
}

#[test]
fn where_all_is_is_said_once_and_only_where_something_is_left_out() {
    let setting = Setting { rest: "all.html#data", ..PAGE };
    let ways = |story: &story::Story| {
        let view = parsed(&html_of(story, setting));
        view.named("a").iter().filter(|link| link.get("href") == Some(setting.rest)).count()
    };
    assert_eq!((ways(&large(200)), ways(&large(201))), (0, 1));
    let quotes: String = (0..201).map(|at| quote(&format!("q{at}"), "Q", "")).collect();
    assert_eq!(ways(&story(&quotes)), 1);
    let view = parsed(&html_of(&story(&quotes), setting));
    assert_eq!(view.ids("quote-").len(), 200);
    assert!(view.text.contains("The 200 most important of 201 quotes."));
}

#[test]
fn words_that_would_lead_to_what_is_not_told_are_no_links() {
    let rows: String = (0..220).map(|at| event(&format!("e{at}"), "2020", "rank = 1")).collect();
    let plan = event(
        "plan",
        "2019",
        "status = \"planned\"\nannounced = \"2018\"\nbecame = \"end\"\nrank = 1\naccounts = [{ source = \"jan\" }, { source = \"feb\" }]",
    );
    let view = told(&story(&[rows, plan, event("end", "2020", "rank = 5")].concat()));
    let plan = view.by_id("event-plan");
    assert!(plan.text.contains("Title end."));
    assert!(plan.named("a").iter().all(|link| link.get("href") != Some("#event-end")));
}

#[test]
fn a_chain_of_plans_as_long_as_the_story_is_told_before_its_end() {
    const LEN: usize = 3_000;
    let rows: String = (0..LEN)
        .map(|at| {
            event(
                &format!("e{at}"),
                "2021-06",
                &format!("status = \"planned\"\nannounced = \"2021-05\"\nbecame = \"e{}\"\nrank = 5", at + 1),
            )
        })
        .collect();
    let end = event(&format!("e{LEN}"), "2021-05-02", "rank = 1");
    let order = order_of(&story(&[rows, end].concat()), None);
    assert_eq!(order[0], format!("opening: e{LEN}"));
    assert!(order.len() == 2 || order[1].starts_with("before"), "all of them stand before it");
}

#[test]
fn a_story_of_20_000_events_has_few_chapters_and_200_events() {
    let row = |at: usize| {
        format!("[[events]]\nid = \"e{at}\"\ntitle = \"E\"\ndate = \"{:04}\"\nrank = {}\n", 1 + at % 2_000, 1 + at % 5)
    };
    let story = compiled(&[head("en"), (0..20_000).map(row).collect()].concat());
    let bundle = compile::opened(&story);
    let as_of = AsOf { bundle: &bundle, day: None };
    let order = Order::new(as_of);
    assert_eq!(order.events().count(), 200);
    assert!(order.chapters.len() <= 42, "{}", order.chapters.len());
    assert_eq!(order.left(), 19_800);
    assert_eq!(order.stops(as_of).count(), 200);
    assert!(order.stops(as_of).all(|ix| is_full(as_of, ix) && order.tells(ix)));
}
