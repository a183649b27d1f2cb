//! JSON objects whose keys stay in order and are left out where there is nothing to say.
//!
//! A map of `serde_json` keeps the order of keys or not, by a feature that any other crate may switch on.

use std::borrow::Cow;

use serde::{Serialize, Serializer};

use crate::plain::replaced;

/// An object, key by key in its order.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
#[serde(transparent)]
pub(crate) struct Object<'a> {
    #[serde(serialize_with = "as_map")]
    entries: Vec<(&'static str, Value<'a>)>,
}

/// What stands under a key.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(untagged)]
pub(crate) enum Value<'a> {
    Text(Cow<'a, str>),
    Number(i64),
    Flag(bool),
    Object(Object<'a>),
    List(Vec<Self>),
}

impl<'a> Object<'a> {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    /// With a key, unless there is nothing to put there: no value, no text, no list.
    pub(crate) fn with(mut self, key: &'static str, value: impl Into<Option<Value<'a>>>) -> Self {
        self.entries.extend(value.into().filter(|value| !value.is_empty()).map(|value| (key, value)));
        self
    }

    /// The same for a value that may be missing.
    pub(crate) fn with_some<T: Into<Value<'a>>>(self, key: &'static str, value: Option<T>) -> Self {
        self.with(key, value.map(Into::into))
    }

    /// The same for a list.
    pub(crate) fn with_list<T: Into<Value<'a>>>(self, key: &'static str, values: impl IntoIterator<Item = T>) -> Self {
        self.with(key, Value::List(values.into_iter().map(Into::into).collect()))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl Value<'_> {
    fn is_empty(&self) -> bool {
        match self {
            Self::Text(text) => text.is_empty(),
            Self::Object(object) => object.is_empty(),
            Self::List(list) => list.is_empty(),
            Self::Number(_) | Self::Flag(_) => false,
        }
    }
}

fn as_map<S: Serializer>(entries: &[(&'static str, Value<'_>)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(entries.iter().map(|(key, value)| (key, value)))
}

impl<'a> From<&'a str> for Value<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Value<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.into())
    }
}

impl From<String> for Value<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<bool> for Value<'_> {
    fn from(flag: bool) -> Self {
        Self::Flag(flag)
    }
}

impl<'a> From<Object<'a>> for Value<'a> {
    fn from(object: Object<'a>) -> Self {
        Self::Object(object)
    }
}

/// JSON in one line without the characters that mean something to HTML or to old JavaScript. Outside of strings JSON has
/// none of them, so that an escape says the same.
pub(crate) fn guarded(json: &str) -> String {
    replaced(json, |c| match c {
        '<' => Some("\\u003c"),
        '>' => Some("\\u003e"),
        '&' => Some("\\u0026"),
        '\u{2028}' => Some("\\u2028"),
        '\u{2029}' => Some("\\u2029"),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_stay_in_order_and_what_is_empty_is_left_out() {
        let object = Object::new()
            .with_some("z", Some("last"))
            .with_some("none", None::<&str>)
            .with_some("empty", Some(""))
            .with_list("list", [1_i64, 2])
            .with_list("nothing", [] as [i64; 0])
            .with_some("object", Some(Object::new()))
            .with_some("a", Some(false));
        assert_eq!(serde_json::to_string(&object).expect("JSON"), r#"{"z":"last","list":[1,2],"a":false}"#);
    }

    proptest! {
        #[test]
        fn guarded_json_says_the_same_and_ends_no_script(text in "(\\PC|[\0-\u{20}<>&\"'\\\\\u{2028}\u{2029}]|</script>|<!--){0,40}") {
            let json = serde_json::to_string(&Object::new().with_some("text", Some(format!("x{text}")))).expect("JSON");
            let safe = guarded(&json);
            let harmless = !safe.contains(['<', '>', '&', '\u{2028}', '\u{2029}']);
            prop_assert!(harmless, "{}", safe);
            let back: serde_json::Value = serde_json::from_str(&safe).expect("JSON");
            prop_assert_eq!(&back["text"], &format!("x{text}"));
        }
    }
}
