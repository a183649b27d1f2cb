//! Bundles from anywhere: nothing in them makes the telling panic.

use proptest::prelude::*;
use story::Phrase;

use bundle::{Bundle, Levels};
use telling::{AsOf, Order};

use crate::any::any_story;
use crate::forge::{sections, with_fitting_checksum};
use crate::telling_of::{PAGE, english, event, html_on, quote, story};

/// Tells what bytes hold, if they are a bundle; says whether something was told.
fn told_if_any(bytes: Vec<u8>, texts: &[Phrase]) -> bool {
    let Ok(bundle) = Bundle::open(bytes) else { return false };
    [None, Some(0), Some(19_800), Some(i64::MAX)]
        .iter()
        .any(|day| !html_on(&bundle, *day, texts.to_vec(), PAGE).is_empty())
}

fn sample() -> Vec<u8> {
    let rows = [
        event("a", "2020", "accounts = [{ source = \"jan\", date = \"2020\" }, { source = \"feb\", date = \"2021\" }]"),
        event(
            "b",
            "2021",
            "status = \"planned\"\nannounced = \"2020\"\nbecame = \"a\"\nmedia = [{ url = \"a.jpg\", alt = \"A\" }]",
        ),
        event("c", "", "status = \"expected\"\nbecame = \"b\""),
        "[[eras]]\nid = \"e\"\nname = \"E\"\ndate = \"2020\"\n".to_owned(),
        quote("q", "Q", "event = \"a\""),
        quote("r", "R", ""),
    ];
    bundle::write(&story(&rows.concat()), &Levels::default())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn a_forger_who_mends_the_checksum_makes_nobody_panic(
        story in any_story(),
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..40),
    ) {
        let mut bytes = bundle::write(&story, &Levels::default());
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        told_if_any(with_fitting_checksum(bytes), &english());
    }
}

#[test]
fn no_content_of_any_section_makes_it_panic() {
    let (bytes, texts) = (sample(), english());
    assert!(told_if_any(bytes.clone(), &texts));
    for section in sections(&bytes) {
        for byte in [0, 1, 2, 3, 127, 128, 254, 255_u8] {
            let mut bytes = bytes.clone();
            bytes[section.start..section.start + section.len_bytes].fill(byte);
            told_if_any(with_fitting_checksum(bytes), &texts);
        }
    }
}

#[test]
fn a_ring_of_plans_is_told_once() {
    let plan = |id: &str, became: &str| event(id, "2021", &format!("status = \"planned\"\nbecame = \"{became}\""));
    let mut story = story(
        &[plan("a", "b"), plan("b", "c"), event("c", "2022", "status = \"planned\""), event("d", "2020", "")].concat(),
    );
    // No compiler lets it pass.
    story.events[2].became = Some(story::EventIx(0));
    let bundle = compile::opened(&story);
    let order = Order::new(AsOf { bundle: &bundle, day: None });
    assert_eq!(order.events().count(), 4);
}
