//! What stories with files become.

use std::collections::BTreeSet;

use crate::testing::{FilesBeside, picture, sound};
use crate::{Content, MEDIA_FOLDER, Outcome, render_text};
use story::{Media, MediaKind};

const VTT: &str = "WEBVTT\n\n00:01.000 --> 00:02.000\nHello";

/// A story whose one event shows something.
fn showing(media: &str) -> String {
    format!(
        "[[events]]\nid = \"e\"\ntitle = \"E\"\ndate = \"2024\"\naccounts = [{{ source = \"s\" }}]\nmedia = [{media}]\n\
         [[sources]]\nid = \"s\"\ntitle = \"S\"\n"
    )
}

fn media(outcome: &Outcome) -> &[Media] {
    &outcome.story.as_ref().unwrap_or_else(|| panic!("{}", render_text(outcome))).events[0].media
}

#[test]
fn a_picture_is_published_under_names_of_what_it_holds_in_all_its_widths() {
    let files = FilesBeside::default().file("p/a.png", &picture(700, 350));
    let outcome = files.outcome(&showing(
        "{ url = \"p/a.png\", alt = \"A\", licence = \"CC0\", sensitive = \"Blood.\", focus = \"30% 40%\" }",
    ));
    assert_eq!(render_text(&outcome), "");
    let [medium] = media(&outcome) else { panic!("one") };
    assert_eq!(
        (medium.kind, medium.size_px, medium.focus_percent),
        (MediaKind::Image, Some((700, 350)), Some((30, 40)))
    );
    assert_eq!((medium.licence.as_deref(), medium.sensitive.as_deref()), (Some("CC0"), Some("Blood.")));
    let widths: Vec<u16> = medium.versions.iter().map(|version| version.width_px).collect();
    assert_eq!(widths, [320, 640, 700]);
    assert_eq!(medium.versions.last().map(|version| &version.url), Some(&medium.url));
    let named: BTreeSet<&str> = medium.versions.iter().map(|version| version.url.as_str()).collect();
    let published: BTreeSet<&str> = outcome.media.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(named, published);
    assert!(published.iter().all(|path| path.starts_with(MEDIA_FOLDER)), "{published:?}");
    assert_eq!(media(&files.outcome(&showing("{ url = \"./p/../p/a.png\", alt = \"B\" }")))[0].url, medium.url);
}

#[test]
fn a_film_or_sound_is_a_copy_with_patches_and_nothing_published_tells_of_its_maker() {
    let files = FilesBeside::default()
        .file("a.wav", &sound())
        .file("a.vtt", VTT.as_bytes())
        .file("a.txt", b"Hello")
        .file("k.png", &picture(400, 300));
    let toml = showing(
        "{ kind = \"audio\", url = \"a.wav\", alt = \"A\", transcript = \"a.txt\",\n\
         captions = [\"a.vtt\", { file = \"a.vtt\", language = \"de\", label = \"Gehörlose\" }] }",
    ) + "people = [{ id = \"k\", name = \"K\", portrait = \"k.png\" }]\n";
    // A table of people stands before the first header.
    let (events, people) = toml.split_once("people = ").expect("people");
    let outcome = files.outcome(&format!("people = {people}{events}"));
    let [medium] = media(&outcome) else { panic!("one") };
    assert_eq!(medium.duration_ms, Some(1000));
    let captions: Vec<_> = medium.captions.iter().map(|it| (it.language.as_str(), it.label.as_deref())).collect();
    assert_eq!(captions, [("en", None), ("de", Some("Gehörlose"))]);
    let ends = |url: &str| url.rsplit_once('.').map(|(_, end)| end.to_owned());
    assert_eq!(ends(&medium.captions[0].url).as_deref(), Some("vtt"));
    assert_eq!(medium.transcript.as_deref().and_then(ends).as_deref(), Some("txt"));
    let portrait = outcome.story.as_ref().and_then(|story| story.people[0].portrait.clone()).expect("a portrait");
    assert!(outcome.media.iter().any(|file| file.path == portrait));
    assert_eq!(outcome.media.len(), 4);
    for file in &outcome.media {
        let bytes = file.read(&files).expect("read");
        assert_eq!(bytes.len() as u64, file.len_bytes());
        for word in [b"SpyCam 9000".as_slice(), b"52.51630N"] {
            assert!(!bytes.windows(word.len()).any(|it| it == word), "{}", file.path);
        }
        assert_eq!(matches!(file.content, Content::Copy { .. }), file.path.ends_with(".wav"));
    }
}

#[test]
fn the_size_of_a_file_is_not_contradicted() {
    let files = FilesBeside::default().file("a.png", &picture(300, 200));
    let row = |size: &str| files.outcome(&showing(&format!("{{ url = \"a.png\", alt = \"A\", {size} }}")));
    for good in ["width = 300, height = 200", "width = 150, height = 100", "width = 100, height = 67"] {
        assert_eq!(media(&row(good))[0].size_px, Some((300, 200)), "{good}");
    }
    let outcome = row("width = 200, height = 300");
    assert!(outcome.story.is_none());
    assert!(render_text(&outcome).contains("its file is of 300 × 200 px"), "{}", render_text(&outcome));
}

/// A story with these fields of its own.
fn of_imprint(fields: &str) -> String {
    format!("[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\npublisher = \"P\"\n{fields}\n")
}

#[test]
fn the_picture_and_the_logo_of_a_story_are_files_of_its_folder() {
    let files = FilesBeside::default().file("a.png", &picture(1400, 700)).file("p/logo.png", &picture(60, 40));
    let outcome = files.outcome(&of_imprint("image = \"a.png\"\npublisher_logo = \"p/logo.png\""));
    assert_eq!(render_text(&outcome), "");
    let imprint = &outcome.story.as_ref().expect("a story").imprint;
    let image = imprint.image.as_ref().expect("a picture");
    assert_eq!(image.size_px, Some((1400, 700)), "as its file has it");
    let logo = imprint.publisher.as_ref().and_then(|publisher| publisher.logo.as_ref()).expect("a logo");
    let published: BTreeSet<&str> = outcome.media.iter().map(|file| file.path.as_str()).collect();
    assert_eq!(published, BTreeSet::from([image.url.as_str(), logo.as_str()]), "each once, and in no other width");
    for file in &outcome.media {
        let bytes = file.read(&files).expect("read");
        assert!(!bytes.windows(11).any(|it| it == b"SpyCam 9000"), "{}", file.path);
    }
}

#[test]
fn the_picture_of_a_story_that_is_none_or_not_there_is_refused_with_its_place() {
    let files = FilesBeside::default().file("a.txt", b"just words").file("b.png", &picture(30, 20));
    for (fields, told) in [
        ("image = \"../a.jpg\"", "6:10: error[outside-folder]"),
        ("publisher_logo = \"archive/a.jpg\"", "6:19: error[outside-folder]"),
        ("image = \"gone.jpg\"", "6:10: error[missing-file]"),
        ("image = \"a.txt\"", "6:10: error[bad-file]"),
        ("publisher_logo = \"a.txt\"", "6:19: error[bad-file]"),
        ("image = \"b.png\"\nimage_width = 20\nimage_height = 30", "7:15: error[bad-size]"),
    ] {
        let outcome = files.outcome(&of_imprint(fields));
        assert!(outcome.story.is_none(), "{fields}");
        assert!(render_text(&outcome).contains(told), "{told} in {}", render_text(&outcome));
    }
    let elsewhere = "image = \"https://a.example/b.jpg\"\nimage_width = 4\nimage_height = 3";
    let outcome = files.outcome(&of_imprint(elsewhere));
    let image = outcome.story.expect("a story").imprint.image.expect("a picture");
    assert_eq!((image.url.as_str(), image.size_px), ("https://a.example/b.jpg", Some((4, 3))));
}

#[test]
fn what_lies_elsewhere_stays_as_it_is() {
    let outcome = FilesBeside::default().outcome(&showing(
        "{ url = \"https://a.example/b.jpg\", alt = \"A\", width = 4, height = 3 },\n\
         { kind = \"video\", url = \"https://a.example/c.mp4\", alt = \"C\", poster = \"https://a.example/d.jpg\", duration = \"1:02\",\n\
         transcript = \"https://a.example/e\" }",
    ));
    let [image, film] = media(&outcome) else { panic!("two") };
    assert_eq!((image.url.as_str(), image.size_px), ("https://a.example/b.jpg", Some((4, 3))));
    assert_eq!((film.poster.as_deref(), film.duration_ms), (Some("https://a.example/d.jpg"), Some(62_000)));
    assert!(outcome.media.is_empty());
}

#[test]
fn captions_in_a_cell_are_of_the_language_that_stands_before_them() {
    let csv = "event,kind,url,alt,captions,focus\ne,audio,a b.wav,A,a.vtt; de: b.vtt,\n";
    let input = |name: &str, text: &str| crate::Input { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    let story = "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"fr\"\n".to_owned() + &showing("");
    let outcome = crate::compile(vec![input("media.csv", csv), input("story.toml", &story)]);
    let [medium] = media(&outcome) else { panic!("one") };
    assert_eq!(medium.url, "a%20b.wav");
    let captions: Vec<_> = medium.captions.iter().map(|it| (it.language.as_str(), it.url.as_str())).collect();
    assert_eq!(captions, [("fr", "a.vtt"), ("de", "b.vtt")]);
}
