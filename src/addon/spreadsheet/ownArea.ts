import { columnLetters } from "../../sheet/a1";
import { hasCells, makeRoom } from "./sheets";

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** The cells of a tab that the add-on made and may write again: from A1 so many rows and columns. */
export interface OwnArea {
  readonly rows: number;
  readonly columns: number;
}

const mark = /^Built by CLV\. Building again replaces columns A to [A-Z]+ \((\d+)\) down to row (\d+)/;

/** What the note of A1 says is the add-on's own; null where the tab is not its. */
export function ownArea(sheet: Sheet): OwnArea | null {
  const [, columns, rows] = mark.exec(sheet.getRange(1, 1).getNote()) ?? [];
  return columns && rows ? { columns: Number(columns), rows: Number(rows) } : null;
}

function markArea(sheet: Sheet, { rows, columns }: OwnArea): void {
  sheet
    .getRange(1, 1)
    .setNote(
      `Built by CLV. Building again replaces columns A to ${columnLetters(columns)} (${columns}) down to row ${rows}; ` +
        "cells outside are not changed.",
    );
}

/** Whether there is a tab of that name with something in it that the add-on did not make. */
export function isForeign(name: string): boolean {
  const sheet = SpreadsheetApp.getActive().getSheetByName(name);
  if (sheet === null) return false;
  return !hasCells(sheet) || (sheet.getLastRow() > 0 && ownArea(sheet) === null);
}

/**
 * Makes the tab large enough, pushes down what someone wrote below the old area into the way of the new one, and marks
 * the area: whatever stops the work that follows, the tab is known as the add-on's.
 */
export function makeWay(sheet: Sheet, { rows, columns }: OwnArea): void {
  const old = ownArea(sheet);
  makeRoom(sheet, 1, columns);
  if (old) clear(sheet, old);
  const last = Math.min(rows, sheet.getMaxRows());
  const added = old && last > old.rows ? last - old.rows : 0;
  const isInTheWay = added > 0 && !sheet.getRange(old!.rows + 1, 1, added, columns).isBlank();
  if (isInTheWay) sheet.insertRowsAfter(old!.rows, rows - old!.rows);
  makeRoom(sheet, rows, columns);
  markArea(sheet, { rows, columns });
}

function clear(sheet: Sheet, { rows, columns }: OwnArea): void {
  const isOwn = (row: number, column: number) => row <= rows && column <= columns;
  for (const chart of sheet.getCharts()) {
    const place = chart.getContainerInfo();
    if (isOwn(place.getAnchorRow(), place.getAnchorColumn())) sheet.removeChart(chart);
  }
  const rules = sheet.getConditionalFormatRules();
  const kept = rules.filter(
    (rule) => !rule.getRanges().every((range) => isOwn(range.getLastRow(), range.getLastColumn())),
  );
  if (kept.length < rules.length) sheet.setConditionalFormatRules(kept);
  const area = sheet.getRange(
    1,
    1,
    Math.min(rows, sheet.getMaxRows()),
    Math.min(columns, sheet.getMaxColumns()),
  );
  area.breakApart();
  area.clearContent();
  area.clearFormat();
}
