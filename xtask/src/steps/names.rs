//! Short names for what the wasm imports from its glue. wasm-bindgen makes them as long as it takes to be unique among all
//! crates there are, and they stand in both files.

use crate::failure::Failure;
use std::{collections::BTreeMap, fs, path::Path};

/// The imports that `embed/widget/gate.js` knows by the beginning of their names, up to what makes them unique.
const GATED: [&str; 13] = [
    "__wbg_insertBefore_",
    "__wbg_appendChild_",
    "__wbg_removeChild_",
    "__wbg_firstChild_",
    "__wbg_remove_",
    "__wbg_set_nodeValue_",
    "__wbg_set_textContent_",
    "__wbg_setAttribute_",
    "__wbg_removeAttribute_",
    "__wbg_dispatchEvent_",
    "__wbg_focus_",
    "__wbg_click_",
    "__wbg_execCommand_",
];

/// How the names begin that are made short.
const OURS: &str = "__wb";
/// The number of the section of imports (the WebAssembly core specification, "binary format, modules").
const IMPORTS: u8 = 2;
/// What stands before the sections: magic and version.
const HEADER_BYTES: usize = 8;

/// Makes the names short in both files.
///
/// # Errors
/// Where a file cannot be read or written, or is no wasm.
pub(crate) fn shorten(wasm: &Path, glue: &Path) -> Result<(), Failure> {
    let failed = |path: &Path| {
        let path = path.display().to_string();
        move |error| Failure::machine(path, error)
    };
    let bytes = fs::read(wasm).map_err(failed(wasm))?;
    let renamed = renamed(&bytes).ok_or_else(|| Failure::Found(format!("{}: is no wasm", wasm.display())))?;
    let text = fs::read_to_string(glue).map_err(failed(glue))?;
    fs::write(wasm, &renamed.bytes).map_err(failed(wasm))?;
    fs::write(glue, replaced(&text, &renamed.names)).map_err(failed(glue))
}

/// A wasm with other names.
struct Renamed {
    bytes: Vec<u8>,
    /// The short names by the long ones.
    names: BTreeMap<String, String>,
}

fn renamed(wasm: &[u8]) -> Option<Renamed> {
    let mut bytes = wasm.get(..HEADER_BYTES)?.to_vec();
    let mut names = BTreeMap::new();
    let mut reader = Reader { bytes: wasm, at: HEADER_BYTES };
    while reader.at < wasm.len() {
        let (kind, section) = (reader.byte()?, reader.run()?);
        let section = if kind == IMPORTS { imports(section, &mut names)? } else { section.to_vec() };
        bytes.push(kind);
        write_run(&section, &mut bytes);
    }
    Some(Renamed { bytes, names })
}

/// The section of imports, each a module, a name and what it is, with short names.
fn imports(section: &[u8], names: &mut BTreeMap<String, String>) -> Option<Vec<u8>> {
    let mut reader = Reader { bytes: section, at: 0 };
    let count = reader.number()?;
    let mut out = Vec::with_capacity(section.len());
    write_number(count, &mut out);
    for _ in 0..count {
        let (module, name) = (reader.run()?, std::str::from_utf8(reader.run()?).ok()?);
        write_run(module, &mut out);
        let next = names.len();
        let short = if name.starts_with(OURS) {
            names.entry(name.to_owned()).or_insert_with(|| short(name, next)).as_str()
        } else {
            name
        };
        write_run(short.as_bytes(), &mut out);
        let start = reader.at;
        reader.pass_kind()?;
        out.extend_from_slice(section.get(start..reader.at)?);
    }
    Some(out)
}

/// A name that no other has; what the gate looks for stays.
fn short(name: &str, number: usize) -> String {
    let kept = GATED.iter().find(|kept| name.starts_with(**kept)).unwrap_or(&"$");
    format!("{kept}{number}")
}

/// A script with other names, where they stand whole.
fn replaced(text: &str, names: &BTreeMap<String, String>) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(OURS) {
        let (before, from) = rest.split_at(at);
        let len = from.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(from.len());
        let name = &from[..len];
        out.push_str(before);
        out.push_str(names.get(name).map_or(name, String::as_str));
        rest = &from[len..];
    }
    out + rest
}

struct Reader<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Reader<'a> {
    fn byte(&mut self) -> Option<u8> {
        let byte = *self.bytes.get(self.at)?;
        self.at += 1;
        Some(byte)
    }

    /// A number of up to 32 bits, seven of them in a byte, the lowest first (LEB128).
    fn number(&mut self) -> Option<u32> {
        let mut number = 0;
        for shift in (0..35).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7F).checked_shl(shift)?;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    /// Bytes behind their number.
    fn run(&mut self) -> Option<&'a [u8]> {
        let len = self.number()? as usize;
        let run = self.bytes.get(self.at..self.at.checked_add(len)?)?;
        self.at += len;
        Some(run)
    }

    /// Passes over what an import is: a function, a table, a memory, a global or a tag.
    fn pass_kind(&mut self) -> Option<()> {
        match self.byte()? {
            0 => self.number().map(drop),
            1 => self.byte().and_then(|_| self.pass_limits()),
            2 => self.pass_limits(),
            3 => self.byte().and_then(|_| self.byte()).map(drop),
            4 => self.byte().and_then(|_| self.number()).map(drop),
            _ => None,
        }
    }

    fn pass_limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

fn write_number(mut number: u32, out: &mut Vec<u8>) {
    while number >= 0x80 {
        out.push(number as u8 | 0x80);
        number >>= 7;
    }
    out.push(number as u8);
}

fn write_run(run: &[u8], out: &mut Vec<u8>) {
    write_number(u32::try_from(run.len()).unwrap_or(u32::MAX), out);
    out.extend_from_slice(run);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A wasm that imports functions of these names and has one more section.
    fn wasm(names: &[&str]) -> Vec<u8> {
        let mut section = Vec::new();
        write_number(names.len() as u32, &mut section);
        for name in names {
            write_run(b"./glue.js", &mut section);
            write_run(name.as_bytes(), &mut section);
            section.extend([0, 5]);
        }
        let mut bytes = b"\0asm\x01\0\0\0".to_vec();
        for (kind, section) in [(IMPORTS, section.as_slice()), (0, b"\x04name rest".as_slice())] {
            bytes.push(kind);
            write_run(section, &mut bytes);
        }
        bytes
    }

    #[test]
    fn names_are_short_in_both_files_and_those_that_the_gate_knows_are_known() {
        let long = ["__wbg_now_0123456789abcdef", "other", "__wbg_remove_0123456789abcdef", "__wbindgen_cast_1"];
        let renamed = renamed(&wasm(&long)).expect("a wasm");
        assert_eq!(renamed.bytes, wasm(&["$0", "other", "__wbg_remove_1", "$2"]));
        let glue = "x = { __wbg_now_0123456789abcdef: f, __wbg_now_0: g }; wasm.__wbindgen_free(__wbindgen_cast_1)";
        assert_eq!(replaced(glue, &renamed.names), "x = { $0: f, __wbg_now_0: g }; wasm.__wbindgen_free($2)");
    }

    #[test]
    fn what_is_no_wasm_is_left_alone() {
        let whole = wasm(&["__wbg_a"]);
        for len in [0, 7, 9, whole.len() - 1] {
            assert!(renamed(&whole[..len]).is_none(), "{len}");
        }
    }

    #[test]
    fn the_gate_looks_for_no_other_names() {
        let gate = include_str!("../../../embed/widget/gate.js");
        let patterns = gate.lines().filter(|line| line.contains("/^__wbg_"));
        let named =
            patterns.flat_map(|line| line.split(['(', '|', ')', '_', '/', '^'])).filter(|word| !word.is_empty());
        let known = |word: &str| GATED.iter().any(|kept| kept.contains(word));
        let words: Vec<&str> = named.filter(|word| word.chars().all(|c| c.is_ascii_alphanumeric())).collect();
        assert!(words.len() >= GATED.len());
        assert_eq!(words.into_iter().filter(|word| !known(word)).collect::<Vec<_>>(), Vec::<&str>::new());
    }
}
