// Stands in the page before its own scripts: when it can be read, how long what is pressed takes, and what jumps.
(() => {
  /** So long after something came, what is late to jump has jumped, ms. */
  const AFTER_MS = 1000;

  let shift = 0;
  // What answers the reader at once is none.
  const sum = (list) => list.forEach(({ value, hadRecentInput }) => hadRecentInput || (shift += value));
  const shifts = new PerformanceObserver((list) => sum(list.getEntries()));
  shifts.observe({ type: "layout-shift", buffered: true });

  /** The longest of the events of each interaction, ms, by its id. */
  const interactions = new Map();
  const note = ({ interactionId, duration }) =>
    interactionId && interactions.set(interactionId, Math.max(duration, interactions.get(interactionId) ?? 0));
  const events = new PerformanceObserver((list) => list.getEntries().forEach(note));
  events.observe({ type: "event", durationThreshold: 16, buffered: true });

  /** Resolves with the time at which the frame is painted that is drawn next. */
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      requestAnimationFrame(() => port2.postMessage(null));
    });

  const later = (ms) => new Promise((done) => setTimeout(done, ms));

  const transferred = () => {
    const all = [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")];
    return all.reduce((sum, { transferSize }) => sum + transferSize, 0);
  };

  /** When something of the page was seen first, ms; the browser tells of it some time later. */
  const content = new Promise((done) => {
    const find = (list) => list.getEntriesByName("first-contentful-paint").forEach(({ startTime }) => done(startTime));
    new PerformanceObserver(find).observe({ type: "paint", buffered: true });
  });

  const usable = new Promise((done) => {
    addEventListener("on-record:ready", async () => {
      const [usable_ms, bytes] = [await painted(), transferred()];
      done({ usable_ms, bytes, content_ms: await content });
    }, { once: true });
  });

  /** What a reader sees of a view once it is drawn. */
  const DRAWN = { story: ".story .e", timeline: "[part~=timeline] [data-event]", quotes: "[part~=quotes] [part~=quote]" };
  const section = () => document.querySelector("on-record .or");
  const isDrawn = (view) => section().dataset.view === view && section().querySelector(DRAWN[view])?.checkVisibility();

  let press;
  addEventListener("click", ({ timeStamp }) => (press = timeStamp), true);

  /** How long it takes from the last press until a view is drawn, ms. */
  async function drawn(view) {
    for (;;) {
      const at = await painted();
      if (isDrawn(view)) {
        return at - press;
      }
    }
  }

  /** Resolves when the widget is there. */
  async function come() {
    while (!section().querySelector(".lens")?.firstElementChild) {
      await painted();
    }
    await later(AFTER_MS);
  }

  /** The sum of all that has jumped, once nothing more comes. */
  async function shifted() {
    await later(AFTER_MS);
    sum(shifts.takeRecords());
    return shift;
  }

  /** How long each interaction took until it was painted, ms; the short ones are as long as the browser tells at the least. */
  async function interacted() {
    await later(AFTER_MS);
    events.takeRecords().forEach(note);
    return [...interactions.values()];
  }

  const at = () => section().dataset.at;

  window.loading = { told: () => usable, drawn, come, shifted, interacted, at };
})();
