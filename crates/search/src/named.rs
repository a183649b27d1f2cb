//! From names to quotes: which quotes lead to a person, a source or a theme that counts.

use crate::columns::{Columns, NONE};

/// No name counts so little.
pub(crate) const FAR: u8 = u8::MAX;

/// How well each name counts, by what it is for a quote: 0 is best, [`FAR`] and what lies beyond a list is not at all.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Named<'a> {
    /// People who said it.
    pub(crate) speakers: &'a [u8],
    /// People who carried the words.
    pub(crate) vias: &'a [u8],
    /// Sources of what nobody carried.
    pub(crate) bare: &'a [u8],
    /// Sources.
    pub(crate) sources: &'a [u8],
    /// Themes.
    pub(crate) themes: &'a [u8],
}

impl Named<'_> {
    /// Calls `visit` with the position of each quote that leads to a name which counts, and how well its best does.
    pub(crate) fn each(self, columns: &Columns, visit: &mut dyn FnMut(usize, u8)) {
        let Self { speakers, vias, bare, sources, themes } = self;
        let of = |names: &[u8], row: u32| names.get(row as usize).copied().unwrap_or(FAR);
        let by_source = !(bare.is_empty() && sources.is_empty());
        for at in 0..columns.len() {
            let via = columns.vias[at];
            let mut best = of(speakers, columns.speakers[at]).min(of(vias, via));
            if by_source {
                let source = columns.sources[at];
                best = best.min(of(sources, source));
                if via == NONE {
                    best = best.min(of(bare, source));
                }
            }
            if !themes.is_empty() {
                best = columns.themes_at(at).iter().fold(best, |best, theme| best.min(of(themes, *theme)));
            }
            if best != FAR {
                visit(at, best);
            }
        }
    }
}

/// The names as they are if any of them counts; none otherwise, so that nobody looks at them.
pub(crate) fn if_any(names: &[u8]) -> &[u8] {
    if names.iter().all(|quality| *quality == FAR) { &[] } else { names }
}
