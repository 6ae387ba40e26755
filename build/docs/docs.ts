// `npm run docs`: builds the documentation, and fails where a link is dead or an example gives something else.
import { addonIfChanged } from "../ifChanged";
import { buildEngine } from "../local";
import { wrongExamples } from "./examples";
import { siteFolder } from "./folders";
import { renderAll, siteFaults, writeSite } from "./site";

const start = performance.now();
const pages = renderAll();
await Promise.all([addonIfChanged(), buildEngine()]);
const faults = [...siteFaults(pages), ...wrongExamples(pages)];
if (faults.length > 0) {
  console.error(faults.join("\n"));
  process.exitCode = 1;
} else {
  await writeSite(pages);
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${pages.length} pages in ${siteFolder}, ${seconds} s: open ${siteFolder}/index.html`);
}
