//! `on-record verify`: checks every quote against the archive, and rewrites `verified.lock`.

use std::io;
use std::path::Path;

use crate::args::VerifyArgs;
use crate::end::End;
use crate::output;
use compile::Report;
use story::CheckKind;

/// How each kind is told, in the order in which it is.
const KINDS: [(CheckKind, &str); CheckKind::ALL.len()] = [
    (CheckKind::Exact, "word for word"),
    (CheckKind::Normalised, "word for word but for typography"),
    (CheckKind::Elided, "shortened by marks"),
    (CheckKind::Joined, "word for word in two parts, with who speaks between them"),
    (CheckKind::Unverified, "not checked, with a reason"),
];

pub(crate) fn run(args: &VerifyArgs) -> End {
    verify(args).unwrap_or_else(|error| End::of_io(&error))
}

fn verify(args: &VerifyArgs) -> io::Result<End> {
    let inputs = disk::read_story(&args.story)?;
    let archive = args.archive.clone().unwrap_or_else(|| disk::archive(&args.story));
    if !archive.is_dir() {
        let reason = format!(
            "{}: there is no such folder; put the text of each source there as SOURCE-ID.txt, or name the folder that \
             holds them: --archive DIR",
            archive.display()
        );
        return Ok(End::WrongUsage(reason));
    }
    let before = disk::read_evidence(&args.story, &archive)?;
    let old = before.lock.as_ref().map(|lock| lock.bytes.clone());
    let verification = compile::verify(inputs, before);
    output::diagnostics(&verification.outcome)?;
    let path = disk::lock(&args.story);
    let Some(lock) = verification.lock else {
        output::result(&format!("{} is left as it was.\n", path.display()))?;
        return Ok(End::WrongInput);
    };
    let is_new = old.as_deref() != Some(lock.as_bytes());
    if is_new {
        disk::write_whole(&path, lock.as_bytes())?;
    }
    output::result(&told(&verification.report, &path, is_new))?;
    Ok(End::Fine)
}

/// What was found, line by line.
fn told(report: &Report, path: &Path, is_new: bool) -> String {
    let mut lines = vec![match report.kinds.iter().sum() {
        1_usize => "1 quote".to_owned(),
        n => format!("{n} quotes"),
    }];
    let of = |kind: CheckKind| report.kinds[kind as usize];
    lines
        .extend(KINDS.iter().filter(|(kind, _)| of(*kind) > 0).map(|(kind, words)| format!("  {} {words}", of(*kind))));
    if report.unchecked_originals > 0 {
        lines.push(format!("  {} whose original is not checked, with a reason", report.unchecked_originals));
    }
    if report.trusted > 0 {
        lines.push(format!("  {} of these by verified.lock, for want of the source's text", report.trusted));
    }
    if report.dropped > 0 {
        lines.push(format!("  {} taken out of verified.lock", report.dropped));
    }
    lines.push(format!("{} is {}.", path.display(), if is_new { "written" } else { "as it was" }));
    lines.join("\n") + "\n"
}
