//! Bundles that earlier versions wrote still open. Nothing here writes a file; `examples/freeze.rs` does, once a format.

use crate::back::{as_held, story_from};
use crate::sample::sample_story;
use bundle::Bundle;

const V1: &[u8] = include_bytes!("../../../../tests/bundles/v1.orb");

#[test]
fn a_bundle_of_format_1_opens_as_the_story_it_was_made_from() {
    let bundle = Bundle::open(V1).unwrap();
    assert_eq!(bundle.len_bytes(), V1.len());
    assert_eq!(story_from(&bundle), as_held(sample_story()));
}
