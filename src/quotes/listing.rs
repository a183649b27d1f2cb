//! In what order the quotes are listed, and in which groups.

use std::rc::Rc;

use search::{Group, Sort, grouped};
use story::QuoteIx;

use crate::core::{matches::Matches, record::Record};

/// The quotes of a list, in its order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listing {
    /// The quotes.
    pub quotes: Rc<Vec<QuoteIx>>,
    /// What they are grouped by.
    pub by: Option<Group>,
    /// The groups, one after the other; none where they are not grouped.
    pub groups: Vec<GroupOf>,
}

/// A group of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GroupOf {
    /// The place of its first quote in the list.
    pub at: usize,
    /// What its quotes share, as [`search::group_key`] has it; `None` for those that have nothing to be grouped by.
    pub key: Option<i64>,
    /// How many they are.
    pub len: usize,
}

impl Listing {
    /// Quotes as they come.
    #[must_use]
    pub fn plain(quotes: Vec<QuoteIx>) -> Self {
        Self { quotes: Rc::new(quotes), ..Self::default() }
    }

    /// The quotes that match. Where nothing is searched for, the most relevant are those of the weightiest events.
    #[must_use]
    pub fn new(record: &Record, matches: &Matches, sort: Sort, by: Option<Group>) -> Self {
        let quotes = if sort == Sort::Relevance && matches.marks().is_empty() {
            record.quotes_by_weight().iter().copied().filter(|ix| matches.quote(*ix)).collect()
        } else {
            matches.sorted(sort)
        };
        let Some(group) = by else { return Self::plain(quotes) };
        let mut parts = grouped(&record.bundle, &quotes, group);
        if group == Group::Month && sort == Sort::Relevance {
            parts = in_order(parts);
        }
        let mut quotes = Vec::with_capacity(quotes.len());
        let mut groups = Vec::with_capacity(parts.len());
        for (key, part) in parts {
            groups.push(GroupOf { at: quotes.len(), key, len: part.len() });
            quotes.extend(part);
        }
        Self { quotes: Rc::new(quotes), by, groups }
    }

    /// The group that begins with the quote at a place.
    #[must_use]
    pub fn begins(&self, at: usize) -> Option<(Group, GroupOf)> {
        let place = self.groups.binary_search_by_key(&at, |group| group.at).ok()?;
        Some((self.by?, *self.groups.get(place)?))
    }
}

/// Months in the order of time, whichever holds the best match: anything else reads as a mistake. By insertion: months
/// are few, and the standard sort is large.
fn in_order<T>(parts: Vec<(Option<i64>, T)>) -> Vec<(Option<i64>, T)> {
    let key = |part: &(Option<i64>, T)| part.0.unwrap_or(i64::MAX);
    let mut sorted = Vec::with_capacity(parts.len());
    for part in parts {
        let at = sorted.partition_point(|other| key(other) <= key(&part));
        sorted.insert(at, part);
    }
    sorted
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::{
        as_of::RecordAsOf,
        state::Filter,
        testing::{self, PlainFold},
    };
    use search::Query;

    const STORY: &str = r#"
        story = { id = "a", title = "A", language = "en", unverified = "Made up." }
        people = [{ id = "she", name = "She" }, { id = "he", name = "He" }]
        sources = [{ id = "a", title = "A", published = "2024-09-01" }, { id = "b", title = "B" }]
        events = [
          { id = "small", title = "Small", date = "2024-03-01", rank = 4, accounts = [{ source = "a", says = "So." }] },
          { id = "large", title = "Large", date = "2024-05-01", rank = 1, accounts = [{ source = "a", says = "So." }] },
        ]
        quotes = [
          { id = "march", text = "word for words", speaker = "she", source = "a", said = "2024-03-01", event = "small" },
          { id = "may", text = "words", speaker = "he", source = "a", said = "2024-05-01", event = "large" },
          { id = "late-may", text = "word", speaker = "she", source = "b", said = "2024-05-31" },
          { id = "undated", text = "words", speaker = "he", source = "b" },
        ]
    "#;

    fn listed(query: &str, sort: Sort, by: Option<Group>) -> Vec<String> {
        let record = Rc::new(testing::compiled(STORY));
        let filter = Filter { query: query.to_owned(), ..Filter::default() };
        let parsed = Query::parse(query, "", &PlainFold);
        let matches = Matches::new(&RecordAsOf::new(Rc::clone(&record), None), &filter, &parsed, &PlainFold);
        let listing = Listing::new(&record, &matches, sort, by);
        let mut lines = Vec::new();
        for (at, ix) in listing.quotes.iter().enumerate() {
            lines.extend(listing.begins(at).map(|(_, group)| format!("{:?} {}", group.key, group.len)));
            lines.push(record.bundle.quote(*ix).id().to_owned());
        }
        lines
    }

    #[test]
    fn without_a_search_the_quotes_of_the_weightiest_events_come_first_with_one_the_best_matches() {
        assert_eq!(listed("", Sort::Relevance, None), ["may", "march", "late-may", "undated"]);
        assert_eq!(listed("word", Sort::Relevance, None), ["march", "late-may", "may", "undated"]);
    }

    #[test]
    fn by_age_what_has_no_date_comes_last() {
        assert_eq!(listed("", Sort::Oldest, None), ["march", "may", "late-may", "undated"]);
        assert_eq!(listed("", Sort::Newest, None), ["late-may", "may", "march", "undated"]);
    }

    #[test]
    fn each_group_is_headed_and_counted_in_the_order_of_its_best_quotes() {
        let months = (2024 * 12 + 2, 2024 * 12 + 4);
        let cases: [(Group, Sort, &[&str]); 4] = [
            (Group::Speaker, Sort::Relevance, &["Some(1) 2", "may", "undated", "Some(0) 2", "march", "late-may"]),
            (Group::Event, Sort::Oldest, &["Some(0) 1", "march", "Some(1) 1", "may", "None 2", "late-may", "undated"]),
            (Group::Source, Sort::Newest, &["Some(1) 2", "late-may", "undated", "Some(0) 2", "may", "march"]),
            (
                Group::Month,
                Sort::Relevance,
                &[
                    &format!("Some({}) 1", months.0),
                    "march",
                    &format!("Some({}) 2", months.1),
                    "may",
                    "late-may",
                    "None 1",
                    "undated",
                ],
            ),
        ];
        for (group, sort, expected) in cases {
            assert_eq!(listed("", sort, Some(group)), expected, "{group:?}");
        }
    }
}
