//! Films, and their captions.

use telling::Setting;

use crate::parsed::parsed;
use crate::telling_of::{PAGE, event, html_of, story};

#[test]
fn captions_of_another_host_are_asked_for_as_its_server_permits_it() {
    let asks = |film: &str, setting| {
        let captions = "captions = [{ file = \"f.vtt\", language = \"en\" }]";
        let media = format!("media = [{{ kind = \"video\", url = \"{film}\", alt = \"A\", {captions} }}]");
        let view = parsed(&html_of(&story(&event("e", "2024", &media)), setting));
        let film = view.named("video")[0].clone();
        assert_eq!(film.named("track").len(), 1);
        film.get("crossorigin") == Some("anonymous")
    };
    let elsewhere = |path: &str| Some(telling::resolved("https://story.example/", path));
    let embedded = Setting { file: &elsewhere, ..PAGE };
    assert!(!asks("f.mp4", PAGE), "beside the page");
    assert!(asks("f.mp4", embedded), "both beside the story, which lies elsewhere");
    let film = "https://films.example/f.mp4";
    assert!(!asks(film, PAGE) && !asks(film, embedded), "who has the film may not permit it");
}
