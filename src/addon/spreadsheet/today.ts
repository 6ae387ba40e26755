/** The day in the spreadsheet's time zone, as ISO text: only to date what is built, never to compute by. */
export const today = (): string =>
  Utilities.formatDate(new Date(), SpreadsheetApp.getActive().getSpreadsheetTimeZone(), "yyyy-MM-dd");
