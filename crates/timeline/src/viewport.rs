//! Which stretch of time is in view, and how panning and zooming change it.

use crate::{Domain, TimeScale};

/// The shortest stretch that can fill a view, in seconds. Far from 1970 the limit is longer, see [`Viewport`].
pub const MIN_LEN_SECS: f64 = 0.05;

/// The shortest extent, in seconds: a story of one moment stands in a stretch of these.
const MIN_EXTENT_SECS: f64 = 10.0;

/// One pixel of a view must be many times what an `f64` can tell apart; 2^-40 of the distance from 1970 leaves about
/// four steps a pixel on a screen of a thousand.
const RESOLUTION: f64 = 1.0 / (1_u64 << 40) as f64;

/// The stretch of time in view, always within what can be reached at all.
///
/// Every change returns a new viewport and keeps three promises: the domain lies within the extent, is never longer
/// than it, and never shorter than [`MIN_LEN_SECS`] (or, billions of years away, than an `f64` can resolve).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// What is in view.
    pub domain: Domain,
    /// What can be reached at all: the story and a margin.
    pub extent: Domain,
}

impl Viewport {
    /// A view of all that can be reached. An extent that is too short to be seen is widened about its middle; one
    /// that is not valid becomes the first seconds of 1970.
    #[must_use]
    pub fn whole(extent: Domain) -> Self {
        let valid = if extent.is_valid() { extent } else { Domain { start_sec: 0.0, end_sec: 0.0 } };
        let short_secs = (min_len_secs(valid).max(MIN_EXTENT_SECS) - valid.len_secs()).max(0.0);
        let extent =
            Domain { start_sec: valid.start_sec - short_secs / 2.0, end_sec: valid.end_sec + short_secs / 2.0 };
        Self { domain: extent, extent }
    }

    /// The same reach, with another stretch in view: as near to `domain` as the limits allow, and exactly that where
    /// they do.
    #[must_use]
    pub fn fit(self, domain: Domain) -> Self {
        if !domain.is_valid() {
            return self;
        }
        let extent = self.extent;
        let least_secs = min_len_secs(extent);
        if domain.len_secs() >= least_secs && extent.holds(domain) {
            return Self { domain, extent };
        }
        let len_secs = domain.len_secs().max(least_secs).min(extent.len_secs());
        let start_sec = (domain.middle_sec() - len_secs / 2.0).min(extent.end_sec - len_secs).max(extent.start_sec);
        Self { domain: Domain { start_sec, end_sec: (start_sec + len_secs).min(extent.end_sec) }, extent }
    }

    /// The view after a drag by `dx_px`, over a width of `width_px`: what is drawn follows the hand, so a drag to the
    /// right shows earlier times. Stops at the ends of the extent.
    #[must_use]
    pub fn pan_by_px(self, dx_px: f64, width_px: f64) -> Self {
        let secs = self.scale(width_px).secs_from_px(dx_px);
        self.fit(Domain { start_sec: self.domain.start_sec - secs, end_sec: self.domain.end_sec - secs })
    }

    /// The view after zooming in (`factor` above 1) or out (below 1) about the time at `x_px`, which stays where it is
    /// unless the ends of the extent are in the way.
    #[must_use]
    pub fn zoom_at(self, x_px: f64, width_px: f64, factor: f64) -> Self {
        let usable = factor.is_finite() && factor > 0.0 && x_px.is_finite() && width_px > 0.0;
        if !usable {
            return self;
        }
        let fixed_sec = self.scale(width_px).sec_from_x_px(x_px);
        let len_secs = (self.domain.len_secs() / factor).max(min_len_secs(self.extent)).min(self.extent.len_secs());
        let start_sec = fixed_sec - x_px / width_px * len_secs;
        self.fit(Domain { start_sec, end_sec: start_sec + len_secs })
    }

    /// The scale that draws what is in view over a width.
    #[must_use]
    pub fn scale(self, width_px: f64) -> TimeScale {
        TimeScale { domain: self.domain, width_px }
    }
}

/// The shortest view within an extent.
fn min_len_secs(extent: Domain) -> f64 {
    MIN_LEN_SECS.max(resolvable_secs(extent.start_sec.abs().max(extent.end_sec.abs())))
}

/// The shortest length that an `f64` can still divide into pixels so far from 1970.
pub(crate) fn resolvable_secs(sec: f64) -> f64 {
    sec.abs() * RESOLUTION
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WIDTH_PX: f64 = 1000.0;

    fn of(start_sec: f64, end_sec: f64) -> Domain {
        Domain { start_sec, end_sec }
    }

    #[test]
    fn panning_stops_at_the_ends() {
        let view = Viewport::whole(of(0.0, 1e6)).fit(of(4e5, 5e5));
        assert_eq!(view.pan_by_px(1e9, WIDTH_PX).domain, of(0.0, 1e5));
        assert_eq!(view.pan_by_px(-1e9, WIDTH_PX).domain, of(9e5, 1e6));
    }

    #[test]
    fn zooming_stops_at_milliseconds_and_at_the_whole() {
        let view = Viewport::whole(of(0.0, 1e6));
        let closest = view.zoom_at(300.0, WIDTH_PX, 1e12).domain;
        assert!((closest.len_secs() - MIN_LEN_SECS).abs() < 1e-9);
        assert_eq!(view.fit(of(5e5, 6e5)).zoom_at(10.0, WIDTH_PX, 1e-12).domain, view.extent);
    }

    #[test]
    fn what_is_allowed_is_fitted_to_the_last_digit() {
        let domain = of(1e5 + 0.1, 2e5 + 0.7);
        assert_eq!(Viewport::whole(of(0.0, 1e6)).fit(domain).domain, domain);
    }

    #[test]
    fn an_extent_of_one_moment_can_be_seen() {
        assert_eq!(Viewport::whole(of(100.0, 100.0)).domain, of(95.0, 105.0));
        assert_eq!(Viewport::whole(of(f64::NAN, 1.0)).domain, of(-5.0, 5.0));
    }

    #[test]
    fn nonsense_changes_nothing() {
        let view = Viewport::whole(of(0.0, 1e6)).fit(of(4e5, 5e5));
        assert_eq!(view.zoom_at(f64::NAN, WIDTH_PX, 2.0), view);
        assert_eq!(view.zoom_at(1.0, WIDTH_PX, 0.0), view);
        assert_eq!(view.zoom_at(1.0, 0.0, 2.0), view);
        assert_eq!(view.pan_by_px(f64::NAN, WIDTH_PX), view);
        assert_eq!(view.fit(of(2.0, 1.0)), view);
    }

    proptest! {
        #[test]
        fn zooming_keeps_the_time_under_the_pointer(
            share in 0.3..0.6_f64, len_secs in 1e4..1e5_f64, x_px in 0.0..WIDTH_PX, factor in 0.5..8.0_f64,
        ) {
            let view = Viewport::whole(of(-1e6, 1e6));
            let view = view.fit(of(share * 1e6, share * 1e6 + len_secs));
            let zoomed = view.zoom_at(x_px, WIDTH_PX, factor);
            let moved_px = zoomed.scale(WIDTH_PX).x_px_from_sec(view.scale(WIDTH_PX).sec_from_x_px(x_px)) - x_px;
            prop_assert!(moved_px.abs() < 1e-3, "moved by {}", moved_px);
        }

        #[test]
        fn panning_there_and_back_ends_where_it_began(start_sec in 1e5..5e5_f64, dx_px in -900.0..900.0_f64) {
            let view = Viewport::whole(of(0.0, 1e6)).fit(of(start_sec, start_sec + 1e5));
            let back = view.pan_by_px(dx_px, WIDTH_PX).pan_by_px(-dx_px, WIDTH_PX);
            prop_assert!((back.domain.start_sec - view.domain.start_sec).abs() < 1e-3);
        }

        #[test]
        fn the_view_never_leaves_the_extent_nor_its_limits(
            start_sec in -4.4e17..4e10_f64,
            len_exp in 0.0..17.6_f64,
            moves in proptest::collection::vec((any::<bool>(), -5000.0..5000.0_f64, 0.01..100.0_f64), 0..12),
        ) {
            let mut view = Viewport::whole(of(start_sec, start_sec + 10_f64.powf(len_exp)));
            for (pan, x_px, factor) in moves {
                view = if pan { view.pan_by_px(x_px, WIDTH_PX) } else { view.zoom_at(x_px, WIDTH_PX, factor) };
                let slack_secs = view.extent.start_sec.abs().max(1.0) * 1e-15;
                prop_assert!(view.domain.start_sec >= view.extent.start_sec);
                prop_assert!(view.domain.end_sec <= view.extent.end_sec);
                prop_assert!(view.domain.len_secs() >= MIN_LEN_SECS - slack_secs - 1e-9);
            }
        }
    }
}
