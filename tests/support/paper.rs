//! What a browser prints: the words on each sheet and where they stand, as Poppler's `pdftotext` reads them.

use std::{
    io::Write,
    process::{Command, Stdio},
    thread,
};

use fantoccini::wd::PrintConfiguration;
pub use fantoccini::wd::PrintSize as Size;

use crate::Page;

/// A printed sheet.
#[derive(Clone, Debug, Default)]
pub struct Sheet {
    /// How wide it is, pt.
    pub width_pt: f64,
    /// What stands on it.
    pub words: Vec<Word>,
}

/// A printed word.
#[derive(Clone, Debug)]
pub struct Word {
    /// Its letters.
    pub text: String,
    /// Where it begins and ends across the sheet, pt.
    pub across_pt: (f64, f64),
}

impl Page {
    /// Prints the page.
    ///
    /// # Panics
    /// Where the driver cannot print, or Poppler is missing.
    #[must_use]
    pub fn print(&self, size: Size) -> Vec<Sheet> {
        let how = PrintConfiguration::builder().size(size).build().expect("a size that printers have");
        let paper = self.run("print", |client| async move { client.print(how).await });
        read(paper)
    }
}

fn read(paper: Vec<u8>) -> Vec<Sheet> {
    let mut command = Command::new("pdftotext");
    let command = command.args(["-raw", "-bbox", "-", "-"]).stdin(Stdio::piped()).stdout(Stdio::piped());
    let mut reading = command.spawn().expect("pdftotext of Poppler: cargo xtask test installs it");
    let mut input = reading.stdin.take().expect("an input");
    let writing = thread::spawn(move || input.write_all(&paper));
    let output = reading.wait_with_output().expect("read");
    writing.join().expect("no panic").expect("written");
    let told = String::from_utf8(output.stdout).expect("UTF-8");
    let mut sheets = Vec::new();
    for line in told.lines().map(str::trim) {
        if line.starts_with("<page ") {
            sheets.push(Sheet { width_pt: number(line, "width"), words: Vec::new() });
        } else if line.starts_with("<word ") {
            let sheet: &mut Sheet = sheets.last_mut().expect("a word stands on a sheet");
            sheet.words.push(Word { text: text(line), across_pt: (number(line, "xMin"), number(line, "xMax")) });
        }
    }
    sheets
}

fn number(line: &str, name: &str) -> f64 {
    let value = line.split(&[" ", name, "=\""].concat()).nth(1).and_then(|rest| rest.split('"').next());
    value.and_then(|value| value.parse().ok()).unwrap_or_else(|| panic!("{name} in {line}"))
}

fn text(line: &str) -> String {
    let inside = line.split_once('>').and_then(|(_, rest)| rest.split_once("</word>")).expect("a word").0;
    [("&apos;", "'"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")]
        .iter()
        .fold(inside.to_owned(), |text, (escaped, plain)| text.replace(escaped, plain))
}
