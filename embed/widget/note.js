/**
 * The one line above an element's own content: how far the story has come, or why it is not shown. Loaded where there
 * is something to say, which is seldom.
 */

import { languageOf, say } from "./texts.js";

/**
 * The page's text ends here, and an em is the size of text that the reader has set. Progress lies in the margin above
 * the content, so that nothing moves and no word is covered. The fallback of each colour is the widget's own.
 */
const STYLE = `
[part=note] {
  all: initial;
  display: block;
  visibility: inherit;
  --note-ink: var(--on-record-ink, #14161a);
  --note-paper: var(--on-record-paper, #fff);
  --note-you: var(--on-record-you, #0a58a8);
  --note-rule: var(--on-record-rule, #dad8d2);
  color: var(--note-ink);
}
[part=note].busy {
  position: sticky; inset-block-start: calc(1.25em + var(--on-record-top, 0px)); block-size: 0; z-index: 1;
  pointer-events: none;
}
[part=note] p { margin: 0; font: 0.875em/1.43 var(--on-record-sans, "Helvetica Neue", Arial, sans-serif); }
[part=note].busy p { display: grid; justify-items: end; font-size: 0.75em; transform: translateY(-100%); }
[part=note] span { padding-inline: 0.3em; background: var(--note-paper); }
[part=note] progress { inline-size: 100%; block-size: 0.25em; accent-color: var(--note-you); }
[part=note].failed p {
  margin-block-end: 1.15em; padding-block: 0.85em; border-block: 2px solid var(--note-ink);
  border-block-end: 1px solid var(--note-rule); overflow-wrap: anywhere;
}
[part=note] button {
  margin: -0.85em 0; padding: 0.85em 0; border: 0; background: none; color: var(--note-you); font: inherit;
  text-decoration: underline; cursor: pointer;
}
[part=note] button:focus-visible { outline: 2px solid; outline-offset: 2px; border-radius: 3px; }
@media (prefers-color-scheme: dark) {
  :host(:not([theme=light])) [part=note], on-record:not([theme=light]) [part=note] {
    --note-ink: var(--on-record-ink, #eceae4);
    --note-paper: var(--on-record-paper, #16181c);
    --note-you: var(--on-record-you, #7fb6f2);
    --note-rule: var(--on-record-rule, #363a41);
  }
}
:host([theme=dark]) [part=note], on-record[theme=dark] [part=note] {
  --note-ink: var(--on-record-ink, #eceae4);
  --note-paper: var(--on-record-paper, #16181c);
  --note-you: var(--on-record-you, #7fb6f2);
  --note-rule: var(--on-record-rule, #363a41);
}
@media print { [part=note] { display: none; } }
`;

let sheet;

/** The style of all notes of a page, made with the first. */
function style() {
  if (!sheet) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(STYLE);
  }
  return sheet;
}

const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};

/** That there is no story to be seen, and why: a sentence each. */
const sentences = (trouble, language) => [say(language, "failed"), say(language, trouble.code, trouble.values)];

export class Note {
  #host;
  /** Empty until there is something to say, so that screen readers notice when there is. */
  #line = element("output", {});
  #progress = element("progress", {});
  /** Writes the line again, in the language of the moment. */
  #write = () => {};

  /** `place` is the shadow tree, or the bar of a story that can be read. */
  constructor(host, place) {
    this.#host = host;
    this.#line.setAttribute("part", "note");
    const root = place.getRootNode();
    if (!root.adoptedStyleSheets.includes(style())) {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, style()];
    }
    place.prepend(this.#line);
  }

  /** Says that the story is on its way, and how far it has come, if that is known. */
  wait(come) {
    this.#progress.removeAttribute("value");
    come && this.tell(...come);
    this.#show("busy", (language) => {
      this.#progress.ariaLabel = say(language, "loading");
      return [element("span", {}, say(language, "loading") + "…"), this.#progress];
    });
  }

  /** Keeps the focus of whoever pressed the button, which goes. */
  hold() {
    this.#line.tabIndex = -1;
    this.#line.focus({ preventScroll: true });
  }

  /** Tells how far the story has come, in bytes. */
  tell(have, need) {
    Object.assign(this.#progress, { max: need, value: have });
  }

  /** What it says of a trouble, as one text. */
  textOf(trouble) {
    return sentences(trouble, languageOf(this.#host)).join(" ");
  }

  /** Says why there is no story; `retry` is what a press on the button does, where one may help. */
  fail(trouble, retry) {
    this.#show("failed", (language) => {
      const [what, why] = sentences(trouble, language);
      const button = retry && element("button", { type: "button", onclick: retry }, say(language, "retry"));
      return [element("b", {}, what), ` ${why} `, button || ""];
    });
  }

  /** Says it again, because the page has another language. */
  rewrite() {
    this.#write();
  }

  /** Says nothing more. */
  clear() {
    this.#write = () => {};
    this.#line.replaceChildren();
    this.#line.className = "";
  }

  remove() {
    this.clear();
    this.#line.remove();
  }

  #show(kind, parts) {
    this.#write = () => {
      const language = languageOf(this.#host);
      this.#line.className = kind;
      Object.assign(this.#line, { lang: language, dir: "ltr" });
      this.#line.replaceChildren(element("p", {}, ...parts(language)));
    };
    this.#write();
  }
}
