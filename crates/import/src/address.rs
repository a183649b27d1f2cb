//! Addresses as pages have them, and as a story may hold them.

use percent_encoding::percent_decode_str;

/// The endings of addresses that are pictures.
const PICTURES: [&str; 8] = ["jpg", "jpeg", "png", "gif", "webp", "avif", "svg", "bmp"];

/// Hosts, and ends of hosts, that give pictures under addresses without such an ending.
const PICTURE_HOSTS: [&str; 7] = [
    "images.pexels.com",
    "images.unsplash.com",
    "pbs.twimg.com",
    "picsum.photos",
    ".googleusercontent.com",
    ".gstatic.com",
    ".staticflickr.com",
];

/// Hosts that TimelineJS knows without a scheme before them.
const KNOWN_HOSTS: [&str; 13] = [
    "bsky.app/",
    "commons.wikimedia.org/",
    "dailymotion.com/",
    "dai.ly/",
    "flickr.com/",
    "instagram.com/",
    "player.vimeo.com/",
    "soundcloud.com/",
    "twitter.com/",
    "vimeo.com/",
    "x.com/",
    "youtu.be/",
    "youtube.com/",
];

/// Where a wiki's addresses name the page, whose name may have strokes of its own.
const WIKI_TITLES: [&str; 3] = ["/wiki/", "/index.php/", "/w/"];

/// What wikis call the pages that lead on, for one to the file itself: "Special:FilePath/A.jpg".
const SPECIAL_PAGES: [&str; 15] = [
    "especial:",
    "posebno:",
    "speciaal:",
    "special:",
    "speciale:",
    "speciální:",
    "specjalna:",
    "spesial:",
    "spezial:",
    "spécial:",
    "служебная:",
    "спеціальна:",
    "特别:",
    "特別:",
    "특수:",
];

/// Hosts of repositories, and what stands in the addresses of their pages about files; an empty one is any host.
const SOURCE_PAGES: [(&str, &str); 8] = [
    ("", "/-/blob/"),
    ("bitbucket.org", "/src/"),
    ("codeberg.org", "/src/"),
    ("git.sr.ht", "/item/"),
    ("gitea.com", "/src/"),
    ("github.com", "/blob/"),
    ("gitlab.com", "/blob/"),
    ("huggingface.co", "/blob/"),
];

/// An address as a story may hold it, leading to where browsers go by it; `None` where it leads nowhere on the web.
pub(crate) fn cleaned(raw: &str) -> Option<String> {
    let text: String = raw.trim().chars().filter(|c| !matches!(c, '\t' | '\n' | '\r')).collect();
    let lower = text.to_ascii_lowercase();
    let is_known = || lower.starts_with("www.") || KNOWN_HOSTS.iter().any(|host| lower.starts_with(host));
    match scheme(&lower) {
        Some("http" | "https") => text.split_once(':').and_then(|(scheme, rest)| on_the_web(scheme, rest)),
        // TimelineJS takes the names by which Spotify calls its pieces.
        Some("spotify") => Some(escaped("https://open.spotify.com/", &text["spotify:".len()..].replace(':', "/"))),
        Some("mailto") => mail(&text["mailto:".len()..]),
        Some(_) => None,
        None if text.chars().take_while(is_slash).count() > 1 => on_the_web("https", &text),
        None if is_known() => on_the_web("https", &text),
        None if text.is_empty() => None,
        None => Some(relative(&text)),
    }
}

/// The scheme that a browser reads, in an address in small letters.
fn scheme(lower: &str) -> Option<&str> {
    let (scheme, _) = lower.split_once(':')?;
    let is_scheme = |c: char| c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.');
    (scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(is_scheme)).then_some(scheme)
}

/// Mail, where it says to whom.
fn mail(rest: &str) -> Option<String> {
    let (name, host) = rest.split('?').next()?.split_once('@')?;
    (!name.is_empty() && !host.is_empty()).then(|| escaped("mailto:", rest))
}

/// What browsers take for a slash.
fn is_slash(c: &char) -> bool {
    matches!(c, '/' | '\\')
}

/// Browsers take any slashes before the host. A name or password before it has no business in a story.
fn on_the_web(scheme: &str, rest: &str) -> Option<String> {
    let rest = rest.trim_start_matches(|c| is_slash(&c));
    let host = rest.split(['/', '\\', '?', '#']).next().unwrap_or_default();
    let is_host = |c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | '_' | ':' | '[' | ']' | '%');
    let is_sound = host.starts_with(|c: char| c.is_alphanumeric() || c == '[') && host.chars().all(is_host);
    is_sound.then(|| escaped(&[scheme, "://"].concat(), rest))
}

/// A path or file from where the page is. No colon and no reference may stand in its first part, where it would look like
/// a scheme or another site.
fn relative(text: &str) -> String {
    let end = text.find(['?', '#']).unwrap_or(text.len());
    let text = [&text[..end].replace('\\', "/"), &text[end..]].concat();
    let (root, path) = text.strip_prefix('/').map_or(("", text.as_str()), |path| ("/", path));
    let (head, rest) = path.split_at(path.find(['/', '?']).unwrap_or(path.len()));
    let (name, fragment) = head.split_at(head.find('#').unwrap_or(head.len()));
    let name = if root.is_empty() { name.replace(':', "%3A") } else { name.to_owned() };
    escaped(root, &[&[&name, fragment].concat().replace('&', "%26"), rest].concat())
}

/// With what may not stand in an address written as browsers write it.
fn escaped(start: &str, rest: &str) -> String {
    let mut url = start.to_owned();
    let path = rest.find(['?', '#']).unwrap_or(rest.len());
    for (at, c) in rest.char_indices() {
        match c {
            '\\' if at < path => url.push('/'),
            '"' | '<' | '>' | '`' | '\\' | '{' | '}' | '|' | '^' => push_bytes(&mut url, c),
            c if c.is_ascii_graphic() || c.is_alphanumeric() => url.push(c),
            c => push_bytes(&mut url, c),
        }
    }
    url
}

fn push_bytes(url: &mut String, c: char) {
    let mut buffer = [0; 4];
    for byte in c.encode_utf8(&mut buffer).bytes() {
        url.push_str(&format!("%{byte:02X}"));
    }
}

/// Where the picture itself is that an address shows, for those services whose pages TimelineJS sees through.
pub(crate) fn of_picture(url: &str) -> String {
    match url.split_once("://www.dropbox.com/") {
        Some((scheme, path)) if has_picture_ending(url) => format!("{scheme}://dl.dropboxusercontent.com/{path}"),
        _ => url.to_owned(),
    }
}

/// Whether an address is that of a picture, and not of a page about one.
pub(crate) fn is_picture(url: &str) -> bool {
    let lower = url.to_ascii_lowercase();
    let (_, query) = lower.split_once('?').unwrap_or_default();
    let is_format = |field: &str| {
        field.strip_prefix("format=").is_some_and(|format| PICTURES.iter().any(|known| format.starts_with(known)))
    };
    let is_given = || has_picture_ending(&lower) || is_picture_host(&lower) || query.split('&').any(is_format);
    !is_page(url) && (lower.contains("/special:filepath/") || lower.contains("/special:redirect/file/") || is_given())
}

/// Whether an address is that of a page about a file: of a wiki, of a repository, of an archive.
pub(crate) fn is_page(url: &str) -> bool {
    let address = url.split('#').next().unwrap_or_default();
    let (path, query) = address.split_once('?').unwrap_or((address, ""));
    let [path, query] = [path, query].map(|part| percent_decode_str(part).decode_utf8_lossy().to_lowercase());
    let is_titled = query.split('&').filter_map(|field| field.strip_prefix("title=")).any(has_namespace);
    let is_source = is_source_page(&path) && !query.contains("raw=");
    is_titled || is_source || is_wiki_page(&path) || path.contains("://archive.org/details/")
}

fn is_wiki_page(path: &str) -> bool {
    let (_, name) = path.rsplit_once('/').unwrap_or_default();
    let title = WIKI_TITLES.iter().find_map(|before| path.split_once(before)).map_or("", |(_, title)| title);
    let leads_on = title.contains('/') && SPECIAL_PAGES.iter().any(|special| title.starts_with(special));
    has_namespace(name) || has_namespace(title) && !leads_on
}

/// "File:", "Datei:", "Fichier:", "Tập_tin:": the word is another in every language.
fn has_namespace(title: &str) -> bool {
    let is_letter = |c: char| c.is_alphabetic() || c == '_' || !c.is_ascii();
    title.split_once(':').is_some_and(|(space, _)| !space.is_empty() && space.chars().all(is_letter))
}

/// Whether a path leads to what a repository says of a file. A folder behind "raw" may have any name.
fn is_source_page(path: &str) -> bool {
    let host = host(path);
    let is_of = |known: &str| known.is_empty() || host == known || host.ends_with(&[".", known].concat());
    let says = |part: &str| path.split_once(part).is_some_and(|(before, _)| !before.contains("/raw/"));
    SOURCE_PAGES.iter().any(|(known, part)| is_of(known) && says(part))
}

fn host(address: &str) -> &str {
    address.split("://").nth(1).and_then(|rest| rest.split(['/', '?', '#']).next()).unwrap_or_default()
}

fn is_picture_host(lower: &str) -> bool {
    let host = host(lower);
    PICTURE_HOSTS.iter().any(|known| *known == host || known.starts_with('.') && host.ends_with(known))
}

/// Whether the name of a file ends as that of a picture.
pub(crate) fn has_picture_ending(url: &str) -> bool {
    let path = url.split(['?', '#']).next().unwrap_or_default();
    path.rsplit_once('.').is_some_and(|(_, ending)| PICTURES.iter().any(|known| known.eq_ignore_ascii_case(ending)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_leads_to_where_a_browser_goes_or_nowhere() {
        let cases = [
            ("https://example.org/wiki/Rill_(moon)", Some("https://example.org/wiki/Rill_(moon)")),
            (" https://example.org/a b.jpg\n", Some("https://example.org/a%20b.jpg")),
            ("HTTP:\\\\example.org\\a?b=\\c", Some("HTTP://example.org/a?b=%5Cc")),
            ("https:/example.org", Some("https://example.org")),
            ("//example.org/a", Some("https://example.org/a")),
            ("www.example.org/a", Some("https://www.example.org/a")),
            ("youtube.com/watch?v=a", Some("https://youtube.com/watch?v=a")),
            ("https://de.wikipedia.org/wiki/Köln_–_Rhein", Some("https://de.wikipedia.org/wiki/Köln_%E2%80%93_Rhein")),
            ("https://example.org/\"<a>\u{202E}", Some("https://example.org/%22%3Ca%3E%E2%80%AE")),
            ("https://例え.jp/a[1]", Some("https://例え.jp/a[1]")),
            ("mailto:desk@example.org", Some("mailto:desk@example.org")),
            ("spotify:track:1OT1", Some("https://open.spotify.com/track/1OT1")),
            ("my photo.jpg", Some("my%20photo.jpg")),
            ("a&colon;b.jpg", Some("a%26colon;b.jpg")),
            ("../a/b:c.png", Some("../a/b:c.png")),
            ("#a", Some("#a")),
            ("", None),
            ("https://", None),
            ("https:///?a", None),
            ("mailto:", None),
            ("mailto:@", None),
            ("mailto:?subject=x&body=me@example.org", None),
            ("MailTo:desk@example.org?subject=x", Some("mailto:desk@example.org?subject=x")),
            ("/\\example.org/a.jpg", Some("https://example.org/a.jpg")),
            ("\\/example.org/a.jpg", Some("https://example.org/a.jpg")),
            ("\\a\\b.jpg", Some("/a/b.jpg")),
            ("/&sol;example.org", Some("/%26sol;example.org")),
            ("/a:b?c&d", Some("/a:b?c&d")),
            ("https://me:secret@example.org/", None),
            ("https://exa mple.org/", None),
            ("javascript:alert(1)", None),
            ("java\nscript:alert(1)", None),
            ("data:image/png;base64,AAAA", None),
            ("ftp://example.org/a.jpg", None),
            ("C:\\pictures\\a.jpg", None),
        ];
        for (raw, expected) in cases {
            assert_eq!(cleaned(raw).as_deref(), expected, "{raw}");
        }
    }

    #[test]
    fn a_page_about_a_picture_is_none() {
        let pictures = [
            "https://example.org/a.JPG?w=1",
            "a.svg",
            "https://upload.wikimedia.org/wikipedia/commons/a/ab/A.jpg",
            "https://commons.wikimedia.org/wiki/Special:FilePath/A.jpg",
            "https://pbs.twimg.com/media/A?format=jpg&name=small",
            "https://lh3.googleusercontent.com/abc",
            "https://github.com/a/b/blob/main/c.png?raw=true",
            "https://example.org/12:30.png",
            "https://gitlab.com/a/b/-/raw/main/c.png",
            "https://bitbucket.org/a/b/raw/main/src/c.png",
            "https://codeberg.org/a/b/raw/branch/main/c.png",
            "https://github.com/a/b/raw/main/blob/c.png",
            "https://raw.githubusercontent.com/a/b/main/blob/c.png",
            "https://example.org/github.com/blob/c.png",
            "https://example.org/rs:fit/w:300/a.jpg",
            "https://example.org/blob/src/item/a.jpg",
            "https://de.wikipedia.org/wiki/Spezial:Dateipfad/A.jpg",
            "https://fr.wikipedia.org/wiki/Sp%C3%A9cial:Chemin_de_fichier/A.jpg",
            "https://example.org/wiki/images/a/ab/A.jpg",
            "https://example.org/100%.jpg",
        ];
        let others = [
            "https://commons.wikimedia.org/wiki/File:A_(1).jpg",
            "https://commons.wikimedia.org/wiki/File%3AA.jpg",
            "https://de.wikipedia.org/wiki/Datei:A.jpg",
            "https://ru.wikipedia.org/wiki/Файл:A.jpg",
            "https://en.wikipedia.org/wiki/Moon#/media/File:A.jpg",
            "https://example.org/w/index.php?title=File:A.jpg",
            "https://commons.wikimedia.org/wiki/File:AC/DC.jpg",
            "https://commons.wikimedia.org/wiki/File%3aAC%2FDC.jpg",
            "https://example.org/index.php/File:AC/DC.jpg",
            "https://ru.wikipedia.org/wiki/%D0%A4%D0%B0%D0%B9%D0%BB:A.jpg",
            "https://vi.wikipedia.org/wiki/T%E1%BA%ADp_tin:A.jpg",
            "https://th.wikipedia.org/wiki/ไฟล์:A.jpg",
            "https://github.com/a/b/blob/main/c.png",
            "https://gitlab.com/a/b/-/blob/main/c.png",
            "https://gitlab.example.org/a/b/c/-/blob/main/d.png?ref_type=heads",
            "https://bitbucket.org/a/b/src/main/c.png",
            "https://codeberg.org/a/b/src/branch/main/c.png",
            "https://huggingface.co/a/b/blob/main/c.png",
            "https://git.sr.ht/~a/b/tree/main/item/c.png",
            "https://archive.org/details/a.jpg",
            "https://youtu.be/a",
            "https://example.org/wiki/Rill_(moon)",
        ];
        for url in pictures {
            assert!(is_picture(url), "{url}");
        }
        for url in others {
            assert!(!is_picture(url), "{url}");
        }
        assert_eq!(
            of_picture("https://www.dropbox.com/s/a/b.jpg?dl=0"),
            "https://dl.dropboxusercontent.com/s/a/b.jpg?dl=0"
        );
    }
}
