//! Stories from a few lines, and what is told of them.

use bundle::Bundle;
use compile::Input;
use story::{Phrase, Story, day_from_civil};
use telling::{AsOf, Heading, Html, Order, Setting, Telling};
use wording::{Length, testing::British};

use crate::{
    parsed::{Element, parsed},
    sound::assert_sound,
};

/// A page of its own that has every file beside it.
pub(crate) const PAGE: Setting<'_> = Setting { level: 1, base: "", file: &beside, rest: "" };

/// A file lies beside the page.
pub(crate) fn beside(path: &str) -> Option<String> {
    Some(path.to_owned())
}

/// A story in English from the rows of its tables; with three sources, of the 1st of January, February and March 2024, and
/// a person `p`.
pub(crate) fn story(rows: &str) -> Story {
    story_in("en", rows)
}

/// The same in another language.
pub(crate) fn story_in(language: &str, rows: &str) -> Story {
    story_of(&head(language), rows)
}

/// The same with what its own table says.
pub(crate) fn story_of(head: &str, rows: &str) -> Story {
    let sources: String = ["jan", "feb", "mar"]
        .iter()
        .zip(1..)
        .map(|(id, month)| {
            format!("[[sources]]\nid = \"{id}\"\ntitle = \"T {id}\"\npublisher = \"P {id}\"\npublished = \"2024-0{month}-01\"\n")
        })
        .collect();
    let person = "[[people]]\nid = \"p\"\nname = \"Ada\"\n";
    compiled(&format!("{head}{person}{sources}{rows}"))
}

/// The table of a story itself.
pub(crate) fn head(language: &str) -> String {
    format!("[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"{language}\"\nunverified = \"Made up.\"\n")
}

/// The story of a file.
pub(crate) fn compiled(toml: &str) -> Story {
    let outcome = compile::compile(vec![Input { name: "story.toml".to_owned(), bytes: toml.as_bytes().to_vec() }]);
    let told = compile::render_text(&outcome);
    outcome.story.unwrap_or_else(|| panic!("{told}"))
}

/// An event with a title of its own; without a date where that is empty. Further lines follow.
pub(crate) fn event(id: &str, date: &str, more: &str) -> String {
    let date = if date.is_empty() { String::new() } else { format!("date = \"{date}\"\n") };
    let source = if more.contains("accounts") { "" } else { "accounts = [{ source = \"jan\" }]\n" };
    format!("[[events]]\nid = \"{id}\"\ntitle = \"Title {id}.\"\n{date}{source}{more}\n")
}

/// A quote of `p` in the source of January.
pub(crate) fn quote(id: &str, text: &str, more: &str) -> String {
    let source = if more.contains("source") { "" } else { "source = \"jan\"\n" };
    format!("[[quotes]]\nid = \"{id}\"\ntext = \"{text}\"\nspeaker = \"p\"\n{source}{more}\n")
}

/// The number of a day in 2024.
pub(crate) fn day(month: u8, day: u8) -> i64 {
    day_from_civil(story::Civil { year: 2024, month, day })
}

/// The English phrases.
pub(crate) fn english() -> Vec<Phrase> {
    compiled(&head("en")).texts
}

/// The view of a story with all that is known, as text; it is sound.
pub(crate) fn html_of(story: &Story, setting: Setting<'_>) -> String {
    let bundle = compile::opened(story);
    let html = html_on(&bundle, None, story.texts.clone(), setting);
    assert_sound(&html, setting.level);
    html
}

/// The view of a bundle as of a day, as text.
pub(crate) fn html_on(bundle: &Bundle, day: Option<i64>, texts: Vec<Phrase>, setting: Setting<'_>) -> String {
    let tongue = British::speaking(texts);
    let mut html = Html::default();
    Telling::new(bundle, day, &tongue, setting).story(&mut html);
    html.into_text()
}

/// The view of a story with all that is known; it is sound.
pub(crate) fn told(story: &Story) -> Element {
    parsed(&html_of(story, PAGE))
}

/// The view of a story as of a day; it is sound.
pub(crate) fn told_on(story: &Story, day: i64) -> Element {
    let html = html_on(&compile::opened(story), Some(day), story.texts.clone(), PAGE);
    assert_sound(&html, PAGE.level);
    parsed(&html)
}

/// The order of a story as of a day, a line for each part: what stands above it, and the ids of its events.
pub(crate) fn order_of(story: &Story, day: Option<i64>) -> Vec<String> {
    let bundle = compile::opened(story);
    let order = Order::new(AsOf { bundle: &bundle, day });
    let tongue = British::speaking(story.texts.clone());
    let ids = |events: &[story::EventIx]| -> String {
        events.iter().map(|ix| format!(" {}", bundle.event(*ix).id())).collect()
    };
    let mut lines = Vec::new();
    lines.extend(order.opening.map(|ix| format!("opening:{}", ids(&[ix]))));
    for chapter in &order.chapters {
        let heading = match chapter.heading {
            Heading::Before => "before".to_owned(),
            Heading::Followed => "followed".to_owned(),
            Heading::Era(ix) => bundle.era(ix).name().to_owned(),
            Heading::Time(when) => wording::when(&tongue, &when, Length::Long),
        };
        lines.push(format!("{heading}:{}", ids(&chapter.events)));
    }
    if !order.ahead.is_empty() {
        lines.push(format!("ahead:{}", ids(&order.ahead)));
    }
    let loose: String = order.loose.iter().map(|ix| format!(" {}", bundle.quote(*ix).id())).collect();
    lines.extend(Some(loose).filter(|loose| !loose.is_empty()).map(|loose| format!("loose:{loose}")));
    lines
}
