import { type Zone, createZone } from "../../sheet/zone";

let known: Zone | undefined;

/**
 * The time zone of the spreadsheet, asked for only when a date turns up. One for the whole execution, since each
 * question to it is a service call.
 */
export function spreadsheetZone(): Zone {
  let timeZone: string | undefined;
  known ??= createZone((date) => {
    timeZone ??= SpreadsheetApp.getActive().getSpreadsheetTimeZone();
    return Utilities.formatDate(date, timeZone, "yyyy-MM-dd HH:mm:ss");
  });
  return known;
}
