//! `on-record preview` as an editor and a browser meet it: what is served, and what becomes of it with every save.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

use std::fs;
use std::io::{BufRead, BufReader, Read as _, Write as _};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Output, Stdio};
use std::time::Duration;

mod scratch;

use scratch::Scratch;
use serde_json::Value;

const SOUND: &str = "story = { id = \"s\", title = \"One\", language = \"en\", unverified = \"Made up.\" }\n";
const BROKEN: &str = "story = { id = \"s\", title = \"Thr";

/// Only a failure waits so long.
const PATIENCE: Duration = Duration::from_secs(30);

impl Scratch {
    /// The same with a sound story.
    fn with_story(name: &str) -> Self {
        let scratch = Self::new(name);
        fs::create_dir_all(scratch.story()).expect("a folder");
        scratch.save(SOUND);
        scratch
    }

    fn story(&self) -> PathBuf {
        self.0.join("desk/story")
    }

    fn save(&self, text: &str) {
        fs::write(self.story().join("story.toml"), text).expect("written");
    }

    fn command(&self, story: &Path, more: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_on-record"));
        command.arg("preview").arg(story).args(more).env("ON_RECORD_WIDGET", self.0.join("build"));
        command
    }

    /// The exit code and the standard error of a preview that cannot begin.
    fn refused(&self, story: &Path, more: &[&str]) -> (i32, String) {
        let Output { status, stderr, .. } = self.command(story, more).output().expect("started");
        (status.code().expect("a code"), String::from_utf8(stderr).expect("UTF-8"))
    }
}

/// A running preview; it ends when dropped.
struct Preview {
    child: Child,
    out: BufReader<ChildStdout>,
    port: u16,
}

impl Preview {
    fn of(scratch: &Scratch, story: &Path) -> Self {
        Self::started(scratch, story, &["--port", "0"])
    }

    fn started(scratch: &Scratch, story: &Path, more: &[&str]) -> Self {
        let mut command = scratch.command(story, more);
        let mut child = command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("started");
        let mut out = BufReader::new(child.stdout.take().expect("its standard output is a pipe"));
        let first = line(&mut out);
        let port = first.split(':').nth(2).and_then(|rest| rest.split('/').next()?.parse().ok());
        Self { child, out, port: port.unwrap_or_else(|| panic!("no address in {first}")) }
    }

    fn connection(&self) -> TcpStream {
        let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, self.port)).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a limit");
        stream
    }

    fn ask(&self, method: &str, path: &str) -> TcpStream {
        let mut stream = self.connection();
        let host = format!("127.0.0.1:{}", self.port);
        write!(stream, "{method} {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").expect("asked");
        stream
    }

    /// The head and the body of an answer.
    fn answer(&self, method: &str, path: &str) -> (String, String) {
        let mut bytes = Vec::new();
        self.ask(method, path).read_to_end(&mut bytes).expect("an answer");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").expect("a head");
        (head.to_lowercase(), body.to_owned())
    }

    fn reports(&self) -> Reports {
        Reports(BufReader::new(self.ask("GET", "/preview-events")))
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// What an open page hears.
struct Reports(BufReader<TcpStream>);

impl Reports {
    fn next(&mut self) -> Value {
        loop {
            if let Some(data) = line(&mut self.0).strip_prefix("data: ") {
                return serde_json::from_str(data).expect("JSON");
            }
        }
    }

    /// The first report from now on of which something holds.
    fn wait(&mut self, holds: impl Fn(&Value) -> bool) -> Value {
        loop {
            let report = self.next();
            if holds(&report) {
                return report;
            }
        }
    }
}

fn line(from: &mut impl BufRead) -> String {
    let mut line = String::new();
    let read = from.read_line(&mut line).expect("a line");
    assert!(read > 0, "there is no more");
    line
}

fn is_sound(report: &Value) -> bool {
    report["trouble"]["errors"] == 0
}

fn has_errors(report: &Value) -> bool {
    report["trouble"]["errors"].as_u64() > Some(0)
}

fn is_unread(report: &Value) -> bool {
    report["trouble"]["failure"].is_string()
}

#[test]
fn every_save_is_built_and_told_however_it_is_written() {
    let scratch = Scratch::with_story("saves");
    let preview = Preview::of(&scratch, &scratch.story());
    let mut reports = preview.reports();
    let first = reports.next();
    assert!(preview.answer("GET", "/").1.contains("<title>One</title>"));

    scratch.save(&SOUND.replace("One", "Two"));
    let second = reports.wait(is_sound);
    assert_ne!(second["version"], first["version"]);
    assert!(preview.answer("GET", "/").1.contains("<title>Two</title>"));

    scratch.save(BROKEN);
    let broken = reports.wait(has_errors);
    assert_eq!(broken["version"], second["version"]);
    assert!(broken["trouble"]["diagnostics"][0]["file"].as_str().is_some_and(|file| file.ends_with("/story.toml")));
    assert!(preview.answer("GET", "/").1.contains("<title>Two</title>"), "the last good one");

    let (part, whole) = (scratch.story().join(".story.toml.swp"), scratch.story().join("story.toml"));
    fs::write(&part, SOUND.replace("One", "Three")).expect("written");
    fs::rename(part, whole).expect("renamed");
    let mended = reports.wait(is_sound);
    assert_ne!(mended["version"], second["version"]);
    assert!(preview.answer("GET", "/").1.contains("<title>Three</title>"));
}

#[test]
fn a_folder_that_goes_and_comes_back_is_followed_again() {
    let scratch = Scratch::with_story("vanishes");
    let preview = Preview::of(&scratch, &scratch.story());
    let mut reports = preview.reports();
    let first = reports.next();
    let elsewhere = scratch.0.join("elsewhere");

    fs::rename(scratch.story(), &elsewhere).expect("moved");
    assert_eq!(reports.wait(is_unread)["version"], first["version"]);
    fs::rename(&elsewhere, scratch.story()).expect("moved back");
    assert_eq!(reports.wait(is_sound), first, "nothing to load again");

    fs::remove_dir_all(scratch.0.join("desk")).expect("removed, with the folder above");
    reports.wait(is_unread);
    fs::create_dir_all(scratch.story()).expect("made again");
    scratch.save(&SOUND.replace("One", "Two"));
    reports.wait(is_sound);
    scratch.save(&SOUND.replace("One", "Three"));
    reports.wait(is_sound);
    assert!(preview.answer("GET", "/").1.contains("<title>Three</title>"), "and the new one is watched");
}

#[test]
fn a_story_of_one_file_is_followed_by_name() {
    let scratch = Scratch::with_story("file");
    let file = scratch.story().join("story.toml");
    let preview = Preview::of(&scratch, &file);
    let mut reports = preview.reports();
    reports.next();
    fs::remove_file(&file).expect("removed");
    reports.wait(is_unread);
    scratch.save(&SOUND.replace("One", "Two"));
    reports.wait(is_sound);
    assert!(preview.answer("GET", "/").1.contains("<title>Two</title>"));
}

#[test]
fn a_story_that_begins_with_errors_is_shown_once_they_are_mended() {
    let scratch = Scratch::with_story("begins");
    scratch.save(BROKEN);
    let mut preview = Preview::of(&scratch, &scratch.story());
    let mut reports = preview.reports();
    assert!(reports.wait(has_errors)["version"].is_null());
    let (head, body) = preview.answer("GET", "/");
    assert!(head.starts_with("http/1.1 503 ") && body.contains("/preview.js"), "{head}");
    scratch.save(SOUND);
    assert!(reports.wait(is_sound)["version"].is_string());
    assert!(preview.answer("GET", "/").0.starts_with("http/1.1 200 "));
    assert!(line(&mut preview.out).starts_with("Not built: "));
    assert!(line(&mut preview.out).starts_with("Built: "));
}

#[test]
fn an_answer_to_head_has_the_head_alone() {
    let scratch = Scratch::with_story("head");
    let preview = Preview::of(&scratch, &scratch.story());
    let (get, body) = preview.answer("GET", "/index.html");
    let (head, none) = preview.answer("HEAD", "/index.html");
    let without_date =
        |head: &str| head.lines().filter(|line| !line.starts_with("date:")).collect::<Vec<_>>().join("\n");
    assert_eq!(without_date(&head), without_date(&get));
    assert!(head.contains(&format!("content-length: {}", body.len())), "{head}");
    assert_eq!(none, "");
    assert_eq!(preview.answer("HEAD", "/preview-events").1, "");
}

#[test]
fn nobody_waits_for_those_who_read_slowly_or_ask_for_nothing() {
    let scratch = Scratch::with_story("slow");
    let preview = Preview::of(&scratch, &scratch.story());
    let silent: Vec<_> = (0..20).map(|_| preview.connection()).collect();
    let unread: Vec<_> = (0..20).map(|_| preview.ask("GET", "/")).collect();
    let mut pages: Vec<_> = (0..20).map(|_| preview.reports()).collect();
    for page in &mut pages {
        page.next();
    }
    drop(pages.split_off(10));
    scratch.save(&SOUND.replace("One", "Two"));
    for page in &mut pages {
        page.wait(is_sound);
    }
    assert!(preview.answer("GET", "/").1.contains("<title>Two</title>"));
    drop((silent, unread));
}

#[cfg(target_os = "linux")]
#[test]
fn a_page_that_is_closed_leaves_nothing_open() {
    let scratch = Scratch::with_story("closed");
    let preview = Preview::of(&scratch, &scratch.story());
    let open = || fs::read_dir(format!("/proc/{}/fd", preview.child.id())).expect("its files").count();
    let mut first = preview.reports();
    first.next();
    let before = open();
    let mut pages: Vec<_> = (0..30).map(|_| preview.reports()).collect();
    for page in &mut pages {
        page.next();
    }
    assert!(open() >= before + 30);
    drop(pages);
    // Each answer gives the server a turn in which to notice.
    let is_free = (0..1000).any(|_| {
        preview.answer("GET", "/preview.js");
        open() <= before
    });
    assert!(is_free, "{} files are open", open());
}

#[test]
fn a_port_in_use_is_named_with_what_helps() {
    let scratch = Scratch::with_story("port");
    let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("a free port");
    let port = taken.local_addr().expect("an address").port().to_string();
    let (code, err) = scratch.refused(&scratch.story(), &["--port", &port]);
    assert_eq!(code, 3, "{err}");
    assert!(err.contains(&format!("port {port} is in use")) && err.contains("--port"), "{err}");
}

#[test]
fn without_a_port_each_preview_takes_the_next_free_one() {
    let scratch = Scratch::with_story("next");
    let one = Preview::started(&scratch, &scratch.story(), &[]);
    let other = Preview::started(&scratch, &scratch.story(), &[]);
    assert!([&one, &other].iter().all(|preview| (8100..8200).contains(&preview.port)));
    assert_ne!(one.port, other.port);
    assert!(other.answer("GET", "/").1.contains("<title>One</title>"));
}

#[test]
fn what_cannot_be_a_story_is_refused_at_once() {
    let scratch = Scratch::with_story("refused");
    let (code, err) = scratch.refused(Path::new("nowhere"), &[]);
    assert_eq!((code, err.contains("nowhere: ")), (2, true), "{err}");
    let (code, err) = scratch.refused(&scratch.0.join("build/widget"), &[]);
    assert_eq!((code, err.contains("holds no .toml and no .csv file")), (2, true), "{err}");
    fs::remove_file(scratch.0.join("build/widget/on-record_bg.wasm")).expect("removed");
    let (code, err) = scratch.refused(&scratch.story(), &[]);
    assert_eq!((code, err.contains("`cargo xtask build`")), (3, true), "{err}");
}

#[cfg(unix)]
#[test]
fn an_interrupt_ends_it_well() {
    let scratch = Scratch::with_story("interrupt");
    let mut preview = Preview::of(&scratch, &scratch.story());
    let mut reports = preview.reports();
    reports.next();
    let id = preview.child.id().to_string();
    assert!(Command::new("kill").args(["-INT", &id]).status().expect("sent").success());
    assert_eq!(preview.child.wait().expect("ended").code(), Some(0));
}
