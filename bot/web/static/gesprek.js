// One conversation, live: what comes in appears, what is typed is sent without leaving the page.
// Without this file every button works by loading the page anew.
const lines = document.querySelector("[data-live]");
const form = document.querySelector("[data-send]");
const field = form && form.elements.tekst;
const EVERY = 2500;
const atEnd = () => lines.scrollHeight - lines.scrollTop - lines.clientHeight < 80;
const toEnd = () => { lines.scrollTop = lines.scrollHeight; };
let timer = 0;

// True when the page is as new as what the server knows.
async function look() {
  clearTimeout(timer);
  let isNew = false;
  try {
    const answer = await fetch(`${lines.dataset.live}?na=${lines.dataset.after}`, { redirect: "manual" });
    // Signed out: this page has nothing to look for any more.
    if (answer.type === "opaqueredirect") { changed(); return false; }
    if (answer.status === 404) { gone(); return false; }
    if (answer.ok) { show(await answer.json()); isNew = true; }
  } catch { /* The network is away: the next look finds what was missed. */ }
  timer = setTimeout(look, EVERY);
  return isNew;
}

function show(fresh) {
  const follow = atEnd();
  if (fresh.last > Number(lines.dataset.after)) {
    lines.insertAdjacentHTML("beforeend", fresh.html);
    lines.dataset.after = fresh.last;
    const visitors = lines.querySelector(".line.bezoeker:last-of-type") && fresh.suggestions !== undefined;
    if (visitors) document.querySelector("[data-heard]").textContent = "Nieuw bericht van de bezoeker.";
    if (follow) toEnd();
  }
  document.querySelector("[data-presence]").textContent = fresh.presence;
  const list = document.querySelector("[data-suggestions]");
  if (list && fresh.suggestions !== undefined) list.innerHTML = fresh.suggestions;
  if (fresh.state !== lines.dataset.state) changed();
}

function changed() { document.querySelector("[data-changed]").hidden = false; }

// What was erased does not stay on a screen either.
function gone() {
  const notice = document.querySelector("[data-gone]");
  const parts = [...document.querySelectorAll("[data-of-conversation]")];
  const isHere = parts.some((part) => part.contains(document.activeElement));
  parts.forEach((part) => part.remove());
  document.querySelector("[data-changed]").hidden = true;
  notice.hidden = false;
  if (isHere) notice.focus();
}

function newKey() {
  const bytes = crypto.getRandomValues(new Uint8Array(12));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function send(event) {
  event.preventDefault();
  if (!field.value.trim()) return;
  const button = form.querySelector("button");
  button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: "POST", body: new FormData(form), redirect: "manual" });
    // Only a sent message leads on to the page; a refusal is shown as a page of its own.
    if (answer.type !== "opaqueredirect") return form.submit();
    // Until it is seen to have arrived, what was typed stays, and so does its key.
    if (await look()) {
      field.value = "";
      form.elements.sleutel.value = newKey();
    }
    toEnd();
  } catch {
    document.querySelector("[data-heard]").textContent = "Niet verstuurd: geen verbinding.";
  } finally {
    button.disabled = false;
    field.focus();
  }
}

async function insert(event) {
  const link = event.target.closest("[data-text]");
  if (!link || !field) return;
  event.preventDefault();
  const answer = await fetch(link.dataset.text, { redirect: "manual" });
  if (!answer.ok) return;
  const { text } = await answer.json();
  field.value = field.value.trim() ? `${field.value.trim()}\n\n${text}` : text;
  field.focus();
}

if (form) {
  form.addEventListener("submit", send);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) form.requestSubmit();
  });
}
document.addEventListener("click", insert);
document.querySelectorAll("[data-filter]").forEach((search) => {
  const items = () => document.querySelectorAll(`#${search.dataset.filter} [data-words]`);
  search.addEventListener("input", () => items().forEach((item) => {
    item.hidden = !item.dataset.words.includes(search.value.toLowerCase().trim());
  }));
});
toEnd();
timer = setTimeout(look, EVERY);
