//! A running `on-record preview` of a story of one file, which a test saves anew.

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::PathBuf,
    process::{self, Child, Command, Stdio},
    thread,
};

use crate::site;

/// A preview and the folder of its story; both go when dropped.
pub struct Preview {
    child: Child,
    folder: PathBuf,
    address: String,
}

impl Preview {
    /// Previews a story at a port; 0 takes a free one.
    ///
    /// # Panics
    /// Where there is no command, or it does not begin.
    #[must_use]
    pub fn of(name: &str, story: &str, port: u16) -> Self {
        Self::of_folder(name, story, &[], port)
    }

    /// The same of a story with files beside it, each by its name, at a free port.
    ///
    /// # Panics
    /// As [`Preview::of`].
    #[must_use]
    pub fn with_files(name: &str, story: &str, files: &[(&str, &[u8])]) -> Self {
        Self::of_folder(name, story, files, 0)
    }

    fn of_folder(name: &str, story: &str, files: &[(&str, &[u8])], port: u16) -> Self {
        let folder = env::temp_dir().join(format!("on-record-previewed-{}-{name}", process::id()));
        fs::create_dir_all(&folder).expect("a scratch folder");
        let file = folder.join("story.toml");
        fs::write(&file, story).expect("written");
        files.iter().for_each(|(name, bytes)| fs::write(folder.join(name), bytes).expect("written"));
        let mut child = Command::new(command())
            .arg("preview")
            .arg(&file)
            .args(["--port", &port.to_string()])
            .env("ON_RECORD_WIDGET", site::dist())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("no command on-record: cargo build --package on-record-cli makes it");
        let mut lines = BufReader::new(child.stdout.take().expect("its standard output is a pipe")).lines();
        let first = lines.next().expect("a line").expect("its words are readable");
        let address = first.split(' ').next().unwrap_or_default().to_owned();
        // What it says later is read and thrown away, so that it never blocks.
        thread::spawn(move || lines.count());
        Self { child, folder, address }
    }

    /// Where it serves, with a slash at the end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Saves the story.
    ///
    /// # Panics
    /// Where its folder is gone.
    pub fn save(&self, story: &str) {
        fs::write(self.folder.join("story.toml"), story).expect("written");
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// The command, which is built beside the tests.
fn command() -> PathBuf {
    let tests = env::current_exe().expect("the path of the tests");
    let built = tests.parent().and_then(|deps| deps.parent()).expect("the folder of what is built");
    built.join("on-record").with_extension(env::consts::EXE_EXTENSION)
}
