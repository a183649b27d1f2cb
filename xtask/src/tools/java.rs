//! The Java that runs the checker of HTML, which no npm package brings along.

use super::{Found, Site, Tool, apt, on_path};
use crate::{failure::Failure, process};
use std::{env, path::PathBuf, process::Command};

/// A Java runtime that is new enough.
pub(super) struct Java;

/// Tells a child, or us, which Java to use.
const JAVA: &str = "ON_RECORD_JAVA";

/// The oldest that vnu's documentation names.
const OLDEST: u32 = 17;

/// Debian's name for its runtime without screen and sound.
const PACKAGES: &[&str] = &["default-jre-headless"];

impl Tool for Java {
    fn name(&self) -> String {
        format!("Java {OLDEST} or newer")
    }

    fn takes(&self) -> &'static str {
        "half a minute"
    }

    fn find(&self, _: &Site<'_>) -> Option<Found> {
        let java = env::var_os(JAVA).map(PathBuf::from).or_else(|| on_path("java"))?;
        let version = process::output(Command::new(&java).arg("--version"))?;
        (major(&version)? >= OLDEST).then(|| Found { vars: vec![(JAVA, java)], ..Found::default() })
    }

    fn install(&self, site: &Site<'_>) -> Result<(), Failure> {
        apt::install(site, PACKAGES)
    }

    fn by_hand(&self, _: &Site<'_>) -> String {
        apt::by_hand(PACKAGES).unwrap_or_else(|| {
            if cfg!(target_os = "macos") {
                "brew install --cask temurin".into()
            } else {
                format!("your package manager for a Java runtime, or: export {JAVA}=FILE")
            }
        })
    }
}

/// The main version in a line such as `openjdk 17.0.15 2025-04-15`; Java before 9 knows no `--version`.
fn major(version: &str) -> Option<u32> {
    let number = version.split_whitespace().nth(1)?;
    number.split(['.', '-', '+']).next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_main_version_is_read_however_much_follows_it() {
        let cases = [
            ("openjdk 17.0.15 2025-04-15\nOpenJDK Runtime", Some(17)),
            ("java 21 2023-09-19 LTS", Some(21)),
            ("openjdk 22-ea 2024-03-19", Some(22)),
            ("", None),
        ];
        for (line, expected) in cases {
            assert_eq!(major(line), expected, "{line}");
        }
    }
}
