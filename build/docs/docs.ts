// `npm run docs`: builds the pages, checks them, and computes their examples.
import { renderAll, siteFaults, siteFolder, writeSite } from "./site";

const start = performance.now();
const pages = renderAll();
const faults = siteFaults(pages);
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exitCode = 1;
} else {
  await writeSite(pages);
  console.log(`${pages.length} pages in ${siteFolder}, ${((performance.now() - start) / 1000).toFixed(1)} s`);
}
