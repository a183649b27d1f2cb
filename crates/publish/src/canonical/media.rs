//! Media in the canonical form; what few of them have is left out where it is not given.

use serde::Serialize;
use story::Media;

#[derive(Serialize)]
pub(super) struct Row<'a> {
    kind: &'static str,
    url: &'a str,
    alt: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    decorative: Option<&'a str>,
    caption: &'a str,
    credit: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    licence: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sensitive: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    width: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    height: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    focus: Option<String>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    versions: Vec<VersionRow<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    poster: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    captions: Vec<CaptionsRow<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    transcript: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    duration_ms: Option<u32>,
}

#[derive(Serialize)]
struct VersionRow<'a> {
    url: &'a str,
    width: u16,
}

#[derive(Serialize)]
struct CaptionsRow<'a> {
    url: &'a str,
    language: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    label: Option<&'a str>,
}

pub(super) fn row(medium: &Media) -> Row<'_> {
    let captions = medium.captions.iter();
    Row {
        kind: medium.kind.name(),
        url: &medium.url,
        alt: &medium.alt,
        decorative: medium.decorative.as_deref(),
        caption: &medium.caption,
        credit: &medium.credit,
        licence: medium.licence.as_deref(),
        sensitive: medium.sensitive.as_deref(),
        width: medium.size_px.map(|(width, _)| width),
        height: medium.size_px.map(|(_, height)| height),
        focus: medium.focus_percent.map(|(x, y)| format!("{x}% {y}%")),
        versions: medium.versions.iter().map(|it| VersionRow { url: &it.url, width: it.width_px }).collect(),
        poster: medium.poster.as_deref(),
        captions: captions
            .map(|it| CaptionsRow { url: &it.url, language: &it.language, label: it.label.as_deref() })
            .collect(),
        transcript: medium.transcript.as_deref(),
        duration_ms: medium.duration_ms,
    }
}
