//! `on-record export`: prints a story in an open form, and tells what that form cannot say.

use std::io;

use publish::{Links, Room};
use story::Story;

use crate::args::{ExportArgs, ExportFormat};
use crate::end::End;
use crate::output;

/// How many ids are named of what is left out.
const NAMED: usize = 10;

pub(crate) fn run(args: &ExportArgs) -> End {
    export(args).unwrap_or_else(|error| End::of_io(&error))
}

fn export(args: &ExportArgs) -> io::Result<End> {
    let outcome = disk::compile_story(&args.story)?;
    output::diagnostics(&outcome)?;
    let Some(story) = &outcome.story else { return Ok(End::WrongInput) };
    let (text, notes) = exported(story, args.format, &args.url.clone().unwrap_or_default());
    output::notes(&notes)?;
    output::result(&text)?;
    Ok(End::Fine)
}

/// The story in a form, and what that form leaves out.
fn exported(story: &Story, format: ExportFormat, links: &Links) -> (String, Vec<String>) {
    match format {
        ExportFormat::Json => (publish::json(story), Vec::new()),
        ExportFormat::Csv => (publish::csv(story, links), Vec::new()),
        ExportFormat::Jsonld => (publish::jsonld(story, links, Room::ENDLESS), Vec::new()),
        ExportFormat::Atom => (publish::atom(story, links), Vec::new()),
        ExportFormat::Ics => calendar(story, links),
        ExportFormat::Timelinejs => slides(story, links),
    }
}

fn calendar(story: &Story, links: &Links) -> (String, Vec<String>) {
    let calendar = publish::ics(story, links);
    let ids = calendar.left_out.iter().map(|ix| story.events[ix.at()].id.as_str());
    let note = left_out(
        ["event", "events"],
        "a calendar has no way to tell when without saying too much",
        &ids.collect::<Vec<_>>(),
    );
    (calendar.text, note.into_iter().collect())
}

fn slides(story: &Story, links: &Links) -> (String, Vec<String>) {
    let slides = publish::timelinejs(story, links);
    let events = slides.undated_events.iter().map(|ix| story.events[ix.at()].id.as_str());
    let quotes = slides.undated_quotes.iter().map(|ix| story.quotes[ix.at()].id.as_str());
    let eras = slides.open_eras.iter().map(|ix| story.eras[ix.at()].id.as_str());
    let notes = [
        left_out(["event", "events"], "TimelineJS shows nothing without a date", &events.collect::<Vec<_>>()),
        left_out(["quote", "quotes"], "TimelineJS shows nothing without a date", &quotes.collect::<Vec<_>>()),
        left_out(["era", "eras"], "TimelineJS shows no era without both ends", &eras.collect::<Vec<_>>()),
    ];
    (slides.text, notes.into_iter().flatten().collect())
}

/// A line that says what is left out and why; `None` where nothing is.
fn left_out([one, many]: [&str; 2], why: &str, ids: &[&str]) -> Option<String> {
    let (what, verb) = if ids.len() == 1 { (one, "is") } else { (many, "are") };
    let named = ids.iter().take(NAMED).copied().collect::<Vec<_>>().join(", ");
    let more = ids.len().checked_sub(NAMED).filter(|more| *more > 0).map(|more| format!(" and {more} more"));
    let line = format!("{} {what} {verb} left out, because {why}: {named}{}", ids.len(), more.unwrap_or_default());
    (!ids.is_empty()).then_some(line)
}
