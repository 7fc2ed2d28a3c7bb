// One strip above the messages: whether the chat works, and who answers.

import { h } from "./dom.js";
import { link, telephone } from "./links.js";
import { CLOSED, WAITING, WITH_PERSON } from "./model.js";
import { WORDS } from "./words.js";

export class Banner {
  constructor(announce) {
    this.announce = announce;
    this.lines = [];
    this.element = h("div", { class: "banner", hidden: true });
  }

  // trouble: what is wrong with the connection, or an empty text
  update(model, trouble, contact) {
    const lines = [trouble, model.notice, who(model)].filter(Boolean);
    const fresh = lines.filter((line) => !this.lines.includes(line));
    if (!fresh.length && lines.length === this.lines.length) return;
    this.lines = lines;
    this.element.hidden = !lines.length;
    this.element.className = `banner ${trouble ? "bad" : model.notice ? "note" : ""}`;
    this.element.replaceChildren(
      ...lines.map((line) => h("p", {}, line)),
      ...(trouble || model.notice ? contactLine(contact) : []),
    );
    if (fresh.length) this.announce(fresh.join(" "));
  }
}

function who(model) {
  if (model.state === WAITING) return WORDS.waiting;
  if (model.state === WITH_PERSON) return WORDS.personHere(model.personName || WORDS.aPerson);
  return model.state === CLOSED ? WORDS.closed : "";
}

export function contactLine({ phone, email }) {
  if (!phone && !email) return [];
  const call = phone ? [`${WORDS.call} `, telephone(phone)] : [];
  const mail = email ? [`${WORDS.mail} `, link(`mailto:${email}`, email)] : [];
  const between = phone && email ? [" · "] : [];
  return [h("p", { class: "contact" }, `${WORDS.contact} `, call, between, mail)];
}
