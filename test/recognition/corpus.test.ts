import { describe, expect, test } from "@jest/globals";
import { heldOutSets } from "../corpus/heldOutSets";
import { judge, type Verdict } from "../corpus/score";
import { sources } from "../corpus/sources";
import { samplesOf } from "../corpus/variants";

const faults = (verdicts: readonly Verdict[], of: "corrections" | "sureButWrong") =>
  verdicts
    .filter((verdict) => verdict[of].length > 0)
    .map(({ sample, ...verdict }) => `${sample.source}, ${sample.variant}: ${verdict[of].join("; ")}`);

describe("exports of the documented headers, plain, shuffled, renamed, titled, dirty and as text", () => {
  const verdicts = sources.flatMap(samplesOf).map(judge);

  test("there are samples of every source in eight variants", () => {
    expect(verdicts).toHaveLength(sources.length * 8);
  });

  test("at least 95% are mapped with no correction", () => {
    const wrong = faults(verdicts, "corrections");
    expect(wrong.length <= verdicts.length * 0.05 ? [] : wrong).toEqual([]);
  });

  test("none is mapped wrong at high confidence", () => {
    expect(faults(verdicts, "sureButWrong")).toEqual([]);
  });
});

describe.each(heldOutSets)("%s", (_, samples) => {
  const verdicts = samples().map(judge);

  test("at least 95% are mapped with no correction", () => {
    const wrong = faults(verdicts, "corrections");
    expect(wrong.length <= verdicts.length * 0.05 ? [] : wrong).toEqual([]);
  });

  test("none is mapped wrong at high confidence", () => {
    expect(faults(verdicts, "sureButWrong")).toEqual([]);
  });
});
