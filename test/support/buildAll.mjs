// Builds once, before all tests, what the tests of the bundle and of the local workbook load.
import { execFileSync } from "node:child_process";

/** Two projects may ask for it in one run. */
let isBuilt = false;

export default function buildAll() {
  if (isBuilt) return;
  for (const script of ["build/addon.ts", "build/local.ts"]) {
    execFileSync(process.execPath, ["build/run.mjs", script], { stdio: ["ignore", "ignore", "inherit"] });
  }
  isBuilt = true;
}
