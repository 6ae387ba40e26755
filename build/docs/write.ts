// Writes the documentation where what it is made from has changed, for `npm start`; `npm run docs` checks it as well.
import { readdirSync } from "node:fs";
import { buildIfChanged } from "../unchanged";
import { siteFolder } from "./folders";
import { renderAll, writeSite } from "./site";

const sources = [
  ...["core", "sheet", "functions", "native", "formula", "docs"].map((folder) => `src/${folder}`),
  "build/docs",
  "package.json",
  "package-lock.json",
  ...readdirSync("test/support").map((file) => `test/support/${file}`),
];

await buildIfChanged(`${siteFolder}/.built-from`, sources, () => writeSite(renderAll()));
