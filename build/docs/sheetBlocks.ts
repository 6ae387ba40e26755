// The blocks of a page that show a spreadsheet: cells (```csv Tab) and formulas with what they give (```sheet).
import { tokens } from "../../src/formula/tokens";
import { readCsv } from "../../src/workbook/files/csvRows";
import { columnLetters } from "../../src/sheet/a1";
import { escaped } from "./html";
import type { Block } from "./pages";

/** A formula of a page, and what the page says it gives; undefined where it says nothing. */
export interface Example {
  readonly formula: string;
  readonly result: string | undefined;
  readonly line: number;
}

/** The cells of a tab. */
export interface Tab {
  readonly name: string;
  readonly text: string;
  readonly line: number;
}

export const isSheet = ({ info }: Block): boolean => info === "sheet";
export const isTab = ({ info }: Block): boolean => /^csv\b/.test(info);

export const tabOf = ({ info, text, line }: Block): Tab => ({ name: info.slice(3).trim(), text, line });

/** The formulas of a block, a line each: `=FORMULA(…) → result`. */
export const examplesOf = ({ text, line }: Block): Example[] =>
  text.split("\n").flatMap((one, index) => {
    if (!one.trim()) return [];
    const [, formula, result] = /^\s*(.*?)\s*(?:→\s*(.*?)\s*)?$/.exec(one)!;
    return [{ formula: formula!, result, line: line + index }];
  });

/** A formula with its functions set off, as the formula bar of a spreadsheet does. */
export const formulaHtml = (formula: string): string =>
  tokens(formula)
    .map(({ kind, text }) =>
      kind === "other" || kind === "name"
        ? escaped(text)
        : `<span class="${kind === "function" ? "function" : kind}">${escaped(text)}</span>`,
    )
    .join("");

export function sheetLines(text: string): string {
  const lines = examplesOf({ info: "sheet", text, line: 1 }).map(({ formula, result }) => {
    const kind = result && result.length > 24 ? "gives long" : "gives";
    const gives = result === undefined ? "" : `<span class="${kind}">${escaped(result)}</span>`;
    return `<div class="line"><code>${formulaHtml(formula)}</code>${gives}</div>`;
  });
  return `<div class="sheet">${lines.join("")}</div>\n`;
}

/** A function with its arguments, those in brackets set back. */
export const signatureHtml = (signature: string): string =>
  `<div class="sheet signature"><div class="line"><code>${escaped(signature.trim())
    .replace(/^\w+/, '<span class="function">$&</span>')
    .replace(/\[\w+\]/g, '<span class="optional">$&</span>')}</code></div></div>\n`;

/** Cells under the letters and beside the numbers of a spreadsheet. */
export function cellsTable(name: string, text: string): string {
  const { rows } = readCsv(text);
  return gridHtml(name, rows);
}

const looksNumeric = /^[-+(]?[\d€$£]?[\d.,]+\)?%?$/;

/** A grid of texts as a spreadsheet shows it. */
export function gridHtml(name: string, rows: readonly (readonly string[])[]): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const letters = Array.from(
    { length: width },
    (_, column) => `<th scope="col">${columnLetters(column + 1)}</th>`,
  );
  const body = rows.map((row, index) => {
    const cells = Array.from({ length: width }, (_, column) => {
      const cell = row[column] ?? "";
      return `<td${looksNumeric.test(cell) ? ' class="number"' : ""}>${escaped(cell)}</td>`;
    });
    return `<tr><th scope="row">${index + 1}</th>${cells.join("")}</tr>`;
  });
  const caption = name ? `<figcaption>${escaped(name)}</figcaption>` : "";
  return [
    `<figure class="cells"><div class="table"><table><thead><tr><td></td>${letters.join("")}</tr></thead>`,
    `<tbody>${body.join("")}</tbody></table></div>${caption}</figure>\n`,
  ].join("");
}
