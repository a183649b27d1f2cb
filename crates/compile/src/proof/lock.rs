//! `verified.lock`: what was found when each quote was last checked, one line a quote, in the order of their ids.
//!
//! A quote with an original has two hashes, so that a line without one is as it was before there were any.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::Span;
use story::CheckKind;

/// The head of the file, for whoever opens it.
const HEAD: &str = "\
# What `on-record verify` found; do not edit. A line for each quote: its id, how it stands in its source, the source,
# from which byte to which of archive/SOURCE.txt, the SHA-256 of the source, a line feed and the quote, and the SHA-256
# of that file; then, where the original of a translation stands there too, the same of it: how, where, and its SHA-256.
";

/// The line of a quote.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) text: Stand,
    pub(crate) source: String,
    pub(crate) source_sha256: String,
    /// How its original stands there, where it does.
    pub(crate) original: Option<Stand>,
}

/// How words stand in a source, and where, in bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Stand {
    pub(crate) kind: CheckKind,
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// Of the source and the words.
    pub(crate) sha256: String,
}

/// A lock as it was read.
#[derive(Debug, Default)]
pub(crate) struct Lock {
    /// What it says, and where, by the ids of the quotes.
    pub(crate) entries: BTreeMap<String, (Entry, Span)>,
    /// The lines that say nothing, and why.
    pub(crate) faults: Vec<(Span, &'static str)>,
}

impl Lock {
    /// Reads a lock; `span` gives the place of a part of the text.
    pub(crate) fn read(text: &str, span: impl Fn(std::ops::Range<usize>) -> Span) -> Self {
        let mut lock = Self::default();
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let words = line.trim_end();
            let place = span(at..at + words.len());
            at += line.len();
            if words.is_empty() || words.starts_with('#') {
                continue;
            }
            match entry(words) {
                None => lock.faults.push((place, "this line is not one that `on-record verify` wrote")),
                Some((id, _)) if lock.entries.contains_key(id) => {
                    lock.faults.push((place, "another line is about the same quote"));
                }
                Some((id, entry)) => drop(lock.entries.insert(id.to_owned(), (entry, place))),
            }
        }
        lock
    }
}

/// A lock as it is written.
pub(crate) fn text(entries: &BTreeMap<String, Entry>) -> String {
    entries.iter().fold(HEAD.to_owned(), |mut out, (id, entry)| {
        let Entry { text: Stand { kind, start, end, sha256 }, source, source_sha256, original } = entry;
        // Writing to a string cannot fail.
        let _ = write!(out, "{id} {} {source} {start}..{end} {sha256} {source_sha256}", kind.name());
        if let Some(Stand { kind, start, end, sha256 }) = original {
            let _ = write!(out, " {} {start}..{end} {sha256}", kind.name());
        }
        out.push('\n');
        out
    })
}

fn entry(line: &str) -> Option<(&str, Entry)> {
    let mut words = line.split(' ');
    let mut word = || words.next();
    let id = word().filter(|id| story::is_slug(id))?;
    let kind = word()?;
    let source = word().filter(|id| story::is_slug(id))?.to_owned();
    let text = stand(kind, word()?, word()?)?;
    let source_sha256 = hash(word()?)?;
    let original = match word() {
        Some(kind) => Some(stand(kind, word()?, word()?)?),
        None => None,
    };
    word().is_none().then_some((id, Entry { text, source, source_sha256, original }))
}

fn stand(kind: &str, place: &str, sha256: &str) -> Option<Stand> {
    let kind = CheckKind::from_name(kind).filter(|kind| *kind != CheckKind::Unverified)?;
    let (start, end) = place.split_once("..")?;
    let (start, end) = (number(start)?, number(end)?);
    (start < end).then_some(Stand { kind, start, end, sha256: hash(sha256)? })
}

/// A number as it is written: without a sign, and without zeros before it.
fn number(digits: &str) -> Option<u32> {
    let number: u32 = digits.parse().ok()?;
    (number.to_string() == digits).then_some(number)
}

fn hash(digits: &str) -> Option<String> {
    let is_hash = digits.len() == 64 && digits.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    is_hash.then(|| digits.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FileId;
    use proptest::prelude::*;

    fn read(text: &str) -> Lock {
        Lock::read(text, |range| Span::new(FileId::default(), range))
    }

    fn any_stand() -> impl Strategy<Value = Stand> {
        let kind = prop::sample::select(CheckKind::ALL[1..].to_vec());
        let parts = (kind, 0..u32::MAX - 1, "[0-9a-f]{64}");
        parts.prop_map(|(kind, start, sha256)| Stand { kind, start, end: start + 1, sha256 })
    }

    fn any_entry() -> impl Strategy<Value = Entry> {
        let parts = (any_stand(), "[a-z]{1,9}", "[0-9a-f]{64}", prop::option::of(any_stand()));
        parts.prop_map(|(text, source, source_sha256, original)| Entry { text, source, source_sha256, original })
    }

    #[test]
    fn a_line_that_nobody_wrote_is_found_in_its_place() {
        let hash = "0".repeat(64);
        let sound = format!("a exact s 1..2 {hash} {hash}");
        for broken in [
            "<<<<<<< main",
            "a",
            &format!("A exact s 1..2 {hash} {hash}"),
            &format!("a unverified s 1..2 {hash} {hash}"),
            &format!("a exact s 2..2 {hash} {hash}"),
            &format!("a exact s +1..2 {hash} {hash}"),
            &format!("a exact s 1..2 {hash} {}", &hash[1..]),
            &format!("a exact s 1..2 {hash} {hash} x"),
            &format!("a exact s 1..2 {hash} {hash} exact 1..2"),
            &format!("a exact s 1..2 {hash} {hash} exact 1..2 {hash} x"),
            &format!("a exact s 1..2 {hash} {hash} unverified 1..2 {hash}"),
            &sound,
        ] {
            let lock = read(&format!("# Head\n{sound}\n\n{broken}\n"));
            assert_eq!(lock.entries.len(), 1, "{broken}");
            let starts: Vec<_> = lock.faults.iter().map(|(span, _)| span.start as usize).collect();
            assert_eq!(starts, [format!("# Head\n{sound}\n\n").len()], "{broken}");
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_what_is_read(entries in prop::collection::btree_map("[a-z]{1,9}", any_entry(), 0..9)) {
            let lock = read(&text(&entries));
            prop_assert!(lock.faults.is_empty());
            let back: BTreeMap<_, _> = lock.entries.into_iter().map(|(id, (entry, _))| (id, entry)).collect();
            prop_assert_eq!(back, entries);
        }

        #[test]
        fn any_text_is_read(text in any::<String>()) {
            read(&text);
        }
    }
}
