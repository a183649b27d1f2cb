//! A time that a film or sound cannot take.

use crate::diagnostic::Sink;
use crate::row::Literal;
use crate::{Code, Diagnostic};

/// Reads how long something takes, in ms: seconds, minutes and seconds, or hours, minutes and seconds.
pub(crate) fn check(time: &Literal<'_>, sink: &mut Sink) -> Option<u32> {
    let ms = ms_from_text(&time.value).filter(|ms| *ms > 0);
    if ms.is_none() {
        let message = format!("`{}` is not how long a film or sound takes", time.value);
        let hint = "write minutes and seconds, `4:05`, or hours, minutes and seconds, `1:04:05`";
        sink.push(Diagnostic::new(Code::BadDuration, time.span, message).hint(hint));
    }
    ms
}

fn ms_from_text(text: &str) -> Option<u32> {
    let parts: Vec<&str> = text.split(':').collect();
    let is_clock = parts.len() > 1;
    let mut secs = 0_u32;
    for (at, part) in parts.iter().enumerate().filter(|_| parts.len() <= 3) {
        let is_plain = !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let number = part.parse::<u32>().ok().filter(|_| is_plain)?;
        // Of a clock, all but the first part have two digits, and end at 59.
        if is_clock && at > 0 && (part.len() != 2 || number > 59) {
            return None;
        }
        secs = secs.checked_mul(60)?.checked_add(number)?;
    }
    secs.checked_mul(1000)
}

#[cfg(test)]
mod tests {
    use super::ms_from_text;
    use crate::Code::BadDuration;
    use crate::testing::expect;

    #[test]
    fn a_time_is_a_clock_or_seconds() {
        for (text, ms) in [
            ("45", Some(45_000)),
            ("4:05", Some(245_000)),
            ("90:00", Some(5_400_000)),
            ("1:04:05", Some(3_845_000)),
            ("4:5", None),
            ("4:65", None),
            ("1:2:3:4", Some(0)),
            ("", None),
            ("4:+5", None),
            ("99999999:00", None),
        ] {
            assert_eq!(ms_from_text(text), ms, "{text}");
        }
    }

    #[test]
    fn anything_else_is_pointed_at() {
        let row = |time: &str| {
            format!("[[media]]\nevent = \"e\"\nurl = \"a.mp4\"\nalt = \"A\"\nkind = \"video\"\nduration = {time}")
        };
        expect(BadDuration, &row("45"), &[]);
        for bad in ["0", "\"1:2:3:4\"", "1.5"] {
            let (value, column) = (bad.trim_matches('"'), if bad.starts_with('"') { 13 } else { 12 });
            let expected = format!(
                "6:{column} `{value}` is not how long a film or sound takes (write minutes and seconds, `4:05`, or hours, \
                 minutes and seconds, `1:04:05`)"
            );
            expect(BadDuration, &row(bad), &[&expected]);
        }
    }
}
