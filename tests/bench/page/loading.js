// Stands in the page before its own scripts: when it can be used, and what jumps until then.
(() => {
  /** So long after the widget is there, what is late to jump has jumped, ms. */
  const AFTER_MS = 1000;

  let shift = 0;
  const sum = (list) => list.forEach((entry) => (shift += entry.value));
  const observer = new PerformanceObserver((list) => sum(list.getEntries()));
  observer.observe({ type: "layout-shift", buffered: true });

  /** Resolves with the time at which the frame is painted that is drawn next. */
  const painted = () =>
    new Promise((done) => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => done(performance.now());
      requestAnimationFrame(() => port2.postMessage(null));
    });

  const transferred = () => {
    const all = [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")];
    return all.reduce((sum, { transferSize }) => sum + transferSize, 0);
  };

  const usable = new Promise((done) => {
    addEventListener("on-record:ready", async () => {
      const usable_ms = await painted();
      done({ usable_ms, bytes: transferred() });
    }, { once: true });
  });

  async function told() {
    const at = await usable;
    await new Promise((done) => setTimeout(done, AFTER_MS));
    sum(observer.takeRecords());
    const [content] = performance.getEntriesByName("first-contentful-paint");
    return { ...at, content_ms: content.startTime, shift };
  }

  window.loading = { told };
})();
