import assert from "node:assert/strict";
import { test } from "node:test";
import { documentSelector } from "../src/languages";

test("each language that wakes the extension is asked about, saved or not", () => {
  const selector = documentSelector({
    activationEvents: ["onLanguage:markdown", "onStartupFinished"],
  });
  assert.deepEqual(selector, [
    { scheme: "file", language: "markdown" },
    { scheme: "untitled", language: "markdown" },
  ]);
});
