//! Small stories for the tests of this crate.

use std::rc::Rc;

use bundle::Bundle;
use search::Fold;
use story::EventIx;

use super::record::Record;

/// Two plans that came true and one that is open; two lanes; three quotes from two outlets.
const STORY: &str = r#"
story = { id = "bridge", title = "The bridge", language = "en", unverified = "Made up." }
people = [{ id = "mayor", name = "Ada Lind", aliases = ["the mayor"] }, { id = "wire", name = "The Wire" }]
themes = [{ id = "colour", name = "Colour" }]
lanes = [{ id = "works", name = "Works" }, { id = "talk", name = "Talk" }]
sources = [
  { id = "herald", title = "Bridge to open", publisher = "The Herald", published = "2024-02-01" },
  { id = "leaflet", title = "Untitled", published = "2024-06-30" },
]

[[events]]
id = "to-open"
title = "The bridge is to open"
lane = "works"
status = "planned"
date = "2024-05-02"
announced = "2023-11-01"
became = "opened"
accounts = [{ source = "herald" , says = "In May." }]

[[events]]
id = "to-be-painted"
title = "The bridge is to be painted"
lane = "works"
status = "planned"
announced = "2023-01-10"
became = "painted"
accounts = [{ source = "herald", says = "Some day." }]

[[events]]
id = "painted"
title = "The bridge is painted"
lane = "works"
date = "2023-12-24"
accounts = [{ source = "herald", says = "Painted red." }]

[[events]]
id = "opened"
formerly = ["ribbon-cut"]
title = "The bridge opens"
lane = "works"
date = "2024-05-04"
rank = 1
accounts = [
  { source = "leaflet", says = "It opened.", date = "2024-05-04" },
  { source = "herald", says = "It opened.", date = "2024-05-03" },
]

[[events]]
id = "painted-blue"
title = "The bridge is painted blue"
lane = "talk"
date = "2022-03-04"
accounts = [{ source = "herald", says = "Blue." }, { source = "leaflet", says = "Blue, too.", date = "2022-03-05" }]

[[events]]
id = "to-be-widened"
title = "The bridge is to be widened"
status = "expected"
lane = "talk"
announced = "2024-06-30"
accounts = [{ source = "leaflet", says = "Somebody hopes so." }]

[[quotes]]
id = "no-delays"
text = "There will be no more delays"
speaker = "mayor"
source = "herald"
via = "wire"
said = "2024-01-31"
event = "to-open"

[[quotes]]
id = "red"
text = "It is red"
speaker = "mayor"
source = "leaflet"
said = "2023-12-24"
event = "painted"
"#;

/// The record of the small story.
pub fn record() -> Record {
    compiled(STORY)
}

/// The record of a story in TOML.
pub fn compiled(story: &str) -> Record {
    let input = compile::Input { name: "story.toml".to_owned(), bytes: story.as_bytes().to_vec() };
    let outcome = compile::compile(vec![input]);
    let story = outcome.story.as_ref().unwrap_or_else(|| panic!("{}", compile::render_text(&outcome)));
    Record::new(Bundle::open(compile::bundle(story)).expect("a bundle just written opens"))
}

/// The record of the story that is compiled into the widget, whichever that is.
pub fn embedded() -> Rc<Record> {
    Rc::new(Record::new(
        Bundle::open(include_bytes!(concat!(env!("OUT_DIR"), "/story.orb")).as_slice())
            .expect("the embedded bundle opens"),
    ))
}

/// A story of a thousand events in three lanes, most of them on a few days: plans among them, and stretches of time.
/// Made once: its proofs are many.
pub fn clustered() -> Rc<Record> {
    thread_local! {
        static CLUSTERED: Rc<Record> = Rc::new(compiled(&clustered_story()));
    }
    CLUSTERED.with(Rc::clone)
}

fn clustered_story() -> String {
    let mut story = "story = { id = \"cluster\", title = \"Cluster\", language = \"en\" }\n\
        sources = [{ id = \"s\", title = \"S\", published = \"2024-06-30\" }]\n\
        lanes = [{ id = \"a\", name = \"A\" }, { id = \"b\", name = \"B\" }]\n"
        .to_owned();
    for n in 0..1_000_u64 {
        let spread = n.wrapping_mul(2_654_435_761) >> 7;
        let day = if n % 3 == 0 { spread % 1_400 } else { 600 + spread % 9 };
        let civil = story::civil_from_day(19_000 + day as i64);
        let date = format!("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
        let lane = ["lane = \"a\"\n", "lane = \"b\"\n", ""][(spread % 3) as usize];
        let when = match n % 10 {
            0 => format!("date = \"{date}/..\"\n"),
            1 => format!("status = \"planned\"\nannounced = \"{date}\"\n"),
            2 => format!("date = \"{}\"\n", &date[..7]),
            _ => format!("date = \"{date}\"\n"),
        };
        story.push_str(&format!(
            "[[events]]\nid = \"e{n}\"\ntitle = \"Event number {n}\"\nrank = {}\n{lane}{when}\
             accounts = [{{ source = \"s\" }}]\n",
            1 + spread % 5
        ));
    }
    story
}

/// An event of the small story.
pub fn event(record: &Record, id: &str) -> EventIx {
    record.bundle.event_by_id(id).expect("the event exists")
}

/// Folds as the browser does for the letters of the small story: it has nothing but ASCII.
pub struct PlainFold;

impl Fold for PlainFold {
    fn fold(&self, c: char, out: &mut String) {
        out.extend(c.to_lowercase());
    }
}
