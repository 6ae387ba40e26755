import type { SentCell } from "../../src/sheet/sentCell";
import type { Meaning, Shape } from "../../src/recognition";
import { seeded } from "../support/orders";
import { surveyOf } from "../support/survey";
import type { Sample } from "./sample";

/** A tab written out cell by cell, as people keep it. */
export interface SheetDraft {
  readonly source: string;
  readonly cells: readonly (readonly SentCell[])[];
  readonly shape: Shape | undefined;
  readonly header?: number | undefined;
  /** From 1; the first row below the header where it is left out. */
  readonly first?: number;
  readonly last?: number;
  /** Columns from 1 by meaning; a meaning in brackets may be mapped or not. */
  readonly columns?: Readonly<Record<string, readonly number[]>>;
  readonly months?: { readonly first: number; readonly last: number };
}

export function sheetSample(draft: SheetDraft): Sample {
  const { source, cells, shape, header, columns = {}, months } = draft;
  const named = Object.entries(columns).map(([key, places]) => ({
    meaning: key.replace(/[()]/g, "") as Meaning,
    isOptional: key.startsWith("("),
    places,
  }));
  return {
    source,
    variant: "by hand",
    survey: surveyOf(cells, "Sheet"),
    expected: {
      shape,
      headerRow: header,
      firstRow: draft.first ?? (header ?? 0) + 1,
      lastRow: draft.last ?? cells.length,
      inCents: false,
      columns: Object.fromEntries(named.map(({ meaning, places }) => [meaning, places])),
      optional: named.filter(({ isOptional }) => isOptional).map(({ meaning }) => meaning),
      ...(months && { months }),
    },
  };
}

/** As many rows as asked for, made one by one with chance that is the same at every making. */
export function rowsOf(
  count: number,
  seed: number,
  row: (index: number, random: () => number) => SentCell[],
): SentCell[][] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) => row(index, random));
}

const names = [
  "Meier",
  "Rossi",
  "Garcia",
  "Dubois",
  "Silva",
  "Jansen",
  "Smith",
  "Novak",
  "Keller",
  "Ferrari",
];
const firms = ["GmbH", "SARL", "Ltd", "S.L.", "B.V.", "Inc"];

export const firm = (number: number) =>
  `${names[number % names.length]!} ${firms[number % firms.length]!}${number >= 30 ? ` ${number}` : ""}`;
export const person = (number: number) =>
  `${["Anna", "Luc", "Pía", "Gino", "Rui", "Sanne"][number % 6]!} ${names[(number * 3) % names.length]!}`;
export const day = (index: number) =>
  new Date(Date.UTC(2025, 0, 6) + index * 86_400_000).toISOString().slice(0, 10);
export const dotted = (index: number) => day(index).split("-").reverse().join(".");
export const slashed = (index: number) => day(index).split("-").reverse().join("/");
export const cents = (value: number) => Math.round(value * 100) / 100;
/** 1.234,56 */
export const comma = (value: number) =>
  value
    .toFixed(2)
    .replace(".", ",")
    .replace(/\B(?=(\d{3})+,)/g, ".");
