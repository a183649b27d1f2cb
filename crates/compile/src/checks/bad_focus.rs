//! A point of a picture that is none.

use crate::diagnostic::Sink;
use crate::row::Literal;
use crate::{Code, Diagnostic};

/// Reads the point round which a picture may be cropped: percent from its left and from its top.
pub(crate) fn check(focus: &Literal<'_>, sink: &mut Sink) -> Option<(u8, u8)> {
    let percent = |part: &str| part.strip_suffix('%')?.parse::<u8>().ok().filter(|percent| *percent <= 100);
    let mut parts = focus.value.split_whitespace();
    let point = parts.next().and_then(percent).zip(parts.next().and_then(percent)).filter(|_| parts.next().is_none());
    if point.is_none() {
        let message = format!("`{}` is not a point of the picture", focus.value);
        let hint = "write how far it is from the left and from the top, in whole percent: `50% 33%`";
        sink.push(Diagnostic::new(Code::BadFocus, focus.span, message).hint(hint));
    }
    point
}

#[cfg(test)]
mod tests {
    use crate::Code::BadFocus;
    use crate::testing::expect;

    #[test]
    fn a_point_is_two_percentages() {
        let row = |focus: &str| format!("[[media]]\nevent = \"e\"\nurl = \"a.jpg\"\nalt = \"A\"\nfocus = \"{focus}\"");
        for good in ["0% 0%", "100%  100%", "33% 66%"] {
            expect(BadFocus, &row(good), &[]);
        }
        for bad in ["50%", "50 50", "101% 0%", "-1% 0%", "1.5% 2%", "1% 2% 3%", "left top"] {
            let expected = format!(
                "5:10 `{bad}` is not a point of the picture (write how far it is from the left and from the top, in \
                 whole percent: `50% 33%`)"
            );
            expect(BadFocus, &row(bad), &[&expected]);
        }
    }
}
