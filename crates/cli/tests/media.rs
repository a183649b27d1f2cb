//! Pictures, films and sounds as an editor meets them: what is published of them, what is refused, and who is asked.

#![allow(clippy::expect_used, reason = "a test that finds no ground to stand on should stop")]

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

mod scratch;

use scratch::Scratch;
use serde_json::Value;

const FIXTURES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../compile/fixtures");

/// What no published byte may hold: a camera, a place, a photographer.
const PLANTED: [&[u8]; 3] = [b"SpyCam 9000", b"52.51630N", b"Jo at home"];

impl Scratch {
    fn save(&self, name: &str, bytes: &[u8]) {
        let path = self.0.join("story").join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, bytes).expect("written");
    }

    /// A story of one event with these media.
    fn with_media(name: &str, media: &str) -> Self {
        let scratch = Self::new(name);
        let story = format!(
            "story = {{ id = \"o\", title = \"O\", language = \"en\" }}\n\
             sources = [{{ id = \"s\", title = \"First report\", url = \"https://example.org/a\" }}]\n\
             [[events]]\nid = \"e\"\ntitle = \"E\"\ndate = \"2024\"\n\
             accounts = [{{ source = \"s\", says = \"It was so.\" }}]\nmedia = [{media}]\n"
        );
        scratch.save("story.toml", story.as_bytes());
        scratch
    }

    fn run(&self, args: &[&str]) -> (i32, String, String) {
        let mut command = Command::new(env!("CARGO_BIN_EXE_on-record"));
        let story = self.0.join("story");
        command.arg(args[0]).arg(story).args(&args[1..]).env("ON_RECORD_WIDGET", self.0.join("build"));
        let Output { status, stdout, stderr } = command.output().expect("started");
        let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
        (status.code().expect("a code"), text(stdout), text(stderr))
    }

    fn build(&self) -> (i32, String, String) {
        let out = self.0.join("out");
        self.run(&["build", "--out", out.to_str().expect("UTF-8")])
    }

    /// Every file that was built, by its path in the folder.
    fn built(&self) -> BTreeMap<String, Vec<u8>> {
        let (out, mut files) = (self.0.join("out"), BTreeMap::new());
        collect(&out, &out, &mut files);
        files
    }
}

fn collect(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        if path.is_dir() {
            collect(root, &path, files);
        } else {
            let name: PathBuf = path.strip_prefix(root).expect("below").into();
            files.insert(name.to_string_lossy().into_owned(), fs::read(&path).expect("read"));
        }
    }
}

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(FIXTURES).join(name)).expect("a fixture")
}

/// A photograph with EXIF and a comment behind its first two bytes, and something behind its end.
fn planted_picture() -> Vec<u8> {
    let plain = fixture("bridge.jpg");
    let words = PLANTED.concat();
    let segment =
        |marker: u8, body: &[u8]| [&[0xFF, marker][..], &(body.len() as u16 + 2).to_be_bytes(), body].concat();
    let exif = segment(0xE1, &[b"Exif\0\0MM\0*\0\0\0\x08\0\0\0\0\0\0".as_slice(), &words].concat());
    [&plain[..2], &exif, &segment(0xFE, &words), &plain[2..], &words].concat()
}

/// A film with a box that says where it was taken.
fn planted_film() -> Vec<u8> {
    let body = [b"\0\0\0\0".as_slice(), &PLANTED.concat()].concat();
    let place = [&(body.len() as u32 + 8).to_be_bytes()[..], b"udta", &body].concat();
    [fixture("opening.mp4"), place].concat()
}

const ALL: &str = "{ url = \"p/bridge.jpg\", alt = \"A bridge\" }, { kind = \"video\", url = \"film.mp4\", alt = \"A film\", \
                   poster = \"p/bridge.jpg\", captions = \"film.vtt\" }, { url = \"drawing.svg\", alt = \"A drawing\" }";

fn with_all(name: &str) -> Scratch {
    let scratch = Scratch::with_media(name, ALL);
    scratch.save("p/bridge.jpg", &planted_picture());
    scratch.save("film.mp4", &planted_film());
    scratch.save("film.vtt", &fixture("opening.vtt"));
    let drawing = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><!-- {} --><metadata>{0}</metadata></svg>",
        String::from_utf8_lossy(&PLANTED.concat())
    );
    scratch.save("drawing.svg", drawing.as_bytes());
    scratch
}

#[test]
fn nothing_published_tells_of_camera_place_or_photographer() {
    let scratch = with_all("private");
    let (code, out, err) = scratch.build();
    assert_eq!((code, err.as_str()), (0, ""));
    let files = scratch.built();
    assert!(out.contains(&format!("{} files", files.len() - 1)), "{out}");
    for (path, bytes) in &files {
        for word in PLANTED {
            assert!(!bytes.windows(word.len()).any(|it| it == word), "{path}: {}", word.escape_ascii());
        }
    }
    let media: Vec<_> = files.keys().filter_map(|path| path.strip_prefix("media/")).collect();
    let ends = |end: &str| media.iter().filter(|name| name.ends_with(end)).count();
    assert_eq!(["jpg", "mp4", "vtt", "svg"].map(ends), [2, 1, 1, 1], "{media:?}");
    let film = media.iter().find(|name| name.ends_with("mp4")).expect("a film");
    assert_eq!(files[&format!("media/{film}")].len(), planted_film().len(), "only covered");
}

#[test]
fn pages_and_data_name_the_files_that_are_there() {
    let scratch = with_all("named");
    assert_eq!(scratch.build().0, 0);
    let files = scratch.built();
    let json: Value = serde_json::from_slice(&files["story.json"]).expect("JSON");
    let media = json["events"][0]["media"].as_array().expect("a list");
    let mut named = vec![&media[1]["poster"], &media[1]["captions"][0]["url"]];
    named.extend(media.iter().flat_map(|medium| {
        let versions = medium["versions"].as_array().into_iter().flatten().map(|version| &version["url"]);
        versions.chain([&medium["url"]]).collect::<Vec<_>>()
    }));
    assert_eq!(named.len(), 2 + 3 + 2);
    for url in named {
        assert!(files.contains_key(url.as_str().expect("an address")), "{url}");
    }
    assert_eq!((&media[0]["width"], &media[0]["height"]), (&640.into(), &480.into()));
    assert_eq!(media[1]["duration_ms"], 245_000);
    let page = String::from_utf8_lossy(&files["index.html"]);
    assert!(page.contains(media[0]["url"].as_str().expect("an address")));
    assert!(String::from_utf8_lossy(&files["_headers"]).contains("media-src 'self'"));
}

#[test]
fn a_page_of_one_file_holds_its_picture() {
    let scratch = Scratch::with_media("offline", "{ url = \"img.jpg\", alt = \"A bridge in the sun\" }");
    let (code, _, err) = scratch.build();
    assert_eq!(code, 1);
    assert!(err.contains("error[missing-file]: there is no file `img.jpg`"), "{err}");
    scratch.save("img.jpg", &planted_picture());
    assert_eq!(scratch.build().0, 0);
    let files = scratch.built();
    let page = String::from_utf8_lossy(&files["offline.html"]);
    assert!(page.contains("src=\"data:image/jpeg;base64,/9j/") && page.contains("alt=\"A bridge in the sun\""));
    assert!(!page.contains("src=\"media/"), "there is no other file");
}

#[test]
fn the_page_of_one_file_says_what_it_has_no_room_for() {
    let drawing = |at: usize| {
        let title = at.to_string().repeat(2_100_000);
        format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\"><title>{title}</title></svg>")
    };
    let media: Vec<_> = (1..=3).map(|at| format!("{{ url = \"{at}.svg\", alt = \"Drawing {at}\" }}")).collect();
    let scratch = Scratch::with_media("room", &media.join(", "));
    (1..=3).for_each(|at| scratch.save(&format!("{at}.svg"), drawing(at).as_bytes()));
    let (code, _, err) = scratch.build();
    assert_eq!(code, 0);
    let told = "on-record: offline.html holds pictures of 4 MB, and leaves out 2 pictures, told in words: e, e\n";
    assert_eq!(err, told);
}

#[test]
fn the_page_of_one_file_holds_portraits_and_says_whose_it_has_not() {
    let scratch = Scratch::new("faces");
    let story = "story = { id = \"o\", title = \"O\", language = \"en\", unverified = \"Made up.\" }\n\
        sources = [{ id = \"s\", title = \"First report\" }]\n\
        people = [{ id = \"a\", name = \"A\", portrait = \"a.jpg\" }, \
        { id = \"b\", name = \"B\", portrait = \"https://faces.example/b.jpg\" }]\n";
    let quote = |of: &str| format!("[[quotes]]\nid = \"q-{of}\"\ntext = \"So\"\nspeaker = \"{of}\"\nsource = \"s\"\n");
    scratch.save("story.toml", (story.to_owned() + &quote("a") + &quote("b")).as_bytes());
    scratch.save("a.jpg", &planted_picture());
    let (code, _, err) = scratch.build();
    assert_eq!(code, 0);
    let told = "offline.html holds pictures of 4 MB, and leaves out 1 portrait, for want of room or because it lies elsewhere: b";
    assert!(err.contains(told), "{err}");
    let files = scratch.built();
    let text = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    assert_eq!(text("offline.html").matches("class=\"portrait\"").count(), 1);
    assert!(text("_headers").contains("img-src 'self' data: https://faces.example;"));
    assert!(err.contains("readers' browsers ask `faces.example`"), "{err}");
}

#[test]
fn the_picture_and_the_logo_of_a_story_are_in_the_folder_that_names_them() {
    let scratch = Scratch::new("imprint");
    let story = "[story]\nid = \"o\"\ntitle = \"O\"\nlanguage = \"en\"\npublisher = \"P\"\n\
                 publisher_logo = \"p/logo.png\"\nimage = \"bridge.jpg\"\n";
    scratch.save("story.toml", story.as_bytes());
    let (code, _, err) = scratch.run(&["check"]);
    assert_eq!(code, 1);
    assert!(err.contains("there is no file `bridge.jpg`") && err.contains("there is no file `p/logo.png`"), "{err}");
    scratch.save("bridge.jpg", &planted_picture());
    scratch.save("p/logo.png", &fixture("logo.png"));
    let out = scratch.0.join("out");
    let (code, _, err) =
        scratch.run(&["build", "--out", out.to_str().expect("UTF-8"), "--url", "https://p.example/s/"]);
    assert_eq!((code, err.as_str()), (0, ""));
    let files = scratch.built();
    let text = |path: &str| String::from_utf8_lossy(&files[path]).into_owned();
    let json: Value = serde_json::from_slice(&files["story.json"]).expect("JSON");
    let (image, logo) = (&json["story"]["image"], json["story"]["publisher"]["logo"].as_str().expect("an address"));
    let url = image["url"].as_str().expect("an address");
    assert_eq!((&image["width"], &image["height"]), (&640.into(), &480.into()), "as the file has it");
    for path in [url, logo] {
        assert!(path.starts_with("media/") && files.contains_key(path), "{path}");
        assert!(PLANTED.iter().all(|word| !files[path].windows(word.len()).any(|it| it == *word)), "{path}");
    }
    let whole = |path: &str| format!("\"https://p.example/s/{path}\"");
    let page = text("index.html");
    for told in [whole(url), whole(logo)] {
        assert!(page.contains(&told), "structured data has {told}");
    }
    assert!(
        page.contains(&format!("<meta property=\"og:image\" content={}>", whole("card.png"))),
        "it is the wider one"
    );
    assert!(files.keys().filter(|path| path.starts_with("media/")).count() == 2, "and nothing that nobody names");
}

#[test]
fn check_says_which_other_servers_readers_ask() {
    let scratch =
        Scratch::with_media("servers", "{ url = \"https://a.example/b.jpg\", alt = \"A\", width = 4, height = 3 }");
    let (code, out, err) = scratch.run(&["check"]);
    assert_eq!(code, 0, "{err}");
    assert!(err.contains("note[other-server]: readers' browsers ask `a.example`") && err.contains("1 note"), "{err}");
    assert!(out.contains("No errors."), "{out}");
    let (code, out, _) = scratch.run(&["check", "--format", "json"]);
    let told: Value = serde_json::from_str(&out).expect("JSON");
    let one = &told[0];
    assert_eq!(
        (code, &one["severity"], &one["code"], &one["line"]),
        (0, &"note".into(), &"other-server".into(), &8.into())
    );
    assert_eq!(scratch.build().0, 0);
    let files = scratch.built();
    assert!(String::from_utf8_lossy(&files["_headers"]).contains("img-src 'self' data: https://a.example;"));
}

#[test]
fn check_makes_nothing_and_finds_what_build_finds() {
    let bad = "{ url = \"../story/a.jpg\", alt = \"A\" }, { url = \"b.svg\", alt = \"B\" }, { url = \"c.jpg\" }";
    let scratch = Scratch::with_media("bad", bad);
    scratch.save("b.svg", b"<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1\" height=\"1\"><script/></svg>");
    scratch.save("c.jpg", b"no picture");
    let (checked, built) = (scratch.run(&["check"]), scratch.build());
    assert_eq!((checked.0, built.0), (1, 1));
    assert_eq!(checked.2, built.2);
    for code in ["outside-folder", "unsafe-file", "bad-file", "missing-alt"] {
        assert!(checked.2.contains(&format!("error[{code}]")), "{code} in {}", checked.2);
    }
}

#[test]
fn what_is_too_large_or_names_nothing_is_refused_with_its_place() {
    let scratch = Scratch::new("large");
    let story = "[story]\nid = \"o\"\ntitle = \"O\"\nlanguage = \"en\"\nopening = \"gone\"\n\
        [[sources]]\nid = \"s\"\ntitle = \"First report\"\n\
        [[events]]\nid = \"e\"\ntitle = \"E\"\ndate = \"2024\"\naccounts = [{ source = \"s\" }]\nmedia = [\n\
        { url = \"wide.gif\", alt = \"A\" },\n{ url = \"heavy.jpg\", alt = \"B\" },\n]\n\
        [[changes]]\ndate = \"2024\"\nkind = \"correction\"\nrecord = \"gone\"\nnote = \"N\"\n";
    scratch.save("story.toml", story.as_bytes());
    // 40,000 px wide, and 200 MB that take no room on a disk.
    scratch.save("wide.gif", b"GIF89a\x40\x9c\x02\0\0\0\0");
    let heavy = fs::File::create(scratch.0.join("story/heavy.jpg")).expect("a file");
    heavy.set_len(200_000_000).expect("its length");
    let (code, _, err) = scratch.run(&["check"]);
    assert_eq!(code, 1);
    for told in [
        "story.toml:5:12: error[unknown-id]",
        "story.toml:15:10: error[too-large]: `wide.gif` is a picture of 40000 × 2 px",
        "story.toml:16:10: error[too-large]: `heavy.jpg` is of 200 MB",
        "story.toml:21:11: error[unknown-id]",
    ] {
        assert!(err.contains(told), "{told} in {err}");
    }
    assert_eq!(err.matches("hint: ").count(), err.matches("error[").count(), "{err}");
}

#[cfg(unix)]
#[test]
fn a_link_out_of_the_folder_is_refused() {
    let scratch = Scratch::with_media("link", "{ url = \"a.jpg\", alt = \"A\" }");
    std::os::unix::fs::symlink(Path::new(FIXTURES).join("bridge.jpg"), scratch.0.join("story/a.jpg")).expect("a link");
    let (code, _, err) = scratch.run(&["check"]);
    assert_eq!(code, 1);
    assert!(err.contains("error[outside-folder]"), "{err}");
}
