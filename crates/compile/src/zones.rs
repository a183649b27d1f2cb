//! What the clocks are called by which times are told.
//!
//! The author writes the words that readers see, `EDT` or `Ortszeit`, not the name of a rule such as `America/New_York`: which
//! abbreviation belongs to a rule depends on the language (`EDT` in American English, `GMT-4` in British), most zones have none,
//! and the tables of all rules would be in every widget. The offset stands in each time anyhow, and a name is given to it: once
//! for the whole story, and on an event where the same offset goes by another name.

use std::collections::HashMap;

use crate::date;
use crate::draft::{Draft, EventDraft, Given, Slot};
use crate::record::Record;
use story::{Date, End, Moment, Story, When, ZoneIx};

/// An offset and its name, as an item of the story's `zones` has them: `-04:00 EDT`.
pub(crate) fn offset_and_name(item: &str) -> Option<(i16, &str)> {
    let (offset, name) = item.split_once(char::is_whitespace)?;
    Some((date::offset(offset)?, name.trim()))
}

/// Whether a reader can be told a name: it has letters, and is not that of a rule.
pub(crate) fn is_name(name: &str) -> bool {
    name.chars().any(char::is_alphabetic) && !name.contains(['/', '_'])
}

/// The offsets of the times in a date, each once, ascending.
pub(crate) fn offsets(when: &When) -> Vec<i16> {
    let ends = [when.first, when.last].into_iter().filter_map(End::moment);
    let mut offsets: Vec<i16> = ends.filter_map(|moment| moment.zone.offset_mins).collect();
    offsets.sort_unstable();
    offsets.dedup();
    offsets
}

/// Every date of a draft that was read.
pub(crate) fn dates<'a>(draft: &'a Draft<'_>) -> impl Iterator<Item = &'a Given<Date>> {
    let of_events = draft.events.iter().flat_map(|event| [&event.date, &event.announced]);
    let slots = draft.stories.iter().map(|story| &story.updated);
    let slots = slots.chain(draft.sources.iter().map(|source| &source.published));
    let slots = slots.chain(draft.eras.iter().map(|era| &era.date)).chain(of_events);
    let slots = slots.chain(draft.accounts.iter().map(|account| &account.date));
    slots.chain(draft.quotes.iter().map(|quote| &quote.said)).filter_map(Slot::good)
}

/// Gives the clocks of a story the names that its author has for them.
pub(crate) fn name(story: &mut Story, record: &Record<'_>) {
    let mut names = ZoneNames::of(record);
    names.name(&mut story.updated, None);
    story.sources.iter_mut().for_each(|source| names.name(&mut source.published, None));
    story.eras.iter_mut().for_each(|era| names.name_all(&mut era.date.when, None));
    for (event, draft) in story.events.iter_mut().zip(&record.draft.events) {
        let own = own(draft);
        names.name(&mut event.date, own);
        event.accounts.iter_mut().for_each(|account| names.name(&mut account.date, own));
        [&mut event.announced, &mut event.known_from].into_iter().for_each(|date| names.name(date, None));
    }
    for quote in &mut story.quotes {
        [&mut quote.said, &mut quote.known_from].into_iter().for_each(|date| names.name(date, None));
    }
    story.zones = names.told;
}

/// The offset that an event has a name of its own for, and the name: it holds for the event's date and its accounts.
fn own<'a>(event: &'a EventDraft<'_>) -> Option<(i16, &'a str)> {
    let name = event.zone.value()?;
    match offsets(&event.date.value()?.when).as_slice() {
        [offset] => Some((*offset, name)),
        _ => None,
    }
}

/// The names that readers are told, each once.
struct ZoneNames<'a> {
    of_story: HashMap<i16, &'a str>,
    at: HashMap<&'a str, ZoneIx>,
    told: Vec<String>,
}

impl<'a> ZoneNames<'a> {
    fn of(record: &Record<'a>) -> Self {
        let items = record.story().into_iter().flat_map(|story| &story.zones);
        let of_story = items.filter_map(|item| offset_and_name(&item.value)).collect();
        Self { of_story, at: HashMap::new(), told: Vec::new() }
    }

    fn name(&mut self, date: &mut Option<Date>, own: Option<(i16, &'a str)>) {
        if let Some(date) = date {
            self.name_all(&mut date.when, own);
        }
    }

    fn name_all(&mut self, when: &mut When, own: Option<(i16, &'a str)>) {
        for end in [&mut when.first, &mut when.last] {
            if let End::At(moment) = end {
                self.name_one(moment, own);
            }
        }
    }

    fn name_one(&mut self, moment: &mut Moment, own: Option<(i16, &'a str)>) {
        let Some(offset) = moment.zone.offset_mins else { return };
        let own = own.filter(|(of, _)| *of == offset).map(|(_, name)| name);
        if let Some(name) = own.or_else(|| self.of_story.get(&offset).copied()) {
            let next = ZoneIx::from(self.told.len());
            let at = *self.at.entry(name).or_insert(next);
            if at == next {
                self.told.push(name.to_owned());
            }
            moment.zone.name = Some(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::outcome;

    #[test]
    fn a_clock_is_called_as_the_event_says_else_as_the_story_does() {
        let toml = r#"
            [story]
            id = "s"
            title = "S"
            language = "en"
            zones = ["-04:00 EDT", "+09:00 KST", "Z GMT"]

            [[sources]]
            id = "a"
            title = "A"
            published = "2024-06-06T09:00Z"

            [[events]]
            id = "launch"
            title = "Launch"
            date = "2024-06-05T10:52-04:00"
            accounts = [{ source = "a", date = "2024-06-05T23:50+09:00" }]

            [[events]]
            id = "landing"
            title = "Landing"
            date = "2024-06-06T12:34-04"
            zone = "Atlantic time"
            accounts = [{ source = "a", date = "2024-06-06T12:35-04:00" }]

            [[events]]
            id = "elsewhere"
            title = "Elsewhere"
            date = "2024-06-06T12:34-05:00/2024-06-06T12:34"
        "#;
        let story = outcome(toml).story.expect("a story");
        let told = |when: When| {
            let name = |end: End| Some(story.zones[end.moment()?.zone.name?.at()].as_str());
            (name(when.first), name(when.last))
        };
        let date = |at: usize| told(story.events[at].date.as_ref().expect("a date").when);
        let account = |at: usize| told(story.events[at].accounts[0].date.as_ref().expect("a date").when);
        assert_eq!((date(0), account(0)), ((Some("EDT"), Some("EDT")), (Some("KST"), Some("KST"))));
        assert_eq!(date(1), (Some("Atlantic time"), Some("Atlantic time")));
        assert_eq!(account(1), date(1));
        assert_eq!(date(2), (None, None));
        assert_eq!(told(story.sources[0].published.as_ref().expect("a date").when), (Some("GMT"), Some("GMT")));
        assert_eq!(story.events[0].known_from, story.sources[0].published);
        assert_eq!(story.zones, ["GMT", "EDT", "KST", "Atlantic time"]);
    }
}
