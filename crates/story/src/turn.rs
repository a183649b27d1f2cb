//! The order of time: of what happened at an instant, and of what is only known to the day.
//!
//! What has a time stands in the order of the instants, whatever calendar or clock it was told by. What has none stands where
//! the author put it among its day: behind everything timed of an earlier day, and behind everything timed of its own day that
//! the author wrote before it, and before all else. Two things without a time stand in the order of their days, and on one day
//! as the author wrote them. What has no day at all stands last. Whoever wants a month to stand elsewhere than at its first
//! day says so in the turn that they give it.

use crate::{Event, Quote, When, day_from_sec};

/// What decides where something stands in the order of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Turn {
    /// The day by the calendar there, counted from 1970-01-01.
    pub day: i64,
    /// Where a time of day is known, the second since 1970-01-01T00:00:00Z.
    pub instant_sec: Option<i64>,
}

impl Turn {
    /// How many days something may stand behind what is of a later day: the farthest apart that calendars of two places are.
    pub const MOST_DAYS_APART: i64 = 2;
}

impl When {
    /// Its turn in the order of time, by the second that [`When::order_sec`] gives; `None` where neither end is known.
    #[must_use]
    pub fn turn(&self) -> Option<Turn> {
        let moment = self.first.moment().or(self.last.moment())?;
        let instant_sec = self.first.moment().map_or(moment.latest_instant_sec(), |first| first.earliest_instant_sec());
        Some(Turn { day: day_from_sec(self.order_sec()?), instant_sec: moment.is_timed().then_some(instant_sec) })
    }
}

/// The positions of rows in the order of time, each once; `turns` has the turn of each row, in the author's order.
#[must_use]
pub fn in_time(turns: &[Option<Turn>]) -> Vec<u32> {
    let rows = || (0_u32..).zip(turns);
    let mut timed: Vec<(i64, u32, i64)> = Vec::new();
    let mut untimed: Vec<(i64, u32)> = Vec::new();
    for (at, turn) in rows().filter_map(|(at, turn)| Some((at, (*turn)?))) {
        match turn.instant_sec {
            Some(sec) => timed.push((sec, at, turn.day)),
            None => untimed.push((turn.day, at)),
        }
    }
    timed.sort_unstable();
    untimed.sort_unstable();
    let undated = rows().filter(|(_, turn)| turn.is_none()).map(|(at, _)| at);
    merged(&timed, &untimed).into_iter().chain(undated).collect()
}

/// Both in one order: `timed` by instant, row and day, and `untimed` by day and row, each behind the timed ones that it follows.
fn merged(timed: &[(i64, u32, i64)], untimed: &[(i64, u32)]) -> Vec<u32> {
    let mut by_day: Vec<(i64, u32, usize)> =
        timed.iter().zip(1..).map(|((_, at, day), end)| (*day, *at, end)).collect();
    by_day.sort_unstable();
    let mut by_day = by_day.into_iter().peekable();
    let mut order = Vec::with_capacity(timed.len() + untimed.len());
    let mut told = 0;
    for own in untimed {
        let mut end = told;
        while let Some((.., behind)) = by_day.next_if(|(day, at, _)| (*day, *at) < *own) {
            end = end.max(behind);
        }
        order.extend(timed[told..end].iter().map(|(_, at, _)| *at));
        order.push(own.1);
        told = end;
    }
    order.extend(timed[told..].iter().map(|(_, at, _)| *at));
    order
}

/// Events in the order of time: by their dates, else by the day they were announced, else last.
#[must_use]
pub fn events_in_time(events: &[Event]) -> Vec<u32> {
    let of = |event: &Event| {
        let dates = [event.date.as_ref(), event.announced.as_ref()];
        dates.into_iter().flatten().find_map(|date| date.when.turn())
    };
    in_time(&events.iter().map(of).collect::<Vec<_>>())
}

/// Quotes in the order of time: by the day they were said, else by the day they were printed, else last. Unlike events they go
/// by the day there before the instant, since they are searched and counted by day; on one day, those without a time come
/// first, then those with one by instant.
#[must_use]
pub fn quotes_in_time(quotes: &[Quote]) -> Vec<u32> {
    let key = |quote: &Quote| {
        let dates = [quote.said.as_ref(), quote.known_from.as_ref()];
        let of = |when: When| when.turn().map(|turn| (turn.day, is_by_its_end(&when), turn.instant_sec));
        let key = dates.into_iter().flatten().find_map(|date| of(date.when));
        (key.is_none(), key)
    };
    let mut order: Vec<_> = (0_u32..).zip(quotes).map(|(at, quote)| (key(quote), at)).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at).collect()
}

/// Whether the end of a day stands for a date, because only that is known: on that day or before.
fn is_by_its_end(when: &When) -> bool {
    let last = when.last.moment().filter(|_| when.first.moment().is_none());
    last.is_some_and(|last| !last.is_timed())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const HOUR: i64 = 3_600;

    fn timed(day: i64, hour: i64) -> Option<Turn> {
        Some(Turn { day, instant_sec: Some(day * 24 * HOUR + hour * HOUR) })
    }

    fn untimed(day: i64) -> Option<Turn> {
        Some(Turn { day, instant_sec: None })
    }

    #[test]
    fn what_has_no_time_stands_where_the_author_put_it_among_its_day() {
        for (what, turns, expected) in [
            ("between two times", vec![timed(0, 9), untimed(0), timed(0, 11)], vec![0, 1, 2]),
            ("first of the day", vec![untimed(1), timed(1, 9), timed(0, 9)], vec![2, 0, 1]),
            ("last of the day", vec![timed(0, 9), untimed(0), timed(1, 0)], vec![0, 1, 2]),
            ("behind the later of two", vec![timed(0, 14), timed(0, 10), untimed(0)], vec![1, 0, 2]),
            ("behind what it follows", vec![timed(0, 14), untimed(0), timed(0, 10)], vec![2, 0, 1]),
            ("as it is written", vec![untimed(0), untimed(0), untimed(-1)], vec![2, 0, 1]),
            ("without a day", vec![None, untimed(0), None, timed(0, 0)], vec![1, 3, 0, 2]),
        ] {
            assert_eq!(in_time(&turns), expected, "{what}");
        }
    }

    #[test]
    fn instants_go_before_calendars_that_differ() {
        // 23:00 in New York on day 0 is 03:00 of day 1 in London, which is before 05:00 there.
        let new_york = Some(Turn { day: 0, instant_sec: Some(27 * HOUR) });
        let tokyo = Some(Turn { day: 1, instant_sec: Some(16 * HOUR) });
        let london = Some(Turn { day: 1, instant_sec: Some(28 * HOUR) });
        assert_eq!(in_time(&[london, new_york, tokyo]), [2, 1, 0]);
        assert_eq!(in_time(&[untimed(1), london, new_york]), [2, 0, 1]);
    }

    fn turns() -> impl Strategy<Value = Vec<Option<Turn>>> {
        let timed = (0_i64..80, -14_i64..=14)
            .prop_map(|(hour, offset)| Turn { day: (hour + offset).div_euclid(24), instant_sec: Some(hour * HOUR) });
        let untimed = (-1_i64..5).prop_map(|day| Turn { day, instant_sec: None });
        prop::collection::vec(
            prop_oneof![1 => Just(None), 6 => timed.prop_map(Some), 6 => untimed.prop_map(Some)],
            0..24,
        )
    }

    proptest! {
        #[test]
        fn every_row_has_one_place(turns in turns()) {
            let mut order = in_time(&turns);
            order.sort_unstable();
            prop_assert_eq!(order, (0..turns.len() as u32).collect::<Vec<_>>());
        }

        #[test]
        fn times_stand_by_instant_and_what_has_none_by_day_and_as_written(turns in turns()) {
            let order = in_time(&turns);
            let of = |at: &u32| turns[*at as usize];
            let timed: Vec<_> = order.iter().filter_map(|at| Some((of(at)?.instant_sec?, *at))).collect();
            let untimed: Vec<_> =
                order.iter().filter_map(|at| Some((of(at).filter(|turn| turn.instant_sec.is_none())?.day, *at))).collect();
            prop_assert!(timed.is_sorted() && untimed.is_sorted());
            prop_assert!(order.iter().map(|at| of(at).is_none()).is_sorted());
        }

        #[test]
        fn what_has_no_time_follows_what_it_must_and_no_more(turns in turns()) {
            let order = in_time(&turns);
            let place = |row: usize| order.iter().position(|at| *at as usize == row);
            for (row, own) in turns.iter().enumerate().filter_map(|(row, turn)| Some((row, (*turn)?))) {
                if own.instant_sec.is_some() {
                    continue;
                }
                let times = turns.iter().enumerate().filter_map(|(at, turn)| Some((at, (*turn)?.day, (*turn)?.instant_sec?)));
                let leaders: Vec<_> = times.clone().filter(|(at, day, _)| (*day, *at) < (own.day, row)).collect();
                let last = leaders.iter().map(|(at, _, sec)| (*sec, *at)).max();
                for (at, _, sec) in times {
                    let is_behind = last.is_some_and(|last| (sec, at) <= last);
                    prop_assert_eq!(place(at) < place(row), is_behind);
                }
            }
        }

        #[test]
        fn days_are_never_far_from_their_order(turns in turns()) {
            let days: Vec<i64> = in_time(&turns).iter().filter_map(|at| Some(turns[*at as usize]?.day)).collect();
            for (at, day) in days.iter().enumerate() {
                prop_assert!(days[at..].iter().all(|later| *later >= day - Turn::MOST_DAYS_APART));
            }
        }

        #[test]
        fn one_place_has_one_order_of_days(hours in prop::collection::vec((0_i64..80, any::<bool>()), 0..24)) {
            let of = |(hour, timed): &(i64, bool)| {
                Some(Turn { day: hour.div_euclid(24), instant_sec: timed.then_some(hour * HOUR) })
            };
            let turns: Vec<_> = hours.iter().map(of).collect();
            let days = in_time(&turns).into_iter().map(|at| turns[at as usize].map(|turn| turn.day));
            prop_assert!(days.is_sorted());
        }
    }
}
