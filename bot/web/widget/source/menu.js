// What can be done with the whole conversation.

import { h, icon, pushButton } from "./dom.js";
import { WORDS } from "./words.js";

export class Menu {
  // on: print(), save(), person(), erase()
  constructor(on) {
    this.on = on;
    this.button = pushButton({
      class: "bare",
      "aria-label": WORDS.menu,
      "aria-expanded": "false",
      "aria-controls": "menu",
      click: () => this.show(this.list.hidden),
    });
    this.button.append(icon("menu"));
    this.person = this.entry("person");
    this.printing = this.entry("print");
    this.saving = this.entry("save", WORDS.saveHint);
    this.list = h(
      "ul",
      { class: "menu", id: "menu", hidden: true, "aria-label": WORDS.menu },
      [this.person, this.printing, this.saving, this.entry("erase")].map((one) => h("li", {}, one)),
    );
    this.element = h("div", { class: "menu-box", focusout: (event) => this.left(event) }, this.button, this.list);
  }

  get isOpen() {
    return !this.list.hidden;
  }

  entry(name, hint = "") {
    const click = () => {
      this.show(false);
      this.button.focus();
      this.on[name]();
    };
    return pushButton({ click }, icon(name), h("span", {}, WORDS[name], h("small", {}, hint)));
  }

  // `promise` is what the school says about a person now.
  update({ hasMessages, canSave, canAsk, promise }) {
    this.printing.parentNode.hidden = !hasMessages;
    this.saving.parentNode.hidden = !canSave;
    this.person.parentNode.hidden = !canAsk;
    this.person.querySelector("small").textContent = promise || "";
  }

  show(open) {
    this.list.hidden = !open;
    this.button.setAttribute("aria-expanded", String(open));
  }

  left(event) {
    if (this.isOpen && event.relatedTarget && !this.element.contains(event.relatedTarget)) this.show(false);
  }
}
