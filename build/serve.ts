// Builds the add-on and the local workbook's page where they have changed, serves the page and opens it: `npm start`.
import { hasBrowser, openInBrowser } from "./browser";
import { addonIfChanged, pageIfChanged } from "./ifChanged";
import { copyStatic, localFolder } from "./local";
import { serveFolder } from "./localServer";

/** Says what is being done, and when it is over how long it took. */
async function step(what: string, work: () => Promise<boolean>): Promise<void> {
  process.stdout.write(`${what} … `);
  const start = performance.now();
  const isDone = await work();
  console.log(isDone ? `${((performance.now() - start) / 1000).toFixed(1)} s` : "unchanged");
}

await step("Building the page, a spreadsheet for your browser", pageIfChanged);
await step("Building the add-on, as Google Sheets would load it", addonIfChanged);
copyStatic();
const { address } = await serveFolder(localFolder);
console.log(`The local workbook is at ${address}   (Ctrl+C ends it)`);
if (hasBrowser(process.env, process.stdout.isTTY, process.platform) && !process.argv.includes("--no-open")) {
  console.log("Opening it in your browser");
  await openInBrowser(address, () => console.log("No browser opened: open the address above by hand"));
}
