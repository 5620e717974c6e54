// Where the termilint command is. Knows nothing of the editor, so that it can be tried without one.
import * as path from "node:path";

/** What the search depends on. Paths are absolute. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  /** The PATH of the environment. */
  readonly searchPath: string;
  /** The folders of the workspace, the first one first. */
  readonly folders: readonly string[];
  /** False in Restricted Mode: then nothing out of the workspace may be run. */
  readonly isTrusted: boolean;
  readonly isExecutable: (file: string) => boolean;
}

export type Search =
  | { readonly kind: "found"; readonly file: string }
  /** The setting names what is no executable file; nothing else is run in its place. */
  | { readonly kind: "wrong-setting"; readonly file: string }
  | { readonly kind: "missing" };

const ENVIRONMENTS = [".venv", "venv"];
const FOLDER_VARIABLE = /^\$\{workspaceFolder\}/;
const HOME_SIGN = /^~(?=$|[\\/])/;

/** The command by its setting, else in an environment of the workspace, else on the PATH. */
export function findCommand(setting: string, around: Surroundings): Search {
  const wanted = setting.trim();
  if (wanted !== "" && mayRun(wanted, around)) return named(wanted, around);
  const file = candidates(around).find(around.isExecutable);
  return file === undefined ? { kind: "missing" } : { kind: "found", file };
}

/** False for a path relative to a workspace that is not trusted: such a workspace chose what it names. */
function mayRun(wanted: string, around: Surroundings): boolean {
  return (
    around.isTrusted || pathsOf(around).isAbsolute(wanted.replace(HOME_SIGN, () => around.home))
  );
}

function named(wanted: string, around: Surroundings): Search {
  const file = expanded(wanted, around);
  return { kind: around.isExecutable(file) ? "found" : "wrong-setting", file };
}

/** An absolute path: of `~`, of `${workspaceFolder}`, and of what is relative to the first folder. */
function expanded(wanted: string, around: Surroundings): string {
  const folder = around.folders[0] ?? around.home;
  // Functions, because `$` in a replacement text would have a meaning.
  const plain = wanted.replace(FOLDER_VARIABLE, () => folder).replace(HOME_SIGN, () => around.home);
  return pathsOf(around).resolve(folder, plain);
}

function candidates(around: Surroundings): string[] {
  const { join } = pathsOf(around);
  const directories = [
    ...(around.isTrusted ? environmentDirectories(around) : []),
    ...searchDirectories(around),
    // Where pipx and uv put commands; a desktop session may not have it on its PATH.
    join(around.home, ".local", "bin"),
  ];
  return directories.map((directory) => join(directory, executableName(around)));
}

function environmentDirectories(around: Surroundings): string[] {
  const bin = around.platform === "win32" ? "Scripts" : "bin";
  return around.folders.flatMap((folder) =>
    ENVIRONMENTS.map((name) => pathsOf(around).join(folder, name, bin)),
  );
}

/** The absolute entries of the PATH: a relative one would lead into whatever folder is open. */
function searchDirectories(around: Surroundings): string[] {
  const { delimiter, isAbsolute } = pathsOf(around);
  return around.searchPath.split(delimiter).filter((directory) => isAbsolute(directory));
}

function executableName(around: Surroundings): string {
  // pip, pipx and uv make an .exe on Windows; a .cmd could not be started without a shell.
  return around.platform === "win32" ? "termilint.exe" : "termilint";
}

function pathsOf(around: Surroundings): path.PlatformPath {
  return around.platform === "win32" ? path.win32 : path.posix;
}
