//! From one date to another: what both share is said once, as `Intl.DateTimeFormat` says it in the widget. ICU4X has no
//! finished way to do that yet, so it is done here on the pieces of which it makes a date.

use icu_datetime::parts;
use writeable::Part;

/// A part of a date in words: a field, or what stands between two of them.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Piece {
    /// Which field; `None` for what stands between fields.
    pub(super) field: Option<Part>,
    pub(super) text: String,
}

/// The fields of a day from the coarsest on. Where one differs, so do those behind it.
const FIELDS: [Part; 3] = [parts::YEAR, parts::MONTH, parts::DAY];

/// How languages join the ends of a range, if otherwise than by a bare dash.
const JOINTS: [(&str, &str); 7] =
    [("en", " – "), ("fa", " تا "), ("ja", "～"), ("ko", " ~ "), ("pt", " – "), ("sw", " – "), ("zh", "至")];

/// The two ends of a range without what both share: for instance "13" and "14 June 2025". `None` where the dates are no
/// plain days, months or years, or do not differ.
pub(super) fn halves(from: &[Piece], to: &[Piece]) -> Option<(String, String)> {
    let value = |pieces: &[Piece], field| pieces.iter().find(|piece| piece.field == Some(field)).cloned();
    let is_plain = |piece: &Piece| piece.field.is_none_or(|field| FIELDS.contains(&field));
    if !from.iter().chain(to).all(is_plain) {
        return None;
    }
    let differs = FIELDS.iter().position(|field| value(from, *field) != value(to, *field))?;
    let is_own = |piece: &Piece| piece.field.is_some_and(|field| FIELDS[differs..].contains(&field));
    let last = from.iter().rposition(is_own)?;
    let first = to.iter().position(is_own)?;
    Some((text(&from[..=last]) + &clinging(&from[last + 1..]), text(&to[first..])))
}

fn text(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.text.as_str()).collect()
}

/// What belongs to the field before it, such as the full stop of "13. Juni": all of it where no field follows.
fn clinging(behind: &[Piece]) -> String {
    if behind.iter().all(|piece| piece.field.is_none()) {
        return text(behind);
    }
    let ends = |c: char| c.is_whitespace() || matches!(c, ',' | '،' | '、');
    let close = behind.first().filter(|piece| piece.field.is_none());
    close.map_or("", |piece| piece.text.split(ends).next().unwrap_or_default()).to_owned()
}

/// A range of two ends as a language writes it.
pub(super) fn joined(language: &str, from: &str, to: &str) -> String {
    let primary = language.split('-').next().unwrap_or_default();
    let own = JOINTS.iter().find(|(known, _)| known.eq_ignore_ascii_case(primary)).map(|(_, joint)| *joint);
    // Numbers stand close to their dash, words do not.
    let is_number = from.chars().all(|c| c.is_numeric() || c == '.');
    [from, own.unwrap_or(if is_number { "–" } else { " – " }), to].concat()
}
