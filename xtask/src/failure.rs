//! How a command can fail, and with which exit code.

use std::fmt::Display;

/// Why a command stops.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Failure {
    /// What was built or tested is wrong; whoever found it has said what.
    Found(String),
    /// Tests failed, which the summary has told.
    Counted,
    /// The machine failed us: something cannot be installed, read, written or reached. Says what a person can do.
    Machine(String),
    /// Somebody stopped it.
    Stopped,
}

impl Failure {
    /// The machine failed us while doing `what`.
    pub(crate) fn machine(what: impl Display, error: impl Display) -> Self {
        Self::Machine(format!("{what}: {error}"))
    }

    /// The line to print; `None` where the reader knows already.
    pub(crate) fn message(&self) -> Option<&str> {
        match self {
            Self::Found(line) | Self::Machine(line) => Some(line),
            Self::Counted | Self::Stopped => None,
        }
    }

    /// The exit code: 1 for what is wrong in the checkout, 3 for the machine, 130 as a shell says "interrupted".
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Found(_) | Self::Counted => 1,
            Self::Machine(_) => 3,
            Self::Stopped => 130,
        }
    }
}
