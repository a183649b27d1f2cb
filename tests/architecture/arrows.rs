//! The arrows between the modules of one crate: who names whom, and whether any of them run in a circle.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// A module by the names from the root of its crate on.
type Module = Vec<String>;

/// Who names whom among the modules of one folder, each with a path that shows it.
type Arrows = BTreeMap<(String, String), String>;

/// The modules of a crate, each with its code: without comments and without its tests.
pub(crate) struct Modules {
    code: BTreeMap<Module, String>,
}

impl Modules {
    /// Those of files below a folder of sources. Files that hold nothing but tests are none of them.
    pub(crate) fn of(folder: &Path, files: &[PathBuf]) -> Self {
        let read = |path: &PathBuf| {
            let module = module_of(path.strip_prefix(folder).ok()?);
            let is_test = module.iter().any(|name| name == "tests" || name == "testing");
            let text = std::fs::read_to_string(path).expect("a source file");
            (!is_test).then(|| (module, code_of(&text)))
        };
        Self { code: files.iter().filter_map(read).collect() }
    }

    /// Every arrow that is part of a circle, as `folder: a -> b (path)`. Modules are held against the others of their own
    /// folder; what a module takes from the one around it, or that one from it, is theirs alone.
    pub(crate) fn circles(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (folder, mut arrows) in self.arrows() {
            while let Some(ends) = ends_of(&arrows) {
                arrows.retain(|(from, to), _| !ends.contains(from) && !ends.contains(to));
            }
            let of = |((from, to), path): (&(String, String), &String)| format!("{folder}: {from} -> {to} ({path})");
            found.extend(arrows.iter().map(of));
        }
        found
    }

    /// The arrows between the outermost modules, each with a path that shows it.
    pub(crate) fn outermost(&self) -> Vec<(String, String, String)> {
        let arrows = self.arrows().remove("").unwrap_or_default();
        arrows.into_iter().map(|((from, to), shown)| (from, to, shown)).collect()
    }

    /// The arrows within each folder, by its name.
    fn arrows(&self) -> BTreeMap<String, Arrows> {
        let mut arrows: BTreeMap<String, Arrows> = BTreeMap::new();
        for (module, code) in &self.code {
            for path in paths_in(code) {
                if let Some((folder, from, to)) = self.arrow(module, &path) {
                    let shown = format!("{} names {}", module.join("::"), path.join("::"));
                    arrows.entry(folder.join("/")).or_default().entry((from, to)).or_insert(shown);
                }
            }
        }
        arrows
    }

    /// The folder within which a path leads from one module to another, and these two.
    fn arrow(&self, module: &[String], path: &[&str]) -> Option<(Module, String, String)> {
        let target = absolute(module, path);
        let shared = module.iter().zip(&target).take_while(|(a, b)| a == b).count();
        let (from, name) = (module.get(shared)?, target.get(shared)?);
        let folder = module[..shared].to_vec();
        let is_module = self.code.contains_key(&[folder.as_slice(), std::slice::from_ref(name)].concat());
        let to = if is_module { name.clone() } else { self.home_of(&folder, name)? };
        (to != *from).then(|| (folder, from.clone(), to))
    }

    /// The module that holds what a folder's own file passes on under a name: `pub use inner::name`.
    fn home_of(&self, folder: &[String], name: &str) -> Option<String> {
        let code = self.code.get(folder)?;
        let passed_on = code.split("pub").skip(1).filter_map(|rest| {
            let rest = rest.trim_start();
            let rest = if rest.starts_with('(') { rest.split_once(')')?.1 } else { rest };
            Some(tree(rest.trim_start().strip_prefix("use ")?).0)
        });
        let mut paths = passed_on.flatten().filter(|path| path.len() > 1 && path.last() == Some(&name));
        paths.next().map(|path| path[0].to_owned())
    }
}

/// The modules without an arrow to any other; `None` where there are none.
fn ends_of(arrows: &Arrows) -> Option<BTreeSet<String>> {
    let starts: BTreeSet<&String> = arrows.keys().map(|(from, _)| from).collect();
    let ends: BTreeSet<String> = arrows.keys().map(|(_, to)| to).filter(|to| !starts.contains(to)).cloned().collect();
    let is_reached: BTreeSet<&String> = arrows.keys().map(|(_, to)| to).collect();
    let heads: BTreeSet<String> = starts.into_iter().filter(|from| !is_reached.contains(from)).cloned().collect();
    Some(&ends | &heads).filter(|ends| !ends.is_empty())
}

fn module_of(path: &Path) -> Module {
    let path = path.with_extension("");
    let mut names: Module = path.iter().map(|name| name.to_string_lossy().into_owned()).collect();
    names.pop_if(|last| matches!(last.as_str(), "mod" | "lib" | "main"));
    names
}

/// The code of a file without comments and without the tests at its end.
fn code_of(text: &str) -> String {
    let code = text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default();
    code.lines().map(|line| line.split("//").next().unwrap_or_default()).collect::<Vec<_>>().join("\n")
}

/// Every path in a code that begins with `crate` or `super`.
fn paths_in(code: &str) -> Vec<Vec<&str>> {
    let mut paths = Vec::new();
    for start in ["crate::", "super::"] {
        for (at, _) in code.match_indices(start) {
            let before = code[..at].chars().next_back();
            if before.is_none_or(|c| !c.is_alphanumeric() && c != '_' && c != ':') {
                paths.extend(tree(&code[at..]).0);
            }
        }
    }
    paths
}

/// The paths of the tree at the beginning of a text, and what follows it: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn tree(text: &str) -> (Vec<Vec<&str>>, &str) {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != '*').unwrap_or(text.len());
    let (name, rest) = text.split_at(end);
    let Some(inner) = rest.strip_prefix("::") else { return (vec![vec![name]], rest) };
    let (tails, rest) = match inner.strip_prefix('{') {
        Some(list) => branches(list),
        None => tree(inner),
    };
    (tails.into_iter().map(|tail| [vec![name], tail].concat()).collect(), rest)
}

/// The paths of the trees up to a closing brace, and what follows it.
fn branches(mut text: &str) -> (Vec<Vec<&str>>, &str) {
    let mut paths = Vec::new();
    while !text.is_empty() && !text.starts_with('}') {
        let (found, rest) = tree(text);
        paths.extend(found);
        // Behind a tree may stand another name for it, and a comma.
        let end = rest.find([',', '}']).unwrap_or(rest.len());
        text = rest[end..].trim_start_matches(',').trim_start();
    }
    (paths, text.strip_prefix('}').unwrap_or(text))
}

/// A path from the root of the crate on.
fn absolute(module: &[String], path: &[&str]) -> Module {
    let ups = path.iter().take_while(|name| **name == "super").count();
    let base = if ups > 0 { &module[..module.len().saturating_sub(ups)] } else { &[] };
    let names = path.iter().filter(|name| !matches!(**name, "super" | "crate")).map(|name| (*name).to_owned());
    base.iter().cloned().chain(names).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn circles(files: &[(&str, &str)]) -> Vec<String> {
        let code = files.iter().map(|(path, text)| (module_of(Path::new(path)), code_of(text)));
        Modules { code: code.collect() }.circles()
    }

    #[test]
    fn modules_that_name_each_other_are_found_however_they_write_it() {
        let a = ("a.rs", "use crate::{Code, b::Thing as It};");
        for b in ["use crate::a::x;", "fn f() { super::a::g() }", "use crate::a;", "use super::{c::d, a::{x, y}};"] {
            let found = circles(&[("lib.rs", "mod a; mod b;"), a, ("b.rs", b), ("c.rs", "")]);
            assert_eq!(found.len(), 2, "{b}: {found:?}");
            assert_eq!(found[0], ": a -> b (a names crate::b::Thing)");
        }
    }

    #[test]
    fn what_a_crate_passes_on_is_named_where_it_is_at_home() {
        let lib = ("lib.rs", "mod a;\npub mod b;\npub use a::{Other, Thing};\npub(crate) use b::f;");
        assert_eq!(circles(&[lib, ("a.rs", "use crate::f;"), ("b.rs", "use crate::Thing;")]).len(), 2);
        assert_eq!(circles(&[lib, ("a.rs", "use crate::f;"), ("b.rs", "use crate::f;")]), [] as [String; 0]);
    }

    #[test]
    fn a_circle_of_three_is_one_too_and_what_leads_to_it_is_none() {
        let files =
            [("a.rs", "use crate::b::x;"), ("b.rs", "use crate::c::x;"), ("c.rs", "use crate::a::x;"), ("d.rs", "")];
        assert_eq!(circles(&files).len(), 3);
        let with_tail = [files.as_slice(), &[("e.rs", "use crate::a::x; use crate::d::x;")]].concat();
        assert_eq!(circles(&with_tail).len(), 3);
    }

    #[test]
    fn folders_are_looked_at_each_on_its_own() {
        let within = [("p/mod.rs", "mod a; mod b;"), ("p/a.rs", "use super::b::x;"), ("p/b.rs", "use crate::p::a::x;")];
        assert_eq!(circles(&within).first().map(|it| it.starts_with("p: a -> b")), Some(true));
        let across = [("p/mod.rs", "mod a;"), ("p/a.rs", "use crate::q::x;"), ("q/mod.rs", "use crate::p::a::y;")];
        assert_eq!(circles(&across).first().map(|it| it.starts_with(": p -> q")), Some(true));
    }

    #[test]
    fn the_outermost_arrows_are_those_between_folders_and_between_files() {
        let files =
            [("app.rs", "use crate::{p::a::x, q};"), ("p/a.rs", "use super::b::y;"), ("p/b.rs", ""), ("q.rs", "")];
        let code = files.iter().map(|(path, text)| (module_of(Path::new(path)), code_of(text)));
        let found = Modules { code: code.collect() }.outermost();
        let found: Vec<(&str, &str)> = found.iter().map(|(from, to, _)| (from.as_str(), to.as_str())).collect();
        // A folder is there by its own file alone.
        assert_eq!(found, [("app", "q")]);
        let with_mod = [files.as_slice(), &[("p/mod.rs", "mod a; mod b;")]].concat();
        let code = with_mod.iter().map(|(path, text)| (module_of(Path::new(path)), code_of(text)));
        assert_eq!(Modules { code: code.collect() }.outermost().len(), 2);
    }

    #[test]
    fn tests_comments_and_the_module_around_count_for_nothing() {
        let files = [
            ("p/mod.rs", "mod a;\nuse a::x;"),
            ("p/a.rs", "use super::Y; // crate::q\n/// [`crate::q::z`]\n#[cfg(test)]\nmod tests { use crate::q::z; }"),
            ("q.rs", "use crate::p::a::x;"),
        ];
        assert_eq!(circles(&files), [] as [String; 0]);
    }
}
