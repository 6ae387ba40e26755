import type { SentCell, Survey, TabSurvey } from "../addon/protocol";
import { monthsAcross } from "./cube";
import { type Extent, extentsIn } from "./extent";
import { type Facts, factsOf } from "./facts";
import { type Grid, gridOf, runsIn } from "./grid";
import { headerWords } from "./header";
import { notesOf } from "./notes";
import { isResult } from "./results";
import { headerMatches } from "./rules";
import { type Assigned, lowest, type Mapping, mappingFor, shapeRules } from "./shapes";
import { paidStatuses } from "./statuses";
import type { Confidence, FoundColumn, FoundTable, Meaning, Shape } from "./types";

export type {
  ColumnKind,
  Confidence,
  DateNotation,
  DecimalMark,
  FoundColumn,
  FoundTable,
  Guess,
  Meaning,
  Shape,
} from "./types";

/** All tables of a tab, from left to right and from top to bottom. */
export function findTables(tab: TabSurvey): FoundTable[] {
  const grid = gridOf(tab);
  if (grid.whole.lastColumn === 0) return [];
  return extentsBeside(grid, extentsIn(grid, grid.whole)).map((extent) => recognise(tab.tab, grid, extent));
}

/** All tables of a spreadsheet: those that can be used first, then as the tabs come. */
export function findAll(survey: Survey): FoundTable[] {
  const weight = ({ shape, confidence }: FoundTable) =>
    shape === undefined ? 0 : { high: 3, medium: 2, low: 1 }[confidence];
  return survey.tabs.flatMap(findTables).sort((a, b) => {
    const isActive = (table: FoundTable) =>
      Number(table.tab === survey.tabs[0]!.tab && table.shape !== undefined);
    return isActive(b) - isActive(a) || weight(b) - weight(a);
  });
}

/** What the table is when a person says that a column means something else. */
export function remap(table: FoundTable, column: number, meaning: Meaning | undefined): FoundTable {
  const columns = table.columns.map((one): FoundColumn => {
    if (one.column === column) return { ...one, meaning, confidence: "high" };
    return meaning !== undefined && one.meaning === meaning ? { ...one, meaning: undefined } : one;
  });
  const meanings = columns.map((one) => one.meaning);
  const has = (shape: Shape) =>
    (shape !== "cube" || table.months !== undefined) &&
    shapeRules[shape].needs.every((group) => group.some((one) => meanings.includes(one)));
  const shape =
    table.shape && has(table.shape) ? table.shape : (Object.keys(shapeRules) as Shape[]).reverse().find(has);
  const status = columns.find((one) => one.meaning === "status");
  const isSameStatus = status?.column === table.columns.find((one) => one.meaning === "status")?.column;
  const changed = {
    ...table,
    columns,
    shape,
    confidence: shape ? confidenceOf(shape, columns) : "low",
    paidStatuses: isSameStatus ? table.paidStatuses : undefined,
    churn: churnOf(shape, columns),
  };
  return { ...changed, notes: notesOf(changed) };
}

function confidenceOf(shape: Shape, columns: readonly FoundColumn[]): Confidence {
  return lowest(
    shapeRules[shape].needs.flatMap((group) =>
      columns.filter(({ meaning }) => meaning && group.includes(meaning)).map(({ confidence }) => confidence),
    ),
  );
}

/** Joins parts of one table that a column without any content sets apart, where only the whole can be used. */
function extentsBeside(grid: Grid, extents: readonly Extent[]): Extent[] {
  const found: Extent[] = [];
  for (const extent of extents) {
    const left = found[found.length - 1];
    const isBeside =
      left &&
      left.headerRow === extent.headerRow &&
      left.firstRow === extent.firstRow &&
      Math.abs(left.lastRow - extent.lastRow) <= 1 &&
      extent.firstColumn - left.lastColumn === 2;
    const whole = isBeside && {
      ...left,
      lastColumn: extent.lastColumn,
      lastRow: Math.max(left.lastRow, extent.lastRow),
    };
    if (whole && best(factsOf(grid, whole)) && !best(factsOf(grid, left)) && !best(factsOf(grid, extent)))
      found[found.length - 1] = whole;
    else found.push(extent);
  }
  return found;
}

function best(all: readonly Facts[]): Mapping | undefined {
  if (isResult(all.map(({ header }) => header))) return undefined;
  const months = monthsAcross(all);
  if (months) return cubeMapping(all, months);
  const mappings = (Object.keys(shapeRules) as Shape[])
    .filter((shape) => shape !== "cube")
    .map((shape) => mappingFor(shape, all))
    .filter((mapping) => mapping !== undefined)
    .sort((a, b) => b.score - a.score);
  const [first, second] = mappings;
  if (!first) return undefined;
  if (first.shape === "lines" || first.shape === "orders") return ordersOrLines(first, mappings, all);
  if (second && first.score - second.score < 0.05)
    return { ...first, confidence: lowest([first.confidence, "medium"]) };
  return first;
}

/** Where a row has quantity, price and an amount, the amount is taken where it is the row's own. */
function ordersOrLines(first: Mapping, mappings: readonly Mapping[], all: readonly Facts[]): Mapping {
  const lines = mappings.find(({ shape }) => shape === "lines");
  const orders = mappings.find(({ shape }) => shape === "orders");
  const of = (mapping: Mapping | undefined, meaning: Meaning) =>
    mapping?.assigned.find((one) => one.meaning === meaning)?.facts;
  const [quantity, price, amount] = [of(lines, "quantity"), of(lines, "price"), of(orders, "amount")];
  if (!lines || !orders || !quantity || !price || !amount || amount === price) return first;
  if (all.length === 0 || !quantity.matches.some(({ meaning }) => meaning === "quantity")) return first;
  const rows = quantity.cells
    .map((_, row) => [quantity.cells[row], price.cells[row], amount.cells[row]])
    .filter((cells): cells is number[] => cells.every((cell) => typeof cell === "number"));
  const agreeing = rows.filter(([q, p, a]) => Math.abs(q! * p! - a!) <= Math.abs(a!) * 0.02 + 0.02).length;
  return agreeing >= rows.length * 0.7 ? orders : lines;
}

const figures: readonly Meaning[] = [
  "revenue",
  "customerCount",
  "lost",
  "churnRate",
  "newCustomers",
  "spend",
  "margin",
];

function cubeMapping(all: readonly Facts[], months: { first: number; last: number }): Mapping | undefined {
  const beside = all.filter(({ column }) => column < months.first || column > months.last);
  const mapping = mappingFor("cube", beside);
  const customer = mapping?.assigned.find(({ meaning }) => meaning === "customer");
  if (!mapping || !customer || customer.facts.column > months.first) return undefined;
  const labels = beside.flatMap(({ texts }) => texts).map((text) => headerMatches(headerWords(text)));
  const areFigures = labels.filter((matches) =>
    matches.some(({ meaning, isExact }) => isExact && figures.includes(meaning)),
  );
  return areFigures.length > 0 && areFigures.length >= labels.length * 0.05 ? undefined : mapping;
}

function recognise(tab: string, grid: Grid, extent: Extent): FoundTable {
  const all = factsOf(grid, extent);
  const mapping = best(all);
  const shape = mapping?.shape;
  const assigned = new Map(mapping?.assigned.map((one): [number, Assigned] => [one.facts.column, one]));
  const columns = all.map((facts) => foundColumn(facts, assigned.get(facts.column)));
  const status = mapping?.assigned.find(({ meaning }) => meaning === "status");
  const usesStatus = shape === "orders" || shape === "lines" || shape === "deals";
  const table = {
    tab,
    headerRow: extent.headerRow,
    firstRow: extent.firstRow,
    lastRow: extent.lastRow,
    isOpen: !runsIn(grid, { ...extent, firstRow: extent.lastRow + 1, lastRow: grid.whole.lastRow }).some(
      ({ kinds }) => kinds.trim() !== "",
    ),
    shape,
    confidence: mapping?.confidence ?? "low",
    columns,
    inCents: isInCents(all, mapping),
    paidStatuses: status && usesStatus ? paidStatuses(status.facts, shape === "deals") : undefined,
    months: shape === "cube" ? monthsAcross(all) : undefined,
    churn: churnOf(shape, columns),
  };
  return { ...table, notes: notesOf(table) };
}

function foundColumn(facts: Facts, assigned: Assigned | undefined): FoundColumn {
  const isAmount = facts.amountShare >= 0.5 && facts.dateShare < 0.5;
  const samples: SentCell[] = facts.values.slice(0, 3);
  return {
    column: facts.column,
    header: facts.header,
    kind: facts.kind,
    samples,
    meaning: assigned?.meaning,
    confidence: assigned?.confidence ?? "low",
    ...(facts.dateShare >= 0.5 && { dates: facts.dates }),
    ...(isAmount && { amounts: facts.kind === "number" ? "number" : "text", decimal: facts.decimal }),
    ...(isAmount && facts.currency !== undefined && { currency: facts.currency }),
  };
}

/** Amounts in cents: the header says so, or it is an export of ChartMogul, whose amounts are whole. */
function isInCents(all: readonly Facts[], mapping: Mapping | undefined): boolean {
  const money = mapping?.assigned.find(
    ({ meaning }) => meaning === "amount" || meaning === "mrr" || meaning === "revenue",
  );
  if (!money || money.facts.numbers.some((number) => !Number.isInteger(number))) return false;
  return (
    money.facts.words.inCents || all.some(({ header }) => /^CUSTOMER_(UUID|EXTERNAL_IDS?)$/i.test(header))
  );
}

function churnOf(
  shape: Shape | undefined,
  columns: readonly FoundColumn[],
): "lost" | "churnRate" | undefined {
  if (shape !== "monthly") return undefined;
  const of = (meaning: Meaning) => columns.find((column) => column.meaning === meaning);
  const atStart = headerWords(of("customerCount")?.header ?? "").concepts.includes("start");
  return of("lost") && (atStart || !of("churnRate")) ? "lost" : "churnRate";
}
