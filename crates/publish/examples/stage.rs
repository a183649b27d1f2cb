//! Puts the story that is compiled into the widget into the page that trunk is building, its pictures beside that, and the style
//! sheets beside the widget; a hook of trunk runs it.

#![allow(clippy::print_stderr, reason = "trunk shows it")]

use std::{
    env, fs,
    path::{Path, PathBuf},
    process::ExitCode,
};

use disk::StoryFolder;
use publish::Staged;

/// Another story may be embedded by naming its folder here, as for the widget.
const STORY_VARIABLE: &str = "ON_RECORD_STORY";
const DEFAULT_STORY: &str = "stories/pyongyang-moscow";
/// Where trunk gathers what it builds.
const STAGING: &str = "TRUNK_STAGING_DIR";
/// The styles of what the widget adds to a story.
const STYLES: &str = "src/styles";
/// The second story of the sample article.
const SAMPLE: &str = "embed/bridge.toml";
/// The style of a story view.
const STYLE: &str = "widget/story.css";
/// The pages that hold the story.
const PAGES: [&str; 2] = ["index.html", "embed.html"];

fn main() -> ExitCode {
    match staged() {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("{message}");
            ExitCode::FAILURE
        }
    }
}

fn staged() -> Result<(), String> {
    let staging = env::var_os(STAGING).ok_or_else(|| format!("{STAGING} is not set: trunk runs this"))?;
    let staging = Path::new(&staging);
    let story = env::var(STORY_VARIABLE).unwrap_or_else(|_| DEFAULT_STORY.to_owned());
    let outcome = disk::compile_story(Path::new(&story)).map_err(|error| format!("{story}: {error}"))?;
    let beside = StoryFolder::of(Path::new(&story));
    let Some(story) = &outcome.story else { return Err(compile::render_text(&outcome)) };
    let bundle = compile::opened(story);
    for page in PAGES.map(|page| staging.join(page)) {
        let read = fs::read_to_string(&page).map_err(|error| told(&page, &error))?;
        let page_of = publish::staged(&Staged { story, bundle: &bundle, page: &read });
        write(&page, page_of.ok_or_else(|| format!("{}: has no place for the story", page.display()))?.as_bytes())?;
    }
    for file in &outcome.media {
        let path = staging.join(&file.path);
        let bytes = file.read(&beside).map_err(|error| told(&path, &error))?;
        path.parent().map_or(Ok(()), fs::create_dir_all).map_err(|error| told(&path, &error))?;
        write(&path, &bytes)?;
    }
    write(&staging.join("bridge.html"), sample()?.as_bytes())?;
    write(&staging.join(STYLE), telling::STYLE.as_bytes())?;
    write(&staging.join("widget/lens.css"), lens()?.as_bytes())
}

/// The story view of the second story of the sample article, as it lies beside its bundle.
fn sample() -> Result<String, String> {
    let outcome = disk::compile_story(Path::new(SAMPLE)).map_err(|error| format!("{SAMPLE}: {error}"))?;
    let Some(story) = &outcome.story else { return Err(compile::render_text(&outcome)) };
    Ok(publish::beside(story, &compile::opened(story), STYLE))
}

/// The styles of the widget, joined.
fn lens() -> Result<String, String> {
    let folder = Path::new(STYLES);
    let mut paths: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(folder).map_err(|error| told(folder, &error))? {
        paths.push(entry.map_err(|error| told(folder, &error))?.path());
    }
    paths.retain(|path| path.extension().is_some_and(|extension| extension == "css"));
    paths.sort();
    let mut sheets = Vec::new();
    for path in &paths {
        sheets.push(fs::read_to_string(path).map_err(|error| told(path, &error))?);
    }
    Ok(sheet::joined(sheets.iter().map(String::as_str)))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    disk::write_whole(path, bytes).map_err(|error| told(path, &error))
}

fn told(path: &Path, error: &dyn std::fmt::Display) -> String {
    format!("{}: {error}", path.display())
}
