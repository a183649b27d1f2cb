//! `on-record export`: prints a story in an open form.

use std::io;

use crate::args::{ExportArgs, ExportFormat};
use crate::end::End;
use crate::output;

pub(crate) fn run(args: &ExportArgs) -> End {
    export(args).unwrap_or_else(|error| End::of_io(&error))
}

fn export(args: &ExportArgs) -> io::Result<End> {
    let outcome = disk::compile_story(&args.story)?;
    output::diagnostics(&outcome)?;
    let Some(story) = &outcome.story else { return Ok(End::WrongInput) };
    match args.format {
        ExportFormat::Json => output::result(&publish::json(story))?,
    }
    Ok(End::Fine)
}
