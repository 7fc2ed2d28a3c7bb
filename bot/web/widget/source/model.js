// The conversation as this tab knows it. Messages are kept by sequence, each once.

export const BOT = "bot";
export const WAITING = "wacht_op_medewerker";
export const WITH_PERSON = "bij_medewerker";
export const CLOSED = "gesloten";
export const VISITOR = "bezoeker";
export const STAFF = "medewerker";
export const SYSTEM = "systeem";

export class Model {
  constructor() {
    this.opening = [];
    this.forget();
  }

  forget() {
    this.messages = [];
    //: The last sequence that came in order: "everything after N" asks from here.
    this.cursor = 0;
    Object.assign(this, { state: BOT, typing: false, person: null, notice: null, loaded: false });
  }

  // True when the message is new.
  take(message) {
    let at = this.messages.length;
    while (at > 0 && this.messages[at - 1].sequence > message.sequence) at -= 1;
    if (at > 0 && this.messages[at - 1].sequence === message.sequence) return false;
    this.messages.splice(at, 0, message);
    return true;
  }

  takeInOrder(message) {
    this.cursor = Math.max(this.cursor, message.sequence);
    return this.take(message);
  }

  unread(through) {
    return this.messages.filter((one) => one.author !== VISITOR && one.sequence > through).length;
  }

  get last() {
    return this.messages.length ? this.messages[this.messages.length - 1].sequence : 0;
  }

  get personName() {
    if (this.state !== WITH_PERSON) return null;
    const staff = this.messages.filter((one) => one.author === STAFF && one.name);
    return this.person || (staff.length ? staff[staff.length - 1].name : null);
  }

  // What stands in the log: the opening before there is a conversation, and what is still to be sent.
  items(outbox, hasToken) {
    const known = new Set(this.messages.map((one) => one.key).filter(Boolean));
    const stored = hasToken ? this.messages : this.opening;
    return [
      ...stored.map((message, i) => ({
        id: message.key ? `k${message.key}` : hasToken ? `s${message.sequence}` : `o${i}`,
        message,
        button: hasToken ? { message: message.sequence } : { opening: i },
      })),
      ...outbox
        .filter((one) => !known.has(one.key))
        .map((one) => ({ id: `k${one.key}`, message: waiting(one), pending: one })),
    ];
  }
}

function waiting({ key, text, at }) {
  return { key, text, at, author: VISITOR };
}
