// Which texts the server is asked about: those whose languages wake the extension.

/** A text in a file, or one that has no file yet. */
export interface TextFilter {
  readonly scheme: "file" | "untitled";
  readonly language: string;
}

const WAKES = "onLanguage:";

/** What `package.json` names as activation events is the only list of languages. */
export function documentSelector(manifest: { activationEvents: readonly string[] }): TextFilter[] {
  return manifest.activationEvents
    .filter((event) => event.startsWith(WAKES))
    .map((event) => event.slice(WAKES.length))
    .flatMap((language) => [
      { scheme: "file", language },
      { scheme: "untitled", language },
    ]);
}
