//! Which way a language is written.

/// The languages written from right to left, by their primary subtag.
const RIGHT_TO_LEFT: [&str; 11] = ["ar", "arc", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"];

/// The scripts that run that way, as language tags name them.
const MIRRORED_SCRIPTS: [&str; 6] = ["Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"];

/// The direction in which a language is written, as the attribute `dir` takes it: that of its script, where the tag
/// names one.
#[must_use]
pub fn direction(tag: &str) -> &'static str {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let is_mirrored = |list: &[&str], part: &str| list.iter().any(|known| known.eq_ignore_ascii_case(part));
    let by_script = parts.next().filter(|part| part.len() == 4).map(|script| is_mirrored(&MIRRORED_SCRIPTS, script));
    if by_script.unwrap_or_else(|| is_mirrored(&RIGHT_TO_LEFT, primary)) { "rtl" } else { "ltr" }
}

#[cfg(test)]
mod tests {
    use super::direction;

    #[test]
    fn a_language_runs_as_its_script_does() {
        let cases =
            [("en", "ltr"), ("ar", "rtl"), ("he-IL", "rtl"), ("az-Arab", "rtl"), ("ks-Deva", "ltr"), ("UR", "rtl")];
        for (tag, expected) in cases {
            assert_eq!(direction(tag), expected, "{tag}");
        }
    }
}
