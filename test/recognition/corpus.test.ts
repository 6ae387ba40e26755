import { expect, test } from "@jest/globals";
import { judge } from "../corpus/score";
import { corpusTables, knownFailures, sampleOf } from "../corpus/tables";
import { variantsOf } from "../corpus/variants";

const known = knownFailures();
const tables = corpusTables();
const variants = tables.filter(({ entry }) => entry.variants).flatMap(variantsOf);
const verdicts = [...tables.map(sampleOf), ...variants].map(judge);

test.each(["corrections", "sureButWrong"] as const)("none but the known failures has %s", (of) => {
  const faults = verdicts
    .filter((verdict) => verdict[of].length > 0 && !(verdict.sample.name in known[of]))
    .map((verdict) => `${verdict.sample.name}: ${verdict[of].join("; ")}`);
  expect(faults).toEqual([]);
});

test.each(["corrections", "sureButWrong"] as const)(
  "each known failure has %s: what is right is taken off",
  (of) => {
    const failing = verdicts.filter((verdict) => verdict[of].length > 0).map(({ sample }) => sample.name);
    expect(Object.keys(known[of]).filter((name) => !failing.includes(name))).toEqual([]);
  },
);
