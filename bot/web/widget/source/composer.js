// The field to type in: it grows, Enter sends, and it says when a message gets too long.

import { h, icon, unseen } from "./dom.js";
import { WORDS } from "./words.js";

export const LONGEST = 2_000;
const NEAR = 200;

export class Composer {
  // on: send(text), typed(text), announce(text)
  constructor(on) {
    this.on = on;
    this.field = h("textarea", {
      id: "field",
      rows: "1",
      dir: "auto",
      enterkeyhint: "send",
      autocomplete: "off",
      "aria-describedby": "counter",
      input: () => this.typed(),
      keydown: (event) => this.key(event),
    });
    this.counter = h("p", { class: "counter", id: "counter" });
    this.button = h("button", { type: "submit", class: "send" }, icon("send"), unseen(WORDS.send));
    const submit = (event) => (event.preventDefault(), this.send());
    this.element = h(
      "form",
      { class: "composer", submit },
      this.counter,
      h("label", { for: "field", class: "unseen" }, WORDS.field),
      this.field,
      this.button,
    );
  }

  get text() {
    return this.field.value.trim();
  }

  get left() {
    // As the server counts: an emoji is one character.
    return LONGEST - [...this.text].length;
  }

  fill(text) {
    this.field.value = text;
    this.grow();
    this.count();
  }

  placeholder(text) {
    if (this.field.placeholder !== text) this.field.placeholder = text;
  }

  typed() {
    this.grow();
    this.count();
    this.on.typed(this.field.value);
  }

  key(event) {
    // While a word is being composed Enter belongs to the keyboard.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.send();
  }

  send() {
    if (!this.text) return;
    if (this.left < 0) return this.on.announce(WORDS.tooLong(-this.left));
    const text = this.text;
    this.fill("");
    this.on.typed("");
    this.on.send(text);
  }

  grow() {
    this.field.style.height = "auto";
    const borders = this.field.offsetHeight - this.field.clientHeight;
    this.field.style.height = `${this.field.scrollHeight + borders}px`;
  }

  count() {
    const { left } = this;
    const words = left < 0 ? WORDS.tooLong(-left) : left <= NEAR ? WORDS.left(left) : "";
    const stage = left < 0 ? 2 : words ? 1 : 0;
    this.counter.textContent = words;
    this.counter.classList.toggle("over", left < 0);
    this.button.setAttribute("aria-disabled", String(left < 0));
    // Said when it begins to matter and when it is too much, not at every letter.
    if (stage > (this.stage || 0)) this.on.announce(words);
    this.stage = stage;
  }
}
