//! Authored files to bundle: time and peak memory, in a process of its own.

use std::{
    env, fs,
    path::Path,
    process::{Command, Stdio},
    time::Instant,
};

use on_record_tests::generator::MadeStory;
use serde::{Deserialize, Serialize};

use crate::plan::{Plan, SEED};

/// The first argument of the process that compiles.
pub(crate) const CHILD: &str = "compile";

/// What a process needed to compile a story.
#[derive(Clone, Debug, Deserialize, Serialize)]
pub(crate) struct Compiled {
    /// From the files on disk to the bundle on disk, the start of the process included.
    pub(crate) wall_sec: f64,
    /// Of these, to check and compile what was read.
    compile_sec: f64,
    /// And to make the bundle's bytes of it.
    bundle_sec: f64,
    /// What of the whole time it had a processor, which a busy machine does not change much; only Linux tells.
    cpu_sec: Option<f64>,
    /// The most memory it had at a time; only Linux tells.
    pub(crate) peak_bytes: Option<u64>,
    /// The bytes of the tables.
    pub(crate) source_bytes: u64,
    /// The bytes of the bundle.
    pub(crate) bundle_bytes: u64,
    /// How much the compiler had to say.
    diagnostics: usize,
}

/// Makes up the story of a size and writes its tables.
pub(crate) fn write_story(plan: &Plan, len: usize) -> MadeStory {
    let story = MadeStory::new(SEED, len);
    let folder = plan.story(len);
    fs::create_dir_all(&folder).expect("a folder for the story");
    for (name, text) in story.files() {
        disk::write_whole(&folder.join(name), text.as_bytes()).expect("the story is written");
    }
    story
}

/// Compiles the story of a size that was written.
pub(crate) fn compile(plan: &Plan, len: usize) -> Compiled {
    eprintln!("bench: compiling {len} events ...");
    let begun = Instant::now();
    let mut command = Command::new(env::current_exe().expect("the path of this program"));
    command.arg(CHILD).arg(plan.story(len)).arg(plan.bundle(len)).stdin(Stdio::null()).stderr(Stdio::inherit());
    let output = command.output().expect("this program starts again");
    let wall_sec = begun.elapsed().as_secs_f64();
    assert!(output.status.success(), "the story of {len} events does not compile");
    let compiled: Compiled = serde_json::from_slice(&output.stdout).expect("what the process measured");
    Compiled { wall_sec, ..compiled }
}

/// Compiles a story and prints what it took. Runs in a process of its own.
pub(crate) fn child(story: &Path, bundle: &Path) {
    let inputs = disk::read_story(story).expect("the story's files");
    let source_bytes = inputs.iter().map(|input| input.bytes.len() as u64).sum();
    let begun = Instant::now();
    let outcome = compile::compile(inputs);
    let compile_sec = begun.elapsed().as_secs_f64();
    let Some(story) = &outcome.story else { panic!("{}", compile::render_text(&outcome)) };
    let begun = Instant::now();
    let bytes = compile::bundle(story);
    let bundle_sec = begun.elapsed().as_secs_f64();
    disk::write_whole(bundle, &bytes).expect("the bundle is written");
    let compiled = Compiled {
        wall_sec: 0.0,
        compile_sec,
        bundle_sec,
        cpu_sec: cpu_sec(),
        peak_bytes: peak_bytes(),
        source_bytes,
        bundle_bytes: bytes.len() as u64,
        diagnostics: outcome.diagnostics.len(),
    };
    println!("{}", serde_json::to_string(&compiled).expect("numbers"));
}

/// The processor time of this process and of the system on its behalf: fields 14 and 15 of its line, in hundredths of a
/// second (proc_pid_stat(5)).
fn cpu_sec() -> Option<f64> {
    let line = fs::read_to_string("/proc/self/stat").ok()?;
    // The second field, the name of the program in parentheses, may hold spaces.
    let (_, fields) = line.rsplit_once(')')?;
    let ticks = fields.split_whitespace().skip(11).take(2).map(|field| field.parse::<f64>().ok());
    Some(ticks.sum::<Option<f64>>()? / 100.0)
}

/// The most memory that this process had at a time, as Linux counts it.
fn peak_bytes() -> Option<u64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    let kib: u64 = line.trim().strip_suffix("kB")?.trim().parse().ok()?;
    Some(kib * 1024)
}
