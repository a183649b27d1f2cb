//! What one term of a query matches: looked up in the dictionary, or where a bundle has none, looked for in the texts.
//!
//! A typo is forgiven only in a word that stands nowhere, neither itself nor as the beginning of another: else every
//! count would hold what nobody asked for; and a number is never another number. Headlines and lanes count only for a
//! word that stands nowhere else: what an article is called would drown what was said in it.

use story::EventIx;

use crate::bits::Bits;
use crate::compounds::compound_term;
use crate::dictionary::{Dictionary, Entry};
use crate::haystack::Haystack;
use crate::named::{FAR, Named, if_any};
use crate::part::{Part, is_short};
use crate::postings::add_list;
use crate::reader::Reader;
use crate::term::{Mode, Needle, Term};
use crate::texts::Names;
use crate::tokens::{MAX_TERM_BYTES, tokens};
use crate::typo;

/// How well a quote matches a term: the lower the better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Quality {
    /// The word itself, in what was said.
    Exact,
    /// Another form of the word.
    Family,
    /// Who said it, carried or printed it, or what it is about goes by this name.
    Name,
    /// A word that begins with it.
    Beginning,
    /// A word that is a typo or two away.
    Typo,
}

/// How many qualities there are.
pub(crate) const QUALITIES: usize = 5;

/// What a term matches.
pub(crate) struct Hits {
    /// By quality, the quotes that match that well or better, by their position in time.
    pub(crate) quotes: Vec<Bits>,
    /// The events that match.
    pub(crate) events: Bits,
    /// The words of the texts to mark, where they are not simply the term's own.
    pub(crate) forms: Vec<String>,
}

/// A look-up on its way.
struct Search<'a> {
    haystack: Haystack<'a>,
    dictionary: Dictionary<'a>,
    names: Names,
    hits: Hits,
    /// Events, then accounts.
    rows: Bits,
    /// By name, how well it matches.
    by_name: Vec<u8>,
    /// The names that an entry lists.
    listed: Bits,
    /// Whether anything was found but headlines and lanes.
    is_found: bool,
    has_names: bool,
}

/// What a term matches; with `is_exact` the word itself alone, however it is written, and no other forms.
pub(crate) fn hits(term: &Term, is_exact: bool, haystack: Haystack<'_>) -> Hits {
    let Some(columns) = haystack.bundle.index() else { return scanned(term, haystack) };
    let mut search = Search::new(haystack, Dictionary::new(columns));
    let mut parts = tokens(&term.words);
    match (parts.next(), parts.next()) {
        (Some(token), None) if !token.is_spaceless && token.text.len() <= MAX_TERM_BYTES => {
            search.word(token.text, term.mode, is_exact);
        }
        _ => search.phrase(term),
    }
    if let Some(closed) = &term.closed {
        search.closed(closed, is_exact);
    }
    search.finish()
}

impl<'a> Search<'a> {
    fn new(haystack: Haystack<'a>, dictionary: Dictionary<'a>) -> Self {
        let names = Names::of(haystack.bundle);
        let rows = Bits::none(haystack.bundle.event_count() + haystack.bundle.account_count());
        let by_name = vec![FAR; names.len()];
        let hits = Hits::none(haystack);
        Self {
            haystack,
            dictionary,
            names,
            hits,
            rows,
            by_name,
            listed: Bits::default(),
            is_found: false,
            has_names: false,
        }
    }

    /// A single word: itself and its other forms; what begins with it; and where that is nothing, what is like it. Each
    /// may be written in segments.
    fn word(&mut self, word: &str, mode: Mode, is_exact: bool) {
        let dictionary = self.dictionary;
        let is_phrase = mode == Mode::Phrase;
        self.forms(word, Quality::Exact, is_exact || is_phrase);
        if is_phrase {
            return;
        }
        let compound = compound_term(word);
        if self.forms(&compound, Quality::Family, is_exact) {
            self.mark(compound.as_bytes());
        }
        if is_exact {
            return;
        }
        if mode == Mode::Beginning || !self.is_found {
            dictionary.prefixed(word, &mut |entry, term| {
                if term != word.as_bytes() {
                    self.take(entry, Quality::Beginning);
                    if mode != Mode::Beginning {
                        self.mark(term);
                    }
                }
            });
            // Where it is a beginning, to mark one compound will do for all.
            let mut is_marked = false;
            dictionary.prefixed(&compound, &mut |entry, term| {
                self.take(entry, Quality::Beginning);
                if mode != Mode::Beginning || !std::mem::replace(&mut is_marked, true) {
                    self.mark(term);
                }
            });
        }
        let typos = typo::forgiven(word);
        if !self.is_found && !self.has_names && typos > 0 {
            typo::similar(dictionary, word, typos, mode == Mode::Beginning, &mut |entry, term| {
                self.take(entry, Quality::Typo);
                self.mark(term);
            });
        }
    }

    /// A compound, closed: as it is written as one, and as others write it in segments.
    fn closed(&mut self, closed: &str, is_exact: bool) {
        for term in [closed, &compound_term(closed)] {
            if self.forms(term, Quality::Family, is_exact) {
                self.mark(term.as_bytes());
            }
        }
    }

    /// A term of the dictionary, and unless it is to be exact, the other forms of its word; whether there is such a term.
    fn forms(&mut self, term: &str, quality: Quality, is_exact: bool) -> bool {
        let dictionary = self.dictionary;
        let Some((entry, number)) = dictionary.exact(term) else { return false };
        self.take(&entry, quality);
        if !is_exact {
            dictionary.family(&entry, number, &mut |form, term| {
                self.take(form, Quality::Family);
                self.mark(term);
            });
        }
        true
    }

    /// Words in a row, or a stretch without spaces: what holds all of its parts is looked up in the texts.
    fn phrase(&mut self, term: &Term) {
        let haystack = self.haystack;
        let needle = term.needle();
        let mut candidates =
            [Bits::all(haystack.columns.len()), Bits::all(self.rows.len()), Bits::all(self.names.len())];
        let mut lists = [0, 1, 2].map(|at| Bits::none(candidates[at].len()));
        let mut narrow = |dictionary: Dictionary<'_>, part: Part<'_>| {
            lists.iter_mut().zip(&candidates).for_each(|(list, all)| list.reset(all.len()));
            part.each(dictionary, &mut |entry| {
                for (list, range) in lists.iter_mut().zip(&entry.lists).filter(|(_, range)| !range.is_empty()) {
                    add_list(dictionary.list(range), list);
                }
            });
            candidates.iter_mut().zip(&lists).for_each(|(all, list)| all.and(list));
        };
        let mut parts = tokens(&term.words).peekable();
        let mut is_sure = true;
        while let Some(token) = parts.next() {
            let is_last = parts.peek().is_none();
            is_sure &= is_last && token.at == 0 && token.text.len() <= MAX_TERM_BYTES && is_short(token);
            Part::of(token, is_last && !needle.is_whole, &mut |part| narrow(self.dictionary, part));
        }
        self.verify(needle, is_sure, &candidates);
    }

    /// Takes those candidates in whose texts something stands.
    fn verify(&mut self, needle: Needle<'_>, is_sure: bool, [quotes, rows, names]: &[Bits; 3]) {
        let mut reader = Reader::new(self.haystack, needle);
        for at in quotes.iter().filter(|at| is_sure || reader.quote(*at)) {
            self.hits.quotes[Quality::Exact as usize].add(at);
        }
        for row in rows.iter().filter(|row| is_sure || reader.row(*row)) {
            self.rows.add(row);
        }
        for number in names.iter() {
            let name = self.names.name(number).filter(|_| self.haystack.with_names);
            if name.is_some_and(|name| is_sure || reader.name(name)) {
                self.by_name[number] = Quality::Name as u8;
                self.has_names = true;
            }
        }
        let primary = self.by_name.iter().take(self.names.headlines_at()).any(|quality| *quality != FAR);
        self.is_found = primary || !self.rows.is_empty() || !self.hits.quotes[0].is_empty();
    }

    /// Takes what an entry lists.
    fn take(&mut self, entry: &Entry, quality: Quality) {
        let [quotes, events, names] = &entry.lists;
        if !quotes.is_empty() {
            add_list(self.dictionary.list(quotes), &mut self.hits.quotes[quality as usize]);
            self.is_found = true;
        }
        if !events.is_empty() {
            add_list(self.dictionary.list(events), &mut self.rows);
            self.is_found = true;
        }
        if names.is_empty() || !self.haystack.with_names {
            return;
        }
        let (quality, headlines_at) = (quality.max(Quality::Name) as u8, self.names.headlines_at());
        self.listed.reset(self.names.len());
        add_list(self.dictionary.list(names), &mut self.listed);
        for number in self.listed.iter() {
            self.by_name[number] = quality.min(self.by_name[number]);
            self.is_found |= number < headlines_at;
        }
        self.has_names = true;
    }

    fn mark(&mut self, term: &[u8]) {
        if let Ok(term) = std::str::from_utf8(term) {
            self.hits.forms.push(term.to_owned());
        }
    }

    fn finish(mut self) -> Hits {
        if self.has_names {
            self.take_names();
        }
        let Self { haystack, rows, mut hits, .. } = self;
        settle(haystack, &rows, &mut hits.events);
        hits.nested()
    }

    /// Takes the quotes of the names that match, and the events of lanes. Headlines and lanes count only where
    /// nothing else was found.
    fn take_names(&mut self) {
        if self.is_found {
            let headlines_at = self.names.headlines_at();
            self.by_name.iter_mut().skip(headlines_at).for_each(|quality| *quality = FAR);
        }
        let [people, sources, themes, headlines, lanes] = self.names.split(&self.by_name);
        let sources: Vec<u8> = sources.iter().zip(headlines).map(|(a, b)| *a.min(b)).collect();
        let (people, sources, themes) = (if_any(people), if_any(&sources), if_any(themes));
        let quotes = &mut self.hits.quotes;
        if !(people.is_empty() && sources.is_empty() && themes.is_empty()) {
            let named = Named { speakers: people, vias: people, sources, themes, ..Named::default() };
            named.each(self.haystack.columns, &mut |at, quality| quotes[usize::from(quality)].add(at));
        }
        if !if_any(lanes).is_empty() {
            let events = self.haystack.bundle.event_columns();
            let hit =
                |ix: &EventIx| events.lane(*ix).and_then(|lane| lanes.get(lane.at())).is_some_and(|it| *it != FAR);
            self.haystack.bundle.events().filter(hit).for_each(|ix| self.rows.add(ix.at()));
        }
    }
}

impl Hits {
    /// What matches well matches less well, too.
    fn nested(mut self) -> Self {
        for at in 1..self.quotes.len() {
            let (better, rest) = self.quotes.split_at_mut(at);
            rest[0].or(&better[at - 1]);
        }
        self
    }

    fn none(haystack: Haystack<'_>) -> Self {
        Self {
            quotes: vec![Bits::none(haystack.columns.len()); QUALITIES],
            events: Bits::none(haystack.bundle.event_count()),
            forms: Vec::new(),
        }
    }
}

/// The events of rows: of an event its own, of an account that was known the event it tells of.
fn settle(haystack: Haystack<'_>, rows: &Bits, events: &mut Bits) {
    let event_count = haystack.bundle.event_count();
    events.copy_beginning(rows, event_count);
    let mut event = 0;
    for row in rows.iter().skip_while(|row| *row < event_count) {
        let account = row - event_count;
        let is_known =
            haystack.as_of.day().is_none() || haystack.as_of.knows_source(haystack.bundle.account(account).source());
        // Accounts come in the order of their events.
        event = first_after(event, event_count, |at| haystack.bundle.accounts_end(EventIx::from(at)) > account);
        if is_known {
            events.add(event);
        }
    }
}

/// The first number from `from` on for which something holds that holds for all after it. Those nearby are looked at
/// first.
fn first_after(from: usize, to: usize, holds: impl Fn(usize) -> bool) -> usize {
    let (mut low, mut step) = (from, 1);
    while low + step < to && !holds(low + step) {
        low += step;
        step *= 2;
    }
    let mut high = (low + step).min(to);
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle) { high = middle } else { low = middle + 1 }
    }
    low
}

/// What a bundle without an index holds of a term: every text is looked through, a word matches what begins with it.
fn scanned(term: &Term, haystack: Haystack<'_>) -> Hits {
    let mut reader = Reader::loose(haystack, term);
    let mut hits = Hits::none(haystack);
    let names = Names::of(haystack.bundle);
    let mut by_name = |number: usize| names.name(number).is_some_and(|name| haystack.with_names && reader.name(name));
    let by_name: Vec<u8> = (0..names.headlines_at()).map(|number| if by_name(number) { 0 } else { FAR }).collect();
    let [people, sources, themes, ..] = names.split(&by_name);
    let quotes = &mut hits.quotes[0];
    Named { speakers: people, vias: people, sources, themes, ..Named::default() }
        .each(haystack.columns, &mut |at, _| quotes.add(at));
    (0..haystack.columns.len()).filter(|at| reader.quote(*at)).for_each(|at| quotes.add(at));
    let mut rows = Bits::none(haystack.bundle.event_count() + haystack.bundle.account_count());
    for row in 0..rows.len() {
        if reader.row(row) {
            rows.add(row);
        }
    }
    settle(haystack, &rows, &mut hits.events);
    hits.nested()
}
