//! How many things begin in each column of pixels: the strip of quotes, the overview, the density of thousands.

use crate::TimeScale;

/// More columns than this no strip gets.
const MAX_COLUMNS: f64 = 100_000.0;

/// How many of `starts_sec` fall into each column of `column_px`, from the left edge of the scale to the right.
/// What lies outside the scale is not counted.
#[must_use]
pub fn columns(starts_sec: impl Iterator<Item = f64>, scale: &TimeScale, column_px: f64) -> Vec<u32> {
    if !scale.is_drawable() || column_px.is_nan() || column_px <= 0.0 {
        return Vec::new();
    }
    let count = (scale.width_px / column_px).ceil().min(MAX_COLUMNS) as usize;
    let mut counts = vec![0_u32; count];
    for sec in starts_sec.filter(|&sec| scale.domain.contains(sec)) {
        let at = (scale.x_px_from_sec(sec) / column_px) as usize;
        if let Some(column) = counts.get_mut(at.min(count - 1)) {
            *column += 1;
        }
    }
    counts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Domain;

    #[test]
    fn each_start_within_the_view_is_counted_once() {
        let scale = TimeScale { domain: Domain { start_sec: 0.0, end_sec: 100.0 }, width_px: 10.0 };
        let starts_sec = [-1.0, 0.0, 39.9, 40.0, 100.0, 100.1, f64::NAN];
        assert_eq!(columns(starts_sec.into_iter(), &scale, 4.0), [2, 1, 1]);
        assert!(columns(starts_sec.into_iter(), &scale, 0.0).is_empty());
    }
}
