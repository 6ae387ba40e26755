import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { siteFolder } from "./folders";

const waiting = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta http-equiv="refresh" content="1">
<title>Documentation</title>
<p role="status" style="font:16px system-ui;margin:3rem">The documentation is being written, which takes some seconds…</p>
</html>
`;

/** Writes the documentation in a process of its own, so that nothing waits for it; its home page says so until then. */
export function writeDocsInBackground(): void {
  if (!existsSync(`${siteFolder}/index.html`)) {
    mkdirSync(siteFolder, { recursive: true });
    writeFileSync(`${siteFolder}/index.html`, waiting);
  }
  execFile(process.execPath, ["build/run.mjs", "build/docs/write.ts"], (error) => {
    if (error) console.error(`The documentation could not be written: ${error.message}`);
  });
}
