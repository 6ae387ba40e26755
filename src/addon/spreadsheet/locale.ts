/** The spreadsheet's locale as Intl knows it, such as en-US. */
export function spreadsheetLocale(): string {
  const locale = SpreadsheetApp.getActive().getSpreadsheetLocale().replace("_", "-");
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? "en-US";
  } catch {
    return "en-US";
  }
}
