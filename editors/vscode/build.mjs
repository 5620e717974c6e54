// Bundles the extension into one file; with --tests, each test file instead.
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { build } from "esbuild";

const PACKAGE = /^node_modules\/((?:@[^/]+\/)?[^/]+)\//;
const common = { bundle: true, platform: "node", target: "node20", logLevel: "warning" };

if (process.argv.includes("--tests")) await buildTests();
else await buildExtension(process.argv.includes("--production"));

async function buildTests() {
  const entryPoints = readdirSync("test").map((name) => `test/${name}`);
  await build({ ...common, entryPoints, outdir: "out/tests", sourcemap: true });
}

async function buildExtension(isProduction) {
  const { metafile } = await build({
    ...common,
    entryPoints: ["src/extension.ts"],
    outfile: "out/extension.js",
    // The editor gives this module; it cannot be installed.
    external: ["vscode"],
    minify: isProduction,
    sourcemap: !isProduction,
    metafile: true,
  });
  if (!isProduction) return;
  // The package must bear the licence, which the repository has once, at its root.
  copyFileSync("../../LICENSE", "LICENSE");
  writeFileSync("out/third-party-licenses.txt", notices(Object.keys(metafile.inputs)));
}

/** The licences of the packages that the bundle contains, as they ask for it. */
function notices(inputs) {
  const names = new Set(inputs.map((input) => PACKAGE.exec(input)?.[1]).filter(Boolean));
  return [...names].sort().map(notice).join("\n\n");
}

function notice(name) {
  const folder = `node_modules/${name}`;
  const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (file === undefined) throw new Error(`${name} has no licence file`);
  return `${name} ${version} (${license})\n\n${readFileSync(`${folder}/${file}`, "utf8").trim()}\n`;
}
