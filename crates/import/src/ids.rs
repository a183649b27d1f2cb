//! Readable ids.

use std::collections::BTreeMap;

use story::slug_from_text;

/// How long an id may get that is made from a headline, bytes.
const ID_BYTES: usize = 48;

/// Ids of one table, each once.
#[derive(Default)]
pub(crate) struct Ids {
    /// Each with the number that its next namesake gets, or a later one.
    taken: BTreeMap<String, usize>,
}

impl Ids {
    /// An id after a text, or, where that has no letter of an id, after what it is of and its number.
    pub(crate) fn of(&mut self, text: &str, what: &str) -> String {
        let slug = slug_from_text(text);
        let cut =
            slug.get(..ID_BYTES).map_or(slug.as_str(), |cut| cut.rsplit_once('-').map_or(cut, |(words, _)| words));
        let cut = cut.trim_end_matches('-');
        let base = if cut.is_empty() { format!("{what}-{}", self.taken.len() + 1) } else { cut.to_owned() };
        let mut id = base.clone();
        let mut next = self.taken.get(&base).copied().unwrap_or(2);
        while self.taken.contains_key(&id) {
            id = format!("{base}-{next}");
            next += 1;
        }
        self.taken.insert(id.clone(), 2);
        self.taken.insert(base, next);
        id
    }

    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.taken.len()
    }
}
