//! Reads the fields of one row, each with the checks that its type asks for.

use crate::checks::{
    bad_author, bad_duration, bad_focus, bad_language, bad_rank, bad_size, bad_slug, empty_text, hidden_character,
    invalid_date, missing_field, outside_folder, relative_address, unknown_field, unknown_kind, unknown_status,
    unsafe_url, wrong_type,
};
use crate::diagnostic::Sink;
use crate::draft::{AuthorDraft, Given, Refs, Slot, Words};
use crate::markdown;
use crate::row::{Kind, Literal, Row, Table, Value};
use story::{ChangeKind, Date, MediaKind, RichText, Status};

/// A row while it is read. Every field that is asked for counts as known; [`RowReader::finish`] reports the others,
/// and those that must be given and are not.
pub(crate) struct RowReader<'r, 'a> {
    row: &'r Row<'a>,
    table: Table,
    known: Vec<&'static str>,
    missing: Vec<&'static str>,
    sink: &'r mut Sink,
}

/// One of what may be given in a short form or a long one.
pub(crate) enum Item<'r, 'a> {
    /// A text.
    Text(Literal<'a>),
    /// A table.
    Row(&'r Row<'a>),
}

impl<'r, 'a> RowReader<'r, 'a> {
    pub(crate) fn new(table: Table, row: &'r Row<'a>, sink: &'r mut Sink) -> Self {
        Self { row, table, known: Vec::with_capacity(16), missing: Vec::new(), sink }
    }

    /// A reader of a row inside this one.
    pub(crate) fn inside<'b>(&'b mut self, table: Table, row: &'b Row<'a>) -> RowReader<'b, 'a> {
        RowReader::new(table, row, self.sink)
    }

    /// Reads a field that must be given.
    pub(crate) fn required<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Self, &'static str) -> Slot<T>,
    ) -> Slot<T> {
        let slot = read(self, name);
        if slot.is_absent() {
            self.missing.push(name);
        }
        slot
    }

    /// An id of the row's own. One that is no slug stays a target for others, so that it is reported once.
    pub(crate) fn id(&mut self, name: &'static str) -> Slot<Words<'a>> {
        self.text_with(name, |text, sink| {
            bad_slug::check(&text.value, text.span, sink);
            Some(text.value)
        })
    }

    /// Plain characters.
    pub(crate) fn text(&mut self, name: &'static str) -> Slot<Words<'a>> {
        self.text_with(name, |text, sink| {
            hidden_character::check(&text, sink);
            Some(text.value)
        })
    }

    /// Plain characters, or none where the author wrote just that: `""`.
    pub(crate) fn text_or_empty(&mut self, name: &'static str) -> Slot<Words<'a>> {
        let given = self.row.fields.iter().find(|field| field.name == name).map(|field| &field.value);
        match given {
            Some(Value { kind: Kind::Text(text), span }) if text.value.is_empty() => {
                self.known.push(name);
                Slot::Good(Given { value: text.value.clone(), span: *span })
            }
            _ => self.text(name),
        }
    }

    /// A file in the story's folder, or an absolute address.
    pub(crate) fn file(&mut self, name: &'static str) -> Slot<Words<'a>> {
        self.text_with(name, |text, sink| is_file_or_address(&text, sink).then_some(text.value))
    }

    /// `file`, or `language: file`.
    pub(crate) fn language_and_file(&mut self, text: &Literal<'a>) -> (Slot<Words<'a>>, Slot<Words<'a>>) {
        let parts = text.split(':');
        let is_pair = text.value.split_once(':').is_some_and(|(_, rest)| rest.starts_with([' ', '\t']));
        let (language, file) = match parts.as_slice() {
            [language, file] if is_pair => {
                let language = language.clone();
                (self.slot(Some(language), |it, sink| bad_language::check(&it, sink).then_some(it.value)), file.clone())
            }
            _ => (Slot::Absent, text.trimmed()),
        };
        (language, self.slot(Some(file), |it, sink| is_file_or_address(&it, sink).then_some(it.value)))
    }

    /// A point of a picture.
    pub(crate) fn focus(&mut self, name: &'static str) -> Slot<(u8, u8)> {
        self.text_with(name, |text, sink| bad_focus::check(&text, sink))
    }

    /// How long something takes, in ms.
    pub(crate) fn duration(&mut self, name: &'static str) -> Slot<u32> {
        self.bare_with(name, "a time such as `4:05`", |text, sink| bad_duration::check(&text, sink))
    }

    /// Texts or tables, one or many; a cell separates them by semicolons. And whether something was neither.
    pub(crate) fn items(&mut self, name: &'static str) -> (Vec<Item<'r, 'a>>, bool) {
        let Some(value) = self.take(name) else { return (Vec::new(), false) };
        let values: Vec<&'r Value<'a>> = match &value.kind {
            Kind::Cell(text) => return (text.split(';').into_iter().map(Item::Text).collect(), false),
            Kind::List(items) => items.iter().collect(),
            _ => vec![value],
        };
        let mut items = Vec::new();
        let count = values.len();
        for value in values {
            match &value.kind {
                Kind::Row(row) => items.push(Item::Row(row)),
                Kind::Text(text) => items.extend(empty_text::check(name, text, self.sink).map(Item::Text)),
                Kind::Broken => {}
                _ => wrong_type::report(value, name, "a list of files or tables", self.sink),
            }
        }
        let is_bad = items.len() < count;
        (items, is_bad)
    }

    /// The id of something else.
    pub(crate) fn reference(&mut self, name: &'static str) -> Slot<Words<'a>> {
        self.text_with(name, |text, _| Some(text.value))
    }

    pub(crate) fn markdown(&mut self, name: &'static str) -> Slot<RichText> {
        self.text_with(name, |text, sink| {
            hidden_character::check(&text, sink);
            Some(markdown::render(&text, sink))
        })
    }

    pub(crate) fn url(&mut self, name: &'static str) -> Slot<Words<'a>> {
        self.text_with(name, |text, sink| unsafe_url::check(&text, sink).then_some(text.value))
    }

    /// An address that leads away from the page.
    pub(crate) fn web_address(&mut self, name: &'static str) -> Slot<Words<'a>> {
        self.text_with(name, |text, sink| relative_address::check(name, text, sink))
    }

    /// Where somebody is reached.
    pub(crate) fn contact(&mut self, name: &'static str) -> Slot<Words<'a>> {
        self.text_with(name, |text, sink| relative_address::check_contact(name, text, sink))
    }

    pub(crate) fn language(&mut self, name: &'static str) -> Slot<Words<'a>> {
        self.text_with(name, |text, sink| bad_language::check(&text, sink).then_some(text.value))
    }

    pub(crate) fn status(&mut self, name: &'static str) -> Slot<Status> {
        self.text_with(name, |text, sink| unknown_status::check(&text, sink))
    }

    pub(crate) fn media_kind(&mut self, name: &'static str) -> Slot<MediaKind> {
        self.text_with(name, |text, sink| unknown_kind::check(&text, sink))
    }

    pub(crate) fn change_kind(&mut self, name: &'static str) -> Slot<ChangeKind> {
        self.text_with(name, |text, sink| unknown_kind::check_change(&text, sink))
    }

    /// A date; TOML's own dates and bare years are taken as they are written.
    pub(crate) fn date(&mut self, name: &'static str) -> Slot<Date> {
        self.bare_with(name, "a date", |text, sink| invalid_date::check(&text, sink))
    }

    pub(crate) fn rank(&mut self, name: &'static str) -> Slot<u8> {
        self.bare_with(name, "a number from 1 to 5", |text, sink| bad_rank::check(&text, sink))
    }

    /// A width or a height.
    pub(crate) fn size(&mut self, name: &'static str) -> Slot<u16> {
        self.bare_with(name, "a number of pixels", |text, sink| bad_size::check(name, &text, sink))
    }

    /// A list of names or texts: an array in TOML, separated by semicolons in CSV.
    pub(crate) fn list(&mut self, name: &'static str) -> Refs<'a> {
        self.texts(name).into_iter().map(|text| Given { value: text.value, span: text.span }).collect()
    }

    /// Who wrote it: a list of names, each of which an address may follow.
    pub(crate) fn authors(&mut self, name: &'static str) -> Vec<AuthorDraft<'a>> {
        let texts = self.texts(name);
        let read = texts.iter().filter_map(|text| bad_author::check(name, text, self.sink));
        read.map(|(text, url)| AuthorDraft { name: Given { value: text.value, span: text.span }, url }).collect()
    }

    fn texts(&mut self, name: &'static str) -> Vec<Literal<'a>> {
        let Some(value) = self.take(name) else { return Vec::new() };
        match &value.kind {
            Kind::Cell(text) => {
                hidden_character::check(text, self.sink);
                text.split(';')
            }
            Kind::List(items) => items.iter().filter_map(|item| self.item(name, item)).collect(),
            Kind::Broken => Vec::new(),
            _ => {
                wrong_type::report(value, name, "a list of texts", self.sink);
                Vec::new()
            }
        }
    }

    /// Ids that something had before.
    pub(crate) fn former_ids(&mut self, name: &'static str) -> Refs<'a> {
        let ids = self.list(name);
        ids.iter().for_each(|id| bad_slug::check(&id.value, id.span, self.sink));
        ids
    }

    /// The tables inside this one.
    pub(crate) fn rows(&mut self, name: &'static str) -> Slot<Vec<&'r Row<'a>>> {
        let Some(value) = self.take(name) else { return Slot::Absent };
        let items: Vec<&'r Value<'a>> = match &value.kind {
            Kind::List(items) => items.iter().collect(),
            _ => vec![value],
        };
        let mut rows = Vec::new();
        let mut bad = false;
        for item in items {
            match &item.kind {
                Kind::Row(row) => rows.push(row),
                Kind::Broken => bad = true,
                _ => {
                    wrong_type::report(item, name, "a list of tables", self.sink);
                    bad = true;
                }
            }
        }
        if bad && rows.is_empty() { Slot::Bad } else { Slot::Good(Given { value: rows, span: value.span }) }
    }

    /// Reports the fields that nobody asked for, and the missing ones for which none of those was meant. Returns the
    /// fields that were meant.
    pub(crate) fn finish(self) -> Vec<&'static str> {
        let unknown = self.row.fields.iter().filter(|field| !self.known.contains(&field.name.as_ref()));
        let meant: Vec<_> =
            unknown.filter_map(|field| unknown_field::report(self.table, field, &self.known, self.sink)).collect();
        for name in self.missing.iter().filter(|name| !meant.contains(name)) {
            missing_field::report(self.table, self.row, name, self.sink);
        }
        meant
    }

    /// The value of a field; `None` where it is not given or an empty cell.
    fn take(&mut self, name: &'static str) -> Option<&'r Value<'a>> {
        self.known.push(name);
        let field = self.row.fields.iter().find(|field| field.name == name)?;
        (!matches!(field.value.kind, Kind::Empty)).then_some(&field.value)
    }

    fn item(&mut self, name: &str, item: &Value<'a>) -> Option<Literal<'a>> {
        match &item.kind {
            Kind::Text(text) => {
                hidden_character::check(text, self.sink);
                empty_text::check(name, text, self.sink)
            }
            Kind::Broken => None,
            _ => {
                wrong_type::report(item, name, "a list of texts", self.sink);
                None
            }
        }
    }

    fn text_with<T>(&mut self, name: &'static str, read: impl FnOnce(Literal<'a>, &mut Sink) -> Option<T>) -> Slot<T> {
        let Some(value) = self.take(name) else { return Slot::Absent };
        let text = match &value.kind {
            Kind::Text(text) | Kind::Cell(text) => empty_text::check(name, text, self.sink),
            Kind::Broken => None,
            _ => {
                wrong_type::report(value, name, "a text", self.sink);
                None
            }
        };
        self.slot(text, read)
    }

    fn bare_with<T>(
        &mut self,
        name: &'static str,
        expected: &str,
        read: impl FnOnce(Literal<'a>, &mut Sink) -> Option<T>,
    ) -> Slot<T> {
        let Some(value) = self.take(name) else { return Slot::Absent };
        let text = match &value.kind {
            Kind::Text(text) | Kind::Cell(text) => empty_text::check(name, text, self.sink),
            Kind::Bare { text, what } if *what != "true or false" => Some(text.clone()),
            Kind::Broken => None,
            _ => {
                wrong_type::report(value, name, expected, self.sink);
                None
            }
        };
        self.slot(text, read)
    }

    fn slot<T>(
        &mut self,
        text: Option<Literal<'a>>,
        read: impl FnOnce(Literal<'a>, &mut Sink) -> Option<T>,
    ) -> Slot<T> {
        let Some(text) = text else { return Slot::Bad };
        let span = text.span;
        read(text, self.sink).map_or(Slot::Bad, |value| Slot::Good(Given { value, span }))
    }
}

/// Whether a text names a file in the story's folder, or is an address that is safe. Names of files may hold spaces.
fn is_file_or_address(text: &Literal<'_>, sink: &mut Sink) -> bool {
    if !outside_folder::is_local(&text.value) {
        return unsafe_url::check(text, sink);
    }
    unsafe_url::check_at(&text.value.replace(' ', "%20"), text.span, sink) && outside_folder::check(text, sink)
}
