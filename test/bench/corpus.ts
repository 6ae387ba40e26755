import { judge, type Verdict } from "../corpus/score";
import { corpusTables, sampleOf } from "../corpus/tables";
import { variantsOf } from "../corpus/variants";

/** How many tables of each source the recogniser maps with no correction, and how many it maps wrong with confidence. */
export function corpusRows(): Record<string, { mapped: string; "sure but wrong": number }> {
  const tables = corpusTables();
  const folders = new Set(tables.map(({ name }) => folderOf(name)));
  const variants = tables.filter(({ entry }) => entry.variants).flatMap(variantsOf);
  const rows = [...folders].map(
    (folder) => [folder, tables.filter(({ name }) => folderOf(name) === folder).map(sampleOf)] as const,
  );
  const all = [...rows, ["As people change them", variants] as const, ["All", tables.map(sampleOf)] as const];
  return Object.fromEntries(all.map(([source, samples]) => [source, score(samples.map(judge))]));
}

const folderOf = (name: string) => name.split("/")[0]!;

const score = (verdicts: readonly Verdict[]) => ({
  mapped: `${verdicts.filter(({ corrections }) => corrections.length === 0).length} of ${verdicts.length}`,
  "sure but wrong": verdicts.filter(({ sureButWrong }) => sureButWrong.length > 0).length,
});
