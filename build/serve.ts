// Builds the add-on and the local workbook and serves the latter: what `npm start` runs.
import { buildAddon } from "./addon";
import { buildLocal, localFolder } from "./local";
import { serveFolder } from "./localServer";

await buildAddon();
await buildLocal();
const { address } = await serveFolder(localFolder);
console.log(`The local workbook is at ${address}   (Ctrl+C ends it)`);
