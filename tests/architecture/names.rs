//! One name, one thing: the types of a crate that several of its modules may name.

use std::collections::BTreeMap;
use std::path::PathBuf;

/// The words that begin the definition of a type.
const DEFINE: &[&str] = &["struct", "enum", "trait", "type", "union"];

/// Types of one crate that share their name although one of them can be named from outside its module: each name with the
/// files that define it. A `type` that nobody else can name counts for nothing, because traits have such inside.
pub(crate) fn shared(files: &[(PathBuf, String)]) -> Vec<String> {
    let mut defined: BTreeMap<&str, Vec<(&PathBuf, bool)>> = BTreeMap::new();
    for (path, code) in files {
        for line in code.lines() {
            if let Some((name, is_public)) = definition(line) {
                defined.entry(name).or_default().push((path, is_public));
            }
        }
    }
    let shared = defined.into_iter().filter(|(_, at)| at.len() > 1 && at.iter().any(|(_, is_public)| *is_public));
    shared
        .map(|(name, at)| {
            let paths: Vec<String> = at.iter().map(|(path, _)| path.display().to_string()).collect();
            format!("{name}: {}", paths.join(", "))
        })
        .collect()
}

/// The name of the type that a line defines, and whether others can name it.
fn definition(line: &str) -> Option<(&str, bool)> {
    let line = line.trim_start();
    let rest = line.strip_prefix("pub").map(|rest| match rest.strip_prefix('(') {
        Some(scoped) => scoped.split_once(')').map_or(scoped, |(_, rest)| rest),
        None => rest,
    });
    let (keyword, rest) = rest.unwrap_or(line).trim_start().split_once(' ')?;
    let is_public = line.starts_with("pub");
    if !DEFINE.contains(&keyword) || (keyword == "type" && !is_public) {
        return None;
    }
    let end = rest.find(|letter: char| !letter.is_alphanumeric() && letter != '_').unwrap_or(rest.len());
    Some((&rest[..end], is_public)).filter(|(name, _)| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(files: &[&str]) -> Vec<String> {
        let file = |(at, code): (usize, &&str)| (PathBuf::from(at.to_string()), (*code).to_owned());
        shared(&files.iter().enumerate().map(file).collect::<Vec<_>>())
    }

    #[test]
    fn a_type_that_others_can_name_has_its_name_alone() {
        for (files, expected) in [
            (&["pub struct A {", "enum A {"][..], &["A: 0, 1"][..]),
            (&["pub(crate) enum A<'a> {", "    pub trait A: B {"], &["A: 0, 1"]),
            (&["pub(in crate::x) type A = u8;\npub struct B;", "struct A(u8);"], &["A: 0, 1"]),
            (&["struct A;", "struct A;"], &[]),
            (&["pub struct A;", "    type A = u8;\nlet a = A;\n// struct A"], &[]),
            (&["pub struct A;", "pub struct Ab;\npub use x::A;\npub fn a() {}"], &[]),
        ] {
            assert_eq!(names(files), expected, "{files:?}");
        }
    }
}
