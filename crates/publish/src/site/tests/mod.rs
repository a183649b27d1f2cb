//! A site as a whole: what is in its files, and that they find each other.

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::testing::story;
use ::story::Message;

mod media;
mod taken;
mod told;

/// A wasm with nothing in it.
const WASM: &[u8] = b"\0asm\x01\0\0\0";

fn widget(glue: &str) -> Widget {
    let file = |path: &str, text: &[u8]| (path.to_owned(), text.to_vec());
    let files = [
        file("on-record.js", b"import(\"./widget/element.js\")"),
        file("widget/element.js", b"import\"./on-record.js\""),
        file("widget/on-record.js", glue.as_bytes()),
        file("widget/on-record_bg.wasm", WASM),
        file("widget/lens.css", b".lens{}"),
        file("frame.js", b"frame()"),
        file("host.js", b"host()"),
        file("offline.js", b"alone('</script><!--')"),
    ];
    Widget::new(files).expect("a widget")
}

fn site_of(story: &Story, url: Option<&str>) -> BTreeMap<String, String> {
    site_for(Audience::Readers(News::default()), story, url)
}

fn site_for(audience: Audience<'_>, story: &Story, url: Option<&str>) -> BTreeMap<String, String> {
    let links = url.map(|url| Links::new(url).expect("an address")).unwrap_or_default();
    let bundle = compile::opened(story);
    let files = site(&Input {
        story,
        bundle: &bundle,
        media: &[],
        card: None,
        widget: &widget("glue"),
        links: &links,
        audience,
    });
    files.into_iter().map(|file| (file.path, String::from_utf8_lossy(&file.bytes).into_owned())).collect()
}

fn bridge() -> Story {
    bridge_in("en-GB")
}

/// The same in another language.
fn bridge_in(language: &str) -> Story {
    let toml = r#"
story = { id = "bridge", title = "The bridge", summary = "It took *long*.", language = "LANGUAGE", unverified = "Heard." }
people = [{ id = "ada", name = "Ada Berg", role = "mayor" }, { id = "wire", name = "The Wire" }]
sources = [
  { id = "gazette", title = "It opens", publisher = "The Gazette", published = "2024-06-19", url = "https://g.example/a?b=1&c=2" },
  { id = "echo", title = "A day later", published = "2024-06-20~", agency = "Old Agency" },
]
[[events]]
id = "opening"
title = "It opens"
date = "2024-06-18"
people = ["ada"]
accounts = [{ source = "gazette" }, { source = "echo", date = "2024-06-19", says = "A day later." }]
media = [{ url = "bridge.jpg", alt = "A bridge" }, { url = "https://films.example/1", alt = "A film" }]
[[events]]
id = "plan"
title = "It is to open"
date = "2024-05"
status = "planned"
announced = "2024-01"
became = "opening"
accounts = [{ source = "gazette" }]
[[events]]
id = "second"
title = "A second bridge"
status = "expected"
accounts = [{ source = "echo" }]
[[quotes]]
id = "last"
text = "At last"
speaker = "ada"
said = "2024-06-18"
source = "gazette"
via = "wire"
event = "opening"
about = "of the bridge"
original = "Endlich"
original_language = "de"
"#;
    story(&toml.replace("LANGUAGE", language))
}

fn hostile(text: &str) -> Story {
    let escaped: String = text.chars().map(|c| format!("\\U{:08X}", c as u32)).collect();
    story(&format!(
        "story = {{ id = \"s\", title = \"{escaped}\", summary = \"{escaped}\", language = \"en\", unverified = \"{escaped}\" }}
         people = [{{ id = \"p\", name = \"{escaped}\", role = \"{escaped}\" }}]
         sources = [{{ id = \"a\", title = \"{escaped}\", publisher = \"{escaped}\" }}]
         events = [{{ id = \"e\", title = \"{escaped}\", date = \"2024\", place = \"{escaped}\", people = [\"p\"],
           accounts = [{{ source = \"a\", says = \"{escaped}\" }}],
           media = [{{ url = \"https://x.example/\", alt = \"{escaped}\", caption = \"{escaped}\" }}] }}]
         quotes = [{{ id = \"q\", text = \"{escaped}\", speaker = \"p\", source = \"a\", about = \"{escaped}\" }}]"
    ))
}

/// The values of an attribute in a page.
fn values<'a>(page: &'a str, attribute: &str) -> Vec<&'a str> {
    let start = format!(" {attribute}=\"");
    page.split(&start).skip(1).filter_map(|rest| rest.split('"').next()).collect()
}

/// What stands between the brackets of each tag of a page.
fn tags(page: &str) -> impl Iterator<Item = &str> {
    page.split('<').skip(1).filter_map(|rest| rest.split('>').next())
}

/// An address without what tells versions of a file apart.
fn plain(name: &str) -> &str {
    name.split('?').next().unwrap_or_default()
}

#[test]
fn a_new_page_never_runs_an_old_script() {
    let scripts = |glue: &str| {
        let (story, links) = (bridge(), Links::default());
        let bundle = compile::opened(&story);
        let widget = widget(glue);
        let input = Input {
            story: &story,
            bundle: &bundle,
            media: &[],
            card: None,
            widget: &widget,
            links: &links,
            audience: Audience::Readers(News::default()),
        };
        let page = site(&input).into_iter().find(|file| file.path == names::EMBED).expect("a page");
        let page = String::from_utf8(page.bytes).expect("UTF-8");
        values(&page, "src").into_iter().map(str::to_owned).collect::<BTreeSet<_>>()
    };
    let (one, two) = (scripts("one"), scripts("two"));
    let changed: Vec<_> = one.difference(&two).map(|name| plain(name)).collect();
    assert_eq!(changed, [names::LOADER], "the loader knows where the widget stands");
}

#[test]
fn pages_tell_what_is_new_only_where_that_is_asked_for() {
    let tags = |audience: Audience<'_>| {
        let files = site_for(audience, &bridge(), None);
        let tags = [names::INDEX, names::EMBED, names::OFFLINE].map(|path| {
            let element = files[path].split("<on-record").nth(1).expect("an element");
            element.split('>').next().unwrap_or_default().to_owned()
        });
        tags.map(|tag| (tag.contains(" live"), tag.contains(" remember"), tag.contains(" live=\"90\"")))
    };
    assert_eq!(tags(Audience::Readers(News::default())), [(false, false, false); 3]);
    let both = Audience::Readers(News { live_s: Some(90), remember: true });
    assert_eq!(tags(both), [(true, true, true), (true, true, true), (false, false, false)], "one file asks nobody");
    assert_eq!(tags(Audience::Author("/script.js")), [(false, false, false); 3]);
}

#[test]
fn what_pages_name_is_there() {
    let files = site_of(&bridge(), None);
    let pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    for (path, page) in pages {
        let named = ["src", "fallback", "href", "data-worker"].map(|name| values(page, name)).concat();
        for name in named.iter().filter(|name| !name.contains(':') && !name.starts_with('#') && **name != "bridge.jpg")
        {
            let name = if *name == "./" { names::INDEX } else { plain(name) };
            assert!(files.contains_key(name), "{path} names {name}");
        }
        let ids: Vec<_> = values(page, "id");
        assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{path} has an id twice");
        // What begins so is no place in a page, but tells the widget what to show.
        let targets = named.iter().filter_map(|name| name.strip_prefix('#')).filter(|name| !name.starts_with("or_"));
        for target in targets {
            assert!(ids.contains(&target), "{path} leads to #{target}");
        }
    }
    let (loader, worker) = (&files[names::LOADER], &files[names::WORKER]);
    let element = loader.split('"').find_map(|part| part.strip_prefix("./")).expect("a path");
    assert!(files.contains_key(element), "{loader}");
    let kept = worker.split_once("KEPT = ").and_then(|(_, rest)| rest.split_once(";\n")).expect("a list").0;
    let kept: Vec<String> = serde_json::from_str(kept).expect("JSON");
    for name in &kept {
        assert!(name == "./" || files.contains_key(name), "the worker keeps {name}");
    }
    let parts = [names::INDEX, names::EMBED].into_iter().flat_map(|path| values(&files[path], "src"));
    for name in parts.filter(|name| !name.contains(':')) {
        assert!(name == "bridge.jpg" || kept.iter().any(|kept| kept == plain(name)), "the worker does not keep {name}");
    }
}

#[test]
fn nothing_is_written_into_a_page_that_a_strict_policy_forbids() {
    let files = site_of(&bridge(), Some("https://news.example/bridge"));
    for (path, page) in files.iter().filter(|(path, _)| path.ends_with(".html") && *path != names::OFFLINE) {
        let mut styles = page.split("<style>").skip(1).filter_map(|it| it.split("</style>").next());
        assert!(styles.all(|it| files["_headers"].contains(&names::fingerprint(it))), "{path}: named by the policy");
        assert!(!page.contains("<style ") && values(page, "style").is_empty(), "{path}");
        for script in page.split("<script").skip(1) {
            let head = script.split('>').next().unwrap_or_default();
            assert!(head.contains("src=") || head.contains("application/ld+json"), "{path}: <script{head}>");
        }
        for handler in ["onclick", "onerror", "onload"] {
            assert_eq!(values(page, handler), Vec::<&str>::new(), "{path}");
        }
    }
    let offline = &files[names::OFFLINE];
    assert_eq!(values(offline, "src"), Vec::<&str>::new(), "one file names no other");
    assert!(offline.contains("alone('<\\/script><\\!--')"));
}

#[test]
fn the_words_of_authors_are_never_markup() {
    let texts = [
        "</script><script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "\" onload=\"x",
        "]]>&amp;<!--",
        "'\u{202E}x",
    ];
    let plain = site_of(&hostile("x"), None);
    for text in texts {
        let files = site_of(&hostile(text), None);
        for path in [names::INDEX, names::EMBED, names::OFFLINE, names::SNIPPETS] {
            let (page, plain) = (&files[path], &plain[path]);
            for mark in ["<script", "<img", "<!--", "</article", "</section", "<title"] {
                let count = |page: &str| page.matches(mark).count();
                assert_eq!(count(page), count(plain), "{path}: {mark} of {text}");
            }
            assert!(!tags(page).any(|tag| tag.contains(" onload=\"")), "{path}: {text}");
        }
        let manifest: serde_json::Value = serde_json::from_str(&files[names::MANIFEST]).expect("JSON");
        assert_eq!(manifest["name"], text);
    }
    let files = site_of(&hostile("a\u{1}b\u{7f}c"), None);
    let mut pages = files.iter().filter(|(path, _)| path.ends_with(".html"));
    assert!(pages.all(|(_, page)| page.contains("abc") && !page.contains(['\u{1}', '\u{7f}'])), "control characters");
}

#[test]
fn the_same_story_gives_the_same_bytes_and_another_one_other_names() {
    let links = Links::default();
    let made = |story: &Story, widget: &Widget| {
        let bundle = compile::opened(story);
        site(&Input {
            story,
            bundle: &bundle,
            media: &[],
            card: None,
            widget,
            links: &links,
            audience: Audience::Readers(News::default()),
        })
    };
    let lasting = |files: &[File]| -> BTreeSet<String> {
        files.iter().map(|file| file.path.clone()).filter(|path| path.starts_with(names::FOR_EVER)).collect()
    };
    let first = made(&bridge(), &widget("glue"));
    assert_eq!(first, made(&bridge(), &widget("glue")));
    let other_story = lasting(&made(&hostile("x"), &widget("glue")));
    let changed: Vec<_> = lasting(&first).difference(&other_story).cloned().collect();
    assert!(changed.len() == 1 && changed[0].starts_with("widget/story-"), "{changed:?}");
    let other_widget = lasting(&made(&bridge(), &widget("other glue")));
    let changed: Vec<_> = lasting(&first).difference(&other_widget).cloned().collect();
    assert_eq!(changed.len(), 4, "all parts of the widget: {changed:?}");
}

#[test]
fn a_large_story_is_told_by_what_matters_most() {
    let rows: String = (0..250)
        .map(|at| {
            let rank = 1 + at % 5;
            format!(
                "[[events]]\nid = \"e{at}\"\ntitle = \"E\"\ndate = \"{}\"\nrank = {rank}\naccounts = [{{ source = \"a\" }}]\n\
                 [[quotes]]\nid = \"q{at}\"\ntext = \"T\"\nspeaker = \"p\"\nsource = \"a\"\nevent = \"e{at}\"\n",
                1500 + at
            )
        })
        .collect();
    let sources = "sources = [{ id = \"a\", title = \"A\" }, { id = \"b\", title = \"B\" }]\npeople = [{ id = \"p\", name = \"P\" }]\n";
    let files = site_of(&story(&format!("{sources}{rows}")), None);
    let page = &files[names::INDEX];
    let ids = values(page, "id");
    let of = |kind: &str| ids.iter().filter(|id| id.starts_with(kind)).count();
    assert_eq!((of("event-"), of("quote-")), (200, 200));
    let rest = |page: &str| {
        let told = page.split("The 200 most important of 250 events. ").nth(1)?;
        told.split("</p>").next().map(str::to_owned)
    };
    assert_eq!(rest(page).as_deref(), Some("<a href=\"#data\">All of them are in the data.</a>"));
    assert!(ids.contains(&"data"));
    assert!(rest(&files[names::EMBED]).is_some_and(|rest| rest.contains("\"./#data\"")));
    assert!(rest(&files[names::SNIPPETS]).is_some_and(|rest| rest.contains("&quot;index.html#data&quot;")));
    assert_eq!(rest(&files[names::OFFLINE]), None, "it has no way to the rest");
    assert!(files[names::OFFLINE].contains(" more events<"));
    let files = site_of(&story(&format!("{sources}{rows}")), Some("https://news.example/large/"));
    assert!(
        rest(&files[names::OFFLINE]).is_some_and(|rest| rest.contains("\"https://news.example/large/#data\"")),
        "but where it knows one"
    );
    assert!(!ids.contains(&"event-e4"), "of the lowest rank");
}

#[test]
fn only_a_site_that_knows_its_address_names_it() {
    let (with, without) = (site_of(&bridge(), Some("https://news.example/bridge")), site_of(&bridge(), None));
    for part in ["<link rel=\"canonical\" href=\"https://news.example/bridge/\">", "property=\"og:url\"", "oembed.json"]
    {
        assert!(with[names::INDEX].contains(part), "{part}");
        assert!(!without[names::INDEX].contains(part), "{part}");
    }
    for path in [names::INDEX, names::EMBED, names::OFFLINE] {
        assert_eq!(
            values(&with[path], "canonical"),
            ["https://news.example/bridge/"],
            "{path}: links that readers copy"
        );
        assert!(values(&without[path], "canonical").is_empty(), "{path}");
    }
    assert!(values(&with[names::SNIPPETS], "canonical").is_empty(), "a page of somebody else's has its own");
    assert!(with[names::SNIPPETS].contains("src=&quot;https://news.example/bridge/on-record.js&quot;"));
    assert!(without[names::SNIPPETS].contains("src=&quot;on-record.js&quot;"));
    assert!(without[names::SNIPPETS].contains("write its address in front"));
    assert!(with["_headers"].contains("\n/bridge/embed.html\n"), "{}", with["_headers"]);
    assert!(with["nginx.conf"].contains("location /bridge/ {"));
}

#[test]
fn what_its_author_looks_at_follows_a_script_and_is_not_kept() {
    let files = site_for(Audience::Author("/follow.js?a&b"), &bridge(), None);
    for path in [names::INDEX, names::EMBED, names::SNIPPETS] {
        assert_eq!(files[path].matches("<script defer src=\"/follow.js?a&amp;b\">").count(), 1, "{path}");
    }
    assert!(!files[names::OFFLINE].contains("follow"), "its own policy allows no other script");
    assert!(!files[names::INDEX].contains("data-worker"));
    assert!(!files.contains_key(names::WORKER));
    assert!(!files["_headers"].contains(names::WORKER));
    assert!(
        site_of(&bridge(), None).keys().filter(|path| *path != names::WORKER).eq(files.keys()),
        "all else is there"
    );
}

#[test]
fn an_empty_story_has_a_page_and_a_story_from_right_to_left_runs_so() {
    let empty = site_of(&story("story = { id = \"s\", title = \"S\", language = \"en\" }"), None);
    assert!(empty[names::INDEX].contains("Nothing is on record yet."));
    let arabic = site_of(&story("story = { id = \"s\", title = \"S\", language = \"ar\" }"), None);
    assert!(arabic[names::INDEX].contains("<html lang=\"ar\" dir=\"rtl\""));
}

#[test]
fn those_who_share_a_page_are_told_who_publishes_it() {
    let story = story(
        r#"
[story]
id = "s"
title = "S"
language = "en"
updated = "2024-07-02"
publisher = "The Herald"
authors = ["Ada & Bo <https://herald.example/ada>", "Cy <cy@herald.example>"]
image = "bridge.jpg"
image_width = 1200
image_height = 630
first_published = "2024-06-21"
"#,
    );
    let told = [
        "<meta name=\"author\" content=\"Ada &amp; Bo\"><meta name=\"author\" content=\"Cy\">",
        "<meta property=\"og:site_name\" content=\"The Herald\">",
        "<meta property=\"article:published_time\" content=\"2024-06-21\">",
        "<meta property=\"article:modified_time\" content=\"2024-07-02\">",
        "<meta property=\"article:author\" content=\"https://herald.example/ada\">",
    ];
    let pictured = [
        "<meta property=\"og:image\" content=\"https://news.example/s/bridge.jpg\">",
        "<meta property=\"og:image:width\" content=\"1200\"><meta property=\"og:image:height\" content=\"630\">",
        "<meta name=\"twitter:card\" content=\"summary_large_image\">",
    ];
    let at_home = &site_of(&story, Some("https://news.example/s/"))[names::INDEX];
    let nowhere = &site_of(&story, None)[names::INDEX];
    for part in told {
        assert!(at_home.contains(part) && nowhere.contains(part), "{part} in {nowhere}");
    }
    assert!(!at_home.contains("content=\"mailto:"), "an author is a page there, or nothing");
    for part in pictured {
        assert!(at_home.contains(part), "{part} in {at_home}");
    }
    assert!(!nowhere.contains("og:image") && nowhere.contains("content=\"summary\""));
}
