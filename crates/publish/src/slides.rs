//! TimelineJS 3 (<https://timeline.knightlab.com/docs/json-format.html>): slides, so that a newsroom can leave us.
//!
//! TimelineJS decodes groups and dates and then sets them as markup, so these are escaped twice. It is told to look for
//! no addresses in texts, and gets as media only addresses that it takes for what they are (`embeds`).

use story::{
    Civil, DAY_SECS, Date, Era, EraIx, Event, EventIx, Media, MediaKind, Quote, QuoteIx, Story, When, civil_from_day,
    day_from_sec,
};

use crate::certain::{Certain, Span};
use crate::embeds::is_shown;
use crate::markup::{element, escaped, escaped_twice, lines, link, quoteless, rich};
use crate::object::{Object, guarded};
use crate::teller::Teller;
use crate::{Links, Selection};

/// Slides, and what they do not tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slides {
    /// The JSON.
    pub text: String,
    /// The events without any date.
    pub undated_events: Vec<EventIx>,
    /// The quotes that belong to no event, and of which nobody knows when they were said. All others are told: on the
    /// slide of their event, or on one of their own.
    pub undated_quotes: Vec<QuoteIx>,
    /// The eras that have only one end.
    pub open_eras: Vec<EraIx>,
}

/// The years that TimelineJS can show by day; with any beyond, it knows years alone.
const HUMAN_YEARS: std::ops::RangeInclusive<i64> = -271_000..=271_000;

/// The events and quotes of a story as slides. Vague dates stand where they begin, and are told in words.
#[must_use]
pub fn timelinejs(story: &Story, links: &Links) -> Slides {
    // TimelineJS puts marks around each `p` of a `blockquote`, in the language of its page; ours are the story's.
    let teller = Teller::new(story, links).with_quotation_paragraph("div");
    let order = Selection::all(story);
    let is_dated = |date: Option<&Date>| date.is_some_and(|date| date.when.order_sec().is_some());
    let (events, undated_events): (Vec<EventIx>, _) =
        order.events.iter().partition(|ix| is_dated(story.events[ix.at()].date.as_ref()));
    let loose = order.quotes.iter().copied().filter(|ix| is_loose(story, &story.quotes[ix.at()], &undated_events));
    let (quotes, undated_quotes): (Vec<QuoteIx>, _) =
        loose.partition(|ix| is_dated(story.quotes[ix.at()].said.as_ref()));
    let is_bounded = |era: &Era| era.date.when.earliest_sec().is_some() && era.date.when.latest_sec().is_some();
    let (eras, open_eras): (Vec<EraIx>, _) =
        (0..story.eras.len()).map(EraIx::from).partition(|ix| is_bounded(&story.eras[ix.at()]));
    let slides = events.iter().map(|ix| event_slide(&teller, *ix));
    let slides = slides.chain(quotes.iter().map(|ix| quote_slide(&teller, &story.quotes[ix.at()])));
    let document = Object::new()
        .with_some("scale", Some(scale(story)))
        .with_some("title", Some(title(&teller)))
        .with_list("events", slides)
        .with_list("eras", eras.iter().map(|ix| era(&story.eras[ix.at()])));
    // Strings, numbers and lists of them always have a form in JSON.
    let text = serde_json::to_string_pretty(&document).map(|text| guarded(&text) + "\n").unwrap_or_default();
    Slides { text, undated_events, undated_quotes, open_eras }
}

/// Whether a quote is on no slide of an event.
fn is_loose(story: &Story, quote: &Quote, undated_events: &[EventIx]) -> bool {
    quote.event.is_none_or(|event| event.at() >= story.events.len() || undated_events.contains(&event))
}

fn title<'a>(teller: &Teller<'a>) -> Object<'a> {
    let text = text(&teller.story.title, rich(&teller.story.summary, teller.links));
    slide().with_some("text", Some(text))
}

/// A slide, in whose texts TimelineJS is to look for no addresses: what it takes for one, quotation marks and all, it puts
/// into an attribute as it is.
fn slide() -> Object<'static> {
    Object::new().with_some("autolink", Some(false))
}

fn event_slide<'a>(teller: &Teller<'a>, ix: EventIx) -> Object<'a> {
    let event: &'a Event = &teller.story.events[ix.at()];
    let lane = event.lane.and_then(|at| teller.story.lanes.get(at.at()));
    let at = event.media.iter().position(|medium| is_shown(&address(teller, medium), medium.kind));
    let others = event.media.iter().enumerate().filter(|(ix, _)| Some(*ix) != at);
    let others: String = others.map(|(_, medium)| element("p", &medium_link(teller, medium))).collect();
    let shown = at.and_then(|at| event.media.get(at));
    let slide = slide().with_some("unique_id", Some(&event.id));
    dated(slide, event.date.as_ref(), &teller.i18n.status_and_date(event))
        .with_some("text", Some(text(&event.title, teller.event_html(ix) + &others)))
        .with_some("media", shown.map(|medium| media(teller, medium)))
        .with_some("group", lane.map(|lane| escaped_twice(&lane.name)))
}

fn quote_slide<'a>(teller: &Teller<'a>, quote: &'a Quote) -> Object<'a> {
    let said = quote.said.as_ref();
    let words = said.map(|said| teller.i18n.date(said)).unwrap_or_default();
    // Ids of events and of quotes are told apart by us, not by TimelineJS.
    let slide = slide().with_some("unique_id", Some(["quote-", &quote.id].concat()));
    dated(slide, said, &words).with_some("text", Some(text(teller.person(quote.speaker), teller.quote_html(quote))))
}

fn era(era: &Era) -> Object<'_> {
    dated(Object::new(), Some(&era.date), "").with_some("text", Some(text(&era.name, String::new())))
}

/// A headline and a text, both HTML for TimelineJS.
fn text(headline: &str, html: String) -> Object<'static> {
    Object::new().with_some("headline", Some(lines(headline))).with_some("text", Some(html))
}

fn media<'a>(teller: &Teller<'a>, medium: &'a Media) -> Object<'a> {
    Object::new()
        .with_some("url", Some(address(teller, medium)))
        .with_some("alt", Some(&medium.alt).filter(|_| medium.kind == MediaKind::Image))
        .with_some("title", Some(&medium.alt).filter(|_| medium.kind != MediaKind::Image))
        .with_some("caption", Some(lines(&medium.caption)))
        .with_some("credit", Some(lines(&medium.credit)))
}

/// Where a medium is. TimelineJS loads addresses relative to its page, as we do.
fn address(teller: &Teller<'_>, medium: &Media) -> String {
    let url = teller.links.resolve(&medium.url);
    quoteless(url.as_deref().unwrap_or(&medium.url))
}

fn medium_link(teller: &Teller<'_>, medium: &Media) -> String {
    let url = teller.links.resolve(&medium.url);
    let about = [&medium.caption, &medium.credit].into_iter().filter(|text| !text.is_empty());
    let name = if medium.alt.is_empty() { &medium.url } else { &medium.alt };
    [link(url.as_deref(), &escaped(name))]
        .into_iter()
        .chain(about.map(|text| lines(text)))
        .collect::<Vec<_>>()
        .join("<br>")
}

/// With the dates of a slide. TimelineJS has one form for a start and its precision; the words say the rest.
fn dated<'a>(slide: Object<'a>, date: Option<&Date>, words: &str) -> Object<'a> {
    let Some(date) = date else { return slide };
    let when = &date.when;
    let span = Span::undoubted(when);
    let end = when.is_lasting().then(|| span.end.or(bound(when.latest_sec()))).flatten();
    let start = span.start.or(bound(when.order_sec()));
    slide
        .with_some("start_date", start.map(from_certain))
        .with_some("end_date", end.map(from_certain))
        .with_some("display_date", Some(escaped_twice(words)))
}

/// The year of a bound: all that TimelineJS is told where no year holds the whole date.
fn bound(sec: Option<i64>) -> Option<Certain> {
    sec.map(|sec| Certain::Year(civil_from_day(day_from_sec(sec)).year))
}

fn from_certain(certain: Certain) -> Object<'static> {
    let date = |year: i64| Object::new().with_some("year", Some(timelinejs_year(year)));
    match certain {
        Certain::Year(year) => date(year),
        Certain::Month(year, month) => date(year).with_some("month", Some(i64::from(month))),
        Certain::Day(year, month, day) => day_object(Civil { year, month, day }),
        Certain::Minute(sec, _) => minute_object(sec),
        Certain::Second(sec, _) => minute_object(sec).with_some("second", Some(sec.rem_euclid(60))),
    }
}

fn day_object(Civil { year, month, day }: Civil) -> Object<'static> {
    Object::new()
        .with_some("year", Some(timelinejs_year(year)))
        .with_some("month", Some(i64::from(month)))
        .with_some("day", Some(i64::from(day)))
}

/// TimelineJS knows no zones: it is told the clock there, as the words beside it are, which say the zone too.
fn minute_object(sec: i64) -> Object<'static> {
    let of_day = sec.rem_euclid(DAY_SECS);
    day_object(civil_from_day(day_from_sec(sec)))
        .with_some("hour", Some(of_day / 3_600))
        .with_some("minute", Some(of_day / 60 % 60))
}

/// TimelineJS counts years before our era from -1 on: it has no year 0.
fn timelinejs_year(year: i64) -> i64 {
    if year <= 0 { year.saturating_sub(1) } else { year }
}

/// How TimelineJS draws its axis.
fn scale(story: &Story) -> &'static str {
    let dates = story.events.iter().filter_map(|event| event.date.as_ref());
    let dates = dates.chain(story.quotes.iter().filter_map(|quote| quote.said.as_ref()));
    let is_human = |when: &When| {
        let bounds = [when.earliest_sec(), when.latest_sec()];
        bounds.into_iter().flatten().all(|sec| HUMAN_YEARS.contains(&civil_from_day(day_from_sec(sec)).year))
    };
    let mut dates = dates.chain(story.eras.iter().map(|era| &era.date));
    if dates.all(|date| is_human(&date.when)) { "human" } else { "cosmological" }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing;
    use serde_json::{Value, json};

    fn dates(edtf: &str) -> Value {
        let slide = dated(Object::new(), Some(&testing::date(edtf)), "words");
        let text = serde_json::to_string(&slide).expect("JSON");
        serde_json::from_str(&text).expect("JSON")
    }

    #[test]
    fn a_date_is_as_precise_as_it_is_given_and_years_before_ours_are_counted_from_one() {
        let cases = [
            ("2024-06-18", json!({ "year": 2024, "month": 6, "day": 18 }), Value::Null),
            ("2024-06?", json!({ "year": 2024, "month": 6 }), Value::Null),
            ("2000~", json!({ "year": 2000 }), Value::Null),
            ("[2024-06-13..2024-06-17]", json!({ "year": 2024, "month": 6 }), Value::Null),
            ("[2023-12..2024-06]", json!({ "year": 2023 }), Value::Null),
            ("[..2024-06-17]", json!({ "year": 2024 }), Value::Null),
            ("201X", json!({ "year": 2010 }), Value::Null),
            (
                "2024-06-18T10:30+02:00",
                json!({ "year": 2024, "month": 6, "day": 18, "hour": 10, "minute": 30 }),
                Value::Null,
            ),
            ("2024-06-18/2024-06", json!({ "year": 2024, "month": 6, "day": 18 }), json!({ "year": 2024, "month": 6 })),
            ("2022-02/..", json!({ "year": 2022, "month": 2 }), Value::Null),
            ("-5410", json!({ "year": -5411 }), Value::Null),
            ("0000", json!({ "year": -1 }), Value::Null),
            ("0001", json!({ "year": 1 }), Value::Null),
        ];
        for (edtf, start, end) in cases {
            let slide = dates(edtf);
            assert_eq!(slide["start_date"], start, "{edtf}");
            assert_eq!(slide.get("end_date").unwrap_or(&Value::Null), &end, "{edtf}");
            assert_eq!(slide["display_date"], "words", "{edtf}");
        }
    }
}
