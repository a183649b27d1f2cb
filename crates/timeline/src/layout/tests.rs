//! What a reader may rely on in a lane, first by example, then for any items.

use super::*;
use crate::label::span_px as label_span_px;
use crate::stack::TOUCH_PX;
use crate::{BarKind, Domain};
use proptest::prelude::*;

const WIDTH_PX: f64 = 1000.0;

/// One second a pixel, so that seconds read as pixels.
fn scale() -> TimeScale {
    TimeScale { domain: Domain { start_sec: 0.0, end_sec: WIDTH_PX }, width_px: WIDTH_PX }
}

fn point(key: u32, sec: f64) -> Item {
    Item {
        key,
        start_sec: sec,
        end_sec: sec,
        kind: Kind::Point,
        anchor: Anchor::Middle,
        rank: 3,
        label_px: 80.0,
        wide_label_px: 160.0,
        settled: true,
        landing: false,
    }
}

fn some_time_in(key: u32, start_sec: f64, end_sec: f64) -> Item {
    Item { start_sec, end_sec, ..point(key, 0.0) }
}

fn lasting(key: u32, start_sec: f64, end_sec: f64) -> Item {
    Item { kind: Kind::Lasting { open_start: false, open_end: false }, ..some_time_in(key, start_sec, end_sec) }
}

fn lane(items: &[Item]) -> LaneLayout {
    lay_out(items, &scale(), &LaneOptions::default())
}

fn mark(layout: &LaneLayout, key: u32) -> Mark {
    *layout.marks.iter().find(|mark| mark.key == key).expect("the item is a mark")
}

#[test]
fn an_empty_lane_keeps_room_for_its_name() {
    let layout = lane(&[]);
    assert_eq!((layout.baseline_px, layout.height_px), (48.0, 66.0));
}

#[test]
fn the_lane_is_as_high_as_its_rows_of_labels() {
    let crowded = [point(1, 300.0), point(2, 280.0), Item { label_px: 200.0, ..point(3, 60.0) }];
    let layout = lane(&crowded);
    let rows: Vec<_> = layout.marks.iter().filter_map(|mark| mark.label).map(|label| label.row).collect();
    assert_eq!(rows, [1, 0, 0]);
    assert_eq!(layout.height_px, 48.0 + 18.0 + 33.0 * 2.0);
}

#[test]
fn arcs_and_bars_raise_the_lane_as_the_design_draws_them() {
    let arcs = lay_out(&[point(1, 300.0)], &scale(), &LaneOptions { arcs: true, ..LaneOptions::default() });
    assert_eq!((arcs.baseline_px, arcs.height_px), (56.0, 107.0));
    let two_bars = lane(&[lasting(1, -50.0, 700.0), lasting(2, 20.0, 700.0), point(3, 300.0)]);
    assert_eq!((two_bars.baseline_px, two_bars.height_px), (102.0, 153.0));
    assert_eq!(two_bars.bars.iter().map(|bar| bar.up_px).collect::<Vec<_>>(), [50.0, 20.0]);
    let only_bars = lane(&[lasting(1, -50.0, 700.0), lasting(2, 20.0, 700.0)]);
    assert_eq!((only_bars.baseline_px, only_bars.height_px), (94.0, 94.0));
}

#[test]
fn the_caller_may_ask_for_more_room_above_the_baseline() {
    let with_room = |items: &[Item], head_px| {
        lay_out(items, &scale(), &LaneOptions { head_px, ..LaneOptions::default() }).baseline_px
    };
    assert_eq!(with_room(&[point(1, 300.0)], 10.0), 48.0);
    assert_eq!(with_room(&[point(1, 300.0)], 60.0), 84.0);
    assert_eq!(with_room(&[lasting(1, -50.0, 700.0)], 60.0), 112.0);
}

#[test]
fn what_lies_outside_the_view_is_counted() {
    let layout = lane(&[point(1, -1.0), point(2, 500.0), point(3, 1001.0), point(4, 2000.0)]);
    assert_eq!((layout.before, layout.after, layout.marks.len()), (1, 2, 1));
}

#[test]
fn marks_that_touch_stack_by_rank() {
    let layout = lane(&[Item { rank: 4, ..point(1, 300.0) }, Item { rank: 1, ..point(2, 308.0) }, point(3, 500.0)]);
    assert_eq!((mark(&layout, 2).up_px, mark(&layout, 2).more), (0.0, 1));
    assert_eq!((mark(&layout, 1).up_px, mark(&layout, 1).in_stack_of), (14.0, Some(2)));
    assert_eq!((mark(&layout, 3).up_px, mark(&layout, 3).more), (0.0, 0));
    assert!(mark(&layout, 1).label.is_none());
}

#[test]
fn a_full_stack_counts_what_it_hides() {
    let items: Vec<_> = (0..6).map(|key| point(key, 400.0)).collect();
    let layout = lane(&items);
    assert_eq!(mark(&layout, 0).more, 5);
    assert_eq!(layout.marks.iter().filter(|mark| mark.hidden).count(), 3);
    assert!(layout.marks.iter().all(|mark| mark.key == 0 || mark.in_stack_of == Some(0)));
    assert_eq!(layout.baseline_px, 62.0);
}

#[test]
fn nothing_stands_where_an_arc_lands() {
    let landing = Item { landing: true, rank: 1, ..point(9, 405.0) };
    let mut items: Vec<_> = (0..6).map(|key| point(key, 400.0)).collect();
    items.push(landing);
    let layout = lane(&items);
    assert_eq!((mark(&layout, 9).up_px, mark(&layout, 9).hidden), (28.0, false));
    assert!(mark(&layout, 9).label.is_some(), "the best rank names the stack, wherever it stands in it");
    assert_eq!(mark(&layout, 0).in_stack_of, Some(9));
}

#[test]
fn possible_dates_are_a_band_then_a_window() {
    let layout = lane(&[some_time_in(1, 300.0, 312.0), some_time_in(2, 400.0, 430.0), some_time_in(3, 100.0, 700.0)]);
    assert_eq!(mark(&layout, 1).band, None);
    assert_eq!(mark(&layout, 2).band, Some(Band { x_px: 400.0, width_px: 30.0 }));
    assert_eq!(layout.bars.iter().map(|bar| (bar.key, bar.kind)).collect::<Vec<_>>(), [(3, BarKind::Window)]);
}

#[test]
fn a_mark_at_the_bound_of_its_dates_stays_while_it_is_in_view() {
    let before = |end_sec| Item { anchor: Anchor::End, ..some_time_in(1, -400.0, end_sec) };
    assert_eq!(mark(&lane(&[before(600.0)]), 1).x_px, 600.0);
    assert_eq!(lane(&[before(1600.0)]).bars[0].kind, BarKind::Window);
}

#[test]
fn what_lasted_is_a_bar_unless_it_is_shorter_than_a_mark() {
    let layout = lane(&[lasting(1, 100.0, 110.0), lasting(2, 200.0, 230.0)]);
    assert_eq!(mark(&layout, 1).x_px, 105.0);
    assert_eq!((layout.bars[0].key, layout.bars[0].x_px, layout.bars[0].width_px), (2, 200.0, 30.0));
}

#[test]
fn what_goes_on_reaches_the_known_line_and_a_plan_without_end_reaches_on() {
    let options = LaneOptions { known_sec: Some(700.0), ..LaneOptions::default() };
    let goes_on = |settled| Item {
        kind: Kind::Lasting { open_start: true, open_end: true },
        settled,
        end_sec: f64::NAN,
        ..lasting(1, f64::NAN, 0.0)
    };
    let bar = lay_out(&[goes_on(true)], &scale(), &options).bars[0];
    assert_eq!((bar.x_px, bar.width_px, bar.clipped_start, bar.clipped_end), (0.0, 700.0, true, false));
    let bar = lay_out(&[goes_on(false)], &scale(), &options).bars[0];
    assert_eq!((bar.width_px, bar.clipped_end), (1000.0, true));
}

#[test]
fn bars_share_a_row_where_their_labels_leave_room() {
    let layout = lane(&[lasting(1, 0.0, 50.0), lasting(2, 180.0, 250.0), lasting(3, 100.0, 200.0)]);
    let rows: Vec<_> = layout.bars.iter().map(|bar| (bar.key, bar.up_px)).collect();
    assert_eq!(rows, [(1, 42.0), (2, 42.0), (3, 12.0)]);
}

#[test]
fn bars_without_a_row_become_marks() {
    let items: Vec<_> = (0..6).map(|key| Item { rank: 1 + key as u8, ..lasting(key, -50.0, 400.0) }).collect();
    let layout = lane(&items);
    assert_eq!(layout.bars.iter().map(|bar| bar.key).collect::<Vec<_>>(), [0, 1, 2, 3]);
    assert_eq!(layout.marks.iter().map(|mark| mark.key).collect::<Vec<_>>(), [4, 5]);
}

#[test]
fn a_bar_at_the_right_edge_keeps_its_label_in_view() {
    let layout = lane(&[lasting(1, 980.0, 2000.0)]);
    assert_eq!(layout.bars[0].label_x_px, Some(840.0));
}

#[test]
fn a_scale_of_nothing_gives_an_empty_lane() {
    let flat = TimeScale { width_px: 0.0, ..scale() };
    assert_eq!(lay_out(&[point(1, 5.0)], &flat, &LaneOptions::default()), LaneLayout::default());
}

fn any_item() -> impl Strategy<Value = Item> {
    let kind = prop_oneof![
        3 => Just(Kind::Point),
        1 => (any::<bool>(), any::<bool>()).prop_map(|(open_start, open_end)| Kind::Lasting { open_start, open_end }),
    ];
    let anchor = prop_oneof![Just(Anchor::Start), Just(Anchor::Middle), Just(Anchor::End)];
    let len_secs = prop_oneof![3 => Just(0.0), 2 => 0.0..60.0_f64, 1 => 0.0..1500.0_f64];
    (-200.0..1200.0_f64, len_secs, kind, anchor, 1..=5_u8, 0.0..220.0_f64, any::<bool>(), any::<bool>()).prop_map(
        |(start_sec, len_secs, kind, anchor, rank, label_px, settled, landing)| Item {
            key: 0,
            start_sec,
            end_sec: start_sec + len_secs,
            kind,
            anchor,
            rank,
            label_px,
            wide_label_px: label_px * 1.5,
            settled,
            landing,
        },
    )
}

fn any_items() -> impl Strategy<Value = Vec<Item>> {
    proptest::collection::vec(any_item(), 0..50).prop_map(|mut items| {
        items.iter_mut().enumerate().for_each(|(at, item)| item.key = at as u32);
        items
    })
}

/// The labels of a lane: stem, from, to, row, settled.
fn labels(layout: &LaneLayout, items: &[Item]) -> Vec<(f64, f64, f64, u8, bool)> {
    let of = |mark: &Mark| {
        let item = items[mark.key as usize];
        let label = mark.label?;
        let (start_px, end_px) = label_span_px(mark.x_px, text_px(&item, mark.more), label.side);
        Some((mark.x_px, start_px, end_px, label.row, item.settled))
    };
    layout.marks.iter().filter_map(of).collect()
}

proptest! {
    #[test]
    fn every_item_is_reported_once(items in any_items(), known_sec in proptest::option::of(0.0..1200.0_f64)) {
        let layout = lay_out(&items, &scale(), &LaneOptions { known_sec, arcs: true, ..LaneOptions::default() });
        let mut keys: Vec<_> = layout.marks.iter().map(|mark| mark.key).collect();
        keys.extend(layout.bars.iter().map(|bar| bar.key));
        keys.sort_unstable();
        let reported = keys.len();
        keys.dedup();
        prop_assert_eq!(keys.len(), reported);
        prop_assert_eq!(reported + layout.before + layout.after, items.len());
    }

    #[test]
    fn labels_never_meet_and_no_stem_runs_through_one(items in any_items()) {
        let labels = labels(&lane(&items), &items);
        for (at, &(stem_px, start_px, end_px, row, _)) in labels.iter().enumerate() {
            prop_assert!(start_px >= 0.0 && end_px <= WIDTH_PX && row < 3);
            for (other, &(_, other_start_px, other_end_px, other_row, _)) in labels.iter().enumerate() {
                if at == other {
                    continue;
                }
                prop_assert!(row != other_row || end_px <= other_start_px || other_end_px <= start_px);
                prop_assert!(row < other_row || stem_px <= other_start_px || other_end_px <= stem_px);
            }
        }
    }

    #[test]
    fn settled_labels_stay_before_the_known_line(items in any_items(), known_sec in -100.0..1200.0_f64) {
        let layout = lay_out(&items, &scale(), &LaneOptions { known_sec: Some(known_sec), ..LaneOptions::default() });
        let known_px = scale().x_px_from_sec(known_sec);
        for (_, _, end_px, _, settled) in labels(&layout, &items) {
            prop_assert!(!settled || end_px <= known_px);
        }
        for bar in &layout.bars {
            let item = items[bar.key as usize];
            let end_px = bar.label_x_px.map(|x_px| x_px + item.wide_label_px);
            prop_assert!(!item.settled || end_px.is_none_or(|end_px| end_px <= known_px + 1e-9));
        }
    }

    #[test]
    fn drawn_marks_never_touch_and_nothing_stands_on_a_landing(items in any_items()) {
        let layout = lane(&items);
        let landing = |mark: &Mark| items[mark.key as usize].landing;
        let drawn: Vec<_> = layout.marks.iter().filter(|mark| !mark.hidden).collect();
        prop_assert!(layout.marks.iter().all(|mark| !(mark.hidden && landing(mark))));
        for a in &drawn {
            for b in drawn.iter().filter(|b| b.key != a.key && (a.x_px - b.x_px).abs() < TOUCH_PX) {
                let both_landing = landing(a) && landing(b);
                prop_assert!(a.up_px != b.up_px || both_landing, "{} and {} touch", a.key, b.key);
                prop_assert!(!landing(a) || a.up_px > b.up_px || both_landing, "{} stands on {}", b.key, a.key);
            }
        }
    }

    #[test]
    fn every_stack_has_one_first_that_counts_the_others(items in any_items()) {
        let layout = lane(&items);
        for first in layout.marks.iter().filter(|mark| mark.in_stack_of.is_none()) {
            let others = layout.marks.iter().filter(|mark| mark.in_stack_of == Some(first.key));
            prop_assert_eq!(others.count() as u32, first.more);
            prop_assert!(!first.hidden);
        }
        for mark in layout.marks.iter().filter(|mark| mark.in_stack_of.is_some()) {
            prop_assert!(mark.label.is_none() && mark.more == 0);
            prop_assert!(layout.marks.iter().any(|first| mark.in_stack_of == Some(first.key) && first.in_stack_of.is_none()));
        }
    }

    #[test]
    fn bars_lie_in_the_view_and_never_meet(items in any_items()) {
        let layout = lane(&items);
        for (at, a) in layout.bars.iter().enumerate() {
            prop_assert!(a.x_px >= 0.0 && a.x_px + a.width_px <= WIDTH_PX + 1e-9 && a.width_px >= 0.0);
            prop_assert!(a.up_px > 0.0 && layout.baseline_px - a.up_px >= 52.0);
            for b in &layout.bars[at + 1..] {
                let apart = a.x_px + a.width_px <= b.x_px || b.x_px + b.width_px <= a.x_px;
                prop_assert!(a.up_px != b.up_px || apart, "{} meets {}", a.key, b.key);
            }
        }
    }

    #[test]
    fn the_order_of_the_items_does_not_matter(items in any_items()) {
        let reversed: Vec<_> = items.iter().rev().copied().collect();
        prop_assert_eq!(lane(&items), lane(&reversed));
    }
}
