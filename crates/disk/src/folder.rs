//! A folder that is replaced whole or not at all, but for what pages of earlier builds still name.
//!
//! Two folders change places in one system call where there is one; elsewhere by two renames, the first of which is
//! taken back if the second fails.

mod list;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::fs::{self, FileType};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};
use std::process;
use std::sync::Arc;

use crate::{named, shown};
use list::{List, NAME as LIST};

/// So many foreign files are named before the rest is counted.
const NAMED: usize = 3;

/// What happens to files of a folder that were not written here before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Foreign {
    /// The folder is left as it is.
    Refused,
    /// They stay, but for those that stand where a new file belongs.
    Kept,
}

/// What a file holds: bytes, or what gives them when it is written, so that large files need not be held all at once.
pub enum Contents<'a> {
    /// These bytes.
    Bytes(&'a [u8]),
    /// What this gives.
    Made(Box<dyn FnOnce() -> io::Result<Arc<[u8]>> + 'a>),
}

impl<'a> From<&'a [u8]> for Contents<'a> {
    fn from(bytes: &'a [u8]) -> Self {
        Self::Bytes(bytes)
    }
}

/// Which files go on standing in a folder after they were replaced, and since when.
#[derive(Clone, Copy, Debug)]
pub struct Lasting<'a> {
    /// The folders in it, each with a slash at its end, in which every file has a name that no other file will ever have.
    pub within: &'a [&'a str],
    /// The day of this build, counted from 1970-01-01.
    pub today: i64,
}

/// Puts files, each a path with `/` and its contents, into a folder in the place of those of the last time.
///
/// They are written into a new folder beside it, which then takes its name: whatever fails, the old one stays whole.
/// Folders above it are made where they are missing. What lasts and is not among the new files stays for a while, because
/// pages of earlier builds are kept by browsers and servers on the way, and name it.
///
/// # Errors
///
/// Of kind `InvalidInput` where the folder holds foreign files that are to be refused, or its name is a file's;
/// otherwise what the machine says, with the path named.
pub fn replace_folder<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, impl Into<Contents<'a>>)>,
    foreign: Foreign,
    lasting: Lasting<'_>,
) -> io::Result<()> {
    let place = resolved(folder)?;
    let before = List::of(&place);
    let (ours, kept) = held(&place)?.into_iter().partition::<Vec<_>, _>(|entry| before.names(&entry.path));
    if foreign == Foreign::Refused && kept.iter().any(Entry::is_file) {
        return Err(refusal(folder, &kept));
    }
    let (grows, outdated) = beside(&place, folder)?;
    let done = grow(&grows, files).and_then(|new| {
        let list = before.followed_by(new, &ours.iter().map(|entry| shown(&entry.path)).collect(), lasting);
        let earlier: Vec<_> = ours.into_iter().filter(|entry| list.keeps(&entry.path)).collect();
        carry(&place, &grows, &earlier)?;
        carry(&place, &grows, &kept)?;
        write(&grows.join(LIST), list.text().as_bytes())?;
        dress(&place, &grows, &kept)?;
        exchange(&grows, &place, &outdated)
    });
    // What is left there is half of the new folder, or all of the old one.
    let _ = fs::remove_dir_all(&grows);
    let _ = fs::remove_dir_all(&outdated);
    done
}

/// The folder itself where a link leads to it; the folders above it are there afterwards.
fn resolved(folder: &Path) -> io::Result<PathBuf> {
    match fs::metadata(folder) {
        Ok(found) if found.is_dir() => fs::canonicalize(folder).map_err(|error| named(folder, &error)),
        Ok(_) => {
            let message = format!("{}: is a file; name a folder", shown(folder));
            Err(io::Error::new(io::ErrorKind::InvalidInput, message))
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {
            let above = folder.parent().filter(|above| !above.as_os_str().is_empty());
            above.map_or(Ok(()), fs::create_dir_all).map_err(|error| machine(folder, &error))?;
            Ok(folder.to_owned())
        }
        Err(error) => Err(machine(folder, &error)),
    }
}

/// What a folder holds: a file, a link, or a folder with nothing in it. An empty folder can mean something, as in a
/// repository of git, but is in nobody's way.
struct Entry {
    /// Where it is in the folder.
    path: PathBuf,
    kind: FileType,
}

impl Entry {
    fn is_file(&self) -> bool {
        !self.kind.is_dir()
    }

    /// The folders that it needs, itself included if it is one; the last is the outermost, which has no name.
    fn folders(&self) -> impl Iterator<Item = &Path> {
        self.path.ancestors().skip(usize::from(self.is_file()))
    }
}

/// What a folder holds, sorted by path; nothing where there is none.
fn held(folder: &Path) -> io::Result<Vec<Entry>> {
    let mut found = Vec::new();
    if folder.exists() {
        collect(folder, Path::new(""), &mut found)?;
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    Ok(found)
}

/// Everything below a folder but for folders that hold something.
fn collect(folder: &Path, within: &Path, found: &mut Vec<Entry>) -> io::Result<()> {
    let here = folder.join(within);
    for entry in fs::read_dir(&here).map_err(|error| machine(&here, &error))? {
        let entry = entry.map_err(|error| machine(&here, &error))?;
        let path = within.join(entry.file_name());
        let kind = entry.file_type().map_err(|error| machine(&here, &error))?;
        let so_far = found.len();
        if kind.is_dir() {
            collect(folder, &path, found)?;
        }
        if found.len() == so_far {
            found.push(Entry { path, kind });
        }
    }
    Ok(())
}

fn refusal(folder: &Path, strangers: &[Entry]) -> io::Error {
    let foreign: Vec<_> = strangers.iter().filter(|entry| entry.is_file()).collect();
    let mut names: Vec<_> = foreign.iter().take(NAMED).map(|stranger| shown(&stranger.path)).collect();
    if foreign.len() > NAMED {
        names.push(format!("{} more", foreign.len() - NAMED));
    }
    let message = format!(
        "{}: holds files that on-record did not write ({}); name another folder, or keep them with --force",
        shown(folder),
        names.join(", ")
    );
    io::Error::new(io::ErrorKind::InvalidInput, message)
}

/// Makes the hidden folder beside a place in which the new one grows, and names the one for what stood in the place
/// before. A run that was stopped may have left some behind, under a number that is now ours.
fn beside(place: &Path, folder: &Path) -> io::Result<(PathBuf, PathBuf)> {
    let mut attempt = 0;
    loop {
        let (grows, outdated) = (hidden(place, attempt, "part")?, hidden(place, attempt, "old")?);
        match fs::create_dir(&grows) {
            Ok(()) if fs::symlink_metadata(&outdated).is_err() => return Ok((grows, outdated)),
            Ok(()) => fs::remove_dir(&grows).map_err(|error| machine(&grows, &error))?,
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(unmakeable(folder, &grows, &error)),
        }
        attempt += 1;
    }
}

/// A hidden name beside a folder that no other process uses.
fn hidden(folder: &Path, attempt: u32, ending: &str) -> io::Result<PathBuf> {
    let Some(name) = folder.file_name() else {
        let message = format!("{}: has no name; name a folder below it", shown(folder));
        return Err(io::Error::new(io::ErrorKind::InvalidInput, message));
    };
    let mut hidden = OsString::from(".");
    hidden.push(name);
    hidden.push(format!(".{}.{attempt}.{ending}", process::id()));
    Ok(folder.with_file_name(hidden))
}

/// Says of the folder that was asked for why there can be no new one: the place for it is the one above.
fn unmakeable(folder: &Path, grows: &Path, error: &io::Error) -> io::Error {
    let above = match grows.parent() {
        Some(above) if !above.as_os_str().is_empty() => above,
        _ => Path::new("."),
    };
    machine(folder, &io::Error::new(error.kind(), format!("nothing can be written into {}: {error}", shown(above))))
}

/// Writes the files into an empty folder, and gives their paths.
fn grow<'a>(
    folder: &Path,
    files: impl IntoIterator<Item = (&'a str, impl Into<Contents<'a>>)>,
) -> io::Result<BTreeSet<String>> {
    let mut paths = BTreeSet::new();
    for (path, contents) in files {
        match contents.into() {
            Contents::Bytes(bytes) => write(&folder.join(path), bytes)?,
            Contents::Made(make) => write(&folder.join(path), &make()?)?,
        }
        paths.insert(path.to_owned());
    }
    Ok(paths)
}

fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let written = path.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| {
        let mut file = fs::File::create_new(path)?;
        file.write_all(bytes)?;
        file.sync_all()
    });
    written.map_err(|error| machine(path, &error))
}

/// Puts what stays of the old folder into the new one as well, but for what is in the way of a new file.
fn carry(from: &Path, to: &Path, entries: &[Entry]) -> io::Result<()> {
    for Entry { path, kind } in entries.iter().filter(|it| fs::symlink_metadata(to.join(&it.path)).is_err()) {
        let (old, new) = (from.join(path), to.join(path));
        let carried = new.parent().map_or(Ok(()), fs::create_dir_all).and_then(|()| copy(&old, &new, *kind));
        carried.map_err(|error| machine(&old, &error))?;
    }
    Ok(())
}

fn copy(old: &Path, new: &Path, kind: FileType) -> io::Result<()> {
    #[cfg(unix)]
    if kind.is_symlink() {
        return std::os::unix::fs::symlink(fs::read_link(old)?, new);
    }
    if kind.is_dir() {
        return fs::create_dir(new);
    }
    if !kind.is_file() {
        return Err(io::Error::new(io::ErrorKind::InvalidInput, "is no plain file and cannot be kept"));
    }
    // The same file under two names takes no room, but not every file system can do that.
    fs::hard_link(old, new).or_else(|_| fs::copy(old, new).map(drop))
}

/// Gives the new folder, and those in it that hold something foreign, the permissions of the old ones.
fn dress(old: &Path, new: &Path, strangers: &[Entry]) -> io::Result<()> {
    let folders: BTreeSet<&Path> = strangers.iter().flat_map(Entry::folders).chain([Path::new("")]).collect();
    // The inner ones first: an outer one may let nobody in.
    for folder in folders.into_iter().rev() {
        let dressed = new.join(folder);
        if let Some(found) = fs::metadata(old.join(folder)).ok().filter(|_| dressed.is_dir()) {
            fs::set_permissions(&dressed, found.permissions()).map_err(|error| machine(&dressed, &error))?;
        }
    }
    Ok(())
}

/// Gives the new folder the old one's name: in one step where the system can, else in two, the first of which is taken
/// back if the second fails.
fn exchange(new: &Path, place: &Path, outdated: &Path) -> io::Result<()> {
    if !place.exists() {
        return fs::rename(new, place).map_err(|error| machine(place, &error));
    }
    if swapped(new, place) {
        return Ok(());
    }
    let renamed = fs::rename(place, outdated).and_then(|()| {
        fs::rename(new, place).inspect_err(|_| {
            // The first error is the one to report.
            let _ = fs::rename(outdated, place);
        })
    });
    renamed.map_err(|error| match error.kind() {
        kind @ (io::ErrorKind::ResourceBusy | io::ErrorKind::CrossesDevices) => {
            let hint = "a folder where a disk is mounted cannot be replaced; name one below it";
            io::Error::new(kind, format!("{}; {hint}", named(place, &error)))
        }
        _ => machine(place, &error),
    })
}

#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn swapped(a: &Path, b: &Path) -> bool {
    use rustix::fs::{CWD, RenameFlags, renameat_with};
    renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE).is_ok()
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn swapped(_: &Path, _: &Path) -> bool {
    false
}

/// An error of the machine about a path that may not be there: that is no mistake of who named it.
fn machine(path: &Path, error: &io::Error) -> io::Error {
    let kind = match error.kind() {
        io::ErrorKind::NotFound => io::ErrorKind::Other,
        kind => kind,
    };
    io::Error::new(kind, named(path, error).to_string())
}

#[cfg(test)]
mod tests;
