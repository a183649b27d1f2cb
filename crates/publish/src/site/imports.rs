//! What a script of the widget loads, as it is written in the script.

/// A file that a script names by a path beside its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Import<'a> {
    /// The path, without the `./` before it.
    pub(super) path: &'a str,
    /// Whether it is loaded together with the script, and not only when it is wanted.
    pub(super) at_once: bool,
}

/// The files that a script names, in the order in which it does. Only texts in double quotes are looked at, which is what
/// our scripts and the minifier write.
pub(super) fn imports(script: &str) -> Vec<Import<'_>> {
    let starts = script.match_indices("\"./");
    let import = |(at, start): (usize, &str)| {
        let path = script[at + start.len()..].split('"').next()?;
        let before = script[..at].trim_end();
        Some(Import { path, at_once: before.ends_with("from") || before.ends_with("import") })
    };
    starts.filter_map(import).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_loaded_at_once_is_told_from_what_is_wanted_later() {
        let script = r#"import{a}from"./a.js";import "./b.js"; import { c } from "./c.js";
            const d = () => import("./d.js"), e = new URL("./e.wasm", import.meta.url), f = "./f"#;
        let expected =
            [("a.js", true), ("b.js", true), ("c.js", true), ("d.js", false), ("e.wasm", false), ("f", false)];
        assert_eq!(imports(script), expected.map(|(path, at_once)| Import { path, at_once }));
        assert_eq!(imports(""), []);
    }
}
