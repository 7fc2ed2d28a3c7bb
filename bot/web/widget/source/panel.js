// The window of the chat: opening, closing, and where the keyboard goes.

import { h, icon, pushButton } from "./dom.js";
import { WORDS } from "./words.js";

// As in panel.css: there the window fills the screen.
const SMALL = matchMedia("(max-width: 40em), (max-height: 30em)");
const CAN_FOCUS = "button, a[href], textarea, summary, [tabindex='0']";

export class Panel {
  // parts: menu, banner, logView, composer, erase; on: opened(), closed()
  constructor(root, launcher, parts, on) {
    Object.assign(this, { root, launcher, parts, on });
    this.title = h("h2", { id: "title" });
    this.subtitle = h("p", { id: "subtitle" });
    this.body = h(
      "div",
      { class: "body" },
      this.header(),
      parts.banner.element,
      parts.logView.element,
      parts.composer.element,
    );
    this.element = h(
      "section",
      {
        class: "panel",
        role: "dialog",
        "aria-labelledby": "title",
        "aria-describedby": "subtitle",
        hidden: true,
        keydown: (event) => this.key(event),
        pointerdown: ({ target }) => parts.menu.element.contains(target) || parts.menu.show(false),
      },
      this.body,
      parts.erase.element,
    );
    SMALL.addEventListener("change", () => this.fit());
    if (window.visualViewport) visualViewport.addEventListener("resize", () => this.fit());
  }

  header() {
    const close = pushButton({ class: "bare", "aria-label": WORDS.close });
    close.append(icon("close"));
    close.addEventListener("click", () => this.close());
    const titles = h("div", { class: "titles" }, this.title, this.subtitle);
    return h("header", {}, titles, this.parts.menu.element, close);
  }

  get isOpen() {
    return !this.element.hidden;
  }

  // `focus` is false when the page opens it by itself: a reader keeps their place.
  open({ focus = true } = {}) {
    this.element.hidden = false;
    this.wasOpened = true;
    this.launcher.element.hidden = true;
    this.launcher.element.setAttribute("aria-expanded", "true");
    this.fit();
    this.parts.composer.grow();
    this.parts.logView.toEnd();
    if (focus) this.parts.composer.field.focus();
    this.on.opened();
  }

  close() {
    this.element.hidden = true;
    this.launcher.element.hidden = false;
    this.launcher.element.setAttribute("aria-expanded", "false");
    this.launcher.element.focus();
    this.on.closed();
  }

  // The rest cannot be reached while a question stands over it.
  cover(covered) {
    this.body.inert = covered;
  }

  // Full screen is modal; and the keyboard of a telephone may not hide the field.
  fit() {
    this.element.setAttribute("aria-modal", String(SMALL.matches));
    const height = SMALL.matches && window.visualViewport ? `${Math.round(visualViewport.height)}px` : "";
    this.element.style.height = height;
  }

  key(event) {
    if (event.key === "Escape" && !event.isComposing) this.escape(event);
    if (event.key === "Tab" && SMALL.matches) this.goRound(event);
  }

  escape(event) {
    event.stopPropagation();
    const { menu, erase } = this.parts;
    if (erase.isOpen) return erase.close(false);
    if (!menu.isOpen) return this.close();
    menu.show(false);
    menu.button.focus();
  }

  goRound(event) {
    const places = [...this.element.querySelectorAll(CAN_FOCUS)].filter(
      (one) => one.offsetParent && !one.closest("[inert]"),
    );
    const [first, last] = [places[0], places[places.length - 1]];
    const [edge, other] = event.shiftKey ? [first, last] : [last, first];
    if (this.root.activeElement !== edge) return;
    event.preventDefault();
    other.focus();
  }
}
