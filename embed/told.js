/**
 * The story view for an element that names a bundle alone: it lies beside the bundle, and is taken as it is where it comes from
 * the place that the script comes from as well, for whoever trusts the one trusts the other. All else is the widget's.
 */

/** Where a bundle lies, its story view lies under the same name. */
const BUNDLE = /\.orb$/;
/** The attributes that hold an address. */
const ADDRESSES = ["src", "href", "poster"];

/** Puts the story view into the shadow tree of an element, in the place of `content`; says whether there was one. */
export async function told(host, root, content) {
  const bundle = new URL(host.getAttribute("src") ?? "", document.baseURI);
  if (bundle.origin !== new URL(import.meta.url).origin || !BUNDLE.test(bundle.pathname)) {
    return false;
  }
  const address = bundle.href.replace(/\.orb(?=$|[?#])/, ".html");
  const html = await text(address, "text/html");
  // What was cut off on the way is no story.
  if (!html.trimEnd().endsWith("</section></div>")) {
    return false;
  }
  const page = new DOMParser().parseFromString(trusted(html), "text/html");
  const [room, style] = [page.querySelector(".room"), page.querySelector("link[rel=stylesheet]")];
  // Before anything else is waited for: Chromium fetches captions even for a page that is not shown.
  for (const name of ADDRESSES) {
    for (const element of room.querySelectorAll(`[${name}]:not([${name}^="#"])`)) {
      element.setAttribute(name, new URL(element.getAttribute(name), address).href);
    }
  }
  for (const element of room.querySelectorAll("[srcset]")) {
    const whole = (one) => one.trim().replace(/^\S+/, (path) => new URL(path, address).href);
    element.setAttribute("srcset", element.getAttribute("srcset").split(",").map(whole).join(","));
  }
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(await text(new URL(style.getAttribute("href"), address)));
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  content.replaceWith(document.adoptNode(room));
  return true;
}

async function text(address, type = "text/css") {
  const answer = await fetch(address, { credentials: "omit" });
  // A server that has no such file may answer with a page of its own.
  if (!answer.ok || !answer.headers.get("content-type")?.startsWith(type)) {
    throw new Error(`${address}: ${answer.status}`);
  }
  return answer.text();
}

/** A page that enforces trusted types may refuse the policy; then there is the widget, which makes its elements one by one. */
function trusted(html) {
  const policy = globalThis.trustedTypes?.createPolicy("on-record-story", { createHTML: (html) => html });
  return policy?.createHTML(html) ?? html;
}
