import { heldOutSets } from "../corpus/heldOutSets";
import type { Sample } from "../corpus/sample";
import { judge, type Verdict } from "../corpus/score";
import { sources } from "../corpus/sources";
import { samplesOf } from "../corpus/variants";

/** How many tables of each source the recogniser maps with no correction, and how many it maps wrong with confidence. */
export function corpusRows(): Record<string, { mapped: string; "sure but wrong": number }> {
  const bySource = sources.map((source, index): [string, Sample[]] => [
    source.source,
    samplesOf(source, index),
  ]);
  const all = bySource.flatMap(([, samples]) => samples);
  return Object.fromEntries(
    [
      ...bySource,
      ["All sources", all] as const,
      ["Held out", heldOutSets.flatMap(([, samples]) => samples())] as const,
    ].map(([source, samples]) => [source, score(samples.map(judge))]),
  );
}

const score = (verdicts: readonly Verdict[]) => ({
  mapped: `${verdicts.filter(({ corrections }) => corrections.length === 0).length} of ${verdicts.length}`,
  "sure but wrong": verdicts.filter(({ sureButWrong }) => sureButWrong.length > 0).length,
});
