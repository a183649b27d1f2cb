// TimelineJS with its defaults, in a container of the size of the window, without the web font that another server
// would have to send. Its wheel does not zoom: its zoom buttons are pressed instead, once in ten frames.

/** A press of a zoom button in so many frames, in which it glides to its new place. */
const PRESS_FRAMES = 10;

const host = document.querySelector("#host");
let data;
let timeline;
let loaded = false;

const markers = () => [...host.querySelectorAll(".tl-timemarker")];
const buttons = () => [...host.querySelectorAll(".tl-menubar-button")];
const button = (inwards) =>
  buttons().find((one) => one.querySelector(inwards ? ".tl-icon-zoom-in" : ".tl-icon-zoom-out"));

window.target = {
  async prepare() {
    data = await (await fetch("/events.json")).json();
  },
  draw() {
    timeline = new TL.Timeline("host", data, { font: null, script_path: `${location.origin}/js/` });
    timeline.on("loaded", () => (loaded = true));
  },
  drawn: () => loaded && Boolean(host.querySelector(".tl-timemarker")),
  surface: () => host.querySelector(".tl-timenav"),
  zoom: (inwards, n) => (n % PRESS_FRAMES === 0 ? () => button(inwards).click() : undefined),
  view: () => {
    // A zoom keeps the first event in its place, and a drag all distances.
    const [first, last] = [0, -1].map((place) => markers().at(place).getBoundingClientRect().left);
    return `${first} ${last}`;
  },
  elements: () => document.querySelectorAll("*").length,
};
