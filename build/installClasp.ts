// Installs clasp, Google's client for Apps Script, in a folder of its own: it weighs more than most else together.
import { execFileSync } from "node:child_process";
import { buildIfChanged } from "./unchanged";

const folder = "build/push";

export const claspProgram = `${folder}/node_modules/@google/clasp/build/src/index.js`;

/** Installs clasp as its lock file says, unless that is what is installed already. */
export const installClasp = () =>
  buildIfChanged(`${folder}/node_modules/.installed-from`, [`${folder}/package-lock.json`], async () => {
    console.log(`Installing clasp in ${folder}, which takes half a minute`);
    const args = ["ci", "--prefix", folder, "--no-audit", "--no-fund", "--loglevel=error"];
    // npm is a script of the shell on Windows
    execFileSync("npm", args, { stdio: "inherit", shell: process.platform === "win32" });
  });
