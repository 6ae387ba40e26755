import { describe, expect, test } from "@jest/globals";
import { heldOut } from "../corpus/heldOut";
import { heldOutLater } from "../corpus/heldOutLater";
import { heldOutFifth } from "../corpus/heldOutFifth";
import { heldOutFourth } from "../corpus/heldOutFourth";
import { heldOutSixth } from "../corpus/heldOutSixth";
import { heldOutThird } from "../corpus/heldOutThird";
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

// Scores before anything was tuned on them: of the first 29, 21 were mapped right and 1 was wrong at high confidence; of
// the next 20, 13 and 2; of the next 15, 12 and none; of the last 14, wide ones, 7 and 1.
// Of the third set, 85 tables of makers' exports, hand-kept sheets and tables to be left alone, 55 were right and 10 wrong
// at high confidence; after four expectations that had been written down wrong were put right, 58 and 9.
// Of the fourth, 58 tables most of whose headers were found written down, 41 and 3.
// Of the fifth, 52 tables made in the same way after the rules had been changed, 41 and none.
// Of the sixth, 47 tables, 39 and 2. Of the seventh, 33 tables, 28 and none.
describe.each([
  ["exports whose headers the dictionaries were not made from", heldOut()],
  ["exports written later", heldOutLater()],
  ["exports of makers, hand-kept sheets and tables to be left alone", heldOutThird()],
  ["exports of small programs and further hand-kept sheets", heldOutFourth()],
  ["exports and sheets of a fifth set", heldOutFifth()],
  ["exports and sheets of a sixth set", heldOutSixth()],
])("%s", (_, samples) => {
  const verdicts = samples.map(judge);

  test("at least 95% are mapped with no correction", () => {
    const wrong = faults(verdicts, "corrections");
    expect(wrong.length <= verdicts.length * 0.05 ? [] : wrong).toEqual([]);
  });

  test("none is mapped wrong at high confidence", () => {
    expect(faults(verdicts, "sureButWrong")).toEqual([]);
  });
});
