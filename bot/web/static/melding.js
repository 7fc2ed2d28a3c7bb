// Tells on every page of the office that somebody waits: in the title, in words, and by a tone.
const bar = document.querySelector("[data-news]");
const words = bar.querySelector("[data-words-now]");
const link = bar.querySelector("a");
const switcher = bar.querySelector("[data-sound]");
const SOUND = "kantoor-geluid", HEARD = "kantoor-gehoord";
const EVERY = 8000;
const title = document.title;
let audio = null, moment = null;

const kept = (name) => { try { return localStorage.getItem(name); } catch { return null; } };
const keep = (name, value) => { try { localStorage.setItem(name, value); } catch { /* Not allowed: forgotten. */ } };
const isOn = () => kept(SOUND) !== "uit";

function showSwitch() {
  switcher.hidden = false;
  switcher.setAttribute("aria-pressed", String(isOn()));
  switcher.textContent = isOn() ? "Geluid staat aan" : "Geluid staat uit";
}

function tone() {
  if (!isOn()) return;
  try {
    audio = audio || new AudioContext();
    const start = audio.currentTime;
    [660, 880].forEach((pitch, index) => {
      const voice = audio.createOscillator(), loudness = audio.createGain();
      voice.frequency.value = pitch;
      loudness.gain.setValueAtTime(0.08, start + index * 0.18);
      loudness.gain.exponentialRampToValueAtTime(0.001, start + index * 0.18 + 0.16);
      voice.connect(loudness).connect(audio.destination);
      voice.start(start + index * 0.18);
      voice.stop(start + index * 0.18 + 0.17);
    });
  } catch { /* This browser makes no tones. */ }
}

function tell(news) {
  const calls = news.waiting + news.unread;
  document.title = calls ? `(${calls}) ${title}` : title;
  bar.classList.toggle("late", news.danger);
  const parts = [];
  if (news.danger) parts.push("Mogelijk gevaar");
  if (news.waiting) parts.push(news.waiting === 1 ? "1 gesprek wacht" : `${news.waiting} gesprekken wachten`);
  if (news.unread) parts.push(news.unread === 1 ? "1 nieuw bericht aan u" : `nieuwe berichten in ${news.unread} gesprekken`);
  const text = parts.join(", ");
  link.textContent = text || "Niemand wacht";
  // The name of what was heard last is shared by all tabs: one tone for one call.
  const call = `${news.newest}|${news.unread}`;
  if (call === kept(HEARD)) return;
  const isNew = news.newest > (kept(HEARD) || "").split("|")[0] || news.unread > Number((kept(HEARD) || "|0").split("|")[1]);
  keep(HEARD, call);
  if (isNew && text) {
    words.textContent = text;
    tone();
  }
}

async function refreshLists() {
  const lists = document.querySelector("[data-lists]");
  if (!lists || lists.contains(document.activeElement)) return;
  const answer = await fetch(location.href, { redirect: "manual" });
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  lists.replaceChildren(...page.querySelector("[data-lists]").childNodes);
}

async function look() {
  try {
    const answer = await fetch(bar.dataset.news, { redirect: "manual" });
    if (answer.type === "opaqueredirect") {
      words.textContent = link.textContent = "U bent uitgelogd: u hoort niet meer wie er wacht.";
      link.href = "/kantoor/inloggen";
      return;
    }
    if (answer.ok) {
      const news = await answer.json();
      tell(news);
      const changed = `${news.moment}|${news.waiting}`;
      if (moment !== null && moment !== changed) await refreshLists();
      moment = changed;
    }
  } catch { /* The network is away: the next look tells. */ }
  setTimeout(look, EVERY);
}

switcher.addEventListener("click", () => {
  keep(SOUND, isOn() ? "uit" : "aan");
  showSwitch();
  tone();
});
showSwitch();
look();
