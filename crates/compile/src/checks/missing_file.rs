//! A file that the story's folder does not hold.

use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Reports a file that is not there, or cannot be read for the reason that the machine gives.
pub(crate) fn report(path: &str, span: Span, reason: Option<&str>, sink: &mut Sink) {
    let message = match reason {
        Some(reason) => format!("the file `{path}` cannot be read: {reason}"),
        None => format!("there is no file `{path}` in the story's folder"),
    };
    let hint = "put it there, or mend its name: capital letters and the ending count; what lies elsewhere is named by its \
                whole address, https://…";
    sink.push(Diagnostic::new(Code::MissingFile, span, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::MissingFile;
    use crate::testing::{FilesBeside, expect, expect_in, picture};

    const HINT: &str = "(put it there, or mend its name: capital letters and the ending count; what lies elsewhere is named \
                        by its whole address, https://…)";

    #[test]
    fn every_file_that_is_named_must_be_there() {
        let toml = "[[media]]\nevent = \"e\"\nurl = \"a.jpg\"\nalt = \"A\"\n\
                    [[media]]\nevent = \"e\"\nurl = \"film.mp4\"\nalt = \"F\"\nkind = \"video\"\nposter = \"p.png\"\n\
                    captions = [\"de: f.vtt\"]\ntranscript = \"t.txt\"\n\
                    [[people]]\nid = \"k\"\nname = \"K\"\nportrait = \"k.jpg\"";
        let missing =
            |place: &str, path: &str| format!("{place} there is no file `{path}` in the story's folder {HINT}");
        let expected = [
            missing("3:8", "a.jpg"),
            missing("7:8", "film.mp4"),
            missing("10:11", "p.png"),
            missing("11:18", "f.vtt"),
            missing("12:15", "t.txt"),
            missing("16:13", "k.jpg"),
        ];
        let expected: Vec<&str> = expected.iter().map(String::as_str).collect();
        expect_in(&FilesBeside::default().outcome(toml), MissingFile, &expected);
        expect(MissingFile, toml, &[]);
    }

    #[test]
    fn a_name_may_be_written_as_an_address_writes_it() {
        let files = FilesBeside::default().file("my picture.png", &picture(9, 7));
        for name in ["my picture.png", "my%20picture.png", "./my picture.png"] {
            let toml = format!("[[media]]\nevent = \"e\"\nurl = \"{name}\"\nalt = \"A\"");
            expect_in(&files.outcome(&toml), MissingFile, &[]);
        }
    }
}
