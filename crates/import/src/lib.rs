//! What other tools know of a story, as a file that an author can go on with.
//!
//! For now TimelineJS: its JSON, and its spreadsheet saved as CSV. This crate reads no file and checks no story: it gets
//! bytes and gives TOML, with everything told that it could not take along. Nothing is made up: what TimelineJS does not
//! know, who reports an event and whether it is a plan, is left for the author.
//!
//! It refuses what TimelineJS refuses, a date that is no number, and nothing else: all other slips cost a part of a
//! date, or one slide, and are told.

mod address;
mod bare;
mod clock;
mod deck;
mod ids;
mod json;
mod media;
mod notes;
mod prose;
mod sheet;
mod stamp;
#[cfg(test)]
mod tests;
mod toml;
mod write;

/// A story as authored TOML, and what the author should know of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Imported {
    /// The file.
    pub toml: String,
    /// How many events it holds.
    pub events: usize,
    /// What was left out or taken in another way than TimelineJS shows it, a sentence each.
    pub notes: Vec<String>,
}

/// Reads what TimelineJS knows: JSON, or its sheet as CSV. `language` is that of the story's words, a BCP 47 tag, which
/// TimelineJS does not keep; `name` is what to call a story without a title.
///
/// # Errors
///
/// Everything that is wrong, a sentence each, with the slide or row and how to mend it.
pub fn timelinejs(bytes: &[u8], language: &str, name: &str) -> Result<Imported, Vec<String>> {
    let text = std::str::from_utf8(bytes)
        .map_err(|error| vec![format!("byte {} is not UTF-8; save the file as UTF-8", error.valid_up_to() + 1)])?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let deck = if text.trim_start().starts_with(['{', '[']) { json::deck(text) } else { sheet::deck(text) };
    write::story(&deck?, language, name)
}
