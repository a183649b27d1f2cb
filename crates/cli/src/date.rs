//! `on-record date`: says what dates mean.

use std::io;

use crate::args::DateArgs;
use crate::end::End;
use crate::output;
use compile::date;

pub(crate) fn run(args: &DateArgs) -> End {
    explain_all(&args.expressions).unwrap_or_else(|error| End::of_io(&error))
}

fn explain_all(expressions: &[String]) -> io::Result<End> {
    let mut all_valid = true;
    for expression in expressions {
        match date::parse(expression) {
            Ok(when) => output::result(&block(expression, &date::explain(&when)))?,
            Err(error) => {
                output::diagnostics(&error.into_outcome(expression))?;
                all_valid = false;
            }
        }
    }
    Ok(if all_valid { End::Fine } else { End::WrongInput })
}

fn block(expression: &str, explanation: &date::Explanation) -> String {
    let date::Explanation { meaning, precision, earliest, latest, qualifier } = explanation;
    let others = date::others(expression).iter().map(|other| format!("  or meant   {other}\n")).collect::<String>();
    format!(
        "{expression}\n  meaning    {meaning}\n  precision  {precision}\n  earliest   {earliest}\n  \
         latest     {latest}\n  qualifier  {qualifier}\n{others}"
    )
}
