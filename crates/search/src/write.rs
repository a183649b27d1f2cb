//! The writer of an index. It runs where a story is compiled; no widget carries it.

use std::collections::HashMap;
use std::hash::{BuildHasherDefault, Hasher};

use bundle::{Bundle, Index};

use crate::compounds::{closed, compound_term, each_compound, of_term};
use crate::dictionary::{BLOCK, NewEntry, push_entry};
use crate::folded::{Folded, fold_text};
use crate::postings::push_list;
use crate::script::is_separator;
use crate::texts::{Names, of_account, of_event, of_name, of_quote};
use crate::tokens::{cut, each_term};
use crate::{Fold, families};

/// The index of all texts of a bundle. `stem` gives a word of the story's language without its endings, so that the
/// forms of a word are a family; `None` where nobody knows how.
#[must_use]
pub fn index(bundle: &Bundle, fold: &dyn Fold, stem: &dyn Fn(&str) -> Option<String>) -> Index {
    let mut terms = Terms::new(fold);
    for (row, ix) in (0..).zip(bundle.quotes_by_time()) {
        // The forms of a foreign word are not those of the story's language.
        let own = bundle.quote(ix).language().is_none();
        of_quote(bundle, ix, &mut |text| terms.add(text, Occurrence { list: QUOTES, row, own }));
    }
    for (row, ix) in (0..).zip(bundle.events()) {
        of_event(bundle, ix, &mut |text| terms.add(text, Occurrence { list: EVENTS, row, own: true }));
    }
    let accounts = bundle.events().flat_map(|ix| bundle.event(ix).accounts());
    for (row, account) in (bundle.event_count() as u32..).zip(accounts) {
        of_account(account, &mut |text| terms.add(text, Occurrence { list: EVENTS, row, own: true }));
    }
    let names = Names::of(bundle);
    for (row, name) in (0..).zip((0..names.len()).filter_map(|at| names.name(at))) {
        of_name(bundle, name, &mut |text| terms.add(text, Occurrence { list: NAMES, row, own: false }));
    }
    let event_rows = bundle.event_count() + bundle.account_count();
    terms.into_index(stem, [bundle.quote_count(), event_rows, names.len()])
}

/// Positions among the lists of a term.
const QUOTES: usize = 0;
const EVENTS: usize = 1;
const NAMES: usize = 2;

/// Where a text stands.
#[derive(Clone, Copy)]
struct Occurrence {
    list: usize,
    row: u32,
    /// Whether its words are of the story's language.
    own: bool,
}

/// A term and the rows it stands in.
#[derive(Default)]
struct IndexedTerm {
    text: Box<str>,
    rows: [Vec<u32>; 3],
    /// Whether it stands somewhere in the story's language just as it is, but for capitals.
    is_plain: bool,
}

/// Every term so far.
struct Terms<'a> {
    fold: &'a dyn Fold,
    numbers: HashMap<Box<str>, usize, Quick>,
    terms: Vec<IndexedTerm>,
    /// Words of the story's language whose folded form is another, each with its term.
    spelt: HashMap<Box<str>, usize, Quick>,
    spellings: Vec<(Box<str>, usize)>,
    folded: String,
}

impl<'a> Terms<'a> {
    fn new(fold: &'a dyn Fold) -> Self {
        let (numbers, spelt) = (HashMap::default(), HashMap::default());
        Self { fold, numbers, terms: Vec::new(), spelt, spellings: Vec::new(), folded: String::new() }
    }

    /// Adds the terms of a text. Rows come in ascending order.
    fn add(&mut self, text: &str, occurrence: Occurrence) {
        if occurrence.own && !text.is_ascii() {
            let folded = Folded::new(text, self.fold);
            each_term(folded.text(), |term, token| {
                let at = self.number(term, occurrence);
                let range = token.at..token.at + token.text.len();
                if let Some(word) = folded.original(&range).and_then(|range| text.get(range))
                    && !token.is_spaceless
                {
                    self.spell(word, at);
                }
            });
            return self.add_compounds(text, occurrence);
        }
        let mut folded = std::mem::take(&mut self.folded);
        folded.clear();
        fold_text(text, self.fold, &mut folded, None);
        each_term(&folded, |term, _| {
            let at = self.number(term, occurrence);
            self.terms[at].is_plain |= occurrence.own;
        });
        self.folded = folded;
        self.add_compounds(text, occurrence);
    }

    /// Adds the compounds of a text once more, closed.
    fn add_compounds(&mut self, text: &str, occurrence: Occurrence) {
        let fold = self.fold;
        each_compound(text, &mut |range| {
            let compound = &text[range];
            let closed = closed(compound, fold);
            // Some letters are, folded, no more than a space and a mark: "˘".
            if closed.is_empty() {
                return;
            }
            let term = compound_term(&closed);
            let at = self.number(cut(&term), occurrence);
            if occurrence.own {
                let letters: String = compound.chars().filter(|c| !is_separator(*c)).collect();
                self.spell(&compound_term(&letters), at);
            }
        });
    }

    /// The position of a term, which stands in a place.
    fn number(&mut self, term: &str, occurrence: Occurrence) -> usize {
        let at = self.numbers.get(term).copied().unwrap_or_else(|| {
            let at = self.terms.len();
            self.terms.push(IndexedTerm { text: term.into(), ..IndexedTerm::default() });
            self.numbers.insert(term.into(), at);
            at
        });
        let rows = &mut self.terms[at].rows[occurrence.list];
        if rows.last() != Some(&occurrence.row) {
            rows.push(occurrence.row);
        }
        at
    }

    /// A word as the author spells it stands for a term.
    fn spell(&mut self, word: &str, at: usize) {
        if word.is_ascii() {
            self.terms[at].is_plain = true;
        } else if !self.spelt.contains_key(word) {
            self.spelt.insert(word.into(), at);
            self.spellings.push((word.into(), at));
        }
    }

    fn into_index(self, stem: &dyn Fn(&str) -> Option<String>, row_counts: [usize; 3]) -> Index {
        let Self { mut terms, spellings, .. } = self;
        let plain = terms.iter().enumerate().filter(|(_, term)| term.is_plain).map(|(at, term)| (&term.text, at));
        let words = plain.chain(spellings.iter().map(|(word, at)| (word, *at)));
        let stems = words.filter_map(|(word, at)| Some((stem(of_term(word).unwrap_or(word))?, at))).collect();
        let mut order: Vec<usize> = (0..terms.len()).collect();
        order.sort_unstable_by(|a, b| terms[*a].text.cmp(&terms[*b].text));
        let family = families::steps(stems, &order);
        let sorted = order.into_iter().map(|at| std::mem::take(&mut terms[at]));
        written(sorted, &family, row_counts)
    }
}

/// The bytes of terms in order, each with the steps to the next of its family.
fn written(terms: impl Iterator<Item = IndexedTerm>, family: &[isize], row_counts: [usize; 3]) -> Index {
    let mut index = Index::default();
    let mut before: Box<str> = Box::default();
    for (at, term) in terms.enumerate() {
        if at % BLOCK == 0 {
            index.blocks.push(index.terms.len() as u32);
            index.starts.push(index.lists.len() as u32);
            before = Box::default();
        }
        let mut list_bytes = [0; 3];
        for ((bytes, rows), row_count) in list_bytes.iter_mut().zip(&term.rows).zip(row_counts) {
            let start = index.lists.len();
            if !rows.is_empty() {
                push_list(&mut index.lists, rows, row_count);
            }
            *bytes = index.lists.len() - start;
        }
        let family = family.get(at).copied().unwrap_or(0);
        push_entry(&mut index.terms, &NewEntry { term: &term.text, list_bytes, family }, &before);
        before = term.text;
    }
    index
}

/// A hash for the short words of a large story. It decides nothing about the bytes of an index.
#[derive(Default)]
struct Words(u64);

type Quick = BuildHasherDefault<Words>;

impl Hasher for Words {
    fn write(&mut self, bytes: &[u8]) {
        for chunk in bytes.chunks(8) {
            let word = chunk.iter().fold(0, |word, byte| word << 8 | u64::from(*byte));
            // The multiplier of splitmix64's increment: odd, its bits spread evenly.
            self.0 = (self.0.rotate_left(5) ^ word).wrapping_mul(0x9E37_79B9_7F4A_7C15);
        }
    }

    fn finish(&self) -> u64 {
        // The best bits of a product are its highest.
        self.0 ^ self.0 >> 32
    }
}

/// A bundle with an index of these terms, sorted, that stand nowhere.
#[cfg(test)]
pub(crate) fn index_of_terms(terms: &[String]) -> Bundle {
    let story = crate::testing::story(&[]);
    let terms = terms.iter().map(|term| IndexedTerm { text: term.as_str().into(), ..IndexedTerm::default() });
    let index = written(terms, &[], [0; 3]);
    Bundle::open(bundle::write_indexed(&story, &bundle::Levels::default(), |_| index)).expect("it opens")
}
