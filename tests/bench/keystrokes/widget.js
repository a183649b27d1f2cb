// The widget itself, in an element with `src`: what is typed into its search field, until its list is painted.

import "/on-record.js";

/** A list that stays as it is for so many frames is painted to its end. */
const REST_FRAMES = 3;

const host = document.querySelector("on-record");
const ready = new Promise((resolve) => host.addEventListener("on-record:ready", resolve, { once: true }));
let heard;
host.addEventListener("on-record:search", ({ detail }) => (heard = detail.query));

const one = (selector) => host.shadowRoot.querySelector(selector);

/** What tells one list from another: its heading and its cards. */
const listed = () =>
  [one("[part~=quotes] h3"), ...host.shadowRoot.querySelectorAll("[part~=quote]")]
    .map((part) => part?.dataset.quote ?? part?.textContent)
    .join();

/** Puts a text into the field, as a keystroke or a paste does. */
const put = (text) => {
  const field = one("input[type=search]");
  field.value = text;
  field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, data: text.at(-1) ?? null }));
};

/**
 * From the event to the end of the first frame with the list that stays; and of that, until the widget's own code is
 * done, and to the end of the frame with the event.
 */
async function typed(text) {
  const { begun, done, end } = await bench.painted(() => put(text));
  let [list, at, rested] = [listed(), end, 0];
  while (rested < REST_FRAMES || heard !== text) {
    const { end } = await bench.painted();
    const now = listed();
    rested = now === list && heard === text ? rested + 1 : 0;
    if (rested === 0) [list, at] = [now, end];
  }
  return { list: at - begun, code: done - begun, frame: end - begun };
}

Object.assign(bench, {
  async prepare() {
    await ready;
    one("[part~=quotes]").scrollIntoView({ block: "start", behavior: "instant" });
    for (let frame = 0; frame < 30; frame++) await bench.painted();
    return {};
  },
  /** Every keystroke, until the time is over; the field is emptied before each query. */
  async type(limit_ms) {
    const until = performance.now() + limit_ms;
    const { queries } = await bench.inputs();
    const keys = [];
    const all = () => ({
      ms: keys.map(({ list }) => list),
      code_ms: keys.map(({ code }) => code),
      frame_ms: keys.map(({ frame }) => frame),
    });
    for (const query of queries) {
      if (heard) await typed("");
      for (const text of query) {
        if (performance.now() > until) return all();
        keys.push(await typed(text));
      }
    }
    return all();
  },
  async empty() {
    const ms = [];
    for (let frame = 0; frame < 120; frame++) {
      const { begun, end } = await bench.painted();
      ms.push(end - begun);
    }
    return { ms };
  },
});
