//! Which terms are forms of the same word.

/// For each term in order, how many terms further on the next form of its word stands, the first after the last; 0 for
/// a term without other forms. `stems` are the stems of terms, `order` the terms sorted.
pub(crate) fn steps(mut stems: Vec<(String, usize)>, order: &[usize]) -> Vec<isize> {
    let mut place = vec![0; order.len()];
    for (at, term) in order.iter().enumerate() {
        place[*term] = at;
    }
    let mut heads: Vec<usize> = (0..order.len()).collect();
    stems.sort_unstable();
    for pair in stems.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let (a, b) = (head(&mut heads, place[pair[0].1]), head(&mut heads, place[pair[1].1]));
        // The first of a family is its head.
        heads[a.max(b)] = a.min(b);
    }
    let mut steps = vec![0; order.len()];
    // By head, the form of its family that was met last.
    let mut last: Vec<usize> = (0..order.len()).collect();
    for at in 0..order.len() {
        let first = head(&mut heads, at);
        if first != at {
            steps[last[first]] = (at - last[first]) as isize;
            steps[at] = first as isize - at as isize;
            last[first] = at;
        }
    }
    steps
}

/// The head of a term's family.
fn head(heads: &mut [usize], at: usize) -> usize {
    let mut at = at;
    while heads[at] != at {
        heads[at] = heads[heads[at]];
        at = heads[at];
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_of_a_word_form_a_ring() {
        let stems = [("visit", 0), ("go", 1), ("visit", 2), ("visit", 4), ("went", 3), ("go", 3)];
        let stems = stems.map(|(stem, at)| (stem.to_owned(), at)).to_vec();
        // Terms 0, 2 and 4 are one family, 1 and 3 another; in order they stand at 4, 2, 0 and at 3, 1.
        assert_eq!(steps(stems, &[4, 3, 2, 1, 0]), [2, 2, 2, -2, -4]);
    }

    #[test]
    fn a_term_on_its_own_has_no_family() {
        assert_eq!(steps(vec![("a".to_owned(), 0), ("b".to_owned(), 1)], &[0, 1, 2]), [0, 0, 0]);
        assert_eq!(steps(Vec::new(), &[]), Vec::<isize>::new());
    }
}
