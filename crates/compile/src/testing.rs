//! What the tests of the checks share.

use std::collections::BTreeMap;

use pictures::Source;

use crate::{
    Beside, Code, Effort, Evidence, Input, MediaCache, MediaFolder, Outcome, Unopened, Verification, compile,
    compile_beside, compile_with, verify,
};

const STORY: &str = "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\n";

/// Compiles one TOML file, to which a sound table `story` is added if it has none.
pub(crate) fn outcome(toml: &str) -> Outcome {
    let rest = if toml.contains("[story]") { "" } else { STORY };
    compile(vec![Input { name: "story.toml".to_owned(), bytes: format!("{toml}\n{rest}").into_bytes() }])
}

/// Asserts that a file has exactly these diagnostics of a code, written `line:column message (hint)`.
pub(crate) fn expect(code: Code, toml: &str, expected: &[&str]) {
    expect_in(&outcome(toml), code, expected);
}

/// Asserts that an outcome has exactly these diagnostics of a code.
pub(crate) fn expect_in(outcome: &Outcome, code: Code, expected: &[&str]) {
    let of_code = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.code == code);
    let found: Vec<_> = of_code
        .map(|diagnostic| {
            let place = outcome.files.start(diagnostic.span);
            let hint = diagnostic.hint.as_ref().map_or(String::new(), |hint| format!(" ({hint})"));
            format!("{}:{} {}{hint}", place.line, place.column, diagnostic.message)
        })
        .collect();
    assert_eq!(found, expected, "all: {}", crate::render_text(outcome));
}

/// Compiles one CSV file beside a sound table `story`.
pub(crate) fn csv_outcome(name: &str, csv: &str) -> Outcome {
    let input = |name: &str, text: &str| Input { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    compile(vec![input(name, csv), input("story.toml", STORY)])
}

/// A story of one or two quotes, and what stands behind them.
#[derive(Clone)]
pub(crate) struct Case {
    toml: String,
    quote: String,
    evidence: Evidence,
}

impl Case {
    /// A quote of the source `s`, in line 8 from column 9 on.
    pub(crate) fn of_quote(text: &str) -> Self {
        let toml = format!(
            "{STORY}\n[[quotes]]\nid = \"q\"\ntext = \"{text}\"\nspeaker = \"k\"\nsource = \"s\"\n\
             [[people]]\nid = \"k\"\nname = \"K\"\n"
        );
        let sources = ["s", "t", "seoul-news"].map(|id| format!("[[sources]]\nid = \"{id}\"\ntitle = \"S\"\n"));
        Self { toml: toml + "#\n" + &sources.concat(), quote: text.to_owned(), evidence: Evidence::default() }
    }

    /// A second quote of the same source, whose words stand in line 16 from column 9 on.
    pub(crate) fn with_second(&self, text: &str) -> Self {
        self.edited("#\n", &format!("[[quotes]]\nid = \"r\"\ntext = \"{text}\"\nspeaker = \"k\"\nsource = \"s\"\n"))
    }

    pub(crate) fn with_quote(&self, text: &str) -> Self {
        self.edited(&format!("text = \"{}\"", self.quote), &format!("text = \"{text}\""))
    }

    pub(crate) fn edited(&self, from: &str, to: &str) -> Self {
        assert!(self.toml.contains(from), "{from}");
        Self { toml: self.toml.replacen(from, to, 1), ..self.clone() }
    }

    /// With this text of the source `s` in the archive.
    pub(crate) fn archived(&self, text: &str) -> Self {
        self.archived_as("s", text)
    }

    pub(crate) fn archived_as(&self, source: &str, text: &str) -> Self {
        let mut case = self.clone();
        let name = format!("archive/{source}.txt");
        case.evidence.archive = Some(vec![Input { name, bytes: text.as_bytes().to_vec() }]);
        case
    }

    pub(crate) fn without_archive(&self) -> Self {
        let mut case = self.clone();
        case.evidence.archive = None;
        case
    }

    pub(crate) fn with_lock(&self, text: &str) -> Self {
        let mut case = self.clone();
        case.evidence.lock = Some(Input { name: "verified.lock".to_owned(), bytes: text.as_bytes().to_vec() });
        case
    }

    /// With the lock that its archive gives it.
    pub(crate) fn locked(&self) -> Self {
        self.with_lock(&self.verified().lock.expect("every quote stands in its source"))
    }

    pub(crate) fn lock(&self) -> String {
        let lock = self.evidence.lock.as_ref().expect("a lock");
        String::from_utf8(lock.bytes.clone()).expect("UTF-8")
    }

    pub(crate) fn compiled(&self) -> Outcome {
        compile_with(self.inputs(), self.evidence.clone())
    }

    pub(crate) fn verified(&self) -> Verification {
        verify(self.inputs(), self.evidence.clone())
    }

    fn inputs(&self) -> Vec<Input> {
        vec![Input { name: "story.toml".to_owned(), bytes: self.toml.clone().into_bytes() }]
    }
}

/// Files beside a story's tables.
#[derive(Default)]
pub(crate) struct FilesBeside {
    files: BTreeMap<String, Vec<u8>>,
    huge: BTreeMap<String, u64>,
    links_out: Vec<String>,
    pub(crate) cache: MediaCache,
}

impl FilesBeside {
    pub(crate) fn file(mut self, path: &str, bytes: &[u8]) -> Self {
        self.files.insert(path.to_owned(), bytes.to_vec());
        self
    }

    /// A file of so many bytes, none of which may be read.
    pub(crate) fn huge(mut self, path: &str, len_bytes: u64) -> Self {
        self.huge.insert(path.to_owned(), len_bytes);
        self
    }

    pub(crate) fn link_out(mut self, path: &str) -> Self {
        self.links_out.push(path.to_owned());
        self
    }

    /// The outcome of a story, made; a look at it has the same diagnostics.
    pub(crate) fn outcome(&self, toml: &str) -> Outcome {
        let made = self.with_effort(toml, Effort::Make(&self.cache));
        let looked = self.with_effort(toml, Effort::Look);
        assert_eq!(looked.diagnostics, made.diagnostics);
        assert!(looked.media.is_empty());
        made
    }

    fn with_effort(&self, toml: &str, effort: Effort<'_>) -> Outcome {
        let rest = if toml.contains("[story]") { "" } else { STORY };
        let input = Input { name: "story.toml".to_owned(), bytes: format!("{toml}\n{rest}").into_bytes() };
        compile_beside(vec![input], Evidence::default(), &Beside { folder: self, effort })
    }
}

impl MediaFolder for FilesBeside {
    fn open(&self, path: &str) -> Result<Box<dyn Source + '_>, Unopened> {
        if self.links_out.iter().any(|link| link == path) {
            return Err(Unopened::Outside);
        }
        if let Some(len_bytes) = self.huge.get(path) {
            return Ok(Box::new(Huge(*len_bytes)));
        }
        self.files.get(path).map(|bytes| Box::new(BytesOf(bytes)) as Box<dyn Source>).ok_or(Unopened::Missing)
    }
}

struct BytesOf<'a>(&'a [u8]);

impl Source for BytesOf<'_> {
    fn len_bytes(&self) -> u64 {
        self.0.len_bytes()
    }
    fn read(&self, at_byte: u64, len: usize) -> std::io::Result<Vec<u8>> {
        self.0.read(at_byte, len)
    }
}

struct Huge(u64);

impl Source for Huge {
    fn len_bytes(&self) -> u64 {
        self.0
    }
    fn read(&self, _: u64, _: usize) -> std::io::Result<Vec<u8>> {
        Err(std::io::Error::other("nobody may read this"))
    }
}

/// A PNG picture with a slope, a camera and a place in it.
pub(crate) fn picture(width: u32, height: u32) -> Vec<u8> {
    let pixels = (0..height).flat_map(|y| (0..width).flat_map(move |x| [x as u8, y as u8, (x * y) as u8]));
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, width, height);
    encoder.set_color(png::ColorType::Rgb);
    encoder.add_text_chunk("Author".to_owned(), "SpyCam 9000, 52.51630N".to_owned()).expect("a text");
    let mut writer = encoder.write_header().expect("a header");
    writer.write_image_data(&pixels.collect::<Vec<u8>>()).expect("pixels");
    writer.finish().expect("an end");
    out
}

/// A second of silence, recorded by a camera.
pub(crate) fn sound() -> Vec<u8> {
    let chunk = |name: &[u8], body: &[u8]| [name, &(body.len() as u32).to_le_bytes(), body].concat();
    let fmt = [&[1_u8, 0, 1, 0][..], &8000_u32.to_le_bytes(), &8000_u32.to_le_bytes(), &[1, 0, 8, 0]].concat();
    let body =
        [chunk(b"fmt ", &fmt), chunk(b"LIST", b"INFOSpyCam 9000, 52.51630N"), chunk(b"data", &[128; 8000])].concat();
    [b"RIFF", &(body.len() as u32 + 4).to_le_bytes()[..], b"WAVE", &body].concat()
}
