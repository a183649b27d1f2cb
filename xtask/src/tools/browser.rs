//! The browsers that the tests drive, and their drivers.

use super::{Found, Site, Tool, apt, on_path};
use crate::failure::Failure;
use std::{env, path::PathBuf};

/// Programs that a package manager installs together.
pub(super) struct Browser {
    name: &'static str,
    programs: &'static [Program],
    /// What Debian calls them.
    packages: &'static [&'static str],
    /// What Homebrew does; nothing where it has none.
    casks: &'static str,
}

struct Program {
    /// Tells a child, or us, which file to use.
    var: &'static str,
    /// What it is called, by preference.
    names: &'static [&'static str],
    /// Where macOS keeps it.
    elsewhere: &'static [&'static str],
}

/// Chromium, or the Chrome of the same build, and chromedriver.
pub(super) const CHROMIUM: Browser = Browser {
    name: "chromium and its driver",
    programs: &[
        Program {
            var: "ON_RECORD_CHROMIUM",
            names: &["chromium", "google-chrome-stable", "google-chrome", "chromium-browser", "chrome"],
            elsewhere: &[
                "/Applications/Chromium.app/Contents/MacOS/Chromium",
                "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            ],
        },
        Program { var: "ON_RECORD_CHROMEDRIVER", names: &["chromedriver"], elsewhere: &[] },
    ],
    packages: &["chromium", "chromium-driver"],
    casks: "google-chrome chromedriver",
};

/// Firefox, whose driver is no package of Debian's.
pub(super) const FIREFOX: Browser = Browser {
    name: "firefox",
    programs: &[Program {
        var: "ON_RECORD_FIREFOX",
        names: &["firefox-esr", "firefox"],
        elsewhere: &["/Applications/Firefox.app/Contents/MacOS/firefox"],
    }],
    packages: &["firefox-esr"],
    casks: "firefox",
};

/// The driver of WebKitGTK, which brings the browser along, and the screen that it must have.
pub(super) const WEBKIT: Browser = Browser {
    name: "webkitgtk, its driver and a screen",
    programs: &[
        Program { var: "ON_RECORD_WEBKITDRIVER", names: &["WebKitWebDriver"], elsewhere: &[] },
        Program { var: "ON_RECORD_XVFB", names: &["Xvfb"], elsewhere: &[] },
    ],
    packages: &["webkit2gtk-driver", "xvfb"],
    casks: "",
};

/// All of them, so that whoever has to install one by hand is told once.
const ALL: &[&Browser] = &[&CHROMIUM, &FIREFOX, &WEBKIT];

impl Tool for Browser {
    fn name(&self) -> String {
        self.name.into()
    }

    fn takes(&self) -> &'static str {
        "half a minute"
    }

    fn find(&self, _: &Site<'_>) -> Option<Found> {
        let vars = self.programs.iter().map(|program| Some((program.var, program.file()?)));
        Some(Found { vars: vars.collect::<Option<_>>()?, ..Found::default() })
    }

    fn install(&self, site: &Site<'_>) -> Result<(), Failure> {
        apt::install(site, self.packages)
    }

    fn by_hand(&self, _: &Site<'_>) -> String {
        let missing = ALL.iter().filter(|browser| browser.programs.iter().any(|program| program.file().is_none()));
        let packages: Vec<_> = missing.flat_map(|browser| browser.packages).copied().collect();
        apt::by_hand(&packages).unwrap_or_else(|| {
            if cfg!(target_os = "macos") && !self.casks.is_empty() {
                return format!("brew install --cask {}", self.casks);
            }
            let vars: Vec<_> = self.programs.iter().map(|program| format!("{}=FILE", program.var)).collect();
            format!("your package manager for {}, or: export {}", self.name, vars.join(" "))
        })
    }
}

impl Program {
    fn file(&self) -> Option<PathBuf> {
        let named = env::var_os(self.var).map(PathBuf::from).filter(|path| path.is_file());
        let installed = || self.names.iter().find_map(|name| on_path(name));
        let elsewhere = || self.elsewhere.iter().map(PathBuf::from).find(|path| path.is_file());
        named.or_else(installed).or_else(elsewhere)
    }
}
