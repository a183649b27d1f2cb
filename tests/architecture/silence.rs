//! Failures that code passes over: each has its reason beside it, or is of a kind that has one for all.

/// What turns a failure into nothing.
const SWALLOWS: &[&str] = &[".ok()", "let _ ="];

/// Before `.unwrap_or_default()`, calls that can fail: what is only not there has no reason to give.
const FALLIBLE: &[&str] = &[
    "exec_command",
    "finish",
    "from_str",
    "get_property_value",
    "has",
    "href",
    "matches",
    "read",
    "read_to_string",
    "state",
    "to_string_pretty",
];

/// Before `.ok()`, calls whose failure is an answer: a text that is no number, a number that is too large, a value of another
/// kind, what a sorted list does not hold, bytes that are no text.
const ANSWERS: &[&str] = &[
    "parse",
    "try_from",
    "try_into",
    "dyn_into",
    "binary_search",
    "binary_search_by",
    "binary_search_by_key",
    "from_str_radix",
    "from_utf8",
    "to_str",
];

/// So many lines above count as beside.
const BESIDE: usize = 3;

/// The lines of a code that pass a failure over and say nowhere why, by their numbers.
pub(crate) fn unexplained(code: &str) -> Vec<usize> {
    let lines: Vec<&str> = code.lines().collect();
    let is_comment = |line: &str| line.trim_start().starts_with("//") || line.contains(" // ");
    let is_explained = |at: usize| lines[at.saturating_sub(BESIDE)..=at].iter().any(|line| is_comment(line));
    let numbered = lines.iter().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
    numbered.filter(|(at, line)| swallows(line) && !is_explained(*at)).map(|(at, _)| at + 1).collect()
}

/// Whether a line passes over what is no answer.
fn swallows(line: &str) -> bool {
    let ends_in = |names: &[&str], before: &str| called(before).is_some_and(|name| names.contains(&name));
    let passes_over = line.match_indices(SWALLOWS[0]).any(|(at, _)| !ends_in(ANSWERS, &line[..at]));
    let mut defaults = line.match_indices(".unwrap_or_default()");
    passes_over || line.contains(SWALLOWS[1]) || defaults.any(|(at, _)| ends_in(FALLIBLE, &line[..at]))
}

/// The name of the function whose call a text ends with.
fn called(text: &str) -> Option<&str> {
    let mut depth = 0;
    let open = text.char_indices().rev().find(|(_, letter)| {
        depth += match letter {
            ')' => 1,
            '(' => -1,
            _ => 0,
        };
        depth == 0
    });
    let before = &text[..open?.0];
    // A kind may be named between the name and the bracket: `parse::<u32>()`.
    let before = before.rsplit_once("::<").filter(|_| before.ends_with('>')).map_or(before, |(name, _)| name);
    before.rsplit(|letter: char| !letter.is_alphanumeric() && letter != '_').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_passed_over_needs_a_reason_unless_it_is_an_answer() {
        for (code, is_found) in [
            ("let _ = f();", true),
            ("// Nobody waits for it.\nlet _ = f();", false),
            ("/// What it says.\n\n\n\nlet _ = f();", true),
            ("read(path).ok()", true),
            ("read(path).ok() // There is none yet.", false),
            ("text.parse().ok()?", false),
            ("text.parse::<u32>().ok()?", false),
            ("u32::try_from(a + b(c)).ok()", false),
            ("list.binary_search_by_key(&a, |b| b.c).ok()", false),
            ("parse(text).map(f).ok()", true),
            ("// read().ok()", false),
            ("read_to_string(path).unwrap_or_default()", true),
            ("// There is none yet.\nread_to_string(path).unwrap_or_default()", false),
            ("list.get(at).copied().unwrap_or_default()", false),
        ] {
            assert_eq!(!unexplained(code).is_empty(), is_found, "{code}");
        }
    }
}
