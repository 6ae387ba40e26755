import type { Answer } from "../../answers/answer";
import type { Value } from "../../recipe/operations/values";
import type { Cell } from "../../sheet/cell";
import type { SentCell } from "../../sheet/sentCell";
import { dayFromIso } from "../../sheet/date";
import { answerFrom } from "../answers";
import { sentRows } from "../spreadsheet/cells";
import { sourceOf } from "../compute";
import { currencySign } from "../../report/formats";
import { dataGrid } from "../../report/dataGrid";
import type { ComputedTable, DataTable } from "../../report/dataTable";
import { asStep, stepsIn, tableValue } from "../../report/evaluate";
import { dataTab } from "../../report/live";
import { layOut } from "../../report/layout";
import { type Report, textIn } from "../../report/report";
import { wordsOf } from "../../report/page";
import { blocksOf } from "../../report/sections";
import { reportParts } from "../../report/tables";
import type { ReportOutcome, ReportPlan, ReportRequest, ReportStep } from "../protocol";
import { checkRecipe } from "../recipes";
import { writeSetup } from "../dataTabs";
import { checkedKeys, settingCells } from "../setup";
import { isSomeoneElses } from "../spreadsheet/sheets";
import { isForeign, ownTab } from "../spreadsheet/ownArea";
import { writeData } from "./data";
import { writePage } from "./writer";
import { today } from "../spreadsheet/today";
import { version } from "./version";
import { spreadsheetZone } from "../spreadsheet/zone";
import { reportTab, setupTab } from "../spreadsheet/ownTabs";

const signOf = ({ assumed }: Answer) => currencySign(wordsOf(assumed["currency"] ?? ""));

/** The parts to build; null where the table gives no value. */
export function planReport(request: ReportRequest): ReportPlan | null {
  const basis = answerFrom(request);
  if (!basis) return null;
  return {
    mode: request.mode,
    basis,
    parts: reportParts(basis, signOf(basis), today()).map(({ title }) => title),
  };
}

/** Computes the tables of one part; what fails says why and stands in no other's way. */
export function reportPart({ plan, part, done }: ReportStep): ComputedTable[] {
  const answer = plan.basis;
  checkedKeys(answer.setup);
  const source = sourceOf(answer.setup);
  const parts = reportParts(answer, signOf(answer), today());
  const known = new Map<string, Value>();
  const failures = new Map<string, string>();
  const toCell = (cell: SentCell): Cell =>
    typeof cell === "object" ? source.zone.dateOf(dayFromIso(cell.date)!) : cell;
  const tables = new Map(parts.flatMap((one) => one.tables.map((table) => [table.key, table] as const)));
  for (const { key, header, rows, error } of done) {
    if (error !== undefined) failures.set(key, error);
    else
      known.set(
        key,
        asStep({ header: header.map(toCell), rows: rows.map((row) => row.map(toCell)) }, tables.get(key)!),
      );
  }
  return parts[part]!.tables.map((table) => {
    const { key } = table;
    const needed = [...(table.steps ?? []).map(([, term]) => term), ...table.cells.flat()].flatMap(stepsIn);
    try {
      const failed = needed.find((step) => failures.has(step));
      if (failed !== undefined) throw new Error(failures.get(failed));
      const value = tableValue(table, source, known);
      known.set(key, asStep(value, table));
      return sent(table, value.header, value.rows);
    } catch (error) {
      failures.set(key, (error as Error).message);
      return { key, header: [], rows: [], count: 0, error: (error as Error).message };
    }
  });
}

function sent(
  { key, most }: DataTable,
  header: readonly Cell[],
  rows: readonly (readonly Cell[])[],
): ComputedTable {
  const [titles, ...body] = sentRows([header, ...rows.slice(0, most)], spreadsheetZone());
  return { key, header: titles!, rows: body, count: rows.length };
}

/** Writes the tabs of a report whose parts are computed. */
export function writeReport({ plan, done }: Omit<ReportStep, "part">): ReportOutcome {
  const { basis: answer, mode } = plan;
  const others = mode === "live" && isSomeoneElses(setupTab) ? setupTab : undefined;
  const foreign = [reportTab, dataTab].find(isForeign) ?? others;
  if (foreign !== undefined)
    return {
      isBuilt: false,
      message: `Nothing was built: the tab ${foreign} was not made by CLV. Rename it, then build the report again.`,
    };
  const [sheet, data] = [ownTab(reportTab), ownTab(dataTab)];
  const keys = checkedKeys(answer.setup);
  if (mode === "live") writeSetup(answer.setup);
  const computed = new Map(done.map((table) => [table.key, table]));
  const [sign, builtOn] = [signOf(answer), today()];
  const found = new Set<string>();
  const grid = dataGrid({
    tables: reportParts(answer, sign, builtOn).flatMap(({ tables }) => tables),
    computed,
    mode,
    sign,
    period: answer.period,
    settingCell: settingCells(answer.setup),
    check: (recipe) => checkRecipe(recipe, keys, found),
  });
  writeData(data, grid);
  const report: Report = { answer, mode, builtOn, version, sign, tables: computed };
  writePage(sheet, data, layOut(blocksOf(report), textIn(report)), { mode, computed, places: grid.places });
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
  plan.parts.forEach((title, part) => {
    progress(title);
    done = [...done, ...reportPart({ plan, part, done })];
  });
  progress("Writing");
  return writeReport({ plan, done });
}
