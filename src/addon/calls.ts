import { callsSaid, prioritiesOf } from "../answers/calls";
import type { Sentence } from "../answers/sentence";
import { times } from "../core/math/times";
import { refusal } from "../core/refusal";
import { titlesOf, unitOfColumn } from "../recipe/columns";
import { formulaText } from "../recipe/text";
import { recipeValue } from "../recipe/value";
import { gridOf } from "../recipe/operations/values";
import { formatOfUnit } from "../report/formats";
import { columnLetters } from "../sheet/a1";
import type { Unit } from "../sheet/unit";
import { computeAll, sourceOf } from "./compute";
import { writeSetup } from "./dataTabs";
import { formatResult, freeName, headerHeight, insertedAt, setFormula, wholly } from "./insert";
import type { CallsInsertion, CallsRequest, Insertion } from "./protocol";
import { checkRecipe } from "./recipes";
import { checkedKeys, frameInput, settingCells } from "./setup";
import { writeCells } from "./spreadsheet/inputs";
import { addTab, makeRoom } from "./spreadsheet/sheets";
import { quiet, writeHead } from "./spreadsheet/tabHead";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Of a request that is the sidebar's. */
function checked({ setup, candidates, offer }: CallsRequest) {
  checkRecipe(candidates.recipe, checkedKeys(setup));
  const { successRate, cost, budget } = offer;
  if (![successRate, cost, budget].every((one) => typeof one === "number" && one >= 0))
    throw refusal("offer must be a success rate, a cost and a budget, each 0 or more");
}

/** How many to call within a budget, what it costs and brings. */
export function planCalls(request: CallsRequest): Sentence {
  checked(request);
  const { setup, candidates, offer } = request;
  const [figure] = computeAll({ setup, recipes: [prioritiesOf(candidates.recipe, offer)] });
  if (figure!.error !== undefined) throw refusal(figure!.error);
  return callsSaid(figure!);
}

/** Rows of the tab: what a person may change, what it rests on, and the table; the customers stand next to it. */
const rows = { inputs: 4, about: 8, table: 13 } as const;
const name = "CLV_PRIORITIES";
const titles = titlesOf(name);
const units: readonly Unit[] = titles.map((title) => unitOfColumn({ apply: name, to: [] }, title) as Unit);
const candidateTitles = ["Customer", "Value if it stays", "Chance of leaving"] as const;
const candidateUnits: readonly Unit[] = ["text", "money", "share"];
/** One blank column between the two. */
const beside = titles.length + 2;
const widths = [300, 110] as const;
/** Room for customers to come. */
const spare = 100;

/** Puts whom to call on a tab of its own: the offer, and live tables of the customers and of what calling them brings. */
export const insertCalls = (request: CallsInsertion): Insertion =>
  wholly((begun) => {
    checked(request);
    const { setup, candidates, offer, moneyFormat } = request;
    const { recipe } = candidates;
    const formula = formulaText(recipe, settingCells(setup));
    const known = gridOf(recipeValue(recipe, sourceOf(setup)));
    const made = writeSetup(setup, [formula]);
    const sheet = (begun.tab = addTab(freeName("CLV Whom to call")));
    makeRoom(sheet, rows.table + known.length + spare, beside + 2);
    writeIntroduction(sheet, candidates.about);
    writeOffer(sheet, offer, moneyFormat);
    const corner = sheet.getRange(rows.table + 1, beside);
    writeCells(sheet.getRange(rows.table, beside, 1, 3), [candidateTitles]);
    setFormula(corner, formula);
    format(corner.offset(-1, 0), candidateTitles, candidateUnits, known.length, moneyFormat);
    const column = (at: number) => {
      const letter = columnLetters(beside + at);
      return `$${letter}$${rows.table + 1}:$${letter}`;
    };
    const cell = (at: number) => `$B$${rows.inputs + at}`;
    const table = sheet.getRange(rows.table, 1);
    setFormula(
      table,
      `=${name}(${[0, 1, 2].map(column).join(", ")}, ${cell(0)}, ${cell(1)}, , , ${cell(2)})`,
    );
    format(table, titles, units, known.length, moneyFormat);
    sheet.setRowHeightsForced(rows.table, 1, headerHeight);
    return insertedAt(table, true, made);
  });

/** Formats a table as it will be, since its cells may come only when all is written. */
const format = (
  corner: GoogleAppsScript.Spreadsheet.Range,
  header: readonly string[],
  ofColumns: readonly Unit[],
  count: number,
  money: string,
) => formatResult(corner, { cells: [header], hasHeader: true, units: times(count, () => ofColumns) }, money);

function writeIntroduction(sheet: Sheet, about: readonly string[]): void {
  writeHead(
    sheet,
    "Whom to call",
    "Change a cell with a blue frame and the table below follows. The success rate applies to those who would leave; without a budget there is no limit.",
  );
  sheet.getRange(2, 1).setFontColor(quiet);
  writeCells(
    sheet.getRange(rows.about, 1, about.length),
    about.map((line) => [line]),
  ).setFontColor(quiet);
  sheet.setColumnWidth(1, widths[0]);
  sheet.setColumnWidths(2, beside + 1, widths[1]);
  sheet.setColumnWidth(beside, widths[0]);
}

function writeOffer(sheet: Sheet, { successRate, cost, budget }: CallsRequest["offer"], money: string): void {
  writeCells(sheet.getRange(rows.inputs, 1, 3, 2), [
    ["Success rate of an offer", successRate],
    ["Cost of an offer", cost],
    ["Budget", budget],
  ]);
  const [share, amount] = [formatOfUnit("share", money), formatOfUnit("money", money)];
  frameInput(sheet.getRange(rows.inputs, 2, 3).setNumberFormats([[share], [amount], [amount]]));
}
