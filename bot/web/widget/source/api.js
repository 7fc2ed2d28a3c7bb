// The chat's HTTP interface. A refusal is a Refused; no answer at all has status 0.

const PATIENCE_MS = 15_000;

export class Refused extends Error {
  constructor(status, { code = "", text = "", contact = null } = {}, waitSeconds = 0) {
    super(code || `status ${status}`);
    Object.assign(this, { status, code, text, contact, waitSeconds });
  }

  // Sending the same again later can succeed.
  get passes() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

export class Api {
  constructor(base, school) {
    this.base = base;
    this.school = school;
    this.token = null;
  }

  about() {
    return this.json("GET", `school?school=${encodeURIComponent(this.school)}`, { open: true });
  }

  begin(message) {
    return this.json("POST", "conversations", { body: { school: this.school, message }, open: true });
  }

  send(message) {
    return this.json("POST", "messages", { body: message });
  }

  after(sequence, signal) {
    return this.json("GET", `messages?after=${sequence}`, { signal });
  }

  async read(through) {
    await this.call("POST", "read", { body: { through } });
  }

  async transcript() {
    return (await this.call("GET", "transcript", {})).blob();
  }

  erase() {
    return this.json("DELETE", "conversation", {});
  }

  // The open stream of events; `signal` ends it.
  async events(sequence, signal) {
    return (await this.call("GET", `events?after=${sequence}`, { signal, endless: true })).body;
  }

  async json(method, path, options) {
    const response = await this.call(method, path, options);
    try {
      return await response.json();
    } catch {
      throw new Refused(0);
    }
  }

  async call(method, path, { body, signal, open = false, endless = false }) {
    const headers = {};
    if (body) headers["Content-Type"] = "application/json";
    if (!open) headers.Authorization = `Bearer ${this.token}`;
    const begin = (until) =>
      fetch(this.base + path, {
        method,
        headers,
        body: body && JSON.stringify(body),
        signal: until,
        credentials: "omit",
        cache: "no-store",
        referrerPolicy: "no-referrer",
      });
    const answer = endless ? begin(signal) : patiently(signal, begin);
    const response = await answer.catch(() => {
      throw new Refused(0);
    });
    if (!response.ok) throw await refusal(response);
    return response;
  }
}

// Gives up when no answer begins in time.
async function patiently(signal, begin) {
  const control = new AbortController();
  const stop = () => control.abort();
  const timer = setTimeout(stop, PATIENCE_MS);
  if (signal) signal.addEventListener("abort", stop);
  try {
    return await begin(control.signal);
  } finally {
    clearTimeout(timer);
    if (signal) signal.removeEventListener("abort", stop);
  }
}

async function refusal(response) {
  const body = await response.json().catch(() => ({}));
  return new Refused(response.status, body, Number(response.headers.get("Retry-After")) || 0);
}

// A random name for a message. `crypto.randomUUID` is missing on pages without https.
export function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6] & 15) | 64;
  bytes[8] = (bytes[8] & 63) | 128;
  const text = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
