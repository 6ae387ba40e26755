import { execFile } from "node:child_process";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { siteFolder } from "./folders";

const pageSaying = (text: string, more = "") => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">${more}
<title>Documentation</title>
<p role="status" style="font:16px system-ui;margin:3rem">${text}</p>
</html>
`;

const home = `${siteFolder}/index.html`;

/** Writes the documentation in a process of its own, so that nothing waits for it; its home page says so until then. */
export function writeDocsInBackground(): void {
  const isThere = existsSync(home);
  const say = (text: string, more?: string) => {
    mkdirSync(siteFolder, { recursive: true });
    writeFileSync(home, pageSaying(text, more));
  };
  const again = '\n<meta http-equiv="refresh" content="1">';
  if (!isThere) say("The documentation is being written, which takes some seconds…", again);
  execFile(process.execPath, ["build/run.mjs", "build/docs/write.ts"], (error) => {
    if (!error) return;
    console.error(`The documentation could not be written: ${error.message}`);
    if (!isThere) say("The documentation could not be written: the terminal says why.");
  });
}
