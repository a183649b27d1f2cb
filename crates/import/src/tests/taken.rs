//! That whatever TimelineJS takes is taken, and nothing of it goes without a word.

use serde_json::{Value, json};
use story::MediaKind;

use super::{taken, timelinejs};

/// A timeline of one slide beside another that nothing is wrong with.
pub(super) fn with(slide: &Value) -> String {
    let other = json!({ "start_date": { "year": "1900" }, "text": { "headline": "Other" } });
    json!({ "events": [slide, other] }).to_string()
}

/// A slide of 1901 with some media.
fn showing(media: &Value) -> String {
    with(&json!({ "start_date": { "year": 1901 }, "text": { "headline": "A", "text": "Text." }, "media": media }))
}

#[test]
fn an_address_is_kept_as_what_stands_there() {
    use MediaKind::{Image, Link};
    let cases = [
        ("https://example.org/wiki/Rill_(moon)", "https://example.org/wiki/Rill_(moon)", Link),
        ("https://example.org/a_(b).jpg?w=(1)", "https://example.org/a_(b).jpg?w=(1)", Image),
        (
            "https://commons.wikimedia.org/wiki/File:A_(b).jpg",
            "https://commons.wikimedia.org/wiki/File:A_(b).jpg",
            Link,
        ),
        (
            "https://en.wikipedia.org/wiki/Moon#/media/File:A.jpg",
            "https://en.wikipedia.org/wiki/Moon#/media/File:A.jpg",
            Link,
        ),
        (
            "https://commons.wikimedia.org/wiki/File:AC/DC.jpg",
            "https://commons.wikimedia.org/wiki/File:AC/DC.jpg",
            Link,
        ),
        ("https://gitlab.com/a/b/-/blob/main/c.png", "https://gitlab.com/a/b/-/blob/main/c.png", Link),
        ("https://bitbucket.org/a/b/src/main/c.png", "https://bitbucket.org/a/b/src/main/c.png", Link),
        ("//example.org/a.png", "https://example.org/a.png", Image),
        ("pictures/my photo.jpg", "pictures/my%20photo.jpg", Image),
        ("/static/a.webp", "static/a.webp", Image),
        ("../../archive/a.webp", "a.webp", Image),
        ("www.youtube.com/watch?v=a&t=1", "https://www.youtube.com/watch?v=a&t=1", Link),
        ("spotify:user:a:playlist:b", "https://open.spotify.com/user/a/playlist/b", Link),
        ("https://www.dropbox.com/s/a/b.jpg?dl=0", "https://dl.dropboxusercontent.com/s/a/b.jpg?dl=0", Image),
        ("<iframe src='https://example.org/film?a=1&amp;b=2'></iframe>", "https://example.org/film?a=1&b=2", Link),
        ("<IMG SRC=https://example.org/a ALT=Hill>", "https://example.org/a", Image),
        ("<video controls><source src=\"a.mp4\"></video>", "a.mp4", Link),
        (
            "https://www.google.com/maps/place/A/@42.0,-87.6,17z",
            "https://www.google.com/maps/place/A/@42.0,-87.6,17z",
            Link,
        ),
    ];
    for (raw, url, kind) in cases {
        let (story, notes) = taken(&showing(&json!({ "url": raw, "caption": "A <i>hill</i>", "credit": "Ann" })));
        let [medium] = story.events[0].media.as_slice() else { panic!("one medium of {raw}") };
        assert_eq!((medium.url.as_str(), medium.kind), (url, kind), "{raw}");
        assert_eq!((medium.caption.as_str(), medium.credit.as_str()), ("A hill", "Ann"), "{raw}");
        assert_eq!(notes, [] as [&str; 0], "{raw}");
    }
}

#[test]
fn links_in_texts_lead_where_they_led() {
    let cases = [
        ("https://example.org/wiki/Rill_(moon)", Some("https://example.org/wiki/Rill_(moon)")),
        ("https://example.org/a)b(c\\d_e*f", Some("https://example.org/a)b(c/d_e*f")),
        ("//example.org/a b", Some("https://example.org/a%20b")),
        ("page.html#a", Some("page.html#a")),
        ("https://example.org/?a=1&amp;copy=2", Some("https://example.org/?a=1&copy=2")),
        ("tel:+49", None),
        ("https://ann:secret@example.org/", None),
    ];
    for (href, expected) in cases {
        let text = format!("See <a href=\"{href}\">it</a>.");
        let slide = json!({ "start_date": { "year": 1901 }, "text": { "headline": "A", "text": text } });
        let (story, notes) = taken(&with(&slide));
        let summary = &story.events[0].summary;
        assert_eq!(summary.plain(), "See it.", "{href}");
        assert_eq!(summary.runs.iter().find_map(|run| run.link.as_deref()), expected, "{href}");
        let told = format!("slide 1: `{href}` leads nowhere from a story; the words of the link stay");
        assert_eq!(notes, if expected.is_some() { vec![] } else { vec![told] }, "{href}");
    }
}

#[test]
fn addresses_in_texts_are_links_as_in_timelinejs() {
    let text = "See <b>www.example.org/a_(b)</b>, or https://example.org/?a=1&amp;b=*2*. <a href='c.html'>https://example.org</a>";
    let (story, _) =
        taken(&with(&json!({ "start_date": { "year": 1901 }, "text": { "headline": "A", "text": text } })));
    let summary = &story.events[0].summary;
    let links: Vec<_> = summary.runs.iter().filter_map(|run| Some((run.text.as_str(), run.link.as_deref()?))).collect();
    let expected = [
        ("www.example.org/a_(b)", "https://www.example.org/a_(b)"),
        ("https://example.org/?a=1&b=*2", "https://example.org/?a=1&b=*2"),
        ("https://example.org", "c.html"),
    ];
    assert_eq!(links, expected);
    assert_eq!(summary.plain(), "See www.example.org/a_(b), or https://example.org/?a=1&b=*2*. https://example.org");
}

#[test]
fn words_shown_as_a_medium_are_part_of_the_summary() {
    let cases = [
        ("<blockquote>Words said.</blockquote>", "Text.\nWords said.\nAnn"),
        (
            " <blockquote><p>One.</p><p>Two <a href='https://example.org'>three</a>.</p></blockquote>",
            "Text.\nOne.\nTwo three.\nAnn",
        ),
        (
            "<blockquote class=\"twitter-tweet\"><p>So.</p>&mdash; Bo</blockquote><script src=\"//x\"></script>",
            "Text.\nSo.\n— Bo\nAnn",
        ),
        ("<p>One</p><script>if(a<b){x()}</script><p>Two must stay</p>", "Text.\nOne\nTwo must stay\nAnn"),
        ("<p>Plain <b>words</b></p>", "Text.\nPlain words\nAnn"),
    ];
    for (html, expected) in cases {
        let (story, notes) = taken(&showing(&json!({ "url": html, "credit": "<b>Ann</b>" })));
        assert_eq!(story.events[0].summary.plain(), expected, "{html}");
        assert!(story.events[0].media.is_empty(), "{html}");
        assert!(notes.len() == 1 && notes[0].starts_with("slide 1, “A”: the words that it shows"), "{notes:?}");
    }
    let (story, _) =
        taken(&with(&json!({ "start_date": { "year": 1 }, "media": { "url": "<blockquote>So.</blockquote>" } })));
    assert_eq!((story.events[0].title.as_str(), story.events[0].summary.plain().as_str()), ("So.", "So."));
}

#[test]
fn a_quotation_in_a_text_is_named_with_its_slide() {
    for (html, named) in [
        ("<p>So.</p><blockquote>Words said.</blockquote>", true),
        ("He said <q>words</q>.", true),
        ("<p>So.</p><p>“Words said.”</p>", false),
    ] {
        let slide = json!({ "start_date": { "year": 1 }, "text": { "headline": "A", "text": html } });
        let (story, notes) = taken(&with(&slide));
        assert!(story.events[0].summary.plain().to_lowercase().contains("words"), "{html}");
        let is_named = notes.iter().any(|note| note.starts_with("a quotation in the text") && note.contains("slide 1"));
        assert_eq!(is_named, named, "{html}: {notes:?}");
    }
}

#[test]
fn what_a_story_has_no_place_for_stands_in_a_comment_and_is_named_with_its_slide() {
    let picture = format!("data:image/png;base64,{}", "A".repeat(9_000));
    let cases = [
        (
            json!({ "background": { "url": "https://example.org/b.jpg" } }),
            "# Its background in TimelineJS: \"https://example.org/b.jpg\"",
            "backgrounds",
        ),
        (json!({ "background": { "color": "#fff" } }), "# Its background in TimelineJS: \"#fff\"", "backgrounds"),
        (json!({ "background": "red" }), "# Its background in TimelineJS: \"red\"", "backgrounds"),
        (
            json!({ "media": { "url": "a.jpg", "thumbnail": "t.jpg" } }),
            "# Its thumbnail in TimelineJS: \"t.jpg\"",
            "thumbnails",
        ),
        (
            json!({ "media": { "url": "a.jpg", "alt": "A hill", "title": "Over" } }),
            "# The title of its medium in TimelineJS: \"Over\"",
            "titles",
        ),
        (
            json!({ "media": { "url": "", "caption": "Below", "credit": "Ann" } }),
            "# Its caption in TimelineJS: \"Below\"\n# Its credit in TimelineJS: \"Ann\"",
            "captions and credits without",
        ),
        (
            json!({ "media": { "url": "a.jpg", "credit": "<a href='https://example.org'>Ann</a>" } }),
            "# Caption or credit led to: \"https://example.org\"",
            "links of captions",
        ),
        (
            json!({ "media": { "url": "javascript:alert(1)", "caption": "Below" } }),
            "# Its medium in TimelineJS: \"javascript:alert(1)\"\n# Its caption",
            "media without an address",
        ),
        (
            json!({ "media": { "url": "a picture of a hill" } }),
            "# Its medium in TimelineJS: \"a picture of a hill\"",
            "media without an address",
        ),
        (
            json!({ "text": { "headline": "A", "text": "One<iframe src='a'>Two" } }),
            "# Behind an element that is never closed: \"Two\"",
            "words behind an element",
        ),
        (
            json!({ "media": { "url": picture } }),
            "# Its medium in TimelineJS: \"data:image/png;base64,AAAA",
            "media without an address",
        ),
        (
            json!({ "text": { "headline": "A", "text": "<img src='data:,x'>" } }),
            "# Its medium in TimelineJS: \"data:,x\"",
            "media without an address",
        ),
    ];
    for (extra, comment, note) in cases {
        let mut slide = json!({ "start_date": { "year": 1901 }, "text": { "headline": "A" } });
        slide.as_object_mut().expect("an object").extend(extra.as_object().expect("an object").clone());
        let imported = timelinejs(with(&slide).as_bytes(), "en", "Untitled").expect("imported");
        assert!(imported.toml.contains(comment), "{extra}\n{}", imported.toml);
        assert!(imported.toml.len() < 3_000, "{}", imported.toml.len());
        let is_told = |told: &String| told.starts_with(note) && told.ends_with(": slide 1");
        assert!(imported.notes.iter().any(is_told), "{extra}: {:?}", imported.notes);
        taken(&with(&slide));
    }
}

#[test]
fn an_id_that_a_story_cannot_hold_is_named() {
    let slides = [
        (json!("Event_1"), "event-1"),
        (json!("a"), "a"),
        (json!("a"), "a-2"),
        (json!("개통"), "told"),
        (json!(7), "7"),
        (json!(null), "told-2"),
    ];
    let event = |(id, _): &(Value, &str)| json!({ "start_date": { "year": 1901 }, "text": { "headline": "Told" }, "unique_id": id });
    let events: Vec<_> = slides.iter().map(event).collect();
    let era = json!({ "start_date": { "year": 1901 }, "unique_id": "Era_1", "text": { "headline": "E" } });
    let title = json!({ "text": { "headline": "T" }, "unique_id": "T!" });
    let deck = json!({ "title": title, "events": events, "eras": [era] }).to_string();
    let (story, notes) = taken(&deck);
    let ids: Vec<_> = story.events.iter().map(|event| event.id.as_str()).collect();
    assert_eq!(ids, slides.each_ref().map(|(_, id)| *id));
    assert_eq!((story.eras[0].id.as_str(), story.id.as_str()), ("era-1", "t"));
    let note = "ids that a story cannot hold as they are stand in comments, beside those it has";
    assert_eq!(notes.last(), Some(&format!("{note}: the title slide, era 1, slide 1, slide 3, slide 4")), "{notes:?}");
    let toml = timelinejs(deck.as_bytes(), "en", "Untitled").expect("imported").toml;
    assert!(toml.contains("id = \"event-1\"\n# Its id in TimelineJS: \"Event_1\"\n"), "{toml}");
}

#[test]
fn what_the_title_slide_shows_stands_in_comments() {
    let title = json!({
        "text": { "headline": "T" }, "media": { "url": "a.jpg", "caption": "Below", "credit": "Ann" },
        "background": { "color": "red" }, "display_date": "Then", "group": "G",
        "start_date": { "year": 2001 }, "end_date": { "year": 2003, "month": 6 },
    });
    let deck = json!({ "title": title, "events": [{ "start_date": { "year": 1 }, "text": { "headline": "A" } }] });
    let imported = timelinejs(deck.to_string().as_bytes(), "en", "Untitled").expect("imported");
    for comment in [
        "a.jpg | Below | Below | Ann",
        "background in TimelineJS: \"red\"",
        "the date: \"Then\"",
        "Its date in TimelineJS: \"2001/2003-06\"",
        "the group: \"G\"",
    ] {
        assert!(imported.toml.contains(comment), "{comment}\n{}", imported.toml);
    }
    assert_eq!(imported.notes.len(), 3, "{:?}", imported.notes);
}

#[test]
fn what_stands_in_texts_and_behind_pictures_is_kept() {
    let slide = json!({
        "start_date": { "year": 1901, "display_date": "Early" }, "end_date": { "year": 1902, "display_date": "late" },
        "text": {
            "headline": "<a href='https://example.org/story'>A</a>",
            "text": "Words <img src='b.png' alt='A hill'><iframe src='//example.org/film'></iframe>.",
        },
        "media": { "url": "a.jpg", "link": "https://example.org/page" },
    });
    let deck = with(&slide);
    let (story, notes) = taken(&deck);
    let media: Vec<_> = story.events[0].media.iter().map(|it| (it.url.as_str(), it.alt.as_str(), it.kind)).collect();
    assert_eq!(
        media,
        [
            ("a.jpg", "A", MediaKind::Image),
            ("https://example.org/page", "A", MediaKind::Link),
            ("https://example.org/story", "A", MediaKind::Link),
            ("b.png", "A hill", MediaKind::Image),
            ("https://example.org/film", "A", MediaKind::Link),
        ]
    );
    assert_eq!((story.events[0].summary.plain().as_str(), notes.len()), ("Words .", 0));
    let imported = timelinejs(deck.as_bytes(), "en", "Untitled").expect("imported");
    assert!(imported.toml.contains("# TimelineJS showed the date as: \"Early — late\"\n"), "{}", imported.toml);
}

#[test]
fn every_era_and_group_with_a_beginning_is_taken() {
    let era = |start: i64, end: Value, headline: &str| json!({ "start_date": { "year": start }, "end_date": end, "text": { "headline": headline } });
    let eras = [
        era(1900, json!({ "year": 1910 }), "One"),
        era(1900, json!({ "year": "" }), "Two"),
        era(1900, json!(null), "Three"),
        era(1900, json!({ "year": 1900 }), "Four"),
        era(1900, json!({ "year": 1910 }), ""),
    ];
    let event = |group: Value| json!({ "start_date": { "year": 1901 }, "text": { "headline": "A" }, "group": group });
    let events = [event(json!("A &amp; B")), event(json!(7)), event(json!(null)), event(json!(" A & B "))];
    let (story, notes) = taken(&json!({ "events": events, "eras": eras }).to_string());
    let eras: Vec<_> = story.eras.iter().map(|era| (era.name.as_str(), era.date.edtf.as_str())).collect();
    let expected =
        [("One", "1900/1910"), ("Two", "1900/.."), ("Three", "1900/.."), ("Four", "1900"), ("era 5", "1900/1910")];
    assert_eq!(eras, expected);
    let lanes: Vec<_> = story.lanes.iter().map(|lane| lane.name.as_str()).collect();
    assert_eq!(lanes, ["A & B", "7"]);
    assert_eq!(notes.len(), 2, "{notes:?}");
}

#[test]
fn a_sheet_is_read_however_it_was_saved() {
    let cases = [
        ("Year,Headline\n1901,A\n", "1901"),
        (" Year ,HEADLINE\r\n1901,A\r\n", "1901"),
        ("Year;Month;Headline\n1901;5;A\n", "1901-05"),
        ("Year\tMonth\tHeadline\n1901\t5\tA\n", "1901-05"),
        ("Year,Month,Day,Time,Headline\n1901,5,3,2:05 PM,A\n,,,,\n", "1901-05-03T14:05"),
        ("Year,Month,Headline\n\"1 901\",5.0,A\n", "1901-05"),
        ("Year,End Year,End Month,Headline\n1901,,5,A\n", "1901"),
        ("Start Date,End Date,Headline,Tag\n5/3/1901,1902,A,Works\n", "1901-05-03/1902"),
        ("Start Date,End Date,Headline\n5/3/1901 14:05,,A\n", "1901-05-03T14:05"),
        ("Year,Headline,Type\n1901,A,\n,T,title\n,U,title\n", "1901"),
        ("Year,Headline,Type\n1901,A,\n,T,Title\n", "1901"),
    ];
    for (sheet, expected) in cases {
        let (story, _) = taken(sheet);
        let [event] = story.events.as_slice() else { panic!("one event of {sheet}") };
        assert_eq!(
            (event.title.as_str(), event.date.as_ref().map(|date| date.edtf.as_str())),
            ("A", Some(expected)),
            "{sheet}"
        );
        assert_eq!(story.title, if sheet.contains(",T,") { "T" } else { "Untitled" }, "{sheet}");
    }
    let (_, notes) = taken("Year,Headline,Type,Start Date\n1901,A,,\n,U,,spring 1902\n");
    assert_eq!(
        notes,
        ["row 3: `spring 1902` is no date; write it as 2024-06-18", "row 3, “U”, has no date and is left out"]
    );
}

/// What stands in comments as not read by TimelineJS, and what is said.
fn unread(text: &str) -> (Vec<String>, Vec<String>) {
    let imported = timelinejs(text.as_bytes(), "en", "Untitled").expect("imported");
    taken(text);
    let comments = imported.toml.lines().filter_map(|line| line.strip_prefix("# TimelineJS did not read: "));
    (comments.map(str::to_owned).collect(), imported.notes)
}

#[test]
fn what_timelinejs_does_not_read_stands_in_comments() {
    let told = "what stands in columns and fields that TimelineJS does not read stands in comments";
    let sheet = "Year,Headline,My Notes,Headline,\n2024,Draft,\"Ask \"\"Ann\"\"\n[story]\",A,,extra\n2025,,,B,,\n";
    let comments = ["\"Headline: Draft\"", "'My Notes: Ask \"Ann\" [story]'", "\"extra\""];
    assert_eq!(unread(sheet), (comments.map(str::to_owned).to_vec(), vec![format!("{told}: row 2")]));
    let sheet = "Year,Headline,Group,Tag,Type,Start Date\n2024,A,Port,sea,photo,2024-05-01\n,B,,sea,Era,2024-05-01\n";
    let comments = ["\"Tag: sea\"", "\"Type: photo\"", "\"Start Date: 2024-05-01\""];
    assert_eq!(unread(sheet).0, comments);

    let date = json!({ "year": 1901, "calendar": "Julian" });
    let media = json!({ "url": "https://example.org/a.jpg", "alt": "A", "licence": "CC BY" });
    let slide = json!({
        "start_date": date, "text": { "headline": "A", "note": "" }, "media": media, "autolink": false, "checked": true,
        "note\n[story]": { "by": "Ann" }, "empty": " ", "none": null, "tags": [], "location": {}
    });
    let timeline = json!({ "events": [slide], "scale": "human", "curator": "Ann" }).to_string();
    let (mut comments, notes) = unread(&timeline);
    comments.sort();
    let expected = [
        "\"checked: true\"",
        "\"curator: Ann\"",
        "\"media.licence: CC BY\"",
        "\"start_date.calendar: Julian\"",
        "'note [story]: {\"by\":\"Ann\"}'",
    ];
    assert_eq!(comments, expected);
    let root = "the timeline has `curator: Ann`, which TimelineJS does not read; it stands in a comment";
    assert_eq!(notes, [root.to_owned(), format!("{told}: slide 1")]);
}
