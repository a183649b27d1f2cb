//! One sort for every list.

use std::cmp::Ordering;

/// The items in order, equal ones as they were.
///
/// A plain merge sort over indices, compiled once for all lists: each instance of the standard sort would cost the
/// reader four kilobytes, and most lists are short.
#[must_use]
pub fn sorted<T: Copy>(items: &[T], compare: impl Fn(&T, &T) -> Ordering) -> Vec<T> {
    let in_order = |a: u32, b: u32| compare(&items[a as usize], &items[b as usize]) != Ordering::Greater;
    order(items.len(), &in_order).into_iter().map(|at| items[at as usize]).collect()
}

/// The indices below `len` in order: runs of one, merged two by two until one is left.
#[inline(never)]
fn order(len: usize, in_order: &dyn Fn(u32, u32) -> bool) -> Vec<u32> {
    let mut order: Vec<u32> = (0..len as u32).collect();
    let mut run_len = 1;
    while run_len < len {
        let mut merged = Vec::with_capacity(len);
        for runs in order.chunks(2 * run_len) {
            merge(runs, run_len, in_order, &mut merged);
        }
        order = merged;
        run_len *= 2;
    }
    order
}

/// Merges two runs that stand one after the other, the first `run_len` long or all there is.
fn merge(runs: &[u32], run_len: usize, in_order: &dyn Fn(u32, u32) -> bool, merged: &mut Vec<u32>) {
    let (mut left, mut right) = (runs.iter().take(run_len).peekable(), runs.iter().skip(run_len).peekable());
    loop {
        let from_left = match (left.peek(), right.peek()) {
            (Some(&&a), Some(&&b)) => in_order(a, b),
            (a, _) => a.is_some(),
        };
        match if from_left { left.next() } else { right.next() } {
            Some(&at) => merged.push(at),
            None => return,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn sorts_as_the_standard_sort_does(items in proptest::collection::vec((0..20_u8, any::<u16>()), 0..200)) {
            let mut expected = items.clone();
            expected.sort_by_key(|item| item.0);
            prop_assert_eq!(sorted(&items, |a, b| a.0.cmp(&b.0)), expected);
        }
    }
}
