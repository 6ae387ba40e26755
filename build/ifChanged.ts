// Builds the add-on and the local workbook's page where what they are made from has changed.
import { readdirSync } from "node:fs";
import { buildAddon, outFolder } from "./addon";
import { buildPage, localFolder } from "./local";
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

export const pageIfChanged = () => buildIfChanged(`${localFolder}/.built-from`, page, buildPage);
export const addonIfChanged = () => buildIfChanged(`${outFolder}/.built-from`, addon, buildAddon);
