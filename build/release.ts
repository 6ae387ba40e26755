// Makes what a stranger needs to install the add-on without Node, in build/release or another folder:
// a folder and the same as a .zip.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import JSZip from "jszip";
import { sections } from "../src/functions";
import { buildAddon, functionsOnly, version } from "./addon";
import { siteFaults, renderAll, writeSite } from "./docs/site";
import { licenceOf } from "./licences";
import { signature } from "./catalogue";
import { argumentText } from "../src/sheet/argumentText";

const name = `clv-${version}`;

/** The functions with their arguments, results and examples, for programs that are to write formulas. */
const functionList = () => ({
  version,
  functions: sections.flatMap(({ title, functions }) =>
    functions.map((record) => ({
      name: record.name,
      section: title,
      signature: signature(record),
      summary: record.summary,
      details: record.details ?? "",
      notFor: record.notFor,
      arguments: record.args.map((argument) => ({
        name: argument.name,
        optional: argument.optional,
        text: argumentText(argument),
      })),
      result: record.result,
      example: record.example.formula,
      source: record.source,
    })),
  ),
});

/** Writes the release into a folder; returns the files by their paths in it. */
export async function writeRelease(folder: string): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  const addon = join(folder, "add-on");
  const parts = await buildAddon(addon);
  // The script editor's name for it.
  renameSync(join(addon, "Code.js"), join(addon, "Code.gs"));
  const files = new Map<string, string | Buffer>();
  for (const file of readdirSync(addon)) files.set(`add-on/${file}`, readFileSync(join(addon, file), "utf8"));
  const manifest = JSON.parse(readFileSync("appsscript.json", "utf8")) as { oauthScopes: string[] };
  const oauthScopes = manifest.oauthScopes.filter((scope) => scope.endsWith("/spreadsheets.currentonly"));
  files.set("functions-only/Code.gs", functionsOnly(parts));
  files.set("functions-only/appsscript.json", `${JSON.stringify({ ...manifest, oauthScopes }, null, 2)}\n`);
  files.set("functions.json", `${JSON.stringify(functionList(), null, 1)}\n`);
  files.set("LICENSE.txt", readFileSync("LICENSE", "utf8"));
  files.set("LICENCES-OF-OTHERS.txt", `The sidebar holds the work of others:\n\n${licenceOf("preact")}\n`);
  files.set("INSTALL.html", readFileSync("build/install.html", "utf8").replaceAll("VERSION", version));
  for (const [path, content] of await docs(join(folder, "docs"))) files.set(`docs/${path}`, content);
  files.set("SHA256SUMS.txt", sums(files));
  for (const [path, text] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const zip = new JSZip();
  files.forEach((text, path) => zip.file(`${name}/${path}`, text, { date: new Date(0) }));
  writeFileSync(`${folder}.zip`, await zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE" }));
  return Array.from(files.keys());
}

/** The documentation, which opens by a double click on docs/index.html. */
async function docs(folder: string): Promise<[string, Buffer][]> {
  const pages = renderAll();
  const faults = siteFaults(pages);
  if (faults.length > 0) throw new Error(`The documentation has faults:\n${faults.join("\n")}`);
  await writeSite(pages, folder);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((file) => [relative(folder, file).replaceAll("\\", "/"), readFileSync(file)]);
}

/** A line a file, as sha256sum reads them. */
const sums = (files: ReadonlyMap<string, string | Buffer>): string =>
  Array.from(files, ([path, text]) => `${createHash("sha256").update(text).digest("hex")}  ${path}\n`).join(
    "",
  );

if (basename(process.argv[1] ?? "") === "release.ts") {
  const folder = join(process.argv[2] ?? "build/release", name);
  for (const path of await writeRelease(folder)) console.log(join(folder, path));
  console.log(`${folder}.zip`);
}
