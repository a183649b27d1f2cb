//! An opened bundle: how many rows each table has, and how a row, an order or a phrase is found.

use std::borrow::Cow;

use story::{ChangeIx, EraIx, EventIx, FORMS, LaneIx, Message, PersonIx, QuoteIx, SourceIx, ThemeIx, ZoneIx};

use crate::by_time;
use crate::column::Column;
use crate::frame::{SectionRanges, ranges_from_bytes};
use crate::open_error::OpenError;
use crate::row::Row;
use crate::rows::{ChangeRow, EraRow, EventRow, LaneRow, PersonRow, QuoteRow, SourceRow, StoryRow, ThemeRow};
use crate::section::Section;

/// An opened bundle. It reads its bytes in place; nothing is copied or decoded ahead of its use.
#[derive(Clone)]
pub struct Bundle {
    bytes: Cow<'static, [u8]>,
    places: SectionRanges,
}

macro_rules! tables {
    ($($count:ident $all:ident $one:ident $Ix:ident $Row:ident $key:ident $what:literal;)*) => {
        /// The tables. A row beyond the end of a table is an empty row, never a panic.
        impl Bundle {
            $(
                #[doc = concat!("How many ", $what, " there are.")]
                #[must_use]
                pub fn $count(&self) -> usize {
                    self.column(Section::$key).len()
                }

                #[doc = concat!("All ", $what, ", in the author's order.")]
                pub fn $all(&self) -> impl ExactSizeIterator<Item = $Ix> + DoubleEndedIterator + Clone + use<> {
                    (0..self.$count()).map($Ix::from)
                }

                #[doc = concat!("One of the ", $what, ".")]
                #[must_use]
                pub fn $one(&self, ix: $Ix) -> $Row<'_> {
                    $Row(Row::new(self, ix.at()))
                }
            )*
        }
    };
}

tables! {
    event_count events event EventIx EventRow EventId "events";
    quote_count quotes quote QuoteIx QuoteRow QuoteId "quotes";
    person_count people person PersonIx PersonRow PersonId "people";
    source_count sources source SourceIx SourceRow SourceId "sources";
    lane_count lanes lane LaneIx LaneRow LaneId "lanes";
    theme_count themes theme ThemeIx ThemeRow ThemeId "themes";
    era_count eras era EraIx EraRow EraId "eras";
    change_count changes change ChangeIx ChangeRow ChangeKind "changes";
}

impl Bundle {
    /// Opens bytes after checking magic, format, section table and checksum.
    ///
    /// # Errors
    /// An [`OpenError`] whose message says what is wrong with the bytes and what to do.
    pub fn open(bytes: impl Into<Cow<'static, [u8]>>) -> Result<Self, OpenError> {
        let bytes = bytes.into();
        let places = ranges_from_bytes(&bytes)?;
        Ok(Self { bytes, places })
    }

    /// What tells this version of a story from every other: the checksum of its bytes, as 16 hexadecimal digits.
    #[must_use]
    pub fn version(&self) -> String {
        let at = self.bytes.len().saturating_sub(8);
        self.bytes[at..].iter().rev().map(|byte| format!("{byte:02x}")).collect()
    }

    /// The bytes that were opened.
    #[must_use]
    pub fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    /// How many bytes the bundle has.
    #[must_use]
    pub fn len_bytes(&self) -> usize {
        self.bytes.len()
    }

    /// The record itself.
    #[must_use]
    pub fn story(&self) -> StoryRow<'_> {
        StoryRow(Row::new(self, 0))
    }

    /// Every event in the order of time, as [`story::in_time`] says it: by its date; a plan without one stands at the day it was
    /// announced, and an event without either at the end.
    pub fn events_by_time(&self) -> impl ExactSizeIterator<Item = EventIx> + DoubleEndedIterator + Clone + use<'_> {
        self.column(Section::EventByTime).iter().map(EventIx)
    }

    /// The event at a position of [`Bundle::events_by_time`]; `None` beyond its end.
    #[must_use]
    pub fn event_at_time(&self, position: usize) -> Option<EventIx> {
        let order = self.column(Section::EventByTime);
        (position < order.len()).then(|| EventIx(order.get(position)))
    }

    /// The position of an event in [`Bundle::events_by_time`], by binary search; `None` for a row that is not there.
    #[must_use]
    pub fn position_by_time(&self, event: EventIx) -> Option<usize> {
        by_time::position(self, self.column(Section::EventByTime), event)
    }

    /// Every quote by the day there on which it was said, or where that is not known by the day it was published; those with
    /// neither at the end. On one day those without a time come first, then those with one by their instants; the author's
    /// order decides among equals.
    pub fn quotes_by_time(&self) -> impl ExactSizeIterator<Item = QuoteIx> + DoubleEndedIterator + Clone + use<'_> {
        self.column(Section::QuoteByTime).iter().map(QuoteIx)
    }

    /// The quotes that belong to an event, in the order of [`Bundle::quotes_by_time`].
    pub fn quotes_of(&self, event: EventIx) -> impl ExactSizeIterator<Item = QuoteIx> + use<'_> {
        Row::new(self, event.at()).list(Section::EventQuotesEnds, Section::EventQuotes).map(QuoteIx)
    }

    /// The plans that became an event, in the order of [`Bundle::events_by_time`].
    pub fn plans_of(&self, event: EventIx) -> impl ExactSizeIterator<Item = EventIx> + use<'_> {
        Row::new(self, event.at()).list(Section::EventPlansEnds, Section::EventPlans).map(EventIx)
    }

    /// The event of an id.
    #[must_use]
    pub fn event_by_id(&self, id: &str) -> Option<EventIx> {
        self.row_by_id(Section::EventById, Section::EventId, id).map(EventIx)
    }

    /// The quote of an id.
    #[must_use]
    pub fn quote_by_id(&self, id: &str) -> Option<QuoteIx> {
        self.row_by_id(Section::QuoteById, Section::QuoteId, id).map(QuoteIx)
    }

    /// The person of an id.
    #[must_use]
    pub fn person_by_id(&self, id: &str) -> Option<PersonIx> {
        self.row_by_id(Section::PersonById, Section::PersonId, id).map(PersonIx)
    }

    /// The source of an id.
    #[must_use]
    pub fn source_by_id(&self, id: &str) -> Option<SourceIx> {
        self.row_by_id(Section::SourceById, Section::SourceId, id).map(SourceIx)
    }

    /// What the author calls a clock by which times are told; empty for a row that is not there.
    #[must_use]
    pub fn zone(&self, zone: ZoneIx) -> &str {
        Row::new(self, zone.at()).text(Section::ZoneName)
    }

    /// Everything that the author calls clocks.
    pub fn zones(&self) -> impl ExactSizeIterator<Item = ZoneIx> + use<> {
        (0..self.column(Section::ZoneName).len()).map(ZoneIx::from)
    }

    /// What the widget says in the story's language; `category` is a position in [`story::PLURAL_CATEGORIES`].
    ///
    /// A form that the language does not need is that of "other". A message younger than the bundle is empty.
    #[must_use]
    pub fn phrase(&self, message: Message, category: usize) -> &str {
        let form = |category: usize| Row::new(self, message.at() * FORMS + category).text(Section::PhraseForms);
        let own = if category < FORMS { form(category) } else { "" };
        if own.is_empty() { form(0) } else { own }
    }

    pub(crate) fn column(&self, section: Section) -> Column<'_> {
        let place = self.places.get(section as usize).copied().unwrap_or_default();
        let bytes = self.bytes.get(place.start..).and_then(|rest| rest.get(..place.len_bytes)).unwrap_or_default();
        Column { bytes, width_bytes: place.width_bytes }
    }

    /// The row of an id, by binary search in the rows sorted by it.
    fn row_by_id(&self, order: Section, ids: Section, id: &str) -> Option<u32> {
        let order = self.column(order);
        let (mut low, mut high) = (0, order.len());
        while low < high {
            let middle = low + (high - low) / 2;
            let row = order.get(middle);
            match Row::new(self, row as usize).text(ids).cmp(id) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Equal => return Some(row),
                std::cmp::Ordering::Greater => high = middle,
            }
        }
        None
    }
}
