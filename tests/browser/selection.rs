//! Events and quotes open, lead to one another, and close.

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{default_story, read, said},
    widget::{event, quote},
};
use serde_json::json;
use story::{Event, EventIx, Message, Story};

use super::stories::{ferry, site_of};

const DETAIL: &str = "[part~=detail]";

/// What the detail of an event must tell.
fn told(story: &Story, event: &Event) -> Vec<String> {
    let people = event.people.iter().map(|ix| story.people[ix.at()].name.clone());
    let accounts = event.accounts.iter().map(|account| account.says.plain());
    let publishers = event.accounts.iter().filter_map(|account| story.sources[account.source.at()].publisher.clone());
    let own = [event.title.clone(), event.summary.plain()].into_iter().chain(event.place.clone());
    own.chain(people).chain(accounts).chain(publishers).map(|text| read(&text)).collect()
}

/// The ids of the quotes that belong to an event.
fn quotes_of<'s>(story: &'s Story, id: &str) -> Vec<&'s str> {
    let belongs = |ix: EventIx| story.events[ix.at()].id == id;
    story.quotes.iter().filter(|quote| quote.event.is_some_and(belongs)).map(|quote| quote.id.as_str()).collect()
}

#[test]
fn a_press_on_a_mark_opens_its_event_with_all_that_the_record_tells_of_it() {
    let story = default_story();
    let site = Site::of_dist();
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    let rich = |event: &&Event| event.people.len() > 1 && event.accounts.len() > 1;
    let rich: Vec<&str> = story.events.iter().filter(rich).map(|event| event.id.as_str()).collect();
    let reachable = widget.within_reach(&rich);
    assert!(reachable.len() >= 3, "the first view shows too few marks that a press reaches: {reachable:?}");
    for id in &reachable {
        let chosen = story.events.iter().find(|event| event.id == *id).expect("of this story");
        widget.click(&event(id));
        assert_eq!(widget.open_events(), [id.as_str()]);
        let detail = widget.text(DETAIL);
        for text in told(&story, chosen) {
            assert!(detail.contains(&text), "{id} does not tell “{text}”: {detail}");
        }
    }
    assert_eq!(page.heard("select").last(), Some(&(0, json!({ "kind": "event", "id": reachable.last() }))));
    page.assert_well();
}

#[test]
fn an_open_event_sets_its_quotes_apart_from_the_others() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    widget.show_all_quotes(&story.story);
    for (id, other) in [("vote", "at-last"), ("first-crossing", "too-much")] {
        widget.click(&event(id));
        for own in quotes_of(&story.story, id) {
            assert!(widget.differs(&quote(own), &quote(other), "box-shadow"), "{own} of {id} looks like {other}");
        }
    }
}

#[test]
fn a_quote_opens_its_event_and_the_event_leads_to_its_quotes() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    widget.show_all_quotes(&story.story);
    widget.click(&format!("{} blockquote", quote("too-much")));
    assert_eq!(widget.chosen_quotes(), ["too-much"]);
    assert_eq!(widget.open_events(), ["vote"]);
    assert!(widget.text(DETAIL).contains("The council votes for the ferry"));
    assert_eq!(page.heard("select").last(), Some(&(0, json!({ "kind": "quote", "id": "too-much" }))));
    widget.click_named(&format!("{DETAIL} button"), "Nine to four is not a quarrel");
    assert_eq!(widget.chosen_quotes(), ["nine-to-four"]);
    assert_eq!(widget.open_events(), ["vote"]);
    widget.click_named(&format!("{} button", quote("kept-word")), "First crossing");
    assert_eq!(widget.chosen_quotes(), ["kept-word"]);
    assert_eq!(widget.open_events(), ["first-crossing"]);
    assert_eq!(page.heard("select").len(), 3, "one event for each press");
    page.assert_well();
}

#[test]
fn a_quote_that_belongs_to_no_event_is_shown_by_itself() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    widget.show_all_quotes(&story.story);
    widget.click(&format!("{} blockquote", quote("saying")));
    assert_eq!(widget.chosen_quotes(), ["saying"]);
    assert_eq!(widget.open_events(), Vec::<String>::new());
    let detail = widget.text(DETAIL);
    assert!(detail.contains("An island without a boat is a rock."), "{detail}");
    assert!(detail.contains("Ada Berg") && detail.contains("The Gazette"), "{detail}");
}

#[test]
fn a_plan_leads_to_what_became_of_it_and_that_leads_back() {
    let story = default_story();
    let site = Site::of_dist();
    let page = Page::blank();
    let plans = story.events.iter().filter_map(|plan| Some((plan, &story.events[plan.became?.at()])));
    let (plan, outcome) = plans.into_iter().next().expect("the default story has a plan that came to something");
    page.go(&site, &format!("/#or_event-{}", plan.id));
    let widget = Widget::first(&page);
    assert!(widget.text(DETAIL).contains(said(&story, Message::WhatBecameOfIt)));
    widget.click_named(&format!("{DETAIL} button"), &read(&outcome.title));
    assert_eq!(widget.open_events(), [outcome.id.as_str()]);
    assert!(widget.text(DETAIL).contains(&read(&outcome.summary.plain())));
    widget.click_named(&format!("{DETAIL} button"), &read(&plan.title));
    assert_eq!(widget.open_events(), [plan.id.as_str()]);
    page.assert_well();
}

#[test]
fn a_plan_without_an_outcome_says_that_nothing_later_is_known() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_event-night-boat");
    let nothing = said(&story.story, Message::NothingLaterKnown);
    assert!(Widget::first(&page).text(DETAIL).contains(nothing));
    page.go(&site, "/?again#or_event-ferry-planned");
    assert!(!Widget::first(&page).text(DETAIL).contains(nothing));
}

#[test]
fn accounts_that_differ_each_show_their_own_date() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_event-vote");
    let widget = Widget::first(&page);
    let detail = widget.text(DETAIL);
    assert!(detail.contains(said(&story.story, Message::AccountsDifferOnDate)), "{detail}");
    for text in ["The Herald", "June 20, 2023", "The Gazette", "June 21, 2023"] {
        assert!(detail.contains(text), "“{text}” is missing: {detail}");
    }
}

#[test]
fn the_steps_of_the_detail_lead_through_the_whole_story_and_end_there() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/#or_event-storm");
    let widget = Widget::first(&page);
    let step = |message| format!("{DETAIL} button[aria-label='{}']", said(&story.story, message));
    let (next, previous) = (step(Message::NextEvent), step(Message::PreviousEvent));
    let ends = |step: &str| widget.count(&format!("{step}[aria-disabled=true]")) == 1;
    assert!(ends(&previous), "nothing is before the first event");
    let mut visited = vec!["storm".to_owned()];
    while !ends(&next) {
        widget.click(&next);
        visited.extend(widget.open_events());
        assert!(visited.len() <= story.story.events.len(), "it goes in a circle: {visited:?}");
    }
    assert_eq!(visited, super::stories::FERRY_BY_TIME);
    widget.click(&previous);
    assert_eq!(widget.open_events(), ["bridge-study"]);
    page.assert_well();
}

#[test]
fn the_detail_closes_by_its_button_and_by_escape() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    let close = format!("{DETAIL} button[aria-label='{}']", said(&story.story, Message::Close));
    widget.click(&event("vote"));
    widget.click(&close);
    assert_eq!((widget.count(DETAIL), widget.open_events().len()), (0, 0));
    assert_eq!(page.heard("select").last(), Some(&(0, json!({ "kind": "none", "id": "" }))));
    widget.click(&event("vote"));
    widget.focus(&close);
    page.press(Key::ESCAPE);
    assert_eq!((widget.count(DETAIL), widget.open_events().len()), (0, 0));
    page.assert_well();
}
