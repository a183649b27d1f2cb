//! Media as authored to media as published: each file is looked at, cleaned, and named by what it holds.
//!
//! Where nobody can read the story's folder, as where a table alone is checked, files are taken on trust, and keep the names
//! that their author gave.

mod cache;
mod file;
mod folder;
mod intake;

pub use cache::MediaCache;
pub use file::{Content, MEDIA_FOLDER, MediaFile};
pub use folder::{Beside, Effort, MediaFolder, Unopened};

use story::{Captions, MediaKind, MediaVersion, ShareImage};

use crate::checks::bad_captions;
use crate::checks::bad_size;
use crate::checks::outside_folder::is_local;
use crate::diagnostic::Sink;
use crate::draft::{CaptionsDraft, Given, ImprintDraft, MediaDraft, Slot, Words};
use crate::record::Record;
use intake::Intake;

/// What the files of a record became.
#[derive(Debug, Default)]
pub(crate) struct Resolved {
    /// For each medium of the draft.
    pub(crate) media: Vec<ResolvedMedium>,
    /// For each person of the draft, their portrait.
    pub(crate) portraits: Vec<Option<String>>,
    /// The picture that stands for the story elsewhere.
    pub(crate) image: Option<ShareImage>,
    /// The publisher's logo.
    pub(crate) logo: Option<String>,
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
    let mut intake = Intake::new(beside);
    let language = record.story().and_then(|story| story.language.value()).map_or("", |language| language.as_ref());
    let media = record.draft.media.iter().map(|draft| medium(draft, language, &mut intake, sink)).collect();
    let people = record.draft.people.iter();
    let portraits = people.map(|person| local(&person.portrait, &mut intake, sink, Intake::portrait)).collect();
    let imprint = record.story().map(|story| &story.imprint);
    let image = imprint.and_then(|imprint| share_image(imprint, &mut intake, sink));
    let logo = imprint.and_then(|imprint| local(&imprint.publisher_logo, &mut intake, sink, Intake::logo));
    Resolved { media, portraits, image, logo, files: intake.into_files() }
}

/// The picture that stands for a story elsewhere, in its full width alone: no browser chooses among others there.
fn share_image(draft: &ImprintDraft<'_>, intake: &mut Intake<'_>, sink: &mut Sink) -> Option<ShareImage> {
    let given = draft.image.good()?;
    let sides = [&draft.image_width, &draft.image_height];
    if !is_local(&given.value) {
        return Some(ShareImage { url: draft.image.to_text()?, size_px: given_size(sides[0], sides[1]) });
    }
    let picture = intake.whole_picture(given, sink)?;
    Some(ShareImage { url: picture.url, size_px: agreed_size(sides, picture.size_px, sink) })
}

fn medium(draft: &MediaDraft<'_>, language: &str, intake: &mut Intake<'_>, sink: &mut Sink) -> ResolvedMedium {
    let mut medium = ResolvedMedium {
        url: draft.url.to_text().unwrap_or_default(),
        size_px: given_size(&draft.width, &draft.height),
        duration_ms: draft.duration.cloned(),
        ..ResolvedMedium::default()
    };
    match (draft.kind(), draft.url.good().filter(|url| is_local(&url.value))) {
        (Some(MediaKind::Image), Some(url)) => {
            if let Some(picture) = intake.picture(url, sink) {
                medium.versions = picture.versions;
                medium.url = picture.url;
                medium.size_px = agreed_size([&draft.width, &draft.height], picture.size_px, sink);
            }
        }
        (Some(kind @ (MediaKind::Video | MediaKind::Audio)), Some(url)) => {
            if let Some(film) = intake.film(url, kind, sink) {
                medium.url = film.url;
                medium.duration_ms = film.duration_ms.or(medium.duration_ms);
                medium.size_px = agreed_size([&draft.width, &draft.height], film.size_px, sink);
            }
        }
        _ => {}
    }
    medium.poster = local(&draft.poster, intake, sink, Intake::poster);
    medium.transcript = local(&draft.transcript, intake, sink, Intake::transcript);
    medium.captions = draft.captions.iter().filter_map(|draft| captions(draft, language, intake, sink)).collect();
    medium
}

/// The width and the height that an author gave, if both.
fn given_size(width: &Slot<u16>, height: &Slot<u16>) -> Option<(u16, u16)> {
    width.cloned().zip(height.cloned())
}

/// The size of a file, which the author's must not contradict; theirs, where the file tells none.
fn agreed_size([width, height]: [&Slot<u16>; 2], of_file: Option<(u16, u16)>, sink: &mut Sink) -> Option<(u16, u16)> {
    let given = given_size(width, height);
    if let (Some(of_file), Some(given)) = (of_file, given) {
        bad_size::check_against_file(width, given, of_file, sink);
    }
    of_file.or(given)
}

fn captions(draft: &CaptionsDraft<'_>, language: &str, intake: &mut Intake<'_>, sink: &mut Sink) -> Option<Captions> {
    let file = draft.file.good()?;
    if !is_local(&file.value) {
        bad_captions::report_elsewhere(&file.value, file.span, sink);
        return None;
    }
    Some(Captions {
        url: intake.captions(file, sink)?,
        language: draft.language.to_text().unwrap_or_else(|| language.to_owned()),
        label: draft.label.to_text(),
    })
}

/// How an intake makes an address of a file.
type Made<'a> = fn(&mut Intake<'a>, &Given<Words<'_>>, &mut Sink) -> Option<String>;

/// The address of what a field names: as it is where it lies elsewhere.
fn local<'a>(slot: &Slot<Words<'_>>, intake: &mut Intake<'a>, sink: &mut Sink, made: Made<'a>) -> Option<String> {
    let given = slot.good()?;
    if is_local(&given.value) { made(intake, given, sink) } else { slot.to_text() }
}

#[cfg(test)]
mod tests;
