//! Tells when the files of a story have changed, however they are written: in place, by a rename, or with their folder.
//!
//! By `notify` without its debouncer, which takes our own reading of the files for a change and would never rest.
//! Folders that go are awaited in the nearest one above.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{self, Receiver};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode};
use notify::{ErrorKind, Event, EventKind, RecommendedWatcher, RecursiveMode, Watcher as _};

/// Editors write in several steps; whoever has been quiet for so long is done.
const QUIET: Duration = Duration::from_millis(20);
/// Whoever is never quiet is looked at after so long.
const PATIENCE: Duration = Duration::from_millis(500);

/// Watches the folders that a story is read from, and those above it in which it may come back.
pub(super) struct Watch {
    story: PathBuf,
    watched: Vec<PathBuf>,
    watcher: RecommendedWatcher,
    heard: Receiver<notify::Result<Event>>,
}

impl Watch {
    /// Begins to watch a story; what changes from now on is told by [`Watch::wait`].
    ///
    /// # Errors
    ///
    /// Whatever the machine says.
    pub(super) fn new(story: &Path) -> io::Result<Self> {
        let story = fs::canonicalize(story)?;
        let (sender, heard) = mpsc::channel();
        let tell = move |event: notify::Result<Event>| {
            if event.as_ref().map_or(true, is_change) {
                // Nobody listens any more: the preview is over.
                let _ = sender.send(event);
            }
        };
        let watcher = notify::recommended_watcher(tell).map_err(|error| machine(&error))?;
        let mut watch = Self { story, watched: Vec::new(), watcher, heard };
        watch.settle()?;
        Ok(watch)
    }

    /// Waits until something has changed, and then nothing for a moment.
    ///
    /// # Errors
    ///
    /// Whatever the machine says where it cannot watch any longer.
    pub(super) fn wait(&mut self) -> io::Result<()> {
        let mut event = self.heard.recv().map_err(io::Error::other)?;
        let since = Instant::now();
        let mut is_moved = false;
        loop {
            is_moved |= self.concerns_folders(&event);
            match self.heard.recv_timeout(QUIET) {
                Ok(next) if since.elapsed() < PATIENCE => event = next,
                _ => break,
            }
        }
        if is_moved || folders(&self.story) != self.watched { self.settle() } else { Ok(()) }
    }

    /// Whether a folder itself may have gone or come. Where events were lost, anything may.
    fn concerns_folders(&self, event: &notify::Result<Event>) -> bool {
        let of = |event: &Event| event.need_rescan() || event.paths.iter().any(|path| self.watched.contains(path));
        event.as_ref().map_or(true, of)
    }

    /// Watches what there is to watch now.
    fn settle(&mut self) -> io::Result<()> {
        loop {
            let wanted = folders(&self.story);
            for folder in &wanted {
                match self.watcher.watch(folder, RecursiveMode::NonRecursive) {
                    Err(error) if !is_gone(&error) => return Err(machine(&error)),
                    _ => {}
                }
            }
            // Of what came or went before its folder was watched, nobody tells.
            if folders(&self.story) == wanted {
                self.watched = wanted;
                return Ok(());
            }
        }
    }
}

/// The folders of a story that are there: its own with those of its pictures, its archive's, and the nearest one above.
fn folders(story: &Path) -> Vec<PathBuf> {
    let above = story.ancestors().skip(1).find(|folder| folder.is_dir());
    let inner = if story.is_dir() { disk::StoryFolder::of(story).folders() } else { Vec::new() };
    let own = [story.to_owned(), disk::archive(story)];
    above
        .map(Path::to_owned)
        .into_iter()
        .chain(own)
        .chain(inner.into_iter().skip(1))
        .filter(|folder| folder.is_dir())
        .collect()
}

/// Whether an event tells of more than that somebody reads, as we do.
fn is_change(event: &Event) -> bool {
    match event.kind {
        EventKind::Access(access) => access == AccessKind::Close(AccessMode::Write),
        _ => true,
    }
}

fn is_gone(error: &notify::Error) -> bool {
    match &error.kind {
        ErrorKind::PathNotFound => true,
        ErrorKind::Io(error) => error.kind() == io::ErrorKind::NotFound,
        _ => false,
    }
}

fn machine(error: &notify::Error) -> io::Error {
    io::Error::other(format!("the story cannot be watched: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use notify::event::{CreateKind, DataChange, ModifyKind, RemoveKind, RenameMode};

    #[test]
    fn who_only_reads_changes_nothing() {
        for (kind, expected) in [
            (EventKind::Access(AccessKind::Open(AccessMode::Any)), false),
            (EventKind::Access(AccessKind::Close(AccessMode::Read)), false),
            (EventKind::Access(AccessKind::Read), false),
            (EventKind::Access(AccessKind::Close(AccessMode::Write)), true),
            (EventKind::Modify(ModifyKind::Data(DataChange::Any)), true),
            (EventKind::Modify(ModifyKind::Name(RenameMode::To)), true),
            (EventKind::Create(CreateKind::File), true),
            (EventKind::Remove(RemoveKind::Folder), true),
            (EventKind::Any, true),
        ] {
            assert_eq!(is_change(&Event::new(kind)), expected, "{kind:?}");
        }
    }
}
