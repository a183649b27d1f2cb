//! What the tests of the checks share.

use crate::{Code, Input, Outcome, compile};

const STORY: &str = "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\n";

/// Compiles one TOML file, to which a sound table `story` is added if it has none.
pub(crate) fn outcome(toml: &str) -> Outcome {
    let rest = if toml.contains("[story]") { "" } else { STORY };
    compile(vec![Input { name: "story.toml".to_owned(), bytes: format!("{toml}\n{rest}").into_bytes() }])
}

/// Asserts that a file has exactly these diagnostics of a code, written `line:column message (hint)`.
pub(crate) fn expect(code: Code, toml: &str, expected: &[&str]) {
    expect_in(&outcome(toml), code, expected);
}

/// Asserts that an outcome has exactly these diagnostics of a code.
pub(crate) fn expect_in(outcome: &Outcome, code: Code, expected: &[&str]) {
    let of_code = outcome.diagnostics.iter().filter(|diagnostic| diagnostic.code == code);
    let found: Vec<_> = of_code
        .map(|diagnostic| {
            let place = outcome.files.start(diagnostic.span);
            let hint = diagnostic.hint.as_ref().map_or(String::new(), |hint| format!(" ({hint})"));
            format!("{}:{} {}{hint}", place.line, place.column, diagnostic.message)
        })
        .collect();
    assert_eq!(found, expected, "all: {}", crate::render_text(outcome));
}

/// Compiles one CSV file beside a sound table `story`.
pub(crate) fn csv_outcome(name: &str, csv: &str) -> Outcome {
    let input = |name: &str, text: &str| Input { name: name.to_owned(), bytes: text.as_bytes().to_vec() };
    compile(vec![input(name, csv), input("story.toml", STORY)])
}
