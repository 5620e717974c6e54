// What the editor and the machine tell about where the command may be.
import { homedir } from "node:os";
import { workspace } from "vscode";
import type { Surroundings } from "./command";
import { isExecutable } from "./executable";

export function surroundings(): Surroundings {
  return {
    platform: process.platform,
    home: homedir(),
    searchPath: process.env.PATH ?? "",
    folders: (workspace.workspaceFolders ?? [])
      .filter((folder) => folder.uri.scheme === "file")
      .map((folder) => folder.uri.fsPath),
    isTrusted: workspace.isTrusted,
    isExecutable,
  };
}
