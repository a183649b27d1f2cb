//! A folder for one test, with what stands for the prebuilt widget.

use std::fs;
use std::path::PathBuf;

/// What stands for the prebuilt widget: the smallest wasm there is, and scripts that do nothing.
const WIDGET: [(&str, &[u8]); 5] = [
    ("on-record.js", b"import(\"./widget/on-record.js\")"),
    ("offline.js", b"0"),
    ("widget/on-record.js", b"0"),
    ("widget/on-record_bg.wasm", b"\0asm\x01\0\0\0"),
    ("widget/lens.css", b".lens{}"),
];

/// A folder of its own for one test, with a widget in it, removed at the end.
pub(crate) struct Scratch(pub(crate) PathBuf);

impl Scratch {
    pub(crate) fn new(name: &str) -> Self {
        let folder = std::env::temp_dir().join(format!("on-record-cli-{}-{name}", std::process::id()));
        for (path, bytes) in WIDGET {
            let path = folder.join("build").join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("written");
        }
        Self(folder)
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
