//! A file that runs or loads something, or tells what it must not.

use pictures::Fault;

use super::bad_file::told;
use crate::diagnostic::Sink;
use crate::{Code, Diagnostic, Span};

/// Reports what a file does.
pub(crate) fn report(path: &str, span: Span, fault: &Fault, sink: &mut Sink) {
    sink.push(Diagnostic::new(Code::UnsafeFile, span, told(path, fault)).hint(fault.hint.clone()));
}

#[cfg(test)]
mod tests {
    use crate::Code::UnsafeFile;
    use crate::testing::{FilesBeside, expect_in};

    #[test]
    fn an_svg_picture_runs_and_loads_nothing() {
        let toml = "[[media]]\nevent = \"e\"\nurl = \"a.svg\"\nalt = \"A\"";
        let outcome = |inner: &str| {
            let svg = format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 3\">\n{inner}</svg>");
            FilesBeside::default().file("a.svg", svg.as_bytes()).outcome(toml)
        };
        expect_in(&outcome("<path d=\"M0 0\"/>"), UnsafeFile, &[]);
        for (inner, what, column) in [
            ("<g><script>alert(1)</script></g>", "`<script>`, which can run or load something", 4),
            ("<g onload=\"alert(1)\"/>", "`onload`, which runs a script", 4),
            (
                "<image href=\"https://a.example/b\"/>",
                "the address `https://a.example/b`, which loads or runs something",
                8,
            ),
        ] {
            let expected = format!(
                "3:8 `a.svg` is an SVG picture with {what} (line 2, column {column} of the file) (take it out, or save the \
                 picture as PNG)"
            );
            expect_in(&outcome(inner), UnsafeFile, &[&expected]);
        }
    }
}
