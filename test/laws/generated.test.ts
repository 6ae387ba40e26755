import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { indexes } from "../../build/indexes";

test.each(indexes())("$path is what `npm run generate` writes", ({ path, content }) => {
  expect(readFileSync(path, "utf8")).toBe(content);
});
