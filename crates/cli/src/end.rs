//! How a command ends.

use std::io;

/// The end of a command, as scripts see it.
#[derive(Debug)]
pub(crate) enum End {
    /// Everything is fine: 0.
    Fine,
    /// The input is wrong, and was told so: 1.
    WrongInput,
    /// The arguments name what is not there, or hold no story: 2, with the reason.
    WrongUsage(String),
    /// The machine failed: 3, with the reason.
    Machine(String),
}

impl End {
    /// The end where a story cannot be read or a result not be written.
    pub(crate) fn of_io(error: &io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound | io::ErrorKind::InvalidInput | io::ErrorKind::AlreadyExists => {
                Self::WrongUsage(error.to_string())
            }
            _ => Self::Machine(error.to_string()),
        }
    }

    /// The exit code and the reason.
    pub(crate) fn code_and_reason(self) -> (u8, Option<String>) {
        match self {
            Self::Fine => (0, None),
            Self::WrongInput => (1, None),
            Self::WrongUsage(reason) => (2, Some(reason)),
            Self::Machine(reason) => (3, Some(reason)),
        }
    }
}
