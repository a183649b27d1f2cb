// What a page needs beside the widget: a title for screen readers while the widget stands in the place of the page's own
// text, and the page kept for when there is no network.
(() => {
  const { worker } = document.currentScript.dataset;
  /** So long after the page, a widget that is not there is waited for no more. */
  const LATE_MS = 10_000;

  addEventListener("on-record:ready", ({ target }) => retitle(target, true));
  addEventListener("on-record:error", ({ target }) => retitle(target, false));

  /** The widget's own heading is of the second level. */
  function retitle(element, isDrawn) {
    const title = element.querySelector?.("h1");
    document.getElementById("title")?.remove();
    if (isDrawn && title) {
      const copy = document.createElement("h1");
      copy.id = "title";
      copy.className = "unseen";
      copy.textContent = title.textContent;
      element.before(copy);
    }
  }

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

  if (worker && window.top === window) {
    // What the worker keeps, it fetches after all that the reader waits for.
    addEventListener("on-record:ready", register);
    addEventListener("on-record:error", register);
    addEventListener("load", () => setTimeout(register, LATE_MS));
  }
})();
