//! iCalendar (RFC 5545, and RFC 7986 for the calendar's own name): the events of a story for calendar programs.
//!
//! Written by hand, because the crate `icalendar` asks the clock, and looks at each long line as often as it folds it.

use story::{
    Date, End, Event, EventIx, Message, Moment, Precision, Shape, Status, Story, When, civil_from_day, day_from_sec,
};

use crate::certain::{WRITABLE_YEARS, clock, instant, written};
use crate::plain::{plain, replaced};
use crate::teller::Teller;
use crate::{Links, Selection};

/// A calendar, and what it does not tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Calendar {
    /// The iCalendar text.
    pub text: String,
    /// The events whose dates no calendar can show without saying too much: none is known, an end is open to the past,
    /// it is vaguer than a month, or its year is not from 1 to 9999.
    pub left_out: Vec<EventIx>,
}

/// A date may be so many days long, and still be shown as the days on one of which it was: as long as a month.
const VAGUE_DAYS: i64 = 31;

/// How many bytes a line may have; longer ones are folded.
const LINE_BYTES: usize = 75;

/// The events of a story as a calendar, all that is not exact told in words beside it.
#[must_use]
pub fn ics(story: &Story, links: &Links) -> Calendar {
    let teller = Teller::new(story, links);
    let stamp = written(compact(teller.record_sec()));
    let placed = |ix: &EventIx| Some((*ix, place(story.events[ix.at()].date.as_ref()?)?));
    let order = Selection::all(story).events;
    let shown: Vec<(EventIx, CalendarTime)> = order.iter().filter_map(placed).collect();
    let left_out: Vec<EventIx> = order.iter().filter(|ix| placed(ix).is_none()).copied().collect();
    let mut lines = Lines::default();
    head(&mut lines, &teller, &stamp, left_out.len());
    for (ix, place) in shown {
        event(&mut lines, &teller, ix, place, &stamp);
    }
    lines.raw("END", "VCALENDAR");
    Calendar { text: lines.text, left_out }
}

fn head(lines: &mut Lines, teller: &Teller<'_>, stamp: &str, left_out: usize) {
    let story = teller.story;
    let summary = story.summary.plain();
    lines.raw("BEGIN", "VCALENDAR");
    lines.raw("VERSION", "2.0");
    lines.raw("PRODID", "-//On Record//on-record//EN");
    lines.raw("CALSCALE", "GREGORIAN");
    lines.raw("UID", &uid(&story.id, None));
    lines.raw("LAST-MODIFIED", stamp);
    for name in ["NAME", "X-WR-CALNAME"] {
        lines.text(name, &story.title);
    }
    for name in ["DESCRIPTION", "X-WR-CALDESC"].iter().filter(|_| !summary.is_empty()) {
        lines.text(name, &summary);
    }
    if let Some(base) = teller.links.base() {
        lines.raw("URL", base);
    }
    if left_out > 0 {
        lines.raw("X-ON-RECORD-LEFT-OUT", &left_out.to_string());
    }
}

fn event(lines: &mut Lines, teller: &Teller<'_>, ix: EventIx, place: CalendarTime, stamp: &str) {
    let (story, event) = (teller.story, &teller.story.events[ix.at()]);
    lines.raw("BEGIN", "VEVENT");
    lines.raw("UID", &uid(&story.id, Some(event)));
    lines.raw("DTSTAMP", stamp);
    for (name, value) in place.lines() {
        lines.raw(name, &value);
    }
    lines.text("SUMMARY", &teller.headline(event));
    lines.text("DESCRIPTION", &description(teller, ix));
    if let Some(place) = &event.place {
        lines.text("LOCATION", place);
    }
    let themes: Vec<_> = event.themes.iter().filter_map(|at| story.themes.get(at.at())).collect();
    if !themes.is_empty() {
        lines.raw("CATEGORIES", &themes.iter().map(|theme| escaped(&theme.name)).collect::<Vec<_>>().join(","));
    }
    lines.raw("STATUS", status(event.status));
    lines.raw("TRANSP", "TRANSPARENT");
    if let Some(outcome) = teller.outcome(event) {
        lines.raw("RELATED-TO;RELTYPE=SIBLING", &uid(&story.id, Some(outcome)));
    }
    if let Some(url) = teller.links.event(&event.id) {
        lines.raw("URL", &url);
    }
    lines.raw("END", "VEVENT");
}

/// When it was, in words; what happened; what each source says; what was said; what became of it.
fn description(teller: &Teller<'_>, ix: EventIx) -> String {
    let event = &teller.story.events[ix.at()];
    let mut paragraphs = vec![teller.i18n.status_and_date(event), event.summary.plain()];
    paragraphs.extend(event.accounts.iter().map(|account| {
        let (name, says) = (teller.source_name(account.source), account.says.plain());
        let date = account.date.as_ref().map(|date| teller.i18n.date(date)).unwrap_or_default();
        let url = teller.source_url(account.source).unwrap_or_default();
        let parts = [name, date, says, url].into_iter().filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("\n")
    }));
    paragraphs.extend(teller.quotes_of(ix).map(|quote| [teller.quoted(quote), teller.attribution(quote)].join("\n")));
    if let Some(outcome) = teller.outcome(event) {
        let (what, when) = (teller.i18n.say(Message::WhatBecameOfIt), teller.i18n.status_and_date(outcome));
        paragraphs.push([what, &outcome.title, &when].join("\n"));
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.join("\n\n")
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Happened => "CONFIRMED",
        Status::Planned | Status::Expected => "TENTATIVE",
        Status::FellThrough => "CANCELLED",
    }
}

/// What names a story or one of its events for ever. Slugs hold no full stop.
fn uid(story: &str, event: Option<&Event>) -> String {
    let event = event.map_or(String::new(), |event| format!("{}.", event.id));
    format!("{event}{story}@on-record")
}

/// Where an event stands in a calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum CalendarTime {
    /// On these days, both included, since 1970.
    Days(i64, i64),
    /// From a time on, and up to another where that is known.
    Time(Clock, Option<Clock>),
}

/// A time of day as calendar programs need it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clock {
    /// At a second since 1970 in UTC, which the program tells by the clock of whoever reads it.
    Instant(i64),
    /// At a second since 1970 of a clock of nobody knows where; RFC 5545 calls such a time floating.
    Floating(i64),
}

impl Clock {
    fn of(moment: Moment) -> Self {
        match moment.zone.offset_mins {
            Some(_) => Self::Instant(moment.earliest_instant_sec()),
            None => Self::Floating(moment.earliest_sec),
        }
    }

    /// As iCalendar writes it: `20240618T083000Z`, or without the `Z`.
    fn compact(self) -> Option<String> {
        match self {
            Self::Instant(sec) => compact(sec),
            Self::Floating(sec) => clock(sec).map(|text| bare(&text)),
        }
    }

    /// Whether it comes after another of the same kind; of two kinds nobody knows.
    fn is_after(self, other: Self) -> bool {
        match (self, other) {
            (Self::Instant(a), Self::Instant(b)) | (Self::Floating(a), Self::Floating(b)) => a > b,
            _ => false,
        }
    }

    fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }

    /// Whether its year has four digits.
    fn is_writable(self) -> bool {
        let (Self::Instant(sec) | Self::Floating(sec)) = self;
        is_writable_day(day_from_sec(sec))
    }
}

impl CalendarTime {
    fn lines(self) -> Vec<(&'static str, String)> {
        let day = |day: i64| {
            let text = written(compact(story::sec_from_day(day)));
            text.split('T').next().unwrap_or_default().to_owned()
        };
        match self {
            // The end is the first day that no longer belongs to it.
            Self::Days(first, last) => {
                vec![("DTSTART;VALUE=DATE", day(first)), ("DTEND;VALUE=DATE", day(last.saturating_add(1)))]
            }
            Self::Time(start, end) => {
                let end = end.and_then(Clock::compact).map(|end| ("DTEND", end));
                [("DTSTART", written(start.compact()))].into_iter().chain(end).collect()
            }
        }
    }
}

/// Where a calendar can show a date; `None` where it would say too much.
fn place(date: &Date) -> Option<CalendarTime> {
    let When { shape, first, last } = date.when;
    let place = match (shape, first, last) {
        (Shape::Single, End::At(moment), _) | (Shape::Interval, End::At(moment), End::Open | End::Unknown) => {
            at_one_end(moment)?
        }
        (Shape::Interval, End::At(a), End::At(b)) => between(a, b)?,
        (_, End::At(a), End::At(b)) => days(a.earliest_sec, b.latest_sec)?,
        _ => return None,
    };
    is_writable(place).then_some(place)
}

fn at_one_end(moment: Moment) -> Option<CalendarTime> {
    match moment.precision {
        Precision::Second | Precision::Minute => Some(CalendarTime::Time(Clock::of(moment), None)),
        _ => days(moment.earliest_sec, moment.latest_sec),
    }
}

/// The days from one second to another, unless these are too many to stand for a vague date.
fn days(earliest_sec: i64, latest_sec: i64) -> Option<CalendarTime> {
    let (first, last) = (day_from_sec(earliest_sec), day_from_sec(latest_sec));
    (last.saturating_sub(first) < VAGUE_DAYS).then_some(CalendarTime::Days(first, last))
}

/// From one moment to another. Where only one of them has a time, or only one a clock, whole days say all that is known.
fn between(a: Moment, b: Moment) -> Option<CalendarTime> {
    if a.is_timed() && b.is_timed() {
        let (start, end) = (Clock::of(a), Clock::of(b));
        if start.is_like(end) {
            return Some(CalendarTime::Time(start, Some(end).filter(|end| end.is_after(start))));
        }
    }
    // Each end has to be precise enough by itself.
    days(a.earliest_sec, a.latest_sec).and(days(b.earliest_sec, b.latest_sec))?;
    Some(CalendarTime::Days(day_from_sec(a.earliest_sec), day_from_sec(b.latest_sec)))
}

/// Whether four digits are enough for its years, those of the day after included.
fn is_writable(place: CalendarTime) -> bool {
    match place {
        CalendarTime::Days(first, last) => [first, last.saturating_add(1)].into_iter().all(is_writable_day),
        CalendarTime::Time(start, end) => [start, end.unwrap_or(start)].into_iter().all(Clock::is_writable),
    }
}

fn is_writable_day(day: i64) -> bool {
    WRITABLE_YEARS.contains(&civil_from_day(day).year)
}

/// A second in UTC as iCalendar writes it: `20240618T083000Z`.
fn compact(sec: i64) -> Option<String> {
    instant(sec).map(|text| bare(&text))
}

fn bare(text: &str) -> String {
    text.replace(['-', ':'], "")
}

/// Content lines, folded.
#[derive(Default)]
struct Lines {
    text: String,
}

impl Lines {
    /// A property whose value is a text of ours or of the author's.
    fn text(&mut self, name: &str, value: &str) {
        self.raw(name, &escaped(value));
    }

    /// A property whose value is written as it stands.
    fn raw(&mut self, name: &str, value: &str) {
        let line = [name, ":", value].concat();
        let mut rest = line.as_str();
        let mut room = LINE_BYTES;
        while rest.len() > room {
            let (head, tail) = rest.split_at(rest.floor_char_boundary(room));
            self.text.push_str(head);
            self.text.push_str("\r\n ");
            // The space that marks a folded line counts.
            (rest, room) = (tail, LINE_BYTES - 1);
        }
        self.text.push_str(rest);
        self.text.push_str("\r\n");
    }
}

fn escaped(text: &str) -> String {
    replaced(&plain(text), |c| match c {
        '\n' => Some("\\n"),
        '\\' => Some("\\\\"),
        ';' => Some("\\;"),
        ',' => Some("\\,"),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use icalendar::parser::{read_calendar, unfold};
    use proptest::prelude::*;

    /// The dates of an event in a calendar, as its lines tell them.
    fn placed(edtf: &str) -> String {
        let lines = place(&testing::date(edtf)).map(CalendarTime::lines).unwrap_or_default();
        lines.iter().map(|(name, value)| format!("{name}:{value}")).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_date_becomes_days_or_a_time_or_is_left_out() {
        let cases = [
            ("2024-06-18", "DTSTART;VALUE=DATE:20240618 DTEND;VALUE=DATE:20240619"),
            ("2024-05-09?", "DTSTART;VALUE=DATE:20240509 DTEND;VALUE=DATE:20240510"),
            ("2024-02", "DTSTART;VALUE=DATE:20240201 DTEND;VALUE=DATE:20240301"),
            ("2024-12", "DTSTART;VALUE=DATE:20241201 DTEND;VALUE=DATE:20250101"),
            ("[2023-09-13,2023-09-14]", "DTSTART;VALUE=DATE:20230913 DTEND;VALUE=DATE:20230915"),
            ("{2023-09-13,2023-09-20}", "DTSTART;VALUE=DATE:20230913 DTEND;VALUE=DATE:20230921"),
            ("2019-06-18/2024-06-19", "DTSTART;VALUE=DATE:20190618 DTEND;VALUE=DATE:20240620"),
            ("2022-02/..", "DTSTART;VALUE=DATE:20220201 DTEND;VALUE=DATE:20220301"),
            ("2024-06-18T10:30+02:00", "DTSTART:20240618T083000Z"),
            ("2024-06-18T22:30-04:00", "DTSTART:20240619T023000Z"),
            ("2024-06-18T10:30:05Z", "DTSTART:20240618T103005Z"),
            ("2024-06-18T10:30:05", "DTSTART:20240618T103005"),
            ("2024-06-18T10:30/2024-06-18T11:00", "DTSTART:20240618T103000 DTEND:20240618T110000"),
            ("2024-06-18T10:30+09:00/2024-06-18T10:30-04:00", "DTSTART:20240618T013000Z DTEND:20240618T143000Z"),
            ("2024-06-18T10:30Z/2024-06-19T11:00", "DTSTART;VALUE=DATE:20240618 DTEND;VALUE=DATE:20240620"),
            ("2024-06-18T10:30/2024-06-18T10:30", "DTSTART:20240618T103000"),
            ("2024-06-18T10:30/2024-06-19", "DTSTART;VALUE=DATE:20240618 DTEND;VALUE=DATE:20240620"),
            ("9999-12-30", "DTSTART;VALUE=DATE:99991230 DTEND;VALUE=DATE:99991231"),
        ];
        for (edtf, expected) in cases {
            assert_eq!(placed(edtf), expected, "{edtf}");
        }
        let vague = ["2024", "2025-21", "201X", "[2024-05..2024-06]", "[..2024-06-17]", "[2025-05-09..]", "../2024-05"];
        let far = ["-0043-03-15", "0000-05", "Y-13800000000", "9999-12-31", "2019/2024-06"];
        for edtf in vague.iter().chain(&far) {
            assert_eq!(placed(edtf), "", "{edtf}");
        }
    }

    fn folded(name: &str, value: &str) -> String {
        let mut lines = Lines::default();
        lines.text(name, value);
        lines.text
    }

    #[test]
    fn what_has_a_meaning_in_a_value_is_escaped() {
        assert_eq!(folded("SUMMARY", "a\\b;c,d\r\ne: \"f\"\0"), "SUMMARY:a\\\\b\\;c\\,d\\ne: \"f\"\r\n");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_from_lines_of_at_most_75_bytes(text in "(\\PC|[\\\\;,:\\n\r\0\t 한]){0,200}") {
            let event = |line: &str| format!("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\n{line}END:VEVENT\r\nEND:VCALENDAR\r\n");
            let lines = folded("DESCRIPTION", &text);
            prop_assert!(lines.split("\r\n").all(|line| line.len() <= LINE_BYTES && !line.contains(['\r', '\n'])));
            let unfolded = unfold(&event(&lines));
            let calendar = read_calendar(&unfolded).expect("a calendar");
            let property = calendar.components[0].find_prop("DESCRIPTION").expect("a description");
            prop_assert_eq!(property.val.as_str(), plain(&text));
        }
    }
}
