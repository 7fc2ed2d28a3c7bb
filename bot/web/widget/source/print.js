// On paper and as a file.

import { addStyles, h } from "./dom.js";
import { WORDS } from "./words.js";

// For as long as it prints, the page around us is left out.
const ONLY_US = `@media print {
  html, body { all: revert !important; background: #fff !important; }
  body > :not(dossierwijzer-chat) { display: none !important; }
}`;

// Prints the whole conversation, or with `only` one message of it.
export function printOut(host, root, only = null) {
  const closed = [...root.querySelectorAll("article details:not([open])")];
  closed.forEach((details) => (details.open = true));
  if (only) only.classList.add("only");
  host.setAttribute("printing", only ? "one" : "all");
  if (host.hidePopover) host.hidePopover();
  const showPage = addStyles(document, ONLY_US);
  const after = () => {
    showPage();
    host.removeAttribute("printing");
    if (host.showPopover) host.showPopover();
    if (only) only.classList.remove("only");
    closed.forEach((details) => (details.open = false));
  };
  addEventListener("afterprint", after, { once: true });
  print();
}

export async function saveFile(api) {
  const address = URL.createObjectURL(await api.transcript());
  h("a", { href: address, download: WORDS.fileName(new Date().toLocaleDateString("sv")) }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

// Pages without https have no clipboard: then the text is selected, to be copied by hand.
export async function copy(text, element) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection().selectAllChildren(element);
    return document.execCommand("copy");
  }
}
