//! Pictures of an event, and links to what is shown elsewhere.

use bundle::MediaRow;
use markup::html;
use story::{EventIx, MediaKind, Message};
use yew::prelude::*;

use super::{Shared, px};
use crate::address::{Place, place};

/// No picture is drawn higher than this, px, as the style sheet says.
const MAX_HEIGHT_PX: f64 = 480.0;

/// The pictures and links of an event; nothing where it has none.
pub fn media(shared: &Shared, ix: EventIx) -> Html {
    let media = shared.record.bundle.event(ix).media();
    // An event that follows another begins with pictures of its own, not with what became of the other's.
    media.enumerate().map(|(at, medium)| keyed(format!("{}-{at}", ix.0), figure(shared, medium))).collect()
}

fn keyed(key: String, html: Html) -> Html {
    html! { <div class="medium" {key}>{ html }</div> }
}

/// Whatever may not be fetched or opened is told in words.
fn figure(shared: &Shared, medium: MediaRow<'_>) -> Html {
    let elsewhere = match place(medium.url()) {
        Some(Place::Host(host)) => Some(link(medium.url(), shared.words.fill(Message::OpenAt, &[("host", host)]))),
        _ => None,
    };
    match (medium.kind(), place(medium.url())) {
        (MediaKind::Image, Some(_)) => html! {
            <Picture src={medium.url().to_owned()} alt={medium.alt().to_owned()} size_px={medium.size_px()}
                elsewhere={elsewhere.unwrap_or_default()} caption={caption(medium)}/>
        },
        (MediaKind::Link, Some(Place::Here)) => html! {
            <figure class="card"><p>{ link(medium.url(), medium.alt().to_owned()) }</p>{ caption(medium) }</figure>
        },
        _ => html! {
            <figure class="card">
                <p>{ medium.alt().to_owned() }</p>{ caption(medium) }{ elsewhere.unwrap_or_default() }
            </figure>
        },
    }
}

fn link(address: &str, name: String) -> Html {
    html! { <a class="open-at" href={address.to_owned()} rel="noopener noreferrer">{ name }</a> }
}

fn caption(medium: MediaRow<'_>) -> Html {
    let (caption, credit) = (medium.caption(), medium.credit());
    if caption.is_empty() && credit.is_empty() {
        return Html::default();
    }
    let credit = (!credit.is_empty()).then(|| html! { <small>{ credit.to_owned() }</small> });
    html! { <figcaption>{ caption.to_owned() }{ " " }{ credit.unwrap_or_default() }</figcaption> }
}

/// What a picture needs.
#[derive(Clone, PartialEq, Properties)]
struct PictureProps {
    /// An address that may be fetched.
    src: AttrValue,
    /// What it shows.
    alt: AttrValue,
    /// Width and height, where they are known.
    size_px: Option<(u16, u16)>,
    /// The link to it, where it lies on another host.
    elsewhere: Html,
    /// The line under it.
    caption: Html,
}

/// A picture that is fetched when the reader comes near it. One that does not come leaves its words and a link: its
/// server may be gone, the page may forbid it, the reader may be offline.
#[function_component]
fn Picture(PictureProps { src, alt, size_px, elsewhere, caption }: &PictureProps) -> Html {
    let is_broken = use_state_eq(|| false);
    if *is_broken {
        return html! { <figure class="card"><p>{ alt }</p>{ caption.clone() }{ elsewhere.clone() }</figure> };
    }
    let on_error = Callback::from(move |_: Event| is_broken.set(true));
    let side = |px: u16| px.to_string();
    // A high picture is made as narrow as its shape asks for, before it is there.
    let fit =
        size_px.map(|(width, height)| ["--fit:", &px(MAX_HEIGHT_PX * f64::from(width) / f64::from(height))].concat());
    // The way of loading stands before the address, for browsers begin as soon as they know that.
    html! {
        <figure>
            <img loading="lazy" decoding="async" alt={alt} width={size_px.map(|(width, _)| side(width))}
                height={size_px.map(|(_, height)| side(height))} onerror={on_error} ~style={fit.unwrap_or_default()} src={src}/>
            { caption.clone() }
        </figure>
    }
}
