// Tables of two dozen rows, made of columns.
import { findTables, type FoundTable, type Meaning } from "../../src/recognition";
import type { SentCell } from "../../src/sheet/sentCell";
import { surveyOf } from "./survey";

export type Column = readonly [header: string, cell: (index: number) => SentCell];

export const day = (index: number) => new Date(Date.UTC(2025, 0, 1 + index)).toISOString().slice(0, 10);
export const firms = [
  "Meier GmbH",
  "Rossi SpA",
  "Garcia SL",
  "Dubois SARL",
  "Jansen BV",
  "Smith Ltd",
  "Novak Inc",
];
export const customer: Column = ["Customer", (index) => firms[index % 7]!];
export const date: Column = ["Date", (index) => ({ date: day(index * 3) })];
export const cents = (value: number) => Math.round(value * 100) / 100;
export const money = (header: string, factor = 1): Column => [
  header,
  (index) => cents((10 + index) * factor),
];
export const words = (header: string, ...list: readonly string[]): Column => [
  header,
  (index) => list[index % list.length]!,
];

export function tableOf(...columns: readonly Column[]): FoundTable | undefined {
  const rows = Array.from({ length: 24 }, (_, index) => columns.map(([, cell]) => cell(index)));
  return findTables(surveyOf([columns.map(([header]) => header), ...rows]))[0];
}

export const headerOf = (table: FoundTable | undefined, meaning: Meaning) =>
  table?.columns.find((column) => column.meaning === meaning)?.header;
