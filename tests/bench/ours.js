// The widget as the element mounts it, from the bytes of a bundle in memory.

/** What the wheel turns in a frame: a trackpad's pinch of about 8 %. */
const STEP = 7.7;

let glue;
let memory;
let bytes;
let handle;
const host = document.querySelector("on-record");
const root = host.attachShadow({ mode: "open" });
let ready = false;
host.addEventListener("on-record:ready", () => (ready = true));

const one = (selector) => root.querySelector(selector);

window.target = {
  async prepare() {
    glue = await import("/widget/on-record.js");
    ({ memory } = await glue.default({ module_or_path: fetch("/widget/on-record_bg.wasm") }));
    bytes = new Uint8Array(await (await fetch("/story.orb")).arrayBuffer());
  },
  draw() {
    handle = glue.mount(host, root, bytes);
    bytes = undefined;
  },
  drawn: () => ready && Boolean(one("[part~=timeline] :is([data-event], [part~=event], [part~=cluster])")),
  surface: () => one("[part~=timeline]"),
  zoom: (inwards) => bench.wheel(inwards ? -STEP : STEP),
  view: () => one("[part~=timeline]").innerHTML,
  elements: () => document.querySelectorAll("*").length + root.querySelectorAll("*").length,
  wasm_bytes: () => memory.buffer.byteLength,
};
