import type { Cell } from "../../sheet/cell";
import type { SentCell } from "../../sheet/sentCell";
import { dayFromIso } from "../../sheet/date";
import { answerFrom, besideFrom } from "../answers";
import { sentRows } from "../spreadsheet/cells";
import { sourceOf } from "../compute";
import { dataGrid } from "../../report/dataGrid";
import type { ComputedTable, DataTable } from "../../report/dataTable";
import { type Outcome, type TableValue, sourceWith, tableValue } from "../../report/evaluate";
import { dataTab } from "../../report/live";
import { layOut } from "../../report/layout";
import { type Report, basisOf, textIn } from "../../report/report";
import { blocksOf } from "../../report/sections";
import { reportParts } from "../../report/tables";
import type { ReportOutcome, ReportPlan, ReportRequest, ReportStep } from "../protocol";
import { checkRecipe } from "../recipes";
import { writeSetup } from "../dataTabs";
import { checkedKeys, settingCells } from "../setup";
import { isSomeoneElses } from "../spreadsheet/sheets";
import { isForeign } from "../spreadsheet/ownArea";
import { ownTab } from "../spreadsheet/sheets";
import { writeData } from "./data";
import { writePage } from "./writer";
import { today } from "../spreadsheet/today";
import { version } from "./version";
import { spreadsheetZone } from "../spreadsheet/zone";
import { reportTab, setupTab } from "../spreadsheet/ownTabs";

/** What is to be built; null where the table gives no value. */
export function planReport(request: ReportRequest): ReportPlan | null {
  const answer = answerFrom(request);
  if (!answer) return null;
  const basis = basisOf(answer, today());
  return {
    mode: request.mode,
    setup: answer.setup,
    basis,
    parts: reportParts(answer, besideFrom(request), basis.sign, basis.builtOn),
  };
}

const tablesOf = ({ parts }: ReportPlan): DataTable[] => parts.flatMap(({ tables }) => tables);

/** Computes the tables of one part; what fails says why and stands in no other's way. */
export function reportPart({ plan, part, done }: ReportStep): ComputedTable[] {
  checkedKeys(plan.setup);
  const known = new Map<string, Outcome>();
  const source = sourceWith(sourceOf(plan.setup), tablesOf(plan), known);
  const toCell = (cell: SentCell): Cell =>
    typeof cell === "object" ? source.zone.dateOf(dayFromIso(cell.date)!) : cell;
  for (const { key, header, rows, error } of done)
    known.set(
      key,
      error === undefined ? { cells: [header, ...rows].map((row) => row.map(toCell)) } : { error },
    );
  return plan.parts[part]!.tables.map((table) => {
    const { key } = table;
    try {
      const cells = tableValue(table, source);
      known.set(key, { cells });
      return sent(table, cells);
    } catch (failure) {
      const error = (failure as Error).message;
      known.set(key, { error });
      return { key, header: [], rows: [], count: 0, error };
    }
  });
}

function sent({ key, most }: DataTable, [header, ...rows]: TableValue): ComputedTable {
  const [titles, ...body] = sentRows([header!, ...rows.slice(0, most)], spreadsheetZone());
  return { key, header: titles!, rows: body, count: rows.length };
}

/** Writes the tabs of a report whose parts are computed. */
export function writeReport({ plan, done }: Omit<ReportStep, "part">): ReportOutcome {
  const { basis, mode, setup } = plan;
  const others = mode === "live" && isSomeoneElses(setupTab) ? setupTab : undefined;
  const foreign = [reportTab, dataTab].find(isForeign) ?? others;
  if (foreign !== undefined)
    return {
      isBuilt: false,
      message: `Nothing was built: the tab ${foreign} was not made by CLV. Rename it, then build the report again.`,
    };
  const [sheet, data] = [ownTab(reportTab), ownTab(dataTab)];
  const keys = checkedKeys(setup);
  if (mode === "live") writeSetup(setup);
  const [tables, computed] = [tablesOf(plan), new Map(done.map((table) => [table.key, table]))];
  const found = new Set<string>();
  const grid = dataGrid({
    tables,
    computed,
    mode,
    sign: basis.sign,
    period: basis.period,
    settingCell: settingCells(setup),
    check: (recipe) => checkRecipe(recipe, keys, found),
  });
  writeData(data, grid);
  const report: Report = { ...basis, mode, version, tables: computed };
  writePage(sheet, data, layOut(blocksOf(report), textIn(report)), {
    mode,
    computed,
    tables: new Map(tables.map((table) => [table.key, table])),
  });
  sheet.getRange(1, 1).activate();
  return { isBuilt: true, message: `Built on the tab ${reportTab}, with its figures on ${dataTab}` };
}

/** Builds a report in one go. */
export function buildReport(
  request: ReportRequest,
  progress: (part: string) => void = () => {},
): ReportOutcome {
  const plan = planReport(request);
  if (!plan) return { isBuilt: false, message: "Nothing was built: this table gives no value." };
  let done: readonly ComputedTable[] = [];
  plan.parts.forEach(({ title }, part) => {
    progress(title);
    done = [...done, ...reportPart({ plan, part, done })];
  });
  progress("Writing");
  return writeReport({ plan, done });
}
