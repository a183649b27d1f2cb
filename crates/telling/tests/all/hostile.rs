//! What authors write is never markup, in no field.

use crate::parsed::{Element, parsed};
use crate::telling_of::{PAGE, compiled, html_of};
use telling::Setting;

/// A story with the same text in every field that may hold any.
fn hostile(text: &str) -> story::Story {
    let x: String = text.chars().map(|c| format!("\\U{:08X}", c as u32)).collect();
    compiled(&format!(
        "story = {{ id = \"s\", title = \"{x}\", summary = \"{x}\", language = \"en\", unverified = \"{x}\" }}
         people = [{{ id = \"p\", name = \"{x}\", role = \"{x}\", affiliation = \"{x}\" }}]
         sources = [{{ id = \"a\", title = \"{x}\", publisher = \"{x}\", agency = \"{x}\", byline = \"{x}\" }}]
         lanes = [{{ id = \"l\", name = \"{x}\" }}]
         eras = [{{ id = \"r\", name = \"{x}\", date = \"2025\" }}]
         events = [
           {{ id = \"e\", title = \"{x}\", summary = \"{x}\", label = \"{x}\", date = \"2024\", place = \"{x}\", lane = \"l\", people = [\"p\"],
             accounts = [{{ source = \"a\", says = \"{x}\" }}],
             media = [{{ url = \"a.jpg\", alt = \"{x}\", caption = \"{x}\", credit = \"{x}\" }},
               {{ url = \"https://x.example/\", kind = \"link\", alt = \"{x}\", caption = \"{x}\" }}] }},
           {{ id = \"f\", title = \"{x}\", date = \"2025\", accounts = [{{ source = \"a\" }}] }} ]
         quotes = [{{ id = \"q\", text = \"{x}\", speaker = \"p\", source = \"a\", about = \"{x}\", event = \"e\", role = \"{x}\", via = \"p\",
           original = \"{x}\", original_language = \"de\", translated_by = \"{x}\" }}]"
    ))
}

/// The names of all elements and attributes, in their order: all that is not a text.
fn shape(view: &Element) -> Vec<String> {
    let names = |element: &Element| {
        let attributes: Vec<&str> = element.attributes.iter().map(|(name, _)| name.as_str()).collect();
        format!("{} {}", element.name, attributes.join(" "))
    };
    view.all().into_iter().map(names).collect()
}

#[test]
fn the_words_of_authors_change_nothing_but_words() {
    let plain = shape(&parsed(&html_of(&hostile("x"), PAGE)));
    for text in [
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\" onload=\"x",
        "' onload='x",
        "]]>&amp;<!-- {n} {date} {status} {text}",
        "&lt;b&gt;&#60;",
        "</section></details>",
        "\u{202E}x\u{202C}\u{200F}",
    ] {
        let html = html_of(&hostile(text), PAGE);
        let view = parsed(&html);
        assert_eq!(shape(&view), plain, "{text}");
        assert_eq!(view.get("class"), Some("room"));
        assert_eq!(view.named("h1")[0].text, text);
        assert_eq!(view.named("img")[0].get("alt"), Some(text));
    }
}

#[test]
fn control_characters_are_left_out() {
    let html = html_of(&hostile("a\u{1}b\u{7f}c\u{80}"), PAGE);
    assert!(html.contains("abc") && !html.contains(|c: char| c.is_control()));
}

#[test]
fn addresses_that_may_not_be_followed_are_no_links() {
    let mut story = hostile("x");
    for bad in ["javascript:alert(1)", "data:text/html,x", "java\nscript:alert(1)", "\u{1}javascript:alert(1)"] {
        bad.clone_into(&mut story.events[0].media[0].url);
        bad.clone_into(&mut story.events[0].media[1].url);
        story.sources[0].url = Some(bad.to_owned());
        let view = parsed(&html_of(&story, PAGE));
        let addresses = view.all().into_iter().flat_map(|element| [element.get("href"), element.get("src")]).flatten();
        assert!(addresses.into_iter().all(|address| address.starts_with('#')), "{bad:?}");
    }
}

#[test]
fn a_picture_that_a_page_may_not_show_is_told_in_words() {
    let view = |file: &dyn Fn(&str) -> Option<String>| parsed(&html_of(&hostile("x"), Setting { file, ..PAGE }));
    let (with, without) = (view(&|path| Some(["files/", path].concat())), view(&|_| None));
    assert_eq!(with.named("img")[0].get("src"), Some("files/a.jpg"));
    assert!(with.by_id("event-e").is("pictured"));
    assert!(without.named("img").is_empty() && !without.by_id("event-e").is("pictured"));
    assert_eq!(without.of("post").len(), 2);
    assert_eq!(without.of("post")[0].named("a").len(), 0, "it is not where its address says");
    assert_eq!(without.of("post")[1].named("a")[0].get("href"), Some("https://x.example/"));
}
