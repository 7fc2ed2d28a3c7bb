// Moments and days as a parent reads them, in the time of this browser.

import { WORDS } from "./words.js";

const DAY = { weekday: "long", day: "numeric", month: "long" };

function write(date, options) {
  return new Intl.DateTimeFormat("nl-NL", options).format(date);
}

export function clockTime(moment) {
  return write(new Date(moment), { hour: "2-digit", minute: "2-digit" });
}

export function dayName(moment, now = new Date()) {
  const date = new Date(moment);
  const daysAgo = Math.round((midnight(now) - midnight(date)) / 864e5);
  if (daysAgo === 0) return WORDS.today;
  if (daysAgo === 1) return WORDS.yesterday;
  return write(date, date.getFullYear() === now.getFullYear() ? DAY : { ...DAY, year: "numeric" });
}

function midnight(date) {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}

// "2026-12-24" is a day on the calendar, not a moment: no time zone may move it.
export function longDay(day) {
  const [year, month, number] = day.split("-").map(Number);
  return write(new Date(year, month - 1, number), { ...DAY, year: "numeric" });
}

export function monthName(month) {
  const [year, number] = month.split("-").map(Number);
  return write(new Date(year, number - 1, 1), { month: "long", year: "numeric" });
}
