//! `size`: how many bytes each part of the bundle costs a reader.

use super::build::{self, ELEMENT, GLUE, WASM};
use crate::{checkout::Checkout, failure::Failure, tools};
use flate2::{Compression, write::GzEncoder};
use serde_json::{Value, json};
use std::{
    fs,
    io::{self, Write},
    ops::Add,
    path::{Path, PathBuf},
};

/// A part of the bundle.
struct Part {
    /// What it is.
    name: &'static str,
    /// Where it stands in `dist/`.
    path: &'static str,
    /// When a page that embeds the story loads it.
    when: When,
}

/// When a page loads a part of the bundle.
#[derive(Clone, Copy, PartialEq, Eq)]
enum When {
    /// To be read, moved through and unfolded.
    AtOnce,
    /// When a reader reaches for the widget.
    OnIntent,
    /// With the widget, beside what its limit counts.
    Beside,
    /// Only some pages do, or in some cases.
    Sometimes,
}

/// All parts, the heaviest first.
const PARTS: &[Part] = &[
    Part { name: "wasm", path: WASM, when: When::OnIntent },
    Part { name: "glue", path: GLUE, when: When::OnIntent },
    Part { name: "what loads them", path: build::SHOW, when: When::Beside },
    Part { name: "style of the lens", path: build::LENS_STYLE, when: When::Beside },
    Part { name: "element and reading", path: ELEMENT, when: When::AtOnce },
    Part { name: "style of the story", path: build::STORY_STYLE, when: When::AtOnce },
    Part { name: "story of one line", path: build::TOLD, when: When::Sometimes },
    Part { name: "keeping to a link", path: build::LEAD, when: When::Sometimes },
    Part { name: "what is new", path: build::NEWS, when: When::Sometimes },
    Part { name: "progress and errors", path: build::NOTE, when: When::Sometimes },
    Part { name: "around a frame", path: build::HOST, when: When::Sometimes },
    Part { name: "in a frame", path: build::FRAME, when: When::Sometimes },
    Part { name: "page style", path: build::PAGE_STYLE, when: When::Sometimes },
    Part { name: "index.html", path: "index.html", when: When::Sometimes },
    Part { name: "article.html", path: "article.html", when: When::Sometimes },
];

/// What a script for reading may weigh, and wasm, glue and story once a reader reaches for the widget, by brotli.
const READING_LIMIT_BYTES: u64 = 4_096;
const INTENT_LIMIT_BYTES: u64 = 260_000;

/// What is summed.
const SUMS: &[(&str, When)] =
    &[("at once", When::AtOnce), ("wasm, glue and story", When::OnIntent), ("beside them", When::Beside)];

/// Where cargo keeps what build scripts wrote for the release bundle.
const BUILD_SCRIPTS: &str = "target/wasm32-unknown-unknown/widget/build";
/// What build.rs calls the compiled story.
const STORY: &str = "story.orb";

/// A bare Yew counter, wasm and glue, by brotli: what no widget of this kind can be below.
const YEW_COUNTER_BROTLI_BYTES: u64 = 49_000;

/// Bytes as they are, and as web servers send them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Bytes {
    raw: u64,
    gzip: u64,
    brotli: u64,
}

/// Builds the bundle, prints its parts and writes them to `target/size.json`.
///
/// # Errors
/// Where the build fails or a file cannot be read or written.
pub(crate) fn run(checkout: &Checkout) -> Result<(), Failure> {
    build::bundle(checkout, &tools::ensure(checkout, build::NEEDS)?)?;
    let parts = PARTS.iter().map(|part| Ok((part, measured(&checkout.dist().join(part.path))?)));
    let parts = parts.collect::<Result<Vec<_>, Failure>>()?;
    let story = story_in_wasm(checkout).map(|path| measured(&path)).transpose()?;
    print!("{}", table(&parts, story));
    write_json(&checkout.join("target/size.json"), &parts, story)
}

/// The story as build.rs last compiled it for the release bundle; it makes up a part of the wasm.
fn story_in_wasm(checkout: &Checkout) -> Option<PathBuf> {
    // Nothing was built yet.
    let builds = fs::read_dir(checkout.join(BUILD_SCRIPTS)).ok()?;
    let stories = builds.flatten().map(|build| build.path().join("out").join(STORY));
    // One whose age nobody tells is taken for the oldest.
    stories.filter(|path| path.is_file()).max_by_key(|path| path.metadata().and_then(|data| data.modified()).ok())
}

fn table(parts: &[(&Part, Bytes)], story: Option<Bytes>) -> String {
    let row = |name: &str, cells: [String; 3]| format!("{name:<26}{:>12}{:>12}{:>12}\n", cells[0], cells[1], cells[2]);
    let line = |name: &str, bytes: Bytes| row(name, [bytes.raw, bytes.gzip, bytes.brotli].map(|n| n.to_string()));
    let mut table = row("bytes", ["raw", "gzip -9", "brotli -11"].map(str::to_owned));
    for (part, bytes) in parts {
        table.push_str(&line(part.name, *bytes));
        if let Some(story) = story.filter(|_| part.path == WASM) {
            table.push_str(&line("  the story in it, alone", story));
        }
    }
    for (name, when) in SUMS {
        table.push_str(&line(name, sum(parts, *when)));
    }
    table.push_str(&limits(parts));
    table.push_str(&comparison(parts));
    table
}

/// What is kept of what was promised.
fn limits(parts: &[(&Part, Bytes)]) -> String {
    let reading = parts.iter().filter(|(part, _)| part.path == ELEMENT).map(|(_, bytes)| bytes.brotli).sum();
    let intent = sum(parts, When::OnIntent).brotli;
    let told = |name: &str, bytes: u64, limit: u64| {
        let mark = if bytes <= limit { '✓' } else { '✗' };
        format!("{name}: {:.1} kB brotli, at most {:.1} {mark}\n", bytes as f64 / 1000.0, limit as f64 / 1000.0)
    };
    told("the script for reading", reading, READING_LIMIT_BYTES)
        + &told("wasm, glue and story", intent, INTENT_LIMIT_BYTES)
}

fn comparison(parts: &[(&Part, Bytes)]) -> String {
    let ours: u64 = parts.iter().filter(|(part, _)| [WASM, GLUE].contains(&part.path)).map(|(_, b)| b.brotli).sum();
    let (kb, counter_kb) = (ours as f64 / 1000.0, YEW_COUNTER_BROTLI_BYTES / 1000);
    let times = ours as f64 / YEW_COUNTER_BROTLI_BYTES as f64;
    format!("wasm and glue: {kb:.1} kB brotli; a bare Yew counter: {counter_kb} kB ({times:.2} times)\n")
}

/// What a page loads at a time, its own HTML left aside.
fn sum(parts: &[(&Part, Bytes)], when: When) -> Bytes {
    parts.iter().filter(|(part, _)| part.when == when).fold(Bytes::default(), |sum, (_, bytes)| sum + *bytes)
}

fn write_json(path: &Path, parts: &[(&Part, Bytes)], story: Option<Bytes>) -> Result<(), Failure> {
    let list: Vec<_> = parts
        .iter()
        .map(|(part, bytes)| json!({ "name": part.name, "path": part.path, "bytes": bytes.to_json() }))
        .collect();
    let report = json!({
        "parts": list,
        "story_in_wasm": story.map(Bytes::to_json),
        "at_once": sum(parts, When::AtOnce).to_json(),
        "on_intent": sum(parts, When::OnIntent).to_json(),
        "yew_counter": { "brotli": YEW_COUNTER_BROTLI_BYTES },
    });
    fs::write(path, format!("{report:#}\n")).map_err(|error| Failure::machine(path.display(), error))
}

fn measured(path: &Path) -> Result<Bytes, Failure> {
    fs::read(path).and_then(|bytes| Bytes::of(&bytes)).map_err(|error| Failure::machine(path.display(), error))
}

impl Bytes {
    fn of(bytes: &[u8]) -> io::Result<Self> {
        Ok(Self { raw: bytes.len() as u64, gzip: gzip(bytes)?, brotli: brotli(bytes)? })
    }

    fn to_json(self) -> Value {
        json!({ "raw": self.raw, "gzip": self.gzip, "brotli": self.brotli })
    }
}

impl Add for Bytes {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self { raw: self.raw + other.raw, gzip: self.gzip + other.gzip, brotli: self.brotli + other.brotli }
    }
}

fn gzip(bytes: &[u8]) -> io::Result<u64> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len() as u64)
}

fn brotli(mut bytes: &[u8]) -> io::Result<u64> {
    let mut packed = Vec::new();
    // Quality and window as `brotli -11` chooses them.
    let params =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 24, size_hint: bytes.len(), ..Default::default() };
    brotli::BrotliCompress(&mut bytes, &mut packed, &params)?;
    Ok(packed.len() as u64)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repetitive_bytes_are_counted_raw_and_packed() {
        let bytes = Bytes::of(&b"on record ".repeat(1000)).unwrap();
        assert_eq!(bytes.raw, 10_000);
        assert!(bytes.gzip < 200 && bytes.brotli < bytes.gzip, "{bytes:?}");
    }

    #[test]
    fn only_what_a_page_loads_at_a_time_is_summed() {
        let one = Bytes { raw: 1, gzip: 1, brotli: 1 };
        let parts: Vec<_> = PARTS.iter().map(|part| (part, one)).collect();
        assert_eq!(sum(&parts, When::OnIntent), Bytes { raw: 2, gzip: 2, brotli: 2 });
        let told = limits(&[(&PARTS[0], Bytes { brotli: INTENT_LIMIT_BYTES + 1, ..one })]);
        assert!(told.contains("260.0 kB brotli, at most 260.0 ✗"), "{told}");
    }
}
