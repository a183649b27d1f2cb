//! The widget: one state, and the parts that draw it.

use std::rc::Rc;

use search::Query;
use timeline::Viewport;
use web_sys::HtmlElement;
use yew::prelude::*;

use super::{
    Shared, detail::Detail, empty::empty, footer::footer, header::header, key_bar::KeyBar, legend::legend,
    quotes::Quotes, symbols::symbols, timeline::Timeline, vertical::vertical,
};
use crate::{
    gestures::use_motion,
    known::Knowledge,
    matches::Matches,
    measure::Labels,
    page::{use_address, use_focus, use_host_events, use_print, use_width},
    record::Record,
    state::{Action, State},
    words::{Words, folding::BrowserFold},
};

/// Containers narrower than this, px, get the vertical list.
pub const NARROW_PX: f64 = 560.0;

/// What the widget needs.
#[derive(Clone, PartialEq, Properties)]
pub struct AppProps {
    /// The story.
    pub record: Rc<Record>,
    /// The state before the reader has done anything.
    pub first: Rc<State>,
    /// The element that the page knows, which hears of what happens.
    pub host: HtmlElement,
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        self.after(action)
    }
}

/// The widget.
#[function_component]
pub fn App(AppProps { record, first, host }: &AppProps) -> Html {
    let state = use_reducer_eq({
        let first = Rc::clone(first);
        move || State::clone(&first)
    });
    let dispatch = {
        let dispatcher = state.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let root = use_node_ref();
    let focus = use_focus(&root, record, state.cursor);
    let (motion, dispatch) = use_motion(&root, &state, &dispatch, &focus);
    use_width(&root, &dispatch);
    use_address(host, record, first, &state, &dispatch);
    use_host_events(host, record, &state);
    use_print(&dispatch);
    let words = use_memo((), |()| Words::new(Rc::clone(&record.bundle)));
    let fold = use_memo((), |()| BrowserFold::default());
    let labels = use_memo((), |()| Labels::new(host));
    let known = {
        let record = Rc::clone(record);
        use_memo(state.known, move |day| Knowledge::new(record, *day))
    };
    let (query, matches) = {
        let (known, fold) = (Rc::clone(&known), Rc::clone(&fold));
        let found = use_memo((state.filter.clone(), state.known), move |(filter, _)| {
            let query = Rc::new(Query::parse(&filter.query, &*fold));
            let matches = Rc::new(Matches::new(&known, filter, &query, &*fold));
            (query, matches)
        });
        (Rc::clone(&found.0), Rc::clone(&found.1))
    };
    let shared =
        Shared { record: Rc::clone(record), known, words, fold, matches, query, labels, focus, motion, dispatch };
    // What a drag of the timeline does not change is not drawn again.
    let frame = use_memo(shared.clone(), |shared| Frame {
        symbols: symbols(),
        header: header(shared),
        legend: legend(shared),
        footer: footer(shared),
    });
    let story = record.bundle.story();
    let narrow = state.width_px < NARROW_PX;
    html! {
        <section class="or" lang={story.language().to_owned()} dir={shared.words.direction()} ref={root}
            aria-label={story.title().to_owned()}>
            { frame.symbols.clone() }
            { frame.header.clone() }
            <KeyBar shared={shared.clone()} filter={state.filter.clone()} {narrow}/>
            { empty(&shared, &state.filter) }
            { if state.width_px <= 0.0 { Html::default() } else { picture(&shared, &state, &frame, narrow) } }
            <div class="cols">
                if let Some(selected) = state.selected.filter(|_| !narrow) {
                    <Detail shared={shared.clone()} {selected}/>
                }
                <Quotes shared={shared.clone()} filter={state.filter.clone()} selected={state.selected}
                    all={state.all_quotes} {narrow}/>
            </div>
            { frame.footer.clone() }
        </section>
    }
}

/// The parts that stay as they are while the reader looks around.
struct Frame {
    symbols: Html,
    header: Html,
    legend: Html,
    footer: Html,
}

/// The timeline, as wide as there is room.
fn picture(shared: &Shared, state: &State, frame: &Frame, narrow: bool) -> Html {
    if narrow {
        return html! {
            <div key="vertical">{ vertical(shared, state.selected, &state.unfolded, !state.filter.is_empty()) }</div>
        };
    }
    let view: Viewport = state.viewport;
    html! {
        <div key="horizontal">
            <Timeline shared={shared.clone()} viewport={view} width_px={state.width_px} selected={state.selected}
                cursor={state.cursor} filtered={!state.filter.is_empty()}/>
            { frame.legend.clone() }
        </div>
    }
}
