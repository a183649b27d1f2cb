//! What the command writes to the terminal or pipe. Nothing here panics when a pipe is closed.

use std::env;
use std::io::{self, IsTerminal as _, Write as _};
use std::process::ExitCode;

use crate::end::End;
use compile::{Colour, Outcome, Severity};

/// Writes the result of a command to standard output.
pub(crate) fn result(text: &str) -> io::Result<()> {
    let mut out = io::stdout().lock();
    unless_closed(out.write_all(text.as_bytes()).and_then(|()| out.flush()))
}

/// Writes diagnostics for people to standard error, with what quotes leave out and put in, and a line that counts them.
pub(crate) fn diagnostics(outcome: &Outcome) -> io::Result<()> {
    let mut text = compile::render_text_in(outcome, colour());
    for (what, quotes) in [("` leaves out ", &outcome.left_out), ("` puts in ", &outcome.put_in)] {
        for (id, parts) in quotes {
            let parts: Vec<_> = parts.iter().map(|part| format!("“{part}”")).collect();
            text.extend(["quote `", id, what, &parts.join(", "), "\n"]);
        }
    }
    if let Some(line) = count(outcome) {
        text.extend([line.as_str(), "\n"]);
    }
    unless_closed(io::stderr().write_all(text.as_bytes()))
}

/// Writes what somebody should know beside a result to standard error, a line each.
pub(crate) fn notes(lines: &[String]) -> io::Result<()> {
    let mut err = io::stderr().lock();
    unless_closed(lines.iter().try_for_each(|line| writeln!(err, "on-record: {line}")))
}

/// Ends the process: the reason goes to standard error, the code to whoever called.
pub(crate) fn finish(end: End) -> ExitCode {
    let (code, reason) = end.code_and_reason();
    if let Some(reason) = reason {
        // If standard error is gone, the exit code is all that is left to say it with.
        let _ = writeln!(io::stderr(), "on-record: {reason}");
    }
    ExitCode::from(code)
}

/// Whoever closes a pipe has read enough; what the command does, and how it ends, is the same.
fn unless_closed(written: io::Result<()>) -> io::Result<()> {
    written.or_else(|error| if error.kind() == io::ErrorKind::BrokenPipe { Ok(()) } else { Err(error) })
}

/// For instance "2 errors, 1 warning"; `None` where there is nothing to count.
fn count(outcome: &Outcome) -> Option<String> {
    let of = |severity: Severity| match outcome.count(severity) {
        0 => None,
        1 => Some(format!("1 {}", severity.name())),
        n => Some(format!("{n} {}s", severity.name())),
    };
    let counts: Vec<_> = [Severity::Error, Severity::Warning, Severity::Note].into_iter().filter_map(of).collect();
    (!counts.is_empty()).then(|| counts.join(", "))
}

/// Colour only on a terminal, and never where `NO_COLOR` is set (<https://no-color.org>).
fn colour() -> Colour {
    let refused = env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    if io::stderr().is_terminal() && !refused && !dumb { Colour::Ansi } else { Colour::None }
}
