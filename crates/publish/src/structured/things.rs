//! The simplest things of schema.org: a name, a type.

use crate::object::Object;

/// A thing of a type.
pub(super) fn typed(kind: &'static str) -> Object<'static> {
    Object::new().with_some("@type", Some(kind))
}

/// Somebody of whom the record does not say whether it is a person or an organisation: a name without a type.
pub(super) fn named(name: &str) -> Object<'_> {
    Object::new().with_some("name", Some(name))
}
