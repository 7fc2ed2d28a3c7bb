// What a message of the bot carries besides its text.

import { longDay, monthName } from "./dates.js";
import { h, icon, pushButton, unseen } from "./dom.js";
import { link } from "./links.js";
import { WORDS } from "./words.js";

export function progress({ progress: words, step, steps, optional }) {
  if (!words) return null;
  return h(
    "div",
    { class: "progress" },
    h("p", {}, h("b", {}, words[0].toUpperCase() + words.slice(1)), optional && ` · ${WORDS.optional}`),
    steps && h("progress", { value: step, max: steps, "aria-label": WORDS.progress }),
  );
}

// A small line that unfolds, and above it what a careful reader must know.
export function sources({ sources: list, checked, open_law: openLaw, stale, certainty }) {
  const names = list.map((source) => source.name).join(", ");
  return [
    openLaw && h("p", { class: "caution" }, h("b", {}, WORDS.lawOpen), ` ${openLaw}`),
    stale && h("p", { class: "caution" }, WORDS.stale),
    certainty === "laag" && h("p", { class: "caution" }, WORDS.uncertain),
    list.length > 0 &&
      h(
        "details",
        { class: "sources", toggle: intoSight },
        h("summary", {}, `${WORDS.source}: ${names} ${checked ? WORDS.checked(monthName(checked)) : ""}`),
        h("ul", { "aria-label": WORDS.sources }, list.map(sourceLine)),
      ),
  ];
}

// What unfolds below the edge would look as if nothing happened.
function intoSight({ currentTarget: details }) {
  if (details.open) details.scrollIntoView({ block: "nearest" });
}

function sourceLine({ name, organisation, url }) {
  return h("li", {}, url ? link(url, name) : name, organisation && ` (${organisation})`);
}

export function summary(rows, onChange) {
  return h(
    "dl",
    { class: "card rows", "aria-label": WORDS.summary },
    rows.map(({ label, value }) =>
      h(
        "div",
        {},
        h("dt", {}, label),
        h("dd", { dir: "auto" }, value),
        h("dd", { class: "act" }, changeButton(label, onChange)),
      ),
    ),
  );
}

function changeButton(label, onChange) {
  const click = (event) => isActive(event.currentTarget) && onChange(label);
  return pushButton({ class: "plain choice", click }, WORDS.change, unseen(` ${label}`));
}

export function receipt({ reference, received_on, due_on, explanation }, { onCopy, onPrint }) {
  const copy = pushButton({ class: "second" }, WORDS.copy);
  copy.addEventListener("click", () => onCopy(reference, copy));
  return h(
    "div",
    { class: "card receipt", role: "group", "aria-label": WORDS.receipt },
    h("p", { class: "stamp" }, icon("check"), WORDS.receipt),
    h(
      "dl",
      { class: "rows" },
      row(WORDS.reference, h("strong", { class: "reference" }, reference)),
      received_on && row(WORDS.received, longDay(received_on)),
      due_on && row(WORDS.due, longDay(due_on)),
    ),
    (explanation || []).length > 0 &&
      h("details", { toggle: intoSight }, h("summary", {}, WORDS.why), h("ul", {}, explanation.map((why) => h("li", {}, why)))),
    h(
      "p",
      { class: "tools" },
      copy,
      pushButton({ class: "second", click: onPrint }, WORDS.printReceipt),
    ),
  );
}

function row(term, value) {
  return h("div", {}, h("dt", {}, term), h("dd", {}, value));
}

export function choices(buttons, onChoose) {
  return h(
    "div",
    { class: "choices", role: "group", "aria-label": WORDS.choices },
    buttons.map(({ index, title }) => {
      const click = (event) => isActive(event.currentTarget) && onChoose(index, title);
      return pushButton({ class: "choice", "data-title": title, dir: "auto", click }, title);
    }),
  );
}

function isActive(button) {
  return button.getAttribute("aria-disabled") !== "true";
}

// Not the attribute `disabled`: the keyboard would lose its place.
export function setActive(message, active, chosen) {
  for (const button of message.querySelectorAll(".choice")) {
    button.setAttribute("aria-disabled", String(!active));
    const mark = !active && chosen !== null && button.dataset.title === chosen;
    if (mark && !button.classList.contains("chosen")) {
      button.classList.add("chosen");
      button.prepend(icon("check"), unseen(`${WORDS.chosen}: `));
    }
  }
}
