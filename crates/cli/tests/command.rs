//! The command as scripts see it: what it prints where, and how it ends.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

use std::io::Read as _;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

const SOUND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../compile/fixtures/sound.toml");

fn on_record() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_on-record"));
    command.env_remove("NO_COLOR");
    command
}

/// The exit code, the standard output and the standard error of a call.
fn run(args: &[&str]) -> (i32, String, String) {
    let Output { status, stdout, stderr } = on_record().args(args).output().expect("started");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (status.code().expect("a code"), text(stdout), text(stderr))
}

/// A file of its own for one test, removed at the end.
struct Scratch(PathBuf);

impl Scratch {
    fn new(name: &str, text: &str) -> Self {
        let path = std::env::temp_dir().join(format!("on-record-cli-{}-{name}", std::process::id()));
        std::fs::write(&path, text).expect("written");
        Self(path)
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn a_sound_story_is_fine() {
    let (code, out, err) = run(&["check", SOUND]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert_eq!(
        out,
        "harbour-bridge: 2 events, 1 quote, 2 people, 2 sources. No errors. \
                Its quotes are not checked against their sources.\n"
    );
}

#[test]
fn errors_go_to_standard_error_with_place_marker_and_hint() {
    let story = Scratch::new("errors.toml", "[story]\nid = \"a\"\ntitel = \"A\"\n");
    let (code, out, err) = run(&["check", story.path()]);
    assert_eq!((code, out.as_str()), (1, ""));
    let lines: Vec<_> = err.lines().map(|line| line.replace(story.path(), "s.toml")).collect();
    let expected = [
        "s.toml:1:1: error[missing-field]: the story needs `language`",
        "  |",
        "1 | [story]",
        "  | ^^^^^^^",
        "  hint: name the story's own language, for instance \"en\"",
        "s.toml:3:1: error[unknown-field]: the story has no field `titel`",
        "  |",
        "3 | titel = \"A\"",
        "  | ^^^^^",
        "  hint: did you mean `title`?",
        "2 errors",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn machines_read_json_from_standard_output() {
    let story = Scratch::new("json.toml", "[story]\nid = \"a\"\ntitle = \"A\"\n");
    let (code, out, err) = run(&["check", story.path(), "--format", "json"]);
    assert_eq!((code, err.as_str()), (1, ""));
    assert!(out.starts_with("[\n") && out.contains("\"code\": \"missing-field\""), "{out}");
    assert_eq!(run(&["check", SOUND, "--format", "json"]), (0, "[]\n".to_owned(), String::new()));
}

#[test]
fn export_prints_the_canonical_json() {
    let (code, out, err) = run(&["export", SOUND, "--format", "json"]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("{\n  \"format\": \"on-record/1\",\n"), "{out}");
}

#[test]
fn every_form_is_printed_and_what_it_leaves_out_is_told() {
    let left_out = "1 event is left out, because a calendar has no way to tell when without saying too much";
    let no_era = "1 era is left out, because TimelineJS shows no era without both ends";
    let calendar = format!("on-record: {left_out}: opening-planned\n");
    let slides = format!("on-record: {no_era}: bridge-years\n");
    let cases = [
        ("csv", "\u{FEFF}kind,id,when,", ""),
        ("ics", "BEGIN:VCALENDAR\r\n", calendar.as_str()),
        ("jsonld", "{\"@context\":\"https://schema.org\"", ""),
        ("timelinejs", "{\n  \"scale\": \"human\"", slides.as_str()),
        ("atom", "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed ", ""),
    ];
    for (format, start, told) in cases {
        let (code, out, err) = run(&["export", SOUND, "--format", format]);
        assert_eq!((code, err.as_str()), (0, told), "{format}");
        assert!(out.starts_with(start), "{out}");
        assert!(!out.contains("#or_") || format == "jsonld", "no address is invented: {out}");
        let (_, at_home, _) = run(&["export", SOUND, "--format", format, "--url", "https://news.example/bridge"]);
        let link = "https://news.example/bridge/#or_event-opening";
        assert!(at_home.replace("\r\n ", "").contains(link), "{format} leads back: {at_home}");
    }
}

#[test]
fn import_writes_a_story_that_check_takes_and_overwrites_none() {
    let deck = r#"{ "events": [{ "start_date": { "year": 2024 }, "text": { "headline": "It opens" } }, {}] }"#;
    let deck = Scratch::new("deck.json", deck);
    let out = Scratch::new("deck.toml", "");
    std::fs::remove_file(&out.0).expect("not there yet");
    let args = ["import", "timelinejs", deck.path(), "--out", out.path(), "--language", "de"];
    let (code, told, err) = run(&args);
    assert_eq!((code, err.as_str()), (0, "on-record: slide 2, “slide 2”, has no date and is left out\n"));
    let path = out.path();
    assert_eq!(told, format!("{path} is written: 1 event. `on-record check {path}` says what is left to do (1).\n"));
    let (code, _, err) = run(&["check", path]);
    assert!(code == 0 && err.contains("no source reports this event"), "{err}");
    let written = std::fs::read(&out.0).expect("written");
    let (code, _, err) = run(&args);
    assert!(code == 2 && err.contains("there is something already"), "{err}");
    assert_eq!(std::fs::read(&out.0).expect("still there"), written);
}

#[test]
fn what_cannot_be_imported_says_where_and_writes_nothing() {
    let deck = Scratch::new("bad.json", r#"{ "events": [{ "start_date": { "year": "soon" } }] }"#);
    let out = Scratch::new("bad.toml", "");
    std::fs::remove_file(&out.0).expect("not there yet");
    let (code, told, err) = run(&["import", "timelinejs", deck.path(), "--out", out.path()]);
    assert_eq!((code, told.as_str()), (1, ""));
    assert_eq!(err, format!("on-record: {}: slide 1: `soon` is no year\n", deck.path()));
    let sound = Scratch::new("sound.json", r#"{ "events": [] }"#);
    let (code, _, err) = run(&["import", "timelinejs", sound.path(), "--out", out.path(), "--language", "German"]);
    assert!(code == 1 && err.contains("`German` is not a language tag"), "{err}");
    assert!(!out.0.exists());
    assert_eq!(run(&["import", "timelinejs", "nowhere.json", "--out", out.path()]).0, 2);
}

#[test]
fn an_address_that_is_none_is_wrong_usage_with_a_way_out() {
    let (code, out, err) = run(&["export", SOUND, "--format", "atom", "--url", "news.example/bridge"]);
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.contains("`news.example/bridge` is no absolute address; write it whole"), "{err}");
}

#[test]
fn compile_writes_a_bundle_and_nothing_for_a_story_with_errors() {
    let target = Scratch::new("bundle.orb", "");
    assert_eq!(run(&["compile", SOUND, "--out", target.path()]), (0, String::new(), String::new()));
    let written = std::fs::read(&target.0).expect("written");
    assert!(written.len() > 100);
    let story = Scratch::new("broken.toml", "[story]\n");
    assert_eq!(run(&["compile", story.path(), "--out", target.path()]).0, 1);
    assert_eq!(std::fs::read(&target.0).expect("still there"), written);
}

/// A story in a folder of its own, with a source `s` and a quote of it.
struct Quoted(PathBuf);

impl Quoted {
    fn new(name: &str, quote: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("on-record-cli-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).expect("a folder");
        let quoted = Self(folder);
        let story = format!(
            "story = {{ id = \"a\", title = \"A\", language = \"en\" }}\npeople = [{{ id = \"k\", name = \"K\" }}]\n\
             sources = [{{ id = \"s\", title = \"S\" }}]\n\
             quotes = [{{ id = \"q\", text = \"{quote}\", speaker = \"k\", source = \"s\" }}]\n"
        );
        quoted.write("story.toml", &story);
        quoted
    }

    fn write(&self, name: &str, text: &str) {
        let path = self.0.join(name);
        std::fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        std::fs::write(path, text).expect("written");
    }

    fn path(&self) -> &str {
        self.0.to_str().expect("UTF-8")
    }

    fn lock(&self) -> Option<String> {
        std::fs::read_to_string(self.0.join("verified.lock")).ok()
    }

    /// What `verify` says, with the folder left out, and how it ends.
    fn verified(&self) -> (i32, String, String) {
        let (code, out, err) = run(&["verify", self.path()]);
        let bare = |text: String| text.replace(self.path(), "story");
        (code, bare(out), bare(err))
    }
}

impl Drop for Quoted {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

#[test]
fn verify_writes_the_lock_and_says_what_it_found() {
    let story = Quoted::new("verify", "he is my dearest [...] brother in arms");
    story.write("archive/s.txt", "“He is, he is my dearest friend and brother in arms.”");
    let expected = "1 quote\n  1 shortened by marks\nstory/verified.lock is ";
    let left_out = "quote `q` leaves out “friend and”\n";
    assert_eq!(story.verified(), (0, format!("{expected}written.\n"), left_out.to_owned()));
    let lock = story.lock().expect("a lock");
    assert!(lock.lines().any(|line| line.starts_with("q elided s 10..53 ")), "{lock}");
    assert_eq!(story.verified(), (0, format!("{expected}as it was.\n"), left_out.to_owned()));
    let (code, _, err) = run(&["check", story.path()]);
    assert_eq!((code, err.as_str()), (0, left_out), "whoever checks or builds the story is told so too");
    std::fs::remove_dir_all(story.0.join("archive")).expect("removed");
    let (code, _, err) = run(&["check", story.path()]);
    assert_eq!((code, err.as_str()), (0, ""), "the lock is trusted where there is no archive");
}

#[test]
fn verify_tells_a_joined_quote_and_who_says_it_between_its_parts() {
    let story = Quoted::new("joined", "What a ride. We see a capsule.");
    story.write("archive/s.txt", "“What a ride,” said Kim. “We see a capsule.”");
    let text = std::fs::read_to_string(story.0.join("story.toml")).expect("the story");
    story.write("story.toml", &text.replace("\"K\"", "\"Kim\""));
    let (code, out, err) = story.verified();
    assert_eq!((code, err.as_str()), (0, "quote `q` leaves out “said Kim.”\n"));
    assert!(out.starts_with("1 quote\n  1 "), "{out}");
}

#[test]
fn verify_leaves_every_file_alone_where_a_quote_does_not_stand() {
    let story = Quoted::new("tampered", "dearest comrades");
    story.write("archive/s.txt", "his dearest comrade");
    story.write("verified.lock", "# old\n");
    let before = std::fs::read(story.0.join("story.toml")).expect("the story");
    let (code, out, err) = story.verified();
    assert_eq!((code, out.as_str()), (1, "story/verified.lock is left as it was.\n"));
    assert!(err.starts_with("story/story.toml:4:39: error[not-in-source]: "), "{err}");
    assert!(
        err.contains("note: story/archive/s.txt:1:5: the nearest passage: “dearest [-comrades-]{+comrade+}”"),
        "{err}"
    );
    assert_eq!(story.lock().as_deref(), Some("# old\n"));
    assert_eq!(std::fs::read(story.0.join("story.toml")).expect("the story"), before);
}

#[test]
fn verify_takes_an_archive_from_elsewhere_and_says_where_there_is_none() {
    let story = Quoted::new("elsewhere", "dearest comrade");
    let (code, out, err) = story.verified();
    assert_eq!((code, out.as_str()), (2, ""));
    assert!(err.starts_with("on-record: story/archive: there is no such folder"), "{err}");
    story.write("texts/s.txt", "his dearest comrade");
    let texts = story.0.join("texts");
    let (code, out, err) = run(&["verify", story.path(), "--archive", texts.to_str().expect("UTF-8")]);
    assert_eq!((code, err.as_str()), (0, ""));
    assert!(out.starts_with("1 quote\n  1 word for word\n"), "{out}");
    assert_eq!(run(&["check", story.path()]).0, 0);
}

#[test]
fn dates_are_explained_or_refused_with_their_column() {
    let (code, out, err) = run(&["date", "2024-06~", "-0043-03-15"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let expected = "\
2024-06~
  meaning    about June 2024
  precision  month
  earliest   2024-06-01
  latest     2024-06-30
  qualifier  approximate
-0043-03-15
  meaning    15 March 44 BCE
  precision  day
  earliest   -0043-03-15
  latest     -0043-03-15
  qualifier  none
";
    assert_eq!(out, expected);
    let (_, season, _) = run(&["date", "2023-24"]);
    assert!(season.contains("winter 2023") && season.ends_with("  or meant   2023/2024\n"), "{season}");
    let (code, out, err) = run(&["date", "2024-06-31", "2024"]);
    assert_eq!(code, 1);
    assert!(out.starts_with("2024\n"), "{out}");
    assert!(
        err.starts_with("date:1:9: error[invalid-date]: June 2024 has 30 days\n  |\n1 | 2024-06-31\n  |         ^^\n"),
        "{err}"
    );
}

#[test]
fn the_exit_code_tells_wrong_usage_from_a_failing_machine() {
    let cases: &[(&[&str], i32)] = &[
        (&[], 2),
        (&["chek", SOUND], 2),
        (&["date"], 2),
        (&["export", SOUND], 2),
        (&["export", SOUND, "--format", "yaml"], 2),
        (&["check", "no/such/story"], 2),
        (&["compile", SOUND, "--out", concat!(env!("CARGO_MANIFEST_DIR"), "/src")], 3),
        (&["--version"], 0),
        (&["--help"], 0),
    ];
    for (args, code) in cases {
        assert_eq!(run(args).0, *code, "{args:?}");
    }
    let (_, _, err) = run(&["check", "no/such/story"]);
    assert!(err.starts_with("on-record: no/such/story: "), "{err}");
}

#[test]
fn a_closed_pipe_is_no_reason_to_panic() {
    let mut child = on_record()
        .args(["export", SOUND, "--format", "json"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("started");
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().expect("standard error").read_to_string(&mut err).expect("read");
    assert_eq!((child.wait().expect("ended").code(), err.as_str()), (Some(0), ""));
}

/// The exit code of a command nobody reads a word of.
fn unread(args: &[&str]) -> Option<i32> {
    let closed = || std::io::pipe().expect("a pipe").1;
    on_record().args(args).stdout(closed()).stderr(closed()).status().expect("started").code()
}

#[test]
fn what_a_command_does_and_how_it_ends_is_the_same_where_nobody_reads_it() {
    let broken = Scratch::new("unread-broken.toml", "[story]\n");
    assert_eq!(unread(&["check", broken.path()]), Some(1));
    assert_eq!(unread(&["check", broken.path(), "--format", "json"]), Some(1));
    // A doubt is told before the bundle is written.
    let story = "story = { id = \"a\", title = \"A\", language = \"en\" }\nevents = [{ id = \"e\", title = \"E\", date = \"2024\" }]";
    let doubtful = Scratch::new("unread-doubtful.toml", story);
    assert_eq!(run(&["check", doubtful.path()]).2.matches("1 warning").count(), 1);
    let bundle = Scratch::new("unread.orb", "");
    assert_eq!(unread(&["compile", doubtful.path(), "--out", bundle.path()]), Some(0));
    assert!(std::fs::metadata(bundle.path()).expect("there").len() > 100);
}

#[test]
fn there_is_no_colour_in_a_pipe() {
    let story = Scratch::new("colour.toml", "[story]\n");
    let (_, _, err) = run(&["check", story.path()]);
    assert!(!err.is_empty() && !err.contains('\x1b'));
}
