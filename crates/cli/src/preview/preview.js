// Follows a story while it is written: loads the page again when the story was built anew, where the reader was, and
// says on top of it what is wrong. Stands in previews alone.
(() => {
  const EVENTS = "/preview-events";
  /** What the last visit of this tab left: where its reader was, and which complaint was put away. */
  const PLACE = "on-record-preview:place";
  const PUT_AWAY = "on-record-preview:put-away";
  /** The beginning of the names under which a published page keeps itself. */
  const KEPT = "on-record:";
  /** After so long somebody else may try, ms. */
  const AGAIN = 1000;
  const STYLE = `
    :host {
      --tint: #f4f2ec; --ink: #14161a; --ink-2: #565b62; --rule: #dad8d2; --open: #a8440c; --you: #0a58a8;
      all: initial;
      color-scheme: light dark;
      position: fixed; z-index: 2147483647; inset: auto 0 0 auto;
      inline-size: min(100%, 720px); max-block-size: min(50vh, 420px);
      display: grid; grid-template-rows: auto minmax(0, 1fr);
      background: var(--tint); color: var(--ink);
      border: 1px solid var(--rule); border-block: 3px solid var(--open); border-block-end: 0; box-sizing: border-box;
      font: 14px/20px "Helvetica Neue", Arial, sans-serif;
      overflow-wrap: anywhere;
    }
    @media (prefers-color-scheme: dark) {
      :host { --tint: #20242a; --ink: #eceae4; --ink-2: #a6aab0; --rule: #363a41; --open: #f09a5c; --you: #7fb6f2; }
    }
    @media print { :host { display: none; } }
    :host(.doubts) { border-block-start-color: var(--ink-2); }
    * { margin: 0; padding: 0; box-sizing: border-box; font: inherit; color: inherit; }
    header { display: flex; align-items: start; gap: 16px; padding-inline: 16px 4px; }
    [role] { flex: 1; min-inline-size: 0; padding-block: 12px; }
    b { font-weight: 700; }
    [role] b { color: var(--open); }
    :host(.doubts) [role] b { color: inherit; }
    button { min-block-size: 44px; padding-inline: 12px; border: 0; background: none; color: var(--you); cursor: pointer;
      white-space: nowrap; }
    button:hover { text-decoration: underline; text-underline-offset: 2px; }
    :focus-visible { outline: 2px solid var(--you); outline-offset: -2px; border-radius: 3px; }
    ol { list-style: none; overflow: auto; overscroll-behavior: contain; padding-inline: 16px; }
    ol[hidden] { display: none; }
    li { border-block-start: 1px solid var(--rule); padding-block: 8px 10px; display: grid; gap: 2px; }
    .place { font: 12px/16px ui-monospace, Menlo, Consolas, monospace; color: var(--ink-2); }
    .message { font-weight: 700; unicode-bidi: plaintext; }
    .more { font-size: 13px; line-height: 18px; unicode-bidi: plaintext; }
    .more b { color: var(--ink-2); }
  `;

  const shown = document.currentScript.src.split("?")[1] ?? null;
  let source;
  let panel;
  let told = "";

  /** A browser lends a server six connections, so that only what somebody looks at listens. */
  function listen() {
    source?.close();
    source = undefined;
    if (document.visibilityState === "visible") {
      source = new EventSource(EVENTS);
      source.onmessage = ({ data }) => hear(data);
      source.onerror = ({ target }) => target.readyState === EventSource.CLOSED && setTimeout(listen, AGAIN);
    }
  }

  function hear(report) {
    const { version, trouble } = JSON.parse(report);
    if (version !== shown && version !== null) {
      keep(PLACE, JSON.stringify([location.pathname, scrollX, scrollY]));
      location.reload();
    } else if (JSON.stringify(trouble) !== told) {
      told = JSON.stringify(trouble);
      show(trouble);
    }
  }

  function show(trouble) {
    panel?.remove();
    panel = undefined;
    const [summary, rows] = trouble.failure ? unread(trouble.failure) : read(trouble);
    if (!rows.length || kept(PUT_AWAY) === told) {
      return;
    }
    panel = element("div", { id: "on-record-preview", lang: "en", dir: "ltr" });
    const root = panel.attachShadow({ mode: "open" });
    const isGrave = trouble.failure || trouble.errors > 0;
    const list = element("ol", { tabIndex: 0, hidden: !isGrave, ariaLabel: "What is wrong" }, ...rows);
    const away = button("Dismiss", () => {
      keep(PUT_AWAY, told);
      panel.remove();
    });
    const open = button("Show", () => {
      list.hidden = !list.hidden;
      open.textContent = list.hidden ? "Show" : "Hide";
      open.ariaExpanded = String(!list.hidden);
    });
    open.ariaExpanded = "false";
    panel.classList.toggle("doubts", !isGrave);
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
    root.adoptedStyleSheets = [sheet];
    // Read out as soon as something is put into it.
    const alert = element("p", { role: isGrave ? "alert" : "status" });
    root.append(element("header", {}, alert, ...(isGrave ? [away] : [open, away])), list);
    document.body.append(panel);
    alert.append(...summary);
  }

  function unread(reason) {
    const row = element("li", {}, element("p", { className: "message" }, reason));
    row.append(more("hint", "put it back where it was, and the preview goes on by itself"));
    return [[element("b", {}, "The story cannot be read."), standing()], [row]];
  }

  function read({ errors, warnings, diagnostics }) {
    const counts = [counted(errors, "error"), counted(warnings, "warning")].filter(Boolean).join(", ");
    const rows = diagnostics.map(row);
    const left = errors + warnings - rows.length;
    if (left > 0) {
      rows.push(element("li", {}, element("p", { className: "more" }, `${left} more, all of them in the terminal`)));
    }
    return [[element("b", {}, `${counts}.`), errors ? standing() : ""], rows];
  }

  /** What stands below the panel while the story is broken. */
  function standing() {
    return shown === null ? "" : " The page shows the story as it was before.";
  }

  function row({ severity, code, message, hint, related, ...place }) {
    const parts = related.map((other) => more("note", `${at(other)}: ${other.message}`));
    return element(
      "li",
      {},
      element("p", { className: "place" }, `${at(place)}: ${severity}[${code}]`),
      element("p", { className: "message" }, message),
      ...(hint ? [more("hint", hint)] : []),
      ...parts,
    );
  }

  function more(kind, text) {
    return element("p", { className: "more" }, element("b", {}, `${kind}: `), text);
  }

  function at({ file, line, column }) {
    return `${file}:${line}:${column}`;
  }

  function counted(n, what) {
    return n ? `${n} ${what}${n === 1 ? "" : "s"}` : "";
  }

  function button(text, act) {
    const made = element("button", { type: "button" }, text);
    made.addEventListener("click", act);
    return made;
  }

  /** Text comes in as text, whatever is in it. */
  function element(name, properties, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  /** Where the reader was; the page has its height only once the widget stands in it. */
  function comeBack() {
    const [path, x, y] = JSON.parse(kept(PLACE) ?? "[]");
    forget(PLACE);
    if (path !== location.pathname) {
      return;
    }
    history.scrollRestoration = "manual";
    const back = () => {
      scrollTo({ left: x, top: y, behavior: "instant" });
      history.scrollRestoration = "auto";
    };
    addEventListener("on-record:ready", () => requestAnimationFrame(back), { once: true });
    addEventListener("on-record:error", back, { once: true });
    document.querySelector("on-record") ?? back();
  }

  /** A published page that was once looked at under this address may have kept itself. */
  async function release() {
    try {
      const workers = await navigator.serviceWorker.getRegistrations();
      const names = await caches.keys();
      const old = names.filter((name) => name.startsWith(KEPT)).map((name) => caches.delete(name));
      await Promise.all([...workers.map((worker) => worker.unregister()), ...old]);
    } catch {
      // Not offered here, so there is none.
    }
  }

  function kept(key) {
    try {
      return sessionStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function keep(key, value) {
    try {
      sessionStorage.setItem(key, value);
    } catch {
      // A frame in a sandbox has no storage, and begins at its top.
    }
  }

  function forget(key) {
    try {
      sessionStorage.removeItem(key);
    } catch {
      // The same.
    }
  }

  comeBack();
  release();
  document.addEventListener("visibilitychange", listen);
  listen();
})();
