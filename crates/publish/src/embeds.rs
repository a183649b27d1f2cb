//! Which addresses TimelineJS may get as the medium of a slide.
//!
//! It looks for the names of services in an address, often anywhere in it, and then asks them, or runs what comes from
//! there: `https://evil.example/a.wikipedia.org/b.jpg` is a script from `evil.example` to it. So an address is a medium
//! only where it is that service's own, or names none.

use story::MediaKind;

/// The hosts from which TimelineJS shows films, posts, sounds and maps.
const SERVICES: [&str; 23] = [
    "bsky.app",
    "commons.wikimedia.org",
    "dai.ly",
    "dailymotion.com",
    "flickr.com",
    "imgur.com",
    "instagram.com",
    "m.youtube.com",
    "open.spotify.com",
    "player.vimeo.com",
    "soundcloud.com",
    "tiktok.com",
    "twitter.com",
    "vimeo.com",
    "www.dailymotion.com",
    "www.flickr.com",
    "www.instagram.com",
    "www.tiktok.com",
    "www.twitter.com",
    "x.com",
    "youtu.be",
    "youtube.com",
    "www.youtube.com",
];

/// What TimelineJS takes for a service, or for markup, wherever it stands; of Wikipedia see [`names_wikipedia`].
const NAMES: [&str; 9] =
    ["#/media/", "/maps/", "blockquote", "documentcloud", "iframe", "spotify", "wi.st", "wistia", "youtu"];

/// What TimelineJS plays or shows itself by the ending of its address, besides pictures.
const PLAYED: [&str; 6] = [".m4a", ".mp3", ".mp4", ".pdf", ".wav", ".webm"];

/// Whether a slide may show what stands at an address. All else is a link in its text: TimelineJS would show a picture
/// that cannot be loaded, at best.
pub(crate) fn is_shown(url: &str, kind: MediaKind) -> bool {
    let lower = url.to_ascii_lowercase();
    if host(&lower).is_some_and(is_service) {
        return true;
    }
    let path = lower.split(['?', '#']).next().unwrap_or_default();
    let is_playable = kind == MediaKind::Image || PLAYED.iter().any(|ending| path.ends_with(ending));
    is_playable && !names_wikipedia(&lower) && !NAMES.iter().any(|name| lower.contains(name))
}

/// Whether `wikipedia.org` stands anywhere in an address, with any character for the dot, as TimelineJS looks for it. The
/// pictures of Wikimedia have `wikipedia` in their path, and only that.
fn names_wikipedia(url: &str) -> bool {
    url.match_indices("wikipedia").any(|(at, name)| {
        let mut rest = url[at + name.len()..].chars();
        rest.next().is_some() && rest.as_str().starts_with("org")
    })
}

/// The host of a web address in small letters, with whatever stands beside it.
fn host(url: &str) -> Option<&str> {
    let rest = url.strip_prefix("https://").or(url.strip_prefix("http://"))?;
    rest.split(['/', '?', '#', '\\']).next()
}

fn is_service(host: &str) -> bool {
    let is_wikipedia = || {
        let language = host.strip_suffix(".wikipedia.org");
        language.is_some_and(|it| !it.is_empty() && it.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
    };
    SERVICES.contains(&host) || is_wikipedia()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_service_is_known_by_its_host_alone() {
        use MediaKind::{Image, Link};
        let cases = [
            ("https://youtu.be/x", Link, true),
            ("https://www.youtube.com/watch?v=x", Link, true),
            ("https://de.wikipedia.org/wiki/Haus", Link, true),
            ("https://commons.wikimedia.org/wiki/File:A.jpg", Link, true),
            ("bridge.jpg", Image, true),
            ("https://example.org/picture", Image, true),
            ("https://upload.wikimedia.org/wikipedia/commons/a/ab/A.jpg", Image, true),
            ("https://example.org/minutes.pdf", Link, true),
            ("https://example.org/film.MP4?start=3", Link, true),
            ("https://example.org/article", Link, false),
            ("mailto:desk@example.org", Link, false),
            ("https://evil.example/a.wikipedia.org/wiki/b.jpg", Image, false),
            ("https://evil.example/a.wikipedia-org/wiki/b.jpg", Image, false),
            ("https://evil.example/documentcloud.org/b.js.jpg", Image, false),
            ("https://evil.example/?youtu.be/x.jpg", Image, false),
            ("https://x.wikipedia.org.evil.example/wiki/b.png", Image, false),
            ("https://youtu.be@evil.example/b.png", Image, false),
            ("https://evil.example\\.wikipedia.org/b", Link, false),
            ("https://evil.example/BLOCKQUOTE.png", Image, false),
        ];
        for (url, kind, expected) in cases {
            assert_eq!(is_shown(url, kind), expected, "{url}");
        }
    }
}
