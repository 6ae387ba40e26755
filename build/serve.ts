// Builds the add-on and the local workbook's page where they have changed, serves the page and opens it: `npm start`.
import { readdirSync } from "node:fs";
import { buildAddon, outFolder } from "./addon";
import { hasBrowser, openInBrowser } from "./browser";
import { buildPage, copyStatic, localFolder } from "./local";
import { serveFolder } from "./localServer";
import { buildIfChanged } from "./unchanged";

/** What is installed, and how things are built. */
const tools = [
  "package-lock.json",
  "package.json",
  ...readdirSync("build", { withFileTypes: true }).flatMap((one) =>
    one.isFile() ? `build/${one.name}` : [],
  ),
];
const addon = ["src", "appsscript.json", ...tools];
const page = [
  ...["core", "sheet", "functions", "formula", "workbook"].map((folder) => `src/${folder}`),
  ...tools,
];

/** Says what is being done, and when it is over how long it took. */
async function step(what: string, work: () => Promise<boolean>): Promise<void> {
  process.stdout.write(`${what} … `);
  const start = performance.now();
  const isDone = await work();
  console.log(isDone ? `${((performance.now() - start) / 1000).toFixed(1)} s` : "unchanged");
}

await step("Building the page, a spreadsheet for your browser", () =>
  buildIfChanged(`${localFolder}/.built-from`, page, buildPage),
);
await step("Building the add-on, as Google Sheets would load it", () =>
  buildIfChanged(`${outFolder}/.built-from`, addon, buildAddon),
);
copyStatic();
const { address } = await serveFolder(localFolder);
console.log(`The local workbook is at ${address}   (Ctrl+C ends it)`);
if (hasBrowser(process.env, process.stdout.isTTY, process.platform) && !process.argv.includes("--no-open")) {
  console.log("Opening it in your browser");
  await openInBrowser(address, () => console.log("No browser opened: open the address above by hand"));
}
