import { describe, expect, test } from "@jest/globals";
import { openProbe } from "../support/workbook";

describe("a date cell is midnight in the spreadsheet's own time zone, whatever the computer's", () => {
  test.each([
    ["UTC", "2026-03-31", "2026-03-31T00:00:00.000Z"],
    ["America/New_York", "2026-03-31", "2026-03-31T04:00:00.000Z"],
    ["America/New_York", "2026-01-31", "2026-01-31T05:00:00.000Z"],
    ["America/New_York", "2026-03-08", "2026-03-08T05:00:00.000Z"],
    ["America/New_York", "2026-03-09", "2026-03-09T04:00:00.000Z"],
    ["Europe/Berlin", "2026-03-29", "2026-03-28T23:00:00.000Z"],
    ["Europe/Berlin", "2026-03-30", "2026-03-29T22:00:00.000Z"],
    ["Europe/Berlin", "2026-10-25", "2026-10-24T22:00:00.000Z"],
    ["Asia/Kolkata", "2026-06-30", "2026-06-29T18:30:00.000Z"],
    ["Pacific/Auckland", "2026-06-30", "2026-06-29T12:00:00.000Z"],
    ["Pacific/Apia", "2026-06-30", "2026-06-29T11:00:00.000Z"],
    // Midnight did not exist on that day: clocks went from 00:00 to 01:00.
    ["America/Sao_Paulo", "2018-11-04", "2018-11-04T03:00:00.000Z"],
  ])("%s %s", (timeZone, iso, instant) => {
    const book = openProbe({ timeZone });
    book.set({ A1: iso });
    expect(book.seen("A1")).toEqual([`Date ${instant}`]);
  });
});

describe("a Date that a function returns is shown as that moment's date", () => {
  test.each([
    ["UTC", "2026-03-31T00:00:00Z", "2026-03-31", "yyyy-mm-dd"],
    ["America/New_York", "2026-03-08T05:00:00Z", "2026-03-08", "yyyy-mm-dd"],
    ["Europe/Berlin", "2026-10-24T22:00:00Z", "2026-10-25", "yyyy-mm-dd"],
    ["Asia/Tokyo", "2026-06-29T15:00:00Z", "2026-06-30", "yyyy-mm-dd"],
    ["Europe/Berlin", "2026-06-30T10:15:30Z", "2026-06-30 12:15:30", "yyyy-mm-dd hh:mm:ss"],
  ])("%s %s", (timeZone, instant, shown, format) => {
    const book = openProbe({ timeZone });
    book.set({ A1: `=DAY("${instant}")` });
    const cell = book.services.SpreadsheetApp.getActiveSheet().getRange("A1");
    expect([cell.getDisplayValue(), cell.getNumberFormat()]).toEqual([shown, format]);
  });
});

test.each(["UTC", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe", "Africa/Cairo"])(
  "every day of 2025 and 2026 survives the way through a function and back in %s",
  (timeZone) => {
    const code = "function SAME(dates) { return dates; }\n";
    const book = openProbe({ code, timeZone });
    const sheet = book.services.SpreadsheetApp.getActiveSheet();
    const first = Date.UTC(2025, 0, 1);
    const days = Array.from({ length: 730 }, (_, i) => [
      new Date(first + i * 86_400_000).toISOString().slice(0, 10),
    ]);
    sheet.getRange(1, 1, days.length, 1).setValues(days);
    sheet.getRange("B1").setFormula("=SAME(A1:A730)");
    expect(sheet.getRange("B1:B730").getDisplayValues()).toEqual(days);
  },
);

describe("Utilities.formatDate", () => {
  const { Utilities } = openProbe().services;
  const instant = new Date("2026-10-25T01:30:05.070Z");

  test.each([
    ["UTC", "yyyy-MM-dd HH:mm:ss", "2026-10-25 01:30:05"],
    ["Europe/Berlin", "yyyy-MM-dd HH:mm:ss", "2026-10-25 02:30:05"],
    ["America/Los_Angeles", "yyyy-MM-dd", "2026-10-24"],
    ["Asia/Kathmandu", "d.M.yy 'at' H:mm", "25.10.26 at 7:15"],
    ["UTC", "''yy ss.SSS", "'26 05.070"],
  ])("%s %s", (timeZone, format, expected) => {
    expect(Utilities.formatDate(instant, timeZone, format)).toBe(expected);
  });

  test("refuses a letter it does not know", () => {
    const message = "Utilities.formatDate of the local workbook does not know EEE";
    expect(() => Utilities.formatDate(instant, "UTC", "EEE")).toThrow(message);
  });
});
