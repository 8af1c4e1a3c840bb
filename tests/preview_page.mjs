// Uses the preview as a person does, in Chromium, and prints what was seen as JSON.
//
//   node preview_page.mjs NODE_MODULES CHROMIUM ADDRESS DECK WORD [SCREENSHOTS]
//
// WORD stands on one of the first slides; it is what is edited.

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const [modules, chromiumPath, address, deck, edited, screenshots] = process.argv.slice(2);
const { chromium } = createRequire(join(modules, "x"))("playwright-core");
const axe = readFileSync(join(modules, "axe-core/axe.min.js"), "utf-8");
const good = readFileSync(deck, "utf-8");
const seen = { foreign: [], console: [], axe: {}, shownAfter: [] };

const browser = await chromium.launch({ executablePath: chromiumPath, args: ["--no-sandbox"] });
const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, colorScheme: "light" });
const page = await context.newPage();
page.on("request", (request) => {
  if (!request.url().startsWith(new URL(address).origin)) seen.foreign.push(request.url());
});
page.on("console", (message) => message.type() === "error" && seen.console.push(message.text()));
page.on("pageerror", (error) => seen.console.push(String(error)));

function save(text) {
  // As editors do, in one step: a busy machine may look at a file between being emptied and written.
  writeFileSync(`${deck}.new`, text);
  renameSync(`${deck}.new`, deck);
}
const version = () => page.evaluate(() => Number(document.body.dataset.version ?? 0));
const newer = (before) => page.waitForFunction((n) => Number(document.body.dataset.version) > n, before);
const sources = () =>
  page.$$eval("section:not([hidden]) .sheet", (all) => all.map((sheet) => sheet.lastElementChild.getAttribute("src")));
const message = () => page.textContent("#message");
const says = (text) => page.waitForFunction((text) => document.getElementById("message").textContent.includes(text), text);
async function loaded() {
  // Every picture in view is there, and none waits to take its place.
  await page.waitForFunction(() =>
    [...document.querySelectorAll("main img")].every((image) => {
      const box = image.getBoundingClientRect();
      const outside = !box.width || box.top > innerHeight || box.bottom < 0;
      return outside || (image.complete && image.naturalWidth && image.className !== "next");
    }),
  );
}
async function picture(name) {
  if (screenshots) await page.screenshot({ path: join(screenshots, `${name}.png`) });
}
async function violations() {
  // Put in by the debugger: the page's own policy lets no foreign script in.
  await page.evaluate(axe);
  const found = await page.evaluate(async () => (await window.axe.run(document)).violations);
  return found.map((each) => `${each.id}: ${each.nodes.map((node) => node.html).join(" ")}`);
}

// It opens, and the token leaves the address line.
await page.goto(address);
await page.waitForFunction(() => document.body.dataset.version);
await loaded();
seen.address = page.url();
seen.papers = await page.$$eval("#papers a", (all) => all.map((link) => link.textContent));
seen.names = await page.$$eval("section:not([hidden]) .leaf", (all) => all.map((leaf) => leaf.innerText.trim()));
seen.axe.light = await violations();
await picture("light");

// A save is shown; only what changed gets another picture; the page stays where it was.
await page.evaluate(() => scrollTo({ top: 120, behavior: "instant" }));
const scrolled = await page.evaluate(() => scrollY);
for (const word of ["Nyt", "Nyere", "Nyest"]) {
  const before = await sources();
  const then = performance.now();
  save(good.replace(edited, word));
  await page.waitForFunction(
    (before) =>
      [...document.querySelectorAll("section:not([hidden]) img:not(.next)")].some((image) => {
        const box = image.getBoundingClientRect();
        const inView = box.top < innerHeight && box.bottom > 0;
        return inView && !before.includes(image.getAttribute("src")) && image.complete;
      }),
    before,
    { polling: "raf" },
  );
  seen.shownAfter.push(Math.round(performance.now() - then));
  const after = await sources();
  seen.changed = after.filter((source, place) => source !== before[place]).length;
  seen.total = after.length;
}
seen.stayed = (await page.evaluate(() => scrollY)) === scrolled;

// Slides before it come and go: what is in view stays in view, and the slide that is chosen stays chosen.
const inView = () =>
  page.evaluate(() => {
    const items = [...document.querySelectorAll("section:not([hidden]) li")];
    return items.find((item) => item.innerText.includes(window.watched)).getBoundingClientRect().top;
  });
await page.evaluate(() => {
  const leaf = document.querySelector("section:not([hidden]) li:nth-child(21)");
  window.watched = leaf.innerText.replace(/^Slide \d+/, "").trim();
  leaf.querySelector("button").focus({ preventScroll: true }); // of two side by side it is the one that stays
  leaf.scrollIntoView({ block: "center", behavior: "instant" });
});
await loaded();
let before = await version();
const stood = await inView();
save(good.replace("  # 2\n", "  - title: Helt ny\n    text: Her er noget nyt\n\n  # 2\n"));
await newer(before);
await page.waitForTimeout(100);
seen.keptPlace = Math.abs((await inView()) - stood);
seen.told = await message();
before = await version();
save(good);
await newer(before);
await page.waitForTimeout(100);
seen.keptPlaceBack = Math.abs((await inView()) - stood);
await page.focus("section:not([hidden]) li:nth-child(3) .leaf");
await page.keyboard.press("Enter");
before = await version();
save(good.replace("title: Tjek ind\n", "title: Tjek ind nu\n"));
await newer(before);
seen.retitled = await page.$$eval("#lines code", (all) => all[0]?.textContent);
await page.keyboard.press("Escape");
seen.retitledFocus = await page.evaluate(() => document.activeElement.innerText);
before = await version();
save(good);
await newer(before);
seen.stillFocused = await page.evaluate(() => document.activeElement.innerText);
await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));

// Saves made while nobody looks are all told afterwards.
const hide = (hidden) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);
before = await version();
await hide(true);
save(good.replace("title: Tjek ind\n", "title: Tjek ud\n"));
await page.waitForTimeout(1500);
save(good.replace("title: Tjek ind\n", "title: Tjek ud\n").replace("De vil have mere", "De vil have meget mere"));
await page.waitForTimeout(1500);
await hide(false);
await says("Slide 4");
seen.toldAfterwards = await message();
before = await version();
save(good);
await newer(before);

// A fault is told and the pages stay; the keyboard leads from it to its line.
const pictures = await sources();
before = await version();
save(`${good}  - titel: X\n`);
await says("Fandt 1 fejl");
seen.fault = await message();
seen.kept = JSON.stringify(pictures) === JSON.stringify(await sources());
seen.problems = await page.$$eval("#problems li", (all) => all.map((item) => item.innerText));
await page.focus("#title ~ nav a:last-child");
await page.keyboard.press("Tab"); // from the papers to the first problem, or a link of the message before it
while (!(await page.evaluate(() => document.activeElement.matches(".problem, body")))) await page.keyboard.press("Tab");
await page.keyboard.press("Enter");
seen.focus = await page.evaluate(() => document.activeElement.id);
seen.marked = await page.$$eval("#lines .at code", (all) => all.map((line) => line.textContent));
await page.keyboard.press("Tab");
await page.keyboard.press("Tab");
seen.link = await page.evaluate(() => document.activeElement.href ?? "");
seen.axe.fault = await violations();
await picture("fault");
before = await version();
save(`${good}  - titel: X\n# gemt igen\n`);
await newer(before);
seen.keptLink = await page.evaluate(() => document.activeElement.href ?? "");
await page.keyboard.press("Escape");
seen.back = await page.evaluate(() => document.activeElement.className);
// With many problems their lines are still in view.
before = await version();
save(good.replaceAll("    notes: |", "    notex: |"));
await newer(before);
await page.setViewportSize({ width: 1280, height: 720 });
await page.click("#problems li:nth-child(2) .problem");
seen.manyProblems = await page.$$eval("#problems li", (all) => all.length);
seen.linesHigh = await page.evaluate(() => {
  const lines = document.getElementById("lines").getBoundingClientRect();
  return Math.min(lines.bottom, innerHeight) - lines.top;
});
seen.expanded = await page.$$eval('[aria-expanded="true"]', (all) => all.length);
await picture("many-problems");
seen.axe.many = await violations();
await page.keyboard.press("Escape");
await page.setViewportSize({ width: 1440, height: 900 });
// In a fault the editor is sent to where the last good lines stand now.
before = await version();
save(`# en linje\n# og en til\n${good}  - titel: X\n`);
await newer(before);
await page.click("section:not([hidden]) li:nth-child(2) .caption");
seen.movedLink = await page.evaluate(() => document.getElementById("open").href);
seen.movedFrom = await page.evaluate(() => document.getElementById("place").textContent);
await page.keyboard.press("Escape");
before = await version();
save(good);
await newer(before);
seen.mended = [await page.isHidden("#problems"), await message()];

// A slide leads to its lines, by keyboard and by mouse.
await page.focus("section:not([hidden]) li:nth-child(2) .leaf");
await page.keyboard.press("Enter");
seen.slide = await page.$$eval("#lines code", (all) => all.map((line) => line.textContent));
const sheet = await (await page.$("section:not([hidden]) li:nth-child(2) .sheet")).boundingBox();
await page.mouse.click(sheet.x + sheet.width * 0.2, sheet.y + sheet.height * 0.11); // on the title
seen.clicked = await page.$$eval("#lines .at code", (all) => all.map((line) => line.textContent));
await loaded();
await picture("source");
const third = await (await page.$("section:not([hidden]) li:nth-child(3) .sheet")).boundingBox();
await page.mouse.click(third.x + third.width * 0.3, third.y + third.height * 0.42); // on the second question
seen.question = await page.$$eval("#lines .at code", (all) => all.map((line) => line.textContent.trim()));
seen.elsewhere = await page.$$eval("#elsewhere a", (all) => all.map((link) => link.textContent));
await page.click("#elsewhere a");
seen.wentTo = await page.evaluate(() => document.activeElement.innerText);
await page.click("#papers a:first-child");

// Dark, and on a phone; the handout.
await page.emulateMedia({ colorScheme: "dark" });
seen.axe.dark = await violations();
await picture("dark");
await page.setViewportSize({ width: 375, height: 812 });
await loaded();
seen.axe.phoneDark = await violations();
await page.keyboard.press("Escape");
await page.click("section:not([hidden]) li:nth-child(3) .leaf", { position: { x: 100, y: 60 } });
await page.waitForFunction(() => {
  // What was chosen stands above its lines.
  const sheet = document.querySelector('.leaf[aria-expanded="true"] .sheet').getBoundingClientRect();
  return sheet.top > 0 && sheet.bottom <= document.getElementById("source").getBoundingClientRect().top;
});
await picture("phone-source");
await page.keyboard.press("Escape");
await page.emulateMedia({ colorScheme: "light" });
seen.sideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
await picture("phone");
await page.click("#papers a:nth-child(2)");
await loaded();
seen.axe.phone = await violations();
await picture("phone-handout");
await page.setViewportSize({ width: 1440, height: 900 });
await loaded();
await picture("handout");
seen.pages = (await sources()).length;

// Very large type on a small window; forced colours.
await page.click("#papers a:first-child");
await page.setViewportSize({ width: 320, height: 256 });
before = await version();
save(`${good}  - titel: X\n`);
await newer(before);
await page.click("#problems .problem");
seen.lowLines = await page.evaluate(() => document.getElementById("lines").getBoundingClientRect().height);
seen.lowSideways = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
await picture("zoomed");
seen.axe.zoomed = await violations();
await page.keyboard.press("Escape");
await page.emulateMedia({ forcedColors: "active" });
await page.setViewportSize({ width: 1440, height: 900 });
await page.click("section:not([hidden]) li:nth-child(2) .caption");
await picture("forced-colors");

console.log(JSON.stringify(seen));
await browser.close();
