//! The commands, one file each.

mod alone;
pub(crate) mod bench;
pub(crate) mod build;
pub(crate) mod gate;
mod names;
mod package;
pub(crate) mod serve;
pub(crate) mod size;
pub(crate) mod test;
