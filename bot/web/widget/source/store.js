// What this browser remembers of the conversation, under the school's own name.
// Where storage is blocked or full it lasts as long as the page.

export class Store {
  constructor(slug) {
    this.prefix = `dossierwijzer:${slug}:`;
    this.memory = {};
  }

  get(name, otherwise = null) {
    try {
      const text = this.memory[name] || localStorage.getItem(this.prefix + name);
      return text ? JSON.parse(text) : otherwise;
    } catch {
      return otherwise;
    }
  }

  set(name, value) {
    const text = JSON.stringify(value);
    this.memory[name] = text;
    try {
      localStorage.setItem(this.prefix + name, text);
      // Other tabs write there too: what is stored counts.
      delete this.memory[name];
    } catch {}
  }

  remove(...names) {
    for (const name of names) {
      delete this.memory[name];
      try {
        localStorage.removeItem(this.prefix + name);
      } catch {}
    }
  }

  // Calls back with the name that another tab changed; null when it changed all.
  onChange(callback) {
    addEventListener("storage", ({ key }) => {
      if (key === null) callback(null);
      else if (key.startsWith(this.prefix)) callback(key.slice(this.prefix.length));
    });
  }
}
