//! The commands, one file each.

pub(crate) mod build;
mod freshness;
pub(crate) mod serve;
pub(crate) mod size;
pub(crate) mod test;
