//! Ids that records had before, so that old links find them.

use story::{EventIx, PersonIx, QuoteIx, SourceIx};

use crate::bundle::Bundle;
use crate::row::Row;
use crate::section::Section;

macro_rules! former {
    ($($by_id:ident $all:ident $Ix:ident $ids:ident $rows:ident $what:literal;)*) => {
        /// Former ids. None of them is the id of anything of the same kind.
        impl Bundle {
            $(
                #[doc = concat!("The ", $what, " that had an id before; by binary search.")]
                #[must_use]
                pub fn $by_id(&self, id: &str) -> Option<$Ix> {
                    self.row_by_former_id(Section::$ids, Section::$rows, id).map($Ix)
                }

                #[doc = concat!("Every id that some ", $what, " had before, by its bytes.")]
                pub fn $all(&self) -> impl ExactSizeIterator<Item = (&str, $Ix)> {
                    (0..self.column(Section::$ids).len()).map(|at| {
                        let row = Row::new(self, at);
                        (row.text(Section::$ids), $Ix(row.some_index(Section::$rows)))
                    })
                }
            )*
        }
    };
}

former! {
    event_by_former_id former_event_ids EventIx EventFormer EventFormerOf "event";
    quote_by_former_id former_quote_ids QuoteIx QuoteFormer QuoteFormerOf "quote";
    person_by_former_id former_person_ids PersonIx PersonFormer PersonFormerOf "person";
    source_by_former_id former_source_ids SourceIx SourceFormer SourceFormerOf "source";
}

impl Bundle {
    fn row_by_former_id(&self, ids: Section, rows: Section, id: &str) -> Option<u32> {
        let (mut low, mut high) = (0, self.column(ids).len());
        while low < high {
            let middle = low + (high - low) / 2;
            let row = Row::new(self, middle);
            match row.text(ids).cmp(id) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return row.index(rows),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}
