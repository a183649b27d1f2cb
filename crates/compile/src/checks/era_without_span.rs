//! An era that is no stretch of time.

use crate::diagnostic::Sink;
use crate::record::Record;
use crate::{Code, Diagnostic};
use story::Shape;

/// Checks that no era is one of several dates, or each of several.
pub(crate) fn check(record: &Record<'_>, sink: &mut Sink) {
    for date in record.draft.eras.iter().filter_map(|era| era.date.good()) {
        if matches!(date.value.when.shape, Shape::OneOf { .. } | Shape::AllOf { .. }) {
            let message = "an era is one stretch of time, not a choice of dates";
            let hint = "write where it begins and ends, for instance `2019/2021-03`; an end may be open: `2021-03/..`";
            sink.push(Diagnostic::new(Code::EraWithoutSpan, date.span, message).hint(hint));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Code::EraWithoutSpan;
    use crate::testing::expect;

    #[test]
    fn an_era_is_one_stretch_of_time() {
        let row = |date| format!("[[eras]]\nid = \"e\"\nname = \"E\"\ndate = \"{date}\"");
        for good in ["2019/2021-03", "../2021", "2021-03/..", "2019", "2019-05~", "19XX"] {
            expect(EraWithoutSpan, &row(good), &[]);
        }
        for bad in ["[2019,2020]", "[2019..2021]", "{2019,2020}", "[2019..]"] {
            let expected = "4:9 an era is one stretch of time, not a choice of dates (write where it begins and ends, \
                            for instance `2019/2021-03`; an end may be open: `2021-03/..`)";
            expect(EraWithoutSpan, &row(bad), &[expected]);
        }
    }
}
