//! One quote: the words, in the original too, of what, and how they came to the reader.

use bundle::QuoteRow;
use gloo::utils::window;
use markup::html;
use story::{Message, QuoteIx};
use yew::prelude::*;

use super::window::Card;
use super::{
    chain::chain,
    stretch::{is_long, stretch},
};
use crate::parts::{Shared, classes, marked::marked, page_px, told::told};
use crate::{core::state::Selection, page::i18n};

/// What a card is told about itself.
pub struct QuoteCardProps {
    /// Where it stands in its list, and the gap above it.
    pub card: Card,
    /// How many cards the list has, where not all of them are drawn.
    pub of: Option<usize>,
    /// Whether it is what the detail shows.
    pub selected: bool,
    /// Whether it belongs to the event whose detail is open.
    pub related: bool,
    /// The heading of the group that it begins, or nothing.
    pub heading: Html,
    /// Whether all of a long quote is shown.
    pub whole: bool,
    /// Shows all of a long quote, or no longer.
    pub on_whole: Callback<MouseEvent>,
    /// The name of who said it, perhaps as a button.
    pub speaker: Html,
    /// What the reader can do with it.
    pub actions: Html,
}

/// One quote.
pub fn quote_card(shared: &Shared, ix: QuoteIx, props: QuoteCardProps) -> Html {
    let QuoteCardProps { card, of, selected, related, heading, whole, on_whole, speaker, actions } = props;
    let bundle = &shared.record.bundle;
    let quote = bundle.quote(ix);
    let class = classes(&[("q", true), ("chosen", selected), ("related", related), ("whole", whole)]);
    let select = shared.opener(shared.show(Selection::Quote(ix)));
    let about = quote.about().map(|about| html! { <><span class="cap">{ marked(about, shared) }</span>{ ". " }</> });
    let event = shared.as_of.event_of(Selection::Quote(ix)).map(|event| bundle.event(event)).map(|event| {
        let name = event.label().unwrap_or(event.title());
        html! { <button type="button" class="link" onclick={shared.read(Selection::Quote(ix))}>{ marked(name, shared) }</button> }
    });
    html! {
        <li key={ix.0} class={class} part="quote" data-quote={quote.id().to_owned()}
            aria-current={selected.then_some("true")} aria-setsize={of.map(|of| of.to_string())}
            aria-posinset={of.map(|_| (card.at + 1).to_string())} ~style={["--gap:", &page_px(card.gap_px)].concat()}>
            { heading }
            <div>
                <blockquote lang={quote.language().map(ToOwned::to_owned)} dir={quote.language().map(i18n::direction)}
                    onclick={unless_selecting(select)}>{ stretch(quote.text(), shared) }</blockquote>
                { original(quote, shared) }
                <div class="notes">
                    <p class="said">{ about.unwrap_or_default() }{ event.unwrap_or_default() }</p>
                    if is_cut(quote) {
                        <button type="button" class="act take" aria-expanded={whole.to_string()} onclick={on_whole}>
                            { shared.i18n.say(Message::WholeQuote) }
                        </button>
                    }
                    { actions }
                </div>
            </div>
            <div>
                { chain(quote, speaker, shared) }
                { told(|t| telling::proof(t, bundle, quote, &*shared.i18n, &shared.base)) }
            </div>
        </li>
    }
}

/// Whether only a stretch of the words is shown, or of the original.
fn is_cut(quote: QuoteRow<'_>) -> bool {
    is_long(quote.text()) || quote.original().is_some_and(|(text, _)| is_long(text))
}

/// The words as they were said, in which language, and who translated them.
fn original(quote: QuoteRow<'_>, shared: &Shared) -> Html {
    let Some((text, language)) = quote.original() else { return Html::default() };
    html! {
        <div class="original">
            <p>{ translation(quote, shared).join(", ") }</p>
            <blockquote lang={language.to_owned()} dir={i18n::direction(language)}>{ stretch(text, shared) }</blockquote>
        </div>
    }
}

/// In which language the words were said, who translated them, and if nobody checked the original beside a translation
/// that was checked, that; nothing where they are not translated.
pub fn translation(quote: QuoteRow<'_>, shared: &Shared) -> Vec<String> {
    let Some((_, language)) = quote.original() else { return Vec::new() };
    let language = shared.i18n.language_name(language);
    let original = shared.i18n.fill(Message::OriginalIn, &[("language", &language)]);
    let translator = quote.translated_by().map(|name| shared.i18n.fill(Message::TranslatedBy, &[("name", name)]));
    let doubt = telling::is_doubtful(quote)
        .then(|| shared.i18n.say(Message::OriginalUnverified))
        .filter(|words| !words.is_empty());
    [original].into_iter().chain(translator).chain(doubt.map(ToOwned::to_owned)).collect()
}

/// A click that ends the selecting of text is none.
fn unless_selecting(select: Callback<MouseEvent>) -> Callback<MouseEvent> {
    Callback::from(move |click: MouseEvent| {
        // Where nothing can be selected, nothing is.
        let selection = window().get_selection().ok().flatten();
        if selection.is_none_or(|selection| String::from(selection.to_string()).is_empty()) {
            select.emit(click);
        }
    })
}
