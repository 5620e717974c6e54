// The connection to `termilint lsp`.
import { commands, type LogOutputChannel, Uri, workspace } from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  type ErrorHandler,
  LanguageClient,
  type ShowDocumentRequest,
} from "vscode-languageclient/node";
import type { TextFilter } from "./languages";

const RESTARTS = 3;
const SECTION = "termilint";

export class Client extends LanguageClient {
  /** True while a server that ended unexpectedly is started again. */
  willRestart = false;

  constructor(file: string, selector: readonly TextFilter[], output: LogOutputChannel) {
    super(
      SECTION,
      { command: file, args: ["lsp"] },
      {
        documentSelector: [...selector],
        outputChannel: output,
        // The server asks again whenever they change; given here, they hold for the first check too.
        initializationOptions: serverSettings,
        initializationFailedHandler: () => false,
        middleware: { window: { showDocument } },
      },
    );
    this.clientOptions.errorHandler = this.errorHandler();
  }

  /** Into the output only: the session tells what happened in words that help. */
  override error(message: string, data?: unknown): void {
    super.error(message, data, false);
  }

  private errorHandler(): ErrorHandler {
    const standard = this.createDefaultErrorHandler(RESTARTS);
    return {
      error: (error, message, count) => standard.error(error, message, count),
      closed: async () => this.afterClose(await standard.closed()),
    };
  }

  /** A server that never ran would not run the next time either. */
  private afterClose(result: CloseHandlerResult): CloseHandlerResult {
    this.willRestart = this.isRunning() && result.action === CloseAction.Restart;
    return this.willRestart ? result : { action: CloseAction.DoNotRestart, handled: true };
  }
}

/** A page that explains a rule is shown as it is to be read, not as it is written. */
const showDocument: ShowDocumentRequest.MiddlewareSignature = async (params, token, next) => {
  if (params.external || !params.uri.endsWith(".md")) return next(params, token);
  await commands.executeCommand("markdown.showPreview", Uri.parse(params.uri));
  return { success: true };
};

/** Those settings that the server reads; the others are about how to run it. */
function serverSettings(): Record<string, string> {
  const settings = workspace.getConfiguration(SECTION);
  const names = ["configuration", "language", "run"];
  return Object.fromEntries(names.map((name) => [name, settings.get(name, "")]));
}
