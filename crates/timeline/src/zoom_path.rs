//! The way from one view to another that the eye can follow: out, across and in again, at an even pace.
//!
//! Source: J. J. van Wijk and W. A. A. Nuij, "Smooth and efficient zooming and panning", IEEE Symposium on Information
//! Visualization 2003, with one dimension for their two.

use crate::Domain;

/// How much zooming counts beside panning, squared. The authors' readers liked the square root of 2 best.
const RHO_2: f64 = 2.0;

/// A path from one stretch of time in view to another.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ZoomPath {
    from: Domain,
    to: Domain,
    /// The paper's r(0), where the path begins on its curve.
    start: f64,
    /// How far it goes along that curve; the logarithm of the zoom where the centre stays.
    way: f64,
    /// The point that stays in place where one view holds the other: it only zooms about that.
    fixed_sec: Option<f64>,
}

impl ZoomPath {
    /// The path between two views. Between views without a length it is a jump.
    #[must_use]
    pub fn new(from: Domain, to: Domain) -> Self {
        let (from_secs, to_secs) = (from.len_secs(), to.len_secs());
        let jump = Self { from, to, start: 0.0, way: 0.0, fixed_sec: None };
        if !(from.is_valid() && to.is_valid() && from_secs > 0.0 && to_secs > 0.0) {
            return jump;
        }
        let fixed_sec = fixed_sec(from, to);
        if fixed_sec.is_some() || from == to {
            return Self { way: (to_secs / from_secs).ln(), fixed_sec, ..jump };
        }
        let far_secs = (to.middle_sec() - from.middle_sec()).abs();
        // The paper's b(0) and b(1), divided so that no length is squared: years are 1e17 s.
        let b = |of_secs: f64, sign: f64| {
            let grown = (to_secs - from_secs) / of_secs * ((to_secs + from_secs) / far_secs);
            (grown + sign * RHO_2 * RHO_2 * (far_secs / of_secs)) / (2.0 * RHO_2)
        };
        let start = -asinh(b(from_secs, 1.0));
        Self { start, way: -asinh(b(to_secs, -1.0)) - start, ..jump }
    }

    /// How long it seems to the eye, in the paper's measure: a zoom by e, or a pan by half a view, is about 0.7.
    /// Nothing where the two views are the same.
    #[must_use]
    pub fn len(&self) -> f64 {
        self.way.abs() / RHO_2.sqrt()
    }

    /// Whether there is nowhere to go.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.way == 0.0
    }

    /// What is in view after a part of the path, from 0 to 1; exactly the two views at its ends and beyond.
    #[must_use]
    pub fn at(&self, part: f64) -> Domain {
        if part <= 0.0 {
            return self.from;
        }
        if self.is_empty() || part.is_nan() || part >= 1.0 {
            return self.to;
        }
        // From the nearer end, so that the digits of the other, perhaps a billion times longer one, do no harm.
        if part <= 0.5 { self.first_half(part) } else { self.reversed().first_half(1.0 - part) }
    }

    fn reversed(&self) -> Self {
        let zooms = self.fixed_sec.is_some();
        let (start, way) = if zooms { (0.0, -self.way) } else { (-(self.start + self.way), self.way) };
        Self { from: self.to, to: self.from, start, way, fixed_sec: self.fixed_sec }
    }

    fn first_half(&self, part: f64) -> Domain {
        let gone = part * self.way;
        if let Some(fixed_sec) = self.fixed_sec {
            let zoomed = |sec: f64| fixed_sec + (sec - fixed_sec) * gone.exp();
            return Domain { start_sec: zoomed(self.from.start_sec), end_sec: zoomed(self.from.end_sec) };
        }
        let (from_secs, from_sec) = (self.from.len_secs(), self.from.middle_sec());
        let slope = cosh(self.start + gone);
        // The paper's cosh r0 tanh(r0 + s) - sinh r0 is sinh s / cosh(r0 + s), which loses no digits.
        let panned_secs = from_secs / RHO_2 * (sinh(gone) / slope);
        let middle_sec = from_sec + panned_secs.copysign(self.to.middle_sec() - from_sec);
        let half_secs = from_secs * (cosh(self.start) / slope) / 2.0;
        Domain { start_sec: middle_sec - half_secs, end_sec: middle_sec + half_secs }
    }
}

/// The point at the same place in two views of which one holds the other.
fn fixed_sec(from: Domain, to: Domain) -> Option<f64> {
    let (at_start, at_end) = (to.start_sec - from.start_sec, from.end_sec - to.end_sec);
    let nested = at_start * at_end >= 0.0 && at_start + at_end != 0.0;
    // Reckoned from the shorter view, of which the longer one's digits know little.
    let shorter = if from.len_secs() < to.len_secs() { from } else { to };
    nested.then(|| shorter.start_sec + shorter.len_secs() * (at_start / (at_start + at_end)))
}

// Made of exp and ln, which the widget carries anyhow; the standard ones bring a kilobyte each.

fn sinh(x: f64) -> f64 {
    (x.exp() - (-x).exp()) / 2.0
}

fn cosh(x: f64) -> f64 {
    f64::midpoint(x.exp(), (-x).exp())
}

fn asinh(x: f64) -> f64 {
    let size = x.abs();
    (size + (size * size + 1.0).sqrt()).ln().copysign(x)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(middle_sec: f64, len_secs: f64) -> Domain {
        Domain { start_sec: middle_sec - len_secs / 2.0, end_sec: middle_sec + len_secs / 2.0 }
    }

    /// Views as long as a viewport has them so far from 1970.
    fn any_view() -> impl Strategy<Value = Domain> {
        (-1e17..1e17_f64, 5.0..17.6_f64).prop_map(|(middle, exp)| of(middle, 10_f64.powf(exp)))
    }

    #[test]
    fn a_long_way_is_seen_from_above() {
        let path = ZoomPath::new(of(0.0, 1.0), of(100.0, 1.0));
        let halfway = path.at(0.5);
        assert!((halfway.middle_sec() - 50.0).abs() < 1e-6);
        assert!(halfway.len_secs() > 50.0, "{halfway:?}");
        let next_door = ZoomPath::new(of(0.0, 1.0), of(0.1, 1.0));
        assert!(next_door.at(0.5).len_secs() < 1.1);
        assert!(next_door.len() < path.len());
    }

    #[test]
    fn the_shape_is_that_of_the_reference() {
        // The paper's formulae as they stand there, which are exact enough at so small a ratio.
        let path = ZoomPath::new(of(0.0, 10.0), of(30.0, 2.0));
        let reference = |part: f64| {
            let (w0, w1, d) = (10.0_f64, 2.0_f64, 30.0_f64);
            let b0 = (w1 * w1 - w0 * w0 + 4.0 * d * d) / (2.0 * w0 * 2.0 * d);
            let b1 = (w1 * w1 - w0 * w0 - 4.0 * d * d) / (2.0 * w1 * 2.0 * d);
            let (r0, r1) = (((b0 * b0 + 1.0).sqrt() - b0).ln(), ((b1 * b1 + 1.0).sqrt() - b1).ln());
            let s = part * (r1 - r0);
            let u = w0 / (2.0 * d) * (r0.cosh() * (s + r0).tanh() - r0.sinh());
            (u * d, w0 * r0.cosh() / (s + r0).cosh())
        };
        for part in [0.1, 0.25, 0.5, 0.9] {
            let (middle_sec, len_secs) = reference(part);
            assert!((path.at(part).middle_sec() - middle_sec).abs() < 1e-6, "{part}");
            assert!((path.at(part).len_secs() - len_secs).abs() < 1e-6, "{part}");
        }
    }

    #[test]
    fn zooming_in_by_a_million_billions_stays_on_its_target() {
        let (from, to) = (of(0.0, 1e17), of(1e7, 100.0));
        let path = ZoomPath::new(from, to);
        for step in 0..=1000 {
            let seen = path.at(f64::from(step) / 1000.0);
            assert!(seen.is_valid() && seen.len_secs() > 0.0, "{seen:?}");
            let off = (to.middle_sec() - seen.middle_sec()).abs() / seen.len_secs();
            assert!(off < 1.0, "the target is {off} views away at step {step}");
        }
    }

    #[test]
    fn zooming_about_a_point_keeps_it_in_place() {
        let (from, to) = (Domain { start_sec: 0.0, end_sec: 100.0 }, Domain { start_sec: 60.0, end_sec: 88.0 });
        let share = 60.0 / 72.0;
        let fixed_sec = from.start_sec + share * from.len_secs();
        for step in 0..=20 {
            let seen = ZoomPath::new(from, to).at(f64::from(step) / 20.0);
            assert!((seen.start_sec + share * seen.len_secs() - fixed_sec).abs() < 1e-9, "{seen:?}");
        }
    }

    #[test]
    fn views_without_a_length_are_jumped_to() {
        for (from, to) in [
            (of(0.0, 0.0), of(5.0, 1.0)),
            (of(0.0, 1.0), of(5.0, 0.0)),
            (of(f64::NAN, 1.0), of(0.0, 1.0)),
            (of(0.0, 1.0), of(0.0, 1.0)),
        ] {
            let path = ZoomPath::new(from, to);
            assert!(path.is_empty() && path.len() == 0.0);
            assert_eq!(path.at(0.5), to);
        }
    }

    proptest! {
        #[test]
        fn it_ends_at_both_ends_and_is_a_view_all_along(from in any_view(), to in any_view()) {
            let path = ZoomPath::new(from, to);
            prop_assert_eq!(path.at(0.0), from);
            prop_assert_eq!(path.at(1.0), to);
            for step in 1..100 {
                let seen = path.at(f64::from(step) / 100.0);
                prop_assert!(seen.is_valid() && seen.len_secs() > 0.0, "{:?}", seen);
            }
            let nearly = [(path.at(1e-9), from), (path.at(1.0 - 1e-9), to)];
            for (seen, end) in nearly {
                let slack_secs = 1e-5 * end.len_secs() + 1e-6 * (from.middle_sec() - to.middle_sec()).abs() + 256.0;
                prop_assert!((seen.middle_sec() - end.middle_sec()).abs() < slack_secs, "{:?} {:?}", seen, end);
                prop_assert!((seen.len_secs() - end.len_secs()).abs() < slack_secs, "{:?} {:?}", seen, end);
            }
        }

        #[test]
        fn the_centre_never_turns_back(from in any_view(), to in any_view()) {
            let path = ZoomPath::new(from, to);
            let forward = (to.middle_sec() - from.middle_sec()).signum();
            let middles: Vec<f64> = (0..=50).map(|step| path.at(f64::from(step) / 50.0).middle_sec()).collect();
            for pair in middles.windows(2) {
                prop_assert!((pair[1] - pair[0]) * forward >= -256.0, "{:?}", pair);
            }
        }

        #[test]
        fn about_one_centre_it_only_zooms(exp in 0.0..15.0_f64, middle_sec in -1e3..1e3_f64) {
            let (near, wide) = (of(middle_sec, 10.0), of(middle_sec, 10_f64.powf(exp + 1.0)));
            for (path, sign) in [(ZoomPath::new(near, wide), 1.0), (ZoomPath::new(wide, near), -1.0)] {
                for step in 0..50 {
                    let (seen, next) = (path.at(f64::from(step) / 50.0), path.at(f64::from(step + 1) / 50.0));
                    prop_assert!((next.len_secs() - seen.len_secs()) * sign >= -1e-9 * seen.len_secs());
                }
            }
        }

        #[test]
        fn the_way_back_is_the_way(from in any_view(), to in any_view(), part in 0.0..1.0_f64) {
            let (there, back) = (ZoomPath::new(from, to).at(part), ZoomPath::new(to, from).at(1.0 - part));
            let slack_secs = 1e-3 * there.len_secs() + 256.0;
            prop_assert!((there.start_sec - back.start_sec).abs() < slack_secs, "{:?} {:?}", there, back);
            prop_assert!((there.end_sec - back.end_sec).abs() < slack_secs, "{:?} {:?}", there, back);
        }
    }
}
