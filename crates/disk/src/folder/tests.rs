//! What becomes of an output folder, whatever goes wrong.

use super::*;
use crate::tests::Scratch;

const OLD: &[(&str, &[u8])] = &[("index.html", b"old"), ("own/a.js", b"old")];
const NEW: &[(&str, &[u8])] = &[("index.html", b"new"), ("data/b.json", b"new")];

const TODAY: Lasting<'_> = Lasting { within: &["widget/", "media/"], today: 20_000 };

fn replace(folder: &Path, files: &[(&'static str, &'static [u8])], foreign: Foreign) -> io::Result<()> {
    replace_folder(folder, files.iter().copied(), foreign, TODAY)
}

/// Every file below a folder and what it holds, but for the list.
fn texts_in(folder: &Path) -> Vec<(String, String)> {
    let found = held(folder).expect("a folder");
    let found: Vec<_> = found.into_iter().filter(Entry::is_file).map(|entry| entry.path).collect();
    let read = |path: &PathBuf| fs::read_to_string(folder.join(path)).expect("a file");
    found.iter().filter(|path| *path != Path::new(LIST)).map(|path| (shown(path), read(path))).collect()
}

fn texts(files: &[(&str, &str)]) -> Vec<(String, String)> {
    files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect()
}

/// Nothing stands beside the folders that are named.
fn assert_tidy(scratch: &Path, expected: &[&str]) {
    let mut names: Vec<_> = fs::read_dir(scratch).expect("listed").flatten().map(|entry| entry.file_name()).collect();
    names.sort();
    assert_eq!(names, expected);
}

#[test]
fn a_new_folder_is_made_with_those_above_it() {
    let scratch = Scratch::new("folder-new");
    let folder = scratch.0.join("a/b");
    replace(&folder, OLD, Foreign::Refused).expect("written");
    assert_eq!(texts_in(&folder), texts(&[("index.html", "old"), ("own/a.js", "old")]));
    assert_tidy(&scratch.0.join("a"), &["b"]);
}

#[test]
fn what_was_written_before_is_replaced_and_nothing_of_it_is_left() {
    let scratch = Scratch::new("folder-again");
    let folder = scratch.0.join("out");
    fs::create_dir(&folder).expect("an empty folder is nobody's");
    replace(&folder, OLD, Foreign::Refused).expect("written");
    replace(&folder, NEW, Foreign::Refused).expect("replaced");
    assert_eq!(texts_in(&folder), texts(&[("data/b.json", "new"), ("index.html", "new")]));
    assert_tidy(&scratch.0, &["out"]);
}

#[test]
fn a_folder_with_foreign_files_is_refused_and_they_are_named() {
    let scratch = Scratch::new("folder-foreign");
    let folder = scratch.0.join("out");
    replace(&folder, OLD, Foreign::Refused).expect("written");
    for name in ["notes.txt", "a.txt", "own/mine.js", "z.txt"] {
        fs::write(folder.join(name), "mine").expect("written");
    }
    let before = texts_in(&folder);
    let error = replace(&folder, NEW, Foreign::Refused).expect_err("refused");
    assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
    assert!(error.to_string().contains("(a.txt, notes.txt, own/mine.js, 1 more)"), "{error}");
    assert_eq!(texts_in(&folder), before);
    assert_tidy(&scratch.0, &["out"]);
}

#[test]
fn foreign_files_are_kept_if_asked_for_but_not_in_the_way_of_a_new_one() {
    let scratch = Scratch::new("folder-kept");
    let folder = scratch.0.join("out");
    fs::create_dir_all(folder.join("pictures")).expect("a folder");
    for name in ["index.html", "pictures/a.jpg"] {
        fs::write(folder.join(name), "mine").expect("written");
    }
    replace(&folder, NEW, Foreign::Kept).expect("written");
    let expected = texts(&[("data/b.json", "new"), ("index.html", "new"), ("pictures/a.jpg", "mine")]);
    assert_eq!(texts_in(&folder), expected);
    let error = replace(&folder, NEW, Foreign::Refused).expect_err("still foreign");
    assert!(error.to_string().contains("(pictures/a.jpg)"), "{error}");
}

#[test]
fn what_pages_of_earlier_builds_name_stays_for_a_while() {
    let scratch = Scratch::new("folder-lasting");
    let folder = scratch.0.join("out");
    let build = |story: &str, today: i64, foreign: Foreign| {
        let widget = format!("widget/{story}/w.js");
        let picture = format!("media/{story}.jpg");
        let files = [("index.html", story), (widget.as_str(), story), (picture.as_str(), story)];
        let files = files.map(|(path, text)| (path, text.as_bytes()));
        replace_folder(&folder, files, foreign, Lasting { today, ..TODAY })
    };
    let stays = |story: &str| {
        let widget = folder.join("widget").join(story).join("w.js").is_file();
        assert_eq!(folder.join(format!("media/{story}.jpg")).is_file(), widget);
        widget
    };
    for story in ["a", "b", "c"] {
        build(story, 100, Foreign::Refused).expect("written");
    }
    assert_eq!(["a", "b", "c"].map(stays), [true; 3]);
    assert_eq!(fs::read(folder.join("index.html")).expect("read"), b"c", "what keeps its name is replaced");
    fs::write(folder.join("widget/own.js"), "mine").expect("written");
    let error = build("d", 101, Foreign::Refused).expect_err("a foreign file").to_string();
    assert!(error.contains("(widget/own.js)"), "{error}");
    assert_eq!(["a", "b", "c"].map(stays), [true; 3]);
    build("d", 101, Foreign::Kept).expect("written");
    assert!(folder.join("widget/own.js").is_file() && ["a", "b", "c", "d"].map(stays) == [true; 4]);
    fs::remove_file(folder.join("widget/own.js")).expect("removed");
    for at in 0..10 {
        build(&at.to_string(), 200, Foreign::Refused).expect("ours are no foreign files, however old");
    }
    assert_eq!(["a", "b", "c", "d", "0", "9"].map(stays), [false, false, false, true, true, true]);
}

#[test]
fn where_the_list_is_gone_nothing_else_is() {
    let scratch = Scratch::new("folder-no-list");
    let folder = scratch.0.join("out");
    for name in ["widget/a", "widget/b"] {
        replace(&folder, &[("index.html", b"old"), (name, b"old")], Foreign::Refused).expect("written");
    }
    fs::remove_file(folder.join(LIST)).expect("removed");
    let before = texts_in(&folder);
    replace(&folder, NEW, Foreign::Refused).expect_err("nobody knows whose they are");
    assert_eq!(texts_in(&folder), before);
    replace(&folder, NEW, Foreign::Kept).expect("written");
    assert!(folder.join("widget/a").is_file() && folder.join("widget/b").is_file());
}

#[test]
fn what_a_run_that_was_stopped_has_left_is_in_nobodys_way() {
    let scratch = Scratch::new("folder-stopped");
    let folder = scratch.0.join("out");
    replace(&folder, OLD, Foreign::Refused).expect("written");
    for left in [hidden(&folder, 0, "part"), hidden(&folder, 1, "old")] {
        let left = left.expect("a name");
        fs::create_dir(&left).expect("a folder");
        fs::write(left.join("half"), "a file").expect("written");
    }
    replace(&folder, NEW, Foreign::Refused).expect("replaced");
    assert_eq!(texts_in(&folder), texts(&[("data/b.json", "new"), ("index.html", "new")]));
}

#[test]
fn empty_folders_are_in_nobodys_way_and_stay() {
    let scratch = Scratch::new("folder-empty");
    let folder = scratch.0.join("out");
    // What git leaves of a repository that it has tidied, and does not know without.
    let [refs, objects] = [".git/refs/heads", ".git/objects/info"].map(|path| folder.join(path));
    for empty in [&refs, &objects] {
        fs::create_dir_all(empty).expect("a folder");
    }
    replace(&folder, OLD, Foreign::Refused).expect("written");
    assert!(refs.is_dir() && objects.is_dir());
    fs::write(folder.join(".git/HEAD"), "mine").expect("written");
    replace(&folder, NEW, Foreign::Kept).expect("replaced");
    assert!(refs.is_dir() && objects.is_dir());
    assert!(!folder.join("own").exists(), "what was ours alone goes");
    let error = replace(&folder, NEW, Foreign::Refused).expect_err("a foreign file");
    assert!(error.to_string().contains("(.git/HEAD)"), "{error}");
}

#[cfg(unix)]
#[test]
fn links_stay_links() {
    let scratch = Scratch::new("folder-links");
    let (real, link) = (scratch.0.join("real"), scratch.0.join("link"));
    replace(&real, OLD, Foreign::Refused).expect("written");
    std::os::unix::fs::symlink(&real, &link).expect("a link");
    std::os::unix::fs::symlink("/nowhere", real.join("dangling")).expect("a link");
    replace(&link, NEW, Foreign::Kept).expect("replaced");
    assert!(fs::symlink_metadata(&link).expect("there").is_symlink());
    assert_eq!(fs::read_link(real.join("dangling")).expect("a link"), Path::new("/nowhere"));
    assert_eq!(fs::read(real.join("index.html")).expect("read"), b"new");
}

#[cfg(unix)]
#[test]
fn the_folder_and_foreign_ones_in_it_keep_their_permissions() {
    use std::os::unix::fs::PermissionsExt as _;
    let scratch = Scratch::new("folder-mode");
    let folder = scratch.0.join("out");
    let modes = [(folder.clone(), 0o2750), (folder.join("drafts"), 0o500), (folder.join("drafts/empty"), 0o700)];
    fs::create_dir_all(folder.join("drafts/empty")).expect("a folder");
    fs::write(folder.join("drafts/a.txt"), "mine").expect("written");
    for (path, mode) in &modes {
        fs::set_permissions(path, fs::Permissions::from_mode(*mode)).expect("set");
    }
    replace(&folder, NEW, Foreign::Kept).expect("replaced");
    let mode = |path: &Path| fs::metadata(path).expect("there").permissions().mode() & 0o7777;
    let kept = modes.each_ref().map(|(path, _)| (path.clone(), mode(path)));
    // So that the scratch folder can be removed.
    fs::set_permissions(folder.join("drafts"), fs::Permissions::from_mode(0o700)).expect("set");
    assert_eq!(kept, modes);
}

#[test]
fn a_file_in_the_place_of_the_folder_stays() {
    let scratch = Scratch::new("folder-file");
    let folder = scratch.0.join("out");
    fs::write(&folder, "mine").expect("written");
    let error = replace(&folder, NEW, Foreign::Kept).expect_err("no folder");
    assert_eq!(error.kind(), io::ErrorKind::InvalidInput);
    assert_eq!(fs::read_to_string(&folder).expect("still there"), "mine");
}

#[test]
fn where_a_file_cannot_be_written_the_old_folder_stays_whole() {
    let scratch = Scratch::new("folder-fails");
    let folder = scratch.0.join("out");
    replace(&folder, OLD, Foreign::Refused).expect("written");
    // A file cannot be a folder as well.
    let error = replace(&folder, &[("a", b"1"), ("a/b", b"2")], Foreign::Refused).expect_err("impossible");
    assert!(error.to_string().contains("a/b") || error.to_string().contains("/a"), "{error}");
    assert_eq!(texts_in(&folder), texts(&[("index.html", "old"), ("own/a.js", "old")]));
    assert_tidy(&scratch.0, &["out"]);
}

#[test]
fn where_nothing_can_be_written_the_folder_asked_for_is_named_and_the_one_above() {
    let denied = io::Error::from(io::ErrorKind::PermissionDenied);
    for (folder, grows, expected) in [
        ("www/site", "www/.site.1.part", "www/site: nothing can be written into www: permission denied"),
        ("site", ".site.1.part", "site: nothing can be written into .: permission denied"),
    ] {
        let error = unmakeable(Path::new(folder), Path::new(grows), &denied);
        assert_eq!((error.kind(), error.to_string()), (denied.kind(), expected.to_owned()));
    }
}

/// A file system of its own; `None` where this process may not mount one.
#[cfg(target_os = "linux")]
struct Mount(PathBuf);

#[cfg(target_os = "linux")]
impl Mount {
    fn new(path: &Path, options: &str) -> Option<Self> {
        fs::create_dir_all(path).expect("a folder");
        let mut mount = process::Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", options, "on-record-test"]).arg(path);
        let done = mount.stderr(process::Stdio::null()).status();
        done.is_ok_and(|status| status.success()).then(|| Self(path.to_owned()))
    }

    fn remount(&self, options: &str) -> bool {
        let mut mount = process::Command::new("mount");
        mount.args(["-o", &format!("remount,{options}")]).arg(&self.0).status().is_ok_and(|status| status.success())
    }
}

#[cfg(target_os = "linux")]
impl Drop for Mount {
    fn drop(&mut self) {
        let _ = process::Command::new("umount").arg(&self.0).status();
    }
}

#[cfg(target_os = "linux")]
#[test]
fn where_a_disk_is_mounted_another_folder_is_asked_for() {
    let scratch = Scratch::new("folder-mounted");
    let Some(disk) = Mount::new(&scratch.0.join("disk"), "size=64k") else {
        eprintln!("skipped: this user may not mount a small disk");
        return;
    };
    let error = replace(&disk.0, NEW, Foreign::Refused).expect_err("it cannot be renamed");
    assert!(error.to_string().contains("name one below it"), "{error}");
    assert_tidy(&scratch.0, &["disk"]);
    replace(&disk.0.join("below"), NEW, Foreign::Refused).expect("written");
}

#[cfg(target_os = "linux")]
#[test]
fn on_a_full_or_read_only_disk_the_old_folder_stays_whole() {
    let scratch = Scratch::new("folder-full");
    let Some(disk) = Mount::new(&scratch.0.join("disk"), "size=64k") else {
        eprintln!("skipped: this user may not mount a small disk");
        return;
    };
    let folder = disk.0.join("out");
    replace(&folder, OLD, Foreign::Refused).expect("written");
    let large = vec![7; 128 * 1024];
    let error = replace_folder(&folder, [("large", large.as_slice())], Foreign::Refused, TODAY).expect_err("full");
    assert_eq!(error.kind(), io::ErrorKind::StorageFull, "{error}");
    assert!(disk.remount("ro"));
    let error = replace(&folder, NEW, Foreign::Refused).expect_err("read-only").to_string();
    assert!(error.contains("out: nothing can be written into") && !error.contains(".part"), "{error}");
    assert_eq!(texts_in(&folder), texts(&[("index.html", "old"), ("own/a.js", "old")]));
    assert_tidy(&disk.0, &["out"]);
}
