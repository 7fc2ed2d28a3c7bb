// Tells a screen reader what is new: short, politely, once.

import { h } from "./dom.js";
import { author } from "./message_view.js";
import { SYSTEM } from "./model.js";
import { WORDS } from "./words.js";

const LONGEST_SPOKEN = 320;
const KEPT_MS = 15_000;

export class Announcer {
  constructor() {
    this.element = h("div", { class: "unseen", "aria-live": "polite" });
  }

  say(text) {
    const line = h("p", {}, text);
    this.element.append(line);
    setTimeout(() => line.remove(), KEPT_MS);
  }

  message(message, botName) {
    const who = message.author === SYSTEM ? "" : `${author(message, botName).name}: `;
    const count = (message.buttons || []).length;
    this.say([who + inShort(message), count && WORDS.choicesCount(count)].filter(Boolean).join(" "));
  }
}

function inShort({ text, answer }) {
  if (text.length <= LONGEST_SPOKEN) return text;
  const short = (answer && answer.short) || `${text.slice(0, text.lastIndexOf(" ", LONGEST_SPOKEN))} …`;
  return `${short} ${WORDS.goesOn}`;
}
