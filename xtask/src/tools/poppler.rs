//! What reads the words of a printed page.

use super::{Found, Site, Tool, apt, on_path};
use crate::failure::Failure;

/// Poppler's `pdftotext`.
pub(super) struct Poppler;

/// Debian's name for it.
const PACKAGES: &[&str] = &["poppler-utils"];

impl Tool for Poppler {
    fn name(&self) -> String {
        "pdftotext".into()
    }

    fn takes(&self) -> &'static str {
        "a few seconds"
    }

    fn find(&self, _: &Site<'_>) -> Option<Found> {
        on_path("pdftotext").map(|_| Found::default())
    }

    fn install(&self, site: &Site<'_>) -> Result<(), Failure> {
        apt::install(site, PACKAGES)
    }

    fn by_hand(&self, _: &Site<'_>) -> String {
        apt::by_hand(PACKAGES).unwrap_or_else(|| {
            let how =
                if cfg!(target_os = "macos") { "brew install poppler" } else { "your package manager for Poppler" };
            how.into()
        })
    }
}
