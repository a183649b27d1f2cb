//! Tools that cargo compiles from the crate registry, unoptimised: they are needed in minutes and run for moments.

use super::{Found, Site, Tool, executable, file_in};
use crate::{
    failure::Failure,
    process::{self, OnStop},
};
use std::{path::Path, process::Command};

/// A program of a published crate.
pub(super) struct CargoTool {
    /// The crate.
    pub(super) krate: &'static str,
    /// The program.
    pub(super) binary: &'static str,
    /// The only version that will do.
    pub(super) version: String,
    /// Further options of `cargo install`.
    pub(super) options: &'static [&'static str],
    /// How long it tends to take.
    pub(super) takes: &'static str,
}

/// The release profile by environment: what compiles fastest.
const QUICK: &[(&str, &str)] = &[
    ("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0"),
    ("CARGO_PROFILE_RELEASE_LTO", "off"),
    ("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16"),
    ("CARGO_PROFILE_RELEASE_DEBUG", "false"),
    ("CARGO_PROFILE_RELEASE_STRIP", "true"),
];

impl CargoTool {
    fn id(&self) -> String {
        format!("{}-{}", self.krate, self.version)
    }

    fn is_on_path(&self) -> bool {
        let version = process::output(Command::new(self.binary).arg("--version"));
        version.is_some_and(|line| line.split_whitespace().nth(1) == Some(&self.version))
    }

    fn compile(&self, site: &Site<'_>, into: &Path, locked: bool) -> Result<(), Failure> {
        let mut command = Command::new("cargo");
        command.args(["install", self.krate, "--bin", self.binary, "--version", &self.version]);
        command.args(self.options).args(locked.then_some("--locked")).arg("--root").arg(into);
        command
            .current_dir(site.checkout.root())
            .env("CARGO_TARGET_DIR", site.cache.build())
            .envs(QUICK.iter().copied());
        process::run_to_log(&mut command, &site.cache.log(&self.id())?, OnStop::Stop)
    }
}

impl Tool for CargoTool {
    fn name(&self) -> String {
        format!("{} {}", self.binary, self.version)
    }

    fn takes(&self) -> &'static str {
        self.takes
    }

    fn find(&self, site: &Site<'_>) -> Option<Found> {
        let folder = site.cache.tool(&self.id()).join("bin");
        if file_in(&folder, &[&executable(self.binary)]).is_some() {
            return Some(Found { folders: vec![folder], ..Found::default() });
        }
        self.is_on_path().then(Found::default)
    }

    fn install(&self, site: &Site<'_>) -> Result<(), Failure> {
        site.cache.install(&self.id(), |folder| match self.compile(site, folder, true) {
            // A lock file can name a version that the registry does not have, or no longer has.
            Err(Failure::Machine(_)) => {
                eprintln!("xtask: once more with the newest dependencies instead of the locked ones");
                self.compile(site, folder, false)
            }
            result => result,
        })
    }

    fn by_hand(&self, _: &Site<'_>) -> String {
        format!("cargo install {}@{}", self.krate, self.version)
    }
}
