//! The pictures that stand for a story where somebody shares it: the newsroom's own, and the card.

use story::{Message, Story};

use crate::card::{CARD_FILE, CARD_PX};
use crate::plain::one_line;
use crate::{I18n, Links};

/// Whoever shows a large picture wants at least so many px of width.
const LEAST_PX: u16 = 1200;

/// A picture that stands for a story.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Shared {
    /// Its absolute address.
    pub(crate) url: String,
    /// Its width and height in px, where they are known.
    pub(crate) size_px: Option<(u16, u16)>,
    /// What it shows, for those who do not see it; of the newsroom's own nobody says it.
    pub(crate) alt: Option<String>,
}

/// All of them, the best first: the newsroom's own, unless it is known to be too small, then the card. None where nobody knows
/// the story's place on the web, for whoever shares it asks for absolute addresses alone.
pub(crate) fn shared(story: &Story, links: &Links) -> Vec<Shared> {
    let own = story
        .imprint
        .image
        .as_ref()
        .and_then(|image| Some(Shared { url: links.resolve(&image.url)?, size_px: image.size_px, alt: None }));
    let card = links.to(CARD_FILE).map(|url| Shared { url, size_px: Some(CARD_PX), alt: Some(card_alt(story)) });
    let mut all: Vec<Shared> = own.into_iter().chain(card).collect();
    all.sort_by_key(|it| it.size_px.is_some_and(|(width, _)| width < LEAST_PX));
    all
}

/// What the card shows.
fn card_alt(story: &Story) -> String {
    let i18n = I18n::new(story);
    let counts = [
        (Message::Events, story.events.len()),
        (Message::Quotes, story.quotes.len()),
        (Message::Sources, story.sources.len()),
    ];
    let counts = counts.map(|(message, n)| i18n.count(message, n));
    [&one_line(&story.title), " (", &counts.join(i18n.say(Message::Comma)), ")"].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::testing::story;

    fn files(image: &str, base: &str) -> Vec<String> {
        let toml = format!("[story]\nid = \"s\"\ntitle = \"S\"\nlanguage = \"en\"\n{image}");
        let links = Links::new(base).unwrap_or_default();
        let name = |it: Shared| it.url.rsplit('/').next().unwrap_or_default().to_owned();
        shared(&story(&toml), &links).into_iter().map(name).collect()
    }

    #[test]
    fn the_newsrooms_own_picture_comes_first_unless_it_is_too_small() {
        let of =
            |more: &str| files(&format!("image = \"https://example.org/own.jpg\"\n{more}"), "https://example.org/s/");
        assert_eq!(of(""), ["own.jpg", "card.png"]);
        assert_eq!(of("image_width = 1200\nimage_height = 630\n"), ["own.jpg", "card.png"]);
        assert_eq!(of("image_width = 1199\nimage_height = 630\n"), ["card.png", "own.jpg"]);
        assert_eq!(files("", "https://example.org/s/"), ["card.png"]);
    }

    #[test]
    fn nothing_is_named_whose_address_nobody_knows() {
        assert_eq!(files("image = \"own.jpg\"\n", ""), [] as [&str; 0]);
        assert_eq!(files("image = \"https://example.org/own.jpg\"\n", ""), ["own.jpg"]);
    }

    #[test]
    fn the_card_is_told_in_words() {
        let links = Links::new("https://example.org/s/").expect("an address");
        let all = shared(&story("events = []"), &links);
        assert_eq!(all[0].alt.as_deref(), Some("S (0 events, 0 quotes, 0 sources)"));
        assert_eq!(all[0].size_px, Some((1200, 630)));
    }
}
