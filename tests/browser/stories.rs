//! The small stories that the tests bring along.

use on_record_tests::{
    Site,
    record::{Compiled, compiled},
    site::Plan,
};
use story::{Civil, civil_from_day};

/// Every status, every kind of date, three speakers.
pub(super) fn ferry() -> Compiled {
    compiled(include_str!("stories/ferry.toml"))
}

/// The policy of pages whose own styles and scripts stand in their markup, as those of most news pages do.
pub(super) const INLINE: (&str, &str) =
    ("Content-Security-Policy", "default-src 'self' data: 'unsafe-inline' 'wasm-unsafe-eval'");

/// A site with a page `/` that shows a story and nothing else.
pub(super) fn site_of(story: &Compiled) -> Site {
    plan_of(story).serve()
}

/// The same, to add to: a page for each view that a page may ask for, and the story view beside the bundle.
pub(super) fn plan_of(story: &Compiled) -> Plan {
    let element = |view: &str| format!("<on-record src=story.orb {view}><p>The page’s own words.</p></on-record>");
    Site::plan()
        .file("/story.orb", story.bytes.clone())
        .file("/story.html", story.told())
        .page("/index.html", &element(""))
        .page(TIMELINE, &element("view=timeline"))
        .page(QUOTES, &element("view=quotes"))
        .page(NARROW, &format!("<div class=narrow>{}</div>", element("")))
}

/// The page that shows the timeline.
pub(super) const TIMELINE: &str = "/timeline.html";
/// The page that shows the quotes.
pub(super) const QUOTES: &str = "/quotes.html";
/// The page that has the room of a telephone.
pub(super) const NARROW: &str = "/narrow.html";

/// The events of the ferry story in the order of time; of two with the same start, the one that is written first.
pub(super) const FERRY_BY_TIME: [&str; 11] = [
    "storm",
    "petition",
    "vote",
    "works",
    "ferry-planned",
    "second-boat",
    "first-crossing",
    "daily-service",
    "rudder",
    "bridge-study",
    "night-boat",
];

/// How many events the logbook has.
pub(super) const LOGBOOK_EVENTS: usize = 400;

/// A harbour's logbook: three and a half years, an event on every third day, one in fifty of weight.
pub(super) fn logbook() -> Compiled {
    let head = r#"
        story = { id = "logbook", title = "The logbook", language = "en" }
        sources = [{ id = "log", title = "The log", publisher = "The harbour", published = "2024-12-31" }]
    "#;
    let events = (0..LOGBOOK_EVENTS).map(|at| {
        let Civil { year, month, day } = civil_from_day(FIRST_DAY + 3 * at as i64);
        let rank = if at % 50 == 7 { 1 } else { 3 + at % 3 };
        format!(
            "[[events]]\nid = \"entry-{at}\"\ntitle = \"Entry {at}\"\ndate = \"{year}-{month:02}-{day:02}\"\n\
            rank = {rank}\naccounts = [{{ source = \"log\", says = \"So it was.\" }}]\n"
        )
    });
    compiled(&std::iter::once(head.to_owned()).chain(events).collect::<Vec<_>>().join("\n"))
}

/// 2021-01-01, counted from 1970-01-01.
const FIRST_DAY: i64 = 18_628;

/// Another language and script.
pub(super) fn korean() -> Compiled {
    compiled(include_str!("stories/korean.toml"))
}

/// A script that runs from right to left, in a language the widget has no words of.
pub(super) fn arabic() -> Compiled {
    compiled(include_str!("stories/arabic.toml"))
}

/// Markup that means harm wherever the ferry story has words.
pub(super) fn marked_up() -> Compiled {
    let mut toml = include_str!("stories/ferry.toml").to_owned();
    let texts = [
        "The ferry that was promised",
        "Ada Berg",
        "mayor of the island",
        "The Gazette",
        "First crossing\"",
        "At sea",
        "The council votes for the ferry",
        "Nine to four, with one *abstention*.",
        "Town hall",
        "Puts it a day later.",
        "Nine to four is not a quarrel, it is an answer.",
        "Coast Wire",
        "of the ferry",
    ];
    for (at, text) in texts.iter().enumerate() {
        let end = if text.ends_with('"') { "\"" } else { "" };
        toml = toml.replace(text, &format!("text {at} {MARKUP}{end}"));
    }
    compiled(&toml)
}

const MARKUP: &str = "<img src=x onerror='window.broken = true'><script>window.broken = true</script>\\\"><b>bold</b>";

/// Quotes of every kind, and one of 20,000 characters.
pub(super) fn odd_quotes() -> Compiled {
    let speech = "word for word ".repeat(1_429).split_at(19_999).0.to_owned() + ".";
    let long = format!(
        "[[quotes]]\nid = \"speech\"\ntext = \"{speech}\"\nspeaker = \"ada-berg\"\nsource = \"herald\"\nsaid = \"2024-09-01\"\n"
    );
    compiled(&[include_str!("stories/odd-quotes.toml"), long.as_str()].join("\n"))
}

/// Every facet has several values; one quote has no date, and a last one is long.
pub(super) fn harbour() -> Compiled {
    let filler = |n: usize| "so the boats lie still and nobody sails ".repeat(n);
    let speech =
        [&filler(20), "but the anchor of it all is the pilot ", &filler(20), "and that is the end of it."].concat();
    let long = format!(
        "[[quotes]]\nid = \"speech\"\ntext = \"{speech}\"\nspeaker = \"bo\"\nsaid = \"2024-02-15\"\nsource = \"leaflet\"\n"
    );
    compiled(&[include_str!("stories/harbour.toml"), long.as_str()].join("\n"))
}

/// So many quotes of two speakers, of one word to sixty; every tenth speaks of a pier.
pub(super) fn many_quotes(n: usize) -> Compiled {
    let head = r#"
        story = { id = "many-quotes", title = "Many quotes", language = "en", unverified = "Made up." }
        people = [{ id = "ada", name = "Ada Berg" }, { id = "tom", name = "Tom Rask" }]
        sources = [{ id = "log", title = "The log", publisher = "The harbour", published = "2024-12-31" }]
    "#;
    let quotes = (0..n).map(|at| {
        let words = "word ".repeat(at * 7 % 60);
        let pier = if at % 10 == 3 { "pier" } else { "boat" };
        let Civil { year, month, day } = civil_from_day(FIRST_DAY + at as i64);
        format!(
            "[[quotes]]\nid = \"q{at}\"\ntext = \"{words}{pier} {at}\"\nspeaker = \"{}\"\nsource = \"log\"\n\
            said = \"{year}-{month:02}-{day:02}\"\n",
            if at % 3 == 0 { "ada" } else { "tom" }
        )
    });
    compiled(&std::iter::once(head.to_owned()).chain(quotes).collect::<Vec<_>>().join("\n"))
}
