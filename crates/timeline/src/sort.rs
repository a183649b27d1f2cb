//! One sort for every list of the crate.

use std::cmp::Ordering;

/// The items in order. All lists share one instance of the standard sort, which works on their indices: each further
/// instance would cost the reader kilobytes.
pub(crate) fn sorted<T: Copy>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let mut order: Vec<u32> = (0..items.len() as u32).collect();
    sort(&mut order, &|a, b| compare(&items[a as usize], &items[b as usize]));
    order.into_iter().map(|at| items[at as usize]).collect()
}

#[inline(never)]
fn sort(order: &mut [u32], compare: &dyn Fn(u32, u32) -> Ordering) {
    order.sort_by(|&a, &b| compare(a, b));
}
