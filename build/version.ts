import { readFileSync } from "node:fs";

export const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };

/** How each script of ours begins, so that what stands in somebody's editor can be told. */
export const title = `// CLV for Google Sheets ${version}`;

/** Tells a script of ours, of any version. */
export const titleLine = /^\/\/ CLV for Google Sheets \d/;
