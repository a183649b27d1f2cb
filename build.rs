//! Compiles the default story into the widget.

use std::{env, path::Path, process::ExitCode};

/// Another story may be embedded by naming its folder here.
const STORY_VARIABLE: &str = "ON_RECORD_STORY";
const DEFAULT_STORY: &str = "stories/pyongyang-moscow";

fn main() -> ExitCode {
    println!("cargo::rerun-if-env-changed={STORY_VARIABLE}");
    let story = env::var(STORY_VARIABLE).unwrap_or_else(|_| DEFAULT_STORY.to_owned());
    println!("cargo::rerun-if-changed={story}");
    match written(Path::new(&story)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            for line in message.lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

/// What the widget includes: the story's bundle.
fn written(story: &Path) -> Result<(), String> {
    let out = env::var("OUT_DIR").map_err(|error| format!("OUT_DIR: {error}"))?;
    embedded_story(story, &Path::new(&out).join("story.orb"))
}

/// The story's bundle; its diagnostics where it has errors.
fn embedded_story(story: &Path, out: &Path) -> Result<(), String> {
    let outcome = disk::compile_story(story).map_err(|error| format!("{}: {error}", story.display()))?;
    for path in [disk::lock(story), disk::archive(story)].iter().filter(|path| path.exists()) {
        println!("cargo::rerun-if-changed={}", path.display());
    }
    let Some(checked) = &outcome.story else { return Err(compile::render_text(&outcome)) };
    let unchecked = checked.quotes.iter().filter(|quote| quote.check.reason.is_some()).count();
    if unchecked > 0 {
        println!("cargo::warning={}: quotes not checked against their sources: {unchecked}", story.display());
    }
    for line in compile::render_text(&outcome).lines() {
        println!("cargo::warning={line}");
    }
    disk::write_whole(out, &compile::bundle(checked)).map_err(|error| format!("{}: {error}", out.display()))
}
