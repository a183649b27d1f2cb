//! The words that made-up headlines, names and quotes consist of.

use super::random::Random;

/// Who acts in a headline.
const ACTORS: &[&str] = &[
    "Council",
    "Ministry",
    "Harbour board",
    "Union",
    "Mayor",
    "Court",
    "Ferry line",
    "Port authority",
    "Parliament",
    "Auditors",
    "Fishermen",
    "Students",
    "Engineers",
    "Governor",
    "Rail operator",
    "Island towns",
    "Coast guard",
    "Investors",
    "Teachers",
    "Farmers",
    "Insurers",
    "Opposition",
    "Shipyard",
    "Regulator",
];

/// What they do.
const VERBS: &[&str] = &[
    "delays",
    "approves",
    "rejects",
    "debates",
    "signs",
    "questions",
    "defends",
    "cancels",
    "reopens",
    "inspects",
    "funds",
    "publishes",
    "withdraws",
    "revises",
    "welcomes",
    "blocks",
    "reviews",
    "announces",
    "drops",
    "extends",
];

/// How a thing is.
const KINDS: &[&str] = &[
    "new",
    "final",
    "disputed",
    "northern",
    "second",
    "costly",
    "secret",
    "temporary",
    "joint",
    "long awaited",
    "revised",
    "public",
    "early",
    "regional",
    "winter",
    "emergency",
];

/// What it is about.
const THINGS: &[&str] = &[
    "bridge plan",
    "budget",
    "tunnel",
    "report",
    "contract",
    "timetable",
    "sea wall",
    "inquiry",
    "tender",
    "vote",
    "repairs",
    "treaty",
    "lighthouse sale",
    "fare increase",
    "survey",
    "ferry route",
    "harbour works",
    "strike",
    "petition",
    "power line",
    "loan",
    "safety rules",
    "railway link",
    "water supply",
];

/// When, where or why, for headlines with room to spare.
const TAILS: &[&str] = &[
    "after storm",
    "before the election",
    "in late session",
    "despite protests",
    "for the third time",
    "without a vote",
    "on the eastern shore",
    "as costs rise",
    "at midnight",
    "in closed talks",
    "amid doubts",
    "until the spring",
    "with neighbours",
    "after long delay",
    "in the old town",
    "as winter nears",
];

/// Where things happen.
const PLACES: &[&str] = &["Old Harbour", "Northpoint", "Ferry Island", "Saltmarsh", "Capital", "Eastern Shore"];

const GIVEN_NAMES: &[&str] = &["Ada", "Bo", "Cleo", "Dag", "Edda", "Finn", "Greta", "Hugo"];
const FAMILY_NAMES: &[&str] = &["Lind", "Berg", "Moreau", "Okafor", "Silva", "Novak", "Tanaka", "Hale"];

/// A headline of about 20 to 60 characters, as long as headlines tend to be.
pub(super) fn headline(random: &mut Random) -> String {
    let mut line = [random.one_of(ACTORS), random.one_of(VERBS)].join(" ");
    if random.chance(40) {
        line = line + " " + random.one_of(KINDS);
    }
    line = line + " " + random.one_of(THINGS);
    if line.len() < SHORTEST || random.chance(45) {
        line = line + " " + random.one_of(TAILS);
    }
    line
}

/// A headline below this gets a tail, characters.
const SHORTEST: usize = 20;

/// A sentence that says a little more than a headline.
pub(super) fn sentence(random: &mut Random) -> String {
    let (kind, thing, tail) = (random.one_of(KINDS), random.one_of(THINGS), random.one_of(TAILS));
    format!("The {kind} {thing} was on the table {tail}, as {} put it.", random.one_of(ACTORS).to_lowercase())
}

/// Words in somebody's mouth.
pub(super) fn quote(random: &mut Random) -> String {
    let (kind, thing, tail) = (random.one_of(KINDS), random.one_of(THINGS), random.one_of(TAILS));
    format!("We have waited for the {kind} {thing} {tail}, and we shall not wait much longer.")
}

/// A place.
pub(super) fn place(random: &mut Random) -> &'static str {
    random.one_of(PLACES)
}

/// The name of the person of a number; the first 64 differ.
pub(super) fn person(number: usize) -> String {
    let given = GIVEN_NAMES[number % GIVEN_NAMES.len()];
    let family = FAMILY_NAMES[(number / GIVEN_NAMES.len() + number) % FAMILY_NAMES.len()];
    format!("{given} {family}")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn headlines_are_as_long_as_headlines_are() {
        let mut random = Random::new(3);
        for _ in 0..2000 {
            let line = headline(&mut random);
            assert!((SHORTEST..=70).contains(&line.len()), "{line}");
        }
    }

    #[test]
    fn no_two_of_the_first_people_share_a_name() {
        let names: BTreeSet<_> = (0..64).map(person).collect();
        assert_eq!(names.len(), 64);
    }
}
