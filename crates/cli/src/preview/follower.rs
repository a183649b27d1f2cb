//! Follows a story: reads it whenever it may have changed, builds it where it has, and tells terminal and pages of it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, Instant};

use compile::MediaCache;
use disk::StoryFolder;
use publish::Widget;
use tokio::sync::watch::{Receiver, Sender};

use super::shown::{Attempt, Desk, Found, Record, Shown, Version};
use super::watch::Watch;
use crate::output;

/// What looks at a story again and again.
pub(super) struct Follower {
    story: PathBuf,
    widget: Widget,
    folder: StoryFolder,
    /// What was made of pictures, so that each is made once.
    cache: MediaCache,
    /// What was read the last time.
    version: Option<Version>,
    shown: Sender<Arc<Shown>>,
}

impl Follower {
    pub(super) fn new(story: PathBuf, widget: Widget) -> Self {
        let folder = StoryFolder::of(&story);
        Self { story, widget, folder, cache: MediaCache::default(), version: None, shown: Sender::new(Arc::default()) }
    }

    /// What is shown, now and after each change.
    pub(super) fn subscribe(&self) -> Receiver<Arc<Shown>> {
        self.shown.subscribe()
    }

    /// Looks whenever something has changed, until that cannot be told any longer; gives the reason.
    pub(super) fn follow(mut self, mut watch: Watch) -> io::Error {
        loop {
            match watch.wait() {
                Ok(()) => self.look(),
                Err(error) => return error,
            }
        }
    }

    /// Builds the story, unless it is as it was.
    pub(super) fn look(&mut self) {
        let start = Instant::now();
        let found: Found = read(&self.story).map_err(|error| error.to_string());
        let version = Version::of(&found);
        if self.version.replace(version) == Some(version) {
            return;
        }
        let attempt =
            Attempt::new(found, version, &Desk { widget: &self.widget, folder: &self.folder, cache: &self.cache });
        let shown = self.shown.borrow().after(&attempt);
        let is_first = shown.site.is_none();
        self.shown.send_replace(Arc::new(shown));
        // The pages are followed on where the terminal is gone.
        let _ = tell(&attempt, start.elapsed(), is_first);
    }
}

/// The files of a story, and what its quotes are proved by.
pub(super) fn read(story: &Path) -> io::Result<Record> {
    let inputs = disk::read_story(story)?;
    let evidence = disk::read_evidence(story, &disk::archive(story))?;
    Ok(Record { inputs, evidence, media: StoryFolder::of(story).stamp() })
}

fn tell(attempt: &Attempt, took: Duration, is_empty: bool) -> io::Result<()> {
    match &attempt.outcome {
        Ok(outcome) => output::diagnostics(outcome)?,
        Err(reason) => output::notes(std::slice::from_ref(reason))?,
    }
    output::result(&line(attempt.is_built(), took, is_empty))
}

/// What came of an attempt, in one line.
fn line(is_built: bool, took: Duration, is_empty: bool) -> String {
    let came = match (is_built, is_empty) {
        (true, _) => "Built",
        (false, true) => "Not built",
        (false, false) => "Not built, the page stays as it was",
    };
    format!("{came}: {} ms\n", took.as_millis())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_came_of_it_and_how_long_it_took() {
        let took = Duration::from_micros(87_900);
        for (is_built, is_empty, expected) in [
            (true, false, "Built: 87 ms\n"),
            (false, true, "Not built: 87 ms\n"),
            (false, false, "Not built, the page stays as it was: 87 ms\n"),
        ] {
            assert_eq!(line(is_built, took, is_empty), expected);
        }
    }
}
