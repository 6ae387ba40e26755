// Runs a TypeScript file on Node 20: bundles it next to the installed packages, then imports it.
import { mkdirSync, rmSync } from "node:fs";
import { basename } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const [entry, ...args] = process.argv.slice(2);
const folder = fileURLToPath(new URL("../node_modules/.cache/clv", import.meta.url));
const outfile = `${folder}/${basename(entry, ".ts")}-${process.pid}.mjs`;
mkdirSync(folder, { recursive: true });
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20",
  packages: "external",
  sourcemap: "inline",
  // What is built as CommonJS, such as the tests' engine, may be required.
  banner: {
    js: 'import { createRequire as requireFrom } from "node:module"; const require = requireFrom(import.meta.url);',
  },
  logLevel: "warning",
});
process.argv = [process.argv[0], entry, ...args];
process.once("exit", () => rmSync(outfile, { force: true }));
export const loaded = await import(pathToFileURL(outfile).href);
