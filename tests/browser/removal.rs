//! What an element leaves behind when it goes: nothing, however often it goes.

use std::{
    collections::BTreeMap,
    time::{Duration, Instant},
};

use on_record_tests::{Page, site::Plan};
use serde_json::{Value, json};

use super::stories::{ferry, plan_of};

/// So long a browser may hold on to what stood in the page when it wrote its history: it lets go by itself.
const PATIENCE: Duration = Duration::from_secs(20);

/// What grows where something is left behind.
#[derive(Debug)]
struct Kept {
    /// Listeners of the whole page.
    listeners: f64,
    /// Nodes, detached ones included.
    nodes: f64,
    /// The memory of the widget, bytes.
    wasm_bytes: f64,
}

/// Puts an element in, uses it, takes it out, and again.
const AGAIN: &str = "
    const [times, src] = arguments;
    const frame = () => new Promise(requestAnimationFrame);
    const once = async () => {
        const element = document.createElement('on-record');
        element.setAttribute('src', src);
        element.innerText = 'Own words.';
        element.setAttribute('loading', 'eager');
        document.body.append(element);
        while (!element.shadowRoot.querySelector('.lens > div > *')) await frame();
        const field = element.shadowRoot.querySelector('input[type=search]');
        field.value = 'the';
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
        element.shadowRoot.querySelector('a[data-view=timeline]').click();
        while (!element.shadowRoot.querySelector('[part~=timeline] [data-event]')) await frame();
        element.shadowRoot.querySelector('[data-event]').click();
        await frame();
        element.remove();
        while (element.shadowRoot.querySelector('.lens > *')) await frame();
    };
    if (!window.running) {
        window.running = 'yes';
        (async () => { for (let at = 0; at < times; at++) await once(); running = 'done'; })();
    }
    return running === 'done' && delete window.running";

fn kept(page: &Page) -> Kept {
    // The first collection frees what the finalizers of the second then find.
    for _ in 0..3 {
        page.devtools("HeapProfiler.collectGarbage", &json!({}));
        page.settle();
    }
    let Value::Array(metrics) = page.devtools("Performance.getMetrics", &json!({}))["metrics"].take() else {
        panic!("metrics are a list")
    };
    let metric = |metric: &Value| Some((metric["name"].as_str()?.to_owned(), metric["value"].as_f64()?));
    let metrics: BTreeMap<String, f64> = metrics.iter().filter_map(metric).collect();
    let memory = "window.memory ??= import('/widget/on-record.js').then((glue) => glue.default())
            .then((wasm) => { window.wasm_bytes = wasm.memory.buffer.byteLength; });
        const bytes = window.wasm_bytes;
        if (bytes) delete window.memory, delete window.wasm_bytes;
        return bytes";
    let wasm_bytes = page.wait("the widget tells its memory", memory, json!([]));
    Kept { listeners: metrics["JSEventListeners"], nodes: metrics["Nodes"], wasm_bytes }
}

/// Puts in and takes out so many elements.
fn again(page: &Page, times: usize, src: &str) {
    for _ in 0..times / 10 {
        page.wait_until("ten elements have come and gone", AGAIN, json!([10, src]));
    }
}

#[test]
fn a_hundred_elements_that_come_and_go_leave_no_listener_no_node_and_no_memory() {
    let site = empty(plan_of(&ferry()));
    let page = Page::blank();
    page.devtools("Performance.enable", &json!({}));
    page.visit(&site, "/empty.html");
    again(&page, 20, "/story.orb");
    let before = kept(&page);
    again(&page, 100, "/story.orb");
    let until = Instant::now() + PATIENCE;
    loop {
        let after = kept(&page);
        let is_more = after.listeners > before.listeners || after.nodes > before.nodes;
        if !is_more && after.wasm_bytes == before.wasm_bytes {
            break;
        }
        assert!(Instant::now() < until, "{before:?} before, {after:?} afterwards");
    }
    page.assert_well();
}

fn empty(plan: Plan) -> on_record_tests::Site {
    plan.page("/empty.html", "<main></main>").serve()
}
