// A message's text as paragraphs and lists. Each goes in its own direction, right to left or not.

import { h } from "./dom.js";
import { withLinks } from "./links.js";

const LIST_LINE = /^\s*[-•] +/;

export function prose(text, { linked = true } = {}) {
  const inline = (line) => (linked ? withLinks(line) : [line]);
  return blocks(text).map(({ list, lines }) =>
    list
      ? h("ul", {}, lines.map((line) => h("li", { dir: "auto" }, inline(line))))
      : h("p", { dir: "auto" }, lines.map((line, i) => [i > 0 && h("br"), ...inline(line)])),
  );
}

// The lines before the first list: what introduces it.
export function introduction(text) {
  const lines = text.split("\n");
  const first = lines.findIndex((line) => LIST_LINE.test(line));
  return first < 0 ? text : lines.slice(0, first).join("\n");
}

function blocks(text) {
  const found = [];
  let open = null;
  for (const line of text.replace(/\r\n?/g, "\n").split("\n")) {
    const list = LIST_LINE.test(line);
    if (!line.trim()) {
      open = null;
      continue;
    }
    if (!open || open.list !== list) found.push((open = { list, lines: [] }));
    open.lines.push(list ? line.replace(LIST_LINE, "") : line);
  }
  return found;
}
