//! The calendar, read by the crate `icalendar`.

use std::collections::BTreeSet;

use icalendar::{Calendar, CalendarComponent, Component as _, Event, EventLike as _};
use publish::Links;
use story::Story;

use crate::sample;

fn parsed(text: &str) -> Calendar {
    text.parse().expect("a calendar")
}

fn events(calendar: &Calendar) -> Vec<&Event> {
    let events: Vec<_> = calendar.components.iter().filter_map(CalendarComponent::as_event).collect();
    assert_eq!(events.len(), calendar.components.len());
    events
}

fn told<'a>(event: &'a Event, name: &str) -> &'a str {
    event.property_value(name).unwrap_or_default()
}

/// A story of one event with these fields.
fn of_event(fields: &str) -> Story {
    sample::told(&format!(
        "sources = [{{ id = \"s\", title = \"S\", published = \"2024-07-01\" }}]\n\
         [[events]]\nid = \"e\"\ntitle = \"E\"\naccounts = [{{ source = \"s\" }}]\n{fields}\n"
    ))
}

#[test]
fn an_event_tells_when_where_what_and_where_it_is_told() {
    let made = publish::ics(&sample::sound(), &sample::at_home());
    let calendar = parsed(&made.text);
    let [opening] = events(&calendar)[..] else { panic!("one event has a day") };
    assert_eq!(calendar.get_name(), Some("The bridge that waited"));
    assert_eq!(told(opening, "UID"), "opening.harbour-bridge@on-record");
    assert_eq!(told(opening, "DTSTAMP"), "20240701T000000Z");
    assert_eq!(told(opening, "DTSTART"), "20240618T083000Z");
    assert_eq!(told(opening, "SUMMARY"), "The bridge opens");
    assert_eq!(told(opening, "LOCATION"), "Harbour town");
    assert_eq!(opening.get_categories(), Some(vec!["Money".to_owned()]));
    assert_eq!(told(opening, "STATUS"), "CONFIRMED");
    assert_eq!(told(opening, "URL"), "https://news.example/story/#or_event-opening");
    let description = told(opening, "DESCRIPTION");
    for part in [
        "June 18, 2024 at 10:30\u{202F}AM town time",
        "The mayor cut a ribbon.\nIt rained.",
        "Hundreds came.",
        "“At last, we can",
    ] {
        assert!(description.contains(part), "{part} in {description}");
    }
    assert_eq!(made.left_out, [story::EventIx(1)], "a plan for May or June is vaguer than a month");
    assert!(made.text.contains("\r\nX-ON-RECORD-LEFT-OUT:1\r\n"));
}

#[test]
fn what_a_date_alone_would_hide_stands_in_the_summary() {
    let cases = [
        ("date = \"2024-05-09\"", "E", "CONFIRMED"),
        ("date = \"2024-05-09?\"", "E (perhaps May 9, 2024)", "CONFIRMED"),
        ("date = \"2024-05\"", "E (May 2024)", "CONFIRMED"),
        ("date = \"2024-05-09\"\nstatus = \"planned\"", "E (planned)", "TENTATIVE"),
        ("date = \"2024-05\"\nstatus = \"expected\"", "E (expected, May 2024)", "TENTATIVE"),
        ("date = \"2024-05-09\"\nstatus = \"fell-through\"", "E (fell through)", "CANCELLED"),
        ("date = \"2024-05-09/..\"", "E (since May 9, 2024)", "CONFIRMED"),
    ];
    for (fields, summary, status) in cases {
        let calendar = parsed(&publish::ics(&of_event(fields), &Links::default()).text);
        let event = events(&calendar)[0];
        assert_eq!((told(event, "SUMMARY"), told(event, "STATUS")), (summary, status), "{fields}");
        assert_eq!(event.property_value("URL"), None);
    }
}

#[test]
fn without_a_day_of_its_own_the_record_is_as_old_as_its_last_source() {
    let text = publish::ics(&of_event("date = \"2024-05-09\""), &Links::default()).text;
    assert!(text.contains("DTSTAMP:20240701T000000Z"), "{text}");
    let undated = sample::told("events = [{ id = \"e\", title = \"E\", date = \"2024-05-09\" }]");
    let text = publish::ics(&undated, &Links::default()).text;
    assert!(text.contains("DTSTAMP:19700101T000000Z"), "{text}");
}

#[test]
fn a_plan_leads_to_what_became_of_it() {
    let story = sample::told(
        "sources = [{ id = \"s\", title = \"S\" }]\n[[events]]\nid = \"plan\"\ntitle = \"P\"\nstatus = \"planned\"\n\
         date = \"2024-05-09\"\nbecame = \"deed\"\naccounts = [{ source = \"s\" }]\n\
         [[events]]\nid = \"deed\"\ntitle = \"D\"\ndate = \"2024-05-10\"\n",
    );
    let calendar = parsed(&publish::ics(&story, &Links::default()).text);
    let plan = events(&calendar)[0];
    assert!(told(plan, "DESCRIPTION").ends_with("What became of it\nD\nMay 10, 2024"), "{plan:?}");
    assert_eq!(told(plan, "RELATED-TO"), "deed.s@on-record");
}

#[test]
fn hostile_texts_stay_in_their_properties() {
    let story = sample::hostile();
    let made = publish::ics(&story, &sample::at_home());
    assert!(made.text.split("\r\n").all(|line| line.len() <= 75 && !line.contains(['\r', '\n'])));
    let calendar = parsed(&made.text);
    let events = events(&calendar);
    assert_eq!((events.len(), made.left_out.len()), (story.events.len(), 0));
    let ids: BTreeSet<_> = events.iter().map(|event| told(event, "UID")).collect();
    assert_eq!(ids.len(), events.len());
    assert!(
        told(events[4], "SUMMARY").starts_with("semi;colon, comma\\ backslash \\n {n} {date} ("),
        "{:?}",
        events[4]
    );
    assert_eq!(told(events[3], "LOCATION"), "one\ntwo\nthree\nfour\nBEGIN:VEVENT");
}
