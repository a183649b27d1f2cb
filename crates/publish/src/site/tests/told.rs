//! What pages say of a story, and in which words.

use super::*;

#[test]
fn a_page_tells_the_whole_story_without_a_script() {
    let files = site_of(&bridge(), None);
    for path in [names::INDEX, names::EMBED, names::OFFLINE] {
        let page = &files[path];
        for part in [
            "<h1>The bridge</h1>",
            "It took <em>long</em>.",
            "<time datetime=\"2024-06-18\">18 June 2024</time>",
            "<b class=\"st\">planned</b>, May 2024",
            "announced <time datetime=\"2024-01\">January 2024</time>",
            "Became: <a href=\"#event-opening\">It opens</a>",
            "Still open on 20 June 2024",
            "Sources differ on the date",
            "<span class=\"unseen\">19 June 2024</span>",
            "<blockquote>“At last”</blockquote>",
            "<blockquote lang=\"de\" dir=\"ltr\">Endlich</blockquote>",
            "Original, German",
            "<b>Ada Berg</b>, mayor, of the bridge",
            "said <time datetime=\"2024-06-18\">18 June 2024</time>, carried by The Wire, printed by",
            "printed by <a href=\"#source-gazette\">The Gazette</a>",
            "<a href=\"https://g.example/a?b=1&amp;c=2\" rel=\"noopener noreferrer\">The Gazette</a>",
            "not checked</span></summary>",
            "The reason given: Heard.",
            "<span>c. 20 June 2024</span>",
            "Address not given",
        ] {
            assert!(page.contains(part), "{path}: {part}");
        }
        // In one file there is no other, and it may ask nobody for one.
        assert_eq!(page.contains("src=\"bridge.jpg\""), path != names::OFFLINE, "{path}");
        let card = "<a href=\"https://films.example/1\" rel=\"noopener noreferrer\">Open at films.example</a>";
        assert_eq!(page.contains(card), path == names::OFFLINE, "{path}");
    }
}

#[test]
fn an_original_that_nobody_compared_is_told_apart_from_its_translation() {
    let mut story = bridge();
    assert!(!site_of(&story, None)[names::INDEX].contains("not compared"), "the badge says it of both");
    let quote = story.quotes.iter_mut().find(|quote| quote.original.is_some()).expect("a translated quote");
    quote.check = story::Check { kind: story::CheckKind::Exact, ..story::Check::default() };
    let page = &site_of(&story, None)[names::INDEX];
    assert!(page.contains(", not compared with the article</p>"), "beside the original");
    assert!(
        page.contains("The original was not compared with the article. The reason given: Heard."),
        "behind the badge"
    );
}

#[test]
fn a_page_is_told_in_the_language_of_its_story_and_every_phrase_is_filled_in() {
    for language in ["en", "de", "fr", "ru", "ko", "ar"] {
        let story = bridge_in(language);
        let i18n = crate::I18n::new(&story);
        let page = &site_of(&story, None)[names::EMBED];
        let view = page.split("<on-record").nth(1).expect("the story");
        let opening = story.events[0].date.as_ref().map(|date| i18n.date(date)).expect("a date");
        for part in [i18n.say(Message::SourcesHeading), i18n.say(Message::WhatCameBefore), opening.as_str()] {
            assert!(view.contains(&format!(">{part}<")), "{language}: {part}");
        }
        assert!(!view.contains(['{', '}']), "{language}: a phrase was not filled in");
    }
}
