//! `on-record build`: writes everything that a web server needs.

use std::io;

use compile::{Content, MediaFile};
use disk::{Contents, Foreign, Lasting, StoryFolder};
use publish::{Audience, CARD_FILE, Card, INLINED_BYTES, Input, LASTING, MediaBytes, News, packed, site};
use story::Story;

use crate::args::BuildArgs;
use crate::end::End;
use crate::{clock, output, widget};

pub(crate) fn run(args: &BuildArgs) -> End {
    build(args).unwrap_or_else(|end| end)
}

fn build(args: &BuildArgs) -> Result<End, End> {
    let links = args.url.clone().unwrap_or_default();
    let machine = |error: io::Error| End::of_io(&error);
    refuse_own_folder(args)?;
    let lasting = Lasting { within: &LASTING, today: clock::today()? };
    let outcome = disk::compile_story(&args.story).map_err(machine)?;
    output::diagnostics(&outcome).map_err(machine)?;
    let Some(story) = &outcome.story else { return Ok(End::WrongInput) };
    let widget = widget::widget()?;
    let bundle = compile::opened(story);
    let audience = Audience::Readers(News { live_s: args.live, remember: args.remember });
    let media = media(&outcome.media);
    output::notes(&missing_in_one_file(story, &media)).map_err(machine)?;
    let card = publish::card(story, &bundle).map_err(End::Machine)?;
    output::notes(&without_letters(&card)).map_err(machine)?;
    let mut files = site(&Input {
        story,
        bundle: &bundle,
        media: &media,
        card: Some(&card.png),
        widget: &widget,
        links: &links,
        audience,
    });
    files.extend(packed(&files));
    let foreign = if args.force { Foreign::Kept } else { Foreign::Refused };
    let folder = StoryFolder::of(&args.story);
    let of_media = outcome.media.iter().map(|file| (file.path.as_str(), contents(file, &folder)));
    let named = files.iter().map(|file| (file.path.as_str(), Contents::Bytes(&file.bytes))).chain(of_media);
    disk::replace_folder(&args.out, named, foreign, lasting).map_err(machine)?;
    let count = files.len() + outcome.media.len();
    let told = format!("{}: {count} files. Open {} in a browser.\n", args.out.display(), first_look(args));
    output::result(&told).map_err(machine)?;
    Ok(End::Fine)
}

/// What the site has to know of media; films are not held.
pub(crate) fn media(files: &[MediaFile]) -> Vec<MediaBytes<'_>> {
    files.iter().map(|file| MediaBytes { path: &file.path, bytes: held(&file.content) }).collect()
}

fn held(content: &Content) -> Option<&[u8]> {
    match content {
        Content::Bytes(bytes) => Some(bytes),
        Content::Copy { .. } => None,
    }
}

/// What is written; a film is read when its turn comes.
fn contents<'a>(file: &'a MediaFile, folder: &'a StoryFolder) -> Contents<'a> {
    match &file.content {
        Content::Bytes(bytes) => Contents::Bytes(bytes),
        Content::Copy { .. } => Contents::Made(Box::new(|| file.read(folder))),
    }
}

/// Which pictures the page of one file has not got.
fn missing_in_one_file(story: &Story, media: &[MediaBytes<'_>]) -> Vec<String> {
    let made = publish::inlined(story, media);
    let most = INLINED_BYTES / 1_000_000;
    let told = |ids: &[String], what: &str, how: &str| {
        let counted = if ids.len() == 1 { format!("1 {what}") } else { format!("{} {what}s", ids.len()) };
        let told =
            format!("offline.html holds pictures of {most} MB, and leaves out {counted}, {how}: {}", ids.join(", "));
        Some(told).filter(|_| !ids.is_empty())
    };
    let pictures = told(&made.left_out, "picture", "told in words");
    let portraits = told(&made.without_portrait, "portrait", "for want of room or because it lies elsewhere");
    pictures.into_iter().chain(portraits).collect()
}

/// What the share card leaves out.
fn without_letters(card: &Card) -> Vec<String> {
    let texts: Vec<String> = card.without.iter().map(|text| format!("“{text}”")).collect();
    let told = format!(
        "{CARD_FILE} leaves out {}, because no font on this machine has the letters; install one, for instance of the Noto \
         fonts, and build again",
        texts.join(", ")
    );
    Some(told).filter(|_| !texts.is_empty()).into_iter().collect()
}

/// Among the files that are written are tables, which would take the place of the author's or be read as such.
fn refuse_own_folder(args: &BuildArgs) -> Result<(), End> {
    // What is not there yet is not the story's folder.
    let is_same = args.story.canonicalize().ok().is_some_and(|story| args.out.canonicalize().ok() == Some(story));
    let reason = || format!("{}: is the folder of the story itself; name another one", args.out.display());
    if is_same { Err(End::WrongUsage(reason())) } else { Ok(()) }
}

/// The page that can be looked at without a web server.
fn first_look(args: &BuildArgs) -> String {
    args.out.join("offline.html").display().to_string()
}

#[cfg(test)]
mod tests {
    #[test]
    fn what_is_made_is_put_where_it_is_served() {
        assert_eq!(compile::MEDIA_FOLDER, publish::MEDIA);
    }
}
