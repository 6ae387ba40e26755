import { readFileSync } from "node:fs";
import { expect, test } from "@jest/globals";
import { generatedFiles } from "../../build/generate";

test.each(generatedFiles())("$path is what `npm run generate` writes", ({ path, content }) => {
  expect(readFileSync(path, "utf8")).toBe(content);
});
