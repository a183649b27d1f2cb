//! How pairs of a name and a value are written into a fragment: `#or_event-opening_q-no__more`.
//!
//! A pair is its name, a hyphen and its value; `_` stands between two pairs and `__` for a space. Any other character than
//! an ASCII letter, a digit or a hyphen is written as percent-encoding would, with `_` for `%`. So the fragment is a CSS
//! selector: pages ask `querySelector(location.hash)`, and one that is none throws and stops their scripts.
//!
//! Earlier versions wrote `#or:event=opening&q=no+more`; what was shared then is read for ever.

/// What every fragment of ours begins with.
const PREFIX: &str = "#or_";
/// What a fragment of an earlier version begins with.
const EARLIER: &str = "#or:";

/// Pairs as a fragment; none at all are an empty one. Names are of the letters a to z.
#[must_use]
pub fn fragment_from_pairs(pairs: &[(&str, String)]) -> String {
    let mut fragment = String::new();
    for (name, value) in pairs {
        fragment.push_str(if fragment.is_empty() { PREFIX } else { "_" });
        fragment.push_str(name);
        fragment.push('-');
        write_value(value, &mut fragment);
    }
    fragment
}

/// The inverse of [`fragment_from_pairs`], for fragments of earlier versions too; `None` where it is none of ours.
/// What is broken stays as it stands.
#[must_use]
pub fn pairs_from_fragment(fragment: &str) -> Option<Vec<(String, String)>> {
    if let Some(pairs) = fragment.strip_prefix(EARLIER) {
        let pairs = pairs.split('&').filter_map(|pair| pair.split_once('='));
        return Some(pairs.map(|(name, value)| (name.to_owned(), earlier_value(value))).collect());
    }
    let mut rest = fragment.strip_prefix(PREFIX)?;
    // A fragment of the page's own may begin alike.
    name_of(rest)?;
    let mut pairs = Vec::new();
    while let Some((name, behind)) = name_of(rest) {
        let (value, next) = read_value(behind);
        pairs.push((name.to_owned(), value));
        rest = next;
    }
    Some(pairs)
}

/// The name that a text begins with, and what stands behind its hyphen.
fn name_of(text: &str) -> Option<(&str, &str)> {
    text.split_once('-').filter(|(name, _)| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase()))
}

fn write_value(value: &str, fragment: &mut String) {
    for byte in value.bytes() {
        match byte {
            b' ' => fragment.push_str("__"),
            b'-' | b'0'..=b'9' | b'A'..=b'Z' | b'a'..=b'z' => fragment.push(char::from(byte)),
            _ => fragment.push_str(&format!("_{byte:02X}")),
        }
    }
}

/// The value that a text begins with, and the pairs behind it.
fn read_value(text: &str) -> (String, &str) {
    let mut value = Vec::with_capacity(text.len());
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let behind = text.get(at + 1..);
        if byte != b'_' {
            value.push(byte);
        } else if bytes.get(at + 1) == Some(&b'_') {
            value.push(b' ');
            at += 1;
        } else if let Some(escaped) = escaped_at(bytes, at + 1).filter(|_| !bytes[at + 1].is_ascii_lowercase()) {
            value.push(escaped);
            at += 2;
        } else if let Some(behind) = behind.filter(|behind| name_of(behind).is_some()) {
            return (text_from(&value), behind);
        } else {
            value.push(byte);
        }
        at += 1;
    }
    (text_from(&value), "")
}

/// The value of a pair as earlier versions wrote it: percent-encoded, spaces as `+`.
fn earlier_value(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut value = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let escaped = escaped_at(bytes, at + 1).filter(|_| byte == b'%');
        value.push(escaped.unwrap_or(if byte == b'+' { b' ' } else { byte }));
        at += if escaped.is_some() { 3 } else { 1 };
    }
    text_from(&value)
}

/// The byte that two hexadecimal digits at a place stand for.
fn escaped_at(bytes: &[u8], at: usize) -> Option<u8> {
    let digit = |at: usize| char::from(*bytes.get(at)?).to_digit(16);
    u8::try_from(digit(at)? * 16 + digit(at + 1)?).ok()
}

fn text_from(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn pairs(of: &[(&str, &str)]) -> Vec<(String, String)> {
        of.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_fragment_can_be_read_by_people_and_stays_as_it_was_written() {
        let cases: [(&[(&str, &str)], &str); 6] = [
            (&[], ""),
            (&[("event", "first-boat"), ("q", "no more")], "#or_event-first-boat_q-no__more"),
            (&[("event", ""), ("closed", "-")], "#or_event-_closed--"),
            (&[("q", "naïve_ "), ("year", "-43")], "#or_q-na_C3_AFve_5F___year--43"),
            (&[("q", " é"), ("outlet", "The Herald & Co.")], "#or_q-___C3_A9_outlet-The__Herald___26__Co_2E"),
            (&[("view", "-5410-03-02---0044-01-01")], "#or_view--5410-03-02---0044-01-01"),
        ];
        for (given, fragment) in cases {
            let given = pairs(given);
            let written: Vec<(&str, String)> = given.iter().map(|(name, value)| (&**name, value.clone())).collect();
            assert_eq!(fragment_from_pairs(&written), fragment);
            assert_eq!(pairs_from_fragment(fragment), (!given.is_empty()).then_some(given), "{fragment}");
        }
    }

    #[test]
    fn what_earlier_versions_wrote_is_read() {
        let cases: [(&str, &[(&str, &str)]); 4] = [
            ("#or:", &[]),
            ("#or:event=first-boat&q=no+more%2B%EA%B0%80", &[("event", "first-boat"), ("q", "no more+가")]),
            ("#or:compare=no+delays|speaker:mayor&&=", &[("compare", "no delays|speaker:mayor"), ("", "")]),
            ("#or:q=50%&event=", &[("q", "50%"), ("event", "")]),
        ];
        for (fragment, expected) in cases {
            assert_eq!(pairs_from_fragment(fragment), Some(pairs(expected)), "{fragment}");
        }
    }

    #[test]
    fn what_is_broken_stays_as_it_stands() {
        for (fragment, value) in
            [("#or_q-a_", "a_"), ("#or_q-a_4", "a_4"), ("#or_q-a_c3", "a_c3"), ("#or_q-_ZZ.é", "_ZZ.é")]
        {
            assert_eq!(pairs_from_fragment(fragment), Some(pairs(&[("q", value)])), "{fragment}");
        }
    }

    #[test]
    fn a_fragment_of_the_page_is_none_of_ours() {
        for foreign in
            ["", "#", "#comments", "#/story/12", "#or", "#or_", "#or_gate", "#or_Gate-1", "#or-event-a", "#or_-a"]
        {
            assert_eq!(pairs_from_fragment(foreign), None, "{foreign}");
        }
    }

    proptest! {
        #[test]
        fn any_values_survive_in_a_css_identifier(values in prop::collection::vec(any::<String>(), 1..4)) {
            let names = ["q", "event", "via"];
            let written: Vec<(&str, String)> = names.into_iter().zip(values).collect();
            let fragment = fragment_from_pairs(&written);
            let read = pairs_from_fragment(&fragment);
            prop_assert_eq!(read, Some(written.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect()));
            prop_assert!(fragment[1..].bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
        }

        #[test]
        fn any_fragment_is_read_without_panic(text in "#or[:_](q-|q=)?.{0,60}") {
            let _ = pairs_from_fragment(&text);
        }
    }
}
