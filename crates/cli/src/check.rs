//! `on-record check`: says everything that is wrong or doubtful in a story.

use std::io;

use crate::args::{CheckArgs, ReportFormat};
use crate::end::End;
use crate::output;
use compile::{Effort, Outcome};
use story::CheckKind;

pub(crate) fn run(args: &CheckArgs) -> End {
    check(args).unwrap_or_else(|error| End::of_io(&error))
}

fn check(args: &CheckArgs) -> io::Result<End> {
    let outcome = disk::compile_story_with(&args.story, Effort::Look)?;
    match args.format {
        ReportFormat::Json => output::result(&compile::render_json(&outcome))?,
        ReportFormat::Text => {
            output::diagnostics(&outcome)?;
            output::result(&summary(&outcome))?;
        }
    }
    Ok(if outcome.story.is_some() { End::Fine } else { End::WrongInput })
}

/// What the story holds, in one line; nothing where it has errors.
fn summary(outcome: &Outcome) -> String {
    let Some(story) = &outcome.story else { return String::new() };
    let counts = [
        (story.events.len(), "event"),
        (story.quotes.len(), "quote"),
        (story.people.len(), "person"),
        (story.sources.len(), "source"),
    ];
    let counted = counts.map(|(n, what)| match (n, what) {
        (1, _) => format!("1 {what}"),
        (_, "person") => format!("{n} people"),
        _ => format!("{n} {what}s"),
    });
    let unchecked = story.quotes.iter().filter(|quote| quote.check.kind == CheckKind::Unverified).count();
    let unchecked = match unchecked {
        0 => String::new(),
        n if n == story.quotes.len() => " Its quotes are not checked against their sources.".to_owned(),
        n => format!(" Of its quotes, {n} are not checked against their sources."),
    };
    format!("{}: {}. No errors.{unchecked}\n", story.id, counted.join(", "))
}
