import type { SentCell } from "../../src/sheet/sentCell";
import type { TabSurvey } from "../../src/recognition/survey";

const sampledRows = { first: 30, few: 60, last: 5, ofRun: 3, most: 200 };

/** What the add-on would tell the sidebar of a tab with these cells. */
export function surveyOf(
  cells: readonly (readonly SentCell[])[],
  tab = "Sheet1",
  formats: readonly (readonly string[])[] = [],
): TabSurvey {
  const width = Math.max(0, ...cells.map((row) => row.length));
  const kinds = cells.map((row) => Array.from({ length: width }, (_, c) => kindOf(row[c] ?? "")).join(""));
  while (kinds.length > 0 && kinds.at(-1)!.trim() === "") kinds.pop();
  const runs: [number, string][] = [];
  const sampled = new Set<number>();
  let blank = -1;
  kinds.forEach((kind, index) => {
    if (kind.trim() === "") blank = index;
    const run = runs.at(-1);
    if (run?.[1] === kind) run[0]++;
    else runs.push([1, kind]);
    const isFew = kinds.length <= sampledRows.few;
    const isEdge = isFew || index < sampledRows.first || index >= kinds.length - sampledRows.last;
    const startsRun = runs.at(-1)![0] <= sampledRows.ofRun && sampled.size < sampledRows.most;
    const startsTable =
      blank >= 0 && index - blank <= sampledRows.ofRun && sampled.size < 2 * sampledRows.most;
    if ((isEdge || startsRun || startsTable) && kind.trim() !== "") sampled.add(index);
  });
  return {
    tab,
    today: "2026-11-26",
    runs,
    samples: [...sampled].map((index) => [
      index + 1,
      Array.from({ length: width }, (_, c) => cells[index]![c] ?? ""),
    ]),
    formats: Array.from({ length: width }, (_, c) => formats[c] ?? []),
  };
}

function kindOf(cell: SentCell): string {
  if (typeof cell === "number") return "n";
  if (typeof cell === "boolean") return "b";
  if (typeof cell === "object") return "d";
  if (cell.startsWith("#") && /^#(REF|N\/A|VALUE|DIV\/0|NAME|NUM|NULL|ERROR)[!?]?/.test(cell)) return "e";
  return cell.trim() === "" ? " " : "t";
}
