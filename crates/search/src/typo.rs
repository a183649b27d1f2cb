//! Which terms are a typo away from a word: one walk through the sorted terms, in which those that begin alike share
//! their work.
//!
//! The distance is that of Damerau and Levenshtein with each swap of neighbours untouched by other changes ("optimal
//! string alignment"): a letter added, left out, replaced, or swapped with the next is one. Only the cells of the table
//! that can still lead to a match are worked out: `2k + 1` a letter for `k` typos.

use crate::dictionary::{Dictionary, Entry};

/// The most typos there are to forgive.
const MOST: usize = 2;

/// Cells in a row: those beside the diagonal by at most [`MOST`].
const CELLS: usize = 2 * MOST + 1;

/// A row of the table: for one letter more of the term, the distances to the beginnings of the word that are about as
/// long.
type Row = [u8; CELLS];

/// What lies beyond the table.
const FAR: u8 = u8::MAX / 2;

/// Words from this length on, letters, are forgiven one typo, and from the second on two.
const FORGIVEN: [usize; MOST] = [5, 9];

/// How many typos are forgiven in a word; none in one with a digit, for a number is another number then.
pub(crate) fn forgiven(word: &str) -> usize {
    let letters = word.chars().count();
    let is_number = word.chars().any(char::is_numeric);
    if is_number { 0 } else { FORGIVEN.iter().filter(|least| letters >= **least).count() }
}

/// Calls `visit` with each term that is at most so many typos away from a word; or, with `is_prefix`, that begins with
/// something that is.
pub(crate) fn similar(
    dictionary: Dictionary<'_>,
    word: &str,
    typos: usize,
    is_prefix: bool,
    visit: &mut dyn FnMut(&Entry, &[u8]),
) {
    let mut walk = Walk::new(word, typos.min(MOST), is_prefix);
    let mut cursor = dictionary.first();
    while let Some(entry) = cursor.step() {
        if walk.takes(entry.shared, cursor.term()) {
            visit(&entry, cursor.term());
        }
    }
}

/// The table along the term that the walk has come to.
struct Walk {
    word: Vec<char>,
    typos: usize,
    is_prefix: bool,
    /// The row before the first letter, then one for each letter of the term.
    rows: Vec<Row>,
    /// For each row but the first, its letter and where in the term it ends, bytes.
    letters: Vec<(char, usize)>,
    /// Terms that have more bytes than this in common with the one before are as far away as it was.
    settled: Option<(usize, bool)>,
}

impl Walk {
    fn new(word: &str, typos: usize, is_prefix: bool) -> Self {
        let first: Row = std::array::from_fn(|cell| cell.checked_sub(MOST).map_or(FAR, |at| at as u8));
        Self { word: word.chars().collect(), typos, is_prefix, rows: vec![first], letters: Vec::new(), settled: None }
    }

    /// Whether the next term is near enough.
    fn takes(&mut self, shared: usize, term: &[u8]) -> bool {
        if let Some((_, near)) = self.settled.filter(|(bytes, _)| shared >= *bytes) {
            return near;
        }
        self.settled = None;
        // A character that is shared only in part is none.
        let kept = self.letters.partition_point(|(_, end)| *end <= shared);
        self.letters.truncate(kept);
        self.rows.truncate(kept + 1);
        let from = self.letters.last().map_or(0, |(_, end)| *end);
        // What stands before a compound is no letter of it.
        let from = from + usize::from(from == 0 && term.starts_with(b" "));
        let rest = term.get(from..).and_then(|rest| std::str::from_utf8(rest).ok()).unwrap_or_default();
        for (at, letter) in rest.char_indices() {
            let row = self.next_row(letter);
            let end = from + at + letter.len_utf8();
            self.letters.push((letter, end));
            self.rows.push(row);
            let is_near = self.is_prefix && self.distance() <= self.typos;
            if is_near || row.iter().all(|cell| usize::from(*cell) > self.typos) {
                self.settled = Some((end, is_near));
                return is_near;
            }
        }
        self.distance() <= self.typos
    }

    /// The row for one letter more.
    fn next_row(&self, letter: char) -> Row {
        let depth = self.rows.len();
        let above = self.rows.last().copied().unwrap_or([FAR; CELLS]);
        let before = depth.checked_sub(2).and_then(|at| Some((self.rows.get(at)?, self.letters.get(at)?.0)));
        let mut row = [FAR; CELLS];
        for cell in 0..CELLS {
            // How many letters of the word this cell compares to the term so far.
            let Some(len) = (depth + cell).checked_sub(MOST).filter(|len| *len <= self.word.len()) else { continue };
            let of_word = |len: usize| len.checked_sub(1).and_then(|at| self.word.get(at));
            let mut least = above.get(cell + 1).map_or(FAR, |cell| cell + 1);
            if let Some(left) = cell.checked_sub(1) {
                least = least.min(row[left] + 1);
            }
            if len > 0 {
                least = least.min(above[cell] + u8::from(of_word(len) != Some(&letter)));
            }
            if let Some((row, previous)) = before
                && len > 1
                && of_word(len) == Some(&previous)
                && of_word(len - 1) == Some(&letter)
            {
                least = least.min(row[cell] + 1);
            }
            row[cell] = least.min(FAR);
        }
        row
    }

    /// The distance of the term so far to the whole word; far where their lengths are.
    fn distance(&self) -> usize {
        let cell = (self.word.len() + MOST).checked_sub(self.letters.len());
        let row = self.rows.last();
        cell.and_then(|cell| row?.get(cell)).copied().unwrap_or(FAR).into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::write::index_of_terms;
    use proptest::prelude::*;

    /// The distance by its definition, the whole table.
    fn distance(a: &str, b: &str) -> usize {
        let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
        let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
        for i in 0..=a.len() {
            for j in 0..=b.len() {
                table[i][j] = if i.min(j) == 0 {
                    i.max(j)
                } else {
                    let replaced = table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]);
                    let least = replaced.min(table[i - 1][j] + 1).min(table[i][j - 1] + 1);
                    let swaps = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
                    if swaps { least.min(table[i - 2][j - 2] + 1) } else { least }
                };
            }
        }
        table[a.len()][b.len()]
    }

    fn found(terms: &[String], word: &str, typos: usize, is_prefix: bool) -> Vec<String> {
        let bundle = index_of_terms(terms);
        let mut found = Vec::new();
        similar(Dictionary::new(bundle.index().expect("an index")), word, typos, is_prefix, &mut |_, term| {
            found.push(String::from_utf8(term.to_vec()).expect("a text"));
        });
        found
    }

    #[test]
    fn longer_words_are_forgiven_more_and_numbers_nothing() {
        for (word, typos) in
            [("ally", 0), ("blood", 1), ("alliance", 1), ("friendship", 2), ("2024", 0), ("20240618", 0)]
        {
            assert_eq!(forgiven(word), typos, "{word}");
        }
        assert_eq!(forgiven("дружба"), 1);
    }

    proptest! {
        #[test]
        fn all_terms_within_the_distance_are_found_and_none_beyond(
            terms in prop::collection::btree_set("[abé]{1,8}", 1..60), word in "[abé]{1,7}", typos in 0..=MOST,
        ) {
            let terms: Vec<String> = terms.into_iter().collect();
            let within: Vec<String> = terms.iter().filter(|term| distance(term, &word) <= typos).cloned().collect();
            prop_assert_eq!(found(&terms, &word, typos, false), within);
            let begins = |term: &str| {
                let ends = term.char_indices().map(|(at, c)| at + c.len_utf8());
                ends.into_iter().any(|end| distance(&term[..end], &word) <= typos)
            };
            let beginning: Vec<String> = terms.iter().filter(|term| begins(term)).cloned().collect();
            prop_assert_eq!(found(&terms, &word, typos, true), beginning);
        }
    }
}
