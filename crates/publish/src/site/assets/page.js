// What a page needs beside its story: its style, and to be kept for when there is no network.
(() => {
  const { worker, style } = document.currentScript.dataset;
  /** So long after the page, what a reader waits for has come. */
  const LATE_MS = 10_000;

  /** Pages that enforce trusted types take no plain address for a worker. */
  function trusted(address) {
    const policy = window.trustedTypes?.createPolicy("on-record-page", { createScriptURL: (url) => url });
    return policy?.createScriptURL(address) ?? address;
  }

  let isRegistered = false;

  async function register() {
    if (isRegistered) {
      return;
    }
    isRegistered = true;
    try {
      await navigator.serviceWorker?.register(trusted(worker));
    } catch {
      // Not offered here, or forbidden: then the page needs a network.
    }
  }

  // A server whose policy is not the one that came with the page refuses what stands in it; the same lies beside it.
  if (style && !document.querySelector("style")?.sheet) {
    document.head.append(Object.assign(document.createElement("link"), { rel: "stylesheet", href: style }));
  }

  if (worker && window.top === window) {
    // What the worker keeps, it fetches after all that the reader waits for.
    addEventListener("load", () => setTimeout(register, LATE_MS));
  }
})();
