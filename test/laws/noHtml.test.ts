import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "@jest/globals";

/** What makes HTML, or an address that is a script, out of a text. */
const makesHtml =
  /innerHTML|outerHTML|insertAdjacentHTML|createContextualFragment|DOMParser|document\.write|dangerouslySet|setHTML|["'`]javascript:/;

test("nothing of a cell becomes HTML: pages make elements and put text into them", () => {
  const files = readdirSync("src", { recursive: true, encoding: "utf8" }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  expect(files.length).toBeGreaterThan(300);
  expect(files.filter((file) => makesHtml.test(readFileSync(join("src", file), "utf8")))).toEqual([]);
});
