//! Stories of any size, made up from a seed: for the benchmark, and for tests that need many events.
//!
//! The same seed and number give the same story and the same bytes on any machine. A story spans six years in six
//! lanes. Most days are quiet; some bring hundreds of times the usual and die down over the days after. Six events in
//! seven happened, the others were planned, expected or fell through, and most plans lead to what became of them.
//! Dates are mostly days; some are hours, months, stretches, or not certain. A quote for every hundred events; or as many
//! as are asked for, of words that come up as often as those of a language do.

mod calendar;
mod random;
mod speech;
mod tables;
mod words;

use story::Status;

pub use self::calendar::Made;
use self::{
    calendar::{Calendar, DAYS},
    random::{Random, Shares},
    speech::Speech,
};

/// How many lanes a made-up story has.
pub const LANES: usize = 6;
/// How many sources; they are published at even intervals from the first day on, the last after the last day.
const SOURCES: usize = 40;
/// How many people.
const PEOPLE: usize = 24;
/// How many themes.
const THEMES: usize = 8;
/// A quote for so many events.
const EVENTS_A_QUOTE: usize = 100;

/// Sets the quotes apart from the events of the same seed.
const QUOTES_SEED: u64 = 0x0051_07E5;

/// How events spread over the lanes.
const LANE_SHARES: [usize; LANES] = [30, 22, 18, 14, 10, 6];
/// How they spread over ranks 1 to 5.
const RANK_SHARES: [usize; 5] = [1, 6, 33, 35, 25];
/// How far behind a plan what became of it may stand, in events.
const OUTCOME_WITHIN: usize = 40;
/// How long before its day a plan may be announced, days.
const ANNOUNCED_BEFORE_DAYS: usize = 300;

/// One event of a made-up story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeEvent {
    /// Its title.
    pub title: String,
    /// What it says beyond the title.
    pub summary: Option<String>,
    /// When it happened or was to happen.
    pub date: Made,
    /// Its lane, from 0 to below [`LANES`].
    pub lane: usize,
    /// Whether it happened.
    pub status: Status,
    /// 1 for what the story cannot be told without, 5 for what it can.
    pub rank: u8,
    place: Option<&'static str>,
    person: Option<usize>,
    theme: Option<usize>,
    announced_day: Option<i64>,
    became: Option<usize>,
    /// The sources that report it, the first at once.
    sources: Vec<usize>,
}

/// Words that somebody said of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
struct MadeQuote {
    text: String,
    speaker: usize,
    event: usize,
    said_day: i64,
    source: usize,
    via: Option<usize>,
    themes: Vec<usize>,
}

/// A made-up story.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MadeStory {
    /// Its events, in the order of their days.
    pub events: Vec<MadeEvent>,
    quotes: Vec<MadeQuote>,
}

impl MadeStory {
    /// Makes up a story of so many events.
    #[must_use]
    pub fn new(seed: u64, len: usize) -> Self {
        let mut random = Random::new(seed);
        let days = Calendar::new(&mut random).days(len, &mut random);
        let lanes = Shares::new(LANE_SHARES);
        let ranks = Shares::new(RANK_SHARES);
        let event = |day| event(day, &lanes, &ranks, &mut random);
        let mut events: Vec<_> = days.into_iter().map(event).collect();
        for at in 0..len {
            events[at].became = outcome(&events, at, &mut random);
        }
        let quotes = (0..len / EVENTS_A_QUOTE).map(|_| quote(&events, &mut random)).collect();
        Self { events, quotes }
    }

    /// The same with so many quotes, for whoever searches them.
    #[must_use]
    pub fn with_quotes(seed: u64, len: usize, quotes: usize) -> Self {
        let mut random = Random::new(seed ^ QUOTES_SEED);
        let speech = Speech::new(&mut random);
        let mut story = Self::new(seed, len);
        let said = |_| MadeQuote {
            text: speech.quote(&mut random),
            via: random.chance(30).then(|| random.below(PEOPLE)),
            themes: (0..THEMES).filter(|_| random.chance(8)).collect(),
            ..quote(&story.events, &mut random)
        };
        story.quotes = (0..quotes).map(said).collect();
        story
    }

    /// The words that somebody said.
    pub fn quotes(&self) -> impl ExactSizeIterator<Item = &str> {
        self.quotes.iter().map(|quote| quote.text.as_str())
    }

    /// The tables of the story as an author would write them: names of CSV files and what stands in them.
    #[must_use]
    pub fn files(&self) -> Vec<(&'static str, String)> {
        tables::files(self)
    }
}

/// The name of a lane.
#[must_use]
pub fn lane_name(lane: usize) -> &'static str {
    ["Council", "Harbour", "Ferries", "Courts", "Money", "Weather"][lane % LANES]
}

fn event(day: i64, lanes: &Shares, ranks: &Shares, random: &mut Random) -> MadeEvent {
    let status = match random.below(100) {
        0..85 => Status::Happened,
        85..91 => Status::Planned,
        91..95 => Status::Expected,
        _ => Status::FellThrough,
    };
    let ahead_days = 1 + random.below(ANNOUNCED_BEFORE_DAYS) as i64;
    let announced_day = (status != Status::Happened).then_some(day - ahead_days);
    let first = source_after(announced_day.unwrap_or(day));
    let mut sources = vec![first];
    if random.chance(10) && first + 1 < SOURCES {
        sources.push(first + 1 + random.below(SOURCES - first - 1));
    }
    MadeEvent {
        title: words::headline(random),
        summary: random.chance(50).then(|| words::sentence(random)),
        date: Made::near(day, random),
        lane: random.share(lanes),
        status,
        rank: 1 + random.share(ranks) as u8,
        place: random.chance(30).then(|| words::place(random)),
        person: random.chance(30).then(|| random.below(PEOPLE)),
        theme: random.chance(40).then(|| random.below(THEMES)),
        announced_day: announced_day.filter(|_| random.chance(80)),
        became: None,
        sources,
    }
}

/// What became of a plan: one of the next events that happened. Nothing is known of one plan in ten.
fn outcome(events: &[MadeEvent], at: usize, random: &mut Random) -> Option<usize> {
    let from = at + 1 + random.below(OUTCOME_WITHIN);
    let is_told = events[at].status.is_plan() && random.chance(90);
    let mut later = (from..events.len()).filter(|later| events[*later].status == Status::Happened);
    later.next().filter(|_| is_told)
}

fn quote(events: &[MadeEvent], random: &mut Random) -> MadeQuote {
    let event = random.below(events.len());
    let said_day = events[event].date.day();
    MadeQuote {
        text: words::quote(random),
        speaker: random.below(PEOPLE),
        event,
        said_day,
        source: source_after(said_day),
        via: None,
        themes: Vec::new(),
    }
}

/// The first source that is published after a day.
fn source_after(day: i64) -> usize {
    (0..SOURCES).find(|source| source_day(*source) > day).unwrap_or(SOURCES - 1)
}

/// The day on which a source is published.
fn source_day(source: usize) -> i64 {
    calendar::first_day() + (DAYS * (source + 1) / SOURCES) as i64
}

#[cfg(test)]
mod tests {
    use super::*;
    use compile::{Code, Input};
    use std::collections::BTreeMap;

    const SEED: u64 = 5;

    fn inputs(story: &MadeStory) -> Vec<Input> {
        let input = |(name, text): (&str, String)| Input { name: name.to_owned(), bytes: text.into_bytes() };
        story.files().into_iter().map(input).collect()
    }

    #[test]
    fn the_same_seed_gives_the_same_bytes() {
        let files = |seed| MadeStory::new(seed, 2000).files();
        assert_eq!(files(SEED), files(SEED));
        assert_ne!(files(SEED), files(SEED + 1));
    }

    #[test]
    fn the_compiler_finds_nothing_wrong_but_plans_without_an_outcome() {
        for len in [1, 10, 1000] {
            let story = MadeStory::new(SEED, len);
            let outcome = compile::compile(inputs(&story));
            let compiled = outcome.story.as_ref().expect("no errors");
            assert_eq!(compiled.events.len(), len);
            let of_size = |diagnostic: &&compile::Diagnostic| {
                // A story of a few events has no use for all its people and sources.
                len < 1000 && [Code::UnusedPerson, Code::UnusedSource].contains(&diagnostic.code)
            };
            let others = outcome.diagnostics.iter().filter(|it| !of_size(it) && it.code != Code::PlanWithoutOutcome);
            assert_eq!(others.count(), 0, "{}", compile::render_text(&outcome));
        }
    }

    #[test]
    fn quotes_are_made_of_words_as_frequent_as_those_of_a_language() {
        let story = MadeStory::with_quotes(SEED, 100, 20_000);
        let outcome = compile::compile(inputs(&story));
        let compiled = outcome.story.as_ref().unwrap_or_else(|| panic!("{}", compile::render_text(&outcome)));
        assert_eq!(compiled.quotes.len(), 20_000);
        let mut counts = BTreeMap::<String, usize>::new();
        for word in
            story.quotes().flat_map(|text| text.split([' ', ',', '.', '?', '-'])).filter(|word| !word.is_empty())
        {
            *counts.entry(word.to_lowercase()).or_default() += 1;
        }
        let total: usize = counts.values().sum();
        let mut most: Vec<usize> = counts.into_values().collect();
        most.sort_unstable_by(|a, b| b.cmp(a));
        // English: the most frequent word is about one in sixteen, the first hundred are about half of all.
        assert!((3..10).contains(&(100 * most[0] / total)), "{} of {total}", most[0]);
        let hundred: usize = most.iter().take(100).sum();
        assert!((40..60).contains(&(100 * hundred / total)), "{hundred} of {total}");
        assert!((15_000..80_000).contains(&most.len()), "{} words", most.len());
        let once = most.iter().filter(|count| **count == 1).count();
        assert!(3 * once > most.len(), "{once} of {} stand once", most.len());
    }

    #[test]
    fn most_events_happened_and_few_are_of_the_first_rank() {
        let story = MadeStory::new(SEED, 10_000);
        let share = |is: fn(&MadeEvent) -> bool| story.events.iter().filter(|event| is(event)).count() / 100;
        assert!((82..88).contains(&share(|event| event.status == Status::Happened)));
        assert!((88..97).contains(&share(|event| event.rank >= 3)));
        assert!(share(|event| event.rank == 1) <= 2);
        assert!(share(|event| event.became.is_some()) >= 8);
    }

    #[test]
    fn some_days_bring_hundreds_of_times_the_usual() {
        let story = MadeStory::new(SEED, 100_000);
        let mut days = BTreeMap::<i64, usize>::new();
        for event in &story.events {
            *days.entry(event.date.day()).or_default() += 1;
        }
        let mut counts: Vec<_> = days.into_values().collect();
        counts.sort_unstable();
        let (usual, most) = (counts[counts.len() / 2], counts[counts.len() - 1]);
        assert!(most > 100 * usual, "usual {usual}, most {most}");
    }
}
