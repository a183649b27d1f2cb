//! WebVTT: whether captions are what browsers read (<https://www.w3.org/TR/webvtt1/>).

use crate::fault::{Fault, Sort};

/// Checks the header, the times of each cue, and that there is one.
///
/// # Errors
///
/// What is wrong, and in which line.
pub fn check_captions(bytes: &[u8]) -> Result<(), Fault> {
    let text = std::str::from_utf8(bytes).map_err(|_| fault(1, "is not UTF-8", "save it in the encoding UTF-8"))?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text).replace("\r\n", "\n").replace('\r', "\n");
    let mut lines = (1_u32..).zip(text.split('\n'));
    let head = lines.next().map(|(_, head)| head).unwrap_or_default();
    if head.strip_prefix("WEBVTT").is_none_or(|rest| !rest.is_empty() && !rest.starts_with([' ', '\t'])) {
        let hint = match head.trim() {
            "1" => "this is SubRip: put the line `WEBVTT` and an empty one above, and write `.` for `,` in its times",
            _ => "let its first line be `WEBVTT`, and its second one empty",
        };
        return Err(fault(1, "is no WebVTT: its first line is not `WEBVTT`", hint));
    }
    let mut cues = 0;
    for (line, text) in lines.filter(|(_, text)| text.contains("-->")) {
        check_times(line, text)?;
        cues += 1;
    }
    if cues == 0 {
        return Err(fault(1, "has no cue", "add at least one: `00:00.000 --> 00:02.000`, and the words below it"));
    }
    Ok(())
}

fn check_times(line: u32, text: &str) -> Result<(), Fault> {
    const HINT: &str = "write the times as `00:01.000 --> 00:04.000` or `01:00:01.000 --> 01:00:04.000`";
    let (from, rest) = text.split_once("-->").unwrap_or_default();
    let until = rest.split_whitespace().next().unwrap_or_default();
    let ms = |stamp: &str| {
        let stamp = stamp.trim();
        time_ms(stamp).ok_or_else(|| fault(line, &format!("has `{stamp}` for a time"), HINT))
    };
    let (from_ms, until_ms) = (ms(from)?, ms(until)?);
    if until_ms <= from_ms {
        return Err(fault(line, "has a cue that ends before it begins", "let its second time be the later one"));
    }
    Ok(())
}

/// A time stamp: hours, which may be left out, minutes, seconds and thousandths.
fn time_ms(stamp: &str) -> Option<u64> {
    let (clock, thousandths) = stamp.split_once('.')?;
    let digits = |text: &str, len: std::ops::RangeInclusive<usize>| {
        let is_number = len.contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if is_number { text.parse::<u64>().ok() } else { None }
    };
    let parts: Vec<&str> = clock.split(':').collect();
    let (hours, minutes, seconds) = match parts[..] {
        [minutes, seconds] => (0, minutes, seconds),
        [hours, minutes, seconds] => (digits(hours, 2..=6)?, minutes, seconds),
        _ => return None,
    };
    let below_60 = |text: &str| digits(text, 2..=2).filter(|n| *n < 60);
    Some(((hours * 60 + below_60(minutes)?) * 60 + below_60(seconds)?) * 1000 + digits(thousandths, 3..=3)?)
}

fn fault(line: u32, message: &str, hint: &str) -> Fault {
    Fault::new(Sort::Damaged, message, hint).at(line, 1)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn captions_begin_with_their_name_and_have_cues() {
        let good = [
            "WEBVTT\n\n00:01.000 --> 00:04.000\nHello",
            "\u{FEFF}WEBVTT - Film\r\n\r\n1\r\n01:00:01.000 --> 01:00:04.000 align:start\r\nHello",
            "WEBVTT\n\nNOTE x\n\n100:00:01.000 --> 100:00:04.000\nHello",
        ];
        for text in good {
            assert_eq!(check_captions(text.as_bytes()), Ok(()), "{text}");
        }
        for (text, line, what) in [
            ("", 1, "first line"),
            ("WEBVTTX\n", 1, "first line"),
            ("1\n00:00:01,000 --> 00:00:04,000\nHi", 1, "first line"),
            ("WEBVTT\n", 1, "no cue"),
            ("WEBVTT\n\n00:01,000 --> 00:04.000\nx", 3, "`00:01,000`"),
            ("WEBVTT\n\n00:01.000 --> 00:61.000\nx", 3, "`00:61.000`"),
            ("WEBVTT\n\n00:01.000 -->\nx", 3, "``"),
            ("WEBVTT\n\n00:04.000 --> 00:04.000\nx", 3, "ends before"),
        ] {
            let fault = check_captions(text.as_bytes()).expect_err(text);
            assert_eq!(fault.place.map(|place| place.line), Some(line), "{fault:?}");
            assert!(fault.message.contains(what), "{fault:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_survived(text in "(WEBVTT)?[\\n 0-9:.>a-]{0,60}") {
            // Either answer is right; that there is one is the test.
            let _ = check_captions(text.as_bytes());
        }
    }
}
