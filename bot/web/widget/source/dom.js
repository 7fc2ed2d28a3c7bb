// Making elements. Text is always a text node: nothing from a message is ever read as HTML.

const SVG = "http://www.w3.org/2000/svg";

export function h(tag, properties, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties || {})) set(element, name, value);
  element.append(...children.flat(2).filter((child) => child || child === 0));
  return element;
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (typeof value === "function") element.addEventListener(name, value);
  else element.setAttribute(name, value === true ? "" : value);
}

export function pushButton(properties, ...children) {
  return h("button", { type: "button", ...properties }, ...children);
}

const ICONS = {
  chat: "M4 5h16v11h-8l-5 4v-4H4ZM8 9h8M8 12h5",
  close: "M6 6l12 12M18 6L6 18",
  menu: "M12 5v.1M12 12v.1M12 19v.1",
  send: "M4 12L20 4l-5 16l-4-7ZM11 13L20 4",
  down: "M6 10l6 6l6-6",
  check: "M5 13l4 4L19 7",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7Z",
  save: "M12 4v11M7 11l5 5l5-5M5 20h14",
  person: "M12 12a4 4 0 1 0 0-8a4 4 0 0 0 0 8ZM4 20a8 6 0 0 1 16 0",
  erase: "M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13",
};

export function icon(name) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", ICONS[name]);
  svg.append(path);
  return svg;
}

// For screen readers only.
export function unseen(text) {
  return h("span", { class: "unseen" }, text);
}

// Puts the children in this order and leaves those that already stand right untouched.
export function place(parent, children) {
  let at = parent.firstChild;
  for (const child of children) {
    if (child === at) at = at.nextSibling;
    else parent.insertBefore(child, at);
  }
  while (at) {
    const next = at.nextSibling;
    at.remove();
    at = next;
  }
}

// A style sheet of the shadow root or the page that a strict content policy allows; returns how to
// take it away. Browsers of before 2023 know only the element.
export function addStyles(root, css) {
  if (root.adoptedStyleSheets && "replaceSync" in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
    return () => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets].filter((one) => one !== sheet);
    };
  }
  const style = h("style", {}, css);
  (root.head || root).append(style);
  return () => style.remove();
}
