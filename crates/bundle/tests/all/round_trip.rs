//! What is written is what is read.

use crate::any::any_story;
use crate::back::{as_held, story_from};
use crate::sample::sample_story;
use bundle::Bundle;

use crate::write_plain;
use proptest::prelude::*;
use story::{ChangeIx, Event, EventIx, Message, PersonIx, QuoteIx, SourceIx, Story, Subject};

fn opened(story: &Story) -> Bundle {
    Bundle::open(write_plain(story)).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_story_is_read_as_it_was_written(story in any_story()) {
        prop_assert_eq!(story_from(&opened(&story)), as_held(story));
    }

    #[test]
    fn what_a_bundle_does_not_hold_does_not_change_its_bytes(story in any_story()) {
        let bytes = write_plain(&story);
        prop_assert_eq!(&write_plain(&story.clone()), &bytes);
        let texts = story.texts.clone();
        prop_assert_eq!(write_plain(&Story { texts, ..as_held(story) }), bytes);
    }

    #[test]
    fn every_id_is_found_and_no_other(story in any_story()) {
        let bundle = opened(&story);
        for ix in bundle.events() {
            prop_assert_eq!(bundle.event_by_id(bundle.event(ix).id()), Some(ix));
        }
        for ix in bundle.quotes() {
            prop_assert_eq!(bundle.quote_by_id(bundle.quote(ix).id()), Some(ix));
        }
        for ix in bundle.people() {
            prop_assert_eq!(bundle.person_by_id(bundle.person(ix).id()), Some(ix));
        }
        for ix in bundle.sources() {
            prop_assert_eq!(bundle.source_by_id(bundle.source(ix).id()), Some(ix));
        }
        for (ix, event) in (0..).map(EventIx).zip(&story.events) {
            for id in &event.formerly {
                prop_assert_eq!((bundle.event_by_former_id(id), bundle.event_by_id(id)), (Some(ix), None));
            }
            prop_assert_eq!(bundle.event_by_former_id(&event.id), None);
        }
        for (ix, quote) in (0..).map(QuoteIx).zip(&story.quotes) {
            prop_assert!(quote.formerly.iter().all(|id| bundle.quote_by_former_id(id) == Some(ix)));
        }
        for (ix, person) in (0..).map(PersonIx).zip(&story.people) {
            prop_assert!(person.formerly.iter().all(|id| bundle.person_by_former_id(id) == Some(ix)));
        }
        for (ix, source) in (0..).map(SourceIx).zip(&story.sources) {
            prop_assert!(source.formerly.iter().all(|id| bundle.source_by_former_id(id) == Some(ix)));
        }
        for id in ["", "0", "5-event", "zzz"] {
            prop_assert_eq!(bundle.event_by_former_id(id), None);
            prop_assert_eq!(bundle.event_by_id(id), None);
            prop_assert_eq!(bundle.source_by_id(id), None);
        }
    }

    #[test]
    fn a_column_in_one_pass_says_what_each_row_says(story in any_story()) {
        let bundle = opened(&story);
        let statuses = bundle.events().map(|ix| bundle.event(ix).status());
        prop_assert!(bundle.statuses().eq(statuses));
        let events = bundle.events().map(|ix| bundle.event(ix).known_from());
        prop_assert!(bundle.events_known_from(|when| when).eq(events));
        let quotes = bundle.quotes().map(|ix| bundle.quote(ix).known_from());
        prop_assert!(bundle.quotes_known_from(|when| when).eq(quotes));
    }

    #[test]
    fn events_in_order_of_time_are_all_events_in_order(story in any_story()) {
        let bundle = opened(&story);
        let turn = |ix: EventIx| {
            let event: &Event = &story.events[ix.at()];
            [&event.date, &event.announced].into_iter().flatten().find_map(|date| date.when.turn())
        };
        let turns: Vec<_> = bundle.events().map(turn).collect();
        let expected: Vec<_> = story::in_time(&turns).into_iter().map(EventIx).collect();
        prop_assert_eq!(bundle.events_by_time().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn quotes_in_order_of_time_go_by_their_days(story in any_story()) {
        let bundle = opened(&story);
        let day = |ix: story::QuoteIx| {
            let quote = bundle.quote(ix);
            let turn = [quote.said(), quote.known_from()].into_iter().flatten().find_map(|when| when.turn());
            (turn.is_none(), turn.map(|turn| turn.day))
        };
        prop_assert!(bundle.quotes_by_time().map(day).is_sorted());
        prop_assert_eq!(bundle.quotes_by_time().len(), story.quotes.len());
    }

    #[test]
    fn an_event_is_found_in_the_order_of_time_where_it_stands(story in any_story()) {
        let bundle = opened(&story);
        for (position, ix) in bundle.events_by_time().enumerate() {
            prop_assert_eq!(bundle.event_at_time(position), Some(ix));
            prop_assert_eq!(bundle.position_by_time(ix), Some(position));
        }
        prop_assert_eq!(bundle.event_at_time(story.events.len()), None);
        prop_assert_eq!(bundle.position_by_time(EventIx::from(story.events.len())), None);
    }

    #[test]
    fn an_event_knows_its_quotes_and_its_plans(story in any_story()) {
        let bundle = opened(&story);
        for event in bundle.events() {
            let quotes = bundle.quotes_by_time().filter(|&quote| bundle.quote(quote).event() == Some(event));
            prop_assert_eq!(bundle.quotes_of(event).collect::<Vec<_>>(), quotes.collect::<Vec<_>>());
            let plans = bundle.events_by_time().filter(|&plan| bundle.event(plan).became() == Some(event));
            prop_assert_eq!(bundle.plans_of(event).collect::<Vec<_>>(), plans.collect::<Vec<_>>());
        }
    }

    #[test]
    fn each_record_knows_its_changes_in_the_order_of_time(story in any_story()) {
        let bundle = opened(&story);
        let key = |ix: &ChangeIx| {
            let sec = story.changes[ix.at()].date.when.order_sec();
            (sec.is_none(), sec, *ix)
        };
        let mut expected: Vec<ChangeIx> = (0..story.changes.len()).map(ChangeIx::from).collect();
        expected.sort_by_key(key);
        prop_assert_eq!(bundle.changes_by_time().collect::<Vec<_>>(), expected.clone());
        let subjects = [Subject::Story, Subject::Event(EventIx(8)), Subject::Person(PersonIx(0))];
        for subject in story.changes.iter().map(|change| change.subject).chain(subjects) {
            let own = expected.iter().copied().filter(|ix| story.changes[ix.at()].subject == subject);
            prop_assert_eq!(bundle.changes_of(subject).collect::<Vec<_>>(), own.collect::<Vec<_>>());
        }
    }
}

#[test]
fn a_story_without_rows_is_still_a_story() {
    let mut story = sample_story();
    story.events.clear();
    story.quotes.clear();
    story.people.clear();
    story.sources.clear();
    let bundle = opened(&story);
    assert_eq!(bundle.story().title(), story.title);
    assert_eq!(
        (bundle.event_count(), bundle.quote_count(), bundle.person_count(), bundle.source_count()),
        (0, 0, 0, 0)
    );
    assert_eq!(bundle.event_by_id("plan"), None);
}

#[test]
fn undated_quotes_come_last_and_undated_plans_at_their_announcement() {
    let mut story = sample_story();
    story.events[0].date = None;
    story.events[1].date = None;
    let bundle = opened(&story);
    assert_eq!(bundle.events_by_time().map(|ix| ix.0).collect::<Vec<_>>(), [2, 0, 1]);
    assert_eq!(bundle.quotes_by_time().map(|ix| ix.0).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn a_row_that_does_not_exist_is_empty() {
    let bundle = opened(&sample_story());
    for at in [3, 1_000, u32::MAX] {
        let event = bundle.event(EventIx(at));
        assert_eq!((event.id(), event.title(), event.label(), event.date()), ("", "", None, None));
        assert!(event.summary().is_empty());
        assert_eq!((event.people().len(), event.accounts().len(), event.media().len()), (0, 0, 0));
        assert_eq!((bundle.quotes_of(EventIx(at)).len(), bundle.plans_of(EventIx(at)).len()), (0, 0));
        let quote = bundle.quote(QuoteIx(at));
        assert_eq!((quote.text(), quote.event(), quote.via()), ("", None, None));
        assert_eq!(bundle.person(quote.speaker()).name(), "");
        assert_eq!(bundle.source(quote.source()).title(), "");
        assert_eq!(bundle.person(PersonIx(at)).aliases().len(), 0);
    }
}

#[test]
fn a_form_that_is_not_there_is_the_other_form() {
    let bundle = opened(&sample_story());
    assert_eq!(bundle.phrase(Message::Events, 2), "{n} event");
    assert_eq!(bundle.phrase(Message::Events, 3), "{n} events");
    assert_eq!(bundle.phrase(Message::Events, 6), "{n} events");
    assert_eq!(bundle.phrase(Message::OnRecord, 1), "On the record");
    assert_eq!(bundle.phrase(Message::SourcesHeading, 0), "");
}

#[test]
fn runs_can_be_walked_twice_and_read_as_plain_text() {
    let bundle = opened(&sample_story());
    let summary = bundle.story().summary();
    assert_eq!(summary.len(), 5);
    assert_eq!(summary.map(|run| run.text).collect::<String>(), "Planned twice, built once.");
    assert_eq!(summary.plain(), "Planned twice, built once.");
}

#[test]
fn a_text_said_many_times_is_held_once() {
    let mut story = sample_story();
    let before = write_plain(&story).len();
    let long = "The same long words about the same long bridge. ".repeat(20);
    for event in &mut story.events {
        event.title.clone_from(&long);
        event.place = Some(long.clone());
    }
    assert!(write_plain(&story).len() < before + long.len() + 40);
}
