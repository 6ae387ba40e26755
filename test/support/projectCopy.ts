import { mkdirSync, readdirSync, symlinkSync } from "node:fs";
import { join, resolve } from "node:path";

/** What commands write in build. */
const made = ["out", "local", "release", "script", "site"];

/** Makes a folder look like the project with nothing built, so that commands run in it touch nothing else. */
export function copyProject(folder: string): void {
  for (const path of ["src", "node_modules", "package.json", "package-lock.json", "appsscript.json"])
    symlinkSync(resolve(path), join(folder, path));
  mkdirSync(join(folder, "build"));
  for (const name of readdirSync("build").filter((one) => !made.includes(one)))
    symlinkSync(resolve("build", name), join(folder, "build", name));
}
