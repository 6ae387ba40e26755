import { columnsIn, recordOf } from "../recipe/columns";
import type { Term } from "../recipe/term";
import { formulaText } from "../recipe/text";
import { times } from "../core/math/times";
import { refusal } from "../core/refusal";
import { chartOf } from "../pictures/chart";
import { changeOf, formatOfUnit } from "../report/formats";
import { termValue } from "../recipe/value";
import { columnLetters } from "../sheet/a1";
import type { Cell } from "../sheet/cell";
import type { Unit } from "../sheet/unit";
import { sourceOf } from "./compute";
import { writeSetup } from "./dataTabs";
import { formatResult, freeName, headerHeight, insertedAt, setFormula, wholly } from "./insert";
import type { Insertion, WhatIfRequest } from "./protocol";
import { checkRecipe } from "./recipes";
import { checkedKeys, frameInput, settingCells } from "./setup";
import { writeCells } from "./spreadsheet/inputs";
import { placeChart } from "./picture";
import { addTab, makeRoom } from "./spreadsheet/sheets";
import { quiet, writeHead } from "./spreadsheet/tabHead";
import { spreadsheetZone } from "./spreadsheet/zone";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

type Row = readonly [label: string, unit: Unit, formula: string | false];

/** Rows of the tab: the drivers, the changes to try with room for more, what follows, and what it takes to reach a value. */
const rows = { drivers: 4, changes: 11, mostScenarios: 8, results: 22, target: 34 } as const;
const widths = [270, 110] as const;
/** Beside the drivers and the changes. */
const chartSize = { row: 3, right: 20, width: 400, height: 360 } as const;

/** Columns of CLV_SCENARIOS that say something of a horizon, in which there is no churn. */
const ofHorizon = [
  "Scenario",
  "Average revenue",
  "Upsell revenue",
  "Gross margin",
  "CAC",
  "CLV",
  "Net of CAC",
  "Change",
  "Change %",
  "CLV:CAC",
] as const;

/** Puts what a person has tried on a tab of its own: today's drivers, the changes, and live tables of what they lead to. */
export const insertWhatIf = (request: WhatIfRequest): Insertion =>
  wholly((begun) => {
    const { setup, kind, terms, heads, scenarios, target, moneyFormat } = request;
    const keys = checkedKeys(setup);
    terms.forEach((result) => checkRecipe({ steps: [], result }, keys));
    if (scenarios.length > rows.mostScenarios)
      throw refusal(`scenarios must be at most ${rows.mostScenarios}, got ${scenarios.length}`);
    const cellOf = settingCells(setup);
    const text = (result: Term) => formulaText({ steps: [], result }, cellOf);
    const [first, second] = terms.map(text) as [string, string];
    const made = writeSetup(setup, [first, second]);
    const sheet = (begun.tab = addTab(freeName("CLV What if")));
    makeRoom(sheet, rows.target + 10, 14);
    writeHead(
      sheet,
      "What if",
      "Change a cell with a blue frame and the table below follows: 10% means 1.1 times as much, −10% means 0.9 times.",
    );
    sheet.getRange(2, 1).setFontColor(quiet);
    sheet.setColumnWidth(1, widths[0]);
    sheet.setColumnWidths(2, 13, widths[1]);
    const cell = (row: number) => `$B$${rows.drivers + row}`;
    const own: readonly Row[] =
      kind === "lifetime"
        ? [
            ["Revenue per customer", "money", first],
            ["Churn rate", "share", second],
          ]
        : [
            ["Value within the horizon, before margin", "money", first],
            ["First order", "money", second],
            ["Later orders (upsell revenue)", "money", `=${cell(1)}-${cell(2)}`],
          ];
    const drivers: readonly Row[] = [
      ...own,
      ["Gross margin", "share", request.hasMargin && text({ setting: "gross_margin" })],
      ["Acquisition cost (CAC)", "money", request.hasCac && text({ setting: "cac" })],
    ];
    writeDrivers(sheet, drivers, moneyFormat);
    writeChanges(sheet, heads, scenarios);
    const money = { margin: cell(drivers.length - 1), cac: cell(drivers.length) };
    const tried = `$A$${rows.changes}:$${columnLetters(heads.length + 1)}$${rows.changes + rows.mostScenarios}`;
    const source = sourceOf(setup);
    const valueOf = (term: Term) => termValue(term, source) as Cell;
    const [one, two] = terms.map(valueOf) as [number, number];
    const known = new Map<string, Cell>([
      [cell(1), one],
      [cell(2), two],
      ...(kind === "lifetime" ? [] : [[cell(3), one - two] as const]),
      [money.margin, request.hasMargin ? valueOf({ setting: "gross_margin" }) : ""],
      [money.cac, request.hasCac ? valueOf({ setting: "cac" }) : ""],
    ]);
    if (kind === "lifetime") {
      const today = [cell(1), cell(2), money.margin, money.cac];
      writeTable(sheet, rows.results, ["CLV_SCENARIOS", ...today, tried], known, moneyFormat);
      if (target !== null) writeTarget(sheet, target, today, known, moneyFormat);
    } else {
      const args = [cell(2), "1", money.margin, money.cac, tried, cell(3)];
      writeTable(sheet, rows.results, ["CLV_SCENARIOS", ...args], known, moneyFormat, ofHorizon);
    }
    drawScenarios(sheet, heads.length + 2, kind === "lifetime" ? undefined : ofHorizon);
    return insertedAt(sheet.getRange(rows.results, 1), true, made);
  });

function writeDrivers(sheet: Sheet, drivers: readonly Row[], money: string): void {
  writeCells(sheet.getRange(rows.drivers, 1, 1, 2), [["Driver", "Today"]])
    .setFontWeight("bold")
    .setHorizontalAlignments([["left", "right"]]);
  drivers.forEach(([label, unit, formula], index) => {
    const cell = sheet.getRange(rows.drivers + 1 + index, 2).setNumberFormat(formatOfUnit(unit, money));
    writeCells(sheet.getRange(rows.drivers + 1 + index, 1), [[label]]);
    if (formula === false) frameInput(cell);
    else setFormula(cell, formula);
  });
}

function writeChanges(sheet: Sheet, heads: readonly string[], scenarios: WhatIfRequest["scenarios"]): void {
  writeCells(sheet.getRange(rows.changes, 1, 1, heads.length + 1), [["Scenario", ...heads]])
    .setFontWeight("bold")
    .setHorizontalAlignment("right");
  sheet.getRange(rows.changes, 1).setHorizontalAlignment("left");
  const area = sheet.getRange(rows.changes + 1, 1, rows.mostScenarios, heads.length + 1);
  const cells = Array.from({ length: rows.mostScenarios }, (_, row) => {
    const { name = "", changes = [] } = scenarios[row] ?? {};
    return [name, ...heads.map((_head, column) => changes[column] ?? "")];
  });
  frameInput(writeCells(area, cells));
  area.offset(0, 1, rows.mostScenarios, heads.length).setNumberFormat(changeOf);
}

function writeTarget(
  sheet: Sheet,
  target: number,
  today: readonly string[],
  known: Map<string, Cell>,
  money: string,
): void {
  writeCells(sheet.getRange(rows.target, 1, 1, 2), [["To reach a value of", target]]);
  sheet.getRange(rows.target, 1).setFontWeight("bold");
  frameInput(sheet.getRange(rows.target, 2).setNumberFormat(formatOfUnit("money", money)));
  const cell = `$B$${rows.target}`;
  known.set(cell, target);
  writeTable(sheet, rows.target + 1, ["CLV_TARGET", cell, ...today], known, money);
}

/** The value of each scenario next to the changes; it follows them. */
function drawScenarios(sheet: Sheet, column: number, shown?: readonly string[]): void {
  const titles = shown ?? recordOf("CLV_SCENARIOS")!.columns!.map(({ name }) => String(name));
  const [label, series] = ["Scenario", "CLV"] as const;
  const chart = chartOf({ kind: "bars", caption: "CLV of each scenario", label, series: [series] })!;
  const ranges = [label, series].map((title) =>
    sheet.getRange(rows.results, titles.indexOf(title) + 1, rows.mostScenarios + 2, 1),
  );
  placeChart(sheet, chart, ranges, { column, ...chartSize });
}

/** Writes a call as a live table, or some of its columns, in the number formats of its units. */
function writeTable(
  sheet: Sheet,
  row: number,
  [name, ...args]: readonly [name: string, ...args: string[]],
  known: ReadonlyMap<string, Cell>,
  money: string,
  titles?: readonly string[],
): void {
  const call = `${name}(${args.join(", ")})`;
  const numberOf = columnsIn(name);
  const corner = sheet.getRange(row, 1);
  setFormula(corner, titles ? `=CHOOSECOLS(${call}, ${titles.map(numberOf).join(", ")})` : `=${call}`);
  const record = recordOf(name)!;
  const shown = record.columns!.map(({ name: title }) => !titles || titles.includes(String(title)));
  const columns = record.columns!.filter((_, index) => shown[index]);
  // What the cells show may come only when all is written.
  const given = args.map((arg) => {
    if (!arg.startsWith("$")) return Number(arg);
    return known.get(arg) ?? (sheet.getRange(arg).getValues() as Cell[][]);
  });
  const valueOfRow = record.units?.(given, spreadsheetZone());
  const units =
    valueOfRow?.map((row) => row.filter((_, index) => shown[index])) ??
    times(rows.mostScenarios + 1, () => columns.map(({ unit }) => unit as Unit));
  formatResult(corner, { cells: [columns.map(({ name: title }) => title)], hasHeader: true, units }, money);
  sheet.setRowHeightsForced(row, 1, headerHeight);
}
