//! Parts of the Rust toolchain.

use super::{Found, Site, Tool, executable};
use crate::{
    failure::Failure,
    process::{self, OnStop},
};
use std::{path::PathBuf, process::Command};

/// The target that the widget is compiled for.
const TARGET: &str = "wasm32-unknown-unknown";

/// The standard library for [`TARGET`].
pub(super) struct WasmTarget;

/// rustfmt and clippy.
pub(super) struct Components;

impl Tool for WasmTarget {
    fn name(&self) -> String {
        format!("the Rust target {TARGET}")
    }

    fn takes(&self) -> &'static str {
        "a few seconds"
    }

    fn find(&self, site: &Site<'_>) -> Option<Found> {
        let library = sysroot(site)?.join("lib/rustlib").join(TARGET).join("lib");
        library.is_dir().then(Found::default)
    }

    fn install(&self, site: &Site<'_>) -> Result<(), Failure> {
        rustup(site, &["target", "add", TARGET])
    }

    fn by_hand(&self, _: &Site<'_>) -> String {
        format!("rustup target add {TARGET} (with Debian's own Rust: apt-get install -y libstd-rust-dev-wasm32)")
    }
}

impl Tool for Components {
    fn name(&self) -> String {
        "rustfmt and clippy".into()
    }

    fn takes(&self) -> &'static str {
        "a few seconds"
    }

    fn find(&self, site: &Site<'_>) -> Option<Found> {
        let programs = sysroot(site)?.join("bin");
        let has = |name| programs.join(executable(name)).is_file();
        (has("rustfmt") && has("clippy-driver")).then(Found::default)
    }

    fn install(&self, site: &Site<'_>) -> Result<(), Failure> {
        rustup(site, &["component", "add", "rustfmt", "clippy"])
    }

    fn by_hand(&self, _: &Site<'_>) -> String {
        "rustup component add rustfmt clippy (with Debian's own Rust: apt-get install -y rustfmt rust-clippy)".into()
    }
}

/// The folder of the toolchain that the checkout pins. Looking there is quicker than asking rustup, and works without.
fn sysroot(site: &Site<'_>) -> Option<PathBuf> {
    let mut rustc = Command::new("rustc");
    process::output(rustc.args(["--print", "sysroot"]).current_dir(site.checkout.root())).map(PathBuf::from)
}

fn rustup(site: &Site<'_>, args: &[&str]) -> Result<(), Failure> {
    let mut rustup = Command::new("rustup");
    process::run_to_log(rustup.args(args).current_dir(site.checkout.root()), &site.cache.log("rustup")?, OnStop::Stop)
}
