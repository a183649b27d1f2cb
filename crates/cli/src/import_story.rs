//! `on-record import`: takes what another tool knows, as the file of a new story.

use std::io;

use compile::{Input, Severity};
use import::Imported;

use crate::args::{ImportArgs, ImportFrom};
use crate::end::End;
use crate::output;

pub(crate) fn run(args: &ImportArgs) -> End {
    import_story(args).unwrap_or_else(|error| End::of_io(&error))
}

fn import_story(args: &ImportArgs) -> io::Result<End> {
    let bytes = disk::read_file(&args.file)?;
    let name = args.file.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let imported = match args.from {
        ImportFrom::Timelinejs => import::timelinejs(&bytes, &args.language, &name),
    };
    match imported {
        Ok(imported) => write(args, imported),
        Err(problems) => {
            let place = args.file.display();
            output::notes(&problems.iter().map(|problem| format!("{place}: {problem}")).collect::<Vec<_>>())?;
            Ok(End::WrongInput)
        }
    }
}

/// Writes the story if the compiler takes it, and says what is left to do.
fn write(args: &ImportArgs, imported: Imported) -> io::Result<End> {
    let Imported { toml, events, notes } = imported;
    let bytes = toml.into_bytes();
    let outcome = compile::compile(vec![Input { name: args.out.display().to_string(), bytes: bytes.clone() }]);
    if outcome.story.is_none() {
        output::diagnostics(&outcome)?;
        return Ok(End::WrongInput);
    }
    let file = disk::write_new_story(&args.out, &bytes)?;
    output::notes(&notes)?;
    let events = if events == 1 { "1 event".to_owned() } else { format!("{events} events") };
    let warnings = match outcome.count(Severity::Warning) {
        0 => String::new(),
        n => format!(" `on-record check {}` says what is left to do ({n}).", args.out.display()),
    };
    output::result(&format!("{} is written: {events}.{warnings}\n", file.display()))?;
    Ok(End::Fine)
}
