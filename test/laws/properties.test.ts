// A short run of what `npm run fuzz` tries at length.
import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { laws } from "../fuzz/laws";
import { tallyOf } from "../fuzz/outcome";

describe.each(laws)("$title", ({ names, property, cases, givesResults }) => {
  test.each(names)("%s", (name) => {
    const before = tallyOf(name).results;
    const run = fc.check(property(name), { numRuns: cases(name) });
    const thrown = run.errorInstance instanceof Error ? run.errorInstance.message : "";
    expect(run.failed ? `${thrown}\n${fc.defaultReportMessage(run)}` : "").toBe("");
    expect(tallyOf(name).results - before).toBeGreaterThanOrEqual(givesResults ? 1 : 0);
  });
});
