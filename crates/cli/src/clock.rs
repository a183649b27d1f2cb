//! The day on which a command runs: the one place that asks the clock.

use std::env;
use std::ffi::OsStr;
use std::time::SystemTime;

use crate::end::End;

/// Stands for the clock where it is set, for builds that have to come out the same on any day
/// (<https://reproducible-builds.org/specs/source-date-epoch/>): seconds since 1970.
const VARIABLE: &str = "SOURCE_DATE_EPOCH";

/// The day, counted from 1970-01-01, in universal time.
///
/// # Errors
///
/// Where the variable is set and no number.
pub(crate) fn today() -> Result<i64, End> {
    match env::var_os(VARIABLE) {
        Some(told) => day_told(&told),
        // A clock that is set before 1970 is as good as none.
        None => {
            Ok(story::day_from_sec(SystemTime::UNIX_EPOCH.elapsed().map_or(0, |time| time.as_secs().cast_signed())))
        }
    }
}

fn day_told(told: &OsStr) -> Result<i64, End> {
    let secs = told.to_str().and_then(|told| told.parse().ok()).filter(|secs| *secs >= 0);
    let reason = || format!("{VARIABLE}: `{}` is no number of seconds since 1970", told.display());
    secs.map(story::day_from_sec).ok_or_else(|| End::WrongUsage(reason()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_told_in_seconds_or_refused() {
        let check = |told: &str, expected: Option<i64>| assert_eq!(day_told(OsStr::new(told)).ok(), expected, "{told}");
        check("0", Some(0));
        check("86399", Some(0));
        check("1795910400", Some(20_786));
        for told in ["", "today", "-1", "1.5", "99999999999999999999"] {
            check(told, None);
        }
    }
}
