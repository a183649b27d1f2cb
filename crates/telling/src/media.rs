//! Pictures of an event, and links to what is shown elsewhere.

use bundle::MediaRow;
use story::{EventIx, MediaKind, Message};

use crate::{Place, Telling, Tree, place};

impl Telling<'_> {
    /// What an event has to look at.
    pub(crate) fn pictures(&self, ix: EventIx) -> impl Iterator<Item = MediaRow<'_>> {
        self.bundle()
            .event(ix)
            .media()
            .filter(|medium| medium.kind() == MediaKind::Image && place(medium.url()).is_some())
    }

    /// Where the page finds a picture.
    fn file(&self, address: &str, to: Place<'_>) -> Option<String> {
        match to {
            Place::Here => (self.setting.file)(address),
            Place::Host(_) => Some(address.to_owned()),
        }
    }

    /// Whether the first picture of an event is higher than wide.
    pub(crate) fn is_upright(&self, ix: EventIx) -> bool {
        let first = self.pictures(ix).next().and_then(MediaRow::size_px);
        first.is_some_and(|(width, height)| height > width)
    }

    /// The pictures and links of an event. The first picture of a story is fetched at once, all others when a reader comes
    /// near.
    pub(crate) fn media(&self, t: &mut dyn Tree, ix: EventIx, is_first: bool) {
        for medium in self.bundle().event(ix).media() {
            match (medium.kind(), place(medium.url())) {
                (MediaKind::Image, Some(to)) => match self.file(medium.url(), to) {
                    Some(address) => self.picture(t, medium, &address, is_first),
                    None => self.card(t, medium, None),
                },
                (_, to) => self.card(t, medium, to),
            }
        }
    }

    fn picture(&self, t: &mut dyn Tree, medium: MediaRow<'_>, address: &str, is_first: bool) {
        t.start("figure", "pic");
        t.open("img");
        // Before the address, because browsers begin as soon as they know that.
        t.set("loading", if is_first { "eager" } else { "lazy" });
        t.set("decoding", "async");
        t.set("alt", medium.alt());
        if let Some((width, height)) = medium.size_px() {
            t.set("width", &width.to_string());
            t.set("height", &height.to_string());
        }
        t.set("src", address);
        t.close();
        self.caption(t, medium);
        t.close();
    }

    /// What is shown elsewhere, in words and with a link: nothing is asked of anybody.
    fn card(&self, t: &mut dyn Tree, medium: MediaRow<'_>, to: Option<Place<'_>>) {
        t.start("figure", "post");
        t.leaf("p", "", medium.alt());
        self.caption(t, medium);
        let open = match to {
            Some(Place::Host(host)) => Some(self.fill(Message::OpenAt, &[("host", host)])),
            Some(Place::Here) => Some(medium.alt().to_owned()),
            None => None,
        };
        if let Some(open) = open {
            t.open("p");
            self.linked(t, Some(medium.url()), "", &open);
            t.close();
        }
        t.close();
    }

    fn caption(&self, t: &mut dyn Tree, medium: MediaRow<'_>) {
        if medium.caption().is_empty() && medium.credit().is_empty() {
            return;
        }
        t.open("figcaption");
        t.text(medium.caption());
        if !medium.credit().is_empty() {
            t.text(" ");
            t.leaf("small", "", medium.credit());
        }
        t.close();
    }
}
