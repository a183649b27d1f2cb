//! Addresses in an SVG picture: parts of itself, and pictures written into it, which are cleaned like any other.

use crate::Kind;
use crate::cleaned::cleaned;

const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// An address as it is published, or what it does that it may not. `shows` are those that are drawn as pictures, `links`
/// those that a reader may follow.
pub(super) fn cleaned_address(address: &str, shows: bool, links: bool) -> Result<String, String> {
    let plain: String = address.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let lower = plain.to_ascii_lowercase();
    if plain.starts_with('#') || plain.is_empty() {
        return Ok(plain);
    }
    if links && ["https://", "http://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)) {
        return Ok(plain);
    }
    let shown: String = plain.chars().take(60).collect();
    if !shows || !lower.starts_with("data:image/") {
        return Err(format!("the address `{shown}`, which loads or runs something"));
    }
    let (head, body) = plain.split_once(',').ok_or_else(|| format!("the address `{shown}`, which ends too early"))?;
    let unread = || format!("a picture in `{}…` that cannot be read", &shown[..shown.len().min(22)]);
    if !head.to_ascii_lowercase().ends_with(";base64") {
        return Err(unread());
    }
    let bytes = bytes_from_base64(body).ok_or_else(unread)?;
    // What it is instead does not matter: it is refused.
    let kind = Kind::of(&bytes).ok().filter(|kind| matches!(kind, Kind::Jpeg | Kind::Png | Kind::Gif | Kind::WebP));
    let kind = kind.ok_or_else(unread)?;
    // What this says stands in words of its own, without a place.
    let cleaned = cleaned(kind, &bytes).map_err(|fault| format!("a picture in it that {}", fault.message))?;
    Ok(format!("data:{};base64,{}", kind.media_type(), base64_from_bytes(&cleaned.bytes)))
}

fn bytes_from_base64(text: &str) -> Option<Vec<u8>> {
    let text = text.trim_end_matches('=');
    let mut out = Vec::with_capacity(text.len() / 4 * 3);
    let (mut bits, mut count) = (0_u32, 0);
    for byte in text.bytes() {
        let digit = DIGITS.iter().position(|known| *known == byte)?;
        bits = bits << 6 | digit as u32;
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count) as u8);
        }
    }
    Some(out)
}

fn base64_from_bytes(bytes: &[u8]) -> String {
    let mut out = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at) & 63) as usize];
            out.push(if at <= three.len() { char::from(digit) } else { '=' });
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_parts_of_itself_are_shown() {
        assert_eq!(cleaned_address("#a", false, false), Ok("#a".to_owned()));
        assert!(cleaned_address("https://example.org", false, true).is_ok());
        for bad in
            ["https://example.org/a.png", "a.png", "java\nscript:x", "data:text/html,x", "data:image/svg+xml;base64,AA"]
        {
            assert!(cleaned_address(bad, true, true).is_err() || bad.starts_with("https"), "{bad}");
            assert!(cleaned_address(bad, true, false).is_err(), "{bad}");
        }
    }

    proptest! {
        #[test]
        fn base64_goes_there_and_back(bytes in prop::collection::vec(any::<u8>(), 0..50)) {
            prop_assert_eq!(bytes_from_base64(&base64_from_bytes(&bytes)), Some(bytes));
        }
    }
}
