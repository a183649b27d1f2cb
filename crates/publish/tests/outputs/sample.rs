//! The stories that these tests tell.

use compile::Input;
use publish::Links;
use story::Story;

/// A story with a row in every table.
pub(crate) fn sound() -> Story {
    compiled(include_str!("../../../compile/fixtures/sound.toml"))
}

/// What authors and speakers may write, and each format has a use for.
const HOSTILE: &[&str] = &[
    "</script><script>alert(1)</script>",
    "]]><x/>&amp;&lt; \"quoted\" 'single' <!-- --",
    "=HYPERLINK(\"https://evil.example\",\"x\")",
    "one\r\ntwo\u{2028}three\u{85}four\nBEGIN:VEVENT",
    "semi;colon, comma\\ backslash \\n {n} {date}",
    "\u{0}\u{1}\u{1B}[31m\u{7F}\u{FFFE}red",
    "\u{202E}right to left\u{202C} עברית العربية",
    "한국어와 👩‍👩‍👧‍👧 and a\u{301}ccents, long enough to be folded more than once in any format that folds its lines",
    "-1+1",
    "@import \t tab",
];

/// A story in which every text is hostile; as many events and quotes as there are such texts.
pub(crate) fn hostile() -> Story {
    let texts: Vec<String> = HOSTILE.iter().map(|text| toml_text(text)).collect();
    let mut toml = format!(
        "[story]\nid = \"hostile\"\ntitle = {0}\nlanguage = \"en\"\nsummary = {1}\nunverified = {2}\npublisher = {0}\n\
         publisher_logo = \"logo.png?a=1&b='2'\"\nauthors = [\"Ada & 'Bo'\"]\nimage = \"a.jpg?b=1&c='2'\"\n",
        texts[0], texts[1], texts[3]
    );
    for (at, text) in texts.iter().enumerate() {
        let row = format!("id = \"x{at}\"\n");
        toml += &format!("[[people]]\n{row}name = {text}\nrole = {text}\naffiliation = {text}\naliases = [{text}]\n");
        toml += &format!("[[lanes]]\n{row}name = {text}\n[[themes]]\n{row}name = {text}\n");
        toml += &format!("[[sources]]\n{row}title = {text}\npublisher = {text}\nagency = {text}\nbyline = {text}\n");
        toml += &format!("published = \"2024-06-{:02}\"\nurl = \"https://example.org/?a=1&b='2'#{at}\"\n", at + 1);
        toml += &format!("[[events]]\n{row}title = {text}\nsummary = {text}\nplace = {text}\nlane = \"x{at}\"\n");
        toml += &format!("date = \"2024-05-{:02}?\"\npeople = [\"x{at}\"]\nthemes = [\"x{at}\", \"x0\"]\n", at + 1);
        toml += &format!("accounts = [{{ source = \"x{at}\", says = {text} }}]\n");
        toml += &format!("media = [{{ url = \"a.jpg?b=1&c=2\", alt = {text}, caption = {text}, credit = {text} }}]\n");
        toml += &format!("[[quotes]]\n{row}text = {text}\nspeaker = \"x{at}\"\nsource = \"x{at}\"\nabout = {text}\n");
        toml += &format!("via = \"x{at}\"\nevent = \"x{at}\"\noriginal = {text}\noriginal_language = \"ar\"\n");
        toml += &format!("translated_by = {text}\nthemes = [\"x{at}\"]\nlanguage = \"he\"\n");
        toml += &format!("[[changes]]\ndate = \"2024-07\"\nkind = \"correction\"\nrecord = \"event:x{at}\"\n");
        toml += &format!("note = {text}\nwas = {text}\n[[changes]]\ndate = \"2024-07\"\nkind = \"update\"\n");
        toml += &format!("record = \"quote:x{at}\"\nnote = {text}\nwas = {text}\n");
    }
    compiled(&toml)
}

/// A text as TOML writes it, nothing of it in letters that mean something.
fn toml_text(text: &str) -> String {
    let escaped: String = text.chars().map(|c| format!("\\U{:08X}", c as u32)).collect();
    format!("\"{escaped}\"")
}

/// The story of one TOML file, to which a table `story` is added if it has none.
pub(crate) fn told(toml: &str) -> Story {
    let head = "story = { id = \"s\", title = \"S\", language = \"en\", unverified = \"Made up.\" }\n";
    compiled(&if toml.contains("[story]") { toml.to_owned() } else { [head, toml].concat() })
}

/// A story without anything in it.
pub(crate) fn empty() -> Story {
    told("")
}

fn compiled(toml: &str) -> Story {
    let outcome = compile::compile(vec![Input { name: "story.toml".to_owned(), bytes: toml.as_bytes().to_vec() }]);
    let problems = compile::render_text(&outcome);
    outcome.story.unwrap_or_else(|| panic!("{}", errors(&problems)))
}

pub(crate) fn at_home() -> Links {
    Links::new("https://news.example/story").expect("a folder")
}

/// The errors among what is to be said of a story; a hostile one has many warnings.
fn errors(problems: &str) -> String {
    problems.lines().filter(|line| line.contains(": error[")).collect::<Vec<_>>().join("\n")
}
