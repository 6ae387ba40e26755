import { createZone } from "../../sheet/zone";
import { onceAnExecution } from "../execution";

/** The time zone of the spreadsheet, asked for only when a date turns up: each question to it is a service call. */
export const spreadsheetZone = onceAnExecution(() => {
  let timeZone: string | undefined;
  return createZone((date) => {
    timeZone ??= SpreadsheetApp.getActive().getSpreadsheetTimeZone();
    return Utilities.formatDate(date, timeZone, "yyyy-MM-dd HH:mm:ss");
  });
});
