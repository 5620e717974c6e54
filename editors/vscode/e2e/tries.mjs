// What is tried, one after the other, each in a folder and a window of its own.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { until } from "./window.mjs";

const TEXT = `# Ääkkösiä ja hymiöitä 😀

Älä 😀👩‍🚒 hätäile: öisin ihmettelemme asiakaskokemusta, ja päivisin asiakkaat ihmettelevät meitä.
`;
const WORDS = ["asiakaskokemusta", "asiakkaat"];
const ONE = "# Yö 😀\n\nÄlä 😀👩‍🚒 hätäile: ihmettelemme öisin asiakaskokemusta.\n";

const OWN_RULES = `rules:
  - id: valtti
    severity: warning
    fix: safe
    match: {term: {words: [valtti]}}
    message: {fi: Sano etu., en: Say etu.}
    why: {fi: Etu on tutumpi., en: Etu is better known.}
    source: {fi: oma, en: own}
    suggestions: [etu]
    examples: {bad: ["{Valtti}"], good: [Kissa]}
`;
const OWN_TEXT =
  "Äiti 😀 löysi valtteja.\r\n\r\nTämä on *valtti* 👩‍🚒, jonka valttina on hyvä valttimme.\r\n";
const OWN_WORDS = ["valtteja", "valtti", "valttina", "valttimme"];

/** In milliseconds: longer than the server waits for a pause in typing, and then needs. */
const LONG_ENOUGH = 3000;

async function squiggles({ window, workspace, open, screenshot }) {
  workspace.write("teksti.md", TEXT);
  await open("teksti.md");
  await window.untilMarked(...WORDS);
  await screenshot("squiggles");
}

async function hover({ window, workspace, open, screenshot }) {
  workspace.write("teksti.md", TEXT);
  await open("teksti.md");
  await window.untilMarked(...WORDS);
  await window.untilHover("asiakaskokemusta", reasons(workspace, "fi").asiakaskokemus);
  await screenshot("hover");
}

async function quickFix({ window, workspace, open, screenshot }) {
  workspace.write("teksti.md", ONE);
  const expected = workspace.fixed("teksti.md", "--unsafe-fixes");
  assert.notEqual(expected, ONE);
  await open("teksti.md");
  await window.untilMarked("asiakaskokemusta");
  await window.showQuickFixes("asiakaskokemusta");
  await screenshot("quick-fixes");
  await window.takeQuickFix();
  await window.untilMarked();
  await window.save();
  assert.equal(workspace.read("teksti.md"), expected);
}

async function otherQuickFixes({ window, workspace, open, screenshot }) {
  workspace.write("teksti.md", `${ONE}\nAsiakaspolku kasvaa.\n`);
  workspace.write(".termilint.yaml", "baseline: known.json\n");
  workspace.termilint(["baseline", "write", "."]);
  workspace.write("teksti.md", `${ONE}\nAsiakaskeskeisyys 😀 kasvaa.\n`);
  await open("teksti.md");
  await window.untilMarked("Asiakaskeskeisyys");
  await window.showQuickFixes("Asiakaskeskeisyys");
  await window.takeQuickFix("Miksi?");
  await window.tab("Preview asiakaskeskeisyys.md").waitFor();
  await window.untilPreview("Miksi");
  await screenshot("explained");
  await window.tab("teksti.md").click();
  await window.showQuickFixes("Asiakaskeskeisyys");
  await window.takeQuickFix("lähtötasoon");
  await window.untilMarked();
}

async function fixAll({ window, workspace, open }) {
  writeOwnText(workspace, ".termilint.yaml");
  const expected = workspace.fixed("teksti.md");
  assert.notEqual(expected, OWN_TEXT);
  await open("teksti.md");
  await window.untilMarked(...OWN_WORDS);
  await window.command("termilint: Fix all");
  await window.untilMarked();
  await window.save();
  assert.equal(workspace.read("teksti.md"), expected);
}

async function whileWriting({ window, workspace, open }) {
  workspace.write("teksti.md", "# Otsikko 😀\n\nÄlä hätäile.\n");
  await open("teksti.md");
  await window.toEnd();
  await window.page.keyboard.type("Yöllä asiakaspolku kasvaa.");
  await window.untilMarked("asiakaspolku");
  await window.page.keyboard.press("Control+A");
  await window.page.keyboard.type("Nyt on hyvä.");
  await window.untilMarked();
}

async function untitled({ window, workspace, open }) {
  workspace.write("teksti.md", "# Otsikko\n");
  await open("teksti.md");
  await window.command("Create: New File");
  await window.page.locator(".quick-input-list .monaco-list-row", { hasText: "Text File" }).click();
  await window.tab("Untitled-1").waitFor();
  await window.page.keyboard.type("Ääni 😀 asiakaspolku kasvaa.");
  await window.untilMarked("asiakaspolku");
}

async function language({ window, workspace, open, screenshot }) {
  workspace.write("teksti.md", ONE);
  workspace.settings({ "termilint.language": "en" });
  await open("teksti.md");
  await window.untilMarked("asiakaskokemusta");
  for (const [setting, expected] of [
    ["en", "en"],
    ["fi", "fi"],
    ["en", "en"],
    ["auto", "fi"],
  ]) {
    workspace.settings({ "termilint.language": setting });
    const why = reasons(workspace, expected).asiakaskokemus;
    await window.untilHover("asiakaskokemusta", why);
    if (setting === "en") await screenshot("english");
  }
}

async function onSave({ window, workspace, open }) {
  workspace.settings({ "termilint.run": "onSave" });
  workspace.write("teksti.md", ONE);
  await open("teksti.md");
  await window.untilMarked("asiakaskokemusta");
  await window.toEnd();
  await window.page.keyboard.type("Asiakaspolku kasvaa.");
  await sleep(LONG_ENOUGH);
  await window.untilMarked("asiakaskokemusta");
  await window.save();
  await window.untilMarked("asiakaskokemusta", "Asiakaspolku");
}

async function configuration({ window, workspace, open }) {
  writeOwnText(workspace, "settings/own.yaml", "settings/");
  await open("teksti.md");
  workspace.settings({ "termilint.configuration": "settings/own.yaml" });
  await window.untilMarked(...OWN_WORDS);
  workspace.settings();
  await window.untilMarked();
}

async function missing({ window, workspace, open, screenshot }) {
  workspace.write("teksti.md", ONE);
  await open("teksti.md", { installed: false });
  await window.untilMessage("The program termilint was not found");
  await screenshot("missing");
  await window.answer("The program termilint was not found", "Copy the command");
  await window.untilMessage('pipx install "termilint[lsp]"');
  await window.command("termilint: How to install");
  await window.tab("Preview install.md").waitFor();
  await window.tab("teksti.md").click();
  workspace.install();
  await window.save();
  await window.untilMarked("asiakaskokemusta");
}

async function broken({ window, workspace, open, screenshot }) {
  workspace.write("teksti.md", ONE);
  workspace.script("old", 'echo "no such command lsp" >&2; exit 2');
  workspace.settings({ "termilint.path": "old" });
  await open("teksti.md");
  await window.untilMessage("did not start");
  assert.equal(await window.message("").count(), 1, "one message is enough");
  await window.answer("did not start", "Show output");
  await window.page.locator(".output-view, .part.panel").getByText("no such command lsp").waitFor();
  await screenshot("broken");
  workspace.settings({ "termilint.path": "nowhere" });
  await window.untilMessage("names no program that can be run");
  workspace.settings();
  await window.untilMarked("asiakaskokemusta");
}

async function crashing({ window, workspace, open }) {
  workspace.write("teksti.md", ONE);
  await open("teksti.md");
  await window.untilMarked("asiakaskokemusta");
  assert.ok(workspace.crash());
  await window.toEnd();
  await window.page.keyboard.type("Asiakaspolku kasvaa.");
  await window.untilMarked("asiakaskokemusta", "Asiakaspolku");
  await until("the server to be given up", async () => {
    workspace.crash();
    return (await window.message("termilint stopped several times").count()) > 0;
  });
  await window.untilMarked();
  await window.answer("termilint stopped several times", "Restart");
  await window.untilMarked("asiakaskokemusta", "Asiakaspolku");
}

async function restricted({ window, workspace, open, screenshot }) {
  workspace.write("teksti.md", ONE);
  workspace.script("evil", "touch ran");
  workspace.script(".venv/bin/termilint", "touch ran");
  workspace.settings({ "termilint.path": workspace.path("evil") });
  await open("teksti.md", { installed: false, trust: false });
  await window.untilMessage("In Restricted Mode nothing of the folder is run");
  await sleep(LONG_ENOUGH);
  assert.ok(!existsSync(workspace.path("ran")), "something of the workspace was run");
  await screenshot("restricted");
}

async function trusted({ window, workspace, open }) {
  workspace.write("teksti.md", ONE);
  await open("teksti.md", { trust: false });
  await window.answer("In Restricted Mode nothing of the folder is run", "Manage trust");
  await window.page.locator(".workspace-trust-editor").getByText("Trust", { exact: true }).click();
  await window.tab("teksti.md").click();
  await window.untilMarked("asiakaskokemusta");
}

/** Four places of a rule with one right answer, and the configuration that turns it on. */
function writeOwnText(workspace, configurationFile, folder = "") {
  workspace.write(`${folder}words.yaml`, OWN_RULES);
  workspace.write(configurationFile, "rule_files: [words.yaml]\n");
  workspace.write("teksti.md", OWN_TEXT);
}

/** The reasons of the findings in teksti.md by rule. */
function reasons(workspace, lang) {
  const report = workspace.termilint(["check", "--format", "json", "--lang", lang, "teksti.md"]);
  const { findings } = JSON.parse(report).files[0];
  return Object.fromEntries(findings.map(({ rule, why }) => [rule, why]));
}

export const TRIES = {
  "squiggles stand under their words": squiggles,
  "the hover tells the reason": hover,
  "a quick fix writes what `termilint fix` writes": quickFix,
  "other quick fixes explain the rule, and let the finding rest": otherQuickFixes,
  "all safe fixes at once write what `termilint fix` writes": fixAll,
  "findings come and go while one writes": whileWriting,
  "untitled texts are checked": untitled,
  "the language of the findings can be changed": language,
  "with onSave nothing is checked before": onSave,
  "a configuration file can be named": configuration,
  "a missing program is told, and found once it is there": missing,
  "a program that does not start is told": broken,
  "a server that crashes is started again, until it crashes too often": crashing,
  "Restricted Mode runs nothing of the workspace": restricted,
  "once the workspace is trusted its termilint is run": trusted,
};
