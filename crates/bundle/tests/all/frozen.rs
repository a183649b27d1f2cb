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

#[test]
fn an_event_is_found_in_the_order_that_an_earlier_version_wrote() {
    let bundle = Bundle::open(V1).unwrap();
    for (position, ix) in bundle.events_by_time().enumerate() {
        assert_eq!(bundle.position_by_time(ix), Some(position));
    }
}
