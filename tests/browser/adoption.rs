//! What becomes of a story in the page when the widget comes: nothing. Its elements stay the same ones, where they stand, with
//! what readers and their browsers have made of them; wherever they came from.

use on_record_tests::{
    Page, Site, Widget,
    flow::{Flow, Rest},
};
use publish::Links;
use serde_json::json;

use super::{
    published::{NO_SCRIPT, published},
    reading::{assert_no_widget, held, readable, wait_for_widget},
    stories::{INLINE, ferry, plan_of},
};

const VIEWS: [&str; 4] = ["timeline", "quotes", "story", "timeline"];

/// Notes whatever shifts from now on and before, but for what answers the reader's own press at once.
const WATCH: &str = "window.shifts = [];
    const name = ({ node }) => `${node?.nodeName}.${node?.className?.baseVal ?? node?.className}`;
    const note = (entry) => entry.hadRecentInput || shifts.push(`${entry.value} ${entry.sources.map(name)}`);
    new PerformanceObserver((list) => list.getEntries().forEach(note)).observe({ type: 'layout-shift', buffered: true })";

#[test]
fn nothing_shifts_when_the_page_and_the_widget_come_nor_at_a_change_of_view() {
    for width_px in [390, 680, 1200] {
        let site = held(&ferry()).serve_alone();
        let page = Page::blank();
        page.set_width(width_px);
        page.visit(&site, "/");
        page.wait_until_readable(0);
        page.run_script(WATCH, json!([]));
        let widget = Widget::first(&page);
        let stands = || [".head", ".bar", ".story"].map(|part| (widget.place(part).x, widget.place(part).y));
        let before = stands();
        site.go_on();
        wait_for_widget(&page);
        assert_eq!(stands(), before, "{width_px} px");
        let shifts = || page.js::<Vec<String>>("return shifts.splice(0)", json!([]));
        assert_eq!(shifts(), [""; 0], "{width_px} px, when the widget comes");
        let bar = || [".head", ".bar"].map(|part| (widget.place(part).x, widget.place(part).y));
        for view in VIEWS {
            widget.look(view);
            assert_eq!(bar(), before[..2], "{view} at {width_px} px");
            // On a busy machine the view itself comes later than a browser takes for an answer to the press.
            shifts();
            if view == "timeline" {
                widget.rest();
            }
            page.settle();
            assert_eq!(shifts(), [""; 0], "{view} at {width_px} px, once it is there");
        }
        widget.look("story");
        assert_eq!(stands(), before, "back at {width_px} px");
    }
}

/// Does to the story what readers and their browsers do: marks words, opens a fold, selects; and remembers its elements.
const USE: &str =
    "window.kept = probe.all(0, '.or, .head, .stick, .bar, .strip, .plot, .m, .story, .story :is(.e, .q, .srcs li)');
    const noted = document.createElement('mark');
    const title = probe.one(0, '#event-first-crossing :is(h3, h4)').firstChild;
    const range = document.createRange();
    range.setStart(title, 4); range.setEnd(title, 9); range.surroundContents(noted);
    probe.one(0, '#event-rudder').open = true;
    const words = probe.one(0, '.opening blockquote').firstChild;
    getSelection().setBaseAndExtent(words, 2, words, 14);
    window.selected = String(getSelection())";

/// What is otherwise than it was left.
const LOST: &str = "const now = probe.all(0, '.or, .head, .stick, .bar, .strip, .plot, .m, .story, .story :is(.e, .q, .srcs li)');
    return [
        ...kept.filter((element, at) => element !== now[at]).map((element) => `another ${element.localName} ${element.id}`),
        ...(now.length === kept.length ? [] : [`${now.length} elements`]),
        ...(probe.read(probe.one(0, '#event-first-crossing mark')) === 'ferry' ? [] : ['the mark']),
        ...(probe.one(0, '#event-rudder').open ? [] : ['the fold']),
    ]";

#[test]
fn the_elements_of_the_story_stay_and_what_was_selected_marked_and_unfolded_in_them() {
    let site = held(&ferry()).serve_alone();
    let page = readable(&site, "/");
    assert_no_widget(&page);
    page.run_script(USE, json!([]));
    let lost = || page.js::<Vec<String>>(LOST, json!([]));
    let selected = || page.js::<(String, String)>("return [String(getSelection()), selected]", json!([]));
    site.go_on();
    wait_for_widget(&page);
    assert_eq!(lost(), [""; 0], "when the widget comes");
    let (now, before) = selected();
    assert_eq!(now, before);
    assert!(now.len() > 8, "{now}");
    let widget = Widget::first(&page);
    for view in VIEWS {
        page.run_script("probe.one(0, `a[data-view=${arguments[0]}]`).click()", json!([view]));
        assert_eq!(lost(), [""; 0], "{view}");
        // What is not shown is not read out of the page, and stays selected.
        if view == "story" {
            assert_eq!(selected().0, before);
        }
    }
    widget.look("story");
    widget.search("pier");
    assert_eq!(lost(), [""; 0], "while something is searched for");
    widget.click("[data-tool=close]");
    widget.click(".tools [data-tool=earlier]");
    page.wait_until("an earlier day", "return !probe.one(0, '#event-night-boat')", json!([]));
    widget.click(".tools [data-tool=later]");
    page.wait_until("the last day", "return probe.one(0, '#event-night-boat')", json!([]));
    page.settle();
    assert_eq!(lost(), [""; 0], "and after another day was told");
    page.assert_well();
}

#[test]
fn a_page_that_is_translated_before_or_after_the_widget_has_come_stays_translated() {
    let script = include_str!("translators.js");
    for name in ["two font elements in the place of each text", "other words in each text"] {
        for comes_first in [true, false] {
            let site = held(&ferry()).serve_alone();
            let page = readable(&site, "/");
            let translate = || page.run_script(&format!("{script}; translated.once(0, {})", json!(name)), json!([]));
            let come = || {
                site.go_on();
                wait_for_widget(&page);
            };
            let left = || page.js::<Vec<String>>("return translated.untranslated(0, '.head, .bar, .story')", json!([]));
            if comes_first {
                come();
                translate();
            } else {
                assert_no_widget(&page);
                translate();
                come();
            }
            assert_eq!(left(), [""; 0], "{name}");
            let widget = Widget::first(&page);
            for view in VIEWS {
                widget.look(view);
                assert_eq!(left(), [""; 0], "{name}, {view}");
            }
            widget.look("story");
            let first = widget.at();
            widget.click("[data-tool=next]");
            assert_ne!(widget.at(), first);
            assert_eq!(page.heard("error"), []);
            page.assert_well();
        }
    }
}

#[test]
fn a_page_of_another_version_than_the_bundle_is_not_mixed_with_it() {
    let old = super::updated::edition(1);
    let new = super::updated::edition(2);
    let body = format!("<on-record src=/story.orb>{}</on-record>", old.told_at(1));
    let body = format!("<link rel=stylesheet href=/widget/story.css>{body}");
    let held = Flow { declared_bytes: None, start: Vec::new(), rest: Rest::Held(new.bytes.clone()) };
    let site = Site::plan().flow("/story.orb", held).page("/index.html", &body).serve();
    let page = readable(&site, "/");
    let widget = Widget::first(&page);
    assert_eq!(widget.attributes(".or", "data-version"), [old.opened().version()]);
    site.go_on();
    page.wait_until_ready(0);
    page.wait_until(
        "the new version stands in its place",
        "return probe.one(0, '.or').dataset.version === arguments[0]",
        json!([new.opened().version()]),
    );
    let titles: Vec<String> = page.js("return probe.all(0, '.head :is(h1, h2)').map(probe.read)", json!([]));
    assert_eq!(titles, std::slice::from_ref(&new.story.title));
    assert_eq!(widget.count(".or"), 1);
    let first = widget.at();
    widget.click("[data-tool=next]");
    assert_ne!(widget.at(), first, "what is new is read on");
    for view in VIEWS {
        widget.look(view);
    }
    page.assert_well();
}

/// An element in an article, as the one line embeds it.
fn one_line(from: &str, story: &str) -> (String, String) {
    let script = format!("<script type=module src='{from}/on-record.js'></script>");
    (script, format!("<on-record src='{story}/story.orb'><p><a href='{story}/'>The story</a></p></on-record>"))
}

#[test]
fn one_line_shows_the_story_without_wasm_where_script_and_story_come_from_one_place() {
    let source = held(&ferry()).serve_alone();
    let anywhere = ("Content-Security-Policy", "default-src 'self' http://127.0.0.1:* data: 'wasm-unsafe-eval'");
    let (script, element) = one_line(&source.url(""), &source.url(""));
    let site = Site::plan().header(anywhere.0, anywhere.1).page_with("/article.html", &script, &element).serve_alone();
    let page = readable(&site, "/article.html");
    assert_no_widget(&page);
    let widget = Widget::first(&page);
    assert_eq!(widget.count(".e"), ferry().story.events.len());
    assert_eq!(widget.style(".stick", "position"), "sticky", "it has its style");
    assert!(!page.js::<bool>("return probe.seen(document.querySelector('on-record p'))", json!([])));
    widget.click("[data-tool=next]");
    widget.click("a[data-view=timeline]");
    source.go_on();
    page.wait_until("timeline", "return probe.one(0, '[part~=axis]') !== undefined", json!([]));
    page.assert_well();
}

#[test]
fn one_line_takes_the_widget_where_the_story_is_somebody_elses() {
    let source = held(&ferry()).serve_alone();
    source.go_on();
    let anywhere = ("Content-Security-Policy", "default-src 'self' http://127.0.0.1:* data: 'wasm-unsafe-eval'");
    let (script, element) = one_line("", &source.url(""));
    let site = Site::plan().header(anywhere.0, anywhere.1).page_with("/article.html", &script, &element).serve();
    let page = readable(&site, "/article.html");
    wait_for_widget(&page);
    assert_eq!(Widget::first(&page).count(".e"), ferry().story.events.len());
    let asked: Vec<String> = source.asked().into_iter().map(|asked| asked.path).collect();
    assert_eq!(asked, ["/story.orb"], "markup of others is not taken");
    page.assert_well();
}

/// The code that a published page gives away for the whole story in a shadow tree.
fn whole() -> String {
    let files = published(&ferry(), &Links::default());
    let page = files.iter().find(|file| file.path == "snippets.html").expect("the page of snippets");
    let page = String::from_utf8(page.bytes.clone()).expect("a page");
    let code = page.split("<textarea").map(|field| field.split_once('>').unwrap_or_default().1);
    let code = code.filter_map(|field| field.split_once("</textarea>")).map(|(code, _)| code);
    let code = code.filter(|code| code.contains("shadowrootmode")).collect::<String>();
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    signs.iter().fold(code, |code, (escaped, sign)| code.replace(escaped, sign))
}

#[test]
fn a_shadow_tree_that_comes_with_the_page_is_read_with_its_own_style_by_no_script() {
    let site = held(&ferry())
        .header("Content-Security-Policy", &NO_SCRIPT)
        .page_with("/whole.html", "", &whole())
        .serve_alone();
    let page = Page::blank();
    page.visit(&site, "/whole.html");
    let widget = Widget::first(&page);
    assert_eq!(widget.count(".e"), ferry().story.events.len());
    assert_eq!(widget.style(".stick", "position"), "sticky");
    assert!(page.js::<bool>("return probe.hosts()[0].shadowRoot !== null", json!([])));
    widget.click("#event-rudder summary");
    assert!(widget.shows("#event-rudder .unfolded"));
    page.run_script("document.documentElement.style.fontSize = '40px'", json!([]));
    assert_eq!(widget.style(".or", "font-size"), "14px", "a rem of the page's own is none of the story's");
}

#[test]
fn a_shadow_tree_of_the_pages_own_is_taken_over_as_it_stands_where_browsers_know_it_and_where_not() {
    // What is put in by a script is no shadow tree to any browser, as the tag is not to those that do not know it.
    let unknown = format!(
        "<main></main><template id=code>{}</template><script type=module>
        document.querySelector('main').innerHTML = document.querySelector('#code').innerHTML</script>",
        whole().replace("shadowrootmode", "data-mode")
    );
    let unknown =
        unknown.replacen("innerHTML</script>", "innerHTML.replace('data-mode', 'shadowrootmode')</script>", 1);
    for (name, body) in [("known", whole()), ("unknown", unknown)] {
        let site = held(&ferry()).header(INLINE.0, INLINE.1).page("/whole.html", &body).serve_alone();
        let page = readable(&site, "/whole.html");
        assert_no_widget(&page);
        page.run_script(USE, json!([]));
        let widget = Widget::first(&page);
        assert_eq!(widget.style(".stick", "position"), "sticky", "{name}: it has its style");
        let first = widget.at();
        widget.click("[data-tool=next]");
        assert_ne!(widget.at(), first, "{name}");
        site.go_on();
        wait_for_widget(&page);
        for view in VIEWS {
            widget.look(view);
            assert_eq!(page.js::<Vec<String>>(LOST, json!([])), [""; 0], "{name}, {view}");
        }
        let link: String = page.js("return probe.hosts()[0].querySelector('a').textContent", json!([]));
        assert_eq!(link, ferry().story.title, "{name}: a link for whoever takes tags away");
        // Chromium itself remarks on the tag in what a script puts in.
        let complaints: Vec<String> = page.js("return probe.complaints", json!([]));
        assert_eq!(complaints, [""; 0], "{name}");
    }
}

#[test]
fn a_bundle_alone_is_told_by_the_widget_and_has_the_same_elements() {
    let story = ferry();
    let site = plan_of(&story).page("/alone.html", "<on-record src=/story.orb loading=eager></on-record>").serve();
    let elements = |page: &Page| {
        let script = "return probe.all(0, '.head *, .stick *:not(.key *), .story *:not(noscript, noscript *)').map((e) => [e.localName, e.id, e.getAttribute('class'), \
            e.getAttribute('href'), e.childElementCount ? '' : e.textContent].join(' '))";
        page.js::<Vec<String>>(script, json!([]))
    };
    let told = elements(&readable(&site, "/"));
    let made = elements(&Page::open(&site, "/alone.html"));
    assert!(told.len() > 300, "{}", told.len());
    let other = told.iter().zip(&made).find(|(told, made)| told != made);
    assert_eq!((other, told.len()), (None, made.len()));
}
