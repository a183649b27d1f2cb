//! The structured data, read by the crate `oxjsonld` and held against the properties that schema.org has.

use std::collections::BTreeSet;

use oxjsonld::{JsonLdParser, JsonLdRemoteDocument};
use publish::{Links, Room};
use serde_json::{Value, json};
use story::Story;

use crate::sample;

/// The properties of schema.org that may stand on a type; an empty type is a thing of which only the name is known.
const PROPERTIES: &[(&str, &[&str])] = &[
    (
        "NewsArticle",
        &[
            "author",
            "citation",
            "correction",
            "dateModified",
            "datePublished",
            "description",
            "hasPart",
            "headline",
            "image",
            "inLanguage",
            "isAccessibleForFree",
            "mainEntityOfPage",
            "mentions",
            "provider",
            "publisher",
            "publishingPrinciples",
            "url",
        ],
    ),
    (
        "Event",
        &[
            "about",
            "description",
            "disambiguatingDescription",
            "endDate",
            "eventStatus",
            "image",
            "keywords",
            "location",
            "name",
            "previousStartDate",
            "startDate",
            "subjectOf",
            "url",
        ],
    ),
    (
        "ImageObject",
        &["caption", "contentUrl", "copyrightNotice", "creditText", "height", "license", "name", "url", "width"],
    ),
    (
        "VideoObject",
        &["caption", "contentUrl", "copyrightNotice", "creditText", "height", "license", "name", "width", "duration"],
    ),
    (
        "AudioObject",
        &["caption", "contentUrl", "copyrightNotice", "creditText", "height", "license", "name", "width", "duration"],
    ),
    (
        "Quotation",
        &[
            "about",
            "creator",
            "dateCreated",
            "inLanguage",
            "isPartOf",
            "keywords",
            "provider",
            "spokenByCharacter",
            "text",
            "translationOfWork",
            "translator",
            "url",
        ],
    ),
    ("Place", &["name"]),
    ("Organization", &["contactPoint", "correctionsPolicy", "email", "logo", "name", "url"]),
    ("Person", &["email", "name", "url"]),
    ("ContactPoint", &["email", "url"]),
    ("CorrectionComment", &["about", "datePublished", "text"]),
    ("WebPage", &[]),
    ("", &["affiliation", "alternateName", "disambiguatingDescription", "name"]),
];

fn graph(story: &Story, links: &Links, room: Room) -> Vec<Value> {
    let document: Value = serde_json::from_str(&publish::jsonld(story, links, room)).expect("JSON");
    assert_eq!(document["@context"], "https://schema.org");
    document["@graph"].as_array().expect("a graph").clone()
}

fn node<'a>(graph: &'a [Value], id: &str) -> &'a Value {
    graph.iter().find(|node| node["@id"] == id).unwrap_or_else(|| panic!("{id} is told"))
}

/// Every object in a value, itself included.
fn objects<'a>(value: &'a Value, found: &mut Vec<&'a Value>) {
    match value {
        Value::Object(entries) => {
            found.push(value);
            entries.values().for_each(|value| objects(value, found));
        }
        Value::Array(values) => values.iter().for_each(|value| objects(value, found)),
        _ => {}
    }
}

/// Every thing has only properties that its type has, and every reference leads to a thing.
fn check(graph: &[Value]) {
    let ids: BTreeSet<_> = graph.iter().filter_map(|node| node["@id"].as_str()).collect();
    assert_eq!(ids.len(), graph.len(), "each thing has an id of its own");
    let mut found = Vec::new();
    graph.iter().for_each(|node| objects(node, &mut found));
    for object in found {
        let entries = object.as_object().expect("an object");
        if entries.len() == 1 && entries.contains_key("@id") {
            assert!(ids.contains(object["@id"].as_str().expect("an id")), "{object} leads nowhere");
            continue;
        }
        let kind = object.get("@type").and_then(Value::as_str).unwrap_or_default();
        let known = PROPERTIES.iter().find(|(name, _)| *name == kind).map(|(_, known)| *known).expect(kind);
        for name in entries.keys().filter(|name| !name.starts_with('@')) {
            assert!(known.contains(&name.as_str()), "{kind} has no {name}");
        }
    }
}

#[test]
fn a_graph_is_of_things_and_properties_that_schema_org_has() {
    for story in [sample::sound(), sample::hostile(), sample::empty()] {
        for links in [Links::default(), sample::at_home()] {
            check(&graph(&story, &links, Room::ENDLESS));
            check(&graph(&story, &links, Room { events: 1, quotes: 0 }));
        }
    }
}

#[test]
fn a_program_for_linked_data_reads_every_thing_of_it() {
    let story = sample::hostile();
    let text = publish::jsonld(&story, &sample::at_home(), Room::ENDLESS);
    let parser = JsonLdParser::new().for_slice(text.as_bytes()).with_load_document_callback(|url, _| {
        assert_eq!(url, "https://schema.org");
        let document = br#"{"@context":{"@vocab":"http://schema.org/"}}"#.to_vec();
        Ok(JsonLdRemoteDocument { document, document_url: url.to_owned() })
    });
    let quads: Vec<_> = parser.map(|quad| quad.expect("sound JSON-LD")).collect();
    let of_type = |kind: &str| {
        let name = format!("<http://schema.org/{kind}>");
        quads.iter().filter(|quad| quad.object.to_string() == name).count()
    };
    assert_eq!(of_type("Event"), story.events.len());
    // Each has the words in the language in which they were said beside it.
    assert_eq!(of_type("Quotation"), 2 * story.quotes.len());
    assert_eq!(of_type("NewsArticle"), 1 + story.sources.len());
}

#[test]
fn an_event_and_a_quote_tell_what_is_certain() {
    let graph = graph(&sample::sound(), &sample::at_home(), Room::ENDLESS);
    let home = "https://news.example/story/";
    let id = |fragment: &str| [home, fragment].concat();
    assert_eq!(
        node(&graph, &id("#or_event-opening")),
        &json!({
            "@type": "Event", "@id": id("#or_event-opening"), "name": "The bridge opens",
            "description": "The mayor cut a ribbon. It rained.", "startDate": "2024-06-18T10:30+02:00",
            "location": { "@type": "Place", "name": "Harbour town" },
            "about": [{ "@id": id("#or_person-mayor") }], "keywords": ["Money"],
            "image": [{
                "@type": "ImageObject", "contentUrl": id("bridge.jpg"), "name": "The bridge", "caption": "In the rain",
                "creditText": "Jo Lind", "copyrightNotice": "CC BY 4.0", "width": "640 px", "height": "480 px",
            }],
            "subjectOf": [{ "@id": id("#source-gazette") }, {
                "@type": "VideoObject", "contentUrl": id("opening.mp4"), "name": "The ribbon is cut", "duration": "PT245S",
            }],
            "url": id("#or_event-opening"),
        })
    );
    let plan = node(&graph, &id("#or_event-opening-planned"));
    assert_eq!(plan["eventStatus"], "https://schema.org/EventScheduled");
    assert_eq!((&plan["startDate"], plan.get("endDate")), (&json!("2024"), None));
    assert_eq!(plan["disambiguatingDescription"], "planned, May or June 2024");
    let quote = node(&graph, &id("#or_quote-at-last"));
    assert_eq!(quote["text"], "At last, we can cross without getting wet.");
    assert_eq!(quote["spokenByCharacter"], json!({ "@id": id("#or_person-mayor") }));
    assert_eq!(quote["isPartOf"], json!({ "@id": id("#source-gazette") }));
    assert_eq!(quote["translationOfWork"]["inLanguage"], "de");
    let article = node(&graph, &id("#story"));
    assert_eq!((&article["headline"], &article["url"]), (&json!("The bridge that waited"), &json!(home)));
    assert_eq!((&article["dateModified"], &article["inLanguage"]), (&json!("2024-07-01"), &json!("en")));
}

/// What a page of news should tell of itself, by Google's "Article (Article, NewsArticle, BlogPosting) structured data" (all
/// of it recommended, none required), by its older rules for the carousel (the publisher's logo), and by schema.org.
const COMPLETE: &[&str] = &[
    "/headline",
    "/description",
    "/datePublished",
    "/dateModified",
    "/inLanguage",
    "/isAccessibleForFree",
    "/url",
    "/mainEntityOfPage/@type",
    "/mainEntityOfPage/@id",
    "/image/0/@type",
    "/image/0/url",
    "/image/0/width",
    "/image/0/height",
    // The newsroom's own, and the share card.
    "/image/1/url",
    "/author/0/@type",
    "/author/0/name",
    "/author/0/url",
    "/author/1/@type",
    "/author/1/name",
    "/publisher/@type",
    "/publisher/name",
    "/publisher/url",
    "/publisher/logo/@type",
    "/publisher/logo/url",
    "/publisher/correctionsPolicy",
    "/publisher/contactPoint/email",
    "/publishingPrinciples",
    "/correction/0/@type",
    "/correction/0/text",
    "/correction/0/datePublished",
    "/citation/0/@id",
];

#[test]
fn an_article_has_all_that_is_asked_of_a_page_of_news() {
    let graph = graph(&sample::sound(), &sample::at_home(), Room::PAGE);
    let article = node(&graph, "https://news.example/story/#story");
    let missing: Vec<_> = COMPLETE.iter().filter(|pointer| article.pointer(pointer).is_none()).collect();
    assert_eq!(missing, [] as [&&str; 0]);
    assert_eq!(article["datePublished"], "2024-06-21T08:00+02:00");
    assert_eq!(
        article["author"],
        json!([
            { "@type": "Person", "name": "Ada Lind", "url": "https://herald.example/ada" },
            { "@type": "Person", "name": "Bo Berg" },
        ])
    );
    assert_eq!(article["publisher"]["logo"]["url"], "https://news.example/story/logo.png");
    assert_eq!(
        article["publisher"]["contactPoint"],
        json!({ "@type": "ContactPoint", "email": "desk@herald.example" })
    );
    assert_eq!(
        article["correction"],
        json!([
            {
                "@type": "CorrectionComment", "text": "The mayor said it on the bridge.", "datePublished": "2024-06-28",
                "about": { "@id": "https://news.example/story/#or_quote-at-last" },
            },
            {
                "@type": "CorrectionComment", "text": "The mayor opened the bridge at half past ten.",
                "datePublished": "2024-06-25", "about": { "@id": "https://news.example/story/#or_event-opening" },
            },
        ]),
        "the update is none of them"
    );
}

#[test]
fn what_nobody_tells_is_not_made_up() {
    let graph = graph(&sample::empty(), &Links::default(), Room::PAGE);
    let article = node(&graph, "#story").as_object().expect("an object");
    let told: Vec<_> = article.keys().map(String::as_str).collect();
    assert_eq!(told, ["@id", "@type", "headline", "inLanguage", "isAccessibleForFree"]);
    let story = sample::told(
        "[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\npublisher = \"The Desk\"\nauthors = [\"The Desk\"]\n\
         publisher_logo = \"logo.png\"\nimage = \"a.jpg\"\n[[changes]]\ndate = \"2024-02\"\nkind = \"update\"\n\
         note = \"N\"\n[[changes]]\ndate = \"2024-01\"\nkind = \"update\"\nnote = \"M\"\n",
    );
    let graph = self::graph(&story, &Links::default(), Room::PAGE);
    let article = node(&graph, "#story");
    let desk = json!({ "@type": "Organization", "name": "The Desk" });
    assert_eq!((&article["author"], &article["publisher"]), (&json!([desk]), &desk));
    assert_eq!(article["dateModified"], "2024-02", "the last change");
    assert!(article.get("image").is_none(), "a picture whose address nobody knows");
}

#[test]
fn what_became_of_a_plan_is_its_status() {
    let story = sample::told(
        r#"
sources = [{ id = "s", title = "S" }]
events = [
  { id = "open", title = "E", status = "planned", date = "2024-05-01", accounts = [{ source = "s" }] },
  { id = "off", title = "E", status = "fell-through", date = "2024-05-02", accounts = [{ source = "s" }] },
  { id = "called-off", title = "E", status = "planned", date = "2024-05-01", became = "off", accounts = [{ source = "s" }] },
  { id = "moved", title = "E", status = "planned", date = "2024-05-01", became = "later", accounts = [{ source = "s" }] },
  { id = "later", title = "E", status = "planned", date = "2024-06", accounts = [{ source = "s" }] },
  { id = "put-off", title = "E", status = "expected", date = "2024-05-01", became = "some-day", accounts = [{ source = "s" }] },
  { id = "some-day", title = "E", status = "planned", accounts = [{ source = "s" }] },
]
"#,
    );
    let graph = graph(&story, &Links::default(), Room::ENDLESS);
    let cases = [
        ("open", "EventScheduled", Some("2024-05-01"), None),
        ("off", "EventCancelled", Some("2024-05-02"), None),
        ("called-off", "EventCancelled", Some("2024-05-01"), None),
        ("moved", "EventRescheduled", Some("2024-06"), Some("2024-05-01")),
        ("put-off", "EventPostponed", None, Some("2024-05-01")),
        ("some-day", "EventScheduled", None, None),
    ];
    for (id, status, start, previous) in cases {
        let event = node(&graph, &format!("#or_event-{id}"));
        assert_eq!(event["eventStatus"], format!("https://schema.org/{status}"), "{id}");
        let date = |name: &str| event.get(name).and_then(Value::as_str);
        assert_eq!((date("startDate"), date("previousStartDate")), (start, previous), "{id}");
    }
}

#[test]
fn a_hostile_text_ends_no_script() {
    let text = publish::jsonld(&sample::hostile(), &Links::default(), Room::ENDLESS);
    assert!(!text.contains(['<', '>', '&', '\u{2028}', '\u{2029}']));
    let graph = graph(&sample::hostile(), &Links::default(), Room::ENDLESS);
    assert_eq!(node(&graph, "#or_quote-x0")["text"], "</script><script>alert(1)</script>");
}
