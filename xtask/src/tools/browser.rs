//! The browser that the tests drive, and its driver.

use super::{Found, Site, Tool, apt, on_path};
use crate::failure::Failure;
use std::{env, path::PathBuf};

/// Chromium, or the Chrome of the same build, and chromedriver.
pub(super) struct Chromium;

/// Tells a child, or us, which browser to use.
const CHROMIUM: &str = "ON_RECORD_CHROMIUM";
/// Tells a child, or us, which driver to use.
const DRIVER: &str = "ON_RECORD_CHROMEDRIVER";

/// What the browser is called, by preference.
const BROWSERS: &[&str] = &["chromium", "google-chrome-stable", "google-chrome", "chromium-browser", "chrome"];
/// Where macOS keeps it.
const MACOS_BROWSERS: &[&str] = &[
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/// What Debian calls both.
const PACKAGES: &[&str] = &["chromium", "chromium-driver"];

impl Tool for Chromium {
    fn name(&self) -> String {
        "chromium and its driver".into()
    }

    fn takes(&self) -> &'static str {
        "half a minute"
    }

    fn find(&self, _: &Site<'_>) -> Option<Found> {
        let browser = named(CHROMIUM).or_else(installed_browser)?;
        let driver = named(DRIVER).or_else(|| on_path("chromedriver"))?;
        Some(Found { vars: vec![(CHROMIUM, browser), (DRIVER, driver)], ..Found::default() })
    }

    fn install(&self, site: &Site<'_>) -> Result<(), Failure> {
        apt::install(site, PACKAGES)
    }

    fn by_hand(&self, _: &Site<'_>) -> String {
        apt::by_hand(PACKAGES).unwrap_or_else(|| {
            if cfg!(target_os = "macos") {
                "brew install --cask google-chrome chromedriver".into()
            } else {
                format!("your package manager for chromium and chromedriver, or: export {CHROMIUM}=FILE {DRIVER}=FILE")
            }
        })
    }
}

fn named(var: &str) -> Option<PathBuf> {
    env::var_os(var).map(PathBuf::from).filter(|path| path.is_file())
}

fn installed_browser() -> Option<PathBuf> {
    let elsewhere = MACOS_BROWSERS.iter().map(PathBuf::from).find(|path| path.is_file());
    BROWSERS.iter().find_map(|name| on_path(name)).or(elsewhere)
}
