//! The view in the address: `#or_event-…_q-…`, readable and stable.
//!
//! Unknown names and values are passed over, so that an old link into a changed story still shows the rest.

mod form;

use std::rc::Rc;

use bundle::Bundle;
use search::{Group, Sort};
use story::{Civil, EventIx, PersonIx, QuoteIx, Status, civil_from_day, day_from_civil, day_from_sec, sec_from_day};
use timeline::Domain;

pub use form::{fragment_from_pairs, pairs_from_fragment};

use super::{
    as_of::RecordAsOf,
    chart::{compared_from_text, text_from_compared},
    record::Record,
    state::{Action, Filter, Look, Selection, State},
};

/// A stretch of so many days is written without the time: in the widest window a day of it is a few px.
const WITHOUT_TIME_DAYS: i64 = 400;

/// Empty stretches that are breaks of the axis at first are shown.
const SHOWN: &str = "shown";
/// What stands between the two ends of a stretch of time (ISO 8601, where `/` cannot be written); earlier versions had `..`.
const BETWEEN: &str = "--";
/// Of a longer fragment only so many pairs are read. Each may stand for something that a reader is shown, or that is looked
/// for in every quote.
const MOST_PAIRS: usize = 300;
/// Every lane of many is drawn.
const ALL: &str = "all";

/// The orders and groups of quotes, as the address names them; what is not named is the first of each.
const SORTS: [(Sort, &str); 2] = [(Sort::Oldest, "oldest"), (Sort::Newest, "newest")];
const GROUPS: [(Group, &str); 4] =
    [(Group::Speaker, "speaker"), (Group::Event, "event"), (Group::Source, "source"), (Group::Month, "month")];
/// The only stretch of time that quotes can be limited to.
const IN_VIEW: &str = "in-view";

/// The fragment for a state; empty where it is no different from the first one.
#[must_use]
pub fn fragment_from_state(state: &State, first: &State, record: &Rc<Record>) -> String {
    let bundle = &record.bundle;
    let as_of = RecordAsOf::new(Rc::clone(record), state.as_of);
    let mut pairs: Vec<(&str, String)> = Vec::new();
    match state.selected {
        // What is open at first is not, on a day on which it was not known.
        selected if selected == first.selected.filter(|selected| as_of.knows(*selected)) => {}
        Some(Selection::Event(ix)) => pairs.push(("event", bundle.event(ix).id().to_owned())),
        Some(Selection::Quote(ix)) => pairs.push(("quote", bundle.quote(ix).id().to_owned())),
        None => pairs.push(("event", String::new())),
    }
    let speaker = state.speaker.map(|ix| bundle.person(ix).id().to_owned());
    pairs.extend(speaker.map(|id| ("person", id)));
    pairs.push(("known", state.as_of.map(text_from_day).unwrap_or_default()));
    let filter = &state.filter;
    pairs.push(("q", filter.query.clone()));
    pairs.push(("compare", text_from_compared(&state.compared, bundle)));
    pairs.extend(filter.statuses.iter().map(|status| ("status", status.name().to_owned())));
    pairs.extend(filter.speakers.iter().map(|ix| ("speaker", bundle.person(*ix).id().to_owned())));
    pairs.extend(filter.carriers.iter().map(|name| ("via", named(name))));
    pairs.extend(filter.outlets.iter().map(|name| ("outlet", named(name))));
    pairs.extend(filter.affiliations.iter().map(|name| ("for", named(name))));
    pairs.extend(filter.themes.iter().map(|ix| ("theme", bundle.theme(*ix).id().to_owned())));
    pairs.extend(filter.years.iter().map(|year| ("year", year.to_string())));
    if state.axis_breaks.all().is_empty() && !first.axis_breaks.all().is_empty() {
        pairs.push(("gaps", SHOWN.to_owned()));
    }
    let closed = state.closed.iter().map(|lane| lane.map_or("", |ix| bundle.lane(ix).id()));
    pairs.extend(closed.map(|id| ("closed", named(id))));
    if state.all_lanes {
        pairs.push(("lanes", ALL.to_owned()));
    }
    if state.viewport.domain != first.viewport.domain {
        pairs.push(("view", text_from_domain(state.axis_breaks.sec_from_domain(state.viewport.domain))));
    }
    if state.look != first.look {
        pairs.push(("as", state.look.name().to_owned()));
    }
    pairs.extend(SORTS.iter().filter(|(sort, _)| *sort == state.sort).map(|(_, name)| ("sort", (*name).to_owned())));
    let group = GROUPS.iter().filter(|(group, _)| Some(*group) == state.group);
    pairs.extend(group.map(|(_, name)| ("group", (*name).to_owned())));
    if state.in_view {
        pairs.push(("only", IN_VIEW.to_owned()));
    }
    pairs.retain(|(name, value)| !value.is_empty() || *name == "event");
    fragment_from_pairs(&pairs)
}

/// The state that a fragment asks for, starting from the first one.
#[must_use]
pub fn state_from_fragment(fragment: &str, first: &State, record: &Rc<Record>) -> State {
    let mut state =
        State { filter: Filter::default(), as_of: None, speaker: None, compared: Vec::new(), ..first.clone() };
    let Some(pairs) = pairs_from_fragment(fragment) else { return state };
    for (name, value) in pairs.into_iter().take(MOST_PAIRS) {
        take(&mut state, &name, value, record);
    }
    let as_of = RecordAsOf::new(Rc::clone(record), state.as_of);
    state.selected = state.selected.filter(|selected| as_of.knows(*selected));
    state.speaker = state.speaker.filter(|person| as_of.quotes_by(*person).next().is_some());
    state
}

fn take(state: &mut State, name: &str, value: String, record: &Record) {
    let bundle = &record.bundle;
    let filter = &mut state.filter;
    match name {
        "event" if value.is_empty() => state.selected = None,
        "event" => {
            if let Some(ix) = event_by_id(bundle, &value) {
                state.selected = Some(Selection::Event(ix));
            }
        }
        "quote" => {
            if let Some(ix) = quote_by_id(bundle, &value) {
                state.selected = Some(Selection::Quote(ix));
            }
        }
        "person" => state.speaker = person_by_id(bundle, &value),
        "known" => state.as_of = sec_from_text(&value).and_then(|sec| record.publication_by(day_from_sec(sec))),
        "q" => filter.query = search::read_part(&value).to_owned(),
        "compare" => state.compared = compared_from_text(&value, bundle),
        "status" => tick(&mut filter.statuses, Status::from_name(&value)),
        "speaker" => tick(&mut filter.speakers, bundle.person_by_id(&value)),
        "via" => {
            let name = Some(unnamed(value));
            let occurs = |name: &String| bundle.quotes().any(|ix| record.carrier(bundle.quote(ix)) == name);
            tick(&mut filter.carriers, name.filter(occurs));
        }
        "outlet" => {
            let name = Some(unnamed(value));
            let occurs = |name: &String| bundle.quotes().any(|ix| record.outlet(bundle.quote(ix).source()) == name);
            tick(&mut filter.outlets, name.filter(occurs));
        }
        "for" => {
            let name = unnamed(value);
            let occurs = |ix| bundle.person(ix).affiliation().unwrap_or_default() == name;
            tick(&mut filter.affiliations, bundle.people().any(occurs).then_some(name));
        }
        "theme" => tick(&mut filter.themes, bundle.themes().find(|ix| bundle.theme(*ix).id() == value)),
        "year" => tick(&mut filter.years, value.parse().ok()),
        "gaps" if value == SHOWN => *state = unfolded(state),
        "closed" => {
            let id = unnamed(value);
            let lane = bundle.lanes().find(|ix| bundle.lane(*ix).id() == id);
            if lane.is_some() || id.is_empty() {
                tick(Rc::make_mut(&mut state.closed), Some(lane));
            }
        }
        "lanes" => state.all_lanes = value == ALL,
        "view" => {
            if let Some(domain) = domain_from_text(&value) {
                state.viewport = state.viewport.fit(state.axis_breaks.axis_from_domain(domain));
            }
        }
        "as" => state.look = Look::from_name(&value).unwrap_or(state.look),
        "sort" => state.sort = called(&SORTS, &value).unwrap_or_default(),
        "group" => state.group = called(&GROUPS, &value),
        "only" => state.in_view = value == IN_VIEW,
        _ => {}
    }
}

/// Whether a fragment leads to what the record has no more, by no id that it ever had.
#[must_use]
pub fn leads_nowhere(fragment: &str, record: &Record) -> bool {
    let bundle = &record.bundle;
    let is_gone = |(name, id): &(String, String)| match name.as_str() {
        _ if id.is_empty() => false,
        "event" => event_by_id(bundle, id).is_none(),
        "quote" => quote_by_id(bundle, id).is_none(),
        "person" => person_by_id(bundle, id).is_none(),
        _ => false,
    };
    pairs_from_fragment(fragment).is_some_and(|pairs| pairs.iter().any(is_gone))
}

/// The event that has an id, or had it before.
fn event_by_id(bundle: &Bundle, id: &str) -> Option<EventIx> {
    bundle.event_by_id(id).or_else(|| bundle.event_by_former_id(id))
}

fn quote_by_id(bundle: &Bundle, id: &str) -> Option<QuoteIx> {
    bundle.quote_by_id(id).or_else(|| bundle.quote_by_former_id(id))
}

fn person_by_id(bundle: &Bundle, id: &str) -> Option<PersonIx> {
    bundle.person_by_id(id).or_else(|| bundle.person_by_former_id(id))
}

/// A state with its empty stretches shown, and the same stretch of time in view.
fn unfolded(state: &State) -> State {
    State::clone(&Rc::new(state.clone()).after(Action::BreakAxis(Rc::default())))
}

/// What a table calls so.
fn called<T: Copy>(table: &[(T, &str)], name: &str) -> Option<T> {
    table.iter().find(|(_, as_of)| *as_of == name).map(|(value, _)| *value)
}

/// Ticks a value once, however often the address names it.
fn tick<T: PartialEq>(ticked: &mut Vec<T>, value: Option<T>) {
    if let Some(value) = value.filter(|value| !ticked.contains(value)) {
        ticked.push(value);
    }
}

/// An empty name in the address is a hyphen.
fn named(name: &str) -> String {
    if name.is_empty() { "-".to_owned() } else { name.to_owned() }
}

fn unnamed(name: String) -> String {
    if name == "-" { String::new() } else { name }
}

/// A stretch of time as `2023-07-05--2026-02-10`; with the time of day where it is short.
fn text_from_domain(domain: Domain) -> String {
    let (start, end) = (domain.start_sec.floor() as i64, domain.end_sec.ceil() as i64);
    let with_time = end.saturating_sub(start) < WITHOUT_TIME_DAYS * story::DAY_SECS;
    [text_from_sec(start, with_time), text_from_sec(end, with_time)].join(BETWEEN)
}

fn domain_from_text(text: &str) -> Option<Domain> {
    let (start, end) = text.split_once(BETWEEN).or_else(|| text.split_once(".."))?;
    let (start_sec, end_sec) = (sec_from_text(start)? as f64, sec_from_text(end)? as f64);
    (start_sec < end_sec).then_some(Domain { start_sec, end_sec })
}

fn text_from_day(day: i64) -> String {
    let Civil { year, month, day } = civil_from_day(day);
    format!("{year:04}-{month:02}-{day:02}")
}

fn text_from_sec(sec: i64, with_time: bool) -> String {
    let mut text = text_from_day(day_from_sec(sec));
    if with_time {
        let of_day = sec.rem_euclid(story::DAY_SECS);
        text.push_str(&format!("T{:02}{:02}{:02}", of_day / 3_600, of_day / 60 % 60, of_day % 60));
    }
    text
}

fn sec_from_text(text: &str) -> Option<i64> {
    let (date, time) = text.split_once('T').unwrap_or((text, "000000"));
    let mut fields = date.rsplitn(3, '-');
    let (day, month) = (fields.next()?.parse().ok()?, fields.next()?.parse().ok()?);
    let year: i64 = fields.next()?.parse().ok()?;
    if !(1..=12).contains(&month) || !(1..=31).contains(&day) {
        return None;
    }
    // Earlier versions wrote it with colons.
    let time = time.replace(':', "");
    let fields = [time.get(..2)?, time.get(2..4)?, time.get(4..)?];
    let mut of_day = 0_i64;
    for field in fields {
        of_day = of_day.checked_mul(60)?.checked_add(field.parse().ok()?)?;
    }
    sec_from_day(day_from_civil(Civil { year, month, day })).checked_add(of_day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::first_view::first_state;
    use proptest::prelude::*;

    #[test]
    fn a_long_stretch_is_written_in_days_and_a_short_one_with_the_time() {
        let day = 86_400.0;
        assert_eq!(text_from_domain(Domain { start_sec: 0.0, end_sec: 400.0 * day }), "1970-01-01--1971-02-05");
        assert_eq!(text_from_domain(Domain { start_sec: 0.0, end_sec: day }), "1970-01-01T000000--1970-01-02T000000");
    }

    #[test]
    fn a_view_survives_the_address() {
        let record = Rc::new(crate::core::testing::record());
        let first = first_state(&record, Look::Story, 0.0);
        let mut state = first.clone();
        state.selected = Some(Selection::Quote(record.bundle.quote_by_id("red").expect("it exists")));
        state.filter = Filter {
            query: "no & more=#".to_owned(),
            statuses: vec![Status::Planned, Status::FellThrough],
            speakers: record.bundle.person_by_id("mayor").into_iter().collect(),
            carriers: vec![String::new(), "The Wire".to_owned()],
            outlets: vec!["The Herald".to_owned()],
            affiliations: vec![String::new()],
            themes: vec![story::ThemeIx(0)],
            years: vec![-43, 2024],
        };
        state = unfolded(&state);
        (state.closed, state.all_lanes) = (Rc::new(vec![None, Some(story::LaneIx(0))]), true);
        state.look = Look::Timeline;
        (state.sort, state.group, state.in_view) = (Sort::Newest, Some(Group::Month), true);
        state.speaker = record.bundle.person_by_id("mayor");
        state.compared = compared_from_text("speaker:mayor|\"a & b\"", &record.bundle);
        let fragment = fragment_from_state(&state, &first, &record);
        assert_eq!(state_from_fragment(&fragment, &first, &record), state, "{fragment}");
        assert!(fragment.contains("_gaps-shown_closed--_closed-"), "{fragment}");
        assert_eq!(fragment_from_state(&first, &first, &record), "");
    }

    #[test]
    fn an_id_that_nothing_has_any_more_leads_nowhere_and_a_former_one_to_what_it_is_now() {
        let record = Rc::new(crate::core::testing::record());
        for (fragment, is_gone) in [
            ("#or_event-opened", false),
            ("#or_event-ribbon-cut", false),
            ("#or_event-", false),
            ("#or_event-gone", true),
            ("#or_q-gone_quote-gone", true),
            ("#or_person-gone", true),
            ("#or_theme-gone", false),
            ("#elsewhere", false),
        ] {
            assert_eq!(leads_nowhere(fragment, &record), is_gone, "{fragment}");
        }
        let first = first_state(&record, Look::Story, 0.0);
        let [former, now] =
            ["#or_event-ribbon-cut", "#or_event-opened"].map(|it| state_from_fragment(it, &first, &record).selected);
        assert!(now.is_some());
        assert_eq!(former, now);
    }

    #[test]
    fn what_is_compared_is_readable_in_the_address() {
        let record = Rc::new(crate::core::testing::record());
        let first = first_state(&record, Look::Story, 0.0);
        let readable = "#or_compare-no__delays_7Cspeaker_3Amayor_7Cspeaker_3Aada";
        for (given, kept) in [
            (readable, readable),
            ("#or:compare=no%20delays%7Cspeaker:mayor|speaker:ada||no+delays", readable),
            ("#or_compare-", ""),
            ("#or_compare-a_7Cb_7Cc_7Cd_7Ce", "#or_compare-a_7Cb_7Cc_7Cd"),
        ] {
            let state = state_from_fragment(given, &first, &record);
            assert_eq!(fragment_from_state(&state, &first, &record), kept, "{given}");
        }
    }

    #[test]
    fn the_day_survives_the_address_and_what_was_not_known_on_it_is_not_opened() {
        let record = Rc::new(crate::core::testing::record());
        let latest = first_state(&record, Look::Story, 0.0);
        let later = record.bundle.event_by_id("to-be-widened").map(Selection::Event);
        let first = State { selected: later, ..latest };
        let early = State { as_of: Some(record.publication_days[0]), selected: None, ..first.clone() };
        let cases = [
            ("#or_known-2024-02-01", "#or_known-2024-02-01", &early),
            ("#or_event-to-be-widened_known-2024-02-01", "#or_known-2024-02-01", &early),
            ("#or_known-2024-06-29", "#or_known-2024-02-01", &early),
            ("#or_known-1066-10-14", "#or_known-2024-02-01", &early),
            ("#or_known-2024-06-30", "", &first),
            ("#or_known-9999-01-01", "", &first),
            ("#or_known-soon", "", &first),
        ];
        for (given, kept, state) in cases {
            let read = state_from_fragment(given, &first, &record);
            assert_eq!(&read, state, "{given}");
            assert_eq!(fragment_from_state(&read, &first, &record), kept, "{given}");
        }
    }

    #[test]
    fn each_way_to_look_has_a_name_and_a_list_is_the_story() {
        let record = Rc::new(crate::core::testing::record());
        for first in Look::ALL.map(|look| first_state(&record, look, 0.0)) {
            for state in Look::ALL.map(|look| State { look, ..first.clone() }) {
                let fragment = fragment_from_state(&state, &first, &record);
                assert_eq!(fragment.is_empty(), state.look == first.look);
                assert_eq!(state_from_fragment(&fragment, &first, &record), state, "{fragment}");
            }
            let story = State { look: Look::Story, ..first.clone() };
            assert_eq!(state_from_fragment("#or_as-list", &first, &record), story);
            assert_eq!(state_from_fragment("#or_as-picture_order-odd", &first, &record), first);
        }
    }

    #[test]
    fn every_order_and_group_has_a_name_of_its_own() {
        let record = Rc::new(crate::core::testing::record());
        let first = first_state(&record, Look::Story, 0.0);
        for (sort, in_address) in
            [(Sort::Relevance, ""), (Sort::Oldest, "sort-oldest_"), (Sort::Newest, "sort-newest_")]
        {
            for group in [Group::Speaker, Group::Event, Group::Source, Group::Month] {
                let state = State { sort, group: Some(group), ..first.clone() };
                let fragment = fragment_from_state(&state, &first, &record);
                assert!(fragment.starts_with(&["#or_", in_address, "group-"].concat()), "{fragment}");
                assert_eq!(state_from_fragment(&fragment, &first, &record), state);
            }
        }
        assert_eq!(state_from_fragment("#or_sort-x_group-y_only-z", &first, &record), first);
    }

    #[test]
    fn of_a_long_address_as_much_is_kept_as_can_be_shown() {
        let record = Rc::new(crate::core::testing::record());
        let first = first_state(&record, Look::Story, 0.0);
        let long = "é".repeat(100_000);
        let years: String = (0..10_000).map(|year| format!("_year-{year}")).collect();
        let state = state_from_fragment(&format!("#or_q-{long}_compare-{long}{years}"), &first, &record);
        let read = "é".repeat(search::MAX_UNITS);
        assert_eq!(
            (&state.filter.query, &state.compared),
            (&read, &vec![crate::core::chart::Compared::Words(read.clone())])
        );
        assert_eq!(state.filter.years.len(), MOST_PAIRS - 2);
    }

    #[test]
    fn what_a_story_does_not_have_is_passed_over() {
        let record = Rc::new(crate::core::testing::record());
        let first = first_state(&record, Look::Story, 0.0);
        let state = state_from_fragment(
            "#or:event=gone&speaker=x&status=y&via=x&outlet=x&view=z&gaps=x&closed=x&lanes=x&q=red&&=",
            &first,
            &record,
        );
        assert_eq!(state.filter, Filter { query: "red".to_owned(), ..Filter::default() });
        assert_eq!((state.selected, &state.closed, state.all_lanes), (first.selected, &first.closed, false));
        for person in ["gone", "wire"] {
            let state = state_from_fragment(&format!("#or_person-{person}"), &first, &record);
            assert_eq!(state.speaker, None, "{person} said nothing");
        }
    }

    #[test]
    fn years_before_0_survive() {
        let start_sec = sec_from_day(day_from_civil(Civil { year: -5410, month: 3, day: 2 })) as f64;
        let domain = Domain { start_sec, end_sec: 0.0 };
        assert_eq!(domain_from_text(&text_from_domain(domain)), Some(domain));
    }

    #[test]
    fn nonsense_is_no_stretch() {
        let earlier = domain_from_text("2024-01-01T10:30:00..2024-01-02");
        assert_eq!(earlier, domain_from_text("2024-01-01T103000--2024-01-02"), "earlier versions wrote it so");
        assert!(earlier.is_some());
        for text in [
            "",
            "..",
            "--",
            "2024-01-01",
            "2024-01-01T1030--2024-01-02",
            "2024-13-01..2025-01-01",
            "2025-01-01..2024-01-01",
            "x..y",
        ] {
            assert_eq!(domain_from_text(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_stretch_is_read_without_panic(text in "[-0-9T:.]{0,60}|.{0,60}") {
            let _ = domain_from_text(&text);
        }

        #[test]
        fn a_stretch_in_whole_days_survives(start in -3_000_000_i64..3_000_000, days in WITHOUT_TIME_DAYS..100_000) {
            let domain = Domain {
                start_sec: sec_from_day(start) as f64,
                end_sec: sec_from_day(start + days) as f64,
            };
            prop_assert_eq!(domain_from_text(&text_from_domain(domain)), Some(domain));
        }
    }
}
