//! The parts of a phrase, as the dictionary holds them.

use crate::dictionary::{Dictionary, Entry};
use crate::script::is_extending;
use crate::tokens::{Token, cut, pairs, units};

/// A part of a phrase, as the dictionary holds it.
#[derive(Clone, Copy)]
pub(crate) struct Part<'a> {
    term: &'a str,
    /// Whether it stands at the beginning of terms rather than being one.
    is_beginning: bool,
    /// Whether what follows it in a term has to be another unit.
    ends_unit: bool,
}

impl<'a> Part<'a> {
    /// The parts of a token; `is_open` where its last unit or word may go on.
    pub(crate) fn of(token: Token<'a>, is_open: bool, visit: &mut dyn FnMut(Self)) {
        if !token.is_spaceless {
            let term = cut(token.text);
            let is_cut = term.len() < token.text.len();
            return visit(Part { term, is_beginning: is_open && !is_cut, ends_unit: false });
        }
        let count = units(token.text).count();
        if count == 1 {
            // A unit is the beginning of the pairs it stands in.
            return visit(Part { term: cut(token.text), is_beginning: true, ends_unit: !is_open });
        }
        for (at, pair) in pairs(token.text).take(count - 1).enumerate() {
            let is_last = at + 2 == count;
            visit(Part { term: cut(pair), is_beginning: is_open && is_last, ends_unit: false });
        }
    }

    /// Every entry that holds it.
    pub(crate) fn each(self, dictionary: Dictionary<'_>, visit: &mut dyn FnMut(&Entry)) {
        if !self.is_beginning {
            return dictionary.exact(self.term).iter().for_each(|(entry, _)| visit(entry));
        }
        dictionary.prefixed(self.term, &mut |entry, term| {
            let after = term.get(self.term.len()..).and_then(|rest| std::str::from_utf8(rest).ok());
            let goes_on = after.and_then(|after| after.chars().next()).is_some_and(is_extending);
            if !self.ends_unit || !goes_on {
                visit(entry);
            }
        });
    }
}

/// Whether a token without spaces is no longer than what the dictionary holds in one term.
pub(crate) fn is_short(token: Token<'_>) -> bool {
    token.is_spaceless && units(token.text).count() <= 2
}
