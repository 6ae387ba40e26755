import { type Zone, createZone } from "../sheet/zone";

/** The time zone of the spreadsheet, asked for only when a date turns up. */
export function spreadsheetZone(): Zone {
  let timeZone: string | undefined;
  return createZone((date) => {
    timeZone ??= SpreadsheetApp.getActive().getSpreadsheetTimeZone();
    return Utilities.formatDate(date, timeZone, "yyyy-MM-dd HH:mm:ss");
  });
}
