//! The `on-record` command: it reads the arguments and hands them on.

mod args;
mod build;
mod check;
mod clock;
mod compile_story;
mod date;
mod end;
mod export;
mod import_story;
mod output;
mod preview;
mod verify;
mod widget;

use std::process::ExitCode;

use args::{Args, Command};
use clap::Parser as _;

fn main() -> ExitCode {
    let end = match Args::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Verify(args) => verify::run(&args),
        Command::Build(args) => build::run(&args),
        Command::Preview(args) => preview::run(&args),
        Command::Export(args) => export::run(&args),
        Command::Import(args) => import_story::run(&args),
        Command::Date(args) => date::run(&args),
        Command::Compile(args) => compile_story::run(&args),
    };
    output::finish(end)
}
