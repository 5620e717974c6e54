// What the language status in the status bar tells about the server.
import { type Disposable, LanguageStatusSeverity, l10n, languages } from "vscode";
import type { TextFilter } from "./languages";

export class Status implements Disposable {
  private readonly item;

  constructor(selector: readonly TextFilter[]) {
    this.item = languages.createLanguageStatusItem("termilint", selector);
    this.item.name = "termilint";
  }

  starting(file: string): void {
    this.show(l10n.t("termilint is starting"), file);
    this.item.busy = true;
  }

  running(file: string): void {
    this.show("termilint", file);
  }

  failed(file: string): void {
    this.show(l10n.t("termilint is not running"), file, LanguageStatusSeverity.Error);
  }

  missing(): void {
    this.show(l10n.t("termilint is not installed"), "", LanguageStatusSeverity.Warning);
    this.item.command = {
      command: "termilint.openInstructions",
      title: l10n.t("How to install"),
    };
  }

  dispose(): void {
    this.item.dispose();
  }

  private show(text: string, detail: string, severity = LanguageStatusSeverity.Information): void {
    this.item.text = text;
    this.item.detail = detail;
    this.item.severity = severity;
    this.item.busy = false;
    this.item.command = { command: "termilint.showOutput", title: l10n.t("Output") };
  }
}
