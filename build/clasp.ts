// Runs clasp: `npm run clasp -- login`.
import { spawnSync } from "node:child_process";
import { claspProgram, installClasp } from "./installClasp";

await installClasp();
const args = [claspProgram, ...process.argv.slice(2)];
process.exitCode = spawnSync(process.execPath, args, { stdio: "inherit" }).status ?? 1;
