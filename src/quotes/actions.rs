//! What a reader can do with a quote: copy it with its citation, copy its address, share it, save it as a picture.

use markup::html;
use std::rc::Rc;

use gloo::utils::document;
use story::{CheckKind, Message, QuoteIx};
use telling::resolved;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::{
    chain::{printed, role, said},
    quote_card::translation,
};
use super::{
    citation::{Citation, link_html},
    quote_image::{Caption, Fonts, Size, canvas},
};
use crate::parts::Shared;
use crate::{
    core::permalink::fragment_from_pairs,
    page::{
        computed::computed,
        elements::{around, below, focus, target},
        i18n,
        sharing::{self, Clipping},
    },
};

/// The card of a list whose actions are open; none at first.
#[derive(Clone, Default, PartialEq)]
pub struct Taking(Option<Taken>);

/// A quote whose actions are open, and what came of the last one.
#[derive(Clone, PartialEq)]
struct Taken {
    quote: QuoteIx,
    /// What is announced.
    said: Option<Message>,
    by_hand: Option<ByHand>,
}

/// What the reader may take by hand, where the browser refused or may have.
#[derive(Clone, PartialEq)]
pub enum ByHand {
    /// Words to copy.
    Words(String),
    /// A picture, and the name of its file.
    Picture { address: String, file: String },
}

/// What changes it.
pub enum Take {
    /// Opens the actions of a quote, or closes them.
    Toggle(QuoteIx),
    /// Tells what came of an action of a quote.
    Tell(QuoteIx, Message, Option<ByHand>),
}

impl Reducible for Taking {
    type Action = Take;

    fn reduce(self: Rc<Self>, take: Take) -> Rc<Self> {
        let open = self.0.as_ref().map(|taken| taken.quote);
        let next = match take {
            Take::Toggle(quote) if open == Some(quote) => None,
            Take::Toggle(quote) => Some(Taken { quote, said: None, by_hand: None }),
            // The reader may have gone on while the browser was at it.
            Take::Tell(quote, ..) if open != Some(quote) => return self,
            Take::Tell(quote, said, by_hand) => Some(Taken { quote, said: Some(said), by_hand }),
        };
        Rc::new(Self(next))
    }
}

/// The button that opens the actions of a quote, and the actions where they are open.
pub fn actions(shared: &Shared, ix: QuoteIx, taking: &UseReducerHandle<Taking>) -> Html {
    let i18n = &shared.i18n;
    let taken = taking.0.as_ref().filter(|taken| taken.quote == ix);
    let take = taking.dispatcher();
    let toggle = Callback::from(move |_: MouseEvent| take.dispatch(Take::Toggle(ix)));
    html! {
        <div class="acts" onkeydown={on_key(taken, taking)}>
            <button type="button" class="act take" aria-expanded={taken.is_some().to_string()} onclick={toggle}>
                { i18n.say(Message::ShareQuote) }
            </button>
            // One child in any case: where their number changes, Yew makes the others anew, and the focus is lost.
            { taken.map(|taken| offered(shared, ix, taken, taking)).unwrap_or_default() }
        </div>
    }
}

/// Escape closes the actions and nothing else.
fn on_key(taken: Option<&Taken>, taking: &UseReducerHandle<Taking>) -> Option<Callback<KeyboardEvent>> {
    let (quote, take) = (taken?.quote, taking.dispatcher());
    let on_key = move |key: KeyboardEvent| {
        if key.key() == "Escape" {
            key.stop_propagation();
            // Before the button that has the focus goes.
            let acts = target::<Element>(&key).and_then(|within| around::<Element>(&within, ".acts"));
            if let Some(button) = acts.and_then(|acts| below(&acts, ".take")) {
                focus(&button);
            }
            take.dispatch(Take::Toggle(quote));
        }
    };
    Some(Callback::from(on_key))
}

fn offered(shared: &Shared, ix: QuoteIx, taken: &Taken, taking: &UseReducerHandle<Taking>) -> Html {
    let i18n = &shared.i18n;
    let act = |name: Message, on_click: Callback<MouseEvent>| {
        html! { <button type="button" class="act link" onclick={on_click}>{ i18n.say(name) }</button> }
    };
    let (citing, sharing) = (shared.clone(), shared.clone());
    let tell = teller(ix, taking);
    let copy = on_copy(&tell, move || citation(&citing, ix).clipping());
    let copy_link = link_to(shared, ix).map(|link| {
        let title = shared.record.bundle.story().title();
        let clipping = Clipping { html: link_html(&link, title), plain: link };
        act(Message::CopyLink, on_copy(&tell, move || clipping.clone()))
    });
    let telling = Rc::clone(&tell);
    let share = Callback::from(move |_: MouseEvent| {
        let (citation, tell) = (citation(&sharing, ix), Rc::clone(&telling));
        let plain = citation.clipping().plain;
        let refused = move || tell(Message::ShareRefused, Some(ByHand::Words(plain.clone())));
        sharing::share(&citation.story, &citation.shared(), citation.link.as_deref(), refused);
    });
    html! {
        <div class="offered" role="group" aria-label={i18n.say(Message::ShareQuote).to_owned()}>
            { act(Message::CopyQuote, copy) }
            { copy_link.unwrap_or_default() }
            if sharing::can_share() { { act(Message::Share, share) } }
            { act(Message::SavePicture, on_save(shared, ix, &tell, Size::Wide)) }
            { act(Message::SaveSquare, on_save(shared, ix, &tell, Size::Square)) }
            <span class="told" role="status">{ taken.said.map(|message| i18n.say(message).to_owned()).unwrap_or_default() }</span>
            { taken.by_hand.as_ref().map(|what| by_hand(shared, taken.said, what)).unwrap_or_default() }
        </div>
    }
}

/// What the reader takes by hand. Words are selected as soon as they have the focus.
fn by_hand(shared: &Shared, said: Option<Message>, what: &ByHand) -> Html {
    let label = shared.i18n.say(said.unwrap_or(Message::CopyByHand)).to_owned();
    let text = match what {
        ByHand::Words(text) => text.clone(),
        ByHand::Picture { address, file } => {
            let name = shared.i18n.say(Message::SavePicture).to_owned();
            return html! {
                <a class="kept" href={address.clone()} download={file.clone()}><img src={address.clone()} alt={name}/></a>
            };
        }
    };
    let select = Callback::from(|event: FocusEvent| {
        if let Some(field) = event.target().and_then(|target| target.dyn_into::<web_sys::HtmlTextAreaElement>().ok()) {
            field.select();
        }
    });
    html! {
        <textarea class="by-hand" readonly=true rows="4" onfocus={select} value={text} aria-label={label}/>
    }
}

type Tell = Rc<dyn Fn(Message, Option<ByHand>)>;

/// What tells the reader what came of an action.
fn teller(ix: QuoteIx, taking: &UseReducerHandle<Taking>) -> Tell {
    let take = taking.dispatcher();
    Rc::new(move |said, by_hand| take.dispatch(Take::Tell(ix, said, by_hand)))
}

fn on_copy(tell: &Tell, clipping: impl Fn() -> Clipping + 'static) -> Callback<MouseEvent> {
    let tell = Rc::clone(tell);
    Callback::from(move |_: MouseEvent| {
        let (tell, clipping) = (Rc::clone(&tell), clipping());
        let plain = clipping.plain.clone();
        sharing::copy(clipping, move |is_copied| match is_copied {
            true => tell(Message::Copied, None),
            false => tell(Message::CopyByHand, Some(ByHand::Words(plain.clone()))),
        });
    })
}

fn on_save(shared: &Shared, ix: QuoteIx, tell: &Tell, size: Size) -> Callback<MouseEvent> {
    let (shared, tell) = (shared.clone(), Rc::clone(tell));
    Callback::from(move |click: MouseEvent| {
        let fonts = target(&click).and_then(|within| fonts(&within));
        let drawn = fonts.and_then(|fonts| canvas(&document(), &caption(&shared, ix), &fonts, size));
        let Some(drawn) = drawn else { return tell(Message::PictureFailed, None) };
        let bundle = &shared.record.bundle;
        let shape = if size == Size::Square { "-square" } else { "" };
        let name = [bundle.story().id(), "-", bundle.quote(ix).id(), shape, ".png"].concat();
        match sharing::save(&drawn, &name) {
            Some(address) => tell(Message::PictureReady, Some(ByHand::Picture { address, file: name })),
            None => tell(Message::PictureFailed, None),
        }
    })
}

/// The families of type of the widget around an element.
fn fonts(within: &Element) -> Option<Fonts> {
    let root: Element = around(within, ".or")?;
    let [serif, sans] = ["--serif", "--sans"].map(|name| computed(&root, name));
    Some(Fonts { serif, sans })
}

fn caption(shared: &Shared, ix: QuoteIx) -> Caption {
    let i18n = &shared.i18n;
    let quote = shared.record.bundle.quote(ix);
    let citation = citation(shared, ix);
    let (open, close) = i18n.quotation_marks();
    let mut said = citation.said.into_iter();
    let speaker = said.next().unwrap_or_default();
    // Where room is short, the end is cut.
    let circumstances = [citation.carried, said.collect(), citation.translation];
    let circumstances: Vec<String> =
        circumstances.into_iter().filter(|part| !part.is_empty()).map(|part| part.join(", ")).collect();
    let source: Vec<String> = [citation.quoted_source].into_iter().chain(citation.printed).collect();
    Caption {
        words: quote.text().to_owned(),
        marks: (open.to_owned(), close.to_owned()),
        words_direction: quote.language().map_or(i18n.direction(), i18n::direction),
        direction: i18n.direction(),
        title: citation.story,
        speaker,
        circumstances: circumstances.join(" · "),
        source: source.join(", "),
    }
}

/// Where the story shows a quote, if it has an address on the web.
fn link_to(shared: &Shared, ix: QuoteIx) -> Option<String> {
    let id = shared.record.bundle.quote(ix).id().to_owned();
    shared.host.link(&fragment_from_pairs(&[("quote", id)]))
}

fn citation(shared: &Shared, ix: QuoteIx) -> Citation {
    let (i18n, bundle) = (&shared.i18n, &shared.record.bundle);
    let quote = bundle.quote(ix);
    let source = bundle.source(quote.source());
    let quoted = |text: &str| i18n.fill(Message::Quoted, &[("text", text)]);
    let speaker = bundle.person(quote.speaker()).name();
    let said_by = [Some(speaker), role(quote, shared)].into_iter().flatten().map(ToOwned::to_owned);
    let said_of = [said(quote, shared)].into_iter().chain(quote.about().map(ToOwned::to_owned));
    let via = quote.via().map(|person| bundle.person(person).name()).or_else(|| source.agency());
    let doubt = (quote.check() == CheckKind::Unverified).then(|| i18n.say(Message::ProofUnverified).to_owned());
    let publisher = source.publisher().map(ToOwned::to_owned);
    Citation {
        words: quoted(quote.text()),
        language: quote.language().unwrap_or(bundle.story().language()).to_owned(),
        original: quote.original().map(|(text, language)| (quoted(text), language.to_owned())),
        translation: translation(quote, shared),
        said: said_by.chain(said_of).collect(),
        carried: via.map(|name| i18n.fill(Message::Via, &[("name", name)])).into_iter().collect(),
        source: source.title().to_owned(),
        quoted_source: quoted(source.title()),
        source_url: source.url().map(|url| resolved(&shared.base, url)),
        printed: publisher.into_iter().chain([printed(quote, shared)]).chain(doubt).collect(),
        story: bundle.story().title().to_owned(),
        link: link_to(shared, ix),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn after(taking: Rc<Taking>, take: Take) -> Rc<Taking> {
        taking.reduce(take)
    }

    #[test]
    fn one_card_of_a_list_is_open_at_a_time() {
        let open = |taking: &Taking| taking.0.as_ref().map(|taken| taken.quote);
        let first = after(Rc::default(), Take::Toggle(QuoteIx(1)));
        assert_eq!(open(&first), Some(QuoteIx(1)));
        let second = after(first, Take::Toggle(QuoteIx(2)));
        assert_eq!(open(&second), Some(QuoteIx(2)));
        assert_eq!(open(&after(second, Take::Toggle(QuoteIx(2)))), None);
    }

    #[test]
    fn what_came_of_an_action_is_told_only_while_its_card_is_open() {
        let tell = |quote| Take::Tell(QuoteIx(quote), Message::Copied, None);
        let open = after(Rc::default(), Take::Toggle(QuoteIx(1)));
        let told = after(Rc::clone(&open), tell(1));
        assert_eq!(told.0.as_ref().and_then(|taken| taken.said), Some(Message::Copied));
        assert!(Rc::ptr_eq(&open, &after(Rc::clone(&open), tell(2))));
        let closed = after(told, Take::Toggle(QuoteIx(1)));
        assert!(after(closed, tell(1)).0.is_none());
    }
}
