//! Events and quotes open, lead to one another, and close.

use on_record_tests::{
    Key, Page, Site, Widget,
    record::{default_story, read, said},
    widget::{event, quote},
};
use serde_json::json;
use story::{Event, EventIx, Message, Story};

use super::stories::{QUOTES, TIMELINE, ferry, site_of};

/// The event that is open beside the timeline: the story's own element.
const DETAIL: &str = ".solo";

/// What an event must tell.
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
    widget.look("timeline");
    let rich = |event: &&Event| event.people.len() > 1 && event.accounts.len() > 1;
    let rich: Vec<&str> = story.events.iter().filter(rich).map(|event| event.id.as_str()).collect();
    let reachable = widget.within_reach(&rich);
    assert!(reachable.len() >= 3, "the first view shows too few marks that a press reaches: {reachable:?}");
    for id in &reachable {
        let chosen = story.events.iter().find(|event| event.id == *id).expect("of this story");
        widget.click(&event(id));
        assert_eq!(widget.open_events(), [id.as_str()]);
        page.run_script("probe.all(0, '.solo details').forEach((fold) => (fold.open = true))", json!([]));
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
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    for (id, other) in [("vote", "at-last"), ("first-crossing", "too-much")] {
        widget.look("timeline");
        widget.click(&event(id));
        widget.look("quotes");
        widget.show_all_quotes(&story.story);
        for own in quotes_of(&story.story, id) {
            assert!(widget.differs(&quote(own), &quote(other), "box-shadow"), "{own} of {id} looks like {other}");
        }
    }
}

#[test]
fn a_quote_is_chosen_with_its_event_and_the_event_holds_its_quotes() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.show_all_quotes(&story.story);
    widget.click(&format!("{} blockquote", quote("too-much")));
    assert_eq!(widget.chosen_quotes(), ["too-much"]);
    assert_eq!(page.heard("select").last(), Some(&(0, json!({ "kind": "quote", "id": "too-much" }))));
    widget.look("timeline");
    assert_eq!(widget.open_events(), ["vote"]);
    assert_eq!(widget.attributes(".solo", "id"), ["event-vote"]);
    let held: Vec<String> = quotes_of(&story.story, "vote").iter().map(|id| format!("quote-{id}")).collect();
    assert_eq!(widget.attributes(".solo .q", "id"), held);
    widget.look("quotes");
    widget.click_named(&format!("{} button", quote("kept-word")), "First crossing");
    widget.look("quotes");
    assert_eq!(widget.chosen_quotes(), ["kept-word"]);
    widget.look("timeline");
    assert_eq!(widget.open_events(), ["first-crossing"]);
    assert_eq!(page.heard("select").len(), 2, "one event for each press");
    page.assert_well();
}

#[test]
fn a_quote_that_belongs_to_no_event_opens_none() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, QUOTES);
    let widget = Widget::first(&page);
    widget.show_all_quotes(&story.story);
    widget.click(&format!("{} blockquote", quote("saying")));
    assert_eq!(widget.chosen_quotes(), ["saying"]);
    let card = widget.text(&quote("saying"));
    assert!(card.contains("Ada Berg") && card.contains("The Gazette"), "{card}");
    widget.look("timeline");
    assert_eq!((widget.open_events(), widget.count(DETAIL)), (Vec::new(), 0));
    widget.look("story");
    let told = widget.text("#quote-saying");
    assert!(told.contains("An island without a boat is a rock."), "{told}");
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
    let own = |event: &Event| format!("[id='event-{}']", event.id);
    let became = said(&story, Message::Became).split('{').next().unwrap_or_default().trim();
    assert!(widget.text(&own(plan)).contains(became), "{became}");
    for (from, to) in [(plan, outcome), (outcome, plan)] {
        widget.click(&format!("{} a[href='#event-{}']", own(from), to.id));
        assert_eq!(widget.at(), to.id);
        assert!(widget.shows(&own(to)));
        widget.look("timeline");
        widget.look("story");
    }
    widget.look("timeline");
    assert_eq!(widget.attributes(DETAIL, "id"), [format!("event-{}", plan.id)]);
    widget.click(&format!("{DETAIL} a[href='#event-{}']", outcome.id));
    assert_eq!(widget.attributes(DETAIL, "id"), [format!("event-{}", outcome.id)], "beside the timeline, too");
    page.assert_well();
}

#[test]
fn a_plan_without_an_outcome_says_that_it_is_open() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let nothing = said(&story.story, Message::StillOpenOn).split('{').next().unwrap_or_default().trim();
    let widget = Widget::first(&page);
    assert!(widget.text("#event-night-boat").contains(nothing));
    assert!(!widget.text("#event-ferry-planned").contains(nothing));
}

#[test]
fn accounts_that_differ_each_show_their_own_date() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.click(&event("vote"));
    let detail = widget.text(DETAIL);
    assert!(detail.contains(said(&story.story, Message::AccountsDifferOnDate)), "{detail}");
    for text in ["The Herald", "June 20, 2023", "The Gazette", "June 21, 2023"] {
        assert!(detail.contains(text), "“{text}” is missing: {detail}");
    }
}

#[test]
fn next_beside_the_timeline_leads_through_what_is_told_at_length_and_ends_there() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, "/");
    let widget = Widget::first(&page);
    let stops: Vec<String> = widget.attributes("article.e", "id");
    widget.look("timeline");
    assert_eq!(widget.attributes(DETAIL, "id"), stops[..1], "it opens where the reader is");
    for (tool, stops) in [("next", stops.clone()), ("previous", stops.into_iter().rev().collect())] {
        for stop in &stops[1..] {
            widget.click(&format!("[data-tool={tool}]"));
            assert_eq!(&widget.attributes(DETAIL, "id"), std::slice::from_ref(stop));
            assert_eq!(widget.open_events(), [stop.trim_start_matches("event-")]);
        }
        widget.click(&format!("[data-tool={tool}]"));
        assert_eq!(widget.attributes(DETAIL, "id").last(), stops.last(), "there it ends");
    }
    page.assert_well();
}

#[test]
fn escape_leads_from_an_event_that_was_opened_back_to_where_the_story_is_read() {
    let story = ferry();
    let site = site_of(&story);
    let page = Page::open(&site, TIMELINE);
    let widget = Widget::first(&page);
    widget.click(&event("storm"));
    assert_eq!(widget.attributes(DETAIL, "id"), ["event-storm"]);
    widget.focus_timeline();
    page.press(Key::ESCAPE);
    assert_eq!(widget.attributes(DETAIL, "id"), ["event-vote"]);
    assert_eq!(widget.open_events(), ["vote"]);
    assert_eq!(page.heard("select").last(), Some(&(0, json!({ "kind": "none", "id": "" }))));
    page.assert_well();
}
