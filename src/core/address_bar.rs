//! The part of the page's address that holds a view: in the fragment, in a query parameter, or nowhere, as the page chooses.
//!
//! The rest of the address is the page's own. Browsers are asked by [`crate::page`]; what is here knows texts alone.
//!
//! In a page of several stories the address is that of the first which holds its view in the same place
//! (`embed/around/stories.js`).

use super::{permalink::pairs_from_fragment, tracking::is_tracking};
use telling::{Destination, destination, names_user};

/// The query parameter that holds a view.
const PARAMETER: &str = "or";
/// What a fragment of ours begins with, which the parameter leaves out.
const MARK: &str = "#or_";

/// Where the address holds the view.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Hold {
    /// In the fragment, unless the page has one of its own.
    #[default]
    Fragment,
    /// In a query parameter.
    Query,
    /// Nowhere: the address is left alone.
    Nowhere,
}

impl Hold {
    /// As the element's attribute `permalink` names it; what it does not name is the first.
    #[must_use]
    pub fn from_attribute(value: Option<&str>) -> Self {
        match value {
            Some("query") => Self::Query,
            Some("none") => Self::Nowhere,
            _ => Self::Fragment,
        }
    }
}

/// The view in an address, as a fragment, an empty one where it has none; nothing where its place is taken by a fragment
/// of the page's own.
#[must_use]
pub fn fragment_from_address(address: &str, hold: Hold) -> Option<String> {
    let Parts { query, fragment, .. } = Parts::of(address);
    match hold {
        Hold::Nowhere => None,
        Hold::Fragment => (fragment.len() <= 1 || pairs_from_fragment(fragment).is_some()).then(|| fragment.to_owned()),
        Hold::Query => {
            let value = query.iter().find_map(|pair| pair.strip_prefix(PARAMETER)?.strip_prefix('='));
            Some(value.map(|value| [MARK, value].concat()).unwrap_or_default())
        }
    }
}

/// An address with another view in it.
#[must_use]
pub fn address_with(address: &str, hold: Hold, view: &str) -> String {
    let Parts { page, mut query, fragment } = Parts::of(address);
    match hold {
        Hold::Nowhere => address.to_owned(),
        Hold::Fragment => joined(page, &query, view),
        Hold::Query => {
            let pair = view.strip_prefix(MARK).map(|value| [PARAMETER, "=", value].concat());
            query.retain(|pair| name_of(pair) != PARAMETER);
            query.extend(pair.as_deref());
            joined(page, &query, fragment)
        }
    }
}

/// A link to a view for others: on `known`, the address that the story is known to have, or else on the page's own
/// address without what follows its readers. Nothing where neither leads anywhere, as in a file on a reader's disk.
#[must_use]
pub fn link(known: Option<&str>, page: &str, hold: Hold, view: &str) -> Option<String> {
    let is_of_web = |address: &&str| matches!(destination(address), Some(Destination::Host(_))) && !names_user(address);
    // Where the story is known to be, its address is its own.
    let known = known.filter(is_of_web).map(|address| (address, Hold::Fragment));
    let (address, hold) = known.or_else(|| Some(page).filter(is_of_web).map(|page| (page, hold)))?;
    let Parts { page, mut query, fragment } = Parts::of(address);
    query.retain(|pair| !is_tracking(name_of(pair)));
    // A fragment with a path is the page itself, where a router reads it.
    let is_route = fragment.starts_with("#/") || fragment.starts_with("#!");
    let plain = joined(page, &query, if is_route { fragment } else { "" });
    let hold = if is_route && hold == Hold::Fragment { Hold::Nowhere } else { hold };
    Some(address_with(&plain, hold, view))
}

/// An address taken apart.
struct Parts<'a> {
    /// All before the query.
    page: &'a str,
    /// The pairs of the query.
    query: Vec<&'a str>,
    /// The fragment with its `#`; empty where there is none.
    fragment: &'a str,
}

impl<'a> Parts<'a> {
    fn of(address: &'a str) -> Self {
        let (before, fragment) = address.split_at(address.find('#').unwrap_or(address.len()));
        let (page, query) = before.split_once('?').unwrap_or((before, ""));
        Self { page, query: query.split('&').filter(|pair| !pair.is_empty()).collect(), fragment }
    }
}

fn name_of(pair: &str) -> &str {
    pair.split_once('=').map_or(pair, |(name, _)| name)
}

fn joined(page: &str, query: &[&str], fragment: &str) -> String {
    let mark = if query.is_empty() { "" } else { "?" };
    [page, mark, &query.join("&"), fragment].concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PAGE: &str = "https://news.example/a?x=1";

    #[test]
    fn the_view_is_read_from_where_the_page_holds_it() {
        let cases = [
            ("#or_event-a", Hold::Fragment, Some("#or_event-a")),
            ("#or:event=a", Hold::Fragment, Some("#or:event=a")),
            ("", Hold::Fragment, Some("")),
            ("#", Hold::Fragment, Some("#")),
            ("#/story/12", Hold::Fragment, None),
            ("#comments", Hold::Fragment, None),
            ("&or=event-a#comments", Hold::Query, Some("#or_event-a")),
            ("&order=1#or_event-a", Hold::Query, Some("")),
            ("&or=event-a#or_event-a", Hold::Nowhere, None),
        ];
        for (rest, hold, expected) in cases {
            let address = [PAGE, rest].concat();
            assert_eq!(fragment_from_address(&address, hold).as_deref(), expected, "{address} {hold:?}");
        }
    }

    #[test]
    fn another_view_leaves_the_rest_of_the_address_alone() {
        let cases = [
            ("", Hold::Fragment, "#or_q-b", "#or_q-b"),
            ("#or:event=a", Hold::Fragment, "#or_q-b", "#or_q-b"),
            ("#or_q-b", Hold::Fragment, "", ""),
            ("#/story/12", Hold::Query, "#or_q-b", "&or=q-b#/story/12"),
            ("&or=q-a&y=2#top", Hold::Query, "#or_q-b", "&y=2&or=q-b#top"),
            ("&or=q-a", Hold::Query, "", ""),
            ("#or_q-a", Hold::Nowhere, "#or_q-b", "#or_q-a"),
        ];
        for (rest, hold, view, expected) in cases {
            let address = [PAGE, rest].concat();
            assert_eq!(address_with(&address, hold, view), [PAGE, expected].concat(), "{address} {hold:?}");
        }
        assert_eq!(address_with("https://a.example/?or=q-a", Hold::Query, ""), "https://a.example/");
    }

    #[test]
    fn a_link_for_others_leads_to_the_story_and_tells_nothing_of_who_made_it() {
        let known = Some("https://news.example/bridge/");
        let cases = [
            (None, "https://a.example/x?id=7&utm_source=m&fbclid=1#or_q-a", "https://a.example/x?id=7#or_quote-b"),
            (None, "https://a.example/?gclid=1", "https://a.example/#or_quote-b"),
            (None, "http://a.example/x#comments", "http://a.example/x#or_quote-b"),
            (None, "https://a.example/x?utm_id=1#/story/12", "https://a.example/x#/story/12"),
            (known, "file:///home/ann/bridge.html", "https://news.example/bridge/#or_quote-b"),
            (known, "about:srcdoc", "https://news.example/bridge/#or_quote-b"),
            (known, "https://other.example/embed.html", "https://news.example/bridge/#or_quote-b"),
            (Some("https://a.example/x?utm_id=1&p=2"), "https://b.example/", "https://a.example/x?p=2#or_quote-b"),
            (Some("javascript:alert(1)"), "https://a.example/", "https://a.example/#or_quote-b"),
            (Some("/bridge"), "https://a.example/", "https://a.example/#or_quote-b"),
            (Some("https://me:secret@b.example/"), "https://a.example/?a=@", "https://a.example/?a=@#or_quote-b"),
        ];
        for (known, page, expected) in cases {
            let made = link(known, page, Hold::Fragment, "#or_quote-b");
            assert_eq!(made.as_deref(), Some(expected), "{known:?} {page}");
        }
        let by_query = link(None, "https://a.example/?or=q-a&utm_id=1#/story/12", Hold::Query, "#or_quote-b");
        assert_eq!(by_query.as_deref(), Some("https://a.example/?or=quote-b#/story/12"));
        let nowhere = link(None, "https://a.example/?a=1#or_q-a", Hold::Nowhere, "#or_quote-b");
        assert_eq!(nowhere.as_deref(), Some("https://a.example/?a=1"));
    }

    #[test]
    fn what_leads_nobody_anywhere_is_no_link() {
        for page in
            ["file:///home/ann/a.html", "about:srcdoc", "about:blank", "blob:https://a.example/1", "data:text/html,x"]
        {
            assert_eq!(link(None, page, Hold::Fragment, "#or_quote-b"), None, "{page}");
        }
    }

    proptest! {
        #[test]
        fn a_view_that_was_written_is_read(rest in "[?&#/!a-z=]{0,20}", hold in prop_oneof![Just(Hold::Fragment), Just(Hold::Query)]) {
            let address = ["https://a.example/", &rest].concat();
            let written = address_with(&address, hold, "#or_event-a_q-b__c");
            prop_assert_eq!(fragment_from_address(&written, hold), Some("#or_event-a_q-b__c".to_owned()));
            let cleared = address_with(&written, hold, "");
            prop_assert_eq!(fragment_from_address(&cleared, hold), Some(String::new()));
        }
    }
}
