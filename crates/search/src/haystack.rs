//! What a term is looked up in.

use bundle::Bundle;

use crate::as_of::AsOfDay;
use crate::columns::Columns;
use crate::fold::Fold;

/// What a term is looked up in.
#[derive(Clone, Copy)]
pub(crate) struct Haystack<'a> {
    pub(crate) bundle: &'a Bundle,
    pub(crate) columns: &'a Columns,
    pub(crate) fold: &'a dyn Fold,
    pub(crate) as_of: &'a dyn AsOfDay,
    /// Whether names count, or what was said alone.
    pub(crate) with_names: bool,
}
