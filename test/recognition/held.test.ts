import { test } from "@jest/globals";
import { heldOut } from "../corpus/heldOut";
import { judge } from "../corpus/score";
import { sources } from "../corpus/sources";
import { samplesOf } from "../corpus/variants";
test.each([["held", heldOut()], ["corpus", sources.flatMap(samplesOf)]])("%s", (_, samples) => {
  const v = samples.map(judge);
  const list = v.filter((x) => x.corrections.length + x.sureButWrong.length > 0).map((x) => `${x.sample.source} (${x.sample.variant}): ${x.corrections.join("; ")}  SURE: ${x.sureButWrong.join("; ")}`);
  console.log(`${v.filter((x) => x.corrections.length === 0).length} of ${v.length}; sure but wrong ${v.filter((x) => x.sureButWrong.length > 0).length}\n` + list.join("\n"));
});
