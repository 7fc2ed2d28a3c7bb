// Keys, the box that ticks all, and what tables are. Everything works without this file.
"use strict";
document.querySelectorAll("[data-all]").forEach((all) => {
  const boxes = () => document.querySelectorAll(`input[name="${all.dataset.all}"]`);
  all.addEventListener("change", () => boxes().forEach((box) => { box.checked = all.checked; }));
});
// Some browsers no longer read a table as a table once its rows are laid out as cards.
const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TR: "row", TH: "columnheader", TD: "cell" };
document.querySelectorAll("table.cards").forEach((table) => {
  [table, ...table.querySelectorAll("thead, tbody, tr, th, td")].forEach((part) => {
    part.setAttribute("role", roles[part.tagName]);
  });
});
const links = [...document.querySelectorAll(".worklist tbody a")];
document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "/") {
    const search = document.getElementById("zoek");
    if (search) { event.preventDefault(); search.focus(); search.select(); }
  }
  if ((event.key === "j" || event.key === "k") && links.length) {
    const now = links.indexOf(document.activeElement);
    const next = event.key === "j" ? now + 1 : now - 1;
    links[Math.min(Math.max(next, 0), links.length - 1)].focus();
  }
});
