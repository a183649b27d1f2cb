//! Where the marks of a strip stand so that none hides another: one above the other, or a little to the side.

use timeline::sorted;

/// A range of widths that is laid out alike, for the least of them: where there is more room, nothing comes closer.
#[derive(Clone, Copy, Debug)]
pub(super) struct Band {
    /// The class of what is shown there alone.
    pub(super) class: &'static str,
    /// The least width of the line, px.
    pub(super) width_px: f64,
    /// How high what stands below the marks is, px.
    pub(super) foot_px: f64,
    /// How high marks may be stacked, px.
    height_px: f64,
    /// How large the marks of the ranks 1, 2 and below are, px.
    sizes_px: [f64; 3],
    /// A mark stands no further aside than this, px.
    aside_px: f64,
}

impl Band {
    /// From 900 px on.
    pub(super) const WIDE: Self = Self {
        class: "w",
        width_px: 796.0,
        foot_px: 18.0,
        height_px: 50.0,
        sizes_px: [13.0, 9.0, 6.0],
        aside_px: ASIDE_PX,
    };
    /// From 560 px on.
    pub(super) const MIDDLE: Self = Self { class: "d", width_px: 456.0, height_px: 46.0, ..Self::WIDE };
    /// Below that, from 320 px on.
    pub(super) const NARROW: Self = Self {
        class: "n",
        width_px: 232.0,
        foot_px: 15.0,
        height_px: 29.0,
        sizes_px: [10.0, 6.5, 4.0],
        aside_px: ASIDE_PX,
    };
    /// On the share card, which has one width.
    pub(super) const CARD: Self = Self {
        class: "",
        width_px: 1040.0,
        foot_px: 12.0,
        height_px: 178.0,
        sizes_px: [27.0, 18.6, 12.4],
        aside_px: 30.0,
    };

    /// How large a mark is, px; ranks count from 0.
    pub(super) fn size_px(&self, rank: usize) -> f64 {
        self.sizes_px[rank.min(self.sizes_px.len() - 1)]
    }
}

/// A mark that wants a place.
#[derive(Clone, Copy, Debug)]
pub(super) struct Disc {
    /// Where it stands, in parts of the width from the left.
    pub(super) part: f64,
    /// How much it matters, from 0 on.
    pub(super) rank: usize,
    /// Between which parts of the width its middle has to stay: what is known does not stand in what was still ahead.
    pub(super) within: (f64, f64),
}

/// So many of its own widths a mark may stand aside.
const ASIDE: [f64; 7] = [0.0, 1.0, -1.0, 2.0, -2.0, 3.0, -3.0];
/// And no more than this in a page, px.
const ASIDE_PX: f64 = 16.0;
/// The air between two marks, px.
const AIR_PX: f64 = 1.0;
/// The lowest mark stands so high over the line, px.
const LOWEST_PX: f64 = 2.0;

/// A mark that has its place, px: where its middle stands, its foot, and how large it is.
struct StackedMark {
    x_px: f64,
    up_px: f64,
    size_px: f64,
}

/// For each mark, how far it stands aside and how high over the line, px. What matters most chooses first.
pub(super) fn stacked(discs: &[Disc], band: Band) -> Vec<(f64, f64)> {
    let places: Vec<usize> = (0..discs.len()).collect();
    let turns = sorted(&places, |a, b| discs[*a].rank.cmp(&discs[*b].rank));
    let mut placed: Vec<StackedMark> = Vec::with_capacity(discs.len());
    let mut found = vec![(0.0, 0.0); discs.len()];
    for at in turns {
        let (x_px, size_px) = (discs[at].part * band.width_px, band.size_px(discs[at].rank));
        let steps = ASIDE.map(|step| step * (size_px + 1.5)).into_iter().filter(|dx| dx.abs() <= band.aside_px);
        let (from, to) = discs[at].within;
        let (from_px, to_px) = (from * band.width_px, to * band.width_px);
        let steps: Vec<f64> = steps.collect();
        let inside = |dx: &f64| x_px + dx >= size_px / 2.0 && x_px + dx <= band.width_px - size_px / 2.0;
        let on_its_side = |dx: &f64| (from_px..=to_px).contains(&(x_px + dx));
        // Between the line and the edge there may be no room for it.
        let fits: [&dyn Fn(&f64) -> bool; 3] = [&|dx| inside(dx) && on_its_side(dx), &inside, &|dx| *dx == 0.0];
        let fit = fits.into_iter().find(|fit| steps.iter().any(fit)).unwrap_or(&inside);
        let steps = steps.into_iter().filter(|dx| fit(dx));
        let options = steps.map(|dx_px| (dx_px, free_up_px(&placed, x_px + dx_px, size_px)));
        let cost = |(dx_px, up_px): (f64, f64)| {
            0.55 * up_px + dx_px.abs() + 40.0 * (up_px + size_px - band.height_px).max(0.0)
        };
        let best = options.min_by(|a, b| cost(*a).total_cmp(&cost(*b))).unwrap_or_default();
        placed.push(StackedMark { x_px: x_px + best.0, up_px: best.1, size_px });
        found[at] = best;
    }
    let top_px = placed.iter().map(|it| it.up_px + it.size_px).fold(0.0, f64::max);
    // Beyond all room, a stack is pressed together.
    let pressed = (band.height_px / top_px).min(1.0);
    found.into_iter().map(|(dx_px, up_px)| (dx_px, up_px * pressed)).collect()
}

/// The lowest height at which a mark hides no other.
fn free_up_px(placed: &[StackedMark], x_px: f64, size_px: f64) -> f64 {
    let near = |it: &&StackedMark| (it.x_px - x_px).abs() < (it.size_px + size_px) / 2.0 + AIR_PX;
    let in_the_way: Vec<&StackedMark> = placed.iter().filter(near).collect();
    let in_the_way = sorted(&in_the_way, |a, b| a.up_px.total_cmp(&b.up_px));
    let mut up_px = LOWEST_PX;
    for it in in_the_way {
        if up_px + size_px + AIR_PX > it.up_px && up_px < it.up_px + it.size_px + AIR_PX {
            up_px = it.up_px + it.size_px + AIR_PX;
        }
    }
    up_px
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn marks_that_are_apart_stand_on_the_line() {
        let discs = [0.1, 0.5, 0.9].map(|part| Disc { part, rank: 0, within: (0.0, 1.0) });
        assert_eq!(stacked(&discs, Band::WIDE), [(0.0, LOWEST_PX); 3]);
    }

    #[test]
    fn what_matters_most_keeps_its_place() {
        let discs = [Disc { part: 0.5, rank: 2, within: (0.0, 1.0) }, Disc { part: 0.5, rank: 0, within: (0.0, 1.0) }];
        let [less, most] = stacked(&discs, Band::WIDE)[..] else { panic!("two places") };
        assert_eq!(most, (0.0, LOWEST_PX));
        assert_ne!(less, most);
    }

    #[test]
    fn what_is_known_stays_before_what_is_ahead() {
        let known = Disc { part: 0.5, rank: 0, within: (0.0, 0.5) };
        let ahead = Disc { within: (0.5, 1.0), ..known };
        let aside = |disc: Disc| stacked(&[disc; 12], Band::NARROW).into_iter().map(|(dx_px, _)| dx_px);
        assert!(aside(known).all(|dx_px| dx_px <= 0.0) && aside(known).any(|dx_px| dx_px < 0.0));
        assert!(aside(ahead).all(|dx_px| dx_px >= 0.0) && aside(ahead).any(|dx_px| dx_px > 0.0));
    }

    proptest! {
        #[test]
        fn no_mark_hides_another_while_there_is_room(
            parts in proptest::collection::vec((0.0..=1.0_f64, 0..3_usize), 0..25), band in 0..4_usize, line in 0.0..=1.0_f64,
        ) {
            let band = [Band::WIDE, Band::MIDDLE, Band::NARROW, Band::CARD][band];
            let within = |part: f64| if part <= line { (0.0, line) } else { (line, 1.0) };
            let disc = |(part, rank): &(f64, usize)| Disc { part: *part, rank: *rank, within: within(*part) };
            let discs: Vec<Disc> = parts.iter().map(disc).collect();
            let places = stacked(&discs, band);
            let top_px = discs.iter().zip(&places).map(|(disc, place)| place.1 + band.size_px(disc.rank)).fold(0.0, f64::max);
            prop_assert!(places.iter().all(|(dx_px, _)| dx_px.abs() <= band.aside_px));
            // A stack that was pressed together is no stack any more.
            prop_assume!(top_px < band.height_px - 0.01);
            let middle = |at: usize| {
                let size_px = band.size_px(discs[at].rank);
                (discs[at].part * band.width_px + places[at].0, places[at].1 + size_px / 2.0, size_px)
            };
            for a in 0..discs.len() {
                for b in 0..a {
                    let ((ax, ay, a_px), (bx, by, b_px)) = (middle(a), middle(b));
                    let least_px = (a_px + b_px) / 2.0;
                    prop_assert!((ax - bx).abs() > least_px - 0.01 || (ay - by).abs() > least_px - 0.01, "{} and {}", a, b);
                }
            }
        }
    }
}
