import { writeCells } from "../spreadsheet/inputs";
import { heldCell, sentRows } from "../spreadsheet/cells";
import type { Cell } from "../../sheet/cell";
import { dayFromIso } from "../../sheet/date";
import { today } from "../spreadsheet/today";
import { spreadsheetZone } from "../spreadsheet/zone";
import type { Tell } from "../progress";
import { isSomeoneElses, keepingOpen, makeRoom, ownTab, renameFirst } from "../spreadsheet/sheets";
import { writeHead } from "../spreadsheet/tabHead";
import { type Line, figuresHeld, sinceWhen } from "../../answers/since";
import { type Entry, currentEntry, figuresPrint, textOf } from "./entry";
import { historyTab } from "../spreadsheet/ownTabs";

const headRow = 3;
const explanation = "One row each time you choose Add to CLV History: how CLV and its inputs have changed.";
const noMapping = "Nothing to record yet: open CLV, insert a result, then add to CLV History again";

/** The data and assumptions on which the figures of the periods depend: only rows that share them can be compared. */
const comparable = ["Tab", "Period", "Lost after"] as const;

const lineOf = (entry: Entry): Line => {
  const last = entry.periods[entry.periods.length - 1];
  const assumed = (key: string) => entry.assumed[key] ?? "";
  return {
    Tab: entry.tab,
    "Data fingerprint": entry.dataPrint,
    "Data from": entry.from,
    "Data to": entry.to,
    Rows: entry.rows,
    "Gross margin": assumed("gross_margin"),
    CAC: assumed("cac"),
    Window: assumed("window"),
    Period: assumed("period"),
    "Lost after": assumed("inactive_after"),
    CLV: entry.value,
    ...figuresHeld(entry.held, entry.assumed),
    ...Object.fromEntries(entry.definitions),
    "Figures until": last ? last.day : "",
    "Figures fingerprint": last ? figuresPrint(entry.periods, last.day) : "",
  };
};

const formats: Readonly<Record<string, string>> = {
  Date: "yyyy-mm-dd",
  "Gross margin": "0.0%",
  Rows: "#,##0",
  Window: "0",
  "Lost after": "0",
  "LTV:CAC": "#,##0.0",
  "Payback (months)": "#,##0.0",
  NRR: "0.0%",
  Churn: "0.0%",
};
const texts = /^(Tab$|Data|Figures|Period$|Note$)/;
const formatOf = (title: string) => formats[title] ?? (texts.test(title) ? "General" : "#,##0.00");

/** A sentence for each earlier row whose past looks different now. */
function changedPast(earlier: readonly Line[], now: Line, entry: Entry): string[] {
  const changes = earlier.flatMap((line) => {
    const until = textOf(line["Figures until"] ?? "");
    const isComparable =
      until !== "" && comparable.every((title) => textOf(line[title] ?? "") === textOf(now[title] ?? ""));
    if (!isComparable || figuresPrint(entry.periods, until) === line["Figures fingerprint"]) return [];
    return [`figures up to the period of ${until} have changed since ${textOf(line["Date"] ?? "")}`];
  });
  return Array.from(new Set(changes));
}

/** Adds a row to the history, and says where the past has changed. */
export const addToHistory = (tell: Tell): string => keepingOpen(() => addRow(tell));

function addRow(tell: Tell): string {
  if (isSomeoneElses(historyTab)) return renameFirst(historyTab);
  tell("Calculating today’s figures");
  const entry = currentEntry();
  if (!entry) return noMapping;
  const sheet = ownTab(historyTab);
  const isNew = sheet.getLastRow() < headRow;
  if (isNew) {
    writeHead(sheet, historyTab, explanation);
    sheet.setFrozenRows(headRow);
  }
  const known = isNew
    ? []
    : (sheet.getRange(headRow, 1, 1, sheet.getLastColumn()).getValues()[0] as Cell[]).map(String);
  const line = lineOf(entry);
  const added = ["Date", ...Object.keys(line), "Note"].filter((title) => !known.includes(title));
  const titles = [...known, ...added];
  const first = headRow + 1;
  const count = Math.max(0, sheet.getLastRow() - headRow);
  makeRoom(sheet, first + count, titles.length);
  const earlier = count === 0 ? [] : linesOf(sheet.getRange(first, 1, count, titles.length), titles);
  const changes = changedPast(earlier, line, entry);
  if (added.length > 0)
    writeCells(sheet.getRange(headRow, known.length + 1, 1, added.length), [added], sheet.getRange(1, 2))
      .setFontWeight("bold")
      .setWrap(true);
  const zone = spreadsheetZone();
  const day = zone.dateOf(dayFromIso(today())!);
  const row = sheet.getRange(first + count, 1, 1, titles.length);
  row.setNumberFormats([titles.map(formatOf)]);
  const cells = titles.map((title) => {
    if (title === "Date") return day;
    return title === "Note" ? changes.join("; ") : heldCell(line[title] ?? "", zone);
  });
  // Tried next to the title: whatever stood in the row would pass for one of the history.
  writeCells(row, [cells], sheet.getRange(1, 2));
  const since = sinceWhen([...earlier, { ...line, Date: { date: today() } }], entry.assumed);
  sayAtTop(sheet, since);
  const said = `Added today's figures to CLV History (row ${first + count})`;
  return changes.length === 0
    ? [said, ...since].join("\n")
    : [
        `${said}. The past has changed, so earlier rows rest on different data:`,
        ...changes,
        "Find out what was corrected before you compare the rows",
        ...since,
      ].join("\n");
}

/** Says at the top, first, since when targets are met or missed, unless someone has written something else there. */
function sayAtTop(sheet: GoogleAppsScript.Spreadsheet.Sheet, since: readonly string[]): void {
  const cell = sheet.getRange(2, 1);
  if (!String(cell.getValue() as Cell).endsWith(explanation)) return;
  const text = since.length === 0 ? explanation : `${since.join("; ")}. ${explanation}`;
  writeCells(cell, [[text]], sheet.getRange(1, 2));
}

function linesOf(range: GoogleAppsScript.Spreadsheet.Range, titles: readonly string[]): Line[] {
  return sentRows(range.getValues() as Cell[][], spreadsheetZone()).map((cells) =>
    Object.fromEntries(titles.map((title, column) => [title, cells[column]!])),
  );
}
