// Finds what can be pressed in a text: web and mail addresses, telephone numbers.

import { h, unseen } from "./dom.js";
import { WORDS } from "./words.js";

const SAFE = ["http:", "https:", "mailto:", "tel:"];
const FOUND = new RegExp(
  [
    String.raw`https?:\/\/[^\s<>"“”]+`,
    String.raw`(?:mailto:)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+`,
    String.raw`(?:tel:)?(?:\+31|\b0)[ -]?\d(?:[ -]?\d){5,9}\b`,
    String.raw`\b11[23]\b`,
  ].join("|"),
  "gi",
);

// The address when a browser may follow it safely, or null.
export function safeAddress(text) {
  try {
    const url = new URL(text);
    return SAFE.includes(url.protocol) ? url.href : null;
  } catch {
    return null;
  }
}

export function link(address, text = address) {
  const safe = safeAddress(address);
  if (!safe) return text;
  const leaves = safe.startsWith("http");
  const attributes = leaves ? { target: "_blank", rel: "noopener noreferrer" } : {};
  return h("a", { href: safe, ...attributes }, text, leaves && unseen(` (${WORDS.newWindow})`));
}

export function telephone(number) {
  return link(`tel:${number.replace(/^tel:/i, "").replace(/[^\d+]/g, "")}`, number);
}

// The text as nodes: strings, and elements for what can be pressed.
export function withLinks(text) {
  const nodes = [];
  let done = 0;
  for (const match of text.matchAll(FOUND)) {
    const found = match[0].replace(/[.,;:!?)\]’'…]+$/, "");
    const node = pressable(found, text.slice(0, match.index));
    if (!node) continue;
    nodes.push(text.slice(done, match.index), node);
    done = match.index + found.length;
  }
  return [...nodes, text.slice(done)];
}

function pressable(found, before) {
  if (/^https?:/i.test(found)) return link(found);
  if (found.includes("@")) return link(`mailto:${found.replace(/^mailto:/i, "")}`, found);
  if (/^11[23]$/.test(found)) return /\bbelt?( \S+)? $/i.test(before) && telephone(found);
  return isTelephone(found.replace(/\D/g, "")) && telephone(found);
}

// Ten digits, eleven with the country, eight for the free numbers.
function isTelephone(digits) {
  if (digits.startsWith("31")) return digits.length === 11;
  return digits.length === 10 || (/^0[89]0/.test(digits) && [8, 11].includes(digits.length));
}
