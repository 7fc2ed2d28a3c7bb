// Keys and the box that ticks all. Everything works without this file.
"use strict";
document.querySelectorAll("[data-all]").forEach((all) => {
  const boxes = () => document.querySelectorAll(`input[name="${all.dataset.all}"]`);
  all.addEventListener("change", () => boxes().forEach((box) => { box.checked = all.checked; }));
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
