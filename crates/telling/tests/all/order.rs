//! In which order a story is told.

use story::Story;

use crate::telling_of::{day, event, head, order_of, quote, story, story_of, told};

/// Tells the rows of a story and compares the parts of its order.
fn check(rows: &[String], expected: &[&str]) {
    assert_eq!(order_of(&story(&rows.concat()), None), expected);
}

const PICTURE: &str = "media = [{ url = \"a.jpg\", alt = \"A\" }]\n";

#[test]
fn a_story_opens_with_the_first_of_the_most_important_that_has_a_picture_else_a_quote() {
    let quoted = |id: &str| quote("q", "Q", &format!("event = \"{id}\""));
    let ranked = |rank: u8, more: &str| format!("rank = {rank}\n{more}");
    let check_opening = |rows: &[String], expected: &str| {
        assert_eq!(order_of(&story(&rows.concat()), None)[0], format!("opening: {expected}"));
    };
    let (a, b) = (event("a", "2020", &ranked(2, "")), event("b", "2021", &ranked(2, "")));
    check_opening(&[a.clone(), b.clone()], "a");
    check_opening(&[a.clone(), b.clone(), quoted("b")], "b");
    check_opening(&[a.clone(), quoted("a"), event("b", "2021", &ranked(2, PICTURE))], "b");
    check_opening(&[a, quoted("a"), event("b", "2021", &ranked(1, ""))], "b");
    let link = "media = [{ url = \"https://a.example/\", kind = \"link\", alt = \"A\" }]\n";
    check_opening(&[event("a", "2020", &ranked(2, link)), b.clone(), quoted("b")], "b");
    // One that is still ahead opens nothing while there is another.
    let ahead = event("c", "2025", &ranked(1, "status = \"planned\"\n"));
    check_opening(&[ahead.clone(), b], "b");
    check_opening(&[ahead], "c");
}

#[test]
fn where_no_script_runs_what_is_told_at_length_leads_to_what_is_before_and_after_it() {
    let full = |id: &str, date: &str| event(id, date, "rank = 1\n");
    let rows = [full("a", "2020"), event("line", "2021", "rank = 3\n"), full("b", "2022"), full("c", "2023")];
    let view = told(&story(&rows.concat()));
    let ways = |id: &str| -> Vec<String> {
        let links = view.by_id(id).named("noscript").into_iter().flat_map(|it| it.named("a"));
        links.filter_map(|link| link.get("href").map(str::to_owned)).collect()
    };
    assert_eq!(ways("event-a"), ["#event-b"]);
    assert_eq!(ways("event-b"), ["#event-a", "#event-c"]);
    assert_eq!(ways("event-c"), ["#event-b"]);
    assert!(ways("event-line").is_empty());
}

#[test]
fn a_story_opens_with_what_its_editor_says_from_the_day_on_which_that_is_known() {
    let opening = |named: &str| {
        let rows = [
            event("a", "2020", "rank = 1\n"),
            event("b", "2021", "rank = 3\naccounts = [{ source = \"feb\" }]\n"),
            quote("q", "Q", "event = \"a\""),
        ];
        story_of(&[&head("en"), named].concat(), &rows.concat())
    };
    let first = |story: &Story, on: Option<i64>| order_of(story, on)[0].clone();
    assert_eq!(first(&opening(""), None), "opening: a");
    let named = opening("opening = \"b\"\n");
    assert_eq!(first(&named, None), "opening: b");
    assert_eq!(first(&named, Some(day(1, 5))), "opening: a", "not known yet");
}

#[test]
fn what_came_before_stands_before_what_followed_and_then_come_the_years() {
    check(
        &[
            event("early", "2019-05", ""),
            event("open", "2020-02", "rank = 1"),
            event("same", "2020-09", ""),
            event("next", "2021", ""),
            event("last", "2023-04-05", ""),
        ],
        &["opening: open", "before: early", "followed: same", "2021: next", "2023: last"],
    );
}

#[test]
fn more_than_a_few_years_before_have_headings_of_their_own() {
    let mut rows: Vec<String> = (0..25).map(|at| event(&format!("e{at}"), &format!("20{:02}", at / 5), "")).collect();
    rows.push(event("open", "2010", "rank = 1"));
    let order = order_of(&story(&rows.concat()), None);
    assert_eq!(order[..3], ["opening: open", "before:", "2000: e0 e1 e2 e3 e4"]);
    let view = told(&story(&rows.concat()));
    assert!(view.of("left").is_empty(), "nothing is left out of it");
}

#[test]
fn years_become_decades_where_they_are_too_many_and_eras_have_their_names() {
    let rows: String = (0..60).map(|at| event(&format!("e{at}"), &(1900 + 2 * at).to_string(), "")).collect();
    let order = order_of(&story(&rows), None);
    assert_eq!(order[..3], ["opening: e0", "followed: e1 e2 e3 e4", "1910s: e5 e6 e7 e8 e9"]);
    let era = "[[eras]]\nid = \"w\"\nname = \"The war\"\ndate = \"1914/1918\"\n";
    let rows = [
        event("a", "1913", ""),
        event("b", "1914-08", ""),
        event("c", "1917", ""),
        event("d", "1920", ""),
        era.to_owned(),
    ];
    check(&rows, &["opening: a", "The war: b c", "1920: d"]);
}

#[test]
fn a_month_is_told_at_its_end_and_a_range_at_the_end_of_its_first_unit() {
    let rows = [
        event("open", "2020", "rank = 1\n"),
        event("month", "2021-05", ""),
        event("day", "2021-05-30", ""),
        event("after", "2021-06-01", ""),
        event("range", "2021-05-02/2021-07-01", ""),
    ];
    check(&rows, &["opening: open", "2021: range day month after"]);
}

#[test]
fn a_settled_plan_is_told_when_it_was_announced_and_never_behind_what_came_of_it() {
    let plan = |id: &str, announced: &str, became: &str| {
        event(id, "2021-06", &format!("status = \"planned\"\nannounced = \"{announced}\"\nbecame = \"{became}\""))
    };
    let (open, end) = (event("open", "2020-01-01", "rank = 1"), event("end", "2021-06-03", ""));
    let expected = |order: &str| ["opening: open".to_owned(), format!("2021:{order}")];
    let check = |rows: &[String], order: &str| assert_eq!(order_of(&story(&rows.concat()), None), expected(order));
    check(&[open.clone(), end.clone(), event("x", "2021-03", ""), plan("a", "2021-02-01", "end")], " a x end");
    // Announced within the month at whose end it is told, which is after the result.
    check(&[open.clone(), end.clone(), plan("a", "2021-06", "end")], " a end");
    // A chain, of which only the last can be told in time.
    check(
        &[open, end, plan("c", "2021-06", "end"), plan("b", "2021-06", "c"), plan("a", "2021-06", "b")],
        " a b c end",
    );
}

#[test]
fn a_plan_that_was_put_off_never_stands_behind_what_it_became_among_those_ahead_either() {
    let rows = [
        event("open", "2020", ""),
        event("a", "2025-12", "status = \"planned\"\nbecame = \"b\""),
        event("b", "2025-06", "status = \"planned\""),
        event("c", "2025-03", "status = \"expected\""),
        event("d", "", "status = \"planned\""),
    ];
    check(&rows, &["opening: open", "ahead: c a b d"]);
}

#[test]
fn an_open_plan_that_is_overdue_is_not_ahead_but_stands_where_it_was_announced() {
    let rows = [
        event("open", "2020-01-01", ""),
        event("late", "2023-12", "status = \"planned\"\nannounced = \"2022-05-01\""),
        event("due", "2024-03-01", "status = \"planned\""),
    ];
    let story = story(&rows.concat());
    assert_eq!(order_of(&story, None), ["opening: open", "2022: late", "ahead: due"]);
    assert_eq!(order_of(&story, Some(day(3, 2))), ["opening: open", "2022: late", "2024: due"]);
}

#[test]
fn quotes_without_an_event_stand_at_the_end_in_the_order_of_time() {
    let rows = [quote("b", "B", "said = \"2022\""), quote("a", "A", "said = \"2021\"")];
    check(&rows, &["loose: a b"]);
    let view = told(&story(&rows.concat()));
    assert!(view.of("ch").is_empty(), "where all quotes are such, they need no name for it");
    let view = told(&story(&[rows.concat(), event("e", "2020", "")].concat()));
    assert!(view.of("ch").iter().any(|heading| heading.text.contains("2 quotes")));
}

#[test]
fn nothing_is_said_to_be_on_record_only_where_nothing_is() {
    assert_eq!(told(&story("")).of("nothing").len(), 1);
    for rows in [event("a", "2020", ""), event("a", "", "status = \"planned\""), quote("a", "A", "")] {
        assert!(told(&story(&rows)).of("nothing").is_empty());
    }
}
