//! The tables of a story as columns.

use story::{
    Change, Date, Era, Event, Imprint, Lane, Message, Person, Phrase, Quote, RichText, Source, Story, Theme,
    events_in_time, quotes_in_time,
};

use super::columns::Columns;
use super::dates::Dates;
use super::levels::put_levels;
use super::orders::{changes_by_record, changes_by_time, rows_by_event, rows_by_id};
use super::strings::{RichTexts, Strings};
use crate::codes::{code_from_change_kind, code_from_check, code_from_status, codes_from_subject};
use crate::levels::Levels;
use crate::section::Section;
use crate::tally::QuoteTally;

/// A story on its way into columns.
#[derive(Default)]
pub(super) struct Tables<'a> {
    columns: Columns,
    strings: Strings<'a>,
    rich: RichTexts,
    dates: Dates,
}

impl<'a> Tables<'a> {
    pub(super) fn add_story(&mut self, story: &'a Story) {
        self.add_ids(Section::StoryId, [story.id.as_str()]);
        self.add_texts(Section::StoryTitle, [story.title.as_str()]);
        self.add_texts(Section::StoryLanguage, [story.language.as_str()]);
        self.add_rich(Section::StorySummary, [&story.summary]);
        self.add_dates(Section::StoryUpdated, [story.updated.as_ref()]);
        self.add_numbers(Section::StoryOpening, [index(story.opening.map(|event| event.0))]);
        self.add_imprint(&story.imprint);
    }

    /// What readers are shown of who publishes the story.
    fn add_imprint(&mut self, imprint: &'a Imprint) {
        let publisher = imprint.publisher.as_ref();
        self.add_texts_some(Section::PublisherName, [publisher.map(|publisher| publisher.name.as_str())]);
        self.add_texts_some(Section::PublisherUrl, [publisher.and_then(|publisher| publisher.url.as_deref())]);
        self.add_ids(Section::AuthorName, imprint.authors.iter().map(|author| author.name.as_str()));
        self.add_texts_if_any(Section::AuthorUrl, imprint.authors.iter().map(|author| &author.url));
        self.add_dates(Section::StoryPublished, [imprint.first_published.as_ref()]);
        self.add_texts_if_any(Section::StoryContact, [&imprint.contact]);
        self.add_texts_if_any(Section::StoryPolicy, [&imprint.corrections_policy]);
    }

    pub(super) fn add_people(&mut self, people: &'a [Person]) {
        self.add_ids(Section::PersonId, people.iter().map(|person| person.id.as_str()));
        self.add_texts(Section::PersonName, people.iter().map(|person| person.name.as_str()));
        self.add_texts_if_any(Section::PersonRole, people.iter().map(|person| &person.role));
        self.add_texts_if_any(Section::PersonGroup, people.iter().map(|person| &person.affiliation));
        self.add_ends(Section::PersonAliasesEnds, people.iter().map(|person| person.aliases.len()));
        self.add_ids(Section::PersonAliases, people.iter().flat_map(|it| it.aliases.iter().map(String::as_str)));
        self.add_texts_if_any(Section::PersonPortrait, people.iter().map(|person| &person.portrait));
        self.columns.put_counted(Section::PersonById, &rows_by_id(people, |person| &person.id));
        let formerly = people.iter().map(|person| person.formerly.as_slice());
        self.add_former_ids([Section::PersonFormer, Section::PersonFormerOf], formerly);
    }

    pub(super) fn add_sources(&mut self, sources: &'a [Source]) {
        self.add_ids(Section::SourceId, sources.iter().map(|source| source.id.as_str()));
        self.add_texts(Section::SourceTitle, sources.iter().map(|source| source.title.as_str()));
        self.add_texts_if_any(Section::SourcePublisher, sources.iter().map(|source| &source.publisher));
        self.add_texts_if_any(Section::SourceAgency, sources.iter().map(|source| &source.agency));
        self.add_texts_if_any(Section::SourceByline, sources.iter().map(|source| &source.byline));
        self.add_dates(Section::SourcePublished, sources.iter().map(|source| source.published.as_ref()));
        self.add_texts_if_any(Section::SourceUrl, sources.iter().map(|source| &source.url));
        self.add_texts_if_any(Section::SourceLanguage, sources.iter().map(|source| &source.language));
        self.columns.put_counted(Section::SourceById, &rows_by_id(sources, |source| &source.id));
        let formerly = sources.iter().map(|source| source.formerly.as_slice());
        self.add_former_ids([Section::SourceFormer, Section::SourceFormerOf], formerly);
    }

    pub(super) fn add_tags(&mut self, lanes: &'a [Lane], themes: &'a [Theme]) {
        self.add_ids(Section::LaneId, lanes.iter().map(|lane| lane.id.as_str()));
        self.add_texts(Section::LaneName, lanes.iter().map(|lane| lane.name.as_str()));
        self.add_ids(Section::ThemeId, themes.iter().map(|theme| theme.id.as_str()));
        self.add_texts(Section::ThemeName, themes.iter().map(|theme| theme.name.as_str()));
    }

    pub(super) fn add_eras(&mut self, eras: &'a [Era]) {
        self.add_ids(Section::EraId, eras.iter().map(|era| era.id.as_str()));
        self.add_texts(Section::EraName, eras.iter().map(|era| era.name.as_str()));
        self.add_dates(Section::EraDate, eras.iter().map(|era| Some(&era.date)));
    }

    pub(super) fn add_zones(&mut self, zones: &'a [String]) {
        self.add_ids(Section::ZoneName, zones.iter().map(String::as_str));
    }

    pub(super) fn add_events(&mut self, events: &'a [Event]) {
        self.add_ids(Section::EventId, events.iter().map(|event| event.id.as_str()));
        self.add_texts(Section::EventTitle, events.iter().map(|event| event.title.as_str()));
        self.add_texts_if_any(Section::EventLabel, events.iter().map(|event| &event.label));
        self.add_rich(Section::EventSummary, events.iter().map(|event| &event.summary));
        self.add_dates(Section::EventDate, events.iter().map(|event| event.date.as_ref()));
        self.add_texts_if_any(Section::EventPlace, events.iter().map(|event| &event.place));
        self.add_numbers(Section::EventLane, events.iter().map(|event| index(event.lane.map(|lane| lane.0))));
        self.add_numbers(Section::EventStatus, events.iter().map(|event| code_from_status(event.status)));
        self.add_dates(Section::EventAnnounced, events.iter().map(|event| event.announced.as_ref()));
        self.add_numbers(Section::EventBecame, events.iter().map(|event| index(event.became.map(|it| it.0))));
        self.add_numbers(Section::EventRank, events.iter().map(|event| event.rank.into()));
        self.add_dates(Section::EventKnown, events.iter().map(|event| event.known_from.as_ref()));
        let formerly = events.iter().map(|event| event.formerly.as_slice());
        self.add_former_ids([Section::EventFormer, Section::EventFormerOf], formerly);
    }

    pub(super) fn add_event_parts(&mut self, events: &'a [Event]) {
        self.add_ends(Section::EventPeopleEnds, events.iter().map(|event| event.people.len()));
        self.add_items(Section::EventPeople, events.iter().flat_map(|event| &event.people).map(|person| person.0));
        self.add_ends(Section::EventThemesEnds, events.iter().map(|event| event.themes.len()));
        self.add_items(Section::EventThemes, events.iter().flat_map(|event| &event.themes).map(|theme| theme.0));

        self.add_media(events);

        let accounts = || events.iter().flat_map(|event| &event.accounts);
        self.add_ends(Section::EventAccountsEnds, events.iter().map(|event| event.accounts.len()));
        self.add_items(Section::AccountSource, accounts().map(|account| index(Some(account.source.0))));
        self.add_dates(Section::AccountDate, accounts().map(|account| account.date.as_ref()));
        self.add_rich(Section::AccountSays, accounts().map(|account| &account.says));
    }

    pub(super) fn add_quotes(&mut self, quotes: &'a [Quote]) {
        self.add_ids(Section::QuoteId, quotes.iter().map(|quote| quote.id.as_str()));
        self.add_texts(Section::QuoteText, quotes.iter().map(|quote| quote.text.as_str()));
        self.add_numbers(Section::QuoteSpeaker, quotes.iter().map(|quote| index(Some(quote.speaker.0))));
        self.add_texts_if_any(Section::QuoteAbout, quotes.iter().map(|quote| &quote.about));
        let originals = || quotes.iter().map(|quote| quote.original.as_ref());
        self.add_texts_some(Section::QuoteOriginal, originals().map(|it| it.map(|original| original.text.as_str())));
        self.add_texts(Section::QuoteSpoken, originals().map(|it| it.map_or("", |original| &original.language)));
        self.add_texts_some(Section::QuoteTranslator, originals().map(|it| it?.translated_by.as_deref()));
        let checks = || originals().map(|it| it.map(|original| &original.check));
        self.add_numbers(Section::OriginalCheck, checks().map(|it| it.map_or(0, |check| code_from_check(check.kind))));
        self.add_texts_some(Section::OriginalReason, checks().map(|it| it?.reason.as_deref()));
        self.add_texts_if_any(Section::QuoteRole, quotes.iter().map(|quote| &quote.role));
        self.add_dates(Section::QuoteSaid, quotes.iter().map(|quote| quote.said.as_ref()));
        self.add_numbers(Section::QuoteEvent, quotes.iter().map(|quote| index(quote.event.map(|event| event.0))));
        self.add_numbers(Section::QuoteSource, quotes.iter().map(|quote| index(Some(quote.source.0))));
        self.add_numbers(Section::QuoteVia, quotes.iter().map(|quote| index(quote.via.map(|person| person.0))));
        self.add_texts_if_any(Section::QuoteLanguage, quotes.iter().map(|quote| &quote.language));
        self.add_ends(Section::QuoteThemesEnds, quotes.iter().map(|quote| quote.themes.len()));
        self.add_items(Section::QuoteThemes, quotes.iter().flat_map(|quote| &quote.themes).map(|theme| theme.0));
        self.add_dates(Section::QuoteKnown, quotes.iter().map(|quote| quote.known_from.as_ref()));
        self.add_numbers(Section::QuoteCheck, quotes.iter().map(|quote| code_from_check(quote.check.kind)));
        self.add_texts_if_any(Section::QuoteReason, quotes.iter().map(|quote| &quote.check.reason));
        self.add_ends(Section::QuoteSoughtEnds, quotes.iter().map(|quote| 2 * quote.check.sought.len()));
        let sought = quotes.iter().flat_map(|quote| &quote.check.sought);
        self.add_items(Section::QuoteSought, sought.flat_map(|(start, end)| [*start, *end]));
        let formerly = quotes.iter().map(|quote| quote.formerly.as_slice());
        self.add_former_ids([Section::QuoteFormer, Section::QuoteFormerOf], formerly);
    }

    pub(super) fn add_changes(&mut self, changes: &'a [Change]) {
        self.add_items(Section::ChangeKind, changes.iter().map(|change| code_from_change_kind(change.kind)));
        self.add_dates(Section::ChangeDate, changes.iter().map(|change| Some(&change.date)));
        self.add_numbers(Section::ChangeOf, changes.iter().map(|change| codes_from_subject(change.subject).0));
        self.add_numbers(Section::ChangeRecord, changes.iter().map(|change| codes_from_subject(change.subject).1));
        self.add_rich(Section::ChangeNote, changes.iter().map(|change| &change.note));
        self.add_texts_if_any(Section::ChangeWas, changes.iter().map(|change| &change.was));
        let by_time = changes_by_time(changes);
        self.columns.put_counted(Section::ChangeByRecord, &changes_by_record(changes, &by_time));
        self.columns.put_counted(Section::ChangeByTime, &by_time);
    }

    /// How many quotes there are of each kind.
    pub(super) fn add_tally(&mut self, story: &Story) {
        let mut tally = QuoteTally::none(story.people.len(), story.sources.len(), story.themes.len());
        for quote in &story.quotes {
            tally.add(quote.speaker, quote.via, quote.source);
            quote.themes.iter().for_each(|theme| tally.add_theme(*theme));
        }
        if !story.quotes.is_empty() {
            self.columns.put_counted(Section::QuoteTally, &tally.into_counts());
        }
    }

    /// The phrases of the widget; those of published pages stay where they are.
    pub(super) fn add_phrases(&mut self, phrases: &'a [Phrase]) {
        let phrases = &phrases[..phrases.len().min(Message::IN_BUNDLE)];
        self.add_texts(Section::PhraseForms, phrases.iter().flat_map(|it| it.forms.iter().map(String::as_str)));
    }

    pub(super) fn add_orders(&mut self, story: &Story) {
        let (events, quotes) = (&story.events, &story.quotes);
        self.columns.put_counted(Section::EventById, &rows_by_id(events, |event| &event.id));
        self.columns.put_counted(Section::QuoteById, &rows_by_id(quotes, |quote| &quote.id));
        let events_by_time = events_in_time(events);
        let quotes_by_time = quotes_in_time(quotes);
        self.columns.put_counted(Section::EventByTime, &events_by_time);
        self.columns.put_counted(Section::QuoteByTime, &quotes_by_time);
        let quotes_of = rows_by_event(events.len(), &quotes_by_time, |quote| quotes[quote].event);
        self.add_ends(Section::EventQuotesEnds, quotes_of.iter().map(Vec::len));
        self.add_items(Section::EventQuotes, quotes_of.into_iter().flatten());
        let plans_of = rows_by_event(events.len(), &events_by_time, |event| events[event].became);
        self.add_ends(Section::EventPlansEnds, plans_of.iter().map(Vec::len));
        self.add_items(Section::EventPlans, plans_of.into_iter().flatten());
    }

    /// The columns, once every table is in them.
    pub(super) fn into_columns(mut self) -> Columns {
        self.rich.put_into(&mut self.columns);
        self.dates.put_into(&mut self.columns);
        self.strings.put_into(&mut self.columns);
        self.columns
    }

    pub(super) fn add_levels(&mut self, levels: &Levels) {
        put_levels(&mut self.columns, levels);
    }

    /// The former ids of a table, sorted, and the row that had each.
    fn add_former_ids(&mut self, [ids, rows]: [Section; 2], formerly: impl Iterator<Item = &'a [String]>) {
        let mut former: Vec<(&str, u32)> =
            (0..).zip(formerly).flat_map(|(row, ids)| ids.iter().map(move |id| (id.as_str(), row))).collect();
        former.sort_unstable();
        self.add_ids(ids, former.iter().map(|(id, _)| *id));
        self.add_items(rows, former.iter().map(|(_, row)| index(Some(*row))));
    }

    pub(super) fn add_numbers(&mut self, section: Section, numbers: impl IntoIterator<Item = u32>) {
        self.columns.put_looked_up(section, &Vec::from_iter(numbers));
    }

    /// Numbers whose count matters, unlike those of [`Self::add_numbers`].
    pub(super) fn add_items(&mut self, section: Section, numbers: impl IntoIterator<Item = u32>) {
        self.columns.put_counted(section, &Vec::from_iter(numbers));
    }

    pub(super) fn add_texts(&mut self, section: Section, texts: impl IntoIterator<Item = &'a str>) {
        let numbers = Vec::from_iter(texts.into_iter().map(|text| self.strings.number(text)));
        self.columns.put_looked_up(section, &numbers);
    }

    /// Texts whose count matters, unlike those of [`Self::add_texts`].
    pub(super) fn add_ids(&mut self, section: Section, ids: impl IntoIterator<Item = &'a str>) {
        let numbers = Vec::from_iter(ids.into_iter().map(|id| self.strings.number(id)));
        self.columns.put_counted(section, &numbers);
    }

    pub(super) fn add_texts_if_any(&mut self, section: Section, texts: impl IntoIterator<Item = &'a Option<String>>) {
        self.add_texts_some(section, texts.into_iter().map(Option::as_deref));
    }

    pub(super) fn add_texts_some(&mut self, section: Section, texts: impl IntoIterator<Item = Option<&'a str>>) {
        let numbers = texts.into_iter().map(|text| self.strings.number_if_any(text));
        self.columns.put_looked_up(section, &Vec::from_iter(numbers));
    }

    fn add_rich(&mut self, section: Section, texts: impl IntoIterator<Item = &'a RichText>) {
        let numbers = texts.into_iter().map(|text| self.rich.number(text, &mut self.strings));
        self.columns.put_looked_up(section, &Vec::from_iter(numbers));
    }

    fn add_dates(&mut self, section: Section, dates: impl IntoIterator<Item = Option<&'a Date>>) {
        let numbers = dates.into_iter().map(|date| self.dates.number_if_any(date.map(|date| date.when)));
        self.columns.put_looked_up(section, &Vec::from_iter(numbers));
    }

    /// Where each row's list ends, from the lists' lengths.
    pub(super) fn add_ends(&mut self, section: Section, lens: impl IntoIterator<Item = usize>) {
        self.columns.put_ends(section, lens);
    }
}

/// 0 for no row, else its position plus 1.
pub(super) fn index(position: Option<u32>) -> u32 {
    position.map_or(0, |position| position.saturating_add(1))
}
