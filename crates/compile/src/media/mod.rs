//! Media as authored to media as published: each file is looked at, cleaned, and named by what it holds.
//!
//! Where nobody can read the story's folder, as where a table alone is checked, files are taken on trust, and keep the names
//! that their author gave.

mod cache;
mod file;
mod folder;
mod shelf;

pub use cache::MediaCache;
pub use file::{Content, MEDIA_FOLDER, MediaFile};
pub use folder::{Beside, Effort, MediaFolder, Unopened};

use story::{Captions, MediaKind, MediaVersion};

use crate::checks::bad_captions;
use crate::checks::bad_size;
use crate::checks::outside_folder::is_local;
use crate::diagnostic::Sink;
use crate::draft::{CaptionsDraft, Given, MediaDraft, Slot, Words};
use crate::record::Record;
use shelf::Shelf;

/// What the files of a record became.
#[derive(Debug, Default)]
pub(crate) struct Resolved {
    /// For each medium of the draft.
    pub(crate) media: Vec<ResolvedMedium>,
    /// For each person of the draft, their portrait.
    pub(crate) portraits: Vec<Option<String>>,
    /// What is to be published.
    pub(crate) files: Vec<MediaFile>,
}

/// What the files of one medium became.
#[derive(Debug, Default)]
pub(crate) struct ResolvedMedium {
    pub(crate) url: String,
    pub(crate) size_px: Option<(u16, u16)>,
    pub(crate) versions: Vec<MediaVersion>,
    pub(crate) poster: Option<String>,
    pub(crate) captions: Vec<Captions>,
    pub(crate) transcript: Option<String>,
    pub(crate) duration_ms: Option<u32>,
}

/// Looks at every file that a record names, and makes what is published of it.
pub(crate) fn resolve(record: &Record<'_>, beside: Option<&Beside<'_>>, sink: &mut Sink) -> Resolved {
    let mut shelf = Shelf::new(beside);
    let language = record.story().and_then(|story| story.language.value()).map_or("", |language| language.as_ref());
    let media = record.draft.media.iter().map(|draft| medium(draft, language, &mut shelf, sink)).collect();
    let people = record.draft.people.iter();
    let portraits = people.map(|person| local(&person.portrait, &mut shelf, sink, Shelf::portrait)).collect();
    Resolved { media, portraits, files: shelf.into_files() }
}

fn medium(draft: &MediaDraft<'_>, language: &str, shelf: &mut Shelf<'_>, sink: &mut Sink) -> ResolvedMedium {
    let mut medium = ResolvedMedium {
        url: draft.url.to_text().unwrap_or_default(),
        size_px: draft.width.cloned().zip(draft.height.cloned()),
        duration_ms: draft.duration.cloned(),
        ..ResolvedMedium::default()
    };
    match (draft.kind(), draft.url.good().filter(|url| is_local(&url.value))) {
        (Some(MediaKind::Image), Some(url)) => {
            if let Some(picture) = shelf.picture(url, sink) {
                medium.versions = picture.versions;
                medium.url = picture.url;
                take_size(&mut medium, draft, picture.size_px, sink);
            }
        }
        (Some(kind @ (MediaKind::Video | MediaKind::Audio)), Some(url)) => {
            if let Some(film) = shelf.film(url, kind, sink) {
                medium.url = film.url;
                medium.duration_ms = film.duration_ms.or(medium.duration_ms);
                take_size(&mut medium, draft, film.size_px, sink);
            }
        }
        _ => {}
    }
    medium.poster = local(&draft.poster, shelf, sink, Shelf::poster);
    medium.transcript = local(&draft.transcript, shelf, sink, Shelf::transcript);
    medium.captions = draft.captions.iter().filter_map(|draft| captions(draft, language, shelf, sink)).collect();
    medium
}

/// The size of a file, which the author's must not contradict.
fn take_size(medium: &mut ResolvedMedium, draft: &MediaDraft<'_>, size_px: Option<(u16, u16)>, sink: &mut Sink) {
    if let (Some(size), Some(given)) = (size_px, medium.size_px) {
        bad_size::check_against_file(draft, given, size, sink);
    }
    medium.size_px = size_px.or(medium.size_px);
}

fn captions(draft: &CaptionsDraft<'_>, language: &str, shelf: &mut Shelf<'_>, sink: &mut Sink) -> Option<Captions> {
    let file = draft.file.good()?;
    if !is_local(&file.value) {
        bad_captions::report_elsewhere(&file.value, file.span, sink);
        return None;
    }
    Some(Captions {
        url: shelf.captions(file, sink)?,
        language: draft.language.to_text().unwrap_or_else(|| language.to_owned()),
        label: draft.label.to_text(),
    })
}

/// How a shelf makes an address of a file.
type Made<'a> = fn(&mut Shelf<'a>, &Given<Words<'_>>, &mut Sink) -> Option<String>;

/// The address of what a field names: as it is where it lies elsewhere.
fn local<'a>(slot: &Slot<Words<'_>>, shelf: &mut Shelf<'a>, sink: &mut Sink, made: Made<'a>) -> Option<String> {
    let given = slot.good()?;
    if is_local(&given.value) { made(shelf, given, sink) } else { slot.to_text() }
}

#[cfg(test)]
mod tests;
