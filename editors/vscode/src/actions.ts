// The commands of the palette.
import { commands, Disposable, type LogOutputChannel } from "vscode";
import type { Advice } from "./advice";
import type { Session } from "./session";

const FIX_ALL = "source.fixAll.termilint";

export function registerCommands(
  session: Session,
  advice: Advice,
  output: LogOutputChannel,
): Disposable {
  return Disposable.from(
    commands.registerCommand("termilint.fixAll", fixAll),
    commands.registerCommand("termilint.restart", () => session.restart()),
    commands.registerCommand("termilint.showOutput", () => output.show()),
    commands.registerCommand("termilint.openInstructions", () => advice.openInstructions()),
  );
}

/** Every safe fix in the active text, as the server offers them in one edit. */
async function fixAll(): Promise<void> {
  await commands.executeCommand("editor.action.codeAction", { kind: FIX_ALL, apply: "first" });
}
