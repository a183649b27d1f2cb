//! `on-record compile`: writes the bundle of a story.

use std::io;

use crate::args::CompileArgs;
use crate::end::End;
use crate::output;

pub(crate) fn run(args: &CompileArgs) -> End {
    compile_story(args).unwrap_or_else(|error| End::of_io(&error))
}

fn compile_story(args: &CompileArgs) -> io::Result<End> {
    let outcome = disk::compile_story(&args.story)?;
    output::diagnostics(&outcome)?;
    let Some(story) = &outcome.story else { return Ok(End::WrongInput) };
    disk::write_whole(&args.out, &compile::bundle(story))?;
    Ok(End::Fine)
}
