//! No bytes make the reader panic, and bytes that were changed are refused.

use crate::any::any_story;
use crate::back::{as_held, story_from};
use crate::forge::{sections, with_fitting_checksum, with_section, without_section};
use crate::sample::sample_story;
use bundle::{Bundle, OpenError};

use crate::write_plain;
use proptest::prelude::*;
use story::{EventIx, PersonIx, QuoteIx, SourceIx};

fn refused(bytes: Vec<u8>) -> Option<OpenError> {
    Bundle::open(bytes).err()
}

/// Calls everything there is to call; gives how many characters it read, so that no call is for nothing.
fn read_everything(bytes: Vec<u8>) -> usize {
    let Ok(bundle) = Bundle::open(bytes) else { return 0 };
    let story = story_from(&bundle);
    let ids = story.events.iter().map(|event| event.id.as_str()).chain(["", "m", "zzz"]);
    let by_id = ids.map(|id| {
        bundle.event(bundle.event_by_id(id).unwrap_or(EventIx(u32::MAX))).title().len()
            + bundle.quote(bundle.quote_by_id(id).unwrap_or(QuoteIx(u32::MAX))).text().len()
            + bundle.person(bundle.person_by_id(id).unwrap_or(PersonIx(u32::MAX))).name().len()
            + bundle.source(bundle.source_by_id(id).unwrap_or(SourceIx(u32::MAX))).title().len()
    });
    let by_time = bundle.events_by_time().map(|event| {
        bundle.event(event).summary().plain().len()
            + bundle.quotes_of(event).map(|quote| bundle.quote(quote).text().len()).sum::<usize>()
            + bundle.plans_of(event).map(|plan| bundle.event(plan).title().len()).sum::<usize>()
    });
    let quotes = bundle.quotes_by_time().map(|quote| bundle.quote(quote).text().len());
    let dates = bundle.events_known_from(|when| when).chain(bundle.quotes_known_from(|when| when)).flatten();
    let tally = bundle.quote_tally().map_or(0, |tally| tally.split()[4].len());
    let index =
        bundle.index().map_or(0, |index| (0..index.block_count()).map(|at| index.block(at).0).fold(0, usize::max));
    let quote_columns = bundle.quote_columns();
    let columns = bundle.statuses().count() + dates.count() + tally + index.min(1) + quote_columns.themes.len();
    columns + by_id.chain(by_time).chain(quotes).sum::<usize>()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn no_bytes_make_it_panic(bytes: Vec<u8>) {
        read_everything(bytes);
    }

    #[test]
    fn no_bytes_behind_a_fitting_frame_make_it_panic(table: Vec<u8>, count in 0..20_u32) {
        let mut bytes = b"\x8forb\r\n\x1a\n\x01\0\0\0".to_vec();
        bytes.extend(count.to_le_bytes());
        bytes.extend((32 + table.len() as u64).to_le_bytes());
        bytes.extend(table);
        bytes.extend([0; 8]);
        read_everything(with_fitting_checksum(bytes));
    }

    #[test]
    fn a_forger_who_mends_the_checksum_makes_nobody_panic(
        story in any_story(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..40),
    ) {
        let mut bytes = write_plain(&story);
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        read_everything(with_fitting_checksum(bytes));
    }

    #[test]
    fn no_content_of_any_section_makes_it_panic(
        which in any::<prop::sample::Index>(),
        byte in prop::sample::select(vec![0, 1, 2, 127, 128, 254, 255_u8]),
    ) {
        let mut bytes = write_plain(&sample_story());
        let sections = sections(&bytes);
        let section = which.get(&sections);
        bytes[section.start..section.start + section.len_bytes].fill(byte);
        read_everything(with_fitting_checksum(bytes));
    }

    #[test]
    fn no_width_of_any_section_makes_it_panic(which in any::<prop::sample::Index>(), width: u8) {
        let mut bytes = write_plain(&sample_story());
        let sections = sections(&bytes);
        bytes[which.get(&sections).entry_at + 20] = width;
        read_everything(with_fitting_checksum(bytes));
    }
}

#[test]
fn a_change_of_any_byte_is_noticed() {
    let bytes = write_plain(&sample_story());
    for at in 0..bytes.len() {
        let mut changed = bytes.clone();
        changed[at] ^= 1 << (at % 8);
        assert!(refused(changed).is_some(), "byte {at}");
    }
}

#[test]
fn every_truncation_is_named_as_one() {
    let bytes = write_plain(&sample_story());
    for len in 0..bytes.len() {
        let error = refused(bytes[..len].to_vec());
        assert!(matches!(error, Some(OpenError::Truncated { have, .. }) if have == len as u64), "{len}");
    }
}

#[test]
fn bytes_after_the_end_are_refused() {
    let mut bytes = write_plain(&sample_story());
    bytes.push(0);
    assert_eq!(refused(bytes), Some(OpenError::Damaged));
}

#[test]
fn an_error_page_is_no_bundle() {
    assert_eq!(refused(b"<!doctype html><title>404</title>".to_vec()), Some(OpenError::NotABundle));
    assert_eq!(refused(b"404".to_vec()), Some(OpenError::NotABundle));
}

#[test]
fn another_format_is_refused_by_its_number_whatever_follows() {
    let mut bytes = write_plain(&sample_story());
    bytes[8] = 2;
    assert_eq!(refused(bytes.clone()), Some(OpenError::Newer { format: 2 }));
    bytes.truncate(24);
    assert_eq!(refused(bytes.clone()), Some(OpenError::Newer { format: 2 }));
    bytes[8] = 0;
    assert_eq!(refused(bytes), Some(OpenError::Older { format: 0 }));
}

#[test]
fn a_section_of_a_later_version_is_skipped() {
    let bytes = with_section(&write_plain(&sample_story()), "search.terms", 3, b"1234567");
    let bundle = Bundle::open(bytes).unwrap();
    assert_eq!(story_from(&bundle), as_held(sample_story()));
}

#[test]
fn any_section_may_be_missing() {
    let bytes = write_plain(&sample_story());
    for section in sections(&bytes) {
        let bytes = without_section(&bytes, &section.name);
        assert_eq!(refused(bytes.clone()), None, "{}", section.name);
        read_everything(bytes);
    }
}

#[test]
fn a_table_that_does_not_add_up_is_refused() {
    let bytes = write_plain(&sample_story());
    for (at, value) in [(12, 0), (12, 255), (15, 255), (24 + 16, 200), (24 + 19, 255), (24 + 20, 3), (24 + 20, 0)] {
        let mut changed = bytes.clone();
        changed[at] = value;
        assert_eq!(refused(with_fitting_checksum(changed)), Some(OpenError::Damaged), "{at} {value}");
    }
}

#[test]
fn a_text_that_is_no_utf_8_is_empty() {
    let mut bytes = write_plain(&sample_story());
    let strings = sections(&bytes).into_iter().find(|section| section.name == "string.bytes").unwrap();
    bytes[strings.start] = 0xFF;
    let bundle = Bundle::open(with_fitting_checksum(bytes)).unwrap();
    assert_eq!(bundle.story().id(), "");
    assert_eq!(bundle.story().title(), sample_story().title);
}
