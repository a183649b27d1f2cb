//! The `on-record` command.
fn main() {}
