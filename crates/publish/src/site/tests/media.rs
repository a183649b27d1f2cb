//! Pictures, films and sounds of a site: what serves them, what allows them, and what becomes of them in one file.

use story::{Media, MediaKind, MediaVersion, Quote};

use super::*;

/// Pictures of the story's own in three widths.
fn own(name: &str) -> Media {
    let version = |width_px: u16| MediaVersion { url: format!("media/{name}{width_px}.jpg"), width_px };
    Media {
        url: format!("media/{name}2048.jpg"),
        alt: format!("Picture {name}"),
        versions: [640, 1024, 2048].map(version).to_vec(),
        ..Media::default()
    }
}

fn elsewhere(kind: MediaKind, url: &str) -> Media {
    Media { kind, url: url.to_owned(), alt: "A".to_owned(), ..Media::default() }
}

/// The bridge with media of its first event, and a second event of the first rank with others.
fn showing(first: Vec<Media>, second: Vec<Media>) -> Story {
    let mut story = bridge();
    story.events[0].media = first;
    story.events[1].media = second;
    (story.events[0].rank, story.events[1].rank) = (3, 1);
    story
}

fn published(story: &Story, media: &[MediaBytes<'_>]) -> BTreeMap<String, String> {
    let (links, bundle) = (Links::default(), compile::opened(story));
    let widget = widget("glue");
    let input = Input {
        story,
        bundle: &bundle,
        media,
        card: None,
        widget: &widget,
        links: &links,
        audience: Audience::Readers(News::default()),
    };
    let files = site(&input).into_iter();
    files.map(|file| (file.path, String::from_utf8_lossy(&file.bytes).into_owned())).collect()
}

fn policy_of(files: &BTreeMap<String, String>) -> &str {
    let policies: BTreeSet<&str> =
        files["_headers"].lines().filter_map(|line| line.split_once("Policy: ")).map(|it| it.1).collect();
    assert_eq!(policies.len(), 1, "{policies:?}");
    let policy = policies.into_iter().next().unwrap_or_default();
    assert!(files["nginx.conf"].contains(policy), "both say the same");
    policy
}

#[test]
fn the_worker_may_keep_pictures_that_are_not_too_large_and_no_film() {
    let large = vec![0; 4_000_001];
    let media = [("media/a.jpg", Some(&large[1..])), ("media/b.jpg", Some(&large[..])), ("media/c.mp4", None)];
    let media = media.map(|(path, bytes)| MediaBytes { path, bytes });
    let files = published(&bridge(), &media);
    let worker = &files[names::WORKER];
    assert!(worker.contains("const MEDIA = [\"media/a.jpg\"];\n"), "{worker}");
    assert!(published(&bridge(), &[])[names::WORKER].contains("const MEDIA = [];\n"));
}

#[test]
fn policies_allow_the_servers_that_media_lie_on_and_no_other() {
    let plain = published(&showing(vec![own("a")], Vec::new()), &[]);
    let plain = policy_of(&plain);
    assert!(plain.contains("img-src 'self' data:; connect-src 'self';") && !plain.contains("media-src"), "{plain}");
    let mut film = elsewhere(MediaKind::Video, "https://films.example/a.mp4");
    film.poster = Some("https://posters.example/p.jpg".to_owned());
    let media = vec![
        elsewhere(MediaKind::Image, "https://b.example:8443/b.jpg?c=1"),
        elsewhere(MediaKind::Image, "https://a.example/b.jpg"),
        elsewhere(MediaKind::Image, "https://münchen.example/b.jpg"),
        elsewhere(MediaKind::Image, "https://[::1]/b.jpg"),
        elsewhere(MediaKind::Audio, "media/c.mp3"),
        elsewhere(MediaKind::Link, "https://link.example/"),
        film,
    ];
    let mut story = showing(media, Vec::new());
    story.people[0].portrait = Some("https://faces.example/ada.jpg".to_owned());
    story.people[1].portrait = Some("media/wire.jpg".to_owned());
    let files = published(&story, &[]);
    let expected = "img-src 'self' data: https://a.example https://b.example:8443 https://faces.example \
                    https://posters.example https://xn--mnchen-3ya.example; media-src 'self' https://films.example; connect-src 'self';";
    assert!(policy_of(&files).contains(expected), "{}", policy_of(&files));
    let own = published(&showing(vec![elsewhere(MediaKind::Audio, "media/c.mp3")], Vec::new()), &[]);
    assert!(policy_of(&own).contains("media-src 'self'; connect-src"), "{}", policy_of(&own));
}

#[test]
fn files_of_media_are_kept_for_ever_and_are_what_they_are() {
    let media = ["a.jpg", "b.png", "c.webm", "d.vtt", "e.svg"].map(|name| [MEDIA, name].concat());
    let media: Vec<_> = media.iter().map(|path| MediaBytes { path, bytes: None }).collect();
    let files = published(&showing(vec![own("a")], Vec::new()), &media);
    assert!(files["_headers"].contains("/media/*\n  Cache-Control: public, max-age=31536000, immutable\n"));
    for part in
        ["location /story/media/ {", "\"image/jpeg\" jpg;", "\"video/webm\" webm;", "\"text/vtt; charset=utf-8\" vtt;"]
    {
        assert!(files["nginx.conf"].contains(part), "{part} in {}", files["nginx.conf"]);
    }
    let none = published(&bridge(), &[]);
    assert!(!none["_headers"].contains(MEDIA) && !none["nginx.conf"].contains(MEDIA));
    let sent = headers("media/a.jpg", &Links::default(), &Origins::default());
    let sent: Vec<_> = sent.iter().map(|(name, value)| (*name, value.as_str())).collect();
    assert!(sent.contains(&("Content-Type", "image/jpeg")), "{sent:?}");
    assert!(sent.iter().any(|(name, value)| *name == "Cache-Control" && value.contains("immutable")), "{sent:?}");
}

#[test]
fn the_page_of_one_file_holds_the_most_important_pictures_that_it_has_room_for() {
    let story = showing(vec![own("a"), own("b")], vec![own("c")]);
    let (half, small) = (vec![1_u8; INLINED_BYTES / 2 + 1], vec![2_u8; 10]);
    let of = |path, bytes| MediaBytes { path, bytes: Some(bytes) };
    let media = [of("media/a1024.jpg", half.as_slice()), of("media/b1024.jpg", &small), of("media/c1024.jpg", &half)];
    let made = inlined(&story, &media);
    assert_eq!(made.left_out, [story.events[0].id.clone()], "that of the lesser event");
    let page = &published(&story, &media)[names::OFFLINE];
    let sources: Vec<_> =
        values(page, "src").into_iter().filter_map(|src| src.strip_prefix("data:image/jpeg;base64,")).collect();
    assert_eq!(sources.len(), 2, "one is large, one is small");
    for letters in sources {
        assert_eq!(page.matches(letters).count(), 1, "each stands there once, and nothing leads to it");
    }
    assert_eq!(values(page, "data-file"), ["media/c2048.jpg", "media/b2048.jpg"]);
    assert!(page.contains("img-src data:"));
    assert!(page.contains("Picture a"), "what has no room is told in words");
    assert_eq!(inlined(&bridge(), &media), Inlined::default());
}

#[test]
fn the_page_of_one_file_holds_the_portraits_that_it_has_room_for() {
    let mut story = showing(vec![own("a")], Vec::new());
    story.quotes.push(Quote { id: "again".to_owned(), ..story.quotes[0].clone() });
    story.people[0].portrait = Some("media/ada.jpg".to_owned());
    let of = |path, bytes| MediaBytes { path, bytes: Some(bytes) };
    let (large, small, face) = (vec![1_u8; INLINED_BYTES - 100], vec![1_u8; 10], [2_u8; 60]);
    let with = |picture| [of("media/a1024.jpg", picture), of("media/ada.jpg", face.as_slice())];
    let held = "data:image/jpeg;base64,AgIC";
    let check = |media: &[MediaBytes<'_>], times: usize| {
        let made = inlined(&story, media);
        let missing: &[&str] = if times == 0 { &["ada"] } else { &[] };
        assert_eq!(
            (made.left_out, made.without_portrait),
            (Vec::new(), missing.iter().map(|id| (*id).to_owned()).collect())
        );
        let page = &published(&story, media)[names::OFFLINE];
        assert_eq!(page.matches(held).count(), times);
        assert_eq!(page.matches("class=\"portrait\"").count(), times);
    };
    check(&with(&small), 2);
    // Two quotes would need 120 bytes.
    check(&with(&large), 0);
    // What lies elsewhere cannot come along.
    story.people[0].portrait = Some("https://faces.example/ada.jpg".to_owned());
    assert_eq!(inlined(&story, &with(&small)).without_portrait, ["ada"]);
    story.quotes.clear();
    assert_eq!(inlined(&story, &with(&small)).without_portrait, [""; 0], "nobody would see it");
}
