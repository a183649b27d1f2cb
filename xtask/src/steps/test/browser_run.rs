//! The browsers that the tests drive.

use clap::ValueEnum;
use serde::Deserialize;

use crate::tools::Need;

/// A browser that the tests drive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum BrowserRun {
    /// Chromium, or the Chrome of the same build.
    Chromium,
    /// Firefox.
    Firefox,
    /// WebKitGTK.
    Webkit,
}

/// What the tests need beside the browser.
pub(super) const NEEDS: &[Need] =
    &[Need::WasmTarget, Need::Trunk, Need::WasmBindgen, Need::NodeTools, Need::Checkers, Need::Java, Need::Poppler];

impl BrowserRun {
    /// What the tests and the list call it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::Webkit => "webkit",
        }
    }

    /// The step that runs the browser tests in it.
    pub(super) fn title(self) -> &'static str {
        match self {
            Self::Chromium => "the browser tests in Chromium",
            Self::Firefox => "the browser tests in Firefox",
            Self::Webkit => "the browser tests in WebKit",
        }
    }

    /// What that step needs.
    pub(super) fn needs(self) -> Vec<Need> {
        let own: &[Need] = match self {
            Self::Chromium => &[Need::Chromium],
            Self::Firefox => &[Need::Firefox, Need::GeckoDriver],
            Self::Webkit => &[Need::WebKit],
        };
        [NEEDS, own].concat()
    }
}
