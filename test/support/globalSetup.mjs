// Builds once, before all tests, what the tests of the bundle and of the local workbook load.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

export default function setUp() {
  for (const script of ["build/addon.ts", "build/local.ts"].filter((file) => existsSync(file))) {
    execFileSync(process.execPath, ["build/run.mjs", script], { stdio: "inherit" });
  }
}
