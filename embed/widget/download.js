/**
 * A story from its address, as bytes; what cannot be one is refused as early as it shows. It is asked for without credentials, from
 * the page's own server too: what readers see must not depend on who they are.
 */

import { Trouble } from "./trouble.js";

/** The largest story that is loaded, bytes: twice a story of a million events. */
const LIMIT = 256 * 1024 * 1024;

/** How every bundle begins; the docs of the crate `bundle` draw the rest of its header. */
const MAGIC = [0x8f, 0x6f, 0x72, 0x62, 0x0d, 0x0a, 0x1a, 0x0a];
/** Where the header tells the length of the whole, and where it ends, bytes. */
const LENGTH_AT = 16;
const HEADER = 24;

/**
 * The bytes at an address, relative to the page; fewer or one more than there should be where the file is not whole.
 *
 * `tell(have, need)` hears how far it has come, in bytes. Memory is taken once, for as much as the header tells: never beyond the limit.
 */
export async function download(src, signal, tell) {
  const response = await fetched(src, signal);
  if (+response.headers.get("content-length") > LIMIT) {
    throw tooLarge();
  }
  const isPage = response.headers.get("content-type")?.startsWith("text/html");
  const reader = response.body?.getReader() ?? readerOfAll(response);
  return filled(reader, isPage, tell).catch((error) => {
    // What else comes is wanted no more, and may have no end.
    reader.cancel().catch(() => {});
    throw error;
  });
}

async function fetched(src, signal) {
  let url;
  try {
    url = new URL(src, document.baseURI);
  } catch {
    throw new Trouble("address", { src });
  }
  const response = await fetch(url, { credentials: "omit", signal }).catch(gone);
  if (!response.ok) {
    const { status } = response;
    throw new Trouble(status === 404 || status === 410 ? "missing" : "server", { status });
  }
  return response;
}

/** The network failed; the browser does not tell scripts why. */
function gone(error) {
  throw new Trouble("network", {}, error);
}

const tooLarge = () => new Trouble("large", { limit: LIMIT / 1024 / 1024 });

/** For an answer that cannot be read while it comes: an empty one, or one of a `fetch` that is the page's own. */
function readerOfAll(response) {
  let isRead = false;
  return {
    async read() {
      if (isRead) {
        return { done: true };
      }
      isRead = true;
      return { done: false, value: new Uint8Array(await response.arrayBuffer()) };
    },
    async cancel() {},
  };
}

async function filled(reader, isPage, tell) {
  const next = () => reader.read().catch(gone);
  let start = new Uint8Array();
  for (let chunk; start.length < HEADER && !(chunk = await next()).done; ) {
    start = joined(start, chunk.value);
    check(start, isPage);
  }
  check(start, isPage);
  const need = start.length < HEADER ? 0 : lengthFrom(start);
  if (need > LIMIT) {
    throw tooLarge();
  }
  // With room for one byte too many, which tells a file that goes on after its end.
  const bytes = new Uint8Array(Math.max(need + 1, start.length));
  bytes.set(start);
  let have = start.length;
  tell(have, need);
  for (let chunk; have < bytes.length && !(chunk = await next()).done; ) {
    const fits = chunk.value.subarray(0, bytes.length - have);
    bytes.set(fits, have);
    have += fits.length;
    tell(have, need);
  }
  return bytes.subarray(0, have);
}

/** Refuses what does not begin like a story, as far as it is known. */
function check(start, isPage) {
  if (!MAGIC.every((byte, at) => at >= start.length || byte === start[at]) || (isPage && start.length === 0)) {
    throw new Trouble(isPage || isMarkup(start) ? "page" : "foreign");
  }
}

/** Whether bytes begin as web pages do: with a `<`, after a byte order mark or white space. */
function isMarkup(start) {
  return /^\s*</.test(new TextDecoder().decode(start.subarray(0, 64)));
}

function lengthFrom(header) {
  return Number(new DataView(header.buffer, header.byteOffset).getBigUint64(LENGTH_AT, true));
}

function joined(a, b) {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
