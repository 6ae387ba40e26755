import { pageText } from "./page";

/** Builds the menu; in a file where the add-on is not in use yet nothing else is allowed here. */
export function onOpen(): void {
  const ui = SpreadsheetApp.getUi();
  ui.createAddonMenu()
    .addItem("Open CLV", "showSidebar")
    .addItem("Build report", "buildReport")
    .addItem("Use CLV functions in this spreadsheet", "useInThisSpreadsheet")
    .addSubMenu(
      ui
        .createMenu("Data")
        .addItem("Update CLV Data", "updateData")
        .addItem("Add to CLV History", "addToHistory"),
    )
    .addSubMenu(
      ui
        .createMenu("Share")
        .addItem("Turn CLV formulas into values", "freezeFormulas")
        .addItem("Turn CLV formulas of this tab into values", "freezeTab")
        .addItem("Restore CLV formulas", "thawFormulas")
        .addItem("Replace with built-in formulas on this tab", "useNativeFormulas")
        .addItem("Replace with built-in formulas in the selected cells", "useNativeInSelection")
        .addItem("Make a copy to share", "prepareCopyToShare"),
    )
    .addItem("Check CLV in this spreadsheet", "selfTest")
    .addToUi();
}

export function onInstall(): void {
  onOpen();
}

/** Running any menu item makes the functions known in this file; this one says so. */
export function useInThisSpreadsheet(): void {
  SpreadsheetApp.getActive().toast("Type =CLV in a cell to see them.", "CLV functions are ready", 8);
}

export function showSidebar(): void {
  // Throws where it is not whole.
  pageText("Sidebar");
  SpreadsheetApp.getUi().showSidebar(HtmlService.createHtmlOutputFromFile("Sidebar").setTitle("CLV"));
}
