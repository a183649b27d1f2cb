//! The level of detail: what is written is read, in place and in any order.

use bundle::{Bundle, LaneLevels, Levels, Placement, PlacementRow, write};
use proptest::prelude::*;
use story::{EventIx, QuoteIx};

use crate::sample::sample_story;

fn placement(event: u32, sec: i64) -> Placement {
    Placement { event: EventIx(event), sec, until: 255, width_px: 90, flip: event % 2 == 1 }
}

fn levels() -> Levels {
    let row = |level, row, placements: &[Placement]| PlacementRow { level, row, placements: placements.to_vec() };
    Levels {
        extent_sec: (-1_000, 5_000),
        view_sec: (100, 2_000),
        opening: Some(EventIx(1)),
        single: vec![3, 12],
        breaks: vec![(300, 900, 20)],
        lanes: vec![
            LaneLevels {
                events: vec![(-5, EventIx(2)), (7, EventIx(0))],
                opens: vec![1],
                placement_rows: vec![row(90, 0, &[placement(2, -5), placement(0, 7)]), row(91, 16, &[placement(1, 3)])],
            },
            LaneLevels::default(),
            LaneLevels {
                events: vec![(3, EventIx(1))],
                opens: vec![],
                placement_rows: vec![row(90, 2, &[placement(1, 3)])],
            },
        ],
        said: vec![(12, QuoteIx(1))],
    }
}

fn opened(levels: &Levels) -> Bundle {
    Bundle::open(write(&sample_story(), levels)).unwrap()
}

#[test]
fn the_level_of_detail_survives_its_bytes() {
    let (wanted, bundle) = (levels(), opened(&levels()));
    let axis = bundle.axis().unwrap();
    assert_eq!((axis.extent_sec, axis.view_sec, axis.opening), (wanted.extent_sec, wanted.view_sec, wanted.opening));
    assert_eq!([0, 1, 200].map(|level| bundle.single(level)), [3, 12, 12]);
    assert_eq!(bundle.axis_breaks().collect::<Vec<_>>(), wanted.breaks);
    for (at, lane) in wanted.lanes.iter().enumerate() {
        let series = bundle.lane_events(at);
        let events: Vec<_> = (0..series.len()).map(|at| (series.sec(at), EventIx(series.row(at)))).collect();
        assert_eq!(events, lane.events);
        assert_eq!(bundle.lane_opens(at).collect::<Vec<_>>(), lane.opens);
    }
    let placement_rows: Vec<_> =
        bundle.placement_rows().map(|it| (it.lane, it.level, it.row, it.series.len())).collect();
    assert_eq!(placement_rows, [(0, 90, 0, 2), (0, 91, 16, 1), (2, 90, 2, 1)]);
    let placements: Vec<_> = bundle
        .placement_rows()
        .flat_map(|it| (0..it.series.len()).map(move |at| (it.placement(at), it.series.sec(at))))
        .collect();
    assert_eq!(
        placements.iter().map(|(it, sec)| (it.event.0, *sec, it.flip)).collect::<Vec<_>>(),
        [(2, -5, false), (0, 7, false), (1, 3, true), (1, 3, true)]
    );
    assert!(placements.iter().all(|(it, _)| it.width_px == 90 && it.until == 255));
    assert_eq!((bundle.said().sec(0), bundle.said().row(0)), (12, 1));
}

#[test]
fn a_bundle_without_levels_has_none() {
    let bundle = opened(&Levels::default());
    assert_eq!(bundle.axis(), None);
    assert_eq!((bundle.axis_breaks().count(), bundle.placement_rows().count()), (0, 0));
    assert!(bundle.lane_events(0).is_empty() && bundle.said().is_empty());
    assert_eq!(bundle.lane_events(0).before(5.0), 0);
}

proptest! {
    #[test]
    fn a_series_knows_how_many_stand_before_a_second(
        mut secs in prop::collection::vec(-50..50_i64, 0..60), asked_sec in -60.0..60.0_f64, from in 0..70_usize,
    ) {
        secs.sort_unstable();
        let events = secs.iter().map(|sec| (*sec, EventIx(0))).collect();
        let lanes = vec![LaneLevels { events, ..LaneLevels::default() }];
        let bundle = opened(&Levels { lanes, ..Levels::default() });
        let series = bundle.lane_events(0);
        let wanted = secs.iter().filter(|sec| (**sec as f64) < asked_sec).count();
        prop_assert_eq!(series.before(asked_sec), wanted);
        prop_assert_eq!(series.before_from(from.min(wanted), asked_sec), wanted);
    }
}
