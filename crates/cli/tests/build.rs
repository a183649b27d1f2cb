//! `on-record build` as an editor meets it: what is written, and what happens to it when something is wrong.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

use std::collections::BTreeMap;
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
        let mut command = Command::new(env!("CARGO_BIN_EXE_on-record"));
        let Output { status, stdout, stderr } =
            command.args(args).env("ON_RECORD_WIDGET", widget).output().expect("started");
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
    assert!(first.contains_key(&Path::new(&scratch.out()).join("index.html")));
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
