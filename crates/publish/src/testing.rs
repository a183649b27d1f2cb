//! What the tests of this crate share.

use compile::Input;
use story::Story;

/// The story of a TOML file, to which a table `story` is added if it has none.
pub(crate) fn story(toml: &str) -> Story {
    let head = "story = { id = \"s\", title = \"S\", language = \"en\", unverified = \"Made up.\" }\n";
    let has_head = toml.contains("[story]") || toml.contains("story = ");
    let toml = if has_head { toml.to_owned() } else { head.to_owned() + toml };
    let outcome = compile::compile(vec![Input { name: "story.toml".to_owned(), bytes: toml.into_bytes() }]);
    let told = compile::render_text(&outcome);
    outcome.story.unwrap_or_else(|| panic!("{told}"))
}

/// A date.
pub(crate) fn date(edtf: &str) -> story::Date {
    let head = "story = { id = \"s\", title = \"S\", language = \"en\" }\n";
    let story = story(&format!("{head}sources = [{{ id = \"s\", title = \"S\", published = \"{edtf}\" }}]"));
    story.sources.into_iter().next().and_then(|source| source.published).expect("a date")
}
