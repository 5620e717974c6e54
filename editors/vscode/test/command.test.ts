// Which program would be run, seen from a machine that has nothing but the given files.
import assert from "node:assert/strict";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { findCommand, type Surroundings } from "../src/command";
import { isExecutable } from "../src/executable";

const LINUX: Surroundings = {
  platform: "linux",
  home: "/home/aino",
  searchPath: "/usr/local/bin:/usr/bin",
  folders: ["/srv/site", "/srv/words"],
  isTrusted: true,
  isExecutable: () => false,
};

const WINDOWS: Surroundings = {
  ...LINUX,
  platform: "win32",
  home: "C:\\Users\\aino",
  searchPath: "C:\\Windows;C:\\Tools",
  folders: ["C:\\site"],
};

function having(files: readonly string[], around = LINUX): Surroundings {
  return { ...around, isExecutable: (file) => files.includes(file) };
}

function found(setting: string, around: Surroundings): string | undefined {
  const search = findCommand(setting, around);
  return search.kind === "found" ? search.file : undefined;
}

const ENVIRONMENT = "/srv/site/.venv/bin/termilint";
const SECOND = "/srv/words/venv/bin/termilint";
const ON_PATH = "/usr/bin/termilint";
const IN_HOME = "/home/aino/.local/bin/termilint";

test("the places are asked in order", () => {
  const places = ["/opt/termilint", ENVIRONMENT, SECOND, ON_PATH, IN_HOME];
  for (const [index, place] of places.entries()) {
    const setting = index === 0 ? place : "";
    assert.equal(found(setting, having(places.slice(index))), place);
  }
});

test("without any of them the command is missing", () => {
  assert.deepEqual(findCommand("", having([])), { kind: "missing" });
  assert.deepEqual(findCommand("  ", having([], WINDOWS)), { kind: "missing" });
});

test("a wrong setting is told and nothing else is run in its place", () => {
  const search = findCommand("/opt/termilint", having([ENVIRONMENT, ON_PATH]));
  assert.deepEqual(search, { kind: "wrong-setting", file: "/opt/termilint" });
});

for (const setting of [
  "tools/termilint",
  "./tools/termilint",
  `\${workspaceFolder}/tools/termilint`,
]) {
  test(`${setting} is in the first folder`, () => {
    assert.equal(
      found(setting, having(["/srv/site/tools/termilint"])),
      "/srv/site/tools/termilint",
    );
  });

  test(`${setting} is not run in Restricted Mode`, () => {
    const around = { ...having(["/srv/site/tools/termilint", ON_PATH]), isTrusted: false };
    assert.equal(found(setting, around), ON_PATH);
  });
}

test("a tilde is the home, in Restricted Mode too", () => {
  const around = having(["/home/aino/bin/termilint"]);
  assert.equal(found("~/bin/termilint", around), "/home/aino/bin/termilint");
  assert.equal(
    found("~/bin/termilint", { ...around, isTrusted: false }),
    "/home/aino/bin/termilint",
  );
});

test("a folder's name may hold what has a meaning elsewhere", () => {
  const around = { ...having(["/srv/$& ~/termilint"]), folders: ["/srv/$& ~"] };
  assert.equal(found(`\${workspaceFolder}/termilint`, around), "/srv/$& ~/termilint");
});

test("in Restricted Mode no environment of the workspace is used", () => {
  const around = { ...having([ENVIRONMENT, SECOND]), isTrusted: false };
  assert.deepEqual(findCommand("", around), { kind: "missing" });
});

test("relative entries of the PATH are not searched", () => {
  const around = { ...having(["bin/termilint", "termilint", "./termilint"]), searchPath: "bin::." };
  assert.deepEqual(findCommand("", around), { kind: "missing" });
});

test("a window without a folder has only what is installed", () => {
  const around = { ...having([ON_PATH, "/home/aino/tools/termilint"]), folders: [] };
  assert.equal(found("", around), ON_PATH);
  assert.equal(found("tools/termilint", around), "/home/aino/tools/termilint");
});

test("on Windows environments have another layout", () => {
  const exe = "C:\\site\\.venv\\Scripts\\termilint.exe";
  assert.equal(found("", having([exe, "C:\\Tools\\termilint.exe"], WINDOWS)), exe);
  assert.equal(
    found("", having(["C:\\Tools\\termilint.exe"], WINDOWS)),
    "C:\\Tools\\termilint.exe",
  );
  assert.equal(
    found("~\\termilint.exe", having(["C:\\Users\\aino\\termilint.exe"], WINDOWS)),
    "C:\\Users\\aino\\termilint.exe",
  );
});

test("only files that may be run are programs", (t) => {
  const folder = mkdtempSync(join(tmpdir(), "termilint-"));
  t.after(() => rmSync(folder, { recursive: true }));
  const file = join(folder, "termilint");
  assert.equal(isExecutable(file), false, "absent");
  writeFileSync(file, "#!/bin/sh\n");
  assert.equal(isExecutable(file), process.platform === "win32", "a plain file");
  chmodSync(file, 0o755);
  assert.equal(isExecutable(file), true);
  mkdirSync(join(folder, "directory"));
  assert.equal(isExecutable(join(folder, "directory")), false, "a folder");
});
