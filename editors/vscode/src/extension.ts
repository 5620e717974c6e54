// Where the editor comes in: what it starts, and what its commands and events lead to.
import { type ExtensionContext, window, workspace } from "vscode";
import { registerCommands } from "./actions";
import { Advice } from "./advice";
import { documentSelector } from "./languages";
import { Session } from "./session";
import { Status } from "./status";

let session: Session | undefined;

export async function activate(context: ExtensionContext): Promise<void> {
  const output = window.createOutputChannel("termilint", { log: true });
  const selector = documentSelector(context.extension.packageJSON);
  const status = new Status(selector);
  const advice = new Advice(context.extensionUri, output);
  const started = new Session(selector, output, status, advice);
  session = started;
  context.subscriptions.push(output, status, registerCommands(started, advice, output));
  context.subscriptions.push(
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("termilint.path")) void started.restart();
    }),
    workspace.onDidGrantWorkspaceTrust(() => started.restart()),
    workspace.onDidChangeWorkspaceFolders(() => started.startIfMissing()),
    // Somebody who has just installed the command comes back to the window, or saves a text.
    window.onDidChangeWindowState((state) =>
      state.focused ? started.startIfMissing() : undefined,
    ),
    workspace.onDidSaveTextDocument(() => started.startIfMissing()),
  );
  await started.restart();
}

export function deactivate(): Promise<void> | undefined {
  return session?.stop();
}
