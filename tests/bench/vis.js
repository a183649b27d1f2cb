// vis-timeline with its defaults, in a container of the size of the window: items and groups as its documentation
// shows them. `?stack=false` turns stacking off, which its documentation offers for many items.

/** What the wheel turns in a frame: about 8 %, by the library's own rule of 20 % for 120. */
const STEP = 48;

const host = document.querySelector("#host");
const stack = new URLSearchParams(location.search).get("stack") !== "false";
let data;
let timeline;
let complete = false;

window.target = {
  async prepare() {
    data = await (await fetch("/events.json")).json();
  },
  draw() {
    const { items, groups } = data;
    const options = { height: "700px", stack, onInitialDrawComplete: () => (complete = true) };
    timeline = new vis.Timeline(host, new vis.DataSet(items), new vis.DataSet(groups), options);
  },
  drawn: () => complete && Boolean(host.querySelector(".vis-item")),
  surface: () => host.querySelector(".vis-panel.vis-center"),
  zoom: (inwards) => bench.wheel(inwards ? -STEP : STEP),
  view: () => JSON.stringify(timeline.getWindow()),
  elements: () => document.querySelectorAll("*").length,
};
