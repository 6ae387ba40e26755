import { findTables, type FoundTable, type Meaning } from "../../src/recognition";
import type { Sample } from "./tables";

export interface Verdict {
  readonly sample: Sample;
  /** What a person would have to correct; nothing where the table is mapped right. */
  readonly corrections: readonly string[];
  /** Corrections of what was said with high confidence. */
  readonly sureButWrong: readonly string[];
}

/** Compares what is recognised with what is expected. */
export function judge(sample: Sample): Verdict {
  const tables = findTables(sample.survey).filter(({ shape }) => shape !== undefined);
  const { expected } = sample;
  const table = tables.find(({ shape }) => shape === expected.shape) ?? tables[0];
  if (expected.shape === undefined) {
    const wrong = tables.map(({ shape }) => `taken for ${shape!}`);
    const sure = tables
      .filter(({ confidence }) => confidence === "high")
      .map(({ shape }) => `taken for ${shape!}`);
    return { sample, corrections: wrong, sureButWrong: sure };
  }
  if (!table) return { sample, corrections: ["not found"], sureButWrong: [] };
  const extra = tables.length > 1 ? [`${tables.length} tables`] : [];
  const wrongShape = table.shape === expected.shape ? [] : [`shape ${table.shape!}`];
  const extent = extentFaults(table, sample);
  const columns = Object.entries(expected.columns).flatMap(([meaning, right]) => {
    const column = table.columns.find((one) => one.meaning === meaning);
    if (!column)
      return expected.optional.includes(meaning as Meaning) ? [] : [{ text: `no ${meaning}`, isSure: false }];
    // The one meaning that several columns have: all of those, and no other.
    if (meaning === "signal") {
      const found = table.columns.filter((one) => one.meaning === meaning);
      return [
        ...found
          .filter((one) => !right.includes(one.column))
          .map((one) => ({ text: `signal is "${one.header}"`, isSure: one.confidence === "high" })),
        ...right
          .filter((one) => !found.some((other) => other.column === one))
          .map((one) => ({ text: `no signal in column ${one}`, isSure: false })),
      ];
    }
    if (right.includes(column.column)) return [];
    return [{ text: `${meaning} is "${column.header}"`, isSure: column.confidence === "high" }];
  });
  const surplus = table.columns
    .filter(({ meaning }) => meaning && !expected.columns[meaning])
    .map(({ meaning, header, confidence }) => ({
      text: `${meaning!} is "${header}"`,
      isSure: confidence === "high",
    }));
  const isSure = table.confidence === "high";
  return {
    sample,
    corrections: [...extra, ...wrongShape, ...extent, ...columns.map(({ text }) => text)],
    sureButWrong: [
      ...(isSure ? [...wrongShape, ...extent] : []),
      ...[...columns, ...surplus].filter((fault) => fault.isSure).map(({ text }) => text),
    ],
  };
}

function extentFaults(table: FoundTable, { expected }: Sample): string[] {
  const faults: string[] = [];
  if (table.headerRow !== expected.headerRow) faults.push(`header in row ${table.headerRow ?? "none"}`);
  if (table.firstRow !== expected.firstRow) faults.push(`first row ${table.firstRow}`);
  if (table.lastRow !== expected.lastRow) faults.push(`last row ${table.lastRow}, not ${expected.lastRow}`);
  if (table.inCents !== expected.inCents) faults.push(`in cents: ${table.inCents}`);
  const { months } = table;
  if (months?.first !== expected.months?.[0] || months?.last !== expected.months?.[1]) faults.push("months");
  return faults;
}
