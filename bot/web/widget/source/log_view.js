// The list of messages: in order, with a line for each day, and scrolled to what is new.

import { setActive } from "./cards.js";
import { dayName } from "./dates.js";
import { h, icon, place, pushButton, unseen } from "./dom.js";
import { messageView } from "./message_view.js";
import { STAFF, VISITOR } from "./model.js";
import { WORDS } from "./words.js";

const NEAR_PX = 90;

export class LogView {
  constructor(on) {
    this.on = on;
    this.elements = new Map();
    this.list = h("div", { class: "list" });
    this.typing = h("p", { class: "typing", hidden: true });
    // Not live itself: the announcer says new messages, short, and never the history.
    this.log = h(
      "div",
      { class: "log", role: "log", "aria-live": "off", "aria-label": WORDS.log, tabindex: "0" },
      this.list,
      this.typing,
    );
    this.jump = pushButton({ class: "jump", hidden: true, click: () => this.toEnd() });
    this.jump.append(icon("down"), WORDS.latest);
    this.log.addEventListener("scroll", () => this.isAtEnd && (this.jump.hidden = true));
    this.element = h("div", { class: "middle" }, this.log, this.jump);
  }

  get isAtEnd() {
    return this.log.scrollHeight - this.log.scrollTop - this.log.clientHeight < NEAR_PX;
  }

  update(items, { name, typing, sendsLater }) {
    const follows = this.isAtEnd;
    const seen = new Set(this.elements.keys());
    place(this.list, this.arranged(items, name));
    this.activate(items);
    this.mark(sendsLater);
    this.showTyping(typing, name);
    const fresh = items.filter((item) => !seen.has(signature(item)));
    if (fresh.length) this.follow(fresh, follows);
    else if (follows && typing) this.toEnd();
  }

  arranged(items, name) {
    const wanted = [];
    const kept = new Map();
    let day = null;
    let author = null;
    for (const item of items) {
      const today = item.message.at && dayName(item.message.at);
      if (today && today !== day) {
        wanted.push(this.remember(kept, `day ${item.id}`, () => h("p", { class: "day" }, h("span", {}, today))));
        author = null;
      }
      day = today || day;
      const make = () => messageView(item, name, this.on);
      const element = this.remember(kept, signature(item), make);
      const whose = item.message.author + (item.message.name || "");
      element.classList.toggle("follows", whose === author);
      author = whose;
      wanted.push(element);
    }
    this.elements = kept;
    return wanted;
  }

  remember(kept, id, make) {
    const element = this.elements.get(id) || make();
    kept.set(id, element);
    return element;
  }

  // Buttons and change links count until the visitor has said something after them.
  activate(items) {
    let answer = null;
    for (const item of [...items].reverse()) {
      if (item.message.author === VISITOR) answer = item.message.text;
      else setActive(this.elements.get(signature(item)), answer === null, answer);
    }
  }

  mark(sendsLater) {
    for (const status of this.list.querySelectorAll(".status:not(.refused)")) {
      const words = sendsLater ? WORDS.sendsLater : WORDS.sending;
      if (status.textContent !== words) status.textContent = words;
      status.classList.toggle("later", sendsLater);
    }
  }

  showTyping(typing, name) {
    if (typing === !this.typing.hidden) return;
    this.typing.hidden = !typing;
    const dots = h("span", { class: "dots", "aria-hidden": "true" }, h("i"), h("i"), h("i"));
    this.typing.replaceChildren(dots, unseen(WORDS.typing(name)));
  }

  // Shows where the new part begins; a reader who has scrolled back is left in peace.
  follow(fresh, wasAtEnd) {
    const has = (author) => fresh.some((item) => item.message.author === author);
    const mine = has(VISITOR);
    // Who waits for a person and left the log where we put it, wants to see them come.
    const waits = has(STAFF) && this.log.scrollTop === this.placed;
    if (!mine && !wasAtEnd && !waits) {
      this.jump.hidden = false;
      return;
    }
    const first = this.elements.get(signature(fresh[0]));
    const top = first.offsetTop - this.log.clientHeight / 4;
    this.log.scrollTop = mine ? this.log.scrollHeight : top;
    this.placed = this.log.scrollTop;
  }

  toEnd() {
    this.log.scrollTop = this.log.scrollHeight;
    this.jump.hidden = true;
  }
}

// Another signature is another element: a message looks different once it was sent or refused.
function signature({ id, pending }) {
  return pending ? `${id} ${pending.refusal || "pending"}` : id;
}
