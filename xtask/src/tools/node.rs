//! Tools and libraries that npm downloads.

use super::{Found, Site, Tool, file_in, on_path};
use crate::{
    failure::Failure,
    process::{self, OnStop},
};
use std::{ffi::OsStr, path::PathBuf, process::Command};

/// Packages that stand in one folder.
pub(super) struct Packages {
    /// Names and exact versions.
    pub(super) packages: &'static [(&'static str, &'static str)],
    /// The variable that tells where they are, for those who want more than their programs.
    pub(super) var: Option<&'static str>,
}

impl Packages {
    /// For instance `binaryen-132.0.0-esbuild-0.28.2`; the name of a folder, which a scope of npm's is not.
    fn id(&self) -> String {
        self.joined("-", "-").replace('@', "").replace('/', "-")
    }

    fn joined(&self, versioned: &str, between: &str) -> String {
        let packages = self.packages.iter().map(|(name, version)| format!("{name}{versioned}{version}"));
        packages.collect::<Vec<_>>().join(between)
    }

    fn is_complete(&self, modules: &std::path::Path) -> bool {
        self.packages
            .iter()
            .all(|(name, _)| file_in(modules, &[OsStr::new(name), OsStr::new("package.json")]).is_some())
    }
}

impl Tool for Packages {
    fn name(&self) -> String {
        self.joined(" ", " and ")
    }

    fn takes(&self) -> &'static str {
        "a few seconds"
    }

    fn find(&self, site: &Site<'_>) -> Option<Found> {
        on_path("node")?;
        let modules: PathBuf = site.cache.tool(&self.id()).join("node_modules");
        self.is_complete(&modules).then(|| Found {
            folders: vec![modules.join(".bin")],
            vars: self.var.map(|var| (var, modules)).into_iter().collect(),
        })
    }

    fn install(&self, site: &Site<'_>) -> Result<(), Failure> {
        site.cache.install(&self.id(), |folder| {
            let mut command = Command::new("npm");
            command.args(["install", "--no-save", "--no-audit", "--no-fund", "--ignore-scripts", "--prefix"]);
            command.arg(folder).args(self.packages.iter().map(|(name, version)| format!("{name}@{version}")));
            process::run_to_log(command.current_dir(folder), &site.cache.log(&self.id())?, OnStop::Stop)
        })
    }

    fn by_hand(&self, site: &Site<'_>) -> String {
        if on_path("node").is_some() && on_path("npm").is_some() {
            let folder = site.cache.tool(&self.id());
            format!("npm install --no-save --prefix {} {}", folder.display(), self.joined("@", " "))
        } else {
            "apt-get install -y nodejs npm (elsewhere: install Node.js 20 or newer)".into()
        }
    }
}
