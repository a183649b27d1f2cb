//! Writes the sample story as a bundle: `cargo run -p on-record-bundle --example freeze -- tests/bundles/v1.orb`.
//!
//! It is run once when a format is settled. It refuses to overwrite, for a frozen bundle is never written again.

#[path = "../tests/all/sample.rs"]
mod sample;

use std::fs::File;
use std::io::{Error, Write};

fn main() -> Result<(), Error> {
    let path = std::env::args().nth(1).ok_or_else(|| Error::other("say which file to write"))?;
    File::create_new(path)?.write_all(&bundle::write(&sample::sample_story(), &bundle::Levels::default()))
}
