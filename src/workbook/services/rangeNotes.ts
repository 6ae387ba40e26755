import { ICommandService } from "@univerjs/core";
import { RemoveNoteMutation, SheetsNoteModel, SheetUpdateNoteCommand } from "@univerjs/sheets-note";
import type { Rectangle } from "./a1";
import type { SheetInternal } from "./sheetInternal";

/** The methods of a Range for the notes of its cells. */
export type RangeNotes<Self> = ReturnType<typeof rangeNotes<Self>>;

/** Pixels of the box that shows a note. */
export const NOTE_SIZE = { width: 220, height: 90 };

/** Reads and writes the notes of an area of a sheet; "" is not a note. */
export function rangeNotes<Self>({ worksheet }: SheetInternal, area: Rectangle, self: () => Self) {
  const place = { unitId: worksheet.getWorkbook().getUnitId(), sheetId: worksheet.getSheetId() };
  const commands = worksheet.getInject().get(ICommandService);
  const model = worksheet.getInject().get(SheetsNoteModel);
  const noteAt = (row: number, column: number) =>
    model.getNote(place.unitId, place.sheetId, { row: area.row + row, col: area.column + column });
  const write = (row: number, column: number, text: string | null) => {
    const found = noteAt(row, column);
    const position = { row: area.row + row, col: area.column + column };
    if (!text) {
      if (found) commands.syncExecuteCommand(RemoveNoteMutation.id, { ...place, ...position });
      return;
    }
    const id = found?.id ?? crypto.randomUUID();
    const note = { ...NOTE_SIZE, ...found, ...position, id, note: text };
    // Without this the command takes the active sheet.
    const subUnitId = place.sheetId;
    commands.syncExecuteCommand(SheetUpdateNoteCommand.id, { ...place, subUnitId, ...position, note });
  };
  return {
    getNote: () => noteAt(0, 0)?.note ?? "",
    setNote: (text: string | null): Self => {
      for (let row = 0; row < area.rows; row++)
        for (let column = 0; column < area.columns; column++) write(row, column, text);
      return self();
    },
  };
}
