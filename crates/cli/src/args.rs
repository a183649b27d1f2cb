//! What can be written after `on-record`.

use std::path::PathBuf;

use clap::{Args as ClapArgs, Parser, Subcommand, ValueEnum};
use publish::Links;

/// Turns a newsroom's record of a story into a timeline and quote explorer.
///
/// Exit codes: 0 fine, 1 the input is wrong, 2 wrong usage, 3 the machine failed (disk, network).
#[derive(Debug, Parser)]
#[command(name = "on-record", version, arg_required_else_help = true)]
pub(crate) struct Args {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Says everything that is wrong or doubtful in a story
    Check(CheckArgs),
    /// Checks every quote against the archived text of its source, and rewrites verified.lock
    Verify(VerifyArgs),
    /// Writes everything that a web server needs to show a story: pages, widget and data
    Build(BuildArgs),
    /// Shows a story in the browser while it is written: builds it on every save, and loads the page again
    Preview(PreviewArgs),
    /// Prints a story in an open form
    Export(ExportArgs),
    /// Takes what another tool knows, as the file of a new story
    Import(ImportArgs),
    /// Says what dates mean: precision, earliest and latest day, or why they are invalid
    Date(DateArgs),
    /// Writes the bundle of a story, for build tools and tests
    Compile(CompileArgs),
}

#[derive(Debug, ClapArgs)]
pub(crate) struct CheckArgs {
    /// The folder of the story, or its only file
    pub(crate) story: PathBuf,
    /// How diagnostics are written: text on standard error, JSON on standard output
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub(crate) format: ReportFormat,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ReportFormat {
    /// For people
    Text,
    /// For machines
    Json,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct VerifyArgs {
    /// The folder of the story, or its only file
    pub(crate) story: PathBuf,
    /// The folder that holds the text of each source as SOURCE-ID.txt; `archive` in the story's folder, if not said
    #[arg(long, value_name = "DIR")]
    pub(crate) archive: Option<PathBuf>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct BuildArgs {
    /// The folder of the story, or its only file
    pub(crate) story: PathBuf,
    /// The folder to write; what was written there before is replaced, all at once
    #[arg(long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// The address that the folder will have on the web, for links that have to be whole
    #[arg(long, value_name = "URL", value_parser = Links::new)]
    pub(crate) url: Option<Links>,
    /// Let the pages ask for a newer story while they are seen, every so many seconds, and offer what is new
    #[arg(long, value_name = "SECONDS", num_args = 0..=1, default_missing_value = "60", value_parser = clap::value_parser!(u32).range(15..))]
    pub(crate) live: Option<u32>,
    /// Let the pages say what is new since a reader's last visit, which is kept on the reader's device alone
    #[arg(long)]
    pub(crate) remember: bool,
    /// Write into a folder that holds other files too; they are kept, but for those in the way of a new one
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct PreviewArgs {
    /// The folder of the story, or its only file
    pub(crate) story: PathBuf,
    /// The port on this machine, which no other can reach; the next free one from 8100 on, if not said
    #[arg(long, value_name = "N")]
    pub(crate) port: Option<u16>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ExportArgs {
    /// The folder of the story, or its only file
    pub(crate) story: PathBuf,
    /// The open form
    #[arg(long, value_enum)]
    pub(crate) format: ExportFormat,
    /// The address that the published folder has on the web, for links that lead back to it
    #[arg(long, value_name = "URL", value_parser = Links::new)]
    pub(crate) url: Option<Links>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ExportFormat {
    /// The canonical form, described by schema/on-record-1.schema.json
    Json,
    /// A table of events and quotes for spreadsheets
    Csv,
    /// A calendar of the events (iCalendar)
    Ics,
    /// Structured data for search engines (schema.org)
    Jsonld,
    /// Slides for TimelineJS 3
    Timelinejs,
    /// A feed of the latest events and quotes
    Atom,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct ImportArgs {
    /// The tool
    #[arg(value_enum)]
    pub(crate) from: ImportFrom,
    /// What it knows: for TimelineJS its JSON, or its sheet saved as CSV
    pub(crate) file: PathBuf,
    /// The folder of the new story, or its only file, ending in .toml
    #[arg(long, value_name = "STORY")]
    pub(crate) out: PathBuf,
    /// The language of its words, a BCP 47 tag, which TimelineJS does not keep
    #[arg(long, value_name = "TAG", default_value = "en")]
    pub(crate) language: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ImportFrom {
    /// TimelineJS 3
    Timelinejs,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct DateArgs {
    /// Dates in EDTF (ISO 8601-2), for instance 2024-06~ or [2023-09-13,2023-09-14]
    #[arg(required = true, allow_hyphen_values = true, value_name = "EXPR")]
    pub(crate) expressions: Vec<String>,
}

#[derive(Debug, ClapArgs)]
pub(crate) struct CompileArgs {
    /// The folder of the story, or its only file
    pub(crate) story: PathBuf,
    /// Where the bundle is written
    #[arg(long)]
    pub(crate) out: PathBuf,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory as _;

    #[test]
    fn the_arguments_are_consistent() {
        Args::command().debug_assert();
    }

    #[test]
    fn a_date_before_year_zero_is_no_option() {
        let args = Args::try_parse_from(["on-record", "date", "-0043-03-15"]).expect("parsed");
        let Command::Date(args) = args.command else { panic!("not the command date") };
        assert_eq!(args.expressions, ["-0043-03-15"]);
    }
}
