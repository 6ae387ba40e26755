import { CellAlertManagerService, type ICellAlert } from "@univerjs/sheets-ui";
import type { Workbook } from "../engine/workbook";
import { errorMessage } from "../services/errorMessage";
import { byId } from "./element";

/** Height of the box that shows a message of one line, and of each further line of about 40 letters. */
const [BOX_HEIGHT, LINE_HEIGHT, LINE_LETTERS] = [74, 18, 40];

/** Shows the message of an error when its cell is pointed at or selected. */
export function explainErrors(workbook: Workbook): void {
  explainOnHover(workbook);
  explainOnSelection(workbook);
}

/** Univer's own box for errors, with our text. */
function explainOnHover({ injector, book, services }: Workbook): void {
  const alerts = injector.get(CellAlertManagerService);
  const show = alerts.showAlert.bind(alerts);
  alerts.showAlert = (alert: ICellAlert) => {
    const { row, col } = alert.location;
    const message = errorMessage(book, services.SpreadsheetApp.getActiveSheet().getRange(row + 1, col + 1));
    if (message === undefined) return show(alert);
    const lines = Math.ceil(message.length / LINE_LETTERS);
    show({ ...alert, message, width: 300, height: BOX_HEIGHT + (lines - 1) * LINE_HEIGHT });
  };
}

/** The same text for the selected cell, for those who use the keyboard or a screen reader. */
function explainOnSelection({ api, book, services }: Workbook): void {
  const line = byId("cell-message");
  const update = () => {
    const cell = services.SpreadsheetApp.getActive().getActiveCell();
    const message = errorMessage(book, cell);
    const text = message === undefined ? "" : `${cell.getA1Notation()}: ${message}`;
    if (line.textContent !== text) line.textContent = text;
  };
  let pending = 0;
  const soon = () => {
    cancelAnimationFrame(pending);
    pending = requestAnimationFrame(update);
  };
  api.addEvent(api.Event.SelectionChanged, soon);
  api.addEvent(api.Event.ActiveSheetChanged, soon);
  api.addEvent(api.Event.CommandExecuted, (event) => {
    if (event.id.startsWith("formula.mutation")) soon();
  });
}
