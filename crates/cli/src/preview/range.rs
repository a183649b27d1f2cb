//! Parts of a file, which browsers ask for to play a film from its middle (RFC 9110, 14).

use hyper::header::{ACCEPT_RANGES, CONTENT_RANGE, HeaderMap, HeaderValue, RANGE};
use hyper::{Response, StatusCode};

use super::reply::Reply;

/// An answer with a whole file, or with the part that was asked for. More than one part at once is answered with all.
pub(super) fn ranged(headers: &HeaderMap, mut response: Response<Reply>) -> Response<Reply> {
    let Reply::Whole(bytes) = response.body() else { return response };
    if response.status() != StatusCode::OK {
        return response;
    }
    let (bytes, len) = (bytes.clone(), bytes.len());
    response.headers_mut().insert(ACCEPT_RANGES, HeaderValue::from_static("bytes"));
    let asked = headers.get(RANGE).and_then(|range| range.to_str().ok()).and_then(|range| range.strip_prefix("bytes="));
    let Some(asked) = asked.filter(|asked| !asked.contains(',')) else { return response };
    let (status, told, part) = match bounds(asked, len) {
        Some((first, last)) => {
            (StatusCode::PARTIAL_CONTENT, format!("bytes {first}-{last}/{len}"), bytes.slice(first..=last))
        }
        None => (StatusCode::RANGE_NOT_SATISFIABLE, format!("bytes */{len}"), bytes.slice(..0)),
    };
    *response.status_mut() = status;
    // Digits, a dash and a slash can stand in a header.
    if let Ok(told) = HeaderValue::from_str(&told) {
        response.headers_mut().insert(CONTENT_RANGE, told);
    }
    response.map(|_| Reply::Whole(part))
}

/// The first and the last byte of a part, which has at least one; `None` where a file of this length has none of it.
fn bounds(asked: &str, len: usize) -> Option<(usize, usize)> {
    let (first, last) = asked.trim().split_once('-')?;
    let end = len.checked_sub(1)?;
    let (first, last) = match (first.parse::<usize>().ok(), last.parse::<usize>().ok()) {
        (Some(first), Some(last)) => (first, last.min(end)),
        (Some(first), None) if last.is_empty() => (first, end),
        (None, Some(n)) if first.is_empty() && n > 0 => (len.saturating_sub(n), end),
        _ => return None,
    };
    (first <= last).then_some((first, last))
}

#[cfg(test)]
mod tests {
    use super::bounds;

    #[test]
    fn a_part_is_what_lies_between_two_bytes_or_at_the_end() {
        for (asked, expected) in [
            ("0-0", Some((0, 0))),
            ("2-4", Some((2, 4))),
            ("2-", Some((2, 9))),
            ("2-99", Some((2, 9))),
            ("-3", Some((7, 9))),
            ("-99", Some((0, 9))),
            ("10-", None),
            ("5-4", None),
            ("-0", None),
            ("-", None),
            ("a-b", None),
            ("", None),
        ] {
            assert_eq!(bounds(asked, 10), expected, "{asked}");
        }
        assert_eq!(bounds("0-", 0), None);
    }
}
