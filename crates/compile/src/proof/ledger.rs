//! Goes through the quotes of a record: what is proved, by what, and what is not.

use std::collections::{BTreeMap, HashMap};

use super::evidence::Held;
use super::hash::{quote_sha256, sha256};
use super::lock::{self, Entry, Lock};
use super::sought::sought;
use super::{Text, find};
use crate::checks::{
    bad_lock, changed_since_verified, never_verified, no_archived_text, not_in_source, short_piece, stale_lock,
};
use crate::diagnostic::Sink;
use crate::draft::{Given, QuoteDraft, Words};
use crate::proof::Miss;
use crate::record::Record;
use crate::{FileId, Files, Span};
use story::{Check, CheckKind, Place};

/// What a run is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// To make a story: the lock must say what is true.
    Story,
    /// To write the lock anew: whatever it says is replaced.
    Lock,
}

/// What is known of the quotes of a record.
#[derive(Default)]
pub(crate) struct Ledger {
    /// For each quote, in the author's order.
    pub(crate) checks: Vec<Check>,
    /// The lines of a lock that tells it.
    entries: BTreeMap<String, Entry>,
    pub(crate) report: Report,
}

/// What a check of every quote against the archive came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many quotes are of each kind, in the order of [`CheckKind::ALL`].
    pub kinds: [usize; CheckKind::ALL.len()],
    /// How many of them were not looked up now, because their source's text is not at hand, but when the lock was written.
    pub trusted: usize,
    /// The lines of the lock before that are of no use any more.
    pub dropped: usize,
    /// The shortened quotes, each with what its author left out or replaced.
    pub left_out: Vec<(String, Vec<String>)>,
}

impl Ledger {
    /// The lock that tells it.
    pub(crate) fn lock(&self) -> String {
        lock::text(&self.entries)
    }
}

/// A quote that has everything a proof needs.
struct Quote<'r> {
    id: &'r str,
    text: &'r Given<Words<'r>>,
    source: &'r Given<Words<'r>>,
    source_at: usize,
}

/// What a quote is proved by.
enum Proof {
    Entry(Entry),
    Unverified(String),
    Failed,
}

/// Checks every quote of a record.
pub(crate) fn check(record: &Record<'_>, files: &Files, held: &Held, purpose: Purpose, sink: &mut Sink) -> Ledger {
    let mut checker = Checker::new(record, files, held, purpose, sink);
    let mut ledger = Ledger::default();
    for draft in &record.draft.quotes {
        let proof = checker.proof(draft, &mut ledger.report, sink);
        let check = checker.check_from(&proof, draft);
        ledger.report.kinds[check.kind as usize] += 1;
        if let (Proof::Entry(entry), Some(id)) = (proof, draft.id.value()) {
            ledger.entries.insert(id.as_ref().to_owned(), entry);
        }
        ledger.checks.push(check);
    }
    checker.report_unproved(sink);
    ledger.report.dropped = checker.lock.entries.keys().filter(|id| !ledger.entries.contains_key(*id)).count();
    if purpose == Purpose::Story {
        checker.report_stale(&ledger, sink);
    }
    ledger
}

/// What the look-up of many quotes shares.
struct Checker<'a> {
    record: &'a Record<'a>,
    files: &'a Files,
    held: &'a Held,
    lock: Lock,
    has_lock: bool,
    /// The reason that holds for every quote of which nothing else is known.
    reason: Option<String>,
    /// The archived texts that were needed so far, each with its hash.
    texts: HashMap<FileId, (Text<'a>, String)>,
    /// Quotes whose source has no text, by the position of the source.
    textless: BTreeMap<usize, Vec<Span>>,
    /// Quotes that nobody ever checked.
    unchecked: Vec<Span>,
}

impl<'a> Checker<'a> {
    fn new(record: &'a Record<'a>, files: &'a Files, held: &'a Held, purpose: Purpose, sink: &mut Sink) -> Self {
        let mut lock = Lock::default();
        if let Some((file, complaint)) = &held.lock {
            lock = Lock::read(files.text(*file), |range| Span::new(*file, range));
            if purpose == Purpose::Story {
                complaint.iter().for_each(|complaint| sink.push(complaint.diagnostic(*file)));
                bad_lock::report(&lock.faults, sink);
            }
        }
        let reason = record.story().and_then(|story| story.unverified.to_text());
        let (texts, textless, unchecked) = (HashMap::new(), BTreeMap::new(), Vec::new());
        Self { record, files, held, lock, has_lock: held.lock.is_some(), reason, texts, textless, unchecked }
    }

    /// What proves a quote; a quote that lacks something else has its error already.
    fn proof(&mut self, draft: &'a QuoteDraft<'a>, report: &mut Report, sink: &mut Sink) -> Proof {
        if let Some(reason) = draft.unverified.to_text() {
            return Proof::Unverified(reason);
        }
        let Some(quote) = self.quote(draft) else { return Proof::Failed };
        match self.held.text(&quote.source.value) {
            Some((file, None)) => self.looked_up(&quote, file, report, sink),
            Some((file, Some(complaint))) => {
                sink.push(complaint.diagnostic(file));
                Proof::Failed
            }
            None => self.trusted(&quote, report, sink),
        }
    }

    fn quote(&self, draft: &'a QuoteDraft<'a>) -> Option<Quote<'a>> {
        let (id, text, source) = (draft.id.value()?, draft.text.good()?, draft.source.good()?);
        let source_at = self.record.sources.at(&source.value)?;
        (!draft.unverified.is_bad()).then_some(Quote { id, text, source, source_at })
    }

    fn looked_up(&mut self, quote: &Quote<'a>, file: FileId, report: &mut Report, sink: &mut Sink) -> Proof {
        let raw = self.files.text(file);
        let (source, source_sha256) = self.texts.entry(file).or_insert_with(|| (Text::new(raw), sha256(raw)));
        let words = Text::new(&quote.text.value);
        match find(&words, source) {
            Ok(found) => {
                if !found.left_out.is_empty() {
                    let left_out = found.left_out.iter().map(|range| one_line(&raw[range.clone()]));
                    report.left_out.push((quote.id.to_owned(), left_out.collect()));
                }
                Proof::Entry(Entry {
                    kind: found.kind,
                    source: quote.source.value.as_ref().to_owned(),
                    start: u32::try_from(found.range.start).unwrap_or(u32::MAX),
                    end: u32::try_from(found.range.end).unwrap_or(u32::MAX),
                    quote_sha256: quote_sha256(&quote.source.value, &quote.text.value),
                    source_sha256: source_sha256.clone(),
                })
            }
            Err(Miss::Short(piece)) => {
                short_piece::report(&piece, quote.text, self.files, sink);
                Proof::Failed
            }
            Err(miss) => {
                not_in_source::report(&miss, quote.text, &quote.source.value, (file, source), self.files, sink);
                Proof::Failed
            }
        }
    }

    /// What the lock says of a quote whose source has no text here.
    fn trusted(&mut self, quote: &Quote<'_>, report: &mut Report, sink: &mut Sink) -> Proof {
        if let Some((entry, span)) = self.lock.entries.get(quote.id) {
            if entry.quote_sha256 == quote_sha256(&quote.source.value, &quote.text.value) {
                report.trusted += 1;
                return Proof::Entry(entry.clone());
            }
            changed_since_verified::report(quote.text.span, &quote.source.value, *span, sink);
            return Proof::Failed;
        }
        if let Some(reason) = &self.reason {
            return Proof::Unverified(reason.clone());
        }
        if self.held.has_archive {
            self.textless.entry(quote.source_at).or_default().push(quote.source.span);
        } else {
            self.unchecked.push(quote.text.span);
        }
        Proof::Failed
    }

    fn check_from(&self, proof: &Proof, draft: &QuoteDraft<'_>) -> Check {
        match proof {
            Proof::Failed => Check::default(),
            Proof::Unverified(reason) => Check { reason: Some(reason.clone()), ..Check::default() },
            Proof::Entry(entry) => {
                let source = self.record.sources.at(&entry.source).map(|at| &self.record.draft.sources[at]);
                let text = draft.text.value().filter(|_| source.is_some_and(|source| source.url.value().is_some()));
                let Entry { kind, start, end, source_sha256, .. } = entry;
                let place = Place { source_sha256: source_sha256.clone(), start: *start, end: *end };
                let sought = text.map(|text| sought(text, *kind)).unwrap_or_default();
                Check { kind: *kind, reason: None, place: Some(place), sought }
            }
        }
    }

    fn report_unproved(&self, sink: &mut Sink) {
        for (at, spans) in &self.textless {
            let Some(id) = self.record.draft.sources[*at].id.value() else { continue };
            no_archived_text::report(id, spans, &self.held.sources(), sink);
        }
        // A lock that cannot be read has its errors already.
        if self.lock.faults.is_empty() {
            never_verified::report(&self.unchecked, self.has_lock, sink);
        }
    }

    /// Says what the lock says of quotes that are gone, and does not say of those that are proved.
    fn report_stale(&self, ledger: &Ledger, sink: &mut Sink) {
        let lines = &self.lock.entries;
        for (id, (_, span)) in lines.iter().filter(|(id, _)| self.record.quotes.lacks(id)) {
            stale_lock::report_gone(id, *span, sink);
        }
        let is_behind =
            |id: &str| ledger.entries.get(id).is_some_and(|now| lines.get(id).is_none_or(|(then, _)| then != now));
        let ids = self.record.draft.quotes.iter().filter_map(|quote| quote.id.good());
        let behind: Vec<_> = ids.filter(|id| is_behind(&id.value)).map(|id| id.span).collect();
        stale_lock::report_behind(&behind, sink);
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
