//! The draft with its names looked up: what the checks of the whole record work on.

use std::collections::{HashMap, HashSet};

use crate::Span;
use crate::draft::{AccountDraft, Draft, EventDraft, Given, MediaDraft, Owner, Slot, StoryDraft, Words};
use crate::hidden::slug_of;
use story::{Status, Subject};

/// The draft and its names.
pub(crate) struct Record<'a> {
    pub(crate) draft: &'a Draft<'a>,
    pub(crate) people: Ids<'a>,
    pub(crate) sources: Ids<'a>,
    pub(crate) lanes: Ids<'a>,
    pub(crate) themes: Ids<'a>,
    pub(crate) eras: Ids<'a>,
    pub(crate) events: Ids<'a>,
    pub(crate) quotes: Ids<'a>,
    accounts_of: ByEvent,
    media_of: ByEvent,
}

/// The ids of one kind of thing and their positions.
#[derive(Default)]
pub(crate) struct Ids<'a> {
    at: HashMap<&'a str, usize>,
    /// A second thing of the same id, and the first.
    pub(crate) duplicates: Vec<(&'a Given<Words<'a>>, Span)>,
    /// Whether something lacks an id that can be read, so that nobody can say that a name has nothing.
    has_nameless: bool,
    /// The slugs of ids that are none, which others may name already.
    mended: HashSet<String>,
}

impl<'a> Ids<'a> {
    fn new(ids: impl IntoIterator<Item = &'a Slot<Words<'a>>, IntoIter: ExactSizeIterator>) -> Self {
        let ids = ids.into_iter();
        let mut names = Self { at: HashMap::with_capacity(ids.len()), ..Self::default() };
        let mut spans = Vec::with_capacity(ids.len());
        for (at, slot) in ids.enumerate() {
            spans.push(slot.span_or(Span::default()));
            let Some(id) = slot.good() else {
                names.has_nameless = true;
                continue;
            };
            if !story::is_slug(&id.value) {
                names.mended.insert(slug_of(&id.value));
            }
            match names.at.get(id.value.as_ref()) {
                Some(&first) => names.duplicates.push((id, spans[first])),
                None => drop(names.at.insert(id.value.as_ref(), at)),
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
    pub(crate) fn of(&self, slot: &Slot<Words<'_>>) -> Option<usize> {
        self.at(slot.value()?)
    }
}

impl<'a> Record<'a> {
    pub(crate) fn new(draft: &'a Draft<'a>) -> Self {
        let events = Ids::new(draft.events.iter().map(|event| &event.id));
        let accounts = draft.accounts.iter().map(|account| &account.owner);
        let media = draft.media.iter().map(|medium| &medium.owner);
        Self {
            accounts_of: ByEvent::new(draft.events.len(), accounts, &events),
            media_of: ByEvent::new(draft.events.len(), media, &events),
            people: Ids::new(draft.people.iter().map(|person| &person.id)),
            sources: Ids::new(draft.sources.iter().map(|source| &source.id)),
            lanes: Ids::new(draft.lanes.iter().map(|lane| &lane.id)),
            themes: Ids::new(draft.themes.iter().map(|theme| &theme.id)),
            eras: Ids::new(draft.eras.iter().map(|era| &era.id)),
            quotes: Ids::new(draft.quotes.iter().map(|quote| &quote.id)),
            events,
            draft,
        }
    }

    /// The table `story`: the first one, where there are more.
    pub(crate) fn story(&self) -> Option<&'a StoryDraft<'a>> {
        self.draft.stories.first()
    }

    /// The accounts of the event at a position.
    pub(crate) fn accounts_of(&self, event: usize) -> impl Iterator<Item = &'a AccountDraft<'a>> {
        self.accounts_of.parts(event).iter().map(|&at| &self.draft.accounts[at as usize])
    }

    /// The media of the event at a position, with their own positions.
    pub(crate) fn media_of(&self, event: usize) -> impl Iterator<Item = (usize, &'a MediaDraft<'a>)> {
        self.media_of.parts(event).iter().map(|&at| (at as usize, &self.draft.media[at as usize]))
    }

    /// What an id names that a change may concern: an event, a quote, a source, a person. What it is may stand before the
    /// id and a colon.
    pub(crate) fn subjects(&self, words: &str) -> Vec<Subject> {
        let (kind, id) = subject_parts(words);
        let found = SUBJECTS.iter().filter(|(name, ..)| kind.is_none_or(|kind| kind == *name));
        found.filter_map(|(_, names, subject)| names(self).at(id).map(subject)).collect()
    }

    /// Whether it is certain that nothing that a change may concern has this id, or will have it.
    pub(crate) fn lacks_subject(&self, words: &str) -> bool {
        let (kind, id) = subject_parts(words);
        SUBJECTS
            .iter()
            .filter(|(name, ..)| kind.is_none_or(|kind| kind == *name))
            .all(|(_, names, _)| names(self).lacks(id))
    }

    /// Whether it is certain that nobody reports an event.
    pub(crate) fn has_no_account(&self, at: usize) -> bool {
        self.accounts_of.parts(at).is_empty() && !self.draft.events[at].accounts_are_bad
    }
}

/// What a change may concern: what it is called before a colon, where its ids are, and how a position becomes one.
type SubjectKind = (&'static str, for<'r, 'a> fn(&'r Record<'a>) -> &'r Ids<'a>, fn(usize) -> Subject);

/// Everything that a change may concern.
const SUBJECTS: [SubjectKind; 4] = [
    ("event", |record| &record.events, |at| Subject::Event(at.into())),
    ("quote", |record| &record.quotes, |at| Subject::Quote(at.into())),
    ("source", |record| &record.sources, |at| Subject::Source(at.into())),
    ("person", |record| &record.people, |at| Subject::Person(at.into())),
];

/// What is named before a colon, if it is something that a change may concern, and the id.
pub(crate) fn subject_parts(words: &str) -> (Option<&'static str>, &str) {
    let named = words.split_once(':').and_then(|(kind, id)| {
        SUBJECTS.iter().find(|(name, ..)| *name == kind.trim()).map(|(name, ..)| (Some(*name), id.trim()))
    });
    named.unwrap_or((None, words))
}

/// The status of an event; `None` where the author's word for it is wrong.
pub(crate) fn status_of(event: &EventDraft<'_>) -> Option<Status> {
    if event.status.is_absent() { Some(Status::Happened) } else { event.status.cloned() }
}

/// Accounts or media by their event: the positions of all of them in one row, cut where each event's end.
struct ByEvent {
    ends: Vec<u32>,
    positions: Vec<u32>,
}

impl ByEvent {
    /// What is written inside an event comes before what names it from elsewhere; both are in the author's order.
    fn new<'a>(events: usize, owners: impl Iterator<Item = &'a Owner<'a>>, names: &Ids<'_>) -> Self {
        let mut pairs: Vec<(usize, bool, u32)> = Vec::with_capacity(owners.size_hint().0);
        for (at, owner) in (0_u32..).zip(owners) {
            match owner {
                Owner::Inside(event) => pairs.push((*event, false, at)),
                Owner::Named(slot) => pairs.extend(names.of(slot).map(|event| (event, true, at))),
            }
        }
        // Most stories list both in the order of their events, which costs a sort nothing.
        pairs.sort_unstable();
        let mut ends = Vec::with_capacity(events);
        let mut end = 0;
        for event in 0..events {
            end += pairs[end..].iter().take_while(|(of, ..)| *of == event).count();
            ends.push(u32::try_from(end).unwrap_or(u32::MAX));
        }
        Self { ends, positions: pairs.into_iter().map(|(.., at)| at).collect() }
    }

    /// The positions of what belongs to an event.
    fn parts(&self, event: usize) -> &[u32] {
        let end = |event: usize| self.ends.get(event).map_or(0, |&end| end as usize);
        let start = event.checked_sub(1).map_or(0, end);
        self.positions.get(start..end(event)).unwrap_or_default()
    }
}
