// A folder with texts, and termilint in its virtual environment.
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";

const PROGRAM = join(".venv", "bin", "termilint");

export class Workspace {
  /** `program` is the termilint to try; `parent` is where the folder is made. */
  constructor(parent, program) {
    this.folder = mkdtempSync(join(parent, "texts-"));
    this.program = program;
    this.settings();
  }

  path(name) {
    return join(this.folder, name);
  }

  write(name, content) {
    mkdirSync(dirname(this.path(name)), { recursive: true });
    writeFileSync(this.path(name), content);
  }

  read(name) {
    return readFileSync(this.path(name), "utf8");
  }

  /** The settings of the workspace. Without the first one the editor in a browser saves by itself. */
  settings(values = {}) {
    const all = { "files.autoSave": "off", ...values };
    this.write(".vscode/settings.json", JSON.stringify(all));
  }

  script(name, content) {
    this.write(name, `#!/bin/sh\n${content}\n`);
    chmodSync(this.path(name), 0o755);
  }

  /** Puts termilint where the extension looks first. */
  install() {
    mkdirSync(dirname(this.path(PROGRAM)), { recursive: true });
    symlinkSync(this.program, this.path(PROGRAM));
  }

  /** Ends the server of this folder as a crash would; true if there was one. Only Linux has /proc. */
  crash() {
    const numbers = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
    const found = numbers.find((number) => isProcessOf(number, `${this.path(PROGRAM)}\0lsp`));
    if (found) process.kill(Number(found), "SIGKILL");
    return found !== undefined;
  }

  /** What termilint prints on the command line; findings are no failure. */
  termilint(words, input = "") {
    const options = { cwd: this.folder, encoding: "utf8", input };
    const result = spawnSync(this.program, words, options);
    if (result.error || result.status > 1) throw new Error(`termilint ${words}: ${result.stderr}`);
    return result.stdout;
  }

  /** What `termilint fix` makes of a file, which itself stays as it is. */
  fixed(name, ...options) {
    return this.termilint(["fix", "-", "--stdin-filename", name, ...options], this.read(name));
  }
}

function isProcessOf(number, words) {
  try {
    return readFileSync(`/proc/${number}/cmdline`, "utf8").includes(words);
  } catch {
    return false; // It has ended meanwhile.
  }
}
