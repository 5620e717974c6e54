// A real VS Code whose window is a page: the one that the npm package code-server carries.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

// The newest one that runs on Node.js 20.
const CODE_SERVER = "4.100.3";
const CACHE = process.env.TERMILINT_E2E_CACHE ?? join(homedir(), ".cache", "termilint-e2e");
const READY = "Extension host agent started";

/** Starts VS Code with the extension `vsix`, everything it writes under `home`. */
export async function startVsCode(vsix, home) {
  const port = await freePort();
  const options = {
    "--host": "127.0.0.1",
    "--port": String(port),
    "--server-data-dir": join(home, "vscode"),
    "--telemetry-level": "off",
    "--install-extension": vsix,
  };
  const flags = ["--accept-server-license-terms", "--without-connection-token", "--start-server"];
  const server = spawn(
    process.execPath,
    [installed(), ...flags, ...Object.entries(options).flat()],
    {
      // No termilint on the PATH and none in the home: each try decides what is there.
      env: { HOME: home, PATH: `${dirname(process.execPath)}:/usr/bin:/bin`, LANG: "C.UTF-8" },
    },
  );
  const ended = new Promise((resolve) => server.once("exit", resolve));
  await ready(server);
  return {
    address: (folder) => `http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`,
    stop: () => {
      server.kill();
      return ended;
    },
  };
}

function ready(server) {
  return new Promise((resolve, reject) => {
    let said = "";
    const listen = (data) => {
      said += data;
      if (said.includes(READY)) resolve();
    };
    server.stdout.on("data", listen);
    server.stderr.on("data", listen);
    server.once("exit", (code) => reject(new Error(`VS Code ended with ${code}:\n${said}`)));
  });
}

/** The program of the server; it is installed once and kept. */
function installed() {
  const folder = join(CACHE, `code-server-${CODE_SERVER}`);
  const code = join("node_modules", "code-server", "lib", "vscode");
  if (!existsSync(folder)) install(folder, code);
  return join(folder, code, "out", "server-main.js");
}

function install(folder, code) {
  console.log(`installing code-server ${CODE_SERVER} in ${folder} (about a minute)`);
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { recursive: true });
  writeFileSync(join(draft, "package.json"), '{ "private": true }');
  // Its own install script wants programs from elsewhere that are not needed here.
  npm(draft, "install", "--no-save", "--ignore-scripts", `code-server@${CODE_SERVER}`);
  npm(join(draft, code), "install", "--omit=dev", "--ignore-scripts");
  // Without these two the server does not start. They are compiled: a C++ compiler must be there.
  const needed = ["@vscode/spdlog", "native-watchdog"];
  npm(join(draft, code), "rebuild", "--ignore-scripts=false", ...needed);
  renameSync(draft, folder);
}

function npm(folder, ...words) {
  const { status, stdout, stderr } = spawnSync("npm", words, { cwd: folder, encoding: "utf8" });
  if (status !== 0) throw new Error(`npm ${words.join(" ")}\n${stdout}\n${stderr}`);
}

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
