/** What loads the widget: its glue, its wasm and its styles, once a page. */

import { Trouble } from "./trouble.js";

/** The custom section of the wasm that holds the story that was compiled in, if any. */
const STORY = "on-record-story";

/** The widget's glue and module, loaded once a page and shared by all elements; a promise from the first use on. */
let widget;
/** How often the glue did not come. */
let tries = 0;
/** The wasm, where a page brings it along. */
let supplied;

/** Takes the wasm from a promise of its bytes and not from beside this file: for a page that is one file, with its styles. */
export function supply(bytes) {
  supplied = bytes;
}

/** Whether the page is one file. */
export const isAlone = () => Boolean(supplied);

/** The style sheets, by their file, loaded once a page. */
const sheets = new Map();

/** A style sheet that lies beside this file. */
export function sheet(file) {
  const load = async () => {
    const answer = await fetch(new URL(file, import.meta.url)).catch(missing);
    answer.ok || missing(new Error(`${answer.url}: ${answer.status}`));
    const sheet = new CSSStyleSheet();
    // Of a `fetch` of the page's own no more is asked than for a story.
    sheet.replaceSync(new TextDecoder().decode(await answer.arrayBuffer()));
    return sheet;
  };
  sheets.has(file) || sheets.set(file, load().catch((error) => (sheets.delete(file), Promise.reject(error))));
  return sheets.get(file);
}

/** Loads and starts it; `whenTorn` is called should it stop working. */
export function loadWidget(whenTorn) {
  widget ??= startWidget(whenTorn).catch((error) => {
    // Whoever comes next may have more luck with the network.
    widget = undefined;
    throw error;
  });
  return widget;
}

async function startWidget(whenTorn) {
  // Both at once; the glue alone asks for the wasm only when it has arrived itself.
  const [glue, module] = await Promise.all([imported().catch(missing), compiled()]);
  // Some browsers refuse only now what they have compiled.
  await glue.default({ module_or_path: module }).catch(refused);
  glue.whenTorn(whenTorn);
  return { glue, module };
}

/** The glue. Some browsers remember by its address a module that did not come, so each other try goes by another. */
async function imported() {
  const again = () => import(/* webpackIgnore: true */ /* @vite-ignore */ new URL(`./on-record.js?${tries}`, import.meta.url).href);
  try {
    return await (tries ? again() : import("./on-record.js"));
  } catch (error) {
    tries += 1;
    throw error;
  }
}

async function compiled() {
  const wasm = await (supplied ?? fetch(new URL("./on-record_bg.wasm", import.meta.url)).catch(missing));
  // A page may have a `fetch` of its own, with answers of its own.
  const isResponse = "arrayBuffer" in wasm;
  if (isResponse && (!wasm.ok || isOf(wasm, "text/html"))) {
    missing(new Error(`${wasm.url}: ${wasm.status}`));
  }
  try {
    return await (isResponse && canStream(wasm)
      ? WebAssembly.compileStreaming(wasm)
      : WebAssembly.compile(isResponse ? await wasm.arrayBuffer() : wasm));
  } catch (error) {
    return refused(error);
  }
}

/** The shortest wasm that there is. */
const EMPTY = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0);

/** Forbidden by the page's policy or unknown to the browser, which refuses any, WebKit only to run it; else what came is damaged. */
async function refused(error) {
  const isAllowed = await (async () => WebAssembly.instantiate(EMPTY))().then(Boolean, () => false);
  throw new Trouble(isAllowed ? "widget" : "blocked", {}, error);
}

/** Only what is named wasm is compiled while it comes, and only from an answer that is the browser's own. */
function canStream(response) {
  try {
    const { get } = Object.getOwnPropertyDescriptor(Response.prototype, "status");
    return isOf(response, "application/wasm") && get.call(response) > 0;
  } catch {
    return false;
  }
}

const isOf = (response, type) => response.headers.get("content-type")?.startsWith(type);

function missing(error) {
  throw new Trouble("widget", {}, error);
}

/** The story that was compiled into a widget that was loaded. */
export async function embedded(loaded) {
  const [story] = WebAssembly.Module.customSections((await loaded).module, STORY);
  if (!story) {
    throw new Trouble("none");
  }
  return new Uint8Array(story);
}
