//! Stories for tests, compiled as the command compiles them, and the words that the widget says of them.

use std::path::Path;

use compile::{Input, Outcome};
use disk::StoryFolder;
use publish::I18n;
use story::{Message, Status, Story};
use telling::{Html, Setting, Telling};

/// A compiled story.
pub struct Compiled {
    /// The story.
    pub story: Story,
    /// Its bundle.
    pub bytes: Vec<u8>,
}

impl Compiled {
    /// The bundle, opened.
    ///
    /// # Panics
    /// Where the reader refuses what the writer wrote.
    #[must_use]
    pub fn opened(&self) -> bundle::Bundle {
        bundle::Bundle::open(self.bytes.clone()).expect("a bundle of our own")
    }

    /// The story view as `on-record build` writes it beside the bundle, for elements that name the bundle alone; its style is
    /// the one of the widget.
    #[must_use]
    pub fn told(&self) -> String {
        ["<link rel=\"stylesheet\" href=\"/widget/story.css\">", &self.told_at(2)].concat()
    }

    /// The same as it stands in a page, its title a heading of this level.
    #[must_use]
    pub fn told_at(&self, level: u8) -> String {
        let file = |path: &str| Some(path.to_owned());
        let (bundle, i18n, mut html) = (self.opened(), I18n::new(&self.story), Html::default());
        let setting = Setting { level, base: "", file: &file, rest: "" };
        Telling::new(&bundle, None, i18n.tongue(), setting).story(&mut html);
        html.into_text()
    }
}

/// The story that is compiled into the widget.
///
/// # Panics
/// Where it has errors; the message lists them.
#[must_use]
pub fn default_story() -> Story {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../stories/pyongyang-moscow");
    story_of(&disk::compile_story(&folder).expect("the default story is in the checkout"))
}

/// The same with its bundle.
///
/// # Panics
/// Where it has errors; the message lists them.
#[must_use]
pub fn default_compiled() -> Compiled {
    bundled(default_story())
}

/// A story of one file.
///
/// # Panics
/// Where it has errors; the message lists them.
#[must_use]
pub fn compiled(toml: &str) -> Compiled {
    let input = Input { name: "story.toml".to_owned(), bytes: toml.as_bytes().to_vec() };
    bundled(story_of(&compile::compile(vec![input])))
}

/// A story of a folder, and the files that it publishes beside its pages, each by its path.
///
/// # Panics
/// Where it has errors; the message lists them.
#[must_use]
pub fn compiled_folder(folder: &Path) -> (Compiled, Vec<(String, Vec<u8>)>) {
    let outcome = disk::compile_story(folder).expect("a folder that can be read");
    let beside = StoryFolder::of(folder);
    let read = |file: &compile::MediaFile| (file.path.clone(), file.read(&beside).expect("still there").to_vec());
    (bundled(story_of(&outcome)), outcome.media.iter().map(read).collect())
}

fn bundled(story: Story) -> Compiled {
    let bytes = compile::bundle(&story);
    Compiled { story, bytes }
}

fn story_of(outcome: &Outcome) -> Story {
    let Some(story) = &outcome.story else { panic!("{}", compile::render_text(outcome)) };
    story.clone()
}

/// What the widget says, in the story's language; of a message that counts, the form for many.
#[must_use]
pub fn said(story: &Story, message: Message) -> &str {
    story.texts.get(message.at()).and_then(|phrase| phrase.forms.first()).map_or("", String::as_str)
}

/// The same with its number filled in.
#[must_use]
pub fn counted(story: &Story, message: Message, n: usize) -> String {
    said(story, message).replace("{n}", &n.to_string())
}

/// The word for a status.
#[must_use]
pub fn status_word(story: &Story, status: Status) -> &str {
    said(
        story,
        match status {
            Status::Happened => Message::Happened,
            Status::Planned => Message::Planned,
            Status::Expected => Message::Expected,
            Status::FellThrough => Message::FellThrough,
        },
    )
}

/// A text as a reader reads it: spaces of any kind as one.
#[must_use]
pub fn read(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
