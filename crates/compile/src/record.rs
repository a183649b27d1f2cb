//! The draft with its names looked up: what the checks of the whole record work on.

use std::collections::{HashMap, HashSet};

use crate::Span;
use crate::checks::bad_slug;
use crate::draft::{AccountDraft, Draft, EventDraft, Given, MediaDraft, Owner, Slot, StoryDraft};
use story::Status;

/// The draft and its names.
pub(crate) struct Record<'a> {
    pub(crate) draft: &'a Draft,
    pub(crate) people: Names<'a>,
    pub(crate) sources: Names<'a>,
    pub(crate) lanes: Names<'a>,
    pub(crate) themes: Names<'a>,
    pub(crate) eras: Names<'a>,
    pub(crate) events: Names<'a>,
    pub(crate) quotes: Names<'a>,
    accounts_of: Vec<Vec<usize>>,
    media_of: Vec<Vec<usize>>,
}

/// The ids of one kind of thing and their positions.
#[derive(Default)]
pub(crate) struct Names<'a> {
    at: HashMap<&'a str, usize>,
    /// A second thing of the same id, and the first.
    pub(crate) duplicates: Vec<(&'a Given<String>, Span)>,
    /// Whether something lacks an id that can be read, so that nobody can say that a name has nothing.
    has_nameless: bool,
    /// The slugs of ids that are none, which others may name already.
    mended: HashSet<String>,
}

impl<'a> Names<'a> {
    fn new(ids: impl Iterator<Item = &'a Slot<String>> + Clone) -> Self {
        let mut names = Self::default();
        let mut spans = Vec::new();
        for (at, slot) in ids.enumerate() {
            spans.push(slot.span_or(Span::default()));
            let Some(id) = slot.good() else {
                names.has_nameless = true;
                continue;
            };
            if !story::is_slug(&id.value) {
                names.mended.insert(bad_slug::mended(&id.value));
            }
            match names.at.get(id.value.as_str()) {
                Some(&first) => names.duplicates.push((id, spans[first])),
                None => drop(names.at.insert(&id.value, at)),
            }
        }
        names
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.at.is_empty()
    }

    /// The position of the first thing with this id.
    pub(crate) fn at(&self, id: &str) -> Option<usize> {
        self.at.get(id).copied()
    }

    /// Whether it is certain that nothing has this id, or will have it once the ids are mended.
    pub(crate) fn lacks(&self, id: &str) -> bool {
        !self.has_nameless && self.at(id).is_none() && !self.mended.contains(id)
    }

    /// The position of what a field names; `None` where it is not given, or wrong.
    pub(crate) fn of(&self, slot: &Slot<String>) -> Option<usize> {
        self.at(slot.value()?)
    }
}

impl<'a> Record<'a> {
    pub(crate) fn new(draft: &'a Draft) -> Self {
        let events = Names::new(draft.events.iter().map(|event| &event.id));
        let accounts = draft.accounts.iter().map(|account| &account.owner);
        let media = draft.media.iter().map(|medium| &medium.owner);
        Self {
            accounts_of: by_event(draft.events.len(), accounts, &events),
            media_of: by_event(draft.events.len(), media, &events),
            people: Names::new(draft.people.iter().map(|person| &person.id)),
            sources: Names::new(draft.sources.iter().map(|source| &source.id)),
            lanes: Names::new(draft.lanes.iter().map(|lane| &lane.id)),
            themes: Names::new(draft.themes.iter().map(|theme| &theme.id)),
            eras: Names::new(draft.eras.iter().map(|era| &era.id)),
            quotes: Names::new(draft.quotes.iter().map(|quote| &quote.id)),
            events,
            draft,
        }
    }

    /// The table `story`: the first one, where there are more.
    pub(crate) fn story(&self) -> Option<&'a StoryDraft> {
        self.draft.stories.first()
    }

    /// The accounts of the event at a position.
    pub(crate) fn accounts_of(&self, event: usize) -> impl Iterator<Item = &'a AccountDraft> {
        self.accounts_of[event].iter().map(|&at| &self.draft.accounts[at])
    }

    /// The pictures and links of the event at a position.
    pub(crate) fn media_of(&self, event: usize) -> impl Iterator<Item = &'a MediaDraft> {
        self.media_of[event].iter().map(|&at| &self.draft.media[at])
    }

    /// Whether it is certain that nobody reports an event.
    pub(crate) fn has_no_account(&self, at: usize) -> bool {
        self.accounts_of[at].is_empty() && !self.draft.events[at].accounts_are_bad
    }
}

/// The status of an event; `None` where the author's word for it is wrong.
pub(crate) fn status_of(event: &EventDraft) -> Option<Status> {
    if event.status.is_absent() { Some(Status::Happened) } else { event.status.cloned() }
}

fn by_event<'a>(events: usize, owners: impl Iterator<Item = &'a Owner>, names: &Names<'_>) -> Vec<Vec<usize>> {
    let mut positions = vec![Vec::new(); events];
    for (at, owner) in owners.enumerate() {
        let event = match owner {
            Owner::Inside(event) => Some(*event),
            Owner::Named(slot) => names.of(slot),
        };
        if let Some(event) = event {
            positions[event].push(at);
        }
    }
    positions
}
