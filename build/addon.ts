// Builds what clasp pushes: Code.js, Sidebar.html, Catalogue.html and appsscript.json in build/out.
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { build } from "esbuild";
import { functions, sections } from "../src/functions";
import { withoutDocumentation } from "./documentation";
import { ownFields } from "./ownFields";
import { stub } from "./signature";
import { catalogue } from "./catalogue";
import { buildSidebar } from "./sidebar";

export const outFolder = "build/out";

/** Functions that the menu and the sidebar call, and their parameters. */
const entryPoints = {
  onOpen: "",
  onInstall: "",
  useInThisSpreadsheet: "",
  showSidebar: "",
  answer: "name, json",
};

export async function buildAddon(): Promise<void> {
  mkdirSync(outFolder, { recursive: true });
  writeFileSync(`${outFolder}/Code.js`, await bundleCode());
  writeFileSync(`${outFolder}/Sidebar.html`, await buildSidebar());
  writeFileSync(
    `${outFolder}/Catalogue.html`,
    JSON.stringify(catalogue(sections)).replaceAll("<", "\\u003c"),
  );
  copyFileSync("appsscript.json", `${outFolder}/appsscript.json`);
}

/**
 * One script: the code in a function of its own, then a top-level function for each name that a cell, the menu or the
 * sidebar may call. Warnings fail the build, since a lowering that esbuild only warns of breaks Apps Script's parser.
 */
async function bundleCode(): Promise<string> {
  const { outputFiles, warnings } = await build({
    entryPoints: ["src/addon/main.ts"],
    bundle: true,
    write: false,
    format: "esm",
    target: "es2019",
    charset: "utf8",
    minify: true,
    mangleProps: ownFields(),
    inject: ["build/math.js"],
    legalComments: "none",
    logLevel: "warning",
    plugins: [withoutDocumentation],
  });
  if (warnings.length > 0) throw new Error(`esbuild warns of ${warnings.length} things in Code.js`);
  const calls = Object.entries(entryPoints).map(
    ([name, parameters]) => `function ${name}(${parameters}) { return clv_.${name}(${parameters}); }`,
  );
  return [asScript(outputFiles[0]!.text), ...functions.map(stub), ...calls, ""].join("\n");
}

/** A module as a script that keeps what it exports in `clv_`: the form that esbuild has for it is 600 bytes longer. */
function asScript(module: string): string {
  const [, code, names] = /^([^]*)export\{([^}]*)\};\s*$/.exec(module)!;
  const exported = names!.replace(/([\w$]+) as (\w+)/g, "$2:$1");
  return `"use strict";\nvar clv_=(()=>{${code}return{${exported}}})();`;
}

if (process.argv[1]?.endsWith("addon.ts")) await buildAddon();
