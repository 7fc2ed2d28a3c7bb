// The button in the corner of the page, with the number of new messages.

import { h, icon, pushButton } from "./dom.js";
import { WORDS } from "./words.js";

export class Launcher {
  constructor(onOpen) {
    this.label = h("span", { class: "label" });
    this.badge = h("span", { class: "badge", hidden: true });
    this.element = pushButton(
      { class: "launcher", "aria-haspopup": "dialog", "aria-expanded": "false", click: onOpen },
      icon("chat"),
      this.label,
      this.badge,
    );
  }

  update(name, unread) {
    this.label.textContent = name;
    this.badge.hidden = !unread;
    this.badge.textContent = unread > 99 ? "99+" : unread;
    const extra = unread ? `, ${WORDS.unread(unread)}` : "";
    this.element.setAttribute("aria-label", WORDS.openChat(name) + extra);
  }
}
