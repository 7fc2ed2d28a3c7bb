// Begins the chat: <script src="…/widget.js" data-school="…" defer></script>

import { Api } from "./api.js";
import { addStyles } from "./dom.js";
import { Store } from "./store.js";
import { STYLES } from "./styles.css";
import { Widget } from "./widget.js";

const NAME = "dossierwijzer-chat";
const script = document.currentScript || document.querySelector("script[data-school]");

class Chat extends HTMLElement {
  connectedCallback() {
    if (this.shadowRoot) return;
    const { school, phone, email } = script.dataset;
    const root = this.attachShadow({ mode: "open" });
    addStyles(root, STYLES);
    this.lang = "nl";
    const api = new Api(new URL("chat/v1/", script.src).href, school);
    new Widget(this, root, api, new Store(school), { phone, email }).start();
  }
}

// A page that carries the line twice has one chat.
if (script && script.dataset.school && !customElements.get(NAME)) {
  customElements.define(NAME, Chat);
  const begin = () => document.body.append(document.createElement(NAME));
  if (document.body) begin();
  else addEventListener("DOMContentLoaded", begin);
}
