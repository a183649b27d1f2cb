//! What the reader has chosen: one plain value, and every way in which it may change.
//!
//! Nothing here knows the page, a clock or a timer. An action that changes nothing gives back the same `Rc`.

mod filter;

use std::rc::Rc;

use search::{Group, Sort};
use story::{EventIx, LaneIx, PersonIx, QuoteIx};
use timeline::{AxisBreaks, Domain, Viewport};

use self::filter::toggle;
pub use self::filter::{Choice, Filter};
use super::as_of::RecordAsOf;
use super::chart::{Compared, MOST_COMPARED};
pub use super::selection::Selection;

/// Everything that the reader has chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What is searched for and which facets are ticked.
    pub filter: Filter,
    /// The day as of which the story is told, counted from 1970-01-01; `None` for all that is known.
    pub as_of: Option<i64>,
    /// The event or quote whose detail is open.
    pub selected: Option<Selection>,
    /// The person whose quotes alone are shown.
    pub speaker: Option<PersonIx>,
    /// What is compared in the picture of when it was said; at most [`MOST_COMPARED`], each once.
    pub compared: Vec<Compared>,
    /// The quote to which the address led, until the reader goes elsewhere.
    pub led_to: Option<QuoteIx>,
    /// The order of the quotes.
    pub sort: Sort,
    /// What the quotes are grouped by.
    pub group: Option<Group>,
    /// Whether only those quotes are listed that stand in the timeline's view.
    pub in_view: bool,
    /// The event that the arrow keys stand on.
    pub cursor: Option<EventIx>,
    /// The stretch of the axis in view, and the stretch that can be reached; axis seconds.
    pub viewport: Viewport,
    /// The breaks of the axis: long stretches without events; none where the reader wants them all.
    pub axis_breaks: Rc<AxisBreaks>,
    /// The lanes that are closed; `None` for the events without one.
    pub closed: Rc<Vec<Option<LaneIx>>>,
    /// Whether all lanes are drawn, however many there are.
    pub all_lanes: bool,
    /// The cluster that is listed, because zooming cannot part it.
    pub listed: Option<Listed>,
    /// The width of the container, px of the design: sixteen are the size of the reader's text.
    pub width_px: f64,
    /// Whether the list of quotes is shown to its end.
    pub all_quotes: bool,
    /// How the story is looked at.
    pub look: Look,
    /// The event that the reader was at in the story; the timeline shows it where nothing is open.
    pub at: Option<EventIx>,
    /// Whether the search is open.
    pub seeks: bool,
    /// Whether the days are shown as of which the story can be told.
    pub days: bool,
}

/// A way to look at a story.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// It is told in order.
    #[default]
    Story,
    /// Its events on the axis of time.
    Timeline,
    /// What was said.
    Quotes,
}

impl Look {
    /// Every way, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Story, Self::Timeline, Self::Quotes];

    /// As the address and the element's attribute `view` name it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Story => "story",
            Self::Timeline => "timeline",
            Self::Quotes => "quotes",
        }
    }

    /// The way that a name stands for; what earlier versions called a list is the story.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        let is_called = |look: &Self| look.name() == name || (*look == Self::Story && name == "list");
        Self::ALL.into_iter().find(is_called)
    }
}

/// A cluster of events of a lane that is shown as a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The number of the lane in the bundle.
    pub lane: usize,
    /// The first of its events, by its position in the lane.
    pub from: usize,
    /// The first event after them.
    pub to: usize,
    /// How many are shown.
    pub shown: usize,
}

/// So many events of a cluster are listed at first, and with each further step.
const LISTED_STEP: usize = 50;

/// Something that the reader does.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Opens the detail of an event or a quote, or closes it.
    Select(Option<Selection>),
    /// Opens the detail of an event or a quote, and brings a stretch of time into view.
    Show(Selection, Option<Domain>),
    /// Shows the quotes of one person alone, or no longer.
    Speaker(Option<PersonIx>),
    /// Compares with one more, where there is room.
    Compare(Compared),
    /// Compares no longer with one, by its position.
    CompareWithout(usize),
    /// Types into the search.
    Search(String),
    /// Ticks or unticks values.
    Toggle(Vec<Choice>),
    /// Empties the search and unticks everything.
    ClearFilter,
    /// Puts the quotes into an order.
    Sort(Sort),
    /// Groups the quotes, or no longer.
    Group(Option<Group>),
    /// Lists only the quotes that stand in the timeline's view, or all.
    InView(bool),
    /// Tells the story as it was known on a day, or all that is known.
    TellAsOf(Option<i64>),
    /// Moves the view by so many px; positive goes on in time.
    Pan {
        /// CSS px.
        by_px: f64,
    },
    /// Zooms around a point; a factor above 1 zooms in.
    Zoom {
        /// The point that stays where it is, CSS px from the start of the axis.
        at_px: f64,
        /// How many times wider a second becomes.
        factor: f64,
    },
    /// Shows a stretch of the axis.
    Fit(Domain),
    /// Shows everything.
    FitWhole,
    /// The arrow keys reach an event; its stretch of time comes into view.
    Walk(EventIx, Option<Domain>),
    /// The container has another width.
    Resize {
        /// CSS px.
        width_px: f64,
    },
    /// Makes breaks of long stretches without events, or of none.
    BreakAxis(Rc<AxisBreaks>),
    /// Closes a lane, or opens it.
    ToggleLane(Option<LaneIx>),
    /// Draws all lanes.
    ShowAllLanes,
    /// Lists the events of a cluster, or no longer.
    List(Option<Listed>),
    /// Shows the list of quotes to its end.
    ShowAllQuotes,
    /// Looks at the story in another way.
    Look(Look),
    /// The reader has come to an event of the story.
    At(EventIx),
    /// Opens the search, or closes it and forgets what was searched for.
    Seek(bool),
    /// Shows the days as of which the story can be told, or no longer.
    Days(bool),
    /// Goes to an event or a quote in the story.
    Read(Selection),
    /// The address says what to show: filter, day, selection, view and list. The rest stays.
    Restore(Box<State>),
}

impl Action {
    /// The view after it, over a width in px; most actions leave the view as it is.
    #[must_use]
    pub fn view_after(&self, view: Viewport, width_px: f64) -> Viewport {
        match self {
            Self::Pan { by_px } => view.pan_by_px(-by_px, width_px),
            Self::Zoom { at_px, factor } => view.zoom_at(*at_px, width_px, *factor),
            Self::Fit(domain) => view.fit(*domain),
            Self::FitWhole => Viewport::whole(view.extent),
            Self::Show(_, Some(stretch)) | Self::Walk(_, Some(stretch)) => revealed(view, *stretch),
            Self::Restore(state) => state.viewport,
            _ => view,
        }
    }

    /// Whether it puts another page before the reader, or the whole of it again, which takes longer than the answer to a press may.
    #[must_use]
    pub fn turns_page(&self) -> bool {
        matches!(self, Self::Look(_) | Self::Read(_) | Self::TellAsOf(_) | Self::Seek(false))
    }

    /// What it does beside changing the view, where it does.
    #[must_use]
    pub fn without_view(&self) -> Option<Self> {
        match self {
            Self::Show(selection, _) => Some(Self::Show(*selection, None)),
            Self::Walk(event, _) => Some(Self::Walk(*event, None)),
            _ => None,
        }
    }
}

impl State {
    /// The state before the reader has done anything.
    #[must_use]
    pub fn new(viewport: Viewport, selected: Option<Selection>) -> Self {
        Self {
            filter: Filter::default(),
            as_of: None,
            selected,
            speaker: None,
            compared: Vec::new(),
            led_to: None,
            sort: Sort::default(),
            group: None,
            in_view: false,
            cursor: None,
            viewport,
            axis_breaks: Rc::default(),
            closed: Rc::default(),
            all_lanes: false,
            listed: None,
            width_px: 0.0,
            all_quotes: false,
            look: Look::Story,
            at: None,
            seeks: false,
            days: false,
        }
    }

    /// The state after an action; the same `Rc` where nothing changed.
    #[must_use]
    pub fn after(self: &Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = Self::clone(self);
        next.apply(action);
        if next == **self { Rc::clone(self) } else { Rc::new(next) }
    }

    /// The state without what nobody knew on its day: a detail would tell it, so it closes, and the cursor goes.
    #[must_use]
    pub fn told_as_of(self: Rc<Self>, as_of: &RecordAsOf) -> Rc<Self> {
        let selected = self.selected.filter(|selected| as_of.knows(*selected));
        let cursor = self.cursor.filter(|cursor| as_of.knows_event(*cursor));
        let at = self.at.filter(|at| as_of.knows_event(*at));
        let speaker = self.speaker.filter(|person| as_of.quotes_by(*person).next().is_some());
        if (selected, cursor, at, speaker) == (self.selected, self.cursor, self.at, self.speaker) {
            return self;
        }
        Rc::new(Self { selected, cursor, at, speaker, ..Self::clone(&self) })
    }

    fn apply(&mut self, action: Action) {
        self.viewport = action.view_after(self.viewport, self.width_px);
        match action {
            Action::Select(selection) => self.open(selection),
            Action::Show(selection, _) => self.open(Some(selection)),
            Action::Speaker(speaker) => {
                self.speaker = speaker;
                self.led_to = None;
            }
            Action::Compare(one) => {
                if self.compared.len() < MOST_COMPARED && !self.compared.contains(&one) {
                    self.compared.push(one);
                }
            }
            Action::CompareWithout(at) => {
                if at < self.compared.len() {
                    self.compared.remove(at);
                }
            }
            Action::Search(query) => self.filter.query = query,
            Action::Toggle(choices) => choices.into_iter().for_each(|choice| self.filter.toggle(choice)),
            Action::Sort(sort) => self.sort = sort,
            Action::Group(group) => self.group = group,
            Action::InView(in_view) => self.in_view = in_view,
            Action::ClearFilter => self.filter = Filter::default(),
            Action::TellAsOf(day) => {
                self.as_of = day;
                self.listed = None;
            }
            Action::Pan { .. } | Action::Zoom { .. } | Action::Fit(_) | Action::FitWhole => {}
            Action::Walk(event, _) => self.cursor = Some(event),
            Action::Resize { width_px } => self.width_px = width_px,
            Action::BreakAxis(axis_breaks) => {
                self.viewport = on_axis(self.viewport, &self.axis_breaks, &axis_breaks);
                self.axis_breaks = axis_breaks;
            }
            Action::ToggleLane(lane) => toggle(Rc::make_mut(&mut self.closed), lane),
            Action::ShowAllLanes => self.all_lanes = true,
            Action::List(listed) => self.listed = listed,
            Action::ShowAllQuotes => self.all_quotes = true,
            Action::Look(look) => self.look = look,
            Action::At(event) => self.at = Some(event),
            Action::Seek(seeks) => {
                self.seeks = seeks;
                if !seeks {
                    self.filter.query.clear();
                }
            }
            Action::Days(days) => self.days = days,
            Action::Read(selection) => {
                self.look = Look::Story;
                self.open(Some(selection));
            }
            Action::Restore(state) => {
                self.filter = state.filter;
                self.as_of = state.as_of;
                if self.selected != state.selected {
                    self.led_to = state.selected.and_then(Selection::quote);
                }
                self.selected = state.selected;
                self.speaker = state.speaker;
                self.compared = state.compared;
                (self.axis_breaks, self.closed, self.all_lanes) = (state.axis_breaks, state.closed, state.all_lanes);
                self.look = state.look;
                self.seeks |= !self.filter.is_empty();
                (self.sort, self.group, self.in_view) = (state.sort, state.group, state.in_view);
            }
        }
    }

    /// The arrow keys go on from what is open, and from what was, once it is closed.
    fn open(&mut self, selection: Option<Selection>) {
        match (selection, self.selected) {
            (Some(_), _) => self.cursor = None,
            (None, Some(Selection::Event(closed))) => self.cursor = Some(closed),
            (None, _) => {}
        }
        self.selected = selection;
        self.led_to = None;
    }
}

impl Listed {
    /// A list of the events from one position of a lane to before another, cut short at first.
    #[must_use]
    pub fn new(lane: usize, from: usize, to: usize) -> Self {
        Self { lane, from, to, shown: LISTED_STEP }
    }

    /// The same with more of them shown.
    #[must_use]
    pub fn longer(self) -> Self {
        Self { shown: self.shown + LISTED_STEP, ..self }
    }
}

/// The same view on an axis with other breaks.
fn on_axis(view: Viewport, before: &AxisBreaks, after: &AxisBreaks) -> Viewport {
    let moved = |domain: Domain| after.axis_from_domain(before.sec_from_domain(domain));
    Viewport::whole(moved(view.extent)).fit(moved(view.domain))
}

/// The view moved just so far that a stretch of time stands in its middle, unless it is in view already.
fn revealed(viewport: Viewport, stretch: Domain) -> Viewport {
    let Domain { start_sec, end_sec } = viewport.domain;
    let middle_sec = f64::midpoint(stretch.start_sec, stretch.end_sec);
    if (start_sec..=end_sec).contains(&middle_sec) {
        return viewport;
    }
    let half_secs = (end_sec - start_sec) / 2.0;
    viewport.fit(Domain { start_sec: middle_sec - half_secs, end_sec: middle_sec + half_secs })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::core::testing;
    use story::{Status, ThemeIx};

    fn start() -> Rc<State> {
        let mut state = State::new(Viewport::whole(Domain { start_sec: 0.0, end_sec: 1_000_000.0 }), None);
        state.width_px = 1_000.0;
        Rc::new(state)
    }

    #[test]
    fn an_action_that_changes_nothing_gives_back_the_same_state() {
        let state = start();
        for action in [Action::Select(None), Action::FitWhole, Action::ClearFilter, Action::Pan { by_px: 0.0 }] {
            assert!(Rc::ptr_eq(&state, &state.after(action.clone())), "{action:?}");
        }
    }

    #[test]
    fn ticking_twice_unticks() {
        let all = [
            Choice::Status(Status::Planned),
            Choice::Speaker(PersonIx(2)),
            Choice::Affiliation(String::new()),
            Choice::Carrier("a".to_owned()),
            Choice::Outlet("a".to_owned()),
            Choice::Theme(ThemeIx(1)),
            Choice::Year(-43),
        ];
        for choice in all.clone() {
            let once = start().after(Action::Toggle(vec![choice.clone()]));
            assert_eq!(once.filter.choices(), std::slice::from_ref(&choice));
            assert!(once.after(Action::Toggle(vec![choice])).filter.is_empty());
        }
        let ticked = start().after(Action::Toggle(all.to_vec()));
        assert_eq!(ticked.filter.choices(), all);
        assert!(ticked.after(Action::ClearFilter).filter.choices().is_empty());
    }

    #[test]
    fn walking_to_an_event_out_of_view_brings_it_to_the_middle() {
        let zoomed = start().after(Action::Fit(Domain { start_sec: 0.0, end_sec: 100_000.0 }));
        let stretch = Domain { start_sec: 500_000.0, end_sec: 500_010.0 };
        let walked = zoomed.after(Action::Walk(EventIx(3), Some(stretch)));
        let Domain { start_sec, end_sec } = walked.viewport.domain;
        assert!(start_sec < 500_000.0 && end_sec > 500_010.0);
        assert!((end_sec - start_sec - 100_000.0).abs() < 1.0, "the zoom stays");
    }

    #[test]
    fn an_action_is_what_it_does_to_the_view_and_what_it_does_beside() {
        let zoomed = start().after(Action::Fit(Domain { start_sec: 0.0, end_sec: 100_000.0 }));
        let stretch = Some(Domain { start_sec: 500_000.0, end_sec: 500_010.0 });
        for action in [
            Action::Walk(EventIx(3), stretch),
            Action::Show(Selection::Event(EventIx(1)), stretch),
            Action::FitWhole,
            Action::Zoom { at_px: 30.0, factor: 1.5 },
        ] {
            let at_once = zoomed.after(action.clone());
            let beside = action.without_view().map_or(Rc::clone(&zoomed), |beside| zoomed.after(beside));
            assert_eq!(beside.viewport, zoomed.viewport);
            let view = action.view_after(zoomed.viewport, zoomed.width_px);
            assert_eq!(beside.after(Action::Fit(view.domain)), at_once);
        }
    }

    #[test]
    fn walking_to_an_event_in_view_moves_nothing() {
        let state = start();
        let stretch = Domain { start_sec: 400_000.0, end_sec: 400_001.0 };
        assert_eq!(state.after(Action::Walk(EventIx(1), Some(stretch))).viewport, state.viewport);
    }

    #[test]
    fn restoring_changes_what_the_address_holds_and_nothing_else() {
        let first = State::clone(&start());
        let filter = Filter { query: "red".to_owned(), ..Filter::default() };
        let other = State { width_px: 0.0, filter: filter.clone(), ..first };
        let restored = start().after(Action::ShowAllQuotes).after(Action::Restore(Box::new(other)));
        assert_eq!(restored.filter, filter);
        assert!(restored.all_quotes, "the list does not close under the reader");
        assert!((restored.width_px - 1_000.0).abs() < f64::EPSILON);
    }

    #[test]
    fn what_was_not_known_on_the_chosen_day_closes() {
        let record = Rc::new(testing::record());
        let early = RecordAsOf::new(Rc::clone(&record), record.publication_days.first().copied());
        let cases = [("opened", true), ("to-be-widened", false)];
        for (id, known) in cases {
            let ix = testing::event(&record, id);
            let opened = start().after(Action::Select(Some(Selection::Event(ix))));
            assert_eq!(Rc::clone(&opened).told_as_of(&early).selected.is_some(), known, "{id}");
            let closed = opened.after(Action::Select(None));
            assert_eq!(Rc::clone(&closed).told_as_of(&early).cursor.is_some(), known, "{id}");
            assert!(Rc::ptr_eq(&closed, &Rc::clone(&closed).told_as_of(&RecordAsOf::new(Rc::clone(&record), None))));
        }
    }

    #[test]
    fn an_address_leads_to_its_quote_once_and_not_again_when_only_a_speaker_closes() {
        let red = Some(Selection::Quote(QuoteIx(1)));
        let restored = |state: &Rc<State>, selected| {
            let other = State { selected, speaker: None, ..State::clone(&start()) };
            state.after(Action::Restore(Box::new(other)))
        };
        let led = restored(&start(), red);
        assert_eq!(led.led_to, Some(QuoteIx(1)));
        let aside = led.after(Action::Speaker(Some(PersonIx(0))));
        assert_eq!((aside.speaker, aside.led_to, aside.selected), (Some(PersonIx(0)), None, red));
        let back = restored(&aside, red);
        assert_eq!((back.speaker, back.led_to), (None, None), "the reader goes back to where they were");
        assert_eq!(led.after(Action::Select(None)).led_to, None);
    }

    #[test]
    fn the_quotes_of_somebody_who_had_said_nothing_yet_close() {
        let record = Rc::new(testing::record());
        let wire = record.bundle.person_by_id("wire");
        let mayor = record.bundle.person_by_id("mayor");
        let as_of = RecordAsOf::new(Rc::clone(&record), record.publication_days.first().copied());
        for (person, kept) in [(mayor, mayor), (wire, None)] {
            assert_eq!(start().after(Action::Speaker(person)).told_as_of(&as_of).speaker, kept);
        }
    }

    #[test]
    fn arrow_keys_go_on_from_what_was_opened_last() {
        let walked = start().after(Action::Walk(EventIx(3), None));
        assert_eq!(walked.cursor, Some(EventIx(3)));
        let opened = walked.after(Action::Select(Some(Selection::Event(EventIx(1)))));
        assert_eq!(opened.cursor, None, "what is open is where the reader stands");
        assert_eq!(opened.after(Action::Select(None)).cursor, Some(EventIx(1)));
    }

    #[test]
    fn every_way_to_look_shows_the_same() {
        let reading = start().after(Action::Select(Some(Selection::Event(EventIx(3)))));
        let looked = Look::ALL.iter().fold(Rc::clone(&reading), |state, look| state.after(Action::Look(*look)));
        assert_eq!((looked.selected, looked.viewport), (reading.selected, reading.viewport));
        assert_eq!(looked.after(Action::Look(Look::Story)), reading);
    }

    #[test]
    fn a_search_that_is_closed_is_forgotten_and_what_is_ticked_stays() {
        let ticked = start().after(Action::Toggle(vec![Choice::Year(2024)]));
        let sought = ticked.after(Action::Seek(true)).after(Action::Search("a".to_owned()));
        assert!(sought.seeks);
        assert_eq!(sought.after(Action::Seek(false)), ticked);
    }

    #[test]
    fn four_are_compared_at_most_and_each_once() {
        let words = |text: &str| Compared::Words(text.to_owned());
        let compare = |state: Rc<State>, text: &&str| state.after(Action::Compare(words(text)));
        let state = ["a", "b", "a", "c", "d", "e"].iter().fold(start(), compare);
        assert_eq!(state.compared, ["a", "b", "c", "d"].map(words));
        assert!(Rc::ptr_eq(&state, &state.after(Action::CompareWithout(4))));
        assert_eq!(state.after(Action::CompareWithout(1)).compared, ["a", "c", "d"].map(words));
    }

    #[test]
    fn a_query_of_blanks_filters_nothing() {
        assert!(start().after(Action::Search("  ".to_owned())).filter.is_empty());
    }
}
