//! Stories at the edges of what a story can be: nothing, one, too many, too long, too short, in any script.

use on_record_tests::record::{Compiled, compiled};

/// How many events stand on one instant.
pub(super) const INSTANT_EVENTS: usize = 120;
/// How many stand on one day.
pub(super) const DAY_EVENTS: usize = 10_000;
/// How many lanes are too many.
pub(super) const LANES: usize = 200;
/// How long the long names are, characters.
const LONG: usize = 500;

/// A story without any event.
pub(super) fn nothing() -> Compiled {
    compiled(include_str!("stories/nothing.toml"))
}

/// A story of one event.
pub(super) fn single() -> Compiled {
    compiled(include_str!("stories/single.toml"))
}

/// A story that lasted a second.
pub(super) fn second() -> Compiled {
    compiled(include_str!("stories/second.toml"))
}

/// A story of 13.8 billion years.
pub(super) fn cosmos() -> Compiled {
    compiled(include_str!("stories/cosmos.toml"))
}

/// Ends without starts, starts without ends, and dates with neither.
pub(super) fn ends() -> Compiled {
    compiled(include_str!("stories/ends.toml"))
}

/// Names in many scripts, in a language that runs from right to left.
pub(super) fn scripts() -> Compiled {
    compiled(include_str!("stories/scripts.toml"))
}

/// Everything happens in the same second.
pub(super) fn instant() -> Compiled {
    let event = |at| event(at, "2024-03-01T12:00:00Z", "square");
    let lanes = "lanes = [{ id = \"square\", name = \"On the square\" }]";
    made("instant", "All at once", lanes, (0..INSTANT_EVENTS).map(event))
}

/// Ten thousand events on one day, which is all that is known of their time.
pub(super) fn day() -> Compiled {
    let event = |at: usize| event(at, "2024-03-01", ["square", "harbour"][at % 2]);
    let lanes =
        "lanes = [{ id = \"square\", name = \"On the square\" }, { id = \"harbour\", name = \"In the harbour\" }]";
    made("day", "The longest day", lanes, (0..DAY_EVENTS).map(event))
}

/// Two hundred lanes, each with events of its own.
pub(super) fn lanes() -> Compiled {
    let lane = |at: usize| format!("{{ id = \"lane-{at}\", name = \"District {}\" }}", at + 1);
    let lanes = format!("lanes = [{}]", (0..LANES).map(lane).collect::<Vec<_>>().join(", "));
    let event =
        |at: usize| event(at, &format!("2024-{:02}-{:02}", 1 + at % 12, 1 + at % 28), &format!("lane-{}", at % LANES));
    made("lanes", "A district each", &lanes, (0..3 * LANES).map(event))
}

/// Names of five hundred characters, with and without spaces.
pub(super) fn long_names() -> Compiled {
    let solid: String = "Rindfleischetikettierung".chars().cycle().take(LONG).collect();
    let words: String =
        "the council of the island and its harbour ".chars().cycle().take(LONG - 1).chain(['x']).collect();
    let toml = format!(
        r#"
        story = {{ id = "long-names", title = "{words}", summary = "{solid}", language = "en", unverified = "{words}" }}
        people = [{{ id = "mayor", name = "{words}", role = "{solid}" }}]
        sources = [{{ id = "log", title = "{words}", publisher = "{solid}", byline = "{words}", published = "2024-12-31" }}]
        lanes = [{{ id = "solid", name = "{solid}" }}, {{ id = "words", name = "{words}" }}]
        eras = [{{ id = "era", name = "{words}", date = "2024-02/2024-09" }}]
        [[events]]
        id = "plain"
        title = "{words}"
        date = "2024-03-01"
        place = "{words}"
        lane = "solid"
        people = ["mayor"]
        rank = 1
        accounts = [{{ source = "log", says = "{words}" }}]
        [[events]]
        id = "labelled"
        title = "{solid}"
        label = "{solid}"
        date = "2024-06-01"
        place = "{solid}"
        lane = "words"
        accounts = [{{ source = "log", says = "{solid}" }}]
        [[events]]
        id = "lasting"
        title = "{words}"
        date = "2024-07-01/2024-11-01"
        lane = "words"
        accounts = [{{ source = "log", says = "{solid}" }}]
        [[quotes]]
        id = "said"
        text = "{solid}"
        speaker = "mayor"
        about = "{words}"
        said = "2024-03-01"
        event = "plain"
        source = "log"
        "#
    );
    compiled(&toml)
}

/// A story of events alone, whose titles count them.
fn made(id: &str, title: &str, lanes: &str, events: impl Iterator<Item = String>) -> Compiled {
    let head = format!("story = {{ id = \"{id}\", title = \"{title}\", language = \"en\" }}\n{lanes}\n");
    compiled(&std::iter::once(head).chain(events).collect::<String>())
}

fn event(at: usize, date: &str, lane: &str) -> String {
    let rank = if at.is_multiple_of(40) { 1 } else { 3 };
    format!(
        "[[events]]\nid = \"event-{at}\"\ntitle = \"Event number {}\"\ndate = \"{date}\"\nlane = \"{lane}\"\nrank = {rank}\n",
        at + 1
    )
}
