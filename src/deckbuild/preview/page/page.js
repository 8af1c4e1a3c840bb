// Shows what the server tells of the deck. Elements stay from save to save, so that scroll place and focus do too.

const words = document.body.dataset;
const at = (id) => document.getElementById(id);
const leaves = new Map(); // paper and page id -> what the page shows of it
const papers = new Map(); // paper id -> its section

let state = null;
let events = null;
let shown = ""; // the paper in view
let chosen = null; // what the source is shown of: {page, spot} or {problem}
let opener = null; // what had the focus before the source

function make(name, attributes = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (_, name) => values[name]);
}

// ---- papers and pages

function showPapers() {
  const links = state.papers.map((paper) => {
    const link = make("a", { href: `#${paper.id}` }, paper.name);
    if (paper.id === shown) link.setAttribute("aria-current", "page");
    return link;
  });
  const old = [...at("papers").children];
  const same = old.length === links.length && links.every((link, n) => link.isEqualNode(old[n]));
  if (!same) at("papers").replaceChildren(...links);
  for (const [id, section] of papers) {
    section.hidden = id !== shown;
    if (!state.papers.some((paper) => paper.id === id)) {
      section.remove();
      papers.delete(id);
    }
  }
}

function showPages(paper) {
  let section = papers.get(paper.id);
  if (!section) {
    section = make("section", { "aria-label": paper.name, "data-paper": paper.id }, make("ol", { class: "leaves" }));
    section.hidden = paper.id !== shown;
    papers.set(paper.id, section);
    at("pages").append(section);
  }
  const list = section.firstChild;
  const wanted = paper.pages.map((page) => showPage(paper, page));
  list.classList.toggle("tall", paper.pages.some((page) => page.height > page.width));
  // Only what is elsewhere is moved: an element that is moved loses its focus.
  wanted.forEach((item, place) => {
    if (list.children[place] !== item) list.insertBefore(item, list.children[place] ?? null);
  });
  while (list.children.length > wanted.length) list.lastChild.remove();
}

function showPage(paper, page) {
  const key = `${paper.id}/${page.id}`;
  let leaf = leaves.get(key);
  if (!leaf) {
    leaf = newLeaf(key);
    leaves.set(key, leaf);
  }
  leaf.page = page;
  showPicture(leaf.sheet, page);
  leaf.name.textContent = page.title;
  leaf.fresh.textContent = state.changed.includes(page.id) ? words.changed : "";
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

function newLeaf(key) {
  const sheet = make("span", { class: "sheet" });
  const name = make("span");
  const fresh = make("span", { class: "fresh" });
  const caption = make("span", { class: "caption" }, name, fresh);
  const button = make("button", { type: "button", class: "leaf", "aria-controls": "source", "aria-expanded": "false" });
  button.append(sheet, caption);
  const leaf = { key, item: make("li", {}, button), button, sheet, name, fresh, page: null };
  button.addEventListener("click", (event) => choose({ leaf, spot: spotUnder(leaf, event) }, button));
  button.addEventListener("pointermove", (event) => event.pointerType === "mouse" && mark(leaf, spotUnder(leaf, event)));
  button.addEventListener("pointerleave", () => mark(leaf, chosen?.leaf === leaf ? chosen.spot : null));
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

function mark(leaf, spot) {
  leaf.sheet.querySelector(".spot")?.remove();
  if (!spot) return;
  const frame = make("span", { class: "spot" });
  ["left", "top", "width", "height"].forEach((side, n) => (frame.style[side] = `${100 * spot[n]}%`));
  leaf.sheet.append(frame);
}

// ---- the source

function choose(what, from) {
  if (chosen?.leaf) unmark(chosen.leaf);
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

function unmark(leaf) {
  mark(leaf, null);
  leaf.button.setAttribute("aria-expanded", "false");
}

function close() {
  if (!chosen) return;
  if (chosen.leaf) unmark(chosen.leaf);
  chosen = null;
  showSource();
  if (opener?.isConnected) {
    opener.setAttribute("aria-expanded", "false");
    opener.focus({ preventScroll: true });
  }
}

function stretches() {
  // The lines to show and, of these, the ones meant: [source, first, last, column].
  if (!chosen) return { around: [], meant: null };
  if (chosen.problem) {
    const [source, first, last, column] = chosen.problem.lines;
    const end = Math.min(last + 3, state.sources[source].lines.length);
    return { around: [[source, Math.max(1, first - 3), end, 1]], meant: [source, first, last, column] };
  }
  const meant = chosen.spot?.[4] ?? null;
  const whole = chosen.leaf.page.lines;
  const inside = (lines) => meant && lines[0] === meant[0] && lines[1] <= meant[1] && meant[2] <= lines[2];
  return { around: meant && !whole.some(inside) ? [meant] : whole, meant };
}

function showSource() {
  const { around, meant } = stretches();
  const main = meant ?? around[0];
  at("source").classList.toggle("open", Boolean(chosen));
  at("close").hidden = !chosen;
  at("lines").hidden = at("open").hidden = !main;
  at("place").textContent = chosen ? place(main) : words.hint;
  if (!main) return;
  const address = editor(main[0], main[1], main[3]);
  at("open").hidden = !address;
  at("open").href = address;
  const rows = [];
  around.forEach(([source, first, last], n) => {
    if (n) rows.push(make("li", { class: "gap" }, "⋯"));
    for (let line = first; line <= last; line++) rows.push(row(source, line, meant));
  });
  at("lines").replaceChildren(...rows);
  const first = at("lines").querySelector(".at");
  at("lines").scrollTop = first ? first.offsetTop - at("lines").offsetTop - 60 : 0;
}

function row(source, line, meant) {
  const text = state.sources[source].lines[line - 1] ?? "";
  const address = editor(source, line, text.length - text.trimStart().length + 1);
  const parts = [make("span", { class: "number" }, String(line)), make("code", {}, text)];
  const indent = `${text.length - text.trimStart().length + 2}ch`; // what is folded stands under its own text
  parts[1].style.paddingLeft = indent;
  parts[1].style.textIndent = `-${indent}`;
  const content = address ? make("a", { href: address }, ...parts) : make("span", { class: "row" }, ...parts);
  const item = make("li", {}, content);
  if (meant && source === meant[0] && line >= meant[1] && line <= meant[2]) {
    item.classList.add("at");
    content.setAttribute("aria-current", "true");
  }
  return item;
}

function place(lines) {
  if (!lines) return words.none;
  const [source, first, last] = lines;
  return fill(first === last ? words.oneLine : words.lines, { file: state.sources[source].name, first, last });
}

function editor(source, line, column) {
  return fill(state.sources[source].address, { line, column });
}

// ---- problems

function showProblems() {
  const items = state.problems.map((problem) => {
    const head = make("span", { class: "text" }, make("span", { class: "kind" }, `${problem.kind}: `), problem.text);
    const button = make(problem.lines ? "button" : "div", { class: "problem" }, head);
    if (problem.where) button.append(make("span", { class: "where" }, problem.where));
    if (problem.lines) {
      button.type = "button";
      button.setAttribute("aria-controls", "source");
      button.addEventListener("click", () => choose({ problem }, button));
    }
    const item = make("li", { class: problem.error ? "error" : "warning" }, button);
    if (problem.help) item.append(make("p", { class: "help" }, problem.help));
    return item;
  });
  const list = at("problems").querySelector("ul");
  const focused = [...list.children].findIndex((item) => item.contains(document.activeElement));
  at("problems").hidden = !items.length;
  list.replaceChildren(...items);
  if (focused >= 0) (list.children[focused]?.querySelector("button") ?? at("source-head")).focus({ preventScroll: true });
}

// ---- what the server tells

function take(news) {
  state = news;
  if (document.documentElement.lang !== state.language) {
    location.reload(); // all words of the page are other
    return;
  }
  const message = make("span", {}, state.message);
  document.title = `${state.fault ? "✗ " : ""}${state.title}`;
  document.body.classList.toggle("fault", state.fault);
  at("title").textContent = state.title;
  at("message").replaceChildren(message, ...changedLinks());
  if (!state.papers.some((paper) => paper.id === shown)) shown = wantedPaper();
  state.papers.forEach(showPages);
  showPapers();
  const live = new Set(state.papers.flatMap((paper) => paper.pages.map((page) => `${paper.id}/${page.id}`)));
  for (const key of leaves.keys()) if (!live.has(key)) leaves.delete(key);
  showProblems();
  keepChosen();
  document.body.dataset.version = state.version;
  restore();
}

function keepChosen() {
  if (!chosen) return;
  if (chosen.problem) {
    const still = state.problems.find((each) => each.text === chosen.problem.text && each.lines);
    chosen = still ? { problem: still } : null;
  } else if (!leaves.has(chosen.leaf.key)) {
    chosen = null;
  } else if (chosen.spot) {
    const near = (spot) => Math.abs(spot[0] - chosen.spot[0]) + Math.abs(spot[1] - chosen.spot[1]) < 0.02;
    const spot = chosen.leaf.page.places.findLast(near) ?? null;
    chosen = { leaf: chosen.leaf, spot };
    mark(chosen.leaf, spot);
  }
  showSource();
}

function changedLinks() {
  const most = 4;
  const links = [];
  for (const paper of state.papers) {
    for (const page of paper.pages.filter((each) => state.changed.includes(each.id))) {
      const link = make("a", { href: `#${paper.id}` }, page.height > page.width ? `${paper.name}: ${page.title}` : page.title);
      link.addEventListener("click", (event) => {
        event.preventDefault();
        show(paper.id);
        const { button } = leaves.get(`${paper.id}/${page.id}`);
        button.scrollIntoView({ block: "center" });
        button.focus({ preventScroll: true });
      });
      links.push(link);
    }
  }
  if (!links.length) return [];
  const rest = links.length > most ? [" …"] : [];
  return [` ${words.changed}:`, ...links.slice(0, most), ...rest];
}

function wantedPaper() {
  const asked = location.hash.slice(1);
  return state.papers.some((paper) => paper.id === asked) ? asked : (state.papers[0]?.id ?? "");
}

function show(paper) {
  if (paper === shown) return;
  shown = paper;
  history.replaceState(null, "", `#${paper}`);
  showPapers();
}

function restore() {
  const place = sessionStorage.getItem("place");
  sessionStorage.removeItem("place");
  if (place) scrollTo({ top: Number(place), behavior: "instant" });
}

function listen() {
  events = new EventSource(`events?known=${state?.version ?? 0}`);
  events.onmessage = (event) => take(JSON.parse(event.data));
  events.onerror = () => {
    document.body.classList.add("fault");
    at("message").textContent = words.lost;
  };
  events.onopen = () => state && take(state);
}

// A browser holds few connections to one server: a page nobody sees lets go of its own.
document.addEventListener("visibilitychange", () => {
  events?.close();
  if (!document.hidden) listen();
});
addEventListener("hashchange", () => state && show(wantedPaper()));
addEventListener("pagehide", () => sessionStorage.setItem("place", String(scrollY)));
addEventListener("keydown", (event) => event.key === "Escape" && close());
at("papers").addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (!link) return;
  event.preventDefault();
  show(link.hash.slice(1));
});
at("close").addEventListener("click", close);
listen();
