// Builds once, before all tests, what the tests of the bundle and of the local workbook load, and their browser.
import { execFileSync } from "node:child_process";
import { unpackChromium } from "./unpackChromium.cjs";

export default function setUp() {
  for (const script of ["build/addon.ts", "build/local.ts"]) {
    execFileSync(process.execPath, ["build/run.mjs", script], { stdio: "inherit" });
  }
  unpackChromium();
}
