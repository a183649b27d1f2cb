//! The columns of events and quotes, and the counts of these, say what the rows say.

use bundle::{Bundle, Index};
use proptest::prelude::*;
use story::EventIx;

use crate::{any::any_story, sample::sample_story, write_plain};

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_column_says_what_the_rows_say(story in any_story()) {
        let bundle = Bundle::open(write_plain(&story)).unwrap();
        let columns = bundle.event_columns();
        for ix in bundle.events() {
            let row = bundle.event(ix);
            prop_assert_eq!((columns.rank(ix), columns.status(ix)), (row.rank(), row.status()));
            prop_assert_eq!(columns.mentions(ix) as usize, row.accounts().len() + bundle.quotes_of(ix).len());
        }
        let beyond = EventIx::from(bundle.event_count() + 1);
        prop_assert_eq!((columns.rank(beyond), columns.mentions(beyond)), (0, 0));
    }

    #[test]
    fn the_columns_and_the_counts_of_quotes_say_what_the_rows_say(story in any_story()) {
        let bundle = Bundle::open(write_plain(&story)).unwrap();
        let columns = bundle.quote_columns();
        let (people, sources) = (bundle.person_count(), bundle.source_count());
        let mut counted = [people, people, sources, sources, bundle.theme_count()].map(|len| vec![0; len]);
        for ix in bundle.quotes() {
            let (quote, at) = (bundle.quote(ix), ix.at());
            prop_assert_eq!(columns.speakers[at].wrapping_sub(1), quote.speaker().0);
            prop_assert_eq!(columns.sources[at].wrapping_sub(1), quote.source().0);
            prop_assert_eq!(columns.vias[at].checked_sub(1), quote.via().map(|via| via.0));
            prop_assert_eq!(columns.events[at].checked_sub(1), quote.event().map(|event| event.0));
            counted[0][quote.speaker().at()] += 1;
            counted[2][quote.source().at()] += 1;
            match quote.via() {
                Some(via) => counted[1][via.at()] += 1,
                None => counted[3][quote.source().at()] += 1,
            }
            quote.themes().for_each(|theme| counted[4][theme.at()] += 1);
        }
        let tally = bundle.quote_tally().unwrap();
        prop_assert_eq!(tally.split().map(<[u32]>::to_vec), counted);
        let in_time: Vec<u32> = bundle.quotes_by_time().map(|ix| ix.0).collect();
        prop_assert_eq!(&bundle.quotes_by_time_numbers(), &in_time);
        prop_assert!((0..in_time.len()).all(|at| bundle.quote_at_time(at).0 == in_time[at]));
    }

    #[test]
    fn an_index_survives_its_bytes(terms: Vec<u8>, blocks in prop::collection::vec(any::<u32>(), 1..9), starts: Vec<u32>) {
        let index = Index { terms, blocks, lists: vec![7, 8], starts };
        let written = bundle::write_indexed(&sample_story(), &bundle::Levels::default(), |_| index.clone());
        let bundle = Bundle::open(written).unwrap();
        let read = bundle.index().unwrap();
        prop_assert_eq!((read.terms, read.lists), (index.terms.as_slice(), index.lists.as_slice()));
        let blocks: Vec<u32> = (0..read.block_count()).map(|at| read.block(at).0 as u32).collect();
        prop_assert_eq!(&blocks, &index.blocks);
        for (at, start) in index.starts.iter().enumerate() {
            prop_assert_eq!(read.block(at).1 as u32, *start);
        }
        prop_assert_eq!(read.block(index.starts.len()).1, 0);
        prop_assert!(Bundle::open(write_plain(&sample_story())).unwrap().index().is_none());
    }
}
