//! Goes through the quotes of a record: what is proved, by what, and what is not.
//!
//! Where the archive is at hand, every run looks the quotes up and warns of a lock that is behind, so that an editor
//! sees a slip at once and not only when verifying. A reason for a whole story (`unverified`) lets a first story, a
//! test or a made-up one go without an archive in one line, and still be shown for what it is.

use std::collections::{BTreeMap, HashMap};

use crate::checks::{
    bad_lock, bad_marks, changed_since_verified, cut_negation, lost_negation, needless_excuse, never_verified,
    no_archived_text, not_in_source, refuted_excuse, short_piece, spliced_quotations, stale_lock,
};
use crate::diagnostic::Sink;
use crate::draft::{Given, PersonDraft, QuoteDraft, Slot, Words};
use crate::proof::{
    Entry, Found, Held, Lock, Miss, Names, Stand, Text, find, is_double_mark, lock, one_line, quote_sha256, sha256,
    sought,
};
use crate::record::Record;
use crate::{FileId, Files, Span};
use story::{ArchivedPassage, Check, CheckKind};

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
    pub(crate) checks: Vec<Checked>,
    /// The lines of a lock that tells it.
    entries: BTreeMap<String, Entry>,
    pub(crate) report: Report,
    /// The shortened quotes, each with what its author left out.
    pub(crate) left_out: Vec<(String, Vec<String>)>,
    /// The quotes with what their authors put in.
    pub(crate) put_in: Vec<(String, Vec<String>)>,
}

/// How far a quote was checked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Checked {
    pub(crate) text: Check,
    /// Its original; of no meaning where it has none.
    pub(crate) original: Check,
}

/// What a check of every quote against the archive came to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// How many quotes are of each kind, in the order of [`CheckKind::ALL`].
    pub kinds: [usize; CheckKind::ALL.len()],
    /// How many originals are not checked, of quotes that are.
    pub unchecked_originals: usize,
    /// How many of them were not looked up now, because their source's text is not at hand, but when the lock was written.
    pub trusted: usize,
    /// The lines of the lock before that are of no use any more.
    pub dropped: usize,
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
    draft: &'r QuoteDraft<'r>,
    text: &'r Given<Words<'r>>,
    original: Option<&'r Given<Words<'r>>>,
    source: &'r Given<Words<'r>>,
    source_at: usize,
}

/// A text of the archive, and what is worked out of it once.
struct Archived<'a> {
    file: FileId,
    text: Text<'a>,
    sha256: String,
}

/// What is known of words, be it those of a quote or of its original.
enum Finding {
    Stands(Stand),
    Excused(String),
    Failed,
}

/// What is known of a quote.
struct Proof {
    text: Finding,
    original: Finding,
    /// The line of a lock that says so.
    entry: Option<Entry>,
}

/// Checks every quote of a record.
pub(crate) fn check(record: &Record<'_>, files: &Files, held: &Held, purpose: Purpose, sink: &mut Sink) -> Ledger {
    let mut checker = Checker::new(record, files, held, purpose, sink);
    let mut ledger = Ledger::default();
    for draft in &record.draft.quotes {
        let proof = checker.proof(draft, &mut ledger, sink);
        let checked = checker.checked_from(&proof, draft);
        let is_half = checked.text.place.is_some() && checked.original.place.is_none();
        ledger.report.unchecked_originals += usize::from(is_half && !draft.original.is_absent());
        ledger.report.kinds[checked.text.kind as usize] += 1;
        if let (Some(entry), Some(id)) = (proof.entry, draft.id.value()) {
            ledger.entries.insert(id.as_ref().to_owned(), entry);
        }
        ledger.checks.push(checked);
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
    /// The archived texts that were needed so far.
    texts: HashMap<FileId, Archived<'a>>,
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
    fn proof(&mut self, draft: &'a QuoteDraft<'a>, ledger: &mut Ledger, sink: &mut Sink) -> Proof {
        let excused = || draft.unverified.to_text().map_or(Finding::Failed, Finding::Excused);
        let without_text = || Proof { text: excused(), original: excused(), entry: None };
        let Some(quote) = self.quote(draft) else { return without_text() };
        let is_excused = !draft.unverified.is_absent();
        match self.held.text(&quote.source.value) {
            Some((file, None)) => self.looked_up(&quote, file, ledger, sink),
            _ if is_excused => without_text(),
            Some((file, Some(complaint))) => {
                sink.push(complaint.diagnostic(file));
                without_text()
            }
            None => self.trusted(&quote, &mut ledger.report, sink),
        }
    }

    fn quote(&self, draft: &'a QuoteDraft<'a>) -> Option<Quote<'a>> {
        let (id, text, source) = (draft.id.value()?, draft.text.good()?, draft.source.good()?);
        let source_at = self.record.sources.at(&source.value)?;
        let is_sound = !draft.unverified.is_bad() && !draft.original_unverified.is_bad();
        is_sound.then_some(Quote { id, draft, text, original: draft.original.good(), source, source_at })
    }

    /// What the text of its source, which is at hand, says of a quote.
    fn looked_up(&mut self, quote: &Quote<'a>, file: FileId, ledger: &mut Ledger, sink: &mut Sink) -> Proof {
        let raw = self.files.text(file);
        let new = || Archived { file, text: Text::new(raw), sha256: sha256(raw) };
        let archived = self.texts.entry(file).or_insert_with(new);
        let people = &self.record.draft.people;
        let mut lookup = Lookup { quote, people, archived, files: self.files, ledger, sink };
        let own = self.record.story().and_then(|story| story.language.value());
        let language = quote.draft.language.value().or(own).map_or("", |it| it.as_ref());
        let text = lookup.finding(quote.text, language, &quote.draft.unverified, false);
        let original = match (quote.original, &text) {
            (Some(_), Finding::Excused(reason)) => Finding::Excused(reason.clone()),
            (Some(words), _) => {
                let language = quote.draft.original_language.value().map_or("", |it| it.as_ref());
                lookup.finding(words, language, &quote.draft.original_unverified, true)
            }
            (None, _) => Finding::Failed,
        };
        let entry = text.stand().map(|text| Entry {
            text: text.clone(),
            source: quote.source.value.as_ref().to_owned(),
            source_sha256: archived.sha256.clone(),
            original: original.stand().cloned(),
        });
        Proof { text, original, entry }
    }

    /// What the lock says of a quote whose source has no text here.
    fn trusted(&mut self, quote: &Quote<'_>, report: &mut Report, sink: &mut Sink) -> Proof {
        let all = |finding: fn(String) -> Finding, reason: &str| Proof {
            text: finding(reason.to_owned()),
            original: finding(reason.to_owned()),
            entry: None,
        };
        if let Some((entry, line)) = self.lock.entries.get(quote.id) {
            let text = trusted(Some(&entry.text), quote, quote.text, *line, sink);
            report.trusted += usize::from(text.stand().is_some());
            let excuse = quote.draft.original_unverified.to_text();
            let original = match (quote.original, excuse) {
                (_, Some(reason)) => Finding::Excused(reason),
                (Some(words), None) => trusted(entry.original.as_ref(), quote, words, *line, sink),
                (None, None) => Finding::Failed,
            };
            let entry = text.stand().map(|_| entry.clone());
            return Proof { text, original, entry };
        }
        if let Some(reason) = &self.reason {
            return all(Finding::Excused, reason);
        }
        if self.held.has_archive {
            self.textless.entry(quote.source_at).or_default().push(quote.source.span);
        } else {
            self.unchecked.push(quote.text.span);
        }
        all(|_| Finding::Failed, "")
    }

    fn checked_from(&self, proof: &Proof, draft: &QuoteDraft<'_>) -> Checked {
        let source_sha256 = proof.entry.as_ref().map_or("", |entry| entry.source_sha256.as_str());
        let source = draft.source.value().and_then(|id| self.record.sources.at(id));
        let has_address = source.is_some_and(|at| self.record.draft.sources[at].url.value().is_some());
        let text = draft.text.value().filter(|_| has_address).map_or("", |text| text.as_ref());
        Checked {
            text: proof.text.check(source_sha256, text),
            original: match draft.original.is_absent() {
                true => Check::default(),
                false => proof.original.check(source_sha256, ""),
            },
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

impl Finding {
    fn stand(&self) -> Option<&Stand> {
        match self {
            Self::Stands(stand) => Some(stand),
            Self::Excused(_) | Self::Failed => None,
        }
    }

    /// The same for the story; `text` is what a link may look for.
    fn check(&self, source_sha256: &str, text: &str) -> Check {
        match self {
            Self::Failed => Check::default(),
            Self::Excused(reason) => Check { reason: Some(reason.clone()), ..Check::default() },
            Self::Stands(Stand { kind, start, end, .. }) => {
                let place = ArchivedPassage { source_sha256: source_sha256.to_owned(), start: *start, end: *end };
                Check { kind: *kind, reason: None, place: Some(place), sought: sought(text, *kind) }
            }
        }
    }
}

/// What the lock says of words: `known` is what stood there when it was written.
fn trusted(known: Option<&Stand>, quote: &Quote<'_>, words: &Given<Words<'_>>, line: Span, sink: &mut Sink) -> Finding {
    let sha256 = quote_sha256(&quote.source.value, &words.value);
    match known.filter(|known| known.sha256 == sha256) {
        Some(known) => Finding::Stands(known.clone()),
        None => {
            changed_since_verified::report(words.span, &quote.source.value, line, sink);
            Finding::Failed
        }
    }
}

/// The words of one quote beside the text of its source.
struct Lookup<'a, 's> {
    quote: &'s Quote<'a>,
    people: &'s [PersonDraft<'a>],
    archived: &'s Archived<'a>,
    files: &'s Files,
    ledger: &'s mut Ledger,
    sink: &'s mut Sink,
}

impl<'a> Lookup<'a, '_> {
    /// Looks words up; where the author gave a reason not to, whoever edits the story is told what came of it.
    fn finding(
        &mut self,
        words: &'a Given<Words<'a>>,
        language: &str,
        excuse: &Slot<Words<'a>>,
        is_original: bool,
    ) -> Finding {
        let names = || Names::of(self.people, self.quote.draft);
        let found = find(&Text::new(&words.value), &self.archived.text, language, names);
        let source = self.quote.source.value.as_ref();
        if let Some(excuse) = excuse.good() {
            match found {
                Ok(_) => needless_excuse::report(excuse.span, source, self.sink),
                // An original mostly stands elsewhere: that is the reason.
                Err(_) if is_original => (),
                Err(_) => {
                    refuted_excuse::report(words, source, (self.archived.file, &self.archived.text), self.sink);
                }
            }
            return Finding::Excused(excuse.value.as_ref().to_owned());
        }
        match found {
            Ok(found) => {
                self.tell(&found, words.span, is_original);
                Finding::Stands(Stand {
                    kind: found.kind,
                    start: u32::try_from(found.range.start).unwrap_or(u32::MAX),
                    end: u32::try_from(found.range.end).unwrap_or(u32::MAX),
                    sha256: quote_sha256(source, &words.value),
                })
            }
            Err(miss) => {
                self.report(&miss, words, is_original);
                Finding::Failed
            }
        }
    }

    /// Tells whoever builds the story what the author left out and put in, and warns of cuts that may turn the sense.
    fn tell(&mut self, found: &Found, words: Span, is_original: bool) {
        let id = || if is_original { format!("{} (original)", self.quote.id) } else { self.quote.id.to_owned() };
        if !found.left_out.is_empty() {
            let parts = found.left_out.iter().map(|range| one_line(&self.archived.text.raw[range.clone()]));
            // Between two parts stand the marks that end the one and begin the other.
            let is_mark = |c: char| is_double_mark(c) || c.is_whitespace();
            self.ledger.left_out.push((id(), parts.map(|part| part.trim_matches(is_mark).to_owned()).collect()));
        }
        if !found.put_in.is_empty() {
            self.ledger.put_in.push((id(), found.put_in.clone()));
        }
        found.cuts.iter().for_each(|cut| cut_negation::report(cut, words, self.sink));
    }

    fn report(&mut self, miss: &Miss, words: &Given<Words<'_>>, is_original: bool) {
        let source = self.quote.source.value.as_ref();
        match miss {
            Miss::Short(piece) => short_piece::report(piece, words, self.files, self.sink),
            Miss::Marks(fault) => bad_marks::report(fault, words, self.files, self.sink),
            Miss::Negation { word, left_out } => lost_negation::report(word, left_out, words.span, self.sink),
            Miss::Spliced(left_out) => spliced_quotations::report(left_out, words.span, self.sink),
            Miss::Nowhere(_) | Miss::Scattered => {
                let text = (self.archived.file, &self.archived.text);
                let claim = not_in_source::Claim { words, source, is_original };
                not_in_source::report(miss, &claim, text, self.files, self.sink);
            }
        }
    }
}
