// Tries the packaged extension in a real VS Code; exits with 1 if anything is not as it should be.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { chromium } from "playwright-core";
import { TRIES } from "./tries.mjs";
import { startVsCode } from "./vscode.mjs";
import { Window } from "./window.mjs";
import { Workspace } from "./workspace.mjs";

const BROWSERS = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
// As root, as in most containers, the browser does not start with its sandbox. Nothing is looked up.
const BROWSER_FLAGS = [
  ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

const only = process.argv.slice(2);
const home = mkdtempSync(join(tmpdir(), "termilint-e2e-"));
const pictures = join(home, "screenshots");
mkdirSync(pictures);

const program = programToTry();
const browserProgram = process.env.CHROMIUM ?? BROWSERS.find(existsSync);
if (!browserProgram) stop("no Chromium: name it in the variable CHROMIUM");
const vsCode = await startVsCode(packaged(), home);
const browser = await chromium.launch({ executablePath: browserProgram, args: BROWSER_FLAGS });
const failed = [];
try {
  for (const [name, attempt] of Object.entries(TRIES)) {
    if (only.length === 0 || only.some((part) => name.includes(part))) await play(name, attempt);
  }
} finally {
  await browser.close();
  await vsCode.stop();
}
clean();
console.log(`screenshots: ${pictures}`);
console.log(failed.length === 0 ? "all is well" : `failed: ${failed.join(", ")}`);
process.exitCode = failed.length === 0 ? 0 : 1;

async function play(name, attempt) {
  const context = await browser.newContext({ viewport: { width: 1500, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const window = new Window(page);
  const workspace = new Workspace(home, program);
  const screenshot = (title) => page.screenshot({ path: join(pictures, `${title}.png`) });
  const open = async (file, { installed = true, trust = true } = {}) => {
    if (installed) workspace.install();
    await window.open(vsCode.address(workspace.folder), { trust });
    await window.openFile(file);
  };
  try {
    await attempt({ window, workspace, open, screenshot });
    console.log(`ok    ${name}`);
  } catch (error) {
    failed.push(name);
    await screenshot(`failed-${failed.length}`);
    console.log(`FAIL  ${name}\n${error.stack}`);
  } finally {
    await context.close();
  }
}

function programToTry() {
  const named =
    process.env.TERMILINT ?? spawnSync("which", ["termilint"], { encoding: "utf8" }).stdout.trim();
  if (!named || !existsSync(named)) stop("no termilint on the PATH, nor in the variable TERMILINT");
  return resolve(named);
}

function packaged() {
  const { status, stdout, stderr } = spawnSync("npm", ["run", "package"], { encoding: "utf8" });
  if (status !== 0) stop(`${stdout}\n${stderr}`);
  return resolve("termilint.vsix");
}

/** Leaves the pictures. */
function clean() {
  for (const entry of readdirSync(home)) {
    if (entry !== "screenshots") rmSync(join(home, entry), { recursive: true, force: true });
  }
}

function stop(reason) {
  console.error(reason);
  process.exit(1);
}
