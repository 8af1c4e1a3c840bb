// The papers and their pages. Elements stay from save to save, so that the place, the choice and the focus do too.

import { at, fill, make, told, words } from "./dom.js";

const leaves = new Map(); // paper and page id -> what the page shows of it
const papers = new Map(); // paper id -> its section
let fresh = new Map(); // what looks other than before: paper and page id -> whether more than numbers do
let shown = ""; // the paper in view

const keyOf = (paper, page) => `${paper.id}/${page.id}`;

export function leafOf(paper, page) {
  return leaves.get(keyOf(paper, page));
}

export function showAll(before, choose) {
  const anchor = anchored();
  note(before);
  if (!told.state.papers.some((paper) => paper.id === shown)) shown = wanted();
  told.state.papers.forEach((paper) => showPages(paper, before, choose));
  showNames();
  if (anchor) keep(anchor);
}

// ---- what changed

function note(before) {
  if (!before) return;
  const found = new Map();
  for (const paper of told.state.papers) {
    const old = before.papers.find((each) => each.id === paper.id)?.pages ?? [];
    const pictures = new Set(old.map((page) => page.picture));
    const essences = new Set(old.map((page) => page.essence));
    for (const page of paper.pages) {
      if (!pictures.has(page.picture)) found.set(keyOf(paper, page), !essences.has(page.essence));
    }
  }
  if (found.size) fresh = found; // a save that changes nothing takes no mark away
}

export function changedLinks() {
  const most = 4;
  const all = told.state.papers.flatMap((paper) => paper.pages.map((page) => ({ paper, page, key: keyOf(paper, page) })));
  const changed = all.filter(({ key }) => fresh.has(key));
  const real = changed.filter(({ key }) => fresh.get(key));
  const named = real.length ? real : changed;
  if (!named.length) return [];
  const links = named.slice(0, most).map(({ paper, page }) => {
    const name = page.height > page.width ? `${paper.name}: ${page.title}` : page.title;
    return goLink(paper, page, name);
  });
  const rest = named.length > most ? [" …"] : [];
  const numbers = changed.length - named.length;
  const only = numbers ? [` ${fill(words.numbers, { count: numbers })}`] : [];
  const apart = links.flatMap((link, n) => (n ? [", ", link] : [" ", link]));
  return [` ${words.changed}:`, ...apart, ...(rest.length ? rest : ["."]), ...only];
}

export function goLink(paper, page, name) {
  const link = make("a", { href: `#${paper.id}` }, name);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    show(paper.id);
    const { button } = leafOf(paper, page);
    button.scrollIntoView({ block: "center" });
    button.focus({ preventScroll: true });
  });
  return link;
}

// ---- the place on the page

function anchored() {
  // The page that has the focus, or else lies nearest the middle, and where its top is.
  const section = papers.get(shown);
  if (!section) return null;
  const middle = innerHeight / 2;
  let best = null;
  for (const leaf of leaves.values()) {
    if (!section.contains(leaf.item)) continue;
    const { top, bottom } = leaf.item.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) continue;
    const far = leaf.button === document.activeElement ? -1 : Math.abs((top + bottom) / 2 - middle);
    if (!best || far < best.far) best = { far, top, leaf, key: leaf.key, essence: leaf.page.essence };
  }
  return best;
}

function keep({ top, leaf, key, essence }) {
  // A page of the handout has its number for a name: what it shows tells where it went.
  const paper = told.state.papers.find((each) => each.id === shown);
  const same = paper?.pages.filter((page) => page.essence === essence).map((page) => leafOf(paper, page)) ?? [];
  const now = same.find((each) => each.key === key) ?? same[0] ?? (leaf.item.isConnected ? leaf : null);
  if (!now) return;
  const moved = now.item.getBoundingClientRect().top - top;
  if (Math.abs(moved) > 1) scrollBy({ top: moved, behavior: "instant" });
}

// ---- papers and pages

function showNames() {
  const links = told.state.papers.map((paper) => {
    const link = make("a", { href: `#${paper.id}` }, paper.name);
    if (paper.id === shown) link.setAttribute("aria-current", "page");
    return link;
  });
  const old = [...at("papers").children];
  const same = old.length === links.length && links.every((link, n) => link.isEqualNode(old[n]));
  if (!same) at("papers").replaceChildren(...links);
  for (const [id, section] of papers) {
    section.hidden = id !== shown;
    if (!told.state.papers.some((paper) => paper.id === id)) {
      section.remove();
      papers.delete(id);
    }
  }
}

function showPages(paper, before, choose) {
  let section = papers.get(paper.id);
  if (!section) {
    section = make("section", { "aria-label": paper.name, "data-paper": paper.id }, make("ol", { class: "leaves" }));
    section.hidden = paper.id !== shown;
    papers.set(paper.id, section);
    at("pages").append(section);
  }
  const list = section.firstChild;
  rename(paper, before?.papers.find((each) => each.id === paper.id)?.pages ?? []);
  const live = new Set(paper.pages.map((page) => keyOf(paper, page)));
  for (const [key, leaf] of leaves) {
    if (list.contains(leaf.item) && !live.has(key)) {
      leaf.item.remove();
      leaves.delete(key);
    }
  }
  const wantedItems = paper.pages.map((page) => showPage(paper, page, choose));
  list.classList.toggle("tall", paper.pages.some((page) => page.height > page.width));
  // Only what is elsewhere is moved: an element that is moved loses its focus.
  wantedItems.forEach((item, place) => {
    if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
  });
}

function rename(paper, old) {
  // A slide's name comes from its title. One between the same neighbours as before is the same slide with a new title.
  const ids = new Set(paper.pages.map((page) => page.id));
  const known = new Set(old.map((page) => page.id));
  const from = new Map(); // the page before it -> a page that is gone
  old.forEach((page, n) => ids.has(page.id) || from.set(old[n - 1]?.id, page));
  paper.pages.forEach((page, n) => {
    const gone = from.get(paper.pages[n - 1]?.id);
    const leaf = gone && !known.has(page.id) && leaves.get(keyOf(paper, gone));
    if (!leaf) return;
    leaves.delete(leaf.key);
    leaf.key = keyOf(paper, page);
    leaves.set(leaf.key, leaf);
  });
}

function showPage(paper, page, choose) {
  const key = keyOf(paper, page);
  let leaf = leaves.get(key);
  if (!leaf) {
    leaf = newLeaf(key, choose);
    leaves.set(key, leaf);
  }
  leaf.page = page;
  leaf.paper = paper;
  showPicture(leaf.sheet, page);
  leaf.name.textContent = page.title;
  leaf.fresh.textContent = fresh.get(key) ? words.changed : "";
  return leaf.item;
}

function showPicture(sheet, page) {
  const address = `picture/${page.picture}.png`;
  if ([...sheet.querySelectorAll("img")].at(-1)?.getAttribute("src") === address) return;
  sheet.querySelector(".next")?.remove();
  const old = sheet.querySelector("img");
  const size = { width: Math.round(page.width), height: Math.round(page.height) };
  const image = make("img", { alt: "", loading: "lazy", decoding: "async", ...size });
  if (old) {
    // It lies over the old one, which stays until this one is there: nothing flickers.
    image.className = "next";
    image.addEventListener("load", () => {
      if (!image.isConnected) return;
      old.remove();
      image.className = "";
    });
  }
  image.src = address;
  sheet.append(image);
}

function newLeaf(key, choose) {
  const sheet = make("span", { class: "sheet" });
  const name = make("span");
  const mark = make("span", { class: "fresh" });
  const caption = make("span", { class: "caption" }, name, mark);
  const button = make("button", { type: "button", class: "leaf", "aria-controls": "source", "aria-expanded": "false" });
  button.append(sheet, caption);
  const leaf = { key, item: make("li", {}, button), button, sheet, name, fresh: mark, page: null, paper: null, spot: null };
  button.addEventListener("click", (event) => choose({ leaf, spot: spotUnder(leaf, event) }, button));
  button.addEventListener("pointermove", (event) => event.pointerType === "mouse" && frame(leaf, spotUnder(leaf, event)));
  button.addEventListener("pointerleave", () => frame(leaf, leaf.spot));
  return leaf;
}

function spotUnder(leaf, event) {
  if (event.detail === 0 && event.type === "click") return null; // from the keyboard: the whole page
  const box = leaf.sheet.getBoundingClientRect();
  const x = (event.clientX - box.left) / box.width;
  const y = (event.clientY - box.top) / box.height;
  const inside = ([left, top, wide, high]) => x >= left && x <= left + wide && y >= top && y <= top + high;
  return leaf.page.places.findLast(inside) ?? null;
}

export function mark(leaf, spot) {
  // Keep a part of a page framed.
  leaf.spot = spot;
  frame(leaf, spot);
}

function frame(leaf, spot) {
  leaf.sheet.querySelector(".spot")?.remove();
  if (!spot) return;
  const box = make("span", { class: "spot" });
  ["left", "top", "width", "height"].forEach((side, n) => (box.style[side] = `${100 * spot[n]}%`));
  leaf.sheet.append(box);
}

// ---- the paper in view

export function wanted() {
  const asked = location.hash.slice(1);
  return told.state.papers.some((paper) => paper.id === asked) ? asked : (told.state.papers[0]?.id ?? "");
}

export function show(paper) {
  if (paper === shown) return;
  shown = paper;
  history.replaceState(null, "", `#${paper}`);
  showNames();
}
