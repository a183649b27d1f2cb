/**
 * The gate between the browser and the wasm. The glue takes its `WebAssembly` from here (`cargo xtask gate` sees to it),
 * so that whatever goes in or out passes by. Two promises are kept here:
 *
 * - An error that leaves the wasm (a panic, a trap, a stack or a memory that is full, an exception of the browser's) has
 *   torn it: nothing goes in any more, and the elements are told, once.
 * - Nodes that others have replaced, wrapped, merged, moved or taken away, as translators do, are put back where the wasm
 *   left them before it touches what they stand in, and no sooner: a translation stays until its words change.
 */

const browser = globalThis.WebAssembly;

/** What the glue calls while it passes values; it is on its way in or out already. */
const PASSING = /^__wbindgen_(malloc|realloc|free|exn_store|start)$|^__externref/;

/** What the wasm calls to touch what an element holds, a node in its place, the words of a text, all that a node holds. */
const OF_PARENT = /^__wbg_(insertBefore|appendChild|removeChild|firstChild)_/;
const OF_CHILD = /^__wbg_remove_/;
const OF_TEXT = /^__wbg_set_nodeValue_/;
const OF_ALL = /^__wbg_set_textContent_/;
/** What the wasm calls to say more of an element. */
const OF_SELF = /^__wbg_(set|remove)Attribute_/;
/** What lets others act before it returns. */
const OUT = /^__wbg_(dispatchEvent|focus|click|execCommand)_/;

/** Whether the wasm is at work. */
let isInside = false;
let isTorn = false;
let tell = () => {};

/** The nodes of each element that others have changed, in order, as the wasm left them. */
const stood = new WeakMap();
/** Where a node stood that others took away. */
const home = new WeakMap();
/** Whether others have changed anything, ever. */
let isChanged = false;
/** What a text said before others changed it. */
const said = new WeakMap();

const watch = new MutationObserver(note);

/** The shadow trees that are watched over, as long as anybody else needs them. */
let guarded = [];

/** Watches over the nodes of the wasm in a shadow tree; what stands in the tree itself belongs to nobody. */
export function guard(root) {
  guarded.push(new WeakRef(root));
  watchOver();
}

/** While the wasm is at work nobody watches, which costs more than the work. */
function watchOver() {
  guarded = guarded.filter((kept) => kept.deref());
  for (const kept of guarded) {
    watch.observe(kept.deref(), { childList: true, subtree: true, characterDataOldValue: true });
  }
}

/** Notes what others have done, and watches no more. */
function lookAway() {
  note(watch.takeRecords());
  watch.disconnect();
}

/** Calls, once, when the wasm can be used no more. */
export function whenTorn(then) {
  tell = then;
}

/** The glue's own, but for what it makes of a module. */
const gated = Object.create(browser ?? null, { instantiate: { value: instantiate } });
export { gated as WebAssembly };

async function instantiate(module, imports) {
  for (const functions of Object.values(imports)) {
    for (const [name, act] of Object.entries(functions)) {
      functions[name] = outward(name, act);
    }
  }
  const { exports } = await browser.instantiate(module, imports);
  const inner = Object.entries(exports).map(([name, it]) => [name, typeof it === "function" ? inward(name, it) : it]);
  return { module, instance: { exports: Object.fromEntries(inner) } };
}

function inward(name, act) {
  if (PASSING.test(name)) {
    return act;
  }
  return (...given) => {
    if (isTorn) {
      return undefined;
    }
    const isOutermost = !isInside;
    if (isOutermost) {
      lookAway();
      isInside = true;
    }
    try {
      return act(...given);
    } catch (error) {
      isTorn = true;
      throw error;
    } finally {
      if (isOutermost) {
        isInside = false;
        watchOver();
        isTorn && tell();
      }
    }
  };
}

/** What is to be done before the wasm touches the nodes of others, by what it does. */
const BEFORE = [
  [OF_SELF, () => {}],
  [OF_PARENT, heal],
  [OF_CHILD, healAround],
  [
    OF_TEXT,
    (text) => {
      healAround(text);
      said.delete(text);
    },
  ],
  [
    OF_ALL,
    (node) => {
      stood.delete(node);
      said.delete(node);
    },
  ],
];

function outward(name, act) {
  const [, before] = BEFORE.find(([names]) => names.test(name)) ?? [];
  if (before) {
    // None of them takes more, and to gather and spread them takes time, many times a frame.
    return (node, a, b, c, d) => {
      if (isChanged) {
        before(node);
        bringBack(node);
      }
      return act(node, a, b, c, d);
    };
  }
  return OUT.test(name) ? (...given) => outside(() => act(...given)) : act;
}

/** What others do meanwhile is theirs. */
function outside(act) {
  isInside = false;
  watchOver();
  try {
    return act();
  } finally {
    lookAway();
    isInside = true;
  }
}

/** Keeps how it was before others changed it. */
function note(records) {
  isChanged ||= records.length > 0;
  const nodesOf = new Map();
  const words = new Map();
  for (const { type, target, addedNodes, removedNodes, nextSibling, oldValue } of records.reverse()) {
    if (type === "characterData") {
      words.set(target, oldValue);
    } else if (!stood.has(target) && !(target instanceof ShadowRoot)) {
      const nodes = nodesOf.get(target) ?? [...target.childNodes];
      const end = nextSibling ? nodes.indexOf(nextSibling) : nodes.length;
      nodes.splice(end - addedNodes.length, addedNodes.length, ...removedNodes);
      nodesOf.set(target, nodes);
    }
  }
  words.forEach((text, node) => said.has(node) || said.set(node, text));
  nodesOf.forEach((nodes, parent) => stood.set(parent, nodes));
  for (const { target } of records) {
    stood.get(target)?.forEach((node) => node.parentNode === target || home.set(node, target));
  }
}

/** Puts the nodes of an element back as they were, where others have changed them. */
function heal(parent) {
  const nodes = stood.get(parent);
  if (!nodes) {
    return;
  }
  stood.delete(parent);
  [...parent.childNodes].forEach((node) => nodes.includes(node) || node.remove());
  nodes.reduceRight((next, node) => {
    if (node.parentNode !== parent || node.nextSibling !== next) {
      parent.insertBefore(node, next);
    }
    if (said.has(node)) {
      node.data = said.get(node);
    }
    said.delete(node);
    home.delete(node);
    return node;
  }, null);
}

function healAround(node) {
  heal(home.get(node) ?? node.parentNode);
}

/** Puts a node back into the page with all that it stands in, where others have put a copy there. */
function bringBack(node) {
  while (!node.isConnected) {
    let away = node;
    while (!home.has(away)) {
      away = away.parentNode;
      if (!away) {
        return;
      }
    }
    const parent = home.get(away);
    home.delete(away);
    heal(parent);
  }
}
