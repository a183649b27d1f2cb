/**
 * What is new, for pages that ask for it: since the reader's last visit, of which only their own device knows (`remember`), and
 * while they look at the page (`live`). It is offered in a line over the page, and nothing moves before the reader takes it.
 */

/** A newer story is asked for after so long at the earliest, and after so long where the page does not say, s. */
const LEAST_S = 15;
const USUAL_S = 60;
/** While nothing is new, or the server does not answer, it is asked more and more rarely, up to so many times the first pause. */
const RAREST = 16;

/** Of a story with more events nothing is kept on a reader's device. */
const MOST_IDS = 5_000;

/** The events of which the reader of an element has been told, by the element. */
const told = new WeakMap();

/**
 * Tells what is new in a story that is shown: `known` and `contents(bytes)` are its version and the ids of its events, each on a line;
 * `say(n)` says that so many events are new, `newer()` gets the story anew, and `follow(bytes)` shows it.
 */
export function tellNews({ host, section, signal, known, contents, say, newer, follow }) {
  const [version, ...ids] = known.split("\n");
  const line = new Line(section, signal);
  const before = told.get(host) ?? (host.hasAttribute("remember") ? recalled(section.dataset.story) : undefined);
  const fresh = before ? ids.filter((id) => !before.has(id)) : [];
  const events = marked(section, fresh, say(0, "mark"));
  if (told.has(host)) {
    // The reader has asked for it.
    events[0]?.scrollIntoView({ block: "start" });
  } else if (events.length > 0) {
    line.offer(say(fresh.length, "since"), () => events[0].scrollIntoView({ block: "start" }));
  }
  told.set(host, new Set(ids));
  host.hasAttribute("remember") && remember(section.dataset.story, ids);
  if (host.hasAttribute("live")) {
    const isNew = (id) => !told.get(host).has(id);
    watch(host, signal, newer, (bytes) => {
      const [other, ...now] = contents(bytes).split("\n");
      const count = now.filter(isNew).length;
      return other !== version && (line.offer(say(count, "now"), () => follow(bytes)), true);
    });
  }
}

/** Asks for a newer story while the page is seen, until `take` says that it is one. */
function watch(host, signal, newer, take) {
  const pause = Math.max(+host.getAttribute("live") || USUAL_S, LEAST_S) * 1_000;
  let [wait, asked, timer] = [pause, Date.now()];
  const rest = () => {
    clearTimeout(timer);
    timer = document.hidden || signal.aborted ? undefined : setTimeout(ask, Math.max(asked + wait - Date.now(), 0));
  };
  const ask = async () => {
    // What does not come, or is no story, is asked for again.
    const isTaken = await newer().then(take).catch(() => false);
    asked = Date.now();
    wait = Math.min(wait * 2, pause * RAREST);
    isTaken || rest();
  };
  const look = () => {
    wait = pause;
    rest();
  };
  document.addEventListener("visibilitychange", look, { signal });
  signal.addEventListener("abort", () => clearTimeout(timer));
  rest();
}

/** Marks the events that are new, as far as they are told; those. */
function marked(section, ids, word) {
  const events = ids.map((id) => section.querySelector(`#event-${CSS.escape(id)}`)).filter(Boolean);
  for (const event of events) {
    const mark = document.createElement("b");
    mark.className = "new";
    mark.textContent = word;
    event.querySelector(".rail")?.append(" ", mark);
  }
  return events;
}

const keyOf = (story) => `on-record:${story}`;

/** The events of the last visit; nothing where there was none, or where the device keeps nothing. */
function recalled(story) {
  try {
    const ids = localStorage.getItem(keyOf(story));
    return ids === null ? undefined : new Set(ids.split("\n"));
  } catch {
    return undefined;
  }
}

function remember(story, ids) {
  try {
    ids.length > MOST_IDS ? localStorage.removeItem(keyOf(story)) : localStorage.setItem(keyOf(story), ids.join("\n"));
  } catch {
    // A frame without an origin and a reader who wants nothing kept have no memory.
  }
}

/** A line over the page, below the bar, that offers something. */
class Line {
  #section;
  #element = document.createElement("div");

  constructor(section, signal) {
    this.#section = section;
    this.#element.className = "news";
    // What is put into it later is read out.
    this.#element.setAttribute("role", "status");
    section.querySelector(".stick")?.append(this.#element);
    signal.addEventListener("abort", () => this.#element.remove());
  }

  offer(words, take) {
    const close = this.#section.querySelector("[data-tool=close]");
    const taken = button(words, () => (this.#element.replaceChildren(), take()));
    const closed = button("×", () => this.#element.replaceChildren());
    closed.ariaLabel = close?.ariaLabel || close?.textContent || "×";
    this.#element.replaceChildren(taken, closed);
  }
}

function button(words, act) {
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = words;
  button.addEventListener("click", act);
  return button;
}
