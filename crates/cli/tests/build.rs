//! `on-record build` as an editor meets it: what is written, and what happens to it when something is wrong.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

mod scratch;

use scratch::Scratch;

const SOUND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../compile/fixtures/sound.toml");

impl Scratch {
    fn out(&self) -> String {
        self.0.join("out").to_str().expect("UTF-8").to_owned()
    }

    /// The exit code, the standard output and the standard error of a build into `out`.
    fn build(&self, story: &str, more: &[&str]) -> (i32, String, String) {
        let out = self.out();
        let args = [&["build", story, "--out", &out], more].concat();
        self.run(&self.0.join("build"), &args)
    }

    fn run(&self, widget: &Path, args: &[&str]) -> (i32, String, String) {
        self.run_with(widget, args, &[])
    }

    fn run_with(&self, widget: &Path, args: &[&str], variables: &[(&str, &str)]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_on-record"));
        command.args(args).env("ON_RECORD_WIDGET", widget).envs(variables.iter().copied());
        let Output { status, stdout, stderr } = command.output().expect("started");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (status.code().expect("a code"), text(stdout), text(stderr))
    }

    /// Every file below `out`.
    fn built(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect(Path::new(&self.out()), &mut files);
        files
    }
}

fn collect(folder: &Path, files: &mut BTreeMap<PathBuf, Vec<u8>>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            files.insert(path.clone(), fs::read(&path).expect("read"));
        }
    }
}

#[test]
fn a_sound_story_becomes_a_folder_the_same_each_time() {
    let scratch = Scratch::new("sound");
    let (code, out, err) = scratch.build(SOUND, &[]);
    assert_eq!((code, err.as_str()), (0, ""));
    let first = scratch.built();
    assert_eq!(out, format!("{0}: {1} files. Open {0}/offline.html in a browser.\n", scratch.out(), first.len() - 1));
    for name in ["index.html", "card.png"] {
        assert!(first.contains_key(&Path::new(&scratch.out()).join(name)), "{name}");
    }
    assert_eq!(scratch.build(SOUND, &[]).0, 0);
    assert_eq!(scratch.built(), first);
}

#[test]
fn a_story_with_errors_keeps_what_was_built_before() {
    let scratch = Scratch::new("errors");
    assert_eq!(scratch.build(SOUND, &[]).0, 0);
    let before = scratch.built();
    let broken = scratch.0.join("broken.toml");
    fs::write(&broken, "[story]\nid = \"a\"\n").expect("written");
    let (code, out, err) = scratch.build(broken.to_str().expect("UTF-8"), &[]);
    assert_eq!((code, out.as_str()), (1, ""));
    assert!(err.contains("broken.toml:1:1: error[missing-field]"), "{err}");
    assert_eq!(scratch.built(), before);
    let (code, _, err) = scratch.build("nowhere.toml", &[]);
    assert_eq!(code, 2, "{err}");
    assert_eq!(scratch.built(), before);
}

#[test]
fn files_of_others_are_refused_and_with_force_kept() {
    let scratch = Scratch::new("foreign");
    let own = Path::new(&scratch.out()).join("notes.txt");
    fs::create_dir_all(scratch.out()).expect("a folder");
    fs::write(&own, "mine").expect("written");
    let (code, out, err) = scratch.build(SOUND, &[]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("notes.txt") && err.contains("--force"), "{err}");
    assert_eq!(scratch.built().len(), 1);
    assert_eq!(scratch.build(SOUND, &["--force"]).0, 0);
    assert_eq!(fs::read(&own).expect("still there"), b"mine");
    assert!(scratch.built().len() > 10);
}

#[test]
fn a_story_is_not_written_over_its_own_tables() {
    let scratch = Scratch::new("own");
    let table = Path::new(&scratch.out()).join("story.csv");
    fs::create_dir_all(scratch.out()).expect("a folder");
    fs::write(&table, "id,title,language\nbridge,The bridge,en\n").expect("written");
    let before = scratch.built();
    let (code, out, err) = scratch.build(&[&scratch.out(), "/."].concat(), &["--force"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("the folder of the story itself"), "{err}");
    assert_eq!(scratch.built(), before);
}

#[test]
fn an_address_is_put_into_the_pages_and_a_bad_one_is_refused() {
    let scratch = Scratch::new("url");
    let (code, _, err) = scratch.build(SOUND, &["--url", "example.org"]);
    assert_eq!(code, 2);
    assert!(err.contains("https://example.org/story/"), "{err}");
    assert!(scratch.built().is_empty());
    assert_eq!(scratch.build(SOUND, &["--url", "https://example.org/a"]).0, 0);
    let index = fs::read_to_string(Path::new(&scratch.out()).join("index.html")).expect("read");
    assert!(index.contains("<link rel=\"canonical\" href=\"https://example.org/a/\">"));
}

#[test]
fn pages_offer_what_is_new_where_the_command_says_so() {
    let scratch = Scratch::new("live");
    let (code, _, err) = scratch.build(SOUND, &["--live", "5"]);
    assert_eq!(code, 2);
    assert!(err.contains("15"), "{err}");
    for (more, expected) in
        [(&["--live", "--remember"][..], " live=\"60\" remember>"), (&["--live=300"], " live=\"300\">")]
    {
        assert_eq!(scratch.build(SOUND, &[more, &["--force"]].concat()).0, 0);
        let index = fs::read_to_string(Path::new(&scratch.out()).join("index.html")).expect("read");
        assert!(index.contains(expected), "{more:?}");
    }
}

#[test]
fn where_nothing_can_be_written_the_path_is_named() {
    let scratch = Scratch::new("unwritable");
    let file = scratch.0.join("file");
    fs::write(&file, "").expect("written");
    let below = file.join("out");
    let args = ["build", SOUND, "--out", below.to_str().expect("UTF-8")];
    let (code, out, err) = scratch.run(&scratch.0.join("build"), &args);
    assert_eq!((code, out.as_str()), (3, ""));
    assert!(err.contains("/file/out: "), "{err}");
}

#[test]
fn without_a_widget_a_command_says_how_to_get_one() {
    let scratch = Scratch::new("widget");
    let args = ["build", SOUND, "--out", &scratch.out()];
    let widget = scratch.0.join("build");
    fs::remove_file(widget.join("widget/on-record_bg.wasm")).expect("removed");
    let (code, _, err) = scratch.run(&widget, &args);
    assert_eq!(code, 3);
    for part in ["has no widget/on-record_bg.wasm", "`cargo xtask build`", "`cargo install --path crates/cli`"] {
        assert!(err.contains(part), "{part}: {err}");
    }
    fs::create_dir_all(scratch.0.join("empty")).expect("a folder");
    let (code, _, err) = scratch.run(&scratch.0.join("empty"), &args);
    assert_eq!(code, 3);
    assert!(err.contains("without the widget") && err.contains("`cargo xtask build`"), "{err}");
    let (code, _, err) = scratch.run(&scratch.0.join("nowhere"), &args);
    assert_eq!(code, 2, "{err}");
    assert!(err.contains("ON_RECORD_WIDGET"), "{err}");
    assert!(scratch.built().is_empty());
}

/// The sound story under another title, which makes it another bundle; built on a day of 1970 or later.
fn edition(scratch: &Scratch, title: &str, day: u64, more: &[&str]) -> (i32, String, String) {
    let story = scratch.0.join("story.toml");
    let sound = fs::read_to_string(SOUND).expect("read");
    fs::write(&story, sound.replacen("title = \"", &format!("title = \"{title} "), 1)).expect("written");
    for file in fs::read_dir(Path::new(SOUND).parent().expect("a folder")).expect("read").flatten() {
        let copy = scratch.0.join(file.file_name());
        if file.path() != Path::new(SOUND) && !copy.exists() {
            fs::copy(file.path(), copy).expect("copied");
        }
    }
    let out = scratch.out();
    let args = [&["build", story.to_str().expect("UTF-8"), "--out", &out], more].concat();
    let day = (day * 86_400).to_string();
    scratch.run_with(&scratch.0.join("build"), &args, &[("SOURCE_DATE_EPOCH", &day)])
}

/// The paths in the folder of what never changes.
fn lasting(scratch: &Scratch) -> BTreeSet<PathBuf> {
    let widget = Path::new(&scratch.out()).join("widget");
    scratch.built().into_keys().filter(|path| path.starts_with(&widget)).collect()
}

#[test]
fn what_pages_of_earlier_builds_name_stays_for_ten_builds_and_thirty_days() {
    let scratch = Scratch::new("earlier");
    let mut of_build = Vec::new();
    let mut build = |number: u64, day: u64| {
        // Its widget changes with every build, as its story does.
        fs::write(scratch.0.join("build/widget/on-record.js"), number.to_string()).expect("written");
        assert_eq!(edition(&scratch, &number.to_string(), day, &[]).0, 0);
        let named = fs::read_to_string(Path::new(&scratch.out()).join("index.html")).expect("read");
        let story =
            named.split("<on-record src=\"widget/").nth(1).and_then(|rest| rest.split('"').next()).expect("a story");
        of_build.push(Path::new(&scratch.out()).join("widget").join(story));
        lasting(&scratch)
    };
    let mut before = BTreeSet::new();
    for number in 0..11 {
        let now = build(number, 1000);
        assert!(before.is_subset(&now), "build {number} keeps what was there");
        before = now;
    }
    assert!(before.is_subset(&build(11, 1030)), "thirty days ago");
    let now = build(12, 1031);
    let stays: Vec<_> = of_build.iter().map(|story| now.contains(story)).collect();
    assert_eq!(stays, [[false; 2].as_slice(), &[true; 11]].concat(), "twelve builds and 31 days ago");
}

#[test]
fn the_same_story_gives_the_same_folder_on_any_day_whatever_was_built_before() {
    let scratch = Scratch::new("same");
    for day in [0, 1, 400] {
        assert_eq!(edition(&scratch, "One", day, &[]).0, 0);
    }
    let first = scratch.built();
    for (title, day) in [("Two", 401), ("One", 402)] {
        assert_eq!(edition(&scratch, title, day, &[]).0, 0);
    }
    let again = scratch.built();
    let list = Path::new(&scratch.out()).join(".on-record");
    let changed: Vec<_> = first.iter().filter(|(path, bytes)| again.get(*path) != Some(*bytes)).collect();
    assert_eq!(changed.iter().map(|(path, _)| *path).collect::<Vec<_>>(), [&list], "which names the one between");
    let (code, _, err) = scratch.run_with(
        &scratch.0.join("build"),
        &["build", SOUND, "--out", &scratch.out()],
        &[("SOURCE_DATE_EPOCH", "yesterday")],
    );
    assert_eq!(code, 2);
    assert!(err.contains("SOURCE_DATE_EPOCH: `yesterday`"), "{err}");
}

#[test]
fn where_the_hidden_list_is_gone_nothing_that_old_pages_name_is() {
    let scratch = Scratch::new("no-list");
    for title in ["One", "Two"] {
        assert_eq!(edition(&scratch, title, 1, &[]).0, 0);
    }
    let before = lasting(&scratch);
    fs::remove_file(Path::new(&scratch.out()).join(".on-record")).expect("removed");
    assert_eq!(edition(&scratch, "Three", 1, &[]).0, 2, "nobody knows whose they are");
    assert_eq!(lasting(&scratch), before);
    assert_eq!(edition(&scratch, "Three", 1, &["--force"]).0, 0);
    assert!(before.is_subset(&lasting(&scratch)));
}

#[test]
fn what_is_large_lies_packed_beside_itself() {
    let scratch = Scratch::new("packed");
    assert_eq!(scratch.build(SOUND, &[]).0, 0);
    let files = scratch.built();
    let of = |path: &str| files.get(&Path::new(&scratch.out()).join(path)).map(Vec::len);
    for ending in [".br", ".gz"] {
        let packed = of(&["index.html", ending].concat()).expect("packed");
        assert!(Some(packed) < of("index.html"), "{ending}");
        assert_eq!(of(&["icon.svg", ending].concat()), None, "what is small travels as it is");
    }
}
