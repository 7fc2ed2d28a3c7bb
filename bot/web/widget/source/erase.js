// "Wis mijn gesprek": asks first, says what stays and why, and shows what was done.

import { h, pushButton } from "./dom.js";
import { WORDS } from "./words.js";

export class EraseDialog {
  // on: erase() -> {kept}, closed(erased)
  constructor(on) {
    this.on = on;
    this.element = h("div", {
      class: "cover",
      role: "alertdialog",
      "aria-modal": "true",
      "aria-labelledby": "erase-title",
      "aria-describedby": "erase-text",
      hidden: true,
    });
  }

  get isOpen() {
    return !this.element.hidden;
  }

  // `references` are the requests filed in this conversation.
  ask(references) {
    this.problem = h("p", { class: "caution", role: "alert", hidden: true });
    const yes = pushButton({ class: "danger", click: () => this.go(yes) }, WORDS.eraseYes);
    const no = pushButton({ class: "second", click: () => this.close(false) }, WORDS.eraseNo);
    this.fill(WORDS.eraseTitle, [
      h("p", {}, WORDS.eraseWhat),
      h("p", {}, WORDS.eraseKeeps),
      references.length && [
        h("p", {}, WORDS.eraseKept),
        h("ul", {}, references.map((reference) => h("li", {}, reference))),
      ],
      this.problem,
    ], [no, yes]);
  }

  async go(button) {
    button.setAttribute("aria-disabled", "true");
    try {
      this.done((await this.on.erase()).kept || []);
    } catch (error) {
      button.removeAttribute("aria-disabled");
      this.problem.textContent = error.text || WORDS.eraseFailed;
      this.problem.hidden = false;
    }
  }

  done(kept) {
    const list = kept.map(({ reference, why }) => h("li", {}, h("b", {}, reference), `: ${why}`));
    const rest = kept.length ? [h("p", {}, WORDS.eraseKept), h("ul", {}, list)] : h("p", {}, WORDS.erasedAll);
    const onward = pushButton({ click: () => this.close(true) }, WORDS.startAgain);
    this.fill(WORDS.erased, [rest], [onward]);
  }

  fill(title, text, buttons) {
    this.element.replaceChildren(
      h("h2", { id: "erase-title" }, title),
      h("div", { id: "erase-text" }, text),
      h("div", { class: "answers" }, buttons),
    );
    this.element.hidden = false;
    buttons[0].focus();
  }

  close(erased) {
    this.element.hidden = true;
    this.on.closed(erased);
  }
}
