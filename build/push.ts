// Pushes the built add-on into a script and leaves what else stands there as it is: `npm run push`.
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { outFolder } from "./addon";
import { addonIfChanged } from "./ifChanged";
import { claspProgram, installClasp } from "./installClasp";
import { type Files, laidOver } from "./laidOver";

/** What .clasp.json says. */
interface Settings {
  readonly scriptId?: string;
  readonly rootDir?: string;
}

/** Where clasp keeps the files of the script; it is emptied before each push. */
export const scriptFolder = "build/script";

/** All files of a folder by their paths in it. */
function filesIn(folder: string): Files {
  const paths = readdirSync(folder, { recursive: true, encoding: "utf8" });
  return new Map(
    paths
      .filter((path) => statSync(join(folder, path)).isFile())
      .map((path) => [path.split(sep).join("/"), readFileSync(join(folder, path), "utf8")]),
  );
}

const clasp = (...args: string[]): string =>
  execFileSync(process.execPath, [claspProgram, ...args], {
    encoding: "utf8",
    stdio: ["inherit", "pipe", "inherit"],
  });

/** Fetches what stands in the script, in the order in which the script runs it. */
function pull(): Files {
  rmSync(scriptFolder, { recursive: true, force: true });
  mkdirSync(scriptFolder, { recursive: true });
  const { pulledFiles } = JSON.parse(clasp("pull", "--json")) as { pulledFiles: string[] };
  const files = filesIn(scriptFolder);
  const names = pulledFiles.map((path) => relative(scriptFolder, path).split(sep).join("/"));
  return new Map(names.flatMap((name) => (files.has(name) ? [[name, files.get(name)!]] : [])));
}

function write(files: Files): void {
  rmSync(scriptFolder, { recursive: true });
  for (const [path, text] of files) {
    mkdirSync(dirname(join(scriptFolder, path)), { recursive: true });
    writeFileSync(join(scriptFolder, path), text);
  }
}

/** Makes clasp push files in this order, where it would sort them by name. */
function keepOrder(files: Files): void {
  const filePushOrder = Array.from(files.keys()).flatMap((path) =>
    path.endsWith(".js") ? `${scriptFolder}/${path}` : [],
  );
  const settings = JSON.parse(readFileSync(".clasp.json", "utf8")) as object;
  writeFileSync(".clasp.json", `${JSON.stringify({ ...settings, filePushOrder }, null, 2)}\n`);
}

/** Pulls, lays our files over what is there, and pushes all of it. */
export function pushInto(): void {
  const { scriptId, rootDir } = JSON.parse(readFileSync(".clasp.json", "utf8")) as Settings;
  if (scriptId === undefined) throw new Error("Which script? First create one, or clone yours: see README");
  // The folder is emptied, so it may be no other.
  if (rootDir !== scriptFolder)
    throw new Error(`rootDir in .clasp.json must be ${scriptFolder}, got ${rootDir}`);
  const { files, notes } = laidOver(pull(), filesIn(outFolder));
  write(files);
  keepOrder(files);
  console.log(clasp("push", "--force"));
  for (const note of notes) console.log(note);
}

if (process.argv[1]?.endsWith("push.ts")) {
  await installClasp();
  await addonIfChanged();
  try {
    pushInto();
  } catch (error) {
    console.error((error as Error).message);
    process.exitCode = 1;
  }
}
