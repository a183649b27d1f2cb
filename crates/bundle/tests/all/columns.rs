//! The columns of events say what the rows say.

use bundle::Bundle;
use proptest::prelude::*;
use story::EventIx;

use crate::{any::any_story, write_plain};

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
}
