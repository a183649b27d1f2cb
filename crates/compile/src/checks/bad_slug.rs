//! An id that is not a slug.

use crate::diagnostic::Sink;
use crate::hidden::slug_of;
use crate::{Code, Diagnostic, Span};

/// Checks an id.
pub(crate) fn check(id: &str, span: Span, sink: &mut Sink) {
    if story::is_slug(id) {
        return;
    }
    let message = format!("the id `{id}` is not a slug");
    let slug = slug_of(id);
    let hint = if slug.is_empty() {
        "use lower-case letters a to z, digits and single hyphens".to_owned()
    } else {
        format!("use lower-case letters, digits and single hyphens: `{slug}`")
    };
    sink.push(Diagnostic::new(Code::BadSlug, span, message).hint(hint));
}

#[cfg(test)]
mod tests {
    use crate::Code::BadSlug;
    use crate::testing::expect;

    #[test]
    fn an_id_must_be_a_slug() {
        let row = |id| format!("[[people]]\nid = \"{id}\"\nname = \"K\"");
        expect(
            BadSlug,
            &row("Kim_Jong Un"),
            &["2:7 the id `Kim_Jong Un` is not a slug \
               (use lower-case letters, digits and single hyphens: `kim-jong-un`)"],
        );
        expect(
            BadSlug,
            &row("김정은"),
            &["2:7 the id `김정은` is not a slug (use lower-case letters a to z, digits and single hyphens)"],
        );
        expect(
            BadSlug,
            &row("k\u{200B}im"),
            &["2:7 the id `k\u{200B}im` is not a slug (use lower-case letters, digits and single hyphens: `kim`)"],
        );
        expect(BadSlug, &row("kim-jong-un"), &[]);
    }
}
