// What the visitor sent and the server has not confirmed. It lives in the store, so that it survives
// a reload and is seen by every tab. The key of a message makes sending it twice harmless.

import { newKey } from "./api.js";
import { backOff } from "./connection.js";

export class Outbox {
  // hooks: follow(), begun(answer), sent(answer), gone(), trouble(refused), changed()
  constructor(api, store, hooks) {
    Object.assign(this, { api, store, hooks, busy: false, failures: 0, timer: null });
  }

  get items() {
    return this.store.get("outbox", []);
  }

  // A text, or a button with its title: {"message": 3, "index": 0} or {"opening": 0, "index": 0}.
  add(text, button = null) {
    const item = { key: newKey(), at: new Date().toISOString(), text, button };
    this.store.set("outbox", [...this.items, item]);
    this.hooks.changed();
    this.flush();
  }

  stored(key) {
    if (this.items.some((item) => item.key === key)) this.remove(key);
  }

  remove(key) {
    this.store.set("outbox", this.items.filter((item) => item.key !== key));
    this.hooks.changed();
  }

  flush() {
    clearTimeout(this.timer);
    if (this.busy) return;
    this.busy = true;
    oneTabAtATime(this.store.prefix, () => this.sendAll()).then(() => {
      this.busy = false;
    });
  }

  async sendAll() {
    for (;;) {
      const item = this.items.find((one) => !one.refusal);
      if (!item) return;
      try {
        await this.sendOne(item);
        this.failures = 0;
      } catch (error) {
        if (error.status === 401) this.hooks.gone();
        else if (error.passes) return this.later(error);
        else this.refuse(item.key, error.text);
      }
    }
  }

  async sendOne(item) {
    // Another tab may have begun the conversation in the meantime.
    this.hooks.follow();
    const began = !this.api.token;
    const answer = began
      ? await this.api.begin(asSent(item, "opening"))
      : await this.api.send(asSent(item, "message"));
    if (began) this.hooks.begun(answer);
    else this.hooks.sent(answer);
    this.remove(item.key);
  }

  later(error) {
    this.failures += 1;
    const wait = Math.max(backOff(this.failures), error.waitSeconds * 1000);
    this.timer = setTimeout(() => this.flush(), wait);
    this.hooks.trouble(error);
  }

  // The server will never take it: it stays where it is, with the reason.
  refuse(key, refusal) {
    const items = this.items.map((one) => (one.key === key ? { ...one, refusal: refusal || " " } : one));
    this.store.set("outbox", items);
    this.hooks.changed();
  }
}

// A button of a conversation that is no longer there goes as its words.
function asSent({ key, text, button }, place) {
  return button && place in button ? { key, button } : { key, text };
}

async function oneTabAtATime(name, work) {
  // Only pages with https have locks; without one the keys still prevent double messages.
  if (navigator.locks) await navigator.locks.request(`${name}outbox`, work);
  else await work();
}
