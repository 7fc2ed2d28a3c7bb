// Keeps a conversation up to date: first everything missed, then the stream; polling where streams
// do not come through. Never gives up; waits longer each time.

import { readEvents } from "./events.js";

const POLL_MS = 3_000;
const POLLS_BEFORE_STREAM = 20;
// The server says something every 15 seconds.
const FIRST_SOUND_MS = 20_000;
const SILENCE_MS = 40_000;
const LONGEST_PAUSE_MS = 30_000;
// A gap this short is not worth a word.
const GRACE_MS = 2_500;

export function backOff(failures) {
  return Math.min(LONGEST_PAUSE_MS, 500 * 2 ** failures) * (0.75 + Math.random() / 2);
}

export class Connection {
  // hooks: cursor(), caughtUp(answer), event(name, data), up(), down(), gone()
  constructor(api, hooks) {
    Object.assign(this, { api, hooks, control: null, streamFailures: 0 });
  }

  start() {
    if (this.control) return;
    const control = (this.control = new AbortController());
    this.run(control.signal);
  }

  stop() {
    if (this.control) this.control.abort();
    this.control = null;
    clearTimeout(this.graceTimer);
  }

  // After sleep or a change of network the old stream may be dead without knowing it.
  restart() {
    if (!this.control) return;
    this.stop();
    this.start();
  }

  // True when nothing was heard for so long that something may have been missed.
  get isSilent() {
    return Date.now() - (this.heardAt || 0) > FIRST_SOUND_MS;
  }

  async run(signal) {
    let failures = 0;
    while (!signal.aborted) {
      try {
        await this.round(signal);
        failures = 0;
      } catch (error) {
        if (signal.aborted) return;
        if (error.status === 401) return this.hooks.gone();
        failures += 1;
        this.lost();
      }
      await pause(backOff(failures), signal);
    }
  }

  async round(signal) {
    await this.catchUp(signal);
    if (this.streamFailures < 2) return this.stream(signal);
    for (let i = 0; i < POLLS_BEFORE_STREAM && !signal.aborted; i += 1) {
      await pause(POLL_MS, signal);
      await this.catchUp(signal);
    }
    this.streamFailures = 0;
  }

  async catchUp(signal) {
    for (;;) {
      const before = this.hooks.cursor();
      const answer = await this.api.after(before, signal);
      if (signal.aborted) return;
      this.heard();
      this.hooks.caughtUp(answer);
      // A long conversation comes in parts: nothing more means that it is whole.
      if (this.hooks.cursor() === before) return;
    }
  }

  async stream(outer) {
    const control = new AbortController();
    const end = () => control.abort();
    outer.addEventListener("abort", end);
    let watchdog = setTimeout(end, FIRST_SOUND_MS);
    let sounds = 0;
    try {
      const body = await this.api.events(this.hooks.cursor(), control.signal);
      const heard = () => {
        sounds += 1;
        clearTimeout(watchdog);
        watchdog = setTimeout(end, SILENCE_MS);
        this.heard();
      };
      await readEvents(body, heard, (name, data) => !outer.aborted && this.hooks.event(name, data));
    } catch (error) {
      if (error.status === 401) throw error;
    } finally {
      clearTimeout(watchdog);
      outer.removeEventListener("abort", end);
    }
    // The next round finds out whether only the stream failed or all is down.
    if (!outer.aborted) this.streamFailures = sounds ? 0 : this.streamFailures + 1;
  }

  heard() {
    this.heardAt = Date.now();
    clearTimeout(this.graceTimer);
    this.graceTimer = null;
    this.hooks.up();
  }

  lost() {
    if (this.graceTimer) return;
    this.graceTimer = setTimeout(() => this.hooks.down(), GRACE_MS);
  }
}

export function pause(milliseconds, signal) {
  return new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => (clearTimeout(timer), resolve()), { once: true });
  });
}
