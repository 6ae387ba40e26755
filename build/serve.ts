// Builds the add-on and the local workbook's page where they have changed, for build/start.mjs to serve.
import type { RequestListener } from "node:http";
import { hasBrowser, openInBrowser } from "./browser";
import { siteFolder } from "./docs/folders";
import { writeDocsInBackground } from "./docs/inBackground";
import { addonIfChanged, pageIfChanged } from "./ifChanged";
import { copyStatic, localFolder } from "./local";
import { filesOf } from "./localServer";

/** Says what is being done, and when it is over after how long. */
async function step(what: string, isDone: Promise<boolean>, start: number): Promise<void> {
  process.stdout.write(`${what} … `);
  console.log((await isDone) ? `${((performance.now() - start) / 1000).toFixed(1)} s` : "unchanged");
}

/** Opens the page, which waits until all is built; returns what answers from then on. */
export async function prepare(address: string): Promise<RequestListener> {
  if (hasBrowser(process.env, process.stdout.isTTY, process.platform) && !process.argv.includes("--no-open"))
    void openInBrowser(address, () => console.log("No browser opened: open the address above by hand"));
  const start = performance.now();
  const [page, addon] = [pageIfChanged(), addonIfChanged()];
  await step("Building the page, a spreadsheet for your browser", page, start);
  await step("Building the add-on, as Google Sheets would load it", addon, start);
  copyStatic();
  console.log("Ready");
  writeDocsInBackground();
  return filesOf({ "/": localFolder, "/docs/": siteFolder });
}
