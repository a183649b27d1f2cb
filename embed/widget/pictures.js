/** What stands in the place of a picture that did not load: what it shows, that it did not come, and a way to try again. */

/** Watches over the pictures of a story, which has the texts. */
export function watch(section) {
  const tell = (picture) => picture.matches(".pic img") && told(picture);
  section.addEventListener("error", ({ target }) => tell(target), { capture: true });
  // Those that failed before this script was there; one that waits for its turn is not complete.
  section.querySelectorAll("img").forEach((picture) => picture.complete && !picture.naturalWidth && tell(picture));
}

function told(picture) {
  const { missing, again } = picture.closest(".story").dataset;
  const place = picture.closest(".pic > *");
  if (place.nextElementSibling?.matches(".gone")) {
    return;
  }
  const words = Object.assign(document.createElement("p"), { className: "gone" });
  const shows = Object.assign(document.createElement("i"), { textContent: picture.alt });
  // As high as what it stands for, however wide that becomes.
  words.style.aspectRatio = `${picture.clientWidth}/${picture.clientHeight}`;
  const button = Object.assign(document.createElement("button"), { type: "button", className: "link", textContent: again });
  button.onclick = () => ask(picture);
  picture.addEventListener("load", () => words.remove(), { once: true });
  words.append(...(picture.alt ? [shows, " "] : []), `${missing} `, button);
  place.after(words);
}

/** Has the browser ask for a picture again. An address that is the same as before WebKit does not ask for. */
function ask(picture) {
  const [address, part] = picture.getAttribute("src").split("#");
  picture.srcset &&= `${picture.srcset} `;
  picture.src = part === undefined ? `${address}#again` : address;
}
