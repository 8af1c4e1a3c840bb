// The lines that a page, a part of it or a problem comes from.

import { at, fill, make, told, words } from "./dom.js";
import { goLink, leafOf, mark } from "./pages.js";

let chosen = null; // what lines are shown of: {leaf, spot} or {problem}
let opener = null; // what had the focus before

export function choose(what, from) {
  release();
  chosen = what;
  opener = from;
  if (what.leaf) mark(what.leaf, what.spot);
  from.setAttribute("aria-expanded", "true");
  showSource();
  // On a narrow screen the lines cover the lower half: what they are of goes to the upper.
  const covers = getComputedStyle(at("source")).position === "fixed";
  if (covers && what.leaf) what.leaf.item.scrollIntoView({ block: "start" });
  at("source-head").focus({ preventScroll: true });
}

function release() {
  if (chosen?.leaf) mark(chosen.leaf, null);
  opener?.setAttribute("aria-expanded", "false");
}

export function close() {
  if (!chosen) return;
  release();
  chosen = null;
  showSource();
  if (opener?.isConnected) opener.focus({ preventScroll: true });
}

export function keepChosen(problemButton) {
  // After a save: the same page, the same part of it or the same problem, or nothing.
  if (!chosen) return;
  const within = at("source").contains(document.activeElement);
  if (chosen.problem) {
    const still = samest(chosen.problem);
    chosen = still ? { problem: still } : null;
    if (still) {
      opener = problemButton(still);
      opener.setAttribute("aria-expanded", "true");
    }
  } else if (leafOf(chosen.leaf.paper, chosen.leaf.page) !== chosen.leaf) {
    chosen = null;
  } else if (chosen.spot) {
    const near = (spot) => Math.abs(spot[0] - chosen.spot[0]) + Math.abs(spot[1] - chosen.spot[1]) < 0.02;
    chosen = { leaf: chosen.leaf, spot: chosen.leaf.page.places.findLast(near) ?? null };
    mark(chosen.leaf, chosen.spot);
  }
  showSource();
  if (within && !at("source").contains(document.activeElement)) at("source-head").focus({ preventScroll: true });
}

function samest(problem) {
  // The same words may be said of several lines: the nearest is meant.
  const far = (each) => Math.abs(each.lines[1] - problem.lines[1]);
  const same = told.state.problems.filter((each) => each.lines && each.text === problem.text);
  return same.sort((one, other) => far(one) - far(other))[0] ?? null;
}

function stretches() {
  // The lines to show and, of these, the ones meant: [source, first, last, column].
  if (!chosen) return { around: [], meant: null };
  if (chosen.problem) {
    const [source, first, last, column] = chosen.problem.lines;
    const end = Math.min(last + 3, told.state.sources[source].lines.length);
    return { around: [[source, Math.max(1, first - 3), end, 1]], meant: [source, first, last, column] };
  }
  const meant = chosen.spot?.[4] ?? null;
  const whole = chosen.leaf.page.lines;
  return { around: meant && !whole.some((lines) => within(meant, lines)) ? [meant] : whole, meant };
}

const within = (inner, outer) => inner[0] === outer[0] && outer[1] <= inner[1] && inner[2] <= outer[2];

function showSource() {
  const { around, meant } = stretches();
  const main = meant ?? around[0];
  const before = focusedLine();
  at("source").classList.toggle("open", Boolean(chosen));
  at("close").hidden = !chosen;
  at("lines").hidden = at("open").hidden = !main;
  at("place").textContent = chosen ? place(main) : words.hint;
  at("elsewhere").replaceChildren(...elsewhere());
  if (!main) return;
  const address = editor(main[0], main[1], main[3]);
  at("open").hidden = !address;
  at("open").href = address;
  const rows = [];
  around.forEach(([source, first, last], n) => {
    if (n) rows.push(make("li", { class: "gap" }, "⋯"));
    for (let line = first; line <= last; line++) rows.push(row(source, line, meant ?? main));
  });
  at("lines").replaceChildren(...rows);
  const first = at("lines").querySelector(".at");
  at("lines").scrollTop = first && meant ? first.offsetTop - at("lines").offsetTop - 60 : 0;
  if (before) at("lines").querySelector(`[data-line="${before}"]`)?.focus({ preventScroll: true });
}

function focusedLine() {
  return document.activeElement?.closest("#lines a")?.dataset.line ?? null;
}

function row(source, line, meant) {
  const text = told.state.sources[source].lines[line - 1] ?? "";
  const address = editor(source, line, text.length - text.trimStart().length + 1);
  const parts = [make("span", { class: "number" }, String(line)), make("code", {}, text)];
  const indent = `${text.length - text.trimStart().length + 2}ch`; // what is folded stands under its own text
  parts[1].style.paddingLeft = indent;
  parts[1].style.textIndent = `-${indent}`;
  const isMeant = source === meant[0] && line >= meant[1] && line <= meant[2];
  // Each line can be pressed; by keyboard one of them and "Open in the editor" are enough stops on the way.
  const stop = source === meant[0] && line === meant[1] ? "0" : "-1";
  const content = address
    ? make("a", { href: address, "data-line": `${source}-${line}`, tabindex: stop }, ...parts)
    : make("span", { class: "row" }, ...parts);
  const item = make("li", {}, content);
  if (isMeant && chosen && (chosen.problem || chosen.spot)) {
    item.classList.add("at");
    content.setAttribute("aria-current", "true");
  }
  return item;
}

function elsewhere() {
  // Where the chosen page's lines are shown in the other papers.
  if (!chosen?.leaf) return [];
  const { paper, page } = chosen.leaf;
  const links = [];
  for (const other of told.state.papers) {
    if (other.id === paper.id) continue;
    const same = (lines) => page.lines.some((own) => within(lines, own) || within(own, lines));
    const pages = other.pages.filter((each) => each.lines.some(same)).slice(0, 3);
    links.push(...pages.map((each) => goLink(other, each, `${other.name}: ${each.title}`)));
  }
  return links.length ? [`${words.also}: `, ...links] : [];
}

function place(lines) {
  if (!lines) return words.none;
  const [source, first, last] = lines;
  return fill(first === last ? words.oneLine : words.lines, { file: told.state.sources[source].name, first, last });
}

function editor(source, line, column) {
  const { address, now } = told.state.sources[source];
  return fill(address, { line: now?.[line - 1] ?? line, column });
}
