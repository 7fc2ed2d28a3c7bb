// The conversation between this tab, the other tabs and the server. Knows nothing of elements.

import { Connection } from "./connection.js";
import { Model, VISITOR, BOT } from "./model.js";
import { Outbox } from "./outbox.js";
import { WORDS } from "./words.js";

const HIDDEN_MS = 5 * 60_000;
const READ_MS = 700;

export class Session {
  // on: changed(), arrived(message)
  constructor(api, store, on) {
    Object.assign(this, { api, store, on, model: new Model(), down: false, trouble: "" });
    this.outbox = new Outbox(api, store, {
      follow: () => this.follow(),
      begun: (answer) => this.begun(answer),
      sent: (answer) => this.sent(answer),
      gone: () => this.gone(),
      trouble: (error) => this.troubled(error),
      changed: () => this.on.changed(),
    });
    this.connection = new Connection(api, {
      cursor: () => this.model.cursor,
      caughtUp: (answer) => this.caughtUp(answer),
      event: (name, data) => this.event(name, data),
      up: () => this.reached(),
      down: () => this.setDown(true),
      gone: () => this.gone(),
    });
    this.follow();
    this.watch();
  }

  get hasToken() {
    return Boolean(this.api.token);
  }

  get items() {
    return this.model.items(this.outbox.items, this.hasToken);
  }

  get unread() {
    return this.hasToken ? this.model.unread(this.store.get("read", 0)) : 0;
  }

  // Between sending and the first word of the bot something must move, also before the server says so.
  get isTyping() {
    const sending = this.outbox.items.some((item) => !item.refusal);
    return this.model.typing || (sending && !this.isOffline && this.model.state === BOT);
  }

  get isOffline() {
    return this.down || !navigator.onLine;
  }

  get problem() {
    if (!navigator.onLine) return WORDS.offline;
    return this.trouble || (this.down ? WORDS.outage : "");
  }

  // Takes the token that this browser keeps, if it keeps one.
  follow() {
    this.api.token = this.store.get("token");
    if (this.hasToken) this.connection.start();
  }

  begun(answer) {
    this.model.forget();
    this.store.set("token", answer.token);
    this.store.set("read", 0);
    this.api.token = answer.token;
    // What stands before the first message of the visitor was on the screen already.
    let isNew = false;
    for (const message of answer.messages) {
      this.model.takeInOrder(message);
      this.arrive(message, isNew);
      isNew = isNew || message.author === VISITOR;
    }
    this.model.loaded = true;
    this.take(answer);
    this.connection.stop();
    this.connection.start();
  }

  // How the conversation stands comes by the stream: this answer may be overtaken by it on the way.
  sent({ message }) {
    this.model.take(message);
    this.reached();
    this.on.changed();
  }

  caughtUp(answer) {
    const isHistory = !this.model.loaded;
    for (const message of answer.messages) {
      const isNew = this.model.takeInOrder(message);
      this.arrive(message, isNew && !isHistory);
    }
    if (!answer.messages.length) this.model.loaded = true;
    // Not every number is a message that a visitor gets.
    this.model.cursor = Math.max(this.model.cursor, answer.last);
    this.take(answer);
  }

  event(name, data) {
    if (name === "message") this.arrive(data, this.model.takeInOrder(data));
    // Told to who reads along: nothing is left that could be in this state.
    if (data.state === "gewist") return this.gone();
    if (name === "state") this.take(data);
    this.on.changed();
  }

  arrive(message, isNew) {
    // Stored, though the answer to sending it may never have come.
    if (message.key) this.outbox.stored(message.key);
    if (!isNew || message.author === VISITOR) return;
    this.model.typing = false;
    this.on.arrived(message);
  }

  // What an answer or an event says of the conversation as a whole; not each says all.
  take(told) {
    const { model } = this;
    const { state, typing = model.typing, person = model.person, notice = model.notice } = told;
    Object.assign(model, { state, typing, person, notice });
    this.reached();
    this.on.changed();
  }

  reached() {
    if (this.trouble) this.on.changed();
    this.trouble = "";
    this.setDown(false);
  }

  setDown(down) {
    if (down === this.down) return;
    this.down = down;
    if (!down) this.outbox.flush();
    this.on.changed();
  }

  troubled({ status, text, contact }) {
    if (status === 0) this.down = true;
    else this.trouble = text || (status === 429 ? WORDS.tooOften : WORDS.outage);
    this.contact = contact || this.contact;
    this.on.changed();
  }

  // Erased elsewhere, or kept no longer: what is still to be sent begins a new conversation.
  gone() {
    this.restart("token", "read");
    this.model.notice = WORDS.gone;
  }

  // The server's answer tells what it keeps.
  async erase() {
    // To who does it, the stream would tell it as news.
    this.connection.stop();
    const answer = this.hasToken ? await this.eraseThere() : {};
    this.restart("token", "read", "outbox", "draft");
    return answer;
  }

  async eraseThere() {
    try {
      return await this.api.erase();
    } catch (error) {
      // Gone already is what was asked for.
      if (error.status === 401) return {};
      this.connection.start();
      throw error;
    }
  }

  restart(...names) {
    this.connection.stop();
    this.store.remove(...names);
    this.api.token = null;
    this.model.forget();
    this.on.changed();
  }

  // What the visitor has seen: for the badge of all tabs, and for staff.
  read() {
    const through = this.model.last;
    if (!this.hasToken || through <= this.store.get("read", 0)) return;
    this.store.set("read", through);
    clearTimeout(this.readTimer);
    this.readTimer = setTimeout(() => this.api.read(through).catch(() => {}), READ_MS);
    this.on.changed();
  }

  watch() {
    this.store.onChange((name) => this.changedElsewhere(name));
    addEventListener("online", () => this.wake(true));
    addEventListener("offline", () => this.on.changed());
    addEventListener("pageshow", (event) => event.persisted && this.wake(true));
    document.addEventListener("visibilitychange", () => this.seenOrHidden());
  }

  changedElsewhere(name) {
    if (name === null || name === "token") {
      const token = this.store.get("token");
      if (token === this.api.token) return;
      this.restart();
      this.follow();
      if (!token) this.model.notice = WORDS.gone;
    }
    if (name === "outbox") this.outbox.flush();
    this.on.changed();
  }

  // A tab that nobody looks at for long holds no stream open; it catches up when it is seen again.
  seenOrHidden() {
    clearTimeout(this.hiddenTimer);
    if (document.hidden) this.hiddenTimer = setTimeout(() => this.connection.stop(), HIDDEN_MS);
    else this.wake(this.connection.isSilent);
  }

  wake(anew) {
    if (this.hasToken) this.connection.start();
    if (anew) this.connection.restart();
    this.outbox.flush();
    this.on.changed();
  }
}
