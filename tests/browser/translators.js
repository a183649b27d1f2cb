// Does to a story and its widget what browsers' translators do; each word that was translated begins with a mark.
(() => {
  const MARK = "¤";

  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) {
      const { data, parentNode } = walker.currentNode;
      data.trim() && !data.includes(MARK) && parentNode.localName !== "style" && found.push(walker.currentNode);
    }
    return found;
  };
  const font = (...inside) => {
    const made = document.createElement("font");
    made.append(...inside);
    return made;
  };
  const inFonts = (text) => text.replaceWith(font(font(MARK + text.data)));
  const parents = (root) => new Set(texts(root).map((text) => text.parentNode));

  /** The outermost elements with words of their own that nobody presses and that hold nothing to press. */
  const still = (root) =>
    [...parents(root)].filter((element) => {
      const controls = "button, a, input, select, summary, [tabindex], [role]";
      const isOuter = ![...parents(root)].some((other) => other !== element && other.contains(element));
      return isOuter && !element.closest(controls) && !element.querySelector(controls);
    });

  const translators = {
    "two font elements in the place of each text": (root) => texts(root).forEach(inFonts),
    "an element around each text": (root) =>
      texts(root).forEach((text) => {
        const around = font();
        text.replaceWith(around);
        around.append(text);
        text.data = MARK + text.data;
      }),
    "other words in each text": (root) => texts(root).forEach((text) => (text.data = MARK + text.data)),
    "texts beside each other made one": (root) => {
      parents(root).forEach((parent) => parent.normalize());
      texts(root).forEach(inFonts);
    },
    "all taken out, and put back with new texts": (root) =>
      parents(root).forEach((parent) => {
        const nodes = [...parent.childNodes];
        nodes.forEach((node) => node.remove());
        parent.append(...nodes.map((node) => (node.nodeType === 3 ? MARK + node.data.replaceAll(MARK, "") : node)));
      }),
    "copies in the place of elements": (root) =>
      still(root).forEach((element) => {
        const copy = element.cloneNode(true);
        texts(copy).forEach((text) => (text.data = MARK + text.data));
        element.replaceWith(copy);
      }),
    "the markup in each element written anew": (root) =>
      still(root).forEach((element) => {
        element.replaceChildren(...element.cloneNode(true).childNodes);
        texts(element).forEach((text) => (text.data = MARK + text.data));
      }),
    "texts taken away": (root) => texts(root).forEach((text) => text.remove()),
    "elements taken away": (root) => root.querySelectorAll("section :nth-child(3n)").forEach((element) => element.remove()),
  };

  const { rootOf } = probe;

  /** Translates a widget once. */
  const once = (host, name) => translators[name](rootOf(host));

  /** Translates a widget, and again whatever it changes; gives back a count of the rounds. */
  const always = (host, name) => {
    const rounds = { count: 0 };
    const watch = new MutationObserver(() => {
      rounds.count += 1;
      once(host, name);
      watch.takeRecords();
    });
    watch.observe(rootOf(host), { childList: true, characterData: true, subtree: true });
    once(host, name);
    watch.takeRecords();
    return rounds;
  };

  /**
   * All words of a widget, translated or not, as if they were not. What is told to those who do not see it depends on
   * how fast somebody types, and is left out.
   */
  const words = (host) =>
    [...rootOf(host).querySelectorAll("section")].map((section) => {
      const read = section.cloneNode(true);
      read.querySelectorAll("[role=status]").forEach((told) => told.remove());
      return read.textContent.replaceAll(MARK, "").replace(/\s+/g, " ");
    });

  /** The words of a widget, or of some parts of it, that were not translated. */
  const untranslated = (host, parts) =>
    (parts ? [...rootOf(host).querySelectorAll(parts)] : [rootOf(host)]).flatMap(texts).map((text) => text.data);

  window.translated = { once, always, words, untranslated };
})();
