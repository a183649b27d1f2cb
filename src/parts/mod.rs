//! What the views share: what components are given, and the small ones that more than one of them draws.
//!
//! A component is what remembers something: each costs kilobytes of wasm. All else that draws is a function.

pub mod empty;
pub mod facets;
pub mod filters;
pub mod linked;
pub mod marked;
pub mod rich_text;
pub mod roving;
pub mod slot;
pub mod spoken;
pub mod symbols;
pub mod told;

use std::{cell::Cell, rc::Rc};

use ::timeline::{AxisBreaks, Domain};
use story::{EventIx, Message, SourceIx};
use web_sys::MouseEvent;
use yew::Callback;

use crate::{
    core::{
        as_of::RecordAsOf,
        matches::Matches,
        record::Record,
        state::{Action, Selection},
        stretch::revealing,
    },
    page::{
        Focus, Host,
        i18n::{I18n, dates::Length, folding::BrowserFold},
    },
};

pub use crate::page::size::{page_px, px, ratio, tenths};

/// The level of a story's title where a page around it has a title of its own.
const IN_ARTICLE: u8 = 2;

/// What most components need: the record, what the filter lets through, and where to send actions.
#[derive(Clone)]
pub struct Shared {
    /// The story.
    pub record: Rc<Record>,
    /// Where in the page the widget stands.
    pub host: Host,
    /// What stands before the story's relative addresses.
    pub base: Rc<str>,
    /// The story as it could be known on the day that the reader has chosen.
    pub as_of: Rc<RecordAsOf>,
    /// What the widget says, in the story's language.
    pub i18n: Rc<I18n>,
    /// Folds characters for the search.
    pub fold: Rc<BrowserFold>,
    /// What the filter lets through.
    pub matches: Rc<Matches>,
    /// The breaks of the axis.
    pub axis_breaks: Rc<AxisBreaks>,
    /// Where the focus is to go.
    pub focus: Rc<Cell<Focus>>,
    /// How large the reader's text is, which every length follows.
    pub size: f64,
    /// The level of the heading that is the title of the story.
    pub level: u8,
    /// Where actions go.
    pub dispatch: Callback<Action>,
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        // The rest never changes without the record.
        Rc::ptr_eq(&self.record, &other.record)
            && Rc::ptr_eq(&self.matches, &other.matches)
            && Rc::ptr_eq(&self.axis_breaks, &other.axis_breaks)
            && self.dispatch == other.dispatch
            && (self.size - other.size).abs() < f64::EPSILON
    }
}

impl Shared {
    /// Opens the detail of an event or a quote, with its event in view.
    pub fn show(&self, selection: Selection) -> Action {
        let event = self.as_of.event_of(selection);
        Action::Show(selection, event.and_then(|ix| self.revealing(ix)))
    }

    /// Goes to an event or a quote in the story, for whoever stands where neither is told.
    pub fn read(&self, selection: Selection) -> Callback<MouseEvent> {
        self.opener(Action::Read(selection))
    }

    /// The stretch of the axis to bring into view for an event.
    pub fn revealing(&self, ix: EventIx) -> Option<Domain> {
        revealing(&self.as_of, ix).map(|stretch| self.axis_breaks.axis_from_domain(stretch))
    }

    /// A callback that opens something; where it was asked for by keyboard, the focus goes along.
    pub fn opener(&self, action: Action) -> Callback<MouseEvent> {
        let (dispatch, focus) = (self.dispatch.clone(), Rc::clone(&self.focus));
        Callback::from(move |click: MouseEvent| {
            // A click without a pointer has no place in a sequence of clicks.
            if click.detail() == 0 {
                focus.set(Focus::Detail);
            }
            dispatch.emit(action.clone());
        })
    }

    /// A callback that sends an action after which the focus goes somewhere, because what had it is gone.
    pub fn on_then(&self, to: Focus, action: Action) -> Callback<MouseEvent> {
        let (dispatch, focus) = (self.dispatch.clone(), Rc::clone(&self.focus));
        Callback::from(move |_: MouseEvent| {
            focus.set(to);
            dispatch.emit(action.clone());
        })
    }

    /// When a source was published, or that it does not say.
    pub fn published(&self, source: SourceIx) -> String {
        match self.record.bundle.source(source).published() {
            Some(when) => self.i18n.when(&when, Length::Long),
            None => self.i18n.say(Message::PublicationDateNotGiven).to_owned(),
        }
    }

    /// The date of an event in words as it was known, or that nobody named one.
    pub fn date_of(&self, ix: EventIx, length: Length) -> String {
        match self.as_of.date(ix) {
            Some(when) => self.i18n.when(&when, length),
            None => self.i18n.say(Message::NoDate).to_owned(),
        }
    }

    /// The same, with its status where that is not simply "happened".
    pub fn status_and_date(&self, ix: EventIx, length: Length) -> String {
        self.i18n.with_status(self.record.bundle.event(ix).status(), self.date_of(ix, length))
    }

    /// Who reports a source: its outlet, else the agency whose report it carries, else that none is named.
    pub fn reporter(&self, source: SourceIx) -> &str {
        let source = self.record.bundle.source(source);
        source.publisher().or(source.agency()).unwrap_or_else(|| self.i18n.say(Message::PublisherNotNamed))
    }

    /// The level of a heading so many below the title of the story, where its element tells another: elements are those
    /// of a story within an article, and a page of its own begins one higher.
    pub fn level(&self, below: u8) -> Option<String> {
        (self.level != IN_ARTICLE).then(|| (self.level + below).to_string())
    }

    /// A callback that sends an action and looks at nothing of its event.
    pub fn on<E: 'static>(&self, action: Action) -> Callback<E> {
        let dispatch = self.dispatch.clone();
        Callback::from(move |_: E| dispatch.emit(action.clone()))
    }
}

/// The outline of a bar in a path: from its left foot, px, upwards and around.
pub fn bar_path(x_px: f64, foot_px: f64, width_px: f64, height_px: f64) -> String {
    let (x, foot, width, height) = (tenths(x_px), tenths(foot_px), tenths(width_px), tenths(height_px));
    ["M", &x, " ", &foot, "v-", &height, "h", &width, "v", &height, "z"].concat()
}

/// The class names that apply, joined.
pub fn classes(names: &[(&'static str, bool)]) -> String {
    let applying: Vec<&str> = names.iter().filter(|(_, applies)| *applies).map(|(name, _)| *name).collect();
    applying.join(" ")
}
