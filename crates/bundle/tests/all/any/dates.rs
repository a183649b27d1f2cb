//! Any date: every shape and precision, with doubts, open ends and clocks.

use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use story::{Date, End, Moment, Precision, Qualifier, Shape, When, Zone, ZoneIx};

use super::{ZONES, any_text};

fn any_moment() -> BoxedStrategy<Moment> {
    let precisions: Vec<_> = (0..=u8::MAX).filter_map(Precision::from_code).collect();
    let sec = prop_oneof![any::<i64>(), -100_000_000_000..100_000_000_000_i64, select(vec![i64::MIN, 0, i64::MAX])];
    (sec.clone(), sec, select(precisions), any::<bool>(), any::<bool>(), any_zone())
        .prop_map(|(a, b, precision, x, y, zone)| {
            let qualifier = Qualifier { approximate: x, uncertain: y };
            let moment =
                Moment { earliest_sec: a.min(b), latest_sec: a.max(b), precision, qualifier, zone: Zone::default() };
            // At the ends of time no offset can be added.
            let near = |sec: i64| sec.clamp(-1_000_000_000_000, 1_000_000_000_000);
            if moment.is_timed() {
                Moment { earliest_sec: near(a.min(b)), latest_sec: near(a.max(b)), zone, ..moment }
            } else {
                moment
            }
        })
        .boxed()
}

fn any_zone() -> impl Strategy<Value = Zone> {
    let offset_mins = option::of(prop_oneof![Just(0), -Zone::MOST_MINS..=Zone::MOST_MINS]);
    let name = option::of((0..ZONES).prop_map(ZoneIx));
    (offset_mins, name).prop_map(|(offset_mins, name)| Zone { offset_mins, name })
}

fn any_end() -> impl Strategy<Value = End> {
    prop_oneof![1 => Just(End::Open), 1 => Just(End::Unknown), 3 => any_moment().prop_map(End::At)]
}

pub(super) fn any_when() -> BoxedStrategy<When> {
    let shape = prop_oneof![
        Just(Shape::Interval),
        any::<u16>().prop_map(|members| Shape::OneOf { members }),
        any::<u16>().prop_map(|members| Shape::AllOf { members }),
    ];
    let two_ends = (shape, any_end(), any_end()).prop_map(|(shape, first, last)| When { shape, first, last });
    prop_oneof![any_moment().prop_map(When::single), two_ends].boxed()
}

pub(super) fn any_date_if_any() -> BoxedStrategy<Option<Date>> {
    option::of((any_text(), any_when()).prop_map(|(edtf, when)| Date { edtf, when })).boxed()
}
