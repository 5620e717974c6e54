import { accessSync, constants, statSync } from "node:fs";

/** True for a file that the user may run; links are followed. */
export function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
