//! Style sheets as browsers get them: joined, without comments and indentation, and as large as the reader's text.
//!
//! Authors of styles count in px of the design, of which sixteen are the size of text that the reader's browser is set to.
//! A page may have made anything of `rem` and `em`, so lengths become multiples of [`UNIT`], which whoever sets up a view
//! gives its value; conditions on the width of a container become `em`, which there is the container's own size of text. It
//! reads no files and checks no styles.

/// The custom property that holds one px of the design.
pub const UNIT: &str = "--u";

/// Shorter lengths are lines, which stay as fine as the screen has them, px.
const LINE_PX: f64 = 4.0;

/// The px of the design that are the reader's size of text.
const TEXT_PX: f64 = 16.0;

/// One style sheet of several, in their order.
#[must_use]
pub fn joined<'a>(sheets: impl IntoIterator<Item = &'a str>) -> String {
    let mut css = String::new();
    for sheet in sheets {
        for line in without_comments(sheet).lines().map(str::trim).filter(|line| !line.is_empty()) {
            css.push_str(&if line.starts_with('@') { conditional(line) } else { scaled(line) });
            css.push('\n');
        }
    }
    css
}

fn without_comments(css: &str) -> String {
    let mut out = String::with_capacity(css.len());
    let mut rest = css;
    while let Some((before, after)) = rest.split_once("/*") {
        out.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    out + rest
}

/// A line with each length in px as a multiple of the unit.
fn scaled(line: &str) -> String {
    with_lengths(line, &|number, value: f64| {
        if value.abs() < LINE_PX { format!("{number}px") } else { format!("calc(var({UNIT})*{number})") }
    })
}

/// A condition with each length in px as one in em.
fn conditional(line: &str) -> String {
    with_lengths(line, &|_, value| format!("{}em", value / TEXT_PX))
}

/// A line with something else in the place of each length in px, which is given as it is written and as a number.
fn with_lengths(line: &str, length: &dyn Fn(&str, f64) -> String) -> String {
    let mut pieces = line.split("px");
    let mut out = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let number = number_start(&out);
        let text = out.split_off(number);
        match text.parse() {
            Ok(value) => out.push_str(&length(&text, value)),
            Err(_) => out.extend([text.as_str(), "px"]),
        }
        out.push_str(piece);
    }
    out
}

/// Where the number at the end of a text begins; at its end where there is none, or where it belongs to a name.
fn number_start(text: &str) -> usize {
    let digits = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == '.');
    let signed = digits.strip_suffix('-').filter(|before| !before.ends_with(|c: char| c.is_alphanumeric() || c == '-'));
    let before = signed.unwrap_or(digits);
    let is_name = before.ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == '-');
    if is_name || digits.len() == text.len() { text.len() } else { before.len() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_follow_the_readers_text_and_lines_do_not() {
        let cases = [
            ("font: 14px/20px var(--sans);", "font: calc(var(--u)*14)/calc(var(--u)*20) var(--sans);"),
            ("inset: -8px .5px 12.5px 0;", "inset: calc(var(--u)*-8) .5px calc(var(--u)*12.5) 0;"),
            ("border: 1px solid;outline:3px", "border: 1px solid;outline:3px"),
            ("block-size: calc(100% - 8px);", "block-size: calc(100% - calc(var(--u)*8));"),
            ("--px: var(--x-px); scale: 0.62; gap: 2em", "--px: var(--x-px); scale: 0.62; gap: 2em"),
            (".a4px b-5px", ".a4px b-5px"),
            ("@container (inline-size >= 900px) {", "@container (inline-size >= 56.25em) {"),
            ("@container (inline-size < 560px) {", "@container (inline-size < 35em) {"),
        ];
        for (css, expected) in cases {
            assert_eq!(joined([css]), format!("{expected}\n"));
        }
    }

    #[test]
    fn sheets_are_joined_without_comments_and_indentation() {
        assert_eq!(joined(["/* a\n b */\na {\n  /* c */ top: 0;\n}\n", "b {}"]), "a {\ntop: 0;\n}\nb {}\n");
        assert_eq!(joined(["a {} /* open"]), "a {}\n");
    }
}
