// Shows what the server tells of the deck: listens, and lets each part of the page show its share.

import { at, make, told, words } from "./dom.js";
import { changedLinks, show, showAll, wanted } from "./pages.js";
import { choose, close, keepChosen } from "./source.js";

let events = null;
const buttons = new Map(); // problem -> its button

function showProblems() {
  buttons.clear();
  const items = told.state.problems.map((problem) => {
    const head = make("span", { class: "text" }, make("span", { class: "kind" }, `${problem.kind}: `), problem.text);
    const button = make(problem.lines ? "button" : "div", { class: "problem" }, head);
    if (problem.where) button.append(make("span", { class: "where" }, problem.where));
    if (problem.lines) {
      button.type = "button";
      button.setAttribute("aria-controls", "source");
      button.setAttribute("aria-expanded", "false");
      button.addEventListener("click", () => choose({ problem }, button));
      buttons.set(problem, button);
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

function showMessage() {
  const { message, fault, problems, title } = told.state;
  const main = make(fault && problems.length ? "a" : "span", {}, message);
  if (main.tagName === "A") main.href = "#problems";
  document.title = `${fault ? "✗ " : ""}${title}`;
  document.body.classList.toggle("fault", fault);
  at("title").textContent = title;
  const focused = [...at("message").children].indexOf(document.activeElement);
  at("message").replaceChildren(main, ...(fault ? [] : changedLinks()));
  if (focused >= 0) (at("message").children[focused] ?? at("pages")).focus({ preventScroll: true });
}

function take(news) {
  const before = told.state;
  if (document.documentElement.lang !== news.language) {
    location.reload(); // all words of the page are other
    return;
  }
  told.state = news;
  showAll(before, choose);
  showMessage();
  showProblems();
  keepChosen((problem) => buttons.get(problem));
  document.body.dataset.version = news.version;
  restore();
}

function restore() {
  const place = sessionStorage.getItem("place");
  sessionStorage.removeItem("place");
  if (place) scrollTo({ top: Number(place), behavior: "instant" });
}

function listen() {
  const known = told.state ? `${told.state.run}-${told.state.version}` : "";
  events = new EventSource(`events?known=${known}`);
  events.onmessage = (event) => take(JSON.parse(event.data));
  events.onerror = () => {
    document.body.classList.add("fault");
    at("message").textContent = words.lost;
  };
  events.onopen = () => told.state && showMessage();
}

// A browser holds few connections to one server: a page nobody sees lets go of its own.
document.addEventListener("visibilitychange", () => {
  events?.close();
  if (!document.hidden) listen();
});
addEventListener("hashchange", () => told.state && show(wanted()));
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
