//! Long empty stretches shortened: from real seconds to the seconds of the axis and back.

use crate::{Domain, viewport::resolvable_secs};

/// An empty stretch is worth a break where it is longer than this part of the whole.
const WORTH_IT: f64 = 1.0 / 8.0;

/// And longer than so many times the median from one event to the next.
const TIMES_MEDIAN: f64 = 20.0;

/// Of fewer events than these the median says little.
const FEW: usize = 8;

/// Between few events an empty stretch is worth a break where it is longer than this part of the whole.
const WORTH_IT_FOR_FEW: f64 = 1.0 / 3.0;

/// Between two events the empty stretch is all there is to see.
const LEAST: usize = 3;

/// The part of what is left that a break takes up on the axis.
const BREAK: f64 = 1.0 / 30.0;

/// The part of an empty stretch that stays as it is at either side, unless it is longer than the break itself.
const MARGIN: f64 = 0.05;

/// A stretch of real time that takes up less of the axis than it lasted.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct AxisBreak {
    /// What is shortened, in real seconds.
    pub stretch: Domain,
    /// How much of the axis it takes up all the same, in seconds of the axis.
    pub axis_secs: f64,
}

/// Where the axis is broken. Its seconds are real ones up to the first break, and go on as real ones after each.
///
/// The two scales are each other's inverse, grow together, and are found by binary search.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AxisBreaks {
    breaks: Vec<AxisBreak>,
    /// Where each break begins on the axis.
    axis_starts: Vec<f64>,
}

impl AxisBreaks {
    /// An axis without breaks: its seconds are the real ones.
    #[must_use]
    pub fn none() -> Self {
        Self::default()
    }

    /// An axis with these breaks, in any order. Left out are those that are no shorter than what they stand for, or
    /// too short to be told from nothing, and those that overlap one that begins before.
    #[must_use]
    pub fn new(breaks: &[AxisBreak]) -> Self {
        let mut axis_breaks = Self::none();
        let mut after_sec = f64::NEG_INFINITY;
        // There are a handful; looking for the next one is shorter than a sort.
        while let Some(next) = first_after(breaks, after_sec) {
            after_sec = next.stretch.end_sec;
            let axis_start = axis_breaks.axis_from_sec(next.stretch.start_sec);
            if next.axis_secs > resolvable_secs(axis_start) {
                axis_breaks.breaks.push(next);
                axis_breaks.axis_starts.push(axis_start);
            }
        }
        axis_breaks
    }

    /// Breaks the axis where it is empty and worth it: the gaps between `stretches` (when each event was, by their starts) that are
    /// longer than an eighth of `extent` and than twenty times the median from one start to the next; between a
    /// handful of events, longer than a third of `extent`. Each becomes a thirtieth of what is left, with some of
    /// its emptiness left at either side. So there are never more than seven.
    #[must_use]
    pub fn of_gaps(stretches: &[Domain], extent: Domain) -> Self {
        let gaps = gaps(stretches, extent.len_secs());
        let left_secs = extent.len_secs() - gaps.iter().map(|gap| gap.len_secs()).sum::<f64>();
        let axis_secs = left_secs * BREAK;
        let breaks: Vec<AxisBreak> = gaps
            .into_iter()
            .map(|gap| {
                let margin_secs = (gap.len_secs() * MARGIN).min(axis_secs);
                let stretch = Domain { start_sec: gap.start_sec + margin_secs, end_sec: gap.end_sec - margin_secs };
                AxisBreak { stretch, axis_secs }
            })
            .collect();
        Self::new(&breaks)
    }

    /// The breaks, in the order of time.
    #[must_use]
    pub fn all(&self) -> &[AxisBreak] {
        &self.breaks
    }

    /// Where a real second stands on the axis.
    #[must_use]
    pub fn axis_from_sec(&self, sec: f64) -> f64 {
        let begun = self.breaks.partition_point(|it| it.stretch.start_sec <= sec);
        let Some((AxisBreak { stretch, axis_secs }, axis_start)) = self.nth(begun) else { return sec };
        let into_secs = sec - stretch.start_sec;
        if sec < stretch.end_sec {
            // Rounding may not carry it beyond the end of the break.
            axis_start + (into_secs / stretch.len_secs() * axis_secs).min(axis_secs)
        } else {
            axis_start + axis_secs + (sec - stretch.end_sec)
        }
    }

    /// The real second at a place of the axis; the inverse of [`AxisBreaks::axis_from_sec`].
    #[must_use]
    pub fn sec_from_axis(&self, axis_sec: f64) -> f64 {
        let begun = self.axis_starts.partition_point(|start| *start <= axis_sec);
        let Some((AxisBreak { stretch, axis_secs }, axis_start)) = self.nth(begun) else { return axis_sec };
        let axis_end = axis_start + axis_secs;
        if axis_sec < axis_end {
            let share = (axis_sec - axis_start) / axis_secs;
            (stretch.start_sec + share * stretch.len_secs()).min(stretch.end_sec)
        } else {
            stretch.end_sec + (axis_sec - axis_end)
        }
    }

    /// The stretch of the axis that a stretch of real time takes up.
    #[must_use]
    pub fn axis_from_domain(&self, domain: Domain) -> Domain {
        Domain { start_sec: self.axis_from_sec(domain.start_sec), end_sec: self.axis_from_sec(domain.end_sec) }
    }

    /// The real time that a stretch of the axis stands for.
    #[must_use]
    pub fn sec_from_domain(&self, axis: Domain) -> Domain {
        Domain { start_sec: self.sec_from_axis(axis.start_sec), end_sec: self.sec_from_axis(axis.end_sec) }
    }

    /// The real time within a stretch of the axis that no break hides, in order.
    #[must_use]
    pub fn unbroken(&self, axis: Domain) -> Vec<Domain> {
        let Domain { start_sec: mut from_sec, end_sec } = self.sec_from_domain(axis);
        let mut open = Vec::new();
        let first = self.breaks.partition_point(|it| it.stretch.end_sec <= from_sec);
        for AxisBreak { stretch, .. } in self.breaks[first..].iter().take_while(|it| it.stretch.start_sec < end_sec) {
            if from_sec < stretch.start_sec {
                open.push(Domain { start_sec: from_sec, end_sec: stretch.start_sec });
            }
            from_sec = stretch.end_sec;
        }
        if from_sec < end_sec {
            open.push(Domain { start_sec: from_sec, end_sec });
        }
        open
    }

    /// The last of so many breaks, and where it begins on the axis.
    fn nth(&self, begun: usize) -> Option<(AxisBreak, f64)> {
        let at = begun.checked_sub(1)?;
        self.breaks.get(at).copied().zip(self.axis_starts.get(at).copied())
    }
}

/// The first break that begins at or after a second, of those that shorten anything.
fn first_after(breaks: &[AxisBreak], sec: f64) -> Option<AxisBreak> {
    let shortens = |it: &AxisBreak| it.stretch.is_valid() && 0.0 < it.axis_secs && it.axis_secs < it.stretch.len_secs();
    breaks
        .iter()
        .filter(|it| shortens(it) && it.stretch.start_sec >= sec)
        .min_by(|a, b| a.stretch.start_sec.total_cmp(&b.stretch.start_sec))
        .copied()
}

/// The empty stretches between events that are worth a break, in the order of time.
fn gaps(stretches: &[Domain], extent_secs: f64) -> Vec<Domain> {
    let few = stretches.len() < FEW;
    let least_secs = extent_secs * if few { WORTH_IT_FOR_FEW } else { WORTH_IT };
    let mut gaps = Vec::new();
    let Some(first) = stretches.first().filter(|_| stretches.len() >= LEAST) else { return gaps };
    let mut until_sec = first.end_sec;
    for stretch in stretches {
        if stretch.start_sec - until_sec > least_secs {
            gaps.push(Domain { start_sec: until_sec, end_sec: stretch.start_sec });
        }
        until_sec = until_sec.max(stretch.end_sec);
    }
    gaps.retain(|gap| few || median_below(stretches, gap.len_secs() / TIMES_MEDIAN));
    gaps
}

/// Whether the median from one start to the next is below so many seconds: whether most are.
fn median_below(stretches: &[Domain], secs: f64) -> bool {
    let below = stretches.windows(2).filter(|pair| pair[1].start_sec - pair[0].start_sec < secs).count();
    below * 2 >= stretches.len()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(start_sec: f64, end_sec: f64) -> Domain {
        Domain { start_sec, end_sec }
    }

    fn at(secs: &[f64]) -> Vec<Domain> {
        secs.iter().map(|&sec| of(sec, sec)).collect()
    }

    fn short(start_sec: f64, end_sec: f64, axis_secs: f64) -> AxisBreak {
        AxisBreak { stretch: of(start_sec, end_sec), axis_secs }
    }

    /// Some ten breaks somewhere in a billion years.
    fn some_breaks() -> impl Strategy<Value = AxisBreaks> {
        let places = prop::collection::vec((-3e16..3e16_f64, 1e6..1e16_f64, 0.001..0.9_f64), 0..10);
        places.prop_map(|places| {
            AxisBreaks::new(
                &places.iter().map(|&(start, len, share)| short(start, start + len, len * share)).collect::<Vec<_>>(),
            )
        })
    }

    #[test]
    fn breaks_that_no_axis_could_have_are_left_out() {
        let none = [short(5.0, 5.0, -1.0), short(5.0, 5.0, 0.0), short(0.0, 9.0, -3.0), short(0.0, 9.0, f64::NAN)];
        assert_eq!(AxisBreaks::new(&none), AxisBreaks::none());
    }

    #[test]
    fn an_axis_without_breaks_has_real_seconds() {
        for sec in [-4.4e17, 0.0, 12.5] {
            assert_eq!(AxisBreaks::none().axis_from_sec(sec), sec);
            assert_eq!(AxisBreaks::none().sec_from_axis(sec), sec);
        }
    }

    #[test]
    fn a_break_takes_up_less_and_everything_after_moves_up() {
        let axis_breaks = AxisBreaks::new(&[short(200.0, 300.0, 20.0), short(100.0, 150.0, 10.0)]);
        let pairs = [
            (0.0, 0.0),
            (100.0, 100.0),
            (125.0, 105.0),
            (150.0, 110.0),
            (200.0, 160.0),
            (250.0, 170.0),
            (310.0, 190.0),
        ];
        for (sec, axis_sec) in pairs {
            assert_eq!(axis_breaks.axis_from_sec(sec), axis_sec);
            assert_eq!(axis_breaks.sec_from_axis(axis_sec), sec);
        }
        assert_eq!(axis_breaks.axis_from_domain(of(0.0, 250.0)), of(0.0, 170.0));
        assert_eq!(axis_breaks.sec_from_domain(of(105.0, 190.0)), of(125.0, 310.0));
    }

    #[test]
    fn what_is_not_hidden_is_what_lies_between_the_breaks() {
        let axis_breaks = AxisBreaks::new(&[short(100.0, 150.0, 10.0), short(200.0, 300.0, 20.0)]);
        let open = |start_sec, end_sec| axis_breaks.unbroken(axis_breaks.axis_from_domain(of(start_sec, end_sec)));
        assert_eq!(open(0.0, 400.0), [of(0.0, 100.0), of(150.0, 200.0), of(300.0, 400.0)]);
        assert_eq!(open(125.0, 250.0), [of(150.0, 200.0)]);
        assert_eq!(open(220.0, 280.0), []);
        assert_eq!(open(300.0, 310.0), [of(300.0, 310.0)]);
        assert_eq!(AxisBreaks::none().unbroken(of(1.0, 2.0)), [of(1.0, 2.0)]);
    }

    #[test]
    fn breaks_that_fold_nothing_or_overlap_are_left_out() {
        let kept = short(0.0, 100.0, 5.0);
        for other in [
            short(50.0, 500.0, 5.0),
            short(200.0, 210.0, 10.0),
            short(200.0, 300.0, 0.0),
            short(200.0, 300.0, -1.0),
            short(200.0, 300.0, f64::NAN),
            short(300.0, 200.0, 1.0),
            short(f64::NAN, 300.0, 1.0),
            short(200.0, f64::INFINITY, 1.0),
            short(4e17, 4.1e17, 1.0),
        ] {
            assert_eq!(AxisBreaks::new(&[kept, other]).all(), [kept], "{other:?}");
        }
        assert_eq!(AxisBreaks::new(&[kept, short(100.0, 200.0, 5.0)]).all().len(), 2, "they only touch");
    }

    #[test]
    fn a_long_silence_between_two_bursts_is_folded_to_a_thirtieth_of_the_rest() {
        let mut secs: Vec<f64> = (0..20).map(f64::from).collect();
        secs.extend((0..20).map(|n| 1_000.0 + f64::from(n)));
        let axis_breaks = AxisBreaks::of_gaps(&at(&secs), of(-1.0, 1_020.0));
        let [only] = axis_breaks.all() else { panic!("{axis_breaks:?}") };
        let axis_secs = (1_021.0 - 981.0) / 30.0;
        assert!((only.axis_secs - axis_secs).abs() < 1e-9);
        assert!((only.stretch.start_sec - 19.0 - axis_secs).abs() < 1e-9, "what is left of it is as long as the break");
        assert!((1_000.0 - only.stretch.end_sec - axis_secs).abs() < 1e-9);
    }

    #[test]
    fn an_even_story_and_one_of_two_events_are_not_folded() {
        let even: Vec<f64> = (0..100).map(|n| f64::from(n) * 10.0).collect();
        assert_eq!(AxisBreaks::of_gaps(&at(&even), of(0.0, 1_000.0)), AxisBreaks::none());
        assert_eq!(AxisBreaks::of_gaps(&at(&[0.0, 1_000.0]), of(-50.0, 1_050.0)), AxisBreaks::none());
        assert_eq!(AxisBreaks::of_gaps(&[], of(0.0, 1.0)), AxisBreaks::none());
        assert_eq!(AxisBreaks::of_gaps(&at(&[7.0; 9]), of(7.0, 7.0)), AxisBreaks::none());
    }

    #[test]
    fn between_few_events_only_a_third_of_the_whole_is_folded() {
        let quarter = at(&[0.0, 250.0, 500.0, 750.0, 1_000.0]);
        assert_eq!(AxisBreaks::of_gaps(&quarter, of(0.0, 1_000.0)), AxisBreaks::none());
        assert_eq!(AxisBreaks::of_gaps(&at(&[0.0, 10.0, 1_000.0]), of(0.0, 1_000.0)).all().len(), 1);
    }

    #[test]
    fn what_lasts_through_a_silence_keeps_it_open() {
        let mut stretches = at(&[0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0, 1_000.0]);
        assert_eq!(AxisBreaks::of_gaps(&stretches, of(0.0, 1_000.0)).all().len(), 1);
        stretches[1].end_sec = 990.0;
        assert_eq!(AxisBreaks::of_gaps(&stretches, of(0.0, 1_000.0)), AxisBreaks::none());
    }

    proptest! {
        #[test]
        fn the_axis_grows_with_time(axis_breaks in some_breaks(), mut secs in prop::collection::vec(-4e16..4e16_f64, 2..40)) {
            secs.extend(axis_breaks.all().iter().flat_map(|it| {
                let Domain { start_sec, end_sec } = it.stretch;
                [start_sec.next_down(), start_sec, start_sec.next_up(), end_sec.next_down(), end_sec, end_sec.next_up()]
            }));
            secs.sort_by(f64::total_cmp);
            for pair in secs.windows(2) {
                prop_assert!(axis_breaks.axis_from_sec(pair[0]) <= axis_breaks.axis_from_sec(pair[1]), "{:?}", pair);
                prop_assert!(axis_breaks.sec_from_axis(pair[0]) <= axis_breaks.sec_from_axis(pair[1]), "{:?}", pair);
            }
        }

        #[test]
        fn a_place_on_the_axis_survives_the_round_trip(axis_breaks in some_breaks(), axis_sec in -4e16..4e16_f64) {
            let back = axis_breaks.axis_from_sec(axis_breaks.sec_from_axis(axis_sec));
            prop_assert!((back - axis_sec).abs() <= 64.0, "{} came back as {}", axis_sec, back);
        }

        #[test]
        fn a_second_survives_the_round_trip(axis_breaks in some_breaks(), sec in -4e16..4e16_f64) {
            // A break that is a thousandth of its stretch keeps a thousandth of what an f64 can tell apart.
            let back = axis_breaks.sec_from_axis(axis_breaks.axis_from_sec(sec));
            prop_assert!((back - sec).abs() <= 64_000.0, "{} came back as {}", sec, back);
        }

        #[test]
        fn what_is_folded_is_empty_and_never_more_than_seven_stretches(
            mut starts in prop::collection::vec((0.0..1_000.0_f64, 0.0..50.0_f64), 0..40),
        ) {
            starts.sort_by(|a, b| a.0.total_cmp(&b.0));
            let stretches: Vec<Domain> = starts.iter().map(|&(start, len)| of(start, start + len)).collect();
            let axis_breaks = AxisBreaks::of_gaps(&stretches, of(-10.0, 1_060.0));
            prop_assert!(axis_breaks.all().len() <= 7);
            for it in axis_breaks.all() {
                prop_assert!(stretches.iter().all(|stretch| !stretch.intersects(it.stretch)));
                prop_assert!(it.axis_secs < it.stretch.len_secs());
            }
        }
    }
}
