//! `on-record build`: writes everything that a web server needs.

use std::io;

use disk::{Foreign, Lasting};
use publish::{Audience, FOR_EVER, Input, packed, site};

use crate::args::BuildArgs;
use crate::end::End;
use crate::{clock, output, widget};

pub(crate) fn run(args: &BuildArgs) -> End {
    build(args).unwrap_or_else(|end| end)
}

fn build(args: &BuildArgs) -> Result<End, End> {
    let links = args.url.clone().unwrap_or_default();
    let machine = |error: io::Error| End::of_io(&error);
    refuse_own_folder(args)?;
    let lasting = Lasting { within: FOR_EVER, today: clock::today()? };
    let outcome = disk::compile_story(&args.story).map_err(machine)?;
    output::diagnostics(&outcome).map_err(machine)?;
    let Some(story) = &outcome.story else { return Ok(End::WrongInput) };
    let widget = widget::widget()?;
    let bundle = compile::opened(story);
    let audience = Audience::Readers;
    let mut files = site(&Input { story, bundle: &bundle, widget: &widget, links: &links, audience });
    files.extend(packed(&files));
    let foreign = if args.force { Foreign::Kept } else { Foreign::Refused };
    let named = files.iter().map(|file| (file.path.as_str(), file.bytes.as_slice()));
    disk::replace_folder(&args.out, named, foreign, lasting).map_err(machine)?;
    let told = format!("{}: {} files. Open {} in a browser.\n", args.out.display(), files.len(), first_look(args));
    output::result(&told).map_err(machine)?;
    Ok(End::Fine)
}

/// Among the files that are written are tables, which would take the place of the author's or be read as such.
fn refuse_own_folder(args: &BuildArgs) -> Result<(), End> {
    let is_same = args.story.canonicalize().ok().is_some_and(|story| args.out.canonicalize().ok() == Some(story));
    let reason = || format!("{}: is the folder of the story itself; name another one", args.out.display());
    if is_same { Err(End::WrongUsage(reason())) } else { Ok(()) }
}

/// The page that can be looked at without a web server.
fn first_look(args: &BuildArgs) -> String {
    args.out.join("offline.html").display().to_string()
}
