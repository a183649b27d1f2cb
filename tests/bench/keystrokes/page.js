// Stands in every page of the search benchmark: types what everybody types, and times each keystroke.
//
// A page's own script gives `run` a target:
//   prepare()     fetches what is needed; a promise. Not measured.
//   build()       makes the index ready from what is in memory; may be a promise.
//   search(text)  the number of ranked ids; may be a promise.
//   index_bytes() how long the index is where it can be written out, else nothing; may be a promise.
//   wasm_bytes()  the memory of its wasm, where it has one.
(() => {
  const inputs = async () => (await fetch("/keystrokes.json")).json();

  let target;
  let typed;

  /** Fetches everything; what the heap holds from here on is the index's. */
  async function prepare() {
    typed = await inputs();
    await target.prepare();
    return {};
  }

  /** From bytes or documents in memory to the first answer. */
  async function start() {
    const begun = performance.now();
    await target.build();
    const built = performance.now();
    const found = await target.search(typed.first);
    return { build_ms: built - begun, first_ms: performance.now() - begun, found };
  }

  /** Every keystroke, one after another, until the time is over: how long each took, and what it found. */
  async function type(limit_ms) {
    const until = performance.now() + limit_ms;
    const ms = [];
    const found = [];
    for (const text of typed.all) {
      const begun = performance.now();
      if (begun > until) break;
      const answer = target.search(text);
      found.push(typeof answer === "number" ? answer : await answer);
      ms.push(performance.now() - begun);
    }
    return { ms, found };
  }

  const size = async () => ({ bytes: (await target.index_bytes?.()) ?? null });

  const wasm_bytes = () => target.wasm_bytes();

  const channel = new MessageChannel();

  /**
   * A frame in which something is done first: when that began, when it had done what it does at once (microtasks
   * included), and the end of the frame, a message after style, layout and paint.
   */
  const painted = (act) =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const begun = performance.now();
        let done = begun;
        channel.port1.onmessage = () => resolve({ begun, done, end: performance.now() });
        channel.port2.postMessage(0);
        act?.();
        queueMicrotask(() => (done = performance.now()));
      });
    });

  window.bench = { prepare, start, type, size, wasm_bytes, painted, inputs, run: (given) => (target = given) };
})();
