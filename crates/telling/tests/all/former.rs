//! Where old links lead.

use crate::telling_of::{event, quote, story, told};

#[test]
fn whatever_had_another_id_has_an_anchor_for_it_that_says_so() {
    let rows = [
        event("now", "2024", "formerly = [\"then\", \"before\"]\nrank = 1"),
        event("brief", "2024", "formerly = [\"in-a-line\"]\nrank = 5"),
        quote("said", "Words", "formerly = [\"told\"]\nevent = \"now\""),
        "[[sources]]\nid = \"paper\"\ntitle = \"Paper\"\nformerly = [\"leaf\"]\n".to_owned(),
    ];
    let view = told(&story(&rows.concat()));
    for (former, now) in [
        ("event-then", "event-now"),
        ("event-before", "event-now"),
        ("event-in-a-line", "event-brief"),
        ("quote-told", "quote-said"),
        ("source-leaf", "source-paper"),
    ] {
        let anchors: Vec<_> = view.by_id(now).of("moved").iter().filter_map(|it| it.get("id")).collect();
        assert!(anchors.contains(&former), "{former}: {anchors:?}");
    }
    assert_eq!(view.of("moved")[0].text, "You followed an older link. It leads here now.");
    assert_eq!(view.of("lost")[0].get("hidden"), Some(""));
}
