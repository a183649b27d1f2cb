//! Browsers that lack something: the page's own words stay, whatever it is, unless the widget can do without.

use on_record_tests::{Page, Site};
use serde_json::json;

use super::stories::{INLINE, ferry, plan_of};

/// What is taken from the browser before the page's scripts run, each by a script.
const LACKING: &[&str] = &[
    "window.CSSStyleSheet = class { constructor() { throw new TypeError('Illegal constructor') } }",
    "delete window.CSSStyleSheet",
    "delete CSSStyleSheet.prototype.replaceSync",
    "delete ShadowRoot.prototype.adoptedStyleSheets; delete Document.prototype.adoptedStyleSheets",
    "delete window.customElements",
    "delete Element.prototype.attachShadow",
    "delete window.IntersectionObserver",
    "delete window.ResizeObserver",
    "delete window.AbortController",
    "delete window.WebAssembly",
    "delete WebAssembly.compileStreaming",
    "delete WebAssembly.Module.customSections",
    "delete window.fetch",
    "delete window.ReadableStream",
    "delete window.TextDecoder",
    "delete window.TextEncoder",
    "delete window.URL",
    "delete window.URLSearchParams",
    "delete window.CustomEvent",
    "delete window.queueMicrotask",
    "delete window.requestAnimationFrame",
    "delete window.matchMedia",
    "delete window.performance",
    "delete Performance.prototype.getEntriesByType",
    "delete window.Intl",
    "delete Intl.DateTimeFormat",
    "delete Intl.PluralRules",
    "delete Intl.NumberFormat",
    "delete Intl.ListFormat",
    "delete Intl.Segmenter",
    "delete Intl.DisplayNames",
    "delete Intl.RelativeTimeFormat",
    "delete Intl.Collator",
    "delete Intl.DateTimeFormat.prototype.formatToParts",
    "delete Intl.DateTimeFormat.prototype.formatRange",
    "delete String.prototype.normalize",
    "delete String.prototype.replaceAll",
    "delete Array.prototype.at; delete Array.prototype.flatMap",
    "delete Object.hasOwn",
    "delete Element.prototype.append",
    "delete Element.prototype.replaceChildren",
    "delete Element.prototype.remove",
    "delete Element.prototype.closest",
    "delete Element.prototype.matches",
    "delete Element.prototype.scrollIntoView",
    "delete Element.prototype.checkVisibility",
    "delete Element.prototype.moveBefore",
    "delete Element.prototype.getRootNode; delete Node.prototype.getRootNode",
    "delete Element.prototype.setPointerCapture",
    "delete Event.prototype.composedPath",
    "delete History.prototype.pushState; delete History.prototype.replaceState",
    "delete Navigator.prototype.clipboard; delete Navigator.prototype.share",
    "delete HTMLElement.prototype.dataset",
    "delete window.Symbol.for",
    "delete window.structuredClone",
    "delete window.Blob",
    "delete window.Proxy",
    "delete window.BigInt",
    "delete DataView.prototype.getBigUint64",
    "delete Uint8Array.prototype.subarray; delete Uint8Array.prototype.set",
    "CSS.supports = () => false",
    "delete window.CSS",
];

fn site() -> Site {
    let body = "<on-record src=/story.orb loading=eager height=400><p>Own words.</p></on-record>";
    LACKING
        .iter()
        .enumerate()
        .fold(plan_of(&ferry()).header(INLINE.0, INLINE.1), |plan, (at, lacking)| {
            let scripts = format!(
                "<script>try {{ {lacking} }} catch (error) {{ window.kept = String(error) }}</script>\
                <script type=module src=/on-record.js></script>"
            );
            plan.page_with(&format!("/{at}.html"), &scripts, body)
        })
        .serve()
}

/// Whether readers have the page's own words, or the widget.
const HAS: &str = "const host = document.querySelector('on-record');
    const box = (e) => e && e.getBoundingClientRect().height > 0 && getComputedStyle(e).visibility === 'visible';
    const own = box(host.firstElementChild);
    const widget = box(host.shadowRoot && host.shadowRoot.querySelector('.story .e'));
    return own === widget ? null : own ? 'words' : 'widget'";

#[test]
fn whatever_a_browser_lacks_the_pages_own_words_stay_or_the_widget_draws() {
    let site = site();
    let page = Page::blank();
    let mut drew = 0;
    for (at, lacking) in LACKING.iter().enumerate() {
        page.visit(&site, &format!("/{at}.html"));
        let over = "const host = document.querySelector('on-record');
            const given = probe.heard.some(({ name }) => name === 'ready' || name === 'error');
            const untold = !window.CustomEvent && host.shadowRoot?.querySelector('.room');
            return Boolean(given || untold || probe.complaints.length > 0 || !window.customElements?.get('on-record'))";
        // Other waiting asks the page for frames and the time.
        page.wait_across_loads(&format!("it is over without: {lacking}"), over, json!([]));
        let has: Option<String> = page.js(HAS, json!([]));
        assert!(has.is_some(), "{lacking}: there is nothing to read, or all of it twice");
        drew += usize::from(has.as_deref() == Some("widget"));
        let kept = page.js::<Option<String>>("return window.kept ?? null", json!([]));
        assert_eq!(kept, None, "{lacking}: the browser did not let go of it");
        // What the driver hands over whole needs more of the browser than a number does.
        let errors: usize = page.js("return probe.heard.filter(({ name }) => name === 'error').length", json!([]));
        // Where there is no element, or no event that could tell, the browser alone complains.
        let is_mute = "return !window.CustomEvent || probe.complaints.length > 0
            || !window.customElements?.get('on-record')";
        let is_told = has.as_deref() == Some("words") && !page.js::<bool>(is_mute, json!([]));
        assert!((usize::from(is_told)..=1).contains(&errors), "{lacking}: told {errors} times");
    }
    assert!(drew > LACKING.len() / 3, "what is not needed is not asked for: {drew}");
}
