//! The custom section of the widget's wasm that holds the story that was compiled in: dropped, or put in.
//!
//! It knows nothing of the story's bytes, nor of what else the wasm is made of.

use wasm_encoder::{CustomSection, Encode as _};
use wasmparser::{Parser, Payload};

/// The name of the section, as `src/mount.rs` links it and `embed/widget/element.js` reads it.
pub const NAME: &str = "on-record-story";
/// The id of every custom section (the WebAssembly specification, 5.5.3).
const CUSTOM: u8 = 0;

/// A wasm without its story; `None` where it is no wasm.
pub fn without_story(wasm: &[u8]) -> Option<Vec<u8>> {
    let mut kept = Vec::with_capacity(wasm.len());
    let mut start = 0;
    for payload in Parser::new(0).parse_all(wasm) {
        // It is no wasm.
        let payload = payload.ok()?;
        let end = match (&payload, payload.as_section()) {
            (Payload::Version { range, .. }, _) => range.end,
            (_, Some((_, range))) => range.end,
            _ => continue,
        };
        // What stands between two sections is the head of the second.
        let section = wasm.get(start..end)?;
        if !matches!(&payload, Payload::CustomSection(section) if section.name() == NAME) {
            kept.extend_from_slice(section);
        }
        start = end;
    }
    (start == wasm.len()).then_some(kept)
}

/// A wasm that has no story, with one: the bytes of a bundle.
pub fn with_story(wasm: &[u8], story: &[u8]) -> Vec<u8> {
    let mut with = wasm.to_vec();
    with.push(CUSTOM);
    CustomSection { name: NAME.into(), data: story.into() }.encode(&mut with);
    with
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use wasm_encoder::{Module, TypeSection};

    /// Custom sections around one of another kind.
    fn wasm(sections: &[(&str, &[u8])]) -> Vec<u8> {
        let mut module = Module::new();
        let (before, after) = sections.split_at(sections.len() / 2);
        let custom = |module: &mut Module, (name, data): &(&str, &[u8])| {
            module.section(&CustomSection { name: (*name).into(), data: (*data).into() });
        };
        before.iter().for_each(|section| custom(&mut module, section));
        let mut types = TypeSection::new();
        types.ty().function([], []);
        module.section(&types);
        after.iter().for_each(|section| custom(&mut module, section));
        module.finish()
    }

    #[test]
    fn only_the_story_is_dropped_however_often_it_is_there() {
        let large = vec![7; 70_000];
        let (a, b) = (("name", b"kept".as_slice()), ("other", b"".as_slice()));
        let (story, more) = ((NAME, large.as_slice()), (NAME, b"4".as_slice()));
        for (with, without) in [
            (vec![a, story, b], vec![a, b]),
            (vec![a, story, b, more], vec![a, b]),
            (vec![a, b], vec![a, b]),
            (vec![], vec![]),
        ] {
            assert_eq!(without_story(&wasm(&with)), Some(wasm(&without)));
        }
    }

    #[test]
    fn another_story_may_be_put_in() {
        let (without, story) = (wasm(&[("name", b"kept")]), vec![7; 70_000]);
        let with = with_story(&without, &story);
        assert!(with.len() > without.len() + story.len());
        assert_eq!(without_story(&with), Some(without));
    }

    #[test]
    fn what_is_no_wasm_is_refused() {
        let whole = wasm(&[("a", b"1"), (NAME, b"2")]);
        for bad in [b"".as_slice(), b"<!doctype html>", &whole[..whole.len() - 1], &whole[..4]] {
            assert_eq!(without_story(bad), None);
        }
    }

    proptest! {
        #[test]
        fn no_bytes_make_the_sections_panic(cut in 0..200_usize, at in 0..200_usize, byte: u8) {
            let mut wasm = wasm(&[("name", b"kept"), (NAME, &[7; 100])]);
            wasm.truncate(cut);
            if let Some(place) = wasm.get_mut(at) {
                *place = byte;
            }
            if let Some(without) = without_story(&wasm) {
                prop_assert!(without.len() <= wasm.len());
            }
        }
    }
}
