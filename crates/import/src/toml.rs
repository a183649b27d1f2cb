//! TOML as an author would write it.

use crate::notes::shortened;

/// How much of a value a comment repeats, characters: any address, but no picture that is written into one.
const COMMENT_CHARS: usize = 2_000;

/// A file that grows line by line.
#[derive(Default)]
pub(crate) struct Toml(String);

impl Toml {
    /// A file that begins with some lines.
    pub(crate) fn new(opening: &str) -> Self {
        Self(opening.to_owned())
    }

    /// The header of a table or of one row of a list.
    pub(crate) fn table(&mut self, name: &str) {
        self.0.push_str(&format!("\n{name}\n"));
    }

    /// A field, unless it is empty.
    pub(crate) fn field(&mut self, name: &str, value: &str) {
        if !value.is_empty() {
            self.0.push_str(&format!("{name} = {}\n", text(value)));
        }
    }

    /// A comment of one line that tells a value.
    pub(crate) fn comment(&mut self, about: &str, value: &str) {
        let line = shortened(&value.split_whitespace().collect::<Vec<_>>().join(" "), COMMENT_CHARS);
        self.0.push_str(&format!("# {about}: {}\n", text(&line)));
    }

    /// The file.
    pub(crate) fn finished(self) -> String {
        self.0
    }
}

/// A text as TOML has it: with as little escaping as its characters allow.
fn text(value: &str) -> String {
    let is_literal = |c: char| c == '\n' || !c.is_control();
    let fits = value.chars().all(is_literal) && !value.contains('\'') && value.contains(['"', '\\']);
    match value.contains('\n') {
        true if fits => format!("\'\'\'\n{value}\'\'\'"),
        false if fits => format!("\'{value}\'"),
        true => format!("\"\"\"\n{}\"\"\"", escaped(value, true)),
        false => format!("\"{}\"", escaped(value, false)),
    }
}

fn escaped(value: &str, keeps_lines: bool) -> String {
    let mut text = String::with_capacity(value.len());
    for c in value.chars() {
        match c {
            '"' | '\\' => text.extend(['\\', c]),
            '\n' if keeps_lines => text.push(c),
            c if c.is_control() => text.push_str(&format!("\\u{:04X}", c as u32)),
            c => text.push(c),
        }
    }
    text
}
