//! "Did you mean": the name nearest to a mistyped one.

use crate::diagnostic::Comparisons;

/// The candidate nearest to `given`, if one is near enough; of equally near ones the first.
///
/// Gives up when the budget of comparisons of this run is spent.
pub(crate) fn nearest<'a>(
    given: &str,
    candidates: impl IntoIterator<Item = &'a str>,
    budget: &mut Comparisons,
) -> Option<&'a str> {
    let given = given.to_lowercase();
    let len = given.chars().count();
    let limit = (len / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        budget.0 = budget.0.checked_sub(1)?;
        // Bytes differ at least as much as characters do, up to four for one.
        if candidate.len().abs_diff(given.len()) > 4 * limit {
            continue;
        }
        let distance = strsim::osa_distance(&given, &candidate.to_lowercase());
        let near = distance <= limit && distance < len;
        if near && best.is_none_or(|(least, _)| distance < least) {
            best = Some((distance, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// The hint for a name, `did you mean …?`.
pub(crate) fn did_you_mean(name: &str) -> String {
    format!("did you mean `{name}`?")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found_if_it_is_near_enough() {
        let names = ["title", "summary", "date", "data"];
        for (given, nearest_name) in
            [("titel", Some("title")), ("Title", Some("title")), ("dat", Some("date")), ("x", None), ("headline", None)]
        {
            assert_eq!(nearest(given, names, &mut Comparisons::default()), nearest_name, "{given}");
        }
    }

    #[test]
    fn a_spent_budget_ends_the_search() {
        assert_eq!(nearest("titel", ["title"], &mut Comparisons(0)), None);
    }
}
