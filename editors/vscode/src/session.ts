// One server for the window: found, started, and found again when something changes.
import { type LogOutputChannel, workspace } from "vscode";
import { State } from "vscode-languageclient/node";
import type { Advice } from "./advice";
import { Client } from "./client";
import { findCommand, type Search } from "./command";
import type { TextFilter } from "./languages";
import type { Status } from "./status";
import { surroundings } from "./surroundings";

export class Session {
  private client: Client | undefined;
  private isMissing = false;
  /** One start or stop at a time, in the order in which they were asked for. */
  private last: Promise<void> = Promise.resolve();

  constructor(
    private readonly selector: readonly TextFilter[],
    private readonly output: LogOutputChannel,
    private readonly status: Status,
    private readonly advice: Advice,
  ) {}

  restart(): Promise<void> {
    return this.queue(async () => {
      await this.stopNow();
      await this.startNow(search());
    });
  }

  /** Search again without a word; for events that may mean that the command is there now. */
  startIfMissing(): Promise<void> {
    return this.queue(async () => {
      const found = search();
      if (this.isMissing && found.kind === "found") await this.startNow(found);
    });
  }

  stop(): Promise<void> {
    return this.queue(() => this.stopNow());
  }

  private queue(task: () => Promise<void>): Promise<void> {
    this.last = this.last.then(task, task);
    return this.last;
  }

  private async startNow(found: Search): Promise<void> {
    this.isMissing = found.kind !== "found";
    if (found.kind === "found") return this.run(found.file);
    this.status.missing();
    // Not awaited: the answer may never come, and other events must be heard meanwhile.
    void this.advice.onMissing(found);
  }

  private async run(file: string): Promise<void> {
    this.output.info(`${file} lsp`);
    this.status.starting(file);
    const client = new Client(file, this.selector, this.output);
    this.client = client;
    try {
      await client.start();
    } catch {
      this.client = undefined;
      this.status.failed(file);
      void this.advice.onFailedStart(file);
      return;
    }
    this.status.running(file);
    client.onDidChangeState(({ newState }) => this.follow(client, file, newState));
  }

  private follow(client: Client, file: string, state: State): void {
    if (this.client !== client) return;
    if (state === State.Running) this.status.running(file);
    if ((state === State.Stopped || state === State.StartFailed) && !client.willRestart) {
      this.status.failed(file);
      void this.advice.onStopped(() => this.restart());
    }
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    if (!client?.needsStop()) return;
    try {
      await client.dispose();
    } catch (error) {
      // A server that does not answer must not hinder the next one; its process is ended all the same.
      this.output.warn(String(error));
    }
  }
}

function search(): Search {
  const setting = workspace.getConfiguration("termilint").get("path", "");
  return findCommand(setting, surroundings());
}
