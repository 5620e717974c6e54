// What is said when the server cannot run, and what the reader can do about it with one click.
import {
  ConfigurationTarget,
  commands,
  env,
  type LogOutputChannel,
  l10n,
  Uri,
  window,
  workspace,
} from "vscode";
import type { Search } from "./command";

export const INSTALL_COMMAND = 'pipx install "termilint[lsp]"';

interface Choice {
  readonly title: string;
  readonly run: () => unknown;
}

export class Advice {
  constructor(
    private readonly extension: Uri,
    private readonly output: LogOutputChannel,
  ) {}

  /** The command is not where the setting says, or nowhere. */
  onMissing(search: Exclude<Search, { kind: "found" }>): Promise<void> {
    if (search.kind === "wrong-setting") {
      return ask(
        l10n.t("The setting termilint.path names no program that can be run: {0}", search.file),
        this.toInstall(),
      );
    }
    return workspace.isTrusted ? this.onAbsent() : this.onAbsentOutside();
  }

  onFailedStart(file: string): Promise<void> {
    const problem = l10n.t(
      "{0} did not start. Perhaps it is an old version, or lacks its part for editors.",
      file,
    );
    return ask(problem, [this.toShowOutput(), ...this.toInstall()]);
  }

  onStopped(restart: () => unknown): Promise<void> {
    const again = { title: l10n.t("Restart"), run: restart };
    return ask(l10n.t("termilint stopped several times."), [again, this.toShowOutput()]);
  }

  /** Open the instructions that come with the extension: they need no network. */
  async openInstructions(): Promise<void> {
    const name = env.language.startsWith("fi") ? "install.fi.md" : "install.md";
    await commands.executeCommand(
      "markdown.showPreview",
      Uri.joinPath(this.extension, "install", name),
    );
  }

  private onAbsent(): Promise<void> {
    const problem = l10n.t(
      "The program termilint was not found. It checks the texts and must be installed.",
    );
    return ask(problem, this.toInstall());
  }

  private onAbsentOutside(): Promise<void> {
    const problem = l10n.t(
      "The program termilint was not found outside this folder. In Restricted Mode nothing of the folder is run.",
    );
    return ask(problem, [
      this.toRead(),
      {
        title: l10n.t("Manage trust"),
        run: () => commands.executeCommand("workbench.trust.manage"),
      },
    ]);
  }

  private toInstall(): Choice[] {
    return [
      this.toRead(),
      { title: l10n.t("Copy the command"), run: copyInstallCommand },
      { title: l10n.t("Choose the program…"), run: chooseProgram },
    ];
  }

  private toRead(): Choice {
    return { title: l10n.t("How to install"), run: () => this.openInstructions() };
  }

  private toShowOutput(): Choice {
    return { title: l10n.t("Show output"), run: () => this.output.show() };
  }
}

async function ask(problem: string, choices: readonly Choice[]): Promise<void> {
  const choice = await window.showWarningMessage(problem, ...choices);
  await choice?.run();
}

async function copyInstallCommand(): Promise<void> {
  await env.clipboard.writeText(INSTALL_COMMAND);
  await window.showInformationMessage(
    l10n.t("Copied: {0}. Run it in a terminal; then come back to this window.", INSTALL_COMMAND),
  );
}

async function chooseProgram(): Promise<void> {
  const [file] = (await window.showOpenDialog({ title: l10n.t("The program termilint") })) ?? [];
  if (file === undefined) return;
  // For all workspaces: where a program lies is a matter of the computer.
  await workspace
    .getConfiguration("termilint")
    .update("path", file.fsPath, ConfigurationTarget.Global);
}
