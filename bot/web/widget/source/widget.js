// Puts the parts together: one custom element, one shadow root.

import { Announcer } from "./announcer.js";
import { Banner } from "./banner.js";
import { palette } from "./colour.js";
import { Composer } from "./composer.js";
import { addStyles, h } from "./dom.js";
import { EraseDialog } from "./erase.js";
import { Launcher } from "./launcher.js";
import { LogView } from "./log_view.js";
import { Menu } from "./menu.js";
import { BOT, WITH_PERSON } from "./model.js";
import { Panel } from "./panel.js";
import { copy, printOut, saveFile } from "./print.js";
import { Session } from "./session.js";
import { WORDS } from "./words.js";

const RETRY_MS = 10_000;
// A chat left open is open again on the next page, not the next day.
const STAYS_OPEN_MS = 30 * 60_000;

export class Widget {
  constructor(host, root, api, store, contact) {
    Object.assign(this, { host, root, api, store, fallback: contact, about: store.get("about") });
    this.session = new Session(api, store, {
      changed: () => this.soon(),
      arrived: (message) => this.arrived(message),
    });
    this.announcer = new Announcer();
    this.launcher = new Launcher(() => this.panel.open());
    this.composer = this.makeComposer();
    this.logView = this.makeLog();
    this.banner = new Banner((text) => this.panel.isOpen && this.announcer.say(text));
    this.menu = this.makeMenu();
    this.erasing = this.makeErase();
    this.panel = this.makePanel();
    this.paperTitle = h("h1", { class: "paper" });
  }

  async start() {
    const learned = this.learn();
    // What is remembered of the last visit shows at once; a first visit waits for the server.
    if (!this.about) await learned;
    if (!this.host.isConnected) return;
    this.dress();
    this.composer.fill(this.store.get("draft", ""));
    this.root.append(this.paperTitle, this.panel.element, this.launcher.element, this.announcer.element);
    if (this.host.showPopover) {
      // The top layer: whatever the page does with stacking or transforms, we are in sight.
      this.host.popover = "manual";
      this.host.showPopover();
    }
    this.update();
    if (Date.now() - this.store.get("open", 0) < STAYS_OPEN_MS) this.panel.open({ focus: false });
    this.session.outbox.flush();
    addEventListener("pagehide", () => this.noteOpen());
    document.addEventListener("visibilitychange", () => this.seen());
  }

  // The school's settings; those of the last visit serve while the server is away.
  async learn() {
    try {
      this.about = await this.api.about();
      this.keepAbout();
      this.session.reached();
    } catch (error) {
      if (error.status === 404) return this.host.remove();
      this.session.troubled(error);
      setTimeout(() => this.learn(), RETRY_MS);
    }
    this.dress();
    this.soon();
  }

  // Nothing is written in the browser of a visitor who never opened the chat.
  keepAbout() {
    if (this.panel.wasOpened) this.store.set("about", this.about);
  }

  dress() {
    this.session.model.opening = (this.about && this.about.opening) || [];
    if (this.undress) this.undress();
    const colours = palette(this.about && this.about.chat.colour);
    const lines = Object.entries(colours).map(([name, value]) => `--dw-${name}:${value} !important`);
    this.undress = addStyles(this.root, `:host{${lines.join(";")}}`);
  }

  get name() {
    const name = (this.about && this.about.chat.name) || WORDS.name;
    return name[0].toUpperCase() + name.slice(1);
  }

  get contact() {
    const school = this.about ? this.about.school : {};
    const { phone = school.phone, email = school.email } = this.session.contact || {};
    return { phone: phone || this.fallback.phone, email: email || this.fallback.email };
  }

  // Many changes at once are one redrawing.
  soon() {
    if (this.planned) return;
    this.planned = true;
    queueMicrotask(() => {
      this.planned = false;
      if (this.panel.element.isConnected) this.update();
    });
  }

  update() {
    const { session } = this;
    const { model, items } = session;
    const school = this.about ? this.about.school.name : "";
    this.launcher.update(this.name, session.unread);
    this.panel.title.textContent = this.name;
    this.panel.subtitle.textContent = model.personName ? WORDS.withPerson : school && WORDS.subtitle(school);
    this.paperTitle.textContent = WORDS.printTitle(this.name, school);
    this.banner.update(model, session.problem, this.contact);
    this.logView.update(items, {
      name: this.name,
      typing: session.isTyping,
      sendsLater: session.isOffline || Boolean(session.trouble),
    });
    this.composer.placeholder(whatToType(model.state, items));
    this.menu.update({
      hasMessages: items.length > 0,
      canSave: session.hasToken,
      canAsk: model.state === BOT,
      promise: this.about && this.about.person && this.about.person.text,
    });
    this.seen();
  }

  seen() {
    if (this.panel.isOpen && !document.hidden) this.session.read();
  }

  arrived(message) {
    if (this.panel.isOpen) return this.announcer.message(message, this.name);
    // One sentence for all that came together.
    clearTimeout(this.telling);
    this.telling = setTimeout(() => this.announcer.say(WORDS.unreadInChat(this.session.unread)), 500);
  }

  noteOpen() {
    if (this.panel.wasOpened) this.store.set("open", this.panel.isOpen ? Date.now() : 0);
  }

  makeComposer() {
    return new Composer({
      send: (text) => this.session.outbox.add(text),
      typed: (text) => (text ? this.store.set("draft", text) : this.store.remove("draft")),
      announce: (text) => this.announcer.say(text),
    });
  }

  makeLog() {
    const { outbox } = this.session;
    return new LogView({
      choose: (button, title) => outbox.add(title, button),
      change: (label) => outbox.add(WORDS.changeMessage(label)),
      drop: (item) => this.takeBack(item),
      copy: async (text, button) => {
        const done = await copy(text, button.closest(".receipt").querySelector(".reference"));
        if (!done) return;
        button.textContent = WORDS.copied;
        this.announcer.say(WORDS.copied);
      },
      print: (element) => printOut(this.host, this.root, element),
    });
  }

  // A message that was refused goes back into the field, unless something is typed there.
  takeBack({ key, text, button }) {
    if (!button && !this.composer.text) this.composer.fill(text);
    this.session.outbox.remove(key);
    this.composer.field.focus();
  }

  makeMenu() {
    return new Menu({
      print: () => printOut(this.host, this.root),
      save: () => saveFile(this.api).catch(() => this.tell(WORDS.notSaved)),
      person: () => this.session.outbox.add(WORDS.personMessage),
      erase: () => this.askErase(),
    });
  }

  tell(text) {
    this.session.trouble = text;
    this.update();
  }

  askErase() {
    this.panel.cover(true);
    const { messages } = this.session.model;
    this.erasing.ask(messages.filter((one) => one.receipt).map((one) => one.receipt.reference));
  }

  makeErase() {
    return new EraseDialog({
      erase: async () => {
        const answer = await this.session.erase();
        this.composer.fill("");
        return answer;
      },
      closed: () => {
        this.panel.cover(false);
        this.composer.field.focus();
      },
    });
  }

  makePanel() {
    const { menu, banner, logView, composer, erasing: erase } = this;
    const changed = () => {
      this.noteOpen();
      this.keepAbout();
      this.seen();
    };
    const parts = { menu, banner, logView, composer, erase };
    return new Panel(this.root, this.launcher, parts, { opened: changed, closed: changed });
  }
}

function whatToType(state, items) {
  if (state === WITH_PERSON) return WORDS.typeMessage;
  const said = items.map((item) => item.message).filter((message) => message.author === BOT);
  const isAsking = said.length > 0 && said[said.length - 1].form;
  return isAsking ? WORDS.typeAnswer : WORDS.typeQuestion;
}
