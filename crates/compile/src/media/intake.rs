//! The story's folder while its files are looked at: opens, reports, and collects what is published.

use std::collections::BTreeMap;

use pictures::{Fault, Group, Kind, MAX_CAPTIONS_BYTES, MAX_FILM_BYTES, MAX_PICTURE_BYTES, Picture, Sort, Source};
use sha2::{Digest as _, Sha256};
use story::{MediaKind, MediaVersion};

use super::cache::MadeFor;
use super::file::{Content, MediaFile, film_file};
use super::folder::{Beside, Effort, Unopened};
use crate::checks::outside_folder::{self, inner_path};
use crate::checks::{bad_captions, bad_file, missing_file, too_large, unsafe_file, wrong_kind};
use crate::diagnostic::Sink;
use crate::draft::{Given, Words};

/// A poster is at most so wide, px, where there are versions to choose from.
const POSTER_WIDTH_PX: u32 = 1_024;

/// The folder, and what comes out of it.
pub(super) struct Intake<'a> {
    beside: Option<&'a Beside<'a>>,
    files: BTreeMap<String, Content>,
}

/// A picture as it is published.
pub(super) struct ShownPicture {
    pub(super) url: String,
    pub(super) size_px: Option<(u16, u16)>,
    pub(super) versions: Vec<MediaVersion>,
}

/// A film or sound as it is published.
pub(super) struct ShownFilm {
    pub(super) url: String,
    pub(super) size_px: Option<(u16, u16)>,
    pub(super) duration_ms: Option<u32>,
}

impl<'a> Intake<'a> {
    pub(super) fn new(beside: Option<&'a Beside<'a>>) -> Self {
        if let Some(Beside { effort: Effort::Make(cache), .. }) = beside {
            cache.begin();
        }
        Self { beside, files: BTreeMap::new() }
    }

    /// What is to be published, by path.
    pub(super) fn into_files(self) -> Vec<MediaFile> {
        self.files.into_iter().map(|(path, content)| MediaFile { path, content }).collect()
    }

    /// A picture in all its widths; `None` where something was reported.
    pub(super) fn picture(&mut self, given: &Given<Words<'_>>, sink: &mut Sink) -> Option<ShownPicture> {
        self.made_picture(given, sink, Self::published)
    }

    /// A picture in its full width alone; `None` where something was reported.
    pub(super) fn whole_picture(&mut self, given: &Given<Words<'_>>, sink: &mut Sink) -> Option<ShownPicture> {
        self.made_picture(given, sink, Self::published_whole)
    }

    /// A publisher's logo.
    pub(super) fn logo(&mut self, given: &Given<Words<'_>>, sink: &mut Sink) -> Option<String> {
        self.whole_picture(given, sink).map(|picture| picture.url)
    }

    fn made_picture(
        &mut self,
        given: &Given<Words<'_>>,
        sink: &mut Sink,
        publish: fn(&mut Self, &Picture) -> Option<ShownPicture>,
    ) -> Option<ShownPicture> {
        let Some((path, source)) = self.opened(given, sink)? else {
            return Some(ShownPicture { url: on_trust(given), size_px: None, versions: Vec::new() });
        };
        let bytes = whole(&path, source.as_ref(), ("a picture", MAX_PICTURE_BYTES), given, sink)?;
        drop(source);
        needs(Group::Picture, &bytes, &path, given, sink)?;
        match self.effort()? {
            Effort::Look => {
                // The fault is reported.
                let looked = pictures::look(&bytes).map_err(|fault| report(&path, given, &fault, sink)).ok()?;
                Some(ShownPicture {
                    url: on_trust(given),
                    size_px: sides(looked.width_px, looked.height_px),
                    versions: Vec::new(),
                })
            }
            Effort::Make(cache) => {
                let key = (Sha256::digest(&bytes).into(), MadeFor::Picture);
                match cache.made(key, || pictures::prepare(&bytes)).as_ref() {
                    Ok(picture) => publish(self, picture),
                    Err(fault) => {
                        report(&path, given, fault, sink);
                        None
                    }
                }
            }
        }
    }

    /// The picture that stands for a film.
    pub(super) fn poster(&mut self, given: &Given<Words<'_>>, sink: &mut Sink) -> Option<String> {
        let picture = self.picture(given, sink)?;
        let version = picture.versions.iter().find(|version| u32::from(version.width_px) >= POSTER_WIDTH_PX);
        let url = version.map_or(picture.url, |version| version.url.clone());
        Some(url)
    }

    /// A small square picture of somebody.
    pub(super) fn portrait(&mut self, given: &Given<Words<'_>>, sink: &mut Sink) -> Option<String> {
        let Some((path, source)) = self.opened(given, sink)? else { return Some(on_trust(given)) };
        let bytes = whole(&path, source.as_ref(), ("a picture", MAX_PICTURE_BYTES), given, sink)?;
        drop(source);
        needs(Group::Picture, &bytes, &path, given, sink)?;
        let made = match self.effort()? {
            Effort::Look => pictures::look(&bytes).map(|_| None),
            Effort::Make(cache) => {
                let key = (Sha256::digest(&bytes).into(), MadeFor::Portrait);
                cache.made(key, || pictures::portrait(&bytes)).as_ref().clone().map(Some)
            }
        };
        match made {
            Ok(None) => Some(on_trust(given)),
            Ok(Some(picture)) => self.published(&picture).map(|shown| shown.url),
            Err(fault) => {
                report(&path, given, &fault, sink);
                None
            }
        }
    }

    /// A film or a sound; `None` where something was reported.
    pub(super) fn film(&mut self, given: &Given<Words<'_>>, kind: MediaKind, sink: &mut Sink) -> Option<ShownFilm> {
        let Some((path, source)) = self.opened(given, sink)? else {
            return Some(ShownFilm { url: on_trust(given), size_px: None, duration_ms: None });
        };
        if !too_large::check(&path, given.span, "a film or sound", source.len_bytes(), MAX_FILM_BYTES, sink) {
            return None;
        }
        let group = if kind == MediaKind::Video { Group::Film } else { Group::Sound };
        // What cannot be read is found to be so by those who look at all of it.
        let head = source.read(0, 1024).unwrap_or_default();
        // What it is not is told as what is needed; what it is but for its parts, by those who look at them.
        if let Ok(found) = Kind::of(&head)
            && !matches!(found.group(), Group::Film | Group::Sound)
        {
            wrong(&path, given, found, group, sink);
            return None;
        }
        // The fault is reported.
        let film = pictures::film(source.as_ref()).map_err(|fault| report(&path, given, &fault, sink)).ok()?;
        if film.is_film != (group == Group::Film) {
            wrong(&path, given, film.kind, group, sink);
            return None;
        }
        let size_px = film.size_px.and_then(|(width, height)| sides(width, height));
        let duration_ms = film.duration_ms.and_then(|ms| u32::try_from(ms).ok()).filter(|ms| *ms > 0);
        let url = match self.effort()? {
            Effort::Look => on_trust(given),
            Effort::Make(_) => match film_file(source.as_ref(), &path, film.patches, film.kind.ending()) {
                Ok(file) => self.put(file),
                Err(error) => {
                    missing_file::report(&given.value, given.span, Some(&error.to_string()), sink);
                    return None;
                }
            },
        };
        Some(ShownFilm { url, size_px, duration_ms })
    }

    /// A file of captions.
    pub(super) fn captions(&mut self, given: &Given<Words<'_>>, sink: &mut Sink) -> Option<String> {
        let Some((path, source)) = self.opened(given, sink)? else { return Some(on_trust(given)) };
        let bytes = whole(&path, source.as_ref(), ("a file of captions", MAX_CAPTIONS_BYTES), given, sink)?;
        drop(source);
        if let Err(fault) = pictures::check_captions(&bytes) {
            bad_captions::report(&path, given.span, &fault, sink);
            return None;
        }
        Some(self.put_bytes(given, &bytes, Kind::WebVtt.ending()))
    }

    /// A transcript: plain text.
    pub(super) fn transcript(&mut self, given: &Given<Words<'_>>, sink: &mut Sink) -> Option<String> {
        let Some((path, source)) = self.opened(given, sink)? else { return Some(on_trust(given)) };
        let bytes = whole(&path, source.as_ref(), ("a transcript", MAX_CAPTIONS_BYTES), given, sink)?;
        drop(source);
        let is_text = std::str::from_utf8(&bytes).is_ok_and(|text| !text.contains('\0'));
        if !is_text {
            let is = Kind::of(&bytes).map_or("no text in UTF-8".to_owned(), |kind| format!("a {}", kind.name()));
            let hint = "save it as plain text in UTF-8, or name the address of a page";
            wrong_kind::report(&path, given.span, &is, "a text", hint, sink);
            return None;
        }
        Some(self.put_bytes(given, &bytes, "txt"))
    }

    /// The file that a field names, with its path; `Some(None)` where it is taken on trust, `None` where it was reported.
    fn opened(&self, given: &Given<Words<'_>>, sink: &mut Sink) -> Option<Option<(String, Box<dyn Source + 'a>)>> {
        let Some(beside) = self.beside else { return Some(None) };
        // The field was refused where it leads out.
        let path = inner_path(&given.value)?;
        let decoded = decoded(&path).and_then(|decoded| inner_path(&decoded)).filter(|decoded| *decoded != path);
        let found = match (beside.folder.open(&path), decoded) {
            (Err(Unopened::Missing), Some(decoded)) => beside.folder.open(&decoded).map(|source| (decoded, source)),
            (found, _) => found.map(|source| (path, source)),
        };
        match found {
            Ok(found) => return Some(Some(found)),
            Err(Unopened::Missing) => missing_file::report(&given.value, given.span, None, sink),
            Err(Unopened::Outside) => outside_folder::report(&given.value, given.span, sink),
            Err(Unopened::Failed(error)) => {
                missing_file::report(&given.value, given.span, Some(&error.to_string()), sink);
            }
        }
        None
    }

    /// How far to go. Whoever asks has opened a file, so there is an answer.
    fn effort(&self) -> Option<Effort<'a>> {
        self.beside.map(|beside| beside.effort)
    }

    fn published(&mut self, picture: &Picture) -> Option<ShownPicture> {
        let mut versions = Vec::with_capacity(picture.versions.len());
        for version in &picture.versions {
            let url = self.put(MediaFile::of_bytes(&version.bytes, version.kind.ending()));
            versions.push(MediaVersion { url, width_px: u16::try_from(version.width_px).unwrap_or(u16::MAX) });
        }
        let url = versions.last()?.url.clone();
        let itself = picture.versions.last()?;
        let size_px = sides(itself.width_px, itself.height_px);
        if versions.len() == 1 {
            versions.clear();
        }
        Some(ShownPicture { url, size_px, versions })
    }

    fn published_whole(&mut self, picture: &Picture) -> Option<ShownPicture> {
        let itself = picture.versions.last()?;
        let url = self.put(MediaFile::of_bytes(&itself.bytes, itself.kind.ending()));
        Some(ShownPicture { url, size_px: sides(itself.width_px, itself.height_px), versions: Vec::new() })
    }

    fn put(&mut self, file: MediaFile) -> String {
        self.files.insert(file.path.clone(), file.content);
        file.path
    }

    fn put_bytes(&mut self, given: &Given<Words<'_>>, bytes: &[u8], ending: &str) -> String {
        match self.effort() {
            Some(Effort::Make(_)) => self.put(MediaFile::of_bytes(bytes, ending)),
            Some(Effort::Look) | None => on_trust(given),
        }
    }
}

/// The address of a file that is not made: the author's, as a page can hold it.
fn on_trust(given: &Given<Words<'_>>) -> String {
    given.value.replace(' ', "%20")
}

/// All bytes of a file that is not too large.
fn whole(
    path: &str,
    source: &dyn Source,
    (what, most_bytes): (&str, u64),
    given: &Given<Words<'_>>,
    sink: &mut Sink,
) -> Option<Vec<u8>> {
    let len_bytes = source.len_bytes();
    if !too_large::check(path, given.span, what, len_bytes, most_bytes, sink) {
        return None;
    }
    let read = source.read(0, usize::try_from(len_bytes).unwrap_or(usize::MAX));
    // The error is reported.
    read.map_err(|error| missing_file::report(&given.value, given.span, Some(&error.to_string()), sink)).ok()
}

/// Reports a file whose contents are known, and of another group.
fn needs(group: Group, bytes: &[u8], path: &str, given: &Given<Words<'_>>, sink: &mut Sink) -> Option<()> {
    match Kind::of(bytes) {
        Ok(kind) if kind.group() != group => {
            wrong(path, given, kind, group, sink);
            None
        }
        // What is of no kind at all is told by whoever reads it.
        _ => Some(()),
    }
}

fn wrong(path: &str, given: &Given<Words<'_>>, kind: Kind, needed: Group, sink: &mut Sink) {
    let word = |group| match group {
        Group::Picture => ("a picture", "write `kind = \"image\"`"),
        Group::Film => ("a film", "write `kind = \"video\"`"),
        Group::Sound => ("a sound", "write `kind = \"audio\"`"),
        Group::Captions => ("captions", "name them in `captions` of a film or sound"),
    };
    // A film that has no pictures is a sound, and the other way round.
    let is = if kind.group() == needed && needed == Group::Film { Group::Sound } else { kind.group() };
    let hint = word(is).1;
    wrong_kind::report(path, given.span, &format!("a {}", kind.name()), word(needed).0, hint, sink);
}

fn report(path: &str, given: &Given<Words<'_>>, fault: &Fault, sink: &mut Sink) {
    let report = match fault.sort {
        Sort::TooLarge => too_large::report,
        Sort::Unsafe => unsafe_file::report,
        Sort::Unknown | Sort::Damaged => bad_file::report,
    };
    report(path, given.span, fault, sink);
}

fn sides(width_px: u32, height_px: u32) -> Option<(u16, u16)> {
    u16::try_from(width_px).ok().zip(u16::try_from(height_px).ok())
}

/// A path without the escapes of addresses; `None` where they mean no text.
fn decoded(path: &str) -> Option<String> {
    let bytes = path.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = (byte == b'%').then(|| path.get(at + 1..at + 3)).flatten();
        match escaped.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
            Some(byte) => {
                out.push(byte);
                at += 3;
            }
            None => {
                out.push(byte);
                at += 1;
            }
        }
    }
    String::from_utf8(out).ok()
}
