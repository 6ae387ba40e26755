import type { Workbook } from "../engine/workbook";

/** Keeps the sheet in view in the page's address (#gid=…, as Google Sheets does), so that a reload returns to it. */
export function rememberSheet({ api, book }: Workbook): void {
  const wanted = /^#gid=(.+)$/.exec(location.hash)?.[1];
  const sheet = book.workbook.getSheets().find((each) => each.getSheetId() === wanted);
  if (sheet) book.workbook.setActiveSheet(sheet);
  api.addEvent(api.Event.ActiveSheetChanged, ({ activeSheet }) => {
    history.replaceState(null, "", `#gid=${activeSheet.getSheetId()}`);
  });
}
