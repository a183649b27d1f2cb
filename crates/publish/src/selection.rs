//! What to show of a story in the order of time, and what of it where there is not room for all.

use std::cmp::Reverse;

use story::{EventIx, QuoteIx, Story, events_in_time, quotes_in_time};

/// Events and quotes of a story, each in the order of time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Selection {
    /// As [`events_in_time`] has them.
    pub events: Vec<EventIx>,
    /// As [`quotes_in_time`] has them.
    pub quotes: Vec<QuoteIx>,
}

/// How much of a story there is room for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Room {
    /// At most so many events.
    pub events: usize,
    /// At most so many quotes.
    pub quotes: usize,
}

impl Room {
    /// Room for everything.
    pub const ENDLESS: Self = Self { events: usize::MAX, quotes: usize::MAX };
    /// What one page can hold and a reader can bear.
    pub const PAGE: Self = Self { events: 200, quotes: 200 };
}

/// The rank of quotes that belong to no event: behind all that do.
const WITHOUT_EVENT: u8 = 6;

impl Selection {
    /// The most important events and quotes that there is room for.
    ///
    /// An event is the more important the lower its rank, then the more accounts and quotes it has; a quote the more
    /// important its event. What comes earlier wins where nothing else decides.
    #[must_use]
    pub fn of(story: &Story, room: Room) -> Self {
        let quote_counts = quote_counts(story);
        let event_weight = |at: usize| {
            let event = &story.events[at];
            (event.rank, Reverse(event.accounts.len() + quote_counts[at]))
        };
        let quote_weight = |at: usize| {
            let event = story.quotes[at].event.map(EventIx::at).filter(|at| *at < story.events.len());
            event.map_or((WITHOUT_EVENT, Reverse(0)), event_weight)
        };
        let events = weightiest(positions(events_in_time(&story.events)), room.events, event_weight);
        let quotes = weightiest(positions(quotes_in_time(&story.quotes)), room.quotes, quote_weight);
        Self {
            events: events.into_iter().map(EventIx::from).collect(),
            quotes: quotes.into_iter().map(QuoteIx::from).collect(),
        }
    }

    /// Everything.
    #[must_use]
    pub fn all(story: &Story) -> Self {
        Self::of(story, Room::ENDLESS)
    }

    /// Whether anything of a story is not in it.
    #[must_use]
    pub fn leaves_out(&self, story: &Story) -> bool {
        self.events.len() < story.events.len() || self.quotes.len() < story.quotes.len()
    }
}

/// How many quotes belong to each event.
fn quote_counts(story: &Story) -> Vec<usize> {
    let mut counts = vec![0; story.events.len()];
    for event in story.quotes.iter().filter_map(|quote| quote.event) {
        if let Some(count) = counts.get_mut(event.at()) {
            *count += 1;
        }
    }
    counts
}

fn positions(rows: Vec<u32>) -> Vec<usize> {
    rows.into_iter().map(|at| at as usize).collect()
}

/// The `n` of the least weight key, in the order in which they were given.
fn weightiest<K: Ord>(order: Vec<usize>, n: usize, weight: impl Fn(usize) -> K) -> Vec<usize> {
    if order.len() <= n {
        return order;
    }
    let mut places: Vec<usize> = (0..order.len()).collect();
    places.sort_by_cached_key(|&place| weight(order[place]));
    places.truncate(n);
    places.sort_unstable();
    places.into_iter().map(|place| order[place]).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::story;
    use proptest::prelude::*;

    fn events(story: &Story, room: usize) -> Vec<&str> {
        let selection = Selection::of(story, Room { events: room, quotes: room });
        selection.events.iter().map(|ix| story.events[ix.at()].id.as_str()).collect()
    }

    fn quotes(story: &Story, room: usize) -> Vec<&str> {
        let selection = Selection::of(story, Room { events: room, quotes: room });
        selection.quotes.iter().map(|ix| story.quotes[ix.at()].id.as_str()).collect()
    }

    fn sample() -> Story {
        story(
            r#"
sources = [{ id = "s", title = "S" }]
people = [{ id = "k", name = "K" }]
events = [
  { id = "late", title = "L", date = "2024-03", rank = 2, accounts = [{ source = "s" }] },
  { id = "told-twice", title = "T", date = "2024-02", accounts = [{ source = "s" }] },
  { id = "first", title = "F", date = "-0043", rank = 5, accounts = [{ source = "s" }] },
  { id = "some-day", title = "P", status = "planned", rank = 1, accounts = [{ source = "s" }] },
  { id = "told-once", title = "O", date = "2024-01", accounts = [{ source = "s" }] },
]
quotes = [
  { id = "loose", text = "a", speaker = "k", source = "s", said = "2020" },
  { id = "undated", text = "b", speaker = "k", source = "s", event = "late" },
  { id = "of-two", text = "c", speaker = "k", source = "s", said = "2024-02", event = "told-twice" },
]
"#,
        )
    }

    #[test]
    fn everything_stands_in_the_order_of_time_and_what_has_no_date_last() {
        let story = sample();
        assert_eq!(events(&story, 9), ["first", "told-once", "told-twice", "late", "some-day"]);
        assert_eq!(quotes(&story, 9), ["loose", "of-two", "undated"]);
        assert!(!Selection::all(&story).leaves_out(&story));
    }

    #[test]
    fn where_there_is_little_room_rank_decides_then_how_much_is_told() {
        let story = sample();
        assert_eq!(events(&story, 3), ["told-twice", "late", "some-day"]);
        assert_eq!(events(&story, 1), ["some-day"]);
        assert_eq!(quotes(&story, 2), ["of-two", "undated"]);
        assert_eq!((events(&story, 0).len(), quotes(&story, 0).len()), (0, 0));
        assert!(Selection::of(&story, Room { events: 5, quotes: 2 }).leaves_out(&story));
    }

    proptest! {
        #[test]
        fn more_room_keeps_what_there_was(ranks in prop::collection::vec(1..=5_u8, 0..20), room in 0..20_usize) {
            let rows: String = ranks.iter().enumerate().map(|(at, rank)| format!(
                "[[events]]\nid = \"e{at}\"\ntitle = \"E\"\ndate = \"{}\"\nrank = {rank}\naccounts = [{{ source = \"s\" }}]\n",
                1_000 + at * 37 % 20
            )).collect();
            let story = story(&format!("sources = [{{ id = \"s\", title = \"S\" }}]\n{rows}"));
            let (less, more) = (events(&story, room), events(&story, room + 1));
            prop_assert_eq!(less.len(), room.min(ranks.len()));
            prop_assert!(less.iter().all(|id| more.contains(id)));
        }
    }
}
