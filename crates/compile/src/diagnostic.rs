//! What the compiler has to say about a story.

use std::collections::HashSet;

use crate::{Code, Severity, Span};

/// One thing that is wrong or doubtful, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// What kind of thing it is.
    pub code: Code,
    /// What is wrong, in one sentence without a full stop.
    pub message: String,
    /// How to mend it.
    pub hint: Option<String>,
    /// The place to look at.
    pub span: Span,
    /// Other places that explain it.
    pub related: Vec<Related>,
}

/// Another place that explains a [`Diagnostic`], for instance "first defined here".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Related {
    /// Why it is shown.
    pub message: String,
    /// The place.
    pub span: Span,
}

impl Diagnostic {
    pub(crate) fn new(code: Code, span: Span, message: impl Into<String>) -> Self {
        Self { code, message: message.into(), hint: None, span, related: Vec::new() }
    }

    pub(crate) fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    pub(crate) fn maybe_hint(mut self, hint: Option<String>) -> Self {
        self.hint = hint;
        self
    }

    pub(crate) fn related(mut self, span: Span, message: impl Into<String>) -> Self {
        self.related.push(Related { message: message.into(), span });
        self
    }

    /// How grave it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }
}

/// Where the checks put what they find.
#[derive(Default)]
pub(crate) struct Sink {
    diagnostics: Vec<Diagnostic>,
    /// How many more comparisons the search for similar names may make.
    pub(crate) comparisons_left: Comparisons,
}

/// A budget of comparisons, so that a story with very many mistakes is still reported in seconds.
pub(crate) struct Comparisons(pub(crate) usize);

impl Default for Comparisons {
    fn default() -> Self {
        Self(2_000_000)
    }
}

impl Sink {
    pub(crate) fn push(&mut self, diagnostic: Diagnostic) {
        self.diagnostics.push(diagnostic);
    }

    /// Everything that was found, by file, line and column, each thing once.
    ///
    /// Where a file could not be read whole, what seems to be missing may stand in the unread part, so
    /// diagnostics about absence are left out; so is what nothing seems to use or to report where names are mistyped,
    /// and whatever else there is to say of a place where the syntax is wrong.
    pub(crate) fn into_sorted(self) -> Vec<Diagnostic> {
        let mut all = self.diagnostics;
        if all.iter().any(|diagnostic| diagnostic.code.is_unread()) {
            all.retain(|diagnostic| !diagnostic.code.is_about_absence());
        }
        if all.iter().any(|diagnostic| diagnostic.code.is_misnamed()) {
            all.retain(|diagnostic| !diagnostic.code.follows_from_misnaming());
        }
        let place = |d: &Diagnostic| (d.span.file, d.span.start);
        let faulty: HashSet<_> = all.iter().filter(|d| d.code == Code::Syntax).map(place).collect();
        all.retain(|d| d.code == Code::Syntax || !faulty.contains(&place(d)));
        let key = |d: &Diagnostic| (d.span.file, d.span.start, d.code, d.span.end);
        all.sort_by_cached_key(|d| (key(d), d.message.clone()));
        all.dedup();
        all
    }
}
