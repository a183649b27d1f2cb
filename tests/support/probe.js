// Stands in every page before the page's own scripts: hears what the widget tells the page, and finds its parts.
(() => {
  /** Every DOM event of the widget, in order. Heard at the window, so only those that bubble out of shadow trees. */
  const heard = [];
  /** What no page may cause: errors nobody caught, and breaches of the content security policy. */
  const complaints = [];

  /** What the console was told, for drivers that do not say. */
  const said = [];

  for (const level of ["debug", "log", "info", "warn", "error"]) {
    const tell = console[level];
    console[level] = (...words) => {
      said.push(`${level}: ${words.join(" ")}`);
      tell.apply(console, words);
    };
  }
  for (const name of ["ready", "select", "search", "error"]) {
    addEventListener(`on-record:${name}`, (event) => {
      heard.push({ name, host: hosts().indexOf(event.target), detail: { ...event.detail } });
    });
  }
  addEventListener("error", (event) => complaints.push(`error: ${event.message ?? event.target}`));
  addEventListener("unhandledrejection", (event) => complaints.push(`rejection: ${event.reason}`));
  addEventListener("securitypolicyviolation", (event) =>
    complaints.push(`policy: ${event.effectiveDirective} ${event.blockedURI}`));

  const hosts = () => [...document.querySelectorAll("on-record")];
  /** What a story stands in: the element's shadow tree, or in a page of its own the element. */
  const rootOf = (host) => {
    const element = hosts()[host];
    const root = element?.shadowRoot;
    return root?.querySelector(".or") || !element?.querySelector(":scope > .room") ? root : element;
  };
  const all = (host, selector) => [...(rootOf(host)?.querySelectorAll(selector) ?? [])];
  const one = (host, selector) => all(host, selector)[0];

  /** Whether the widget lies over a story; it is reached for, if it has not come. */
  const isLaid = (host) => {
    one(host, ".stick")?.dispatchEvent(new Event("pointerover", { bubbles: true }));
    return one(host, ".lens > div > *") !== undefined;
  };

  /** Whether a reader sees it. */
  const seen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
    element.getBoundingClientRect().width > 0;

  /** The element at a point, through shadow trees. */
  const at = (x, y) => {
    let element = document.elementFromPoint(x, y);
    for (let inner; element?.shadowRoot && (inner = element.shadowRoot.elementFromPoint(x, y)) && inner !== element; ) {
      element = inner;
    }
    return element;
  };

  /** An element in the middle of the window; nothing as long as there is none or the browser leaves it out. */
  const shown = (element) => {
    element?.scrollIntoView({ block: "center", behavior: "instant" });
    return element?.checkVisibility() ? element : null;
  };

  /** The middle of what the window shows of it, where a press goes. */
  const middle = (element) => {
    const box = element?.getClientRects()[0];
    const half = (from, to, room) => (Math.max(from, 0) + Math.min(to, room)) / 2;
    return box && [half(box.left, box.right, innerWidth), half(box.top, box.bottom, innerHeight)];
  };

  /** Whether a press in the middle of it reaches it. */
  const hit = (element) => {
    const point = middle(element);
    const top = point && at(...point);
    return Boolean(top) && (element === top || element.contains(top));
  };

  /** Where a press reaches an element, brought into the window; nothing as long as it does not. */
  const reach = (element) => {
    // What sticks to the window is there, and to bring it into the middle would move the page.
    if (element?.closest(".stick") && hit(element)) {
      return middle(element);
    }
    // In the middle of a mark whose words stand in a second row is its stem alone, and others may stand before it.
    const words = element?.matches("[data-event]") ? element.querySelector("b") : null;
    const part = [element, words].find((part) => part && hit(shown(part)));
    return part ? middle(part) : null;
  };

  /** The element that has the focus, through shadow trees. */
  const focused = () => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) {
      element = element.shadowRoot.activeElement;
    }
    return element;
  };

  /** What a reader reads, spaces as one. */
  const read = (element) => (element?.innerText ?? "").replace(/\s+/g, " ").trim();

  /** What a screen reader calls a control. */
  const nameOf = (element) => element.getAttribute("aria-label") ?? (read(element) || element.textContent.trim());

  /** The boxes of two elements share no point. */
  const box = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  };

  /** Where the sign of a mark stands: what the style sheet draws before the words of its button. */
  const sign = (element) => {
    const own = element.getBoundingClientRect();
    const { left, top, width, height } = getComputedStyle(element, "::before");
    const [x, y, w, h] = [left, top, width, height].map(parseFloat);
    return { x: own.x + x, y: own.y + y, width: w, height: h };
  };

  /** Where the ticks of the axis stand, and what they say. */
  const ticks = () =>
    all(0, "[part~=axis] span").map((tick) => tick.textContent + Math.round(tick.getBoundingClientRect().left)).join();

  window.probe = { heard, complaints, said, hosts, rootOf, isLaid, all, one, seen, at, shown, hit, reach, focused, read, nameOf, box, sign, ticks };
})();
