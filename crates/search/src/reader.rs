//! Looks up in the texts what the dictionary alone cannot tell.

use story::{EventIx, QuoteIx};

use crate::columns::NONE;
use crate::folded::fold_text;
use crate::haystack::Haystack;
use crate::term::{Mode, Needle, Term};
use crate::texts::{self, Name};

/// Looks candidates up in the texts.
pub(crate) struct Reader<'a> {
    haystack: Haystack<'a>,
    needle: Needle<'a>,
    /// A term that may be written otherwise as well, and go on where it is no phrase.
    loose: Option<&'a Term>,
    folded: String,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(haystack: Haystack<'a>, needle: Needle<'a>) -> Self {
        Self { haystack, needle, loose: None, folded: String::new() }
    }

    /// Looks for a term as well as can be without an index.
    pub(crate) fn loose(haystack: Haystack<'a>, term: &'a Term) -> Self {
        Self { loose: Some(term), ..Self::new(haystack, term.needle()) }
    }

    fn holds(&mut self, text: &str) -> bool {
        if let Some(holds) = self.needle.is_in_ascii(text).filter(|_| self.loose.is_none()) {
            return holds;
        }
        self.folded.clear();
        fold_text(text, self.haystack.fold, &mut self.folded, None);
        match self.loose {
            Some(term) => term.is_in(text, &self.folded, term.mode != Mode::Phrase, self.haystack.fold),
            None => self.needle.is_in(&self.folded),
        }
    }

    /// Whether it stands in the quote at a position in time.
    pub(crate) fn quote(&mut self, at: usize) -> bool {
        let ix = QuoteIx(self.haystack.columns.quotes.get(at).copied().unwrap_or(NONE));
        let mut is_hit = false;
        texts::of_quote(self.haystack.bundle, ix, &mut |text| is_hit = is_hit || self.holds(text));
        is_hit
    }

    /// Whether it stands in an event, or in an account by its position after all events.
    pub(crate) fn row(&mut self, row: usize) -> bool {
        let bundle = self.haystack.bundle;
        let mut is_hit = false;
        match row.checked_sub(bundle.event_count()) {
            None => texts::of_event(bundle, EventIx::from(row), &mut |text| is_hit = is_hit || self.holds(text)),
            Some(account) => texts::of_account(bundle.account(account), &mut |text| is_hit = self.holds(text)),
        }
        is_hit
    }

    /// Whether it stands in a name.
    pub(crate) fn name(&mut self, name: Name) -> bool {
        let mut is_hit = false;
        texts::of_name(self.haystack.bundle, name, &mut |text| is_hit = is_hit || self.holds(text));
        is_hit
    }
}
