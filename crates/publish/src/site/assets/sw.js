// Keeps the page for when there is no network: all of one version, or nothing of it. It answers for its own folder
// alone and asks nobody else.
//
// A page is asked of the server first, so that nobody reads an old one while there is a network; what never changes is
// taken from here. A new version is kept as soon as the browser has found this file changed, and the one before goes.
//
// Pictures that a reader has seen are kept beside, through all versions that show them: nothing is fetched for that alone.
//
// The browser or a server on the way may still have a page of an earlier version. What it names and nobody has any more,
// is answered with what took its place.

const PREFIX = `on-record:${registration.scope}:`;
const CACHE = PREFIX + VERSION;
const FOR_EVER = new URL("widget/", registration.scope).href;
const SEEN = PREFIX + "media";
const hrefs = (paths) => new Set(paths.map((path) => new URL(path, registration.scope).href));
const addresses = hrefs(KEPT);
const media = hrefs(MEDIA);

addEventListener("install", (event) => event.waitUntil(keep()));
addEventListener("activate", (event) => event.waitUntil(forget()));
addEventListener("fetch", (event) => {
  const address = plain(event.request.url);
  if (event.request.method === "GET" && address.startsWith(FOR_EVER)) {
    event.respondWith(kept(address, event.request));
  } else if (event.request.method === "GET" && addresses.has(address)) {
    event.respondWith(asked(address, event.request));
  } else if (event.request.method === "GET" && media.has(address) && !event.request.headers.has("range")) {
    event.respondWith(seen(address, event.request));
  }
});

async function keep() {
  const cache = await caches.open(CACHE);
  await cache.addAll([...addresses].map((address) => new Request(address, { cache: fresh(address) })));
  await skipWaiting();
}

/** What never changes may come from the browser's own cache: the page has just loaded it. */
function fresh(address) {
  return address.startsWith(FOR_EVER) ? "default" : "reload";
}

async function forget() {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith(PREFIX) && name !== CACHE && name !== SEEN);
  await Promise.all(old.map((name) => caches.delete(name)));
  await clients.claim();
  if (media.size > 0) {
    await sift();
  }
}

/** Drops what no event shows any more, and takes over what the page has fetched before this worker was there. */
async function sift() {
  const cache = await caches.open(SEEN);
  const held = (await cache.keys()).map(({ url }) => url);
  await Promise.all(held.filter((url) => !media.has(url)).map((url) => cache.delete(url)));
  const take = async (url) => {
    const answer = await fetch(url, { cache: "only-if-cached", mode: "same-origin" });
    await (answer.ok && cache.put(url, answer));
  };
  // What the browser has not got is no matter, nor is what it has no room for.
  await Promise.allSettled([...media].filter((url) => !held.includes(url)).map(take));
}

/** A picture, which never changes under its name. */
async function seen(address, request) {
  const cache = await caches.open(SEEN);
  const held = await cache.match(address);
  if (held) {
    return held;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    // A device without room shows it all the same.
    cache.put(address, answer.clone()).catch(() => {});
  }
  return answer;
}

async function kept(address, request) {
  return (await found(address)) ?? replaced(address, request);
}

async function replaced(address, request) {
  const answer = await fetch(request).catch(() => undefined);
  const heir = answer?.ok ? undefined : [...addresses].find((kept) => nameless(kept) === nameless(address));
  return (heir && (await found(heir))) ?? answer ?? Response.error();
}

/** What an address for ever has in common with the same file of any other version: all but the hash. */
function nameless(address) {
  return address.startsWith(FOR_EVER) && address.slice(FOR_EVER.length).replace(/[0-9a-f]{12}/, "");
}

async function asked(address, request) {
  try {
    return await fetch(request);
  } catch (error) {
    const answer = await found(address);
    if (answer) {
      return answer;
    }
    throw error;
  }
}

/** What is kept under an address. Whoever deletes the cache of a worker at work would otherwise find it made anew. */
function found(address) {
  return caches.match(address, { cacheName: CACHE });
}

/** The address of a file without query and fragment; the page goes by the name of its folder. */
function plain(url) {
  const { origin, pathname } = new URL(url);
  return origin + pathname.replace(/index\.html$/, "");
}
