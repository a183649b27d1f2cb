//! The bytes that stand for a choice among few.
//!
//! A code that this version does not know is read as the choice that claims least.

use story::{
    ChangeKind, CheckKind, EventIx, MediaKind, PersonIx, Qualifier, QuoteIx, Run, Shape, SourceIx, Status, Subject,
    Zone,
};

/// The bit of [`doubt_from`] for "approximate", and of [`style_from_run`] for "emphasis".
const FIRST_BIT: u32 = 1;
/// The bit of [`doubt_from`] for "uncertain", and of [`style_from_run`] for "strong".
const SECOND_BIT: u32 = 2;

/// Of [`code_from_offset`]: UTC, also in bundles that knew no other clock.
const UTC: u32 = 0;
/// Of [`code_from_offset`]: nobody knows.
const NOWHERE: u32 = 1;
/// Of [`code_from_offset`]: the clock that is farthest behind UTC; the others follow, minute by minute.
const FARTHEST: u32 = 2;

/// 0 happened, 1 planned, 2 expected, 3 fell through.
pub(crate) fn code_from_status(status: Status) -> u32 {
    Status::ALL.iter().position(|&known| known == status).unwrap_or(0) as u32
}

/// The status of a code; an unknown one is only expected.
pub(crate) fn status_from_code(code: u32) -> Status {
    Status::ALL.get(code as usize).copied().unwrap_or(Status::Expected)
}

/// 0 image, 1 link, 2 video, 3 audio.
pub(crate) fn code_from_media_kind(kind: MediaKind) -> u32 {
    MediaKind::ALL.iter().position(|&known| known == kind).unwrap_or(0) as u32
}

/// The kind of a code; an unknown one is a link, which asks nobody for anything until a reader follows it.
pub(crate) fn media_kind_from_code(code: u32) -> MediaKind {
    MediaKind::ALL.get(code as usize).copied().unwrap_or(MediaKind::Link)
}

/// 0 none, else 1 + 101 times the percent from the left + the percent from the top.
pub(crate) fn code_from_focus(focus_percent: Option<(u8, u8)>) -> u32 {
    focus_percent.map_or(0, |(x, y)| 1 + 101 * u32::from(x.min(100)) + u32::from(y.min(100)))
}

/// The point of a code; a code beyond the picture has none.
pub(crate) fn focus_from_code(code: u32) -> Option<(u8, u8)> {
    let at = code.checked_sub(1)?;
    let (x, y) = (u8::try_from(at / 101).ok()?, u8::try_from(at % 101).ok()?);
    (x <= 100).then_some((x, y))
}

/// 0 unverified, 1 exact, 2 normalised, 3 elided, 4 joined.
pub(crate) fn code_from_check(kind: CheckKind) -> u32 {
    CheckKind::ALL.iter().position(|&known| known == kind).unwrap_or(0) as u32
}

/// The outcome of a code; an unknown one proves nothing.
pub(crate) fn check_from_code(code: u32) -> CheckKind {
    CheckKind::ALL.get(code as usize).copied().unwrap_or(CheckKind::Unverified)
}

/// 0 UTC, 1 not known, else minutes east of the offset that is farthest west, plus 2.
pub(crate) fn code_from_offset(offset_mins: Option<i16>) -> u32 {
    match offset_mins {
        None => NOWHERE,
        Some(0) => UTC,
        Some(mins) => {
            u32::try_from(i32::from(mins) + i32::from(Zone::MOST_MINS)).map_or(NOWHERE, |mins| mins + FARTHEST)
        }
    }
}

/// The offset of a code, minutes; none for a code that no clock has.
pub(crate) fn offset_from_code(code: u32) -> Option<i16> {
    match code {
        UTC => Some(0),
        NOWHERE => None,
        code => {
            let mins = i16::try_from(code - FARTHEST).ok()?.checked_sub(Zone::MOST_MINS)?;
            (mins <= Zone::MOST_MINS).then_some(mins)
        }
    }
}

/// 0 correction, 1 update.
pub(crate) fn code_from_change_kind(kind: ChangeKind) -> u32 {
    ChangeKind::ALL.iter().position(|&known| known == kind).unwrap_or(0) as u32
}

/// The kind of a code; of an unknown one nobody says that it mends a mistake.
pub(crate) fn change_kind_from_code(code: u32) -> ChangeKind {
    ChangeKind::ALL.get(code as usize).copied().unwrap_or(ChangeKind::Update)
}

/// 0 the story as a whole, 1 an event, 2 a quote, 3 a source, 4 a person; and which row of its table, plus 1.
pub(crate) fn codes_from_subject(subject: Subject) -> (u32, u32) {
    match subject {
        Subject::Story => (0, 0),
        Subject::Event(event) => (1, event.0.saturating_add(1)),
        Subject::Quote(quote) => (2, quote.0.saturating_add(1)),
        Subject::Source(source) => (3, source.0.saturating_add(1)),
        Subject::Person(person) => (4, person.0.saturating_add(1)),
    }
}

/// What codes say that a change concerns; the story as a whole where they say nothing that is known.
pub(crate) fn subject_from_codes(kind: u32, row: u32) -> Subject {
    match (kind, row.checked_sub(1)) {
        (1, Some(at)) => Subject::Event(EventIx(at)),
        (2, Some(at)) => Subject::Quote(QuoteIx(at)),
        (3, Some(at)) => Subject::Source(SourceIx(at)),
        (4, Some(at)) => Subject::Person(PersonIx(at)),
        _ => Subject::Story,
    }
}

/// 0 single, 1 interval, 2 one of, 3 all of; and how many members the last two list.
pub(crate) fn code_and_members_from_shape(shape: Shape) -> (u32, u16) {
    match shape {
        Shape::Single => (0, 0),
        Shape::Interval => (1, 0),
        Shape::OneOf { members } => (2, members),
        Shape::AllOf { members } => (3, members),
    }
}

/// The shape of a code; `None` for a code that means nothing.
pub(crate) fn shape_from_code(code: u32, members: u16) -> Option<Shape> {
    [Shape::Single, Shape::Interval, Shape::OneOf { members }, Shape::AllOf { members }].get(code as usize).copied()
}

/// Bit 0 approximate, bit 1 uncertain.
pub(crate) fn doubt_from(qualifier: Qualifier) -> u32 {
    flags(qualifier.approximate, qualifier.uncertain)
}

/// The doubt of its bits.
pub(crate) fn qualifier_from_doubt(doubt: u32) -> Qualifier {
    Qualifier { approximate: doubt & FIRST_BIT != 0, uncertain: doubt & SECOND_BIT != 0 }
}

/// Bit 0 emphasis, bit 1 strong.
pub(crate) fn style_from_run(run: &Run) -> u32 {
    flags(run.emphasis, run.strong)
}

/// Emphasis and strong of their bits.
pub(crate) fn emphasis_and_strong_from_style(style: u32) -> (bool, bool) {
    (style & FIRST_BIT != 0, style & SECOND_BIT != 0)
}

fn flags(first: bool, second: bool) -> u32 {
    (if first { FIRST_BIT } else { 0 }) | (if second { SECOND_BIT } else { 0 })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_choice_survives_its_code() {
        for status in Status::ALL {
            assert_eq!(status_from_code(code_from_status(status)), status);
        }
        for kind in MediaKind::ALL {
            assert_eq!(media_kind_from_code(code_from_media_kind(kind)), kind);
        }
        for focus in [None, Some((0, 0)), Some((100, 0)), Some((0, 100)), Some((100, 100)), Some((33, 66))] {
            assert_eq!(focus_from_code(code_from_focus(focus)), focus);
        }
        for shape in [Shape::Single, Shape::Interval, Shape::OneOf { members: 2 }, Shape::AllOf { members: 65_535 }] {
            let (code, members) = code_and_members_from_shape(shape);
            assert_eq!(shape_from_code(code, members), Some(shape));
        }
        for kind in CheckKind::ALL {
            assert_eq!(check_from_code(code_from_check(kind)), kind);
        }
        for kind in ChangeKind::ALL {
            assert_eq!(change_kind_from_code(code_from_change_kind(kind)), kind);
        }
        let subjects =
            [Subject::Event(EventIx(0)), Subject::Quote(QuoteIx(7)), Subject::Source(SourceIx(1)), Subject::Story];
        for subject in subjects.into_iter().chain([Subject::Person(PersonIx(2))]) {
            let (kind, row) = codes_from_subject(subject);
            assert_eq!(subject_from_codes(kind, row), subject);
        }
    }

    #[test]
    fn every_pair_of_flags_survives_its_bits() {
        for (a, b) in [(false, false), (true, false), (false, true), (true, true)] {
            let qualifier = Qualifier { approximate: a, uncertain: b };
            assert_eq!(qualifier_from_doubt(doubt_from(qualifier)), qualifier);
            let run = Run { emphasis: a, strong: b, ..Run::default() };
            assert_eq!(emphasis_and_strong_from_style(style_from_run(&run)), (a, b));
        }
    }

    #[test]
    fn an_unknown_code_claims_as_little_as_it_can() {
        assert_eq!(status_from_code(4), Status::Expected);
        assert_eq!(media_kind_from_code(200), MediaKind::Link);
        assert_eq!(focus_from_code(1 + 101 * 101), None);
        assert_eq!(check_from_code(200), CheckKind::Unverified);
        assert_eq!(shape_from_code(4, 0), None);
        assert_eq!(change_kind_from_code(2), ChangeKind::Update);
        assert_eq!((subject_from_codes(5, 1), subject_from_codes(1, 0)), (Subject::Story, Subject::Story));
    }
}
