//! The markup of pictures, films, sounds and portraits: what each is given, and what a page that has not got it says.

use story::{Media, MediaVersion, Story};
use telling::Setting;

use crate::telling_of::{PAGE, event, html_of, quote, story};

/// The opening event with these media, and a lesser one with others.
fn showing(opening: &str, lesser: &str) -> Story {
    let opening = event("main", "2024-01-05", &format!("rank = 1\nmedia = [{opening}]"));
    story(&(opening + &event("small", "2024-01-06", &format!("rank = 5\nmedia = [{lesser}]"))))
}

#[track_caller]
fn assert_tells(html: &str, expected: &str) {
    let around = expected.get(..12).and_then(|head| html.find(head)).map(|at| html[at..].chars().take(900).collect());
    assert!(html.contains(expected), "no {expected}\nbut {}", around.unwrap_or_else(|| html.to_owned()));
}

#[test]
fn each_medium_has_its_markup() {
    let check = |media: &str, expected: &str| assert_tells(&html_of(&showing("", media), PAGE), expected);
    let picture =
        |alt: &str, url: &str| format!("<img loading=\"lazy\" decoding=\"async\" alt=\"{alt}\" src=\"{url}\">");
    // A picture, with all that is said of it.
    check(
        "{ url = \"a.jpg\", alt = \"A\", focus = \"30% 84%\", width = 4, height = 3, caption = \"C\", credit = \"Jo\", \
         licence = \"CC0\" }",
        "<figure class=\"pic\"><img class=\"fx3 fy8\" loading=\"lazy\" decoding=\"async\" alt=\"A\" width=\"4\" height=\"3\" \
         src=\"a.jpg\"><figcaption>C <small>Jo, licence CC0</small></figcaption></figure>",
    );
    // One that shows nothing that has to be told.
    check(
        "{ url = \"a.jpg\", alt = \"\", decorative = \"A pattern.\" }",
        "<img loading=\"lazy\" decoding=\"async\" alt src=\"a.jpg\">",
    );
    // A curtain says why, and whose the picture is.
    check(
        "{ url = \"a.jpg\", alt = \"A\", credit = \"Jo\", licence = \"CC0\", sensitive = \"Blood.\" }",
        &format!(
            "<details class=\"curtain\"><summary><span>Blood.</span><small>Jo, licence CC0</small><u>Show it</u></summary>\
             <figure class=\"pic\">{}<figcaption> <small>Jo, licence CC0</small></figcaption></figure></details>",
            picture("A", "a.jpg")
        ),
    );
    // So does one over a film.
    check(
        "{ kind = \"video\", url = \"f.mp4\", alt = \"F\", sensitive = \"Fire.\" }",
        "<details class=\"curtain\"><summary><span>Fire.</span><u>Show it</u></summary><figure class=\"pic\"><video controls \
         preload=\"none\" aria-label=\"F\" playsinline src=\"f.mp4\"></video></figure></details>",
    );
    // A film, with its poster, its words and its transcript.
    check(
        "{ kind = \"video\", url = \"f.mp4\", alt = \"F\", width = 16, height = 9, poster = \"p.jpg\", transcript = \"t.txt\", \
         captions = [\"f.vtt\", { file = \"d.vtt\", language = \"de\", label = \"Gehörlose\" }] }",
        "<video controls preload=\"none\" aria-label=\"F\" playsinline width=\"16\" height=\"9\" poster=\"p.jpg\" \
         src=\"f.mp4\"><track kind=\"captions\" srclang=\"en\" label=\"en\" default src=\"f.vtt\"><track kind=\"captions\" \
         srclang=\"de\" label=\"Gehörlose\" src=\"d.vtt\"></video><figcaption> <a href=\"t.txt\" \
         rel=\"noopener noreferrer\">Transcript</a></figcaption>",
    );
    // A sound has no picture and no size.
    check(
        "{ kind = \"audio\", url = \"s.mp3\", alt = \"S\" }",
        "<audio controls preload=\"none\" aria-label=\"S\" src=\"s.mp3\"></audio>",
    );
}

#[test]
fn nothing_plays_of_itself_and_a_film_is_not_fetched_before() {
    let films =
        ["video", "audio"].map(|kind| format!("{{ kind = \"{kind}\", url = \"{kind}\", alt = \"A\" }}")).join(",");
    for story in [showing(&films, ""), showing("", &films)] {
        let html = html_of(&story, PAGE);
        assert!(!html.contains("autoplay"));
        assert_eq!(html.matches("preload=\"none\"").count(), 2);
    }
}

#[test]
fn several_pictures_stand_in_a_row_that_leads_from_one_to_the_next() {
    let media = "{ url = \"a.jpg\", alt = \"A\" }, { url = \"b.jpg\", alt = \"B\", caption = \"C\" }, \
                 { url = \"c.jpg\", alt = \"C\", sensitive = \"Blood.\" }, { url = \"d.jpg\", alt = \"D\" }";
    let html = html_of(&showing("", media), PAGE);
    assert_tells(
        &html,
        "<div class=\"gallery\" role=\"group\" tabindex=\"0\" aria-label=\"Title small.\"><figure class=\"pic\" \
         id=\"picture-small-1\"><img loading=\"lazy\" decoding=\"async\" alt=\"A\" src=\"a.jpg\"><p class=\"which\">\
         <span>1 of 2</span> <a href=\"#picture-small-2\">Next picture</a></p></figure>",
    );
    assert_tells(
        &html,
        "<p class=\"which\"><span>2 of 2</span></p><figcaption>C</figcaption></figure></div><details class=\"curtain\">",
    );
}

/// A picture in three widths, the widest of which is the picture itself.
fn in_widths() -> Media {
    let version = |width_px: u16| MediaVersion { url: format!("{width_px}.jpg"), width_px };
    Media {
        url: "2048.jpg".to_owned(),
        alt: "A".to_owned(),
        size_px: Some((2048, 1024)),
        versions: [640, 1024, 2048].map(version).to_vec(),
        ..Media::default()
    }
}

#[test]
fn the_first_picture_comes_at_once_leads_to_the_whole_of_it_and_has_a_width_for_every_screen() {
    let mut story = showing("", "");
    story.events.iter_mut().for_each(|event| event.media = vec![in_widths()]);
    let html = html_of(&story, PAGE);
    let rest = "decoding=\"async\" alt=\"A\" width=\"2048\" height=\"1024\" sizes=\"(min-width: 900px) 554px, 100vw\" \
                srcset=\"640.jpg 640w, 1024.jpg 1024w, 2048.jpg 2048w\" src=\"2048.jpg\">";
    assert_tells(
        &html,
        &format!("<figure class=\"pic\"><a href=\"2048.jpg\"><img loading=\"eager\" {rest}</a></figure>"),
    );
    assert_tells(&html, &format!("<figure class=\"pic\"><img loading=\"lazy\" {rest}</figure>"));
}

#[test]
fn a_picture_that_the_page_itself_holds_stands_there_once_under_its_name_and_leads_nowhere() {
    let mut story = showing("", "");
    story.events[0].media = vec![in_widths()];
    let held = |path: &str| (path == "2048.jpg").then(|| "data:image/jpeg;base64,QUJD".to_owned());
    let html = html_of(&story, Setting { file: &held, ..PAGE });
    assert_tells(
        &html,
        "<figure class=\"pic\"><img loading=\"eager\" decoding=\"async\" alt=\"A\" width=\"2048\" height=\"1024\" \
         data-file=\"2048.jpg\" src=\"data:image/jpeg;base64,QUJD\"></figure>",
    );
    assert_eq!(html.matches("QUJD").count(), 1);
}

#[test]
fn what_the_page_has_not_got_is_told_in_words() {
    let none = |_: &str| None;
    let told = |media: &str, expected: &str| {
        let html = html_of(&showing("", media), Setting { file: &none, ..PAGE });
        assert!(!html.contains("<img") && !html.contains("<video"));
        assert_tells(&html, expected);
    };
    told(
        "{ url = \"a.jpg\", alt = \"A\", caption = \"C\", credit = \"Jo\" }",
        "<figure class=\"post\"><p>A</p><figcaption>C <small>Jo</small></figcaption></figure>",
    );
    told(
        "{ kind = \"video\", url = \"https://films.example/f.mp4\", alt = \"F\", transcript = \"t.txt\" }",
        "<figure class=\"post\"><p>F</p><p><a href=\"https://films.example/f.mp4\" rel=\"noopener noreferrer\">",
    );
    told(
        "{ url = \"a.jpg\", alt = \"A\", sensitive = \"Blood.\" }",
        "<u>Show it</u></summary><figure class=\"post\"><p>A</p></figure></details>",
    );
}

#[test]
fn who_is_quoted_has_a_face_where_the_page_has_it() {
    let mut story = story(&(event("main", "2024-01-05", "") + &quote("one", "One", "event = \"main\"")));
    assert!(!html_of(&story, PAGE).contains("portrait"));
    story.people[0].portrait = Some("p.jpg".to_owned());
    let face = "<figcaption><img class=\"portrait\" loading=\"lazy\" alt width=\"44\" height=\"44\"";
    assert_tells(&html_of(&story, PAGE), &format!("{face} src=\"p.jpg\"><p><b>Ada</b>"));
    let held = |_: &str| Some("data:image/png;base64,QUJD".to_owned());
    let held = html_of(&story, Setting { file: &held, ..PAGE });
    assert_tells(&held, &format!("{face} data-file=\"p.jpg\" src=\"data:image/png;base64,QUJD\">"));
    let none = |_: &str| None;
    assert!(!html_of(&story, Setting { file: &none, ..PAGE }).contains("portrait"));
}

#[test]
fn an_upright_picture_stands_beside_its_words() {
    for (size, is_upright) in [("width = 3, height = 4", true), ("width = 4, height = 3", false), ("", false)] {
        let html = html_of(&showing(&format!("{{ url = \"a.jpg\", alt = \"A\", {size} }}"), ""), PAGE);
        assert_eq!(html.contains("pictured upright"), is_upright, "{size}");
        assert!(html.contains("<article class=\"e r1 opening pictured"), "{size}");
    }
}
