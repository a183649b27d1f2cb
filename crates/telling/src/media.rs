//! Pictures, films and sounds of an event, and links to what is shown elsewhere.

use bundle::MediaRow;
use story::{EventIx, MediaKind, Message};

use crate::{Destination, Telling, Tree, destination, hooks};

/// The widest that a picture is shown in the column and beside it, as `sizes` of HTML has it.
const SIZES: &str = "(min-width: 900px) 554px, 100vw";

impl Telling<'_> {
    /// What an event has to look at, as far as the page has it.
    pub(crate) fn pictures(&self, ix: EventIx) -> impl Iterator<Item = MediaRow<'_>> {
        let media = self.bundle().event(ix).media();
        media.filter(|medium| {
            matches!(medium.kind(), MediaKind::Image | MediaKind::Video) && self.file(medium.url()).is_some()
        })
    }

    /// Whether the first picture of an event is higher than wide.
    pub(crate) fn is_upright(&self, ix: EventIx) -> bool {
        let first = self.pictures(ix).next().and_then(MediaRow::size_px);
        first.is_some_and(|(width, height)| height > width)
    }

    /// Where the page finds a file, beside the story or elsewhere; `None` where it has not got it, or may not fetch it.
    pub(crate) fn file(&self, address: &str) -> Option<String> {
        destination(address).and_then(|_| (self.setting.file)(address))
    }

    /// All that an event has to look at and to listen to. The first picture of a story is fetched at once, all others when
    /// a reader comes near.
    pub(crate) fn media(&self, t: &mut dyn Tree, ix: EventIx, is_first: bool) {
        let media: Vec<MediaRow<'_>> = self.bundle().event(ix).media().collect();
        // What the page has not got stands by itself, with the way to where it is.
        let is_picture = |medium: &MediaRow<'_>| {
            medium.kind() == MediaKind::Image && medium.sensitive().is_none() && self.file(medium.url()).is_some()
        };
        for alike in media.chunk_by(|a, b| is_picture(a) && is_picture(b)) {
            match alike {
                [one] => self.medium(t, *one, is_first),
                several => self.gallery(t, ix, several, is_first),
            }
        }
    }

    fn medium(&self, t: &mut dyn Tree, medium: MediaRow<'_>, is_first: bool) {
        match medium.sensitive() {
            Some(reason) => {
                t.start("details", "curtain");
                t.open("summary");
                t.leaf("span", "", reason);
                let rights = self.rights(medium);
                if !rights.is_empty() {
                    t.leaf("small", "", &rights);
                }
                t.leaf("u", "", self.say(Message::ShowPicture));
                t.close();
                self.shown(t, medium, false);
                t.close();
            }
            None => self.shown(t, medium, is_first),
        }
    }

    fn shown(&self, t: &mut dyn Tree, medium: MediaRow<'_>, is_first: bool) {
        match (medium.kind(), self.file(medium.url())) {
            (MediaKind::Image, Some(address)) => {
                t.start("figure", "pic");
                self.picture(t, medium, &address, is_first);
                self.caption(t, medium);
                t.close();
            }
            (MediaKind::Video | MediaKind::Audio, Some(address)) => self.player(t, medium, &address),
            _ => self.card(t, medium),
        }
    }

    /// Several pictures: a row that slides, the next one peeping in.
    fn gallery(&self, t: &mut dyn Tree, ix: EventIx, pictures: &[MediaRow<'_>], is_first: bool) {
        let id = |at: usize| [hooks::PICTURE, self.bundle().event(ix).id(), "-", &(at + 1).to_string()].concat();
        let total = wording::number(self.tongue, pictures.len());
        t.start("div", "gallery");
        t.set("role", "group");
        t.set("tabindex", "0");
        t.set("aria-label", self.bundle().event(ix).title());
        for (at, medium) in pictures.iter().enumerate() {
            t.start("figure", "pic");
            t.set("id", &id(at));
            if let Some(address) = self.file(medium.url()) {
                self.picture(t, *medium, &address, is_first && at == 0);
            }
            t.start("p", "which");
            let n = wording::number(self.tongue, at + 1);
            t.leaf("span", "", &self.fill(Message::PictureOf, &[("n", &n), ("total", &total)]));
            if at + 1 < pictures.len() {
                t.text(" ");
                self.jump(t, "", &id(at + 1), self.say(Message::NextPicture));
            }
            t.close();
            self.caption(t, *medium);
            t.close();
        }
        t.close();
    }

    fn picture(&self, t: &mut dyn Tree, medium: MediaRow<'_>, address: &str, is_first: bool) {
        // What is cropped is whole where it lies, unless that is in the page itself, where no link leads to it.
        let is_held = destination(address).is_none();
        if is_first && !is_held {
            t.open("a");
            t.set("href", address);
        }
        t.start("img", &focus_classes(medium));
        // Before the address, because browsers begin as soon as they know that.
        t.set("loading", if is_first { "eager" } else { "lazy" });
        t.set("decoding", "async");
        t.set("alt", medium.alt());
        self.sides(t, medium);
        let versions = medium.versions().filter(|_| !is_held).filter_map(|version| {
            Some([&self.file(version.url())?, " ", &version.width_px().to_string(), "w"].concat())
        });
        let versions = versions.collect::<Vec<_>>().join(", ");
        if !versions.is_empty() {
            t.set("sizes", SIZES);
            t.set("srcset", &versions);
        }
        self.picture_from(t, medium.url(), address);
        t.close();
        if is_first && !is_held {
            t.close();
        }
    }

    /// The address of a picture, and its name in the story where the page itself holds it: who tells the story anew finds it
    /// by that.
    pub(crate) fn picture_from(&self, t: &mut dyn Tree, name: &str, address: &str) {
        if destination(address).is_none() {
            t.set(hooks::FILE, name);
        }
        t.set("src", address);
    }

    fn sides(&self, t: &mut dyn Tree, medium: MediaRow<'_>) {
        if let Some((width, height)) = medium.size_px() {
            t.set("width", &width.to_string());
            t.set("height", &height.to_string());
        }
    }

    /// A film or a sound of the newsroom's own: it plays when it is asked to, and nothing of it comes before.
    fn player(&self, t: &mut dyn Tree, medium: MediaRow<'_>, address: &str) {
        t.start("figure", "pic");
        t.open(if medium.kind() == MediaKind::Video { "video" } else { "audio" });
        t.set("controls", "");
        t.set("preload", "none");
        t.set("aria-label", medium.alt());
        if self.asks_for_captions(medium, address) {
            t.set("crossorigin", "anonymous");
        }
        if medium.kind() == MediaKind::Video {
            t.set("playsinline", "");
            self.sides(t, medium);
            if let Some(poster) = medium.poster().and_then(|poster| self.file(poster)) {
                t.set("poster", &poster);
            }
        }
        t.set("src", address);
        for (at, captions) in medium.captions().enumerate() {
            let Some(address) = self.file(captions.url()) else { continue };
            t.open("track");
            t.set("kind", "captions");
            t.set("srclang", captions.language());
            let language = self.tongue.language_name(captions.language());
            let label = captions.label().map(ToOwned::to_owned).or(language);
            t.set("label", label.as_deref().unwrap_or_else(|| captions.language()));
            if at == 0 {
                t.set("default", "");
            }
            t.set("src", &address);
            t.close();
        }
        t.close();
        self.caption(t, medium);
        t.close();
    }

    /// Whether the captions come from another host, which a browser asks only where the film is fetched in the same way. A
    /// film of a host that has none of them is rather shown without: it may not permit it.
    fn asks_for_captions(&self, medium: MediaRow<'_>, film: &str) -> bool {
        let Some(Destination::Host(host)) = destination(film) else { return false };
        let mut captions = medium.captions().filter_map(|captions| self.file(captions.url()));
        captions.any(|address| destination(&address) == Some(Destination::Host(host)))
    }

    /// What is shown elsewhere, or not here, in words and with a link: nothing is asked of anybody.
    fn card(&self, t: &mut dyn Tree, medium: MediaRow<'_>) {
        t.start("figure", "post");
        t.leaf("p", "", medium.alt());
        self.caption(t, medium);
        let open = match destination(medium.url()) {
            Some(Destination::Host(host)) => Some(self.fill(Message::OpenAt, &[("host", host)])),
            Some(Destination::Here) if medium.kind() == MediaKind::Link => Some(medium.alt().to_owned()),
            _ => None,
        };
        if let Some(open) = open {
            t.open("p");
            self.linked(t, Some(medium.url()), "", &open);
            t.close();
        }
        t.close();
    }

    /// What is said of it, whose it is and on what terms, and where all that is said in it can be read.
    fn caption(&self, t: &mut dyn Tree, medium: MediaRow<'_>) {
        let rights = self.rights(medium);
        let transcript = medium.transcript().and_then(|transcript| self.file(transcript));
        if medium.caption().is_empty() && rights.is_empty() && transcript.is_none() {
            return;
        }
        t.open("figcaption");
        t.text(medium.caption());
        if let Some(address) = transcript {
            t.text(" ");
            self.linked(t, Some(&address), "", self.say(Message::Transcript));
        }
        if !rights.is_empty() {
            t.text(" ");
            t.leaf("small", "", &rights);
        }
        t.close();
    }

    /// Whose it is, and on what terms; empty where nobody says so.
    fn rights(&self, medium: MediaRow<'_>) -> String {
        let licence = medium.licence().map(|name| self.fill(Message::Licence, &[("name", name)]));
        let credit = Some(medium.credit().to_owned()).filter(|credit| !credit.is_empty());
        credit.into_iter().chain(licence).collect::<Vec<_>>().join(self.say(Message::Comma))
    }
}

/// By which classes the style sheet knows, to a tenth, the point round which a picture is cropped.
fn focus_classes(medium: MediaRow<'_>) -> String {
    let tenth = |percent: u8| (percent.min(100) + 5) / 10;
    medium.focus_percent().map(|(x, y)| format!("fx{} fy{}", tenth(x), tenth(y))).unwrap_or_default()
}
