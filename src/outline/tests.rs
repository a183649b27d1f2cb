//! What an outline shows of small and large stories, and that nothing gets lost in its folds.

use std::rc::Rc;

use proptest::prelude::*;
use story::{Civil, DAY_SECS, day_from_civil, sec_from_day};

use super::{threads::Row, *};
use crate::{
    known::Knowledge,
    testing::{self, event},
};

/// No act of the reader's adds more lines than this.
const MAX_LINES: usize = 60;

/// Events by the first second and the last in which they may have begun; the number of mentions is the position in
/// the author's order.
struct Plain(Vec<(i64, i64)>);

impl Facts for Plain {
    fn began(&self, event: EventIx) -> Option<(i64, i64)> {
        self.0.get(event.at()).copied()
    }

    fn mentions(&self, event: EventIx) -> u32 {
        event.0
    }
}

/// A story of so many events a day, for so many days from 2020 on, of these ranks in turn.
fn days(days: i64, a_day: usize, ranks: &[u8]) -> (Rolls, Plain) {
    let first = day_from_civil(Civil { year: 2020, month: 1, day: 1 });
    let dates = (first..first + days).flat_map(|day| {
        let start_sec = sec_from_day(day);
        std::iter::repeat_n((start_sec, start_sec + DAY_SECS - 1), a_day)
    });
    story(dates.zip(ranks.iter().copied().cycle()))
}

fn story(events: impl Iterator<Item = ((i64, i64), u8)>) -> (Rolls, Plain) {
    let mut rolls = Rolls { past: Roll::new(true), ahead: Roll::new(false) };
    let mut dates = Vec::new();
    for (at, (began, rank)) in events.enumerate() {
        rolls.past.push(EventIx::from(at), rank);
        dates.push(began);
    }
    (rolls, Plain(dates))
}

/// Every line in order, with what is folded as one.
fn lines(groups: &[Group]) -> Vec<&Line> {
    let mut all = Vec::new();
    for line in groups.iter().flat_map(|group| &group.lines) {
        all.push(line);
        if let Line::Folded(Folded { content: Content::Open(inside), .. }) = line {
            all.extend(lines(inside));
        }
    }
    all
}

fn shown(outline: &Outline) -> Vec<EventIx> {
    let event = |line: &&Line| if let Line::Event(ix) = line { Some(*ix) } else { None };
    lines(&outline.past).iter().filter_map(event).collect()
}

/// The folds that a press opens further.
fn folds(outline: &Outline) -> Vec<&Folded> {
    lines(&outline.past)
        .into_iter()
        .filter_map(|line| if let Line::Folded(folded) = line { Some(folded) } else { None })
        .filter(|folded| !matches!(folded.content, Content::Open(_)))
        .collect()
}

fn at_first(rolls: &Rolls, facts: &Plain) -> Outline {
    outline(rolls, facts, &Reader::default())
}

fn years(outline: &Outline) -> Vec<(i64, i64)> {
    let year = |sec| story::civil_from_day(story::day_from_sec(sec)).year;
    let ends = outline.past.iter().filter_map(|group| group.when);
    ends.map(|when| (year(when.earliest_sec().expect("it has")), year(when.latest_sec().expect("it has")))).collect()
}

#[test]
fn a_story_of_a_dozen_events_is_shown_whole_and_one_of_more_is_folded() {
    let (rolls, facts) = days(12, 1, &[3]);
    assert_eq!((shown(&at_first(&rolls, &facts)).len(), folds(&at_first(&rolls, &facts)).len()), (12, 0));
    let (rolls, facts) = days(30, 1, &[1, 3, 3]);
    let outline = at_first(&rolls, &facts);
    let weighty: Vec<EventIx> = (0..30).step_by(3).map(EventIx::from).collect();
    assert_eq!(shown(&outline), weighty);
    assert!(folds(&outline).iter().all(|folded| (folded.count, folded.days) == (2, Some(2))));
}

#[test]
fn where_few_events_are_weighty_the_next_rank_joins_in() {
    let (rolls, facts) = days(30, 1, &[3, 5, 5]);
    let shown = shown(&at_first(&rolls, &facts));
    assert!((8..=20).contains(&shown.len()), "{shown:?}");
    assert!(shown.iter().all(|ix| ix.0 % 3 == 0), "{shown:?}");
}

#[test]
fn of_events_of_one_rank_those_with_the_most_sources_and_quotes_stand_as_lines() {
    let (rolls, facts) = days(1, 45, &[3]);
    assert_eq!(shown(&at_first(&rolls, &facts)), (25..45).map(EventIx::from).collect::<Vec<_>>());
}

#[test]
fn to_fold_one_event_saves_no_room_unless_it_is_told_elsewhere() {
    let (rolls, facts) = days(26, 1, &[1, 5]);
    assert_eq!(folds(&at_first(&rolls, &facts)).len(), 0);
    let (rolls, facts) = days(26, 1, &[1, 6]);
    assert_eq!(folds(&at_first(&rolls, &facts)).len(), 13);
}

#[test]
fn a_million_events_of_six_years_stand_under_six_headings() {
    let (rolls, facts) = days(6 * 365, 457, &[2, 3, 4, 5, 5, 5, 1, 5]);
    let outline = at_first(&rolls, &facts);
    assert_eq!(years(&outline), [2020, 2021, 2022, 2023, 2024, 2025].map(|year| (year, year)));
    assert!((18..=20).contains(&shown(&outline).len()), "{}", shown(&outline).len());
    assert!(lines(&outline.past).len() <= MAX_LINES);
}

#[test]
fn lonely_years_share_a_heading() {
    let year = |year| {
        let start_sec = sec_from_day(day_from_civil(Civil { year, month: 3, day: 1 }));
        (start_sec, start_sec)
    };
    let busy = std::iter::repeat_n((year(2024), 1), 15);
    let (rolls, facts) = story([1990, 2002, 2019].map(|it| (year(it), 1)).into_iter().chain(busy));
    assert_eq!(years(&at_first(&rolls, &facts)), [(1990, 2019), (2024, 2024)]);
}

#[test]
fn no_heading_is_more_precise_than_the_dates_under_it() {
    let (_, Plain(mut dates)) = days(60, 1, &[3]);
    let month = |dates: &[(i64, i64)]| {
        let (rolls, facts) = story(dates.iter().map(|date| (*date, 3)));
        at_first(&rolls, &facts).past.len()
    };
    assert_eq!(month(&dates), 2, "January and February");
    let year = dates[0].0 + 365 * DAY_SECS;
    dates.iter_mut().for_each(|date| date.1 = year);
    assert_eq!(month(&dates), 1, "some time in 2020");
}

#[test]
fn ten_thousand_events_of_a_day_open_fifty_at_a_time() {
    let (rolls, facts) = days(1, 10_000, &[3]);
    let first = at_first(&rolls, &facts);
    assert_eq!(shown(&first), (0..50).map(EventIx::from).collect::<Vec<_>>());
    let [rest] = folds(&first)[..] else { panic!("one fold holds the rest") };
    assert_eq!((rest.count, &rest.content), (9_950, &Content::Next(EventIx(50))));
    let next = outline(&rolls, &facts, &Reader { opened: &[rest.fold], ..Reader::default() });
    assert_eq!(shown(&next).len(), 100);
    let newest = outline(&rolls, &facts, &Reader { newest_first: true, ..Reader::default() });
    assert_eq!(shown(&newest), (9_950..10_000).rev().map(EventIx::from).collect::<Vec<_>>());
}

#[test]
fn what_the_reader_stands_on_is_shown_however_deep_it_lies() {
    let (rolls, facts) = days(6 * 365, 100, &[5]);
    let at = EventIx(123_456);
    let found = outline(&rolls, &facts, &Reader { at: Some(at), ..Reader::default() });
    assert!(shown(&found).contains(&at));
    assert!(found.held.len() > 1, "it lies in a fold within a fold");
    let kept = outline(&rolls, &facts, &Reader { opened: &found.held, ..Reader::default() });
    assert_eq!(shown(&kept), shown(&found), "the folds stay open without it");
}

#[test]
fn what_the_reader_stands_on_stands_alone_among_the_rest_of_a_day() {
    let (rolls, facts) = days(1, 1_000, &[3]);
    let at = Some(EventIx(700));
    let found = outline(&rolls, &facts, &Reader { at, ..Reader::default() });
    assert_eq!(shown(&found).len(), 51);
    let counts: Vec<usize> = folds(&found).iter().map(|folded| folded.count).collect();
    assert_eq!(counts, [650, 299]);
    let opened = folds(&found)[1].fold;
    let further = outline(&rolls, &facts, &Reader { at, opened: &[opened], ..Reader::default() });
    assert_eq!(shown(&further).len(), 101);
}

#[test]
fn what_is_searched_for_is_listed_under_headings_fifty_at_a_time() {
    let (rolls, facts) = days(3 * 365, 1, &[5]);
    let found = outline(&rolls, &facts, &Reader { searched: true, ..Reader::default() });
    assert_eq!(shown(&found), (0..50).map(EventIx::from).collect::<Vec<_>>());
    assert_eq!(found.past.len(), 2, "January and February");
    let newest = outline(&rolls, &facts, &Reader { searched: true, newest_first: true, ..Reader::default() });
    assert_eq!(shown(&newest), (1_045..1_095).rev().map(EventIx::from).collect::<Vec<_>>());
}

#[test]
fn a_story_without_events_has_no_lines() {
    let (rolls, facts) = days(0, 0, &[1]);
    assert_eq!(at_first(&rolls, &facts), Outline::default());
}

#[test]
fn what_was_still_ahead_stands_apart_and_settled_plans_with_their_outcome() {
    let known = Knowledge::new(Rc::new(testing::record()), None);
    let rolls = Rolls::new(&known, &|_| true);
    let ids = |roll: &Roll| -> Vec<&str> {
        (0..roll.len()).map(|at| known.record.bundle.event(roll.event(at)).id()).collect()
    };
    assert_eq!(ids(&rolls.past), ["painted-blue", "to-be-painted", "painted", "to-open", "opened"]);
    assert_eq!(ids(&rolls.ahead), ["to-be-widened"]);
    let told: Vec<bool> = (0..rolls.past.len()).map(|at| rolls.past.is_told_elsewhere(at)).collect();
    assert_eq!(told, [false, true, false, true, false]);
}

#[test]
fn a_thread_leads_from_the_day_of_the_announcement_to_what_a_plan_became() {
    let known = Knowledge::new(Rc::new(testing::record()), None);
    let record = &known.record;
    let facts = StoryFacts::new(&record.bundle);
    let rolls = Rolls::new(&known, &|_| true);
    for newest_first in [false, true] {
        let outline = outline(&rolls, &facts, &Reader { newest_first, ..Reader::default() });
        let rows = rows(&outline, newest_first);
        let threads = threads(&known, &facts, &rows, newest_first);
        let row = |id| {
            let is_row = |row: &&Row| matches!(row, Row::Event(ix, _) if *ix == event(record, id));
            ThreadEnd { row: rows.iter().position(|row| is_row(&row)).expect("it is shown"), at_mark: true }
        };
        let ends: Vec<(ThreadEnd, bool)> = threads
            .iter()
            .map(|thread| (if newest_first { thread.top } else { thread.bottom }, thread.is_open))
            .collect();
        for (id, is_open) in [("painted", false), ("opened", false), ("to-be-widened", true)] {
            assert!(ends.contains(&(row(id), is_open)), "{id}: {threads:?}");
        }
        assert!(threads.iter().all(|thread| thread.top < thread.bottom));
    }
}

fn dates() -> impl Strategy<Value = Vec<((i64, i64), u8)>> {
    let event = (0..4_000_i64, 0..3_u8, 1..=6_u8);
    proptest::collection::vec(event, 0..400).prop_map(|mut events| {
        events.sort_unstable();
        let began = |(day, length, rank): (i64, u8, u8)| {
            let start_sec = sec_from_day(day);
            ((start_sec, start_sec + DAY_SECS * [1, 30, 365][usize::from(length)] - 1), rank)
        };
        events.into_iter().map(began).collect()
    })
}

proptest! {
    #[test]
    fn nothing_gets_lost_in_a_fold(events in dates(), newest_first: bool, searched: bool, choices: Vec<u8>) {
        let n = events.len();
        let (rolls, facts) = story(events.into_iter());
        let mut opened = Vec::new();
        let mut before = 0;
        for choice in choices.into_iter().map(usize::from).chain(std::iter::repeat_n(0, n)) {
            let outline = outline(&rolls, &facts, &Reader { opened: &opened, at: None, newest_first, searched });
            let lines = lines(&outline.past).len();
            prop_assert!(lines <= before + MAX_LINES, "{before} lines have become {lines}");
            before = lines;
            let shown = shown(&outline);
            let folds = folds(&outline);
            prop_assert_eq!(shown.len() + folds.iter().map(|folded| folded.count).sum::<usize>(), n);
            prop_assert!(shown.is_sorted_by(|a, b| (a < b) != newest_first && a != b));
            let Some(folded) = folds.get(choice % folds.len().max(1)) else { break };
            opened.push(folded.fold);
        }
        let all = outline(&rolls, &facts, &Reader { opened: &opened, at: None, newest_first, searched });
        prop_assert_eq!(shown(&all).len(), n);
    }

    #[test]
    fn the_reader_is_never_folded_away(events in dates(), at: prop::sample::Index, newest_first: bool, searched: bool) {
        prop_assume!(!events.is_empty());
        let at = EventIx::from(at.index(events.len()));
        let (rolls, facts) = story(events.into_iter());
        let outline = outline(&rolls, &facts, &Reader { opened: &[], at: Some(at), newest_first, searched });
        prop_assert!(shown(&outline).contains(&at));
        prop_assert!(lines(&outline.past).len() <= 4 * MAX_LINES);
    }
}
