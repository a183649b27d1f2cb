//! What a reader may rely on in a lane, first by example, then for any subjects at any level.

use super::labels::PAD_PX;
use super::*;
use crate::region::{CLUSTER, region_of};
use proptest::prelude::*;

const EXTENT: Domain = Domain { start_sec: 0.0, end_sec: 1_000.0 };
/// The level at which a second takes a px.
const ONE: Level = Level(180);

fn placed(subjects: &[Subject], known_sec: Option<f64>) -> Vec<Placement> {
    place(subjects, &Walls { extent: EXTENT, view: EXTENT, known_sec })
}

fn subject(key: u32, place_sec: f64) -> Subject {
    Subject {
        key,
        place_sec,
        form: Form::Mark,
        turn: key,
        label_px: 80.0,
        bar_label_px: 120.0,
        leads: false,
        settled: true,
        from: Level(0),
    }
}

fn placement_of(placements: &[Placement], key: u32, level: Level) -> Option<Placement> {
    placements
        .iter()
        .copied()
        .find(|placement| placement.key == key && placement.from <= level && level < placement.until)
}

#[test]
fn the_first_in_turn_is_named_from_the_first_level_on() {
    let placements = placed(&[subject(1, 500.0), subject(0, 502.0)], None);
    let first = placement_of(&placements, 0, Level::of(NARROWEST_PX / 1_000.0)).expect("it has a label");
    assert_eq!((first.row, first.flip, first.width_px), (Row::Label(0), false, 80));
    let second = placements.iter().find(|placement| placement.key == 1).expect("it has a label too");
    assert!(second.row == Row::Label(1) && !second.flip, "in the next row, where the first is taken");
}

#[test]
fn a_label_of_the_past_does_not_cross_the_known_line_and_one_of_the_future_does() {
    let ahead = Subject { settled: false, ..subject(1, 500.0) };
    let placements = placed(&[subject(0, 500.0)], Some(510.0));
    assert!(placements[0].flip);
    assert!(!placed(&[ahead], Some(510.0))[0].flip);
}

#[test]
fn labels_stay_on_the_axis() {
    let placements = placed(&[subject(0, 1.0), subject(1, 999.0)], None);
    assert_eq!(placements.iter().map(|placement| placement.flip).collect::<Vec<_>>(), [false, true]);
}

#[test]
fn what_lasted_is_named_as_a_mark_until_it_is_long_enough_to_be_a_bar() {
    let lasting = Subject { form: Form::Lasting(Domain { start_sec: 500.0, end_sec: 516.0 }), ..subject(0, 500.0) };
    let placements = placed(&[lasting], None);
    let rows: Vec<_> = placements.iter().map(|placement| (placement.row, placement.until)).collect();
    assert_eq!(rows, [(Row::Label(0), ONE), (Row::Bar(0), Level::NEVER)]);
    assert_eq!(placements[1].from, ONE);
}

#[test]
fn bars_that_overlap_stand_in_rows_of_their_own_and_where_there_is_none_left_in_thin_ones() {
    let long = |key: u32| Subject {
        form: Form::Lasting(Domain { start_sec: f64::from(key), end_sec: 900.0 }),
        ..subject(key, f64::from(key))
    };
    let subjects: Vec<Subject> = (0..6).map(long).collect();
    let placements = placed(&subjects, None);
    let bars: Vec<_> = placements
        .iter()
        .filter(|placement| !matches!(placement.row, Row::Label(_)))
        .map(|placement| (placement.key, placement.row))
        .collect();
    let (wide, thin) = ((0..4).map(|n| (u32::from(n), Row::Bar(n))), (0..2).map(|n| (u32::from(n) + 4, Row::Thin(n))));
    assert_eq!(bars, wide.chain(thin).collect::<Vec<_>>());
}

#[test]
fn plans_without_a_date_hang_in_rows_of_their_own() {
    let float = |key: u32| Subject { form: Form::Float, ..subject(key, 500.0) };
    let rows: Vec<_> = placed(&[float(0), float(1)], None).iter().map(|placement| placement.row).collect();
    assert_eq!(rows, [Row::Float(0), Row::Float(1)]);
}

#[test]
fn a_cluster_is_counted_and_only_its_first_is_named_until_it_parts() {
    let subjects: Vec<Subject> = (0..200).map(|key| subject(key, 500.0 + f64::from(key) * 0.01)).collect();
    let placements = placed(&subjects, None);
    let named = placements.iter().filter(|placement| placement.from <= ONE).count();
    assert_eq!(named, 1);
    assert!(placements.len() > 100, "further in, they part");
}

#[test]
fn what_is_folded_at_the_first_levels_has_no_place_there() {
    let late = Subject { from: ONE, ..subject(0, 500.0) };
    assert_eq!(placed(&[late], None)[0].from, ONE);
}

#[test]
fn an_axis_of_nothing_has_no_places() {
    let nothing = Domain { start_sec: 5.0, end_sec: 5.0 };
    assert!(place(&[subject(0, 5.0)], &Walls { extent: nothing, view: nothing, known_sec: None }).is_empty());
    assert!(placed(&[], None).is_empty());
}

fn any_subjects() -> impl Strategy<Value = Vec<Subject>> {
    let form = prop_oneof![
        6 => Just(0_u8),
        2 => Just(1),
        1 => Just(2),
        1 => Just(3),
    ];
    let place = prop_oneof![0.0..1_000.0_f64, 400.0..410.0_f64, Just(405.0)];
    let one = (place, form, 0.1..300.0_f64, 20.0..200.0_f64, any::<bool>());
    proptest::collection::vec(one, 0..80).prop_map(|mut all| {
        all.sort_by(|a, b| a.0.total_cmp(&b.0));
        let len = all.len() as u32;
        let subject = |(at, (place_sec, form, len_secs, label_px, settled)): (usize, (f64, u8, f64, f64, bool))| {
            let domain = Domain { start_sec: place_sec, end_sec: place_sec + len_secs };
            let form = [Form::Mark, Form::Lasting(domain), Form::Window(domain), Form::Float][usize::from(form)];
            let turn = (at as u32 * 7_919 + 13) % len.max(1) * 1_000 + at as u32;
            Subject { form, turn, label_px, settled, bar_label_px: label_px * 1.2, ..subject(at as u32, place_sec) }
        };
        all.into_iter().enumerate().map(subject).collect()
    })
}

/// The box of a label at a scale: stem, from, to.
fn label_px(placement: &Placement, subject: &Subject, px_per_sec: f64) -> (f64, f64, f64) {
    let stem_px = subject.place_sec * px_per_sec;
    let len_px = f64::from(placement.width_px) - 1.0 + 2.0 * PAD_PX;
    if placement.flip { (stem_px, stem_px - len_px, stem_px) } else { (stem_px, stem_px, stem_px + len_px) }
}

#[test]
fn of_sixteen_that_last_side_by_side_each_is_a_bar_or_a_thin_bar() {
    let life = |key: u32| {
        let start_sec = 100.0 + 30.0 * f64::from(key);
        Subject { form: Form::Lasting(Domain { start_sec, end_sec: start_sec + 480.0 }), ..subject(key, start_sec) }
    };
    let placements = placed(&(0..16).map(life).collect::<Vec<_>>(), None);
    for level in (179..220).map(Level) {
        let is_bar = |placement: &&Placement| matches!(placement.row, Row::Bar(_) | Row::Thin(_));
        let bars =
            placements.iter().filter(is_bar).filter(|placement| placement.from <= level && level < placement.until);
        assert_eq!(bars.count(), 16, "{level:?}");
    }
}

#[test]
fn what_leads_has_its_label_cut_short_rather_than_none_and_more_of_it_until_there_is_room_for_all() {
    let wide = Subject { label_px: 190.0, leads: true, ..subject(0, 150.0) };
    // The first level draws the axis over some 400 px; the record ends on it 40 px after the mark.
    let placements = placed(&[wide], Some(250.0));
    let widths: Vec<u16> = placements.iter().map(|placement| placement.width_px).collect();
    assert!(widths.len() > 2 && widths.last() == Some(&190), "{widths:?}");
    assert!(widths.is_sorted_by(|before, after| before < after), "more of it as the room grows: {widths:?}");
    let other = placed(&[Subject { leads: false, ..wide }], Some(250.0));
    assert!(other[0].from > placements[0].from);
}

proptest! {
    #[test]
    fn what_leads_has_a_label_wherever_another_near_it_has_one(subjects in any_subjects(), level in 171..210_u8) {
        let leading = |it: Subject| Subject { form: Form::Mark, leads: it.turn.is_multiple_of(5), turn: it.turn + if it.turn.is_multiple_of(5) { 0 } else { 1 << 20 }, ..it };
        let subjects: Vec<Subject> = subjects.into_iter().map(leading).collect();
        let placements = placed(&subjects, None);
        let level = Level(level);
        let px = |key: u32| subjects[key as usize].place_sec * level.px_per_sec();
        let is_named = |key: u32| placement_of(&placements, key, level).is_some();
        let leads = |key: &u32| subjects[*key as usize].leads;
        // What has just got its label stands by no leading one that waits for its own.
        let got = placements.iter().filter(|placement| placement.from == level).map(|placement| placement.key);
        let others = got.filter(|key| !leads(key) && !placements.iter().any(|placement| placement.key == *key && placement.from < level));
        for other in others {
            let waits = |key: &u32| leads(key) && !is_named(*key) && (px(*key) - px(other)).abs() < 190.0;
            for key in (0..subjects.len() as u32).filter(waits) {
                let stacked = |it: &u32| leads(it) && is_named(*it) && (px(*it) - px(key)).abs() <= 17.0;
                let is_stacked = (0..subjects.len() as u32).any(|it| stacked(&it));
                let cell = |key: u32| (px(key) / CELL_PX).floor();
                let is_late = (0..subjects.len() as u32).filter(|it| leads(it) && cell(*it) == cell(key)).count() > CHANCES;
                prop_assert!(is_stacked || is_late, "{} has a label and {} has none", other, key);
            }
        }
    }

    #[test]
    fn labels_never_meet_at_any_level(subjects in any_subjects(), level in 165..222_u8) {
        let placements = placed(&subjects, Some(700.0));
        let px_per_sec = Level(level).px_per_sec();
        let shown: Vec<_> = placements
            .iter()
            .filter(|placement| placement.from.0 <= level && level < placement.until.0)
            .filter_map(|placement| match placement.row {
                Row::Label(row) => Some((row, label_px(placement, &subjects[placement.key as usize], px_per_sec))),
                _ => None,
            })
            .collect();
        for (at, (row, (stem_px, start_px, end_px))) in shown.iter().enumerate() {
            for (other, (other_row, (_, other_start_px, other_end_px))) in shown.iter().enumerate() {
                if at == other {
                    continue;
                }
                let slack_px = 1e-6;
                prop_assert!(row != other_row || end_px <= other_start_px || other_end_px <= start_px, "they meet");
                let clear = *stem_px <= other_start_px + slack_px || *stem_px >= other_end_px - slack_px;
                prop_assert!(row < other_row || clear, "a stem runs through a label");
            }
        }
    }

    #[test]
    fn bars_of_a_row_never_meet_at_any_level(subjects in any_subjects(), level in 165..222_u8) {
        let placements = placed(&subjects, None);
        let px_per_sec = Level(level).px_per_sec();
        let mut bars: Vec<_> = placements
            .iter()
            .filter(|placement| placement.from.0 <= level && level < placement.until.0)
            .filter_map(|placement| match (placement.row, subjects[placement.key as usize].form) {
                (Row::Bar(_) | Row::Thin(_), Form::Lasting(domain) | Form::Window(domain)) => Some((placement.row, domain)),
                _ => None,
            })
            .collect();
        bars.sort_by(|a, b| a.0.cmp(&b.0).then(a.1.start_sec.total_cmp(&b.1.start_sec)));
        for pair in bars.windows(2) {
            let gap_px = (pair[1].1.start_sec - pair[0].1.end_sec) * px_per_sec;
            prop_assert!(pair[0].0 != pair[1].0 || gap_px >= 0.0, "{} px", gap_px);
        }
    }

    #[test]
    fn nobody_has_two_places_at_once_and_places_are_sorted(subjects in any_subjects()) {
        let placements = placed(&subjects, None);
        let key = |placement: &Placement| (placement.from, placement.row, subjects[placement.key as usize].place_sec);
        prop_assert!(placements.windows(2).all(|pair| key(&pair[0]) <= key(&pair[1])));
        for placement in &placements {
            let is_thin = |placement: &Placement| matches!(placement.row, Row::Thin(_));
            let also = |other: &&Placement| other.key == placement.key && other.from < placement.until && placement.from < other.until;
            prop_assert_eq!(placements.iter().filter(also).filter(|other| is_thin(other) == is_thin(placement)).count(), 1);
        }
    }

    #[test]
    fn a_clustered_region_has_one_name(subjects in any_subjects(), level in 168..210_u8) {
        let level = Level(level);
        let subjects: Vec<Subject> = subjects.into_iter().map(|it| Subject { form: Form::Mark, ..it }).collect();
        let placements = placed(&subjects, None);
        let region = |sec: f64| region_of(sec, level);
        for placement in placements.iter().filter(|placement| placement.from == level) {
            let own = region(subjects[placement.key as usize].place_sec);
            let all = subjects.iter().filter(|it| region(it.place_sec) == own).count();
            let named = |it: &&Placement| it.from <= level && level < it.until && region(subjects[it.key as usize].place_sec) == own;
            prop_assert!(all <= CLUSTER || placements.iter().filter(named).count() == 1);
        }
    }
}
