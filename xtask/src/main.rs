//! The developer's commands: set-up, a server that rebuilds on save, the release bundle, its size, every test, and the
//! benchmark.
//!
//! It is not part of what readers or editors get: nothing of it ends up in the bundle or in the `on-record` command.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a command speaks to the terminal")]

mod cache;
mod checkout;
mod failure;
mod process;
mod steps;
mod tools;

use checkout::Checkout;
use clap::{Parser, Subcommand};
use failure::Failure;
use std::process::ExitCode;
use steps::{bench, build, gate, serve, size, test};

/// The developer's commands. Each installs what it misses, once, into a cache folder outside the checkout:
/// $ON_RECORD_CACHE, else $XDG_CACHE_HOME/on-record, else ~/.cache/on-record.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", arg_required_else_help = true)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Build the widget with the default story and serve it; rebuild and reload on every save.
    Serve(serve::ServeOptions),
    /// Run every check and every test there is, browser tests included.
    Test(test::TestOptions),
    /// Write the release bundle to dist/.
    Build,
    /// Print the bytes of each part of dist/, raw, gzip and brotli.
    Size,
    /// Measure stories of up to a million events, the search of 100,000 quotes, beside others, and the published page.
    Bench(bench::BenchOptions),
    /// Lead all that goes into the wasm through the gate, in what trunk is building.
    #[command(hide = true)]
    Gate,
}

fn main() -> ExitCode {
    let args = Args::parse();
    match run(args.command) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            if let Some(line) = failure.message() {
                eprintln!("xtask: {line}");
            }
            ExitCode::from(failure.exit_code())
        }
    }
}

fn run(command: Command) -> Result<(), Failure> {
    process::stop_children_on_signals()?;
    let checkout = Checkout::here();
    match command {
        Command::Serve(options) => serve::run(&checkout, &options),
        Command::Test(options) => test::run(&checkout, &options),
        Command::Build => build::run(&checkout),
        Command::Size => size::run(&checkout),
        Command::Bench(options) => bench::run(&checkout, &options),
        Command::Gate => gate::run(),
    }
}
