// Makes what a stranger needs to install the add-on without Node, in build/release or another folder:
// a folder and the same as a .zip.
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import JSZip from "jszip";
import { buildAddon, functionsOnly } from "./addon";
import { siteFaults, renderAll, writeSite } from "./docs/site";
import { licenceOf } from "./licences";
import { functionList } from "./functionList";
import { version } from "./version";

const name = `clv-${version}`;

/** Writes the release into a folder; returns the files by their paths in it. */
export async function writeRelease(folder: string): Promise<string[]> {
  rmSync(folder, { recursive: true, force: true });
  const addon = join(folder, "add-on");
  const parts = await buildAddon(addon);
  // The script editor's name for it.
  renameSync(join(addon, "Code.js"), join(addon, "Code.gs"));
  const files = new Map<string, string | Buffer>();
  for (const file of readdirSync(addon).sort())
    files.set(`add-on/${file}`, readFileSync(join(addon, file), "utf8"));
  const manifest = JSON.parse(readFileSync("appsscript.json", "utf8")) as { oauthScopes: string[] };
  const oauthScopes = manifest.oauthScopes.filter((scope) => scope.endsWith("/spreadsheets.currentonly"));
  files.set("functions-only/Code.gs", functionsOnly(parts));
  files.set("functions-only/appsscript.json", `${JSON.stringify({ ...manifest, oauthScopes }, null, 2)}\n`);
  files.set("functions.json", `${JSON.stringify(functionList(version), null, 1)}\n`);
  files.set("LICENSE.txt", readFileSync("LICENSE", "utf8"));
  files.set("LICENCES-OF-OTHERS.txt", licences());
  files.set("INSTALL.html", readFileSync("build/install.html", "utf8").replaceAll("VERSION", version));
  for (const [path, content] of await docs(join(folder, "docs"))) files.set(`docs/${path}`, content);
  files.set("SHA256SUMS.txt", sums(files));
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  writeFileSync(`${folder}.zip`, await zipped(files));
  return Array.from(files.keys());
}

/** What others ask to go along with their work. */
const licences = () =>
  [
    "The sidebar (add-on/Sidebar.html) holds the work of others:",
    licenceOf("preact"),
    "So does the search of the documentation (docs/docs.js):",
    licenceOf("minisearch"),
    "",
  ].join("\n\n");

/** The same files give the same bytes, whenever and wherever they are packed. */
async function zipped(files: ReadonlyMap<string, string | Buffer>): Promise<Buffer> {
  const zip = new JSZip();
  const date = new Date(Date.UTC(1980, 0, 1));
  for (const [path, content] of files) zip.file(`${name}/${path}`, content, { date, createFolders: false });
  return zip.generateAsync({ type: "nodebuffer", compression: "DEFLATE", platform: "UNIX" });
}

/** The documentation, which opens by a double click on docs/index.html. */
async function docs(folder: string): Promise<[string, Buffer][]> {
  const pages = renderAll();
  const faults = siteFaults(pages);
  if (faults.length > 0) throw new Error(`The documentation has faults:\n${faults.join("\n")}`);
  await writeSite(pages, folder);
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => statSync(join(folder, path)).isFile())
    .sort()
    .map((path) => [path.replaceAll("\\", "/"), readFileSync(join(folder, path))]);
}

/** A line a file, as sha256sum reads them. */
const sums = (files: ReadonlyMap<string, string | Buffer>): string =>
  Array.from(
    files,
    ([path, content]) => `${createHash("sha256").update(content).digest("hex")}  ${path}\n`,
  ).join("");

if (basename(process.argv[1] ?? "") === "release.ts") {
  const folder = join(process.argv[2] ?? "build/release", name);
  for (const path of await writeRelease(folder)) console.log(join(folder, path));
  const zip = `${folder}.zip`;
  console.log(`${zip}\nSHA-256 ${createHash("sha256").update(readFileSync(zip)).digest("hex")}`);
}
