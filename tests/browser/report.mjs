// Opens a report page in headless Chromium and fails on what a user would suffer from.
//
// Usage: node report.mjs PAGE.html [FOLDER FOR PICTURES]
//
// Needs Debian's chromium (or $CHROMIUM) and the npm packages playwright-core and axe-core, which are looked
// for in $NODE_MODULES. It checks, on a phone and on a desk, in light and dark: no message on the console, no
// request, no serious finding of axe, nothing wider than the screen; that the filters, links and keyboard
// work; that the page stands without its script. With a folder it leaves pictures and a printed PDF there.
import { createRequire } from "node:module";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const modules = createRequire(join(resolve(process.env.NODE_MODULES || "node_modules"), "x.js"));
const { chromium } = modules("playwright-core");
const axe = modules("axe-core");

const [page_file, folder] = process.argv.slice(2);
const url = pathToFileURL(resolve(page_file)).href;
const problems = [];
const expect = (is_so, text) => { if (!is_so) problems.push(text); };
if (folder) mkdirSync(folder, { recursive: true });

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM || "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync"],
});

async function opened(name, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  page.on("console", (message) => problems.push(`${name}: console: ${message.text()}`));
  page.on("pageerror", (error) => problems.push(`${name}: error: ${error.message}`));
  page.on("dialog", (dialog) => { problems.push(`${name}: dialog: ${dialog.message()}`); dialog.dismiss(); });
  page.on("request", (request) => {
    if (request.url() !== url && !request.url().startsWith("data:image/svg+xml,")) {
      problems.push(`${name}: request: ${request.url()}`);
    }
  });
  await page.goto(url);
  return page;
}

async function audited(name, page) {
  // axe comes through the debugger, which the page's policy does not concern.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() => globalThis.axe.run(document, { resultTypes: ["violations"] }));
  for (const { id, impact, nodes } of violations) {
    const text = `${name}: axe: ${impact}: ${id} (${nodes.length}): ${nodes[0].html.slice(0, 160)}`;
    if (impact === "serious" || impact === "critical") problems.push(text);
    else console.log(text);
  }
}

const visible_notes = (page) => page.locator(".document:not([hidden]) .note:not([hidden])").count();

const screens = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 900 } };
for (const [screen, viewport] of Object.entries(screens)) {
  for (const colorScheme of ["light", "dark"]) {
    const name = `${screen}-${colorScheme}`;
    const page = await opened(name, { viewport, colorScheme, reducedMotion: "reduce" });
    await page.evaluate(() => { for (const one of [...document.querySelectorAll("details")].slice(0, 12)) one.open = true; });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wide <= 0, `${name}: the page is ${wide} pixels wider than the screen`);
    await audited(name, page);
    if (folder) {
      await page.screenshot({ path: join(folder, `${name}-top.png`) });
      await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true, clip: {
        x: 0, y: 0, width: viewport.width, height: Math.min(9000, await page.evaluate(() => document.documentElement.scrollHeight)) } });
      await page.evaluate(() => document.querySelector("#tekstit")?.scrollIntoView());
      await page.screenshot({ path: join(folder, `${name}-texts.png`) });
    }
    await page.context().close();
  }
}

const page = await opened("use", { viewport: screens.desk });
await page.keyboard.press("Tab");
expect(await page.evaluate(() => document.activeElement.className) === "skip", "the first stop is not the skip link");
await page.keyboard.press("Enter");
expect(await page.evaluate(() => document.activeElement.id) === "sisalto", "the skip link does not lead to the content");
await page.click("#teema");
expect(await page.evaluate(() => document.documentElement.dataset.theme) === "dark", "the colours do not change");
await audited("chosen dark", page);
await page.click("#teema");
if (await page.locator(".document").count()) {
  const all = await visible_notes(page);
  await page.click("#jarjestys a");
  expect(await page.locator(".document").first().getAttribute("open") !== null, "a link does not open its document");
  const rule = page.locator("#rajaa-saanto");
  const rules = await rule.locator("option").count();
  await rule.selectOption({ index: rules - 1 });
  await page.waitForTimeout(200);
  const narrowed = await visible_notes(page);
  expect(narrowed > 0 && (rules <= 2 || narrowed < all), `the filter by rule shows ${narrowed} of ${all}`);
  expect((await page.locator(".status").textContent()).includes(String(narrowed)), "the status does not tell the number");
  await page.fill("#rajaa-teksti", "tätä ei ole missään");
  await page.waitForTimeout(200);
  expect(await visible_notes(page) === 0, "the search finds what is not there");
  await page.click(".filters button[type=reset]");
  await page.waitForTimeout(200);
  expect(await visible_notes(page) === all, "clearing the filters does not show everything");
  await page.locator(".document:not([open]) > summary").first().focus().catch(() => {});
  const open = await page.locator(".document[open]").count();
  await page.keyboard.press("Enter");
  const closed = await page.locator(".document:not([open])").count();
  expect(closed === 0 || await page.locator(".document[open]").count() > open, "Enter does not open a document");
}
if (folder) await page.pdf({ path: join(folder, "printed.pdf"), format: "A4", margin: { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" } });
await page.context().close();

const plain = await opened("without script", { viewport: screens.desk, javaScriptEnabled: false });
expect(!(await plain.locator("#rajaus").isVisible()) || !(await plain.locator("#rajaus").count()), "filters show without the script");
if (await plain.locator(".document").count()) {
  await plain.locator(".document > summary").first().click();
  expect(await plain.locator(".document .pages").first().isVisible(), "texts do not open without the script");
}
await browser.close();

for (const problem of problems) console.error(problem);
process.exit(problems.length ? 1 : 0);
