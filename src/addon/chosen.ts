import { freeze } from "./frozen/freeze";
import { useNative } from "./frozen/native";
import { thaw } from "./frozen/thaw";
import { addToHistory } from "./history/history";
import { buildReportFromMenu } from "./reportMenu";
import { runSelfTest } from "./selfTest";
import { quotedTab } from "../recipe/tabName";

const spreadsheet = () => SpreadsheetApp.getActive();

function freezeTab(): string {
  const sheet = spreadsheet().getActiveSheet();
  return freeze([sheet], `on the tab ${quotedTab(sheet.getName())}`);
}

/** What the menu items do; each answers with what to tell. */
const items: Readonly<Record<string, () => string>> = {
  addToHistory,
  buildReport: buildReportFromMenu,
  freezeFormulas: () => freeze(spreadsheet().getSheets(), "in this spreadsheet"),
  freezeTab,
  selfTest: runSelfTest,
  thawFormulas: thaw,
  useNativeFormulas: () => useNative(spreadsheet().getActiveSheet(), null),
  useNativeInSelection: () => useNative(spreadsheet().getActiveSheet(), spreadsheet().getActiveRange()),
};

/** Does what a menu item says. */
export function choose(item: string): void {
  SpreadsheetApp.getUi().alert(items[item]!());
}
