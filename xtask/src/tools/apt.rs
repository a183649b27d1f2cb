//! What Debian's package manager installs, where we may use it.

use super::{Site, on_path};
use crate::{
    failure::Failure,
    process::{self, OnStop},
};
use std::process::Command;

const INSTALL: &[&str] = &["install", "-y", "--no-install-recommends"];

/// Installs packages; where only a person may, or there is no such package manager, nothing happens.
///
/// # Errors
/// Where the package manager fails or somebody stops it.
pub(super) fn install(site: &Site<'_>, packages: &[&str]) -> Result<(), Failure> {
    if !is_root() || on_path("apt-get").is_none() {
        return Ok(());
    }
    let args = [INSTALL, packages].concat();
    // The lists of a fresh system are empty, and those of an old one name packages that are gone.
    run(site, &args).or_else(|failure| match failure {
        Failure::Stopped => Err(Failure::Stopped),
        _ => run(site, &["update"]).and_then(|()| run(site, &args)),
    })
}

/// What a person runs to install packages; `None` on a system without this package manager.
pub(super) fn by_hand(packages: &[&str]) -> Option<String> {
    on_path("apt-get").map(|_| format!("sudo apt-get {}", [INSTALL, packages].concat().join(" ")))
}

fn run(site: &Site<'_>, args: &[&str]) -> Result<(), Failure> {
    let mut apt = Command::new("apt-get");
    // A package manager that is cut short leaves the system for a person to mend.
    process::run_to_log(
        apt.args(args).env("DEBIAN_FRONTEND", "noninteractive"),
        &site.cache.log("apt")?,
        OnStop::Finish,
    )
}

#[cfg(unix)]
fn is_root() -> bool {
    nix::unistd::geteuid().is_root()
}

#[cfg(not(unix))]
fn is_root() -> bool {
    false
}
