//! Where what is published will stand on the web, as far as that is known.

use std::fmt;

use story::Story;
use url::Url;

/// The address that a published folder will have on the web, where its author has told it.
///
/// Without one there are no absolute links: every way to ask for one gives `None`, and nothing is invented.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Links {
    base: Option<String>,
}

/// Why a text is no address of a folder: what is wrong, and how to mend it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinksError {
    /// The text.
    pub given: String,
    /// What is wrong with it.
    pub fault: LinksFault,
}

/// What is wrong with an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinksFault {
    /// It is no address, or a relative one.
    NotAbsolute,
    /// It is one, but not of the web.
    NotWeb,
    /// It holds a name or a password, which every reader would see.
    Credentials,
    /// It has a query or a fragment, to which no file name can be added.
    QueryOrFragment,
    /// It is the address of a page, not of a folder.
    Page,
}

/// What each fault means, and how to mend it.
const FAULTS: &[(LinksFault, &str)] = &[
    (LinksFault::NotAbsolute, "is no absolute address; write it whole, for instance https://example.org/story/"),
    (LinksFault::NotWeb, "is no address of the web; it has to begin with https:// or http://"),
    (LinksFault::Credentials, "holds a name or a password, which every reader would see; leave it out"),
    (LinksFault::QueryOrFragment, "has a `?` or a `#`; name the folder alone, for instance https://example.org/story/"),
    (LinksFault::Page, "is the address of a page; name its folder, which ends in a slash"),
];

/// What begins a fragment that tells the widget what to show.
const FRAGMENT: &str = "#or_";

impl Links {
    /// Links below the address of a folder. A missing slash at its end is added.
    ///
    /// # Errors
    ///
    /// What is wrong with the address.
    pub fn new(base: &str) -> Result<Self, LinksError> {
        let fail = |fault| LinksError { given: base.to_owned(), fault };
        let mut url = Url::parse(base.trim()).map_err(|_| fail(LinksFault::NotAbsolute))?;
        if let Some(fault) = fault(&url) {
            return Err(fail(fault));
        }
        if !url.path().ends_with('/') {
            url.set_path(&[url.path(), "/"].concat());
        }
        Ok(Self { base: Some(url.into()) })
    }

    /// The address of the folder, with a slash at its end.
    #[must_use]
    pub fn base(&self) -> Option<&str> {
        self.base.as_deref()
    }

    /// The server of the folder as a policy names it: scheme, host and port; `None` also for a host that no policy can name
    /// (Content Security Policy level 3, "host-source").
    #[must_use]
    pub fn origin(&self) -> Option<String> {
        // A base was an address when it was given.
        origin_of(&Url::parse(self.base()?).ok()?)
    }

    /// The absolute address of a file of the folder, by its path in it.
    #[must_use]
    pub fn to(&self, path: &str) -> Option<String> {
        self.base().map(|base| [base, path].concat())
    }

    /// The address that opens an event in the published page.
    #[must_use]
    pub fn event(&self, id: &str) -> Option<String> {
        self.to(&event_fragment(id))
    }

    /// The address that opens a quote in the published page.
    #[must_use]
    pub fn quote(&self, id: &str) -> Option<String> {
        self.to(&quote_fragment(id))
    }

    /// The absolute address of what an author named, which may be relative to the page; of a relative one `None`
    /// without a base.
    #[must_use]
    pub fn resolve(&self, url: &str) -> Option<String> {
        match (Url::parse(url), self.base()) {
            (Ok(url), _) => Some(url.into()),
            // What is no address below the base either leads nowhere.
            (Err(_), Some(base)) => Url::parse(base).and_then(|base| base.join(url)).ok().map(Into::into),
            (Err(_), None) => None,
        }
    }

    /// What stands for a story in formats that need an address: the folder's, else a name that is no address.
    #[must_use]
    pub fn story_id(&self, story: &Story) -> String {
        self.base().map_or_else(|| urn(&[&story.id]), str::to_owned)
    }

    /// What stands for an event in formats that need an address.
    #[must_use]
    pub fn event_id(&self, story: &Story, id: &str) -> String {
        self.event(id).unwrap_or_else(|| urn(&[&story.id, "event", id]))
    }

    /// What stands for a quote in formats that need an address.
    #[must_use]
    pub fn quote_id(&self, story: &Story, id: &str) -> String {
        self.quote(id).unwrap_or_else(|| urn(&[&story.id, "quote", id]))
    }
}

/// The server of an address as a policy names it: scheme, host and port; `None` for a host that no policy can name.
pub(crate) fn origin_of(url: &Url) -> Option<String> {
    let is_nameable = |host: &str| host.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._".contains(&byte));
    url.host_str().is_some_and(is_nameable).then(|| url.origin().ascii_serialization())
}

/// The fragment that makes the widget open an event, as the widget itself writes it.
#[must_use]
pub fn event_fragment(id: &str) -> String {
    [FRAGMENT, "event-", id].concat()
}

/// The fragment that makes the widget open a quote.
#[must_use]
pub fn quote_fragment(id: &str) -> String {
    [FRAGMENT, "quote-", id].concat()
}

/// To whom an address of mail leads; `None` for an address of the web.
pub(crate) fn mail_from_address(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once(':')?;
    let to = rest.split('?').next()?;
    (scheme.eq_ignore_ascii_case("mailto") && !to.is_empty()).then_some(to)
}

fn fault(url: &Url) -> Option<LinksFault> {
    let is_page = url.path().rsplit('/').next().is_some_and(|last| last.ends_with(".html") || last.ends_with(".htm"));
    let faults = [
        (!matches!(url.scheme(), "http" | "https"), LinksFault::NotWeb),
        (!url.username().is_empty() || url.password().is_some(), LinksFault::Credentials),
        (url.query().is_some() || url.fragment().is_some(), LinksFault::QueryOrFragment),
        (is_page, LinksFault::Page),
    ];
    faults.into_iter().find(|(is_there, _)| *is_there).map(|(_, fault)| fault)
}

/// A name that stays the same for ever: the parts hashed into a UUID (RFC 9562, version 5).
fn urn(parts: &[&str]) -> String {
    let space = uuid::Uuid::new_v5(&uuid::Uuid::NAMESPACE_OID, b"on-record");
    uuid::Uuid::new_v5(&space, parts.join("/").as_bytes()).urn().to_string()
}

impl fmt::Display for LinksError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let meaning = FAULTS.iter().find(|(fault, _)| *fault == self.fault).map_or("", |(_, meaning)| meaning);
        write!(f, "`{}` {meaning}", self.given)
    }
}

impl std::error::Error for LinksError {}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_folder_of_the_web_is_taken_and_ends_in_a_slash() {
        let cases = [
            ("https://example.org", "https://example.org/"),
            ("https://example.org/a/b", "https://example.org/a/b/"),
            (" HTTP://Example.org:8080/a/ ", "http://example.org:8080/a/"),
            ("https://例え.jp/物語", "https://xn--r8jz45g.jp/%E7%89%A9%E8%AA%9E/"),
            ("https://example.org/a b", "https://example.org/a%20b/"),
        ];
        for (given, expected) in cases {
            assert_eq!(Links::new(given).expect(given).base(), Some(expected), "{given}");
        }
    }

    #[test]
    fn anything_else_is_refused_with_a_way_out() {
        let cases = [
            ("", LinksFault::NotAbsolute),
            ("example.org/story", LinksFault::NotAbsolute),
            ("/story/", LinksFault::NotAbsolute),
            ("//example.org/", LinksFault::NotAbsolute),
            ("https://", LinksFault::NotAbsolute),
            ("javascript:alert(1)", LinksFault::NotWeb),
            ("file:///srv/story", LinksFault::NotWeb),
            ("https://me:secret@example.org/", LinksFault::Credentials),
            ("https://example.org/?a=b", LinksFault::QueryOrFragment),
            ("https://example.org/#or_q-x", LinksFault::QueryOrFragment),
            ("https://example.org/index.html", LinksFault::Page),
        ];
        for (given, expected) in cases {
            let error = Links::new(given).expect_err(given);
            assert_eq!(error.fault, expected, "{given}");
            assert!(error.to_string().len() > given.len() + 20, "{error}");
        }
    }

    #[test]
    fn links_are_absolute_or_there_are_none() {
        let links = Links::new("https://example.org/s").expect("a folder");
        assert_eq!(links.to("story.ics").as_deref(), Some("https://example.org/s/story.ics"));
        assert_eq!(links.event("opening").as_deref(), Some("https://example.org/s/#or_event-opening"));
        assert_eq!(links.quote("no").as_deref(), Some("https://example.org/s/#or_quote-no"));
        assert_eq!(links.resolve("a.jpg").as_deref(), Some("https://example.org/s/a.jpg"));
        let none = Links::default();
        assert_eq!((none.to("story.ics"), none.event("opening"), none.resolve("a.jpg")), (None, None, None));
        assert_eq!(none.resolve("https://example.org/a.jpg").as_deref(), Some("https://example.org/a.jpg"));
    }

    #[test]
    fn a_server_is_named_where_a_policy_can_name_it() {
        let check = |base: &str, expected: Option<&str>| {
            assert_eq!(Links::new(base).expect(base).origin().as_deref(), expected, "{base}");
        };
        check("https://example.org/a/b/", Some("https://example.org"));
        check("https://EXAMPLE.org:443/", Some("https://example.org"));
        check("http://127.0.0.1:8080/a/", Some("http://127.0.0.1:8080"));
        check("https://例え.jp/", Some("https://xn--r8jz45g.jp"));
        check("http://[::1]/", None);
        check("https://a;script-src/", None);
        assert_eq!(Links::default().origin(), None);
    }

    #[test]
    fn mail_leads_to_somebody() {
        assert_eq!(mail_from_address("mailto:desk@example.org?subject=A"), Some("desk@example.org"));
        assert_eq!(mail_from_address("MailTo:desk@example.org"), Some("desk@example.org"));
        for other in ["https://example.org/", "desk", "mailto:"] {
            assert_eq!(mail_from_address(other), None, "{other}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_taken_is_taken_again_as_it_is(base in "(https?://)?[a-z/.?#:@% é]{0,20}") {
            if let Ok(links) = Links::new(&base) {
                prop_assert_eq!(Links::new(links.base().expect("a base")), Ok(links.clone()));
            }
        }
    }
}
