//! The tables of media, of their versions and of their captions as columns.

use story::Event;

use super::tables::Tables;
use crate::codes::{code_from_focus, code_from_media_kind};
use crate::section::Section;

impl<'a> Tables<'a> {
    /// What events show.
    pub(super) fn add_media(&mut self, events: &'a [Event]) {
        let media = || events.iter().flat_map(|event| &event.media);
        self.add_ends(Section::EventMediaEnds, events.iter().map(|event| event.media.len()));
        self.add_numbers(Section::MediaKind, media().map(|it| code_from_media_kind(it.kind)));
        self.add_ids(Section::MediaUrl, media().map(|it| it.url.as_str()));
        self.add_texts(Section::MediaAlt, media().map(|it| it.alt.as_str()));
        self.add_texts(Section::MediaCaption, media().map(|it| it.caption.as_str()));
        self.add_texts(Section::MediaCredit, media().map(|it| it.credit.as_str()));
        self.add_numbers(Section::MediaWidth, media().map(|it| it.size_px.map_or(0, |(width, _)| width.into())));
        self.add_numbers(Section::MediaHeight, media().map(|it| it.size_px.map_or(0, |(_, height)| height.into())));
        self.add_texts_if_any(Section::MediaDecorative, media().map(|it| &it.decorative));
        self.add_texts_if_any(Section::MediaLicence, media().map(|it| &it.licence));
        self.add_texts_if_any(Section::MediaSensitive, media().map(|it| &it.sensitive));
        self.add_numbers(Section::MediaFocus, media().map(|it| code_from_focus(it.focus_percent)));
        self.add_texts_if_any(Section::MediaPoster, media().map(|it| &it.poster));
        self.add_texts_if_any(Section::MediaTranscript, media().map(|it| &it.transcript));
        self.add_numbers(Section::MediaDuration, media().map(|it| it.duration_ms.unwrap_or(0)));
        self.add_media_parts(events);
    }

    fn add_media_parts(&mut self, events: &'a [Event]) {
        let media = || events.iter().flat_map(|event| &event.media);
        // A column of ends that are all 0 would be taken for one that is not there, which is what it then means.
        self.add_ends(Section::MediaVersionsEnds, media().map(|it| it.versions.len()));
        let versions = || media().flat_map(|it| &it.versions);
        self.add_ids(Section::VersionUrl, versions().map(|it| it.url.as_str()));
        self.add_numbers(Section::VersionWidth, versions().map(|it| it.width_px.into()));
        self.add_ends(Section::MediaCaptionsEnds, media().map(|it| it.captions.len()));
        let captions = || media().flat_map(|it| &it.captions);
        self.add_ids(Section::CaptionsUrl, captions().map(|it| it.url.as_str()));
        self.add_texts(Section::CaptionsLanguage, captions().map(|it| it.language.as_str()));
        self.add_texts_if_any(Section::CaptionsLabel, captions().map(|it| &it.label));
    }
}
