// One message as an element.

import { choices, progress, receipt, sources, summary } from "./cards.js";
import { clockTime } from "./dates.js";
import { h, pushButton, unseen } from "./dom.js";
import { STAFF, SYSTEM, VISITOR } from "./model.js";
import { introduction, prose } from "./prose.js";
import { WORDS } from "./words.js";

const KINDS = { [VISITOR]: "mine", [STAFF]: "staff", [SYSTEM]: "system" };

// on: choose(button, title), change(label), drop(item), copy(text, button), print(element)
export function messageView({ message, button, pending }, botName, on) {
  const element = h(
    "article",
    { class: `item ${KINDS[message.author] || "bot"}${pending ? " pending" : ""}` },
    heading(message, botName),
    h("div", { class: "bubble" }, body(message, on, () => on.print(element))),
    buttons(message, button, on),
    pending && status(pending, on),
  );
  return element;
}

function heading(message, botName) {
  if (message.author === SYSTEM) return null;
  const { name, role } = author(message, botName);
  return h(
    "p",
    { class: "who" },
    h("span", {}, name, role && h("span", { class: "role" }, ` · ${role}`), unseen(": ")),
    message.at && h("time", { datetime: message.at }, clockTime(message.at)),
  );
}

export function author(message, botName) {
  if (message.author === VISITOR) return { name: WORDS.you };
  if (message.author === STAFF) return { name: message.name || WORDS.aPerson, role: WORDS.staff };
  return { name: botName, role: WORDS.bot };
}

function body(message, on, onPrint) {
  if (message.author === VISITOR) return prose(message.text, { linked: false });
  return [
    message.form && progress(message.form),
    prose(message.summary ? introduction(message.text) : message.text),
    message.summary && summary(message.summary, on.change),
    message.receipt && receipt(message.receipt, { onCopy: on.copy, onPrint }),
    message.answer && sources(message.answer),
  ];
}

function buttons(message, place, on) {
  if (!message.buttons || !message.buttons.length) return null;
  return choices(message.buttons, (index, title) => on.choose({ ...place, index }, title));
}

function status(pending, on) {
  if (!pending.refusal) return h("p", { class: "status" });
  const drop = () => on.drop(pending);
  return h(
    "p",
    { class: "status refused" },
    `${WORDS.notSent} ${pending.refusal} `,
    pushButton({ class: "plain", click: drop }, WORDS.remove),
  );
}
