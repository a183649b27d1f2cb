//! What stands in every page before the page's own scripts: by the driver, or, where a driver has no way to do so, by the
//! sites of the tests themselves.

use crate::engine::engine;

/// The script.
pub(crate) const SOURCE: &str = include_str!("probe.js");

/// Where a site serves it, because no policy forbids a page its own files.
pub(crate) const PATH: &str = "/the-probe.js";

/// A page with the probe in it, where its site has to put it there.
pub(crate) fn planted(html: Vec<u8>) -> Vec<u8> {
    if engine().plants_probe() {
        return html;
    }
    let script = format!("<script src=\"{PATH}\"></script>");
    let at = ["<head>", "<html", "<!doctype"].iter().find_map(|tag| end_of(&html, tag)).unwrap_or_default();
    [&html[..at], script.as_bytes(), &html[at..]].concat()
}

/// The byte after the first tag that begins like this.
fn end_of(html: &[u8], tag: &str) -> Option<usize> {
    let begins = html.windows(tag.len()).position(|bytes| bytes.eq_ignore_ascii_case(tag.as_bytes()))?;
    Some(begins + html[begins..].iter().position(|byte| *byte == b'>')? + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_end_of_a_tag_is_found_in_any_case_and_with_attributes() {
        let cases = [
            ("<!DOCTYPE html><html lang=en>", "<html", Some(29)),
            ("<!DOCTYPE html><p>", "<!doctype", Some(15)),
            ("<p>", "<head", None),
        ];
        for (html, tag, expected) in cases {
            assert_eq!(end_of(html.as_bytes(), tag), expected, "{html}");
        }
    }
}
